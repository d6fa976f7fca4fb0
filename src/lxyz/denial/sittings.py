"""Whether a text about a sitting says that it was not held (因农忙未开展), and whether a
remark about persons says that they did not do something (未交, 李娜除外).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lxyz.base.late import late
from lxyz.denial.nothing import DAY, NOTHING, TAIL, first_part, parts

# Without colon and brackets: a remark behind these tells of the words before it,
# 民主评议：因故取消
_STOP = late("[，,。；;！!\n]")
_CLAUSES = late("[，,；;]")
_FIRST = 5
"""A denial behind a reason is looked for in the first five clauses of the sentence."""
_LONG = 100
"""So many characters are searched on each side of a word for the rest of its clause.
Clauses are shorter; without the limit a text with very many such words would take
long."""
_DAY = late(DAY)
_NUMBERS = late(r"\d+")
_LONGEST_TOLD = 64
"""A text of more characters is minutes: it tells of many things, and does not deny the
sitting."""
_LONGEST_REMARK = 24
"""A remark of more characters tells what was talked about, and leaves nothing
unclear."""


@lru_cache(maxsize=1)
def words_of_unheld() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words for a quick test: a text without any of them does not say that a sitting
    was not held. The first tuple holds for every text, the second only for texts that
    also have a word of denial."""
    behind = NOTHING.lists["sitting_may_behind"].items()
    return (
        NOTHING.words("sitting_may"),
        tuple(begin + letter for begin, letters in behind for letter in letters),
    )


@lru_cache(maxsize=1024)
def may_be_unheld(text: str) -> bool:
    """Whether a text may say that a sitting was not held: a quick test by words. Nearly
    all texts may not."""
    if len(text) > _LONGEST_TOLD:
        return False
    if text.startswith(NOTHING.words("sitting_to_be")):
        return True
    words, denials = words_of_unheld()
    if any(word in text for word in words):
        return True
    return _has_hint(text) and any(word in text for word in denials)


def may_be_only(text: str) -> bool:
    """Whether a text may say that only one thing was done: 只开了党员大会."""
    if len(text) > _LONGEST_TOLD:
        return False
    return any(word in text for word in NOTHING.words("only"))


@lru_cache(maxsize=1024)
def _has_hint(text: str) -> bool:
    """Whether a text has any word of denial. Cached, as several questions about one
    text ask it."""
    return NOTHING.hint.search(text) is not None


def was_not_held(text: str, day: date | None = None) -> bool:
    """Whether a text about a sitting plainly says that it was not held: 因农忙未开展, 因故取消.
    Not if it tells of another sitting, or how this one was made up for.

    `day` is the day of the sitting: what was moved to another day was not held on it.
    """
    return _may_be_none(text, day) and (_is_none(text) is True or _behind_it(text))


def may_not_be_held(text: str, day: date | None = None) -> bool:
    """Whether a text leaves it open whether the sitting was held: it denies something
    that may be the whole sitting or a part of it (义务劳动取消，组织了学习)."""
    return _may_be_none(text, day) and _is_none(text) is False and not _behind_it(text)


def notes_none_held(text: str, day: date | None = None) -> bool:
    """Whether a remark (note) on a sitting says that it was not held. If it denies
    something it names (微党课未开展), that was only a part of the sitting."""
    if not _may_be_none(text, day):
        return False
    return NOTHING.alone.match(first_part(text)) is not None or _behind_it(text)


def may_be_left_to_each(text: str) -> bool:
    """Whether a text about a study says that each member read for himself, and no word
    says that they gathered: 居家自学."""
    if not any(word in text for word in NOTHING.words("alone_study")):
        return False
    if any(word in text for word in NOTHING.words("gathered")):
        return False
    return any(map(NOTHING.maybe_alone_study.match, parts(text)))


def left_to_each(text: str) -> bool:
    """Whether a clause of a text says only that each member read for himself: 居家自学,
    各自在“学习强国”上学习."""
    told = may_be_left_to_each(text) and len(text) <= _LONGEST_TOLD
    return told and any(map(NOTHING.only_alone_study.match, parts(text)))


def notes_none_done(text: str) -> bool:
    """Whether a remark on what a person did says that he did not do it: 未交,
    因出差没谈成，改日再谈. Not if it says that he made up for it, on any day."""
    return _is_owed(text) and any(map(NOTHING.owed.match, parts(text)[:2]))


