"""Made-up values where any would do, and whether a word is said already."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from lxyz.kinds.values import spelt
from lxyz.kinds.world import World
from lxyz.packs.asked import least, most, words_of
from lxyz.packs.model import Wanted
from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft
from lxyz.vocabulary import Key, vocabulary


def said(world: World, attribute: str, word: str, values: list[str]) -> bool:
    """Whether one of some values is a word, in one of its forms."""
    return spelt(world.forms(attribute, word), attribute, tuple(values))


def key_of(draft: Draft, slug: str, world: World) -> Key | None:
    """The key with a slug that records of these kinds have; None where they have
    none."""
    return vocabulary(world.profile.kinds).key_of(slug, tuple(draft.kinds))


def value_of(
    slug: str, wanted: Wanted, key: Key, day: date, members: Sequence[str] = ()
) -> str:
    """The value of a key that holds one line, as it is wanted.

    Where the key names persons, it is so many of the `members`."""
    number = least(wanted) or most(wanted)
    if words := words_of(wanted):
        return "、".join(words)
    if members and key.type in ("name", "names") and slug not in customs().examples:
        return "、".join(members[: max(1, number)])
    return str(number) if number else example(slug, key, day)


def example(slug: str, key: Key, day: date) -> str:
    """A value for a key of which only some value is asked."""
    if slug in customs().examples:
        return customs().examples[slug]
    if slug == "due":
        return str(min(day + timedelta(days=90), date(day.year, 12, 31)))
    kind, _, values = key.type.partition(" ")
    named = vocabulary().value_names.get(values)
    if kind in ("one", "some") and named:
        return next(iter(named))
    return {
        "date": str(day),
        "dates": str(day),
        "int": "1",
        "number": "1",
        "period": str(day.year),
    }.get(kind, "写明")


def step_of(
    steps: list[dict[str, Any]], word: str, world: World
) -> tuple[dict[str, Any], bool]:
    """The step with a name, and whether it had to be added."""
    for one in steps:
        if said(world, "steps", word, [one["name"]]):
            return one, False
    steps.append({"name": word, "participants": "all"})
    return steps[-1], True
