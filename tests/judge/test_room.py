"""How much room is left, and what can no longer all be done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lxyz.judge import Priors, judge_in, with_room
from lxyz.judge.duty import Sitting, sittings_of
from lxyz.verdicts import Before, Clash, Outcome, Room

from ..trial import held, rule_of, world_of
from .rooms import ASKED, MEETING, NO_GROUPS, OPINIONS, day, room, roomy, rules

# --- the last day --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "left"),
    # 31 December 2016 is a Saturday: the Friday before it is the last working day.
    [("2016-12-29", 2), ("2016-12-30", 1)],
)
def test_the_last_working_day(as_of: str, left: int) -> None:
    """Up to the last working day before the due day, both ends counted."""
    rule = "{count: {of: {kind: party-lecture}}}"
    assert room(rule, as_of=as_of) == Room(day("12-30"), day("12-30"), left)


def test_no_working_day_is_left() -> None:
    """On the last day off the day itself is left, and no working day."""
    rule = "{count: {of: {kind: party-lecture}}}"
    assert room(rule, as_of="2016-12-31") == Room(day("12-31"), day("12-31"), 0)


def test_make_up_days_count() -> None:
    """6 February 2016 is a Saturday on which one works; the feast follows."""
    rule = "{when: {every: year, by: 02-13}, count: {of: {kind: party-lecture}}}"
    assert room(rule, as_of="2016-02-04") == Room(day("02-06"), day("02-06"), 3)


def test_what_is_overdue_has_room_while_a_late_one_counts() -> None:
    """Up to the last day on which a late one counts; for ever is no day."""
    rule = (
        "{when: {every: year, by: 06-30, late: %s}, count: {of: {kind: party-lecture}}}"
    )
    made, _ = roomy(rule % "07-31", as_of="2016-07-28")
    assert [one.outcome for one in made] == [Outcome.OVERDUE]
    assert made[0].room == Room(day("07-29"), day("07-29"), 2)
    made, _ = roomy(rule % "ever", as_of="2016-07-28")
    assert [(one.outcome, one.room) for one in made] == [(Outcome.OVERDUE, None)]


def test_a_band_gives_room_after_the_due_day() -> None:
    """What is preferred earlier, and still counts, has room to the end of the band."""
    rule = (
        "{when: {every: year, from: 06-15, to: 07-15, band: {from: 06-01, to: 07-29}, "
        "late: never}, count: {of: {kind: party-lecture}}}"
    )
    assert room(rule, as_of="2016-07-20").last == day("07-29")
    assert room(rule, as_of="2016-07-15").last == day("07-15")


@pytest.mark.parametrize(
    ("rule", "as_of", "records"),
    [
        ("{count: {of: {kind: party-lecture}}}", "2016-05-01", held("2016-04-01")),
        ("{count: {of: {kind: party-lecture}}}", "2017-01-01", ""),
        ("{count: {of: {kind: party-lecture}, max: 3}}", "2016-05-01", ""),
        ("{attest: 是否}", "2016-05-01", ""),
        ("{for: member, when: now, has: {status: full}}", "2016-07-01", ""),
    ],
    ids=["met", "missed", "at most", "attest", "has"],
)
def test_no_room_where_nothing_is_to_be_done_by_a_day(
    rule: str, as_of: str, records: str
) -> None:
    """What is done, past mending, only limited, answered or completed has none."""
    made, clashes = roomy(rule, records, as_of=as_of)
    assert made
    assert {one.room for one in made} == {None}
    assert clashes == ()


def test_items_of_a_list_and_planned_ones_have_room() -> None:
    """Each item has its own last day; what is planned can still be done otherwise."""
    rule = (
        "{cover: {of: {kind: collective-study}, tag: materials, "
        "all: [党章, {is: 准则, by: 06-30}]}}"
    )
    made, _ = roomy(rule, as_of="2016-06-01")
    assert [one.room and one.room.last for one in made] == [day("12-30"), day("06-30")]
    plan = "- {kind: party-lecture, date: 2016-08-05, status: planned}\n"
    made, _ = roomy("{count: {of: {kind: party-lecture}}}", plan, as_of="2016-06-01")
    assert [(one.outcome, bool(one.room)) for one in made] == [(Outcome.PLANNED, True)]


# --- several sittings ----------------------------------------------------------------


def test_several_sittings_begin_earlier() -> None:
    """Each is on a working day of its own."""
    rule = "{count: {of: {kind: collective-study}, min: 4}}"
    found = room(rule, held("2016-05-06", kind="collective-study"), as_of="2016-12-01")
    assert found == Room(day("12-30"), day("12-28"), 20, 3)


@pytest.mark.parametrize(
    ("as_of", "clash"), [("2016-12-28", False), ("2016-12-29", True)]
)
def test_more_sittings_than_working_days(as_of: str, clash: bool) -> None:
    """Three, where two working days are left, are told of, and since when."""
    rule = "{count: {of: {kind: collective-study}, min: 3}}"
    made, clashes = roomy(rule, as_of=as_of)
    wanted = Clash("days", (made[0].key(),), day("12-29"), day("12-31"), 3, 2)
    assert clashes == ((wanted,) if clash else ())


@pytest.mark.parametrize(
    "rule",
    [
        "{for: member, count: {of: {kind: reflection-essay, as: owner}, min: 3}}",
        "{count: {of: {kind: study-summary}, min: 3}}",
        "{count: {of: {kind: [collective-study, party-lecture]}, min: 3}}",
        "{count: {of: {kind: collective-study, level: [branch, group]}, min: 3}}",
        "{count: {of: {kind: collective-study}, min: 3, rounds: group}}",
        "{count: {of: [{kind: collective-study}, {kind: party-lecture}], min: 3}}",
        "{count: {of: {kind: collective-study}, sum: hours, min: 3}}",
        "{cover: {of: {kind: collective-study}, tag: materials, all: [甲, 乙, 丙]}}",
    ],
)
def test_what_may_be_on_one_day_is_no_clash(rule: str) -> None:
    """Papers, several kinds, groups and lists of materials need no days of their own."""
    made, clashes = roomy(rule, as_of="2016-12-30")
    assert made
    assert clashes == ()
    assert all(one.room and one.room.begin == day("12-30") for one in made)


def test_rounds_are_counted_where_there_are_no_groups() -> None:
    """A branch without groups has no rounds to help it."""
    rule = "{count: {of: {kind: collective-study}, min: 3, rounds: group}}"
    _, clashes = roomy(rule, as_of="2016-12-30", branch=NO_GROUPS)
    assert [(one.number, one.workdays) for one in clashes] == [(3, 1)]


def test_one_topic_a_sitting() -> None:
    """Topics that are different need sittings of their own, up to each one's day."""
    listed = rules(
        "{id: list, cover: {of: {kind: thematic-discussion}, tag: topic, "
        "all: [甲, {is: 乙, by: 06-30}]}}",
        "{id: third, when: {every: year, by: 06-30, late: never}, "
        "count: {of: {kind: thematic-discussion, materials: 党章, topic: 丙}}}",
        "{id: fourth, when: {every: year, by: 06-30, late: never}, "
        "count: {of: {kind: thematic-discussion, materials: 党章, topic: 丙}}}",
        "{id: again, when: {every: year, by: 06-30, late: never}, "
        "count: {of: {kind: thematic-discussion, topic: 乙}}}",
        "{id: some, when: {every: year, by: 06-30, late: never}, "
        "count: {of: {kind: thematic-discussion, topic: some}}}",
        "{id: wide, count: {of: {kind: thematic-discussion, content: {not: [丁]}}}}",
    )
    _, clashes = roomy(listed, as_of="2016-06-29")
    assert clashes == ()
    _, clashes = roomy(listed, as_of="2016-06-30")
    assert [one.number for one in clashes] == [2]
    assert {key[0] for key in clashes[0].keys} <= {
        "trial-2016/again",
        "trial-2016/fourth",
        "trial-2016/third",
    }
    assert (clashes[0].since, clashes[0].last) == (day("06-30"), day("06-30"))


