"""The types of records: plain frozen values. What is in them has been checked by the
reader of its field, at its place; here is nothing left to check.

The fields that lxyz itself works with are named here; what only rules ask for stands in
`more`, under the English key of the vocabulary.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.base.value import Value
from lxyz.dates.periods import TimeOfDay
from lxyz.dates.spans import Span
from lxyz.files.origin import Origin


class Name(NamedTuple):
    """A person's name as written, with its place; `reason` is an excuse in brackets."""

    text: str
    line: int
    column: int
    reason: str = ""

    def at(self, file: str) -> Origin:
        """Where it stands."""
        return Origin(file, self.line, self.column)


class Names(NamedTuple):
    """A names field: people by name, and the words 全体 / 无."""

    people: tuple[Name, ...] = ()
    everyone: bool = False
    nobody: bool = False
    line: int = 1
    column: int = 1

    def at(self, file: str) -> Origin:
        """Where they stand."""
        return Origin(file, self.line, self.column)


class Attendance(NamedTuple):
    """Who came: states by names, and control numbers. `partly`: who was not there could
    not be read whole, so whom 全体 leaves out is not known."""

    present: Names | None = None
    excused: Names | None = None
    absent: Names | None = None
    guests: str = ""
    expected: int | None = None
    count: int | None = None  # type: ignore[assignment]  # a field, not a method
    partly: bool = False
    origin: Origin = Origin("")


class Step(NamedTuple):
    """A named step of a sitting; `date` None is the day of the sitting. `said` is what
    stands behind its name, `党性分析：王敏、李娜`."""

    name: str
    date: Day | None = None
    group: str = ""
    participants: Names | None = None
    origin: Origin = Origin("")
    said: str = ""


class Speaker(NamedTuple):
    """Who spoke: role `lecturer`, `keynote` or `speaker`; `source` is where an outsider
    came from."""

    name: Name
    role: str
    minutes: int | None = None
    source: str = ""


class Filing(NamedTuple):
    """Something handed to an organisation on a day (None: which one cannot be read)."""

    to: str
    date: Day | None
    origin: Origin


class Reference(NamedTuple):
    """A link as written: a day (or period) and a kind, with what tells two apart; or
    an id."""

    text: str
    date: Day | None
    period: Span | None
    kind: str
    rest: str
    origin: Origin


class When(NamedTuple):
    """When a plan item is to be done: one span, or each period of a kind (`every`)."""

    span: Span | None
    every: str = ""


class Item(NamedTuple):
    """An item of a plan or a list: fields by their English key; those that could not be
    read are `spoiled`, with `*` if it is not known which these are."""

    fields: dict[str, Any]
    origin: Origin
    spoiled: frozenset[str] = frozenset()

    def lacks(self, key: str) -> bool:
        """Whether a key is simply not there: neither read nor faulty."""
        return key not in self.fields and not self.spoiled & {key, "*"}


class Record(Value):
    """One record: an activity, a document, a row of a table, a judgement.

    One without kinds is known only for the names in it. Dates are days in China. `end`
    is included. `families` are its kinds and families, with the kinds that those of a
    pack are written like. `places` are line and column of the key
    of each field; `spoiled` are the fields that could not be read (whole).
    """

    kinds: tuple[str, ...]
    origin: Origin
    family: str
    families: frozenset[str] = frozenset()
    date: Day | None = None
    end: Day | None = None
    time: TimeOfDay | None = None
    status: str = ""
    reason: str = ""
    moved_from: Span | None = None
    moved_reason: str = ""
    period: Span | None = None
    id: str = ""
    owner: Names | None = None
    owner_body: str = ""
    group: str = ""
    members: Names | None = None
    without: Names | None = None
    attendance: Attendance | None = None
    steps: tuple[Step, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    filings: tuple[Filing, ...] = ()
    based_on: tuple[Reference, ...] = ()
    of: tuple[Reference, ...] = ()
    documents: tuple[Record, ...] = ()
    items: tuple[Item, ...] = ()
    grades: tuple[tuple[str, Names], ...] = ()
    people: dict[str, Names] = {}
    more: dict[str, Any] = {}
    places: dict[str, tuple[int, int]] = {}
    spoiled: frozenset[str] = frozenset()
    table: int = 0
    """Which table (head with rows) of its file it is a row of; 0: none."""

    @property
    def day(self) -> Day:
        """Its day, which every record with kinds has."""
        assert self.date is not None
        return self.date

    @property
    def says_held(self) -> bool:
        """Whether it says of a sitting that it was held: outright, or by who came."""
        return self.status == "held" or (
            not self.status and self.attendance is not None
        )

    def place(self, field: str) -> Origin:
        """Where a field stands, else the record."""
        found = self.places.get(field)
        return self.origin if found is None else Origin(self.origin.file, *found)


class Fields:
    """What a mapping held: values and places (line, column) by English key, and the keys
    whose value could not be read or not be read whole (`spoiled`); `broken` if it is
    not known which keys these are, `strange` if there were keys that are none."""

    __slots__ = ("broken", "places", "spoiled", "strange", "values")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.spoiled: set[str] = set()
        self.broken = False
        self.strange = False

    def lacks(self, key: str) -> bool:
        """Whether a key is simply not there: neither read nor faulty."""
        return key not in self.values and key not in self.spoiled and not self.broken
