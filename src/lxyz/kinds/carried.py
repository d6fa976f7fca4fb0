"""Which sittings carry out which items of a plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from lxyz.base.late import late
from lxyz.dates.spans import Span
from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.dated import Hit
from lxyz.kinds.items import ITEMS
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Placed, place
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import texts
from lxyz.kinds.world import World
from lxyz.vocabulary import vocabulary

ABOUT = ("topic", "theme", "materials")
"""What an item, and what was held, may say of what it is about."""
_TOLD_IN = (*ABOUT, "title", "occasion", "content", "name")
_BETWEEN = late("[、,，;；和与及]")
_PLACES = ("inside", "band", "late")
_FEW = 20
"""So many items of the same days are looked at for the one that a sitting tells of."""
_MOST = 100
"""So many sittings in the days of an item are asked whether they are about it."""


def of_item(world: World, matchers: list[Matcher], case: Case, item: Fact) -> Placed:
    """What carries out an item of a plan, or makes it good.

    Each fact carries out one item of a plan, the one of its kind that ends first of
    those in whose days it lies; only what carries out none is left for one whose days
    have gone by, and each for one. Else the next regular session would make good
    whichever was missed. What carries out another item of the same days may have been
    this one as well, if it was about both.
    """
    found, lies = _placed(world, matchers, case, item)
    plan, kinds = item.links[0].rank, frozenset(item.attrs["plans"])
    carried = world.shared(
        ("carried", plan, kinds), lambda: _Carried(world, plan, kinds)
    )
    mine = carried.facts.get(item.rank)
    if mine is not None and mine.rank in lies:
        inside, band, late = (
            [mine] if lies[mine.rank] == name else [] for name in _PLACES
        )
        # What carries out no other item may well have been this one, too.
        spare = [fact for fact in found.inside[:_MOST] if carried.is_spare(fact)]
        return Placed([*inside, *spare], band, late, [])
    inside = []
    unknown = [*found.unknown]
    lacks = (f"item-content:{item.attrs.get('content')}",)
    for fact in found.inside[:_MOST]:
        if carried.is_another(fact, item):
            unknown.append(Hit(fact, False, lacks))
        else:
            inside.append(fact)
    return Placed(inside, found.band, [], unknown)


def _placed(
    world: World, matchers: list[Matcher], case: Case, item: Fact
) -> tuple[Placed, dict[int, str]]:
    """What is found for an item, and by rank in which of the places each lies: the same
    for all items of the same days and kinds."""
    days = case.window
    when = (days.inside, days.band, days.until, days.period, days.due, days.own)
    sides = tuple(one.sides(item) for one in matchers)
    key = ("placed", id(matchers), when, case.person, case.group, sides)

    def make() -> tuple[Placed, dict[int, str]]:
        found = place(matchers, case)
        lists = zip(_PLACES, (found.inside, found.band, found.late), strict=True)
        return found, {fact.rank: name for name, facts in lists for fact in facts}

    return world.shared(key, make)


class Telling:
    """What sittings tell of items of plans, each text looked at once."""

    def __init__(self, world: World) -> None:
        self._words = vocabulary(world.profile.kinds)
        self._matters: dict[int, list[str]] = {}
        self._said: dict[int, list[str]] = {}

    def of(self, fact: Fact, item: Fact) -> bool:
        """Whether what was held says that it was about a part of what an item is about."""
        said = self._said.get(fact.rank)
        if said is None:
            told = (fact.attrs.get(name, ()) for name in _TOLD_IN)
            said = [plain(text) for one in told for text in texts(one)]
            self._said[fact.rank] = said
        return any(
            one in text or text in one for one in self.matters(item) for text in said
        )

    def matters(self, item: Fact) -> list[str]:
        """What an item is about, as its content says; its kind by itself is nothing of
        that."""
        found = self._matters.get(item.rank)
        if found is None:
            plans = item.attrs["plans"]
            kinds = {"", *(plain(self._words.kind_name(kind)) for kind in plans)}
            parts = _BETWEEN.split(item.attrs.get("content", ""))
            every = (plain(part).removeprefix("学习") for part in parts)
            found = self._matters[item.rank] = [
                one for one in every if one not in kinds
            ]
        return found

    def chosen(self, fact: Fact, items: Iterable[Fact]) -> Fact | None:
        """Of the items that a fact may carry out the one it tells of, else the first; of
        very many the first few are looked at."""
        few = list(islice(items, _FEW))
        told = (one for one in few if self.of(fact, one)) if few[1:] else few
        return next(iter(told), few[0] if few else None)


class _Carried:
    """Of the items of a plan that share a kind with some: by the rank of each the fact
    that carries it out, or makes it good; and by the rank of that fact the item."""

    def __init__(self, world: World, plan: int, kinds: frozenset[str]) -> None:
        self._telling = Telling(world)
        self.facts: dict[int, Fact] = {}
        self._items: dict[int, Fact] = {}
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
        for in_time in (carries, partial(_is_after, world)):
            fits = partial(is_whose, world, in_time)
            self._items |= given_out(left, waiting, fits, self._telling.chosen)
            spare = [fact for fact in left if fact.rank not in self._items]
            taken = (fact for fact in left if fact.rank in self._items)
            self.facts |= {self._items[fact.rank].rank: fact for fact in taken}
            left = spare

    def is_spare(self, fact: Fact) -> bool:
        """Whether a fact carries out none of the items."""
        return fact.rank not in self._items

    def is_another(self, fact: Fact, item: Fact) -> bool:
        """Whether a fact carries out another item, about something else as both say, and
        does not tell of this one; what the branch added for itself may well be what was
        planned anyway."""
        one = self._items.get(fact.rank, item)
        said = [self._telling.matters(each) for each in (one, item)]
        added = "yes" in (one.attrs["optional"], item.attrs["optional"])
        apart = all(said) and said[0] != said[1] and not added
        return apart and not self._telling.of(fact, item)


def given_out(
    facts: Iterable[Fact],
    items: list[Fact],
    fits: Callable[[Fact, Fact], bool],
    chosen: Callable[[Fact, Iterable[Fact]], Fact | None] | None = None,
) -> dict[int, Fact]:
    """By the rank of each fact the item that it carries out: of those that are left and
    fit it the one that is `chosen`, else the first. The `items`, the first to end first,
    are those that are left in the end, so that each is carried out once. Those of the
    same days and body that plan the same kinds fit alike, and are asked of once."""
    waiting = _Waiting(items)
    found: dict[int, Fact] = {}
    for fact in facts:
        able = waiting.able(fact, fits)
        item = next(able, None) if chosen is None else chosen(fact, able)
        if item is not None:
            waiting.take(item)
            found[fact.rank] = item
    gone = {item.rank for item in found.values()}
    items[:] = [item for item in items if item.rank not in gone]
    return found


class _Waiting:
    """Items of plans, those that fit alike together: of the same days and body, and
    planning the same kinds."""

    def __init__(self, items: list[Fact]) -> None:
        self._alike: dict[tuple[object, ...], list[Fact]] = {}
        for item in items:
            self._alike.setdefault(_fitting(item), []).append(item)

    def able(self, fact: Fact, fits: Callable[[Fact, Fact], bool]) -> Iterator[Fact]:
        """The items that fit a fact, the first to end first."""
        able: list[list[Fact]] = []
        for items in self._alike.values():
            if able and able[0][0].end != items[0].end:
                yield from _in_order(able)
                able = []
            if fits(fact, items[0]):
                able.append(items)
        yield from _in_order(able)

    def take(self, item: Fact) -> None:
        """Leaves out an item that is carried out."""
        alike = self._alike[_fitting(item)]
        alike.remove(item)
        if not alike:
            del self._alike[_fitting(item)]


def _in_order(many: list[list[Fact]]) -> Iterable[Fact]:
    """Items of several rows, in order."""
    if len(many) < 2:
        return many[0] if many else ()
    from heapq import merge  # few plans have several such for the same day

    return merge(*many, key=lambda item: item.rank)


def _fitting(item: Fact) -> tuple[object, ...]:
    """What of an item decides which facts fit it."""
    return item.end, item.date, item.owner, item.attrs["plans"]


def is_whose(
    world: World, in_time: Callable[[Fact, Fact], bool], fact: Fact, item: Fact
) -> bool:
    """Whether a fact is of the days, the group and a kind of an item."""
    return (
        in_time(fact, item)
        and item.owner in ("", fact.owner)
        and is_kind(world, fact, item)
    )


def is_kind(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact is of a kind that an item plans."""
    return any(world.kinds(kind) & fact.kinds for kind in item.attrs["plans"])


def carries(fact: Fact, item: Fact) -> bool:
    """Whether a fact lies in the days of an item, or was moved away from them; what
    counts for another time is not what was planned."""
    if fact.period is not None and not overlaps(item, fact.period):
        return False
    moved: Span | None = fact.attrs.get("moved_from")
    if moved is not None and overlaps(item, moved):
        return True
    return fact.date is not None and item.day <= fact.date <= item.last


def _is_after(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact lies after the days of an item; a sitting that counts for another
    time makes it no better. What a paper is about is another matter."""
    if fact.period is not None and not overlaps(item, fact.period):
        kinds = vocabulary(world.profile.kinds).kinds
        if any(kinds[kind].family == "activity" for kind in item.attrs["plans"]):
            return False
    return fact.date is not None and fact.date > item.last


def overlaps(item: Fact, span: Span) -> bool:
    """Whether one of the days of an item lies in a span."""
    return item.day <= span.last and item.last >= span.first
