"""A vacant post that is to be filled, and what is owed to who is new."""

from __future__ import annotations

import pytest

from ..trial import outcome, verdicts

VACANT = (
    "{for: fact, each: {kind: post-left}, when: {after: subject, within: 3m}, "
    "count: {of: {kind: post-taken, same: [post]}}}"
)
HEAD = """名称: 甲
规则包: trial-2016
党员: [{姓名: 王敏、陈静、李娜, 起: 2010-01-01}]
支委会:
  - {姓名: 李娜, 职务: 委员, 任职日期: 2014-01-01}
"""
LEFT = HEAD + "  - {姓名: 王敏, 职务: %s, 任职日期: 2014-01-01, 免职日期: 2016-03-31}\n"


def filled(day: str, post: str = "书记", left: str = "书记") -> str:
    """王敏 left a post on 31 March, and 陈静 took one."""
    return LEFT % left + f"  - {{姓名: 陈静, 职务: {post}, 任职日期: {day}}}\n"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-30", "overdue"),
        ("2016-03-31", "met"),
        ("2016-06-30", "met"),
        ("2016-07-01", "late"),
    ],
)
def test_a_vacant_post_is_filled_in_time(day: str, wanted: str) -> None:
    """From the day on which it was left to three months later; after that it is late."""
    assert outcome(VACANT, branch=filled(day)) == wanted


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2016-03-30", "not-applicable"),
        ("2016-03-31", "open"),
        ("2016-06-30", "open"),
        ("2016-07-01", "overdue"),
        ("2016-12-31", "overdue"),
    ],
)
def test_a_post_that_stays_vacant(as_of: str, wanted: str) -> None:
    """It is told once the days are over; nothing is before it was left."""
    assert outcome(VACANT, branch=LEFT % "书记", as_of=as_of) == wanted


def test_who_came_later_is_not_known_before() -> None:
    """On a day on which the post still was vacant, it is."""
    branch = filled("2016-06-30")
    assert outcome(VACANT, branch=branch, as_of="2016-06-29") == "open"
    assert outcome(VACANT, branch=filled("2016-07-15"), as_of="2016-07-14") == "overdue"


def test_another_post_does_not_fill_it() -> None:
    """Nor does another who held a like post all the time."""
    assert outcome(VACANT, branch=filled("2016-05-01", "组织委员")) == "overdue"
    assert outcome(VACANT, branch=LEFT % "委员") == "overdue"
    assert outcome(VACANT, branch=filled("2016-05-01", "委员", "委员")) == "met"


@pytest.mark.parametrize(("year", "number"), [(2015, 0), (2016, 1), (2017, 0)])
def test_it_is_of_the_year_in_which_it_was_left(year: int, number: int) -> None:
    """Whenever it was taken."""
    found = verdicts(VACANT, branch=LEFT % "书记", year=year, as_of=f"{year}-12-31")
    assert [one.outcome == "overdue" for one in found] == [bool(number)]


def test_who_is_elected_again_leaves_nothing() -> None:
    """His post is not vacant for a day."""
    again = LEFT % "书记" + "  - {姓名: 王敏, 职务: 书记, 任职日期: 2016-04-01}\n"
    assert outcome(VACANT, branch=again) == "not-applicable"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-04-30", "overdue"),
        ("2016-05-01", "met"),
        ("2016-11-01", "met"),
        ("2016-11-02", "late"),
    ],
)
def test_a_new_secretary_is_trained(day: str, wanted: str) -> None:
    """In half a year from the day on which he took his post."""
    rule = (
        "{for: fact, each: {kind: post-taken, post: 书记}, when: {after: subject, within: 6m}, "
        "count: {of: {kind: secretary-training, same: [about]}}}"
    )
    for who, result in (("陈静", wanted), ("王敏", "overdue")):
        record = f"- {{kind: secretary-training, date: {day}, members: {who}}}"
        found = outcome(rule, record, branch=filled("2016-05-01"))
        assert found == result


@pytest.mark.parametrize(
    ("day", "wanted"), [("2016-05-11", "met"), ("2016-05-12", "late")]
)
def test_who_came_is_talked_to(day: str, wanted: str) -> None:
    """Each who joined, himself, in ten days; who was there is not."""
    rule = (
        "{for: member, each: {kind: member-joined, as: about}, "
        "when: {after: subject, within: 10d}, count: {of: {kind: heart-to-heart-talk, as: to}}}"
    )
    branch = HEAD.replace(
        "起: 2010-01-01}", "起: 2010-01-01}, {姓名: 胡斌, 起: 2016-05-01}"
    )
    talk = f"- {{kind: heart-to-heart-talk, date: {day}, from: 王敏, to: 胡斌}}"
    (found,) = verdicts(rule, talk, branch=branch)
    assert found.subject.name == "胡斌"
    assert found.outcome == wanted


@pytest.mark.parametrize(
    ("year", "wanted"),
    [(2015, "not-applicable"), (2016, "overdue"), (2017, "not-applicable")],
)
def test_what_stands_is_of_the_year_of_its_end(year: int, wanted: str) -> None:
    """Where a rule counts from there; what has not ended is no subject."""
    rule = (
        "{for: fact, each: {kind: post}, when: {after: subject.end, within: 3m}, "
        "count: {of: {kind: oath-review}}}"
    )
    found = outcome(rule, branch=LEFT % "书记", year=year, as_of=f"{year}-12-31")
    assert found == wanted
    assert outcome(rule, branch=HEAD, year=year, as_of=f"{year}-12-31") == (
        "not-applicable"
    )
