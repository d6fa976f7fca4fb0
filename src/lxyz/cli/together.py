"""`lxyz plan` of a folder with several branches: one plan each, none in another's way."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lxyz.base.named import NamedTuple
from lxyz.cli.terminal import complain, write
from lxyz.errors import UsageError, why_of

if TYPE_CHECKING:
    from lxyz.plan import Ask, Joint
    from lxyz.render.page.style import Style


class Wanted(NamedTuple):
    """What to do with the plans.

    - `format`: their format (empty: what suits the place)
    - `folder`: the folder for their files (None: the screen)
    - `partial`: whether a plan that leaves a duty unmet is written, too"""

    format: str
    folder: Path | None
    partial: bool


def plan_together(
    root: Path, found: list[Path], ask: Ask, wanted: Wanted, how: Style
) -> int:
    """Plans several branches. The exit code: 0 if all plans are whole, 1 if one is not;
    2 or 3 where no branch could be planned, as `plan` of one.

    Raises UsageError E250 for a format that needs files, E220 for a file that is there.
    """
    from lxyz.plan import Together
    from lxyz.render.page.safe import clean
    from lxyz.render.plan import FORMS, as_bytes, rendered
    from lxyz.render.plan.joint import joint_gave, joint_head, joint_text
    from lxyz.render.plan.text import plan_faults, plan_text, plan_unmet
    from lxyz.render.plan.words import nothing_to_plan

    folder = wanted.folder
    name = wanted.format or ("text" if folder is None else "yaml")
    if folder is None and name != "text":
        raise UsageError("E250", format=name)
    files = {} if folder is None else _files(root, found, folder, FORMS[name][0])
    for there in files.values():
        if os.path.lexists(there):
            raise UsageError("E220", path=there)
    together = Together(found, ask)
    write(joint_head(together, len(found), how))
    ends: list[int] = []
    for one in together.plans():
        made, file = one.plan, files.get(one.path)
        if made is not None:
            complain(plan_faults(made, one.path, how))
        ends.append(_end(one))
        if made is None or file is None:
            write("\n" + joint_text(one, how))
        elif not made.is_whole and not wanted.partial:
            complain(plan_text(made._replace(drafts=()), how))
        elif not made.drafts:
            complain(plan_unmet(made, how))
            write(nothing_to_plan(made, how.lang) + joint_gave(one, how))
        else:
            _create(file, as_bytes(rendered(made, name, how)))
            complain(plan_unmet(made, how))
            write(f"{clean(str(file))}\n{joint_gave(one, how)}")
    return min(ends) if min(ends) > 1 else int(any(ends))


def _end(one: Joint) -> int:
    if one.plan is None:
        assert one.error is not None
        return one.error.exit_code
    return int(not one.plan.is_met)


def _files(
    root: Path, found: list[Path], folder: Path, ending: str
) -> dict[Path, Path]:
    """The file of each branch, called after its folders below the one that was named;
    with a number where that is the name of another already (`a-b` and `a/b`, or `A` and
    `a`, which some disks do not tell apart)."""
    files: dict[Path, Path] = {}
    taken: set[str] = set()
    for branch in found:
        plain = name = "-".join(branch.relative_to(root).parts)
        number = 1
        while name.casefold() in taken:
            number += 1
            name = f"{plain}-{number}"
        taken.add(name.casefold())
        files[branch] = folder / f"{name}{ending}"
    return files


def _create(file: Path, data: bytes) -> None:
    from lxyz.files.writing import create

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("E203", path=file.parent, why=why_of(error)) from None
    create(file, [data])
