"""How votes are cast, no plan can say: it plans the rest, and leaves that to people."""

from __future__ import annotations

import pytest

from .made import Make, said, told, whys

MEETING = "- {id: a, count: {of: {kind: all-member-meeting}}}"


@pytest.mark.parametrize(
    "asked", ["approve: {over: 1/2, of: valid}", "approve: {min: 3}", "ballots: some"]
)
def test_of_a_meeting_that_is_planned(make: Make, asked: str) -> None:
    """All but the votes is in the plan."""
    plan = make(
        f"""
        {MEETING}
        - {{id: b, for: fact, each: {{kind: all-member-meeting}}, has: {{minutes: {{min: 60}}, {asked}}}}}
        """
    )
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/b"]
    assert whys(plan) == ["record"]
    assert plan.is_whole
    assert said(plan.drafts[0]) == told("{minutes: 60}")


def test_of_a_meeting_that_is_to_be_such(make: Make) -> None:
    """A meeting at which more than half approve cannot be promised."""
    plan = make(
        "- {id: a, count: {of: {kind: all-member-meeting, approve: {over: 1/2, of: valid}}}}"
    )
    assert whys(plan) == ["record"]
    assert plan.drafts == ()


def test_what_was_voted_is_told(make: Make) -> None:
    """A record that stands is to be completed, or is as it is."""
    rule = "{id: b, for: fact, each: {kind: all-member-meeting}, has: {approve: {over: 1/2, of: valid}}}"
    record = "- {kind: all-member-meeting, date: 2016-01-10, attendance: all%s}\n"
    waits = make(f"- {rule}", record % "", as_of="2016-02-01")
    assert whys(waits) == ["record"]
    done = make(
        f"- {rule}", record % ", ballots: {valid: 4, approve: 3}", as_of="2016-02-01"
    )
    assert done.left == ()
