"""Where something was written, and what could not be read there.

Lines and columns count from 1, columns in characters, as editors show them.
A fault is a value, never raised: it has a code, a place and the words that fill in
the sentence of its code. Sentences are made in `render`.
"""

from __future__ import annotations

from typing import Any

from lxyz.base.named import NamedTuple

MOST_FAULTS = 1_000
"""How many faults of one file are told."""


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
        """Keeps the first thousand; where one more was, says how many there are."""
        if len(self) > MOST_FAULTS:
            count, last = len(self), self[MOST_FAULTS]
            del self[MOST_FAULTS:]
            self.add("F013", last.origin, count=count, limit=MOST_FAULTS)

    def add(
        self, code: str, at: Origin, *, level: Any = "error", **values: object
    ) -> None:
        """Append the fault `code` at the place `at`."""
        told = tuple((name, str(value)) for name, value in values.items())
        self.append(Fault(code, at.file, at.line, at.column, told, level))

    def warn(self, code: str, at: Origin, **values: object) -> None:
        """The same of what is used as it stands."""
        self.add(code, at, level="warning", **values)
