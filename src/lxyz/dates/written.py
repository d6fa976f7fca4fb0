"""The closed grammar in which people may write days, periods, spans and hours.

Anything else is a DateProblem that shows the right spelling where it can be known.
Texts longer than any date are refused unread, so that no text is slow to refuse.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from lxyz.dates.spans import Span, month_span, quarter_span, year_span

_LONGEST = 60
_WIDE = str.maketrans(
    "０１２３４５６７８９－／．～：（）\u3000\u00a0", "0123456789-/.~:()  "
)
_WEEKDAYS = "一二三四五六日"
_ENGLISH_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_DATE = re.compile(
    r"(\d{4}) *(?:([-/.]) *(\d{1,2}) *\2 *(\d{1,2})|年 *(\d{1,2}) *月 *(\d{1,2}) *[日号])"
    r"(?: *\(? *(?:(?:星期|周|礼拜)([一二三四五六日天])|([a-z]{3,9})) *\)?)?",
    re.ASCII | re.IGNORECASE,
)
_CN_NUMBER = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_CN_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_BEIJING = timezone(timedelta(hours=8))


class DateProblem(ValueError):
    """A text that is not a date, period or time; `reason` is a key, `shown` the right
    spelling where it can be known (else an example)."""

    def __init__(self, reason: str, shown: str = "2016-06-24") -> None:
        super().__init__(reason)
        self.reason = reason
        self.shown = shown


class TimeOfDay(NamedTuple):
    """A time as written: `start` (minutes after midnight, None for 上午 and the like),
    and its length in `minutes`."""

    start: int | None
    minutes: int


def halfwidth(text: str) -> str:
    """The text with full-width digits and date marks made half-width, blanks trimmed."""
    return text.translate(_WIDE).strip()


# --- days ----------------------------------------------------------------------------


def parse_date(text: str) -> date:
    """The day that `text` names.

    Raises DateProblem: `weekday`, `no-such-day`, `year-missing`, `has-time`,
    `compact`, `excel`, `range`, `order`, `other`.
    """
    if len(text) == 10 and text[4] == "-" == text[7]:
        try:
            value = date.fromisoformat(text)
        except ValueError:
            pass
        else:
            if 1900 <= value.year <= 2199:
                return value
    if len(text) > _LONGEST:
        raise DateProblem("other")
    plain = halfwidth(text)
    found = _DATE.fullmatch(plain)
    if not found:
        raise _refusal(plain)
    year = int(found[1])
    month, day = int(found[3] or found[5]), int(found[4] or found[6])
    try:
        value = date(year, month, day)
    except ValueError:
        raise DateProblem("no-such-day", _nearest(year, month)) from None
    if not 1900 <= year <= 2199:
        raise DateProblem("no-such-day")
    _check_weekday(value, found[7], found[8])
    return value


def _check_weekday(value: date, chinese: str | None, english: str | None) -> None:
    """Refuses a weekday that is not that of the day."""
    if english:
        names = [name for name in _ENGLISH_WEEKDAYS if name.startswith(english.lower())]
        if not names:
            raise DateProblem("other", value.isoformat())
        agrees = names[0] == _ENGLISH_WEEKDAYS[value.weekday()]
    else:
        agrees = (
            not chinese or chinese.replace("天", "日") == _WEEKDAYS[value.weekday()]
        )
    if not agrees:
        raise DateProblem("weekday", f"星期{_WEEKDAYS[value.weekday()]}")


def _nearest(year: int, month: int) -> str:
    if 1900 <= year <= 2199 and 1 <= month <= 12:
        return f"{year}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
    return "2016-06-24"


def _iso(year: str, month: str, day: str) -> str:
    """The right spelling of a day, or an example where there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return "2016-06-24"


_NO_DATES = (
    ("compact", re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)),
    (
        "has-time",
        re.compile(
            r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T| )*"
            r"(?:上午|下午|晚上|\d{1,2}[:时点]).*",
            re.ASCII,
        ),
    ),
    (
        "range",
        re.compile(
            r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日? *(?:-|~|至|到|—|–|\.\.|、).*",
            re.ASCII,
        ),
    ),
)
_NO_YEAR = re.compile(r"(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", re.ASCII)
_EXCEL = re.compile(r"[34]\d{4}", re.ASCII)
_CHINESE = re.compile(
    "([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月(.{1,3})[日号]"
)


def _refusal(plain: str) -> DateProblem:
    """Why a text is no date, with the right spelling where it can be known."""
    bare = plain.strip("“”‘’\"'《》[]")
    if bare != plain and (found := _DATE.fullmatch(bare)):
        return DateProblem("other", bare)
    if (stamp := _stamp(plain)) is not None:
        return DateProblem("has-time", stamp)
    for reason, form in _NO_DATES:
        if found := form.fullmatch(plain):
            return DateProblem(reason, _iso(found[1], found[2], found[3]))
    if found := _NO_YEAR.fullmatch(plain):
        return DateProblem("year-missing", _iso("2016", found[1], found[2]))
    if found := _SHORT_YEAR.fullmatch(plain):
        return DateProblem("year-missing", _iso(f"20{found[1]}", found[2], found[3]))
    if found := _DAY_FIRST.fullmatch(plain):
        return DateProblem("order", _iso(found[3], found[2], found[1]))
    if _EXCEL.fullmatch(plain):
        excel = date(1899, 12, 30) + timedelta(days=int(plain))
        return DateProblem("excel", excel.isoformat())
    if found := _CHINESE.fullmatch(plain):
        numbers = [found[1].translate(_CN_DIGITS), *map(_cn_number, found.groups()[1:])]
        return DateProblem("other", _iso(*numbers))
    return DateProblem("other")


