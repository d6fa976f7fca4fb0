"""What is planned and would count: items of plans, and records dated in the future."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from lxyz.dates.spans import Span
from lxyz.facts.fact import PLAN_ITEMS, Fact
from lxyz.kinds.carried import ABOUT, carries, given_out, is_kind, is_whose, overlaps
from lxyz.kinds.case import Case
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Placed, narrowed
from lxyz.kinds.trial import Only
from lxyz.kinds.world import World


def planned(
    world: World,
    matchers: list[Matcher],
    case: Case,
    found: Placed,
    only: Only | None = None,
) -> list[Fact]:
    """The items and records planned from the day of the check to the end of the window.

    An item that was carried out plans nothing more, whatever was lacking then: a plan
    is written once. Each held fact carries out one item of its kind, the one that ends
    first."""
    band = case.window.band
    rest = Span(max(world.as_of, band.first), band.last)
    result: dict[int, Fact] = {}
    for matcher in matchers:
        items = [
            item
            for item in matcher.planning(case.fact)
            if overlaps(item, band) and _is_meant(matcher, item, case)
        ]
        if items:
            held = _held(matcher, case, items, found, only)
            items = _not_carried_out(world, items, held)
            left = [
                item
                for item in items
                if overlaps(item, rest) and (only is None or only(item) is not False)
            ]
            if left:
                left = _not_held_otherwise(matcher, case, items, left, held)
            result.update((item.rank, item) for item in left)
        for fact in world.of(matcher.kinds, "planned"):
            if (
                _is_to_come(fact, rest)
                and matcher.match(fact, []) is not False
                and _may_be_his(matcher, fact, case)
                and (only is None or only(fact) is not False)
            ):
                result[fact.rank] = fact
    return [result[rank] for rank in sorted(result)]


def _is_to_come(fact: Fact, rest: Span) -> bool:
    """Whether a planned record is of a day that is left.

    An item of a plan that is to be made may have several days, such as a month that has
    begun; one of them must be left."""
    if not fact.kinds.isdisjoint(PLAN_ITEMS):
        return overlaps(fact, rest)
    return fact.date is not None and fact.date in rest


def _is_meant(matcher: Matcher, item: Fact, case: Case) -> bool:
    """Whether an item of a plan may be for the subject of a case, and for its fact of
    `each`."""
    if case.group and item.owner not in ("", case.group):
        return False
    if item.level == "member" and case.person not in item.people.get("owner", ()):
        return False
    if case.fact is None or not matcher.joins:
        return True
    return not matcher.link and matcher.joined(item, case.fact, []) is not False


def _held(
    matcher: Matcher, case: Case, items: list[Fact], found: Placed, only: Only | None
) -> list[Fact]:
    """The facts that may have carried out the items.

    They are those that the case counts, and those held on days of the items outside its
    window: an item of two months is one item, not one for each month."""
    facts = {fact.rank: fact for fact in found.inside + found.band}
    hits = matcher.hits(case.person, case.fact)
    for hit in (*hits.of_period(None), *hits.between(*_stretch(items))):
        fact = hit.fact
        if (
            (only is None or only(fact))
            and not case.is_of_others(fact)
            and narrowed(matcher, hit, case) == ()
        ):
            facts[fact.rank] = fact
    return [facts[rank] for rank in sorted(facts)]


def _stretch(items: list[Fact]) -> tuple[date, date]:
    """The first and the last day of some items."""
    days = [day for item in items for day in (item.date, item.end) if day is not None]
    return min(days), max(days)


def _not_held_otherwise(
    matcher: Matcher, case: Case, items: list[Fact], left: list[Fact], held: list[Fact]
) -> list[Fact]:
    """The items of `left` that were not held in another way than the case asks for.

    A sitting without a person who should have been there, or without what should have
    been said, still was the planned one. A sitting about something else than the item
    was not."""
    days = Span(*_stretch(left))
    waiting = [
        item for item in items if item.level != "member" and overlaps(item, days)
    ]
    told = {fact.rank for fact in held}
    others = (
        fact
        for fact, sure, _ in matcher.whatever()
        if sure and (fact.loose or fact.date in days)
        if fact.rank not in told and not case.is_of_others(fact)
    )

    def chosen(fact: Fact, able: Iterable[Fact]) -> Fact | None:
        said = [(_is_about(matcher, fact, item), item) for item in able]
        best = (item for one in (True, None) for about, item in said if about is one)
        return next(best, None)

    fits = partial(is_whose, matcher.world, carries)
    gone = {item.rank for item in given_out(others, waiting, fits, chosen).values()}
    return [item for item in left if item.rank not in gone]


def _is_about(matcher: Matcher, fact: Fact, item: Fact) -> bool | None:
    """Whether a fact is about what an item says; None where they share no key to
    compare."""
    said = [
        matcher.alike(name, fact.attrs[name], item.attrs[name])
        for name in ABOUT
        if fact.attrs.get(name) and item.attrs.get(name)
    ]
    return all(said) if said else None


def _not_carried_out(world: World, items: list[Fact], held: list[Fact]) -> list[Fact]:
    """The items that no held fact carries out; `items` are sorted by their end."""
    waiting = list(items)
    given_out(
        held,
        waiting,
        lambda fact, one: is_kind(world, fact, one) and carries(fact, one),
    )
    return waiting


def _may_be_his(matcher: Matcher, fact: Fact, case: Case) -> bool:
    """Whether a planned record may be one of the person or the group of a case."""
    if case.is_of_others(fact):
        return False
    if not case.person or not matcher.roles:
        return True
    named = [fact.people[role] for role in matcher.roles if role in fact.people]
    return not named or any(case.person in people for people in named)
