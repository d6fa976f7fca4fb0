"""Drafts: records to be, as a plan arranges them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any

from lxyz.dates.spans import Span
from lxyz.files import Mapping, Node, Scalar, Sequence
from lxyz.plan.customs import customs
from lxyz.vocabulary import vocabulary

FILE = "<plan>"
"""The file from which facts of drafts come; the line tells the draft (`line_of`)."""
Value = Any
"""A text, a list of values, or a mapping of texts to values."""


class MisfitError(Exception):
    """A draft cannot be made what is asked: another record must serve the wish."""


class NobodyError(MisfitError):
    """The branch has nobody there who could do it: no other record would help."""


class NoDayError(MisfitError):
    """The record could be written, but there is no day for it."""


class Draft:
    """A record to be, of some kinds on a day; keys and closed values are English words.

    - `kinds`, `day`, `family`: its kinds, its day, and the family of its kinds
    - `within`: the days to which it may be moved and still serve all it was made for
    - `group`: the party group whose it is; empty: the branch's
    - `values`: what it says, by key
    - `serves`: the rules it was made for, by case; no case counts one record twice
    - `orders`: lists of steps, each in an order to be kept
    - `loose`: keys with a made-up value, which another value may replace
    - `overhangs`: it may last beyond the days on which it may begin
    - `number`: tells it from all other drafts
    - `rests_on`: the numbers of the drafts it refers to
    - `weekdays`: the weekdays on which it may be (none: any)

    A draft is changed only as a copy, which then takes its place."""

    def __init__(
        self,
        kinds: Iterable[str],
        day: date,
        family: str,
        within: Span,
        group: str = "",
    ) -> None:
        self.kinds = list(kinds)
        self.day = day
        self.family = family
        self.within = within
        self.group = group
        self.values: dict[str, Value] = {}
        self.serves: dict[tuple[object, ...], str] = {}
        self.orders: list[list[str]] = []
        self.loose: set[str] = set()
        self.overhangs = False
        self.number = -1
        self.rests_on: tuple[int, ...] = ()
        self.weekdays: frozenset[str] = frozenset()

    def copy(self) -> Draft:
        """A copy that can be changed without changing this draft."""
        other = copy(self)
        other.kinds, other.orders = list(self.kinds), list(self.orders)
        other.values, other.serves = copied(self.values), dict(self.serves)
        other.loose = set(self.loose)
        return other

    def keep_in(self, span: Span) -> None:
        """Limits the days to which it may be moved; its own day must be one of them."""
        first, last = self.within.first, self.within.last
        self.within = Span(max(first, span.first), min(last, span.last))

    def says(self, other: Draft) -> bool:
        """Whether it says the same as another draft."""
        return (
            self.values == other.values
            and self.kinds == other.kinds
            and self.day == other.day
            and self.rests_on == other.rests_on
        )

    @property
    def is_above(self) -> bool:
        """Whether it is an act of the committee above."""
        return "organizer" in self.values

    @property
    def is_own(self) -> bool:
        """Whether it is of the branch itself, and no act of the committee above."""
        return not self.is_above and vocabulary().above.isdisjoint(self.kinds)

    @property
    def is_sitting(self) -> bool:
        """Whether it is a sitting of the branch, or something it does together."""
        alone = customs().alone.issuperset(self.kinds)
        return self.family == "activity" and self.is_own and not alone

    def record(self) -> dict[str, Value]:
        """The record as it is written once it is carried out."""
        made: dict[str, Value] = {"kind": list(self.kinds), "date": self.day}
        if "time" in self.values:
            made["time"] = self.values["time"]
        if self.group:
            made["group"] = self.group
        made.update(self.values)
        joint = not customs().together.isdisjoint(self.kinds)
        if self.family == "activity" and "members" in made and not joint:
            made.setdefault("status", "held")  # those it names took part in it
        elif self.family == "activity":
            made.setdefault("attendance", "all")
        return made


def copied(value: Value) -> Value:
    """A deep copy of a value."""
    if isinstance(value, list):
        return [copied(one) for one in value]
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}
    return value


def joined(names: Iterable[str]) -> str:
    """Names as one line, each once."""
    return "、".join(dict.fromkeys(names))


def split(line: str) -> list[str]:
    """The names in a line of names."""
    return [name for name in line.split("、") if name]


def line_of(draft: Draft) -> int:
    """The line of FILE from which the facts of a draft come."""
    return draft.number + 1


def node_of(value: Value, line: int) -> Node:
    """A value as the reader would give it, from a line of a file."""
    if isinstance(value, dict):
        mapping = Mapping(line, 1, flow=False)
        mapping.pairs = [
            (Scalar(key, line, 1, "plain"), node_of(one, line))
            for key, one in value.items()
        ]
        return mapping
    if isinstance(value, list):
        sequence = Sequence(line, 1, flow=False)
        sequence.items = [node_of(one, line) for one in value]
        return sequence
    return Scalar(str(value), line, 1, "quoted")
