"""Yearly plans of the branch that may be plans of only a part of the year.

If the only study plan of a year says that it is for March, by its period or its title
(3月份学习计划), it is not known to be the plan of the year: a rule that asks for that cannot
be judged, and a warning says so. There is no doubt if another plan is for half a year
or more, or if the parts together make most of a year.
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
"""The part of the year that the title of a plan names. A month in which the plan was
made (3月制定的学习计划, 3月修订的年度学习计划) or from which it runs is not meant."""
_HALF = 150
"""A plan of so many days counts as one for half a year; plans of twice as many days
together as most of a year."""


def tell_of_parts(gathering: Gathering) -> None:
    """Adds a warning for each plan that names only some months, if there is no plan of
    its kind for more of that year; marks these plans with `PART`."""
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
    """The period that a plan states, or that its title names; None if neither does."""
    if plan.period is not None:
        return plan.period
    found = _TITLE.search(halfwidth(str(plan.attrs.get("title", ""))))
    return parse_period(f"{plan.day.year}年{found[1]}") if found else None
