"""Who belongs to the branch on a day.

The profile changes on few days, and between two of these every answer is the same. So
each answer is worked out once and kept for the whole stretch of days.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import shift
from lxyz.records import Profile
from lxyz.records.branch import Group, Member
from lxyz.vocabulary import folded_name


class Standing(NamedTuple):
    """The branch as it stands on a day.

    - `members`, `groups`: in order of name
    - `names`: the names of the members
    - `secretary`: the first who is written as secretary that day, or ""
    - `secretaries`: all who are; on the day of a change they are two
    - `rivals`: those who are secretary at the same time for longer than one day, so
      that it is not known who is
    - `committee`: the names of all who hold a post
    - `has_committee`: whether anybody but the secretary and deputy secretaries does
    """

    members: tuple[Member, ...]
    names: frozenset[str]
    secretary: str
    secretaries: tuple[str, ...]
    rivals: frozenset[str]
    committee: frozenset[str]
    has_committee: bool
    groups: tuple[Group, ...]

    def on_leave(self, day: date) -> frozenset[str]:
        """The names of the members on long leave on a day."""
        return frozenset(
            one.name for one in self.members if one.leaves and one.leave_on(day)
        )


class Roster:
    """The people of a profile by name and by day."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile
        self._by_name: dict[str, list[Member]] = {}
        for member in profile.members:
            self._by_name.setdefault(folded_name(member.name), []).append(member)
        changes: set[date] = set()
        dated: list[Iterable[tuple[date, date]]] = [
            ((one.first, one.last) for one in profile.members),
            ((one.first, one.last) for one in profile.officers),
            ((one.first, one.last) for one in profile.groups),
        ]
        for spans in dated:
            for first, last in spans:
                changes.update((first, shift(last, 1)))
        self._changes = sorted(changes)
        self._standing: dict[int, Standing] = {}

    def member(self, name: str, day: date) -> Member | None:
        """The member of that name (blanks and dots do not matter), or None. If he left
        and came back, the line of the profile that holds on the day, else the first
        line."""
        stays = self._by_name.get(folded_name(name))
        if stays is None:
            return None
        return next((stay for stay in stays if stay.is_on(day)), stays[0])

    def named(self, name: str) -> Member | None:
        """The first line of the member of that name (blanks and dots do not matter), or
        None."""
        stays = self._by_name.get(folded_name(name))
        return None if stays is None else stays[0]

    def on(self, day: date) -> Standing:
        """The branch as it stands on a day."""
        stretch = bisect_right(self._changes, day)
        found = self._standing.get(stretch)
        if found is None:
            profile = self.profile
            members = profile.roster(day)
            found = self._standing[stretch] = Standing(
                tuple(sorted(members, key=_by_name)),
                frozenset(member.name for member in members),
                profile.secretary(day),
                profile.secretaries(day),
                profile.rivals(day),
                profile.committee(day),
                profile.has_committee(day),
                tuple(sorted(profile.groups_on(day), key=_by_name)),
            )
        return found


def _by_name(one: Member | Group) -> str:
    return one.name
