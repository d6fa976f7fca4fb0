"""Members as rules ask about them: posts, ranks and states on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from lxyz.dates.spans import month_day
from lxyz.facts.fact import Fact
from lxyz.kinds.values import keeps
from lxyz.kinds.wanted import Test, of_value
from lxyz.kinds.world import World
from lxyz.packs.model import Condition, Wanted
from lxyz.records.branch import Member

_ANSWERS = frozenset(("cadre", "file_complete"))
_YES = {True: "yes", False: "no"}
_IN_HARDSHIP = frozenset(("hardship", "hardship_from", "hardship_until"))
_WRITTEN = {
    "hardship": _IN_HARDSHIP,
    "hardship_in_year": _IN_HARDSHIP,
    "party_years": frozenset(("party_since",)),
    "status": frozenset(("status", "full_from")),
}
"""The keys of the roster from which an attribute is worked out, if not the one of its
name."""


def person_value(world: World, member: Member, attribute: str, day: date) -> Any:
    """An attribute of a member on a day; None if it is not written."""
    if attribute == "state":
        return "leave" if member.leave_on(day) else "active"
    if attribute in ("post", "posts"):
        held = world.profile.posts(member.name, day)
        return held | frozenset(member.attributes.get("posts", ())) or None
    if attribute == "status":
        return member.status_on(day)
    if attribute == "hardship":
        return _in_hardship(member, day, day)
    if attribute == "hardship_in_year":
        return _in_hardship(member, date(day.year, 1, 1), date(day.year, 12, 31))
    if attribute == "party_years":
        joined = member.attributes.get("party_since")
        return None if joined is None else _years(joined, day)
    if attribute == "group_leader":
        return _YES[any(group.leader == member.name for group in world.on(day).groups)]
    if attribute == "group":
        groups = [g.name for g in world.on(day).groups if member.name in g.members]
        written = member.attributes.get("group")
        return frozenset(groups) or (frozenset((written,)) if written else None)
    value = member.attributes.get(attribute)
    if isinstance(value, tuple):
        return frozenset(value) or None
    return value if value != "" else None


def _in_hardship(member: Member, since: date, until: date) -> str:
    """`yes` if a member is in hardship (生活困难) on a day between the two, both
    included."""
    first = member.attributes.get("hardship_from", date.min)
    last = member.attributes.get("hardship_until", date.max)
    flagged = member.attributes.get("hardship") == "yes" or first > date.min
    return "yes" if flagged and first <= until and since <= last else "no"


def _years(joined: date, day: date) -> int:
    """The full years between joining the Party and a day."""
    years = day.year - joined.year
    return years - (day < month_day(day.year, joined.month, joined.day))


def is_unread(member: Member, attribute: str) -> bool:
    """Whether an attribute of a member is written, but could not be read."""
    if not member.unread:
        return False
    return not member.unread.isdisjoint(_WRITTEN.get(attribute, {attribute}))


def is_untold(member: Member, attribute: str) -> bool:
    """Whether the value of a member's attribute cannot be known.

    So are the Party years of one whose day of joining is not written: he did join."""
    if attribute == "party_years" and "party_since" not in member.attributes:
        return True
    return is_unread(member, attribute)


def has_all(
    world: World, member: Member, wanted: Mapping[str, Wanted], day: date
) -> bool:
    """Whether all of these attributes of a member are as wanted on a day.

    What is not written does not match, except where `none` asks for just that."""
    return all(
        is_as_wanted(world, member, attribute, value, day)
        for attribute, value in wanted.items()
    )


def is_as_wanted(
    world: World, member: Member, attribute: str, wanted: Wanted, day: date
) -> bool:
    """Whether one attribute of a member is as wanted on a day.

    `here_on: 07-10` asks whether he was on the roster on that day of the year
    checked."""
    if attribute == "here_on":
        month, number = map(int, str(wanted).split("-"))
        return member.is_on(month_day(world.year, month, number))
    value = person_value(world, member, attribute, day)
    if wanted == "some":
        return value is not None
    if wanted == "none":
        return value is None
    if value is None:
        if (
            isinstance(wanted, Condition)
            and any(wanted.limits)
            and attribute != "honours"
        ):
            return False
        value = "no" if attribute in _ANSWERS else ()

    def make() -> Test:
        return of_value(world, attribute, wanted)

    return world.made(f"person:{attribute}", wanted, make)(None, value)


def enough_meant(
    world: World, names: Iterable[str], wanted: Condition, day: date
) -> bool:
    """Whether enough of these persons are meant on a day; without limits, at least
    one."""
    count = sum(meant(world, name, wanted, day) for name in names)
    return keeps(count, wanted.limits.or_one())


def stands_as(
    world: World,
    fact: Fact,
    attribute: str,
    wanted: Wanted,
    day: date,
    missing: list[str],
) -> bool | None:
    """Whether a fact of the profile is as wanted on a day.

    A member must be as `which` may ask of him; persons whom the fact names must be what
    is asked of them. None where it cannot be known; the attribute is then added to
    `missing`."""
    named = fact.people.get(attribute, fact.attrs.get(attribute))
    if isinstance(wanted, Condition) and asks_of_persons(wanted):
        names = (named,) if isinstance(named, str) else named or ()
        return enough_meant(world, names, wanted, day)
    (name,) = fact.people["about"]
    member = world.member(name, day)
    assert member is not None  # a fact of the roster is about a member of it
    if is_untold(member, attribute):
        missing.append(attribute)
        return None
    return is_as_wanted(world, member, attribute, wanted, day)


def asks_of_persons(wanted: Wanted) -> bool:
    """Whether a condition asks for persons: by post (`is`) or attributes (`which`)."""
    if not isinstance(wanted, Condition):
        return False
    return wanted.is_ is not None or wanted.which is not None


def meant(world: World, name: str, wanted: Condition, day: date) -> bool:
    """Whether a person holds the post (`is`) and has the attributes (`which`) on a
    day."""
    standing = world.on(day)
    if wanted.is_ == "secretary" and name not in standing.secretaries:
        return False
    if wanted.is_ in ("committee", "officer") and name not in standing.committee:
        return False
    if wanted.is_ in ("leader", "member") or wanted.which is not None:
        member = world.member(name, day)
        if member is None or not member.is_on(day):
            return False
        if wanted.is_ == "leader" and not world.is_leader(member):
            return False
        if wanted.which is not None:
            return has_all(world, member, wanted.which, day)
    return True
