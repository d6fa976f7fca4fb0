"""What records say was not done, or leave open, where a rule asks whether it was: it does
not count, or nobody can tell, and whoever wrote it is to know why."""

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
    """A text of a fact that says of a word that rules ask for that it was not done, or
    (`left_open`) in brackets what nobody understands."""

    fact: Fact
    text: str
    word: str
    left_open: bool


class _Asked(NamedTuple):
    """A word that a rule asks of an attribute of facts of some kinds."""

    kinds: frozenset[str]
    attribute: str
    word: str


def denied(world: World) -> Iterator[Denied]:
    """The denials in the records of the year checked, each told of once: of a step
    where it stands, and not again as what its sitting says."""
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
    """The texts of a fact that may deny something, or leave it open, by attribute."""
    attrs = fact.attrs
    for attribute in _telling():
        if attribute in attrs:
            named = "steps" if attribute == "name" else attribute
            for text in texts(attrs[attribute]):
                if may_deny(text) or (named == "steps" and left_open(text)):
                    yield named, text


def _is_open(forms: frozenset[str], text: str) -> bool:
    """Whether the name of a step is a word in one of its forms, or is not, by what stands
    in brackets behind it."""
    if (two := bracketed(text)) is None:
        return False
    sure, at_most = (spelt(forms, "steps", one) for one in two)
    return at_most and not sure


@lru_cache(maxsize=1)
def _telling() -> tuple[str, ...]:
    """The attributes whose texts tell what was done."""
    return tuple(sorted(told_in()["texts"]))


def _of(rule: Rule, world: World) -> Iterator[_Asked]:
    """The words that a rule asks for, of attributes whose texts tell what was done."""
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
