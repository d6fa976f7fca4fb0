"""What an evaluation decides of each member: the grade, and how one is dealt with."""

from __future__ import annotations

from lxyz.facts.attributes import state_of
from lxyz.facts.fact import Fact, Roles, owned_by
from lxyz.facts.gathering import Gathering
from lxyz.files.origin import Origin
from lxyz.records import Record

GRADES = "evaluation-grade"
"""The kind of record that tells grades alone, and of each of them."""


def grades(gathering: Gathering, record: Record, parent: Fact | None) -> None:
    """A fact for each member's grade, of the kind of record that tells grades alone where
    it stands in one; each must be named himself."""
    if not record.grades:
        return
    day, file, faults = record.day, record.origin.file, gathering.faults
    own = {one for one in record.kinds if GRADES in gathering.words.families((one,))}
    graded: set[str] = set()
    before = len(faults)
    for grade, names in record.grades:
        if names.everyone:
            faults.add("F408", names.at(file))
        for name in names.people:
            person = gathering.people.one(name, day, file)
            if person is None:
                continue
            at = name.at(file)
            if person in graded:
                faults.add("F403", at, name=person)
                continue
            graded.add(person)
            about = {"about": frozenset({person})}
            made = _fact(own or {GRADES}, record, parent, at, {"grade": grade}, about)
            gathering.add(made, record)
    unread = any(fault.code in ("F401", "F402") for fault in faults[before:])
    whole = not unread and "grades" not in record.spoiled
    if whole and (left := sorted(gathering.people.roster(day) - graded)):
        place = record.place("grades")
        faults.warn("F409", place, names="、".join(left))


def dispositions(gathering: Gathering, record: Record, parent: Fact | None) -> None:
    """A fact for each member whom an evaluation decides to deal with, as if it stood in
    a record of its own."""
    decided = record.more.get("disposition", ())
    if isinstance(decided, str):
        return
    day, file = record.day, record.origin.file
    for word, names in decided:
        for person in sorted(gathering.everybody(names, day, file)):
            kinds, whose = {"member-disposition"}, owned_by(person, {})
            said = {"disposition": word}
            made = _fact(kinds, record, parent, names.at(file), said, whose)
            gathering.add(made, record)


def _fact(
    kinds: set[str],
    record: Record,
    parent: Fact | None,
    at: Origin,
    attrs: dict[str, str],
    people: Roles,
) -> Fact:
    """What is decided of a member, be it at a sitting or in a record of its own."""
    return Fact(
        kinds,
        "member",
        record.day,
        at,
        period=record.period,
        attrs=attrs,
        people=people,
        links=(parent,) if parent else (),
        state=parent.state if parent else state_of(record),
    )
