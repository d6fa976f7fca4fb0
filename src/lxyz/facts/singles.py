"""Which records of one person, kind and day (or period) tell of the same thing.

Two differ if both have one of the keys `APART` with different values. A record without
that key may mean any of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxyz.facts.fact import Fact

APART = ("item", "title", "goal", "value", "honour")
"""The keys that tell two facts of one person, kind and day apart, if both have them."""

Words = tuple[str, ...]


class Singles:
    """The facts of one person, kind and day. `twin` finds a fact by its values of
    `APART` in about the same time, however many there are. These values (`said`) are
    given in the order of `APART`."""

    def __init__(self, said: Mapping[str, str], first: Fact) -> None:
        self._first = said, first
        self._found: dict[
            tuple[Words, Words], tuple[int | None, dict[Words, Fact]]
        ] = {}

    @cached_property
    def _held(self) -> dict[Words, dict[Words, Fact]]:
        """The facts by which keys of `APART` they have, then by the values. Made only
        when there is a second record, as mostly there is none."""
        said, first = self._first
        return {tuple(said): {tuple(said.values()): first}}

    def twin(self, said: Mapping[str, str], fact: Fact) -> Fact:
        """The fact that is already there for the same thing; else `fact` itself, which
        is kept."""
        names, values = tuple(said), tuple(said.values())
        own = self._held.setdefault(names, {})
        if values in own:
            return own[values]
        for shape, held in self._held.items():
            common = tuple(name for name in shape if name in said)
            wanted = tuple(said[name] for name in common)
            found = None if shape == names else self._by(shape, common).get(wanted)
            if found is None:
                continue
            if set(shape) < set(names):  # it has more keys than the fact that is there
                held.pop(next(key for key, one in held.items() if one is found))
                own[values] = found
            return found
        own[values] = fact
        return fact

    def _by(self, shape: Words, common: Words) -> dict[Words, Fact]:
        """The facts with the keys `shape`, by their values of the keys `common`; the
        first where several have the same values."""
        held = self._held[shape]
        size, found = self._found.get((shape, common), (None, {}))
        if size != len(held):
            found = {}
            for values, fact in held.items():
                of = dict(zip(shape, values, strict=True))
                found.setdefault(tuple(of[name] for name in common), fact)
            self._found[shape, common] = len(held), found
        return found
