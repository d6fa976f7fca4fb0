"""What must come before a record that is still to be: which rules, and till when."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.verdicts import Before

from .rooms import ASKED, MEETING, OPINIONS, day, room, roomy, rules

FIRST = OPINIONS % ("", "")
SPAN = "from: 60d, to: 3d"
TEXTS = (
    "{id: texts, each: {kind: organization-life-meeting}, "
    "when: {before: subject, from: 60d, to: %s}, count: {of: {kind: publicity}}}"
)
AS_OF = "2016-12-01"


def steps(*listed: str, as_of: str = AS_OF) -> list[tuple[str, str]]:
    """The rules that ask for something before the meeting, and the last day for it."""
    found = room(rules(MEETING, *listed), as_of=as_of).before
    return [(one.rule.removeprefix("trial-2016/"), str(one.last)) for one in found]


OPINIONS_FIRST = [("opinions", "2016-12-27")]


# --- which rules ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("to", "wanted"), [("3d", []), ("1d", []), ("0d", [("opinions", "2016-12-30")])]
)
def test_around_the_day_is_not_before_it(
    to: str, wanted: list[tuple[str, str]]
) -> None:
    """What may as well come on a day after it need not come first; what must be there
    by the day itself has to."""
    rule = FIRST.replace(SPAN, f"from: 60d, to: {to}")
    assert steps(rule.replace("before:", "around:")) == wanted


def test_before_the_end_of_it() -> None:
    """A record that is still to be begins and ends on its day."""
    assert steps(FIRST.replace("before: subject", "before: subject.end")) == (
        OPINIONS_FIRST
    )


@pytest.mark.parametrize(
    "idle",
    [
        (
            "{id: gone, years: [2015], each: {kind: organization-life-meeting}, "
            "when: {before: subject}, count: {of: {kind: publicity}}}"
        ),
        "{id: other, count: {of: {kind: publicity}}}",
    ],
    ids=["of another year", "of no record"],
)
def test_a_rule_that_says_nothing_hides_none(idle: str) -> None:
    """Wherever it stands in the pack."""
    assert steps(idle, FIRST) == steps(FIRST, idle) == OPINIONS_FIRST


def test_a_rule_whose_number_nobody_has_set() -> None:
    """It cannot be judged, so that nothing is known to come first."""
    unset = FIRST.replace("solicitation}}", "solicitation}, min: $many}")
    params = "params: {many: {source: text}}"
    made, _ = roomy(rules(MEETING, unset), "", params, as_of=AS_OF)
    left = next(one.room for one in made if one.rule.endswith("/meeting"))
    assert left is not None
    assert left.before == ()


@pytest.mark.parametrize(
    "each",
    [
        "{kind: organization-life-meeting, as: host}",
        "{kind: organization-life-meeting, root: study-plan}",
        "{kind: organization-life-meeting, theme: some}",
    ],
)
def test_a_rule_about_some_meetings_only(each: str) -> None:
    """Whether the next one will be of those, nobody knows."""
    assert steps(FIRST.replace("{kind: organization-life-meeting}", each)) == []


@pytest.mark.parametrize(
    "asked",
    [
        "{kind: opinion-solicitation, same: [topic]}",
        "[{kind: opinion-solicitation}, {kind: publicity, link: subject}]",
        "[{kind: publicity, same: [topic]}, {kind: opinion-solicitation}]",
    ],
)
def test_what_goes_by_a_record_that_is_not_there(asked: str) -> None:
    """What belongs to the meeting, or has its topic, can only be judged with it."""
    assert steps(FIRST.replace("{kind: opinion-solicitation}", asked)) == []


def test_a_group_has_its_own_before_it() -> None:
    """What each meeting of a group wants before it, the group's next meeting wants."""
    study = "{id: meeting, for: group, count: {of: {kind: collective-study}}}"
    first = (
        "{id: notice, each: {kind: collective-study, level: %s}, "
        "when: {before: subject, from: 60d, to: 3d}, count: {of: {kind: publicity}}}"
    )
    wanted = Before("trial-2016/notice", ("publicity",), day("12-27"))
    assert room(rules(study, first % "group"), as_of=AS_OF).before == (wanted,)
    assert room(rules(study, first % "branch"), as_of=AS_OF).before == ()


# --- till when -----------------------------------------------------------------------


def test_no_day_before_the_day_of_the_check() -> None:
    """On Saturday 24 December what is due by Sunday is due on Sunday, and not on the
    Friday that has gone by."""
    rule = FIRST.replace("to: 3d", "to: 5d")
    assert steps(rule, as_of="2016-12-24") == [("opinions", "2016-12-25")]
    assert steps(rule, as_of="2016-12-23") == [("opinions", "2016-12-23")]


