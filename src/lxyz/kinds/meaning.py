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
    """What a pattern means in its pack, whatever the branch: `kinds` of which a fact
    must have one, `everything` of which it must have one each besides, what all of these
    are `called` where there are several, the `roles` of the person, how it `joins` the
    subject (by `link`, by being it `itself`, by what is the `same`), the kind it hangs on
    (`root`), the `wanted` attributes, those to be asked of what stands `on_day`, and the
    `state` of the facts: held, unless it says `status: cancelled`."""

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
    """What a pattern means where kinds last as long as they do."""
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
    """What a pattern of the profile asks of persons, who are what they are on a day:
    posts and leave come and go while a member stays. Of a member it is whatever `which`
    may ask of him."""
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
    """The kinds of which a fact must have one, and those it must have besides."""
    kind = pattern.kind
    if isinstance(kind, KindAll):
        return kind.all[:1], kind.all[1:]
    return listed(kind), ()
