"""What an evaluation decides about each member: the grade, and the disposition (how an
unqualified member is dealt with)."""

from __future__ import annotations

from lxyz.facts.attributes import state_of
from lxyz.facts.fact import NO_ONE, Fact, Roles, owned_by
from lxyz.facts.gathering import Gathering
from lxyz.files.origin import Origin
from lxyz.records import Record

GRADES = "evaluation-grade"
"""The kind of a record that tells only grades, and of the fact of each grade."""


def grades(gathering: Gathering, record: Record, parent: Fact | None) -> None:
    """Adds a fact for the grade of each member; 全体 is a fault, as each must be named.

    `parent` is the fact of the sitting in which the grades are written; None if they
    are a record of their own, whose kind the facts then have.
    """
    if not record.grades:
        return
    day, file, faults = record.day, record.origin.file, gathering.faults
    families = gathering.words.families
    own = frozenset(one for one in record.kinds if GRADES in families((one,)))
    kinds = own or frozenset({GRADES})
    graded: dict[str, Fact] = {}
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
            about = {"about": frozenset({person})}
            made = _fact(kinds, record, parent, at, {"grade": grade}, about)
            gathering.add(made, record)
            graded[person] = made
    unread = any(fault.code in ("F401", "F402") for fault in faults[before:])
    whole = not unread and "grades" not in record.spoiled
    left = gathering.people.roster(day) - graded.keys() if whole else NO_ONE
    year = (record.period.first if record.period else day).year
    table = (record.place("grades"), left, graded)
    gathering.graded.setdefault((kinds, year), []).append(table)


def tell_of_grades(gathering: Gathering) -> None:
    """Adds a warning for each table of grades that leaves out members whom no other
    table of the year names either; and for each grade that contradicts an earlier
    one."""
    for tables in gathering.graded.values():
        given: dict[str, Fact] = {}
        for _, _, graded in tables:
            for person, grade in graded.items():
                if person in given:
                    _contradicted(gathering, person, given[person], grade)
            given |= graded
        for place, left, _ in tables:
            if missed := sorted(left - given.keys()):
                gathering.faults.warn("F409", place, names="、".join(missed))


def _contradicted(gathering: Gathering, person: str, before: Fact, after: Fact) -> None:
    """Adds a warning if one evaluation gives a member two different grades."""
    grades = [one.attrs["grade"] for one in (before, after)]
    if grades[0] == grades[1] or "ungraded" in grades:
        return
    of = [_evaluations(one) for one in (before, after)]
    if before.state != after.state or (all(of) and of[0].isdisjoint(of[1])):
        return
    names = gathering.words.value_names["grade"]
    gathering.faults.warn(
        "F433",
        after.origin,
        name=person,
        grade=names[grades[1]],
        other=names[grades[0]],
        file=before.origin.file,
        first=before.origin.line,
    )


def _evaluations(grade: Fact) -> frozenset[Fact]:
    """The evaluations to which a grade belongs."""
    return frozenset(one for one in grade.links if "democratic-evaluation" in one.kinds)


def dispositions(gathering: Gathering, record: Record, parent: Fact | None) -> None:
    """Adds a fact for each member with a disposition, as a record `member-disposition`
    would give."""
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
    kinds: set[str] | frozenset[str],
    record: Record,
    parent: Fact | None,
    at: Origin,
    attrs: dict[str, str],
    people: Roles,
) -> Fact:
    """The fact of a decision about a member, made at a sitting (`parent`) or written in
    a record of its own."""
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