def test_what_one_sitting_may_serve_hides_no_other() -> None:
    """Two rules ask for one topic, a third for another: two sittings, on one day."""
    rule = (
        "{id: %s, when: {every: year, by: 06-30, late: never}, "
        "count: {of: {kind: thematic-discussion, topic: %s}}}"
    )
    asked = (("a", "甲"), ("b", "甲"), ("c", "乙"))
    _, clashes = roomy(rules(*(rule % each for each in asked)), as_of="2016-06-30")
    assert [one.number for one in clashes] == [2]
    assert [key[0] for key in clashes[0].keys] == ["trial-2016/a", "trial-2016/c"]


def test_groups_are_apart() -> None:
    """Each group has days of its own; a folded year asks for one at a time."""
    rule = "{for: group, count: {of: {kind: collective-study}, min: 2}}"
    _, clashes = roomy(rule, as_of="2016-12-29")
    assert clashes == ()
    _, clashes = roomy(rule, as_of="2016-12-30")
    assert [one.keys[0][1] for one in clashes] == ["group:一组", "group:二组"]
    under = rules(
        "{id: all, count: {of: {kind: party-lecture}, min: 3}}",
        "{id: part, under: all, when: {every: year, by: 06-30, late: 06-30}, "
        "count: {of: {kind: party-lecture}, min: 3}}",
    )
    made, clashes = roomy(under, as_of="2016-12-30")
    assert [key[0] for one in clashes for key in one.keys] == ["trial-2016/all"]
    weekly = "{when: {every: week}, count: {of: {kind: collective-study}}, since: 2016-12-19}"
    made, clashes = roomy(weekly, as_of="2016-12-30")
    assert [one.room is not None for one in made] == [False]
    assert clashes == ()
    december = (
        "{when: {every: month}, since: 2016-12-01, fold: year, "
        "count: {of: {kind: collective-study}, min: 3}}"
    )
    made, clashes = roomy(december, as_of="2016-12-30")
    assert [one.room and one.room.number for one in made] == [1]
    assert clashes == ()


