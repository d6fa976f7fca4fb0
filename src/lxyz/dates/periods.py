"""The closed grammar in which people may write periods, spans and hours."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.dates.days import LONGEST, DateProblem, cn_number, halfwidth, parse_date
from lxyz.dates.spans import Span, half_span, month_span, quarter_span, year_span

_CN_NUMBER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}


class TimeOfDay(NamedTuple):
    """A time of day as written.

    - `start`: minutes after midnight (上午 begins at 9:00, 下午 at 14:00, 晚上 at 19:00)
    - `minutes`: how long it lasts
    """

    start: int
    minutes: int

    def overlaps(self, other: TimeOfDay) -> bool:
        """Whether both have at least one minute in common."""
        first, second = sorted((self, other))
        return second.start < first.start + first.minutes


# --- periods and spans ---------------------------------------------------------------

_YEAR = late(r"(\d{4}) *(?:年|年度)?", re.ASCII)
_MONTH = late(r"(\d{4}) *(?:- *(\d{1,2})|年 *(\d{1,2}) *月(?:份)?)", re.ASCII)
_QUARTER = late(
    r"(\d{4}) *(?:- *[Qq]([1-4])|年 *第? *([一二三四1-4]) *季度?)", re.ASCII
)
_HALF = late(r"(\d{4}) *(?:- *[Hh]([12])|年 *([上下])半年度?)", re.ASCII)
_THIRD = late(r"(\d{4}) *(?:- *(\d{1,2})|年 *(\d{1,2}) *月) *([上中下])旬", re.ASCII)
_NO_PERIOD = late(r"(\d{4})[./](\d{1,2})", re.ASCII)
_SPAN_MARKS = ("..", "至", "~", "到", " - ", "-", "—", "–")
_LEAD = late(r"(\d{4}年)(?:\d{1,2}月(?=\d{1,2}[日号])()|(?=.))", re.ASCII)
# A text that would be a period if a year stood before it; and the loose words around it
# (底, 以前, 全年) that are dropped before it is tried with a year.
_YEARLESS = late(r"(?!\d{4}).*[月季年旬日号底末].*", re.ASCII)
_LOOSELY = late(r"(?<=[月度日号])份?[底末初中内]?(?:以?前)?$|^(?:贯穿)?[全整]年|^年内")
_CN_MONTH = late(r"[一二三四五六七八九十]{1,2}(?=月)")


@lru_cache(maxsize=512)
def parse_period(text: str) -> Span:
    """The calendar year, half, quarter or month that a text names.

    Raises DateProblem `period` (also for 2016.10, which YAML may read as the number
    2016.1) or `year-missing`.
    """
    plain = _short(text)
    if (found := _period(plain)) is not None:
        return found
    if (dotted := _NO_PERIOD.fullmatch(plain)) and 1 <= int(dotted[2]) <= 12:
        raise DateProblem("period", f"{dotted[1]}-{int(dotted[2]):02}")
    raise _no_period(plain, _period, "2016、2016-06、2016-Q3")


def _period(plain: str) -> Span | None:
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
    return None


def _short(text: str, longest: int = LONGEST) -> str:
    """The text half-width and trimmed; "" if it is longer than `longest` characters, so
    that no text is slow to refuse."""
    return halfwidth(text) if len(text) <= longest else ""


def _no_period(
    plain: str, read: Callable[[str], Span | None], shown: str
) -> DateProblem:
    """The problem of a text that is no period (or span, as `read` parses them).

    If it lacks only its year, the reason is `year-missing`, and the right spelling is
    shown with the year 2016. Else the reason is `period`, and `shown` are examples.
    """
    if _YEARLESS.fullmatch(plain):
        text = _CN_MONTH.sub(lambda found: cn_number(found[0]), plain)
        text = _LOOSELY.sub("", text.replace("年底", "12月").replace("年末", "12月"))
        if (found := read(f"2016年{text}")) is not None:
            return DateProblem("year-missing", found.label)
    return DateProblem("period", shown)


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2199:
        raise DateProblem("period", "2016")
    return year


@lru_cache(maxsize=512)
def parse_span(text: str) -> Span:
    """The span that a text names: a day, a period, or `A..B` (or 至, 到, ~, - between
    them), from the first day of A to the last day of B.

    B need not repeat the year (2016年3月至5月) or the month (2016年3月2日至5日) of A. Raises
    DateProblem `period` or `year-missing`.
    """
    plain = _short(text, 2 * LONGEST)
    if (found := _span(plain)) is not None:
        return found
    raise _no_period(plain, _span, "2016-06、2016-Q3、2016-06-20..2016-07-10")


def _span(plain: str) -> Span | None:
    if whole := _end(plain):
        return whole
    for mark in _SPAN_MARKS:
        first, found, last = plain.partition(mark)
        if found:
            left = _end(first) or _end(f"{first}月")
            right = _end(last) or _rest(first, last)
            if left and right and left.first <= right.last:
                return Span(left.first, right.last, f"{left.first}..{right.last}")
    return None


def _rest(first: str, last: str) -> Span | None:
    """The end of a span whose text leaves out the year, or year and month, of its
    beginning `first`; None if it cannot be read."""
    if (lead := _LEAD.match(first)) is None:
        return None
    return _end(lead[1] + last) or (
        _end(lead[0] + last) if lead[2] is not None else None
    )


def _day_span(text: str) -> Span:
    day = parse_date(text)
    return Span(day, day, day.isoformat())


def _third(text: str) -> Span:
    """A third of a month (2016年6月下旬): days 1 to 10, 11 to 20, or 21 to the last. Raises
    DateProblem."""
    found = _THIRD.fullmatch(text) if "旬" in text else None
    month = 0 if found is None else int(found[2] or found[3])
    if found is None or not 1 <= month <= 12:
        raise DateProblem("period", "2016年6月下旬")
    whole = month_span(_year(found[1]), month)
    first = whole.first.replace(day={"上": 1, "中": 11, "下": 21}[found[4]])
    last = whole.last if found[4] == "下" else first.replace(day=first.day + 9)
    return Span(first, last, f"{first}..{last}")


def _end(text: str) -> Span | None:
    """The span of a text that is one day, one period or a third of a month; else
    None."""
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
    """The time of day that a text names: `14:00-16:30`, 下午2点至4点, 上午, 下午, 晚上 or 全天.

    An end without 上午 or 下午 takes it from the start. A whole morning or afternoon counts
    as 240 minutes, an evening as 120, a day as 480. Raises DateProblem `time`, also for
    a start alone, which does not tell how long it lasted.
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
