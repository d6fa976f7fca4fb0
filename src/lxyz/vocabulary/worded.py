"""Puts a record into the words of one language, Chinese or English, as people would
write it. The record may be in either (plans make records in English)."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.vocabulary.words import Key, OwnKind, say, vocabulary

Value = str | list["Value"] | dict[str, "Value"]
_NO_KEY = Key("", "", "", frozenset())
_ITEMS = {
    "records": "record",
    "steps": "step",
    "speakers": "speaker",
    "filings": "filing",
}
_PARTS = {"attendance": "attendance", "speakers": "speakers"}
"""For types of keys: the context of the vocabulary for the items of a list (`_ITEMS`),
and for the keys of a mapping (`_PARTS`)."""
_NAMES = ("names", "reasons", "attendance")
_CHINESE = {"all": "全体", "none": "无"}
_ENGLISH = {
    **{zh: slug for slug, zh in _CHINESE.items()},
    "写明": "to be written",
    "写明内容": "the text itself",
    "写明原因": "the reason",
    "正常": "regular",
}
"""The Chinese words for names fields, and the placeholders that samples use."""
_MARKS = frozenset("、，,；;\n")


def worded(
    record: dict[str, Any],
    lang: str,
    context: str = "record",
    own: tuple[OwnKind, ...] = (),
) -> dict[str, Value]:
    """A record (or a part of one, of another `context`) with keys, kinds and closed
    values in the words of `lang` (`zh` or `en`).

    `own` are the kinds that rule packs add. Texts, names and unknown keys stay as they
    are.
    """
    words = vocabulary(own)
    said = record.get("kind", record.get("类型", ()))
    kinds = said.split("、") if isinstance(said, str) else said
    slugs = tuple(slug for one in kinds if (slug := words.kind(one)))
    table = words.table(context, words.families(slugs))
    made: dict[str, Value] = {}
    for name, value in record.items():
        key = table.get(name)
        told = name if key is None else say(lang, key.zh, key.slug)
        made[told] = _value(key or _NO_KEY, value, lang, own)
    return made


def _value(key: Key, value: Any, lang: str, own: tuple[OwnKind, ...]) -> Value:
    type_, _, what = key.type.partition(" ")
    of = what if type_ in ("list", "map") else ""
    if isinstance(value, dict):
        if of or type_ in _PARTS:
            return worded(value, lang, of or _PARTS[type_], own)
        return {
            _said(key, word, lang, own): _names(str(inner), lang)
            for word, inner in value.items()
        }
    if isinstance(value, list):
        if context := of or _ITEMS.get(type_):
            return [
                worded(one, lang, context, own) if isinstance(one, dict) else one
                for one in value
            ]
        said = [_said(key, str(one), lang, own) for one in value]
        # These may hold separators: they stay a list, and are not joined by 、.
        whole = type_ in ("tagged", "paths")
        if whole or any(_MARKS & set(one) for one in said):
            return list(said)
        return "、".join(said)
    if isinstance(value, date):
        return value.isoformat()
    if type_ in ("kinds", "some") and "、" in value:
        return [_said(key, one, lang, own) for one in value.split("、")]
    return _said(key, str(value), lang, own)


def _said(key: Key, text: str, lang: str, own: tuple[OwnKind, ...]) -> str:
    """One value of a key in the words of a language."""
    words = vocabulary(own)
    type_, _, named = key.type.partition(" ")
    if type_ == "kinds":
        return words.kind_name(words.kind(text) or text, lang)
    if type_ in ("owner", "by"):
        named = type_
    names = words.value_names.get(named)
    if names is not None and (slug := words.value(named, text)):
        return say(lang, names[slug], slug)
    if type_ in ("when", "time") and lang == "zh":
        return str(words.word_names.get(text, text))
    return _names(text, lang) if lang == "en" or type_ in (*_NAMES, "owner") else text


def _names(text: str, lang: str) -> str:
    """A names line, with 全体 for `all`, and 无 for `none`."""
    if lang == "en":
        return _ENGLISH.get(text, text)
    return "、".join(_CHINESE.get(one, one) for one in text.split("、"))
