"""A branch to be judged by a pack in a year."""

from __future__ import annotations

from ..trial import held, world_of


def test_who_stands_on_a_day_is_made_once() -> None:
    """What is made for a world is found again."""
    world = world_of(held("2016-05-05"))
    assert world.on(world.as_of) is world.on(world.as_of)
