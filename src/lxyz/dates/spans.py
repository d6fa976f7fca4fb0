"""Spans and periods, and steps from one day of the calendar to another.

Nothing here reads the clock. Steps of months are always taken from the anchor day: 31
January + 1 month is the last day of February, so adding 1 month twice is not the same
as adding 2 months once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache

from lxyz.base.named import NamedTuple

FOREVER = date.max
DAY = timedelta(days=1)
YEARS = {"year": 1, "two-years": 2, "three-years": 3, "four-years": 4, "five-years": 5}
"""The kinds of period that are whole years, with their length in years."""
MONTHS = {
    **{every: 12 * number for every, number in YEARS.items()},
    "half": 6,
    "quarter": 3,
    "two-months": 2,
    "month": 1,
}
"""The kinds of period that are whole months, with their length in months."""


class Span(NamedTuple):
    """A stretch of days, `first` and `last` both included; `label` names it."""

    first: date
    last: date
    label: str = ""

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day <= self.last

    def within(self, other: Span) -> bool:
        """Whether all of this span lies in the other."""
        return other.first <= self.first and self.last <= other.last

    @property
    def days(self) -> int:
        """The number of its days, first and last included."""
        return (self.last - self.first).days + 1


@lru_cache(maxsize=512)
def year_span(year: int) -> Span:
    """The calendar year."""
    return Span(date(year, 1, 1), date(year, 12, 31), f"{year:04}")


@lru_cache(maxsize=1024)
def month_span(year: int, month: int) -> Span:
    """A calendar month."""
    last = _length(year, month)
    return Span(date(year, month, 1), date(year, month, last), f"{year:04}-{month:02}")


def quarter_span(year: int, quarter: int) -> Span:
    """A calendar quarter, 1 to 4."""
    first, last = month_span(year, quarter * 3 - 2), month_span(year, quarter * 3)
    return Span(first.first, last.last, f"{year:04}-Q{quarter}")


def half_span(year: int, half: int) -> Span:
    """A half of a calendar year, 1 or 2."""
    first, last = quarter_span(year, half * 2 - 1), quarter_span(year, half * 2)
    return Span(first.first, last.last, f"{year:04}-H{half}")


def _years_span(number: int, first: int, year: int) -> Span:
    """The block of `number` calendar years that holds `year`, where the blocks follow
    each other from the year `first` on."""
    begin = year - (year - first) % number
    one, last = max(begin, date.min.year), min(begin + number - 1, FOREVER.year)
    return Span(date(one, 1, 1), date(last, 12, 31), f"{one:04}..{last:04}")


@lru_cache(maxsize=512)
def periods(every: str, year: int, first: int = 0) -> tuple[Span, ...]:
    """The periods of the kind `every` in a year, in order.

    `every` is `year`, `half`, `quarter`, `two-months`, `month`, `two-weeks`, `week`, or
    one of `YEARS`; for several years it is the one block that holds the year, counted
    from the year `first` on. Weeks are the ISO weeks of the ISO year, so week 1 may
    begin in December. `two-weeks` begins with weeks 1 and 2; a week 53 is added to the
    last pair. Raises ValueError for an unknown kind.
    """
    if every == "year":
        return (year_span(year),)
    if every in YEARS:
        return (_years_span(YEARS[every], first, year),)
    if every == "half":
        return half_span(year, 1), half_span(year, 2)
    if every == "quarter":
        return tuple(quarter_span(year, quarter) for quarter in range(1, 5))
    if every == "month":
        return tuple(month_span(year, month) for month in range(1, 13))
    if every == "two-months":
        months = periods("month", year)
        return _joined(months[::2], months[1::2])
    if every == "week":
        return tuple(_weeks(year))
    if every == "two-weeks":
        weeks = periods("week", year)
        return _joined(weeks[:-1:2], (*weeks[1:-2:2], weeks[-1]))
    raise ValueError(f"no such period: {every}")


def _weeks(year: int) -> Iterator[Span]:
    """The ISO weeks of an ISO year."""
    monday = date.fromisocalendar(year, 1, 1)
    while (iso := monday.isocalendar()).year == year:
        sunday = monday + timedelta(days=6)
        yield Span(monday, sunday, f"{year:04}-W{iso.week:02}")
        monday += timedelta(days=7)


def _joined(firsts: Iterable[Span], lasts: Iterable[Span]) -> tuple[Span, ...]:
    """Pairs of periods joined to one each; the label is made of both labels."""
    return tuple(
        Span(a.first, b.last, f"{a.label}/{b.label[-2:]}")
        for a, b in zip(firsts, lasts, strict=True)
    )


def containing(every: str, day: date, first: int = 0) -> Span:
    """The period of the kind `every` that holds the day; `every` and `first` as in
    `periods`."""
    if every in YEARS:
        return periods(every, day.year, first)[0]
    if every == "week":
        iso = day.isocalendar()
        return periods("week", iso.year)[iso.week - 1]
    if every == "two-weeks":
        iso = day.isocalendar()
        return periods(every, iso.year)[min((iso.week - 1) // 2, 25)]
    index = {
        "half": (day.month - 1) // 6,
        "quarter": (day.month - 1) // 3,
        "two-months": (day.month - 1) // 2,
        "month": day.month - 1,
    }[every]
    return periods(every, day.year)[index]


def add_months(anchor: date, months: int) -> date:
    """The day `months` months after the anchor day; the last of the month if it is too
    short."""
    from dateutil.relativedelta import relativedelta

    return anchor + relativedelta(months=months)


def _length(year: int, month: int) -> int:
    """How many days a month has. `calendar` is not used: it would import `locale`
    too."""
    return 31 if month == 12 else (date(year, month + 1, 1) - DAY).day


def month_day(year: int, month: int, day: int | None) -> date:
    """The day of a month. The last day of the month is taken where `day` is None, or
    past the end of the month (29 February in a common year)."""
    last = _length(year, month)
    return date(year, month, min(day or last, last))


def nth_weekday(first: date, nth: int, weekday: int) -> date:
    """The nth (1 to 5) weekday (Monday = 0) of the month that begins on `first`. The
    fifth may lie in the next month."""
    offset = (weekday - first.weekday()) % 7
    return first + timedelta(days=offset + 7 * (nth - 1))


def shift(day: date, days: int) -> date:
    """The day `days` days after (before, if negative), clamped to `date.min` and
    `date.max`."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min
