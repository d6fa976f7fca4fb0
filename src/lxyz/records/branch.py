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
    """What is from `first` to `last`, both included."""

    first: date = ALWAYS
    last: date = FOREVER

    def is_on(self, day: date) -> bool:
        """Whether it is that day: a member on the roster, an officer in office."""
        return self.first <= day <= self.last


class Leave(Lasting):
    """A stretch of long leave of a member."""

    reason: str


class Member(Lasting):
    """A member on the roster; `full_from` is the first day on which a probationary member
    is a full one, `unread` are the attributes that are written and could not be read."""

    name: str
    origin: Origin
    status: str = "full"
    full_from: date | None = None
    leaves: tuple[Leave, ...] = ()
    attributes: dict[str, Any] = {}
    unread: frozenset[str] = frozenset()

    def status_on(self, day: date) -> str:
        """Full or probationary that day; without a day of the change, as written."""
        if self.full_from is None:
            return self.status
        return "probationary" if day < self.full_from else "full"

    def leave_on(self, day: date) -> Leave | None:
        """The long leave he is on that day."""
        return next((leave for leave in self.leaves if leave.is_on(day)), None)


class Officer(Lasting):
    """A post held."""

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
    """Who a branch is, from `first` (founded) to `last` (dissolved), both included.
    `packs` are ids or paths; `params` are (pack/name, value, place); `kinds` are those
    that its packs bring, once they are known; `unread` what is written and could not be
    read."""

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
        """The names of the committee in office that day."""
        return frozenset(o.name for o in self.officers if o.is_on(day))

    def secretary(self, day: date) -> str:
        """The secretary that day, or an empty text."""
        for officer in self.officers:
            if officer.post == SECRETARY and officer.is_on(day):
                return officer.name
        return ""

    def secretaries(self, day: date) -> tuple[str, ...]:
        """All who are written as secretary that day: on that of a change two of them."""
        return tuple(
            o.name for o in self.officers if o.post == SECRETARY and o.is_on(day)
        )

    def rivals(self, day: date) -> frozenset[str]:
        """Who are secretary at once, for longer than the day on which one follows
        another, so that it is not known which of them is; nobody where one is."""
        led = [o for o in self.officers if o.post == SECRETARY and o.is_on(day)]
        return frozenset(
            name
            for one in led
            for other in led
            for name in (one.name, other.name)
            if one.name != other.name and overlap(one, other)
        )

    def has_committee(self, day: date) -> bool:
        """Whether there is a 支委会 that day: more than the secretary alone."""
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
        """The fixed day in force that day, as written."""
        found = ""
        for text, since in self.fixed_days:
            if since is None or since <= day:
                found = text
        return found


def overlap(one: Officer, other: Officer) -> bool:
    """Whether two are in office at once, beyond the day on which one follows another."""
    return max(one.first, other.first) < min(one.last, other.last)
