"""The cases of a rule: for whom, when, about which fact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.dates.spans import FOREVER, YEARS, Span, year_span
from lxyz.judge.each import of_facts, of_nth
from lxyz.judge.force import governs
from lxyz.judge.windows import demanded, judged_on, of_window
from lxyz.kinds.case import Case, Window
from lxyz.kinds.judging import Judging
from lxyz.kinds.spans import WHOLE_YEAR
from lxyz.kinds.world import World
from lxyz.packs.model import Rule
from lxyz.verdicts import Outcome, Subject, Verdict


def cases(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """The cases of a rule; why there are none is added to `reasons`."""
    if rule.nth is not None:
        yield from of_nth(rule, world, reasons)
    elif rule.each is not None:
        yield from of_facts(rule, world, reasons)
    elif rule.attest is None and rule.when != "now":
        yield from _of_periods(rule, world, reasons)
    else:
        window = _of_day(world) if rule.attest is None else _of_year(world)
        if governs(rule, world, window.inside.first):
            yield from of_window(rule, world, window, window.inside.last, reasons)
        else:
            reasons.add("not-in-force")


def _of_year(world: World) -> Window:
    """The window of an attest rule: the whole year, in which a person answers."""
    year = year_span(world.year)
    return Window(year, year, None, year, None)


def _of_day(world: World) -> Window:
    """The window of `when: now`: the one day on which the profile is judged."""
    day = judged_on(world)
    span = Span(day, day, f"{world.year}")
    return Window(span, span, FOREVER, None, day, standing=True)


def _of_periods(rule: Rule, world: World, reasons: set[str]) -> Iterator[Case]:
    """The cases of a rule that recurs, or is due once in the year.

    A branch, or a group, owes what recurs from its first whole period on: the documents
    ask it of all (A15). A stricter tier is not owed where the rule itself is no longer
    owed."""
    when = rule.span or WHOLE_YEAR
    recurs = when.every not in YEARS
    for window, due in demanded(rule, when, world, reasons):
        assert window.period is not None
        day = window.period.last if recurs and rule.id.endswith("~") else due
        for case in of_window(rule, world, window, day, reasons):
            if not recurs or _has_begun(case.group, world, day, window.period):
                yield case


def _has_begun(group: str, world: World, due: date, period: Span) -> bool:
    """Whether the group of a case existed from the first day of the period; True
    without one."""
    return not group or any(
        one.name == group and one.first <= period.first for one in world.on(due).groups
    )


def whole_year(world: World) -> Case:
    """The case of the branch for the whole year, for verdicts about the rule as
    such."""
    return Case(Subject("branch", world.profile.name), _of_year(world))


def not_applicable(judging: Judging, why: str) -> Verdict:
    """The verdict that a rule applies to nobody, and why."""
    case, notes = whole_year(judging.world), (f"why:{why}",)
    return judging.verdict(case, Outcome.NOT_APPLICABLE, notes=notes, until=None)
