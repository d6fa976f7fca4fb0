"""Tables of persons to facts: dues, talks, points, commitments, honours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxyz.dates.spans import periods
from lxyz.facts.attributes import attributes, state_of
from lxyz.facts.fact import NO_ONE, Fact, Roles, owned_by
from lxyz.facts.gathering import Gathering
from lxyz.facts.grading import GRADES, dispositions, grades
from lxyz.facts.remarks import DUES, undone_by
from lxyz.records import Record
from lxyz.vocabulary import folded_name

_AFTERWARDS = (
    ("commitment", "commitment-check", "checks"),
    ("commitment", "commitment-closed", "closed_on"),
    ("assigned-task", "assigned-task-closed", "closed_on"),
)
"""What is done later about a record: the kind of the record, the kind of the later
fact, and the key under which its day or days are written."""
_MONTH = 31


def persons(gathering: Gathering, record: Record) -> None:
    """Adds one fact for each person of a record (a row of a table); one fact without a
    person if it names nobody."""
    if GRADES in record.families:
        grades(gathering, record, None)
        dispositions(gathering, record, None)
        return
    attrs = attributes(record)
    by = attrs.pop("by", None)
    if by is not None:
        attrs["payer"] = by
    people = gathering.roles(record)
    without = undone_by(gathering, record)
    if without is None:
        return
    if "payer" in gathering.doubted(record):
        attrs.pop("payer", None)
    state = state_of(record)
    if "to" in people:
        _talks(gathering, record, people, attrs, without, state)
        return
    values = attrs.pop("values", None) or ()
    for name, value in values:
        found = gathering.people.one(name, record.day, record.origin.file)
        if found:
            roles = {**people, "about": frozenset({found})}
            own = {**attrs, "value": value}
            gathering.single(record, found, roles, own, state)
    owners = gathering.owners(record)
    made = [
        gathering.single(
            one, person, owned_by(person, people), _paid(said, person), state
        )
        for one, said in _by_month(record, attrs)
        for person in sorted((owners or NO_ONE) - without)
    ]
    if owners is None and not values:
        made = [gathering.common(record, people, attrs, state, end=record.end)]
    for family, kind, key in _AFTERWARDS:
        if family in record.families:
            _afterwards(gathering, record, made, kind, key)


def _talks(
    gathering: Gathering,
    record: Record,
    people: Roles,
    attrs: dict[str, Any],
    without: frozenset[str],
    state: str,
) -> None:
    """Adds a fact for each person who was talked to, except those in `without`. A
    person who talks to himself is a fault."""
    if "from" in record.people:
        gathering.not_nobody(record, record.people["from"])
        if record.people["from"].nobody:
            return
    talkers, listeners = people.get("from", NO_ONE), people["to"]
    himself = talkers & listeners if len(talkers) == 1 else NO_ONE
    for name in himself:
        # Under 全体 the talker is simply not meant.
        if not record.people["to"].everyone:
            gathering.faults.add("F423", record.place("to"), name=name)
    for person in sorted(listeners - himself - without):
        one = frozenset({person})
        roles = {**people, "to": one, "about": one}
        gathering.single(record, person, roles, attrs.copy(), state)


def _by_month(
    record: Record, attrs: dict[str, Any]
) -> Iterator[tuple[Record, dict[str, Any]]]:
    """A record with its attributes; dues of a quarter, a half or a year once for each of
    its months, as if each month were written."""
    whole = record.period
    if whole is None or DUES not in record.families or whole.days <= _MONTH:
        yield record, attrs
        return
    for month in periods("month", whole.first.year):
        if whole.first <= month.first <= whole.last:
            yield record.replace(period=month), {**attrs, "period": month.label}


def _paid(attrs: dict[str, Any], person: str) -> dict[str, Any]:
    """The attributes of one person's fact; the payer becomes `self` if he is named as
    the one who pays for himself."""
    payer = attrs.get("payer")
    if payer is not None and folded_name(str(payer)) == folded_name(person):
        return {**attrs, "payer": "self"}
    return attrs.copy()


def _afterwards(
    gathering: Gathering, record: Record, made: list[Fact], kind: str, key: str
) -> None:
    """Adds a fact for each day under `key` on which something was done about the facts
    `made` of a record: a commitment was checked or kept, an assigned task closed."""
    days = record.more.get(key, ())
    for day in dict.fromkeys(days if isinstance(days, tuple) else (days,)):
        for fact in made:
            of = fact.people
            gathering.add(fact.part(kind, day, record.place(key), people=of))
