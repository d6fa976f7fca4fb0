"""The windows of a `when` with a period: the days of each case of a rule in a year.

Month-days belong to the year checked (A47) and are counted inside the period: `1-05` of
a quarter is the 5th of its first month. A bound that is a parameter without a value is
dropped, with a note (A48)."""

from __future__ import annotations

import re
from datetime import date

from lxyz.base.late import late
from lxyz.dates.days import WEEKDAYS
from lxyz.dates.fixed import fixed_day
from lxyz.dates.spans import (
    FOREVER,
    Span,
    add_months,
    containing,
    month_day,
    periods,
    shift,
)
from lxyz.dates.workdays import add_workdays, is_known, is_workday, next_workday
from lxyz.kinds.case import Slot, Window
from lxyz.kinds.world import World
from lxyz.packs.model import Band, Bounds, Rule, When

WHOLE_YEAR = When(every="year")
_FULL = late(r"\d{4}-\d\d-\d\d")


def calendar_windows(rule: Rule, when: When, world: World, year: int) -> list[Window]:
    """The windows of a rule over the periods of a year, in order.

    A period in which its days do not lie has no window."""
    # Only a fixed day depends on the branch; all else lasts for all branches.
    once = world.lasting.made if when.day is None else world.made
    windows = f"windows:{rule.late}:{year}"
    return once(windows, when, lambda: _Windows(rule, when, world).of_year(year))


class _Windows:
    """Makes the windows of a rule over periods."""

    def __init__(self, rule: Rule, when: When, world: World) -> None:
        self.when = when
        self.world = world
        self.bounds = when.bounds
        self.late = rule.late or self.bounds.late

    def of_year(self, year: int) -> list[Window]:
        """The windows of the periods of a year.

        A window before or after its period belongs to the year in which it is due."""
        when = self.when
        assert when.every is not None
        every = periods(when.every, year, when.years_from)
        is_beside = when.after is not None or when.before is not None
        if is_beside:
            around = periods(when.every, year - 1), periods(when.every, year + 1)
            every = (*around[0], *every, *around[1])
        made = (self._of(one) for one in every if _is_meant(when, one))
        return [
            one
            for one in made
            if one is not None and not (is_beside and one.inside.last.year != year)
        ]

    def _of(self, period: Span) -> Window | None:
        when = self.when
        if when.after is not None:
            return self._after(period)
        if when.before is not None:
            return self._before(period)
        notes: list[str] = []
        if when.day is not None:
            if (slot := _fixed_slot(when, period, self.world)) is not None:
                return self._on_a_day(slot, period)
            notes.append("no-fixed-day")
        inside = _inside(self.bounds, period, notes)
        if inside is None:
            return None
        outer = _banded(self.bounds.band, inside, period, notes)
        if when.roll is not None and when.day is None:
            outer = rolled(outer, inside.last, notes)
        until = _until(self.late, period, outer.last)
        whole = _with_days_after(period, inside)
        told = tuple(notes)
        return Window(inside, outer, until, whole, inside.last, told, told=period)

    def _after(self, period: Span) -> Window:
        """The window after a period, in which what closes the period is due.

        Example: the report of a month is due by the 5th of the next month."""
        assert self.when.every is not None
        notes: list[str] = []
        following = containing(self.when.every, shift(period.last, 1))
        last = days_from(self.when.within, period.last, 1, following.last, notes)
        inside = Span(following.first, last, period.label)
        outer = inside if self.when.roll is None else rolled(inside, last, notes)
        return self._beside(period, following, inside, outer, notes)

    def _before(self, period: Span) -> Window | None:
        """The window before a period, in which what prepares the period is due; None
        for no days.

        Example: the plan of a month is due by the 25th of the month before; it may be
        earlier. A record that declares no period is for the period after its own
        day."""
        assert self.when.every is not None
        notes: list[str] = []
        ahead = containing(self.when.every, shift(period.first, -1))
        days = _inside(self.bounds, ahead, notes)
        if days is None:
            return None
        inside = Span(days.first, days.last, period.label)
        around = Span(ahead.first, period.last)
        return self._beside(period, around, inside, inside, notes)

    def _beside(
        self, period: Span, around: Span, inside: Span, outer: Span, notes: list[str]
    ) -> Window:
        """The window of what is for a period and is due before or after it.

        A record may be late to the end of `around`, unless the rule says how late. A
        record that declares the period belongs to it whatever its day; else its day
        decides."""
        late = self.late
        until: date | None = around.last if around.last > outer.last else None
        if late is not None and not late.startswith("$"):
            until = _until(late, period, outer.last)
        last = max(period.last, outer.last, until or outer.last)
        whole = Span(min(period.first, around.first), last, period.label)
        return Window(
            inside,
            outer,
            until,
            whole,
            inside.last,
            tuple(notes),
            told=period,
            early=True,
            own=period,
        )

    def _on_a_day(self, slot: Slot, period: Span) -> Window:
        """The window of a fixed day, and of the days to which the rule lets it be
        moved.

        With `roll`, a day off is met on the next working day. A meeting moved with a
        reason may lie in the next month; one moved without stays in its own."""
        first, last = slot.near.first, slot.near.last
        if not slot.needs:
            first, last = max(first, period.first), min(last, period.last)
        inside = Span(slot.day, slot.day, period.label)
        band = Span(first, last, period.label)
        notes: list[str] = []
        fixed, far = self.when.day or "", self.when.shift or ""
        of_workdays = fixed.endswith(" workday") or far.endswith("wd")
        if of_workdays and not is_known(slot.day.year):
            notes.append("workdays-unknown")
        if self.when.roll is not None:
            band = rolled(band, slot.day, notes)
            slot = slot._replace(rolled=next_workday(slot.day).day)
        until = None if self.late is None else _until(self.late, period, band.last)
        whole = Span(period.first, max(period.last, band.last), period.label)
        if slot.needs or self.when.roll is None:
            whole = period
        return Window(
            inside,
            band,
            until,
            whole,
            slot.day,
            tuple(notes),
            told=period,
            slot=slot,
            own=period,
        )


