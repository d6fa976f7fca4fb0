"""The files of a pack to checked shapes, every problem with its line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lxyz.files import Document, Mapping, Node, Sequence, read_document
from lxyz.origin import Fault
from lxyz.packs.pack import Clause, ClausesFile
from lxyz.packs.types import Clauses, Problem
from lxyz.records.values import plain

DEPTH = 24


def read(path: Path, problems: list[Problem]) -> Document:
    """A file of a pack; what is wrong in its text is told."""
    document = read_document(path, f"{path.parent.name}/{path.name}", most_depth=DEPTH)
    for fault in document.faults:
        problems.append(Problem(fault.file, fault.line, coded(fault)))
    return document


def coded(fault: Fault) -> str:
    """A fault as the text of a problem: its code, and its values as `name=value`."""
    told = "".join(f" {name}={value}" for name, value in fault.values)
    return f"{fault.code}{told}"


def checked(model: Any, document: Document, problems: list[Problem]) -> Any:
    """What a document says, as a model has it; None where it does not."""
    if not isinstance(document.root, Mapping):
        if not problems:
            problems.append(Problem(document.file, 1, "not a mapping"))
        return None
    try:
        return model.model_validate(plain(document.root))
    except ValidationError as error:
        for loc, text in troubles(error):
            line = line_of(document.root, loc)
            problems.append(Problem(document.file, line, text))
        return None


def troubles(error: ValidationError) -> list[tuple[tuple[int | str, ...], str]]:
    """Where a model found something wrong, and what: `when.to: String should …`.

    Of a value that may have several shapes only what is wrong deepest in one of them is
    told: that is the shape that was meant.
    """
    found: dict[tuple[int | str, ...], list[tuple[tuple[int | str, ...], str]]] = {}
    for one in error.errors():
        loc = one["loc"]
        shapes = [n for n, part in enumerate(loc) if not _is_key(part)]
        outer = loc[: shapes[0]] if shapes else loc
        keys = tuple(part for part in loc if _is_key(part))
        told = f"{'.'.join(str(part) for part in keys)}: {one['msg']}"
        found.setdefault(outer, []).append((keys, told))
    result: list[tuple[tuple[int | str, ...], str]] = []
    for listed in found.values():
        deepest = max(len(keys) for keys, _ in listed)
        result.extend(one for one in listed if len(one[0]) == deepest)
    return result


def _is_key(part: int | str) -> bool:
    """Whether a part of a place is a key or number, not the name of a shape."""
    return isinstance(part, int) or re.fullmatch(r"[a-z][a-z0-9_-]*", part) is not None


def clauses(folder: Path, problems: list[Problem]) -> Clauses:
    """The entries of `clauses.yaml`, if there is one."""
    if not (folder / "clauses.yaml").is_file():
        return Clauses({}, {})
    document = read(folder / "clauses.yaml", problems)
    found = checked(ClausesFile, document, problems)
    if found is None:
        return Clauses({}, {})
    assert isinstance(document.root, Mapping)
    entries: dict[str, Clause] = {}
    lines: dict[str, int] = {}
    for clause, line in zip(
        found.clauses, lines_of(document.root, "clauses"), strict=True
    ):
        if clause.id in entries:
            problems.append(Problem(document.file, line, f"id twice: {clause.id}"))
        entries.setdefault(clause.id, clause)
        lines.setdefault(clause.id, line)
    return Clauses(entries, lines)


def line_of(node: Node, path: tuple[int | str, ...]) -> int:
    """The line of the deepest part of a path that can be found."""
    line = node.line
    for part in path:
        if isinstance(node, Mapping):
            pair = next(((k, v) for k, v in node.pairs if k.value == part), None)
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
    """The lines of the items of a list under a key."""
    found = next((value for key, value in root.pairs if key.value == name), None)
    return [item.line for item in found.items] if isinstance(found, Sequence) else []
