"""Words in a language: keys, kinds, values, notes, and why a record only nearly
counts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxyz.render.page.safe import clean
from lxyz.render.wording.terms import term, terms
from lxyz.vocabulary import folded, say, vocabulary


def kind(slug: str, lang: str) -> str:
    """The name of a kind of record or fact."""
    if slug in terms("kinds"):
        return term("kinds", slug, lang)
    if lang == "zh":
        return clean(vocabulary().kind_name(slug))
    words = terms("english-kinds").get(slug) or slug.split("-")
    return clean(" ".join("Party" if one == "party" else one for one in words))


def measure(slug: str) -> str:
    """The Chinese measure word for records of a kind."""
    known = vocabulary().kinds.get(slug)
    return "项" if known is None else _MEASURES.get(known.family, "条")


def kinds(slugs: tuple[str, ...] | frozenset[str], lang: str) -> str:
    """The names of several kinds in a row; a set is sorted first."""
    ordered = slugs if isinstance(slugs, tuple) else sorted(slugs)
    return listed([kind(slug, lang) for slug in ordered], lang)


def modality(word: str, lang: str) -> str:
    """The word for a modality: how binding a rule is."""
    return term("modalities", word, lang, word)


# Kinds written as an item of a list, or among the candidates, with keys of their own.
_OWN_KEYS = {
    "item": frozenset(("rectification", "problem")),
    "candidate": frozenset(("candidate",)),
}


@lru_cache(maxsize=1024)
def attribute(slug: str, lang: str, kinds: tuple[str, ...] = ()) -> str:
    """The name of a key or a role, as it is written in records of some kinds.

    A key may have another name in some kinds, such as 征求对象 for the persons whose
    opinions are asked, or 排查依据 for what a check is based on."""
    for context, own in _OWN_KEYS.items():
        if kinds and own.issuperset(kinds):
            if key := vocabulary().key_slugs(context).get(slug):
                if lang == "zh":
                    return key[0].zh
                if slug in terms("attributes") and attribute(slug, "zh") != key[0].zh:
                    return clean(slug)  # the table has its name in a record
    if lang == "en" or slug in terms("attributes"):
        return clean(term("attributes", slug, lang, slug))
    words = vocabulary()
    for context in (
        "record",
        "item",
        "member",
        "branch",
        "attendance",
        "step",
        "ballots",
    ):
        found = words.key_slugs(context).get(slug)
        if found:
            serves = words.families(kinds)
            fit = (one for one in found if one.serves & serves)
            return next(fit, found[0]).zh
    return clean(slug)


@lru_cache(maxsize=1024)
def value(word: str, lang: str, name: str = "") -> str:
    """The word for a value of the key `name`; free text stays as it is."""
    if name in NAMING_KINDS:
        return kind(word, lang)
    if name in _DERIVED and word in terms("values"):
        return term("values", word, lang)
    if lang == "en":
        return clean(word)
    names = vocabulary().value_names
    slots = (VALUES_UNDER.get(name, ""), name) if name else tuple(names)
    for slot in slots:
        found = names.get(slot, {}).get(word)
        if found:
            return found
    if name in _YES_NO and word in ("yes", "no"):
        return names["answer"][word]
    return clean(word)


_MEASURES = {"activity": "次", "document": "份"}
VALUES_UNDER = {
    "aspects": "aspect",
    "sources": "source",
    "payer": "by",
    "steps": "stage",
    "status": "member-status",
}
"""The vocabulary's name for the values of a key, if it is not the key itself. `status`
is that of a person: for a record a pattern says `state`."""
_DERIVED = frozenset(("evidence", "state", "weekday"))
NAMING_KINDS = frozenset(("kind", "kinds", "plans", "what"))
_FOLLOWS_FROM = {
    "term_over": "term_end",
    "party_years": "party_since",
    "years": "party_since",
}
_YES_NO = frozenset(
    "cadre hardship hardship_in_year file_complete optional moved on_slot filed outside_speaker pilot "
    "term_over group_leader".split()
)


def values(words: Iterable[str], lang: str, name: str) -> str:
    """Several values of a key in a row."""
    return listed([value(word, lang, name) for word in words], lang)


def lacking(slug: str, lang: str) -> str:
    """The name of the key to write if an attribute is unknown: its own, or that of the
    key from which it is worked out (`party_years` from `party_since`)."""
    return attribute(_FOLLOWS_FROM.get(slug, slug), lang)


def is_of_member(slugs: Iterable[str]) -> bool:
    """Whether the keys to write stand in a member's line of the profile."""
    return all(_FOLLOWS_FROM.get(slug, slug) == "party_since" for slug in slugs)


