"""What a branch and its groups held in a year, whether or not a duty rests on it."""

from __future__ import annotations

from lxyz.facts.fact import OURS
from lxyz.kinds import World
from lxyz.verdicts import Evidence
from lxyz.vocabulary import vocabulary


def sittings(world: World) -> tuple[Evidence, ...]:
    """The activities of the branch and its groups that were held by `as_of` in the year
    checked, and count for it, in order of day. A duty of which some weeks are missed
    shows these; the picture of the year shows what was held besides."""
    kinds = frozenset(
        slug
        for slug, one in vocabulary(world.profile.kinds).kinds.items()
        if one.family == "activity"
    )
    found = (
        world.evidence(fact)
        for fact in world.of(kinds)
        if fact.level in OURS
        and fact.date is not None
        and fact.date.year == world.year
        and fact.date <= world.as_of
        and (fact.period is None or fact.period.last.year == world.year)
    )
    return tuple(sorted(found, key=lambda one: (one.date, one.origin)))
