"""Puts persons into roles in a record to be."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.facts.fact import SPEAKING
from lxyz.kinds.persons import meant
from lxyz.packs.asked import attributes_of, roles_of, same_of
from lxyz.packs.model import Condition
from lxyz.plan.cast import Cast
from lxyz.plan.draft import Draft, MisfitError, NobodyError, joined, split
from lxyz.plan.special import speak
from lxyz.plan.wish import Wish

THERE = frozenset("present excused expected unstated participant".split())
_OWNING = frozenset("owner about participant from".split())
_NAMED = frozenset("host recorder responsible".split())


def stand(
    draft: Draft, roles: tuple[str, ...], cast: Cast, *, named: bool = False
) -> None:
    """Puts the persons of the cast into the first of some roles that the record has.

    `named`: even a sitting names the members it is about. Raises MisfitError for no
    role."""
    for role in roles:
        if role in SPEAKING:
            speak(draft, role, cast.persons, cast)
        elif role == "ordinary":
            capacity = draft.values.setdefault("capacity", {})
            own = split(capacity.get("普通党员", ""))
            capacity["普通党员"] = joined((*own, *cast.persons))
        elif role in _OWNING and (named or draft.family != "activity"):
            _own(draft, cast)
        elif role in THERE and draft.family == "activity":
            _attend(draft, cast)
        elif role in _NAMED:
            draft.values.setdefault(role, cast.persons[0])
        else:
            continue
        return
    raise MisfitError("、".join(roles))


def _attend(draft: Draft, cast: Cast) -> None:
    """Names persons as present where 全体 would not include them.

    These are persons on leave, and everybody at an act of the committee above."""
    there = draft.values.get("attendance", "all")
    named = split(there["present"]) if isinstance(there, dict) else []
    if not named and not draft.is_above:
        named = ["all"]
    extra = cast.persons if draft.is_above else cast.leave.intersection(cast.persons)
    if draft.is_above or extra:
        told = there if isinstance(there, dict) else {}
        present = joined((*named, *sorted(extra)))
        draft.values["attendance"] = {**told, "present": present}


def invite(draft: Draft, persons: tuple[str, ...]) -> None:
    """Names persons who are no members yet as guests. Raises MisfitError for no
    sitting."""
    if draft.family != "activity":
        raise MisfitError("guest")
    there = draft.values.get("attendance", "all")
    told = there if isinstance(there, dict) else {"present": there}
    guests = joined((*split(told.get("guests", "")), *persons))
    draft.values["attendance"] = {**told, "guests": guests}


def _own(draft: Draft, cast: Cast) -> None:
    if "owner" in draft.values:
        raise MisfitError("owner")
    draft.values["members"] = whole(
        (*split(draft.values.get("members", "")), *cast.persons), cast
    )


def whole(names: Iterable[str], cast: Cast) -> str:
    """A line of names; everybody is 全体, with those who are on leave or have left by
    name."""
    named = list(dict.fromkeys(names))
    if len(cast.members) > 1 and set(cast.members) <= {*named}:
        named = ["all", *(name for name in named if name not in cast.members)]
    return joined(named)


def talk(draft: Draft, wish: Wish, cast: Cast) -> None:
    """Fills in who talks to whom: an officer, or whom the pattern means, to the
    persons.

    Raises NobodyError where there is nobody for it, MisfitError where the draft is
    another talk."""
    if "to" in roles_of(wish.pattern):
        talk_to(draft, wish, cast, cast.persons)
        return
    givers = cast.persons or cast.officers[:1]
    other = next((m for m in cast.members if m not in givers), None)
    if other is None and len(givers) > 1:
        # Where everyone is to talk, the last of them is talked to.
        *first, other = givers
        givers = tuple(first)
    if other is None:
        raise NobodyError("from")
    if draft.values:
        raise MisfitError("from")
    draft.values.update({"from": joined(givers), "to": other})


def talk_to(draft: Draft, wish: Wish, cast: Cast, persons: tuple[str, ...]) -> None:
    """Lets one of those who may do so talk to these persons, members or not.

    Nobody talks to himself: for that there is another talk. Raises as `talk` does."""
    givers = _givers(draft, wish, cast)
    taken = draft.values.get("from")
    if taken is not None and taken not in givers:
        raise MisfitError("from")
    giver = taken or next((one for one in givers if one not in persons), None)
    giver = giver or next(iter(givers), None)
    persons = tuple(person for person in persons if person != giver)
    if not persons or giver is None:
        raise NobodyError("to")
    own = split(draft.values.get("to", ""))
    draft.values.update({"from": giver, "to": joined((*own, *persons))})


def in_role(wish: Wish, roles: frozenset[str]) -> frozenset[str] | None:
    """The persons who must stand in one of these roles, as they stand in the fact of
    `each`.

    None where the pattern does not say so."""
    fact = wish.case.fact
    if fact is None:
        return None
    named: frozenset[str] | None = None
    for own, other in same_of(wish.pattern):
        if own in roles:
            named = (named or frozenset()) | fact.people.get(other, frozenset())
    return named


def _givers(draft: Draft, wish: Wish, cast: Cast) -> tuple[str, ...]:
    """Who may talk to persons: members on duty whom the pattern, or the fact of `each`,
    means."""
    able = dict.fromkeys((*cast.officers, *cast.members))
    if (named := in_role(wish, frozenset(("from",)))) is not None:
        return tuple(one for one in able if one in named)
    wanted = attributes_of(wish.pattern).get("from")
    if not isinstance(wanted, Condition):
        return cast.officers
    return tuple(m for m in able if meant(wish.world, m, wanted, draft.day))
