"""The terms of reports in both languages: outcomes, attributes, reasons, notes.

They stand in `terms.txt` beside this file. Keys and kinds of records come from the
vocabulary; what facts add of their own, and the short keys that verdicts and faults
carry, stand there.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxyz.base.tables import table_in
from lxyz.vocabulary import say

Pair = tuple[str, ...]
"""A word in Chinese, and the same in English."""


def term(table: str, name: str, lang: str, default: str = "") -> str:
    """The word for a name of a table in a language; the default where it has none."""
    pair = terms(table).get(name)
    return default if pair is None else say(lang, *pair)


def sentence(table: str, name: str, lang: str, /, **values: object) -> str:
    """The sentence for a name of a table, which it has, in a language, with values in
    its holes."""
    return say(lang, *terms(table)[name]).format(**values)


@lru_cache(maxsize=64)
def terms(table: str) -> dict[str, Pair]:
    """The words of a table by their names, in its order. It is read when it is first
    asked for."""
    rows = table_in(_text(), table)
    split = ((first.partition(" "), below) for first, *below in rows)
    return {name: (chinese, *english) for (name, _, chinese), english in split}


@lru_cache(maxsize=1)
def _text() -> str:
    return Path(__file__).with_name("terms.txt").read_text("utf-8")
