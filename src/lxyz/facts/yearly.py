"""Plans of the branch for a year, of which some only say that they are of a part of it.

A plan of March, by its period or else by its title (3月份学习计划), is not known to be that
of the year: what asks for one cannot be judged by it, and that is told. Where another is
of the year, or the parts make most of one, each is what it is.
"""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.dates.days import halfwidth
from lxyz.dates.periods import parse_period
from lxyz.dates.spans import Span
from lxyz.facts.fact import PART, Fact
from lxyz.facts.gathering import Gathering

_YEARLY = frozenset(
    "study-plan three-meetings-plan party-work-plan member-development-plan".split()
)
_TITLE = late(
    "(?:^|[^0-9至到—~-])(第?[一二三四1-4]季度|(?:1[0-2]|[1-9])月)(?!份?(?:起|以来|开始))份?"
    "(?:(?!修订|制定|制订|审定|通过|印发|年)[^0-9至到—~、，：；,:;-]){0,9}"
    "(?:计划|安排|方案)"
)
"""Of which part of the year a title says that its plan is: not when it was made (3月制定的
学习计划, 3月修订的年度学习计划), or from when it is."""
_HALF = 150
"""Days of half a year at least; twice as many are most of one."""


def tell_of_parts(gathering: Gathering) -> None:
    """A warning for each plan that is all there is of its kind in a year and only says
    that it is of some months; it is not known to be that of the year."""
    plans: dict[tuple[str, int], list[Fact]] = {}
    for fact in gathering.facts:
        if fact.level == "branch" and fact.date is not None:
            for kind in fact.kinds & _YEARLY:
                year = fact.period.first.year if fact.period else fact.date.year
                plans.setdefault((kind, year), []).append(fact)
    for (kind, _), several in plans.items():
        spans = [_span_of(one) for one in several]
        if any(one is None or one.days >= _HALF for one in spans):
            continue
        if sum({one: one.days for one in spans if one}.values()) >= 2 * _HALF:
            continue
        for fact, span in zip(several, spans, strict=True):
            assert span is not None
            gathering.faults.warn(
                "F431",
                fact.origin,
                kind=gathering.words.kind_name(kind),
                period=span.label,
            )
            fact.unknown |= PART


def _span_of(plan: Fact) -> Span | None:
    """The time that a plan says it is of, or its title does; None where neither says."""
    if plan.period is not None:
        return plan.period
    found = _TITLE.search(halfwidth(str(plan.attrs.get("title", ""))))
    return parse_period(f"{plan.day.year}年{found[1]}") if found else None
