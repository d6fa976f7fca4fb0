"""Packs over packs: a local pack makes rules stricter, replaces them, or sets values.

Every pack in force is judged on its own; nothing is merged. A pack that `extends`
others may write a rule `like` one of theirs by its differences: it must be stricter,
and the other is judged, too. It may put a rule `instead` of one of theirs, which is
then set aside. It may `set` a parameter that they left open, and say which rules of
theirs are `unwaivable`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.errors import PackError
from lxyz.packs import expand
from lxyz.packs.bind import EFFECTIVE, is_day, raw_of
from lxyz.packs.model import Rule
from lxyz.packs.pack import Head, Param, Setting
from lxyz.packs.types import Pack, Raw, is_of

_YEAR = {"every": "year"}
_VERBS = ("like", "instead")
_ANCHORS = frozenset("every after before around during by".split())
_ITS_OWN = ("under", "soft", "covers", "from", "to")


class Written(NamedTuple):
    """A rule in full, with what it takes from another.

    - `rule`: the rule as texts
    - `base`, `of`: the other rule and its full id; None and empty without one
    - `verb`: `like` or `instead`
    - `by`: who allowed it
    - `params`: the parameters of the other's pack that it uses, as they are there
    """

    rule: dict[str, Any]
    base: Rule | None = None
    of: str = ""
    verb: str = ""
    by: Any = None
    params: dict[str, Param] = {}


def written(
    rule: dict[str, Any], head: Head, uppers: dict[str, Pack], sets: dict[str, Setting]
) -> tuple[Written, str]:
    """A rule of a pack in full, with its first and last day, and what is wrong with
    it."""
    own = dict(rule)
    verbs = [verb for verb in _VERBS if verb in own]
    if not verbs:
        own = _in_the_days(own, head)
    for name, day in (("from", head.from_), ("to", head.to)):
        if day is not None:
            own.setdefault(name, day)
    by = own.pop("by", None)
    if by is not None and verbs != ["instead"]:
        return Written(own), "by belongs to instead"
    if not verbs:
        return Written(own), ""
    of = str(own.pop(verbs[0]))
    if len(verbs) > 1:
        return Written(own), "either like or instead"
    upper, _, name = of.partition("/")
    pack = uppers.get(upper)
    if pack is None:
        return Written(own), f"{verbs[0]}: {of}: not a pack this one extends"
    raw = _latest(pack, name)
    if raw is None or raw.rule is None:
        return Written(own), f"{verbs[0]}: no such rule: {of}"
    if verbs[0] == "instead" and of in _replacing(pack):
        return Written(own), f"instead: {of} is itself instead of another"
    base = {key: value for key, value in raw.written.items() if key not in _ITS_OWN}
    full = _laid(base, own)
    params = {
        key: _set(pack.params[key], sets.get(f"{upper}/{key}"))
        for key in sorted(expand.used(full) & set(pack.params))
    }
    return Written(full, raw.rule, of, verbs[0], by, params), ""


def _in_the_days(rule: dict[str, Any], head: Head) -> dict[str, Any]:
    """A rule in a pack that is in force from one day to another.

    A rule due once a year, or once in several years, is asked within these days:
    otherwise the year in which the document begins would ask for nothing of it. What a
    person answers is asked from the beginning of that year. A rule with days of its own
    is a version and stays as it is: it governs the spans that begin in them."""
    days = {
        name: day
        for name, day, edge in (
            ("from", head.from_, "-01-01"),
            ("to", head.to, "-12-31"),
        )
        if day is not None and not day.endswith(edge)
    }
    if not days or "from" in rule or "to" in rule:
        return rule
    if "attest" in rule and "from" in days:
        return {**rule, "from": f"{days['from'][:4]}-01-01"}
    if not (is_of_a_whole_year(rule) or _is_of_several_years(rule)):
        return rule
    # After the last day of the document nothing can be late any more.
    late = {"late": "never"} if "to" in days else {}
    return {**rule, "when": {**_YEAR, **late, **rule.get("when", {}), **days}}


def is_of_a_whole_year(rule: dict[str, Any]) -> bool:
    """Whether a rule as written is due once in the year, on any day."""
    if "attest" in rule:
        return False
    when = rule.get("when", {} if "each" in rule else _YEAR)
    whole = isinstance(when, dict) and set(when) <= {"every", "late"}
    return whole and when.get("every") == "year"


def _is_of_several_years(rule: dict[str, Any]) -> bool:
    """Whether a rule as written is due once in several years, on any day."""
    when = rule.get("when")
    if not isinstance(when, dict) or "first" not in when:
        return False
    return set(when) <= {"every", "first", "late"}


def _latest(pack: Pack, name: str) -> Raw | None:
    """The rule of that id; of several versions the one that begins last."""
    versions = [raw for raw in pack.raws if raw.id == name]
    return max(versions, key=lambda raw: str(raw.written.get("from", "")), default=None)


def _set(param: Param, setting: Setting | None) -> Param:
    """A parameter as a pack over its own sets it.

    It then comes from a text, and nobody else may change it."""
    if setting is None:
        return param
    return param.replace(value=setting.value, source="text", fixed="yes")


def _replacing(pack: Pack) -> set[str]:
    """The full ids of the rules of a pack that stand instead of others."""
    return {one.by for several in pack.instead.values() for one in several}


def _laid(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A rule written by its differences; a span that names its own period replaces the
    other."""
    when = own.get("when")
    if isinstance(when, dict) and _ANCHORS & set(when):
        base = {key: value for key, value in base.items() if key != "when"}
    tests = {"count", "has", "cover", "attest"}
    if tests & set(own) and not tests & set(own) & set(base):
        base = {key: value for key, value in base.items() if key not in tests}
    return expand.merged(base, own)


