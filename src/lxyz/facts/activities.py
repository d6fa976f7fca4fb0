"""Activities to facts: what was held, who was there, its steps, grades and filings.

An activity is a record of a meeting, a study, a lecture or the like; here also called a
sitting.
"""

from __future__ import annotations

from datetime import date

from lxyz.facts.attendance import is_unproven, nobody_came, only_others_came, present_at
from lxyz.facts.attributes import activity_attributes, ballots, steps_of
from lxyz.facts.came_about import came_about
from lxyz.facts.documents import document, filing
from lxyz.facts.fact import ATTENDED, NO_ONE, OURS, UNPROVEN, Fact, Roles
from lxyz.facts.gathering import Gathering
from lxyz.facts.grading import dispositions, grades
from lxyz.facts.naming import Naming
from lxyz.facts.not_there import (
    leave_open_who_came,
    leave_out_who_did_not_come,
    leave_out_who_was_away,
)
from lxyz.facts.partaking import partakers
from lxyz.facts.remarks import undone_by
from lxyz.facts.undone_steps import is_left_to_each, steps_done, tell_of_self_study
from lxyz.files.origin import Origin
from lxyz.records import Names, Record, Step
from lxyz.vocabulary import vocabulary


def activity(gathering: Gathering, record: Record, slot: int | None) -> None:
    """Adds the fact of an activity, and the facts of its steps, filings, grades and
    documents.

    `slot` is the weekday (Monday = 0) on which the branch studies, if it has one.
    """
    state = _state(gathering, record)
    level, owner = gathering.level(record)
    steps = steps_of(record)
    came = came_about(gathering, record, steps) if state == "held" else record.kinds
    state = state if came else "undone"
    kinds = _not_twice(gathering, record, came or record.kinds, state, level)
    if not kinds:
        gathering.people.look_up(record)  # so that unknown names are still reported
        return
    roles, unknown = _roles(gathering, record)
    if (
        state == "held"
        and level in OURS
        and _is_disproved(gathering, record, roles, unknown)
    ):
        state = "undone"
    if state == "held":
        steps = steps_done(gathering, record, steps)
        unknown |= _open(gathering, record, level, roles, steps)
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
    if state != "cancelled":
        same = gathering.sittings.setdefault((record.day, level, owner), [])
        same.append((fact, record))
        _inside(gathering, record, fact, steps)


def _is_disproved(
    gathering: Gathering, record: Record, roles: Roles, unknown: frozenset[str]
) -> bool:
    """Whether the attendance of a record disproves that the sitting was held; adds a
    fault if so."""
    at = record.place("attendance")
    if nobody_came(record, roles, unknown):
        gathering.faults.add("F421", at)
    elif only_others_came(record, roles):
        body = record.group or gathering.words.kind_name("committee-meeting")
        gathering.faults.add("F523", at, body=body)
    else:
        return False
    return True


def _open(
    gathering: Gathering,
    record: Record,
    level: str,
    roles: Roles,
    steps: tuple[Step, ...],
) -> frozenset[str]:
    """What is not known of a sitting that was held (see `Fact.unknown`): who came,
    whether all its kinds came about, whether the branch existed. Adds warnings for the
    texts that raise the doubt, and takes people out of `roles`."""
    leave_out_who_did_not_come(gathering, record, roles)
    tell_of_self_study(gathering, record, steps)
    unknown = gathering.doubted(record)
    if level in OURS and not gathering.profile.is_on(record.day):
        # The branch did not exist then (F522, F525): one of the two days is wrong.
        unknown |= frozenset(record.kinds)
    if is_unproven(record, roles):
        unknown |= UNPROVEN
    return unknown | leave_open_who_came(gathering, record, roles)


def _inside(
    gathering: Gathering, record: Record, fact: Fact, steps: tuple[Step, ...]
) -> None:
    """Adds the facts of what is written inside the record of a sitting."""
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
    """The attributes of ballots if the ballots of a record could not be read; else
    nothing."""
    return ballots() if "ballots" in record.spoiled else NO_ONE


def _state(gathering: Gathering, record: Record) -> str:
    """The state of a sitting: `held`, `planned` or `cancelled`. It is held only if the
    record says so, or says who came. Adds warnings where the state does not fit the
    day."""
    if record.status == "cancelled":
        if record.attendance is not None:
            place = record.place("attendance")
            gathering.faults.warn("F422", place)
        return "cancelled"
    faults, as_of, proven = gathering.faults, gathering.as_of, record.says_held
    if proven and record.day > as_of:
        faults.warn("F504", record.place("date"), day=record.day)
    past = record.day < as_of
    if not proven and past and not record.spoiled & {"attendance", "status"}:
        faults.warn("F506", record.origin, day=record.day)
    unread = "attendance" in record.spoiled and record.status == ""
    return "held" if proven or unread else "planned"


