"""Phrases of minutes and remarks, and the regular expressions made of them.

`vocabulary.yaml` has parts of word lists (`denials`, `nothing`, `undone`, `studied`,
`partaking`, `titles`, `guests`, `asides`, `absence`, `seeking`); each list is named for
what its words say: not, why, later. `patterns.txt` has the patterns, which refer to
these lists. Lists and patterns are made only when they are used: nearly all texts need
two or three of some hundred.
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
    """A descriptor: the pattern of that name in the table, compiled at the first
    access. A `__getattr__` of the class would make all its attributes slower."""

    def __set_name__(self, owner: type[Phrases], name: str) -> None:
        self._name = name

    def __get__(self, of: Phrases, owner: type[Phrases]) -> re.Pattern[str]:
        made = vars(of)[self._name] = re.compile(of.text(self._name))
        return made


def patterns(number: int) -> tuple[_Pattern, ...]:
    """`number` descriptors, for a class to give them the names of patterns in the
    table."""
    return tuple(_Pattern() for _ in range(number))


class Phrases:
    """The word lists of one part of `vocabulary.yaml` and the patterns of the same part
    of `patterns.txt`, read at the first use.

    A subclass names the patterns (`patterns`) and defines, as attributes `_…`, the
    parts of patterns that are not word lists.
    """

    def __init__(self, part: str) -> None:
        self._part = part
        self._texts: dict[str, str] = {}
        self._words: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def lists(self) -> dict[str, Any]:
        """All lists of this part as written: words separated by 、, by name of the
        list."""
        lists: dict[str, Any] = written()[self._part]
        return lists

    @cached_property
    def rows(self) -> dict[str, str]:
        """All patterns of this part as written, by name; those named `_…` are parts of
        others."""
        rows = table_in(_patterns(), self._part)
        return {name: "".join(lines) for name, *lines in rows}

    def text(self, name: str) -> str:
        """The text of a pattern, in which each `{name}` is replaced by `self[name]`. A
        count such as `{0,3}` stays."""
        first, *rest = self.rows[name].split("{")
        made = [first]
        for one in rest:
            inside, _, behind = one.partition("}")
            its_own = inside[0] in ",0123456789"
            made += ("{", one) if its_own else (self[inside], behind)
        return "".join(made)

    def __getitem__(self, name: str) -> str:
        """The text of a pattern: of any word of a list, of several lists and words
        (`not off 待`), or of a named part (`_lead`)."""
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
        """The compiled pattern of any word of a list (or of several, as in
        `self[name]`)."""
        made = self._patterns.get(name)
        if made is None:
            made = self._patterns[name] = re.compile(self[name])
        return made

    def words(self, *names: str) -> tuple[str, ...]:
        """The words of some lists, as written."""
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
    """The text of a pattern for any of some words, the longest first. One group of all
    words is searched ten times as fast as a group of groups."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
