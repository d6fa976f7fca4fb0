"""Reads back a report written as JSON, to compare it with another.

`lxyz check --format json` writes all that a comparison needs. A report that somebody
changed, cut off or made himself ends with an error that says where it is wrong; nothing
is taken from it that does not have the shape of a report."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.errors import UsageError, why_of
from lxyz.files.origin import Fault, Origin
from lxyz.packs.load import rules_folder, shipped
from lxyz.report import BranchReport, Obstacle, PackUsed
from lxyz.verdicts import (
    Before,
    Clash,
    Evidence,
    Level,
    Outcome,
    Room,
    Subject,
    Verdict,
)

SCHEMA = "lxyz.report/1"
MOST_BYTES = 1 << 29
"""The most bytes of a report that are read: 512 MiB, enough for some 600 branches."""


class Stored(NamedTuple):
    """A stored report: its day, and its branches in order."""

    as_of: date
    branches: tuple[BranchReport, ...]


def read_report(path: Path) -> Stored:
    """The report in a file.

    Raises UsageError: E260 where the file cannot be read, E261 where it is no JSON
    (with the line), E262 where it is no report of this version, E263 where it is too
    large, E264 where something in it has the wrong shape (with its place)."""
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise UsageError("E260", path=path, why=why_of(error)) from None
    if len(data) > MOST_BYTES:
        raise UsageError("E263", path=path, most=MOST_BYTES >> 20)
    try:
        return _report(_Report.model_validate_json(data))
    except ValidationError as error:
        raise _wrong(path, data, error) from None


def _wrong(path: Path, data: bytes, error: ValidationError) -> UsageError:
    """The error for the first thing that is wrong."""
    first = error.errors(include_url=False, include_context=False)[0]
    if first["type"] == "json_invalid":
        line, column = _broken_at(data)
        return UsageError("E261", path=path, line=line, column=column)
    if first["loc"] in ((), ("schema",)):
        found = (
            first["input"] if first["loc"] and isinstance(first["input"], str) else ""
        )
        return UsageError("E262", path=path, found=found[:40], known=SCHEMA)
    return UsageError("E264", path=path, where=_where(first["loc"]))


def _broken_at(data: bytes) -> tuple[int, int]:
    """The line and the column, both from 1, at which a text is no JSON."""
    try:
        json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        return error.lineno, error.colno
    except (ValueError, RecursionError):
        pass
    return 1, 1


def _where(loc: tuple[int | str, ...]) -> str:
    """A place as people write it: branches[0].verdicts[3].outcome."""
    parts = (f"[{one}]" if isinstance(one, int) else f".{one}" for one in loc)
    return "".join(parts).lstrip(".")


# ---------------------------------------------------------------- its shape


class _Model(BaseModel):
    """Fields as in the schema; any others are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore")


class _Pack(_Model):
    id: str
    version: str
    title: str = ""


class _Fault(_Model):
    code: str
    level: Literal["error", "warning"] = "error"
    file: str
    line: int
    column: int
    values: dict[str, str]


class _Error(_Model):
    code: str
    exit_code: int
    values: dict[str, str]


class _Subject(_Model):
    type: str
    name: str


class _Span(_Model):
    from_: date
    to: date
    label: str

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class _Place(_Model):
    file: str
    line: int


class _Evidence(_Model):
    file: str
    line: int
    date: date | None
    kinds: tuple[str, ...] = ()
    why: str = ""


class _Before(_Model):
    rule: str
    kinds: tuple[str, ...]
    last: date


class _Room(_Model):
    last: date
    begin: date
    workdays: int
    number: int
    before: list[_Before]


class _Verdict(_Model):
    id: str
    rule: str
    title: str = ""
    clause: str
    covers: tuple[str, ...]
    modality: str
    subject: _Subject
    span: _Span
    label: str | None
    event: str | None = None
    outcome: Outcome
    level: Level
    need: int | str | None
    have: int | str | None
    due: date | None
    until: date | None
    room: _Room | None = None
    debtor: str
    folded_into: str | None
    records: list[_Evidence]
    near: list[_Evidence]
    about: list[_Place] = []
    missing: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    notes: tuple[str, ...]


