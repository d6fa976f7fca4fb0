"""Bounds of a period that cannot be meant: no such day, or no day between the two."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.dates.spans import MONTHS, YEARS
from lxyz.packs.model import Rule, When
from lxyz.packs.texts import place_of

_SHORTER = {2: 29, 4: 30, 6: 30, 9: 30, 11: 30}


def bounds_trouble(rule: Rule, when: When, every: str) -> Iterator[str]:
    """What is wrong with the bounds of a rule within its period."""
    first, last, band = when.bounds.from_, when.bounds.to, when.bounds.band
    bounds = {"from": first, "by" if last and last == when.by else "to": last}
    if band is not None:
        bounds.update({"band.from": band.from_, "band.to": band.to})
    for item in rule.cover.items if rule.cover is not None else ():
        bounds[f"by of {item.name}"] = item.by
    for name, text in bounds.items():
        if text is not None and not text.startswith("$"):
            wrong = _no_such_day(text, every)
            if wrong:
                yield f"{name}: {text}: {wrong}"
    begin, end = _place(first), _place(last)
    if begin and end and len(begin) == len(end) and begin > end:
        yield f"nothing lies between {first} and {last}"


def _no_such_day(text: str, every: str) -> str:
    """Why a bound is no day of a period; empty where it is one."""
    if _is_date(text):
        return ""
    month_text, day = text.removeprefix("next ").split("-")
    month = int(month_text)
    if every in YEARS and every != "year":
        return "of several years a day needs its year"
    if every in ("week", "two-weeks"):
        return "a week has no month-days"
    if month > MONTHS[every] and not text.startswith("next "):
        return f"{every} has no month {month}"
    # 02-29 is allowed: it means the 28th in other years. In periods shorter than a year
    # the month is only counted (1-31 of a quarter), so any day up to the 31st is.
    most = _SHORTER.get(month, 31) if every == "year" else 31
    return "" if day == "last" or int(day) <= most else "no such day"


def _place(text: str | None) -> tuple[int, ...] | None:
    """A month-day or a date as numbers, to compare two bounds; None for anything
    else."""
    if text is None:
        return None
    return (int(text.replace("-", "")),) if _is_date(text) else place_of(text)


def _is_date(text: str) -> bool:
    return len(text) == len("2016-12-31") and text[4] == text[7] == "-"