def test_what_another_gap_explains_is_no_clash_of_its_own() -> None:
    """The days that are wanting are told once, of the gap that explains."""
    window = (
        "when: {every: year, by: 06-30}, count: {of: {kind: party-lecture}, min: 3}"
    )
    under = rules(f"{{id: all, {window}}}", f"{{id: part, under: all, {window}}}")
    made, clashes = roomy(under, as_of="2016-12-30")
    assert [one.room is not None for one in made] == [True, True]
    assert [key[0] for one in clashes for key in one.keys] == ["trial-2016/all"]


def test_days_of_the_year_before_count_for_the_first_day() -> None:
    """So many were needed that there was room only in the year before."""
    rule = "{when: {every: year, by: 01-10, late: never}, count: {of: {kind: collective-study}, min: 9}}"
    _, clashes = roomy(rule, as_of="2016-01-05")
    assert [one.since for one in clashes] == [date(2015, 12, 29)]


def test_room_in_the_next_year_and_what_is_no_number() -> None:
    """What may be late into the next year has its days; a share lacks one record."""
    rule = "{when: {every: year, by: 06-30, late: next 02-last}, count: {of: {kind: party-lecture}}}"
    assert room(rule, as_of="2016-12-30") == Room(
        date(2017, 2, 28), date(2017, 2, 28), 39
    )
    hours = "{count: {of: {kind: collective-study}, sum: hours, min: 1/2}}"
    assert room(hours, as_of="2016-12-30").number == 1


# --- what comes first ----------------------------------------------------------------


def test_what_comes_first_takes_its_days() -> None:
    """The meeting on the last working day, the opinions three days before it."""
    listed = rules(MEETING, OPINIONS % ("", ""))
    before = Before("trial-2016/opinions", ("opinion-solicitation",), day("12-27"))
    assert room(listed, as_of="2016-12-01") == Room(
        day("12-30"), day("12-27"), 19, 1, (before,)
    )


