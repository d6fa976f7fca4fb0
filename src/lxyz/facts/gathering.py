"""What is collected while the facts of a branch are made: facts, faults, people, links.

Each family of records has a module that puts its facts into a Gathering. Here is what
these modules share: whose a fact is, which people a name means, and how two records of
the same thing become one fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from lxyz.dates.spans import Span
from lxyz.facts.fact import NO_ONE, Attestation, Fact, Roles, Waiver, kinds_in
from lxyz.facts.naming import Naming
from lxyz.facts.references import References
from lxyz.facts.singles import APART, Singles
from lxyz.facts.sittings import is_elsewhere, join_groups, set_beside
from lxyz.files.origin import Faults, Origin
from lxyz.records import Names, Profile, Record
from lxyz.vocabulary import Vocabulary

Table = tuple[Origin, frozenset[str], dict[str, Fact]]
"""A table of grades: its place, the members it leaves out, and the fact of each grade
by member."""
SHOWN = 40
"""How many characters of a text a warning shows."""
MOST_PLANNED = 5_000
"""The most plan items of a branch that become facts; an item 每周 counts once a week."""
_MOST_OF_EACH = 250
"""The most items of members' own plans, times the number of members: more than four a
week."""
_MOST_OF_ALL = 250_000
"""The most items of all members' own plans together."""


def most_planned(profile: Profile, *, own: bool) -> int:
    """How many plan items become facts: of the branch, or of all members' own plans
    (`own`)."""
    if not own:
        return MOST_PLANNED
    each = _MOST_OF_EACH * len(profile.members)
    return max(MOST_PLANNED, min(each, _MOST_OF_ALL))


def has_too_many(profile: Profile, items: Iterable[Fact]) -> bool:
    """Whether so many plan items were taken that others may have been left out."""
    of = Counter(item.level == "member" for item in items)
    return any(of[own] >= most_planned(profile, own=own) for own in (False, True))


