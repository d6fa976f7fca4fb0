"""Bounds of a period that are no days of it."""

from __future__ import annotations

import pytest

from lxyz.packs.bounds import bounds_trouble

from ..trial import rule_of

RULE = "{when: {every: %s, in: {to: %s}}, count: {of: {kind: party-lecture}}}"


@pytest.mark.parametrize(
    ("month", "last"), [("02", 29), ("04", 30), ("06", 30), ("09", 30), ("11", 30)]
)
def test_the_last_day_of_a_short_month(month: str, last: int) -> None:
    """The next is none; 29 February is the 28th in most years."""
    for day, wrong in (last, ""), (last + 1, "no such day"):
        text = f"{month}-{day}"
        rule = rule_of(RULE % ("year", text))
        assert rule.when is not None
        found = list(bounds_trouble(rule, rule.when, "year"))
        assert found == ([f"to: {text}: {wrong}"] if wrong else [])


def test_a_month_of_a_quarter() -> None:
    """Its months are of any length."""
    rule = rule_of(RULE % ("quarter", "02-31"))
    assert rule.when is not None
    assert list(bounds_trouble(rule, rule.when, "quarter")) == []
