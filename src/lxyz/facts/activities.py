"""Activities to facts: what was held, who was there, its steps, grades and filings."""

from __future__ import annotations

from datetime import date

from lxyz.facts.attributes import activity_attributes, ballots, steps_of
from lxyz.facts.came_about import came_about, is_left_to_each, tell_of_self_study
from lxyz.facts.documents import document, filing
from lxyz.facts.fact import ATTENDED, NO_ONE, OURS, UNPROVEN, Fact, Roles
from lxyz.facts.gathering import Gathering
from lxyz.facts.grading import dispositions, grades
from lxyz.facts.not_there import (
    leave_open_who_came,
    leave_out_who_did_not_come,
    leave_out_who_was_away,
)
from lxyz.facts.partaking import partakers
from lxyz.facts.remarks import undone_by
from lxyz.records import Record, Step
from lxyz.vocabulary import vocabulary


def activity(gathering: Gathering, record: Record, slot: int | None) -> None:
    """One fact, and facts for steps, filings, grades and documents inside."""
    state = _state(gathering, record)
    level, owner = gathering.level(record)
    came = came_about(gathering, record) if state == "held" else record.kinds
    state = state if came else "planned"
    kinds = _not_twice(gathering, record, came or record.kinds, state, level)
    if not kinds:
        gathering.people.look_up(record)  # its names are told of all the same
        return
    roles, unknown = _roles(gathering, record)
    if state == "held" and level in OURS and _nobody_came(record, roles, unknown):
        # What the record says of its attendance disproves that it was held.
        gathering.faults.add("F421", record.place("attendance"))
        state = "planned"
    if state == "held" and level in OURS and _only_others_came(record, roles):
        body = record.group or gathering.words.kind_name("committee-meeting")
        gathering.faults.add("F523", record.place("attendance"), body=body)
        state = "planned"
    steps = steps_of(record)
    if state == "held":
        leave_out_who_did_not_come(gathering, record, roles)
        tell_of_self_study(gathering, record, steps)
        unknown |= gathering.doubted(record)
        if level in OURS and not gathering.profile.is_on(record.day):
            # The branch was not there (F522, F525): one of the two days is wrong.
            unknown |= frozenset(kinds)
        if _is_unproven(record, roles):
            unknown |= UNPROVEN
        unknown |= leave_open_who_came(gathering, record, roles)
    fact = Fact(
        kinds,
        level,
        record.day,
        record.origin,
        owner=owner,
        end=record.end,
        period=record.period,
        attrs=activity_attributes(record, steps, slot),
        people=roles,
        unknown=unknown | record.spoiled | _unread(record),
        state=state,
    )
    gathering.add(fact, record)
    if state == "cancelled":
        return
    gathering.sittings.setdefault((record.day, level, owner), []).append((fact, record))
    for number, step in enumerate(steps, 1):
        _step(gathering, record, fact, step, number)
    grades(gathering, record, fact)
    dispositions(gathering, record, fact)
    inside = [
        one
        for inner in record.documents
        for one in document(gathering, inner, (fact,))
        if one.state == fact.state
    ]
    for one in record.filings:
        filing(gathering, one, fact, inside)


def _unread(record: Record) -> frozenset[str]:
    """The numbers of ballots, where what is written of them could not be read."""
    return ballots() if "ballots" in record.spoiled else NO_ONE


def _state(gathering: Gathering, record: Record) -> str:
    """Held, planned or cancelled: held must be said."""
    if record.status == "cancelled":
        if record.attendance is not None:
            place = record.place("attendance")
            gathering.faults.add("F422", place, level="warning")
        return "cancelled"
    proven = record.status == "held" or (
        record.status == "" and record.attendance is not None
    )
    faults, as_of = gathering.faults, gathering.as_of
    if proven and record.day > as_of:
        faults.add("F504", record.place("date"), level="warning", day=record.day)
    past = record.day < as_of
    if not proven and past and not record.spoiled & {"attendance", "status"}:
        faults.add("F506", record.origin, level="warning", day=record.day)
    unread = "attendance" in record.spoiled and record.status == ""
    return "held" if proven or unread else "planned"


def _nobody_came(record: Record, roles: Roles, unknown: frozenset[str]) -> bool:
    """Whether a sitting says of everybody who should have been there that they were
    not; so do 实到: 0, and 全体 where each of them is excused or absent. Of whom nothing
    is said, or what cannot be read, proves nothing."""
    told = record.attendance
    if told is None or told.guests or not roles.get("expected") or roles.get("present"):
        return False
    if told.present is None:
        if told.count == 0:
            return True
    elif told.present.nobody:
        return True
    elif told.present.people:
        return False
    return not ("unstated" in unknown or roles.get("unstated"))


def _is_unproven(record: Record, roles: Roles) -> bool:
    """Whether all that speaks for a sitting is an attendance of which nothing can be
    taken: names that are on no roster, or stand among those who did not come; or that
    could not be read."""
    told = record.attendance
    if record.status or roles.get("present") or roles.get("speaker"):
        return False
    if told is None:
        return True  # it could not be read, or it would not be held
    if told.count or told.guests:
        return False
    if told.present is None:
        return told.partly
    return bool(told.present.people) and not told.present.everyone


