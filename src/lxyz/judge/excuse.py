"""What is excused: waivers of the committee above, periods in which nothing recurs."""

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
_RECURRING = 92  # days, of the longest quarter: what recurs at least so often


def excused(one: Verdict, world: World, case: Case) -> Verdict:
    """The verdict, waived if a waiver or an exemption excuses it; what was done, and
    what was done late, stays so. Where nobody may waive the rule, it only says so."""
    why = _why(one, world, case) if one.outcome in _EXCUSABLE else ()
    if not why:
        return one
    if one.rule in world.bound.firm:
        return one._replace(notes=(*one.notes, "unwaivable"))
    notes = (*one.notes, *why)
    return one._replace(outcome=Outcome.WAIVED, level=Level.NONE, notes=notes)


def _why(one: Verdict, world: World, case: Case) -> tuple[str, ...]:
    """By what it is excused, as notes; nothing where it is not."""
    # What a plan of its own says of those days is of them, as what recurs is.
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
"""By the name of a rule, and a member; that empty, of all."""


def _waivers(world: World) -> _Waivers:
    """What was waived by the day."""
    found: dict[tuple[str, str], list[tuple[date, date, Waiver]]] = {}
    for one in world.facts.judgements.waivers:
        if one.given <= world.as_of:
            for member in one.members or ("",):
                key = (one.rule, member)
                found.setdefault(key, []).append((one.first, one.last, one))
    return {key: Stretches(several) for key, several in found.items()}


def _waiver(one: Verdict, case: Case, waivers: _Waivers) -> Waiver | None:
    """The waiver of this rule (of all its rows, and of its stricter tier), of the person,
    and of the day on which it was due, or of the period in which it recurs."""
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
    """The first and the last working day of a period: who excuses a week, or the days of
    a holiday, writes Monday to Friday, and means the week."""
    working = workdays(period.first, period.last) or (period.first, period.last)
    return working[0], working[-1]
