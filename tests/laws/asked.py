"""What a pack asks for: its patterns, kinds, and words of the attributes."""

from __future__ import annotations

from functools import cache

from lxyz.packs.model import Pattern, Rule
from lxyz.vocabulary import vocabulary

from .program import bound


def patterns(rule: Rule) -> list[Pattern]:
    """Every pattern of a rule."""
    counted = (rule.count.of, rule.count.to) if rule.count else ()
    covered = (rule.cover.of,) if rule.cover else ()
    found: list[Pattern] = []
    for one in (rule.each, *counted, *covered):
        if one is not None:
            found.extend(one if isinstance(one, tuple) else (one,))
    return found


def kinds(pattern: Pattern) -> tuple[str, ...]:
    """The kinds of a pattern, any of them (or all, where all are asked for)."""
    kind = pattern.kind
    if isinstance(kind, str):
        return (kind,)
    return tuple(kind) if isinstance(kind, tuple) else tuple(kind.all)


def _first(wanted: object) -> str | None:
    """A word that satisfies a simple condition."""
    if isinstance(wanted, str):
        return None if wanted in ("some", "none") else wanted
    return str(wanted[0]) if isinstance(wanted, tuple) else None


@cache
def asked(pack: str) -> dict[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """What a pack asks for: kinds, and with them words of the attributes."""
    family = vocabulary().kinds
    found: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for rule in bound(pack).rules:
        for pattern in patterns(rule):
            for kind in kinds(pattern):
                if kind not in family or family[kind].family != "activity":
                    continue
                words = found.setdefault((kind,), {})
                for name, wanted in pattern.wanted.items():
                    word = _first(wanted)
                    if word is not None and name in ("topic", "materials", "forms"):
                        words[name] = (*words.get(name, ()), word)
                if rule.cover is not None and rule.cover.tag in ("topic", "materials"):
                    items = [i if isinstance(i, str) else i.is_ for i in rule.cover.all]
                    own = tuple(item for item in items if item)
                    words[rule.cover.tag] = (*words.get(rule.cover.tag, ()), *own)
    for whole in (
        ("organization-life-meeting", "all-member-meeting"),
        ("democratic-evaluation", "all-member-meeting"),
        ("party-lecture", "theme-party-day"),
        ("group-meeting", "collective-study"),
        ("thematic-discussion", "all-member-meeting"),
    ):
        found.setdefault(whole, dict(found.get(whole[:1], {})))
    return found
