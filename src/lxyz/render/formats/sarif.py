"""The findings as SARIF 2.1.0 (OASIS), for code scanning of GitHub and others.

A result is a finding: its rule, its level (by modality), its place, and a fingerprint
of its identity, so that it stays the same alert when lines move. Paths begin at the
root of the repository. The limits on numbers and lengths are those of the services.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from lxyz import __version__
from lxyz.files.origin import Origin
from lxyz.render.form import Form, Run
from lxyz.render.formats.found import Found, fingerprint, found_in
from lxyz.render.page.jsontext import encoded, fields, iso, safe_json
from lxyz.render.page.safe import clean, shortened
from lxyz.render.page.style import Style
from lxyz.render.rule.help import rule_help
from lxyz.render.rule.rulebook import rulebook
from lxyz.render.said.faults import with_fix
from lxyz.render.wording.heads import as_of_words
from lxyz.render.wording.number import some
from lxyz.render.wording.terms import sentence
from lxyz.report import BranchReport, Totals

MOST = 5_000
"""Results of a run: GitHub shows the first 5,000 and GitLab reads no more."""
LONGEST = 1_000
"""Characters of a message: GitLab takes 1,024."""
_NEAR = 10
_BASE = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_BY_MODALITY = {"must": "error", "should": "warning", "may": "note", "goal": "note"}
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

# (level, rule, whether it kept the branch from being judged, the result as JSON)
Part = list[tuple[str, str, bool, str]]


def _part(branch: BranchReport, run: Run) -> Part:
    broken = branch.error is not None
    return [
        (
            one.level,
            one.code,
            broken and not number,
            safe_json(encoded(_result(one, branch, run))),
        )
        for number, one in enumerate(found_in(branch, run))
    ]


def _result(one: Found, branch: BranchReport, run: Run) -> dict[str, Any]:
    text = with_fix(one.text, one.fix, run.style.lang)
    result: dict[str, Any] = {
        "ruleId": one.code,
        "level": _LEVELS[one.level],
        "message": {"text": _message(text)},
        "locations": [_location(one.origin, branch, run)],
        "partialFingerprints": {"lxyz/v1": fingerprint(branch, run, one.identity)},
    }
    verdict = one.verdict
    if verdict is None:
        return result
    near = [
        _location(record.origin, branch, run, number)
        for number, record in enumerate(verdict.near[:_NEAR], 1)
    ]
    if near:
        result["relatedLocations"] = near
    result["properties"] = {
        "id": clean(one.identity),
        "branch": clean(branch.name),
        "clause": clean(verdict.clause),
        "outcome": verdict.outcome.value,
        "due": iso(verdict.due),
        "until": iso(verdict.until),
    }
    return result


def _message(text: str) -> str:
    """A plain text of SARIF, escaped: `[…](…)` would be a link."""
    if "](" in text:
        text = text.replace("[", r"\[").replace("]", r"\]")
    return shortened(text, LONGEST)


def _location(
    origin: Origin, branch: BranchReport, run: Run, number: int | None = None
) -> dict[str, Any]:
    path = run.ground.path(branch.path, origin.file)
    uri = quote(path, safe="/", errors="surrogatepass")
    place: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": uri, "uriBaseId": _BASE},
            "region": {"startLine": origin.line, "startColumn": origin.column},
        }
    }
    return place if number is None else {"id": number, **place}


def _whole(parts: Iterable[Part], totals: Totals, style: Style) -> Iterator[str]:
    counts = dict.fromkeys(_LEVELS, 0)
    rules: set[str] = set()
    broken = False
    for part in parts:
        for level, rule, broke, _ in part:
            counts[level] += 1
            rules.add(rule)
            broken = broken or broke
    room, left = MOST, {}
    for level, number in counts.items():  # the worst first
        left[level] = min(number, room)
        room -= left[level]
    over = sum(counts.values()) - sum(left.values())
    head = {
        "tool": {"driver": _driver(rules, totals, style)},
        "invocations": [_invocation(totals, style, over, broken=broken)],
        "language": style.say("zh-CN", "en"),
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            _BASE: {"description": {"text": "The root of the repository."}}
        },
        "properties": {
            "asOf": totals.as_of.isoformat(),
            "today": totals.today,
            "year": totals.year,
        },
    }
    yield f'{{"$schema": "{_SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n'
    yield ",\n".join(fields(head)) + ',\n"results": ['
    between = "\n"
    for part in parts:
        for level, _, _, result in part:
            if left[level]:
                left[level] -= 1
                yield between + result
                between = ",\n"
    yield "\n]}]}\n"


def _driver(rules: set[str], totals: Totals, style: Style) -> dict[str, Any]:
    book = rulebook(tuple(totals.packs[key] for key in sorted(totals.packs)))
    described = []
    for code in sorted(rules):
        told = rule_help(code, book, style.lang, named=not totals.redacted)
        one: dict[str, Any] = {
            "id": code,
            "shortDescription": {"text": shortened(told.title, LONGEST)},
            "fullDescription": {"text": shortened(told.sentence, LONGEST)},
            "help": {"text": told.text, "markdown": told.markdown},
        }
        if told.modality:
            level = _BY_MODALITY.get(told.modality, "note")
            one["defaultConfiguration"] = {"level": level}
            one["properties"] = {"tags": [told.modality, code.partition("/")[0]]}
        described.append(one)
    return {
        "name": "lxyz",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": described,
    }


def _invocation(
    totals: Totals, style: Style, over: int, *, broken: bool
) -> dict[str, Any]:
    """The notes on the run: that its day is not today, and how many results were left
    out because there was no room."""
    said = []
    if not totals.today:
        said.append(as_of_words(totals.as_of, style.lang))
    if over:
        values = {"number": over, "findings": some(over, "finding"), "most": MOST}
        said.append(sentence("heads", "left-out", style.lang, **values))
    found: dict[str, Any] = {"executionSuccessful": not broken}
    if said:
        found["toolExecutionNotifications"] = [
            {"level": "warning", "message": {"text": text}} for text in said
        ]
    return found


sarif = Form(_part, _whole, escapes="json")
"""Findings as a SARIF log of one run; `--show` adds what a report leaves out."""
