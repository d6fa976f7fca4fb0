"""A text to a tree, and what can be saved of one that is no YAML as a whole.

A syntax error ends a parser. But where a list begins each item at the left edge, every
item is a text of its own, and so is every row of a table: they are read one by one, and
one slip costs one record, not the year.
"""

from __future__ import annotations

from lxyz.files.mistakes import explain, indent_of, trouble_of
from lxyz.files.nodes import Mapping, Node, Sequence
from lxyz.files.origin import Faults, Origin
from lxyz.files.scalars import StopError
from lxyz.files.tree import build
from lxyz.vocabulary import vocabulary

MOST_PIECES = 2_000
"""So many items are read apart, and what is left as one."""
_BY_THE_WAY = ("F117", "F118")


def parse(
    text: str, lines: list[str], file: str, faults: Faults, most_depth: int
) -> Node | None:
    """The tree of a YAML text, or None if there is nothing in it or with a fault.

    `text` is as `decode` gives it, `lines` are its lines.
    """
    found = Faults()
    root = _whole(text, lines, file, found, most_depth, 0)
    if root is not None or not found:
        faults.extend(found)
        return root
    saved = Faults()
    root = _items(lines, file, saved, most_depth, 0)
    faults.extend(saved if root is not None and saved else found)
    return root if saved else None


def _whole(
    text: str, lines: list[str], file: str, faults: Faults, most_depth: int, offset: int
) -> Node | None:
    """The tree of a text; None without a fault if nothing is in it."""
    import yaml

    try:
        return build(text, lines, file, faults, most_depth=most_depth, offset=offset)
    except StopError:
        return None
    except yaml.MarkedYAMLError as error:
        slip, line = explain(lines, trouble_of(error))
    except (yaml.YAMLError, ValueError, OverflowError):
        faults.add("F122", Origin(file, offset + 1))
        return None
    number = line + offset + 1
    before = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)
    above = before + offset + 1
    faults[:] = [  # the same slip, as it looked before the parser gave up
        fault
        for fault in faults
        if fault.line != number
        and not (fault.line == above and fault.code in _BY_THE_WAY)
    ]
    listed = any(f.code == "F105" and f.line == above for f in faults)
    if not (listed and slip.code == "F121"):  # the indent follows from the marker
        faults.add(slip.code, Origin(file, number, slip.column + 1), **slip.values)
    return None


def _items(
    lines: list[str], file: str, faults: Faults, most_depth: int, offset: int
) -> Node | None:
    """The items of a list at the left edge, or the rows of a table, each read apart."""
    starts = [n for n, line in enumerate(lines) if line.startswith("- ") or line == "-"]
    head = "\n".join(lines[: starts[0]]) if starts else ""
    if len(starts) < 2 or not _is_blank(head):
        return _table(lines, file, faults, most_depth, offset)
    root = Sequence(offset + starts[0] + 1, 1, flow=False)
    del starts[MOST_PIECES + 1 :]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        piece = lines[start:end]
        found = Faults()
        node = _whole("\n".join(piece), piece, file, found, most_depth, offset + start)
        if node is None:
            saved = Faults()
            node = _table(piece, file, saved, most_depth, offset + start)
            if node is not None:
                found = saved
        faults.extend(found)
        if isinstance(node, Sequence):
            root.items.extend(node.items)
    return root


def _is_blank(text: str) -> bool:
    return all(not line.strip() or line.lstrip()[0] == "#" for line in text.split("\n"))


def _table(
    lines: list[str], file: str, faults: Faults, most_depth: int, offset: int
) -> Node | None:
    """A record with rows: the head is read without them, then each row."""
    rows = {f"{word}:" for word in vocabulary().row_keys}
    head_line = next(
        (n for n, line in enumerate(lines) if line.strip(" -") in rows), -1
    )
    first = head_line + 1
    if (
        head_line < 0
        or first >= len(lines)
        or not lines[first].lstrip(" ").startswith("- ")
    ):
        return None
    indent = indent_of(lines[first])
    mark = " " * indent + "- "
    end = first
    starts = []
    while end < len(lines) and _belongs(lines[end], indent, mark):
        if lines[end].startswith(mark):
            starts.append(end)
        end += 1
    del starts[MOST_PIECES + 1 :]
    held = [*lines[:first], mark + "x: x", *[""] * (end - first - 1), *lines[end:]]
    root = _whole("\n".join(held), held, file, faults, most_depth, offset)
    read = _rows_of(root, head_line + offset + 1)
    if read is None:
        return None
    read.items.clear()
    for start, stop in zip(starts, [*starts[1:], end], strict=True):
        piece = lines[start:stop]
        node = _whole(
            "\n".join(piece), piece, file, faults, most_depth - 1, offset + start
        )
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
