"""What comes due, for people: the overdue first, then day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import groupby

from lxyz.dates.workdays import is_workday, workdays
from lxyz.render.form import Run
from lxyz.render.next.coming import Coming, coming
from lxyz.render.next.words import (
    head_words,
    place_words,
    sources_of,
    todo_words,
    what_words,
    why_words,
)
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, symbol
from lxyz.render.said.faults import error_line
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import called, faults_words, redacted_words
from lxyz.render.wording.number import some
from lxyz.render.wording.periods import weekday
from lxyz.render.wording.words import and_more
from lxyz.report import BranchReport

_MARKS = {"begin": "warning", "before": "warning", "due": "open", "planned": "planned"}
_RULES = 3


def next_text(branch: BranchReport, run: Run, days: int) -> str:
    """A page with what comes due in a branch."""
    style, as_of = run.style, run.as_of
    told = told_of(branch, as_of, style.lang)
    page = Page(style)
    name, path = clean(branch.name or branch.path), clean(branch.path)
    page.title(called(name, path))
    last = as_of + timedelta(days)
    page.line(
        told.tell(
            "next-days", first=as_of, number=days, days=some(days, "day"), last=last
        )
    )
    if branch.redacted:
        page.line(redacted_words(told.lang))
    if branch.error is not None:
        page.item("error", _trouble(branch, style))
        return defused(page.text())
    if branch.faults:
        page.line(_trouble(branch, style), "dim")
    found = coming(branch, told.book, as_of, days)
    if not found:
        page.blank()
        page.line(told.say("没有要到期的。", "Nothing comes due."))
    for (overdue, day), listed in groupby(
        found, key=lambda one: (one.why == "overdue", one.day)
    ):
        several = list(listed)
        page.part(_head(several, day, told, overdue=overdue))
        for one in several:
            _item(page, one, told)
    return defused(page.text())


def next_trouble(branch: BranchReport, style: Style) -> str:
    """A line that says what is wrong with a branch, for formats with no place for it;
    empty if nothing is."""
    text = _trouble(branch, style)
    return defused(f"{clean(branch.name or branch.path)}: {text}\n") if text else ""


def _trouble(branch: BranchReport, style: Style) -> str:
    if branch.error is not None:
        return error_line(branch.error, style.lang)
    return faults_words(len(branch.faults), style.lang) if branch.faults else ""


def _head(several: list[Coming], day: date, told: Told, *, overdue: bool) -> str:
    if overdue:
        return told.part("now", len(several))
    left = (day - told.as_of).days
    parts = [weekday(day, told.lang)]
    if not is_workday(day):
        before = workdays(told.as_of, day)
        parts.append(told.say("休息日", "day off"))
        if before:
            last = told.day(before[-1])
            parts.append(
                told.say(f"之前的工作日到{last}为止", f"the last working day is {last}")
            )
    ahead = told.say(f"还有{left}天", f"in {some(left, 'day')}")
    parts.append(ahead if left else told.today)
    return f"{told.day(day)}{told.aside(told.commas(parts))}"


def _item(page: Page, one: Coming, told: Told) -> None:
    entry = one.entry
    level = _MARKS.get(one.why) or (entry.level.value if entry else "info")
    page.item(level, f"{why_words(one, told)}{told.colon}{head_words(one, told)}")
    if text := told.stops(what_words(one, told)):
        page.note(text)
    if todo := todo_words(one, told):
        page.note(f"{symbol('do', page.style)} {todo}")
    place = place_words(one)
    sources = [f"{clause} {rule}".strip() for clause, rule in sources_of(one)]
    rest = and_more(len(sources), _RULES, told.lang).strip()
    units = (place, *sources[:_RULES], rest)
    page.units([part for part in units if part], colour="dim")
