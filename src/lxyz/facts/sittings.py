"""Whose a sitting is, and what of it another record tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.facts.fact import NO_ONE, SPEAKING, Fact
from lxyz.records import Profile, Record
from lxyz.vocabulary import folded

_LED = ("host", "recorder")
Told = list[tuple[Fact, Record]]


def is_elsewhere(profile: Profile, record: Record) -> bool:
    """Whether an activity was another branch's, to which somebody of this one went to
    speak: it is his, and none of this branch (A31). Where others of this branch sat among
    the listeners it is held with that branch, and counts here too."""
    if not record.speakers or not _is_of_others(profile, record):
        return False
    there = record.attendance.present if record.attendance else None
    if there is None:
        return True
    spoke = {one.name.text for one in record.speakers}
    return not there.everyone and spoke.issuperset(one.text for one in there.people)


def _is_of_others(profile: Profile, record: Record) -> bool:
    """Whether a record says that another branch held it, or that another heard it."""
    organizer = str(record.more.get("organizer", profile.name))
    heard: tuple[str, ...] = record.more.get("audience", ())
    own = folded(profile.name)
    return any(
        told and all(_is_other(folded(one), own) for one in told)
        for told in ((organizer,), heard)
    )


def _is_other(name: str, own: str) -> bool:
    """Whether a name is that of another branch: 第三党支部. 本支部 is this one, and so is
    its name with that of its unit before it."""
    if not name.endswith(("支部", "支部委员会")) or name in (
        "本支部",
        "党支部",
        "支部",
    ):
        return False
    return own not in name and name not in own


def set_beside(told: Told) -> None:
    """One sitting may be told in two records, each in the book of its kind: of one day
    and one body, and not of different hours. Each knows what the others say it was."""
    for fact, record in told:
        kinds = {
            kind
            for other, also in told
            if other is not fact
            and other.state == fact.state
            and not (record.time and also.time and record.time != also.time)
            for kind in other.kinds
        }
        if kinds:
            fact.attrs["beside"] = frozenset(kinds)


def join_groups(told: Iterable[Told], facts: Iterable[Fact]) -> None:
    """A sitting of a group that is based on one of the branch of the same kind is a part
    of it, as where a large branch does the first steps of an evaluation in its groups:
    its steps are the group's steps of that one."""
    whole: dict[int, Fact] = {}
    for fact in (fact for one in told for fact, _ in one if fact.level == "group"):
        for other in fact.links:
            if other.level == "branch" and other.kinds & fact.kinds:
                own = fact.attrs.get("steps", ())
                parts = tuple((name, day, fact.owner) for name, day, _ in own)
                other.attrs["steps"] = parts + other.attrs.get("steps", ())
                whole[id(fact)] = other
    for step in facts if whole else ():
        if "step" in step.kinds:
            around = [whole[id(one)] for one in step.links if id(one) in whole]
            step.links = (*step.links, *around)


def is_made_up_for_others(fact: Fact, person: str) -> bool:
    """Whether a sitting makes up for an earlier one of its kind (依据, A40) for those who
    were not there, and this person was: of who led it alone, some of both may be."""
    if not fact.links or person in fact.people.get("present", NO_ONE):
        return False
    return any(person in one.people["present"] for one in _made_up_for(fact))


def repeated(fact: Fact) -> tuple[Fact, ...]:
    """The earlier sittings of the same body for which one makes up, for somebody who was
    not there: with what these were, it is no other sitting."""
    whose, present = (fact.level, fact.owner), fact.people.get("present", NO_ONE)
    return tuple(
        one
        for one in _made_up_for(fact)
        if whose == (one.level, one.owner) and present - one.people["present"]
    )


def _made_up_for(fact: Fact) -> Iterator[Fact]:
    """The sittings for which another one makes up: nobody was at both, but who led it."""
    present = fact.people.get("present", NO_ONE)
    led = [fact.people.get(role, NO_ONE) for role in (*SPEAKING, *_LED)]
    again = present.difference(*led)
    for first in fact.links if present else ():
        there = first.people.get("present", NO_ONE)
        if there and again.isdisjoint(there) and first.state == "held":
            if not first.kinds.isdisjoint(fact.kinds):
                yield first
