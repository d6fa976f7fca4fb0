"""Reads days, periods, hours and numbers. Each has a closed grammar; nothing is
guessed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date as Day

from lxyz.base.late import late
from lxyz.dates.days import DateProblem, halfwidth, parse_date
from lxyz.dates.periods import TimeOfDay, parse_period, parse_span, parse_time
from lxyz.dates.spans import Span
from lxyz.files import Node, Scalar
from lxyz.records.closed import split
from lxyz.records.model import When
from lxyz.records.reader import Reader, reads

_INT = late(r"[0-9]{1,6}")
_NUMBER = late(r"[0-9]{1,6}(?:\.[0-9]{1,4})?")
_DIGITS_IN = late(r"[^0-9]*([0-9]{1,6})[^0-9]*")
_EVERY = {
    "weekly": "week",
    "monthly": "month",
    "bimonthly": "two-months",
    "quarterly": "quarter",
}
# What may stand behind 每周, 每月 or 每季度 for the day: 每月7日, 每周五下午, 每季度一次.
_DAY_OF_IT = late(
    r"(?:一次|1次|第?[一二三四1-4]个?(?:星期|周)[一二三四五六日天]?|第[一二三四1-4]周|第[一二三1-3]个月"
    r"|[0-9]{1,2}[日号]|(?:星期|周)?[一二三四五六日天](?![次个])|上午|下午|晚上"
    r"|[上中下]旬|月?[初底末]|前|左右)+"
)
_DATE_CODES = {"weekday": "F306", "no-such-day": "F305"}
_YEAR_IN_PATH = late(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?![0-9]{3})")
_SOME_YEAR = "YYYY"  # the year is not known; people would copy one that is made up
_SHOWN = 30


@reads("date")
def date(reader: Reader, node: Node) -> Day | None:
    """A day."""
    text = reader.scalar(node, "date")
    if text is None:
        return None
    try:
        return parse_date(text)
    except DateProblem as problem:
        code = _DATE_CODES.get(problem.reason, "F304")
        shown = _shown(reader, problem)
        reader.refuse(node, code, text=text[:_SHOWN], why=problem.reason, shown=shown)
        return None


def _shown(reader: Reader, problem: DateProblem) -> str:
    """The right spelling for a message. If only the year is missing, it is taken from
    the path of the file (2017/…), else shown as YYYY."""
    shown = problem.shown
    if problem.reason == "year-missing" and shown.startswith("2016"):
        found = _YEAR_IN_PATH.search(reader.file)
        return shown.replace("2016", found[1] if found else _SOME_YEAR)
    return shown


@reads("dates")
def dates(reader: Reader, node: Node) -> tuple[Day, ...] | None:
    """Several days: a list, or a line with 、 between them."""
    if not isinstance(node, Scalar):
        return reader.each(node, lambda item: date(reader, item))
    found = []
    for offset, word in split(node.value):
        line, column = node.place(offset)
        day = date(reader, Scalar(word, line, column, "plain"))
        if day is None:
            reader.partly = True
        else:
            found.append(day)
    return tuple(found)


@reads("period", "month")
def period(reader: Reader, node: Node) -> Span | None:
    """A year, half, quarter or month."""
    return _days(reader, node, parse_period)


@reads("span")
def span(reader: Reader, node: Node) -> Span | None:
    """A day, a period, or `A..B`."""
    return _days(reader, node, parse_span)


def _days(reader: Reader, node: Node, parse: Callable[[str], Span]) -> Span | None:
    text = reader.scalar(node, "period")
    if text is None:
        return None
    try:
        return parse(text)
    except DateProblem as problem:
        shown = _shown(reader, problem)
        reader.refuse(node, "F307", text=text[:_SHOWN], shown=shown)
        return None


@reads("when")
def when(reader: Reader, node: Node) -> When | None:
    """When a plan item is due: a span, or 每周 每月 每两个月 每季度. A day behind these (每月7日) is
    accepted and dropped: the item may be done on any day of the period."""
    if isinstance(node, Scalar):
        text = node.value[:_SHOWN]
        every = _often(reader, (text,))
        if not every and not text[:1].isdecimal():
            every = _often(reader, _before_day(text))
        if every:
            return When(None, every)
    found = span(reader, node)
    return None if found is None else When(found)


def _often(reader: Reader, forms: Iterable[str]) -> str:
    """The kind of period that one of some texts names (每周: `week`), or ""."""
    forms = tuple(forms)
    for word, every in _EVERY.items():
        if any(reader.words.is_word(word, one) for one in forms):
            return every
    return ""


def _before_day(text: str) -> Iterator[str]:
    """The text before the day: 每月 in 每月7日, 每周 in 每周五."""
    plain = "".join(halfwidth(text).split())
    for end in (2, 3, 4):
        if _DAY_OF_IT.fullmatch(plain[end:]):
            yield plain[:end]


@reads("time")
def time(reader: Reader, node: Node) -> TimeOfDay | None:
    """From when to when."""
    text = reader.scalar(node, "time")
    if text is None:
        return None
    try:
        return parse_time(text)
    except DateProblem:
        day = _day_in(text)
        reader.refuse(node, "F308", text=text[:_SHOWN], day=day)
        if day:
            reader.meant.add("date")
        return None


def _day_in(text: str) -> str:
    """The day (ISO) that a text names, with hours or without; "" if it names none."""
    try:
        return parse_date(text).isoformat()
    except DateProblem as problem:
        return problem.shown if problem.reason == "has-time" else ""


@reads("int")
def whole_number(reader: Reader, node: Node) -> int | None:
    """A whole number, in digits."""
    digits = _number(reader, node, _INT)
    return None if digits is None else int(digits)


@reads("number")
def number(reader: Reader, node: Node) -> float | None:
    """A number, in digits."""
    digits = _number(reader, node, _NUMBER)
    return None if digits is None else float(digits)


def _number(reader: Reader, node: Node, form: re.Pattern[str]) -> str | None:
    text = reader.scalar(node, "number")
    if text is None:
        return None
    digits = halfwidth(text[: _SHOWN + 1])
    if form.fullmatch(digits):
        return digits
    found = _DIGITS_IN.fullmatch(digits)
    shown = str(int(found[1])) if found else "25"
    reader.refuse(node, "F309", text=text[:20], shown=shown)
    return None
