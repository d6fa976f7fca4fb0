"""Values where it is only asked that there be one, and whether a word is said already."""

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
    """Whether a word is among values, in one of its forms."""
    return spelt(world.forms(attribute, word), attribute, tuple(values))


def key_of(draft: Draft, slug: str, world: World) -> Key | None:
    """The key that records of these kinds have for a slug."""
    return vocabulary(world.profile.kinds).key_of(slug, tuple(draft.kinds))


def value_of(
    slug: str, wanted: Wanted, key: Key, day: date, members: Sequence[str] = ()
) -> str:
    """What a key that holds one line says where something is wanted of it; so many of
    the `members`, where it names persons."""
    number = least(wanted) or most(wanted)
    if words := words_of(wanted):
        return "、".join(words)
    if members and key.type in ("name", "names") and slug not in customs().examples:
        return "、".join(members[: max(1, number)])
    return str(number) if number else example(slug, key, day)


def example(slug: str, key: Key, day: date) -> str:
    """A value where it is only asked that there be one."""
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
    """The step of a name among some; where there is none yet, a new one, and that it
    is."""
    for one in steps:
        if said(world, "steps", word, [one["name"]]):
            return one, False
    steps.append({"name": word, "participants": "all"})
    return steps[-1], True
