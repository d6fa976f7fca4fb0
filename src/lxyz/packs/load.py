"""A pack folder to a Pack.

Shipped packs lie in `rules/` inside the package, in a source tree beside `src/`. A
branch may also name a pack by the path of its folder. `bind` makes rules of a pack.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lxyz.errors import PackError
from lxyz.files import Document, Mapping, Node, Scalar, Sequence, read_document
from lxyz.packs import expand
from lxyz.packs.bind import EFFECTIVE, Bound, bind, described, raw_of
from lxyz.packs.check import problems_of
from lxyz.packs.over import in_force, setting_trouble, trouble, written
from lxyz.packs.pack import ClausesFile, PackFile
from lxyz.packs.types import Clauses, Pack, Problem, Raw
from lxyz.records.values import plain

__all__ = [
    "DEPTH",
    "EFFECTIVE",
    "Bound",
    "Clauses",
    "Pack",
    "Problem",
    "Raw",
    "bind",
    "described",
    "find_pack",
    "load_pack",
    "load_packs",
    "read_pack",
    "rules_folder",
    "shipped",
]

DEPTH = 24


def rules_folder() -> Path:
    """The folder of the shipped packs."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rules"
    return inside if inside.is_dir() else package.parent.parent / "rules"


def shipped() -> list[str]:
    """The ids of the shipped packs."""
    folder = rules_folder()
    if not folder.is_dir():
        return []
    return sorted(one.name for one in folder.iterdir() if (one / "pack.yaml").is_file())


def find_pack(name: str, near: Path | None = None) -> Path:
    """The folder of a pack: a shipped id, or a path (from `near`, the branch).

    Raises PackError P001 if there is none.
    """
    looks_like_path = "/" in name or "\\" in name or name.startswith(".")
    if not looks_like_path and (rules_folder() / name / "pack.yaml").is_file():
        return rules_folder() / name
    for base in (near, Path()):
        if base is not None and (base / name / "pack.yaml").is_file():
            return base / name
    raise PackError("P001", pack=name, known="、".join(shipped()))


@lru_cache(maxsize=64)
def load_pack(folder: Path) -> Pack:
    """The pack in a folder. Raises PackError P002 with the first problem."""
    pack = read_pack(folder)
    if pack.problems:
        raise _unusable(list(pack.problems))
    return pack


@lru_cache(maxsize=64)
def load_packs(folders: tuple[Path, ...]) -> tuple[Pack, ...]:
    """The packs in some folders as they are in force together: with those they extend,
    and with what the ones over others set and set aside.

    Raises PackError P002, P003.
    """
    found: dict[Path, Pack] = {}
    for folder in folders:
        pack = load_pack(folder)
        for upper in pack.head.extends:
            path = find_pack(upper, folder.parent)
            found.setdefault(path, load_pack(path))
        found.setdefault(folder, pack)
    return in_force(tuple(found.values()))


def _unusable(problems: list[Problem]) -> PackError:
    first = problems[0]
    more = len(problems) - 1
    return PackError(
        "P002", file=first.file, line=first.line, text=first.text, more=more
    )


def read_pack(folder: Path) -> Pack:
    """The pack in a folder with all its problems. Raises PackError P002 only if there
    is nothing that could be called a pack."""
    problems: list[Problem] = []
    document = _document(folder / "pack.yaml", problems)
    file = _checked(PackFile, document, problems)
    if file is None:
        raise _unusable(problems)
    assert isinstance(document.root, Mapping)
    uppers = _uppers(file, folder, document, problems)
    values = {name: param.value for name, param in file.params.items()}
    raws: list[Raw] = []
    instead: dict[str, str] = {}
    for rule, line in zip(file.rules, _lines(document.root, "rules"), strict=False):
        one, wrong = written(rule, file.pack.from_, uppers)
        if wrong:
            problems.append(
                Problem(document.file, line, f"{rule.get('id', '?')}: {wrong}")
            )
        for tight in (t for row in expand.rows(one.rule) for t in expand.soft(row)):
            raw, troubles = raw_of(tight, line, values)
            troubles += [wrong] if (wrong := trouble(one, raw)) else []
            problems.extend(Problem(document.file, line, text) for text in troubles)
            raws.append(raw)
        if one.verb == "instead":
            instead[one.of] = f"{file.pack.id}/{one.rule.get('id', '?')}"
    pack = Pack(
        file.pack,
        folder,
        file.leaders,
        file.implies,
        file.params,
        file.words,
        tuple(raws),
        _clauses(folder, problems),
        (),
        sets=file.set,
        instead=instead,
    )
    problems.extend(problems_of(pack))
    return pack._replace(problems=tuple(problems))


def _uppers(
    file: PackFile, folder: Path, document: Document, problems: list[Problem]
) -> dict[str, Pack]:
    """The packs that a pack extends, by id, each with one origin."""
    uppers: dict[str, Pack] = {}
    origins: set[str] = set()

    def tell(text: str, *place: str) -> None:
        assert document.root is not None
        problems.append(Problem(document.file, _line(document.root, place), text))

    for name in file.pack.extends:
        try:
            upper = load_pack(find_pack(name, folder.parent))
        except PackError as error:
            tell(f"extends: {name}: {error}", "pack", "extends")
            continue
        above = {upper.id, *upper.head.extends}
        if origins & above:
            tell(
                f"extends: {name}: {'、'.join(sorted(origins & above))} twice",
                "pack",
                "extends",
            )
        origins |= above
        uppers[upper.id] = upper
    for name, setting in file.set.items():
        if wrong := setting_trouble(name, setting, uppers):
            tell(wrong, "set", name)
    return uppers


def _clauses(folder: Path, problems: list[Problem]) -> Clauses:
    """The entries of `clauses.yaml`, if there is one."""
    if not (folder / "clauses.yaml").is_file():
        return Clauses({})
    document = _document(folder / "clauses.yaml", problems)
    found = _checked(ClausesFile, document, problems)
    if found is None:
        return Clauses({})
    assert isinstance(document.root, Mapping)
    lines = _lines(document.root, "clauses")
    entries: dict[str, Any] = {}
    places: dict[str, int] = {}
    for clause, line in zip(found.clauses, lines, strict=False):
        if clause.id in entries:
            problems.append(Problem(document.file, line, f"id twice: {clause.id}"))
        entries.setdefault(clause.id, clause)
        places.setdefault(clause.id, line)
    return Clauses(entries, places)


def _document(path: Path, problems: list[Problem]) -> Document:
    document = read_document(path, f"{path.parent.name}/{path.name}", most_depth=DEPTH)
    for fault in document.faults:
        told = " ".join(f"{name}={value}" for name, value in fault.values)
        problems.append(Problem(fault.file, fault.line, f"{fault.code} {told}".strip()))
    return document


def _checked(model: Any, document: Document, problems: list[Problem]) -> Any:
    if not isinstance(document.root, Mapping):
        if not problems:
            problems.append(Problem(document.file, 1, "not a mapping"))
        return None
    try:
        return model.model_validate(plain(document.root))
    except ValidationError as error:
        for one in error.errors():
            line = _line(document.root, one["loc"])
            where = ".".join(str(part) for part in one["loc"])
            problems.append(Problem(document.file, line, f"{where}: {one['msg']}"))
        return None


def _line(node: Node, path: tuple[int | str, ...]) -> int:
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


def _lines(root: Mapping, name: str) -> list[int]:
    """The lines of the items of a list under a key."""
    for key, value in root.pairs:
        if key.value == name and isinstance(value, Sequence):
            return [item.line for item in value.items]
        if key.value == name and isinstance(value, Scalar):
            return [value.line]
    return []
