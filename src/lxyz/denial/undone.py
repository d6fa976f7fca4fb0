"""The parts of a sitting that its text says were not done: 通报了预算，党课因主讲人出差未讲.

`facts/came_about.py` decides what these names mean. The words are `undone` in
`vocabulary.yaml` and `patterns.txt`.
"""

from __future__ import annotations

from functools import lru_cache

from lxyz.base.named import NamedTuple
from lxyz.denial.clauses import Clause, clauses_of, has_denial
from lxyz.denial.denials import DENIALS
from lxyz.denial.nothing import DAY
from lxyz.denial.texts import may_deny
from lxyz.vocabulary.phrases import Phrases, patterns

_LONGEST = 100
"""Texts with more characters are minutes, in which 改 may be about anything."""


class Named(NamedTuple):
    """The name of something that was not done. `behind_reason`: the text begins with a
    reason without a mark behind it (因大雨志愿服务), so only its end is the name."""

    text: str
    behind_reason: bool = False


class Undone(NamedTuple):
    """The names of what a text says was not done, and its other clauses (`rest`)."""

    named: tuple[Named, ...]
    rest: str


class _Undone(Phrases):
    """The patterns, with parts taken from other modules."""

    lead, part, gave_place, turned = patterns(4)
    _day = DAY

    @property
    def _meant(self) -> str:
        """原定."""
        return DENIALS["meant"]


_UNDONE = _Undone("undone")


@lru_cache(maxsize=1)
def called() -> dict[str, str]:
    """The kinds of sitting by the words that minutes use for them where they deny
    them."""
    return dict(_UNDONE.lists["called"])


@lru_cache(maxsize=1)
def speeches() -> frozenset[str]:
    """The words for a speech at a sitting: 主题发言."""
    return frozenset(_UNDONE.words("speech"))


def tells_of_speech(text: str) -> bool:
    """Whether a text says that somebody spoke."""
    return _UNDONE.any_of("spoke").search(text) is not None


def tells_of_other_time(text: str) -> bool:
    """Whether a text tells of another time: 上次党课未讲."""
    return _UNDONE.any_of("other_time").search(text) is not None


def talks_of(name: str) -> bool:
    """Whether the name of a step says that something was only talked about or arranged:
    研究七一党课."""
    return bool(DENIALS.any_of("of").match(name) or DENIALS.arranged.match(name))


def gave_place_in(text: str) -> tuple[Named, ...]:
    """What gave place to something else, by a text: 重温入党誓词 in
    原定重温入党誓词，改为看短片."""
    if len(text) > _LONGEST or not ("改" in text or "换" in text):
        return ()
    if not any(word in text for word in _UNDONE.words("turned", "seen")):
        return ()
    if tells_of_other_time(text):
        return ()
    return tuple(_named(one["what"]) for one in _UNDONE.gave_place.finditer(text))


def without_instead(text: str) -> str:
    """A text without the clauses that say what was done instead: 改为看短片."""
    return _UNDONE.turned.sub("", text)


@lru_cache(maxsize=256)
def undone_in(text: str) -> Undone | None:
    """What a text about a sitting says was not done, in folded form; None if it cannot
    deny anything, or also tells of another time (上次党课未讲)."""
    if not may_deny(text) or tells_of_other_time(text):
        return None
    named: list[Named] = []
    rest: list[str] = []
    clauses = clauses_of(text)
    for one in clauses:
        if not has_denial(one.text) or not (one.is_undone or one.is_coming):
            rest.append(one.text)
        elif rest and _is_of_last(one, len(clauses)):
            named.append(_named(rest.pop()))
        elif one.stood:
            named.append(_named(one.stood))
        elif one.not_done:
            # 没有讨论 denies by the verb alone
            named.extend(_named(name or one.verb) for name in one.not_done)
        else:
            rest.append(one.text)
    return Undone(tuple(named), "；".join(rest))


def _is_of_last(clause: Clause, several: int) -> bool:
    """Whether a clause only denies the text before it: 党课（下次）; in a text of two clauses
    (`several`) also 党课，因故取消."""
    if clause.is_aside and clause.denies_before:
        return True  # 党课（因停电未讲）
    if not (clause.is_bare or clause.is_deferred):
        return False
    if clause.is_aside:
        return True
    return several == 2 and len(clause.stood or "") <= len("因故")


def _named(text: str) -> Named:
    """The name in a text, without the words before and behind it."""
    name = _UNDONE.lead.sub("", _UNDONE.part.sub("", text))
    reason = DENIALS.reason.search(name)
    if reason is None:
        return Named(name)
    if reason.start() == 0:
        return Named(name, behind_reason=True)
    return Named(_UNDONE.part.sub("", name[: reason.start()]))
