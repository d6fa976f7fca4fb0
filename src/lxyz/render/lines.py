"""Plain lines for pipes and editors: `path/file:line:column: code: sentence`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.render.entries import silent_tiers
from lxyz.render.faults import fault_sentence, told_error
from lxyz.render.form import Form, Run
from lxyz.render.places import place
from lxyz.render.safe import clean, defused
from lxyz.render.sentences import message
from lxyz.render.style import Style
from lxyz.render.telling import told_of
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Level, Outcome, Verdict

_FINDINGS = frozenset(
    (Outcome.OVERDUE, Outcome.MISSED, Outcome.UNDECIDABLE, Outcome.LATE)
)


def _part(branch: BranchReport, run: Run) -> str:
    found = _branch(branch, run.as_of, run.style)
    return defused("".join(f"{line}\n" for line in found))


def _whole(parts: Iterable[str], _totals: Totals, _style: Style) -> Iterator[str]:
    yield from parts


lines = Form(_part, _whole)
"""One finding a line, never wrapped; nothing if nothing was found."""


def _branch(branch: BranchReport, as_of: date, style: Style) -> Iterator[str]:
    root = clean(branch.path).rstrip("/\\")
    lead = f"{root}/" if root and root != "." else ""
    if branch.error is not None:
        code, values, _ = branch.error
        told_text = told_error(code, dict(values), style.lang)
        yield f"{lead}branch.yaml:1:1: {clean(code)}: {told_text}"
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


def _is_shown(verdict: Verdict, style: Style) -> bool:
    if verdict.folded_into is not None:
        return style.shows("folded")
    if verdict.outcome in _FINDINGS:
        return verdict.level in (Level.ERROR, Level.WARNING) or style.shows("all")
    if verdict.outcome in (Outcome.OPEN, Outcome.PLANNED):
        return verdict.level == Level.WARNING or style.shows("open")
    return style.shows(verdict.outcome.value)