def _only_others_came(record: Record, roles: Roles) -> bool:
    """Whether all who are named as present are known, and none of them is of the group
    or the committee that sat."""
    named = record.attendance.present if record.attendance else None
    there, expected = roles.get("present", NO_ONE), roles.get("expected", NO_ONE)
    if named is None or not expected or not 0 < len(named.people) <= len(there):
        return False
    return there.isdisjoint(expected)


def _not_twice(
    gathering: Gathering, record: Record, kinds: tuple[str, ...], state: str, level: str
) -> tuple[str, ...]:
    """Those kinds of an activity not already told of by another record of that day."""
    if state == "cancelled":
        return kinds
    kept = []
    told: set[str] = set()
    members = tuple(n.text for n in record.members.people) if record.members else ()
    for kind in kinds:
        # What was only planned is no second telling of what was held.
        key = (kind, record.date, record.group, members, level, state)
        others = gathering.meetings.setdefault(key, [])
        clash = next(
            (
                origin
                for other, origin in others
                if not (
                    record.time and other.time and not record.time.overlaps(other.time)
                )
            ),
            None,
        )
        if clash is None:
            kept.append(kind)
            others.append((record, record.origin))
        elif str(clash) not in told:
            told.add(str(clash))
            gathering.faults.add(
                "F501",
                record.origin,
                kind=gathering.words.kind_name(kind),
                file=clash.file,
                first=clash.line,
            )
    return tuple(kept)


def _roles(gathering: Gathering, record: Record) -> tuple[Roles, frozenset[str]]:
    """People of an activity by role, and the roles of which nothing is known."""
    day, file, people = record.day, record.origin.file, gathering.people
    unknown: frozenset[str] = NO_ONE
    roles: Roles = {}
    guests = record.attendance.guests if record.attendance else ""
    if record.attendance:
        there = people.attendance(record, record.attendance, day)
        roles.update(there.roles)
        unknown |= there.unknown
    else:
        unknown |= ATTENDED
    if named := people.guests(guests, day):
        roles["guest"] = named
    for role, names in record.people.items():
        base = people.base(record, day)
        roles[role] = people.many(names, day, file, base, guests)
    roles.update(_speakers(gathering, record, day, guests))
    leave_out_who_was_away(gathering, record, roles)
    if gathering.is_of_unknown(record):
        unknown |= {"about", "participant"}
    if record.members:
        gathering.not_nobody(record, record.members)
        base = people.base(record, day) - people.on_leave(day)
        if record.without:
            base -= people.many(record.without, day, file)
        without = undone_by(gathering, record)
        members = people.many(record.members, day, file, base)
        members = NO_ONE if without is None else members - without
        roles["about"] = members
        roles.setdefault("participant", members)
        if not record.attendance:
            roles["present"] = members
            unknown -= {"present"}
    for capacity, names in record.more.get("capacity", ()):
        found = people.many(names, day, file, roles.get("present", NO_ONE), guests)
        if vocabulary().is_word("ordinary", capacity):
            roles["ordinary"] = roles.get("ordinary", NO_ONE) | found
    return roles, unknown


def _speakers(gathering: Gathering, record: Record, day: date, guests: str) -> Roles:
    """Who spoke, by role, and all of them as `speaker`."""
    spoken: dict[str, set[str]] = {}
    for speaker in record.speakers:
        person: str | None = speaker.name.text
        if not speaker.source:
            person = gathering.people.one(speaker.name, day, record.origin.file, guests)
        if person:
            spoken.setdefault(speaker.role, set()).add(person)
    roles: Roles = {role: frozenset(people) for role, people in spoken.items()}
    if everyone := frozenset(person for people in spoken.values() for person in people):
        roles["speaker"] = everyone
    return roles


def _step(
    gathering: Gathering, record: Record, fact: Fact, step: Step, number: int
) -> None:
    """A step is told of with its activity, and counts from its own day if that is
    later. Without participants it says that it was held, not who did it."""
    day, people = step.date or record.day, gathering.people
    roles: Roles = {}
    unproven = fact.unknown & UNPROVEN
    if fact.kinds <= fact.unknown or is_left_to_each(step):
        unproven |= {"step"}
    unknown = unproven | {"participant"}
    base = people.base(record, day)
    if step.group:
        base = people.of_group(step.group, day)
        gathering.must_be_group(step.group, day, step.origin)
    participants = step.participants
    if day == record.day and "present" in fact.people:
        there = fact.people["present"]
    else:
        there = people.roster(day) - people.on_leave(day)
    who: frozenset[str] | None = None
    if participants is not None:
        who = people.many(participants, day, record.origin.file, base & there)
    elif not step.group:
        named = partakers(step, people, day, base)
        who = None if named is None else named & there
    by_name = participants is None or participants.everyone
    if who is not None and not (by_name and _is_of_doubt(record, fact, day)):
        roles["participant"] = who
        unknown = unproven
    gathering.add(
        Fact(
            {"step"},
            "group" if step.group else fact.level,
            day,
            step.origin,
            owner=step.group or fact.owner,
            shown=max(day, record.day),
            period=record.period,
            attrs={"name": step.name, "position": number, "group": step.group},
            people=roles,
            unknown=unknown,
            links=(fact,),
            state=fact.state,
        )
    )


def _is_of_doubt(record: Record, fact: Fact, day: date) -> bool:
    """Whether it is not known who was present on a day."""
    return (
        day == record.date
        and record.attendance is not None
        and "present" in fact.unknown
    )
