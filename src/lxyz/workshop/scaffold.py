"""A new pack to start from: one commented rule of each test, its clauses and cases.

The three files lie in `new/` as templates, with `%name%` in the place of an answer. The
new pack passes `lxyz rules lint` and `lxyz rules test` at once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.errors import UsageError, why_of
from lxyz.files.find import PACK_FILES
from lxyz.files.writing import create
from lxyz.packs.load import shipped

_TEMPLATES = Path(__file__).parent / "new"
_SLUG = late(r"[a-z0-9][a-z0-9-]*")
_FIRST, _LAST = 1901, 2198


class Answers(NamedTuple):
    """The answers for a new pack: its id, titles, document and year."""

    id: str
    title: str
    title_en: str
    document: str
    year: str


def id_of(folder: Path) -> str:
    """An id made from the name of a folder; empty if the name gives none."""
    name = folder.resolve().name.lower()
    return name if _SLUG.fullmatch(name) else ""


def scaffold(answers: Answers) -> dict[str, str]:
    """The files of a new pack by name.

    Raises UsageError E217 for an invalid id, E218 for an invalid year, E219 for the id
    of a shipped pack: its name would mean the shipped one."""
    if not _SLUG.fullmatch(answers.id):
        raise UsageError("E217", id=answers.id)
    if answers.id in shipped():
        raise UsageError("E219", id=answers.id)
    if not answers.year.isdecimal() or not _FIRST <= int(answers.year) <= _LAST:
        raise UsageError("E218", year=answers.year)
    values = {name: _quoted(value) for name, value in answers._asdict().items()}
    year = int(answers.year)  # whatever digits it is written with
    values |= {"year": f"{year}", "before": f"{year - 1}", "after": f"{year + 1}"}
    return {name: filled(_TEMPLATES / name, values) for name in PACK_FILES}


def _quoted(text: str) -> str:
    """A text escaped to stand between double quotes, on one line."""
    return " ".join(text.replace('"', "”").replace("\\", "/").split())


def filled(template: Path, values: dict[str, str]) -> str:
    """The text of a template with the values in its places, `%name%`."""
    text = template.read_text("utf-8")
    return re.sub(r"%([a-z_]+)%", lambda found: values[found[1]], text)


def must_be_free(folder: Path, names: Iterable[str]) -> None:
    """Checks a folder before the user is asked anything.

    Raises UsageError E216 if something with one of these names is there already, E203
    if nothing can be written there."""
    for name in names:
        if os.path.lexists(folder / name):
            raise UsageError("E216", path=folder, file=name)
    here = folder.absolute()
    there = next(one for one in (here, *here.parents) if os.path.lexists(one))
    try:
        os.stat(f"{there}{os.sep}")  # noqa: PTH116 - a Path has no separator at its end
    except OSError as error:
        raise UsageError("E203", path=folder, why=why_of(error)) from None
    if not os.access(there, os.W_OK | os.X_OK):
        raise UsageError("E203", path=folder, why="denied")


def write_new(folder: Path, files: dict[str, str]) -> None:
    """Writes the files of a new pack: all, or none. Nothing is ever overwritten.

    Raises UsageError E216 if one of them is there already, E203 if they cannot be
    written."""
    must_be_free(folder, files)
    made: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            create(folder / name, [text.encode(errors="replace")])
            made.append(folder / name)
    except OSError as error:
        raise UsageError("E203", path=folder, why=why_of(error)) from None
    finally:
        if len(made) < len(files):
            for path in made:
                with suppress(OSError):
                    path.unlink()
