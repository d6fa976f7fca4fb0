"""nth: the third of a subject in the year makes a case, every third, three in a row."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.facts.build import build_facts
from lxyz.files import read_text
from lxyz.records import read_records
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

from ..trial import BRANCH, bound, held, judge, outcome, profile_of, verdict, verdicts

MEETING = "all-member-meeting"
TALKED = (
    "{for: member, each: {kind: [all-member-meeting, party-lecture], as: absent}, nth: %s, "
    "when: {after: subject, within: 1m}, count: {of: {kind: heart-to-heart-talk, as: to}}}"
)
TALK = "- {kind: heart-to-heart-talk, date: %s, from: 王敏, to: %s}\n"


def away(*days: str, who: str = "李娜", kind: str = MEETING) -> str:
    """Meetings at which somebody was absent, all others present."""
    return held(*days, kind=kind, more=f"attendance: {{present: 其余, absent: {who}}}")


def there(*days: str, kind: str = MEETING) -> str:
    """Meetings at which all were."""
    return held(*days, kind=kind)


def untold(*days: str, kind: str = MEETING) -> str:
    """Meetings that do not say who was there."""
    return held(*days, kind=kind, more="status: held")


def told(found: list[Verdict]) -> list[tuple[str, str, str]]:
    """Of whom, of which day, and how it is."""
    return [
        (one.subject.name, one.event.rpartition("@")[2][:10], str(one.outcome.value))
        for one in found
        if one.outcome is not Outcome.NOT_APPLICABLE
    ]


THREE = away("2016-01-10", "2016-02-10") + away("2016-03-10", kind="party-lecture")


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-09", "overdue"),
        ("2016-03-10", "met"),
        ("2016-04-10", "met"),
        ("2016-04-11", "late"),
    ],
)
def test_whoever_was_absent_three_times_is_talked_to(day: str, wanted: str) -> None:
    """From the third time on, within a month."""
    found = verdicts(TALKED % 3, THREE + TALK % (day, "李娜"))
    assert told(found) == [("李娜", "2016-03-10", wanted)]


@pytest.mark.parametrize("nth", ["1", "2", "3", "4"])
def test_by_date_and_only_once(nth: str) -> None:
    """The one of that number, in order of date, whatever the order of the records."""
    days = ["2016-01-10", "2016-02-10", "2016-03-10", "2016-04-10"]
    found = verdicts(TALKED % nth, away(*reversed(days)))
    assert told(found) == [("李娜", days[int(nth) - 1], "overdue")]


@pytest.mark.parametrize(
    ("records", "why"),
    [
        ("", "why:no-fact"),
        (away("2016-01-10", "2016-02-10"), "why:no-nth:3"),
        # Those of another year, and of others, are not his.
        (away("2015-12-31", "2016-01-01", "2016-12-31"), "why:no-nth:3"),
        (
            away("2016-01-10", "2016-02-10") + away("2016-03-10", who="陈静"),
            "why:no-nth:3",
        ),
    ],
)
def test_where_there_is_no_third(records: str, why: str) -> None:
    """Not applicable, and why."""
    one = verdict(TALKED % 3, records)
    assert (one.outcome, one.notes) == ("not-applicable", (why,))


def test_the_first_and_the_last_day_of_the_year() -> None:
    """Both are of the year."""
    found = verdicts(TALKED % 3, away("2016-01-01", "2016-06-01", "2016-12-31"))
    assert told(found) == [("李娜", "2016-12-31", "open")]


@pytest.mark.parametrize(
    ("number", "days"), [(2, []), (3, [3]), (5, [3]), (6, [3, 6]), (7, [3, 6])]
)
def test_every_third(number: int, days: list[int]) -> None:
    """The third, the sixth, and so on."""
    records = away(*[f"2016-0{n + 1}-10" for n in range(number)])
    found = told(verdicts(TALKED % "{every: 3}", records))
    assert found == [("李娜", f"2016-0{day}-10", "overdue") for day in days]


ROW = TALKED % "{run: 3, of: {kind: [all-member-meeting, party-lecture]}}"


@pytest.mark.parametrize(
    ("states", "days"),
    [
        ("xx", []),
        ("xxx", [3]),
        ("xxox", []),
        ("oxxx", [4]),
        ("xxoxxx", [6]),
        # A row that goes on is one row; a new one begins when it is broken.
        ("xxxxxx", [3]),
        ("xxxoxxx", [3, 7]),
    ],
)
def test_three_in_a_row(states: str, days: list[int]) -> None:
    """Broken by every meeting at which he was."""
    records = "".join(
        (away if state == "x" else there)(f"2016-0{n + 1}-10")
        for n, state in enumerate(states)
    )
    found = verdicts(ROW, records)
    assert told(found) == [("李娜", f"2016-0{day}-10", "overdue") for day in days]
    if not days:
        assert found[0].notes == ("why:no-run:3",)


def test_a_row_is_of_those_that_are_meant() -> None:
    """A study in between breaks no row of meetings; one of the kinds asked for does."""
    records = away("2016-01-10", "2016-02-10", "2016-04-10")
    other = there("2016-03-10", kind="collective-study")
    assert told(verdicts(ROW, records + other)) == [("李娜", "2016-04-10", "overdue")]
    lecture = there("2016-03-10", kind="party-lecture")
    assert told(verdicts(ROW, records + lecture)) == []


def test_a_row_of_those_at_which_he_should_have_been() -> None:
    """With a role, only those in which the person stands so break the row."""
    rule = ROW.replace("party-lecture]}}", "party-lecture], as: present}}")
    records = away("2016-01-10", "2016-02-10", "2016-04-10")
    excused = held(
        "2016-03-10",
        kind=MEETING,
        more="attendance: {present: 其余, excused: {李娜: 生病}}",
    )
    assert told(verdicts(rule, records + excused)) == [
        ("李娜", "2016-04-10", "overdue")
    ]
    assert told(verdicts(ROW, records + excused)) == []


# --- what records do not say ---------------------------------------------------------


def test_who_was_there_is_not_told() -> None:
    """It may be his third, or the next may: nothing can be said of either; and of those
    who were never absent nothing is."""
    records = away("2016-01-10", "2016-02-10", "2016-04-10") + untold("2016-03-10")
    (one,) = verdicts(TALKED % 3, records)
    assert told([one]) == [("李娜", "2016-03-10", "undecidable")]
    assert one.missing == ("absent",)
    assert [(str(near.date), near.why) for near in one.near] == [
        ("2016-03-10", "absent")
    ]


def test_it_is_told_once_with_all_that_is_missing() -> None:
    """Of several records that do not say, those up to the one that may be the third."""
    records = away("2016-04-10", "2016-05-10") + untold(
        "2016-01-10", "2016-02-10", "2016-06-10"
    )
    found = [one for one in verdicts(TALKED % 3, records) if one.subject.name == "李娜"]
    assert told(found) == [("李娜", "2016-04-10", "undecidable")]
    assert [str(near.date) for near in found[0].near] == ["2016-01-10", "2016-02-10"]


@pytest.mark.parametrize(
    ("more", "wanted"),
    [
        # After the third nothing hangs on it.
        (untold("2016-05-10"), [("李娜", "2016-04-10", "overdue")]),
        # Who is named as present elsewhere in it is known.
        (
            held("2016-03-10", kind=MEETING, more="attendance: {present: 李娜}"),
            [("李娜", "2016-04-10", "overdue")],
        ),
    ],
)
def test_where_nothing_hangs_on_it(
    more: str, wanted: list[tuple[str, str, str]]
) -> None:
    """It is judged as if it were told."""
    records = away("2016-01-10", "2016-02-10", "2016-04-10") + more
    assert told(verdicts(TALKED % 3, records)) == wanted


@pytest.mark.parametrize(
    ("states", "wanted"),
    [
        ("x?x", [(3, "undecidable")]),
        ("xx?", [(3, "undecidable")]),
        ("?xxx", [(3, "undecidable")]),
        ("x?o", []),
        # The row was broken since, and the doubt with it.
        ("x?oxxx", [(6, "overdue")]),
        ("xxx?", [(3, "overdue")]),
        # A row that may have been broken after its third may have a second third.
        ("xxx?xxx", [(3, "overdue"), (7, "undecidable")]),
    ],
)
def test_a_row_with_a_doubt(states: str, wanted: list[tuple[int, str]]) -> None:
    """What may have broken it, or not."""
    made = {"x": away, "o": there, "?": untold}
    records = "".join(
        made[state](f"2016-0{n + 1}-10") for n, state in enumerate(states)
    )
    found = told([one for one in verdicts(ROW, records) if one.subject.name == "李娜"])
    assert found == [("李娜", f"2016-0{day}-10", what) for day, what in wanted]


def test_a_doubt_that_is_settled_is_not_told() -> None:
    """What came before the row was broken is of no account for the next."""
    records = untold("2016-01-10", "2016-05-10") + there("2016-02-10")
    records += away("2016-03-10", "2016-04-10")
    (one,) = (one for one in verdicts(ROW, records) if one.subject.name == "李娜")
    assert told([one]) == [("李娜", "2016-05-10", "undecidable")]
    assert [str(near.date) for near in one.near] == ["2016-05-10"]


def of_whom(role: str, said: str, kind: str = MEETING) -> set[str]:
    """Of whom it is not known whether they stand so in a record that is at fault."""
    text = f"- {{kind: {kind}, date: 2016-01-10, {said}}}\n".encode()
    words = vocabulary()
    made, _ = read_records(read_text(text, "records.yaml"), words)
    day = date(2017, 1, 1)
    facts, _ = build_facts(profile_of(), made, words, day)
    rule = f"{{for: member, each: {{kind: {kind}, as: {role}}}, nth: 1, has: {{topic: some}}, fold: no}}"
    found = told(judge(facts, bound(rule), 2016, day))
    assert {what for _, _, what in found} <= {"undecidable"}
    return {name for name, _, _ in found}


OTHERS = {"王敏", "陈静", "胡斌"}


@pytest.mark.parametrize(
    ("role", "said"),
    [
        # 全体, but for one whom nobody knows: who was there is not known, save of those
        # who are named.
        ("present", "attendance: {present: 全体, absent: [李娜, 无名氏]}"),
        ("present", "attendance: {present: 全体, excused: {李娜: 生病, 无名氏: 生病}}"),
        ("unstated", "attendance: {present: 全体, absent: [李娜, 无名氏]}"),
    ],
)
def test_whoever_is_in_another_state_is_known(role: str, said: str) -> None:
    """Who was absent was not present."""
    assert of_whom(role, said) == OTHERS


@pytest.mark.parametrize("role", ["absent", "unstated"])
def test_whoever_is_known_to_be_there(role: str) -> None:
    """Those whom a record is about were there, though it does not say who was not."""
    assert of_whom(role, "status: held, members: 李娜", "online-study") == OTHERS


def test_who_was_there_says_nothing_of_whom_it_is_about() -> None:
    """Whom the record is about cannot be read: it may be anybody who was there."""
    said = "attendance: all, members: [[1]]"
    assert of_whom("about", said, "online-study") == {*OTHERS, "李娜"}


def test_a_doubt_whether_it_is_in_the_row_at_all() -> None:
    """A meeting at which he may not have been expected to speak breaks it, or does not."""
    rule = ROW.replace("party-lecture]}}", "party-lecture], present: {min: 2}}}")
    records = away("2016-01-10", "2016-02-10", "2016-04-10")
    found = verdicts(rule, records + untold("2016-03-10", kind="party-lecture"))
    assert ("李娜", "2016-03-10", "undecidable") in told(found)
    theme = "{for: branch, each: {kind: party-lecture, theme: 甲}, nth: {run: 2, of: {kind: party-lecture, minutes: {min: 60}}}, has: {topic: some}, fold: no}"

    def lectures(names: str) -> str:
        return "".join(
            f"- {{kind: party-lecture, date: 2016-0{n + 1}-10, attendance: all, theme: {name}}}\n"
            for n, name in enumerate(names)
        )

    (one,) = verdicts(theme, lectures("甲乙甲"))
    assert (one.outcome, one.missing) == ("undecidable", ("minutes",))
    assert [str(near.date) for near in one.near] == ["2016-02-10"]
    # If it broke the row, there are two of them.
    assert [what[1:] for what in told(verdicts(theme, lectures("甲甲乙甲甲")))] == [
        ("2016-02-10", "overdue"),
        ("2016-05-10", "undecidable"),
    ]


def test_what_is_asked_of_it_is_not_known() -> None:
    """A condition of the pattern that cannot be known is a doubt as well."""
    rule = "{for: branch, each: {kind: party-lecture, minutes: {min: 60}}, nth: 2, has: {topic: some}, fold: no}"
    known = held("2016-01-10", "2016-03-10", more="attendance: all, minutes: 90")
    assert told(verdicts(rule, known)) == [("第九党支部", "2016-03-10", "overdue")]
    doubt = held("2016-02-10")
    assert told(verdicts(rule, known + doubt)) == [
        ("第九党支部", "2016-02-10", "undecidable")
    ]


@pytest.mark.parametrize(("group", "wanted"), [("二组", True), ("一组", False)])
def test_what_another_group_does_not_say(group: str, *, wanted: bool) -> None:
    """Who was at the meeting of another group is of no account for her."""
    rule = "{for: member, each: {kind: group-meeting, as: absent}, nth: 1, has: {topic: some}, fold: no}"
    records = (
        f"- {{kind: group-meeting, date: 2016-01-10, group: {group}, status: held}}\n"
    )
    names = [name for name, _, _ in told(verdicts(rule, records))]
    assert ("李娜" in names) is wanted
    assert ("陈静" in names) is not wanted


def test_whoever_is_named_otherwise_is_known() -> None:
    """She gave the lecture: that it does not say who else was there is no doubt of her."""
    rule = "{for: member, each: {kind: party-lecture, as: [lecturer, absent]}, nth: 1, has: {topic: some}, fold: no}"
    records = "- {kind: party-lecture, date: 2016-01-10, status: held, speakers: {lecturer: 李娜}}\n"
    found = {name: what for name, _, what in told(verdicts(rule, records))}
    assert found == {"李娜": "overdue"} | dict.fromkeys(
        ("王敏", "陈静", "胡斌"), "undecidable"
    )


# --- whose, and of which days --------------------------------------------------------


def test_of_each_group() -> None:
    """Every group counts its own."""
    rule = "{for: group, each: {kind: group-meeting}, nth: 2, has: {topic: some}, fold: no}"
    records = "".join(
        f"- {{kind: group-meeting, date: 2016-0{month}-10, group: {group}, attendance: all}}\n"
        for month, group in ((1, "一组"), (2, "二组"), (3, "一组"))
    )
    assert told(verdicts(rule, records)) == [("一组", "2016-03-10", "overdue")]


@pytest.mark.parametrize(
    ("first", "day"), [("2016-01-10", "2016-03-10"), ("2016-01-11", "2016-04-10")]
)
def test_only_while_the_rule_is_in_force(first: str, day: str) -> None:
    """What was before it is not counted; its first day is."""
    rule = TALKED % 3
    records = away("2016-01-10", "2016-02-10", "2016-03-10", "2016-04-10")
    found = verdicts(f"{rule[:-1]}, from: {first}}}", records)
    assert told(found) == [("李娜", day, "overdue")]


def test_two_on_one_day() -> None:
    """They count as two, in the order of the records."""
    records = away("2016-01-10") + away("2016-01-10", kind="party-lecture")
    assert told(verdicts(TALKED % 2, records)) == [("李娜", "2016-01-10", "overdue")]


def test_which_persons_are_meant() -> None:
    """Those of the rule alone."""
    rule = TALKED % 3
    records = away("2016-01-10", "2016-02-10", "2016-03-10", who="李娜、胡斌")
    found = verdicts(f"{rule[:-1]}, which: {{rank: 处级}}}}", records)
    assert [name for name, _, _ in told(found)] == ["胡斌"]


def test_a_number_that_is_not_set() -> None:
    """It cannot be judged, and says so."""
    one = verdict(TALKED % "$many", THREE, "params: {many: {source: text}}")
    assert (one.outcome, one.missing) == ("undecidable", ("many",))
    own = (("many", "3"),)
    found = verdicts(TALKED % "$many", THREE, "params: {many: {source: text}}", own=own)
    assert told(found) == [("李娜", "2016-03-10", "overdue")]


@settings(max_examples=60, derandomize=True, deadline=None)
@given(
    states=st.text("xo?", min_size=1, max_size=6),
    nth=st.sampled_from(
        ["2", "3", "{every: 2}", "{run: 2, of: {kind: all-member-meeting}}"]
    ),
)
def test_what_is_sure_is_so_however_it_is_completed(states: str, nth: str) -> None:
    """A law: a case that is judged is one in every way in which what is not told may be
    completed; and where nothing is told, none of them has any."""
    rule = TALKED % nth

    def found(completed: str) -> list[tuple[str, str, str]]:
        made = {"x": away, "o": there, "?": untold}
        records = "".join(
            made[state](f"2016-0{n + 1}-10") for n, state in enumerate(completed)
        )
        mine = [one for one in verdicts(rule, records) if one.subject.name == "李娜"]
        return told(mine)

    every = [
        set(found("".join(one)))
        for one in product(*("xo" if state == "?" else state for state in states))
    ]
    now = found(states)
    sure = {one for one in now if one[2] != "undecidable"}
    assert sure == set.intersection(*every)
    doubt = any(one[2] == "undecidable" for one in now)
    assert doubt == (set.union(*every) != sure)


def test_an_outcome_is_that_of_the_case() -> None:
    """`has` of the second lecture alone."""
    rule = "{for: branch, each: {kind: party-lecture}, nth: 2, has: {topic: some}}"
    assert outcome(rule, held("2016-01-10", "2016-02-10")) == "overdue"
    assert outcome(rule, held("2016-01-10"), branch=BRANCH) == "not-applicable"
