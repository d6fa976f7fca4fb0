"""Working days in China, make-up days included, from `chinesecalendar`.

That table knows 2004 up to the year whose holidays the State Council has announced.
Beyond it only weekends are known, and the days that are off by the regulation on public
holidays itself (全国年节及纪念日放假办法) on the same date each year: then the answer
says so (`known` is False), and no caller may be harsher than with calendar days.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache, lru_cache

from lxyz.base.named import NamedTuple

_ALWAYS_OFF = frozenset(((1, 1), (5, 1), (10, 1), (10, 2), (10, 3)))
"""Month and day of new year, labour day and the national days."""
_SATURDAY = 5


class Workday(NamedTuple):
    """A working day, and whether the year's holidays were known when it was found."""

    day: date
    known: bool


class _Year(NamedTuple):
    """The working days of a year in order, whether its holidays are known, and these."""

    days: tuple[date, ...]
    known: bool
    off: frozenset[date]


@cache
def _year(year: int) -> _Year:
    """A year at once: the library's own question goes through its whole table for each
    day. All are kept, a date has no more than some three hundred (`dates.days`): a
    span over more of them than are kept would make each anew every time."""
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
    """The day itself if it is a working day, else None; see `known`."""
    days, known, _ = _year(day.year)
    at = bisect_left(days, day)
    return Workday(day, known) if at < len(days) and days[at] == day else None


def is_holiday(day: date) -> bool:
    """Whether a day is off by the holidays of its year; that it is one of a weekend does
    not make it so."""
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
    """The day itself if it is a working day, else the first one after it."""
    known = is_known(day.year)
    while not (found := is_workday(day)):
        day += timedelta(days=1)
    return Workday(found.day, found.known and known)


def add_workdays(day: date, count: int) -> Workday:
    """The working day `count` working days after (before, if negative) the day."""
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