def _is_meant(when: When, period: Span) -> bool:
    """Whether a period has a window: not before the first year, and wholly in
    `when.months`."""
    if period.first.year < when.years_from:
        return False
    if not when.months:
        return True
    months = {int(one) for one in when.months}
    first, last = period.first, period.last
    number = (last.year - first.year) * 12 + last.month - first.month
    return all((first.month - 1 + n) % 12 + 1 in months for n in range(number + 1))


def _fixed_slot(when: When, period: Span, world: World) -> Slot | None:
    """The fixed day of a period and how far it may be moved; None where no day is
    fixed."""
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
    """The span from so many days (`7d`) or working days (`5wd`) before a day to as many
    after."""
    if text is None or text.startswith("$"):
        return Span(day, day)
    count = int(text.rstrip("wd"))
    if text.endswith("wd"):
        return Span(add_workdays(day, -count).day, add_workdays(day, count).day)
    return Span(shift(day, -count), shift(day, count))


def _workday(period: Span, *, last: bool) -> date:
    """The first or the last working day of a period; every month has some."""
    day = period.last if last else period.first
    while not is_workday(day):
        day = shift(day, -1 if last else 1)
    return day


def _with_days_after(period: Span, inside: Span) -> Span:
    """The period, extended to the last day of a window that ends after it.

    Only where the windows of two years do not meet: there the day alone shows which
    year is meant. Otherwise a record of January must say that it counts for the year
    before."""
    if inside.last <= period.last or add_months(inside.first, 12) <= inside.last:
        return period
    return Span(period.first, inside.last, period.label)


