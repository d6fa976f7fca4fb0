"""What comes due, for programs: `lxyz.next/1`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from lxyz import __version__
from lxyz.render.form import Run
from lxyz.render.next.coming import Coming, coming
from lxyz.render.next.words import (
    head_words,
    sources_of,
    todo_words,
    what_words,
    who_of,
)
from lxyz.render.page.jsontext import iso
from lxyz.render.page.safe import clean
from lxyz.render.said.faults import error_sentence
from lxyz.render.verdict.telling import Told, told_of
from lxyz.report import BranchReport

SCHEMA = "lxyz.next/1"


def next_branch(branch: BranchReport, run: Run, days: int) -> dict[str, Any]:
    """A branch with what comes due in it, as a value for JSON."""
    told = told_of(branch, run.as_of, run.style.lang)
    error = None
    if branch.error is not None:
        error = {
            "code": branch.error.code,
            "message": error_sentence(branch.error, told.lang),
            "exit_code": branch.error.exit_code,
        }
    found = coming(branch, told.book, run.as_of, days) if error is None else []
    return {
        "path": clean(branch.path),
        "name": clean(branch.name),
        "redacted": branch.redacted,
        "error": error,
        "faults": len(branch.faults),
        "items": [_item(one, branch, told) for one in found],
    }


def next_json(branches: Iterable[dict[str, Any]], run: Run, days: int) -> str:
    """All branches as one JSON value."""
    value = {
        "schema": SCHEMA,
        "tool": {"name": "lxyz", "version": __version__},
        "as_of": run.as_of.isoformat(),
        "days": days,
        "until": (run.as_of + timedelta(days)).isoformat(),
        "lang": run.style.lang,
        "branches": list(branches),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _item(one: Coming, branch: BranchReport, told: Told) -> dict[str, Any]:
    entry, ahead = one.entry, one.ahead
    verdicts = entry.verdicts if entry else ()
    dues = [each.due for each in verdicts if each.due]
    return {
        "day": one.day.isoformat(),
        "why": one.why,
        "title": head_words(one, told),
        "what": what_words(one, told),
        "remedy": todo_words(one, told),
        "who": [clean(name) for name in who_of(one)],
        "group": clean(ahead.group) or None if ahead else None,
        "kinds": [clean(slug) for slug in ahead.kinds] if ahead else [],
        "due": iso(min(dues, default=None)),
        "rules": [{"rule": rule, "clause": clause} for clause, rule in sources_of(one)],
        "verdicts": [clean(branch.id_of(each)) for each in verdicts],
        "file": clean(ahead.origin.file) if ahead else None,
        "line": ahead.origin.line if ahead else None,
    }
