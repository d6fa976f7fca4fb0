"""The types of a profile: who is on the roster, in office, in a group, on a day.

The profile is dated: `from` and `until` (both included) on members, `since` and `until`
on posts. Questions are asked with a day.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.base.value import Value
from lxyz.dates.spans import FOREVER, Span
from lxyz.files.origin import Origin
from lxyz.vocabulary import OwnKind

ALWAYS = date.min
SECRETARY = "书记"


class Lasting(Value):
    """Something that lasts from `first` to `last`, both days included. Without a
    written day, `first` is `ALWAYS` and `last` is `FOREVER`."""

    first: date = ALWAYS
    last: date = FOREVER

    def is_on(self, day: date) -> bool:
        """Whether it holds on that day: the member is on the roster, the officer in
        office."""
        return self.first <= day <= self.last


class Leave(Lasting):
    """A stretch of long leave of a member."""

    reason: str


class Member(Lasting):
    """A member on the roster: one line of the profile. Who left and came back has two.

    - `first`, `last`: the days on the roster, both included
    - `status`: `full` or `probationary`, as written
    - `full_from`: the first day as a full member, after probation; None if not written
    - `leaves`: the stretches of long leave
    - `attributes`: the other fields, by English key
    - `unread`: the keys that are written but could not be read
    """

    name: str
    origin: Origin
    status: str = "full"
    full_from: date | None = None
    leaves: tuple[Leave, ...] = ()
    attributes: dict[str, Any] = {}
    unread: frozenset[str] = frozenset()

    def status_on(self, day: date) -> str:
        """`full` or `probationary` on that day; without `full_from` the status as
        written."""
        if self.full_from is None:
            return self.status
        return "probationary" if day < self.full_from else "full"

    def leave_on(self, day: date) -> Leave | None:
        """The long leave that he is on that day, or None."""
        return next((leave for leave in self.leaves if leave.is_on(day)), None)


class Officer(Lasting):
    """A post that a person holds, from `first` to `last`."""

    name: str
    post: str
    origin: Origin
    duties: str = ""


class Group(Lasting):
    """A party group (党小组)."""

    name: str
    origin: Origin
    leader: str = ""
    members: frozenset[str] = frozenset()


class Profile(Lasting):
    """What `branch.yaml` says of a branch.

    - `first`, `last`: the days on which it was founded and dissolved, both included
    - `unit`: the name of the unit above it
    - `packs`: the rule packs it is judged by: ids or paths
    - `params`: parameters of packs: (pack/name, value, place)
    - `fixed_days`: the fixed day of the month as written, and since when (None: always)
    - `members`, `officers`, `groups`: lines of the profile, in the order written
    - `exemptions`: spans in which no recurrent duty applies, with the reason
    - `attributes`: the other fields, by English key
    - `unread`: the keys that are written but could not be read
    - `kinds`: the kinds of record that its packs add; empty until the packs are read
    """

    name: str
    origin: Origin
    unit: str = ""
    packs: tuple[str, ...] = ()
    params: tuple[tuple[str, Any, Origin], ...] = ()
    fixed_days: tuple[tuple[str, date | None], ...] = ()
    members: tuple[Member, ...] = ()
    officers: tuple[Officer, ...] = ()
    groups: tuple[Group, ...] = ()
    exemptions: tuple[tuple[Span, str], ...] = ()
    attributes: dict[str, Any] = {}
    unread: frozenset[str] = frozenset()
    waivers: Any = None
    kinds: tuple[OwnKind, ...] = ()

    def roster(self, day: date) -> list[Member]:
        """Members on the roster that day, in the order they are written."""
        return [member for member in self.members if member.is_on(day)]

    def committee(self, day: date) -> frozenset[str]:
        """The names of all who hold a post on that day."""
        return frozenset(o.name for o in self.officers if o.is_on(day))

    def secretary(self, day: date) -> str:
        """The first who is written as secretary on that day, or ""."""
        for officer in self.officers:
            if officer.post == SECRETARY and officer.is_on(day):
                return officer.name
        return ""

    def secretaries(self, day: date) -> tuple[str, ...]:
        """All who are written as secretary on that day; on the day of a change these
        are two."""
        return tuple(
            o.name for o in self.officers if o.post == SECRETARY and o.is_on(day)
        )

    def rivals(self, day: date) -> frozenset[str]:
        """Those who are secretary on that day together with somebody else, for more
        than the one day on which one follows the other: it is not known which of them
        is. Else empty."""
        led = [o for o in self.officers if o.post == SECRETARY and o.is_on(day)]
        return frozenset(
            name
            for one in led
            for other in led
            for name in (one.name, other.name)
            if one.name != other.name and overlap(one, other)
        )

    def has_committee(self, day: date) -> bool:
        """Whether there is a 支委会 on that day: anybody holds a post other than 书记 and
        副书记."""
        posts = [o for o in self.officers if o.is_on(day)]
        return any(officer.post not in (SECRETARY, "副书记") for officer in posts)

    def posts(self, name: str, day: date) -> frozenset[str]:
        """The posts a person holds that day."""
        return frozenset(
            o.post for o in self.officers if o.name == name and o.is_on(day)
        )

    def groups_on(self, day: date) -> list[Group]:
        """The groups that exist that day."""
        return [group for group in self.groups if group.is_on(day)]

    def fixed_day(self, day: date) -> str:
        """The fixed day of the month that is in force on that day, as written, or
        ""."""
        found = ""
        for text, since in self.fixed_days:
            if since is None or since <= day:
                found = text
        return found


def overlap(one: Officer, other: Officer) -> bool:
    """Whether two officers are in office together for more than the one day on which
    one may follow the other."""
    return max(one.first, other.first) < min(one.last, other.last)
