"""The report as JSON, version 1: for programs. Its names are a contract; it may
grow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as _text
from pathlib import Path
from typing import Any

from lxyz import __version__
from lxyz.dates import Span
from lxyz.origin import Fault
from lxyz.render.faults import fault_sentence, told_error
from lxyz.render.form import Form, Run
from lxyz.render.json_room import behind_json, clash_json, room_json
from lxyz.render.jsontext import encoded, safe_json
from lxyz.render.message import message
from lxyz.render.remedies import remedy
from lxyz.render.style import Style
from lxyz.render.telling import Told, told_of
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Evidence, Room, Verdict

SCHEMA = "lxyz.report/1"


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report."""
    path = Path(__file__).parent / "report.schema.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def _whole(parts: Iterable[str], totals: Totals, style: Style) -> Iterator[str]:
    head = {
        "schema": SCHEMA,
        "tool": {"name": "lxyz", "version": __version__},
        "as_of": totals.as_of.isoformat(),
        "today": totals.today,
        "year": totals.year,
        "lang": style.lang,
        "packs": [
            {
                "id": pack.id,
                "version": pack.version,
                "title": pack.title_en if style.lang == "en" else pack.title,
            }
            for _, pack in sorted(totals.packs.items())
        ],
    }
    fields = [
        safe_json(f"{encoded(name)}: {encoded(value)}") for name, value in head.items()
    ]
    yield "{\n" + ",\n".join(fields) + ',\n"branches": ['
    between = "\n"
    for part in parts:
        yield between
        yield part
        between = ",\n"
    end = "\n]" if totals.branches else "]"
    yield f'{end},\n"summary": {encoded(totals.counts)}\n}}\n'


def _array(items: list[str]) -> str:
    """JSON values as an array, each on a line of its own."""
    lines = ",\n".join([safe_json(item) for item in items])
    return f"[\n{lines}\n]" if items else "[]"


def _part(branch: BranchReport, run: Run) -> str:
    style = run.style
    told = told_of(branch, run.as_of, style.lang)
    error = None
    if branch.error is not None:
        code, values, exit_code = branch.error
        error = {
            "code": code,
            "message": told_error(code, dict(values), style.lang),
            "exit_code": exit_code,
        }
    head = {
        "path": branch.path,
        "name": branch.name,
        "year": branch.year,
        "packs": [pack.id for pack in branch.packs],
        "records": branch.records,
        "accepted": branch.accepted,
        "redacted": branch.redacted,
        "error": error,
    }
    parts = [
        safe_json(f"{encoded(name)}: {encoded(value)}") for name, value in head.items()
    ]
    faults = _array([encoded(_fault(fault, style.lang)) for fault in branch.faults])
    verdicts = _array([_verdict(one, branch, told) for one in branch.verdicts])
    clashing = [encoded(clash_json(*one, branch, told)) for one in branch.clashing()]
    behind = [encoded(behind_json(one)) for one in branch.behind]
    return (
        f'{{{", ".join(parts)}, "faults": {faults}, "verdicts": {verdicts}, '
        f'"clashes": {_array(clashing)}, "behind": {_array(behind)}}}'
    )


json_v1 = Form(_part, _whole)
"""The whole report as one JSON value, the same bytes for the same report; a line for
each verdict, so that two reports can be compared line by line."""


def _fault(fault: Fault, lang: str) -> dict[str, Any]:
    sentence, hint = fault_sentence(fault, lang)
    return {
        "code": fault.code,
        "level": fault.level,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "message": sentence,
        "hint": hint,
    }


def _verdict(one: Verdict, branch: BranchReport, told: Told) -> str:
    """A verdict as JSON. It is put together from texts, as nearly all of it stands in
    many verdicts: a rule's words, a span, a day, a record are encoded once."""
    title = told.book.title(one.rule, told.lang)
    near = ", ".join([_evidence(record, why=True) for record in one.near])
    return (
        f'{{"id": {_text(branch.id_of(one))}, '
        f"{_rule(one.rule, title, one.clause, one.covers, one.modality)}, "
        f'"subject": {{"type": {_text(one.subject.type)}, '
        f'"name": {_text(one.subject.name)}}}, '
        f'"span": {_span(one.span)}, '
        f'"label": {_text_or_null(one.label)}, '
        f'"event": {_text_or_null(one.event or None)}, '
        f'"outcome": {_text(one.outcome)}, "level": {_text(one.level)}, '
        f'"need": {_number(one.need)}, "have": {_number(one.have)}, '
        f'"due": {_day(one.due)}, "until": {_day(one.until)}, '
        f'"room": {"null" if one.room is None else _room(one.room)}, '
        f'"debtor": {_text(one.debtor)}, '
        f'"folded_into": {_text_or_null(_id_in(one.folded_into, branch))}, '
        f'"records": [{", ".join([_evidence(record) for record in one.records])}], '
        f'"near": [{near}], '
        f'"missing": {_texts(one.missing)}, "failing": {_texts(one.failing)}, '
        f'"notes": {_texts(one.notes)}, '
        f'"message": {_text(message(one, told))}, '
        f'"remedy": {_text(remedy(one, told))}}}'
    )


def _text_or_null(text: str | None) -> str:
    return "null" if text is None else _text(text)


@lru_cache(maxsize=2048)
def _texts(texts: tuple[str, ...]) -> str:
    return encoded(texts)


@lru_cache(maxsize=2048)
def _rule(
    rule: str, title: str, clause: str, covers: tuple[str, ...], modality: str
) -> str:
    said = {
        "rule": rule,
        "title": title,
        "clause": clause,
        "covers": covers,
        "modality": modality,
    }
    return encoded(said)[1:-1]


@lru_cache(maxsize=2048)
def _span(span: Span) -> str:
    first, last, label = _day(span.first), _day(span.last), _text(span.label)
    return f'{{"from": {first}, "to": {last}, "label": {label}}}'


@lru_cache(maxsize=2048)
def _day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'


@lru_cache(maxsize=2048)
def _room(room: Room) -> str:
    return encoded(room_json(room))


@lru_cache(maxsize=2048)
def _number(text: str | None) -> str:
    """Whole numbers as numbers; a ratio or a bound stays text."""
    whole = text is not None and text.isascii() and text.isdigit()
    return encoded(int(text) if text is not None and whole else text)


@lru_cache(maxsize=2048)
def _evidence(one: Evidence, *, why: bool = False) -> str:
    file, line, _ = one.origin
    said = (
        f'"file": {_text(file)}, "line": {line}, '
        f'"date": {_day(one.date)}, "kinds": {_texts(one.kinds)}'
    )
    return f'{{{said}, "why": {_text(one.why)}}}' if why else f"{{{said}}}"


def _id_in(key: str | None, branch: BranchReport) -> str | None:
    """The id of the verdict that a key names within its branch."""
    if key is None:
        return None
    rule, _, rest = key.partition("|")
    return f"{rule}|{branch.name}|{rest}"
