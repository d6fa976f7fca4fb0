"""The window of a rule in the year of its pack, worked out by the engine itself, and
the day in it that a sample record gets."""

from __future__ import annotations

from datetime import date, timedelta

from lxyz.judge.windows import demanded
from lxyz.kinds.case import Window
from lxyz.kinds.spans import WHOLE_YEAR, calendar_windows, days_from
from lxyz.packs.bind import bind
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.workshop.days import bare_world

# Which period of the year a sample shows: September, the third quarter …
_INDEX = {
    "month": 8,
    "quarter": 2,
    "half": 1,
    "two-months": 4,
    "two-weeks": 18,
    "week": 37,
}


def window_of(rule: Rule, pack: Pack) -> Window | None:
    """One window of a rule that has a period (by default the year).

    It is demanded in the year of the pack, or else in the next year. If no window is
    demanded, it is the last one of these years; None if there is none at all."""
    when = rule.span or WHOLE_YEAR
    assert when.every is not None
    bound, shown = bind(pack), None
    for year in (int(pack.head.year), int(pack.head.year) + 1):
        world = bare_world(bound, year)
        windows = calendar_windows(rule, when, world, year)
        asked = {one.inside for one, _ in demanded(rule, when, world, set())}
        if asked:
            wanted = windows[min(_INDEX.get(when.every, 0), len(windows) - 1)]
            every = [one for one in windows if one.inside in asked]
            return wanted if wanted in every else every[-1]
        shown = shown or (windows[-1] if windows else None)
    return shown


def subject_day(rule: Rule, pack: Pack) -> date:
    """The day of the fact that a rule with `each` is about."""
    year = int(pack.head.year)
    if isinstance(rule.when, When) and rule.when.every is not None:
        return day_in(rule, pack, _middle(year))
    kinds = str(rule.each.kind) if rule.each is not None else ""
    late_in_year = "life-meeting" in kinds or "evaluation" in kinds
    return date(year, 11, 18) if late_in_year else _middle(year)


def _middle(year: int) -> date:
    """A Friday in September: every document of the year is in force by then."""
    first = date(year, 9, 20)
    return first + timedelta(days=(4 - first.weekday()) % 7)


def day_in(rule: Rule, pack: Pack, subject: date) -> date:
    """A day inside the window of a rule."""
    when = rule.when
    if not isinstance(when, When) or when.every is not None:
        window = window_of(rule, pack)
        middle = _middle(int(pack.head.year))
        if window is None or middle in window.inside:
            return middle
        inside = window.inside
        return inside.first + (inside.last - inside.first) // 2
    if when.after is not None:
        begin = when.from_ if when.from_ not in (None, "0d") else "1d"
        return days_from(begin, subject, 1, subject + timedelta(days=1), [])
    if when.before is not None:
        end = when.to if when.to not in (None, "0d") else "1d"
        last = days_from(end, subject, -1, subject, [])
        first = days_from(when.from_, subject, -1, date.min, [])
        return max(first, last - timedelta(days=9))
    return subject
