"""The closed grammar in which people may write periods, spans and hours."""

from __future__ import annotations

import re
from functools import lru_cache

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.dates.days import LONGEST, DateProblem, cn_number, halfwidth, parse_date
from lxyz.dates.spans import Span, half_span, month_span, quarter_span, year_span

_CN_NUMBER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class TimeOfDay(NamedTuple):
    """A time as written: `start` (minutes after midnight; 上午 begins at nine, 下午 at
    two, 晚上 at seven), and its length in `minutes`."""

    start: int
    minutes: int

    def overlaps(self, other: TimeOfDay) -> bool:
        """Whether there are minutes that are of both."""
        first, second = sorted((self, other))
        return second.start < first.start + first.minutes


# --- periods and spans ---------------------------------------------------------------

_YEAR = late(r"(\d{4}) *(?:年|年度)?", re.ASCII)
_MONTH = late(r"(\d{4}) *(?:- *(\d{1,2})|年 *(\d{1,2}) *月(?:份)?)", re.ASCII)
_QUARTER = late(
    r"(\d{4}) *(?:- *[Qq]([1-4])|年 *第? *([一二三四1-4]) *季度?)", re.ASCII
)
_HALF = late(r"(\d{4}) *(?:- *[Hh]([12])|年 *([上下])半年)", re.ASCII)
_THIRD = late(r"(\d{4}) *(?:- *(\d{1,2})|年 *(\d{1,2}) *月) *([上中下])旬", re.ASCII)
_YEARLESS = late(
    r"(\d{1,2}|[一二三四五六七八九十]{1,2}) *月份?|第? *([一二三四1-4]) *季度?|([上下])半年度?",
    re.ASCII,
)
_NO_PERIOD = late(r"(\d{4})[./](\d{1,2})", re.ASCII)
_SPAN_MARKS = ("..", "至", "~", "到")


@lru_cache(maxsize=512)
def parse_period(text: str) -> Span:
    """The year, half, quarter or month that `text` names.

    Raises DateProblem `period` (2016.10 could be the number 2016.1 elsewhere) or
    `year-missing`.
    """
    plain = _short(text)
    if found := _YEAR.fullmatch(plain):
        return year_span(_year(found[1]))
    if found := _MONTH.fullmatch(plain):
        month = int(found[2] or found[3])
        if 1 <= month <= 12:
            return month_span(_year(found[1]), month)
    if found := _QUARTER.fullmatch(plain):
        return quarter_span(_year(found[1]), _CN_NUMBER[found[2] or found[3]])
    if found := _HALF.fullmatch(plain):
        year, half = _year(found[1]), 2 if found[2] == "2" or found[3] == "下" else 1
        return half_span(year, half)
    if (found := _NO_PERIOD.fullmatch(plain)) and 1 <= int(found[2]) <= 12:
        raise DateProblem("period", f"{found[1]}-{int(found[2]):02}")
    raise _no_period(plain, "2016、2016-06、2016-Q3")


def _short(text: str, longest: int = LONGEST) -> str:
    """The text half-width; nothing of one that is too long to be what is asked for, so
    that none is slow to refuse."""
    return halfwidth(text) if len(text) <= longest else ""


def _no_period(plain: str, shown: str) -> DateProblem:
    """That a text is no period: of one that only lacks its year, how it is written (in
    2016), else what periods look like."""
    is_part = any(word in plain for word in "月季半")
    found = _YEARLESS.fullmatch(plain) if is_part else None
    if found is None:
        return DateProblem("period", shown)
    if found[1]:
        month = int(cn_number(found[1]))
        if not 1 <= month <= 12:
            return DateProblem("period", shown)
        return DateProblem("year-missing", f"2016-{month:02}")
    part = f"Q{_CN_NUMBER[found[2]]}" if found[2] else f"H{'上下'.index(found[3]) + 1}"
    return DateProblem("year-missing", f"2016-{part}")


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2199:
        raise DateProblem("period", "2016")
    return year


@lru_cache(maxsize=512)
def parse_span(text: str) -> Span:
    """The day, the period, or the span `A..B` (至, 到, ~) of two of them.

    Raises DateProblem `period` or `year-missing`.
    """
    plain = _short(text, 2 * LONGEST)
    if whole := _end(plain):
        return whole
    for mark in _SPAN_MARKS:
        first, found, last = plain.partition(mark)
        if found:
            left, right = _end(first), _end(last)
            if left and right and left.first <= right.last:
                return Span(left.first, right.last, f"{left.first}..{right.last}")
    raise _no_period(plain, "2016-06、2016-Q3、2016-06-20..2016-07-10")


def _day_span(text: str) -> Span:
    day = parse_date(text)
    return Span(day, day, day.isoformat())


def _third(text: str) -> Span:
    """A third of a month, 2016年6月下旬: its first ten days, the ten after, the rest."""
    found = _THIRD.fullmatch(text) if "旬" in text else None
    month = 0 if found is None else int(found[2] or found[3])
    if found is None or not 1 <= month <= 12:
        raise DateProblem("period", "2016年6月下旬")
    whole = month_span(_year(found[1]), month)
    first = whole.first.replace(day={"上": 1, "中": 11, "下": 21}[found[4]])
    last = whole.last if found[4] == "下" else first.replace(day=first.day + 9)
    return Span(first, last, f"{first}..{last}")


def _end(text: str) -> Span | None:
    """The day or period that is all of a span, or one end of it."""
    for parse in (_day_span, parse_period, _third):
        try:
            return parse(text)
        except DateProblem:
            continue
    return None


# --- hours ---------------------------------------------------------------------------

_CLOCK = r"(上午|下午|晚上)? *(\d{1,2})(?::(\d{2})|[时点](?:(\d{1,2})分?|(半))?)"
_TIME = late(rf"{_CLOCK} *(?:-|~|至|到|—|–){{1,2}} *{_CLOCK}", re.ASCII)
_PARTS = {
    "上午": (540, 240),
    "下午": (840, 240),
    "晚上": (1140, 120),
    "全天": (540, 480),
    "morning": (540, 240),
    "afternoon": (840, 240),
    "evening": (1140, 120),
    "all day": (540, 480),
    "all-day": (540, 480),
}
_HOURS = "14:00-16:30"
_AFTER_NOON = frozenset(("下午", "晚上"))


@lru_cache(maxsize=512)
def parse_time(text: str) -> TimeOfDay:
    """From when to when, `14:00-16:30`, or 上午 下午 晚上 全天. An end without a part of
    the day is in that of the start.

    A whole morning or afternoon counts as 240 minutes. Raises DateProblem `time`
    (a start alone says nothing of the length).
    """
    plain = _short(text).lower()
    if part := _PARTS.get(plain):
        return TimeOfDay(part[0], part[1])
    if found := _TIME.fullmatch(plain):
        first, *begun, last, hour, minute, more, half = found.groups()
        start, end = _minutes(*begun), _minutes(hour, minute, more, half)
        after_noon = first in _AFTER_NOON and start < 720
        start += 720 if after_noon else 0
        if (last in _AFTER_NOON and end < 720) or (
            last is None and after_noon and end <= 720
        ):
            end += 720
        if start < end <= 1440:
            return TimeOfDay(start, end - start)
    raise DateProblem("time", _HOURS)


def _minutes(hour: str, minute: str | None, more: str | None, half: str | None) -> int:
    minutes = 30 if half else int(minute or more or 0)
    if minutes >= 60:
        raise DateProblem("time", _HOURS)
    return int(hour) * 60 + minutes
