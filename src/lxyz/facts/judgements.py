"""What people judged: attestations and waivers."""

from __future__ import annotations

from datetime import date

from lxyz.facts.fact import NO_ONE, Attestation, Waiver
from lxyz.facts.gathering import Gathering
from lxyz.records import Record


def attestation(gathering: Gathering, record: Record) -> None:
    """A dated answer of a person, of each member it names; without answer, rule or that
    person it is not used."""
    rule, answer, by = map(record.more.get, ("rule", "answer", "by"))
    if not rule or not answer or not by:
        return
    _tell_if_ahead(gathering, record)
    subjects = [""]
    if record.members is not None and record.members.people:
        file = record.origin.file
        subjects = sorted(gathering.people.many(record.members, record.day, file))
    year = record.period.first.year if record.period else record.day.year
    for subject in subjects:
        gathering.attestations.append(
            Attestation(
                rule,
                record.day,
                by,
                answer == "yes",
                str(record.more.get("note", "")),
                subject,
                year,
                record.place("rule"),
            )
        )


_BOUNDS = frozenset(("from", "until", "members"))


def waiver(gathering: Gathering, record: Record) -> None:
    """A waiver without reason or approver, approved by whom it excuses, or that ends
    before it begins, excuses nothing. It runs from its day (or `from`) to `until`, else
    to the end of that year. One whose days or persons could not be read excuses nothing
    either: without them it would be wider than it was meant."""
    rule, approver = record.more.get("rule"), record.more.get("approved_by")
    if not rule or not approver or not record.reason:
        return
    if record.spoiled & _BOUNDS:
        return
    first = record.more.get("from", record.day)
    last = record.more.get("until", date(first.year, 12, 31))
    if last < first:
        gathering.faults.add("F511", record.place("until"))
        return
    members = NO_ONE
    if record.members is not None and not record.members.everyone:
        members = gathering.people.many(record.members, record.day, record.origin.file)
        if not members:
            return
    own = gathering.people.chain(approver)
    if own and not (members and members.isdisjoint(own)):
        # The branch grants leave to one of its members, and to itself the committee above.
        gathering.faults.add("F524", record.place("approved_by"), name=approver)
        return
    _tell_if_ahead(gathering, record)
    gathering.waivers.append(
        Waiver(
            rule,
            members,
            first,
            last,
            record.reason,
            approver,
            record.day,
            record.place("rule"),
        )
    )


def _tell_if_ahead(gathering: Gathering, record: Record) -> None:
    """A warning for what is to be answered, or excused, on a day still to come."""
    if record.day > gathering.as_of:
        at, key = record.place("date"), gathering.words.key_name("record", "date")
        gathering.faults.warn("F520", at, key=key, day=record.day)
