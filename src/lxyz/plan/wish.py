"""Wishes: what the rules still want of a year, as every case that would be a gap at its
end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import DAY, FOREVER, Span
from lxyz.facts.fact import Facts
from lxyz.judge import judge_rule
from lxyz.judge.cases import cases, whole_year
from lxyz.judge.excuse import excused
from lxyz.judge.force import out_of_force, unset_params
from lxyz.kinds import TESTS, World
from lxyz.kinds.case import Case, Window
from lxyz.kinds.cover import window_of
from lxyz.kinds.judging import Judging
from lxyz.kinds.values import keeps
from lxyz.packs.asked import patterns, worth_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Count, Item, Pattern, Rule, Wanted
from lxyz.packs.number import number
from lxyz.plan.draft import FILE
from lxyz.plan.lacking import lacking
from lxyz.verdicts import BINDING, FINDINGS, WAITS, Outcome, Verdict

_WANTING = WAITS | FINDINGS
"""Outcomes at the end of the year that want a record; `planned` is among them, as an item
of a plan is no record."""
Key = tuple[object, ...]


class Wish(NamedTuple):
    """A case that wants records; the persons of one rule and span are one wish.

    - `rule`, `case`, `verdict`: the case, and the verdict that wants something
    - `verdicts`: the verdicts of all its persons
    - `world`: the world in which it was judged
    - `pattern`, `others`: the pattern of the records, and those that would do as well
    - `extra`: attributes that the test asks for beside the pattern
    - `number`: how many records are wanted
    - `persons`: for whom
    - `spans`: the days left, the best first
    - `key`: names the case
    - `nobody`: the branch has nobody who could do it
    - `dayless`: no day was found
    - `unwritten`: no draft can be what it asks for (`conflict.beyond`)
    - `part`: about where in the span the next record is best (None: anywhere)
    """

    rule: Rule
    case: Case
    verdict: Verdict
    verdicts: tuple[Verdict, ...]
    world: World
    pattern: Pattern
    others: tuple[Pattern, ...]
    extra: dict[str, Wanted]
    number: int
    persons: tuple[str, ...]
    spans: tuple[Span, ...]
    key: Key
    nobody: bool = False
    dayless: bool = False
    unwritten: bool = False
    part: Fraction | None = None

    def at(self, done: int) -> Wish:
        """The wish for its next record, `done` being made; they are spread evenly over
        the span."""
        if self.number == 1:
            return self
        return self._replace(part=Fraction(2 * done + 1, 2 * self.number))

    @property
    def state(self) -> Key:
        """The case and how far it has come; unchanged if serving it was in vain."""
        verdict = self.verdict
        return (*self.key, verdict.have, verdict.missing, self.persons)

    @property
    def rule_id(self) -> str:
        """The full id of the rule."""
        return self.verdict.rule


class Found(NamedTuple):
    """The wishes of a rule, and whether it is met in every case."""

    wishes: tuple[Wish, ...]
    is_met: bool


def find(
    rule: Rule,
    world: World,
    start: date,
    provided: frozenset[Key] = frozenset(),
    alone: Collection[Key] | None = None,
) -> Found:
    """The wishes of a rule from `start` on.

    `provided` are the cases, with their persons, for which nothing is wished
    (`provided_for`); `alone` the only cases looked at (None: all)."""
    found: dict[Key, list[_Wanting]] = {}
    met = True
    for one, outcome in _of_rule(rule, world, alone):
        met = met and outcome is Outcome.MET
        if one is not None:
            key = _key(rule, one.case, one.verdict)
            if (*key, *_persons(one.case)) not in provided:
                found.setdefault(key, []).append(one)
    items = () if rule.cover is None or not found else rule.cover.items
    named: dict[str | None, Item] = {one.name: one for one in reversed(items)}
    wishes = (
        _wish(rule, key, several, world, start, named) for key, several in found.items()
    )
    return Found(tuple(wishes), met)


def in_order(wishes: Iterable[Wish]) -> list[Wish]:
    """Wishes with narrow spans before wide ones: what a month wants can serve the year,
    too."""
    return sorted(wishes, key=_narrow_first)


def provided_for(
    facts: Facts, packs: Sequence[Bound], year: int, as_of: date
) -> frozenset[Key]:
    """The cases, with their persons, for which plans on record provide by `as_of`.

    They are those that `check` calls planned."""
    found = set()
    for bound in packs:
        world = World(facts, bound, year, as_of)
        for rule in bound.rules:
            if out_of_force(rule, world) or unset_params(rule, world):
                continue
            for case, verdict in _judged(rule, world):
                if verdict.outcome is Outcome.PLANNED:
                    found.add((*_key(rule, case, verdict), *_persons(case)))
    return frozenset(found)


def _narrow_first(wish: Wish) -> tuple[Any, ...]:
    first, last, _ = wish.case.window.inside
    due = _due_of_item(wish)
    if due is not None and wish.spans and wish.spans[0].first <= due:
        last = due  # what can only be late has time, and leaves the day to what has not
    return (
        (last - first).days,
        first,
        wish.rule.modality,
        -wish.number,
        wish.rule_id,
        wish.case.group,
        wish.case.event,
        wish.verdict.label or "",
    )


def is_done_late(wish: Wish) -> bool:
    """Whether it is done for all persons, only late."""
    return all(one.outcome is Outcome.LATE for one in wish.verdicts)


def is_late(wish: Wish) -> bool:
    """Whether it is done late, and one more record could not be earlier."""
    last = _due_of_item(wish) or wish.case.window.band.last
    return is_done_late(wish) and all(span.first > last for span in wish.spans)


def _due_of_item(wish: Wish) -> date | None:
    """The last day for an item of a list, where it is before that of the list; else
    None."""
    due = wish.verdict.due
    if wish.rule.cover is None or due is None:
        return None
    return due if due < wish.case.window.inside.last else None


class _Wanting(NamedTuple):
    """A case that wants a record, and the verdict that says so."""

    case: Case
    verdict: Verdict


def _of_rule(
    rule: Rule, world: World, alone: Collection[Key] | None
) -> Iterator[tuple[_Wanting | None, Outcome]]:
    """What each case of a rule wants, if anything, and its outcome."""
    if rule.modality not in BINDING or rule.attest is not None or rule.level == "unit":
        return
    if out_of_force(rule, world):
        return
    if unset_params(rule, world):
        case = whole_year(world)
        for verdict in judge_rule(rule, world):
            yield _Wanting(case, verdict), verdict.outcome
        return
    waits = rule.count is not None and only_limits(rule.count)
    for case, verdict in _judged(rule, world, alone):
        wants = verdict.outcome in _WANTING and not _is_done(verdict)
        limits = waits or verdict.is_limit or _has_least(rule.count, verdict)
        wants = wants and not (limits and verdict.outcome is Outcome.OPEN)
        yield _Wanting(case, verdict) if wants else None, verdict.outcome


def _judged(
    rule: Rule, world: World, alone: Collection[Key] | None = None
) -> Iterator[tuple[Case, Verdict]]:
    """Each case of a rule that lacks nothing to be judged, with each of its verdicts.

    `alone` limits them to some keys."""
    judging = Judging(rule, world)
    settle = TESTS[rule.test](judging)
    named = None if alone is None else {key[:-1] for key in alone}
    for case in cases(rule, world, set()):
        if case.missing or (
            named is not None and _place(judging.id, case) not in named
        ):
            continue
        for settled in settle(case):
            verdict = excused(settled, world, case)
            if alone is None or _key(rule, case, verdict) in alone:
                yield case, verdict


def only_limits(count: Count) -> bool:
    """Whether a count asks only that there be not too many."""
    limits = count.max is not None or count.under is not None
    return limits and count.min is None and count.over is None


def _has_least(count: Count | None, verdict: Verdict) -> bool:
    """Whether the lower bound of a count with an upper bound is reached.

    It stays open until the end of its days all the same."""
    if count is None or verdict.have is None or (count.max or count.under) is None:
        return False
    asked = count.min is not None or count.over is not None
    return asked and keeps(number(verdict.have), count.limits.lower)


def _is_done(verdict: Verdict) -> bool:
    """Whether records, not drafts, did it late: a plan has nothing to add."""
    return verdict.outcome is Outcome.LATE and not any(
        one.origin.file == FILE for one in verdict.records
    )


def _wish(
    rule: Rule,
    key: Key,
    several: Sequence[_Wanting],
    world: World,
    start: date,
    items: Mapping[str | None, Item],
) -> Wish:
    """The wish of all persons whose cases are alike.

    It is made of the first case that is not only late. `items` are those of a cover by
    name."""
    case, verdict = next(
        (one for one in several if one.verdict.outcome is not Outcome.LATE), several[0]
    )
    if unset_params(rule, world):
        start = world.as_of + DAY
    extra: dict[str, Wanted] = {}
    window = case.window
    meant = patterns(rule) or (Pattern(kind="branch"),)
    if rule.count is not None:
        # What counts as more comes first: fewer records will do.
        meant = tuple(sorted(meant, key=lambda one: -number(worth_of(one))))
    elif rule.cover is not None:
        item = items[verdict.label]
        extra[rule.cover.tag] = item.is_ or item.any
        window = window_of(rule, item, window)
    return Wish(
        rule,
        case,
        verdict,
        tuple(one.verdict for one in several),
        world,
        meant[0],
        meant[1:],
        extra,
        lacking(rule, several, meant, world),
        tuple(name for one in several for name in _persons(one.case)),
        _spans(window, start, world.as_of),
        key,
    )


def _persons(case: Case) -> tuple[str, ...]:
    return (case.person,) if case.person else ()


def _key(rule: Rule, case: Case, verdict: Verdict) -> Key:
    label = verdict.label if rule.cover is not None else ""
    return (*_place(verdict.rule, case), label)


def _place(rule: str, case: Case) -> Key:
    """A case of a rule (its full id), whatever its verdict."""
    fact = case.fact.key if case.fact is not None else ""
    return rule, case.window.inside, case.group, fact


def _spans(window: Window, start: date, horizon: date) -> tuple[Span, ...]:
    """The days that are left, the best first: on time, in the band, late."""
    found = []
    late = None if window.until is FOREVER else window.until
    for first, last in (
        (window.inside.first, window.inside.last),
        (window.band.first, window.band.last),
        (window.band.first, horizon if window.until is FOREVER else late),
    ):
        if last is None:
            continue
        span = Span(max(first, start), min(last, horizon))
        if span.first <= span.last and span not in found:
            found.append(span)
    return tuple(found)
