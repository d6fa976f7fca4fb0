"""What a pattern means in its pack, whatever the branch."""

from __future__ import annotations

from collections.abc import Collection

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import STANDING
from lxyz.kinds.conditions import ROLES
from lxyz.kinds.lasting import Lasting
from lxyz.kinds.persons import asks_of_persons
from lxyz.packs.asked import is_of_members, roles_of, same_of
from lxyz.packs.model import KindAll, Pattern, Wanted
from lxyz.packs.part import listed


class Meaning(NamedTuple):
    """What a pattern means in its pack, whatever the branch.

    - `kinds`: a fact must have one of these
    - `everything`: and one of each of these sets besides
    - `called`: the names of all these kinds as written, where there are several sets
    - `roles`: the roles in which the person of a case must stand
    - `link`: the fact must be linked to the fact of `each`
    - `itself`: it must be the fact of `each`
    - `same`: what it and the fact of `each` must have in common: own name, other's name
    - `joins`: whether any of these three binds it to the fact of `each`
    - `root`: the kind of record that it hangs on
    - `wanted`: the conditions by attribute
    - `on_day`: the conditions that the profile must meet on the day of a window
    - `state`: `held`, or `cancelled` where the pattern says `status: cancelled`
    """

    kinds: frozenset[str]
    everything: tuple[frozenset[str], ...]
    called: tuple[str, ...]
    roles: tuple[str, ...]
    link: bool
    itself: bool
    same: tuple[tuple[str, str], ...]
    joins: bool
    root: str | None
    wanted: dict[str, Wanted]
    on_day: dict[str, Wanted]
    state: str


def meaning_of(pattern: Pattern, lasting: Lasting) -> Meaning:
    """What a pattern means, with the kinds that imply those it names."""
    listed, also = _kinds(pattern)
    link = pattern.link == "subject"
    cancelled = pattern.wanted.get("status") == "cancelled"
    on_day = _on_day(pattern, listed) if listed[0] in STANDING else {}
    return Meaning(
        frozenset(k for one in listed for k in lasting.kinds(one)),
        tuple(lasting.kinds(one) for one in also),
        (*listed, *also) if also else (),
        roles_of(pattern),
        link,
        pattern.link == "self",
        same_of(pattern),
        pattern.link is not None or bool(pattern.same),
        pattern.root,
        _without(pattern.wanted, ("status",) if cancelled else on_day),
        on_day,
        "cancelled" if cancelled else "held",
    )


def _without(wanted: dict[str, Wanted], names: Collection[str]) -> dict[str, Wanted]:
    if not names:
        return wanted
    return {name: one for name, one in wanted.items() if name not in names}


def _on_day(pattern: Pattern, kinds: tuple[str, ...]) -> dict[str, Wanted]:
    """The conditions of a pattern of the profile that hold for a day and not for ever.

    They are those on persons: posts and leave come and go while a member stays. In a
    pattern of members they are all but the roles."""
    if not STANDING.issuperset(kinds):
        return {}
    wanted = pattern.wanted
    member = is_of_members(pattern)
    return {
        name: one
        for name, one in wanted.items()
        if asks_of_persons(one) or (member and name not in ROLES)
    }


def _kinds(pattern: Pattern) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds as written: those of which a fact must have one, and those it must have
    too."""
    kind = pattern.kind
    if isinstance(kind, KindAll):
        return kind.all[:1], kind.all[1:]
    return listed(kind), ()
