"""Builds the facts of a branch from its profile and records.

Neither the order of files nor that of the records in a file matters. Here also the
faults are found that show only when records are compared: a name that is not on the
roster of the day, a meeting entered twice, a link that finds nothing.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from lxyz.dates.fixed import weekday_of
from lxyz.facts.activities import activity
from lxyz.facts.amiss import tell_of_days, tell_of_profile
from lxyz.facts.copied import tell_of_copies
from lxyz.facts.documents import document, filing_record
from lxyz.facts.fact import Facts, Judgements, told_apart
from lxyz.facts.gathering import Gathering
from lxyz.facts.grading import tell_of_grades
from lxyz.facts.judgements import attestation, waiver
from lxyz.facts.personal import persons
from lxyz.facts.singles import APART
from lxyz.facts.standing import standing_facts
from lxyz.facts.yearly import tell_of_parts
from lxyz.files.origin import Fault, Origin
from lxyz.records import Profile, Record
from lxyz.vocabulary import Vocabulary

_JUDGED = frozenset(("attestation", "waiver"))
_PLACES = frozenset(("line", "column", "places"))
_MOST = 60_000
"""The most facts of single persons in a branch; monthly dues of 300 members are 3,600 a
year."""
_MOST_LISTED = 30_000
"""The most list entries (steps, agenda items, materials) in the records of a branch.
Four for each weekly sitting of 30 groups are some 6,000 a year."""
_NO_HOUR = 24 * 60 + 1
_Whose = tuple[int, int, str, tuple[str, ...]]
_place = attrgetter("origin")
_said = attrgetter(*(name for name in Record.names() if name not in _PLACES))


def build_facts(
    profile: Profile, records: list[Record], words: Vocabulary, as_of: date
) -> tuple[Facts, list[Fault]]:
    """The facts of a branch, and the faults found while its records are put together.

    `as_of` decides only about faults of time (a sitting held in the future; one that is
    past and neither held nor cancelled). The facts do not depend on it.
    """
    gathering = Gathering(profile, words, as_of)
    gathering.note_named(records)
    tell_of_profile(gathering)
    slot = weekday_of(str(profile.attributes.get("weekly_slot", "")))
    ordered = in_order(records)
    listed = 0
    for record in ordered:
        listed += _listed(record)
        if gathering.of_persons > _MOST:
            gathering.faults.add("F526", record.origin, limit=_MOST)
            break
        if listed > _MOST_LISTED:
            gathering.faults.add("F527", record.origin, limit=_MOST_LISTED)
            break
        _record(gathering, record, slot)
    tell_of_copies(gathering, ordered)
    gathering.link()
    tell_of_parts(gathering)
    tell_of_grades(gathering)
    facts = [*gathering.facts, *standing_facts(profile)]
    judgements = Judgements(tuple(gathering.attestations), tuple(gathering.waivers))
    return Facts(profile, facts, judgements), gathering.faults


def in_order(records: list[Record]) -> list[Record]:
    """The records in order of day and kinds, then as `_whose` says, then by content.

    If two records tell of one meeting, the first one counts; so the order must not
    depend on the names of files.
    """
    alike: dict[tuple[date, tuple[str, ...]], list[Record]] = {}
    for one in records:
        alike.setdefault((one.date or date.min, one.kinds), []).append(one)
    found: list[Record] = []
    for (_, kinds), several in sorted(alike.items()):
        if len(several) == 1 or not kinds:
            found += sorted(several, key=_place)
        else:
            found += told_apart(several, _whose, _said_and_place)
    return found


def _listed(record: Record) -> int:
    """How many steps and other texts stand in the lists of a record."""
    lists = [one for one in record.more.values() if one and isinstance(one, tuple)]
    return len(record.steps) + sum(len(one) for one in lists if isinstance(one[0], str))


def _whose(record: Record) -> _Whose:
    """What orders records of one day and kind: the hour at which the sitting ended (the
    earliest first, so that of sittings whose hours overlap as many as possible count),
    how many of the keys `APART` it has (the most first), the group and the members.
    """
    time = record.time
    end = time.start + time.minutes if time is not None else _NO_HOUR
    said = sum([name in record.more for name in APART])
    people = record.members.people if record.members is not None else ()
    return end, -said, record.group, tuple([name.text for name in people])


def _said_and_place(record: Record) -> tuple[str, Origin]:
    return _content(record), record.origin


def _content(value: object) -> str:
    """The content of a record, or of a value in it, as a text without any place in the
    file."""
    if not value:
        return str(value)  # most values are empty
    if isinstance(value, Origin):
        return ""
    if isinstance(value, Record):
        value = _said(value)
    elif isinstance(value, dict):
        value = tuple(sorted(value.items()))
    elif isinstance(value, frozenset):
        value = tuple(sorted(map(str, value)))
    if not isinstance(value, tuple):
        return str(value)
    names = getattr(value, "_fields", ())
    parts = [
        _content(one)
        for number, one in enumerate(value)
        if not names or names[number] not in _PLACES
    ]
    return ",".join(parts)


def _record(gathering: Gathering, record: Record, slot: int | None) -> None:
    """Adds the facts of a record. Of cancelled records only activities give facts."""
    if not record.kinds:
        gathering.people.look_up(record)
        return
    if record.family != "activity" and record.status in ("cancelled", "planned"):
        if record.status == "cancelled" or _JUDGED & set(record.kinds):
            return
        if record.date is not None and record.date < gathering.as_of:
            gathering.faults.warn("F512", record.origin, day=record.date)
    tell_of_days(gathering, record)
    if "waiver" in record.kinds:
        waiver(gathering, record)
    elif "attestation" in record.kinds:
        attestation(gathering, record)
    elif record.family == "activity":
        activity(gathering, record, slot)
    elif record.family == "document":
        document(gathering, record)
    elif "filing" in record.kinds:
        filing_record(gathering, record)
    else:
        persons(gathering, record)
