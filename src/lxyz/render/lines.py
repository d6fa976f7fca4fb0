"""Plain lines for pipes and editors: `path/file:line:column: code: sentence`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.files.find import BRANCH_FILE
from lxyz.render.entries import silent_tiers
from lxyz.render.faults import fault_sentence, told_error
from lxyz.render.form import Form, Run, said_day
from lxyz.render.message import message
from lxyz.render.places import place
from lxyz.render.rooms import clash_names, clash_words
from lxyz.render.safe import clean, defused
from lxyz.render.style import Style
from lxyz.render.telling import told_of
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Level, Outcome, Verdict

_FINDINGS = frozenset(
    (Outcome.OVERDUE, Outcome.MISSED, Outcome.UNDECIDABLE, Outcome.LATE)
)


def _part(branch: BranchReport, run: Run) -> tuple[str, str]:
    """Where the files of the branch begin, and its lines."""
    root = clean(branch.path).rstrip("/\\")
    lead = f"{root}/" if root and root != "." else ""
    found = _branch(branch, lead, run.as_of, run.style)
    return lead, defused("".join(f"{line}\n" for line in found))


def _whole(
    parts: Iterable[tuple[str, str]], totals: Totals, style: Style
) -> Iterator[str]:
    for number, (lead, text) in enumerate(parts):
        if not number and not totals.today:
            day = said_day(totals.as_of, style.lang)
            yield defused(f"{lead}{BRANCH_FILE}:1:1: as-of: {day}\n")
        yield text


lines = Form(_part, _whole)
"""One finding a line, never wrapped; nothing if nothing was found, but a line for a day
that is not today."""


def _branch(
    branch: BranchReport, lead: str, as_of: date, style: Style
) -> Iterator[str]:
    if branch.error is not None:
        code, values, _ = branch.error
        told_text = told_error(code, dict(values), style.lang)
        yield f"{lead}{BRANCH_FILE}:1:1: {clean(code)}: {told_text}"
    for fault in branch.faults:
        sentence, fix = fault_sentence(fault, style.lang)
        stop = "；" if style.lang == "zh" else "; "
        text = stop.join(part for part in (sentence, fix) if part)
        yield (
            f"{lead}{clean(fault.file)}:{fault.line}:{fault.column}: "
            f"{clean(fault.code)}: {text}"
        )
    told = told_of(branch, as_of, style.lang)
    silent = silent_tiers(branch)
    for verdict in branch.verdicts:
        if verdict in silent or not _is_shown(verdict, style):
            continue
        origin = place(verdict)
        yield (
            f"{lead}{clean(origin.file)}:{origin.line}:{origin.column}: "
            f"{clean(verdict.rule)}: {message(verdict, told)}"
        )
    for clash, verdicts in branch.clashing():
        origin = place(verdicts[0])
        names, why = clash_names(verdicts, told), clash_words(clash, told)
        yield (
            f"{lead}{clean(origin.file)}:{origin.line}:{origin.column}: "
            f"{clean(verdicts[0].rule)}: {names}{told.colon}{why}"
        )


def _is_shown(verdict: Verdict, style: Style) -> bool:
    if verdict.folded_into is not None:
        return style.shows("folded")
    if verdict.outcome in _FINDINGS:
        return verdict.level in (Level.ERROR, Level.WARNING) or style.shows("all")
    if verdict.outcome in (Outcome.OPEN, Outcome.PLANNED):
        return verdict.level == Level.WARNING or style.shows("open")
    return style.shows(verdict.outcome.value)
