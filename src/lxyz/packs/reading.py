"""Reads the files of a pack into checked parts; each problem has its line."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.there import is_file
from lxyz.files import Document, Mapping, Node, Scalar, Sequence, read_document
from lxyz.files.nodes import plain
from lxyz.files.origin import Fault
from lxyz.packs.pack import Clause, ClausesFile
from lxyz.packs.part import P, Trouble, part_of
from lxyz.packs.types import Clauses, Problem, Problems

DEPTH = 24


def read(path: Path, problems: Problems) -> Document:
    """A file of a pack as a document; faults in its text are added to the problems."""
    document = read_document(path, f"{path.parent.name}/{path.name}", most_depth=DEPTH)
    problems.extend(
        Problem(
            fault.file,
            fault.line,
            "nothing stands here" if fault.code == "F117" else coded(fault),
        )
        for fault in document.faults
    )
    return document


def coded(fault: Fault) -> str:
    """A fault as the text of a problem: its code, then its values as `name=value`."""
    told = "".join(f" {name}={value}" for name, value in fault.values)
    return f"{fault.code}{told}"


def checked(part: type[P], document: Document, problems: Problems) -> P | None:
    """The part that a document holds; None, with problems added, where it is not well
    formed."""
    if not isinstance(document.root, Mapping):
        if not problems:
            problems.append(Problem(document.file, 1, "not a mapping"))
        return None
    root = document.root
    made, wrong = made_of(part, plain(root))
    problems.extend(
        Problem(document.file, line_of(root, loc), text) for loc, text in wrong
    )
    return made


def made_of(part: type[P], text: Any) -> tuple[P | None, list[Trouble]]:
    """A part made of plain texts; None and the troubles where they do not fit it."""
    try:
        return part_of(part, text), []
    except ValueError:
        from lxyz.packs.shape import troubles_of

        return None, troubles_of(part, text)


def clauses(folder: Path, problems: Problems) -> Clauses:
    """The entries of `clauses.yaml`; none where there is no such file."""
    if not is_file(folder / "clauses.yaml"):
        return Clauses({}, {})
    document = read(folder / "clauses.yaml", problems)
    found = checked(ClausesFile, document, problems)
    if found is None:
        return Clauses({}, {})
    assert isinstance(document.root, Mapping)
    entries: dict[str, Clause] = {}
    lines: dict[str, int] = {}
    twice: list[Problem] = []
    for clause, line in zip(
        found.clauses, lines_of(document.root, "clauses"), strict=True
    ):
        if clause.id in entries:
            twice.append(Problem(document.file, line, f"id twice: {clause.id}"))
        entries.setdefault(clause.id, clause)
        lines.setdefault(clause.id, line)
    problems.extend(twice)
    return Clauses(entries, lines)


@lru_cache(maxsize=8)
def _pairs(node: Mapping) -> dict[int | str, tuple[Scalar, Node]]:
    """The pairs of a mapping by key; kept, as many lines of a large mapping are asked
    for."""
    return {pair[0].value: pair for pair in node.pairs}


def line_of(node: Node, path: tuple[int | str, ...]) -> int:
    """The line of a path in a node, or of the deepest part of it that is there."""
    line = node.line
    for part in path:
        if isinstance(node, Mapping):
            pair = _pairs(node).get(part)
            if pair is None:
                continue
            line, node = pair[0].line, pair[1]
        elif (
            isinstance(node, Sequence)
            and isinstance(part, int)
            and part < len(node.items)
        ):
            node = node.items[part]
            line = node.line
    return line


def lines_of(root: Mapping, name: str) -> list[int]:
    """The lines of the items of the list under a key."""
    found = next((value for key, value in root.pairs if key.value == name), None)
    return [item.line for item in found.items] if isinstance(found, Sequence) else []
