"""On which day: the branch's fixed day where it has one, a working day always, spread
evenly, in no holiday."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from lxyz.dates import fixed_day, weekday_of
from lxyz.records import Profile
from lxyz.workdays import is_workday

# Of a longer span the later part is better: what must come before finds its place.
_LONG, _LATER = 100, 3


def choose(
    profile: Profile | None,
    days: Sequence[date],
    taken: Iterable[date],
    *,
    early: bool = False,
) -> date:
    """The best of some days, in order, for one more sitting; `taken` are those of its
    like.

    Working days before others (a make-up day at a weekend is the last of them), the
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
            not is_workday(day),
            day.weekday() > 4,
            profile is not None and not _is_own(profile, day),
            day in held,
            abs(number - at),
        )

    return days[min(range(len(days)), key=cost)]


def _is_own(profile: Profile, day: date) -> bool:
    weekday = weekday_of(str(profile.attributes.get("weekly_slot", "")))
    if weekday is not None and day.weekday() == weekday:
        return True
    fixed = fixed_day(profile.fixed_day(day), day.replace(day=1))
    return fixed == day
