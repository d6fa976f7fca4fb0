"""Plan against actual: what was planned for days gone by and has no record.

It follows from the branch's own plan, whatever the packs ask. What a plan leaves to
each person (self-study) is not looked for."""

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
    """Something planned whose days are over without a record.

    - `last`, `first`: its last and its first day
    - `kinds`: the kinds planned
    - `group`: the group it was planned for; empty for the branch
    - `origin`, `key`: where it stands, and the key of its fact
    - `label`: how the plan calls it
    - `optional`: the branch added it for itself
    - `is_item`: it is an item of a plan, not a planned record
    """

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
    """The ranks of the items of plans that are carried out, or accounted for by a
    cancellation."""
    if not worlds:
        return frozenset()
    return frozenset(_done(list(_items(_any_of(worlds))), worlds))


def behind(worlds: Sequence[World], done: frozenset[int]) -> tuple[Behind, ...]:
    """What is behind its plan on the day of the check, in the year checked.

    `done` are the ranks of the items that are carried out."""
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
    """One of the worlds: what does not depend on a pack is the same in all."""
    world, *_ = worlds
    return world


def _items(world: World) -> Iterator[Fact]:
    """The items of plans that have days, without those that each person does alone."""
    for item in world.facts.of(("plan-item",)):
        if item.level == "member" or item.attrs["mode"] == "individual":
            continue
        if "planned" in item.attrs:
            yield item


def _is_past(fact: Fact, world: World) -> bool:
    """Whether the days of a fact are over, in the year checked, and no exemption covers
    them."""
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
    """The ranks of the items that a held fact carries out, or a cancelled one accounts
    for.

    A fact carries out one item of each of its kinds in each plan: the item that it
    tells of, else the one that ends first. A late fact does so only for items that do
    not recur."""
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
    """The facts of a kind by any of the packs: first the held, then the cancelled, in
    order.

    Of sittings only those of the branch, its groups and the committee above."""
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
    """Whether a fact lies in the days of an item and is of its group."""
    return _is_whose(fact, item) and carries(fact, item)


def _is_whose(fact: Fact, item: Fact) -> bool:
    """Whether a fact is of the group for which an item is planned."""
    if item.owner:
        return fact.owner == item.owner
    return fact.level != "group" or "group-meeting" in item.attrs["plans"]


def _is_optional(item: Fact) -> bool:
    return bool(item.attrs["optional"] == "yes")


def _is_late(fact: Fact, item: Fact) -> bool:
    return _is_whose(fact, item) and fact.date is not None and fact.date > item.last
