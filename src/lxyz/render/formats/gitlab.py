"""The findings as a Code Quality report of GitLab: a JSON array that GitLab shows in
merge requests.

A fingerprint contains neither line nor message, so that a finding stays the same when
lines above it move."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Origin
from lxyz.render.form import Form, Run
from lxyz.render.formats.found import Found, fingerprint, found_in
from lxyz.render.page.jsontext import encoded, safe_json
from lxyz.render.page.safe import clean, shortened
from lxyz.render.page.style import Style
from lxyz.render.said.faults import with_fix
from lxyz.render.wording.heads import as_of_words
from lxyz.report import BranchReport, Totals

LONGEST = 1_000
_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def _part(branch: BranchReport, run: Run) -> list[str]:
    found = [*found_in(branch, run)]
    if not run.today:  # as a finding of its own, so that nobody overlooks it
        day = as_of_words(run.as_of, run.style.lang)
        found.insert(0, Found("info", "as-of", day, "", Origin(BRANCH_FILE), "as-of"))
    return [safe_json(encoded(_issue(one, branch, run))) for one in found]


def _issue(one: Found, branch: BranchReport, run: Run) -> dict[str, object]:
    # GitLab does not show the name of the check: it stands before the sentence.
    text = with_fix(f"{one.code}: {one.text}", one.fix, run.style.lang)
    severity = _SEVERITIES[one.level]
    if one.verdict is None and one.level == "error":
        severity = "major"
    path = clean(run.ground.path(branch.path, one.origin.file))
    return {
        "description": shortened(text, LONGEST),
        "check_name": one.code,
        "fingerprint": fingerprint(branch, run, one.identity),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": one.origin.line}},
    }


def _whole(parts: Iterable[list[str]], _totals: Totals, _style: Style) -> Iterator[str]:
    between, end = "[\n", "[]\n"
    for part in parts:
        for issue in part:
            yield between + issue
            between, end = ",\n", "\n]\n"
    yield end


gitlab = Form(_part, _whole, escapes="json")
"""A Code Quality report; `--show` adds what a report leaves out."""
