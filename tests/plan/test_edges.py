"""Where a plan can do nothing, or need do nothing: said as it is, and nothing made up."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.plan.conflict import without_needless

from .made import Make


def test_what_is_in_common_and_said_without_words(make: Make) -> None:
    """How many days a discussion takes is known of one on whose record nothing of it is
    written: the study before it takes as many."""
    plan = make(
        """
        - {id: a, when: {every: year, from: 12-01}, count: {of: {kind: thematic-discussion}}}
        - {id: b, each: {kind: thematic-discussion}, when: {before: subject, from: 30d, to: 1d},
           count: {of: {kind: collective-study, same: [days]}}}
        """,
        as_of="2016-11-01",
    )
    assert plan.left == ()
    assert sorted(kind for one in plan.drafts for kind in one.kinds) == [
        "collective-study",
        "thematic-discussion",
    ]


def test_an_item_that_is_due_before_any_working_day(make: Make) -> None:
    """The plan that holds it is made in time, on a holiday where there is no other."""
    plan = make(
        """
        - {id: a, when: {every: year, to: 06-30}, count: {of: {kind: study-plan}}}
        - {id: b, when: {every: year, to: 01-03}, count: {of: {kind: plan-item, root: study-plan}}}
        """,
        as_of="2016-01-01",
    )
    assert [(one.day, one.kinds) for one in plan.drafts] == [
        (date(2016, 1, 1), ["study-plan"])
    ]
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/b"]


@pytest.mark.parametrize(
    ("rule", "left"),
    [
        # The rule has no fact of each to refer to, or one without a day.
        ("count: {of: {kind: party-lecture, link: subject}}", []),
        (
            "for: fact, each: {kind: branch}, when: {every: year}, count: {of: {kind: party-lecture, link: subject}}",
            ["unwritten"],
        ),
    ],
)
def test_what_nothing_can_be_said_of(make: Make, rule: str, left: list[str]) -> None:
    """A lecture refers to no record that is none."""
    plan = make(f"- {{id: a, {rule}}}", as_of="2016-11-01")
    (lecture,) = plan.drafts
    assert "based_on" not in lecture.values
    assert [one.why for one in plan.left] == left


def test_what_comes_after_two_in_a_row(make: Make) -> None:
    """Once, though three meetings are planned."""
    plan = make(
        """
        - {id: a, when: {every: month, months: [10, 11, 12]}, count: {of: {kind: committee-meeting}}}
        - {id: b, each: {kind: committee-meeting}, nth: {run: 2, of: {kind: committee-meeting}},
           when: {after: subject, from: 1d, within: 14d}, count: {of: {kind: opinion-survey}}}
        """,
        as_of="2016-10-01",
    )
    assert plan.left == ()
    kinds = [one.kinds for one in sorted(plan.drafts, key=lambda one: one.day)]
    assert kinds == [
        ["committee-meeting"],
        ["committee-meeting"],
        ["opinion-survey"],
        ["committee-meeting"],
    ]


def test_a_weekday_that_the_fixed_day_is_not(make: Make) -> None:
    """What custom would put together is held apart."""
    plan = make(
        """
        - {id: a, when: {every: month, months: [11], day: 10}, count: {of: {kind: theme-party-day}}}
        - {id: b, when: {every: year, from: 11-01, to: 11-30}, count: {of: {kind: party-lecture, weekday: friday}}}
        """,
        as_of="2016-10-01",
    )
    assert plan.left == ()
    days = {kind: one.day for one in plan.drafts for kind in one.kinds}
    assert days["theme-party-day"] == date(2016, 11, 10)
    assert days["party-lecture"].weekday() == 4


def test_what_a_coming_sitting_does_not_say_yet(make: Make) -> None:
    """What is to be of its topic waits for its record to say what that is."""
    plan = make(
        """
        - {id: a, each: {kind: thematic-discussion}, when: {during: subject},
           count: {of: {kind: party-lecture, same: [topic]}}}
        """,
        "- {类型: 专题学习讨论, 日期: 2016-12-20, 状态: 计划}",
        as_of="2016-11-01",
    )
    assert [one.why for one in plan.left] == ["record"]


def test_a_rule_that_clashes_with_none() -> None:
    """One that can be left out is, and the others are tried again without it."""
    tried: list[frozenset[str]] = []

    def clash(rules: object) -> bool:
        tried.append(frozenset(rules))  # type: ignore[call-overload]
        return {"r0", "r2"} <= tried[-1]

    assert without_needless(["r0", "r1", "r2"], clash) == ["r0", "r2"]
