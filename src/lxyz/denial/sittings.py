"""Whether a text on a sitting says that there was none, and a remark on what persons did
that they did not: 因农忙未开展, 未交, 李娜除外.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from lxyz.base.late import late
from lxyz.denial.nothing import DAY, NOTHING, TAIL, first_part, parts

# Not the marks behind which it is told of one thing what became of it: 民主评议：因故取消
_STOP = late("[，,。；;！!\n]")
_CLAUSES = late("[，,；;]")
_FIRST = 5
"""Clauses of a sentence in which it is looked for what a reason was one for."""
_LONG = 100
"""Characters of a clause that are looked at on either side: no clause is longer, and of
a text of very many such words each would else be looked for in the whole of it."""
_DAY = late(DAY)
_NUMBERS = late(r"\d+")
_LONGEST_TOLD = 64
"""Texts of more letters are minutes, which tell of many things."""
_LONGEST_REMARK = 24
"""A remark of more letters tells what was talked about."""


@lru_cache(maxsize=1)
def words_of_unheld() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words without one of which no text tells that a sitting was none: those that
    stand for themselves, and those of texts that have a word of denial."""
    behind = NOTHING.lists["sitting_may_behind"].items()
    return (
        NOTHING.words("sitting_may"),
        tuple(begin + letter for begin, letters in behind for letter in letters),
    )


@lru_cache(maxsize=1024)
def may_be_unheld(text: str) -> bool:
    """Whether a text has any of the words without which none tells that a sitting
    was none; nearly all have none."""
    if len(text) > _LONGEST_TOLD:
        return False
    if text.startswith(NOTHING.words("sitting_to_be")):
        return True
    words, denials = words_of_unheld()
    if any(word in text for word in words):
        return True
    return _has_hint(text) and any(word in text for word in denials)


def may_be_only(text: str) -> bool:
    """Whether a text may say of something that it was all there was: 只开了党员大会."""
    if len(text) > _LONGEST_TOLD:
        return False
    return any(word in text for word in NOTHING.words("only"))


@lru_cache(maxsize=1024)
def _has_hint(text: str) -> bool:
    """Whether a text has any word of denial; of each it is asked in several ways."""
    return NOTHING.hint.search(text) is not None


def was_not_held(text: str, day: date | None = None) -> bool:
    """Whether what is told of a sitting says that there was none: 因农忙未开展, 因故取消;
    not where it tells of another one, or of how it was made up for. `day`: that of the
    sitting; what was moved to another one was not held on it."""
    return _may_be_none(text, day) and (_is_none(text) is True or _behind_it(text))


def may_not_be_held(text: str, day: date | None = None) -> bool:
    """Whether it is not plain that there was a sitting: something was not done
    (义务劳动取消，组织了学习) that may be all of it, or a part."""
    return _may_be_none(text, day) and _is_none(text) is False and not _behind_it(text)


def notes_none_held(text: str, day: date | None = None) -> bool:
    """Whether a remark on a sitting says that there was none. What else it says was not
    done is something of the sitting (微党课未开展)."""
    if not _may_be_none(text, day):
        return False
    return NOTHING.alone.match(first_part(text)) is not None or _behind_it(text)


def may_be_left_to_each(text: str) -> bool:
    """Whether a text on a study tells that each read for himself, and nothing of all:
    居家自学, 先自学后集中."""
    if not any(word in text for word in NOTHING.words("alone_study")):
        return False
    if any(word in text for word in NOTHING.words("gathered")):
        return False
    return any(map(NOTHING.maybe_alone_study.match, parts(text)))


def left_to_each(text: str) -> bool:
    """Whether that is all that a clause of it tells: 居家自学, 各自在“学习强国”上学习."""
    told = may_be_left_to_each(text) and len(text) <= _LONGEST_TOLD
    return told and any(map(NOTHING.only_alone_study.match, parts(text)))


def notes_none_done(text: str) -> bool:
    """Whether a remark on what somebody did says that he did not: 未交, 因出差没谈成，改日再谈;
    not where it tells that it was made up for, whenever."""
    return _is_owed(text) and any(map(NOTHING.owed.match, parts(text)[:2]))


def leaves_unclear(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a remark on what persons of some names did leaves it open whether each of
    them did, or did it himself: 与李娜另约, 没谈成, 代为参加; not where it tells what was talked
    about, or of something else (孩子没考好)."""
    return bool(_unclear_in(text, names))


def leaves_unclear_by_whom(text: str) -> bool:
    """Whether all that a remark leaves open is whether one handed it over himself: 由其子
    代交."""
    return _unclear_in(text, ()) <= {*NOTHING.words("handed_over")}


def _unclear_in(text: str, names: Iterable[str]) -> frozenset[str]:
    """The words, or clauses, by which a remark leaves open who did it, or whether."""
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
    """The names, as they stand there, of those of whom a remark on what several persons
    did says that they did not: 戴维民、阎锋除外; empty where it says so of nobody."""
    if not _is_owed(text):
        return ""
    clauses = _STOP.split(text.strip(TAIL))[:_FIRST]
    found = next(filter(None, map(NOTHING.owed_by.fullmatch, clauses)), None)
    return found["who"] if found else ""


def _is_owed(text: str) -> bool:
    """Whether a remark has a word for that something was not done, and none for that it
    was made up for, whenever."""
    if not _has_hint(text) or NOTHING.asked.search(text):
        return False
    return not is_made_up(text, None)


def _may_be_none(text: str, day: date | None) -> bool:
    """Whether a text has a word for that there was no sitting, and none for that there
    was."""
    if not _has_hint(text):
        return False
    if NOTHING.asked.search(text) or NOTHING.but.search(text):
        return False
    return not is_made_up(text, day)


def _is_none(text: str) -> bool | None:
    """Whether a text begins with that there was no sitting; False where it is not plain
    that it was the sitting, None where it begins with something else."""
    found = NOTHING.sitting.match(first_part(text))
    if found is None:
        return None
    if NOTHING.subject.fullmatch(found["what"]):
        return True
    if NOTHING.any_of("parts").search(found["what"]):
        return None
    return not any(one for one in parts(text)[1:] if not NOTHING.ahead.match(one))


def is_made_up(text: str, day: date | None) -> bool:
    """Whether a text tells of how a sitting was made up for on its `day`, or of one that
    was to be on another day; what is to be made up for (拟11月补一次, 改到下月) was not."""
    if day and any(not is_on(was, day) for was in NOTHING.was_to_be.findall(text)):
        return True
    text = NOTHING.was_today.sub("", NOTHING.was_to_be.sub("", text))
    if day and any(is_on(one, day) for one in NOTHING.held_on.findall(text)):
        return True
    return any(_is_done(text, one, day) for one in NOTHING.made_up.finditer(text))


def _is_done(text: str, found: re.Match[str], day: date | None) -> bool:
    """Whether what is told by one word of how a sitting was made up for, in its clause,
    is of the day of the sitting."""
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
    """Whether the day or month that is told, as 7月8日, 8日 or 7月, is that of a day."""
    *_, month, number = (0, *map(int, _NUMBERS.findall(told)))
    if month == 0:
        return number == (day.month if told.endswith("月") else day.day)
    return (month, number) == (day.month, day.day)


def _behind_it(text: str) -> bool:
    """Whether the second of two clauses says that there was no sitting; behind a reason,
    whether any of the first sentence does. Of clauses at the end none counts that tells
    when it is to be (改日再开)."""
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
