"""Working days in China, make-up days included, from the package `chinesecalendar`.

Its table reaches from 2004 to the last year whose holidays the State Council has
announced. For other years only weekends are off, and the days that the regulation on
public holidays (全国年节及纪念日放假办法) fixes to the same date each year. The answer then has
`known` False, and a caller may not judge more strictly than it would by calendar days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache, lru_cache

from lxyz.base.named import NamedTuple

_ALWAYS_OFF = frozenset(((1, 1), (5, 1), (10, 1), (10, 2), (10, 3)))
"""Month and day of New Year, Labour Day and the three days of National Day."""
_SATURDAY = 5


class Workday(NamedTuple):
    """A working day; `known`: whether the holidays of every year that was looked at
    were known."""

    day: date
    known: bool


class _Year(NamedTuple):
    """The calendar of one year.

    - `days`: its working days, in order
    - `known`: whether its holidays are in the table
    - `off`: its holidays; where they are not known, those of `_ALWAYS_OFF`
    """

    days: tuple[date, ...]
    known: bool
    off: frozenset[date]


@cache
def _year(year: int) -> _Year:
    """The calendar of a year, made at once: the library's own functions go through its
    whole table for each day.

    The cache has no limit: `dates.days` accepts some three hundred years. With a limit,
    a span of more years than the cache holds would make each of them anew every time.
    """
    from chinese_calendar import holidays, workdays

    known = min(holidays).year <= year <= max(holidays).year
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    every = list(map(date.fromordinal, range(first, last + 1)))
    off = frozenset(
        day
        for day in every
        if (day in holidays if known else (day.month, day.day) in _ALWAYS_OFF)
    )
    return _Year(
        tuple(
            day
            for day in every
            if day in workdays or (day.weekday() < _SATURDAY and day not in off)
        ),
        known,
        off,
    )


@lru_cache(maxsize=4096)
def is_workday(day: date) -> Workday | None:
    """The day as a `Workday` if it is a working day, else None."""
    days, known, _ = _year(day.year)
    at = bisect_left(days, day)
    return Workday(day, known) if at < len(days) and days[at] == day else None


def is_holiday(day: date) -> bool:
    """Whether a day is a public holiday. A plain Saturday or Sunday is not."""
    return day in _year(day.year).off


def is_known(year: int) -> bool:
    """Whether the holidays of the year are in the table."""
    return _year(year).known


def workdays(first: date, last: date) -> tuple[date, ...]:
    """The working days of a span, both ends included, in order."""
    found: list[date] = []
    for year in range(first.year, last.year + 1):
        days = _year(year).days
        found += days[bisect_left(days, first) : bisect_right(days, last)]
    return tuple(found)


def next_workday(day: date) -> Workday:
    """The day itself if it is a working day, else the first working day after it."""
    known = is_known(day.year)
    while not (found := is_workday(day)):
        day += timedelta(days=1)
    return Workday(found.day, found.known and known)


def add_workdays(day: date, count: int) -> Workday:
    """The working day that is `count` working days after the day (before, if negative).
    With a count of 0 the day itself is given back, working day or not."""
    if not count:
        return Workday(day, is_known(day.year))
    step = 1 if count > 0 else -1
    year = (day + timedelta(days=step)).year
    known, days = is_known(year), _year(year).days
    at = bisect_right(days, day) - 1 if step > 0 else bisect_left(days, day)
    at += count
    while not 0 <= at < len(days):
        year += step
        if step > 0:
            at -= len(days)
        days = _year(year).days
        if step < 0:
            at += len(days)
        known = known and is_known(year)
    return Workday(days[at], known)
