"""cover: a tag over all facts together holds every item of a list; one verdict an item.

An item may have its own last day. A fact with several items serves all of them. Each
item is settled as a count of at least one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.enough import Need, enough
from lxyz.kinds.judging import Judging, Settle
from lxyz.kinds.matching import ready
from lxyz.kinds.near import MOST
from lxyz.kinds.placing import place
from lxyz.kinds.spans import day_in, until_after
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import equal, texts
from lxyz.kinds.world import World
from lxyz.packs.model import Item, Rule
from lxyz.verdicts import DONE, Evidence, Level, Outcome, Verdict
from lxyz.vocabulary import nearest

_NEAR = (
    Outcome.MET,
    Outcome.LATE,
    Outcome.PLANNED,
    Outcome.OPEN,
    Outcome.UNDECIDABLE,
    Outcome.OVERDUE,
    Outcome.MISSED,
)
"""Outcomes of an item, the best first: of `min` items the best ones are asked for."""


def covering(judging: Judging) -> Settle:
    """Makes the function that settles the cases of a cover: a verdict for each item."""
    rule, world = judging.rule, judging.world
    test = rule.cover
    assert test is not None
    matchers = ready(world, rule, test.of)
    tag = test.tag
    wanted = [_Wanted(world, tag, item) for item in test.items]

    def some(case: Case) -> Iterator[Verdict]:
        assert test.min is not None
        return _best(int(test.min), list(settle(case)))

    def settle(case: Case) -> Iterator[Verdict]:
        for such in wanted:
            item = such.item
            one = case._replace(window=window_of(rule, item, case.window))
            found = place(matchers, one, such.holds, tag)
            need = Need(1, "1", label=item.name, only=such.holds)
            settled = enough(judging, one, matchers, found, need)
            if settled.is_gap or settled.outcome == Outcome.OPEN:
                similar = such.similar(
                    place(matchers, case, such.is_similar, tag).all()
                )
                near = tuple(dict.fromkeys((*similar, *settled.near)))
                settled = settled._replace(near=near[:MOST])
            yield _by_item(settled, item, world)

    return settle if test.min is None else some


def _best(number: int, settled: list[Verdict]) -> Iterator[Verdict]:
    """The verdicts where `number` of the items are enough: the best ones stay as they
    are.

    The others need not be held and do not apply. One that stays and is not done yet is
    told which items would do instead."""
    order = sorted(settled, key=lambda one: _NEAR.index(one.outcome))
    spare = order[number:]
    others = "、".join(str(one.label) for one in spare if one.outcome != Outcome.MET)
    for one in settled:
        if one in spare and one.outcome != Outcome.MET:
            yield one._replace(
                outcome=Outcome.NOT_APPLICABLE,
                level=Level.NONE,
                notes=("why:enough-others",),
                missing=(),
                near=(),
            )
        elif others and one.outcome not in DONE:
            yield one._replace(notes=(*one.notes, f"or:{others}"))
        else:
            yield one


def _by_item(settled: Verdict, item: Item, world: World) -> Verdict:
    """The verdict with the inventory entries of its own item, where the item has
    some."""
    if not item.covers:
        return settled
    clause = world.pack.clauses.clause_of(item.covers)
    return settled._replace(covers=item.covers, clause=clause)


def window_of(rule: Rule, item: Item, window: Window) -> Window:
    """The window of an item with its own last day; lateness is counted from that
    day."""
    if item.by is None or window.period is None:
        return window
    notes: list[str] = []
    last = day_in(item.by, window.period, notes)
    if last is None:
        return window.noting(*notes)
    return window.by(last, until_after(rule, window.period, last))


def _has(world: World, fact: Fact, tag: str, words: tuple[str, ...]) -> bool | None:
    """Whether a fact holds one of some words; None if its tag, or part of it, is
    unreadable."""
    if tag == "kind":
        return any(world.kinds(word) & fact.kinds for word in words)
    value = fact.people.get(tag, fact.attrs.get(tag))
    if value is None:
        return None if tag in fact.unknown else False
    if tag == "plans":
        return any(world.kinds(word) & value for word in words)
    if any(equal(world, tag, word, value) for word in words):
        return True
    return None if tag in fact.unknown else False


class _Wanted:
    """An item of a cover: which facts hold it, and which nearly do."""

    def __init__(self, world: World, tag: str, item: Item) -> None:
        self.item = item
        self._world = world
        self._tag = tag

    def holds(self, fact: Fact) -> bool | None:
        """Whether a fact holds the item; None if its tag cannot be read."""
        return _has(self._world, fact, self._tag, self.item.words)

    def is_similar(self, fact: Fact) -> bool:
        """Whether a text in the tag of a fact is nearly the item's word, but no other
        word."""
        return next(self._similar(fact), None) is not None

    def similar(self, facts: list[Fact]) -> Iterator[Evidence]:
        """The first few similar facts as evidence, each with the text that is
        similar."""
        for fact in facts[:MOST]:
            yield self._world.evidence(fact, f"similar:{next(self._similar(fact))}")

    @cached_property
    def _forms(self) -> frozenset[str]:
        forms = (self._world.forms(self._tag, word) for word in self.item.words)
        return frozenset(map(_core, frozenset().union(*forms)))

    def _similar(self, fact: Fact) -> Iterator[str]:
        tag, value = self._tag, fact.attrs.get(self._tag)
        if tag in ("kind", "plans") or not isinstance(value, (frozenset, tuple, str)):
            return
        for text in sorted(texts(value)):
            form = plain(text)
            meant = self._world.lasting.meant(tag, form)
            if not meant and nearest(_core(form), self._forms, 0.6):
                yield text


def _core(form: str) -> str:
    """A title without `中国共产党`: most regulations begin so, which makes none alike."""
    return form.removeprefix("中国共产党")
