"""Which windows of a year are demanded, and of whom there is a case in one."""

from __future__ import annotations

import pytest

from lxyz.verdicts import Level

from ..trial import BRANCH, held, labels, verdict, verdicts

EACH = "{for: fact, each: {kind: party-lecture}, %s, fold: no}"
STUDY = "count: {of: {kind: collective-study}"


@pytest.mark.parametrize(("year", "why"), [(2016, None), (2017, "why:other-year")])
def test_days_of_one_year(year: int, why: str | None) -> None:
    """Days with their year are asked for in that year alone, and it is said so."""
    rule = "{when: {every: year, from: 2016-01-22, to: 2016-01-28}, count: {of: {kind: quiz}}}"
    one = verdict(rule, year=year, as_of=f"{year}-12-31")
    assert one.notes == ((why,) if why else ())
    assert (one.outcome == "not-applicable") is bool(why)


@pytest.mark.parametrize(
    ("founded", "first"),
    [("2016-03-01", "2016-03"), ("2016-03-02", "2016-04"), ("2015-01-01", "2016-01")],
)
def test_what_recurs_begins_with_the_first_whole_period(
    founded: str, first: str
) -> None:
    """A branch owes nothing of the days before it was founded."""
    branch = f"{BRANCH}成立日期: {founded}\n"
    rule = f"{{{STUDY}}}, when: {{every: month}}}}"
    found = labels(rule, branch=branch)
    assert found[0] == first
    assert found[-1] == "2016-12"


@pytest.mark.parametrize(
    ("formed", "first"),
    [("2016-03-01", "2016-03"), ("2016-03-02", "2016-04"), ("2016-12-02", None)],
)
def test_a_group_begins_with_its_first_whole_period(
    formed: str, first: str | None
) -> None:
    """As a branch does; what is due once a year it owes of the year it was formed in."""
    branch = BRANCH.replace("李娜、胡斌、许诺}", f"李娜、胡斌、许诺, 起: {formed}}}")
    every = f"{{for: group, {STUDY}}}, when: {{every: %s}}}}"
    found = verdicts(every % "month", branch=branch)
    months = [one.span.label for one in found if one.subject.name == "二组"]
    assert (months[0] if months else None) == first
    yearly = verdicts(every % "year", branch=branch)
    assert [one.subject.name for one in yearly] == ["一组", "二组"]


@pytest.mark.parametrize(
    ("dissolved", "last"),
    [("2016-06-30", "2016-06"), ("2016-06-29", "2016-05"), ("2017-01-01", "2016-12")],
)
def test_nothing_is_due_of_a_branch_that_is_no_more(dissolved: str, last: str) -> None:
    """What falls due after its last day is not asked of it."""
    branch = f"{BRANCH}撤销日期: {dissolved}\n"
    rule = f"{{{STUDY}}}, when: {{every: month}}}}"
    assert labels(rule, branch=branch)[-1] == last
    # The 7th of a month that it does not owe is none it owes.
    soft = (
        f"{{{STUDY}}}, when: {{every: month}}, soft: {{when: {{day: 7, shift: 3d}}}}}}"
    )
    found = verdicts(soft, branch=branch)
    assert found[-1].rule.endswith("~")
    assert found[-1].span.label == last


@pytest.mark.parametrize(("day", "last"), [("07", "2016-06"), ("08", "2016-05")])
def test_what_was_due_before_the_last_day_is_owed(day: str, last: str) -> None:
    """Though its period was not over."""
    branch = f"{BRANCH}撤销日期: 2016-06-07\n"
    rule = f"{{{STUDY}}}, when: {{every: month, by: 1-{day}}}}}"
    assert labels(rule, branch=branch)[-1] == last


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("成立日期: 2017-01-01", "branch-to-come"),
        ("撤销日期: 2015-12-31", "branch-gone"),
    ],
)
@pytest.mark.parametrize(
    "rule",
    [f"{{{STUDY}}}}}", "{when: now, has: {weekly_slot: some}}", "{attest: 认真吗}"],
)
def test_a_branch_that_was_not_there(more: str, why: str, rule: str) -> None:
    """Nothing is judged of the year, and it is said why."""
    one = verdict(rule, branch=f"{BRANCH}{more}\n")
    assert (one.outcome, one.notes) == ("not-applicable", (f"why:{why}",))


@pytest.mark.parametrize(
    ("founded", "test", "level", "notes"),
    [
        ("2016-07-01", f"{STUDY}, min: 8}}", "warning", ("founded:2016-07-01",)),
        ("2016-01-01", f"{STUDY}, min: 8}}", "error", ()),
        ("2016-07-01", f"{STUDY}}}", "error", ()),
    ],
)
def test_the_year_a_branch_was_founded_in(
    founded: str, test: str, level: str, notes: tuple[str, ...]
) -> None:
    """A number for the whole year is no gap of a branch of half a year; once is once."""
    one = verdict(
        f"{{{test}}}", as_of="2017-01-01", branch=f"{BRANCH}成立日期: {founded}\n"
    )
    assert (one.outcome, one.level, one.notes) == ("missed", level, notes)


