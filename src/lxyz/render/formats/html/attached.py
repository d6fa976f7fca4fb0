"""Attachments in words: how large, which digest, or why there is none."""

from __future__ import annotations

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Origin
from lxyz.render.page.safe import clean
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.terms import term
from lxyz.report import Attached, BranchReport

_FINE = frozenset(("whole", "folder", "pointer", "large"))
_UNITS = ("KB", "MB", "GB", "TB")
_SHORT = 12
"""Digits of a digest beside a record; the list of attachments has all of them."""


class Enclosed(NamedTuple):
    """An attachment in words.

    - `path`: its path
    - `records`: the records it belongs to
    - `size`: its size, with a unit
    - `digest`: its whole digest
    - `short`: the beginning of the digest
    - `note`: what else is to be known, such as why there is no digest
    - `fine`: whether the file is there"""

    path: str
    records: tuple[str, ...]
    size: str
    digest: str
    short: str
    note: str
    fine: bool


def enclosed(branch: BranchReport, told: Told) -> dict[Origin, tuple[Enclosed, ...]]:
    """The attachments of a branch by the place of their record."""
    found: dict[Origin, tuple[Enclosed, ...]] = {}
    for one in branch.attached:
        found[one.record] = (*found.get(one.record, ()), _enclosed(one, told))
    return found


def listed(attached: dict[Origin, tuple[Enclosed, ...]]) -> tuple[Enclosed, ...]:
    """Each attachment once, with all the records that it belongs to, by its path."""
    found: dict[str, Enclosed] = {}
    for one in (one for several in attached.values() for one in several):
        known = found.get(one.path)
        records = (*known.records, *one.records) if known else one.records
        found[one.path] = one._replace(records=records)
    return tuple(found[path] for path in sorted(found))


def _enclosed(one: Attached, told: Told) -> Enclosed:
    note = term("attachments", one.state, told.lang)
    size = "" if one.size is None else _size(one.size)
    if one.state == "folder":
        size = told.say(f"文件夹，{one.size} 项", f"folder of {one.size}")
    return Enclosed(
        clean(one.path),
        (at_line(one.record),),
        size,
        one.sha256,
        one.sha256[:_SHORT],
        note,
        one.state in _FINE,
    )


def _size(number: int) -> str:
    """A number of bytes in the greatest fitting unit, with three digits."""
    if number < 1024:
        return f"{number} B"
    value, power = number / 1024, 0
    while value >= 999.5 and power + 1 < len(_UNITS):  # would round to 1000
        value, power = value / 1024, power + 1
    return f"{value:.3g} {_UNITS[power]}"
