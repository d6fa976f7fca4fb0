"""How many sat in (列席): the condition on `guests`, on all of them or on a category."""

from __future__ import annotations

from collections.abc import Callable

from lxyz.facts.fact import GUESTS, Fact
from lxyz.facts.guests import Part, guests_in
from lxyz.kinds.values import keeps
from lxyz.kinds.world import World
from lxyz.packs.asked import choices_of
from lxyz.packs.model import Condition

CATEGORY = "category"
"""The key of `which` for guests: a part of their line belongs to the category with whose
word it begins (群众3人)."""


def is_number_of(wanted: Condition) -> bool:
    """Whether a condition asks for nothing but how many sat in, perhaps of a
    category."""
    asked = wanted.which is not None or any(wanted.limits)
    return asked and wanted.is_ is None and {*(wanted.which or ())} <= {CATEGORY}


def sat_in(world: World, wanted: Condition) -> Callable[[Fact, list[str]], bool | None]:
    """The check that so many sat in; without limits, at least one.

    Where the line leaves numbers open, it is None, unless the sure ones are enough."""
    limits = wanted.limits.or_one()
    which = wanted.which or {}
    words = choices_of(which[CATEGORY]) if which else ()
    forms = [form for word in words for form in world.forms(CATEGORY, word)]

    def check(fact: Fact, missing: list[str]) -> bool | None:
        text = fact.attrs.get(GUESTS)
        if text is None:
            missing.append(GUESTS)
            return None
        asked = [_of(part, forms) if forms else part for part in guests_in(text)]
        least = sum(one.least for one in asked)
        if all(one.most == one.least for one in asked):
            return keeps(least, limits)
        if not any(limits.upper) and keeps(least, limits.lower):
            return True
        missing.append(GUESTS)
        return None

    return check


def _of(part: Part, forms: list[str]) -> Part:
    """The persons of a part of the line who are of a category (`forms`), at least and
    at most.

    All of them are, if the part begins with a word of the category. Nobody knows, if it
    holds the word elsewhere or names one person."""
    if part.who.startswith(tuple(forms)):
        return part
    if part.most is None or any(form in part.who for form in forms):
        return Part(part.who, 0, None)
    return Part(part.who, 0, 0)
