"""The kinds of record that packs bring, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from lxyz.facts.fact import DERIVED
from lxyz.packs.asked import every_word, kinds_of, patterns, row_of
from lxyz.packs.model import Rule
from lxyz.packs.pack import Kind
from lxyz.packs.pattern import Wanted
from lxyz.packs.types import Pack
from lxyz.vocabulary import OwnKind, Vocabulary, nearest, vocabulary

_OF_KINDS = ("plans", "what", "rests_on")
"""Attributes whose words are kinds."""
_ANY = ("some", "none")


def own_kinds(
    written: Mapping[str, Kind], uppers: Iterable[Pack]
) -> tuple[tuple[OwnKind, ...], list[tuple[str, str]]]:
    """The kinds of a pack and of those it extends, and what is wrong with its own.

    A problem is (kind, text): the kind is like none there is, or one of its words
    already means another kind."""
    words = vocabulary()
    own = {one.zh: one for upper in uppers for one in upper.kinds}
    seen = {word: one.zh for one in own.values() for word in one.words}
    wrong: list[tuple[str, str]] = []
    for zh, kind in written.items():
        one = OwnKind(zh, kind.like, kind.also)
        told = [_taken(word, zh, words, seen) for word in one.words]
        told.extend(_unknown((kind.like,), words))
        if kind.like in DERIVED or words.families((kind.like,)) & {"judgement"}:
            told.append(f"nothing is like {kind.like}")
        if any(told):
            wrong.extend((zh, text) for text in told if text)
        else:
            own[zh] = one
        seen.update(dict.fromkeys(one.words, zh))
    return tuple(own.values()), wrong


def _taken(word: str, zh: str, words: Vocabulary, seen: Mapping[str, str]) -> str:
    """Why a word cannot mean a kind; empty where it can."""
    if slug := words.kind(word):
        return f"{word} is a kind already: {slug}"
    if word in words.ambiguous:
        return f"{word} is too vague for a kind"
    if seen.get(word, zh) != zh:
        return f"{word} is {seen[word]} already"
    return ""


def unknown_in(
    rule: Rule, words: Vocabulary, declared: Collection[str]
) -> Iterator[str]:
    """Messages about the kinds that a rule names and no fact can have.

    Kinds that the pack declares are left out: what is wrong with them is told there."""
    return _unknown(
        (
            kind
            for kind in _named(rule)
            if kind is not None
            and kind not in (*_ANY, *declared)
            and not kind.startswith("$")
        ),
        words,
    )


def unknown_implied(pack: Pack, declared: Collection[str]) -> Iterator[tuple[str, str]]:
    """Messages about the kinds in `implies` that no fact can have: key, message.

    Kinds that the pack declares are left out."""
    words = vocabulary(pack.kinds)
    for kind, also in pack.implies.items():
        named = (one for one in (kind, *also) if one not in declared)
        for text in _unknown(named, words):
            yield kind, text


def _unknown(kinds: Iterable[str], words: Vocabulary) -> Iterator[str]:
    """A message for each kind that no fact can have, with the kind that may be meant.

    A kind of the vocabulary has an English name, which is suggested for its Chinese
    one."""
    for kind in dict.fromkeys(kinds):
        if kind not in words.kinds and kind not in DERIVED:
            meant = words.kind(kind) or words.kind(words.kind_like(kind))
            meant = meant or nearest(kind, [*words.kinds, *sorted(DERIVED)])
            yield f"no such kind: {kind}" + (f" ({meant}?)" if meant else "")


def _named(rule: Rule) -> Iterator[str | None]:
    to = rule.count.to if rule.count else None
    for pattern in (*patterns(rule), rule.each, to, row_of(rule)):
        if pattern is not None:
            yield from kinds_of(pattern)
            if pattern.root is not None:
                yield pattern.root
            yield from _said(pattern.wanted)
    yield from _said(rule.has or {})
    if rule.cover is not None and rule.cover.tag in ("kind", *_OF_KINDS):
        for item in rule.cover.items:
            yield from (item.is_, *item.any)


def _said(asked: Mapping[str, Wanted]) -> Iterator[str | None]:
    """The kinds that conditions name."""
    for name in _OF_KINDS:
        if name in asked:
            yield from every_word(asked[name])


def kinds_in(packs: Iterable[Pack]) -> tuple[OwnKind, ...]:
    """The kinds that packs bring together, each once."""
    return tuple({one.zh: one for pack in packs for one in pack.kinds}.values())


def disagreement(packs: Iterable[Pack]) -> tuple[str, str]:
    """The first kind that two packs in force define differently, and the second of
    them.

    Two empty texts where there is none."""
    said: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        for one in pack.kinds:
            for word in one.words:
                if said.setdefault(word, (one.zh, one.like)) != (one.zh, one.like):
                    return one.zh, pack.id
    return "", ""
