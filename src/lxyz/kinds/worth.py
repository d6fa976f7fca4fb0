"""What facts are worth to a number: one each, unless a pattern that they match says
otherwise; of several such patterns the one that says most decides."""

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
"""What each of some patterns makes a fact worth."""


class Worth(NamedTuple):
    """By the rank of a fact: what it is surely worth (one, where it is not named), and
    how much `more` it may be, where that cannot be known."""

    sure: dict[int, Number]
    more: dict[int, Number]

    def of(self, facts: Sequence[Fact]) -> Number:
        """What facts are worth together, surely."""
        if not self.sure:
            return len(facts)
        return sum((self.sure.get(fact.rank, 1) for fact in facts), 0)

    def doubtful(self, found: Placed) -> Number:
        """How much more they may be worth, if records said what they do not."""
        if not self.more:
            return len(found.unknown)
        return sum((self.more.get(hit.fact.rank, 1) for hit in found.unknown), 0)


ONE_EACH = Worth({}, {})


def worths(patterns: Iterable[Pattern]) -> Worths | None:
    """What patterns say of worth; None where every fact is one."""
    listed = tuple(patterns)
    if all(one.worth is None for one in listed):
        return None
    return tuple(number(worth_of(one)) for one in listed)


def at_least(lacking: Number, patterns: Iterable[Pattern]) -> int:
    """How few records can make up for what is lacking, if each is worth the most that
    these patterns say."""
    return -int(-lacking // max(worths(patterns) or (1,)))


def weighed(
    matchers: list[Matcher], made: Worths, case: Case, found: Placed
) -> tuple[Placed, Worth]:
    """What the facts of a case are worth. In `unknown` stand, besides those of which it
    cannot be known whether they count, those that may be worth more than is sure."""
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
    """The same with what is planned besides."""
    sure = dict(worth.sure)
    for matcher, own in zip(matchers, made, strict=True):
        for fact in planned(world, [matcher], case, found):
            sure[fact.rank] = max(sure.get(fact.rank, 0), own)
    return worth._replace(sure=sure)
