"""The last days of terms of office, as facts: known beforehand, so that what is to be done
before the end of a term can be counted from it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.dates.spans import shift
from lxyz.facts.fact import NO_ONE, TERM_END, Fact, name_in_turn
from lxyz.records import Profile
from lxyz.records.profile import term_end

_EARLY = 366
"""How many days before its end an election sets a term aside: what was to be done in the
last year of that one is then nobody's duty."""


def terms(
    profile: Profile, elections: Iterable[date], as_of: date, rank: int
) -> list[Fact]:
    """A fact for the end of each term that began by a day with the election that the
    profile knows, or one that the records tell of, ranked from `rank` on; where there is
    none, one without a day."""
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
