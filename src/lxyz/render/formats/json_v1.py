"""The report as JSON, version 1, for programs. Its names never change; new ones may be
added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from lxyz import __version__
from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault, Origin
from lxyz.render.form import Form, Run
from lxyz.render.page.jsontext import array, encoded, fields, iso, quoted, safe_json
from lxyz.render.page.style import Style
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.said.faults import error_sentence, fault_sentence
from lxyz.render.verdict.json_room import behind_json, clash_json, room_json, span_json
from lxyz.render.verdict.message import Words, alike, in_words, worded
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.telling import Told, told_of
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Evidence, Verdict

SCHEMA = "lxyz.report/1"


def _whole(parts: Iterable[list[str]], totals: Totals, style: Style) -> Iterator[str]:
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
                "title": style.say(pack.title, pack.title_en),
            }
            for _, pack in sorted(totals.packs.items())
        ],
    }
    yield "{\n" + ",\n".join(fields(head)) + ',\n"branches": ['
    between = "\n"
    for part in parts:
        yield between
        yield from part
        between = ",\n"
    end = "\n]" if totals.branches else "]"
    yield f'{end},\n"summary": {encoded(totals.counts)}\n}}\n'


def _part(branch: BranchReport, run: Run) -> list[str]:
    """The pieces of the text of a branch; a piece that many verdicts share is in memory
    once."""
    style = run.style
    told = told_of(branch, run.as_of, style.lang, today=run.today)
    error = None
    if branch.error is not None:
        error = {
            "code": branch.error.code,
            "message": error_sentence(branch.error, style.lang),
            "exit_code": branch.error.exit_code,
            "values": dict(branch.error.values),
        }
    head = {
        "path": branch.path,
        "name": branch.name,
        "year": branch.year,
        "packs": [pack.id for pack in branch.packs],
        "records": branch.records,
        "accepted": branch.accepted,
        "redacted": branch.redacted,
        "unwaivable": branch.unwaivable,
        "error": error,
    }
    faults = _faults(branch.faults, branch.fault_ids(), style.lang)
    accepted = _faults(
        branch.accepted_faults, branch.fault_ids(accepted=True), style.lang
    )
    clashing = [_value(clash_json(*one, branch, told)) for one in branch.clashing()]
    behind = [_value(behind_json(one)) for one in branch.behind]
    before = f'"faults": {faults}, "accepted_faults": {accepted}'
    return [
        f'{{{", ".join(fields(head))}, {before}, "verdicts": [',
        *_verdicts(branch, told),
        f'], "clashes": {array(clashing)}, "behind": {array(behind)}}}',
    ]


json_v1 = Form(_part, _whole, escapes="json")
"""The whole report as one JSON value, the same bytes for the same report; a line for
each verdict, so that two reports can be compared line by line."""


def _faults(faults: tuple[Fault, ...], ids: list[str], lang: str) -> str:
    keyed = zip(faults, ids, strict=True)
    return array([_value(_fault(one, id_, lang)) for one, id_ in keyed])


def _fault(fault: Fault, id_: str, lang: str) -> dict[str, Any]:
    sentence, hint = fault_sentence(fault, lang)
    return {
        "id": id_,
        "code": fault.code,
        "level": fault.level,
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "message": sentence,
        "hint": hint,
        "values": dict(fault.values),
    }


class _Alike(NamedTuple):
    """What verdicts equal by `message.alike` share.

    - `rule`, `subject`, `said`, `lacks`: pieces of JSON
    - `words`: the words of their sentences"""

    rule: str
    subject: str
    said: str
    lacks: str
    words: Words


def _verdicts(branch: BranchReport, told: Told) -> Iterator[str]:
    """The verdicts as JSON, each on a line of its own.

    They are joined from pieces of text: nearly all of a verdict stands in many others,
    so that each piece, and every record, is encoded only once."""
    proofs: dict[int, str] = {}
    before = "\n"
    for one in branch.verdicts:
        said = _said(alike(one), told.lang, told.as_of, told.year, told.book)
        folded = "null"
        if one.folded_into is not None:
            folded = quoted(_id_in(one.folded_into, branch))
        records = proofs.get(id(one.records))
        if records is None:
            records = ", ".join([_evidence(record) for record in one.records])
            proofs[id(one.records)] = records
        near = ", ".join([_evidence(record, why=True) for record in one.near])
        places = ", ".join([_place(origin) for origin in one.about])
        about = f'"about": [{places}], ' if places else ""
        yield (
            f'{before}{{"id": {quoted(branch.id_of(one))}, {said.rule}, '
            f"{said.subject}{quoted(one.subject.name)}}}, {said.said}, "
            f'"folded_into": {folded}, "records": ['
        )
        yield records
        yield (
            f'], "near": [{near}], {about}{said.lacks}, '
            f'"message": {quoted(in_words(said.words, one, told))}, '
            f'"remedy": {quoted(remedy(one, told))}}}'
        )
        before = ",\n"
    if branch.verdicts:
        yield "\n"


@lru_cache(maxsize=2048)
def _said(one: Verdict, lang: str, as_of: date, year: int, book: Rulebook) -> _Alike:
    rule = {
        "rule": one.rule,
        "title": book.title(one.rule, lang),
        "clause": one.clause,
        "covers": one.covers,
        "modality": one.modality,
    }
    said = {
        "span": span_json(one.span),
        "label": one.label,
        "event": one.event or None,
        "outcome": one.outcome,
        "level": one.level,
        "need": _number(one.need),
        "have": _number(one.have),
        "due": iso(one.due),
        "until": iso(one.until),
        "room": None if one.room is None else room_json(one.room),
        "debtor": one.debtor,
    }
    lacks = {"missing": one.missing, "failing": one.failing, "notes": one.notes}
    return _Alike(
        _inside(rule),
        f'"subject": {{"type": {quoted(one.subject.type)}, "name": ',
        _inside(said),
        _inside(lacks),
        worded(one, lang, as_of, year, book),
    )


def _inside(fields: dict[str, Any]) -> str:
    """The fields of a JSON object, without its braces."""
    return _value(fields)[1:-1]


def _value(value: object) -> str:
    return safe_json(encoded(value))


def _number(text: str | None) -> str | int | None:
    """A whole number as int; a ratio or a bound stays text."""
    whole = text is not None and text.isascii() and text.isdigit()
    return int(text) if text is not None and whole else text


@lru_cache(maxsize=2048)
def _evidence(one: Evidence, *, why: bool = False) -> str:
    said = {
        "file": one.origin.file,
        "line": one.origin.line,
        "date": iso(one.date),
        "kinds": one.kinds,
    }
    return _value({**said, "why": one.why} if why else said)


@lru_cache(maxsize=1024)
def _place(one: Origin) -> str:
    return _value({"file": one.file, "line": one.line})


def _id_in(key: str, branch: BranchReport) -> str:
    """The id of a verdict, by its key within its branch."""
    rule, _, rest = key.partition("|")
    return f"{rule}|{branch.name}|{rest}"
