"""Records of what people judged, to attestations and waivers."""

from __future__ import annotations

from datetime import date

from lxyz.facts.fact import NO_ONE, Attestation, Waiver
from lxyz.facts.gathering import Gathering
from lxyz.records import Record


def attestation(gathering: Gathering, record: Record) -> None:
    """Adds the attestation of a record, one for each member it names. Without rule,
    answer or the person who answers it is not used."""
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
    """Adds the waiver of a record, from its day (or `from`) to `until`, or to the end
    of that year; both days included.

    A waiver excuses nothing if it lacks rule, reason or approver, if it ends before it
    begins, if a person whom it excuses approved it himself, or if its days or members
    could not be read: without these it would excuse more than was meant.
    """
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
        # A member may approve for other members; for the whole branch, only the
        # committee
        # above may.
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
    """Adds a warning if an attestation or waiver is dated in the future."""
    if record.day > gathering.as_of:
        at, key = record.place("date"), gathering.words.key_name("record", "date")
        gathering.faults.warn("F520", at, key=key, day=record.day)
