"""On which day: the branch's own day where it has one, working days, spread evenly."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from fractions import Fraction

from lxyz.dates.days import WEEKDAYS
from lxyz.dates.fixed import fixed_day, weekday_of
from lxyz.dates.spans import Span, shift
from lxyz.dates.workdays import add_workdays, is_holiday, is_known, is_workday
from lxyz.packs.asked import choices_of, refused_of
from lxyz.packs.model import Wanted
from lxyz.plan.customs import customs
from lxyz.records import Profile

# In spans longer than this (days) a later day is better: it leaves room for what must
# come before.
_LONG, _LATER = 100, Fraction(3, 4)
EARLY, MIDDLE = Fraction(0), Fraction(1, 2)
_FRIDAY = 4


def weekdays_of(wanted: Wanted) -> frozenset[str]:
    """The weekdays that a condition allows; empty: any."""
    refused = refused_of(wanted)
    if refused:
        return frozenset(WEEKDAYS).difference(refused)
    return frozenset(choices_of(wanted))


def choose(
    profile: Profile | None,
    days: Sequence[date],
    taken: Iterable[date],
    part: Fraction | None,
) -> date:
    """The best of some days for one more sitting.

    `days` are in order; `taken` are the days of sittings like it. Fit days go first (a
    make-up working day at a weekend is the last of them), then the branch's own days,
    then days without a sitting, then the nearest to `part` of the list (`EARLY`: its
    beginning; None: the middle, or the third quarter of a long one)."""
    if part is None:
        part = _LATER if len(days) > _LONG else MIDDLE
    at = int(len(days) * part)
    held, best = set(taken), list(range(len(days)))
    tests: tuple[Callable[[date], bool], ...] = (
        lambda day: _is_fit(profile, day),
        lambda day: day.weekday() <= _FRIDAY or _is_slot(profile, day),
        lambda day: profile is None or _is_own(profile, day),
        lambda day: day not in held,
    )
    for is_good in tests:
        best = [number for number in best if is_good(days[number])] or best
    return days[min(best, key=lambda number: abs(number - at))]


def _is_fit(profile: Profile | None, day: date) -> bool:
    """Whether a branch may be called together on a day.

    It is a working day, or the weekday of its study, even at a weekend, but no
    holiday."""
    if _is_of_new_year(day):
        return False
    return bool(is_workday(day)) or (_is_slot(profile, day) and not is_holiday(day))


def is_good(day: date) -> bool:
    """Whether a day is surely a working day."""
    return bool(is_workday(day)) and not _is_of_new_year(day)


def _is_of_new_year(day: date) -> bool:
    """Whether a day is from the lunar new year's eve to the seventh day of the year.

    Only for years whose holidays are not announced yet: later the announcement
    decides."""
    if is_known(day.year):
        return False
    return any(-1 <= (day - first).days < 7 for first in customs().new_years)


def has_fit_day(profile: Profile, span: Span) -> bool:
    """Whether any day of a span is fit."""
    days = (shift(span.first, number) for number in range(span.days))
    return any(_is_fit(profile, day) for day in days)


def last_of(first: date, number: int, working: bool) -> date:
    """The last of so many days, or working days, that begin with `first`."""
    if not working:
        return shift(first, number - 1)
    return add_workdays(shift(first, -1), number).day


def has_only_fit_days(profile: Profile, first: date, number: int) -> bool:
    """Whether all of so many days from `first` on are fit."""
    return all(_is_fit(profile, shift(first, one)) for one in range(number))


def _is_slot(profile: Profile | None, day: date) -> bool:
    slot = None if profile is None else profile.attributes.get("weekly_slot", "")
    return weekday_of(str(slot)) == day.weekday()


def _is_own(profile: Profile, day: date) -> bool:
    if _is_slot(profile, day):
        return True
    fixed = fixed_day(profile.fixed_day(day), day.replace(day=1))
    return fixed == day
