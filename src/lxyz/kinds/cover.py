"""cover: the union of a tag over facts holds every item of a list; one case an item.

An item may have its own last day; a fact with several items serves all of them. Each
is settled as a count of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.facts import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.enough import Need, enough
from lxyz.kinds.judging import Judging, Settle
from lxyz.kinds.matching import ready
from lxyz.kinds.near import MOST
from lxyz.kinds.placing import place
from lxyz.kinds.spans import day_in, until_after
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import equal
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
"""How near an item is to be had, the best first."""


def covering(judging: Judging) -> Settle:
    """How the cases of a cover are settled: a verdict for each item."""
    rule, world = judging.rule, judging.world
    test = rule.cover
    assert test is not None
    matchers = ready(world, rule, test.of)

    def some(case: Case) -> Iterator[Verdict]:
        assert test.min is not None
        return _best(int(test.min), list(settle(case)))

    def settle(case: Case) -> Iterator[Verdict]:
        for item in test.items:
            words = item.words
            one = case._replace(window=window_of(rule, item, case.window))

            def only(fact: Fact, words: tuple[str, ...] = words) -> bool | None:
                return _has(world, fact, test.tag, words)

            need = Need(1, "1", label=item.name, only=only)
            settled = enough(judging, one, matchers, place(matchers, one, only), need)
            if settled.is_gap or settled.outcome == Outcome.OPEN:
                facts = place(matchers, case).all()
                similar = _similar(world, facts, test.tag, words)
                near = tuple(dict.fromkeys((*similar, *settled.near)))[:MOST]
                settled = settled._replace(near=near)
            yield _by_item(settled, item, world)

    return settle if test.min is None else some


def _best(number: int, settled: list[Verdict]) -> Iterator[Verdict]:
    """Of the items of which so many are enough those that are nearest to it; the others
    need not be. What is still wanting says which would do as well."""
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
    """A verdict that names the entries of its own item, where the item has such."""
    if not item.covers:
        return settled
    clause = world.pack.clauses.clause_of(item.covers)
    return settled._replace(covers=item.covers, clause=clause)


def window_of(rule: Rule, item: Item, window: Window) -> Window:
    """The window of an item with its own last day; how late one counts is counted from
    that day."""
    if item.by is None or window.period is None:
        return window
    notes: list[str] = []
    last = day_in(item.by, window.period, notes)
    if last is None:
        return window.noting(*notes)
    return window.by(last, until_after(rule, window.period, last))


def _has(world: World, fact: Fact, tag: str, words: tuple[str, ...]) -> bool | None:
    """Whether a fact holds an item; None if its tag cannot be read."""
    if tag == "kind":
        return any(world.kinds(word) & fact.kinds for word in words)
    value = fact.people.get(tag, fact.attrs.get(tag))
    if value is None:
        return None if tag in fact.unknown else False
    if tag == "plans":
        return any(world.kinds(word) & value for word in words)
    return any(equal(world, tag, word, value) for word in words)


def _similar(
    world: World, facts: list[Fact], tag: str, words: tuple[str, ...]
) -> Iterator[Evidence]:
    """Facts in time whose tag is spelt nearly like the item, and is no other word."""
    if tag in ("kind", "plans"):
        return
    forms = {form for word in words for form in world.forms(tag, word)}
    for fact in facts:
        value = fact.attrs.get(tag)
        if isinstance(value, (frozenset, tuple, str)):
            for text in sorted([value] if isinstance(value, str) else map(str, value)):
                form = plain(text)
                if not world.lasting.meant(tag, form) and nearest(form, forms, 0.6):
                    yield world.evidence(fact, f"similar:{text}")
                    break
