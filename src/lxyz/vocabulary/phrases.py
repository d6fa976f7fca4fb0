"""Phrases in which minutes and remarks say something, for patterns to be made of them.

They are lists of words in `vocabulary.yaml` (`denials`, `nothing`, `undone`, `studied`,
`partaking`, `guests`, `asides`), each under the name of what its words say: not, why, later. Only what is asked for is
made: nearly all texts need two or three of some hundred lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from lxyz.vocabulary import written


class Phrases:
    """The lists of one part of `vocabulary.yaml`, by name."""

    def __init__(self, lists: dict[str, str]) -> None:
        self._lists = lists
        self._made: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """One of the words of a list, as the text of a pattern."""
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = one_of(self.words(name))
        return made

    def words(self, *names: str) -> tuple[str, ...]:
        """The words of some lists, as they are written."""
        return tuple(word for name in names for word in self._lists[name].split("、"))


@lru_cache(maxsize=16)
def phrases(part: str) -> Phrases:
    """The phrases under one key of `vocabulary.yaml`."""
    return Phrases(written()[part])


def one_of(words: Iterable[str]) -> str:
    """One of some words, as the text of a pattern: each as it is written, the longer
    first. Made of many lists it is searched for ten times as fast as a group of groups."""
    return f"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"
