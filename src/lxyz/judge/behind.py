"""Plan against actual: what was planned for days gone by, and has no record.

Whatever the packs say of plans: it is the branch's own word. What a plan leaves to each
person (self-study) is not looked for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import OURS, Fact
from lxyz.files.origin import Origin
from lxyz.kinds import World
from lxyz.kinds.carried import Telling, carries, given_out
from lxyz.vocabulary import vocabulary


class Behind(NamedTuple):
    """Something planned whose days have gone by without a record: an item of a plan
    (`is_item`), or a record of its own. `key` is that of its fact, `first` and `last`
    its days, `label` how the plan calls them; `optional`: the branch's own addition."""

    last: date
    first: date
    kinds: tuple[str, ...]
    group: str
    origin: Origin
    key: str
    label: str
    optional: bool
    is_item: bool


def carried_out(worlds: Sequence[World]) -> frozenset[int]:
    """The ranks of the items of plans that a held fact carries out, or a cancelled one
    accounts for."""
    if not worlds:
        return frozenset()
    return frozenset(_done(list(_items(_any_of(worlds))), worlds))


def behind(worlds: Sequence[World], done: frozenset[int]) -> tuple[Behind, ...]:
    """What is behind its plan on the day of the check, in the year checked; `done` are
    the items that are carried out."""
    if not worlds:
        return ()
    world = _any_of(worlds)
    waiting = [
        item
        for item in _items(world)
        if item.rank not in done and _is_past(item, world)
    ]
    told = [_item(item) for item in waiting]
    for record in world.facts.all:
        if record.state != "planned" or record.kinds & _PARTS:
            continue
        if record.level not in OURS or not _is_past(record, world):
            continue
        if not any(_is_of(record, item) for item in waiting):
            told.append(_record(record))
    return tuple(sorted(told))


def _any_of(worlds: Sequence[World]) -> World:
    """One of them: of what is no pack's they all know the same."""
    world, *_ = worlds
    return world


def _items(world: World) -> Iterator[Fact]:
    """The items of plans that say when, but for what each does alone."""
    for item in world.facts.of(("plan-item",)):
        if item.level == "member" or item.attrs["mode"] == "individual":
            continue
        if "planned" in item.attrs:
            yield item


def _is_past(fact: Fact, world: World) -> bool:
    """Whether its days have gone by in the year checked; those of an exemption, on which
    nothing recurs, are not looked at."""
    if fact.last.year != world.year or fact.last >= world.as_of:
        return False
    return world.exempt.over(fact.day, fact.last) is None


_PARTS = frozenset(("step", "filing", "plan-item"))


def _item(item: Fact) -> Behind:
    kinds = tuple(sorted(item.attrs["plans"]))
    place = item.owner, item.origin, item.key
    said = item.label, _is_optional(item)
    return Behind(item.last, item.day, kinds, *place, *said, is_item=True)


def _record(fact: Fact) -> Behind:
    kinds = tuple(sorted(fact.kinds))
    place = fact.owner, fact.origin, fact.key
    return Behind(
        fact.last, fact.day, kinds, *place, fact.label, optional=False, is_item=False
    )


def _is_of(record: Fact, item: Fact) -> bool:
    """Whether a planned record is the one that an item plans."""
    return bool(record.kinds & item.attrs["plans"]) and carries(record, item)


def _done(items: list[Fact], worlds: Sequence[World]) -> set[int]:
    """The items that a held fact carries out, or a cancelled one accounts for. Each fact
    carries out one item of each kind that it is in each plan, the one it tells of,
    else the one that ends first; a late one what is planned but once."""
    times = Counter(item.origin for item in items)
    plans: dict[tuple[int, str], list[Fact]] = {}
    for item in items:
        for kind in item.attrs["plans"]:
            plans.setdefault((item.links[0].rank, kind), []).append(item)
    done: set[int] = set()
    telling = Telling(_any_of(worlds))
    for (_, kind), own in plans.items():
        waiting = sorted(own, key=_by_end)
        firm = [item for item in waiting if not _is_optional(item)]
        facts = _told(kind, worlds)
        taken = given_out(facts, firm, _is_of_it, telling.chosen)
        gone = {item.rank for item in taken.values()}
        # What the branch added for itself may well be what was planned anyway.
        for item in filter(_is_optional, own):
            fact = next((one for one in facts if _is_of_it(one, item)), None)
            if fact is not None:
                gone.add(item.rank)
                taken[fact.rank] = item
        spare = [f for f in facts if f.rank not in taken and f.state == "held"]
        left = [
            item
            for item in waiting
            if item.rank not in gone and times[item.origin] == 1
        ]
        gone.update(item.rank for item in given_out(spare, left, _is_late).values())
        done |= gone
    return done


def _told(kind: str, worlds: Sequence[World]) -> list[Fact]:
    """The facts of a kind by any of the packs, held ones first, then cancelled ones, in
    order; of sittings only those of the branch and its groups."""
    kinds = frozenset(k for world in worlds for k in world.kinds(kind))
    world = _any_of(worlds)
    sits = vocabulary(world.profile.kinds).kinds[kind].family == "activity"
    return [
        fact
        for state in ("held", "cancelled")
        for fact in world.of(kinds, state)
        if not sits or fact.level in ("branch", "group", "above")
    ]


def _by_end(item: Fact) -> tuple[date | None, int]:
    return item.end, item.rank


def _is_of_it(fact: Fact, item: Fact) -> bool:
    """Whether a fact lies in the days of an item, and is of the group it is for."""
    return _is_whose(fact, item) and carries(fact, item)


def _is_whose(fact: Fact, item: Fact) -> bool:
    """Whether a fact is of the group that an item plans it for."""
    if item.owner:
        return fact.owner == item.owner
    return fact.level != "group" or "group-meeting" in item.attrs["plans"]


def _is_optional(item: Fact) -> bool:
    return bool(item.attrs["optional"] == "yes")


def _is_late(fact: Fact, item: Fact) -> bool:
    return _is_whose(fact, item) and fact.date is not None and fact.date > item.last
