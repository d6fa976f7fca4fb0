"""Which demands one sitting could serve: what rules and custom join, and what rules
part.

Where it is not known, the answer is that one sitting could: a bound that rests on this
(`bound`) must never be too high. Two words for a key that holds one text fit together
if any text can be both, unless a rule keeps them apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache, partial
from itertools import product

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, shift, year_span
from lxyz.judge.force import governs, out_of_force, unset_params
from lxyz.judge.whom import applies
from lxyz.kinds.lasting import Lasting
from lxyz.kinds.levels import counted_levels, subject_levels
from lxyz.kinds.values import may_share
from lxyz.kinds.world import World
from lxyz.packs.asked import (
    attributes_of,
    choices_of,
    every_pattern,
    patterns,
    refused_of,
    wants_all,
    words_of,
)
from lxyz.packs.model import Pattern, Rule, Wanted
from lxyz.plan.customs import customs
from lxyz.plan.demand import BRANCH, MEMBER, Demand, Sets, Way, Words, sets_of, words_in
from lxyz.verdicts import BINDING


class Bar(NamedTuple):
    """Two words that a rule keeps apart in one sitting of the branch.

    - `kinds`: the sittings that the rule is about
    - `name`: the key of both words
    - `forms`: the forms of one word
    - `refused`: the forms of the other
    - `days`: when the rule holds
    """

    kinds: Sets
    name: str
    forms: frozenset[str]
    refused: frozenset[str]
    days: Span

    def keeps(self, one: Way, other: Way) -> bool:
        """Whether any sitting in both ways would say what the rule keeps apart."""
        ours, theirs = dict(one.words).get(self.name), dict(other.words).get(self.name)
        return (
            ours is not None
            and theirs is not None
            and ours <= self.forms
            and theirs <= self.refused
            and (self._holds(one) or self._holds(other))
        )

    def _holds(self, way: Way) -> bool:
        """Whether every sitting in a way is one that the rule is about."""
        return all(any(kinds <= held for kinds in self.kinds) for held in way.kinds)


Bars = tuple[Bar, ...]


class OneSitting(NamedTuple):
    """What rules say of several things in one sitting.

    - `joined`: sets of kinds that they want of one record
    - `bars`: what they keep apart
    """

    joined: Sets
    bars: Bars = ()


def together(worlds: Iterable[World], left: Collection[str] = ()) -> OneSitting:
    """What the rules of some worlds say of one sitting; rules in `left` keep nothing
    apart."""
    worlds = list(worlds)
    return OneSitting(_joined_by(worlds), _bars_of(worlds, left))


def fit(one: Demand, other: Demand, rules: OneSitting) -> bool:
    """Whether one sitting could serve both demands: on a day and in a way of both."""
    if one.days.first > other.days.last or other.days.first > one.days.last:
        return False
    first, last = (
        max(one.days.first, other.days.first),
        min(one.days.last, other.days.last),
    )
    bars = tuple(bar for bar in rules.bars if first in bar.days and last in bar.days)
    return _ways_fit(one.ways, other.ways, rules.joined, bars)


@lru_cache(maxsize=4096)
def _ways_fit(
    one: tuple[Way, ...], other: tuple[Way, ...], joined: Sets, bars: Bars
) -> bool:
    """Whether one sitting could be in a way of both; kept, as few ways are asked very
    often."""
    return any(_fit(a, b, joined, bars) for a in one for b in other)


def _fit(one: Way, other: Way, joined: Sets, bars: Bars) -> bool:
    ours, theirs = dict(one.words), dict(other.words)
    if not all(
        may_share(forms, theirs[name], name)
        for name, forms in one.words
        if name in theirs
    ):
        return False
    if _refuses(one.refused, theirs) or _refuses(other.refused, ours):
        return False
    places = one.places & other.places
    if any(bar.keeps(one, other) or bar.keeps(other, one) for bar in bars):
        places -= {BRANCH}
    return any(
        _may_be_one(one.kinds, other.kinds, _table(place), joined) for place in places
    )


def _refuses(refused: Words, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether one side refuses every text that the other side allows for a key."""
    return any(name in words and words[name] <= forms for name, forms in refused)


def _table(place: str) -> frozenset[str]:
    """The kinds that may together be one sitting of a place, by custom."""
    if place == MEMBER:
        return frozenset()
    return customs().in_groups if place else customs().together