def leaves_unclear(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a remark leaves it open if each of the persons `names` did what is
    recorded, or did it himself: 与李娜另约, 没谈成, 代为参加. Not if it tells what was talked
    about, or of something else (孩子没考好)."""
    return bool(_unclear_in(text, names))


def leaves_unclear_by_whom(text: str) -> bool:
    """Whether a remark leaves open only who handed the dues over: 由其子代交."""
    return _unclear_in(text, ()) <= {*NOTHING.words("handed_over")}


def _unclear_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """The words or clauses by which a remark leaves it open whether something was done,
    or by whom; empty if none does."""
    if len(text) > _LONGEST_REMARK:
        return frozenset()
    if not any(word in text for word in NOTHING.unclear_words):
        return frozenset()
    if is_made_up(text, None):
        return frozenset()
    told = NOTHING.any_of("clear").sub("", text)
    for name in names:
        told = told.replace(name, "")
    clauses = [one.removeprefix("同志") for one in parts(told)]
    lacking = frozenset(filter(NOTHING.lacking.match, clauses))
    rest = (
        one
        for one in clauses
        if one not in lacking and not NOTHING.any_of("yet").search(one)
    )
    if any(map(NOTHING.any_of("made_good").search, rest)):
        lacking = frozenset()
    return lacking | frozenset(NOTHING.unclear.findall(told))


def notes_not_by(text: str) -> str:
    """The part of a remark with the names of those who did not do what several persons
    did: 戴维民、阎锋 in 戴维民、阎锋除外; "" if there is none."""
    if not _is_owed(text):
        return ""
    clauses = _STOP.split(text.strip(TAIL))[:_FIRST]
    found = next(filter(None, map(NOTHING.owed_by.fullmatch, clauses)), None)
    return found["who"] if found else ""


def _is_owed(text: str) -> bool:
    """Whether a remark has a word of denial, and does not say that it was made up for
    on any day."""
    if not _has_hint(text) or NOTHING.asked.search(text):
        return False
    return not is_made_up(text, None)


def _may_be_none(text: str, day: date | None) -> bool:
    """Whether a text has a word of denial, and none by which the sitting was held or
    made up for."""
    if not _has_hint(text):
        return False
    if NOTHING.asked.search(text) or NOTHING.but.search(text):
        return False
    return not is_made_up(text, day)


def _is_none(text: str) -> bool | None:
    """What the beginning of a text denies: True: the sitting; False: something that may
    be the sitting; None: nothing, or a part of the sitting."""
    found = NOTHING.sitting.match(first_part(text))
    if found is None:
        return None
    if NOTHING.subject.fullmatch(found["what"]):
        return True
    if NOTHING.any_of("parts").search(found["what"]):
        return None
    return not any(one for one in parts(text)[1:] if not NOTHING.ahead.match(one))


def is_made_up(text: str, day: date | None) -> bool:
    """Whether a text says that a sitting was made up for on its `day` (None: on any
    day), or that it had been planned for another day. What is still to be made up for
    (拟11月补一次, 改到下月) is not."""
    if day and any(not is_on(was, day) for was in NOTHING.was_to_be.findall(text)):
        return True
    text = NOTHING.was_today.sub("", NOTHING.was_to_be.sub("", text))
    if day and any(is_on(one, day) for one in NOTHING.held_on.findall(text)):
        return True
    return any(_is_done(text, one, day) for one in NOTHING.made_up.finditer(text))


def _is_done(text: str, found: re.Match[str], day: date | None) -> bool:
    """Whether a found word for making up for a sitting tells of its day: by the date in
    its clause, or, without a date, by the word itself. Not if the clause says that it
    is still to come."""
    start, end = found.span()
    before = _STOP.split(text[max(0, start - _LONG) : start])[-1]
    after = _STOP.split(text[end : end + _LONG])[0]
    told = _DAY.search(after) or _DAY.search(before)
    if NOTHING.any_of("yet").search(before) or (
        found["moved"] and NOTHING.any_of("yet").match(after)
    ):
        return False
    if told is not None:
        return day is None or is_on(told.group(), day)
    return not found["off"] or NOTHING.any_of("same_day").match(after) is not None


def is_on(told: str, day: date) -> bool:
    """Whether a written day or month (7月8日, 8日, 7月) fits a day."""
    *_, month, number = (0, *map(int, _NUMBERS.findall(told)))
    if month == 0:
        return number == (day.month if told.endswith("月") else day.day)
    return (month, number) == (day.month, day.day)


def _behind_it(text: str) -> bool:
    """Whether the second of two clauses says that the sitting was not held; or, if the
    text begins with a reason, any of its first clauses. Clauses at the end that say
    when it is to be (改日再开) are not counted."""
    words = text.strip(TAIL)
    alone = NOTHING.alone
    clauses = [one.strip() for one in _STOP.split(words)]
    while len(clauses) > 2 and NOTHING.ahead.match(clauses[-1]):
        clauses.pop()
    if len(clauses) == 2 and alone.match(clauses[1]):
        return True
    if not NOTHING.reason.match(words):
        return False
    return any(
        alone.match(one)
        or (NOTHING.any_of("meant").match(one) and NOTHING.sitting.match(one))
        for one in map(str.strip, _CLAUSES.split(words)[1:_FIRST])
    )
