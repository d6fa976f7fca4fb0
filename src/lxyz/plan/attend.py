"""Who sits where: whom a sitting of a branch takes up, and on which days somebody sits
elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from lxyz.facts.roster import Roster
from lxyz.records import Profile
from lxyz.vocabulary import folded_name

Elsewhere = Mapping[date, frozenset[str]]
"""Who sits elsewhere on a day: folded names."""
_OFFICERS = frozenset(("committee-meeting",))


class Attending:
    """The people of a branch by the sittings they are wanted at."""

    def __init__(self, profile: Profile, elsewhere: Elsewhere) -> None:
        self._roster = Roster(profile)
        self._elsewhere = elsewhere

    def at(self, kinds: Collection[str], day: date, group: str) -> frozenset[str]:
        """Who is wanted at a sitting, those on long leave apart: of a group its members,
        of the committee its members, else all on the roster. Folded names."""
        standing = self._roster.on(day)
        away = {one.name for one in standing.members if one.leave_on(day)}
        names = {one.name for one in standing.members}
        if group:
            own = [one.members for one in standing.groups if one.name == group]
            names = {name for members in own for name in members}
        elif _OFFICERS.issuperset(kinds) and standing.has_committee:
            names = set(standing.committee)
        return frozenset(folded_name(name) for name in names - away)

    def is_away(self, kinds: Collection[str], day: date, group: str) -> bool:
        """Whether somebody who is wanted at a sitting sits elsewhere that day."""
        there = self._elsewhere.get(day, frozenset())
        return bool(there) and not there.isdisjoint(self.at(kinds, day, group))
