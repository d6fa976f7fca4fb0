"""Facts, and what is known of each, to be had by their days."""

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
    """Whether so many are looked at one by one as fast as by what they say."""
    return len(several) <= _FEW


class Hit(NamedTuple):
    """A fact that is meant; not `sure` where that cannot be known, and what is missing
    to know it."""

    fact: Fact
    sure: bool
    missing: tuple[str, ...] = ()


class Miss(NamedTuple):
    """A fact that is not meant by one thing alone: by `why`."""

    fact: Fact
    why: str


Of = TypeVar("Of", Hit, Miss)


class Dated(Generic[Of]):
    """All of some, in the order of the facts; those whose fact counts on its own day by
    that, those of a declared period by that, the others (moved, standing) always."""

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
        """Those that count on their own day and no other, from a day to another."""
        days = self._sort() if self._days is None else self._days
        return self._dated[bisect_left(days, first) : bisect_right(days, last)]

    def of_period(self, period: Span | None) -> list[Of]:
        """The others, as far as they can be of a period (None: all)."""
        if self._days is None:
            self._sort()
        declared = self._declared
        if not declared:
            return self._loose
        if period is not None and period.days <= _MONTH:
            # No shorter period can be declared.
            return self._loose + declared.get((period.first, period.last), [])
        found = list(self._loose)
        for (first, last), several in declared.items():
            if period is None or (period.first <= first and last <= period.last):
                found.extend(several)
        return found

    def about(self, first: date, last: date, period: Span | None) -> list[list[Of]]:
        """Lists of all that may count on one of some days, or in a period; of few all."""
        if few(self.all):
            return [self.all]
        return [self.between(first, last), self.of_period(period)]


NONE: Dated[Miss] = Dated([])


def by_person(every: Iterable[Of]) -> dict[str, Dated[Of]]:
    """Those whose facts name a person, in whatever role, by the person."""
    found: dict[str, list[Of]] = {}
    for one in every:
        for person in frozenset().union(*one.fact.people.values()):
            found.setdefault(person, []).append(one)
    return {person: Dated(several) for person, several in found.items()}