def _inside(bounds: Bounds, period: Span, notes: list[str]) -> Span | None:
    """The days on time in a period; None where no such day lies in it."""
    first, last = period.first, period.last
    if (bound := day_in(bounds.from_, period, notes)) is not None:
        first = max(bound, first) if _is_full(bounds.from_) else bound
    if (bound := day_in(bounds.to, period, notes)) is not None:
        last = min(bound, last) if _is_full(bounds.to) else bound
    return Span(first, last, period.label) if first <= last else None


def _is_full(text: str | None) -> bool:
    """Whether a bound is a full date (2016-12-31), which holds for its own year
    alone."""
    return text is not None and _FULL.fullmatch(text) is not None


def day_in(text: str | None, period: Span, notes: list[str]) -> date | None:
    """The day that a bound means in a period; None where it is not written or has no
    value."""
    if text is None:
        return None
    if text.startswith("$"):
        notes.append(f"unset:{text[1:]}")
        return None
    return (
        date.fromisoformat(text) if _FULL.fullmatch(text) else _month_day(text, period)
    )


def _month_day(text: str, period: Span) -> date:
    ahead = text.startswith("next ")
    month, day = text.removeprefix("next ").split("-")
    first = period.first
    months = first.year * 12 + first.month - 1 + int(month) - 1 + 12 * ahead
    return month_day(months // 12, months % 12 + 1, None if day == "last" else int(day))


def _banded(band: Band | None, inside: Span, period: Span, notes: list[str]) -> Span:
    if band is None:
        return inside
    first = day_in(band.from_, period, notes) or inside.first
    last = day_in(band.to, period, notes) or inside.last
    return Span(min(first, inside.first), max(last, inside.last), inside.label)


def rolled(outer: Span, due: date, notes: list[str]) -> Span:
    """The window extended to the next working day, where the due day is a day off.

    A note says so, and whether the holidays of that year are not known."""
    if not is_known(due.year):
        notes.append("workdays-unknown")
    if is_workday(due):
        return outer
    found = next_workday(due).day
    notes.append(f"rolled:{found.isoformat()}")
    return Span(outer.first, max(outer.last, found), outer.label)


def until_after(rule: Rule, period: Span, last: date) -> date | None:
    """The last day on which a late record counts, for an item with its own last day."""
    late = rule.late or (rule.span or WHOLE_YEAR).bounds.late
    return _until(late, period, last)


def _until(late: str | None, period: Span, last: date) -> date | None:
    """The last day on which a late record counts; None where none does.

    Without `late`, it is the end of the period, if the due day is before that."""
    if late is None or late.startswith("$"):
        return period.last if last < period.last else None
    # In a period of several years month-days mean the last of them.
    named = period.last.year if period.days > 366 else period.first.year
    year = Span(date(named, 1, 1), period.last)
    return late_until(late, year, last)


def days_from(
    text: str | None, day: date, sign: int, default: date, notes: list[str]
) -> date:
    """The day that lies `7d` (days), `3wd` (working days) or `2m` (months) from a day.

    `sign` is 1 forward and -1 back; `default` is for a text that is not written or is a
    parameter without a value."""
    if text is None:
        return default
    if text.startswith("$"):
        notes.append(f"unset:{text[1:]}")
        return default
    count = int(text.rstrip("wdm")) * sign
    if text.endswith("m"):
        return add_months(day, count)
    if not text.endswith("wd"):
        return shift(day, count)
    found = add_workdays(day, count)
    if not found.known:
        notes.append("workdays-unknown")
    return found.day


def late_until(late: str, year: Span, last: date) -> date | None:
    """The last day that `late` means after a last day in time; None where no record
    counts.

    `year` is the span in which month-days are counted."""
    if late == "never":
        return None
    if late == "ever":
        return FOREVER
    if found := re.fullmatch(r"\+(\d+)d", late):
        return shift(last, int(found[1]))
    if found := re.fullmatch(r"\+(\d+) months?", late):
        return add_months(last, int(found[1]))
    until = _month_day(late, year)
    return until if until > last else None
