"""Which keys a record of a kind may have, as part of the JSON Schema of records.

An editor marks a key red if only other kinds have it, and offers a key only if it may
be written. Kinds with the same keys share a definition. A record of several kinds may
have the keys of all of these; a record without a known kind may have every key.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.vocabulary import OwnKind, kind_entries, vocabulary, words_of, written

Schema = dict[str, Any]
QUIET: Schema = {"doNotSuggest": True}


def alternatives(words: Iterable[str]) -> str:
    """The words as alternatives of a regular expression, for Python and for editors.

    A hyphen is not escaped: the regular expressions of editors do not allow it."""
    return "|".join(map(re.escape, dict.fromkeys(words))).replace(r"\-", "-")


class Alike(NamedTuple):
    """Kinds with the same keys.

    - `slugs`: the slugs of the kinds
    - `words`: all words for their keys"""

    slugs: tuple[str, ...]
    words: frozenset[str]


def groups(own: tuple[OwnKind, ...] = ()) -> tuple[Alike, ...]:
    """All kinds, also those that packs add, grouped by their keys."""
    words, made = vocabulary(own), dict[frozenset[str], list[str]]()
    for slug in kind_entries(own):
        table = words.table("record", words.families((slug,)))
        found = frozenset(word for word in key_words() if word in table)
        made.setdefault(found, []).append(slug)
    return tuple(Alike(tuple(slugs), found) for found, slugs in made.items())


def key_words() -> list[str]:
    """Every word for a key of a record."""
    return list(
        dict.fromkeys(
            word
            for slug, entry in written()["keys"]["record"].items()
            for one in (entry if isinstance(entry, list) else [entry])
            for word in words_of(slug, one)
        )
    )


class Divided(NamedTuple):
    """The keys of a record in parts of a schema.

    - `keys`: all keys; an editor is offered only those that every kind has
    - `others`: offers all the other keys
    - `by_kind`: offers each of the other keys to the kinds that have it, and marks it
      red in records of other kinds
    - `definitions`: the definitions that these parts name"""

    keys: Schema
    others: Schema
    by_kind: Schema
    definitions: dict[str, Schema]


def divided(record: Schema, own: tuple[OwnKind, ...] = ()) -> Divided:
    """The keys of a record, divided by the kinds that have them."""
    every, made = groups(own), _Named(own)
    (inner,) = record["allOf"]
    known: dict[str, Schema] = inner["properties"]
    having: dict[tuple[int, ...], dict[str, Schema]] = {}
    for word, schema in known.items():
        have = tuple(n for n, group in enumerate(every) if word in group.words)
        if len(have) < len(every) and not schema.get("doNotSuggest"):
            told = {"description": schema["description"]}
            having.setdefault(have, {})[word] = told
    some = {word: told for words in having.values() for word, told in words.items()}
    quiet = {
        word: schema | QUIET if word in some else schema
        for word, schema in known.items()
    }
    parts = [_offering(have, words, every, made) for have, words in having.items()]
    parts += [_refusing(group, made) for group in every]
    keys = {**record, "allOf": [{**inner, "properties": quiet}]}
    others = {"properties": some}
    begun = {"anyOf": [{"required": [head]} for head in _heads()]}
    by_kind = {"if": begun, "then": {"allOf": parts}, "else": others}
    return Divided(keys, others, by_kind, made.definitions)


def _offering(
    have: tuple[int, ...],
    words: dict[str, Schema],
    every: tuple[Alike, ...],
    made: _Named,
) -> Schema:
    """A schema that offers words unless the record is of a kind that lacks them.

    It asks for the kinds that have the words or for those that lack them, whichever are
    fewer: editors go through them at every key."""
    offered = {"properties": words}
    mine = [slug for n in have for slug in every[n].slugs]
    all_kinds = [slug for group in every for slug in group.slugs]
    others = [slug for slug in all_kinds if slug not in mine]
    if len(others) <= len(mine):
        return {"if": made.ref(others), "else": offered}
    elsewhere = {"if": made.ref(all_kinds), "else": offered}
    return {"if": made.ref(mine), "then": offered, "else": elsewhere}


def _refusing(group: Alike, made: _Named) -> Schema:
    """A schema that marks red, in records of a group of kinds, the keys of other kinds
    only."""
    foreign = [word for word in key_words() if word not in group.words]
    refused = {
        "properties": dict.fromkeys(foreign, False),
        "errorMessage": "这种记录没有这个键",
    }
    return {"if": made.ref(group.slugs), "then": refused}


class _Named:
    """Definitions of "a record that names one of these kinds, and no other kind"."""

    def __init__(self, own: tuple[OwnKind, ...]) -> None:
        self.definitions: dict[str, Schema] = {}
        self._entries = kind_entries(own)
        self._names: dict[tuple[str, ...], str] = {}

    def ref(self, slugs: Iterable[str]) -> Schema:
        """The definition for some kinds, made when it is first asked for."""
        wanted = tuple(slugs)
        if wanted not in self._names:
            name = f"kind-{len(self._names)}"
            self._names[wanted] = name
            known = self._entries
            named = [word for slug in wanted for word in words_of(slug, known[slug])]
            # No enumeration: while the user types, an editor completes the beginning of
            # a word, and takes a lecture (党课) for the plan of lectures (党课安排).
            pattern = f"^(?:{alternatives(named)})$"
            self.definitions[f"{name}-word"] = {"type": "string", "pattern": pattern}
            heads = dict.fromkeys(_heads(), ref(f"{name}-word"))
            self.definitions[name] = {"properties": heads}
        return ref(self._names[wanted])


def _heads() -> tuple[str, ...]:
    return words_of("kind", written()["keys"]["record"]["kind"])


def ref(name: str) -> Schema:
    """A definition, by its name."""
    return {"$ref": f"#/definitions/{name}"}
