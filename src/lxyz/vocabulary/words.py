"""The words of records: kinds, keys and closed values, in Chinese and in English.

`vocabulary.yaml` is the only place that knows them, except for the kinds that a rule
pack adds (`OwnKind`). A record may use either language for each key and value; inside
lxyz there is only the English word (slug). Words are compared in folded form:
full-width characters and blanks of an input method make no difference, anything else
does.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, TypeVar

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.vocabulary.alike import LONGEST_WORD, folded, nearest
from lxyz.vocabulary.written import words_of, written

_EVERY: frozenset[str] = frozenset()
_POSTS_APART = late(r"兼任?|[、，,；;/和及\s]+")
_OWN_POSTS = ("委员", "书记")
Said = TypeVar("Said")


def say(lang: str, chinese: Said, english: Said) -> Said:
    """Of two texts the one in the language `lang` (`en` or `zh`)."""
    return english if lang == "en" else chinese


class Kind(NamedTuple):
    """A kind of record.

    - `slug`, `zh`: its English and its Chinese name
    - `family`: `activity`, `document`, `persons` or `judgement`
    - `level`: `above` if it is always an act of the committee above, else ""
    - `once`: a person has only one in a period (the dues of a month); several records
      of it tell of the same one
    """

    slug: str
    zh: str
    family: str
    level: str
    once: bool


class OwnKind(NamedTuple):
    """A kind of record that a rule pack adds.

    - `zh`: its Chinese name, which is also its slug
    - `like`: the kind whose keys it has, with the same meaning; it does not count where
      a rule asks for that kind
    - `also`: its other names
    """

    zh: str
    like: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All its names, in folded form."""
        return tuple(folded(word) for word in (self.zh, *self.also))


class Key(NamedTuple):
    """A key of a record or of a part of one.

    - `slug`, `zh`: its English and its Chinese name
    - `type`: how its value is read (see `records.reader`)
    - `serves`: the families and kinds that may have it; empty: all
    """

    slug: str
    zh: str
    type: str
    serves: frozenset[str]


