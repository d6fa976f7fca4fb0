"""Fixed days of a month: `7`, `first friday`, `last workday`, or the day a branch has
fixed."""

from __future__ import annotations

from datetime import date

from lxyz.dates import WEEKDAYS, Span, fixed_day, shift
from lxyz.dates.workdays import add_workdays, is_workday
from lxyz.kinds.case import Slot
from lxyz.kinds.world import World
from lxyz.packs.model import When


def fixed_slot(when: When, period: Span, world: World) -> Slot | None:
    """The fixed day of a period and how far it may be moved; None if none is fixed."""
    text = when.day or ""
    if text == "branch.fixed_day":
        text = world.profile.fixed_day(period.last)
    if text in WEEKDAYS:
        ahead = WEEKDAYS.index(text) - period.first.weekday()
        day: date | None = shift(period.first, ahead % 7)
    elif text.endswith(" workday"):
        day = _workday(period, last=text.startswith("last"))
    else:
        day = fixed_day(text, period.first)
    if day is None:
        return None
    return Slot(day, _near(day, when.shift), when.needs == "moved")


def _near(day: date, text: str | None) -> Span:
    """The days up to so many days (`7d`), or working days (`5wd`), before and after."""
    if text is None or text.startswith("$"):
        return Span(day, day)
    count = int(text.rstrip("wd"))
    if text.endswith("wd"):
        return Span(add_workdays(day, -count).day, add_workdays(day, count).day)
    return Span(shift(day, -count), shift(day, count))


def _workday(period: Span, *, last: bool) -> date:
    """The first, or the last, working day of a month, which always has some."""
    day = period.last if last else period.first
    while not is_workday(day):
        day = shift(day, -1 if last else 1)
    return day