def test_what_is_there_already_takes_none() -> None:
    """Opinions heard in time for the last day leave the meeting all its room; those
    heard too early do not."""
    listed = rules(MEETING, OPINIONS % ("", ""))
    assert room(listed, f"- {ASKED % '2016-11-10'}", as_of="2016-12-01").before == ()
    assert room(listed, f"- {ASKED % '2016-10-10'}", as_of="2016-12-01").before


def test_steps_before_steps() -> None:
    """What must come before what comes first is taken in; a rule that calls for its own
    like is followed only so far."""
    third = (
        "{id: notice, each: {kind: opinion-solicitation}, "
        "when: {before: subject, from: 20d, to: 2wd}, count: {of: {kind: publicity}}}"
    )
    found = room(rules(MEETING, OPINIONS % ("", ""), third), as_of="2016-12-01")
    assert found.begin == day("12-23")
    assert [one.kinds for one in found.before] == [
        ("publicity",),
        ("opinion-solicitation",),
    ]
    again = (
        "{id: again, each: {kind: organization-life-meeting}, "
        "when: {before: subject, from: 20d, to: 1d}, "
        "count: {of: {kind: organization-life-meeting}}}"
    )
    assert len(room(rules(MEETING, again), as_of="2016-12-01").before) == 4


@pytest.mark.parametrize(
    "rule",
    [
        OPINIONS % (", late: ever", ""),
        OPINIONS % ("", ", weak: yes"),
        OPINIONS % ("", ", modality: may"),
        OPINIONS % ("", ", debtor: committee-above"),
        OPINIONS % ("", ", years: [2015]"),
        OPINIONS % ("", ", from: 2017-01-01"),
        OPINIONS % ("", ", to: 2016-11-30"),
        OPINIONS % ("", ", if: {committee: no}"),
        (OPINIONS % ("", "")).replace("}, when", ", theme: 甲}, when"),
        (OPINIONS % ("", "")).replace("solicitation}", "solicitation, link: subject}"),
        (OPINIONS % ("", "")).replace("}}}", "}, max: 0}}"),
        (OPINIONS % ("", "")).replace("before: subject", "before: subject.due"),
        (OPINIONS % ("", "")).replace(
            "count: {of: {kind: opinion-solicitation}}", "has: {theme: some}"
        ),
        (OPINIONS % ("", "")).replace(
            "before: subject, from: 60d, to: 3d", "after: subject"
        ),
    ],
)
def test_what_need_not_come_first(rule: str) -> None:
    """What may be made up for, binds nobody, or is not of every such record takes no
    days."""
    found = room(rules(MEETING, rule), as_of="2016-12-01")
    assert (found.begin, found.before) == (day("12-30"), ())


def test_lists_and_waivers() -> None:
    """A list that must be held before counts as well; what is waived does not."""
    listed = OPINIONS.replace(
        "count: {of: {kind: opinion-solicitation}}",
        "cover: {of: {kind: opinion-solicitation}, tag: sources, all: [members]}",
    ) % ("", "")
    assert room(rules(MEETING, listed), as_of="2016-12-01").begin == day("12-27")
    waiver = (
        "- {kind: waiver, rule: trial-2016/opinions, reason: 防汛, approved_by: 机关党委, "
        "date: 2016-11-01, from: 2016-01-01, until: 2016-12-31}\n"
    )
    found = room(rules(MEETING, OPINIONS % ("", "")), waiver, as_of="2016-12-01")
    assert found.begin == day("12-30")


def test_of_several_that_would_do_the_roomiest_counts() -> None:
    """Where another kind would do as well, nothing need come first."""
    either = MEETING.replace(
        "organization-life-meeting", "[organization-life-meeting, party-lecture]"
    )
    found = room(rules(either, OPINIONS % ("", "")), as_of="2016-12-01")
    assert (found.begin, found.before) == (day("12-30"), ())
    both = MEETING.replace(
        "organization-life-meeting", "{all: [organization-life-meeting, party-lecture]}"
    )
    found = room(rules(both, OPINIONS % ("", "")), as_of="2016-12-01")
    assert found.begin == day("12-27")


