"""The nodes of a document: texts, mappings and lists, each with its place.

Lines and columns count from 1. `spoiled` means that a part could not be read: of a
mapping it names the keys, of a list it is True. The fault has been added already; what
is left is not the whole.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any

from lxyz.base.named import NamedTuple

_NONE: frozenset[str] = frozenset()


class Scalar(NamedTuple):
    r"""A text as written; `style` is `plain`, `quoted` or `block`.

    `indent` is the number of blanks before the lines of a block; `raw` is the source
    from the first quote on where it is not the text itself (`\"`, `''`).
    """

    value: str
    line: int
    column: int
    style: str
    indent: int = 0
    raw: str = ""

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset` of the value."""
        if self.style == "plain":
            return self.line, self.column + offset
        if self.style == "block":
            start = self.value.rfind("\n", 0, offset) + 1
            before = self.value.count("\n", 0, offset)
            return self.line + 1 + before, self.indent + offset - start + 1
        inside = _in_source(self.raw)[offset] if self.raw else offset + 1
        return self.line, self.column + inside


class Mapping:
    """Key and value pairs in order; `flow` if written in braces."""

    __slots__ = ("column", "flow", "line", "pairs", "spoiled")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.pairs: list[tuple[Scalar, Node]] = []
        self.spoiled: AbstractSet[str] = _NONE

    def spoil(self, *keys: str) -> None:
        """Notes that the values under these keys could not be read; "" stands for a key
        that is not known."""
        if not isinstance(self.spoiled, set):
            self.spoiled = set(self.spoiled)
        self.spoiled.update(keys)


class Sequence:
    """Items in order; `flow` if written in brackets."""

    __slots__ = ("column", "flow", "items", "line", "spoiled")

    def __init__(self, line: int, column: int, flow: bool) -> None:
        self.line = line
        self.column = column
        self.flow = flow
        self.items: list[Node] = []
        self.spoiled = False


Node = Scalar | Mapping | Sequence

_LONG = {"x": 4, "u": 6, "U": 10}


@lru_cache(maxsize=16)
def _in_source(raw: str) -> tuple[int, ...]:
    """The offset in its source of each character of a quoted text, and of its end."""
    places, at = [1], 1
    while at < len(raw):
        if raw[0] == '"' and raw[at] == "\\":
            at += _LONG.get(raw[at + 1 : at + 2], 2)
        else:
            at += 2 if raw[0] == "'" == raw[at] else 1
        places.append(at)
    return tuple(places)


def plain(node: Node) -> Any:
    """A node as texts, tuples and dicts, for files that are not records (rule
    packs)."""
    if isinstance(node, Scalar):
        return node.value if node.style == "block" else node.value.strip()
    if isinstance(node, Sequence):
        return tuple(plain(item) for item in node.items)
    return {key.value: plain(value) for key, value in node.pairs}
