"""Plain lines for pipes and editors: `path/file:line:column: code: sentence`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.files.find import BRANCH_FILE
from lxyz.render.form import Form, Run
from lxyz.render.formats.found import found_in
from lxyz.render.page.safe import defused
from lxyz.render.page.style import Style
from lxyz.render.said.faults import with_fix
from lxyz.render.verdict.places import at_column, lead_of
from lxyz.render.wording.heads import as_of_words
from lxyz.report import BranchReport, Totals


def _part(branch: BranchReport, run: Run) -> tuple[str, str]:
    """The beginning of the paths of the branch, and its lines."""
    lead = lead_of(branch.path)
    found = _branch(branch, lead, run)
    return lead, defused("".join(f"{line}\n" for line in found))


def _whole(
    parts: Iterable[tuple[str, str]], totals: Totals, style: Style
) -> Iterator[str]:
    for number, (lead, text) in enumerate(parts):
        if not number and not totals.today:
            day = as_of_words(totals.as_of, style.lang)
            yield defused(f"{lead}{BRANCH_FILE}:1:1: as-of: {day}\n")
        yield text


lines = Form(_part, _whole)
"""One finding a line, never wrapped; nothing if nothing was found, but a line for a day
that is not today."""


def _branch(branch: BranchReport, lead: str, run: Run) -> Iterator[str]:
    for one in found_in(branch, run):
        # `lxyz explain` tells what to do about a verdict.
        fix = one.fix if one.verdict is None else ""
        text = with_fix(one.text, fix, run.style.lang)
        yield f"{at_column(one.origin, lead)}: {one.code}: {text}"
