"""Many stretches of days, searched without going through all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate
from typing import Generic, TypeVar

Of = TypeVar("Of")


class Stretches(Generic[Of]):
    """Stretches of days (first and last included), each with a value of its own.

    Kept are the first days in order and, beside each, the stretch with the latest last
    day of all that have begun by then. One binary search then answers `over`.
    """

    def __init__(self, several: Iterable[tuple[date, date, Of]]) -> None:
        ordered = sorted(several, key=lambda one: one[:2])
        self._firsts = [first for first, _, _ in ordered]
        self._longest = list(accumulate(ordered, _longer))

    def over(self, first: date, last: date) -> Of | None:
        """The value of a stretch that holds all days from `first` to `last`; None if none
        does."""
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
