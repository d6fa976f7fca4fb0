"""A plan under rules about the third of something: it makes that one good, and no other."""

from __future__ import annotations

import pytest

from lxyz.plan.draft import Draft

from .made import Make

QUARTERLY = "{id: a, when: {every: quarter}, count: {of: {kind: party-lecture}}}"


def lectures(drafts: tuple[Draft, ...]) -> list[Draft]:
    """The lectures of a plan, in order of day."""
    return [one for one in drafts if "party-lecture" in one.kinds]


@pytest.mark.parametrize(
    ("nth", "meant"), [("3", [3]), ("{every: 2}", [2, 4]), ("4", [4]), ("5", [])]
)
def test_what_the_third_must_say(make: Make, nth: str, meant: list[int]) -> None:
    """Of four lectures the one that is meant has its theme."""
    plan = make(
        f"""
        - {QUARTERLY}
        - {{id: b, for: branch, each: {{kind: party-lecture}}, nth: {nth}, has: {{theme: 党章}}}}
        """
    )
    assert plan.left == ()
    found = lectures(plan.drafts)
    assert len(found) == 4
    assert [n + 1 for n, one in enumerate(found) if one.values.get("theme")] == meant


def test_what_comes_after_the_third(make: Make) -> None:
    """A filing of its own for that one alone; what is on record is counted in."""
    held = "- {kind: party-lecture, date: 2016-02-10, attendance: all}\n"
    plan = make(
        f"""
        - {QUARTERLY}
        - {{id: b, for: branch, each: {{kind: party-lecture}}, nth: 3,
            when: {{after: subject, from: 1d, within: 1m}}, count: {{of: {{kind: theme-party-day}}}}}}
        """,
        held,
        as_of="2016-02-20",
    )
    assert plan.left == ()
    (day,) = [one.day for one in plan.drafts if "theme-party-day" in one.kinds]
    third = lectures(plan.drafts)[1].day
    assert third < day
    assert (day - third).days <= 31
    assert plan.bound is not None
    assert plan.bound.number <= plan.sittings


def test_nobody_is_absent_in_a_plan(make: Make) -> None:
    """Whoever was away three times is to be talked to; who was away twice is not."""
    rules = """
        - {id: a, when: {every: quarter}, count: {of: {kind: party-lecture}}}
        - {id: b, for: member, each: {kind: party-lecture, as: absent}, nth: %s,
            when: {after: subject, within: 3m}, count: {of: {kind: heart-to-heart-talk, as: to}}}
        """
    away = "".join(
        f"- {{kind: party-lecture, date: 2016-0{n}-10, attendance: {{present: 其余, absent: 李娜}}}}\n"
        for n in (1, 2, 3)
    )
    plan = make(rules % 3, away, as_of="2016-04-01")
    (talk,) = [one for one in plan.drafts if "heart-to-heart-talk" in one.kinds]
    assert "李娜" in str(talk.values["to"])
    assert plan.left == ()
    assert not any(
        "heart-to-heart-talk" in one.kinds
        for one in make(rules % 4, away, as_of="2016-04-01").drafts
    )


def test_what_cannot_be_known_is_left_to_people(make: Make) -> None:
    """A record that does not say who was there: no talk is planned on a guess."""
    rule = """
        - {id: b, for: member, each: {kind: party-lecture, as: absent},
            nth: {run: 2, of: {kind: party-lecture}},
            when: {after: subject, within: 3m}, count: {of: {kind: heart-to-heart-talk, as: to}}}
        """
    records = (
        "- {kind: party-lecture, date: 2016-01-10, attendance: {present: 其余, absent: 李娜}}\n"
        "- {kind: party-lecture, date: 2016-02-10, status: held}\n"
    )
    plan = make(rule, records, as_of="2016-02-20")
    assert plan.drafts == ()


def test_the_least_is_not_that_of_every_one(make: Make) -> None:
    """Sittings after the third alone are no proof of sittings after each."""
    plan = make(
        """
        - {id: a, when: {every: quarter}, count: {of: {kind: party-lecture}}}
        - {id: b, for: branch, each: {kind: party-lecture}, nth: 4,
            when: {after: subject, from: 1d, within: 2m}, count: {of: {kind: organization-life-meeting}}}
        """
    )
    assert plan.left == ()
    assert plan.bound is not None
    assert plan.bound.number <= plan.sittings == 5
