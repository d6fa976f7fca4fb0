"""The report as JSON, version 1: for programs. Its names are a contract; it may
grow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from lxyz import __version__
from lxyz.origin import Fault
from lxyz.render.faults import fault_sentence, told_error
from lxyz.render.form import Form, Run
from lxyz.render.remedies import remedy
from lxyz.render.sentences import message
from lxyz.render.style import Style
from lxyz.render.telling import Told, told_of
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Evidence, Verdict

SCHEMA = "lxyz.report/1"
# Lone surrogates, which no UTF-8 stream can carry, show as `\u{…}`; what a terminal
# would obey is escaped as JSON allows (below U+0020 it does so by itself).
_SURROGATE = re.compile("[\ud800-\udfff]")
_OBEYED = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


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
    fields = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    yield "{\n" + _safe(",\n".join(fields)) + ',\n"branches": ['
    between = "\n"
    for part in parts:
        yield between + part
        between = ",\n"
    end = "\n]" if totals.branches else "]"
    yield f'{end},\n"summary": {_json(totals.counts)}\n}}\n'


def _safe(text: str) -> str:
    """JSON that any stream can carry and no terminal obeys; what is printable, line for
    line, is both, and finding that out is quicker than looking for what is not."""
    if all(line.isprintable() for line in text.split("\n")):
        return text
    text = _SURROGATE.sub(lambda found: f"\\\\u{{{ord(found[0]):X}}}", text)
    return _OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


# Made once: `json.dumps` with arguments makes an encoder for every value.
_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _array(items: list[str]) -> str:
    """JSON values as an array, each on lines of its own."""
    return "[\n" + ",\n".join(items) + "\n]" if items else "[]"


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
        "error": error,
    }
    parts = [f"{_json(name)}: {_json(value)}" for name, value in head.items()]
    faults = _array([_json(_fault(fault, style.lang)) for fault in branch.faults])
    verdicts = _array([_json(_verdict(one, branch, told)) for one in branch.verdicts])
    parts += [f'"faults": {faults}', f'"verdicts": {verdicts}']
    return _safe("{" + ", ".join(parts) + "}")


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


def _verdict(one: Verdict, branch: BranchReport, told: Told) -> dict[str, Any]:
    return {
        "id": branch.id_of(one),
        "rule": one.rule,
        "title": told.book.title(one.rule, told.lang),
        "clause": one.clause,
        "covers": list(one.covers),
        "modality": one.modality,
        "subject": {"type": one.subject.type, "name": one.subject.name},
        "span": {
            "from": one.span.first.isoformat(),
            "to": one.span.last.isoformat(),
            "label": one.span.label,
        },
        "label": one.label,
        "event": one.event or None,
        "outcome": one.outcome,
        "level": one.level,
        "need": _number(one.need),
        "have": _number(one.have),
        "due": one.due.isoformat() if one.due else None,
        "until": one.until.isoformat() if one.until else None,
        "debtor": one.debtor,
        "folded_into": _id_in(one.folded_into, branch),
        "records": [_evidence(record) for record in one.records],
        "near": [{**_evidence(record), "why": record.why} for record in one.near],
        "missing": list(one.missing),
        "failing": list(one.failing),
        "notes": list(one.notes),
        "message": message(one, told),
        "remedy": remedy(one, told),
    }


def _id_in(key: str | None, branch: BranchReport) -> str | None:
    """The id of the verdict that a key names within its branch."""
    if key is None:
        return None
    rule, _, rest = key.partition("|")
    return f"{rule}|{branch.name}|{rest}"


def _number(text: str | None) -> int | str | None:
    """Whole numbers as numbers; a ratio or a bound stays text."""
    return int(text) if text is not None and text.isascii() and text.isdigit() else text


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "file": one.origin.file,
        "line": one.origin.line,
        "date": one.date.isoformat() if one.date else None,
        "kinds": list(one.kinds),
    }