class Gathering:
    """What has been found of one branch so far: `facts`, `faults`, judgements,
    links."""

    def __init__(self, profile: Profile, words: Vocabulary, as_of: date) -> None:
        self.profile = profile
        self.words = words
        self.as_of = as_of
        self.faults = Faults()
        self.people = Naming(profile, self.faults)
        self.references = References(words, self.faults)
        self.facts: list[Fact] = []
        self.attestations: list[Attestation] = []
        self.waivers: list[Waiver] = []
        self.planned: Counter[bool] = Counter()
        self._doubts: dict[Origin, tuple[frozenset[str], frozenset[str]]] = {}
        self.sittings: dict[tuple[Any, ...], list[tuple[Fact, Record]]] = {}
        self.meetings: dict[tuple[Any, ...], list[Record]] = {}
        self._singles: dict[tuple[Any, ...], Singles] = {}
        self.of_persons = 0
        self.graded: dict[tuple[frozenset[str], int], list[Table]] = {}
        self._named: dict[tuple[Any, ...], set[str]] = {}

    def add(self, fact: Fact, record: Record | None = None) -> None:
        """Keeps a fact. With its record given, other records can refer to it, and its
        own links are resolved by `link`."""
        self.facts.append(fact)
        if record is not None:
            self.references.offer(fact, record)
            self.references.refer(fact, record)

    def link(self) -> None:
        """Resolves all links. A filing that carries other records gets their kinds, and
        their period if they all have the same."""
        self.references.resolve()
        for told in self.sittings.values():
            set_beside(told)
        join_groups(self.sittings.values(), self.facts)
        for fact in self.facts:
            if "filing" in fact.kinds and "what" not in fact.attrs:
                fact.attrs["what"] = kinds_in(fact.links)
                if len(periods := {one.period for one in fact.links}) == 1:
                    (fact.period,) = periods

    def plan(self, fact: Fact) -> bool:
        """Keeps an item of a plan; False if there are too many. The first one too many
        is a fault."""
        own = fact.level == "member"
        most = most_planned(self.profile, own=own)
        self.planned[own] += 1
        if self.planned[own] == most + 1:
            self.faults.add("F510", fact.origin, limit=most)
        if self.planned[own] <= most:
            self.facts.append(fact)
        return self.planned[own] <= most

    # --- whose it is -------------------------------------------------------------

    def level(self, record: Record) -> tuple[str, str]:
        """The level and the owner (see `Fact`) of an activity or a document."""
        if record.group:
            return "group", self.group(record)
        if not self.words.above.isdisjoint(record.kinds):
            return "above", ""
        if self._is_the_units(record) or (
            record.more.get("organizer") == self.profile.unit
        ):
            return "above", ""
        return ("elsewhere" if is_elsewhere(self.profile, record) else "branch"), ""

    def _is_the_units(self, record: Record) -> bool:
        """Whether a record names the branch's unit as its owner."""
        names = record.owner.people if record.owner else ()
        return any(one.text == self.profile.unit for one in names)

    def tell(
        self,
        record: Record,
        code: str,
        key: str,
        text: str,
        kinds: frozenset[str] = NO_ONE,
        names: str = "",
        **more: str,
    ) -> None:
        """Adds a warning about the text under a key of a record."""
        self.faults.warn(
            code,
            record.place(key),
            text=text[:SHOWN],
            kinds="、".join(map(self.words.kind_name, sorted(kinds))) or names,
            names=names,
            **more,
        )

    def leave_open(
        self,
        record: Record,
        key: str,
        text: str,
        kinds: frozenset[str],
        doubtful: frozenset[str] = NO_ONE,
        of: frozenset[str] = NO_ONE,
    ) -> None:
        """Adds a warning that a text of a record may deny these kinds, and keeps the
        doubt for `doubted`.

        `doubtful`: what is then unknown, if it is not the kinds themselves. `of`: the
        persons of whom it is doubtful; empty: all of the record. Does nothing if
        `status: held` confirms the record; a sitting must state its attendance besides.
        """
        if record.status == "held" and (
            record.attendance is not None or record.family != "activity"
        ):
            return
        (attendance,) = self.words.key_slugs("record")["attendance"]
        there = attendance.zh if record.family == "activity" else ""
        self.tell(record, "F428", key, text, kinds, attendance=there)
        self._doubts[record.origin] = self.doubted(record) | (doubtful or kinds), of

    def doubted(self, record: Record, person: str = "") -> frozenset[str]:
        """What `leave_open` has noted as doubtful of a record: kinds, or a role; with
        `person` only what is doubtful of that person."""
        if not self._doubts:
            return NO_ONE
        kinds, of = self._doubts.get(record.origin, (NO_ONE, NO_ONE))
        return kinds if not (person and of) or person in of else NO_ONE

    def group(self, record: Record) -> str:
        """The group that a record names; a fault if it is not one of the branch on that
        day."""
        self.must_be_group(record.group, record.day, record.place("group"))
        return record.group

    def must_be_group(self, group: str, day: date, at: Origin) -> None:
        """Adds a fault if a group is not in the profile (and is not a temporary one),
        or did not exist on that day."""
        named = [one for one in self.profile.groups if one.name == group]
        if any(one.is_on(day) for one in named):
            return
        if named:
            one = max(named, key=lambda group: group.last)
            side, turn = ("ended", one.last) if day > one.last else ("begun", one.first)
            self.faults.add("F420", at, group=group, day=day, side=side, turn=turn)
        elif not self.words.is_word("temporary", group):
            self.faults.add("F413", at, group=group)

    def is_of_unknown(self, record: Record) -> bool:
        """Whether the persons of a record cannot be known: the field that names them
        could not be read."""
        whose = {"members"}
        if record.family == "persons":
            whose |= {"to", "values"}
        return record.members is None and bool(record.spoiled & whose)

    def not_nobody(self, record: Record, names: Names) -> None:
        """Adds a fault for `党员: 无`: a record of nobody says nothing."""
        if names.nobody:
            at = names.at(record.origin.file)
            self.faults.add("F419", at, word=self.words.word_names["none"])

    # --- who is meant ------------------------------------------------------------

    def everybody(self, names: Names, day: date, file: str) -> frozenset[str]:
        """The people of a names field; 全体 means the roster of the day."""
        return self.people.many(names, day, file, self.people.roster(day))

    def roles(self, record: Record) -> Roles:
        """The people of a record by role. 全体 means the roster of its day without
        members on long leave and those whom the record leaves out. A candidate may only
        be the one who is talked to (`to`)."""
        day, file, people = record.day, record.origin.file, self.people
        every = any(names.everyone for names in record.people.values())
        base = self.less(record, people.roster(day), day) if every else NO_ONE
        return {
            role: people.many(names, day, file, base, candidates=role == "to")
            for role, names in record.people.items()
        }

    def less(self, record: Record, base: frozenset[str], day: date) -> frozenset[str]:
        """The people of `base` who are not on long leave that day and whom the record
        does not leave out."""
        return self._left(record, base, day) - self.people.on_leave(day)

    def _left(self, record: Record, base: frozenset[str], day: date) -> frozenset[str]:
        if record.without:
            base -= self.people.many(record.without, day, record.origin.file)
        return base

    def owners(self, record: Record) -> frozenset[str] | None:
        """The persons to whom a record belongs; None if it belongs to the branch."""
        names = record.members
        of = record.owner
        if names is None and of and of.people and not self._is_the_units(record):
            names = of
        return None if names is None else self._everyone(record, names)

    def _everyone(self, record: Record, names: Names) -> frozenset[str]:
        """The people of a row of a table. 全体 means the roster at the end of the period,
        without those who have a row of their own. A name may be that of a member who
        left during the period."""
        self.not_nobody(record, names)
        day = record.period.last if record.period and record.table else record.day
        base = self._left(record, self.people.base(record, day), day)
        if names.everyone:
            base -= self._named.get(_table_key(record), NO_ONE)
        day, file = _day_of(record), record.origin.file
        base -= self.people.on_leave(day)
        return self.people.many(names, day, file, base, candidates=True)

    def note_named(self, records: list[Record]) -> None:
        """Notes who has a row of his own in which table and period, so that 全体 leaves
        him out."""
        for record in records:
            if record.table and record.members is not None:
                names = self._named.setdefault(_table_key(record), set())
                for name in record.members.people:
                    member = self.people.member(name.text)
                    if member is not None:
                        names.add(member.name)
                    else:
                        names |= self.people.meant(name.text)

    # --- one fact ----------------------------------------------------------------

    def common(
        self,
        record: Record,
        people: Roles,
        attrs: dict[str, Any],
        state: str,
        links: tuple[Fact, ...] = (),
        shown: date | None = None,
        end: date | None = None,
    ) -> Fact:
        """Makes and keeps the fact of a record that belongs to no single person. If its
        persons could not be read, it becomes a fact of an unknown member."""
        level, owner = self.level(record)
        unknown = self.doubted(record)
        if self.is_of_unknown(record):
            level, owner, unknown = "member", "", frozenset(("about", "owner"))
        fact = Fact(
            record.kinds,
            level,
            record.date,
            record.origin,
            owner=owner,
            end=end,
            shown=shown,
            period=record.period,
            attrs=attrs,
            people=people,
            unknown=record.spoiled | unknown,
            links=links,
            state=state,
        )
        self.add(fact, record)
        return fact

    def single(
        self,
        record: Record,
        person: str,
        people: Roles,
        attrs: dict[str, Any],
        state: str,
        links: tuple[Fact, ...] = (),
        shown: date | None = None,
    ) -> Fact:
        """Makes and keeps the fact of one person, or adds to the fact that is already
        there.

        If two rows or files tell of the same thing, it is one fact with two places. Two
        facts differ if their days differ (for what is due once a period, such as dues:
        if the periods differ), or if both have one of the keys `APART` with different
        values. Records that say more come first: see `build.in_order`.
        """
        self.of_persons += 1
        fact = Fact(
            record.kinds,
            "member",
            record.date,
            record.origin,
            end=record.end,
            shown=shown,
            period=record.period,
            attrs=attrs,
            people=people,
            unknown=record.spoiled | self.doubted(record, person),
            links=links,
            state=state,
        )
        when: date | Span | None = record.date
        if record.period and not self.words.once.isdisjoint(fact.kinds):
            when = record.period
        key = fact.kinds, person, when, people.get("from"), state
        said = {name: str(attrs[name]) for name in APART if name in attrs}
        singles = self._singles.get(key)
        if singles is None:
            self._singles[key] = Singles(said, fact)
        elif (twin := singles.twin(said, fact)) is not fact:
            _merge(twin, fact)
            self.references.refer(twin, record)
            return twin
        self.add(fact, record)
        return fact


