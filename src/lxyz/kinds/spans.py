"""`when` with a period to windows: the days of each case of a rule in a year.

Month-days are re-based on the year checked (A47) and counted inside the period: `1-05`
of a quarter is the 5th of its first month. A bound that is an unset parameter is
dropped, with a note (A48).
"""

from __future__ import annotations

import re
from datetime import date

from lxyz.base.late import late
from lxyz.dates import FOREVER, Span, add_months, containing, month_day, periods, shift
from lxyz.dates.workdays import add_workdays, is_known, is_workday, next_workday
from lxyz.kinds.case import Slot, Window
from lxyz.kinds.fixed import fixed_slot
from lxyz.kinds.world import World
from lxyz.packs.model import Band, Rule, When

WHOLE_YEAR = When(every="year")
_FULL = late(r"\d{4}-\d\d-\d\d")


def calendar_windows(rule: Rule, when: When, world: World, year: int) -> list[Window]:
    """The windows of a rule over the periods of a year, in order; a period in which
    its days do not lie has none."""
    assert when.every is not None

    def make() -> list[Window]:
        assert when.every is not None
        every = periods(when.every, year, when.years_from)
        if when.after is not None:
            every = (*periods(when.every, year - 1), *every)
        if when.before is not None:
            every = (*every, *periods(when.every, year + 1))
        asked = (one for one in every if _is_meant(when, one))
        made = (_window(rule, when, one, world) for one in asked)
        if when.after is not None or when.before is not None:
            # What closes a period, or comes before it, is of the year in which it is due.
            made = (one for one in made if one and one.inside.last.year == year)
        return [window for window in made if window is not None]

    # Only the fixed day of a branch is its own.
    once = world.lasting.made if when.day is None else world.made
    return once(f"windows:{rule.late}:{year}", when, make)


def _is_meant(when: When, period: Span) -> bool:
    """Whether a period does not come before the first year, and all its days lie in the
    months that are meant."""
    if period.first.year < when.years_from:
        return False
    if not when.months:
        return True
    months = {int(one) for one in when.months}
    first, last = period.first, period.last
    number = (last.year - first.year) * 12 + last.month - first.month
    return all((first.month - 1 + n) % 12 + 1 in months for n in range(number + 1))


def _after(when: When, period: Span, rule: Rule) -> Window:
    """The days after a period in which what closes it is due: the report of a month by
    the 5th of the next one. A late one counts to the end of the next period; what
    declares the period belongs to it on whatever day, else its day says of which it
    is."""
    assert when.every is not None
    notes: list[str] = []
    begin = shift(period.last, 1)
    whole = containing(when.every, begin).last
    last = days_from(when.within, period.last, 1, whole, notes)
    inside = Span(begin, last, period.label)
    outer = inside if when.roll is None else rolled(inside, last, notes)
    late = _late(rule, when)
    if late is None or late.startswith("$"):
        until = whole if whole > outer.last else None
    else:
        until = _until(late, period, outer.last)
    final = outer.last if until is None else max(until, outer.last)
    return Window(
        inside,
        outer,
        until,
        Span(period.first, final, period.label),
        last,
        tuple(notes),
        told=period,
        early=True,
        own=period,
    )


def _before(when: When, period: Span, rule: Rule) -> Window | None:
    """The days of the period before one in which what is for it is due: the plan of a
    month by the 25th of the one before; it may be earlier. What declares the period
    belongs to it, and may be late to its end; what declares none is of the period before
    which it was made."""
    assert when.every is not None
    notes: list[str] = []
    ahead = containing(when.every, shift(period.first, -1))
    days = _inside(when.from_, when.to or when.by, ahead, notes)
    if days is None:
        return None
    inside = Span(days.first, days.last, period.label)
    late = _late(rule, when)
    until: date | None = period.last
    if late is not None and not late.startswith("$"):
        until = _until(late, period, inside.last)
    final = inside.last if until is None else max(until, inside.last)
    return Window(
        inside,
        inside,
        until,
        Span(ahead.first, max(final, period.last), period.label),
        inside.last,
        tuple(notes),
        told=period,
        early=True,
        own=period,
    )


