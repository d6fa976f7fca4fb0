"""Finds the branches and files that a command is about."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from lxyz.base.there import is_file, is_there
from lxyz.errors import NothingToCheckError, why_of
from lxyz.files import branches, read_document, record_files
from lxyz.files.find import BRANCH_FILE, beside, meant_as
from lxyz.records import read_records
from lxyz.vocabulary import vocabulary

_LOOKED_INTO = 1_000
"""At most so many files of a folder are read to find one record of something done: plans
of a year, or settings, may come before it."""


def find_branches(paths: list[Path]) -> list[Path]:
    """The branch folders at or below some paths, each once, sorted.

    Folders beside them that are branches without a profile come last; they are
    reported.

    Raises NothingToCheckError for a path that cannot be listed (E301), is a file
    (E303), has no branch at or below it (E302) or lies in a branch (E304) that is not
    checked itself."""
    found: dict[Path, None] = {}
    empty: list[Path] = []
    for path in paths:
        try:
            listed = list(branches(path))
        except (OSError, ValueError) as error:
            if is_file(path):
                raise NothingToCheckError(
                    "E303", path=path, folder=path.parent
                ) from error
            raise NothingToCheckError("E301", path=path, why=why_of(error)) from error
        found.update(dict.fromkeys(listed))
        if not listed:
            empty.append(path)
    checked = {one.absolute() for one in found} if empty else set()
    for path in empty:
        for folder in path.absolute().parents:
            if folder in checked:
                break
            if is_file(folder / BRANCH_FILE):
                raise NothingToCheckError("E304", path=path, folder=folder)
        else:
            raise NothingToCheckError("E302", path=path)
    return [*found, *(one for one in beside(paths, found) if _has_held(one))]


def _has_held(folder: Path) -> bool:
    """Whether a folder has records of what was done.

    Plans, and settings of other programs, make no branch."""
    words = vocabulary()
    for relative, file in islice(record_files(folder), _LOOKED_INTO):
        document = read_document(file, relative)
        if any(
            record.family == "activity" and record.kinds and record.status != "planned"
            for record in read_records(document, words)[0]
        ):
            return True
    return False


def branches_with(files: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """(branch, file named from it) for each file that lies in a branch.

    Where branches lie in one another it is the nearest; files in none are left out."""
    found = []
    for file in files:
        for start in (file, file.absolute()):
            for folder in start.parents:
                if is_file(folder / BRANCH_FILE):
                    name = start.relative_to(folder).as_posix()
                    found.append((str(folder), name))
                    break
            else:
                continue
            break
    return tuple(dict.fromkeys(found))


def files_of(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The profile and record files of branches, and files given as such: path and name.

    The name is that from the branch. Raises NothingToCheckError where a path has
    none."""
    for path in paths:
        if is_file(path):
            yield path, path.name
            continue
        for branch in find_branches([path]):
            if is_there(branch / BRANCH_FILE):
                yield branch / BRANCH_FILE, BRANCH_FILE
            for relative, file in record_files(branch):
                if not meant_as(relative):
                    yield file, relative


def must_open(file: Path) -> None:
    """Raises NothingToCheckError E301 for what is no readable file, such as a pipe.

    Opening a pipe would wait for ever."""
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        mode = os.fstat(handle).st_mode
        os.close(handle)
    except (OSError, ValueError) as error:
        raise NothingToCheckError("E301", path=file, why=why_of(error)) from error
    if not stat.S_ISREG(mode):
        why = "a-folder" if stat.S_ISDIR(mode) else "no-file"
        raise NothingToCheckError("E301", path=file, why=why)