class _Clash(_Model):
    why: str
    verdicts: list[str]
    rules: tuple[str, ...]
    since: date
    last: date
    number: int
    workdays: int


class _Branch(_Model):
    path: str
    name: str
    year: int
    packs: list[str]
    records: int = 0
    accepted: int = 0
    accepted_faults: list[_Fault] = []
    error: _Error | None = None
    faults: list[_Fault]
    verdicts: list[_Verdict]
    clashes: list[_Clash] = []


class _Report(_Model):
    schema_: Literal["lxyz.report/1"]
    as_of: date
    packs: list[_Pack]
    branches: list[_Branch]

    model_config = ConfigDict(
        alias_generator=lambda name: "schema" if name == "schema_" else name
    )


# ---------------------------------------------------------------- to a report


def _report(told: _Report) -> Stored:
    packs = {one.id: one for one in reversed(told.packs)}
    return Stored(told.as_of, tuple(_branch(one, packs) for one in told.branches))


def _branch(told: _Branch, packs: dict[str, _Pack]) -> BranchReport:
    verdicts = [_verdict(one, told.name) for one in told.verdicts]
    keys = {
        one.id: made.key() for one, made in zip(told.verdicts, verdicts, strict=True)
    }
    error = None
    if told.error is not None:
        values = tuple(told.error.values.items())
        error = Obstacle(told.error.code, values, told.error.exit_code)
    return BranchReport(
        # An empty path stands for no branch at all (`is_absent`).
        told.path or os.curdir,
        told.name,
        told.year,
        tuple(_pack(name, packs.get(name), told.verdicts) for name in told.packs),
        tuple(_fault(one) for one in told.faults),
        tuple(verdicts),
        told.records,
        error,
        clashes=tuple(_clash(one, keys) for one in told.clashes),
        accepted=told.accepted,
        accepted_faults=tuple(_fault(one) for one in told.accepted_faults),
    )


def _pack(name: str, told: _Pack | None, verdicts: list[_Verdict]) -> PackUsed:
    """A pack; one that is not here has the titles of rules that the report has."""
    version, title = (told.version, told.title) if told else ("", "")
    if name in shipped():
        return PackUsed(name, version, title, title, str(rules_folder() / name))
    own = (one for one in verdicts if one.rule.partition("/")[0] == name)
    words = tuple(sorted({one.rule: one.title for one in own if one.title}.items()))
    return PackUsed(name, version, title, title, "", words)


def _fault(told: _Fault) -> Fault:
    values = tuple(told.values.items())
    return Fault(told.code, told.file, told.line, told.column, values, told.level)


def _verdict(told: _Verdict, branch: str) -> Verdict:
    return Verdict(
        told.rule,
        told.covers,
        told.clause,
        told.modality,
        Subject(told.subject.type, told.subject.name),
        Span(told.span.from_, told.span.to, told.span.label),
        told.label,
        told.outcome,
        told.level,
        None if told.need is None else str(told.need),
        None if told.have is None else str(told.have),
        told.due,
        told.until,
        told.debtor,
        tuple(_evidence(one) for one in told.records),
        tuple(_evidence(one) for one in told.near),
        told.notes,
        told.missing,
        told.failing,
        _key(told.folded_into, branch),
        told.event or "",
        room=_room(told.room),
        about=tuple(Origin(one.file, one.line) for one in told.about),
    )


def _key(id_: str | None, branch: str) -> str | None:
    """The key of a verdict, by its identity, within its branch."""
    if id_ is None:
        return None
    rule, _, rest = id_.partition("|")
    return f"{rule}|{rest.removeprefix(f'{branch}|')}"


def _evidence(told: _Evidence) -> Evidence:
    origin = Origin(told.file, told.line)
    return Evidence(origin, told.date, told.kinds, told.why)


def _room(told: _Room | None) -> Room | None:
    if told is None:
        return None
    before = tuple(Before(one.rule, one.kinds, one.last) for one in told.before)
    return Room(told.last, told.begin, told.workdays, told.number, before)


def _clash(told: _Clash, keys: dict[str, Any]) -> Clash:
    named = tuple(keys[one] for one in told.verdicts if one in keys)
    days = told.since, told.last
    return Clash(told.why, named, *days, told.number, told.workdays, told.rules)
