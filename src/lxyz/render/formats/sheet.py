"""Every verdict and fault as a row of a table: CSV (RFC 4180) for Excel and WPS.

The text is UTF-8 with a byte order mark: without it a Chinese Excel reads GBK. Every
cell is in quotes. A cell that a spreadsheet would take for a formula, also by a
full-width sign, begins with `'` (OWASP, CSV injection). A spreadsheet with `;` as
separator begins a new cell after a `;`, so what follows a `;` is treated alike.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.base.late import late
from lxyz.render.form import Form, Run
from lxyz.render.formats.found import Found, clashes_in, troubles_in
from lxyz.render.page.safe import clean, shortened
from lxyz.render.page.style import Style
from lxyz.render.verdict.message import message
from lxyz.render.verdict.places import place
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.telling import told_of
from lxyz.render.wording.heads import as_of_words
from lxyz.render.wording.terms import term, terms
from lxyz.render.wording.words import commas, modality
from lxyz.report import BranchReport, Totals
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import Verdict
from lxyz.vocabulary import say

LONGEST = 8_000
"""Characters of a cell; Excel takes 32,767."""
_FORMULA = late(r"(^|;)(?=\s*[=+\-@＝＋－＠﹦﹢﹣﹫])")


def _part(branch: BranchReport, run: Run) -> str:
    return _written(_rows(branch, run))


def _rows(branch: BranchReport, run: Run) -> Iterator[list[object]]:
    lang = run.style.lang
    name = branch.name or branch.path
    day = as_of_words(run.as_of, lang, today=run.today)
    empty = [""] * 7

    def row(one: Found, kind: str) -> list[object]:
        path = run.ground.path(branch.path, one.origin.file)
        level = term("fault-levels", one.level, lang, one.level)
        told = [name, term("outcomes", kind, lang), level, one.text, one.fix]
        return [*told, *empty, "", "", one.code, path, one.origin.line, "", day]

    told = told_of(branch, run.as_of, lang, today=run.today)
    yield from (row(one, "faults") for one in troubles_in(branch, run))
    yield from (row(one, "clash") for one in clashes_in(branch, told))
    for one in branch.verdicts:
        origin = place(one, branch, told.book)
        yield [
            name,
            term("outcomes", one.outcome.value, lang),
            term("levels", one.level.value, lang),
            message(one, told),
            remedy(one, told),
            one.subject.name,
            one.span.first,
            one.span.last,
            one.due,
            one.until,
            one.need,
            one.have,
            modality(one.modality, lang),
            one.clause,
            one.rule,
            run.ground.path(branch.path, origin.file),
            origin.line,
            _notes(one, lang),
            day,
        ]


def _notes(verdict: Verdict, lang: str) -> str:
    """Notes on a verdict: into which rule it is folded, and that the committee above
    owes it."""
    told = []
    if verdict.folded_into is not None:
        into = clean(verdict.folded_into.partition("|")[0])
        told.append(say(lang, f"归并入 {into}", f"folded into {into}"))
    if ACCEPTED in verdict.notes:
        told.append(say(lang, "已接受（基线）", "accepted (baseline)"))
    if verdict.debtor != "branch":
        told.append(say(lang, "上级党组织办", "the committee above"))
    return commas(told, lang)


def cell(value: object) -> str:
    """A value as the text of a cell, harmless in any spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, date | int):
        return str(value)
    text = shortened(clean(str(value)), LONGEST)
    return _FORMULA.sub(r"\1'", text)


def _written(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue()


def _whole(parts: Iterable[str], _totals: Totals, style: Style) -> Iterator[str]:
    heads = [term("columns", name, style.lang) for name in terms("columns")]
    mark = "\ufeff" if style.unicode else ""  # else it is not UTF-8
    yield mark + _written([heads])
    yield from parts


sheet = Form(_part, _whole)
"""One table of all branches: every verdict, met ones too, to be filtered."""
