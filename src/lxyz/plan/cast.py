"""Who acts in what is planned, and from which day on persons are there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.kinds.world import World
from lxyz.plan.draft import Draft, split
from lxyz.plan.wish import Wish
from lxyz.records.making import REQUIRED


class Cast(NamedTuple):
    """The people of a branch on a day.

    - `persons`: for whom a record is made (none: for the branch)
    - `secretary`: who acts as secretary
    - `officers`: the secretary and the committee
    - `members`: the members who are not on long leave
    - `leave`: those on long leave
    """

    persons: tuple[str, ...]
    secretary: str
    officers: tuple[str, ...]
    members: tuple[str, ...]
    leave: frozenset[str]


def cast_of(world: World, day: date, persons: tuple[str, ...]) -> Cast:
    """The cast of a day; without a secretary another officer acts, or else the first
    member."""
    cast = world.shared(("cast", day), lambda: _cast(world, day))
    return cast._replace(persons=persons)


def _cast(world: World, day: date) -> Cast:
    standing = world.on(day)
    leave = standing.on_leave(day)
    members = tuple(m.name for m in standing.members if m.name not in leave)
    others = sorted(standing.committee - leave)
    secretary = standing.secretary or next(iter((*others, *members)), "")
    others = [one for one in others if one != secretary]
    return Cast((), secretary, (secretary, *others), members, leave)


def owners(draft: Draft, world: World) -> set[str]:
    """The members whose record a draft is, where it is one of persons."""
    named = {*split(str(draft.values.get("members", "")))}
    if "all" in named:
        cast = cast_of(world, draft.day, ())
        named = named - {"all"} | {*cast.members}
    return named


def by_group(wish: Wish, kinds: Iterable[str]) -> list[Wish]:
    """A wish as one wish for each group that it is about.

    So it is only for kinds that always belong to one group; any other wish stays one.
    Without a group that could be meant there is no wish."""
    of_one = any("group" in REQUIRED.get(kind, ()) for kind in kinds)
    if wish.case.group or not of_one or not wish.spans:
        return [wish]
    found = []
    for group in wish.world.on(wish.spans[0].last).groups:
        persons = tuple(one for one in wish.persons if one in group.members)
        if persons or not wish.persons:
            case = wish.case._replace(group=group.name)
            found.append(wish._replace(case=case, persons=persons))
    return found if wish.persons else found[:1]


def while_there(wish: Wish, start: date, *, waits: bool) -> Wish:
    """A wish limited to the days on which all its persons are on the roster.

    Without `waits`, persons who join later are left out instead of waited for."""
    if not wish.persons or not wish.spans:
        return wish
    roster = wish.world.facts.roster
    known = {name: roster.named(name) for name in wish.persons}
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
