"""What may be wrong with the days of a rule: no such day, nothing between two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.dates import YEARS
from lxyz.packs.asked import kinds_of
from lxyz.packs.bounds import bounds_trouble
from lxyz.packs.model import Pattern, Rule, When
from lxyz.vocabulary import Vocabulary

_OF_A_PERIOD = frozenset(("dues-payment", "points-register"))
_SHORTEST, _LONGEST = 28, 31  # days of a month
_IDLE = 10  # from one working day to the next it is never so long


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
    yield from _late(rule, when, patterns, words)
    yield from bounds_trouble(rule, when, when.every)


def _about(when: When) -> Iterator[str]:
    """Days after, or before, a subject between which none lies."""
    first, last = when.from_, when.within or when.to
    if not (when.after or when.before) or not first or not last or "$" in first + last:
        return
    near, far = (last, first) if when.before else (first, last)
    if _least(near) > _most(far):
        yield f"nothing lies between {first} and {last}"


def _least(text: str) -> int:
    """The fewest days that so many days, working days or months can be."""
    number = int(text.rstrip("wdm"))
    return number * _SHORTEST if text.endswith("m") else number


def _most(text: str) -> int:
    """The most days that they can be."""
    number = int(text.rstrip("wdm"))
    if text.endswith("m"):
        return number * _LONGEST
    return number * _IDLE + _IDLE if text.endswith("wd") else number


def _late(
    rule: Rule, when: When, patterns: Iterable[Pattern], words: Vocabulary
) -> Iterator[str]:
    """A record must not serve two periods."""
    late = rule.late or when.bounds.late
    if when.every in YEARS or late in (None, "never") or rule.each is not None:
        return
    kinds = [kind for pattern in patterns for kind in kinds_of(pattern)]
    if any(_OF_A_PERIOD.isdisjoint(words.families((kind,))) for kind in kinds):
        yield "late in a period below a year lets one record serve two periods"
