"""Reads a text into a tree; if it is not valid YAML as a whole, reads the parts that
are.

A syntax error ends the parser. But the items of a list at the left edge, and the rows
of a table, can each be read as a text of their own. So one mistake costs one record,
not the whole file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.files.mistakes import explain, indent_of, line_before, trouble_of
from lxyz.files.nodes import Mapping, Node, Sequence
from lxyz.files.origin import Faults, Origin
from lxyz.files.scalars import StopError
from lxyz.files.tree import build
from lxyz.vocabulary import vocabulary

MOST_PIECES = 2_000
"""At most so many items are read one by one; the rest is read as one text."""
_BY_THE_WAY = ("F117", "F118")


class _Piece:
    """Lines of a file that are read by themselves; `offset` lines stand before them."""

    def __init__(
        self, lines: list[str], file: str, most_depth: int, offset: int = 0
    ) -> None:
        self.lines = lines
        self.file = file
        self.most_depth = most_depth
        self.offset = offset

    def parts(self, starts: list[int], end: int, depth: int = 0) -> Iterator[_Piece]:
        """The pieces that begin at the lines `starts`, up to the line `end`. `depth` is
        taken from the depth of nesting that is allowed in them."""
        del starts[MOST_PIECES + 1 :]
        for start, stop in zip(starts, [*starts[1:], end], strict=True):
            lines, most_depth = self.lines[start:stop], self.most_depth - depth
            yield _Piece(lines, self.file, most_depth, self.offset + start)


def parse(lines: list[str], file: str, faults: Faults, most_depth: int) -> Node | None:
    """The tree of a YAML text, given as lines of what `decode` returns. None if there
    is nothing in it, or after a fault if nothing can be read."""
    piece = _Piece(lines, file, most_depth)
    found = Faults()
    root = _whole(piece, found)
    if root is not None or not found:
        faults.extend(found)
        return root
    saved = Faults()
    root = _items(piece, saved)
    faults.extend(saved if root is not None and saved else found)
    return root if saved else None


def _whole(piece: _Piece, faults: Faults) -> Node | None:
    """The tree of a text; None without a fault if nothing is in it."""
    import yaml

    lines, file, offset = piece.lines, piece.file, piece.offset
    try:
        return build(lines, file, faults, most_depth=piece.most_depth, offset=offset)
    except StopError:
        return None
    except yaml.MarkedYAMLError as error:
        slip, line = explain(lines, trouble_of(error))
    except (yaml.YAMLError, ValueError, OverflowError):
        faults.add("F122", Origin(file, offset + 1))
        return None
    number = line + offset + 1
    above = line_before(lines, line) + offset + 1
    faults[:] = [  # faults of the same mistake, found before the parser gave up
        fault
        for fault in faults
        if fault.line != number
        and not (fault.line == above and fault.code in _BY_THE_WAY)
    ]
    listed = any(f.code == "F105" and f.line == above for f in faults)
    if not (listed and slip.code == "F121"):  # the indent follows from the marker
        faults.add(slip.code, Origin(file, number, slip.column + 1), **slip.values)
    return None


def _items(piece: _Piece, faults: Faults) -> Node | None:
    """The items of a list at the left edge, or the rows of a table, each read apart."""
    lines = piece.lines
    starts = [n for n, line in enumerate(lines) if line.startswith("- ") or line == "-"]
    if len(starts) < 2 or not all(map(_is_blank, lines[: starts[0]])):
        return _table(piece, faults)
    root = Sequence(piece.offset + starts[0] + 1, 1, flow=False)
    for part in piece.parts(starts, len(lines)):
        found = Faults()
        node = _whole(part, found)
        if node is None:
            saved = Faults()
            node = _table(part, saved)
            if node is not None:
                found = saved
        faults.extend(found)
        if isinstance(node, Sequence):
            root.items.extend(node.items)
    return root


def _is_blank(line: str) -> bool:
    return not line.strip() or line.lstrip()[0] == "#"


def _table(piece: _Piece, faults: Faults) -> Node | None:
    """A record with rows: the head is read without them, then each row."""
    lines = piece.lines
    rows = {f"{word}:" for word in vocabulary().row_keys}
    first = next((n for n, line in enumerate(lines, 1) if line.strip(" -") in rows), 0)
    if not 0 < first < len(lines) or not lines[first].lstrip(" ").startswith("- "):
        return None
    indent = indent_of(lines[first])
    mark = " " * indent + "- "
    end = first
    starts = []
    while end < len(lines) and _belongs(lines[end], indent, mark):
        if lines[end].startswith(mark):
            starts.append(end)
        end += 1
    held = [*lines[:first], mark + "x: x", *[""] * (end - first - 1), *lines[end:]]
    root = _whole(_Piece(held, piece.file, piece.most_depth, piece.offset), faults)
    read = _rows_of(root, first + piece.offset)
    if read is None:
        return None
    read.items.clear()
    for part in piece.parts(starts, end, depth=1):
        node = _whole(part, faults)
        if isinstance(node, Sequence):
            read.items.extend(node.items)
    return root


def _belongs(line: str, indent: int, mark: str) -> bool:
    """Whether a line is in a list whose items begin with `mark`."""
    if not line.strip() or line.startswith(mark):
        return True
    return indent_of(line) > indent


def _rows_of(root: Node | None, line: int) -> Sequence | None:
    """The list under the key of that line."""
    record = root.items[0] if isinstance(root, Sequence) and root.items else root
    if isinstance(record, Mapping):
        for key, value in record.pairs:
            if key.line == line and isinstance(value, Sequence):
                return value
    return None
