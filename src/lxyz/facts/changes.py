"""The days on which the profile changes, as facts: a post is taken or left, a member
joins or leaves the branch, long leave begins or ends.

Rules count days from such a change. The facts of `standing` cannot serve for that: they
hold for a stretch of days, and where two people hold the same post they do not tell who
followed whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from lxyz.dates.spans import FOREVER, shift
from lxyz.dates.stretches import Stretches
from lxyz.facts.fact import Fact
from lxyz.records import Profile
from lxyz.records.branch import ALWAYS, Member, Officer

BESIDE = ("contact", "introducer")
"""The roles of people named beside a member or candidate of the profile."""


def changes(profile: Profile) -> Iterator[Fact]:
    """A fact for each change whose day the profile gives.

    No change: a membership that begins or ends with the branch itself; a post that ends
    when the branch is dissolved; a person who is elected again, or has another line in
    the profile from the next day on.
    """
    posts = _Stays((one.name, one.post, one) for one in profile.officers)
    for officer in profile.officers:
        attrs, name, post = post_attributes(officer), officer.name, officer.post
        if posts.begins(name, post, officer):
            yield _change("post-taken", officer.first, officer, attrs)
        if posts.ends(name, post, officer) and officer.last != profile.last:
            yield _change("post-left", officer.last, officer, attrs)
    stays = _Stays((one.name, "", one) for one in profile.members)
    for member in profile.members:
        first, last = member.first, member.last
        if stays.begins(member.name, "", member) and first != profile.first:
            attrs = member_attributes(member, first)
            yield _change("member-joined", first, member, attrs)
        if stays.ends(member.name, "", member) and last != profile.last:
            yield _change("member-left", last, member, member_attributes(member, last))
        if member.leaves:
            yield from _leaves(member, stays)


def _leaves(member: Member, stays: _Stays) -> Iterator[Fact]:
    """The facts for the first day of each long leave, and for the last day if he is a
    member on the day after. Leaves without a gap between them are one leave."""
    there, away = stays.days(member.name, ""), stays.away(member.name)
    for leave in member.leaves:
        said: dict[str, Any] = {"reason": leave.reason}
        if leave.last < FOREVER:
            said["days"] = (leave.last - leave.first).days + 1
        if member.is_on(leave.first) and shift(leave.first, -1) not in away:
            attrs = {**member_attributes(member, leave.first), **said}
            yield _change("leave-began", leave.first, member, attrs)
        if leave.last == FOREVER:
            continue
        back = shift(leave.last, 1)
        if back in there and back not in away:
            attrs = {**member_attributes(member, leave.last), **said}
            yield _change("leave-ended", leave.last, member, attrs)


class _Stays:
    """The days on which people held posts or were members, and were on leave.

    A stay is one line of the profile. `what` is the post, or "" for membership. It
    serves to see whether a stay really begins or ends, or only continues on another
    line.
    """

    def __init__(self, every: Iterable[tuple[str, str, Officer | Member]]) -> None:
        self._of: dict[tuple[str, str], list[Officer | Member]] = {}
        self._days: dict[tuple[str, str], Stretches[bool]] = {}
        self._away: dict[str, Stretches[bool]] = {}
        for name, what, stay in every:
            self._of.setdefault((name, what), []).append(stay)

    def begins(self, name: str, what: str, stay: Officer | Member) -> bool:
        """Whether a stay begins a post or membership: he did not have it the day
        before."""
        before = shift(stay.first, -1)
        return stay.first != ALWAYS and before not in self.days(name, what)

    def ends(self, name: str, what: str, stay: Officer | Member) -> bool:
        """Whether a stay ends a post or membership: he does not have it the day
        after."""
        after = shift(stay.last, 1)
        return stay.last != FOREVER and after not in self.days(name, what)

    def days(self, name: str, what: str) -> Stretches[bool]:
        """The days on which he had the post or membership, on any line."""
        key = (name, what)
        if key not in self._days:
            stays = ((one.first, one.last, True) for one in self._of[key])
            self._days[key] = Stretches(stays)
        return self._days[key]

    def away(self, name: str) -> Stretches[bool]:
        """The days on which he was a member and on long leave."""
        if name not in self._away:
            self._away[name] = Stretches(
                (max(one.first, leave.first), min(one.last, leave.last), True)
                for one in self._of[name, ""]
                if isinstance(one, Member)
                for leave in one.leaves
            )
        return self._away[name]


def _change(kind: str, day: date, of: Officer | Member, attrs: dict[str, Any]) -> Fact:
    about = {"about": frozenset({of.name})}
    return Fact({kind}, "branch", day, of.origin, attrs=attrs, people=about)


def post_attributes(officer: Officer) -> dict[str, Any]:
    """The attributes of a post: what the profile says of it."""
    attrs = {"post": officer.post}
    if officer.duties:
        attrs["duties"] = officer.duties
    return attrs


def member_attributes(member: Member, day: date) -> dict[str, Any]:
    """The attributes of a member: what his line in the profile says, with his status on
    a day."""
    attrs: dict[str, Any] = {}
    for key, value in member.attributes.items():
        if key in ("group", "id", *BESIDE):
            continue
        attrs[key] = frozenset(value) if isinstance(value, tuple) else value
    attrs["status"] = member.status_on(day)
    return attrs