def trouble(one: Written, raw: Raw) -> str:
    """What is wrong between a rule and the one that it is like, or instead of; empty if
    nothing."""
    if one.base is None or raw.rule is None or raw.id.endswith("~"):
        return ""
    from lxyz.packs.compare import stricter  # few packs stand over others

    step = stricter(one.base, raw.rule)
    if one.verb == "like":
        if step == -1:
            return f"{raw.id}: like {one.of}, but looser"
        return (
            f"{raw.id}: does not compare with {one.of}: use instead"
            if step is None
            else ""
        )
    if one.base.modality == "must" and step != 1 and not _named(one.by):
        return f"{raw.id}: instead of a must ({one.of}) needs by: {{org, doc}}"
    return ""


def _named(by: Any) -> bool:
    return isinstance(by, dict) and bool(by.get("org")) and bool(by.get("doc"))


def setting_trouble(name: str, setting: Setting, uppers: dict[str, Pack]) -> str:
    """What is wrong with a parameter that a pack sets in another; empty if nothing."""
    upper, _, param_name = name.partition("/")
    pack = uppers.get(upper)
    if pack is None:
        return f"set: {name}: not a pack this one extends"
    param = pack.params.get(param_name)
    if param is None:
        return f"set: no such param: {name}"
    if param.fixed == "yes":
        return f"set: {name} is fixed"
    if param.source == "text" and param.value is not None and setting.by is None:
        return f"set: {name} stands in the text: it needs by: {{org, doc}}"
    if param_name == EFFECTIVE and not is_day(setting.value):
        return f"set: {EFFECTIVE}: {setting.value}"
    return ""


def firm_trouble(name: str, uppers: dict[str, Pack]) -> str:
    """What is wrong with the name of a rule that a pack calls unwaivable; empty if
    nothing."""
    upper, _, rule = name.partition("/")
    pack = uppers.get(upper)
    if pack is None:
        return f"unwaivable: {name}: not a pack this one extends"
    if not any(is_of(raw.id, (rule,)) for raw in pack.raws):
        return f"unwaivable: no such rule: {name}"
    return ""


def in_force(packs: Sequence[Pack]) -> tuple[Pack, ...]:
    """Packs together, each with what those over it set and set aside.

    Raises PackError P003 if two of them do so to the same rule or parameter."""
    by_id = {pack.id: pack for pack in packs}
    for upper in packs:
        named = (*upper.sets, *upper.instead, *upper.unwaivable)
        targets = {name.partition("/")[0] for name in named}
        for target in sorted(targets & set(by_id)):
            by_id[target] = _under(by_id[target], upper)
    return tuple(by_id[pack.id] for pack in packs)


def _under(pack: Pack, upper: Pack) -> Pack:
    """A pack, changed by what a pack over it says."""
    aside = dict(pack.aside)
    for of, by in _own(upper.instead.items(), pack.id):
        if of in aside:
            raise PackError(
                "P003",
                pack=upper.id,
                text=f"instead: {pack.id}/{of}: {aside[of][0].by}",
            )
        aside[of] = by
    params = dict(pack.params)
    for name, setting in _own(upper.sets.items(), pack.id):
        if params[name].fixed == "yes":
            raise PackError("P003", pack=upper.id, text=f"set: {pack.id}/{name}")
        params[name] = _set(params[name], setting)
    values = {name: param.value for name, param in params.items()}
    firm = {
        name: f"{upper.id} {clause}"
        for name, clause in _own(upper.unwaivable.items(), pack.id)
    }
    raws = []
    for raw in pack.raws:
        told = raw.written
        if is_of(raw.id, firm):
            told = {**told, "waivable": "no"}
        made, wrong = raw_of(told, raw.line, values)
        if wrong:
            raise PackError("P003", pack=upper.id, text=wrong[0])
        raws.append(made)
    firm = {**firm, **pack.firm}
    return pack._replace(aside=aside, firm=firm, params=params, raws=tuple(raws))


def _own(named: Iterable[tuple[str, Any]], pack: str) -> list[tuple[str, Any]]:
    """The entries of a mapping that are about one pack, by the names they have
    there."""
    prefix = f"{pack}/"
    return [
        (name.removeprefix(prefix), value)
        for name, value in named
        if name.startswith(prefix)
    ]
