"""The types of records: plain frozen values. Each value was checked by the reader of
its field; nothing is checked here.

The fields that lxyz itself uses have names here. What only rules ask for is in `more`,
under the English key of the vocabulary.
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
    """A person's name as written, with its place; `reason` is the text in brackets
    behind it: 刘洋（出差）."""

    text: str
    line: int
    column: int
    reason: str = ""

    def at(self, file: str) -> Origin:
        """The place of the name in a file."""
        return Origin(file, self.line, self.column)


class Names(NamedTuple):
    """A names field: the people named, and whether it says 全体 (`everyone`) or 无
    (`nobody`)."""

    people: tuple[Name, ...] = ()
    everyone: bool = False
    nobody: bool = False
    line: int = 1
    column: int = 1

    def at(self, file: str) -> Origin:
        """The place of the field in a file."""
        return Origin(file, self.line, self.column)


class Attendance(NamedTuple):
    """Who came to a sitting.

    - `present`, `excused`, `absent`: names by state; None if not written
    - `guests`: the line of guests (列席) as written
    - `expected`, `count`: the control numbers 应到 and 实到
    - `partly`: a part of who was excused or absent could not be read, so it is not
      known whom 全体 leaves out
    """

    present: Names | None = None
    excused: Names | None = None
    absent: Names | None = None
    guests: str = ""
    expected: int | None = None
    count: int | None = None  # type: ignore[assignment]  # a field, not a method
    partly: bool = False
    origin: Origin = Origin("")


class Step(NamedTuple):
    """A step of a sitting.

    - `date`: its day; None means the day of the sitting
    - `group`: the group that did it, or ""
    - `participants`: who took part; None if not written
    - `said`: the text behind its name, `党性分析：王敏、李娜`
    """

    name: str
    date: Day | None = None
    group: str = ""
    participants: Names | None = None
    origin: Origin = Origin("")
    said: str = ""


class Speaker(NamedTuple):
    """A person who spoke at a sitting. `role` is `lecturer`, `keynote` or `speaker`;
    `source` is where a person from outside the branch came from, else ""."""

    name: Name
    role: str
    minutes: int | None = None
    source: str = ""


class Filing(NamedTuple):
    """A record was handed to an organisation (报送), on a day; `date` is None if the day
    cannot be read."""

    to: str
    date: Day | None
    origin: Origin


class Reference(NamedTuple):
    """A link to another record: a day or a period, and a kind; or, if `kind` is "", an
    id.

    - `text`: the link as written
    - `rest`: the words behind the kind, which tell two records of a day apart
    """

    text: str
    date: Day | None
    period: Span | None
    kind: str
    rest: str
    origin: Origin


class When(NamedTuple):
    """When a plan item is to be done: in one span, or once in each period of the kind
    `every`."""

    span: Span | None
    every: str = ""


class Item(NamedTuple):
    """An item of a plan or a list. `fields` holds values by English key; `spoiled` the
    keys that could not be read, and `*` if it is not known which keys these were."""

    fields: dict[str, Any]
    origin: Origin
    spoiled: frozenset[str] = frozenset()

    def lacks(self, key: str) -> bool:
        """Whether a key is not written at all (not even wrongly)."""
        return key not in self.fields and not self.spoiled & {key, "*"}


class Record(Value):
    """One record: an activity, a document, a row of a table, a judgement.

    - `kinds`: its kinds; empty if its kind or day is not known: it is then kept only to
      look up its names
    - `family`: the family of the first kind
    - `families`: its kinds, their families, and for a kind of a rule pack the kind
      whose form it has
    - `date`, `end`: first and last day in China, both included; `end` None if not
      written
    - `status`, `reason`: `held`, `planned` or `cancelled`, and why; "" if not written
    - `moved_from`, `moved_reason`: from which days it was moved, and why
    - `period`: the period that it counts for
    - `owner`, `owner_body`: whose it is: named people, or `branch` / `committee`
    - `members`, `without`: the people it belongs to, and those it leaves out of 全体
    - `based_on`, `of`: its links to other records
    - `documents`, `items`, `steps`, `filings`: what is written inside it
    - `grades`: grades with the people who have them
    - `people`: other names fields by role (`host`, `from` …)
    - `more`: every other field by English key
    - `places`: line and column of the key of each field
    - `spoiled`: the fields that could not be read, or not as a whole
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
    """The number, in its file, of the table (head with rows) that it is a row of; 0 if
    it is no row."""

    @property
    def day(self) -> Day:
        """Its day. Every record with kinds has one."""
        assert self.date is not None
        return self.date

    @property
    def says_held(self) -> bool:
        """Whether the record of a sitting says that it was held: by its status, or by
        an attendance without a status."""
        return self.status == "held" or (
            not self.status and self.attendance is not None
        )

    def place(self, field: str) -> Origin:
        """The place of the key of a field; the place of the record if the field is not
        there."""
        found = self.places.get(field)
        return self.origin if found is None else Origin(self.origin.file, *found)


class Fields:
    """The fields that were read from a mapping.

    - `values`, `places`: value, and line and column of the key, by English key
    - `spoiled`: the keys whose value could not be read, or not as a whole
    - `broken`: something could not be read and it is not known under which key it stood
    - `strange`: there were unknown keys
    """

    __slots__ = ("broken", "places", "spoiled", "strange", "values")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.spoiled: set[str] = set()
        self.broken = False
        self.strange = False

    def lacks(self, key: str) -> bool:
        """Whether a key is not written at all (not even wrongly)."""
        return key not in self.values and key not in self.spoiled and not self.broken
