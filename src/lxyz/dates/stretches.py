"""Very many stretches of days, of which one is found without going through all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import Generic, TypeVar

Of = TypeVar("Of")


class Stretches(Generic[Of]):
    """Stretches of days, first and last included, each of something: their first days in
    order, and beside each the one that lasts longest of all that have begun by then."""

    def __init__(self, several: Iterable[tuple[date, date, Of]]) -> None:
        ordered = sorted(several, key=lambda one: one[:2])
        self._firsts = [first for first, _, _ in ordered]
        self._longest = list(accumulate(ordered, _longer))

    def over(self, first: date, last: date) -> Of | None:
        """What a stretch is of that holds all days of a span; None where none does."""
        begun = bisect_right(self._firsts, first)
        if not begun:
            return None
        _, until, of = self._longest[begun - 1]
        return of if last <= until else None

    def __contains__(self, day: date) -> bool:
        return self.over(day, day) is not None


def _longer(
    one: tuple[date, date, Of], other: tuple[date, date, Of]
) -> tuple[date, date, Of]:
    return one if one[1] >= other[1] else other
