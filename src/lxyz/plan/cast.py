"""Who acts in what is planned, and from which day on they are there."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lxyz.dates import Span
from lxyz.kinds.world import World
from lxyz.plan.wish import Wish


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


def while_there(wish: Wish, start: date, *, waits: bool) -> Wish:
    """A wish with the days from which all its persons are on the roster; what does not
    wait for those who join later is wished for the others."""
    if not wish.persons or not wish.spans:
        return wish
    profile = wish.world.profile
    known = {name: profile.member(name) for name in wish.persons}
    first = {name: one.first for name, one in known.items() if one is not None}
    begin = max(wish.spans[0].first, min(first.values(), default=start))
    persons = wish.persons
    if not waits:
        persons = tuple(one for one in persons if first.get(one, begin) <= begin)
    last = max((first[one] for one in persons if one in first), default=begin)
    spans = tuple(
        Span(max(span.first, last), span.last)
        for span in wish.spans
        if last <= span.last
    )
    return wish._replace(persons=persons, spans=spans)
