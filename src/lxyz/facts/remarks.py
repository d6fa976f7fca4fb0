"""Remarks by which a record takes back what it states: persons did not do it (未交,
李娜除外), or the document is still to be written (待写).
"""

from __future__ import annotations

from lxyz.denial.english import in_chinese
from lxyz.denial.sittings import (
    leaves_unclear,
    leaves_unclear_by_whom,
    notes_none_done,
    notes_not_by,
)
from lxyz.denial.values import says_not_written, says_nothing
from lxyz.facts.fact import NO_ONE
from lxyz.facts.gathering import Gathering
from lxyz.records import Names, Record

DUES = "dues-payment"
_PAYER = frozenset(("payer",))
_SHORT = 12
"""The most characters of a content that only says that there is none."""


def undone_by(gathering: Gathering, record: Record) -> frozenset[str] | None:
    """The persons of a record who, by its remark, did not do it (李娜、陈静除外, 李娜未交). None
    if nobody did (未交 on a record of one person; 题目: 待写).

    If the remark leaves it open who of several did it, nobody is given back; a warning
    is added, and the facts of the persons it names (or of all) become doubtful.
    """
    names, written = record.members or record.people.get("to"), _text(record, "note")
    text = in_chinese(written)
    if says_not_written(title := _text(record, "title")):
        gathering.tell(record, "F426", "title", title)
        return None
    if not names:
        return None if _is_not_written(gathering, record) else NO_ONE
    if not text:
        return NO_ONE
    several = _several(gathering, record, names)
    if who := frozenset(gathering.people.chain(notes_not_by(text))):
        # no second warning for persons whom the record leaves out or does not name
        if left := who & several:
            gathering.tell(
                record, "F429", "note", written, names="、".join(sorted(left))
            )
        return who
    kinds = frozenset(record.kinds)
    unclear = kinds
    if notes_none_done(text):
        if not names.everyone and len(names.people) <= 1:
            gathering.tell(record, "F426", "note", written)
            return None
    elif not leaves_unclear(text, several) or _is_by_another(record):
        return NO_ONE
    elif DUES in record.families and leaves_unclear_by_whom(text):
        unclear = _PAYER
    named = frozenset(name for name in several if name in text)
    gathering.leave_open(record, "note", written, kinds, unclear, named)
    return NO_ONE


def _is_not_written(gathering: Gathering, record: Record) -> bool:
    """Whether a document of the branch says that it is still to be written; adds a
    warning. If it only may say so, a warning is added and the document becomes
    doubtful."""
    for key in ("content", "note"):
        if not (text := _text(record, key)):
            continue
        is_none = len(text) <= _SHORT and key == "content" and says_nothing(text)
        if is_none or says_not_written(text):
            gathering.tell(record, "F426", key, text)
            return True
        if leaves_unclear(text):
            gathering.leave_open(record, key, text, frozenset(record.kinds))
    return False


def _text(record: Record, key: str) -> str:
    return str(record.more.get(key, ""))


def _is_by_another(record: Record) -> bool:
    """Whether the record says that somebody else did it for its persons (由谁: 唐敏)."""
    who = record.more.get("by", "self")
    names = record.members.people if record.members else ()
    return who != "self" and who not in {one.text for one in names}


def _several(gathering: Gathering, record: Record, names: Names) -> frozenset[str]:
    """The members whom a record names, without those it leaves out."""
    several = _members(gathering, names)
    if names.everyone:
        several |= gathering.people.roster(record.day)
    return several - _members(gathering, record.without)


def _members(gathering: Gathering, names: Names | None) -> frozenset[str]:
    """The members among some names, whatever the day."""
    people = names.people if names else ()
    found = (gathering.people.member(one.text) for one in people)
    return frozenset(one.name for one in found if one)
