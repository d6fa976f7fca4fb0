"""A format: what becomes of one branch, and how the parts make a whole.

The part of a branch is made where the branch is checked, in whatever process; only
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
    """Where paths begin that a service (GitHub, GitLab) reads: at the root of the repository.

    `root` is the root of the repository in which the program was started, else the
    working directory, `here` the working directory; both whole paths. Without them
    paths stay as they were given."""

    root: str = ""
    here: str = ""

    def path(self, folder: str, file: str = "") -> str:
        """A file of a branch folder (or the folder), as seen from the root, with `/`
        and without `./`; what lies on another drive keeps its whole path."""
        # Joined by hand: `.` and `..` are resolved as text, no disk is asked.
        joined = os.path.join(self.here, folder, file)  # noqa: PTH118
        shown = os.path.normpath(joined)
        if self.root:
            with suppress(ValueError):
                shown = os.path.relpath(shown, self.root)
        return shown.replace(os.sep, "/")

    def seen(self, folder: str, place: Origin | Fault) -> Origin:
        """A place in a branch folder, its file as seen from the root."""
        return Origin(self.path(folder, place.file), place.line, place.column)


class Run(NamedTuple):
    """The run that a branch is part of: the day, how many branches, and how to write.
    `today` is False where the day was asked for and is another than today; `ground` is
    where paths begin."""

    as_of: date
    branches: int
    style: Style
    today: bool = True
    ground: Ground = Ground()


class Form(NamedTuple):
    """`part` makes a plain value of a branch; `whole` the pieces of the finished text,
    of all parts in order (they can be gone through again) and the totals of the run.
    `attachments`: it shows them, so they are to be looked at. `escapes`: `json` or `xml`
    where it is written with those."""

    part: Callable[[BranchReport, Run], Any]
    whole: Callable[[Iterable[Any], Totals, Style], Iterator[str]]
    attachments: bool = False
    escapes: str = ""


Wanted = tuple[tuple[Form, Run], ...]


def maker(wanted: Wanted) -> Callable[[BranchReport], tuple[Outline, tuple[Any, ...]]]:
    """The function that makes of a branch its outline and its part in each format: the
    branch is judged once, however many formats are wanted."""
    return partial(_made, wanted)


def _made(wanted: Wanted, branch: BranchReport) -> tuple[Outline, tuple[Any, ...]]:
    return outline(branch), tuple(form.part(branch, run) for form, run in wanted)


class Column:
    """The parts of one format, out of those of all; it can be gone through again."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], number: int) -> None:
        self._rows = rows
        self._number = number

    def __iter__(self) -> Iterator[Any]:
        return (row[self._number] for row in self._rows)


class Formats(Mapping[str, Form]):
    """The formats by name. Each is the value of its own name in a module, which is
    imported when the format is asked for."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Form:
        found: Form = value_of(self._modules[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)
