"""Who sits where: whom a sitting takes up, and on which days somebody sits
elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from lxyz.facts.roster import Roster
from lxyz.plan.customs import customs
from lxyz.records import Profile
from lxyz.vocabulary import folded_name

Elsewhere = Mapping[date, frozenset[str]]
"""The persons who sit elsewhere, by day, as folded names."""
_OFFICERS = frozenset(("committee-meeting",))


def visitors(profile: Profile) -> dict[str, str]:
    """The leading cadres of other branches who come to this one: name by folded
    name."""
    named: tuple[str, ...] = profile.attributes.get("visitors", ())
    return {folded_name(name): name for name in named}


class Attending:
    """The people of a branch, by the sittings at which they are wanted."""

    def __init__(self, profile: Profile, elsewhere: Elsewhere) -> None:
        self._roster = Roster(profile)
        self._visitors = visitors(profile)
        self._elsewhere = elsewhere

    def at(self, kinds: Collection[str], day: date, group: str) -> frozenset[str]:
        """The folded names of all who are wanted at a sitting, without those on long
        leave.

        To some kinds of sitting a leading cadre comes who is a member of another
        branch."""
        away = self._roster.on(day).on_leave(day)
        names = self.called(kinds, day, group) - away
        found = frozenset(folded_name(name) for name in names)
        if group or customs().visited.isdisjoint(kinds):
            return found
        return found | self._visitors.keys()

    def called(self, kinds: Collection[str], day: date, group: str) -> frozenset[str]:
        """The members whose sitting it is: those of the group or of the committee, else
        all."""
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
