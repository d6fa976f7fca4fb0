"""Binds a pack to a branch's parameters: the rules by which it is judged."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.base.value import Same
from lxyz.dates.days import DateProblem, halfwidth, parse_date
from lxyz.errors import PackError
from lxyz.packs import expand
from lxyz.packs.model import Rule, When
from lxyz.packs.reading import made_of
from lxyz.packs.types import Pack, Raw, is_of

EFFECTIVE = "effective_from"
# Keys of a rule in which a parameter without a value drops no more than a bound (A48) or
# words; anywhere else the rule cannot be judged.
_DROPPED = frozenset(
    "when since from to title title_en remedy remedy_en attest attest_en".split()
)


class Bound(NamedTuple):
    """A pack with its parameters put in.

    - `pack`: the pack
    - `rules`: its rules
    - `values`: the value of each parameter (None: it has none)
    - `tools`: by rule id, its parameters whose value the tool set, not a document
    - `needed`: by rule id, the parameters without a value that it needs to be judged
    - `firm`: by full id, for rules that nobody may waive: the pack and clause that say so
    """

    pack: Pack
    rules: tuple[Rule, ...]
    values: dict[str, Any]
    tools: dict[str, tuple[str, ...]]
    needed: dict[str, tuple[str, ...]]
    firm: dict[str, str] = {}


def raw_of(
    written: dict[str, Any], line: int, values: dict[str, Any]
) -> tuple[Raw, list[str]]:
    """A rule as written, bound to the pack's own values, and what is wrong with it."""
    params = frozenset(expand.used(written))
    needed = frozenset(expand.used(_without_bounds(written))) if params else params
    raw = Raw(written, line, params, needed)
    if unknown := sorted(params - values.keys()):
        return raw, [f"{raw.id}: no such param: ${name}" for name in unknown]
    rule, trouble = _made(raw, values)
    return raw._replace(rule=rule), trouble


def _without_bounds(written: dict[str, Any]) -> dict[str, Any]:
    """The parts of a rule without which it cannot be judged.

    Left out are its words, its days and those of its items; kept is the year from which
    periods of several years are counted."""
    left = {key: value for key, value in written.items() if key not in _DROPPED}
    when = written.get("when")
    if isinstance(when, dict) and "first" in when:
        left["when"] = when["first"]
    cover = left.get("cover")
    if isinstance(cover, dict) and isinstance(cover.get("all"), tuple):
        undated = tuple(
            {key: value for key, value in item.items() if key != "by"}
            if isinstance(item, dict)
            else item
            for item in cover["all"]
        )
        left["cover"] = {**cover, "all": undated}
    return left


def _made(raw: Raw, values: dict[str, Any]) -> tuple[Rule | None, list[str]]:
    known = {name: values[name] for name in raw.params if values.get(name) is not None}
    text = expand.put(raw.written, known) if raw.params else raw.written
    rule, wrong = made_of(Rule, text)
    return rule, [f"{raw.id}: {told}" for _, told in wrong[:3]]


def described(pack: Pack) -> dict[str, Rule]:
    """The rules of a pack by full id, bound to the pack's own values; used for their
    titles."""
    return {pack.full_id(rule.id): rule for rule in bind(pack).rules}


def bind(pack: Pack, overrides: tuple[tuple[str, Any], ...] = ()) -> Bound:
    """The rules of a pack, a branch's parameters (`overrides`) laid over the pack's
    own.

    Raises PackError P003 if a value does not fit where it is used, or is fixed."""
    return _bind(Same(pack), _frozen(overrides))


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return ("{}", tuple((key, _frozen(inner)) for key, inner in value.items()))
    if isinstance(value, (tuple, list)):
        return tuple(_frozen(inner) for inner in value)
    return value


def _thawed(value: Any) -> Any:
    if isinstance(value, tuple) and len(value) == 2 and value[0] == "{}":
        return {key: _thawed(inner) for key, inner in value[1]}
    return value


@lru_cache(maxsize=64)
def _bind(one: Same[Pack], overrides: Any) -> Bound:
    pack = one.value
    values = {name: param.value for name, param in pack.params.items()}
    own = {name: _fitted(_thawed(value), values.get(name)) for name, value in overrides}
    values.update(own)
    for name in own:
        if pack.params[name].fixed == "yes":
            raise PackError("P003", pack=pack.id, text=f"{name}: fixed")
    start = values.get(EFFECTIVE)
    if start is not None and not is_day(start):
        raise PackError("P003", pack=pack.id, text=f"{EFFECTIVE}: {start}")
    rules, tools, needed = [], {}, {}
    for raw in pack.raws:
        rule = raw.rule
        if rule is None or not raw.params.isdisjoint(own):
            rule, trouble = _made(raw, values)
            if rule is None:
                raise PackError("P003", pack=pack.id, text=trouble[0])
            if wrong := _emptied(rule):
                raise PackError("P003", pack=pack.id, text=wrong)
        rules.append(rule)
        if not raw.params:
            continue
        names = sorted(name for name in raw.params if name in pack.params)
        tools[rule.id] = tuple(
            name
            for name in names
            if pack.params[name].source == "tool" and name not in own
        )
        needed[rule.id] = tuple(
            name for name in names if values.get(name) is None and name in raw.needed
        )
    firm = {
        pack.full_id(rule.id): _said_so(pack, rule)
        for rule in rules
        if rule.waivable == "no"
    }
    return Bound(pack, tuple(rules), values, tools, needed, firm)


def _emptied(rule: Rule) -> str:
    """What is wrong with the bounds that a branch's values gave a rule; empty if
    nothing is.

    Where no day lies between them the rule would ask for nothing, and nobody would see
    it."""
    from lxyz.packs.bounds import bounds_trouble

    when = rule.when
    if not isinstance(when, When) or when.every is None:
        return ""
    wrong = next(bounds_trouble(rule, when, when.every), "")
    return wrong and f"{rule.id}: {wrong}"


def _said_so(pack: Pack, rule: Rule) -> str:
    """The pack and the clause that say that nobody may waive a rule."""
    return (
        pack.firm.get(is_of(rule.id, pack.firm))
        or f"{pack.id} {pack.clauses.clause_of(rule.covers)}"
    )


def is_day(value: Any) -> bool:
    """Whether a value is a date as packs write it (2016-12-31)."""
    try:
        return isinstance(value, str) and parse_date(value).isoformat() == value
    except DateProblem:
        return False


def _fitted(value: Any, packs: Any) -> Any:
    """A branch's value, written as the pack writes such values.

    A bare number in place of days means days; a date may have any form that records
    allow."""
    if not isinstance(value, str):
        return value
    plain = halfwidth(value)
    if plain.isdecimal():
        unit = re.fullmatch(r"-?\d+(d|wd)", packs) if isinstance(packs, str) else None
        return plain + unit[1] if unit else plain
    try:
        return parse_date(plain).isoformat()
    except DateProblem:
        return value
