"""What a rule asks for in numbers, as a plan would do it."""

from __future__ import annotations

import pytest

from lxyz.packs.asked import guests_of, least, most
from lxyz.packs.model import Condition, Wanted


@pytest.mark.parametrize(
    ("wanted", "low", "high"),
    [
        (Condition(min="3"), 3, 0),
        (Condition(min="5/2"), 3, 0),
        (Condition(over="2"), 3, 0),
        (Condition(over="5/2"), 3, 0),
        (Condition(min="2", max="9/2"), 2, 4),
        (Condition(under="80"), 0, 79),
        (Condition(under="5/2"), 0, 2),
        (Condition(under="80%"), 0, 0),
        (Condition(min="80%"), 0, 0),
        (Condition(over="$many"), 0, 0),
        (Condition(max="$many"), 0, 0),
        ("some", 0, 0),
    ],
)
def test_whole_numbers(wanted: Wanted, low: int, high: int) -> None:
    """The least that is enough and the most that is not too many; 0 where it is not for
    us to say."""
    assert (least(wanted), most(wanted)) == (low, high)


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("some", "群众1人"),
        (Condition(over="2"), "群众3人"),
        (Condition(max="2"), "群众2人"),
        (Condition(min="2", which={"category": "积极分子"}), "积极分子2人"),
        (Condition(which={"category": ("积极分子", "群众")}), "积极分子1人"),
    ],
)
def test_guests(wanted: Wanted, line: str) -> None:
    """So many, and of the first category that would do."""
    assert guests_of(wanted) == line
