"""Who sits where: whom a sitting of a branch takes up, and on which days somebody sits
elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from lxyz.facts.roster import Roster
from lxyz.plan.customs import customs
from lxyz.records import Profile
from lxyz.vocabulary import folded_name

Elsewhere = Mapping[date, frozenset[str]]
"""Who sits elsewhere on a day: folded names."""
_OFFICERS = frozenset(("committee-meeting",))


def visitors(profile: Profile) -> dict[str, str]:
    """The leading cadres of other branches who come to this one, by folded name."""
    named: tuple[str, ...] = profile.attributes.get("visitors", ())
    return {folded_name(name): name for name in named}


class Attending:
    """The people of a branch by the sittings they are wanted at."""

    def __init__(self, profile: Profile, elsewhere: Elsewhere) -> None:
        self._roster = Roster(profile)
        self._visitors = visitors(profile)
        self._elsewhere = elsewhere

    def at(self, kinds: Collection[str], day: date, group: str) -> frozenset[str]:
        """Who is wanted at a sitting, those on long leave apart, and to what a leading
        cadre comes who is a member of another branch, he. Folded names."""
        away = self._roster.on(day).on_leave(day)
        names = self.called(kinds, day, group) - away
        found = frozenset(folded_name(name) for name in names)
        if group or customs().visited.isdisjoint(kinds):
            return found
        return found | self._visitors.keys()

    def called(self, kinds: Collection[str], day: date, group: str) -> frozenset[str]:
        """Whose sitting it is: of a group its members, of the committee its members, else
        all on the roster."""
        standing = self._roster.on(day)
        if group:
            own = [one.members for one in standing.groups if one.name == group]
            return standing.names.intersection(*own) if own else frozenset()
        if _OFFICERS.issuperset(kinds) and standing.has_committee:
            return standing.committee
        return standing.names

    def is_away(self, kinds: Collection[str], day: date, group: str) -> bool:
        """Whether somebody who is wanted at a sitting sits elsewhere that day."""
        there = self._elsewhere.get(day, frozenset())
        return bool(there) and not there.isdisjoint(self.at(kinds, day, group))
