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
"""The keys under which an item, or a sitting, may say what it is about."""
_TOLD_IN = (*ABOUT, "title", "occasion", "content", "name")
_BETWEEN = late("[、,，;；和与及]")
_PLACES = ("inside", "band", "late")
_FEW = 20
"""The item that a sitting tells of is looked for among at most so many of its days."""
_MOST = 100
"""At most so many sittings in the days of an item are checked for what they are about."""


def of_item(world: World, matchers: list[Matcher], case: Case, item: Fact) -> Placed:
    """The facts that carry out an item of a plan, or make it good late, each in its
    place.

    Each fact carries out at most one item of a plan: of the items of its kind in whose
    days it lies, the one that ends first. A fact that carries out none may make good
    one item whose days are over. Otherwise the next regular session would make good
    every session that was missed. A fact that carries out another item of the same days
    counts for this one, too, unless it was about something else; then it is unknown
    whether it does."""
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
    """The facts that lie in the days of an item, and the place of each by its rank.

    It is worked out once for all items of the same days and kinds."""
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
    """Compares what sittings say with what items of plans say; each text is read
    once."""

    def __init__(self, world: World) -> None:
        self._words = vocabulary(world.profile.kinds)
        self._matters: dict[int, list[str]] = {}
        self._said: dict[int, list[str]] = {}

    def of(self, fact: Fact, item: Fact) -> bool:
        """Whether a fact says that it was about some part of what an item is about."""
        said = self._said.get(fact.rank)
        if said is None:
            told = (fact.attrs.get(name, ()) for name in _TOLD_IN)
            said = [plain(text) for one in told for text in texts(one)]
            self._said[fact.rank] = said
        return any(
            one in text or text in one for one in self.matters(item) for text in said
        )

    def matters(self, item: Fact) -> list[str]:
        """The subjects that the content of an item names; the name of its kind is
        none."""
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
        """The item that a fact tells of, else the first; None where there is no item.

        `items` are those that the fact may carry out; only the first few are looked
        at."""
        few = list(islice(items, _FEW))
        told = (one for one in few if self.of(fact, one)) if few[1:] else few
        return next(iter(told), few[0] if few else None)


class _Carried:
    """Which fact carries out which item of a plan, or makes it good late.

    It covers the items of one plan that plan one of some kinds. `facts` gives the fact
    by the rank of its item, `_items` the item by the rank of its fact."""

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
        """Whether a fact surely carries out another item and not this one.

        Both items must say what they are about and differ in it, and the fact must not
        tell of this one. An item that the branch added for itself (`optional`) proves
        nothing: it may be what was planned anyway."""
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
    """Gives each fact an item to carry out; returns the item by the rank of the fact.

    Of the items that are left and fit the fact (`fits`) it is the one that is `chosen`,
    else the first. `items`, the first to end first, is changed: those given out are
    removed, so that each is carried out once. Items of the same days and body that plan
    the same kinds fit the same facts, so `fits` is asked once for all of them."""
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
    """Items of plans not carried out yet, grouped by what decides which facts fit
    them."""

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
        """Removes an item that is carried out."""
        alike = self._alike[_fitting(item)]
        alike.remove(item)
        if not alike:
            del self._alike[_fitting(item)]


def _in_order(many: list[list[Fact]]) -> Iterable[Fact]:
    """The items of several groups, merged in the order of their ranks."""
    if len(many) < 2:
        return many[0] if many else ()
    from heapq import merge  # few plans have several groups for the same day

    return merge(*many, key=lambda item: item.rank)


def _fitting(item: Fact) -> tuple[object, ...]:
    """The parts of an item that decide which facts fit it: days, body and kinds."""
    return item.end, item.date, item.owner, item.attrs["plans"]


def is_whose(
    world: World, in_time: Callable[[Fact, Fact], bool], fact: Fact, item: Fact
) -> bool:
    """Whether a fact lies in the days of an item (`in_time`), of its group and of its
    kind."""
    return (
        in_time(fact, item)
        and item.owner in ("", fact.owner)
        and is_kind(world, fact, item)
    )


def is_kind(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact is of a kind that an item plans."""
    return any(world.kinds(kind) & fact.kinds for kind in item.attrs["plans"])


def carries(fact: Fact, item: Fact) -> bool:
    """Whether a fact lies in the days of an item, or was moved away from them.

    A fact that counts for another time (`period`) is not what was planned."""
    if fact.period is not None and not overlaps(item, fact.period):
        return False
    moved: Span | None = fact.attrs.get("moved_from")
    if moved is not None and overlaps(item, moved):
        return True
    return fact.date is not None and item.day <= fact.date <= item.last


def _is_after(world: World, fact: Fact, item: Fact) -> bool:
    """Whether a fact lies after the days of an item.

    A sitting that counts for another time (`period`) does not make the item good. A
    paper may: its period is what it is about, not when it was due."""
    if fact.period is not None and not overlaps(item, fact.period):
        kinds = vocabulary(world.profile.kinds).kinds
        if any(kinds[kind].family == "activity" for kind in item.attrs["plans"]):
            return False
    return fact.date is not None and fact.date > item.last


def overlaps(item: Fact, span: Span) -> bool:
    """Whether one of the days of an item lies in a span."""
    return item.day <= span.last and item.last >= span.first
