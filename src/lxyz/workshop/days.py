"""What may be wrong with the days of a rule: no such day, nothing between two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import YEARS, containing
from lxyz.facts.fact import Facts, Judgements
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.judge.windows import demanded
from lxyz.kinds import World
from lxyz.packs.asked import kinds_of
from lxyz.packs.bind import Bound
from lxyz.packs.bounds import bounds_trouble
from lxyz.packs.model import Pattern, Rule, When
from lxyz.packs.texts import place_of
from lxyz.records import Profile
from lxyz.vocabulary import Vocabulary

OF_A_PERIOD = frozenset(("dues-payment", "points-register"))
_SHORTEST, _LONGEST = 28, 31  # days of a month
_IDLE = 10  # more days than ever lie between two working days


def days(rule: Rule, patterns: Iterable[Pattern], words: Vocabulary) -> Iterator[str]:
    """What is doubtful in the days of a rule."""
    when = rule.when
    if not isinstance(when, When):
        return
    if when.every is None:
        yield from _about(when)
        return
    if when.after == "period" and (when.within or "").startswith("-"):
        yield f"nothing lies between period and {when.within}"
    yield from _across(when)
    yield from _late(rule, when, patterns, words)
    yield from bounds_trouble(rule, when, when.every)


def _across(when: When) -> Iterator[str]:
    """Days in two different years of a period of several years: the window would reach
    over the end of a period, of which each asks for its own."""
    first, last = when.from_, when.to or when.by
    if not (when.years_from and when.every and first and last):
        return
    period = containing(when.every, date.fromisoformat(first), when.years_from)
    if period.last.isoformat() < last:
        yield f"{first} and {last} are of two periods: first: {first[:4]}"


def _about(when: When) -> Iterator[str]:
    """Windows after or before a subject that contain no day."""
    first, last = when.from_, when.within or when.to
    if not (when.after or when.before) or not first or not last or "$" in first + last:
        return
    near, far = (last, first) if when.before else (first, last)
    if _least(near) > _most(far):
        yield f"nothing lies between {first} and {last}"


def _least(text: str) -> int:
    """The smallest number of days that a duration (days, working days, months) can
    be."""
    number = int(text.rstrip("wdm"))
    return number * _SHORTEST if text.endswith("m") else number


def _most(text: str) -> int:
    """The largest number of days that a duration (days, working days, months) can
    be."""
    number = int(text.rstrip("wdm"))
    if text.endswith("m"):
        return number * _LONGEST
    return number * _IDLE + _IDLE if text.endswith("wd") else number


def _late(
    rule: Rule, when: When, patterns: Iterable[Pattern], words: Vocabulary
) -> Iterator[str]:
    """A `late` in a period below a year, which lets one record serve two periods."""
    late = rule.late or when.bounds.late
    if when.every in YEARS or late in (None, "never") or rule.each is not None:
        return
    kinds = [kind for pattern in patterns for kind in kinds_of(pattern)]
    if any(OF_A_PERIOD.isdisjoint(words.families((kind,))) for kind in kinds):
        yield "late in a period below a year lets one record serve two periods"


def served_by_the_next(rule: Rule, bound: Bound) -> Iterator[str]:
    """A stretch for which a record of the next stretch would count as late.

    The stretches of a period have a row each: 春季、秋季, 上旬、中旬."""
    own = _stretch(rule)
    if own is None or rule.count is None or own.late is not None:
        return
    base, row = rule.id.removesuffix("~").partition("/")[::2]
    for other in bound.rules:
        of, of_row = other.id.removesuffix("~").partition("/")[::2]
        if of != base or of_row == row or other.count != rule.count:
            continue
        later = _stretch(other)
        if later is not None and later.every == own.every and own.last < later.first:
            yield (
                f"what is done in the days of {other.id} is late for these: "
                "write late: never"
            )
            return


def never_due(rule: Rule, bound: Bound) -> Iterator[str]:
    """A rule with no due day on the days on which it is in force."""
    when, last = rule.when, rule.to
    if not isinstance(when, When) or when.every is None or rule.each is not None:
        return
    first = max(rule.from_ or "", f"{bound.pack.head.year}-01-01")
    if last is None or last < first:
        return
    for year in range(int(first[:4]), int(last[:4]) + 1):
        if rule.years is not None and str(year) not in rule.years:
            continue
        world = bare_world(bound, year)
        if any(demanded(rule, when, world, set())):
            return
    yield f"can never apply: nothing of it falls due from {first} to {last}"


def bare_world(bound: Bound, year: int) -> World:
    """The world of a branch in a whole year: it has a fixed day, and no records."""
    profile = Profile(name="", origin=Origin(BRANCH_FILE), fixed_days=(("7", None),))
    return World(Facts(profile, [], Judgements()), bound, year, date(year, 12, 31))


class _Stretch(NamedTuple):
    """A stretch of each period.

    - `every`: the period
    - `first`, `last`: its first and last day in the period (see `place_of`)
    - `late`: how long a late record counts"""

    every: str
    first: tuple[int, ...]
    last: tuple[int, ...]
    late: str | None


def _stretch(rule: Rule) -> _Stretch | None:
    """The stretch in which a rule must be kept; None if it goes to the period's end."""
    when = rule.when
    if not isinstance(when, When) or when.every is None or rule.each is not None:
        return None
    inner = when.in_ or when
    text = inner.to or when.by or ""
    last = place_of(text)
    if last is None:
        return None
    first = place_of(inner.from_ or "") or ()
    return _Stretch(when.every, first, last, rule.late or inner.late or when.late)
