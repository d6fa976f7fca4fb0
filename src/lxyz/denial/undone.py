"""What a text on a sitting says was not done of it: 通报了预算，党课因主讲人出差未讲.

Whose names those are is not decided here, but in `facts/came_about.py`. The words are
those of `undone` in `vocabulary.yaml`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxyz.denial.clauses import ASIDE, Clause, clauses_of, may_deny
from lxyz.denial.values import DAY
from lxyz.late import late, one_of
from lxyz.value import Value
from lxyz.vocabulary import written


class Named(NamedTuple):
    """What was not done, as far as a clause names it: the whole of it, or, behind a
    reason that is not parted from it (因大雨志愿服务), what ends the text."""

    text: str
    behind_reason: bool = False


class Undone(NamedTuple):
    """What a text says was not done, and what else it tells."""

    named: tuple[Named, ...]
    rest: str


class _Patterns(Value):
    other_time: re.Pattern[str]
    lead: re.Pattern[str]
    part: re.Pattern[str]
    reason: re.Pattern[str]
    spoke: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    words = written()
    texts = {"why": words["denials"]["why"], "meant": words["denials"]["meant"]}
    texts |= {name: one for name, one in words["undone"].items() if name != "called"}
    one = {name: one_of(text.split("、")) for name, text in texts.items()}
    return _Patterns(
        other_time=late(one["other_time"]),
        lead=late(f"^(?:{one['lead']}|{one['meant']}[于在]?|{DAY})+"),
        part=late(f"{one['part']}$"),
        reason=late(one["why"]),
        spoke=late(one["spoke"]),
    )


@lru_cache(maxsize=1)
def called() -> dict[str, str]:
    """Kinds by what they are called where it is told that they did not come about."""
    return dict(written()["undone"]["called"])


def tells_of_speech(text: str) -> bool:
    """Whether somebody spoke, by what a text tells."""
    return _patterns().spoke.search(text) is not None


def tells_of_other_time(text: str) -> bool:
    """Whether a text tells of another time: 上次党课未讲."""
    return _patterns().other_time.search(text) is not None


def undone(text: str) -> Undone | None:
    """What a text on a sitting says was not done of it, folded; None where it denies
    nothing, or tells of another time as well (上次党课未讲)."""
    if not may_deny(text) or tells_of_other_time(text):
        return None
    named: list[Named] = []
    rest: list[str] = []
    clauses = clauses_of(text)
    for one in clauses:
        if not (one.is_undone or one.is_coming):
            rest.append(one.text)
        elif (
            rest and (one.is_bare or one.is_deferred) and _is_of_last(one, len(clauses))
        ):
            named.append(_named(rest.pop()))
        elif one.stood:
            named.append(_named(one.stood))
        elif one.not_done:
            named.extend(map(_named, one.not_done))
        else:
            rest.append(one.text)
    return Undone(tuple(named), "；".join(rest))


def _is_of_last(clause: Clause, several: int) -> bool:
    """Whether a clause that only denies is of what stands before it: 党课（下次）, and, where
    that is the whole text, 党课，因故取消."""
    if clause.mark.endswith(ASIDE):
        return True
    return several == 2 and len(clause.stood or "") <= len("因故")


def _named(text: str) -> Named:
    """What a text names, without what stands before and behind it."""
    patterns = _patterns()
    name = patterns.lead.sub("", patterns.part.sub("", text))
    reason = patterns.reason.search(name)
    if reason is None:
        return Named(name)
    if reason.start() == 0:
        return Named(name, behind_reason=True)
    return Named(patterns.part.sub("", name[: reason.start()]))
