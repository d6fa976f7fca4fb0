"""What changed, for programs: `lxyz.diff/1`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lxyz import __version__
from lxyz.base.named import NamedTuple
from lxyz.change import BETTER, WORSE, Change, How
from lxyz.render.diff.moment import Moment
from lxyz.render.diff.seen import Seen, seen, telling
from lxyz.render.form import Run
from lxyz.render.page.jsontext import array, encoded, fields, iso, safe_json
from lxyz.render.page.style import Style
from lxyz.render.said.faults import fault_sentence
from lxyz.render.verdict.json_room import clash_json, span_json
from lxyz.render.verdict.message import message
from lxyz.render.verdict.places import place
from lxyz.render.verdict.remedies import remedy
from lxyz.report import BranchReport
from lxyz.verdicts import Verdict

SCHEMA = "lxyz.diff/1"


class Value(NamedTuple):
    """What a branch adds.

    - `text`: its JSON
    - `numbers`: how many changes of each kind there are"""

    text: str
    numbers: Counter[str]


def diff_value(branch: BranchReport, run: Run) -> Value:
    """A branch as JSON: a line for each change."""
    found = seen(branch, run)
    old, new = found.old.report, found.branch
    numbers = Counter(one.how.value for one in found.changes)
    head = {
        "path": found.either.path,
        "name": found.either.name,
        "is": _is(old, new),
        "old": _side(old),
        "new": _side(new),
        "summary": _summary(numbers),
    }
    changes = array([safe_json(encoded(_change(one, found))) for one in found.changes])
    return Value(f'{{{", ".join(fields(head))}, "changes": {changes}}}', numbers)


def diff_json(
    parts: Iterable[Value], old: Moment, new: Moment, style: Style
) -> Iterator[str]:
    """All branches as one JSON value."""
    listed = list(parts)
    total: Counter[str] = Counter()
    for one in listed:
        total.update(one.numbers)
    head = {
        "schema": SCHEMA,
        "tool": {"name": "lxyz", "version": __version__},
        "lang": style.lang,
        "old": _moment(old),
        "new": _moment(new),
    }
    yield "{\n" + ",\n".join(fields(head))
    yield f',\n"branches": {array([one.text for one in listed])}'
    yield f',\n"summary": {encoded(_summary(total))}\n}}\n'


def _summary(numbers: Counter[str]) -> dict[str, int]:
    return {how.value: numbers[how.value] for how in How}


def _moment(one: Moment) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "text": one.text,
        "commit": one.short or None,
        "as_of": one.as_of.isoformat(),
        "today": one.today,
    }


def _is(old: BranchReport, new: BranchReport) -> str:
    if old.is_absent:
        return "new"
    return "gone" if new.is_absent else "both"


def _side(branch: BranchReport) -> dict[str, Any] | None:
    if branch.is_absent:
        return None
    return {
        "path": branch.path,
        "name": branch.name,
        "year": branch.year,
        "packs": [{"id": one.id, "version": one.version} for one in branch.packs],
        "unread": branch.is_unread,
    }


def _change(change: Change, found: Seen) -> dict[str, Any]:
    how = change.how
    side = "worse" if how in WORSE else "better" if how in BETTER else "neither"
    made: dict[str, Any] = {"how": how.value, "side": side, "level": change.level.value}
    if change.shown is not None:
        made["verdict"] = _verdict(change, change.shown, found)
    if change.fault is not None:
        fault, lang = change.fault, found.told.lang
        sentence, hint = fault_sentence(fault, lang)
        code, _, rest = change.key.partition("|")
        made["fault"] = {
            "id": f"{code}|{found.either.name}|{rest}",
            "code": fault.code,
            "file": fault.file,
            "line": fault.line,
            "column": fault.column,
            "message": sentence,
            "hint": hint,
        }
    if change.clash is not None:
        report = found.branch if how == How.CLASH else found.old.report
        listed = list(change.verdicts)
        made["clash"] = clash_json(change.clash, listed, report, found.told)
    return made


def _verdict(change: Change, one: Verdict, found: Seen) -> dict[str, Any]:
    """A changed verdict. Its place and its sentence are those of the verdict that is
    shown for the change (see `telling`)."""
    now, is_now = telling(change)
    branch = found.branch if is_now else found.old.report
    told = found.told if is_now else found.once
    origin = place(now, branch, told.book)
    return {
        "id": branch.id_of(one),
        "rule": one.rule,
        "title": told.book.title(one.rule, told.lang),
        "clause": one.clause,
        "modality": one.modality,
        "subject": {"type": one.subject.type, "name": one.subject.name},
        "span": span_json(one.span),
        "label": one.label,
        "old": _outcome(change.old),
        "new": _outcome(change.new),
        "why": change.why or None,
        "failing": list(one.failing),
        "missing": list(one.missing),
        "due": iso(one.due),
        "until": iso(one.until),
        "file": origin.file,
        "line": origin.line,
        "message": message(now, told),
        "remedy": remedy(now, told),
    }


def _outcome(one: Verdict | None) -> dict[str, str] | None:
    if one is None:
        return None
    return {"outcome": one.outcome.value, "level": one.level.value}
