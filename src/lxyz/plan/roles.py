"""How a person comes to stand in a role in a record to be."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.packs.model import Condition, Wanted
from lxyz.plan.cast import Cast
from lxyz.plan.draft import Draft, MisfitError, joined, split
from lxyz.plan.fill import SPEAKING, speak

_THERE = frozenset("present excused expected unstated participant".split())
_OWNING = frozenset("owner about participant from".split())
_NAMED = frozenset("host recorder responsible".split())


def stand(draft: Draft, roles: tuple[str, ...], cast: Cast) -> None:
    """Puts the persons of the cast into the first of the roles that the record has.

    Raises MisfitError if it has none of them.
    """
    for role in roles:
        if role in SPEAKING:
            speak(draft, role, cast.persons, cast)
        elif role == "ordinary":
            capacity = draft.values.setdefault("capacity", {})
            own = split(capacity.get("普通党员", ""))
            capacity["普通党员"] = joined((*own, *cast.persons))
        elif role in _THERE and draft.family == "activity":
            _attend(draft, cast)
        elif role in _OWNING and draft.family != "activity":
            _own(draft, cast)
        elif role in _NAMED:
            draft.values.setdefault(role, cast.persons[0])
        else:
            continue
        return
    raise MisfitError("、".join(roles))


def _attend(draft: Draft, cast: Cast) -> None:
    """Who is on leave is not there by 全体, and must be named; so is everyone at what
    the committee above holds."""
    there = draft.values.get("attendance", "all")
    named = split(there["present"]) if isinstance(there, dict) else []
    if not named and not draft.is_above:
        named = ["all"]
    extra = cast.persons if draft.is_above else cast.leave.intersection(cast.persons)
    if draft.is_above or extra:
        draft.values["attendance"] = {"present": joined((*named, *sorted(extra)))}


def _own(draft: Draft, cast: Cast) -> None:
    if "owner" in draft.values:
        raise MisfitError("owner")
    draft.values["members"] = whole(
        (*split(draft.values.get("members", "")), *cast.persons), cast
    )


def whole(names: Iterable[str], cast: Cast) -> str:
    """A names line: 全体 and who is on leave besides, where it is everybody."""
    named = list(dict.fromkeys(names))
    if len(cast.members) > 1 and set(cast.members) <= {*named}:
        named = ["all", *(name for name in named if name in cast.leave)]
    return joined(named)


def talk(
    draft: Draft, roles: tuple[str, ...], giver: Wanted | None, cast: Cast
) -> None:
    """Who talks to whom: an officer to the persons, or the persons to another.

    Raises MisfitError where there is nobody for it.
    """
    persons = cast.persons
    if "to" in roles:
        officers = cast.officers
        if isinstance(giver, Condition) and giver.is_ == "secretary":
            officers = cast.officers[:1]
        taken = draft.values.get("from")
        if taken is not None and taken not in officers:
            raise MisfitError("from")
        from_ = next(
            (o for o in officers if o not in persons and taken in (None, o)), None
        )
        if from_ is None:
            # Officers, too, are talked to: by another of them, one by one.
            from_ = taken or officers[0]
            persons = tuple(person for person in persons if person != from_)
        if not persons or from_ is None:
            raise MisfitError("to")
        own = split(draft.values.get("to", ""))
        draft.values.update({"from": from_, "to": joined((*own, *persons))})
        return
    givers = persons or cast.officers[:1]
    other = next((m for m in cast.members if m not in givers), None)
    if other is None and len(givers) > 1:
        # Where everyone is to, the last is talked to first.
        *first, other = givers
        givers = tuple(first)
    if other is None or draft.values:
        raise MisfitError("from")
    draft.values.update({"from": joined(givers), "to": other})
