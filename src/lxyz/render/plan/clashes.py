"""Duties of a plan that do not fit together, in words: which, in which days, what to ask."""

from __future__ import annotations

from lxyz.dates.workdays import is_known
from lxyz.plan import Plan
from lxyz.plan.conflict import Clash, Duty
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import day as day_text
from lxyz.render.wording.terms import sentence


def clash_entries(page: Page, plan: Plan, told: Told, titles: dict[str, str]) -> None:
    """An entry for each clash of a plan, and one for the ways out of them."""
    for clash in plan.clashes:
        page.item("error", _head(clash, told))
        for duty in clash.duties:
            place = clean(f"{duty.rule}  {duty.clause}".rstrip())
            page.note(f"{titles.get(duty.rule, duty.rule)}  {place}")
            page.note(_days(duty, told, plan.year), first=" " * 6, colour="dim")
        for way in _ways(clash, plan, told):
            page.note(f"→ {way}")


def _said(name: str, told: Told, **values: object) -> str:
    return sentence("clashing", name, told.lang, **values)


def _head(clash: Clash, told: Told) -> str:
    count = len(clash.duties)
    name = "several" if count > 1 else "alone"
    return _said(name if clash.is_least else "unknown", told, count=count)


def _days(duty: Duty, told: Told, year: int) -> str:
    if not duty.number:
        return _said("limits", told)
    if duty.days is None:
        return _said("no-day", told, number=duty.number)
    first, last = (day_text(one, told.lang, year) for one in duty.days[:2])
    days = first
    if first != last:
        days = sentence("due", "span", told.lang, first=first, last=last)
    workdays = duty.workdays
    return _said("days", told, number=duty.number, days=days, workdays=workdays)


def _ways(clash: Clash, plan: Plan, told: Told) -> list[str]:
    """What would resolve it, and who is to be asked."""
    unit = clean(plan.profile.unit) or _said("above", told)
    ways = [_said("ask", told, unit=unit)]
    if params := sorted({name for duty in clash.duties for name in duty.params}):
        ways.append(_said("params", told, names=clean("、".join(params))))
    if all(duty.modality == "should" for duty in clash.duties):
        ways.append(_said("shoulds", told))
    if not is_known(plan.year):
        ways.append(unpublished(plan, told))
    return ways


def unpublished(plan: Plan, told: Told) -> str:
    """That the holidays of the year are not known, and what to do about it."""
    return _said("unpublished", told, year=plan.year)
