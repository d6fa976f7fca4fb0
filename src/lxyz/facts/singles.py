"""Facts of one person, kind and day (or period): which tellings are of one thing.

Two are told apart by what both say of title, honour and the like; who does not say it
means whichever there is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from lxyz.facts.fact import Fact

APART = ("item", "title", "goal", "value", "honour")
"""What tells two facts of one person, kind and day apart, if both say it."""

Words = tuple[str, ...]


class Singles:
    """The facts of one person, kind and day, found by what they say of themselves in
    one step each, however many there are. What one says of itself is given in the order
    of `APART`."""

    def __init__(self, said: Mapping[str, str], first: Fact) -> None:
        self._first = said, first
        self._found: dict[
            tuple[Words, Words], tuple[int | None, dict[Words, Fact]]
        ] = {}

    @cached_property
    def _held(self) -> dict[Words, dict[Words, Fact]]:
        """The facts by which of it they say, and what: most are told of once, and need
        none."""
        said, first = self._first
        return {tuple(said): {tuple(said.values()): first}}

    def twin(self, said: Mapping[str, str], fact: Fact) -> Fact:
        """The fact of which this one is another telling; itself, if it is new."""
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
            if set(shape) < set(names):  # it says more of the one that is there
                held.pop(next(key for key, one in held.items() if one is found))
                own[values] = found
            return found
        own[values] = fact
        return fact

    def _by(self, shape: Words, common: Words) -> dict[Words, Fact]:
        """The facts of a shape by some of what they say, the first of each."""
        held = self._held[shape]
        size, found = self._found.get((shape, common), (None, {}))
        if size != len(held):
            found = {}
            for values, fact in held.items():
                of = dict(zip(shape, values, strict=True))
                found.setdefault(tuple(of[name] for name in common), fact)
            self._found[shape, common] = len(held), found
        return found