def english(text: str) -> str:
    """The English of words of the vocabulary that a fault has in Chinese."""
    parts = text.split("、")
    return ", ".join(_english_words().get(folded(part), part) for part in parts)


def english_in(text: str, *, keys: bool) -> str:
    """The English of the words of the vocabulary that a Chinese hint names.

    Words in its example (after `，如`) do not count. With `keys`, a word that is both a
    key and a kind (支委会) is read as the key, since the hint says where to write. A hint
    in ASCII is English already and stays as it is."""
    if text.isascii():
        return text
    known = _english_words() | (_english_keys() if keys else {})
    parts = re.split("[^\u3400-\u9fff]+", text.partition("，如 ")[0])
    named = [known.get(folded(part)) for part in parts]
    for part in parts:
        stripped = part.removeprefix("写在").removeprefix("写").removesuffix("下面")
        named.append(known.get(folded(stripped)))
    return ", ".join(dict.fromkeys(word for word in named if word))


@lru_cache(maxsize=1)
def _english_words() -> dict[str, str]:
    """English words by Chinese ones. A word of a kind comes before others, because the
    lists in messages are lists of kinds."""
    words = vocabulary()
    values = {
        folded(zh): slug
        for each in words.value_names.values()
        for slug, zh in each.items()
    }
    kinds = {folded(one.zh): slug for slug, one in words.kinds.items()}
    return values | _english_keys() | kinds


@lru_cache(maxsize=1)
def _english_keys() -> dict[str, str]:
    words = vocabulary()
    found: dict[str, str] = {}
    for context in words.contexts():
        for slug, keys in words.key_slugs(context).items():
            for key in keys:
                found.setdefault(folded(key.zh), slug)
    return found


def listed(words: list[str] | tuple[str, ...], lang: str) -> str:
    """Words in a row, with the separator of the language."""
    return say(lang, "、", ", ").join(words)


def commas(texts: Iterable[str], lang: str) -> str:
    """Parts of a sentence, with commas between them; empty parts are left out."""
    return say(lang, "，", ", ").join(filter(None, texts))


def aside(text: str, lang: str) -> str:
    """A text in brackets, to follow another; an empty text stays empty."""
    return say(lang, f"（{text}）", f" ({text})") if text else ""


def and_more(number: int, shown: int, lang: str, unit: str = "条") -> str:
    """Says that there are more than those shown (等5条); empty if all are shown."""
    rest = number - shown
    return say(lang, f"等{number}{unit}", f" and {rest} more") if rest > 0 else ""


def note(text: str, lang: str) -> str:
    """A note of a verdict in words."""
    name, _, rest = text.partition(":")
    if name == "why":
        rest, _, by = rest.partition(":")
        return term("whys", rest, lang, clean(rest)).replace("{}", clean(by))
    if name == "or":
        rest = kinds(tuple(rest.split("、")), lang)
    said = term("notes", name, lang)
    return said.replace("{}", clean(rest)) if said else clean(text)


def near(why: str, lang: str) -> str:
    """Why a record only nearly counts, in words; `why` is a short key, or names of keys
    of the record."""
    if not why:
        return ""
    name, found, rest = why.partition(":")
    if name in terms("nears") and (found or name in ("outside", "unknown")):
        word = attribute(rest, lang) if name in ("condition", "role") else clean(rest)
        word = kind(rest, lang) if name == "kind" else word
        word = term("owners", rest, lang, word) if name == "level" else word
        return term("nears", name, lang).replace("{}", word)
    fields = listed([f"“{attribute(field, lang)}”" for field in why.split(",")], lang)
    return say(lang, f"没写清{fields}", f"does not say {fields}")
