"""The items of plans that plan what a pattern means."""

from __future__ import annotations

from collections.abc import Iterable

from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.kinds.conditions import Check
from lxyz.kinds.world import World

ITEMS = frozenset(("plan-item",))
# The attributes of a pattern that an item of a plan must satisfy; all others show only
# when the sitting is held.
_PLANNED = frozenset(("topic", "mode"))
# The attributes that an item plans only if it says so in some words: a study of one text,
# or of none, is no plan to read another text, to visit a base, or to warn by examples;
# and only its theme makes a party day one of publicity.
_TOLD = frozenset(("materials", "theme", "site", "forms", "steps"))
_ABOUT = ("content", "name", "theme", "topic", "place")
_ENDS = str.maketrans(dict.fromkeys("，,：:；;。", "、"))


def items_planning(
    world: World,
    kinds: Iterable[str],
    everything: Iterable[frozenset[str]],
    levels: frozenset[str] | None,
    checks: list[tuple[str, Check]],
) -> list[Fact]:
    """The items of plans that plan what a pattern asks for, the first to end first.

    An item must plan one of `kinds` and have one of `levels` (None: any). For each set
    in `everything` it must plan one of these kinds, too; another item of the same days
    and body may do so, as two items may be one sitting. `checks` are the conditions,
    each with its attribute."""
    planned = world.shared(("plans",), lambda: _by_plan(world.of(ITEMS)))
    plans = [item for kind in kinds for item in planned.get(kind, ())]
    found = list(dict.fromkeys(plans))
    for others in everything:
        more = [item for kind in others for item in planned.get(kind, ())]
        ranks = {item.rank for item in more}
        days = {_days(item) for item in more}
        found = [one for one in found if one.rank in ranks or _days(one) in days]
    if levels is not None:
        found = [item for item in found if item.level in levels]
    for name, check in checks:
        if name in _PLANNED:
            found = [item for item in found if check(item, []) is True]
    if about := [check for name, check in checks if name in _TOLD]:
        found = list(filter(_Telling(world, about).by, found))
    return sorted(found, key=lambda item: (item.end, item.rank))


def _days(item: Fact) -> tuple[object, ...]:
    """The days of an item and its body: two items equal in these may be one sitting."""
    return item.date, item.end, item.level, item.owner


class _Telling:
    """Whether items of plans say all that some checks ask for.

    An item that recurs says the same each time, so each place in a file is asked
    once."""

    def __init__(self, world: World, checks: list[Check]) -> None:
        self._world = world
        self._checks = checks
        self._known: dict[Origin, bool] = {}

    def by(self, item: Fact) -> bool:
        """Whether this item says it."""
        known = self._known.get(item.origin)
        if known is None:
            told = self._world.shared(("told", item.origin), lambda: _told(item))
            known = all(check(told, []) is True for check in self._checks)
            self._known[item.origin] = known
        return known


def _told(item: Fact) -> Fact:
    """An item of a plan as a fact that says all of its words under every key in
    `_TOLD`.

    A plan is written freely: which key its words belong to cannot be known."""
    words = [text for key in _ABOUT if (text := item.attrs.get(key))]
    said = frozenset(words) | item.attrs.get("materials", frozenset())
    about = {**item.attrs, **dict.fromkeys(_TOLD, said)}
    # What is done may be written in a row: 通读、交流.
    words += [one for text in words for one in text.translate(_ENDS).split("、")]
    words += sorted(item.attrs.get("form", ()))
    about["forms"] = frozenset(words)
    about["steps"] = tuple((one, item.date, "") for one in words)
    return Fact(item.kinds, item.level, item.date, item.origin, attrs=about)


def _by_plan(items: list[Fact]) -> dict[str, list[Fact]]:
    """The items of plans by the kinds that they plan."""
    found: dict[str, list[Fact]] = {}
    for item in items:
        for kind in item.attrs["plans"]:
            found.setdefault(kind, []).append(item)
    return found
