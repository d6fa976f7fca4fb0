"""What must come before a record that is still to be.

The rules about such records are read for a supposed record on a future day. No rule is
known here by name: a rule with `each` whose days lie before its subject, and after
which nothing counts any more, asks for something beforehand. The judge itself is asked
whether that is there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import FOREVER, shift
from lxyz.dates.workdays import workdays
from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.judge.duty import Sitting, is_plain, sittings_of
from lxyz.judge.excuse import excused
from lxyz.judge.force import governs, out_of_force, unset_params
from lxyz.judge.windows import of_window
from lxyz.kinds import TESTS, World
from lxyz.kinds.case import Window
from lxyz.kinds.judging import Judging
from lxyz.kinds.levels import subject_levels
from lxyz.kinds.matching import Matcher
from lxyz.kinds.relative import relative_window
from lxyz.packs.asked import patterns
from lxyz.packs.model import Pattern, Rule, When
from lxyz.verdicts import BINDING, GAPS, Before, Outcome

_WANTING = GAPS | {Outcome.OPEN, Outcome.PLANNED}
_DEEP = 4
"""How many steps of preparation are followed: a rule may ask for a record of its own
kind, and so without end."""

Way = tuple[date, tuple[Before, ...]]
"""The last day to begin, and what must be done first, the earliest first."""


class _Lack(NamedTuple):
    """Something that a record on a day would still lack.

    - `rule`: the full id of the rule that asks for it
    - `window`: its days
    - `sittings`: the records any of which would do
    """

    rule: str
    window: Window
    sittings: tuple[Sitting, ...]


class _Prior(NamedTuple):
    """A rule that asks for something before each record of its kinds."""

    rule: Rule
    when: When
    world: World
    matcher: Matcher


class Priors:
    """The rules of a branch that ask for something beforehand, on the day of the
    check."""

    def __init__(self, worlds: Sequence[World], as_of: date) -> None:
        self.as_of = as_of
        self._priors = [one for world in worlds for one in _priors(world)]
        self._lacks: dict[tuple[Sitting, date], tuple[_Lack, ...]] = {}

    def begin(self, sitting: Sitting, day: date, deep: int = 0) -> Way:
        """The last day to begin, so that a sitting can be held on a day after all it
        needs.

        `deep` is how many steps of preparation were followed already."""
        first, steps = day, []
        for lack in self.lacks(sitting, day) if deep < _DEEP else ():
            span = lack.window.inside
            at = last_day(max(span.first, self.as_of), span.last)
            ways = [self.begin(one, at, deep + 1) for one in lack.sittings]
            begin, before = roomiest(ways) if ways else (at, ())
            kinds = next((tuple(sorted(one.kinds)) for one in lack.sittings), ())
            steps += [*before, Before(lack.rule, kinds, at)]
            first = min(first, begin)
        return first, tuple(sorted(set(steps), key=lambda one: (one.last, one.rule)))

    def shut(self, sitting: Sitting, last: date) -> tuple[date, tuple[str, ...]] | None:
        """Since when, and by which rules, a sitting can be held on no day up to `last`.

        None while there is a day on which all that must come before it can still be
        done."""
        day, open_till = last, self._open_till(sitting, last)
        while open_till < day:
            day = shift(day, -1)
            open_till = max(open_till, self._open_till(sitting, day))
        since = shift(day, 1)
        if since > self.as_of:
            return None
        return since, tuple(
            dict.fromkeys(one.rule for one in self._late(sitting, last))
        )

    def _open_till(self, sitting: Sitting, day: date) -> date:
        """The last day on which all that must come before a sitting on a day can still
        be done."""
        late = self._late(sitting, day)
        return min((one.window.band.last for one in late), default=FOREVER)

    def _late(self, sitting: Sitting, day: date) -> list[_Lack]:
        """What a sitting on a day would lack and can no longer get in time."""
        return [
            one for one in self.lacks(sitting, day) if one.window.band.last < self.as_of
        ]

    def lacks(self, sitting: Sitting, day: date) -> tuple[_Lack, ...]:
        """What a sitting on a day would lack of what must come before it."""
        key = (sitting, day)
        found = self._lacks.get(key)
        if found is None:
            found = self._lacks[key] = tuple(self._lacking(sitting, day))
        return found

    def _lacking(self, sitting: Sitting, day: date) -> Iterator[_Lack]:
        level = "group" if sitting.group else "branch"
        fact = Fact(sitting.kinds, level, day, Origin(""), owner=sitting.group)
        for rule, when, world, matcher in self._priors:
            if fact.kinds.isdisjoint(matcher.kinds) or not matcher.fits(fact):
                continue
            window = relative_window(rule, when, fact)
            assert window is not None
            if _is_afterwards(window, day) or not governs(rule, world, day):
                continue
            settle = TESTS[rule.test](Judging(rule, world))
            if any(
                excused(one, world, case).outcome in _WANTING
                for case in of_window(rule, world, window, day, set(), fact, matcher)
                for one in settle(case)
            ):
                sittings = tuple(sittings_of(rule, sitting.group))
                yield _Lack(world.pack.full_id(rule.id), window, sittings)


def _is_afterwards(window: Window, day: date) -> bool:
    """Whether what is asked for may also come after the day, or be made up for.

    Then it need not come first."""
    return window.until is not None or window.inside.last > day


def _priors(world: World) -> Iterator[_Prior]:
    for rule in world.bound.rules:
        when, each = rule.when, rule.each
        if each is None or not isinstance(when, When) or not _is_before(rule, when):
            continue
        if out_of_force(rule, world) or unset_params(rule, world):
            continue
        levels = subject_levels(rule.for_, each)
        yield _Prior(rule, when, world, Matcher(world, each, levels))


def _is_before(rule: Rule, when: When) -> bool:
    """Whether a rule surely asks for something before every record of some kinds."""
    if rule.modality not in BINDING or rule.weak == "yes" or rule.debtor != "branch":
        return False
    assert rule.each is not None
    anchor = when.before or when.around
    if rule.nth is not None:
        return False  # not before every one
    if anchor not in ("subject", "subject.end") or not _is_bare(rule.each):
        return False
    asked = patterns(rule)
    if any(one.link is not None or one.same for one in asked):
        return False
    return rule.cover is not None or is_plain(rule)


def _is_bare(pattern: Pattern) -> bool:
    """Whether a pattern means all records of its kinds and levels."""
    said = (pattern.as_, pattern.link, pattern.root, *pattern.same)
    return not any(said) and not pattern.wanted


def roomiest(ways: Sequence[Way]) -> Way:
    """The way that begins last; of several, the one with the fewest steps."""
    return max(ways, key=lambda way: (way[0], -len(way[1])))


def last_day(first: date, last: date) -> date:
    """The last working day of a span, or its last day where it has none."""
    found = workdays(first, last)
    return found[-1] if found else last
