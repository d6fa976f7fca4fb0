"""Excuses: waivers of the committee above, and periods in which nothing recurs."""

from __future__ import annotations

from datetime import date

from lxyz.dates.spans import Span
from lxyz.dates.stretches import Stretches
from lxyz.dates.workdays import workdays
from lxyz.facts.fact import Waiver
from lxyz.kinds.case import Case
from lxyz.kinds.world import World
from lxyz.packs.types import names_of
from lxyz.verdicts import Level, Outcome, Verdict

_EXCUSABLE = frozenset(
    (Outcome.OPEN, Outcome.OVERDUE, Outcome.MISSED, Outcome.UNDECIDABLE)
)
_RECURRING = 92  # days of the longest quarter: rarer spans are not exempt


def excused(one: Verdict, world: World, case: Case) -> Verdict:
    """The verdict, waived if a waiver or an exemption excuses it.

    What was done, in time or late, stays so. Where nobody may waive the rule, a note
    says so."""
    why = _why(one, world, case) if one.outcome in _EXCUSABLE else ()
    if not why:
        return one
    if one.rule in world.bound.firm:
        return one._replace(notes=(*one.notes, "unwaivable"))
    notes = (*one.notes, *why)
    return one._replace(outcome=Outcome.WAIVED, level=Level.NONE, notes=notes)


def _why(one: Verdict, world: World, case: Case) -> tuple[str, ...]:
    """The notes on what excuses a verdict; empty where nothing does."""
    # The items of a plan have days of their own, and are excused as what recurs is.
    period = case.window.inside if case.window.plan else case.window.period
    if period is not None and period.days <= _RECURRING and world.profile.exemptions:
        reason = world.exempt.over(*_working(period))
        if reason is not None:
            return (f"exempt:{reason}",)
    waivers = world.shared(("waivers",), lambda: _waivers(world))
    waiver = _waiver(one, case, waivers) if waivers else None
    if waiver is None:
        return ()
    return f"waived:{waiver.reason}", f"approved:{waiver.approved_by}"


_Waivers = dict[tuple[str, str], Stretches[Waiver]]
"""Waivers by the name of a rule and of a member (empty: of all)."""


def _waivers(world: World) -> _Waivers:
    """The waivers that were given by the day of the check."""
    found: dict[tuple[str, str], list[tuple[date, date, Waiver]]] = {}
    for one in world.facts.judgements.waivers:
        if one.given <= world.as_of:
            for member in one.members or ("",):
                key = (one.rule, member)
                found.setdefault(key, []).append((one.first, one.last, one))
    return {key: Stretches(several) for key, several in found.items()}


def _waiver(one: Verdict, case: Case, waivers: _Waivers) -> Waiver | None:
    """The waiver that covers a verdict; None where there is none.

    It is of the rule (of its table, of the rule of its stricter tier), of the person or
    of all, and of the due day or the period in which the rule recurs."""
    due = one.due or one.span.last
    period = case.window.period
    if period is not None and period.days > _RECURRING:
        period = None
    for rule in (one.rule, *names_of(one.rule)):
        for member in (case.person, ""):
            several = waivers.get((rule, member))
            if several is None or "/" not in rule:  # a pack is no rule
                continue
            found = several.over(due, due)
            if found is None and period is not None:
                found = several.over(*_working(period))
            if found is not None:
                return found
    return None


def _working(period: Span) -> tuple[date, date]:
    """The first and the last working day of a period.

    Who excuses a week, or a week with holidays, writes its working days and means the
    week."""
    working = workdays(period.first, period.last) or (period.first, period.last)
    return working[0], working[-1]
