"""What many facts say under a name, indexed by what they say.

A join need not compare each fact with each other: only those found here can agree."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.facts.fact import Fact
from lxyz.kinds.conditions import DESCRIPTIVE, SETS
from lxyz.kinds.values import entries, found_by


class Sayings:
    """The places, in a list of facts, of the facts that say something under a name.

    `untold` are the places of those that leave open what they would say."""

    def __init__(self, facts: Iterable[Fact], name: str) -> None:
        self.untold: list[int] = []
        self._name = name
        self._said: dict[str, list[int]] = {}
        for place, fact in enumerate(facts):
            said = told_of(fact, name)
            if said is not None:
                for form in entries(name, said):
                    self._said.setdefault(form, []).append(place)
            elif is_left_open(fact, name):
                self.untold.append(place)

    def alike(self, forms: frozenset[str]) -> list[int]:
        """The places of the facts that may say a word in one of its forms, in order."""
        said = found_by(forms, self._name, self._said)
        return sorted({place for form in said for place in self._said[form]})


def told_of(fact: Fact, name: str) -> object:
    """What a fact says under a name: its day, who stands in a role, or an attribute."""
    if name == "date":
        return None if fact.date is None else fact.date.isoformat()
    return fact.people.get(name, fact.attrs.get(name))


def is_left_open(fact: Fact, name: str) -> bool:
    """Whether it is open what a fact, which says nothing under a name, would say there.

    A description or a set that is not written is not open: it is none."""
    return name in fact.unknown or not (name in DESCRIPTIVE or name in SETS)