def _not_twice(
    gathering: Gathering, record: Record, kinds: tuple[str, ...], state: str, level: str
) -> tuple[str, ...]:
    """The kinds of an activity without those that another record of the day already
    has; adds a fault for these."""
    if state == "cancelled":
        return kinds
    kept = []
    told: set[Origin] = set()
    members = tuple(n.text for n in record.members.people) if record.members else ()
    for kind in kinds:
        # The state is part of the key: a planned sitting does not repeat a held one.
        again = _makes_up(record, kind)
        key = (kind, record.date, record.group, members, level, state, again)
        others = gathering.meetings.setdefault(key, [])
        clash = next((one.origin for one in others if _may_be_one(one, record)), None)
        if clash is None:
            kept.append(kind)
            others.append(record)
        elif clash not in told:
            told.add(clash)
            gathering.faults.add(
                "F501",
                record.origin,
                kind=gathering.words.kind_name(kind),
                file=clash.file,
                first=clash.line,
            )
    return tuple(kept)


def _makes_up(record: Record, kind: str) -> tuple[date, ...]:
    """The days of the earlier sittings of a kind for which this one makes up (补课). A
    sitting makes up for others only if it names who came: a sitting of 全体 stands for
    itself."""
    there = record.attendance
    if not record.based_on or there is None or there.present is None:
        return ()
    days = [one.date for one in record.based_on if one.kind == kind and one.date]
    everyone = there.present.everyone
    return tuple(day for day in days if day < record.day and not everyone)


def _may_be_one(one: Record, other: Record) -> bool:
    """Whether two records of a day may tell of one sitting: not if both give hours and
    these do not overlap."""
    return not (one.time and other.time) or one.time.overlaps(other.time)


def _roles(gathering: Gathering, record: Record) -> tuple[Roles, frozenset[str]]:
    """The people of an activity by role; and the roles whose people are not known."""
    day, file, people = record.day, record.origin.file, gathering.people
    roles: Roles = {}
    unknown, guests = ATTENDED, ""
    if told := record.attendance:
        guests = told.guests
        there = present_at(people, record, told)
        roles.update(there.roles)
        unknown = there.unknown
    if named := people.guests(guests, day):
        roles["guest"] = named
    for role, names in record.people.items():
        base = people.base(record, day)
        roles[role] = people.many(names, day, file, base, guests)
    roles.update(_speakers(gathering, record, guests))
    leave_out_who_was_away(gathering, record, roles)
    if gathering.is_of_unknown(record):
        unknown |= {"about", "participant"}
    if record.members:
        members = _members(gathering, record, record.members)
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


def _members(gathering: Gathering, record: Record, names: Names) -> frozenset[str]:
    """The members to whom an activity belongs, without those who, by its remark, did
    not take part."""
    gathering.not_nobody(record, names)
    day, file, people = record.day, record.origin.file, gathering.people
    base = gathering.less(record, people.base(record, day), day)
    without = undone_by(gathering, record)
    members = people.many(names, day, file, base)
    return NO_ONE if without is None else members - without


def _speakers(gathering: Gathering, record: Record, guests: str) -> Roles:
    """The people who spoke, by role; the role `speaker` holds all of them."""
    day, file = record.day, record.origin.file
    spoken: dict[str, set[str]] = {}
    for speaker in record.speakers:
        person: str | None = speaker.name.text
        if not speaker.source:
            person = gathering.people.one(speaker.name, day, file, guests)
        if person:
            spoken.setdefault(speaker.role, set()).add(person)
    roles: Roles = {role: frozenset(people) for role, people in spoken.items()}
    if roles:
        roles["speaker"] = NO_ONE.union(*roles.values())
    return roles


def _step(
    gathering: Gathering, record: Record, fact: Fact, step: Step, number: int
) -> None:
    """Adds the fact of one step. It is shown from the day of the activity on, or from
    its own day if that is later. Without participants it proves that the step was done,
    not who did it."""
    unknown = fact.unknown & UNPROVEN
    if fact.kinds <= fact.unknown or is_left_to_each(step):
        unknown |= {"step"}
    day = step.date or record.day
    if step.group:
        gathering.must_be_group(step.group, day, step.origin)
    who = _who_did(gathering.people, record, fact, step, day)
    made = fact.part(
        "step",
        day,
        step.origin,
        level="group" if step.group else fact.level,
        owner=step.group or fact.owner,
        period=record.period,
        attrs={"name": step.name, "position": number, "group": step.group},
        people={} if who is None else {"participant": who},
        unknown=unknown | {"participant"} if who is None else unknown,
    )
    gathering.add(made)


def _who_did(
    people: Naming, record: Record, fact: Fact, step: Step, day: date
) -> frozenset[str] | None:
    """The people who took part in a step, of those who were there on its day.

    None if it is not known: neither the step nor its name says it; or it says 全体 and
    either the sitting's attendance is not known, or a name beside 全体 is not on the
    roster.
    """
    base = people.of_group(step.group, day) if step.group else people.base(record, day)
    is_same_day = day == record.day
    there = fact.people.get("present") if is_same_day else None
    if there is None:
        there = people.roster(day) - people.on_leave(day)
    names = step.participants
    if names is not None:
        who = people.many(names, day, record.origin.file, base & there)
        if names.everyone or not who:
            # Such as 石玉未投 or 除石玉外全体: it is not known whom this leaves out.
            if any(people.member(one.text) is None for one in names.people):
                return None
    elif step.group or (named := partakers(step, people, day, base)) is None:
        return None
    else:
        who = named & there
    by_name = names is None or names.everyone
    doubtful = is_same_day and record.attendance and "present" in fact.unknown
    return None if by_name and doubtful else who
