"""`lxyz plan --update`: adds to an existing plan what it lacks."""

from __future__ import annotations

import os
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.cli.terminal import complain, write
from lxyz.errors import UsageError
from lxyz.files import Document, read_bytes, read_text
from lxyz.files.origin import Faults
from lxyz.files.writing import replace
from lxyz.fleet.find import must_open
from lxyz.plan import Plan
from lxyz.records import read_records
from lxyz.render.page.style import Style
from lxyz.render.plan.dry_run import was_updated, would_update
from lxyz.render.plan.text import fault_lines
from lxyz.render.plan.update import updated
from lxyz.vocabulary import OwnKind, vocabulary


class Standing(NamedTuple):
    """An existing plan.

    - `name`: its path as it was named
    - `path`: where it lies
    - `data`: its bytes
    - `document`: what was read from them"""

    name: Path
    path: Path
    data: bytes
    document: Document


def standing_at(file: Path, kinds: tuple[OwnKind, ...], how: Style) -> Standing:
    """Reads an existing plan; `kinds` are those that the packs of its branch add.

    Raises NothingToCheckError E301 if there is no file, UsageError E225 if the file
    cannot be read completely."""
    must_open(file)
    path = Path(os.path.realpath(file))
    found = Faults()
    data = read_bytes(path, str(file), found) or b""
    document = read_text(data, str(file))
    found.extend(document.faults)
    found.extend(read_records(document, vocabulary(kinds))[1])
    wrong = [one for one in found if one.level == "error" or one.code == "F010"]
    if wrong or document.root is None:
        complain(fault_lines(wrong or found, how))
        raise UsageError("E225", path=file)
    return Standing(file, path, data, document)


def add(made: Plan, standing: Standing, how: Style, *, dry_run: bool) -> None:
    """Adds to an existing plan what it lacks; with `dry_run`, only says what that
    is."""
    name, data = standing.name, standing.data
    new = updated(made, data, standing.document)
    if dry_run:
        write(would_update(name, data, new, how))
        return
    if new.data != data:
        replace(name, [new.data], data)
    write(was_updated(name, new, how))
