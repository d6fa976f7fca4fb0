"""What rules allow at most: days on which one more sitting would be too many.

Only plain limits are looked at: at most so many sittings of some kinds in a period, or
in some days after another, of the branch or of a group. Limits that depend on more
(what is said, who was there, whether the rule holds for this branch or these months)
are judged once the drafts are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial
from math import ceil

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import containing
from lxyz.kinds.lasting import lasting
from lxyz.kinds.levels import counted_levels
from lxyz.kinds.spans import days_from
from lxyz.packs.asked import every_pattern, is_measured, kinds_of, patterns, wants_all
from lxyz.packs.bind import Bound
from lxyz.packs.model import Count, Rule, When
from lxyz.packs.number import number
from lxyz.verdicts import BINDING

Sat = tuple[Iterable[str], date, str]
"""A sitting: its kinds, its day, its group (empty: the branch)."""


class _Limit(NamedTuple):
    """A plain limit.

    - `kinds`: the kinds counted
    - `levels`: of the branch, of each group, or (both) of all together
    - `most`: how many there may be
    - `about`: for a day, tells which days are counted with it
    """

    kinds: frozenset[str]
    levels: frozenset[str]
    most: int
    about: Callable[[date], Callable[[date], bool]]

    def counts(self, kinds: Iterable[str], group: str) -> bool:
        """Whether a sitting is one of those counted."""
        return ("group" if group else "branch") in self.levels and not (
            self.kinds.isdisjoint(kinds)
        )


class Limits:
    """All plain limits of some packs."""

    def __init__(self, packs: Sequence[Bound] = ()) -> None:
        self._limits = [
            limit
            for bound in packs
            for rule in bound.rules
            for limit in _of(rule, bound)
        ]

    def are_kept(self, one: Sat, others: Iterable[Sat]) -> bool:
        """Whether one more sitting may be held beside some others."""
        kinds, day, group = one
        mine = [limit for limit in self._limits if limit.counts(kinds, group)]
        if not mine:
            return True
        listed = [(frozenset(kinds), day, group) for kinds, day, group in others]
        for limit in mine:
            is_about = limit.about(day)
            beside = sum(
                is_about(when)
                and limit.counts(theirs, whose)
                and ("branch" in limit.levels or whose == group)
                for theirs, when, whose in listed
            )
            if beside >= limit.most:
                return False
        return True


def _of(rule: Rule, bound: Bound) -> Iterator[_Limit]:
    """The plain limits of a rule."""
    count = rule.count
    if count is None or not _is_plain(rule, count):
        return
    of = patterns(rule)
    text = count.max if count.max is not None else count.under
    assert text is not None
    if text.startswith("$"):
        return
    most = int(number(text)) if count.max is not None else ceil(number(text)) - 1
    for_ = "branch" if rule.for_ == "fact" else rule.for_
    levels = frozenset(
        level
        for one in of
        for level in counted_levels(for_, one) or ("branch", "group")
    )
    kinds = frozenset(
        kind
        for one in of
        for named in kinds_of(one)
        for kind in lasting(bound).kinds(named)
    )
    when = rule.span
    if rule.each is None:
        every = "year" if when is None else when.every
        if every is not None and (when is None or _is_whole(when)):
            first = 0 if when is None else when.years_from
            yield _Limit(kinds, levels, most, partial(_in_period, every, first))
        return
    text = _days_after(when)
    if text is not None and rule.each.kind == of[0].kind and most == 0:
        # None in some days after another: neither may follow the other too soon.
        yield _Limit(kinds, levels, 1, partial(_within, text))


def _in_period(every: str, first: int, day: date) -> Callable[[date], bool]:
    """Tells which days are in one period with a day."""
    return containing(every, day, first).__contains__


def _within(text: str, day: date) -> Callable[[date], bool]:
    """Tells which days are at most so far from a day, before or after it."""
    return lambda other: (
        max(day, other) <= days_from(text, min(day, other), 1, date.max, [])
    )


def _is_plain(rule: Rule, count: Count) -> bool:
    """Whether a rule only limits how many sittings there are, at any time and in any
    branch."""
    return (
        rule.modality in BINDING
        and not any((rule.if_, rule.years, rule.since, rule.from_, rule.to))
        and rule.for_ in ("branch", "group", "fact")
        and (count.max is not None or count.under is not None)
        and not is_measured(count)
        and not any(
            any((one.wanted, one.same, one.link, one.as_, one.worth)) or wants_all(one)
            for one in every_pattern(rule)
        )
        and (rule.when is None or isinstance(rule.when, When))
    )


def _is_whole(when: When) -> bool:
    """Whether a span means all days of each period."""
    return not any((when.from_, when.to, when.by, when.in_, when.day, when.months))


def _days_after(when: When | None) -> str | None:
    """How long after the subject a span lasts; None where it says more than that."""
    if when is None or when.after != "subject" or when.same:
        return None
    text = when.within or when.to
    plain = when.from_ in (None, "0d", "1d") and text and not text.startswith("$")
    return text if plain else None
