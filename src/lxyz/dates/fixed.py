"""Days that are fixed in each month (`7`, `first friday`, 第一个星期五) or in each week
(每周五下午)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from lxyz.base.late import late
from lxyz.dates.days import WEEKDAYS
from lxyz.dates.spans import month_day, nth_weekday

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5}
_CHINESE = late(r"(?:第([一二三四])|(最后一))个?(?:星期|周)([一二三四五六日天])")


@lru_cache(maxsize=1024)
def fixed_day(text: str, first: date) -> date | None:
    """The day that a text such as `7`, `7日`, `first friday` or 第一个星期五 names in the
    month that begins on `first`; None if the text names no day. In a month that is too
    short, `31` is the last day."""
    plain = re.sub(r"^每月", "", text.strip().lower())
    if found := re.fullmatch(r"(\d{1,2})[日号]?", plain):
        day = int(found[1])
        return month_day(first.year, first.month, day) if 1 <= day <= 31 else None
    if chinese := _CHINESE.fullmatch(plain):
        nth = "一二三四".index(chinese[1]) + 1 if chinese[1] else 5
        weekday = "一二三四五六日".index(chinese[3].replace("天", "日"))
    else:
        words = plain.split()
        if len(words) != 2 or words[0] not in _ORDINALS or words[1] not in WEEKDAYS:
            return None
        nth, weekday = _ORDINALS[words[0]], WEEKDAYS.index(words[1])
    # "last" is taken as the fifth; where the month has only four, it is the fourth.
    last = nth_weekday(first, nth, weekday)
    return last if last.month == first.month else last - timedelta(days=7)


_CHINESE_WEEKDAYS = (
    "星期一 周一",
    "星期二 周二",
    "星期三 周三",
    "星期四 周四",
    "星期五 周五",
    "星期六 周六",
    "星期日 星期天 周日",
)


# 每周一次 says how often, and names no Monday.
_OFTEN = late("周[一二两三四五六]次")


@lru_cache(maxsize=256)
def weekday_of(text: str) -> int | None:
    """The weekday (Monday = 0) that a text such as `friday 15:00` or 每周五下午 names; None
    if it names none."""
    plain = text.lower()
    if "次" in plain:
        plain = _OFTEN.sub("", plain)
    for number, (english, chinese) in enumerate(
        zip(WEEKDAYS, _CHINESE_WEEKDAYS, strict=True)
    ):
        if any(name in plain for name in (english, *chinese.split())):
            return number
    return None
