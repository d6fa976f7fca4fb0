"""The words of rules: the packs a branch was judged by, looked up by full rule id."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.errors import LxyzError
from lxyz.judge import fold
from lxyz.packs.bind import described
from lxyz.packs.load import load_pack
from lxyz.packs.model import Rule, When
from lxyz.packs.types import Pack
from lxyz.render.page.safe import clean
from lxyz.report import PackUsed
from lxyz.vocabulary import say


class Rulebook:
    """The rules and titles of several packs.

    An unknown rule has its id as title, so that a report can always be shown."""

    def __init__(self, packs: tuple[PackUsed, ...]) -> None:
        self.packs = {pack.id: pack for pack in packs}
        self._rules: dict[str, Rule] = {}
        self._causes: dict[str, str] = {}
        self._titles: dict[tuple[str, str], str] = {}
        self._words: dict[str, str] = {}
        for pack in packs:
            self._rules.update(_rules_in(pack.folder))
            self._words.update(pack.words)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule, or None."""
        return self._rules.get(rule_id)

    def pack_of(self, rule_id: str) -> Pack | None:
        """The pack in which a rule stands, or None."""
        used = self.packs.get(rule_id.partition("/")[0])
        return _pack_in(used.folder) if used is not None else None

    def title(self, rule_id: str, lang: str) -> str:
        """What a rule asks, as a short phrase."""
        found = self._titles.get((rule_id, lang))
        if found is None:
            rule = self._rules.get(rule_id)
            if rule is None:
                return clean(self._words.get(rule_id, rule_id))
            found = clean(say(lang, rule.title, rule.title_en))
            self._titles[rule_id, lang] = found
        return found

    def remedy(self, rule_id: str, lang: str) -> str:
        """The remedy in the pack; empty if it has none."""
        rule = self._rules.get(rule_id)
        if rule is None:
            return ""
        return clean(say(lang, rule.remedy, rule.remedy_en) or "")

    def cause(self, rule_id: str) -> str:
        """A text that is equal for two rules about the same thing: the same persons,
        days and records, whatever the number asked for."""
        rule = self._rules.get(rule_id)
        if rule is None:
            return rule_id
        found = self._causes.get(rule_id)
        if found is None:
            found = self._causes[rule_id] = _cause(rule, rule_id)
        return found


@lru_cache(maxsize=64)
def rulebook(packs: tuple[PackUsed, ...]) -> Rulebook:
    """The words of these packs; made once for all branches that use them."""
    return Rulebook(packs)


@lru_cache(maxsize=64)
def _rules_in(folder: str) -> dict[str, Rule]:
    pack = _pack_in(folder)
    return {} if pack is None else described(pack)


@lru_cache(maxsize=64)
def _pack_in(folder: str) -> Pack | None:
    try:
        return load_pack(Path(folder)) if folder else None
    except (LxyzError, OSError, ValueError):
        return None


def _cause(rule: Rule, rule_id: str) -> str:
    """A text that is equal for rules of one cause.

    Numbers, rounds and days of grace are no part of it."""
    parts: list[Any] = [rule.for_, rule.debtor, rule.which, rule.except_]
    base = base_of(rule_id) if rule.count is not None else ""
    if base:
        parts.append(base)
    when = rule.when
    if isinstance(when, When):
        parts.append(("when", when.plain(("late", "roll"))))
    else:
        parts.append(("when", when or ("year" if rule.each is None else "fact")))
    parts.append(rule.each.plain() if rule.each else None)
    if rule.nth is not None:
        parts.append(
            ("nth", rule.nth if isinstance(rule.nth, str) else rule.nth.plain())
        )
    if rule.count is not None and not base:
        count = rule.count.plain(("min", "max", "over", "under", "rounds"))
        parts.append(("count", count))
    elif rule.has is not None:
        parts.append(("has", sorted((k, str(v)) for k, v in rule.has.items())))
    elif rule.cover is not None:
        parts.append(("cover", rule.cover.plain()))
    elif rule.attest is not None:
        parts.append(("attest", rule_id))
    return repr(parts)


def base_of(rule_id: str) -> str:
    """The id of the rule of which this one is a row; empty if it is no row."""
    base = rule_id.rpartition("/")[0]
    return base if base.count("/") == 1 else ""


def folds(rule: Rule | None) -> bool:
    """Whether a rule has one verdict for all spans (or records) of a year."""
    return rule is not None and fold.folds(rule)
