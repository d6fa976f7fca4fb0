"""Fixed days of a month: `7`, `first friday`, or the day a branch has fixed."""

from __future__ import annotations

import re
from datetime import date, timedelta

from lxyz.dates import Span, month_day, nth_weekday
from lxyz.kinds.case import Slot
from lxyz.kinds.world import World
from lxyz.packs.model import When

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE = re.compile(r"(?:第([一二三四])|(最后一))个?(?:星期|周)([一二三四五六日天])")


def fixed_slot(when: When, period: Span, world: World) -> Slot | None:
    """The fixed day of a period and how far it may be moved; None if none is fixed."""
    text = when.day or ""
    if text == "branch.fixed_day":
        text = world.profile.fixed_day(period.last)
    day = fixed_day(text, period.first)
    if day is None:
        return None
    width = 0
    if when.shift is not None and not when.shift.startswith("$"):
        width = int(when.shift.removesuffix("d"))
    return Slot(day, width, when.needs == "moved")


def fixed_day(text: str, first: date) -> date | None:
    """The day of the month that begins on `first` which a fixed day names: `7`, `7日`,
    `first friday`, 第一个星期五; None if it names none. The 31st of a short month is its
    last day."""
    plain = re.sub(r"^每月", "", text.strip().lower())
    if found := re.fullmatch(r"(\d{1,2})[日号]?", plain):
        day = int(found[1])
        return month_day(first.year, first.month, day) if 1 <= day <= 31 else None
    if chinese := _CHINESE.fullmatch(plain):
        nth = "一二三四".index(chinese[1]) + 1 if chinese[1] else -1
        weekday = "一二三四五六日".index(chinese[3].replace("天", "日"))
    else:
        words = plain.split()
        if len(words) != 2 or words[0] not in _ORDINALS or words[1] not in _DAYS:
            return None
        nth, weekday = _ORDINALS[words[0]], _DAYS.index(words[1])
    if nth > 0:
        return nth_weekday(first, nth, weekday)
    fifth = nth_weekday(first, 5, weekday)
    return fifth if fifth.month == first.month else fifth - timedelta(days=7)
