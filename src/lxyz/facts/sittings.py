"""Whose a sitting is, and how several records of sittings belong together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.facts.fact import NO_ONE, SPEAKING, Fact
from lxyz.records import Profile, Record
from lxyz.vocabulary import folded

_LED = ("host", "recorder")
Told = list[tuple[Fact, Record]]


def is_elsewhere(profile: Profile, record: Record) -> bool:
    """Whether an activity was held by another branch, where somebody of this branch
    only spoke: then it does not count for this branch (A31). If others of this branch
    were among the listeners, it was held jointly and counts here too."""
    if not record.speakers or not _is_of_others(profile, record):
        return False
    there = record.attendance.present if record.attendance else None
    if there is None:
        return True
    spoke = {one.name.text for one in record.speakers}
    return not there.everyone and spoke.issuperset(one.text for one in there.people)


def _is_of_others(profile: Profile, record: Record) -> bool:
    """Whether a record names another branch as the organizer, or as its only
    audience."""
    organizer = str(record.more.get("organizer", profile.name))
    heard: tuple[str, ...] = record.more.get("audience", ())
    own = folded(profile.name)
    return any(
        told and all(_is_other(folded(one), own) for one in told)
        for told in ((organizer,), heard)
    )


def _is_other(name: str, own: str) -> bool:
    """Whether a name is that of another branch: 第三党支部. 本支部 is this branch, and so is
    its own name with the name of its unit before it. Both names are folded."""
    if not name.endswith(("支部", "支部委员会")) or name in (
        "本支部",
        "党支部",
        "支部",
    ):
        return False
    return own not in name and name not in own


def set_beside(told: Told) -> None:
    """Gives each fact the kinds of the other records of the same sitting, as `beside`.

    One sitting may stand in two records, each in the book for its kind. `told` are the
    facts of one day and one body; those with different hours are different sittings.
    """
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
    """Adds the steps of a group's sitting to the sitting of the branch on which it is
    based, if both are of the same kind: a large branch may do the first steps of an
    evaluation in its groups."""
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
    """Whether a sitting makes up (依据, A40) for an earlier one of its kind at which this
    person was present, so that it was held for others."""
    if not fact.links or person in fact.people.get("present", NO_ONE):
        return False
    return any(person in one.people["present"] for one in _made_up_for(fact))


def repeated(fact: Fact) -> tuple[Fact, ...]:
    """The earlier sittings of the same body for which a sitting makes up, for somebody
    who was not there. Together with each of them it counts as one sitting."""
    whose, present = (fact.level, fact.owner), fact.people.get("present", NO_ONE)
    return tuple(
        one
        for one in _made_up_for(fact)
        if whose == (one.level, one.owner) and present - one.people["present"]
    )


def _made_up_for(fact: Fact) -> Iterator[Fact]:
    """The earlier sittings for which a sitting makes up: it links to them, shares a
    kind, and only people who led it or spoke were at both."""
    present = fact.people.get("present", NO_ONE)
    led = [fact.people.get(role, NO_ONE) for role in (*SPEAKING, *_LED)]
    again = present.difference(*led)
    for first in fact.links if present else ():
        there = first.people.get("present", NO_ONE)
        if there and again.isdisjoint(there) and first.state == "held":
            if not first.kinds.isdisjoint(fact.kinds):
                yield first
