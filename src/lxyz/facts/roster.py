"""Who belongs to the branch on a day: asked often, worked out once.

The profile is dated and changes on few days; between two of them every answer is the
same, so answers are kept by the stretch of days they hold for.
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
    """A branch on a day: members, officers and groups by name, in order of name;
    `names` are those of the members; the `rivals` are secretary at once."""

    members: tuple[Member, ...]
    names: frozenset[str]
    secretary: str
    secretaries: tuple[str, ...]
    rivals: frozenset[str]
    committee: frozenset[str]
    has_committee: bool
    groups: tuple[Group, ...]

    def on_leave(self, day: date) -> frozenset[str]:
        """Who of the members is on long leave on a day."""
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
        """The member of that name (blanks and dots aside): who left and came back is
        the one he is on the day, else the first he was."""
        stays = self._by_name.get(folded_name(name))
        if stays is None:
            return None
        return next((stay for stay in stays if stay.is_on(day)), stays[0])

    def named(self, name: str) -> Member | None:
        """The member of that name (blanks and dots aside), on whatever day."""
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
