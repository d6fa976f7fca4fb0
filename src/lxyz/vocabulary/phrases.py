"""Phrases in which minutes and remarks say something, for patterns to be made of them.

They are lists of words in `vocabulary.yaml` (`denials`, `nothing`, `undone`, `studied`,
`partaking`, `titles`, `guests`, `asides`, `absence`, `seeking`), each under the name of
what its words say: not, why, later. Only what is asked for is made: nearly all texts
need two or three of some hundred lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from lxyz.vocabulary import written


class Phrases:
    """The lists of one part of `vocabulary.yaml`, by name, read at the first question.
    Classes of patterns that are made of them stand on it."""

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

    def __getitem__(self, name: str) -> str:
        """One of the words of a list, as the text of a pattern."""
        made = self._texts.get(name)
        if made is None:
            made = self._texts[name] = one_of(self.words(name))
        return made

    def any_of(self, name: str) -> re.Pattern[str]:
        """The same as a pattern."""
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


def pattern(text: Callable[[Any], str]) -> cached_property[re.Pattern[str]]:
    """Makes of a method that gives the text of a pattern the pattern itself, compiled when
    it is first asked for."""
    return cached_property(lambda phrases: re.compile(text(phrases)))


@lru_cache(maxsize=16)
def phrases(part: str) -> Phrases:
    """The phrases under one key of `vocabulary.yaml`."""
    return Phrases(part)


def one_of(words: Iterable[str]) -> str:
    """One of some words, as the text of a pattern: each as it is written, the longer
    first. Made of many lists it is searched for ten times as fast as a group of groups."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
