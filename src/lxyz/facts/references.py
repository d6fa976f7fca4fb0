"""Links between records: `依据: 2016-12-05 支委会`.

A link that finds nothing is a fault that names the nearest record: so a link is found
whose other end got another date. A link that finds two records is a fault that asks for
what tells them apart.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.dates.days import DateProblem
from lxyz.dates.periods import parse_time
from lxyz.facts.fact import Fact, kinds_in
from lxyz.files.origin import Faults
from lxyz.records import Record, Reference
from lxyz.vocabulary import Vocabulary

_MOST_LINKS = 50
"""A link that fits more facts than this means no particular one: only the first are
linked."""


class References:
    """The facts that links may mean (`offered`) and the facts with links (`waiting`).
    All links are resolved at the end, when every fact is known."""

    def __init__(self, words: Vocabulary, faults: Faults) -> None:
        self.words = words
        self.faults = faults
        self.offered: list[tuple[Fact, Record]] = []
        self.waiting: list[tuple[Fact, tuple[Reference, ...]]] = []
        self.told: set[Reference] = set()
        self.by_kind: dict[str, list[tuple[Fact, Record]]] = {}
        self.by_id: dict[str, list[Fact]] = {}
        self.found: dict[tuple[Any, ...], list[tuple[Fact, Record]]] = {}
        self.records: dict[tuple[Any, ...], int] = {}
        self.near: dict[tuple[str, date], Fact | None] = {}

    def offer(self, fact: Fact, record: Record) -> None:
        """Notes a fact to which links may refer, with its record."""
        self.offered.append((fact, record))

    def refer(self, fact: Fact, record: Record) -> None:
        """Notes the links in the record of a fact."""
        if record.based_on or record.of:
            self.refer_to(fact, record.based_on + record.of)

    def refer_to(self, fact: Fact, references: tuple[Reference, ...]) -> None:
        """Notes the links of a fact."""
        self.waiting.append((fact, references))

    def resolve(self) -> None:
        """Resolves all links: each fact gets the facts that its links mean in `links`,
        and their kinds as `rests_on`."""
        ids: dict[str, Record] = {}
        for fact, record in self.offered:
            for kind in fact.kinds:
                self.by_kind.setdefault(kind, []).append((fact, record))
            if record.id:
                self.by_id.setdefault(record.id, []).append(fact)
                self._not_twice(record, ids.setdefault(record.id, record))
        for fact, references in self.waiting:
            found = [one for ref in references for one in self._find(ref, fact)]
            if found:
                fact.attrs["rests_on"] = kinds_in(found)
            fact.links = tuple(dict.fromkeys((*fact.links, *found)))

    def _not_twice(self, record: Record, first: Record) -> None:
        """Adds a fault for an id that two records have. The rows of a table may share
        the id in its head."""
        place = record.place("id")
        if place == first.place("id"):
            return
        at = first.origin
        self.faults.add("F509", place, id=record.id[:30], file=at.file, first=at.line)

    def _find(self, ref: Reference, asking: Fact) -> list[Fact]:
        """The facts that a link means, without the one that has the link (`asking`)."""
        if not ref.kind:
            named = self.by_id.get(ref.text, [])
            if not named:
                self._nothing(ref, asking)
            return named
        found = self._in_time(ref)
        if len(found) > _MOST_LINKS and not ref.rest:
            return self._too_many(ref, found, asking)
        same = [one for one in found if one[0] is not asking]
        if ref.rest and len(same) > 1:
            same = [(fact, record) for fact, record in same if _told_apart(ref, record)]
        if not same:
            self._nothing(ref, asking)
            return []
        records = {record.origin for _, record in same}
        if len(records) > 1 and ref not in self.told:
            self.told.add(ref)
            self.faults.add("F507", ref.origin, text=ref.text, count=len(records))
        return [fact for fact, _ in same[:_MOST_LINKS]]

    def _too_many(
        self, ref: Reference, found: list[tuple[Fact, Record]], asking: Fact
    ) -> list[Fact]:
        """The first of the facts that fit a link, where more than `_MOST_LINKS` do; a
        fault if they are of several records."""
        key = ref.kind, ref.date, ref.period
        if key not in self.records:
            self.records[key] = len({record.origin for _, record in found})
        if self.records[key] > 1 and ref not in self.told:
            self.told.add(ref)
            self.faults.add("F507", ref.origin, text=ref.text, count=self.records[key])
        first = [fact for fact, _ in found[: _MOST_LINKS + 1] if fact is not asking]
        return first[:_MOST_LINKS]

    def _in_time(self, ref: Reference) -> list[tuple[Fact, Record]]:
        """The facts of the kind and the time that a link names."""
        key = ref.kind, ref.date, ref.period
        if key not in self.found:
            self.found[key] = [
                (fact, record)
                for fact, record in self.by_kind.get(ref.kind, ())
                if _is_of_its_time(ref, fact)
            ]
        return self.found[key]

    def _nothing(self, ref: Reference, asking: Fact) -> None:
        """Adds a fault, once, for a link that finds nothing (or only its own fact),
        with the nearest fact."""
        if ref in self.told:
            return
        self.told.add(ref)
        anchor = ref.date or (ref.period.first if ref.period else None)
        near = None
        if anchor:
            key = ref.kind, anchor
            if key not in self.near:
                self.near[key] = self._nearest(ref, anchor)
            near = self.near[key]
            if near is asking:
                near = self._nearest(ref, anchor, asking)
        shown = ""
        if near is not None:
            kinds = "、".join(self.words.kind_name(kind) for kind in sorted(near.kinds))
            shown = f"{near.date} {kinds}"
        self.faults.add("F505", ref.origin, text=ref.text, near=shown)

    def _nearest(
        self, ref: Reference, anchor: date, besides: Fact | None = None
    ) -> Fact | None:
        """The fact of the link's kind, or of the day itself, that is nearest to the
        day; of equally near ones, one of that kind. Its place in the files makes no
        difference."""
        dated = [
            (
                abs((fact.date - anchor).days),
                ref.kind not in fact.kinds,
                fact.date,
                sorted(fact.kinds),
                fact,
            )
            for fact, _ in self.offered
            if fact is not besides
            and fact.date
            and (ref.kind in fact.kinds or fact.date == anchor)
        ]
        return min(dated, key=lambda one: one[:-1])[-1] if dated else None


def _is_of_its_time(ref: Reference, fact: Fact) -> bool:
    """Whether a fact is of the day or period that a link names."""
    if ref.date is not None:
        return fact.date is not None and fact.date <= ref.date <= (
            fact.end or fact.date
        )
    assert ref.period is not None
    if fact.period is not None:
        return fact.period == ref.period
    return fact.date is not None and fact.date in ref.period


def _told_apart(ref: Reference, record: Record) -> bool:
    """Whether the words behind the kind in a link fit a record: its group, hours or
    title."""
    if record.group and record.group in ref.rest:
        return True
    try:
        time = parse_time(ref.rest)
    except DateProblem:
        return record.more.get("title") == ref.rest
    return record.time == time
