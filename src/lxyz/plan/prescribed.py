"""What the documents prescribe for study: better words for a plan than made-up ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxyz.kinds.world import World
from lxyz.packs.asked import attributes_of, choices_of, kinds_of, patterns, words_of
from lxyz.packs.model import Rule, Wanted

_SAYING = ("topic", "materials")
"""Attributes that say what is studied, the best first."""
_OF_ALL = frozenset(("branch", "group", "member", "fact"))
"""Subjects whose studies concern every branch; what leaders read besides does not."""


def prescribed(world: World, kinds: Iterable[str]) -> tuple[str, ...]:
    """The topics, then the materials, that rules want of records of some kinds.

    Each is named once, in the order of the rules; of several that would do, only the
    first."""
    own = {one for kind in kinds for one in world.kinds(kind)}
    return tuple(
        dict.fromkeys(
            word
            for name in _SAYING
            for rule in world.bound.rules
            if rule.for_ in _OF_ALL
            for asked in _asked(rule, own)
            for word in _words(asked.get(name, ()))
        )
    )


def _asked(rule: Rule, kinds: set[str]) -> Iterator[Mapping[str, Wanted]]:
    """What a rule wants of records of some kinds, item by item."""
    for pattern in patterns(rule):
        if kinds.isdisjoint(kinds_of(pattern)):
            continue
        yield attributes_of(pattern)
        if rule.cover is not None:
            for item in rule.cover.items:
                yield {rule.cover.tag: item.is_ or item.any}


def _words(wanted: Wanted) -> Iterable[str]:
    return choices_of(wanted)[:1] if isinstance(wanted, tuple) else words_of(wanted)