def test_a_list_for_the_year_a_branch_was_founded_in() -> None:
    """So is a list, most of which was due before."""
    rule = "{cover: {of: {kind: collective-study}, tag: materials, all: [党章]}}"
    branch = f"{BRANCH}成立日期: 2016-07-01\n"
    assert verdict(rule, as_of="2017-01-01", branch=branch).level == "warning"


@pytest.mark.parametrize(
    ("year", "wanted"),
    [
        # The document is of 2016: of the year before it asks nothing.
        (2016, [f"2016-{month:02}" for month in range(1, 12)]),
        (2017, ["2016-12", *(f"2017-{month:02}" for month in range(1, 12))]),
    ],
)
def test_what_closes_periods_is_due_in_its_year(year: int, wanted: list[str]) -> None:
    """Of December in the January after, and in that report alone."""
    rule = "{when: {every: month, after: period, within: 5d}, count: {of: {kind: study-circular}}}"
    assert labels(rule, year=year, as_of=f"{year + 1}-03-01") == wanted


def test_a_person_in_no_role_is_no_subject() -> None:
    """Without counting out, a meeting that does not say who was away is nobody's."""
    rule = "{for: member, each: {kind: all-member-meeting, as: absent}, has: {topic: some}, fold: no}"
    untold = held("2016-03-10", kind="all-member-meeting", more="status: held")
    one = verdict(rule, untold)
    assert one.outcome in ("undecidable", "not-applicable")
    assert len(verdicts(rule, untold)) == 1
    branch = "{for: branch, each: {kind: all-member-meeting, present: {min: 2}}, nth: 1, has: {topic: some}, fold: no}"
    assert len(verdicts(branch, untold)) == 1


@pytest.mark.parametrize(
    ("gone", "why"),
    [("2016-05-04", "branch-gone"), ("2016-05-05", ""), ("2016-05-06", "")],
)
def test_a_record_of_the_last_day_of_a_branch(gone: str, why: str) -> None:
    """On that day it is judged, after it no more."""
    rule = EACH % "has: {theme: some}"
    branch = f"{BRANCH}撤销日期: {gone}\n"
    one = verdict(rule, held("2016-05-05"), branch=branch)
    assert one.notes == ((f"why:{why}",) if why else ())


@pytest.mark.parametrize(("least", "level"), [("1", "error"), ("2", "warning")])
def test_once_is_asked_of_a_young_branch_too(least: str, level: str) -> None:
    """It can be done in half a year as well as in a whole one; a number cannot."""
    branch = f"{BRANCH}成立日期: 2016-07-01\n"
    rule = f"{{{STUDY}, min: {least}}}}}"
    assert verdict(rule, as_of="2017-01-01", branch=branch).level == level


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        ("{for: fact, each: {kind: member-joined}, %s, fold: no}", ("about:许诺",)),
        ("{for: branch, each: {kind: member-joined}, %s, fold: no}", ()),
    ],
)
def test_whom_a_fact_of_the_profile_is_of(rule: str, wanted: tuple[str, ...]) -> None:
    """Where it is the subject, it is told by whose it is: it has no record."""
    after = "when: {after: subject, within: 10d}, count: {of: {kind: party-lecture}}"
    assert verdict(rule % after).notes == wanted


@pytest.mark.parametrize(
    ("kind", "record", "wanted"),
    [
        ("reflection-essay", "members: 李娜", ("about:李娜",)),
        ("commendation", "members: 李娜", ("about:李娜",)),
        ("commitment", "owner: branch", ()),
        ("party-lecture", "attendance: 李娜", ()),
    ],
)
def test_whom_a_record_is_of(kind: str, record: str, wanted: tuple[str, ...]) -> None:
    """A record of one member is told by who that is, and all by their day."""
    rule = f"{{for: fact, each: {{kind: {kind}}}, has: {{note: some}}, fold: no}}"
    one = verdict(rule, f"- {{kind: {kind}, date: 2016-05-05, {record}}}")
    assert one.notes == wanted


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        (
            "{kind: leave-began, as: about}, when: {before: subject, from: 9d, to: 0d}",
            "2016-03-01",
        ),
        (
            "{kind: leave-ended, as: about}, when: {after: subject, within: 9d}",
            "2016-08-31",
        ),
    ],
)
def test_what_is_asked_because_of_a_leave(rule: str, day: str) -> None:
    """Of him who goes, or is back, it is no less than a gap; what else falls on days of
    his leave is."""
    asked = "count: {of: {kind: thought-report, as: owner}}"
    one = verdict(f"{{for: member, each: {rule}, {asked}}}")
    assert (one.subject.name, one.span.label) == ("胡斌", day)
    assert one.level == Level.ERROR
    whole = verdicts(f"{{for: member, when: {{every: half}}, {asked}}}")
    away = [one.level for one in whole if one.subject.name == "胡斌"]
    assert set(away) == {Level.ERROR, Level.WARNING}
