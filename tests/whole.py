"""Whole runs in memory: the program keeps no more than one branch, a test looks at all."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lxyz.files import read_document
from lxyz.fleet.branch import Options
from lxyz.fleet.many import Asked, each
from lxyz.records import Record, read_records
from lxyz.render import FORMATS, Run, Style
from lxyz.report import BranchReport, Totals, outline
from lxyz.vocabulary import vocabulary


class Report(NamedTuple):
    """What a run found, in the order of its branches."""

    as_of: date
    branches: tuple[BranchReport, ...]

    def totals(self) -> Totals:
        """All branches added up."""
        totals = Totals(self.as_of)
        for branch in self.branches:
            totals.add(outline(branch))
        return totals


def check(
    found: Sequence[Path],
    options: Options,
    *,
    jobs: int = 1,
) -> Report:
    """The reports on branch folders, in the order given."""
    tasks = [Asked(path, options) for path in found]
    return Report(options.as_of, tuple(each(tasks, copy, jobs)))


def page_of(folder: Path, as_of: str, form: str = "text", **how: object) -> str:
    """What a format says of a branch on a day, in lines that go on to their end."""
    report = check([folder], Options(date.fromisoformat(as_of)))
    return in_full(form, report, Style(**{"width": 500, **how}))  # type: ignore[arg-type]


def in_full(name: str, report: Report, style: Style) -> str:
    """A report in a format, as one text."""
    form, run = FORMATS[name], Run(report.as_of, len(report.branches), style)
    parts = [form.part(branch, run) for branch in report.branches]
    return "".join(form.whole(parts, report.totals(), style))


def records(file: Path) -> list[Record]:
    """The records of a file that has no faults."""
    document = read_document(file, file.name)
    found, faults = read_records(document, vocabulary())
    assert (document.faults, faults) == ((), [])
    return found
