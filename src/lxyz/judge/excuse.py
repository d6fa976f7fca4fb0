"""What is excused: waivers of the committee above, periods in which nothing recurs."""

from __future__ import annotations

from lxyz.dates import Span
from lxyz.dates.workdays import workdays
from lxyz.facts.fact import Waiver
from lxyz.kinds.case import Case
from lxyz.kinds.world import World
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
    if period is not None and period.days <= _RECURRING:
        for span, reason in world.profile.exemptions:
            if _is_covered(period, span):
                return (f"exempt:{reason}",)
    for waiver in world.facts.judgements.waivers:
        if waiver.given <= world.as_of and _excuses(waiver, one, case):
            return f"waived:{waiver.reason}", f"approved:{waiver.approved_by}"
    return ()


def _excuses(waiver: Waiver, one: Verdict, case: Case) -> bool:
    """Whether a waiver is of this rule (of all its rows, and of its stricter tier), of
    the person, and of the day on which it was due."""
    rule = one.rule.removesuffix("~")
    if not (waiver.is_of(rule) or waiver.rule == one.rule):
        return False
    if waiver.members and case.person not in waiver.members:
        return False
    due = one.due or one.span.last
    if waiver.first <= due <= waiver.last:
        return True
    period = case.window.period
    return (
        period is not None
        and period.days <= _RECURRING
        and _is_covered(period, Span(waiver.first, waiver.last))
    )


def _is_covered(period: Span, span: Span) -> bool:
    """Whether all working days of a period lie in a span: who excuses a week, or the
    days of a holiday, writes Monday to Friday, and means the week."""
    working = workdays(period.first, period.last) or (period.first, period.last)
    return span.first <= working[0] and working[-1] <= span.last
