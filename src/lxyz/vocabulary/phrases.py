"""Phrases in which minutes and remarks say something, and the patterns made of them.

They are lists of words in `vocabulary.yaml` (`denials`, `nothing`, `undone`, `studied`,
`partaking`, `titles`, `guests`, `asides`, `absence`, `seeking`), each under the name of
what its words say: not, why, later. The patterns stand in `patterns.txt`. Only what is
asked for is made: nearly all texts need two or three of some hundred lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from lxyz.base.tables import table_in
from lxyz.vocabulary.written import written


class _Pattern:
    """A pattern of the table, as an attribute that is compiled when it is first asked
    for; no hook of the class, which would make all of its attributes slow."""

    def __set_name__(self, owner: type[Phrases], name: str) -> None:
        self._name = name

    def __get__(self, of: Phrases, owner: type[Phrases]) -> re.Pattern[str]:
        made = vars(of)[self._name] = re.compile(of.text(self._name))
        return made


def patterns(number: int) -> tuple[_Pattern, ...]:
    """So many patterns, for a class to name as the table does."""
    return tuple(_Pattern() for _ in range(number))


class Phrases:
    """The lists of one part of `vocabulary.yaml`, by name, read at the first question.
    Classes that name the patterns of that part, and say what parts of these are more
    than words, stand on it."""

    def __init__(self, part: str) -> None:
        self._part = part
        self._texts: dict[str, str] = {}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def lists(self) -> dict[str, Any]:
        """All lists as they are written."""
        lists: dict[str, Any] = written()[self._part]
        return lists

    @cached_property
    def rows(self) -> dict[str, str]:
        """All patterns, and parts of them, as they are written."""
        rows = table_in(_patterns(), self._part)
        return {name: "".join(lines) for name, *lines in rows}

    def text(self, name: str) -> str:
        """The pattern of that name as a text, with what is meant by each `{…}` in it;
        `{0,3}` is its own."""
        first, *rest = self.rows[name].split("{")
        made = [first]
        for one in rest:
            inside, _, behind = one.partition("}")
            its_own = inside[0] in ",0123456789"
            made += ("{", one) if its_own else (self[inside], behind)
        return "".join(made)

    def __getitem__(self, name: str) -> str:
        """One of the words of a list, or of several with others (`not off 待`), or a part
        of patterns (`_lead`), as the text of a pattern."""
        made = self._texts.get(name)
        if made is None:
            made = self._texts[name] = self._made(name)
        return made

    def _made(self, name: str) -> str:
        if name in self.rows and name.startswith("_"):
            return self.text(name)
        if name.startswith("_"):
            return str(getattr(self, name))
        each = name.split()
        words = (self.words(one) if one.isascii() else (one,) for one in each)
        return one_of(chain.from_iterable(words))

    def any_of(self, name: str) -> re.Pattern[str]:
        """One of the words of a list, as a pattern."""
        made = self._patterns.get(name)
        if made is None:
            made = self._patterns[name] = re.compile(self[name])
        return made

    def words(self, *names: str) -> tuple[str, ...]:
        """The words of some lists, as they are written."""
        found = self._words.get(names)
        if found is None:
            every = (self.lists[name].split("、") for name in names)
            found = self._words[names] = tuple(chain.from_iterable(every))
        return found


@lru_cache(maxsize=1)
def _patterns() -> str:
    return (Path(__file__).parent / "patterns.txt").read_bytes().decode()


@lru_cache(maxsize=16)
def phrases(part: str) -> Phrases:
    """The phrases under one key of `vocabulary.yaml`."""
    return Phrases(part)


def one_of(words: Iterable[str]) -> str:
    """One of some words, as the text of a pattern: each as it is written, the longer
    first. Made of many lists it is searched for ten times as fast as a group of groups."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
