"""A plan for people: month by month, what is to be done, why, and what is left."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from pathlib import Path

from lxyz.dates.workdays import is_known, is_workday
from lxyz.files.origin import Fault
from lxyz.fleet.branch import pack_used
from lxyz.packs.bind import described
from lxyz.plan import Draft, Plan
from lxyz.plan.conflict import Clash, Duty
from lxyz.plan.content import details
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, symbol
from lxyz.render.plan.words import sittings
from lxyz.render.said.faults import fault_sentence, with_fix
from lxyz.render.verdict.entries import Entry
from lxyz.render.verdict.parts import missed_entry
from lxyz.render.verdict.places import at_column, lead_of
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.periods import day as day_text
from lxyz.render.wording.periods import weekday
from lxyz.render.wording.terms import sentence, term, terms
from lxyz.render.wording.words import and_more, kinds
from lxyz.report import BranchReport
from lxyz.verdicts import Verdict

_SATURDAY = 5
_MOST = 3


def plan_text(plan: Plan, style: Style) -> str:
    """The plan as a page."""
    page, told = Page(style), _told(plan, style.lang)
    packs = told.row([clean(bound.pack.id) for bound in plan.packs])
    name = clean(plan.branch)
    page.title(
        told.say(
            f"{name}  {plan.year}年计划  从 {plan.as_of} 起  {packs}",
            f"{name}  plan for {plan.year}, from {plan.as_of} on  {packs}",
        )
    )
    papers = len(plan.drafts) - plan.sittings
    if plan.is_whole or plan.drafts:
        page.line(sittings(plan, style.lang))
        page.line(told.tell("papers", number=papers))
    else:
        page.line(told.tell("no-plan"))
    if not is_known(plan.year):
        page.line(_unpublished(plan, told))
    titles = _titles(plan, style)
    for (year, month), drafts in groupby(
        plan.drafts, key=lambda one: (one.day.year, one.day.month)
    ):
        page.part(told.say(f"{month}月", f"{year}-{month:02}"))
        for draft in drafts:
            _entry(page, draft, told, titles)
    _rest(page, plan, told, titles)
    return defused(page.text())


def plan_unmet(plan: Plan, style: Style) -> str:
    """The duties that the plan cannot serve, and what a person has to add to a plan.

    It is for formats in which the plan itself does not say so; empty if there is
    nothing to say."""
    left = tuple(one for one in plan.left if one.why in ("conflict", "unwritten"))
    if not left:
        return ""
    page = Page(style)
    _rest(page, plan._replace(left=left), _told(plan, style.lang), _titles(plan, style))
    return defused(page.text())


def _titles(plan: Plan, style: Style) -> dict[str, str]:
    """The titles of the rules of a plan, by rule id."""
    return {
        rule: clean(style.say(one.title, one.title_en))
        for bound in plan.packs
        for rule, one in described(bound.pack).items()
    }


def plan_faults(plan: Plan, path: Path, style: Style) -> str:
    """The faults in the records on which a plan builds, a line each."""
    return fault_lines(plan.faults, style, lead_of(str(path)))


def fault_lines(faults: Iterable[Fault], style: Style, lead: str = "") -> str:
    """Faults with their places, a line each; `lead` is the beginning of the paths."""
    lines = []
    for fault in faults:
        said = with_fix(*fault_sentence(fault, style.lang), style.lang)
        lines.append(f"{at_column(fault, lead)}: {clean(fault.code)}: {said}\n")
    return defused("".join(lines))


def _entry(page: Page, draft: Draft, told: Told, titles: dict[str, str]) -> None:
    on = weekday(draft.day, told.lang) + _of_rest(draft.day, told)
    named = kinds(tuple(draft.kinds), told.lang)
    group = f"  {clean(draft.group)}" if draft.group else ""
    page.item(
        "info",
        told.say(
            f"{told.day(draft.day)}（{on}）{named}{group}",
            f"{draft.day} ({on}) {named}{group}",
        ),
        mark=symbol("box" if draft.family == "activity" else "info", page.style),
    )
    what = clean(details(draft, told.lang))
    who = clean(str(draft.values.get("responsible", "")))
    told_who = told.say(f"责任人 {who}", f"responsible: {who}") if who else ""
    if said := told.stops([what, told_who]):
        page.note(said)
    served = list(dict.fromkeys(titles.get(r, r) for r in draft.serves.values()))
    if served:
        rest = and_more(len(served), _MOST, told.lang)
        shown = told.stops(served[:_MOST])
        page.note(told.say(f"为了：{shown}{rest}", f"for: {shown}{rest}"), colour="dim")


def _of_rest(day: date, told: Told) -> str:
    """Says that a day is off, or is a working day on a weekend: nobody would expect a
    sitting on it."""
    if not is_workday(day):
        return told.say("，休息日", ", day off")
    return "" if day.weekday() < _SATURDAY else told.say("，调休上班", ", working day")


def _rest(page: Page, plan: Plan, told: Told, titles: dict[str, str]) -> None:
    """Adds what the plan leaves undone, by the reason, one entry for each rule."""
    for why in terms("left"):
        left: dict[str, list[Verdict]] = {}
        for one in plan.left:
            if one.why == why:
                left.setdefault(one.verdict.rule, []).append(one.verdict)
        grouped = [
            Entry("missed", tuple(sorted(verdicts, key=lambda one: one.span)))
            for verdicts in left.values()
        ]
        if grouped:
            page.part(term("left", why, told.lang).format(n=len(grouped)))
        for entry in grouped:
            missed_entry(page, entry, told)
        if grouped and why == "conflict":
            _clash_entries(page, plan, told, titles)


def _told(plan: Plan, lang: str) -> Told:
    used = tuple(pack_used(bound.pack) for bound in plan.packs)
    left = tuple(one.verdict for one in plan.left)
    branch = BranchReport("", plan.branch, plan.year, used, (), left)
    return told_of(branch, plan.as_of, lang)


def _clash_entries(page: Page, plan: Plan, told: Told, titles: dict[str, str]) -> None:
    """Adds an entry for each clash of a plan, and one for the ways out of them."""
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
    """The ways to resolve a clash, and who is to be asked."""
    unit = clean(plan.profile.unit) or _said("above", told)
    ways = [_said("ask", told, unit=unit)]
    if params := sorted({name for duty in clash.duties for name in duty.params}):
        ways.append(_said("params", told, names=clean("、".join(params))))
    if all(duty.modality == "should" for duty in clash.duties):
        ways.append(_said("shoulds", told))
    if not is_known(plan.year):
        ways.append(_unpublished(plan, told))
    return ways


def _unpublished(plan: Plan, told: Told) -> str:
    """Says that the holidays of the year are not known, and what to do about it."""
    return _said("unpublished", told, year=plan.year)
