"""A rule as a duty still to be done.

What records would serve it, whether each needs a day of its own, and what tells one
record from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import OURS
from lxyz.judge.fold import folds
from lxyz.kinds import World
from lxyz.kinds.conditions import ROLES, SETS
from lxyz.packs.asked import is_measured, kinds_of, levels_of, patterns, wants_all
from lxyz.packs.model import Pattern, Rule
from lxyz.verdicts import Clash, Room
from lxyz.vocabulary import vocabulary


class Sitting(NamedTuple):
    """A record that would serve: of all these kinds, of the branch or of a group."""

    kinds: frozenset[str]
    group: str = ""


class Duty(NamedTuple):
    """A rule, as far as `room` must know it.

    - `rule`: the rule
    - `folded`: its spans make one verdict a year
    - `counted`: each of its sittings must be on a day of its own
    - `attribute`: the attribute with one value, which tells one sitting from another
    - `forms`: the forms of the words asked for, by the label of the item (None: no list)
    - `rooms`: the rooms found already; all members often have the same
    - `asked`: the patterns counted
    """

    rule: Rule
    folded: bool
    counted: bool
    attribute: str | None
    forms: dict[str | None, frozenset[str]]
    rooms: dict[tuple[object, ...], tuple[Room, Clash | None]]
    asked: tuple[Pattern, ...]


def duty_of(rule: Rule, world: World) -> Duty | None:
    """What `room` must know of a rule; None for a mere upper bound: nothing is to be
    done."""
    if rule.count is not None:
        least = (rule.count.min, rule.count.over)
        if not is_plain(rule) and all(one is None for one in least):
            return None
    asked = patterns(rule)
    counted = _has_days(rule, world, asked)
    attribute, forms = _told_apart(rule, world, asked) if counted else (None, {})
    return Duty(rule, folds(rule), counted, attribute, forms, {}, asked)


def _has_days(rule: Rule, world: World, asked: tuple[Pattern, ...]) -> bool:
    """Whether each record is a sitting of one kind, of the branch or of one group.

    Two such sittings are not held on one day. Rounds of groups are not counted so."""
    test = rule.count
    if test is not None and not is_plain(rule):
        return False
    if test is not None and test.rounds and world.on(world.as_of).groups:
        return False
    if rule.for_ not in ("branch", "group", "fact") or len(asked) != 1:
        return False
    (pattern,) = asked
    known = vocabulary(world.profile.kinds).kinds
    kinds = [known.get(kind) for kind in kinds_of(pattern)]
    if [None if kind is None else kind.family for kind in kinds] != ["activity"]:
        return False
    return pattern.level in (None, "branch", "group") and pattern.link is None


def _told_apart(
    rule: Rule, world: World, asked: tuple[Pattern, ...]
) -> tuple[str | None, dict[str | None, frozenset[str]]]:
    """The attribute that tells one sitting from another, and its forms by item (None:
    no list).

    It has one value in each record, so that a record serves one item only. (None, {})
    where there is no such attribute."""
    if rule.cover is not None:
        tag = rule.cover.tag
        if _is_manifold(tag):
            return None, {}
        return tag, {
            one.name: _forms(world, tag, one.words) for one in rule.cover.items
        }
    for pattern in asked:
        for name, wanted in pattern.wanted.items():
            words = (wanted,) if isinstance(wanted, str) else wanted
            if _is_manifold(name) or not isinstance(words, tuple):
                continue
            if wanted not in ("some", "none"):
                return name, {None: _forms(world, name, words)}
    return None, {}


def _is_manifold(attribute: str) -> bool:
    """Whether one record may hold several words of an attribute."""
    return attribute == "kind" or attribute in SETS or attribute in ROLES


def _forms(world: World, name: str, words: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(world.forms(name, word) for word in words))


def is_plain(rule: Rule) -> bool:
    """Whether a rule asks for at least so many records and for nothing else."""
    test = rule.count
    if test is None:
        return False
    return test.max is None and test.under is None and not is_measured(test)


def sittings_of(rule: Rule, group: str) -> Iterator[Sitting]:
    """The records that would serve a rule, each alone; of `group` where a group owes
    it."""
    for pattern in patterns(rule):
        levels = levels_of(pattern)
        if levels and OURS.isdisjoint(levels):
            continue
        owner = group if rule.for_ == "group" or levels[:1] == ("group",) else ""
        kinds = kinds_of(pattern)
        if wants_all(pattern):
            yield Sitting(frozenset(kinds), owner)
        else:
            for kind in kinds:
                yield Sitting(frozenset((kind,)), owner)
