"""Sittings whose own text says that they were not held, in other words than a plain
denial: 本周停学一次, 并入12月2日一起学, 不算正式会议, 拟于10月组织学习.

Each clause is compared with patterns for a whole clause: what it is about, why, and
that it was not held. What it is about (学习, 支委会, or no name) is given back;
`facts.came_about` decides whether that is the sitting of the record. It is in doubt if
the text tells of another form instead (未能成行，改为线上), or that something broke off. The
words are in `unheld.yaml`, the patterns are `unheld` in `patterns.txt`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.denial.nothing import DAY, NOTHING
from lxyz.denial.sittings import is_made_up, is_on, words_of_unheld
from lxyz.vocabulary import fold, texts_of, vocabulary
from lxyz.vocabulary.phrases import Phrases, one_of, patterns

_MOST = 8
"""Only so many clauses of a text are read."""
_CLAUSES = late("[,;!?。\n]")
_DAY = late(DAY)
_ENDS = " )(\u3000"
_FORMS = {
    "without": "without",
    "not_sat": "no sat",
    "not_now": "now sat",
    "stopped": "stopped",
    "called_off": "off",
    "moved": "moving",
    "merged": "into",
    "joined": "with joined",
    "later_on": "late",
    **{name: name for name in ("void", "not_ours", "nobody", "not_we", "when_open")},
}
"""The patterns for a clause that says that a sitting was not held, each with the names
of word lists: a clause without a word of each list cannot fit."""

Unheld = tuple[str, bool, bool]
"""The name of what was not held, "" for the sitting itself; whether it is in doubt, as
a part may have been held; and whether it was held in another form."""


class _Form(NamedTuple):
    """A pattern for a whole clause, and the lists of words of which the clause must
    have one each. They are tested first: a pattern of many words takes long to compile,
    and most texts need none."""

    needs: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]

    def match(self, clause: str) -> re.Match[str] | None:
        """The match of a whole clause, or None."""
        if all(any(word in clause for word in words) for words in self.needs):
            return self.pattern.fullmatch(clause)
        return None


class _Unheld(Phrases):
    """The words of `unheld.yaml` and the patterns made of them. The file is read only
    when a text may say that a sitting was not held, as few do."""

    @cached_property
    def lists(self) -> dict[str, Any]:
        """All lists as they are written."""
        return texts_of(Path(__file__).parent / "unheld.yaml")

    # clauses that say that there was no sitting, or leave it in doubt
    planned, few, not_studied, fell_through, not_yet = patterns(5)
    # parts of such clauses, and words beside them
    headed, lead, parts, this, form, rest, only, later, made = patterns(9)
    _day = DAY

    @cached_property
    def _only(self) -> str:
        """只, 仅."""
        return NOTHING["only"]

    @cached_property
    def forms(self) -> tuple[_Form, ...]:
        """The patterns for a clause that says that a sitting was not held."""
        return tuple(self._form(name, needs) for name, needs in _FORMS.items())

    @cached_property
    def in_doubt(self) -> tuple[_Form, _Form]:
        """The patterns for a clause that says that something broke off, or was not
        done."""
        return self._form("broken_off", "broken"), self._form("not_done", "no doing")

    @cached_property
    def halfway(self) -> _Form:
        """The pattern for a clause that says that something was begun and not ended."""
        return self._form("halfway", "halves")

    def _form(self, name: str, needs: str) -> _Form:
        return _Form(tuple(map(self.words, needs.split())), late(self.text(name)))

    @cached_property
    def shifted(self) -> re.Pattern[str]:
        """The pattern of a clause that only says to when a sitting was moved, 往后推一周,
        改下周, with or without a reason before it."""
        of = self.lists["shifted"]
        till, persons = (one_of(of[name].split("、")) for name in ("till", "persons"))
        why = f"(?:(?!.*{persons})[^,]*,)?"
        return re.compile(f"{why}(?=.*[{of['shift']}])(?=.*{till})[{of['letters']}]+")


UNHELD = _Unheld("unheld")


@lru_cache(maxsize=1)
def called_for_short() -> dict[str, frozenset[str]]:
    """The kinds that a short name of a sitting may mean: names that are not those of a
    kind."""
    short = UNHELD.lists["short"]
    return {name: frozenset(kinds.split("、")) for name, kinds in short.items()}


def words_for_any() -> tuple[str, ...]:
    """The words that may mean any sitting: 会议, 活动, 学习."""
    return NOTHING.words("it")


@lru_cache(maxsize=1)
def named_for_any() -> tuple[str, ...]:
    """The words of `words_for_any` that mean only sittings of some kinds: 学习."""
    general = UNHELD.words("general")
    return tuple(one for one in words_for_any() if one not in general)


@lru_cache(maxsize=1)
def kinds_of_places() -> frozenset[str]:
    """The kinds that consist of going to a place or to people: in another form they
    were not held."""
    return frozenset(UNHELD.words("places"))


def tells_of_afar(text: str) -> bool:
    """Whether a text says that a place was seen, or people were spoken to, from afar:
    改为线上参观, 电话慰问."""
    return UNHELD.any_of("afar").search(fold(text)) is not None


def only_in(clause: str) -> str:
    """What a clause says was the only thing done (党员大会 in 只开了党员大会); "" if it says no
    such thing."""
    found = UNHELD.only.fullmatch(fold(clause).strip(_ENDS))
    return found["obj"] if found else ""


def unheld_in(text: str, day: date) -> Iterator[Unheld]:
    """What the text of a sitting says was not held; `day` is the day of the sitting."""
    told = UNHELD.headed.sub("", fold(text))
    if UNHELD.any_of("asked").search(told) or _made_up(told, day):
        if UNHELD.any_of("unsure").search(told):
            yield "", True, False
        return
    clauses = [UNHELD.headed.sub("", one.strip(_ENDS)) for one in _CLAUSES.split(told)]
    clauses = [one for one in clauses if one][:_MOST]
    for number, clause in enumerate(clauses):
        name = _of_clause(clause, day)
        if name is None:
            continue
        if name or _is_of_all(clauses, number):
            is_part = UNHELD.rest.search(told) is not None
            yield name, is_part, UNHELD.form.search(told) is not None
    if UNHELD.few.search(told):
        yield "", False, False
    if len(clauses) == 1 and (name := _planned(clauses[0], day)) is not None:
        yield name, False, False
    yield from _in_doubt(clauses)
    if not UNHELD.any_of("resumed").search(told):
        yield from _halfway(clauses)


def _made_up(text: str, day: date) -> bool:
    """Whether a text says that the sitting was made up for on its day (from the clause
    on that may deny it), or, right before that clause, that it had been planned for
    another day (原定7月1日，因大雨改期). Another form (改为线上) does not count."""
    words = (word for several in words_of_unheld() for word in several)
    first = min((text.find(word) for word in words if word in text), default=0)
    begin = max(text.rfind(mark, 0, first) for mark in ",;。")
    before = max(text.rfind(mark, 0, max(begin, 0)) for mark in ",;。")
    if _was_to_be(text[before + 1 : max(begin, 0)], day):
        return True
    return is_made_up(UNHELD.made.sub("", text[begin + 1 :]), day)


def _was_to_be(clause: str, day: date) -> bool:
    """Whether a clause only says for which other day the sitting had been planned."""
    found = NOTHING.was_to_be.fullmatch(clause)
    return found is not None and not is_on(found.group(), day)


def _of_clause(clause: str, day: date) -> str | None:
    """The name of what a clause says was not held ("" if it gives no name); None if it
    says no such thing."""
    for form in UNHELD.forms:
        found = form.match(clause)
        if found is None:
            continue
        told = found.groupdict()
        if (when := told.get("day")) and _is_this(when, day):
            continue
        if _is_kind(told.get("why") or ""):
            continue
        name = _named(told.get("what") or "", told.get("obj") or "")
        if name is None:
            continue
        # without a time and a name, 不 speaks of the future
        if told.get("now") and not name and not UNHELD.this.search(clause):
            continue
        return name
    return None


def _is_this(told: str, day: date) -> bool:
    """Whether a written day is the day of the sitting."""
    found = _DAY.match(told)
    return found is not None and is_on(found.group(), day)


def _named(what: str, obj: str) -> str | None:
    """The name of what was not held: the text behind the verb, else the text before it;
    None if both name something."""
    what, obj = _plain(what), _plain(obj)
    if what and obj:
        return None
    return obj or what


def _plain(name: str) -> str:
    """A name without words for time and people; "" if it is a word for any sitting."""
    name = UNHELD.parts.sub("", UNHELD.lead.sub("", name))
    return "" if UNHELD.any_of("general").fullmatch(name) else name


def _is_of_all(clauses: list[str], number: int) -> bool:
    """Whether a clause that names nothing tells of the whole sitting: it is the first,
    says when, follows only reasons, or is the second of two and not about what comes
    next."""
    if number == 0 or UNHELD.this.search(clauses[number]):
        return True
    if all(UNHELD.any_of("before causes").search(one) for one in clauses[:number]):
        return True
    if UNHELD.later.match(clauses[number]):
        return False  # 讨论了计划，改天再定稿
    core = [one for one in clauses if not UNHELD.any_of("ahead").match(one)]
    return number == 1 and (len(clauses) == 2 or len(core) <= 1)


def _planned(clause: str, day: date) -> str | None:
    """The name of what a text of one clause plans for another day; None if it plans
    nothing."""
    found = UNHELD.planned.fullmatch(clause)
    if found is None or _is_this(found["day"], day):
        return None
    name = _plain(found["obj"])
    return next((one for one in called_for_short() if name.startswith(one)), name)


def _in_doubt(clauses: list[str]) -> Iterator[Unheld]:
    """What, by the clauses of a text, broke off or was not done, so that it is in
    doubt.

    Without a name, the sitting is meant only in the first clause, or (if it broke off)
    in the last one; clauses behind that only say what was not done then are not
    counted. 记录由何佳整理，尚未印发 does not mean the sitting.
    """
    for number, clause in enumerate(clauses):
        behind = clauses[number + 1 :]
        is_first, is_last = number == 0, all(map(_adds_nothing, behind))
        for form, is_of_all in zip(
            UNHELD.in_doubt, (is_first or is_last, is_first), strict=True
        ):
            if found := form.match(clause):
                if (name := _plain(found["what"])) or is_of_all:
                    yield name, True, False
    if len(clauses) == 1 and UNHELD.not_yet.fullmatch(clauses[0]):
        yield "", True, False
    if len(clauses) == 1 and UNHELD.not_studied.fullmatch(clauses[0]):
        yield UNHELD.words("studying")[0], True, False
    elif len(clauses) == 1 and _fell_through(clauses[0]):
        yield "", True, False
    if _is_shifted(clauses):
        yield "", True, False


def _adds_nothing(clause: str) -> bool:
    """Whether a clause only repeats that something broke off: 未再继续, 择日再讲."""
    if "未" in clause or "没" in clause:
        return True
    return UNHELD.any_of("ahead").match(clause) is not None


def _halfway(clauses: list[str]) -> Iterator[Unheld]:
    """What was begun and not ended, by the clauses of a text: a kind of sitting if it is
    named, else the sitting itself (what stands before the verb may be the speaker)."""
    for clause in clauses:
        if found := UNHELD.halfway.match(clause):
            name = _plain(found["what"])
            yield name if _is_kind(name) else "", True, False


def _fell_through(clause: str) -> bool:
    """Whether a clause says that something fell through and names no kind of sitting:
    the text before the verb may be only the reason."""
    found = UNHELD.fell_through.fullmatch(clause)
    return found is not None and not _is_kind(found["what"])


def _is_kind(name: str) -> bool:
    """Whether a text is the name of a kind of sitting, in full or for short."""
    return name in called_for_short() or vocabulary().kind(name) is not None


def _is_shifted(clauses: list[str]) -> bool:
    """Whether the clauses only say to when a sitting was moved, and why."""
    if not all(map(UNHELD.any_of("before causes").search, clauses[:-1])):
        return False
    return UNHELD.shifted.fullmatch(",".join(clauses)) is not None
