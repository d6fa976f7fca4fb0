"""The words of records: kinds, keys and closed values, in Chinese and in English.

`vocabulary.yaml` is the only place that knows them, but for the kinds that a rule pack
brings for its document (`OwnKind`). Both languages are accepted key by key and value by
value; inside lxyz there is only the English word. Comparison of words folds what an
input method makes of them (full-width forms, blanks), never more.
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
    """The one of two that is in the language."""
    return english if lang == "en" else chinese


class Kind(NamedTuple):
    """A kind of record. `family`: activity, document, persons or judgement; `level`:
    `above` if it is always an act of the committee above, else empty; `once`: there is
    one of a person and period (the dues of a month), however often it is told."""

    slug: str
    zh: str
    family: str
    level: str
    once: bool


class OwnKind(NamedTuple):
    """A kind of record that a rule pack brings: like the words of a pack it goes by its
    Chinese name (`zh`), in records and inside lxyz. It is written as records of the kind
    `like` are, with the same keys, which say the same of it, and counts for no rule that
    asks for those; `also`: what else it is called."""

    zh: str
    like: str
    also: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All it is called, folded."""
        return tuple(folded(word) for word in (self.zh, *self.also))


class Key(NamedTuple):
    """A key of a record or of a part of one; `serves` are the families and kinds that
    may have it (empty: all), `type` says how its value is read."""

    slug: str
    zh: str
    type: str
    serves: frozenset[str]


class Vocabulary:
    """All words, with the kinds that packs bring; made once, never changed."""

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
        """The same words and these kinds."""
        other = object.__new__(Vocabulary)
        vars(other).update(vars(self))
        other._learn(own)
        return other

    def _learn(self, own: Iterable[OwnKind]) -> None:
        """Adds kinds, and all that follows from which kinds there are."""
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
        """The slug of a kind, or None."""
        return self._kind_words.get(word) or self._kind_words.get(folded(word))

    def kind_like(self, word: str) -> str:
        """The Chinese name of the kind most like the word, or an empty text."""
        found = nearest(folded(word[:LONGEST_WORD]), self._kind_words)
        return self.kinds[self._kind_words[found]].zh if found else ""

    def kind_name(self, slug: str, lang: str = "zh") -> str:
        """How a kind is shown to people."""
        kind = self.kinds.get(slug)
        return say(lang, kind.zh, slug) if kind else slug

    def families(self, kinds: tuple[str, ...]) -> frozenset[str]:
        """The families of kinds and the kinds themselves, with those that they are
        written like."""
        found = self._families.get(kinds)
        if found is None:
            families = [self.kinds[kind].family for kind in kinds if kind in self.kinds]
            like = [self._like[kind] for kind in kinds if kind in self._like]
            found = self._families[kinds] = frozenset((*kinds, *families, *like))
        return found

    # --- keys ------------------------------------------------------------------

    def keys(self, context: str, word: str) -> list[Key]:
        """What a key may mean in a context, in no or several kinds of record."""
        return self._keys[context].get(word.strip(), [])

    def table(self, context: str, serves: frozenset[str]) -> dict[str, Key]:
        """The words of a context and what each means in a record of these families and
        kinds (none: where it has one meaning only)."""
        found = self._tables.get((context, serves))
        if found is None:
            found = self._tables[context, serves] = {}
            for word, meanings in self._keys[context].items():
                key = _meaning(meanings, serves)
                if key is not None:
                    found[word] = key
        return found

    def key_like(self, context: str, word: str, serves: frozenset[str] = _EVERY) -> str:
        """The known key most like this one in a record of these families and kinds (none:
        in any), or an empty text."""
        words = self.table(context, serves) if serves else self._keys[context]
        for form in (word.replace("-", "_"), folded(word[:LONGEST_WORD])):
            if form in words:
                return form
        # One of two characters right is near enough: 日棋.
        return nearest(word, words, 0.5 if len(word) == 2 else 0.55)

    def key_name(self, context: str, slug: str, serves: frozenset[str] = _EVERY) -> str:
        """The Chinese name of a key in a record of these families and kinds (none: what
        it is called first)."""
        meanings = self._key_names[context][slug]
        key = _meaning(meanings, serves) or meanings[0]
        return key.zh

    def named_in(self, message: str, context: str) -> set[str]:
        """The keys of a context that a message names: 写在“出席情况”下的“出席”."""
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
        """The slug of a closed value, or None."""
        values = self._values[name]
        return values.get(word) or values.get(folded(word))

    def value_like(self, name: str, word: str) -> str:
        """The allowed value most like the word, or all of them, in Chinese."""
        found = nearest(folded(word[:LONGEST_WORD]), self._values[name])
        names = self.value_names[name]
        return names[self._values[name][found]] if found else "、".join(names.values())

    def is_word(self, slug: str, word: str) -> bool:
        """Whether the word is one of the special words of names fields, plans, posts."""
        return folded(word) in self._words[slug]

    def post(self, word: str) -> str:
        """A post by the name it goes by: 支部书记 is 书记; one not known stays."""
        return str(self._posts.get(folded(word), word))

    def posts_meant(self, word: str) -> tuple[str, ...]:
        """The posts that a text that is none may mean: several at once (书记兼组织委员),
        or the one it is most like (书计). 青年委员 and the like are posts of their own."""
        plain = folded(word[:LONGEST_WORD])
        if plain in self._posts:
            return ()
        parts = tuple(self.post(one) for one in _POSTS_APART.split(word) if one)
        if len(parts) > 1 and not self._posts.keys().isdisjoint(map(folded, parts)):
            return parts
        like = "" if plain.endswith(_OWN_POSTS) else nearest(plain, self._posts, 0.5)
        return (self._posts[like],) if like else ()

    def before_post(self, text: str) -> str:
        """What stands before the name of a post, 王 of 王书记 and of 王副书记."""
        plain = folded(text)
        leads = (
            plain.removesuffix(post) for post in self._posts if plain.endswith(post)
        )
        return min(leads, key=len, default="")


def kind_entries(own: Iterable[OwnKind]) -> dict[str, Any]:
    """All kinds as `vocabulary.yaml` writes them, with those that packs bring."""
    more = {one.zh: {"zh": one.zh, "also": "、".join(one.also)} for one in own}
    return {**written()["kinds"], **more}


def _meaning(meanings: list[Key], serves: frozenset[str]) -> Key | None:
    """The one of a word's meanings that records of these families and kinds have."""
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
    """The vocabulary, read at the first call; with the kinds that packs bring."""
    return vocabulary().with_kinds(own) if own else Vocabulary(written())
