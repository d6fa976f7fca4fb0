"""A format: what it writes of one branch, and how it joins these parts to one text.

The part of a branch is made in the process that checks the branch; only
parts are collected, and of a report on many branches no more than one is in memory.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Any

from lxyz.base.late import value_of
from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault, Origin
from lxyz.render.page.style import Style
from lxyz.report import BranchReport, Outline, Totals, outline


class Ground(NamedTuple):
    """Where the paths begin that a service (GitHub, GitLab) reads in a report.

    - `root`: the root of the repository in which the program was started; outside any
      repository the working directory
    - `here`: the working directory

    Both are absolute. If both are empty, paths stay as they were given."""

    root: str = ""
    here: str = ""

    def path(self, folder: str, file: str = "") -> str:
        """The path from the root to a file of a branch folder, or to the folder itself.

        It has `/` on every system and no `./`. A file on another drive keeps its
        absolute path."""
        # `.` and `..` are resolved in the text alone: the disk is not read.
        joined = os.path.join(self.here, folder, file)  # noqa: PTH118
        shown = os.path.normpath(joined)
        if self.root:
            with suppress(ValueError):
                shown = os.path.relpath(shown, self.root)
        return shown.replace(os.sep, "/")

    def seen(self, folder: str, place: Origin | Fault) -> Origin:
        """The place of a record or a fault, with the path of its file from the root."""
        return Origin(self.path(folder, place.file), place.line, place.column)


class Run(NamedTuple):
    """The run in which a branch is checked.

    - `as_of`: the day on which the branches are judged
    - `branches`: how many branches the run checks
    - `style`: how to write: language, width, colour
    - `today`: False if `as_of` was asked for and is not today
    - `ground`: where paths begin"""

    as_of: date
    branches: int
    style: Style
    today: bool = True
    ground: Ground = Ground()


class Form(NamedTuple):
    """A format of reports.

    - `part`: makes a plain value of the report on a branch
    - `whole`: makes the pieces of the finished text, from the parts in order (it may
      iterate over them more than once), the totals of the run and the style
    - `attachments`: whether the format shows attachments, so that the check reads them
    - `escapes`: `json` or `xml` if the text may have escapes of that language"""

    part: Callable[[BranchReport, Run], Any]
    whole: Callable[[Iterable[Any], Totals, Style], Iterator[str]]
    attachments: bool = False
    escapes: str = ""


Wanted = tuple[tuple[Form, Run], ...]


def maker(wanted: Wanted) -> Callable[[BranchReport], tuple[Outline, tuple[Any, ...]]]:
    """A function that makes the outline of a branch and its part in each wanted format.

    So a branch is judged once, however many formats are wanted."""
    return partial(_made, wanted)


def _made(wanted: Wanted, branch: BranchReport) -> tuple[Outline, tuple[Any, ...]]:
    return outline(branch), tuple(form.part(branch, run) for form, run in wanted)


class Column:
    """The parts of one format, taken from rows with the parts of all formats.

    It can be iterated over more than once."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], number: int) -> None:
        self._rows = rows
        self._number = number

    def __iter__(self) -> Iterator[Any]:
        return (row[self._number] for row in self._rows)


class Formats(Mapping[str, Form]):
    """The formats by name. The module of a format is imported only when the format is
    asked for."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Form:
        found: Form = value_of(self._modules[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)
