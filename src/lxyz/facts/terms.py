"""The last days of terms of office, as facts. They are known beforehand, so that a rule
can count back from the end of a term.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.dates.spans import shift
from lxyz.facts.fact import NO_ONE, TERM_END, Fact, name_in_turn
from lxyz.records import Profile
from lxyz.records.profile import term_end

_EARLY = 366
"""If the next election comes more than so many days before the end of a term, the term
does not count: the duties of its last year never arose."""


def terms(
    profile: Profile, elections: Iterable[date], as_of: date, rank: int
) -> list[Fact]:
    """A fact for the end of each term of office that began by `as_of`, ranked from
    `rank` on.

    A term begins with the election in the profile (`elected_on`) or with one of
    `elections`, the days on which records tell of one. If there is none, one fact
    without a day.
    """
    known = profile.attributes.get("elected_on", date.max)
    days = sorted({one for one in (known, *elections) if one <= as_of})
    years = profile.attributes.get("term_years")
    made = []
    if not days:
        made = [_fact(profile, None, None)]
    for day, after in zip(days, [*days[1:], None], strict=False):
        last = term_end(day, years)
        if after is None or after >= shift(last, -_EARLY):
            made.append(_fact(profile, day, last))
    name_in_turn(made, rank)
    return made


def _fact(profile: Profile, first: date | None, last: date | None) -> Fact:
    return Fact(
        {TERM_END},
        "branch",
        last,
        profile.origin,
        shown=date.min,
        attrs={} if first is None else {"elected_on": first},
        unknown=NO_ONE if first is not None else frozenset(("date", "elected_on")),
    )
