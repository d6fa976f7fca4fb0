"""`of`: ballots of ballots, of those present, of those who should have been there."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, outcome, verdict

VOTE = "{for: fact, each: {kind: all-member-meeting}, has: {approve: %s}, fold: no%s}"
OVER_HALF = "{over: 1/2, of: %s}"


def vote(ballots: str, more: str = "attendance: all", day: str = "2016-04-10") -> str:
    """A meeting at which votes were cast."""
    return (
        f"- {{kind: all-member-meeting, date: {day}, ballots: {{{ballots}}}, {more}}}\n"
    )


@pytest.mark.parametrize(
    ("wanted", "ballots", "result"),
    [
        # Over a half: the half itself is not, the next is.
        ("{over: 1/2, of: valid}", "valid: 10, approve: 5", "overdue"),
        ("{over: 1/2, of: valid}", "valid: 10, approve: 6", "met"),
        ("{over: 1/2, of: valid}", "valid: 11, approve: 6", "met"),
        ("{over: 1/2, of: returned}", "returned: 12, valid: 10, approve: 6", "overdue"),
        ("{over: 1/2, of: issued}", "issued: 13, approve: 7", "met"),
        ("{min: 2/3, of: valid}", "valid: 9, approve: 6", "met"),
        ("{min: 2/3, of: valid}", "valid: 9, approve: 5", "overdue"),
        ("{min: 66.7%, of: valid}", "valid: 9, approve: 6", "overdue"),
        ("{max: 1/3, of: valid}", "valid: 9, approve: 3", "met"),
        ("{max: 1/3, of: valid}", "valid: 9, approve: 4", "overdue"),
        ("{under: 1/3, of: valid}", "valid: 9, approve: 3", "overdue"),
        ("{under: 1/3, of: valid}", "valid: 9, approve: 2", "met"),
        ("{min: 1/3, max: 2/3, of: valid}", "valid: 9, approve: 7", "overdue"),
        ("{min: 1, of: valid}", "valid: 9, approve: 9", "met"),
        # Of none more than half is not.
        ("{over: 1/2, of: valid}", "valid: 0, approve: 0", "overdue"),
        # A plain number is one.
        ("{min: 6}", "valid: 9, approve: 6", "met"),
        ("{min: 6}", "valid: 9, approve: 5", "overdue"),
    ],
)
def test_of_ballots(wanted: str, ballots: str, result: str) -> None:
    """On both sides of the bound."""
    assert outcome(VOTE % (wanted, ""), vote(ballots)) == result


@pytest.mark.parametrize(
    ("ballots", "missing"),
    [("valid: 9", "approve"), ("approve: 9", "valid"), ("issued: 9", "approve")],
)
def test_what_is_not_written_is_a_gap(ballots: str, missing: str) -> None:
    """As everywhere in `has`; completing it cures it."""
    one = verdict(VOTE % (OVER_HALF % "valid", ""), vote(ballots))
    assert (one.outcome, one.missing) == ("overdue", (missing,))
    assert (one.need, one.have) == ("1", "0")


def test_where_nothing_is_written() -> None:
    """No ballots at all."""
    record = "- {kind: all-member-meeting, date: 2016-04-10, attendance: all}\n"
    one = verdict(VOTE % (OVER_HALF % "valid", ""), record)
    assert (one.outcome, one.missing) == ("overdue", ("approve",))


@pytest.mark.parametrize(
    ("ballots", "result"),
    [
        ("valid: 9, approve: 0", "missed"),
        ("valid: 9", "overdue"),
        ("approve: 0", "overdue"),
    ],
)
def test_what_was_voted_is_not_voted_again(ballots: str, result: str) -> None:
    """`late: never`: what is written is missed, what is not can still be told."""
    rule = VOTE % (OVER_HALF % "valid", ", late: never")
    assert outcome(rule, vote(ballots)) == result


@pytest.mark.parametrize(
    ("of", "more", "approve", "result"),
    [
        # Three of the four are there; who is on leave and did not come is not expected.
        ("present", "attendance: {present: 王敏、陈静、李娜}", 1, "overdue"),
        ("present", "attendance: {present: 王敏、陈静、李娜}", 2, "met"),
        ("expected", "attendance: {present: 王敏、陈静、李娜}", 2, "met"),
        ("expected", "attendance: {present: 王敏、陈静、李娜、胡斌}", 2, "overdue"),
        ("expected", "attendance: {present: 王敏、陈静、李娜、胡斌}", 3, "met"),
        ("expected", "attendance: {present: 王敏, absent: 陈静、李娜}", 1, "overdue"),
        ("present", "attendance: {present: 王敏, absent: 陈静、李娜}", 1, "met"),
    ],
)
def test_of_persons(of: str, more: str, approve: int, result: str) -> None:
    """Over half of those present, and of those who should have been."""
    rule = VOTE % (OVER_HALF % of, "")
    assert outcome(rule, vote(f"approve: {approve}", more)) == result


@pytest.mark.parametrize("of", ["present", "expected"])
def test_who_was_there_is_not_told(of: str) -> None:
    """That cannot be known: who was there is no gap of this rule."""
    one = verdict(VOTE % (OVER_HALF % of, ""), vote("approve: 3", "status: held"))
    assert (one.outcome, one.missing) == ("undecidable", (of,))


@pytest.mark.parametrize(("approve", "result"), [(2, "overdue"), (3, "met")])
def test_of_those_who_may_vote(approve: int, result: str) -> None:
    """Only full members: from September on there are five, of whom one is on trial."""
    wanted = "{over: 1/2, of: expected, which: {status: full}}"
    record = vote(f"approve: {approve}", day="2016-09-10")
    assert outcome(VOTE % (wanted, ""), record) == result
    assert outcome(VOTE % (OVER_HALF % "expected", ""), record) == result
    more = vote("approve: 2", "attendance: {present: 王敏、陈静、许诺}", "2016-09-10")
    there = "{min: 1, of: present, which: {status: full}}"
    assert outcome(VOTE % (there, ""), more) == "met"


@pytest.mark.parametrize(
    ("there", "result"),
    [("王敏、陈静、李娜", "overdue"), ("王敏、陈静、李娜、胡斌", "met")],
)
def test_persons_of_persons(there: str, result: str) -> None:
    """Those who were there, of those who should have been: 4/5 of five."""
    rule = "{for: fact, each: {kind: all-member-meeting}, has: {present: {min: 4/5, of: expected}}, fold: no}"
    record = vote("valid: 1", f"attendance: {{present: {there}}}", "2016-09-10")
    assert outcome(rule, record) == result


def test_in_a_pattern_it_is_a_doubt() -> None:
    """What is needed to know which record counts, and is not written, is unknown."""
    rule = "{count: {of: {kind: all-member-meeting, approve: {over: 1/2, of: valid}}}}"
    assert outcome(rule, vote("valid: 9, approve: 5")) == "met"
    assert outcome(rule, vote("valid: 9, approve: 4")) == "missed"
    one = verdict(rule, vote("approve: 4"))
    assert (one.outcome, one.missing) == ("undecidable", ("valid",))


def test_ballots_can_be_added_up() -> None:
    """Each is a number of its own."""
    rule = "{count: {of: {kind: all-member-meeting}, sum: approve, min: 9}}"
    records = vote("approve: 4") + vote("approve: 5", day="2016-05-10")
    assert verdict(rule, records).have == "9"


def test_what_cannot_be_read_is_no_gap() -> None:
    """A number that is none was told of where it stands; nothing is held against it."""
    from lxyz.facts.build import build_facts
    from lxyz.files import read_text
    from lxyz.records import read_records
    from lxyz.vocabulary import vocabulary

    from ..trial import bound, date, judge, profile_of

    text = vote("valid: 9, approve: 多数")
    records, faults = read_records(read_text(text.encode(), "r.yaml"), vocabulary())
    assert faults
    day = date(2017, 1, 1)
    facts, _ = build_facts(profile_of(BRANCH), records, vocabulary(), day)
    rule = bound(VOTE % (OVER_HALF % "valid", ""))
    (one,) = judge(facts, rule, 2016, day)
    assert (one.outcome, one.missing) == ("undecidable", ("approve",))
