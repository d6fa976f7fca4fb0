"""Placeholders in a form: ——, 待定, （略）. The value counts as not written, and a warning
says so. 无 counts as not written too, without a warning: it is an answer.
"""

from __future__ import annotations

from typing import Any

from lxyz.denial.values import keeps_place, says_none
from lxyz.files.origin import Origin
from lxyz.records.model import Filing, Step
from lxyz.vocabulary import Key

SHOWN = 40
Blank = tuple[Origin, str]
"""A placeholder: its place and its text."""
_OF_TEXTS = frozenset("text texts tagged terms titles steps filings by".split())
# Names of things: where they are looked up, an unknown one is reported anyway.
_NAMES = frozenset(("id", "name", "group", "rule", "unit", "parent", "packs"))
# `claims.affirm` reports these, unless the record is cancelled.
_CLAIMS = frozenset(("topic", "theme", "measures", "goal"))
_NOTE = "note"
"""A dash as a note is usual and needs no warning; 待定 as a note is judged elsewhere,
with the record."""


def may_be_blank(key: Key) -> bool:
    """Whether placeholders under a key are handled in this module."""
    if key.type not in _OF_TEXTS:
        return False
    return key.slug not in _NAMES and key.slug not in _CLAIMS


def without_blanks(key: Key, value: Any, at: Origin) -> tuple[Any, list[Blank]]:
    """The value of a key without placeholders (None if nothing is left), and the
    placeholders that need a warning. Only for keys of `may_be_blank`."""
    if isinstance(value, str):
        if says_none(value):
            return None, []
        if not keeps_place(value):
            return value, []
        if key.slug == _NOTE:
            return (value if any(map(str.isalnum, value)) else None), []
        return None, [(at, value[:SHOWN])]
    kept: list[Any] = []
    told: list[Blank] = []
    for one in value:
        text, said, place = _told_by(key, one, at)
        if keeps_place(said) or (place is not at and says_none(text)):
            told.append((place, text[:SHOWN]))
        elif not says_none(text):
            kept.append(one)
    return value if len(kept) == len(value) else tuple(kept), told


def _told_by(key: Key, one: Any, at: Origin) -> tuple[str, str, Origin]:
    """Of one value in a list: its text, the part behind a label (民主测评：待定) or else the
    whole text, and its place (`at` if the value has none of its own)."""
    if isinstance(one, Step):
        text = f"{one.name}：{one.said}" if one.said else one.name
        return text, one.said or one.name, one.origin
    if isinstance(one, Filing):
        return one.to, one.to, one.origin
    said = one.replace(":", "：").partition("：")[2] if key.type == "tagged" else ""
    return one, said.strip() or one, at
