"""How much facts count: one each, unless a pattern that they match says otherwise.

Of several such patterns the highest worth counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.dated import Hit
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Placed, place
from lxyz.kinds.planned import planned
from lxyz.kinds.world import World
from lxyz.packs.asked import worth_of
from lxyz.packs.model import Pattern
from lxyz.packs.number import Number, number

Worths = tuple[Number, ...]
"""The worth of a fact by each pattern of a count, in their order."""


class Worth(NamedTuple):
    """How much facts count, by their rank.

    - `sure`: what a fact surely counts; one, where it is not in it
    - `more`: how much more a doubtful fact may count
    """

    sure: dict[int, Number]
    more: dict[int, Number]

    def of(self, facts: Sequence[Fact]) -> Number:
        """How much some facts surely count together."""
        if not self.sure:
            return len(facts)
        return sum((self.sure.get(fact.rank, 1) for fact in facts), 0)

    def doubtful(self, found: Placed) -> Number:
        """How much more the doubtful facts may count, if records said what they leave
        open."""
        if not self.more:
            return len(found.unknown)
        return sum((self.more.get(hit.fact.rank, 1) for hit in found.unknown), 0)


ONE_EACH = Worth({}, {})


def worths(patterns: Iterable[Pattern]) -> Worths | None:
    """The worths of patterns; None where every fact counts as one."""
    listed = tuple(patterns)
    if all(one.worth is None for one in listed):
        return None
    return tuple(number(worth_of(one)) for one in listed)


def at_least(lacking: Number, patterns: Iterable[Pattern]) -> int:
    """The fewest records that can make up for what is lacking, at the highest worth."""
    return -int(-lacking // max(worths(patterns) or (1,)))


def weighed(
    matchers: list[Matcher], made: Worths, case: Case, found: Placed
) -> tuple[Placed, Worth]:
    """The facts of a case, and how much they count.

    Besides the facts in doubt, `unknown` then holds those that may count for more than
    is sure."""
    sure: dict[int, Number] = {}
    most: dict[int, Number] = {}
    lacks: dict[int, Hit] = {}
    for matcher, worth in zip(matchers, made, strict=True):
        own = place([matcher], case)
        for fact in own.all():
            sure[fact.rank] = max(sure.get(fact.rank, 0), worth)
        for hit in own.unknown:
            rank = hit.fact.rank
            if worth > most.get(rank, 0):
                most[rank], lacks[rank] = worth, hit
    counted = {fact.rank for fact in found.all()}
    more = {
        rank: worth - sure.get(rank, 0)
        for rank, worth in sorted(most.items())
        if rank not in sure or (rank in counted and worth > sure[rank])
    }
    return found._replace(unknown=[lacks[rank] for rank in more]), Worth(sure, more)


def with_planned(
    world: World,
    matchers: list[Matcher],
    made: Worths,
    case: Case,
    found: Placed,
    worth: Worth,
) -> Worth:
    """`worth`, extended by what is planned."""
    sure = dict(worth.sure)
    for matcher, own in zip(matchers, made, strict=True):
        for fact in planned(world, [matcher], case, found):
            sure[fact.rank] = max(sure.get(fact.rank, 0), own)
    return worth._replace(sure=sure)
