"""`lxyz plan --update`: a plan that stands, and what is added to it."""

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
    """A plan that stands: as it was named, where it lies, its bytes, what they say."""

    name: Path
    path: Path
    data: bytes
    document: Document


def standing_at(file: Path, kinds: tuple[OwnKind, ...], how: Style) -> Standing:
    """A plan to which something can be added, of a branch whose packs bring these kinds.

    Raises NothingToCheckError E301 where there is none, UsageError E225 where it cannot
    be read to the last letter."""
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
    """Adds to a plan that stands what it lacks; or tells what that would be."""
    name, data = standing.name, standing.data
    new = updated(made, data, standing.document)
    if dry_run:
        write(would_update(name, data, new, how))
        return
    if new.data != data:
        replace(name, [new.data], data)
    write(was_updated(name, new, how))
