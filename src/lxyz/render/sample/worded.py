"""Records by their English words to records as people write them, in either language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lxyz.render.page.yamltext import Value
from lxyz.vocabulary import Key, OwnKind, say, vocabulary
from lxyz.workshop.twin import PLACEHOLDERS

_ITEMS = {
    "items": "item",
    "documents": "record",
    "rows": "record",
    "speakers": "speaker",
    "steps": "step",
    "filings": "filing",
}
_PARTS = frozenset(("speakers", "attendance", "moved", "ballots"))
_CHINESE = {"all": "全体", "none": "无"}
_MARKS = frozenset("、，,；;\n")


def worded(
    record: dict[str, Any],
    lang: str,
    context: str = "record",
    own: tuple[OwnKind, ...] = (),
) -> dict[str, Value]:
    """A record, or a part of one, with the words of a language for its keys, kinds (those
    that packs bring, too) and closed values. Texts, names and what only the record knows
    stay as they are."""
    words = vocabulary(own)
    kinds = tuple(record.get("kind", ())) if context == "record" else ()
    made: dict[str, Value] = {}
    for slug, value in record.items():
        key = words.key_of(slug, kinds, context)
        name = slug if key is None or lang == "en" else key.zh
        made[name] = _value(slug, key, value, lang, own)
    return made


def _value(
    slug: str, key: Key | None, value: Any, lang: str, own: tuple[OwnKind, ...]
) -> Value:
    if slug in _ITEMS and isinstance(value, list):
        return [worded(one, lang, _ITEMS[slug], own) for one in value]
    if slug in _PARTS and isinstance(value, dict):
        return worded(value, lang, slug, own)
    say = _sayer(key, lang)
    if isinstance(value, dict):
        return {say(word): _names(str(inner), lang) for word, inner in value.items()}
    if isinstance(value, list):
        said = [say(str(one)) for one in value]
        # A line each, never taken apart.
        whole = key is not None and key.type in ("tagged", "paths")
        if whole or any(_MARKS & set(one) for one in said):
            return list(said)
        return "、".join(said)
    if isinstance(value, date):
        return value.isoformat()
    return say(str(value))


def _sayer(key: Key | None, lang: str) -> Callable[[str], str]:
    """How a value of a key is said."""
    words = vocabulary()
    type_, _, named = key.type.partition(" ") if key is not None else ("", "", "")
    if type_ == "kinds":
        return lambda text: words.kind_name(text, lang)
    if type_ in ("names", "reasons", "attendance"):
        return lambda text: _names(text, lang)
    if type_ == "owner":
        bodies = say(lang, words.value_names[type_], {})
        return lambda text: bodies.get(text, _names(text, lang))
    if type_ == "by":
        named = type_
    names = say(lang, words.value_names.get(named, {}), PLACEHOLDERS)
    if type_ in ("when", "time") and lang == "zh":
        names = words.word_names
    return lambda text: names.get(text, text)


def _names(text: str, lang: str) -> str:
    """A names line, with 全体 for `all`, and 无 for `none`."""
    if lang == "en":
        return PLACEHOLDERS.get(text, text)
    return "、".join(_CHINESE.get(one, one) for one in text.split("、"))
