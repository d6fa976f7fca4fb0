"""Words in a language: keys, kinds, values, notes, and what nearly counted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxyz.render.page.safe import clean
from lxyz.render.wording.terms import term, terms
from lxyz.vocabulary import folded, say, vocabulary


def kind(slug: str, lang: str) -> str:
    """How a kind of record or fact is called."""
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
    """Several kinds in a row, in their order where they have one."""
    ordered = slugs if isinstance(slugs, tuple) else sorted(slugs)
    return listed([kind(slug, lang) for slug in ordered], lang)


def modality(word: str, lang: str) -> str:
    """How binding something is."""
    return term("modalities", word, lang, word)


# What is written as an item of a list, or among the candidates, with keys of its own.
_OWN_KEYS = {
    "item": frozenset(("rectification", "problem")),
    "candidate": frozenset(("candidate",)),
}


@lru_cache(maxsize=1024)
def attribute(slug: str, lang: str, kinds: tuple[str, ...] = ()) -> str:
    """How a key or role is written in a record (of some kinds: of whom opinions are
    asked is 征求对象, what a check rests on 排查依据), in a language."""
    for context, own in _OWN_KEYS.items():
        if kinds and own.issuperset(kinds):
            if key := vocabulary().key_slugs(context).get(slug):
                if lang == "zh":
                    return key[0].zh
                if slug in terms("attributes") and attribute(slug, "zh") != key[0].zh:
                    return clean(slug)  # of a record it is called otherwise
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
    """A closed value in a language (free words stay as they are); `name` is the key."""
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
"""Where the values of a key stand, if not under its own name. A pattern says `state` of
a record; `status` is that of a person."""
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
    """What is to be written where a key cannot be told: that itself, or what it follows
    from."""
    return attribute(_FOLLOWS_FROM.get(slug, slug), lang)


def is_of_member(slugs: Iterable[str]) -> bool:
    """Whether what is to be written stands in a member's line of the profile."""
    return all(_FOLLOWS_FROM.get(slug, slug) == "party_since" for slug in slugs)


def english(text: str) -> str:
    """Words of the vocabulary in English, where a fault carries their Chinese names."""
    parts = text.split("、")
    return ", ".join(_english_words().get(folded(part), part) for part in parts)


def english_in(text: str, *, keys: bool) -> str:
    """The English of those words of the vocabulary that a Chinese hint names, but for
    its example: of keys before all (支委会) where it says where to write. A hint on an
    English key is English."""
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
    """Kinds first: the words of which messages give lists are those of kinds."""
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
    """Words in a row, as the language lists them."""
    return say(lang, "、", ", ").join(words)


def commas(texts: Iterable[str], lang: str) -> str:
    """Parts of a sentence in a row; those that say nothing are left out."""
    return say(lang, "，", ", ").join(filter(None, texts))


def aside(text: str, lang: str) -> str:
    """A text in brackets behind another; nothing of an empty one."""
    return say(lang, f"（{text}）", f" ({text})") if text else ""


def and_more(number: int, shown: int, lang: str, unit: str = "条") -> str:
    """That there are more behind those that are shown of so many."""
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
    """What a near miss lacked, in words; `why` is a key or the names of fields."""
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
