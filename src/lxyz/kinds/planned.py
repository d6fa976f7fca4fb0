"""What is planned and would count: items of plans, and records of a day to come."""

from __future__ import annotations

from datetime import date
from functools import partial

from lxyz.base.late import late
from lxyz.dates import Span
from lxyz.facts import Fact
from lxyz.facts.fact import PLAN_ITEMS
from lxyz.kinds.case import Case
from lxyz.kinds.items import ITEMS
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Only, Placed, narrowed
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import texts
from lxyz.kinds.world import World
from lxyz.vocabulary import vocabulary

_ABOUT = ("topic", "theme", "materials")
"""What an item, and what was held, may say of what it is about."""


def planned(
    world: World,
    matchers: list[Matcher],
    case: Case,
    found: Placed,
    only: Only | None = None,
) -> list[Fact]:
    """What is planned from `as_of` to the end of the window.

    A plan is written once: an item that was carried out plans nothing more, whatever
    was lacking then. Each held fact carries out one item of its kind, the one that ends
    first.
    """
    band = case.window.band
    rest = Span(max(world.as_of, band.first), band.last)
    result: dict[int, Fact] = {}
    for matcher in matchers:
        items = [
            item
            for item in matcher.items
            if _overlaps(item, band) and _is_meant(matcher, item, case)
        ]
        if items:
            held = _held(matcher, case, items, found, only)
            items = _not_carried_out(world, items, held)
            left = [
                item
                for item in items
                if _overlaps(item, rest) and (only is None or only(item) is not False)
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
    """Whether a planned record is of a day that is left; an item of a plan that is to be
    made may be of more days than one, such as a month that has begun."""
    if not fact.kinds.isdisjoint(PLAN_ITEMS):
        return _overlaps(fact, rest)
    return fact.date is not None and fact.date in rest


def _overlaps(item: Fact, span: Span) -> bool:
    assert item.date is not None
    assert item.end is not None
    return item.date <= span.last and item.end >= span.first


def _is_meant(matcher: Matcher, item: Fact, case: Case) -> bool:
    """Whether an item of a plan may plan it for the subject of the case."""
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
    """What may have carried the items out: what the case counts, and what was held on
    days of theirs outside its window (an item of two months is one, not one of each).
    """
    facts = {fact.rank: fact for fact in found.inside + found.band}
    hits = matcher.hits(case.person, case.fact)
    for hit in (*hits.of_period(None), *hits.between(*_stretch(items))):
        if not _is_strange(hit.fact, case):
            if narrowed(matcher, hit, case, only) == ():
                facts[hit.fact.rank] = hit.fact
    return [facts[rank] for rank in sorted(facts)]


def _stretch(items: list[Fact]) -> tuple[date, date]:
    """The first day of some items and the last."""
    days = [day for item in items for day in (item.date, item.end) if day is not None]
    return min(days), max(days)


def _is_strange(fact: Fact, case: Case) -> bool:
    """Whether a fact is of another group than the case."""
    return bool(case.group) and fact.level == "group" and fact.owner != case.group


def _not_held_otherwise(
    matcher: Matcher, case: Case, items: list[Fact], left: list[Fact], held: list[Fact]
) -> list[Fact]:
    """Those of the items that are `left` that were not carried out in another way than
    the case asks for: without a person who should have been there, or what should have
    been said. What was about something else than the item says is not what was planned."""
    days = Span(*_stretch(left))
    waiting = [
        item for item in items if item.level != "member" and _overlaps(item, days)
    ]
    gone, told = set[int](), {fact.rank for fact in held}
    for fact, sure, _ in matcher.whatever():
        if not fact.loose and fact.date not in days:
            continue
        if not sure or fact.rank in told or _is_strange(fact, case):
            continue
        fits = (
            (not about, number)
            for number, item in enumerate(waiting)
            if carries(fact, item)
            and item.owner in ("", fact.owner)
            and _is_kind(matcher.world, fact, item)
            and (about := _is_about(matcher, fact, item)) is not False
        )
        if (best := min(fits, default=None)) is not None:
            gone.add(waiting.pop(best[1]).rank)
    return [item for item in left if item.rank not in gone]


def _is_about(matcher: Matcher, fact: Fact, item: Fact) -> bool | None:
    """Whether a fact is about what an item says; None where one of them says nothing."""
    said = [
        matcher.alike(name, fact.attrs[name], item.attrs[name])
        for name in _ABOUT
        if fact.attrs.get(name) and item.attrs.get(name)
    ]
    return all(said) if said else None


def _not_carried_out(world: World, items: list[Fact], held: list[Fact]) -> list[Fact]:
    """The items that no held fact carries out; `items` by their end."""
    waiting = list(items)
    for fact in sorted(held, key=lambda one: one.rank):
        for item in waiting:
            if _is_kind(world, fact, item) and carries(fact, item):
                waiting.remove(item)
                break
    return waiting


def of_item(world: World, item: Fact, found: Placed) -> Placed:
    """What carries out an item of a plan, or makes it good, of what is found.

    Each fact carries out one item of a plan, the one of its kind that ends first of
    those in whose days it lies; only what carries out none is left for one whose days
    have gone by, and each for one. Else the next regular session would make good
    whichever was missed. What carries out another item of the same days may have been
    this one as well, if it was about both.
    """
    plan, kinds = item.links[0].rank, frozenset(item.attrs["plans"])
    facts, items = world.shared(
        ("carried out", plan, kinds), lambda: _carried_out(world, plan, kinds)
    )
    mine = facts.get(item.rank)
    made_good = [fact for fact in found.late if fact is mine]
    if mine is not None:
        return found._replace(late=made_good)
    doubtful = [
        fact
        for fact in found.inside
        if _is_apart(world, items.get(fact.rank, item), item)
        and not tells_of(world, fact, item)
    ]
    inside = [fact for fact in found.inside if fact not in doubtful]
    lacks = (f"item-content:{item.attrs.get('content')}",)
    unknown = [*found.unknown, *((fact, lacks) for fact in doubtful)]
    return Placed(inside, found.band, made_good, unknown)


def _carried_out(
    world: World, plan: int, kinds: frozenset[str]
) -> tuple[dict[int, Fact], dict[int, Fact]]:
    """Of the items of a plan that share a kind with some: by the rank of each the fact
    that carries it out, or makes it good; and by the rank of that fact the item."""
    waiting = sorted(
        (
            item
            for item in world.of(ITEMS)
            if item.links[0].rank == plan and kinds & item.attrs["plans"]
        ),
        key=lambda item: (item.end, item.rank),
    )
    meant = frozenset(
        k for item in waiting for p in item.attrs["plans"] for k in world.kinds(p)
    )
    left = sorted(world.of(meant), key=lambda fact: (fact.date, fact.rank))
    facts: dict[int, Fact] = {}
    items: dict[int, Fact] = {}
    for fits in (carries, partial(_is_after, world)):
        spare = []
        for fact in left:
            found = [
                item
                for item in waiting
                if _is_kind(world, fact, item)
                and item.owner in ("", fact.owner)
                and fits(fact, item)
            ]
            if found:
                item = next(
                    (one for one in found if tells_of(world, fact, one)), found[0]
                )
                waiting.remove(item)
                facts[item.rank], items[fact.rank] = fact, item
            else:
                spare.append(fact)
        left = spare
    return facts, items


def _is_apart(world: World, one: Fact, item: Fact) -> bool:
    """Whether two items of a plan are about something else, as they say, and neither is
    the branch's own addition, which may well be what was planned anyway."""
    said = [_matters(world, each) for each in (one, item)]
    added = "yes" in (one.attrs["optional"], item.attrs["optional"])
    return all(said) and said[0] != said[1] and not added


_BETWEEN = late("[、,，;；和与及]")
_TOLD_IN = (*_ABOUT, "title", "occasion", "content", "name")


def _matters(world: World, item: Fact) -> list[str]:
    """What an item of a plan is about, as its content says; its kind by itself is
    nothing of that."""
    words = vocabulary(world.profile.kinds)
    kinds = {plain(words.kind_name(kind)) for kind in item.attrs["plans"]}
    parts = _BETWEEN.split(item.attrs.get("content", ""))
    found = (plain(part).removeprefix("学习") for part in parts)
    return [part for part in found if part and part not in kinds]


def tells_of(world: World, fact: Fact, item: Fact) -> bool:
    """Whether what was held says that it was about a part of what an item of a plan is
    about."""
    said = [plain(t) for name in _TOLD_IN for t in texts(fact.attrs.get(name, ()))]
    return any(
        one in text or text in one for one in _matters(world, item) for text in said
    )


def _is_kind(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact is of a kind that an item plans."""
    return any(world.kinds(kind) & fact.kinds for kind in item.attrs["plans"])


def _is_after(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact lies after the days of an item; a sitting that counts for another
    time makes it no better. What a paper is about is another matter."""
    assert item.end is not None
    if fact.period is not None and not _overlaps(item, fact.period):
        kinds = vocabulary(world.profile.kinds).kinds
        if any(kinds[kind].family == "activity" for kind in item.attrs["plans"]):
            return False
    return fact.date is not None and fact.date > item.end


def carries(fact: Fact, item: Fact) -> bool:
    """Whether a fact lies in the days of an item, or was moved away from them; what
    counts for another time is not what was planned."""
    assert item.date is not None
    assert item.end is not None
    if fact.period is not None and not _overlaps(item, fact.period):
        return False
    moved: Span | None = fact.attrs.get("moved_from")
    if moved is not None and moved.first <= item.end and moved.last >= item.date:
        return True
    return fact.date is not None and item.date <= fact.date <= item.end


def _may_be_his(matcher: Matcher, fact: Fact, case: Case) -> bool:
    """Whether a planned record may be the person's, or the group's, of the case."""
    if case.group and fact.level == "group" and fact.owner != case.group:
        return False
    if not case.person or not matcher.roles:
        return True
    named = [fact.people[role] for role in matcher.roles if role in fact.people]
    return not named or any(case.person in people for people in named)
