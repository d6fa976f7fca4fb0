"""Texts of records that say that something a rule asks for was not done, or leave it
open.

Such a text does not count, or nobody can tell; whoever wrote it is to be told why."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxyz.base.named import NamedTuple
from lxyz.denial.texts import may_deny, told_in
from lxyz.facts.fact import Fact
from lxyz.kinds.values import is_denied, spelt, texts
from lxyz.kinds.wanted import bracketed
from lxyz.kinds.world import World
from lxyz.packs.asked import choices_of, kinds_of, patterns, words_of
from lxyz.packs.model import Pattern, Rule, Wanted
from lxyz.records import left_open

_STEP = "step"


class Denied(NamedTuple):
    """A text of a fact that denies a word which a rule asks for.

    - `fact`, `text`: where it stands
    - `word`: the word of the rule
    - `left_open`: it does not deny the word; brackets behind it leave open what it means
    """

    fact: Fact
    text: str
    word: str
    left_open: bool


class _Asked(NamedTuple):
    """A word that a rule asks for, in an attribute of facts of some kinds."""

    kinds: frozenset[str]
    attribute: str
    word: str


def denied(world: World) -> Iterator[Denied]:
    """The denials in the held records of the year checked, each once.

    A denial in a step is reported of the step, and not again of its sitting."""
    found = [
        (fact, attribute, text)
        for fact in world.facts.all
        if fact.date is not None and fact.date.year == world.year
        if fact.state == "held"
        for attribute, text in _told_by(fact)
    ]
    if not found:
        return
    asked = world.lasting.made(
        "asked of texts",
        world.pack,
        lambda: dict.fromkeys(
            one for rule in world.bound.rules for one in _of(rule, world)
        ),
    )
    told: set[tuple[int, str]] = set()
    for fact, attribute, text in sorted(
        found, key=lambda one: _STEP not in one[0].kinds
    ):
        about = fact.links[0] if _STEP in fact.kinds and fact.links else fact
        for one in asked:
            if one.attribute != attribute or (about.rank, text) in told:
                continue
            if one.kinds.isdisjoint(fact.kinds | about.kinds):
                continue
            forms = world.forms(attribute, one.word)
            denies = is_denied(forms, attribute, text)
            if denies or (attribute == "steps" and _is_open(forms, text)):
                told.add((about.rank, text))
                yield Denied(fact, text, one.word, not denies)


def _told_by(fact: Fact) -> Iterator[tuple[str, str]]:
    """The texts of a fact that may deny something, or leave it open: attribute and
    text."""
    attrs = fact.attrs
    for attribute in _telling():
        if attribute in attrs:
            named = "steps" if attribute == "name" else attribute
            for text in texts(attrs[attribute]):
                if may_deny(text) or (named == "steps" and left_open(text)):
                    yield named, text


def _is_open(forms: frozenset[str], text: str) -> bool:
    """Whether what stands in brackets decides if the name of a step is one of these
    forms.

    It is no form with certainty, but would be one without the brackets."""
    if (two := bracketed(text)) is None:
        return False
    sure, at_most = (spelt(forms, "steps", one) for one in two)
    return at_most and not sure


@lru_cache(maxsize=1)
def _telling() -> tuple[str, ...]:
    """The attributes whose texts tell what was done."""
    return tuple(sorted(told_in()["texts"]))


def _of(rule: Rule, world: World) -> Iterator[_Asked]:
    """The words that a rule asks for, in attributes whose texts tell what was done."""
    each = () if rule.each is None else (rule.each,)
    for pattern in (*patterns(rule), *each):
        yield from _words(pattern, dict(pattern.wanted), world)
    if rule.each is not None:
        yield from _words(rule.each, dict(rule.has or {}), world)
    if rule.cover is not None:
        items = [word for one in rule.cover.items for word in one.words]
        for pattern in patterns(rule):
            yield from _words(pattern, {rule.cover.tag: tuple(items)}, world)


def _words(
    pattern: Pattern, asked: dict[str, Wanted], world: World
) -> Iterator[_Asked]:
    kinds = frozenset(one for kind in kinds_of(pattern) for one in world.kinds(kind))
    for name, wanted in asked.items():
        if name in told_in()["texts"]:
            for word in choices_of(wanted) or words_of(wanted):
                yield _Asked(kinds, "steps" if name == "name" else name, word)