class Vocabulary:
    """All words of `vocabulary.yaml` and the kinds that packs add. Not changed after it
    is made.

    A context is a group of keys that stand together: those of a record, of a step, of a
    member.
    """

    def __init__(self, data: dict[str, Any]) -> None:
        self.kinds: dict[str, Kind] = {}
        self._kind_words: dict[str, str] = {}
        for slug, entry in data["kinds"].items():
            level, once = entry.get("level", ""), "once" in entry
            kind = Kind(slug, entry["zh"], entry["family"], level, once)
            self.kinds[slug] = kind
            for word in words_of(slug, entry):
                self._kind_words[folded(word)] = slug
        self._keys: dict[str, dict[str, list[Key]]] = {}
        self._key_names: dict[str, dict[str, list[Key]]] = {}
        for context, keys in data["keys"].items():
            self._add_keys(context, keys)
        self._values = {
            name: {
                folded(w): slug for slug, e in values.items() for w in words_of(slug, e)
            }
            for name, values in data["values"].items()
        }
        self.value_names: dict[str, dict[str, str]] = {
            name: {slug: entry["zh"] for slug, entry in values.items()}
            for name, values in data["values"].items()
        }
        self.word_names = {slug: entry["zh"] for slug, entry in data["words"].items()}
        self._words = {
            slug: frozenset(folded(word) for word in words_of(slug, entry))
            for slug, entry in data["words"].items()
        }
        self._posts = {
            folded(word): entry["zh"]
            for slug, entry in data["words"].items()
            for word in words_of(slug, entry)
            if entry["use"] == "post"
        }
        self.ambiguous: dict[str, str] = data["ambiguous"]
        self.misplaced = {
            context: {
                word: where for of, where in one.items() for word in of.split("、")
            }
            for context, one in data["misplaced"].items()
        }
        of_record = data["keys"]["record"]
        self.kind_keys = frozenset(words_of("kind", of_record["kind"]))
        self.row_keys = frozenset(words_of("rows", of_record["rows"]))
        self._learn(())

    def with_kinds(self, own: Iterable[OwnKind]) -> Vocabulary:
        """A copy that also has these kinds."""
        other = object.__new__(Vocabulary)
        vars(other).update(vars(self))
        other._learn(own)
        return other

    def _learn(self, own: Iterable[OwnKind]) -> None:
        """Adds kinds, and rebuilds everything that depends on the set of kinds."""
        kinds, words = dict(self.kinds), dict(self._kind_words)
        self._like: dict[str, str] = {}
        for one in own:
            kinds[one.zh] = kinds[one.like]._replace(slug=one.zh, zh=one.zh)
            self._like[one.zh] = one.like
            words.update(dict.fromkeys(one.words, one.zh))
        self.kinds, self._kind_words = kinds, words
        every = kinds.values()
        self.once = frozenset(kind.slug for kind in every if kind.once)
        self.above = frozenset(kind.slug for kind in every if kind.level == "above")
        self._families: dict[tuple[str, ...], frozenset[str]] = {}
        self._tables: dict[tuple[str, frozenset[str]], dict[str, Key]] = {}

    def _add_keys(self, context: str, keys: dict[str, Any]) -> None:
        words: dict[str, list[Key]] = {}
        names: dict[str, list[Key]] = {}
        for slug, entry in keys.items():
            for one in entry if isinstance(entry, list) else [entry]:
                key = Key(slug, one["zh"], one["type"], _serves(one.get("for")))
                names.setdefault(slug, []).append(key)
                for word in dict.fromkeys(words_of(slug, one)):
                    words.setdefault(word, []).append(key)
        self._keys[context] = words
        self._key_names[context] = names

    # --- kinds -----------------------------------------------------------------

    def kind(self, word: str) -> str | None:
        """The slug of the kind that a word names, or None."""
        return self._kind_words.get(word) or self._kind_words.get(folded(word))

    def kind_like(self, word: str) -> str:
        """The Chinese name of the kind whose name is most like the word, or ""."""
        found = nearest(folded(word[:LONGEST_WORD]), self._kind_words)
        return self.kinds[self._kind_words[found]].zh if found else ""

    def kind_name(self, slug: str, lang: str = "zh") -> str:
        """The name of a kind in a language; an unknown slug stays."""
        kind = self.kinds.get(slug)
        return say(lang, kind.zh, slug) if kind else slug

    def families(self, kinds: tuple[str, ...]) -> frozenset[str]:
        """The kinds themselves, their families, and for kinds of a pack the kind they
        are `like`."""
        found = self._families.get(kinds)
        if found is None:
            families = [self.kinds[kind].family for kind in kinds if kind in self.kinds]
            like = [self._like[kind] for kind in kinds if kind in self._like]
            found = self._families[kinds] = frozenset((*kinds, *families, *like))
        return found

    # --- keys ------------------------------------------------------------------

    def keys(self, context: str, word: str) -> list[Key]:
        """The keys that a word may mean in a context; several if it depends on the kind
        of record."""
        return self._keys[context].get(word.strip(), [])

    def table(self, context: str, serves: frozenset[str]) -> dict[str, Key]:
        """The words of a context, each with the key it means in a record of these
        families and kinds. If `serves` is empty, only words with one meaning."""
        found = self._tables.get((context, serves))
        if found is None:
            found = self._tables[context, serves] = {}
            for word, meanings in self._keys[context].items():
                key = _meaning(meanings, serves)
                if key is not None:
                    found[word] = key
        return found

    def key_like(self, context: str, word: str, serves: frozenset[str] = _EVERY) -> str:
        """The known key that is most like a word, in a record of these families and
        kinds (empty: of any), or ""."""
        words = self.table(context, serves) if serves else self._keys[context]
        for form in (word.replace("-", "_"), folded(word[:LONGEST_WORD])):
            if form in words:
                return form
        # Of a word of two characters, one right character is enough: 日棋 for 日期.
        return nearest(word, words, 0.5 if len(word) == 2 else 0.55)

    def key_name(self, context: str, slug: str, serves: frozenset[str] = _EVERY) -> str:
        """The Chinese name of a key in a record of these families and kinds (empty: its
        first name)."""
        meanings = self._key_names[context][slug]
        key = _meaning(meanings, serves) or meanings[0]
        return key.zh

    def named_in(self, message: str, context: str) -> set[str]:
        """The slugs of the keys of a context that a message names: 写在“出席情况”下的“出席”."""
        return {
            slug
            for slug, keys in self._key_names[context].items()
            if message.startswith(f"{slug}:")
            or any(f"“{key.zh}”" in message for key in keys)
        }

    def key_slugs(self, context: str) -> dict[str, list[Key]]:
        """All keys of a context by their English name."""
        return self._key_names[context]

    def key_of(
        self, slug: str, kinds: tuple[str, ...], context: str = "record"
    ) -> Key | None:
        """The key that records of these kinds have under a slug, or None."""
        keys, serves = self._key_names[context].get(slug, ()), self.families(kinds)
        return next((k for k in keys if not k.serves or k.serves & serves), None)

    def contexts(self) -> list[str]:
        """The names of all contexts."""
        return list(self._keys)

    # --- values ----------------------------------------------------------------

    def value(self, name: str, word: str) -> str | None:
        """The slug of the value that a word names in the closed set `name`, or None."""
        values = self._values[name]
        return values.get(word) or values.get(folded(word))

    def value_like(self, name: str, word: str) -> str:
        """The allowed value of a closed set that is most like the word, or all allowed
        values, in Chinese."""
        found = nearest(folded(word[:LONGEST_WORD]), self._values[name])
        names = self.value_names[name]
        return names[self._values[name][found]] if found else "、".join(names.values())

    def is_word(self, slug: str, word: str) -> bool:
        """Whether a word is the special word `slug` (`all`, `none`, `weekly` …) of
        names fields, plans or posts."""
        return folded(word) in self._words[slug]

    def post(self, word: str) -> str:
        """The standard name of a post: 书记 for 支部书记. An unknown post stays."""
        return str(self._posts.get(folded(word), word))

    def posts_meant(self, word: str) -> tuple[str, ...]:
        """The posts that a text may mean if it is not a post itself: several at once
        (书记兼组织委员), or the one it is most like (书计). Empty for a post, also for one of
        the branch's own (青年委员)."""
        plain = folded(word[:LONGEST_WORD])
        if plain in self._posts:
            return ()
        parts = tuple(self.post(one) for one in _POSTS_APART.split(word) if one)
        if len(parts) > 1 and not self._posts.keys().isdisjoint(map(folded, parts)):
            return parts
        like = "" if plain.endswith(_OWN_POSTS) else nearest(plain, self._posts, 0.5)
        return (self._posts[like],) if like else ()

    def before_post(self, text: str) -> str:
        """The text before the name of a post, 王 in 王书记 and in 王副书记; "" if there is
        none."""
        plain = folded(text)
        leads = (
            plain.removesuffix(post) for post in self._posts if plain.endswith(post)
        )
        return min(leads, key=len, default="")


def kind_entries(own: Iterable[OwnKind]) -> dict[str, Any]:
    """The entries of all kinds as in `vocabulary.yaml`, with those that packs add."""
    more = {one.zh: {"zh": one.zh, "also": "、".join(one.also)} for one in own}
    return {**written()["kinds"], **more}


def _meaning(meanings: list[Key], serves: frozenset[str]) -> Key | None:
    """The meaning of a word in records of these families and kinds; if none are given,
    its only meaning. None if there is none."""
    if not serves:
        return meanings[0] if len(meanings) == 1 else None
    return next(
        (key for key in meanings if not key.serves or key.serves & serves), None
    )


def _serves(value: str | list[str] | None) -> frozenset[str]:
    if value is None:
        return frozenset()
    return frozenset([value] if isinstance(value, str) else value)


@lru_cache(maxsize=16)
def vocabulary(own: tuple[OwnKind, ...] = ()) -> Vocabulary:
    """The vocabulary with the kinds that packs add. Read at the first call, then
    cached."""
    return vocabulary().with_kinds(own) if own else Vocabulary(written())