def test_another_level_is_another_matter() -> None:
    """What comes before meetings of the branch does not come before those of others."""
    group = "{id: meeting, for: group, count: {of: {kind: organization-life-meeting}}}"
    found = room(rules(group, OPINIONS % ("", "")), as_of="2016-12-01")
    assert (found.begin, found.before) == (day("12-30"), ())
    above = (
        "{id: meeting, count: {of: {kind: organization-life-meeting, level: above}}}"
    )
    found = room(rules(above, OPINIONS % ("", "")), as_of="2016-12-01")
    assert (found.begin, found.before) == (day("12-30"), ())


# --- order that is no longer possible --------------------------------------------------


def passes(as_of: date, asked: tuple[date, ...]) -> bool:
    """Whether there are days from `as_of` on for opinions and a meeting, by trying."""
    listed = rules(MEETING, OPINIONS % ("", ""))
    days = [as_of + timedelta(n) for n in range((date(2016, 12, 31) - as_of).days + 1)]
    known = "".join(f"- {ASKED % one}\n" for one in asked)
    for meeting in days:
        for opinions in [None, *days]:
            more = f"- {ASKED % opinions}\n" if opinions else ""
            sat = held(str(meeting), kind="organization-life-meeting")
            world = world_of(known + more + sat, listed, as_of="2017-01-01")
            if {one.outcome for one in judge_in(world)} == {Outcome.MET}:
                return True
    return False


@pytest.mark.parametrize("asked", [(), ("10-28",), ("10-31",), ("11-01",)])
def test_a_clash_of_order_is_proved(asked: tuple[str, ...]) -> None:
    """It is told on exactly those days on which no choice of days would do any more, and
    the day since when is the first of them."""
    listed = rules(MEETING, OPINIONS % ("", ""))
    known = "".join(f"- {ASKED % day(one)}\n" for one in asked)
    told: list[date] = []
    for number in (24, 26, 27, 28, 29, 30, 31):
        as_of = day(f"12-{number}")
        _, clashes = roomy(listed, known, as_of=str(as_of))
        assert bool(clashes) != passes(as_of, tuple(map(day, asked))), as_of
        if clashes:
            told.append(as_of)
            (clash,) = clashes
            assert clash.rules == ("trial-2016/opinions",)
            assert (clash.why, clash.last) == ("order", day("12-31"))
            assert clash.since == told[0]
    assert bool(told) == (asked != ("11-01",))


def test_no_clash_while_the_day_itself_counts() -> None:
    """A band up to the day itself keeps it possible; one that may be late for ever is
    never shut; nor is what another explains, or may be held otherwise."""
    listed = rules(MEETING, OPINIONS % (", band: {from: 60d, to: 0d}", ""))
    made, clashes = roomy(listed, as_of="2016-12-31")
    assert clashes == ()
    assert made[0].room is not None
    assert made[0].room.begin < day("12-31")
    late = MEETING.replace(
        "{id: meeting,", "{id: meeting, when: {every: year, late: ever},"
    )
    _, clashes = roomy(rules(late, OPINIONS % ("", "")), as_of="2016-12-31")
    assert clashes == ()


def test_what_comes_before_the_third_alone_is_not_before_every_one() -> None:
    """Which one will be the third, nobody knows beforehand."""
    third = OPINIONS.replace("each:", "nth: 3, each:", 1) % ("", "")
    rule = rules(MEETING, third)
    left = room(rule, as_of="2016-12-01")
    assert (left.before, left.begin) == ((), left.last)
    every = room(rules(MEETING, OPINIONS % ("", "")), as_of="2016-12-01")
    assert [one.rule for one in every.before] == ["trial-2016/opinions"]


# --- what counts as several ----------------------------------------------------------

DISCUSSION = held("2016-03-01", kind="thematic-discussion")


@pytest.mark.parametrize(
    ("pattern", "have", "number", "begin"),
    [
        ("{kind: thematic-discussion, worth: 2}", 0, 2, "2016-12-29"),
        ("{kind: thematic-discussion, worth: 2}", 1, 1, "2016-12-30"),
        ("{kind: thematic-discussion, worth: 1/2}", 1, 7, "2016-12-22"),
    ],
)
def test_how_many_are_lacking_at_least(
    pattern: str, have: int, number: int, begin: str
) -> None:
    """The room is that of the fewest that can do: four, at two each."""
    world = world_of(
        DISCUSSION if have else "",
        f"{{count: {{of: {pattern}, min: 4}}}}",
        as_of="2016-11-01",
    )
    made, _ = with_room(judge_in(world), [world], Priors([world], world.as_of))
    room = made[0].room
    assert room is not None
    assert (room.number, str(room.begin)) == (number, begin)


