"""Places kept free in a form: ——, 待定, （略）. Whatever is asked for there is not written,
and it is told; 无 says that there is none, which is the same, and needs no telling.
"""

from __future__ import annotations

from typing import Any

from lxyz.denial.values import keeps_place, says_none
from lxyz.files.origin import Origin
from lxyz.records.model import Filing, Step
from lxyz.vocabulary import Key

SHOWN = 40
Blank = tuple[Origin, str]
"""Where a place is kept free, and how."""
_OF_TEXTS = frozenset("text texts tagged terms titles steps filings by".split())
# What names something is looked up by its name, or is told of where it is looked up.
_NAMES = frozenset(("id", "name", "group", "rule", "unit", "parent", "packs"))
# Of these all that denies them is told, unless what they are of was called off.
_CLAIMS = frozenset(("topic", "theme", "measures", "goal"))
_NOTE = "note"
"""A dash here is usual, and nothing hangs on it; 待定 is looked at with what it is on."""


def may_be_blank(key: Key) -> bool:
    """Whether a place kept free under a key is told of here."""
    if key.type not in _OF_TEXTS:
        return False
    return key.slug not in _NAMES and key.slug not in _CLAIMS


def without_blanks(key: Key, value: Any, at: Origin) -> tuple[Any, list[Blank]]:
    """What of the value of a key that may be blank is more than a place kept free, None
    if that is nothing; and what is to be told of it."""
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
    """The text of one of several, what is said behind its label (民主测评：待定) or else
    the whole, and its place, which what is no text knows itself."""
    if isinstance(one, Step):
        text = f"{one.name}：{one.said}" if one.said else one.name
        return text, one.said or one.name, one.origin
    if isinstance(one, Filing):
        return one.to, one.to, one.origin
    said = one.replace(":", "：").partition("：")[2] if key.type == "tagged" else ""
    return one, said.strip() or one, at
