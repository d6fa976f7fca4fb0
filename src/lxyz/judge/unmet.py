"""What was not done, as facts: each time that a duty of another rule was not kept in its
time, for the rules that ask what follows then.

Whether it was not kept is what the judge itself finds of that rule, on the day after the
last on which it was in time. What was made good later was not done in its time all the
same; what is excused was not owed, and where it cannot be told, it cannot be told either
what follows.
"""

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
"""Ranks that no other fact has."""


class _Time(NamedTuple):
    """One time that a duty fell due: its case, and what was found of it."""

    case: Case
    found: Verdict

    @property
    def last(self) -> date:
        """The last day on which it was in time; an item of a list may have its own."""
        window, due = self.case.window, self.found.due
        return window.band.last if due is None or due == window.due else due

    def was_unkept(self, day: date) -> bool | None:
        """Whether it was not kept yet by the end of a day; None: nobody can tell."""
        if self.found.outcome == Outcome.UNDECIDABLE:
            return None
        return was_unkept(self.found, day)


class Unmet(NamedTuple):
    """A duty that was not kept, as a fact; what is `missing` to know whether it was, and
    the most that what follows from it may weigh: no more than it does itself."""

    fact: Fact
    missing: tuple[str, ...]
    at_most: Level


def unmet(name: str, world: World) -> list[Unmet]:
    """Each time that the duty of a rule (of each of its rows) was not kept, in the year
    checked and the one before, on the day after its last: by day."""
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
    """The times that a duty fell due, of each subject (each item of a list) in order."""
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
    """The times that are over, worked out once: the year before of one year is also
    the year itself of those who ask for it."""
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
    """How many in a row, up to the last of these, were not kept by its last day; None
    where nobody can tell."""
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
    """That a duty was not kept; of a duty about a record also what that says, but for its
    own due day, and for others who stand in it."""
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
    """Where the one is written whose duty it was."""
    if case.fact is not None:
        return case.fact.origin
    standing = world.on(case.window.inside.last)
    for group in standing.groups:
        if group.name == case.group:
            return group.origin
    member = world.member(case.person, case.window.inside.last)
    return world.profile.origin if member is None else member.origin
