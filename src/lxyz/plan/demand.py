"""What a case of a rule demands of sittings: how many, when, whose, of which kinds.

Which demands one sitting could serve is the matter of `fitting`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

from lxyz.base.named import NamedTuple
from lxyz.dates.fixed import weekday_of
from lxyz.dates.spans import Span, shift
from lxyz.facts.attributes import is_on_slot
from lxyz.kinds.lasting import Lasting
from lxyz.kinds.levels import counted_levels
from lxyz.kinds.world import World
from lxyz.packs.asked import attributes_of, choices_of, kinds_of, refused_of, wants_all
from lxyz.packs.model import Count, Pattern, Rule, Wanted
from lxyz.plan.customs import customs
from lxyz.plan.days import is_good
from lxyz.plan.wish import Key, Wish
from lxyz.vocabulary import vocabulary

BRANCH, MEMBER = "", "*"
"""The place of a sitting: the branch, a member's own, or else the name of a group."""
Sets = frozenset[frozenset[str]]
"""Sets of kinds; a sitting has all kinds of one of them."""
Words = tuple[tuple[str, frozenset[str]], ...]
"""Texts, in all their forms, by key."""
_WEEK = 7
_ONE_VALUE = frozenset(("text", "one"))


class Way(NamedTuple):
    """One way to serve a demand.

    - `places`: whose sitting it may be
    - `kinds`: sets of kinds; the sitting has all kinds of one of them
    - `words`: for keys with one text, the texts any of which it may be
    - `refused`: for keys with one text, the texts that it must not be
    """

    places: frozenset[str]
    kinds: Sets
    words: Words = ()
    refused: Words = ()


class Demand(NamedTuple):
    """A number of sittings within some days, each in one of some ways.

    No sitting counts twice for one demand. `key` and `rule` name the case it comes
    from."""

    key: Key
    rule: str
    number: int
    days: Span
    ways: tuple[Way, ...]


def demand_of(wish: Wish) -> Demand | None:
    """The demand of a wish; None where no sitting of the branch is needed for it.

    That is where a paper or a part of a record would do, where the committee above is
    to hold it, and where no number can be told. The days of the demand are those in
    which a record leaves no finding; if none is left, those in which it counts at all.
    Both ends are included."""
    rule, count = wish.rule, wish.rule.count
    if rule.has is not None or not wish.spans:
        return None
    number = wish.number
    if count is not None:
        if is_odd(count):
            return None
        if count.sum or count.distinct:
            number = 1
    band, left = wish.case.window.band, wish.spans
    days = Span(max(band.first, left[-1].first), min(band.last, left[-1].last))
    if days.first > days.last:
        days = left[-1]
    elif rule.cover is not None and left[0].first == days.first:
        # An item may be due before its list is.
        days = left[0]
    days = best_days(wish, days)
    every = (wish.pattern, *wish.others)
    ways = ways_of(rule, every, wish.world, wish.case.group, wish.extra)
    return None if ways is None else Demand(wish.key, wish.rule_id, number, days, ways)


def best_days(wish: Wish, span: Span) -> Span:
    """The best days of a span for a wish.

    It is the fixed day, unless that is a day off; in a week the branch's own weekday,
    where every pattern of the wish asks for it and no holiday takes it; else the whole
    span."""
    fixed = wish.case.window.slot
    if fixed is not None and fixed.day in span and is_good(fixed.day):
        return Span(fixed.day, fixed.day)
    found = slot_days(wish, span) if span.days <= _WEEK else None
    return Span(found[0], found[-1]) if found else span


def slot_days(wish: Wish, span: Span) -> list[date] | None:
    """The days of a span on the branch's own weekday.

    None where not every pattern of the wish asks for it, or the branch has none."""
    slot = weekday_of(str(wish.world.profile.attributes.get("weekly_slot", "")))
    every = (wish.pattern, *wish.others)
    asked = all(attributes_of(one).get("on_slot") == "yes" for one in every)
    if slot is None or not asked:
        return None
    days = (shift(span.first, number) for number in range(span.days))
    return [day for day in days if is_on_slot(day, slot)]


def is_odd(count: Count) -> bool:
    """Whether more records do not help a count: a share, a mean, at most so many."""
    return bool(count.to or count.mean or count.max or count.under)


def ways_of(
    rule: Rule,
    asked_for: Iterable[Pattern],
    world: World,
    group: str = "",
    extra: Mapping[str, Wanted] | None = None,
) -> tuple[Way, ...] | None:
    """The ways in which sittings serve patterns of a rule.

    None where something else would do, too (also a study alone), or the committee above
    is to hold them."""
    ways: list[Way] = []
    known = vocabulary(world.profile.kinds).kinds
    rounds = rule.count is not None and rule.count.rounds is not None
    for pattern in asked_for:
        sets = sets_of(pattern, world.lasting)
        for kind in (kind for one in sets for kind in one):
            if kind not in known or known[kind].family != "activity":
                return None
            if known[kind].level == "above" or kind in customs().alone:
                return None
        places = _places(rule, pattern, world, group)
        if not places:
            return None
        if rounds:
            places |= _groups(world)
        asked = {**attributes_of(pattern), **(extra or {})}
        words, refused = words_in(asked, world), _refused_in(asked, world)
        ways.append(Way(places, frozenset(sets), words, refused))
    return tuple(ways)


def sets_of(pattern: Pattern, lasting: Lasting) -> list[frozenset[str]]:
    """The sets of kinds any of which makes a record one that a pattern means."""
    each = [sorted(lasting.kinds(kind)) for kind in kinds_of(pattern)]
    if wants_all(pattern):
        return [frozenset(one) for one in product(*each)]
    return [frozenset((kind,)) for kinds in each for kind in kinds]


def _places(rule: Rule, pattern: Pattern, world: World, group: str) -> frozenset[str]:
    """Whose sittings may serve a pattern; empty where only the committee above can."""
    if group:
        return frozenset((group,))
    levels = counted_levels(rule.for_, pattern)
    groups = _groups(world)
    if levels is None:
        return groups | {BRANCH, MEMBER}
    named = {"branch": {BRANCH}, "group": groups, "member": {MEMBER}}
    return frozenset(one for level in levels for one in named.get(level, ()))


def _groups(world: World) -> frozenset[str]:
    return frozenset(group.name for group in world.profile.groups)


def words_in(asked: Mapping[str, Wanted], world: World) -> Words:
    """For each key with one text, the texts one of which is asked (one topic each,
    A28)."""
    return _texts({name: choices_of(one) for name, one in asked.items()}, world)


def _refused_in(asked: Mapping[str, Wanted], world: World) -> Words:
    """For each key with one text, the texts that are refused."""
    return _texts({name: refused_of(one) for name, one in asked.items()}, world)


def _texts(asked: Mapping[str, tuple[str, ...]], world: World) -> Words:
    keys = vocabulary().key_slugs("record")
    found = []
    for name, words in sorted(asked.items()):
        types = {key.type.partition(" ")[0] for key in keys.get(name, ())}
        if words and types and types <= _ONE_VALUE:
            forms = (world.forms(name, word) for word in words)
            found.append((name, frozenset(form for one in forms for form in one)))
    return tuple(found)
