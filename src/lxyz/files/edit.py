"""Adds entries to lists in a file that somebody wrote, without changing a byte that is
there.

The places are those that the reader gave the nodes, so an entry goes where the reader
saw the list end. Entries are given as lines without indent and line ends; they get
those of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence as Lines

from lxyz.files.nodes import Mapping, Node, Scalar, Sequence

_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_LINES = re.compile("[^\r\n]*(?:\r\n|\r|\n|\\Z)")
# What may stand between the last entry of braces or brackets and their end.
_BEFORE_END = re.compile("(?:[ \t\r\n,]|(?<=[ \t\r\n])#[^\r\n]*)*")


def decoded(data: bytes) -> tuple[bytes, str, str]:
    """The byte order mark of a file (or b""), its encoding, and its text with its own
    line ends."""
    mark = next((one for one in _MARKS if data.startswith(one)), b"")
    codec = _MARKS.get(mark, "utf-8")
    rest = data[len(mark) :]
    try:
        return mark, codec, rest.decode(codec)
    except UnicodeDecodeError:
        return mark, "gb18030", rest.decode("gb18030", errors="replace")


class Text:
    """The text of a file that was read without a fault, and what is to be added to it.
    Encoded again, the old text gives the same bytes."""

    def __init__(self, data: bytes) -> None:
        self._mark, self._codec, self._text = decoded(data)
        self._lines = [one[0] for one in _LINES.finditer(self._text) if one[0]]
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._put: list[tuple[int, str]] = []

    def add(
        self,
        node: Sequence,
        blocks: Lines[Lines[str]],
        braces: Lines[str],
        *,
        at_end: bool = False,
    ) -> None:
        """Adds entries behind the last one of a list that is not empty.

        `blocks` are the entries as lines; `braces` are the same entries as texts in
        braces, used if the list is written in brackets. `at_end`: the list is the whole
        file, so comments and blank lines behind its last entry belong to that entry.
        """
        end = self._end(node.items[-1])
        if node.flow:
            self._put.append((end, "".join(f", {one}" for one in braces)))
            return
        indent = " " * (node.column - 1)
        lines = [
            f"{indent}{'  ' if number else '- '}{line}"
            for block in blocks
            for number, line in enumerate(block)
        ]
        # Otherwise above comments that follow: they may belong to what comes next.
        number = len(self._lines) - 1 if at_end else self._line_of(end)
        self._after(number, lines)

    def data(self) -> bytes:
        """The bytes of the file with all additions."""
        made, before = [], 0
        for place, text in sorted(self._put, key=lambda one: one[0]):
            made += [self._text[before:place], text]
            before = place
        made.append(self._text[before:])
        return self._mark + "".join(made).encode(self._codec)

    def _after(self, number: int, lines: Lines[str]) -> None:
        """Adds lines behind the line `number`, which may be the last one, without a
        line end."""
        own = _ending(self._lines[number])
        ending = own or _ending(self._lines[0]) or "\n"
        text = "".join(f"{line}{ending}" for line in lines)
        if not own:
            text = ending + text.removesuffix(ending)
        self._put.append((self._starts[number + 1], text))

    def _line_of(self, place: int) -> int:
        """The number (from 0) of the line of the character before a place."""
        return next(n for n, start in enumerate(self._starts[1:]) if place <= start)

    def _end(self, node: Node) -> int:
        """The place right behind a node."""
        start = self._starts[node.line - 1] + node.column - 1
        if isinstance(node, Scalar):
            if node.style == "block":
                number = node.line + node.value.count("\n")
                return self._starts[number] + len(self._lines[number].rstrip("\r\n"))
            if node.style == "quoted":
                return start + len(node.raw or f"'{node.value}") + 1
            return start + len(node.value)
        inner = (
            [one[1] for one in node.pairs] if isinstance(node, Mapping) else node.items
        )
        end = self._end(inner[-1])
        # The pair in `[a: b]` is a mapping without braces of its own.
        if node.flow and self._text[start] in "{[":
            found = _BEFORE_END.match(self._text, end)
            assert found is not None  # it matches nothing, too
            end = found.end() + 1
        return end


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
