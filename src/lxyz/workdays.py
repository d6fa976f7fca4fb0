"""Working days in China, make-up days included, from `chinesecalendar`.

That table knows 2004 up to the year whose holidays the State Council has announced.
Beyond it only weekends are known: then the answer says so (`known` is False), and no
caller may be harsher than with calendar days.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple


class Workday(NamedTuple):
    """A working day, and whether the year's holidays were known when it was found."""

    day: date
    known: bool


@lru_cache(maxsize=4096)
def is_workday(day: date) -> Workday | None:
    """The day itself if it is a working day, else None; see `known`."""
    from chinese_calendar import is_workday as in_table

    try:
        return Workday(day, True) if in_table(day) else None
    except NotImplementedError:
        return Workday(day, False) if day.weekday() < 5 else None


def is_known(year: int) -> bool:
    """Whether the holidays of the year are in the table."""
    from chinese_calendar import is_workday as in_table

    try:
        in_table(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


def next_workday(day: date) -> Workday:
    """The day itself if it is a working day, else the first one after it."""
    known = is_known(day.year)
    while not (found := is_workday(day)):
        day += timedelta(days=1)
    return Workday(found.day, found.known and known)


def add_workdays(day: date, count: int) -> Workday:
    """The working day `count` working days after (before, if negative) the day."""
    step, known = (1 if count >= 0 else -1), True
    for _ in range(abs(count)):
        day += timedelta(days=step)
        while not (found := is_workday(day)):
            day += timedelta(days=step)
        known = known and found.known
    return Workday(day, known and is_known(day.year))
