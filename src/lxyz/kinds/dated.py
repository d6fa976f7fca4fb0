"""Lists of hits and misses that can be asked for by day or period."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Generic, TypeVar

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.facts.fact import Fact

_MONTH = 31
_FEW = 50


def few(several: Sequence[object]) -> bool:
    """Whether a list is so short that looking at each is as fast as an index."""
    return len(several) <= _FEW


class Hit(NamedTuple):
    """A fact that a pattern means.

    - `fact`: the fact
    - `sure`: False where it cannot be known whether it is meant
    - `missing`: what one would have to know
    """

    fact: Fact
    sure: bool
    missing: tuple[str, ...] = ()


class Miss(NamedTuple):
    """A fact that fails a pattern in one thing alone; `why` names that thing."""

    fact: Fact
    why: str


Of = TypeVar("Of", Hit, Miss)


class Dated(Generic[Of]):
    """Hits or misses, in the order of their facts, sorted for look-up when first asked.

    A fact that counts on its own day is found by that day, one that declares a period
    by its period. The others (moved, standing) are found always."""

    __slots__ = ("_dated", "_days", "_declared", "_loose", "all")

    def __init__(self, every: list[Of]) -> None:
        self.all: list[Of] = every
        self._days: list[date] | None = None

    def _sort(self) -> list[date]:
        self._dated: list[Of] = []
        self._declared: dict[tuple[date, date], list[Of]] = {}
        self._loose: list[Of] = []
        days = self._days = []
        for one in self.all:
            fact = one.fact
            if fact.loose or fact.date is None:
                self._loose.append(one)
            elif fact.period is not None:
                span = (fact.period.first, fact.period.last)
                self._declared.setdefault(span, []).append(one)
            else:
                self._dated.append(one)
                days.append(fact.date)
        return days

    def between(self, first: date, last: date) -> list[Of]:
        """The entries whose fact counts on its own day, from `first` to `last`, both
        included."""
        days = self._sort() if self._days is None else self._days
        return self._dated[bisect_left(days, first) : bisect_right(days, last)]

    def of_period(self, period: Span | None) -> list[Of]:
        """The entries that count on no day of their own and may be of a period (None:
        of any)."""
        if self._days is None:
            self._sort()
        declared = self._declared
        if not declared:
            return self._loose
        if period is not None and period.days <= _MONTH:
            # The shortest period that a record can declare is a month.
            return self._loose + declared.get((period.first, period.last), [])
        found = list(self._loose)
        for (first, last), several in declared.items():
            if period is None or (period.first <= first and last <= period.last):
                found.extend(several)
        return found

    def about(self, first: date, last: date, period: Span | None) -> list[list[Of]]:
        """Lists of all that may count from `first` to `last` or in a period; if few,
        simply all."""
        if few(self.all):
            return [self.all]
        return [self.between(first, last), self.of_period(period)]


NONE: Dated[Miss] = Dated([])


def by_person(every: Iterable[Of]) -> dict[str, Dated[Of]]:
    """Hits or misses whose fact names a person in any role, by that person's name."""
    found: dict[str, list[Of]] = {}
    for one in every:
        for person in frozenset().union(*one.fact.people.values()):
            found.setdefault(person, []).append(one)
    return {person: Dated(several) for person, several in found.items()}
