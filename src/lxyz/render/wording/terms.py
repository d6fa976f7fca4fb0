"""The terms of reports in both languages: outcomes, attributes, reasons, notes.

They stand in `terms.txt` beside this file. Keys and kinds of records are in the
vocabulary instead. `terms.txt` has the attributes that only facts have, and the short
keys that verdicts and faults carry.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxyz.base.tables import table_in
from lxyz.vocabulary import say

Pair = tuple[str, ...]
"""A word in Chinese, and the same in English."""


def term(table: str, name: str, lang: str, default: str = "") -> str:
    """The word for a name in a table and a language; the default if there is none."""
    pair = terms(table).get(name)
    return default if pair is None else say(lang, *pair)


def sentence(table: str, name: str, lang: str, /, **values: object) -> str:
    """The sentence for a name in a table and a language, with values in its holes.

    The table must have the name."""
    return say(lang, *terms(table)[name]).format(**values)


@lru_cache(maxsize=64)
def terms(table: str) -> dict[str, Pair]:
    """The words of a table by their names, in the order of the table. The file is read
    when a table is first asked for."""
    rows = table_in(_text(), table)
    split = ((first.partition(" "), below) for first, *below in rows)
    return {name: (chinese, *english) for (name, _, chinese), english in split}


@lru_cache(maxsize=1)
def _text() -> str:
    return Path(__file__).with_name("terms.txt").read_text("utf-8")