def _merge(twin: Fact, other: Fact) -> None:
    """Adds to a fact what another record says of the same thing: the earlier first day,
    the later last day, the attributes and people of both. Where values differ, the
    choice does not depend on which record came first."""
    places = sorted({twin.origin, other.origin, *twin.twins})
    twin.origin, twin.twins = places[0], tuple(places[1:])
    assert twin.shown is not None
    assert other.shown is not None
    twin.date, twin.end = min(twin.day, other.day), max(twin.last, other.last)
    twin.shown = min(twin.shown, other.shown)
    for name, value in other.attrs.items():
        held = twin.attrs.setdefault(name, value)
        if isinstance(held, frozenset) and isinstance(value, frozenset):
            twin.attrs[name] = held | value
        elif str(value) < str(held):
            twin.attrs[name] = value
    for role, names in other.people.items():
        twin.people[role] = twin.people.get(role, NO_ONE) | names
    twin.unknown = twin.unknown & other.unknown
    twin.links = tuple(dict.fromkeys((*twin.links, *other.links)))


def _day_of(record: Record) -> date:
    """The day on which the people of a record are looked up: its own day, or the
    nearest day of its period. So a member who has left may still pay for a month in
    which he was here."""
    if record.period is None:
        return record.day
    return min(max(record.day, record.period.first), record.period.last)


def _table_key(record: Record) -> tuple[Any, ...]:
    return (
        record.origin.file,
        record.table,
        record.kinds,
        record.period,
        record.more.get("item"),
        record.date if record.period is None and not record.more.get("item") else None,
    )
