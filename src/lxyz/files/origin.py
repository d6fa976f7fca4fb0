"""Places in files, and faults: what a person wrote that cannot be used as written.

Lines and columns count from 1, columns in characters, as editors show them. A fault is
a value and is never raised. It has a code, a place, and the words that are filled into
the sentence of its code; `render` makes the sentence.
"""

from __future__ import annotations

from typing import Any

from lxyz.base.named import NamedTuple

MOST_FAULTS = 1_000
"""The most faults of one file that are kept."""


class Origin(NamedTuple):
    """A place in a file; `file` is relative to the branch folder, with `/`."""

    file: str
    line: int = 1
    column: int = 1


class Fault(NamedTuple):
    """Something a person wrote that cannot be used as written.

    `level` is `error` (it must be put right: the record, field or part of it is not
    used) or `warning` (it is used as it stands, and should be put right). `values` are
    (name, text) pairs.
    """

    code: str
    file: str
    line: int
    column: int
    values: tuple[tuple[str, str], ...] = ()
    level: str = "error"

    @property
    def origin(self) -> Origin:
        """The place of the fault."""
        return Origin(self.file, self.line, self.column)


class Faults(list[Fault]):
    """Faults as they are found; `add` is the short way to write one down."""

    def cut(self) -> None:
        """Keeps the first thousand faults; at the place of the next one, adds the fault
        F013 with the number of all."""
        if len(self) > MOST_FAULTS:
            count, last = len(self), self[MOST_FAULTS]
            del self[MOST_FAULTS:]
            self.add("F013", last.origin, count=count, limit=MOST_FAULTS)

    def add(
        self, code: str, at: Origin, *, level: Any = "error", **values: object
    ) -> None:
        """Adds the fault `code` at the place `at`; `values` fill in its sentence."""
        told = tuple((name, str(value)) for name, value in values.items())
        self.append(Fault(code, at.file, at.line, at.column, told, level))

    def warn(self, code: str, at: Origin, **values: object) -> None:
        """Adds a warning: the text is used as it stands."""
        self.add(code, at, level="warning", **values)
