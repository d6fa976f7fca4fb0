"""Where something stands or belongs: the file and line to go to."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lxyz.files.find import BRANCH_FILE
from lxyz.origin import Origin
from lxyz.packs.asked import kinds_of, patterns
from lxyz.render.entries import Entry
from lxyz.render.rulebook import Rulebook
from lxyz.report import BranchReport
from lxyz.verdicts import Evidence, Verdict


class Places(NamedTuple):
    """Where records of each kind lie in a branch, by day; and where the items of plans
    stand, by the keys of their facts, that have no record."""

    of_kind: dict[str, list[tuple[date, Origin]]]
    of_item: dict[str, Origin] = {}


def places_of(branch: BranchReport) -> Places:
    """Where the records that decided anything lie, by kind."""
    found: dict[str, dict[tuple[date, Origin], None]] = {}
    for verdict in branch.verdicts:
        for one in (*verdict.records, *verdict.near):
            for kind in one.kinds:
                if one.date is not None:
                    found.setdefault(kind, {})[one.date, one.origin] = None
    items = {one.key: one.origin for one in branch.behind if one.is_item}
    return Places({kind: sorted(at) for kind, at in found.items()}, items)


def items_of(entry: Entry, places: Places) -> list[Origin]:
    """The items of plans that an entry is about, each place once."""
    names = [one.event or one.subject.name for one in entry.verdicts]
    found = [places.of_item[name] for name in names if name in places.of_item]
    return list(dict.fromkeys(found))


def place(verdict: Verdict) -> Origin:
    """The place a verdict is shown at: the record that nearly counted or lacks
    something, a plan item, else the profile."""
    if verdict.near:
        return verdict.near[0].origin
    planned = [one for one in verdict.records if "plan-item" in one.kinds]
    if planned:
        return planned[0].origin
    if verdict.records and verdict.need and verdict.missing:
        return verdict.records[0].origin
    if verdict.records and verdict.outcome in ("late", "met"):
        return verdict.records[-1].origin
    return Origin(BRANCH_FILE)


def lacking(entry: Entry) -> list[Evidence]:
    """The records of an entry that lack something, each place once."""
    found: dict[Origin, Evidence] = {}
    for verdict in entry.verdicts:
        if verdict.missing and not verdict.near:
            for one in verdict.records:
                found.setdefault(one.origin, one)
    return list(found.values())


def belongs(entry: Entry, book: Rulebook, places: Places) -> Origin | None:
    """Where a record that is missing would stand: beside the nearest of its kind."""
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
