"""Places: the file and line of a record, or where a missing record would be written."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.files.find import BRANCH_FILE
from lxyz.files.origin import Fault, Origin
from lxyz.packs.asked import kinds_of, patterns
from lxyz.packs.model import Rule
from lxyz.render.page.safe import clean
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.entries import Entry
from lxyz.report import BranchReport
from lxyz.verdicts import GAPS, PERSONS, Evidence, Outcome, Verdict

_OTHER_DAYS = "outside"
"""Of what nearly counted: it was held, but not in time."""


def at_line(origin: Origin) -> str:
    """A place as it is shown: `file:line`."""
    return f"{clean(origin.file)}:{origin.line}"


def at_column(place: Origin | Fault, lead: str = "") -> str:
    """A place as `file:line:column`; `lead` is the beginning of the path."""
    return f"{lead}{clean(place.file)}:{place.line}:{place.column}"


def lead_of(path: str) -> str:
    """The beginning of the paths of a branch folder, as they are shown."""
    root = clean(path).rstrip("/\\")
    return f"{root}/" if root not in ("", ".") else ""


class Places(NamedTuple):
    """The places of a branch's records by kind (`of_kind`), each with its day."""

    of_kind: dict[str, list[tuple[date, Origin]]]


def places_of(branch: BranchReport) -> Places:
    """The places of the records that decided a verdict, by kind."""
    found: dict[str, dict[tuple[date, Origin], None]] = {}
    for verdict in branch.verdicts:
        for one in (*verdict.records, *verdict.near):
            for kind in one.kinds:
                if one.date is not None:
                    found.setdefault(kind, {})[one.date, one.origin] = None
    return Places({kind: sorted(at) for kind, at in found.items()})


def place(verdict: Verdict, branch: BranchReport, book: Rulebook) -> Origin:
    """The place at which a verdict is shown.

    It is the record that lacks something or nearly counted. If there is no record, it
    is the record that the verdict is about, or the item of a plan that called for the
    missing one, or else the line of the person or group in the profile. The file always
    exists. The place is no part of the verdict's identity."""
    if verdict.near and not (verdict.about and verdict.near[0].why == _OTHER_DAYS):
        return verdict.near[0].origin
    planned = [one for one in verdict.records if "plan-item" in one.kinds]
    if planned:
        return planned[0].origin
    if verdict.records and verdict.need and verdict.missing:
        return verdict.records[0].origin
    if verdict.records and verdict.outcome in (Outcome.LATE, Outcome.MET):
        return verdict.records[-1].origin
    if verdict.about:
        return verdict.about[0]
    if verdict.outcome in GAPS and branch.behind:
        item = _item(verdict, branch, book.rule(verdict.rule))
        if item is not None:
            return item
    kind = "group" if verdict.subject.type == "group" else "member"
    if verdict.subject.type in PERSONS or kind == "group":
        for type_, name, origin in branch.listed:
            if (type_, name) == (kind, verdict.subject.name):
                return origin
    return Origin(BRANCH_FILE)


def _item(verdict: Verdict, branch: BranchReport, rule: Rule | None) -> Origin | None:
    """The last item of a plan that was not carried out and explains a gap.

    It planned a record that the gap lacks, within the span of the verdict; None if
    there is none."""
    if rule is None or rule.count is None:
        return None
    wanted = {kind for one in patterns(rule) for kind in kinds_of(one)}
    span = verdict.span
    for item in reversed(branch.behind):
        own = item.group in ("", verdict.subject.name)
        if own and not wanted.isdisjoint(item.kinds):
            if item.first <= span.last and item.last >= span.first:
                return item.origin
    return None


def lacking(entry: Entry) -> list[Evidence]:
    """The records of an entry that lack something, each place once."""
    found: dict[Origin, Evidence] = {}
    for verdict in entry.verdicts:
        if verdict.missing and not verdict.near:
            for one in verdict.records:
                found.setdefault(one.origin, one)
    return list(found.values())


def belongs(entry: Entry, book: Rulebook, places: Places) -> Origin | None:
    """Where a missing record would be written: beside the nearest of its kind."""
    rule = book.rule(entry.head.rule)
    due = entry.due or entry.head.span.last
    best: tuple[int, Origin] | None = None
    for one in patterns(rule):
        for kind in kinds_of(one):
            for day, origin in places.of_kind.get(kind, ()):
                away = abs((day - due).days)
                if best is None or (away, origin) < best:
                    best = (away, origin)
        if best is not None:
            break
    return best[1] if best else None
