"""Sittings whose own text says that there was none: 本周停学一次, 并入12月2日一起学,
不算正式会议, 拟于10月组织学习.

It is looked for clause by clause, and a clause counts only as a whole: what it is about,
why, and that it was none. What it is about (学习, 支委会, or nothing named) is handed
back; whether that is the sitting at hand is not decided here. Where the text tells of
another form instead (未能成行，改为线上), or that something broke off, it is in doubt.
The words are those of `unheld.yaml`, the patterns `unheld` in `patterns.txt`.
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
"""Clauses of a text that are looked at."""
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
"""Patterns by which a clause says it, and the lists of words of each of which it has one."""

Unheld = tuple[str, bool, bool]
"""What was not held, by what it is called there; an empty name is the sitting itself.
Whether it is in doubt, for it may have been in part; and whether it was in another form."""


class _Form(NamedTuple):
    """How a clause may say it, and lists of words of each of which it then has one: a
    pattern of many words takes long to compile, and most texts need none."""

    needs: tuple[tuple[str, ...], ...]
    pattern: re.Pattern[str]

    def match(self, clause: str) -> re.Match[str] | None:
        """What all of a clause says in this way."""
        if all(any(word in clause for word in words) for words in self.needs):
            return self.pattern.fullmatch(clause)
        return None


class _Unheld(Phrases):
    """The words of `unheld.yaml`, read when a text first may tell of such a thing (few
    do), and the patterns that are made of them."""

    @cached_property
    def lists(self) -> dict[str, Any]:
        """All lists as they are written."""
        return texts_of(Path(__file__).parent / "unheld.yaml")

    # a clause that says it, or leaves it in doubt
    planned, few, not_studied, fell_through, not_yet = patterns(5)
    # what stands beside it, or in it
    headed, lead, parts, this, form, rest, only, later, made = patterns(9)
    _day = DAY

    @cached_property
    def _only(self) -> str:
        """只, 仅."""
        return NOTHING["only"]

    @cached_property
    def forms(self) -> tuple[_Form, ...]:
        """The ways in which a clause says it."""
        return tuple(self._form(name, needs) for name, needs in _FORMS.items())

    @cached_property
    def in_doubt(self) -> tuple[_Form, _Form]:
        """The ways in which it says that something broke off, or was not done."""
        return self._form("broken_off", "broken"), self._form("not_done", "no doing")

    def _form(self, name: str, needs: str) -> _Form:
        return _Form(tuple(map(self.words, needs.split())), late(self.text(name)))

    @cached_property
    def shifted(self) -> re.Pattern[str]:
        """A clause of nothing but when a sitting is to be instead, 往后推一周, 改下周, and
        before it why."""
        of = self.lists["shifted"]
        till, persons = (one_of(of[name].split("、")) for name in ("till", "persons"))
        why = f"(?:(?!.*{persons})[^,]*,)?"
        return re.compile(f"{why}(?=.*[{of['shift']}])(?=.*{till})[{of['letters']}]+")


UNHELD = _Unheld("unheld")


@lru_cache(maxsize=1)
def called_for_short() -> dict[str, frozenset[str]]:
    """Kinds by what a sitting of them is called beside the names of the kind."""
    short = UNHELD.lists["short"]
    return {name: frozenset(kinds.split("、")) for name, kinds in short.items()}


def words_for_any() -> tuple[str, ...]:
    """Words that `values` takes for any sitting: 会议, 活动, 学习."""
    return NOTHING.words("it")


@lru_cache(maxsize=1)
def named_for_any() -> tuple[str, ...]:
    """Those of them that are for sittings of some kinds: 学习."""
    general = UNHELD.words("general")
    return tuple(one for one in words_for_any() if one not in general)


@lru_cache(maxsize=1)
def kinds_of_places() -> frozenset[str]:
    """Kinds of which going there is all: in another form there was none."""
    return frozenset(UNHELD.words("places"))


def tells_of_afar(text: str) -> bool:
    """Whether a text on such a sitting tells that it was seen, or they were spoken to,
    from afar: 改为线上参观, 电话慰问."""
    return UNHELD.any_of("afar").search(fold(text)) is not None


def only_in(clause: str) -> str:
    """What a clause says was all that there was; empty where it says so of nothing."""
    found = UNHELD.only.fullmatch(fold(clause).strip(_ENDS))
    return found["obj"] if found else ""


def unheld_in(text: str, day: date) -> Iterator[Unheld]:
    """What a text on a sitting of a day says was not held."""
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


def _made_up(text: str, day: date) -> bool:
    """Whether a text tells, from the clause on that may deny, how it was made up for on
    its day, or right before it that it was to be on another one (原定7月1日，因大雨改期);
    another form (改为线上) does not tell that."""
    words = (word for several in words_of_unheld() for word in several)
    first = min((text.find(word) for word in words if word in text), default=0)
    begin = max(text.rfind(mark, 0, first) for mark in ",;。")
    before = max(text.rfind(mark, 0, max(begin, 0)) for mark in ",;。")
    if _was_to_be(text[before + 1 : max(begin, 0)], day):
        return True
    return is_made_up(UNHELD.made.sub("", text[begin + 1 :]), day)


def _was_to_be(clause: str, day: date) -> bool:
    """Whether a clause tells nothing but on which other day it was to be."""
    found = NOTHING.was_to_be.fullmatch(clause)
    return found is not None and not is_on(found.group(), day)


def _of_clause(clause: str, day: date) -> str | None:
    """What a clause says was not held, as it is called there; None where it says so of
    nothing."""
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
        # 不 is of what is to be where neither a time nor what it is of is told
        if told.get("now") and not name and not UNHELD.this.search(clause):
            continue
        return name
    return None


def _is_this(told: str, day: date) -> bool:
    """Whether a day that is told is that of the sitting."""
    found = _DAY.match(told)
    return found is not None and is_on(found.group(), day)


def _named(what: str, obj: str) -> str | None:
    """What was not held: what stands behind the verb, else what stands before it; None
    where both name something."""
    what, obj = _plain(what), _plain(obj)
    if what and obj:
        return None
    return obj or what


def _plain(name: str) -> str:
    """A name without when, who and the word for any sitting."""
    name = UNHELD.parts.sub("", UNHELD.lead.sub("", name))
    return "" if UNHELD.any_of("general").fullmatch(name) else name


def _is_of_all(clauses: list[str], number: int) -> bool:
    """Whether a clause that names nothing is of the whole sitting: it tells when, comes
    first, behind what only leads to it, or is the second of two and not of what comes
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
    """What the only clause of a text is to be, on another day."""
    found = UNHELD.planned.fullmatch(clause)
    if found is None or _is_this(found["day"], day):
        return None
    name = _plain(found["obj"])
    return next((one for one in called_for_short() if name.startswith(one)), name)


def _in_doubt(clauses: list[str]) -> Iterator[Unheld]:
    """What broke off, or was not done yet. Where that is not named it is the sitting only
    in the first clause, and where it broke off in the last, but for what was not done then:
    not 记录由何佳整理，尚未印发."""
    for number, clause in enumerate(clauses):
        behind = clauses[number + 1 :]  # 未再继续 is no more than that it broke off
        is_first, is_last = number == 0, all("未" in c or "没" in c for c in behind)
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


def _fell_through(clause: str) -> bool:
    """Whether a clause tells that something did not come off, of which it names no kind of
    sitting: why may be all that stands before it."""
    found = UNHELD.fell_through.fullmatch(clause)
    return found is not None and not _is_kind(found["what"])


def _is_kind(name: str) -> bool:
    """Whether sittings of some kind are called so."""
    return name in called_for_short() or vocabulary().kind(name) is not None


def _is_shifted(clauses: list[str]) -> bool:
    """Whether all that is told, but for why, is to what other time a sitting was put."""
    if not all(map(UNHELD.any_of("before causes").search, clauses[:-1])):
        return False
    return UNHELD.shifted.fullmatch(",".join(clauses)) is not None
