"""On which day: the branch's fixed day where it has one, a working day always, spread
evenly, in no holiday."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lxyz.dates import Span, fixed_day, shift, weekday_of
from lxyz.records import Profile
from lxyz.workdays import is_holiday, is_workday

# Of a longer span the later part is better: what must come before finds its place.
_LONG, _LATER = 100, 3
_FRIDAY = 4


def choose(
    profile: Profile | None,
    days: Sequence[date],
    taken: Iterable[date],
    *,
    early: bool = False,
) -> date:
    """The best of some days, in order, for one more sitting; `taken` are those of its
    like.

    Days that are fit before others (a make-up day at a weekend is the last of them), the
    branch's own before those, then days with no sitting, then the nearest to the middle
    (of many days, to their third quarter; `early`: to their beginning).
    """
    at = 0 if early else len(days) // 2
    if not early and len(days) > _LONG:
        at = len(days) * _LATER // (_LATER + 1)
    held = set(taken)

    def cost(number: int) -> tuple[bool, bool, bool, bool, int]:
        day = days[number]
        return (
            not is_fit(profile, day),
            day.weekday() > _FRIDAY and not _is_slot(profile, day),
            profile is not None and not _is_own(profile, day),
            day in held,
            abs(number - at),
        )

    return days[min(range(len(days)), key=cost)]


def is_fit(profile: Profile | None, day: date) -> bool:
    """Whether a branch may be called together on a day: a working day, or the weekday on
    which it studies, be that one of a weekend."""
    return bool(is_workday(day)) or (_is_slot(profile, day) and not is_holiday(day))


def has_fit_day(profile: Profile, span: Span) -> bool:
    """Whether some day of a span is fit."""
    days = (shift(span.first, number) for number in range(span.days))
    return any(is_fit(profile, day) for day in days)


def _is_slot(profile: Profile | None, day: date) -> bool:
    slot = None if profile is None else profile.attributes.get("weekly_slot", "")
    return weekday_of(str(slot)) == day.weekday()


def _is_own(profile: Profile, day: date) -> bool:
    if _is_slot(profile, day):
        return True
    fixed = fixed_day(profile.fixed_day(day), day.replace(day=1))
    return fixed == day
