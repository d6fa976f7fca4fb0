"""Duties that were not kept in their time, as facts for the rules that ask what
follows.

Whether one was kept is asked of the judge itself, for the last day in time; the fact is
of the day after. What was made good later was still not kept in its time. What is
excused was not owed. Where it is undecidable, so is what follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import shift
from lxyz.facts.fact import NO_ONE, UNMET, Fact, name_in_turn
from lxyz.files.origin import Origin
from lxyz.judge.cases import cases
from lxyz.judge.excuse import excused
from lxyz.judge.fold import was_unkept
from lxyz.judge.force import out_of_force
from lxyz.kinds import TESTS
from lxyz.kinds.case import Case
from lxyz.kinds.judging import Judging
from lxyz.kinds.world import World
from lxyz.packs.model import Rule
from lxyz.verdicts import Level, Outcome, Subject, Verdict

_BEYOND = 2 * 10**6
"""Added to ranks, so that they differ from those of all other facts."""


class _Time(NamedTuple):
    """One time that a duty fell due: its case and its verdict."""

    case: Case
    found: Verdict

    @property
    def last(self) -> date:
        """The last day in time; an item of a list may have its own."""
        window, due = self.case.window, self.found.due
        return window.band.last if due is None or due == window.due else due

    def was_unkept(self, day: date) -> bool | None:
        """Whether the duty was still unkept at the end of a day; None where it is
        undecidable."""
        if self.found.outcome == Outcome.UNDECIDABLE:
            return None
        return was_unkept(self.found, day)


class Unmet(NamedTuple):
    """A duty that was not kept.

    - `fact`: it, as a fact
    - `missing`: what is missing to know whether it was kept
    - `at_most`: the most that what follows from it may weigh, as much as it can itself
    """

    fact: Fact
    missing: tuple[str, ...]
    at_most: Level


def unmet(name: str, world: World) -> list[Unmet]:
    """Each time that the duty of a rule (of each of its rows) was not kept, in order of
    day.

    Looked at are the year checked and the year before."""
    found: list[Unmet] = []
    for rule in world.rules_of(name):
        if not rule.id.endswith("~"):
            for row in _rows(rule, world):
                found.extend(_of_row(row, world))
    found.sort(key=_order)
    name_in_turn((one.fact for one in found), len(world.facts.all) + _BEYOND)
    return found


def _order(one: Unmet) -> tuple[date, str, tuple[str, ...], Origin]:
    fact = one.fact
    about = tuple(sorted(fact.people.get("about", ())))
    return fact.date or date.min, fact.owner, about, fact.origin


def _rows(rule: Rule, world: World) -> Iterator[list[_Time]]:
    """The times that a duty fell due, in order, for each subject and item of a list."""
    rows: dict[tuple[Subject, str], list[_Time]] = {}
    for year in (world.year - 1, world.year):
        then = world.at(year, world.as_of)
        if not out_of_force(rule, then):
            for time in _times(rule, then):
                whose = time.found.subject
                if whose.type == "fact":
                    # Each record has a duty of its own, and no row.
                    key = (whose, time.found.span.label)
                else:
                    key = (whose, "" if time.case.event else time.found.label or "")
                rows.setdefault(key, []).append(time)
    for row in rows.values():
        row.sort(key=lambda one: (one.last, one.found.span.first))
        yield row


def _times(rule: Rule, world: World) -> list[_Time]:
    """The times of a year that are over; worked out once for all who ask."""
    return world.made("times", rule, lambda: [*_over(rule, world)])


def _over(rule: Rule, world: World) -> Iterator[_Time]:
    judging = Judging(rule, world)
    settle = TESTS[rule.test](judging)
    for case in cases(rule, world, set()):
        doubt = judging.verdict(case, Outcome.UNDECIDABLE)
        for one in (doubt,) if case.missing else settle(case):
            time = _Time(case, excused(one, world, case))
            if time.last < world.as_of:
                yield time


def _of_row(row: list[_Time], world: World) -> Iterator[Unmet]:
    for number, time in enumerate(row):
        unkept, found = time.was_unkept(time.last), time.found
        if unkept is not False:
            missing = () if unkept else found.missing or time.case.missing or (UNMET,)
            fact = _fact(time, _run(row[: number + 1]), world)
            yield Unmet(fact, missing, found.at_most)


def _run(row: list[_Time]) -> int | None:
    """How many times in a row, up to the last, the duty was unkept on the last one's
    last day.

    None where that cannot be known."""
    day, count = row[-1].last, 0
    for time in reversed(row):
        unkept = time.was_unkept(day)
        if unkept is None:
            return None
        if not unkept:
            break
        count += 1
    return count


def _fact(time: _Time, run: int | None, world: World) -> Fact:
    """A duty that was not kept, as a fact of the day after its last.

    A duty about a record has the record's attributes (without its due day) and its
    people; if the duty was of one person, only that person."""
    case, of = time.case, time.case.fact
    said = {} if of is None else of.attrs
    attrs = {name: value for name, value in said.items() if name != "due"}
    people = {} if of is None else of.people
    unknown = NO_ONE if of is None else of.unknown
    if run is None:
        unknown |= {"run"}
    else:
        attrs["run"] = run
    if case.person:
        people = {"about": frozenset((case.person,))}
    return Fact(
        {UNMET},
        "group" if case.group else "branch",
        shift(time.last, 1),
        _origin(case, world),
        owner=case.group,
        attrs=attrs,
        people=people,
        unknown=unknown,
        links=() if of is None else (of,),
    )


def _origin(case: Case, world: World) -> Origin:
    """Where the record, the group, the member or the branch that owed the duty is
    written."""
    if case.fact is not None:
        return case.fact.origin
    standing = world.on(case.window.inside.last)
    for group in standing.groups:
        if group.name == case.group:
            return group.origin
    member = world.member(case.person, case.window.inside.last)
    return world.profile.origin if member is None else member.origin
