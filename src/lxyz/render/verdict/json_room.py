"""Values for JSON: the room of a verdict, clashes, and what is behind its plan."""

from __future__ import annotations

from typing import Any

from lxyz.dates.spans import Span
from lxyz.judge import Behind
from lxyz.render.verdict.rooms import clash_sentence
from lxyz.render.verdict.telling import Told
from lxyz.report import BranchReport
from lxyz.verdicts import Clash, Room, Verdict


def span_json(span: Span) -> dict[str, str]:
    """A span with its label."""
    return {
        "from": span.first.isoformat(),
        "to": span.last.isoformat(),
        "label": span.label,
    }


def room_json(room: Room) -> dict[str, Any]:
    """The room of a verdict: the days that are left for its duty."""
    return {
        "last": room.last.isoformat(),
        "begin": room.begin.isoformat(),
        "workdays": room.workdays,
        "number": room.number,
        "before": [
            {"rule": one.rule, "kinds": list(one.kinds), "last": one.last.isoformat()}
            for one in room.before
        ],
    }


def clash_json(
    one: Clash, verdicts: list[Verdict], branch: BranchReport, told: Told
) -> dict[str, Any]:
    """A clash, with the ids of its verdicts."""
    return {
        "why": one.why,
        "verdicts": [branch.id_of(each) for each in verdicts],
        "rules": list(one.rules),
        "since": one.since.isoformat(),
        "last": one.last.isoformat(),
        "number": one.number,
        "workdays": one.workdays,
        "message": clash_sentence(one, verdicts, told),
    }


def behind_json(one: Behind) -> dict[str, Any]:
    """What was planned and has no record."""
    return {
        "kinds": list(one.kinds),
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "label": one.label,
        "group": one.group or None,
        "optional": one.optional,
        "item": one.is_item,
        "file": one.origin.file,
        "line": one.origin.line,
    }
