"""Which files there are: branch folders below a path, record files below a branch.

Symbolic links are never followed, hidden folders never entered; the order is that of
the names, so that two machines agree.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path

from lxyz.base.late import late

BRANCH_FILE = "branch.yaml"
PACK_FILES = ("pack.yaml", "clauses.yaml", "cases.yaml")
_SUFFIXES = (".yaml", ".yml")
_HIDDEN = tuple(
    f"{suffix}.{added}"
    for suffix in _SUFFIXES
    for added in ("txt", "doc", "docx", "wps")
)
"""Endings added by an editor that hides the real one or has one of its own:
.yaml.txt."""
_COPY = late(r"(?i)(.*)(\.ya?ml)( ?(?:[(（]\d{1,3}[)）]|- ?副本.*))")
"""The name that a system gives to a second copy of a file: 党课.yaml(1), 党课.yaml - 副本."""
_SLIPS = (".ymal", ".yalm", ".ymla", ".yam")
_NEARLY = frozenset(f"branch{suffix}" for suffix in _SUFFIXES)
"""Names (in lower case) of files that are meant to be `branch.yaml`."""
_BACKUPS = ("~$", "._")
_DEEPEST = 60
_BY_NAME = attrgetter("name")


def meant_as(name: str) -> str:
    """The intended name of a file that is not read because its name is wrong:
    党课.yaml.txt, 党课。yaml, 党课.ymal, 党课.yaml(1). "" for every other file."""
    lower = name.lower()
    if lower.endswith(_HIDDEN):
        return name[: name.rindex(".")]
    is_copy = name.endswith((")", "）")) or "副本" in name
    if is_copy and (copy := _COPY.fullmatch(name)):
        return f"{copy[1]}{copy[3].rstrip()}{copy[2]}"
    if lower.endswith(_SLIPS):
        return f"{name[: name.rindex('.')]}.yaml"
    if lower.endswith(_SUFFIXES) or (name.isascii() and not name.endswith(" ")):
        return ""
    plain = unicodedata.normalize("NFKC", name).replace("。", ".")
    plain = "".join(one for one in plain if one.isprintable()).strip()
    return plain if plain.lower().endswith(_SUFFIXES) else ""


def branches(root: Path) -> Iterator[Path]:
    """The branch folders at or below `root`, sorted by path.

    A folder with `branch.yaml` is a branch. Its subfolders are searched too, as a
    branch may lie inside another one's repository. To be reported, two more sorts of
    folders outside a branch are given: with a misspelt `branch.yaml` (see `misnamed`),
    and those that cannot be listed. Raises OSError if `root` cannot be listed.
    """
    yield from _branches(str(root), _entries(root), _DEEPEST)


def beside(roots: Iterable[Path], found: Iterable[Path]) -> Iterator[Path]:
    """Folders next to the branches `found` (at or below `roots`) that hold YAML files
    but no profile, no branch and no rule pack. They may be branches without a profile,
    which nobody would notice are not read. Folders that cannot be listed are left
    out."""
    named, known = set(roots), set(found)
    holding = known.union(*(one.parents for one in known))
    for folder in sorted({one.parent for one in known - named}):
        if not known.isdisjoint((folder, *folder.parents)):
            continue  # within a branch
        for entry in _listed(folder, _DEEPEST) or ():
            path = Path(entry.path)
            if path in holding or not _is_folder(entry) or entry.name.startswith("."):
                continue
            below = _listed(entry, _DEEPEST) or []
            if not _holds_packs(below) and any(_walk(below, "", _DEEPEST)):
                yield path


def _holds_packs(entries: list[os.DirEntry[str]]) -> bool:
    """Whether a folder of these entries is a rule pack, or holds some."""
    folders = [_listed(entry, _DEEPEST) or [] for entry in entries if _is_folder(entry)]
    return any(
        one.name == PACK_FILES[0] for held in (entries, *folders) for one in held
    )


def _is_pack(entries: list[os.DirEntry[str]]) -> bool:
    """Whether a folder of these entries has the files that every rule pack has."""
    return {one.name for one in entries}.issuperset(PACK_FILES[:2])


def misnamed(branch: Path) -> str:
    """The name of the file that is meant to be the profile of a folder without
    `branch.yaml`; "" if there is none. Raises OSError."""
    names = [entry.name for entry in _entries(branch)]
    return "" if BRANCH_FILE in names else _nearly(names)


def _nearly(names: Iterable[str]) -> str:
    meant = ((name, (meant_as(name) or name).lower()) for name in names)
    return next((name for name, told in meant if told in _NEARLY), "")


def _branches(
    folder: str, entries: list[os.DirEntry[str]], deepest: int, *, inside: bool = False
) -> Iterator[Path]:
    names = [entry.name for entry in entries]
    if BRANCH_FILE in names:
        inside = True
        yield Path(folder)
    elif not inside and _nearly(names):
        yield Path(folder)
    for entry in entries:
        if not _is_folder(entry) or entry.name.startswith("."):
            continue
        below = _listed(entry, deepest)
        if below is not None:
            yield from _branches(entry.path, below, deepest - 1, inside=inside)
        elif not inside:  # in a branch, `record_files` gives it
            yield Path(entry.path)


def record_files(branch: Path) -> Iterator[tuple[str, Path]]:
    """Each YAML file of a branch as (path relative to it with `/`, path), sorted.

    Left out are `branch.yaml`, the files of a rule pack, and everything below another
    branch. To be reported, these are given too: a folder that cannot be listed (`./`
    for the branch itself), a link to a folder with records, and a file with a wrong
    name (see `meant_as`).
    """
    entries = _listed(branch, _DEEPEST)
    if entries is None:
        yield "./", branch
    else:
        yield from _walk(entries, "", _DEEPEST)


def _walk(
    entries: list[os.DirEntry[str]], prefix: str, deepest: int
) -> Iterator[tuple[str, Path]]:
    for entry in entries:
        name = entry.name
        if name.startswith((".", *_BACKUPS)):
            continue
        if _is_folder(entry):
            below = _listed(entry, deepest)
            if below is None:
                yield f"{prefix}{name}/", Path(entry.path)
            elif not any(one.name == BRANCH_FILE for one in below):
                yield from _walk(below, f"{prefix}{name}/", deepest - 1)
        elif name.lower().endswith(_SUFFIXES) or meant_as(name):
            if name in PACK_FILES and _is_pack(entries):
                continue
            if prefix or name != BRANCH_FILE:
                yield f"{prefix}{name}", Path(entry.path)
        elif _is_linked(entry, prefix.count("/")):
            yield f"{prefix}{name}/", Path(entry.path)


def _entries(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    """The entries of a folder, in order of name. Raises OSError."""
    with os.scandir(folder) as entries:
        return sorted(entries, key=_BY_NAME)


def _listed(
    folder: Path | os.DirEntry[str], deepest: int
) -> list[os.DirEntry[str]] | None:
    """The entries of a folder; None if it cannot be listed, or lies too deep (`deepest`
    is 0) and is not empty."""
    try:
        entries = _entries(folder)
    except OSError:
        return None
    return None if entries and not deepest else entries


def _is_linked(entry: os.DirEntry[str], depth: int) -> bool:
    """Whether an entry is a link to a folder outside the branch with YAML files, which
    nobody would notice are not read. `depth` is the number of folders between it and
    the branch."""
    try:
        if not entry.is_symlink() or not entry.is_dir():
            return False
        target = Path(entry.path).resolve()
        branch = Path(entry.path).parents[depth].resolve()
        if target.is_relative_to(branch) or branch.is_relative_to(target):
            return False
        names = [one.name for one in _entries(target)]
        return BRANCH_FILE not in names and any(
            name.lower().endswith(_SUFFIXES) for name in names
        )
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder, links not followed."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