def _window(rule: Rule, when: When, period: Span, world: World) -> Window | None:
    if when.after is not None:
        return _after(when, period, rule)
    if when.before is not None:
        return _before(when, period, rule)
    notes: list[str] = []
    inner = when.in_
    late = _late(rule, when)
    if when.day is not None:
        slot = fixed_slot(when, period, world)
        if slot is not None:
            return _on_a_day(when, slot, period, late)
        notes.append("no-fixed-day")
        return Window(
            period,
            period,
            _until(late, period, period.last),
            period,
            period.last,
            tuple(notes),
        )
    from_ = (inner.from_ if inner else None) or when.from_
    to = (inner.to if inner else None) or when.to or when.by
    inside = _inside(from_, to, period, notes)
    if inside is None:
        return None
    due = inside.last
    outer = _banded((inner.band if inner else None) or when.band, inside, period, notes)
    if when.roll is not None:
        outer = rolled(outer, due, notes)
    until = _until(late, period, outer.last)
    whole = _with_days_after(period, inside)
    return Window(inside, outer, until, whole, due, tuple(notes), told=period)


def _with_days_after(period: Span, inside: Span) -> Span:
    """The period with those days of the next one that a window takes in, where the
    windows of two years do not meet: there the day alone says which is meant. Else a
    record of January must say that it counts for the year before."""
    if inside.last <= period.last or add_months(inside.first, 12) <= inside.last:
        return period
    return Span(period.first, inside.last, period.label)


def _on_a_day(when: When, slot: Slot, period: Span, late: str | None) -> Window:
    """The window of a fixed day: on it, or as far off as the rule lets it be moved; a
    day off, with `roll`, on the next working day. A day moved with a reason may lie in
    the next month; without, each month is its own."""
    first, last = slot.near.first, slot.near.last
    if not slot.needs:
        first, last = max(first, period.first), min(last, period.last)
    inside = Span(slot.day, slot.day, period.label)
    band = Span(first, last, period.label)
    notes: list[str] = []
    of_workdays = (when.day or "").endswith(" workday") or (when.shift or "").endswith(
        "wd"
    )
    if of_workdays and not is_known(slot.day.year):
        notes.append("workdays-unknown")
    if when.roll is not None:
        band = rolled(band, slot.day, notes)
        slot = slot._replace(rolled=next_workday(slot.day).day)
    until = None if late is None else _until(late, period, band.last)
    whole = Span(period.first, max(period.last, band.last), period.label)
    if slot.needs or when.roll is None:
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


def _inside(
    from_: str | None, to: str | None, period: Span, notes: list[str]
) -> Span | None:
    """The days on time; None if they do not lie in the period at all."""
    first, last = period.first, period.last
    if (bound := day_in(from_, period, notes)) is not None:
        first = max(bound, first) if _is_full(from_) else bound
    if (bound := day_in(to, period, notes)) is not None:
        last = min(bound, last) if _is_full(to) else bound
    return Span(first, last, period.label) if first <= last else None


def _is_full(text: str | None) -> bool:
    """Whether a bound is a day of one year, which is not re-based."""
    return text is not None and _FULL.fullmatch(text) is not None


def day_in(text: str | None, period: Span, notes: list[str]) -> date | None:
    """The day that a month-day means inside a period; None where none is set."""
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
    """The wider window where a due day that is no working day is met on the next one;
    where the holidays of the year are not known, that is said."""
    if not is_known(due.year):
        notes.append("workdays-unknown")
    if is_workday(due):
        return outer
    found = next_workday(due).day
    notes.append(f"rolled:{found.isoformat()}")
    return Span(outer.first, max(outer.last, found), outer.label)


def until_after(rule: Rule, period: Span, last: date) -> date | None:
    """The last day on which a late one counts after a last day of its own."""
    when = rule.when if isinstance(rule.when, When) else WHOLE_YEAR
    return _until(_late(rule, when), period, last)


def _late(rule: Rule, when: When) -> str | None:
    """How late one counts, wherever it is written."""
    return rule.late or (when.in_.late if when.in_ else None) or when.late


def _until(late: str | None, period: Span, last: date) -> date | None:
    """The last day on which a late one counts, None if none does. By default what is
    due before the end of its period may be late up to there."""
    if late is None or late.startswith("$"):
        return period.last if last < period.last else None
    # Of several years month-days are counted in the last one.
    named = period.last.year if period.days > 366 else period.first.year
    year = Span(date(named, 1, 1), period.last)
    return late_until(late, year, last)


def days_from(
    text: str | None, day: date, sign: int, default: date, notes: list[str]
) -> date:
    """A day so many days (`7d`) or working days (`3wd`) from another."""
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
    """What `late` means after a last day; `year` is where month-days are counted."""
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
