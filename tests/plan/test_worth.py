"""A plan where one record counts as two: it reaches the number, and no more than that."""

from __future__ import annotations

import pytest

from .made import Make, kinds, whys

EITHER = (
    "{id: a, when: {every: year, from: 03-01, to: 05-31}, count: {of: "
    "[{kind: collective-study}, {kind: thematic-discussion, worth: 2}]%s}}"
)


@pytest.mark.parametrize(("least", "number"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3)])
def test_as_few_as_can_do(make: Make, least: int, number: int) -> None:
    """What counts as two is planned, half as often; that is proved to be the least."""
    plan = make(f"- {EITHER % f', min: {least}'}")
    assert plan.left == ()
    assert kinds(plan) == ["thematic-discussion"] * number
    assert plan.sittings == plan.bound.number == number


def test_what_is_there_counts_as_much(make: Make) -> None:
    """One discussion, of four: one more, or two studies."""
    held = "- {kind: thematic-discussion, date: 2016-03-10, attendance: all}\n"
    plan = make(f"- {EITHER % ', min: 4'}", held, as_of="2016-03-20")
    assert plan.left == ()
    assert kinds(plan) == ["thematic-discussion"]
    assert plan.bound is not None
    assert plan.bound.number == 1


def test_what_is_planned_anyway_serves(make: Make) -> None:
    """Two studies that another rule asks for do as well."""
    plan = make(
        f"""
        - {EITHER % ", min: 2"}
        - {{id: b, when: {{every: month, months: [3, 4]}}, count: {{of: {{kind: collective-study}}}}}}
        """
    )
    assert plan.left == ()
    assert plan.sittings == 2


def test_half_of_one(make: Make) -> None:
    """What counts as half is planned twice as often where nothing else would do."""
    rule = "{id: a, count: {of: {kind: thematic-discussion, worth: 1/2}, min: 2}}"
    plan = make(f"- {rule}")
    assert plan.left == ()
    assert plan.sittings == plan.bound.number == 4


def test_not_too_much(make: Make) -> None:
    """At least two and at most three: one that counts as two, and no second."""
    plan = make(f"- {EITHER % ', min: 2, max: 3'}")
    assert plan.left == ()
    assert plan.sittings == 1


def test_what_the_limit_cannot_hold_is_told(make: Make) -> None:
    """Monthly discussions of which each counts as two, and at most three of these."""
    plan = make(
        f"""
        - {EITHER % ", max: 3"}
        - {{id: b, when: {{every: month, months: [3, 4]}}, count: {{of: {{kind: thematic-discussion}}}}}}
        """
    )
    assert whys(plan) == ["conflict"]
    assert {one.verdict.rule for one in plan.left} <= {"trial-2016/a", "trial-2016/b"}


def test_a_worth_that_is_not_set(make: Make) -> None:
    """Nothing is planned for what cannot be judged; it is told."""
    rule = "{id: a, count: {of: {kind: thematic-discussion, worth: $much}, min: 2}}"
    plan = make(f"- {rule}", more="params: {much: {source: text}}")
    assert [one.verdict.outcome for one in plan.left] == ["undecidable"]
