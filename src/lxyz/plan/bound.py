"""A lower bound: how few sittings any plan can have.

The proof is a set of demands no two of which one sitting can serve. Whatever the plan,
each demand takes as many sittings as it asks for, and none of them serves another of
the set; so a plan has at least as many sittings as the set asks for together. The set
that asks for most is sought.

The proof holds for every plan that

- meets what this one meets (also on a day of grace, with a note; late, where nothing else
  is left)
- keeps the fixed day where there is one and it is a working day
- leaves to the committee above what the rules leave to it alone
- has only sittings of kinds that a rule or custom (A24, A25; `customs.yaml`) puts together

In terms of graphs: demands are points, two that fit together are joined, and the
heaviest set of points without a join is sought. The demands of a year are mostly
stretches of days: where a demand fits only with what its neighbour fits with, too, the
neighbour can be left out. That alone solves nearly all of it; the rest is branch and
bound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, shift
from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.judge.force import governs, out_of_force, unset_params
from lxyz.judge.whom import applies
from lxyz.kinds.relative import relative_window
from lxyz.kinds.world import World
from lxyz.packs.asked import patterns
from lxyz.packs.model import Rule, When
from lxyz.plan.demand import Demand, Way, demand_of, is_odd, ways_of
from lxyz.plan.draft import FILE
from lxyz.plan.fitting import fit, implied, together
from lxyz.plan.wish import Wish, is_late
from lxyz.verdicts import BINDING

_STEPS = 20_000
"""The most steps of branch and bound; what was found by then is a bound, too."""


class LowerBound(NamedTuple):
    """The number of sittings that every plan has at least, and the demands that prove
    it."""

    number: int
    demands: tuple[Demand, ...]


def bound_of(wanted: Sequence[Wish], left: Iterable[Wish], start: date) -> LowerBound:
    """The lower bound for what was `wanted` before anything was planned, from `start`
    on.

    `left` is what the plan does not meet; it proves nothing."""
    left = list(left)
    rules = {one.rule_id for one in left}
    # What is met late takes as many sittings as what is met in time.
    gone = {one.key for one in left if not is_late(one)}
    worlds = list({id(wish.world): wish.world for wish in wanted}.values())
    demands = [
        demand
        for wish in wanted
        if wish.key not in gone and (demand := demand_of(wish)) is not None
    ]
    demands += list(_implied(demands, worlds, rules, start))
    # Of demands for the same sittings only the greatest number counts.
    most: dict[object, Demand] = {}
    for one in sorted(demands, key=lambda one: -one.number):
        most.setdefault((one.days, frozenset(one.ways)), one)
    demands, both = list(most.values()), together(worlds, rules)
    joins = [{n} for n in range(len(demands))]
    for n, m in combinations(range(len(demands)), 2):
        if fit(demands[n], demands[m], both):
            joins[n].add(m)
            joins[m].add(n)
    chosen = heaviest([one.number for one in demands], joins)
    found = sorted((demands[n] for n in chosen), key=lambda one: (one.days, one.rule))
    return LowerBound(sum(one.number for one in found), tuple(found))


# --- what comes with a sitting, whenever it is ------------------------------------------


def _implied(
    demands: Sequence[Demand], worlds: Sequence[World], left: set[str], start: date
) -> Iterator[Demand]:
    """The demands of rules about whatever serves a demand: opinions before the meeting.

    The days of such a demand are all that are possible for any day of the meeting."""
    for world in worlds:
        for rule in world.bound.rules:
            name = world.pack.full_id(rule.id)
            ways = None if name in left else _about(rule, world)
            if ways is None:
                continue
            for demand in demands:
                assert rule.each is not None
                if not implied(demand, rule.each, rule, world):
                    continue
                days = _days(rule, demand, world)
                if days is None or _is_there(ways, days, world):
                    continue
                days = Span(max(days.first, start), days.last)
                if days.first <= days.last <= world.as_of:
                    key = ("about", name, demand.key)
                    yield Demand(key, name, 1, days, ways)


def _about(rule: Rule, world: World) -> tuple[Way, ...] | None:
    """The ways to serve a rule about facts; None where it is not about sittings."""
    when, count = rule.when, rule.count
    if rule.each is None or count is None or not isinstance(when, When):
        return None
    if rule.nth is not None:
        return None  # not about every fact
    if (
        when.every
        or rule.modality not in BINDING
        or rule.for_ not in ("branch", "fact")
    ):
        return None
    if out_of_force(rule, world) or unset_params(rule, world) or is_odd(count):
        return None
    return ways_of(rule, patterns(rule), world)


def _days(rule: Rule, demand: Demand, world: World) -> Span | None:
    """The days in which a rule wants its sitting, whatever the day of the demand.

    None where it does not want one for each possible day."""
    when = rule.when
    assert isinstance(when, When)
    days = [shift(demand.days.first, n) for n in range(demand.days.days)]
    if not all(governs(rule, world, day) and applies(rule, world, day) for day in days):
        return None
    first, last = (
        relative_window(rule, when, Fact((), "branch", day, Origin(FILE, 0, 0)))
        for day in (days[0], days[-1])
    )
    if first is None or last is None:
        return None
    return Span(first.band.first, last.band.last)


def _is_there(ways: Iterable[Way], days: Span, world: World) -> bool:
    """Whether a record that exists already might serve."""
    kinds = frozenset(kind for way in ways for one in way.kinds for kind in one)
    return any(
        fact.origin.file != FILE and (fact.loose or fact.date in days)
        for fact in world.of(kinds)
    )


# --- the heaviest set of which no two are joined ------------------------------------------


def heaviest(weights: Sequence[int], joins: Sequence[set[int]]) -> list[int]:
    """The points of a graph that weigh most together, no two of them joined.

    `joins` gives for each point those joined to it and itself. After 20,000 steps it is
    the best set found by then."""
    steps = 0
    best: list[int] = []

    def reduced(points: set[int]) -> set[int]:
        """The points without those that another point can always replace.

        Such a point weighs no less and excludes no point that they do not exclude."""
        rest = set(points)
        for n in sorted(points, key=lambda one: (weights[one], -one)):
            mine = joins[n] & rest
            if any(
                m != n and weights[m] >= weights[n] and joins[m] & rest <= mine
                for m in mine
            ):
                rest.discard(n)
        return rest

    def weight(points: Iterable[int]) -> int:
        return sum(weights[n] for n in points)

    def most(points: set[int]) -> int:
        """An upper bound for any set in these points: the greatest weight of each of
        some cliques."""
        total, rest = 0, set(points)
        while rest:
            n = max(rest, key=lambda one: (weights[one], -one))
            total += weights[n]
            clique = {n}
            for m in sorted(joins[n] & rest - {n}):
                if clique <= joins[m]:
                    clique.add(m)
            rest -= clique
        return total

    def search(points: set[int], chosen: list[int]) -> None:
        nonlocal steps, best
        steps += 1
        points = reduced(points)
        alone = {n for n in points if joins[n] & points == {n}}
        chosen = [*chosen, *alone]
        points -= alone
        if weight(chosen) > weight(best):
            best = chosen
        if steps > _STEPS or weight(chosen) + most(points) <= weight(best):
            return
        n = max(points, key=lambda one: (len(joins[one] & points), -one))
        search(points - joins[n], [*chosen, n])
        search(points - {n}, chosen)

    search(set(range(len(weights))), [])
    return best