def test_a_limit_that_is_open_has_no_room_to_fill() -> None:
    """Enough are there, and there must not be more."""
    rule = "{count: {of: {kind: thematic-discussion, worth: 2}, min: 2, max: 4}}"
    world = world_of(DISCUSSION, rule, as_of="2016-11-01")
    made, _ = with_room(judge_in(world), [world], Priors([world], world.as_of))
    assert (made[0].outcome, made[0].need) == (Outcome.OPEN, "≤4")
    assert made[0].room is not None
    assert made[0].room.number == 1


# --- what a record would be ----------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("of: {kind: party-lecture}", [("party-lecture", "")]),
        ("of: {kind: party-lecture, level: branch}", [("party-lecture", "")]),
        ("of: {kind: party-lecture, level: group}", [("party-lecture", "一组")]),
        (
            "of: {kind: party-lecture, level: [group, branch]}",
            [("party-lecture", "一组")],
        ),
        ("of: {kind: party-lecture, level: [branch, group]}", [("party-lecture", "")]),
        ("of: {kind: party-lecture, level: above}", []),
        (
            "of: [{kind: party-lecture, level: above}, {kind: oath-review}]",
            [("oath-review", "")],
        ),
        (
            "of: {kind: [party-lecture, oath-review]}",
            [("party-lecture", ""), ("oath-review", "")],
        ),
        (
            "of: {kind: {all: [party-lecture, oath-review]}}",
            [("oath-review party-lecture", "")],
        ),
    ],
)
def test_what_a_record_would_be(rule: str, wanted: list[tuple[str, str]]) -> None:
    """Of the branch or of a group; what only the committee above holds is none."""
    found = sittings_of(rule_of(f"{{count: {{{rule}}}}}"), "一组")
    assert [(" ".join(sorted(one.kinds)), one.group) for one in found] == wanted
    of_group = sittings_of(rule_of(f"{{for: group, count: {{{rule}}}}}"), "二组")
    assert {one.group for one in of_group} <= {"二组"}
    assert Sitting(frozenset(("party-lecture",))).group == ""


def test_what_comes_first_of_another_kind_is_left_aside() -> None:
    """Whichever rule stands first, each looks at its own."""
    other = "{id: texts, each: {kind: party-lecture}, when: {before: subject, from: 60d, to: 5d}, count: {of: {kind: opinion-solicitation}}}"
    both = [other, OPINIONS % ("", "")]
    for order in (both, both[::-1]):
        found = room(rules(MEETING, *order), as_of="2016-12-01")
        assert [one.rule for one in found.before] == ["trial-2016/opinions"]
        assert found.begin == day("12-27")


def test_where_something_else_would_do_nothing_comes_first() -> None:
    """A lecture instead of the meeting needs no opinions before it."""
    either = (
        "{id: meeting, count: {of: {kind: [party-lecture, organization-life-meeting]}}}"
    )
    found = room(rules(either, OPINIONS % ("", "")), as_of="2016-12-01")
    assert (found.before, found.begin) == ((), day("12-30"))


@pytest.mark.parametrize(
    ("item", "number"),
    [("{is: 乙, by: 06-30}", 2), ("{any: [乙, 戊], label: 丙, by: 06-30}", 2)],
)
def test_items_by_several_words(item: str, number: int) -> None:
    """An item is told apart by its word, or by any of its words."""
    listed = rules(
        "{id: list, when: {every: year, by: 06-30, late: never}, "
        f"cover: {{of: {{kind: thematic-discussion}}, tag: topic, all: [甲, {item}]}}}}"
    )
    _, clashes = roomy(listed, as_of="2016-06-30")
    assert [one.number for one in clashes] == [number]