@lru_cache(maxsize=4096)
def _may_be_one(one: Sets, other: Sets, table: frozenset[str], joined: Sets) -> bool:
    """Whether a sitting can have a set of kinds of each.

    One set holds the other, or custom or a rule puts both together."""
    for a, b in product(one, other):
        both = a | b
        if both in (a, b) or both <= table or any(both <= own for own in joined):
            return True
    return False


def _bars_of(worlds: Iterable[World], left: Collection[str]) -> Bars:
    """What the rules keep apart; rules in `left` keep nothing apart."""
    return tuple(
        bar
        for world in worlds
        for rule in world.bound.rules
        if world.pack.full_id(rule.id) not in left
        for bar in _bars(rule, world)
    )


def _bars(rule: Rule, world: World) -> Iterator[Bar]:
    """The words that a rule keeps apart.

    The rule says of each record with one word that it must not have another word under
    the same key. It counts only if it holds all year and is not waived."""
    each, year = rule.each, year_span(world.year)
    if each is None or not rule.has or rule.modality not in BINDING:
        return
    if rule.for_ not in ("branch", "fact") or rule.nth is not None:
        return
    if each.as_ is not None or each.root is not None:
        return
    levels = subject_levels(rule.for_, each)
    if levels is not None and "branch" not in levels:
        return
    said = words_in(attributes_of(each), world)
    if len(said) != 1 or len(each.wanted) != 1:
        return
    days = (shift(year.first, number) for number in range(year.days))
    if not all(governs(rule, world, day) and applies(rule, world, day) for day in days):
        return
    if out_of_force(rule, world) or unset_params(rule, world) or _waived(rule, world):
        return
    (name, forms) = said[0]
    for word in refused_of(rule.has.get(name, "some")):
        refused = world.forms(name, word)
        yield Bar(frozenset(sets_of(each, world.lasting)), name, forms, refused, year)


def _waived(rule: Rule, world: World) -> bool:
    """Whether there is any waiver of a rule."""
    name = world.pack.full_id(rule.id)
    waivers = world.facts.judgements.waivers
    return any(one.is_of(name) for one in waivers)


def _joined_by(worlds: Iterable[World]) -> Sets:
    """The sets of kinds that rules want of one record.

    They are all kinds of a pattern, or those a record must have besides, each also with
    the kinds that custom puts together with them."""
    return frozenset().union(
        *(
            world.lasting.made("joined", rule, partial(_joined, rule, world.lasting))
            for world in worlds
            for rule in world.bound.rules
        )
    )


def _joined(rule: Rule, lasting: Lasting) -> Sets:
    found = {
        one
        for pattern in every_pattern(rule)
        if wants_all(pattern)
        for one in sets_of(pattern, lasting)
    }
    sets, more = besides(rule, lasting)
    for one in sets:
        found.add(one | more)
        tables = (customs().together, customs().in_groups)
        found.update(one | more | table for table in tables if one <= table)
    return frozenset(found)


def besides(rule: Rule, lasting: Lasting) -> tuple[Sets, frozenset[str]]:
    """The kinds of records of which a rule wants further kinds, and these; else both
    empty."""
    more: set[str] = set()
    if rule.each is not None and "kind" in (rule.has or {}):
        wanted = (rule.has or {})["kind"]
        more.update(words_of(wanted), choices_of(wanted))
    elif rule.cover is not None and rule.cover.tag == "kind":
        more.update(word for one in rule.cover.items for word in one.words)
    if not more:
        return frozenset(), frozenset()
    sets = (one for pattern in patterns(rule) for one in sets_of(pattern, lasting))
    return frozenset(sets), frozenset(more)


def implied(demand: Demand, each: Pattern, rule: Rule, world: World) -> bool:
    """Whether whatever serves a demand is surely a fact of `each`."""
    sets = sets_of(each, world.lasting)
    levels = counted_levels("branch" if rule.for_ == "fact" else rule.for_, each)
    if levels is not None and "branch" not in levels:
        return False
    return all(
        way.places == {BRANCH}
        and all(any(one <= held for one in sets) for held in way.kinds)
        and all(
            _is_said(name, wanted, way, world)
            for name, wanted in attributes_of(each).items()
        )
        for way in demand.ways
    )


def _is_said(name: str, wanted: Wanted, way: Way, world: World) -> bool:
    """Whether a condition holds for all that a way allows."""
    held = dict(way.words).get(name)
    if held is None or wanted == "some":
        return held is not None
    return any(held <= forms for _, forms in words_in({name: wanted}, world))
