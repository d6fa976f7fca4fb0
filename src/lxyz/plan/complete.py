"""What a planned record itself must say (`has`), written into its draft."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from lxyz.facts import Fact
from lxyz.facts.attributes import ballots
from lxyz.facts.fact import PLAN_ITEMS
from lxyz.packs.asked import attributes_of, kinds_of, roles_in
from lxyz.plan import inside
from lxyz.plan.cast import cast_of
from lxyz.plan.document import demand
from lxyz.plan.draft import Draft, MisfitError
from lxyz.plan.fill import put
from lxyz.plan.roles import stand
from lxyz.plan.wish import Wish


def complete(draft: Draft, fact: Fact, wish: Wish) -> None:
    """Adds what a wish asks of a fact to the draft that the fact comes from.

    Raises MisfitError if it cannot be; the draft is then half changed.
    """
    if fact.kinds & PLAN_ITEMS:
        demand(draft, wish)
        return
    if not fact.kinds.isdisjoint(inside.LISTS):
        for item in draft.values["items"]:
            inside.complete(item, wish, draft.day)
        return
    cast = cast_of(wish.world, draft.day, wish.persons)
    target = draft if fact.kinds & set(draft.kinds) else _inner(draft, fact.kinds)
    for name, wanted in (wish.rule.has or {}).items():
        if name == "as":
            stand(target, roles_in(wanted), cast)
        elif name not in ballots():  # people say how votes were cast
            put(target, name, wanted, cast, wish.world)


def complete_paper(draft: Draft, wish: Wish) -> None:
    """Adds what a wish asks of a paper to the one inside the draft that it is about.

    Raises MisfitError if it cannot be, or there is none; the draft is then half changed.
    """
    kinds = (wish.world.kinds(kind) for kind in kinds_of(wish.pattern))
    target = _inner(draft, frozenset().union(*kinds))
    cast = cast_of(wish.world, draft.day, wish.persons)
    for name, wanted in attributes_of(wish.pattern).items():
        put(target, name, wanted, cast, wish.world)


def _inner(draft: Draft, kinds: AbstractSet[str]) -> Draft:
    """A document inside an activity, as a draft of its own that writes into it. Raises
    MisfitError where there is none of these kinds."""
    for one in draft.values.get("documents", ()):
        if kinds & set(one["kind"]):
            target = Draft(one["kind"], draft.day, "document", draft.within)
            target.values = one
            return target
    raise MisfitError(min(kinds))