def test_not_before_its_own_first_day() -> None:
    """What counts on the weekend alone is held on the weekend."""
    rule = FIRST.replace(SPAN, "from: 6d, to: 5d")
    assert steps(rule) == [("opinions", "2016-12-25")]


def test_what_only_the_unit_above_can_do() -> None:
    """It is said that it comes first, though no record of the branch would do."""
    above = FIRST.replace("solicitation}", "solicitation, level: above}")
    found = room(rules(MEETING, above), as_of=AS_OF)
    assert found.before == (Before("trial-2016/opinions", (), day("12-27")),)
    assert found.begin == day("12-27")


NOTICE = (
    "{id: notice, each: {kind: %s}, when: {before: subject, from: 20d, to: 2d}, "
    "count: {of: {kind: study-summary}}}"
)


@pytest.mark.parametrize(
    ("slow", "begin", "number"),
    [
        ("opinion-solicitation", "12-27", 1),
        ("publicity", "12-27", 1),
        ("[opinion-solicitation, publicity]", "12-23", 2),
    ],
)
def test_of_two_that_would_do_first_the_quicker(
    slow: str, begin: str, number: int
) -> None:
    """Where one of them wants something before it, the other one is reckoned with."""
    either = FIRST.replace(
        "{kind: opinion-solicitation}", "{kind: [opinion-solicitation, publicity]}"
    )
    found = room(rules(MEETING, either, NOTICE % slow), as_of=AS_OF)
    assert (found.begin, len(found.before)) == (day(begin), number)


@pytest.mark.parametrize("kinds", ["[%s, %s]", "{all: [%s, %s]}"])
def test_of_two_meetings_that_would_do_the_one_with_less_before_it(kinds: str) -> None:
    """Though both can be begun as late; of one that is both, all must come first."""
    named = kinds % ("organization-life-meeting", "democratic-evaluation")
    wide = f"{{id: meeting, count: {{of: {{kind: {named}}}}}}}"
    same_day = FIRST.replace(SPAN, "from: 60d, to: 0d")
    found = room(rules(wide, same_day), as_of=AS_OF)
    assert found.begin == day("12-30")
    assert len(found.before) == (0 if kinds.startswith("[") else 1)


# --- since when there is no day left ---------------------------------------------------


def since(*listed: str, as_of: str, records: str = "") -> list[tuple[str, list[str]]]:
    """Since when no order of days does any more, and by which rules."""
    _, clashes = roomy(rules(MEETING, *listed), records, as_of=as_of)
    return [
        (str(one.since), [rule.removeprefix("trial-2016/") for rule in one.rules])
        for one in clashes
    ]


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2016-12-21", []),
        ("2016-12-22", [("2016-12-22", ["texts"])]),
        ("2016-12-28", [("2016-12-22", ["texts"])]),
        ("2016-12-29", [("2016-12-22", ["opinions", "texts"])]),
        ("2016-12-31", [("2016-12-22", ["opinions", "texts"])]),
    ],
)
def test_of_two_that_came_too_late_the_earlier_shut_it(
    as_of: str, wanted: list[tuple[str, list[str]]]
) -> None:
    """Ten days before the 31st the texts were due, three days before it the opinions;
    of those that can still be heard nothing is said."""
    for listed in ((FIRST, TEXTS % "10d"), (TEXTS % "10d", FIRST)):
        found = since(*listed, as_of=as_of)
        assert [(one, sorted(by)) for one, by in found] == wanted


@pytest.mark.parametrize(
    ("asked", "wanted"), [("2016-10-31", "2016-12-31"), ("2016-10-30", "2016-12-30")]
)
def test_it_was_possible_while_what_was_heard_counted(asked: str, wanted: str) -> None:
    """Opinions of 31 October were good for a meeting up to 30 December, and no later."""
    found = since(FIRST, as_of="2016-12-31", records=f"- {ASKED % asked}\n")
    assert found == [(wanted, ["opinions"])]


def test_of_two_ways_that_are_both_shut_the_last_to_be_open_counts() -> None:
    """A lecture would have done until the day before the last; after that nothing."""
    either = (
        "{id: meeting, count: {of: {kind: [organization-life-meeting, party-lecture]}}}"
    )
    lecture = (
        "{id: notice, each: {kind: party-lecture}, "
        "when: {before: subject, from: 60d, to: 1d}, count: {of: {kind: publicity}}}"
    )
    for listed in ((FIRST, lecture), (lecture, FIRST)):
        _, before = roomy(rules(either, *listed), as_of="2016-12-30")
        assert before == ()
        _, (clash,) = roomy(rules(either, *listed), as_of="2016-12-31")
        assert clash.since == date(2016, 12, 31)
        assert set(clash.rules) == {"trial-2016/opinions", "trial-2016/notice"}
        assert clash.keys == (("trial-2016/meeting", "branch:第九党支部", "2016", ""),)
