"""Values that stand for something just by being there, and say that there is nothing:
措施: 待研究, 主题: 未定, 外出流动: 未核查; and a sitting that says that there was none.

Of the words that rules look for `clauses` decides. Here no word is looked for: a measure,
a theme or a section is one whatever it says. What merely speaks of something undone
(督促未完成任务的党员, 没有调查就没有发言权) does not say it of itself. The words are those
of `nothing` in `vocabulary.yaml`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from lxyz.denial.clauses import affirmed, may_deny
from lxyz.late import late, one_of
from lxyz.value import Value
from lxyz.vocabulary import written

# Blanks are stripped behind them: a pattern would try each of many blanks to the end.
_MARK = late("[：:（(，,。；;！!\n]")
# Not the marks behind which it is told of one thing what became of it: 民主评议：因故取消
_STOP = late("[，,。；;！!\n]")
_CLAUSES = late("[，,；;]")
_FIRST = 5
"""Clauses of a sentence in which it is looked for what a reason was one for."""
_TAIL = " 　）)。，,；;！!、"
_TICKS = frozenset("√✓✔☑○●×✗✘★☆")
# A day, or a month, as minutes tell of one; 改为1.5小时 tells of none.
DAY = (
    r"(?:(?:\d{4}[年./-])?\d{1,2}(?:月|[./-](?=\d{1,2}(?:[日号]|$)))\d{1,2}[日号]?"
    r"|\d{1,2}[日号月])"
)
_NUMBERS = late(r"\d+")
_PUT_OFF = "(?:预备|转正).*延期"  # of a candidate, not of what the value is about


class _Patterns(Value):
    """The words of `nothing` as patterns. `hint`: one of its words, for what none has
    is not looked at any further."""

    hint: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    asked: re.Pattern[str]
    but: re.Pattern[str]
    sitting: re.Pattern[str]
    alone: re.Pattern[str]
    subject: re.Pattern[str]
    part: re.Pattern[str]
    ahead: re.Pattern[str]
    made_up: re.Pattern[str]
    same_day: re.Pattern[str]
    held_on: re.Pattern[str]
    yet: re.Pattern[str]
    day: re.Pattern[str]
    was_to_be: re.Pattern[str]
    was_today: re.Pattern[str]
    owed: re.Pattern[str]
    owed_by: re.Pattern[str]
    reason: re.Pattern[str]
    meant: re.Pattern[str]


class _Words(NamedTuple):
    """The words that are compared as they are."""

    alone: frozenset[str]
    blank: frozenset[str]
    to: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    words = written()["nothing"]
    alone, blank, to = (words[name].split("、") for name in ("alone", "blank", "to"))
    return _Words(frozenset(alone), frozenset(blank), tuple(to))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    data = written()["nothing"]
    one = {
        name: one_of(text.split("、"))
        for name, text in data.items()
        if name != "unless"
    }
    no = f"(?:(?<!有){one['still']}?{one['not']}|{one['never']})"
    verbs = _verb(one["do"], data["unless"])
    did = f"{no}{one['how']}?{verbs}(?!{one['found']})"
    of_others = f"(?![^，。；]*的{one['others']})"
    why = f"(?:{one['why']}[^，。；,;]{{0,16}}?)?"
    kept = "".join(f"(?<!{word})" for word in data["kept"].split("、"))
    off = f"{one['off']}{one['light']}?(?:[到至](?!{one['same_day']}).{{0,12}})?"
    off = f"{kept}{one['over']}?(?:{off}|{one['moved']}(?:{one['yet']}|{DAY}).{{0,6}})"
    apart = f"{one['each']}.{{0,10}}"  # 学习改为各自看书
    waits = f"(?:[^，。；;的]{{0,8}}?{one['whom']}(?:再|统一|另行)?)?"
    waits = f"待(?!{one['other']}){waits}{one['wait']}"
    still_open = f"(?:{one['open']}|(?<!{one['expect']}){waits})"
    sat = f"{no}{one['how']}?{one['sat']}(?:{one['since']}|{one['sat_of']})?"
    sat_alone = f"{no}{one['how']}?{one['sat_alone']}{one['sat_of']}?"
    lead = f"{one['so']}?{one['this']}?(?:{one['was']}[于在]?{DAY}?的?)?{one['it']}?"
    hints = "、".join(
        data[name]
        for name in ("not", "never", "off", "open", "moved", "owing", "except")
    )
    return _Patterns(
        hint=late(one_of([*hints.split("、"), "待"])),
        begins=late(f"{why}(?:{did}{of_others}|(?:{off}|{still_open})$)"),
        ends=late(f"(?:{did}{one['since']}?|{off}|{still_open})$"),
        asked=late(f"{one['asked']}|{_PUT_OFF}"),
        but=late(f"{one['but']}|{one['each']}.{{0,40}}{one['together']}"),
        sitting=late(
            f"(?!{one['talk']}){one['meant']}?(?P<what>.{{0,12}}?)"
            f"{why}(?:{sat}|{off}|{apart})$"
        ),
        alone=late(f"{lead}{why}(?:{sat_alone}|{off}|{apart})$"),
        subject=late(
            f"(?:{one['so']}|{one['this']}|{one['it']}|{one['was']}|{DAY}|[的于])*"
        ),
        part=late(one["parts"]),
        ahead=late(f"{one['yet']}|{one['moved']}|{DAY}"),
        made_up=late(
            f"(?!{one['each']})(?:(?P<moved>{one['moved']})|{one['made_up']})"
            f"|(?P<off>{one['off']}[到至])"
        ),
        same_day=late(one["same_day"]),
        held_on=late(f"({DAY}){one['same_day']}?{one['again']}?{one['sat']}"),
        yet=late(one["yet"]),
        day=late(DAY),
        was_to_be=late(f"(?:^|{one['was']}[于在]?){DAY}"),
        was_today=late(f"{one['was']}[于在]?{one['same_day']}"),
        owed=late(f"{one['self']}?(?:(?:{why}{no}|待){one['owed']}$|{one['owing']})"),
        owed_by=late(
            f"(?P<who>[^因由]{{2,40}}?)(?:同志)?"
            f"(?:{one['except']}|{why}{no}{one['owed']}|{one['owing']})$"
        ),
        reason=late(f"{one['why']}|{one['was']}"),
        meant=late(one["meant"]),
    )


def _verb(plain: str, unless: dict[str, str]) -> str:
    """One of the verbs; of those of `unless`, only where nothing of what is told there
    follows."""
    only = (f"{verb}(?!{one_of(after.split('、'))})" for verb, after in unless.items())
    return f"(?:{plain}|{'|'.join(only)})"


def says_nothing(text: str, *, empty: bool = True) -> bool:
    """Whether a value says that there is nothing behind it: 未核查, 结合尚未研究, 待定.

    `empty`: 无 alone says so too (no measure), as it does not where it is an answer
    (nobody is away); and so do mere marks (~, /, ——, 《》) that are no ticks. 未填 and 待填
    are no answers.
    """
    if not any(one.isalnum() or one in _TICKS for one in text):
        return empty
    first = _first(text)
    if first in _words().blank:
        return True
    if first in _words().alone:
        return empty
    patterns = _patterns()
    if not patterns.hint.search(first) or patterns.asked.search(text):
        return False
    if patterns.begins.match(first):
        return True
    if found := patterns.ends.search(first):
        return not first[: found.start()].endswith(_words().to)
    return may_deny(text) and affirmed(text) == ""


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
    return _patterns().alone.match(_first(text)) is not None or _behind_it(text)


def notes_none_done(text: str) -> bool:
    """Whether a remark on what somebody did says that he did not: 未交, 因出差没谈成，改日再谈;
    not where it tells that it was made up for, whenever."""
    told = map(str.strip, _MARK.split(text.strip(_TAIL))[:2])
    return _is_owed(text) and any(_patterns().owed.match(one) for one in told)


def notes_not_by(text: str) -> str:
    """The names, as they stand there, of those of whom a remark on what several persons
    did says that they did not: 戴维民、阎锋除外; empty where it says so of nobody."""
    if not _is_owed(text):
        return ""
    first = _STOP.split(text.strip(_TAIL), maxsplit=1)[0]
    found = _patterns().owed_by.fullmatch(first)
    return found["who"] if found else ""


def _is_owed(text: str) -> bool:
    """Whether a remark has a word for that something was not done, and none for that it
    was made up for, whenever."""
    patterns = _patterns()
    if not patterns.hint.search(text) or patterns.asked.search(text):
        return False
    return not is_made_up(text, None)


def _may_be_none(text: str, day: date | None) -> bool:
    """Whether a text has a word for that there was no sitting, and none for that there
    was."""
    patterns = _patterns()
    if not patterns.hint.search(text):
        return False
    if patterns.asked.search(text) or patterns.but.search(text):
        return False
    return not is_made_up(text, day)


def _is_none(text: str) -> bool | None:
    """Whether a text begins with that there was no sitting; False where it is not plain
    that it was the sitting, None where it begins with something else."""
    patterns = _patterns()
    found = patterns.sitting.match(_first(text))
    if found is None:
        return None
    if patterns.subject.fullmatch(found["what"]):
        return True
    if patterns.part.search(found["what"]):
        return None
    told = map(str.strip, _MARK.split(text.strip(_TAIL))[1:])
    return not any(one for one in told if not patterns.ahead.match(one))


def is_made_up(text: str, day: date | None) -> bool:
    """Whether a text tells of how a sitting was made up for on its `day`, or of one that
    was to be on another day; what is to be made up for (拟11月补一次, 改到下月) was not."""
    patterns = _patterns()
    if day and any(not _is_on(was, day) for was in patterns.was_to_be.findall(text)):
        return True
    text = patterns.was_today.sub("", patterns.was_to_be.sub("", text))
    if day and any(_is_on(one, day) for one in patterns.held_on.findall(text)):
        return True
    return any(_is_done(text, one, day) for one in patterns.made_up.finditer(text))


def _is_done(text: str, found: re.Match[str], day: date | None) -> bool:
    """Whether what is told by one word of how a sitting was made up for, in its clause,
    is of the day of the sitting."""
    patterns = _patterns()
    before = _STOP.split(text[: found.start()])[-1]
    after = _STOP.split(text[found.end() :], maxsplit=1)[0]
    told = patterns.day.search(after) or patterns.day.search(before)
    if patterns.yet.search(before) or (found["moved"] and patterns.yet.match(after)):
        return False
    if told is not None:
        return day is None or _is_on(told.group(), day)
    return not found["off"] or patterns.same_day.match(after) is not None


def _is_on(told: str, day: date) -> bool:
    """Whether the day or month that is told, as 7月8日, 8日 or 7月, is that of a day."""
    *_, month, number = (0, *map(int, _NUMBERS.findall(told)))
    if month == 0:
        return number == (day.month if told.endswith("月") else day.day)
    return (month, number) == (day.month, day.day)


def _behind_it(text: str) -> bool:
    """Whether the second of two clauses says that there was no sitting; behind a reason,
    whether any of the first sentence does. Of clauses at the end none counts that tells
    when it is to be (改日再开)."""
    patterns, words = _patterns(), text.strip(_TAIL)
    alone = patterns.alone
    clauses = [one.strip() for one in _STOP.split(words)]
    while len(clauses) > 2 and patterns.ahead.match(clauses[-1]):
        clauses.pop()
    if len(clauses) == 2 and alone.match(clauses[1]):
        return True
    if not patterns.reason.match(words):
        return False
    return any(
        alone.match(one) or (patterns.meant.match(one) and patterns.sitting.match(one))
        for one in map(str.strip, _CLAUSES.split(words)[1:_FIRST])
    )


def _first(text: str) -> str:
    return _MARK.split(text.strip(_TAIL), maxsplit=1)[0].rstrip()
