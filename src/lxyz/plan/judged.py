"""A year judged as if some drafts were carried out, and judged again as they change.

A draft changes little of a year. A draft is read again only where it says something
else, and a rule is judged again only where a fact that it looks at has changed. The
result equals judging the whole year anew (a law in tests/plan/test_judged.py)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from lxyz.base.named import NamedTuple
from lxyz.facts.build import build_facts
from lxyz.facts.fact import PLAN_ITEMS, Facts
from lxyz.facts.gathering import has_too_many
from lxyz.files import Document
from lxyz.files.origin import Origin
from lxyz.kinds import World
from lxyz.packs.asked import kinds_of, patterns, row_of
from lxyz.packs.model import Pattern, Rule
from lxyz.plan.document import records_of
from lxyz.plan.draft import FILE, Draft, Value, line_of, node_of
from lxyz.plan.wish import Found, Wish, find, in_order
from lxyz.records import Record, read_records
from lxyz.vocabulary import vocabulary

if TYPE_CHECKING:
    from lxyz.plan.ground import Ground

_TURN = "responsible"
"""A key that every draft has; it changes in most drafts when one is added, as members
take turns."""


class Read(NamedTuple):
    """A draft by its number, what it says, and how the checker reads it."""

    draft: int
    said: dict[str, Value]
    records: tuple[Record, ...]


class Judged(NamedTuple):
    """A year with drafts, judged.

    - `ground`: what exists before them
    - `drafts`: the drafts
    - `read`: how they were read
    - `facts`: the facts if all drafts were carried out
    - `found`: what each rule finds, by pack and place in it: versions of a rule share one id
    """

    ground: Ground
    drafts: tuple[Draft, ...]
    read: tuple[Read, ...]
    facts: Facts
    found: dict[tuple[str, int], Found]

    @property
    def wishes(self) -> list[Wish]:
        """What the rules still want, in the order in which it is to be served."""
        return in_order(wish for one in self.found.values() for wish in one.wishes)

    def after(self, drafts: Sequence[Draft]) -> Judged:
        """The year of this ground, judged with other drafts."""
        return judged(self.ground, drafts, self)

    def without(self, gone: Sequence[Draft]) -> Iterator[Wish]:
        """What the cases that some drafts serve want without these drafts.

        All else stays: nobody takes their turns, and their items stay in the study
        plan. So rules about plans and turns are left out."""
        ground = self.ground
        served = {key: rule for one in gone for key, rule in one.serves.items()}
        facts = self.facts.without(FILE, {line_of(one) for one in gone})
        worlds = [
            World(facts, one, ground.year, ground.horizon) for one in ground.packs
        ]
        names = frozenset(served.values())
        rules = [
            (rule, world)
            for world in worlds
            for rule in world.bound.rules
            if world.pack.full_id(rule.id) in names
        ]
        try:
            for rule, world in rules:
                if _has_turns(rule, world) or PLAN_ITEMS & _reads(rule, world):
                    continue
                found = find(rule, world, ground.start, ground.provided, served)
                yield from found.wishes
        finally:
            for world in worlds:
                world.let_go()


def judged(
    ground: Ground, drafts: Sequence[Draft], before: Judged | None = None
) -> Judged:
    """A year with drafts, judged; as much of `before`, with other drafts, is kept as
    holds."""
    read = tuple(_read(ground, drafts, () if before is None else before.read))
    if before is not None and [*map(id, before.read)] == [*map(id, read)]:
        return before._replace(drafts=tuple(drafts))
    records = [*ground.known, *(record for one in read for record in one.records)]
    words = vocabulary(ground.profile.kinds)
    facts, _ = build_facts(ground.profile, records, words, ground.horizon)
    changed = None if before is None else _changed(before, read, facts)
    found: dict[tuple[str, int], Found] = {}
    for bound in ground.packs:
        world = World(facts, bound, ground.year, ground.horizon)
        for place, rule in enumerate(bound.rules):
            name = bound.pack.id, place
            if before is not None and changed is not None:
                old = before.found[name]
                if not changed.concerns(rule, world, old):
                    found[name] = old
                    continue
            found[name] = find(rule, world, ground.start, ground.provided)
        world.let_go()
    return Judged(ground, tuple(drafts), read, facts, found)


def _read(
    ground: Ground, drafts: Sequence[Draft], before: Iterable[Read]
) -> Iterator[Read]:
    """The drafts, read as from a file in which each line is a draft."""
    known = {one.draft: one for one in before}
    for draft, said in zip(drafts, records_of(drafts, ground.profile), strict=True):
        old = known.get(draft.number)
        if old is not None and old.said == said:
            yield old
            continue
        document = Document(FILE, node_of(said, line_of(draft)), ())
        records, _ = read_records(document, vocabulary(ground.profile.kinds))
        yield Read(draft.number, said, tuple(records))


# --- what is not as it was ----------------------------------------------------------------


class _Changed(NamedTuple):
    """The kinds of facts that changed: in what they say, or only in who takes which
    turn."""

    kinds: frozenset[str]
    turns: frozenset[str]

    def concerns(self, rule: Rule, world: World, old: Found) -> bool:
        """Whether a rule might find something else now.

        A rule that is met looks at no plans, and at turns only if it speaks of them."""
        reads = _reads(rule, world)
        if not reads.isdisjoint(self.kinds):
            return True
        if old.is_met and not _weighs(rule):
            return _has_turns(rule, world) and not reads.isdisjoint(self.turns)
        return not self.kinds.isdisjoint(PLAN_ITEMS) or not reads.isdisjoint(self.turns)


def _changed(before: Judged, read: Sequence[Read], facts: Facts) -> _Changed | None:
    """What changed between two readings; None where it may be anything."""
    day = before.ground.horizon
    if _has_above(before.facts, day) != _has_above(facts, day):
        return None
    profile = before.ground.profile
    if any(has_too_many(profile, one.of(PLAN_ITEMS)) for one in (before.facts, facts)):
        return None  # with too many items, all records decide which are left out
    old = {one.draft: one for one in before.read}
    new = {one.draft: one for one in read}
    whole: list[Read] = []
    turns: set[int] = set()
    for number in old.keys() | new.keys():
        pair = [one for one in (old.get(number), new.get(number)) if one is not None]
        if len(pair) == 2 and pair[0] is pair[1]:
            continue
        if len(pair) == 2 and _but_for_turns(pair[0]) == _but_for_turns(pair[1]):
            turns.add(number)
        else:
            whole += pair
    kinds: set[str] = set()
    answering: set[str] = set()
    for one in (before.facts, facts):
        sources = _Sources(one)
        kinds |= sources.kinds({*_alike(whole, one)})
        answering |= sources.kinds({(FILE, number + 1) for number in turns})
    return _Changed(frozenset(kinds), frozenset(answering))


def _but_for_turns(one: Read) -> dict[str, Value]:
    return {key: value for key, value in one.said.items() if key != _TURN}


def _alike(several: Iterable[Read], facts: Facts) -> Iterator[_Source]:
    """The sources of some drafts, and of facts of the same kind and day.

    Two of these may be told as one fact, and then share its key."""
    for one in several:
        yield FILE, one.draft + 1
        for record in one.records:
            for fact in facts.of(record.kinds):
                if fact.date == record.date:
                    yield _source(fact.origin)


def _has_above(facts: Facts, horizon: date) -> bool:
    """Whether there is any held record of the committee above: rules of any kind ask
    that."""
    return any(
        fact.level == "above"
        and fact.state == "held"
        and (fact.shown is None or fact.shown <= horizon)
        for fact in facts.all
    )


_Source = tuple[str, int]
"""The file and line from which facts come; a draft is one line."""


def _source(origin: Origin) -> _Source:
    return origin.file, origin.line


class _Sources:
    """The kinds of the facts by source, and which source refers to which."""

    def __init__(self, facts: Facts) -> None:
        self._kinds: dict[_Source, set[frozenset[str]]] = {}
        self._referring: dict[_Source, set[_Source]] = {}
        for fact in facts.all:
            own = _source(fact.origin)
            self._kinds.setdefault(own, set()).add(fact.kinds)
            for twin in fact.twins:
                self._kinds.setdefault(_source(twin), set()).add(fact.kinds)
                self._referring.setdefault(_source(twin), set()).add(own)
            for link in fact.links:
                if (other := _source(link.origin)) != own:
                    self._referring.setdefault(other, set()).add(own)

    def kinds(self, sources: set[_Source]) -> frozenset[str]:
        """The kinds of all facts from some sources, and from those that refer to
        these."""
        found, waiting = set(sources), list(sources)
        while waiting:
            more = self._referring.get(waiting.pop(), set()) - found
            found |= more
            waiting += more
        sets = (kinds for one in found for kinds in self._kinds.get(one, ()))
        return frozenset(kind for kinds in sets for kind in kinds)


# --- what a rule looks at ------------------------------------------------------------------


def _reads(rule: Rule, world: World) -> frozenset[str]:
    """The kinds of all facts that a rule looks at."""

    def make() -> frozenset[str]:
        every: list[Pattern] = [*patterns(rule)]
        if rule.each is not None:
            every.append(rule.each)
        if (other := row_of(rule)) is not None:
            every.append(other)
        if rule.count is not None and rule.count.to is not None:
            every.append(rule.count.to)
        named = (kind for one in every for kind in kinds_of(one))
        return frozenset(kind for one in named for kind in world.kinds(one))

    return world.lasting.made("reads", rule, make)


def _weighs(rule: Rule) -> bool:
    """Whether a rule looks at what is planned even where it is met."""
    count = rule.count
    if count is None:
        return False
    return any(
        (count.to, count.sum, count.mean, count.max, count.under, count.distinct)
    )


def _has_turns(rule: Rule, world: World) -> bool:
    """Whether a rule speaks of who is responsible."""
    return world.lasting.made("turns", rule, lambda: _TURN in repr(rule))
