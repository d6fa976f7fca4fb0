"""Plans of the branch for a year, of which some only say that they are of a part of it.

A plan of March is not known to be that of the year: what asks for one cannot be judged
by it, and that is told. Where another is of the year, or the parts make most of one, each
is what it is.
"""

from __future__ import annotations

from lxyz.facts.fact import PART, Fact
from lxyz.facts.gathering import Gathering

_YEARLY = frozenset(
    "study-plan three-meetings-plan party-work-plan member-development-plan".split()
)
_HALF, _MOST = 150, 300
"""Days of half a year at least, and of most of one."""


def tell_of_parts(gathering: Gathering) -> None:
    """A warning for each plan that is all there is of its kind in a year and only says
    that it is of some months; it is not known to be that of the year."""
    plans: dict[tuple[str, int], list[Fact]] = {}
    for fact in gathering.facts:
        if fact.level == "branch" and fact.date is not None:
            for kind in fact.kinds & _YEARLY:
                year = fact.period.first.year if fact.period else fact.date.year
                plans.setdefault((kind, year), []).append(fact)
    for (kind, _), several in plans.items():
        spans = [one.period for one in several]
        if any(one is None or one.days >= _HALF for one in spans):
            continue
        if sum({one: one.days for one in spans if one}.values()) >= _MOST:
            continue
        for fact in several:
            assert fact.period is not None
            gathering.faults.add(
                "F431",
                fact.origin,
                level="warning",
                kind=gathering.words.kind_name(kind),
                period=fact.period.label,
            )
            fact.unknown |= PART
