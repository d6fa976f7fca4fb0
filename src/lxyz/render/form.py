"""A format: what becomes of one branch, and how the parts make a whole.

The part of a branch is made where the branch is checked, in whatever process; only
parts are collected, and of a report on many branches no more than one is in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from lxyz.render.style import Style
from lxyz.report import BranchReport, Outline, Report, Totals, outline


class Run(NamedTuple):
    """The run that a branch is part of: the day, how many branches, and how to write."""

    as_of: date
    branches: int
    style: Style


class Form(NamedTuple):
    """`part` makes a plain value of a branch; `whole` the pieces of the finished text,
    of all parts in order (they can be gone through once) and the totals of the run."""

    part: Callable[[BranchReport, Run], Any]
    whole: Callable[[Iterable[Any], Totals, Style], Iterator[str]]

    def __call__(self, report: Report, style: Style) -> str:
        """A whole report that is in memory, as one text."""
        run = Run(report.as_of, len(report.branches), style)
        parts = [self.part(branch, run) for branch in report.branches]
        return "".join(self.whole(parts, report.totals(), style))

    def maker(self, run: Run) -> Callable[[BranchReport], tuple[Outline, Any]]:
        """The function that makes of a branch its outline and its part."""
        return partial(_made, self.part, run)


def _made(
    part: Callable[[BranchReport, Run], Any], run: Run, branch: BranchReport
) -> tuple[Outline, Any]:
    return outline(branch), part(branch, run)
