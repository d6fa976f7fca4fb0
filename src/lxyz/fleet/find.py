"""Which folders and files are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxyz.base.there import is_file
from lxyz.errors import NothingToCheckError, why_of
from lxyz.files import branches, record_files
from lxyz.files.find import BRANCH_FILE, meant_as


def find_branches(paths: list[Path], unlisted: list[Path] | None = None) -> list[Path]:
    """The branch folders at or below the paths, each once, sorted; folders that could
    not be looked into are put into `unlisted`."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            listed = list(branches(path, unlisted))
        except (OSError, ValueError) as error:
            if is_file(path):
                raise NothingToCheckError(
                    "E303", path=path, folder=path.parent
                ) from error
            raise NothingToCheckError("E301", path=path, why=why_of(error)) from error
        for one in listed:
            found[one] = None
    if not found:
        for path in paths:
            for folder in path.absolute().parents:
                if is_file(folder / BRANCH_FILE):
                    raise NothingToCheckError("E304", path=path, folder=folder)
        raise NothingToCheckError("E302", path="、".join(str(path) for path in paths))
    return list(found)


def branches_with(files: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """(branch, file named from it) for each file that lies in a branch; the nearest
    branch, where one lies in another. What lies in none is left out."""
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
    """The profile and record files of branches, and files named themselves, with their
    names from the branch. Raises NothingToCheckError where there are none."""
    for path in paths:
        if is_file(path):
            yield path, path.name
            continue
        for branch in find_branches([path]):
            if is_file(branch / BRANCH_FILE):
                yield branch / BRANCH_FILE, BRANCH_FILE
            for relative, file in record_files(branch):
                if not meant_as(relative):
                    yield file, relative


def must_open(file: Path) -> None:
    """Raises NothingToCheckError E301 for a file that cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.read(1)
    except (OSError, ValueError) as error:
        raise NothingToCheckError("E301", path=file, why=why_of(error)) from error
