"""Who acts in what is planned."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lxyz.kinds.world import World


class Cast(NamedTuple):
    """The people of a branch on a day: for whom a record is made (none: the branch),
    and who is there to act; those on long leave are not."""

    persons: tuple[str, ...]
    secretary: str
    officers: tuple[str, ...]
    members: tuple[str, ...]
    leave: frozenset[str]


def cast_of(world: World, day: date, persons: tuple[str, ...]) -> Cast:
    """The cast of a day; without a committee the secretary acts, else the first member."""
    standing = world.on(day)
    leave = frozenset(m.name for m in standing.members if m.leave_on(day))
    members = tuple(m.name for m in standing.members if m.name not in leave)
    secretary = standing.secretary or next(iter(members), "")
    others = sorted(standing.committee - leave - {secretary})
    return Cast(persons, secretary, (secretary, *others), members, leave)
