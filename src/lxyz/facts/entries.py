"""The days on which members joined the Party, and the anniversaries of these days, as
facts.

Anniversaries have no end, so they are made for one year at a time, when it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.dates.spans import month_day
from lxyz.facts.changes import member_attributes
from lxyz.facts.fact import NO_ONE, Fact, name_in_turn
from lxyz.records import Profile
from lxyz.records.branch import Member

_UNDATED = frozenset(("date", "party_since", "years"))
"""What is unknown of a member if the profile does not say when he joined the Party."""


def entries(profile: Profile, year: int, day: date, rank: int) -> list[Fact]:
    """The facts of the days on which members joined the Party, and of the anniversaries
    in the year, the year before and the year after; in order of day, ranked from `rank`
    on.

    All are known beforehand (`shown` is the first day of the calendar). If a member on
    the roster of `day` has no such day in the profile, both his facts are without a
    day.
    """
    found: list[Fact] = []
    for member in profile.members:
        joined: date | None = member.attributes.get("party_since")
        if joined is not None:
            found.append(_fact("party-joined", joined, member))
            found.extend(_anniversaries(joined, member, year))
        elif member.is_on(day):
            found.append(_fact("party-joined", None, member))
            found.append(_fact("party-anniversary", None, member))
    found.sort(key=_order)
    name_in_turn(found, rank)
    return found


def _order(fact: Fact) -> tuple[date, str, str]:
    return fact.date or date.min, min(fact.kinds), min(fact.people["about"])


def _anniversaries(joined: date, member: Member, year: int) -> Iterator[Fact]:
    """The anniversaries on which he is on the roster. That of 29 February is 28
    February in a common year."""
    for one in range(max(year - 1, joined.year + 1), min(year + 1, date.max.year) + 1):
        day = month_day(one, joined.month, joined.day)
        if member.is_on(day):
            yield _fact("party-anniversary", day, member, one - joined.year)


def _fact(kind: str, day: date | None, member: Member, years: int = 0) -> Fact:
    attrs = member_attributes(member, day or member.first)
    if years:
        attrs["years"] = years
    return Fact(
        {kind},
        "branch",
        day,
        member.origin,
        shown=date.min,
        attrs=attrs,
        people={"about": frozenset({member.name})},
        unknown=NO_ONE if day is not None else _UNDATED,
    )
