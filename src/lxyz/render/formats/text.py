"""The report for people: what to do now, first; then the rest in falling urgency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault
from lxyz.render.form import Form, Run
from lxyz.render.formats.many import Counted, branches_table, counts
from lxyz.render.formats.strip import strip
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style, symbol
from lxyz.render.said.faults import error_line, fault_sentence
from lxyz.render.verdict.actual import behind_part
from lxyz.render.verdict.entries import SHOWN, Entry, entries
from lxyz.render.verdict.parts import (
    attest_lines,
    by_file,
    due_day,
    full_entry,
    met_entry,
    missed_entry,
    remarks_part,
    short_entry,
)
from lxyz.render.verdict.places import Places, at_column, places_of
from lxyz.render.verdict.rooms import clash_sentence
from lxyz.render.verdict.telling import Told, told_of
from lxyz.render.wording.heads import (
    as_of_words,
    called,
    clear_words,
    counts_words,
    only_words,
    records_words,
    redacted_words,
    year_words,
)
from lxyz.report import BranchReport, Totals, tally
from lxyz.verdicts import Level

DETAILED = 5
_CLASHING = 4
_ALIKE = 3
"""Faults of one code, to be mended alike, that are each told of."""


class Part(NamedTuple):
    """What a branch adds to the report.

    - `line`: its line in the table of branches; None if there is no table
    - `page`: its own page; None if it is not wanted"""

    line: Counted | None
    page: str | None


def _of_branch(branch: BranchReport, run: Run) -> Part:
    several = run.branches > 1
    detailed = run.branches <= DETAILED or run.style.shows("all")
    return Part(
        counts(branch, run.as_of, run.style) if several else None,
        defused(_branch(branch, run)) if detailed else None,
    )


def _of_all(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    listed = list(parts)
    counted = [part.line for part in listed if part.line is not None]
    pages = [part.page for part in listed if part.page is not None]
    if counted:
        pages.insert(0, defused(branches_table(counted, totals, style)))
    yield "\n".join(pages)


text = Form(_of_branch, _of_all)
"""The whole report; of many branches a table first, and details of a few."""


def _branch(branch: BranchReport, run: Run) -> str:
    told = told_of(branch, run.as_of, run.style.lang, today=run.today)
    page = Page(run.style)
    _head(page, branch, told, today=run.today)
    if branch.error is not None:
        page.item("error", error_line(branch.error, told.lang))
    _faults(page, branch, told)
    if branch.verdicts:
        _parts(page, branch, told)
    elif branch.error is None and not branch.faults:
        nothing = told.say("没有可判断的规则", "there is no rule to judge by")
        page.line(clear_words(branch, told.lang) if branch.only else nothing)
    page.blank()
    page.units(counts_words(tally((branch,)), told.lang), first="")
    if branch.verdicts:
        page.line(told.tell("see-explain"), "dim")
    return page.text()


def _head(page: Page, branch: BranchReport, told: Told, *, today: bool) -> None:
    name = clean(branch.name or branch.path)
    path = clean(branch.path)
    page.title(called(name, path))
    year = year_words(branch.year, told.lang)
    until = as_of_words(told.as_of, told.lang, today=today)
    number = records_words(branch.records, told.lang)
    page.line("  ".join((year, until, number) if branch.year else (until,)))
    if branch.redacted:
        page.line(redacted_words(told.lang))
    if branch.only:
        page.line(only_words(branch.only, told.lang))
    if branch.year and not branch.records and branch.error is None:
        misread = any(one.file != "branch.yaml" for one in branch.faults)
        page.item("warning", told.tell("misread" if misread else "no-records"))
    if branch.accepted:
        page.item(
            "",
            told.tell("accepted", number=branch.accepted),
            mark=told.say("基线", "baseline"),
        )
    for pack in branch.packs:
        title = clean(told.say(pack.title, pack.title_en))
        label = told.say("规则包", "pack")
        page.item("", f"{clean(pack.id)} {clean(pack.version)}  {title}", mark=label)


def _faults(page: Page, branch: BranchReport, told: Told) -> None:
    if not branch.faults:
        return
    page.part(told.part("faults", len(branch.faults), "处"))
    alike: dict[tuple[str, str, str], list[Fault]] = {}
    for fault in branch.faults:
        _, fix = fault_sentence(fault, told.lang)
        alike.setdefault((fault.level, fault.code, fix), []).append(fault)
    for (level, code, fix), several in alike.items():
        shown = several if len(several) <= _ALIKE else several[:1]
        for fault in shown:
            page.item(level, f"{at_column(fault)} {clean(code)}")
            page.note(fault_sentence(fault, told.lang)[0])
        if rest := several[len(shown) :]:
            page.units([told.tell("alike", number=len(rest)), *by_file(rest, told)])
        if fix:
            page.note(f"{symbol('do', page.style)} {fix}")


def _parts(page: Page, branch: BranchReport, told: Told) -> None:
    found = entries(branch, told.book, told.as_of)
    places = places_of(branch)
    style = page.style
    gaps = found["now"] or found["missed"] or found["undecidable"]
    page.blank()
    if not gaps and not branch.faults:
        page.line(clear_words(branch, told.lang))
    else:
        page.line(_summary(found, told), "head")
    for part in SHOWN:
        if part == "clash":
            _clashes(page, branch, told)
            behind_part(page, branch, told)
        else:
            _part(page, part, found[part], told, places)
    _accepted_faults(page, branch, told)
    empty = not branch.records and not style.shows("attest")
    if empty:
        _not_yet(page, found, told)
    elif found["attest"]:
        page.part(told.part("attest", len(found["attest"]), "项"))
        attest_lines(page, found["attest"], told)
    if style.shows("open"):
        _part(page, "later", found["later"], told, places)
    for part in ("met", "folded", "not-applicable"):
        if style.shows(part) and found[part]:
            page.part(told.part(part, len(found[part])))
            for entry in found[part]:
                (met_entry if part == "met" else short_entry)(page, entry, told)
        if part == "met" and style.shows(part):
            remarks_part(page, found[part], told)
    lines = [] if empty else strip(branch, told, style)
    if lines:
        page.part(told.say("全年一览", "The year"))
        page.raw(lines)


def _accepted_faults(page: Page, branch: BranchReport, told: Told) -> None:
    """Adds the faults that the baseline accepts: what could not be read because of them
    is still not read."""
    if not branch.accepted_faults:
        return
    page.part(told.part("accepted-faults", len(branch.accepted_faults), "处"))
    for fault in branch.accepted_faults:
        text = f"{at_column(fault)} {fault_sentence(fault, told.lang)[0]}"
        page.item("info", text, tail=f"  {clean(fault.code)}")


def _clashes(page: Page, branch: BranchReport, told: Told) -> None:
    """Adds duties that can each still be done, but no longer all of them together."""
    clashing = branch.clashing()
    if not clashing:
        return
    page.part(told.part("clash", len(clashing), "处"))
    for clash, verdicts in clashing:
        level = "warning" if verdicts[0].modality == "must" else "info"
        page.item(level, clash_sentence(clash, verdicts, told))
        rules = dict.fromkeys(
            f"{clean(one.clause)} {clean(one.rule)}".strip() for one in verdicts
        )
        page.units(list(rules)[:_CLASHING], colour="dim")


def _not_yet(page: Page, found: dict[str, list[Entry]], told: Told) -> None:
    """Adds a line that says what is left out as long as there is no record."""
    page.blank()
    page.line(told.tell("not-yet", number=len(found["attest"])))


def _part(
    page: Page, part: str, listed: list[Entry], told: Told, places: Places
) -> None:
    if not listed:
        return
    page.part(told.part(part, len(listed)))
    if part in ("next", "later"):
        for _, alike in groupby(listed, lambda entry: entry.due):
            due_day(page, list(alike), told)
        return
    for number, entry in enumerate(listed, 1):
        if part in ("now", "undecidable", "above"):
            full_entry(page, entry, told, places, number if part == "now" else 0)
        elif part == "missed":
            missed_entry(page, entry, told)
        else:
            short_entry(page, entry, told)


def _summary(found: dict[str, list[Entry]], told: Told) -> str:
    """The line above all parts: how many entries each part has."""
    now, next_ = len(found["now"]), len(found["next"])
    gaps = sum(entry.level == Level.ERROR for entry in found["now"])
    missed, attest = len(found["missed"]), len(found["attest"])
    of = told.tell("of-now", gaps=gaps, warnings=now - gaps) if now else ""
    numbers = {"now": now, "next": next_, "missed": missed, "attest": attest}
    return told.tell("summary", of=of, **numbers)
