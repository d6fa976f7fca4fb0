"""The waivers of a branch: which, until when, by whom, and whether they are of use."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from lxyz.fleet.accept import Waived
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import faults_words, redacted_words
from lxyz.render.wording.number import some
from lxyz.report import BranchReport
from lxyz.verdicts import SOON


def waivers_page(
    report: BranchReport, found: Sequence[Waived], as_of: date, style: Style
) -> str:
    """A page with an entry for each waiver: its rule, days and state, how often it was
    used, why and by whom it was given, and its place."""
    told = told_of(report, as_of, style.lang)
    page = Page(style)
    page.title(clean(report.name or report.path))
    if report.redacted:
        page.line(redacted_words(told.lang))
    if report.faults:  # a waiver that cannot be read is not in the list
        page.line(faults_words(len(report.faults), told.lang), "dim")
    if not found:
        page.line(told.say("没有豁免。", "no waivers."))
    for one in found:
        _entry(page, one, told, refused=report.refuses(one.waiver.rule))
    return defused(page.text())


def _entry(page: Page, one: Waived, told: Told, *, refused: bool) -> None:
    waiver = one.waiver
    mark, state = _state(one, told, refused=refused)
    title = told.book.title(waiver.rule, told.lang)
    of = told.aside(told.row([clean(name) for name in sorted(waiver.members)]))
    page.item(mark, f"{title}{of}{told.colon}{state}")
    days = f"{waiver.first}–{waiver.last}"
    used = told.say(f"免去缺口 {one.used} 处", f"{some(one.used, 'gap')} fewer")
    page.note(told.stops([days, used]))
    by = told.say("审定人", "approved by")
    page.note(told.stops([clean(waiver.reason), f"{by} {clean(waiver.approved_by)}"]))
    page.units([at_line(waiver.origin), clean(waiver.rule)], colour="dim")


def _state(one: Waived, told: Told, *, refused: bool) -> tuple[str, str]:
    """The mark of a waiver, and its state in words.

    A waiver that ended unused is worth a look; one that ends soon has to be renewed, or
    its duty done."""
    waiver, as_of = one.waiver, told.as_of
    if refused:
        text = told.say("谁也不得豁免，不起作用", "nobody may waive it: no effect")
        return "error", text
    if as_of > waiver.last:
        if one.used:
            return "info", told.say("已到期", "ended")
        return "warning", told.say("已到期，没用上", "ended, never used")
    if as_of < waiver.first:
        return "info", told.say("还没开始", "not begun")
    left = (waiver.last - as_of).days
    if not left:
        return "warning", told.say("今天到期", "ends today")
    if waiver.last - as_of <= SOON:
        return "warning", told.say(f"还有{left}天到期", f"ends in {some(left, 'day')}")
    if not one.used:
        return "warning", told.say("还没用上", "not used yet")
    return "met", told.say("有效", "in force")
