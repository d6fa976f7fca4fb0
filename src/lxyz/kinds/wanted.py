"""The tests of a value: one text, one of several, or a condition; each made once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from lxyz.facts.fact import Fact
from lxyz.kinds.values import common, equal, keeps, size, spelt
from lxyz.kinds.world import World
from lxyz.packs.model import Condition, Wanted
from lxyz.records import Names, left_open

Test = Callable[[Fact | None, Any], bool]


def of_value(world: World, attribute: str, wanted: Wanted) -> Test:
    """Makes the test whether a value, of a fact or of a member, is as wanted."""
    if isinstance(wanted, (str, tuple)):
        words = (wanted,) if isinstance(wanted, str) else wanted
        forms = frozenset(
            form for word in words for form in world.forms(attribute, word)
        )
        return lambda _fact, value: spelt(forms, attribute, value)
    return lambda fact, value: _holds(world, attribute, wanted, fact, value)


def _holds(
    world: World, attribute: str, wanted: Condition, fact: Fact | None, value: Any
) -> bool:
    """Whether a value meets every part of a condition."""
    if wanted.all is not None and not all(
        equal(world, attribute, word, value) for word in wanted.all
    ):
        return False
    if wanted.not_ is not None and any(
        equal(world, attribute, word, value) for word in wanted.not_
    ):
        return False
    if wanted.in_order is not None:
        day = fact.date if fact is not None else None
        if not in_order(world, wanted.in_order, value, day):
            return False
    for beside, alike in ((wanted.field, True), (wanted.apart, False)):
        if beside is not None:
            assert fact is not None
            other = fact.people.get(beside, fact.attrs.get(beside))
            if isinstance(other, Names):  # of an item: who answers for it
                other = [one.text for one in other.people]
            if other is None or common(value, other) is not alike:
                return False
    if not any(wanted.limits):
        return True
    amount = size(value)
    return amount is not None and keeps(amount, wanted.limits)


def in_order(
    world: World, names: tuple[str, ...], steps: Any, day: date | None
) -> bool:
    """Whether all named steps are there and none begins before the one it must follow.

    On one day the place in the list decides. A step told twice, on the agenda and as a
    step, counts where it is told first. Steps of different groups are not compared. A
    step done in groups must be there for every group of the day."""
    found = [_first(step_places(world, name, steps)) for name in names]
    groups = {group.name for group in world.on(day).groups} if day else set()
    for places in found:
        own = set(places)
        if not places or ("" not in own and own & groups and not groups <= own):
            return False
    return not any(
        after < before and (not group or not other or group == other)
        for index, earlier in enumerate(found)
        for later in found[index + 1 :]
        for group, before in earlier.items()
        for other, after in later.items()
    )


def _first(places: list[tuple[date, int, str]]) -> dict[str, tuple[date, int]]:
    """The first day and place of a step, by group (empty: the whole branch)."""
    first: dict[str, tuple[date, int]] = {}
    for at, position, group in places:
        first[group] = min(first.get(group, (at, position)), (at, position))
    return first


def step_places(world: World, name: str, steps: Any) -> list[tuple[date, int, str]]:
    """The day, the place in the list and the group of every step with a name."""
    return [
        (at, position, group)
        for position, (step, at, group) in enumerate(steps)
        if equal(world, "steps", name, step)
    ]


@lru_cache(maxsize=512)
def bracketed(steps: Any) -> tuple[Any, Any] | None:
    """Steps, or the name of one, read without and with those that brackets may deny.

    The first reading leaves out the steps whose brackets may say that they were not
    done. The second has all steps, each without its brackets as well. None where no
    brackets leave anything open, which is nearly always."""
    if isinstance(steps, str):
        left = left_open(steps)
        return None if left is None else ("" if left[1] else steps, (steps, left[0]))
    told = [(step, left_open(step[0])) for step in steps]
    if not any(left for _, left in told):
        return None
    sure = tuple(step for step, left in told if left is None or not left[1])
    both = []
    for step, left in told:
        both += [step] if left is None else [step, (left[0], *step[1:])]
    return sure, tuple(both)
