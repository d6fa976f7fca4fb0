"""What may be wrong with the days of a rule: no such day, nothing between two days."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator

from lxyz.dates import YEARS
from lxyz.packs.asked import kinds_of
from lxyz.packs.model import Pattern, Rule, When
from lxyz.vocabulary import Vocabulary

_MONTHS = {
    "year": 12,
    "half": 6,
    "quarter": 3,
    "two-months": 2,
    "month": 1,
    "two-weeks": 0,
    "week": 0,
}
_OF_A_PERIOD = frozenset(("dues-payment", "points-register"))
_LEAP = 2016
_SHORTEST, _LONGEST = 28, 31  # days of a month
_IDLE = 10  # from one working day to the next it is never so long


def days(rule: Rule, patterns: Iterable[Pattern], words: Vocabulary) -> Iterator[str]:
    """What is doubtful in the days of a rule."""
    when = rule.when
    if not isinstance(when, When):
        return
    if when.every is None:
        yield from _about(when)
        return
    if when.after == "period" and (when.within or "").startswith("-"):
        yield f"nothing lies between period and {when.within}"
    yield from _late(rule, when, patterns, words)
    inner = when.in_
    first = (inner.from_ if inner else None) or when.from_
    last = (inner.to if inner else None) or when.to or when.by
    bounds = {"from": first, "to": last}
    band = (inner.band if inner else None) or when.band
    if band is not None:
        bounds.update({"band.from": band.from_, "band.to": band.to})
    for item in rule.cover.all if rule.cover is not None else ():
        if not isinstance(item, str):
            bounds[f"by of {item.label or item.is_}"] = item.by
    for name, text in bounds.items():
        if text is not None and not text.startswith("$"):
            wrong = _no_such_day(text, when.every)
            if wrong:
                yield f"{name}: {text}: {wrong}"
    begin, end = _place(first), _place(last)
    if begin is not None and end is not None and begin > end:
        yield f"nothing lies between {first} and {last}"


def _about(when: When) -> Iterator[str]:
    """Days after, or before, a subject between which none lies."""
    first, last = when.from_, when.within or when.to
    if not (when.after or when.before) or not first or not last or "$" in first + last:
        return
    near, far = (last, first) if when.before else (first, last)
    if _least(near) > _most(far):
        yield f"nothing lies between {first} and {last}"


def _least(text: str) -> int:
    """The fewest days that so many days, working days or months can be."""
    number = int(text.rstrip("wdm"))
    return number * _SHORTEST if text.endswith("m") else number


def _most(text: str) -> int:
    """The most days that they can be."""
    number = int(text.rstrip("wdm"))
    if text.endswith("m"):
        return number * _LONGEST
    return number * _IDLE + _IDLE if text.endswith("wd") else number


def _late(
    rule: Rule, when: When, patterns: Iterable[Pattern], words: Vocabulary
) -> Iterator[str]:
    """A record must not serve two periods."""
    late = rule.late or (when.in_.late if when.in_ else None) or when.late
    if when.every in YEARS or late in (None, "never") or rule.each is not None:
        return
    kinds = [kind for pattern in patterns for kind in kinds_of(pattern)]
    if any(_OF_A_PERIOD.isdisjoint(words.families((kind,))) for kind in kinds):
        yield "late in a period below a year lets one record serve two periods"


def _no_such_day(text: str, every: str) -> str:
    """Why a bound is no day of a period, or an empty text."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return ""
    month_text, day = text.removeprefix("next ").split("-")
    month = int(month_text)
    if every in YEARS and every != "year":
        return "of several years a day needs its year"
    if every in ("week", "two-weeks"):
        return "a week has no month-days"
    if month > _MONTHS[every] and not text.startswith("next "):
        return f"{every} has no month {month}"
    # 29 February is the 28th in other years; inside a quarter months are of any length.
    most = monthrange(_LEAP, month)[1] if every == "year" else 31
    return "" if day == "last" or int(day) <= most else "no such day"


def _place(text: str | None) -> tuple[int, int, int] | None:
    """A month-day as numbers to compare; None if it is none."""
    if text is None or not re.fullmatch(r"(next )?\d{1,2}-(\d{1,2}|last)", text):
        return None
    month, day = text.removeprefix("next ").split("-")
    return int(text.startswith("next")), int(month), 31 if day == "last" else int(day)