def _stamp(plain: str) -> str | None:
    """The day in China of a time stamp with a zone."""
    try:
        moment = datetime.fromisoformat(plain)
        return moment.astimezone(_BEIJING).date().isoformat() if moment.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _cn_number(text: str) -> str:
    """`二十四` as `24`; what is no such number stays."""
    tens, ten, ones = text.partition("十")
    if not ten:
        return text.translate(_CN_DIGITS)
    return f"{tens.translate(_CN_DIGITS) or '1'}{ones.translate(_CN_DIGITS) or '0'}"


# --- periods and spans ---------------------------------------------------------------

_YEAR = re.compile(r"(\d{4}) *(?:年|年度)?", re.ASCII)
_MONTH = re.compile(r"(\d{4}) *(?:- *(\d{1,2})|年 *(\d{1,2}) *月(?:份)?)", re.ASCII)
_QUARTER = re.compile(
    r"(\d{4}) *(?:- *[Qq]([1-4])|年 *第? *([一二三四1-4]) *季度?)", re.ASCII
)
_HALF = re.compile(r"(\d{4}) *(?:- *[Hh]([12])|年 *([上下])半年)", re.ASCII)
_NO_PERIOD = re.compile(r"(\d{4})[./](\d{1,2})", re.ASCII)
_SPAN_MARKS = ("..", "至", "~", "到")


def parse_period(text: str) -> Span:
    """The year, half, quarter or month that `text` names.

    Raises DateProblem `period` (2016.10 could be the number 2016.1 elsewhere).
    """
    plain = halfwidth(text[: _LONGEST + 1])
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
        first, last = quarter_span(year, half * 2 - 1), quarter_span(year, half * 2)
        return Span(first.first, last.last, f"{year}-H{half}")
    if (found := _NO_PERIOD.fullmatch(plain)) and 1 <= int(found[2]) <= 12:
        raise DateProblem("period", f"{found[1]}-{int(found[2]):02}")
    raise DateProblem("period", "2016、2016-06、2016-Q3")


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2199:
        raise DateProblem("period", "2016")
    return year


def parse_span(text: str) -> Span:
    """The day, the period, or the span `A..B` (至, 到, ~) of two of them.

    Raises DateProblem `period`.
    """
    plain = halfwidth(text[: 2 * _LONGEST])
    for parse in (_day_span, parse_period):
        try:
            return parse(plain)
        except DateProblem:
            continue
    for mark in _SPAN_MARKS:
        first, found, last = plain.partition(mark)
        if found:
            left, right = _end(first), _end(last)
            if left and right and left.first <= right.last:
                return Span(left.first, right.last, f"{left.first}..{right.last}")
    raise DateProblem("period", "2016-06、2016-Q3、2016-06-20..2016-07-10")


def _day_span(text: str) -> Span:
    day = parse_date(text)
    return Span(day, day, day.isoformat())


def _end(text: str) -> Span | None:
    """The day or period at one end of a span."""
    for parse in (_day_span, parse_period):
        try:
            return parse(text)
        except DateProblem:
            continue
    return None


# --- hours ---------------------------------------------------------------------------

_CLOCK = r"(\d{1,2})(?::(\d{2})|[时点](?:(\d{1,2})分?)?)"
_TIME = re.compile(rf"{_CLOCK} *(?:-|~|至|到|—|–){{1,2}} *{_CLOCK}", re.ASCII)
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
_PART_OF_DAY = re.compile("^(?:上午|下午|晚上) *")


def parse_time(text: str) -> TimeOfDay:
    """From when to when, `14:00-16:30`, or 上午 下午 晚上 全天.

    A whole morning or afternoon counts as 240 minutes. Raises DateProblem `time`
    (a start alone says nothing of the length).
    """
    plain = halfwidth(text[: _LONGEST + 1]).lower()
    if part := _PARTS.get(plain):
        return TimeOfDay(part[0], part[1])
    if found := _TIME.fullmatch(_PART_OF_DAY.sub("", plain)):
        start = _minutes(found[1], found[2] or found[3])
        end = _minutes(found[4], found[5] or found[6])
        if plain.startswith(("下午", "晚上")) and start < 720 and end <= 720:
            start, end = start + 720, end + 720
        if 0 <= start < end <= 1440:
            return TimeOfDay(start, end - start)
    raise DateProblem("time", "14:00-16:30")


def _minutes(hour: str, minute: str | None) -> int:
    hours, minutes = int(hour), int(minute or 0)
    return hours * 60 + minutes if hours <= 24 and minutes < 60 else -1441
