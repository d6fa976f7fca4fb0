"""Values that stand for something just by being there, and say that there is nothing:
措施: 待研究, 主题: 未定, 外出流动: 未核查; and a sitting that says that there was none.

Of the words that rules look for `clauses` decides. Here no word is looked for: a measure,
a theme or a section is one whatever it says. What merely speaks of something undone
(督促未完成任务的党员, 没有调查就没有发言权) does not say it of itself. The words are those
of `nothing` in `vocabulary.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from lxyz.denial.clauses import affirmed, may_deny
from lxyz.late import late
from lxyz.vocabulary import written

# Blanks are stripped behind them: a pattern would try each of many blanks to the end.
_MARK = late("[：:（(，,。；;！!\n]")
# Not the marks behind which it is told of one thing what became of it: 民主评议：因故取消
_STOP = late("[，,。；;！!\n]")
_TAIL = " 　）)。，,；;！!、"
_TICKS = frozenset("√✓✔☑○●×✗✘★☆")
_PUT_OFF = "(?:预备|转正).*延期"  # of a candidate, not of what the value is about


class _Patterns(NamedTuple):
    """The words of `nothing` as patterns. `hint`: one of its words, for what none has
    is not looked at any further."""

    hint: re.Pattern[str]
    begins: re.Pattern[str]
    ends: re.Pattern[str]
    asked: re.Pattern[str]
    sitting: re.Pattern[str]
    alone: re.Pattern[str]
    made_up: re.Pattern[str]


class _Words(NamedTuple):
    """The words that are compared as they are."""

    alone: frozenset[str]
    to: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> _Words:
    words = written()["nothing"]
    return _Words(frozenset(words["alone"].split("、")), tuple(words["to"].split("、")))


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    data = written()["nothing"]
    one = {
        name: _any(text.split("、")) for name, text in data.items() if name != "unless"
    }
    no = f"(?:(?<!有){one['still']}?{one['not']}|{one['never']})"
    verbs = _verb(one["do"], data["unless"])
    did = f"{no}{one['how']}?{verbs}(?!{one['found']})"
    of_others = f"(?![^，。；]*的{one['others']})"
    why = f"(?:{one['why']}[^，。；,;]{{0,16}}?)?"
    kept = "".join(f"(?<!{word})" for word in data["kept"].split("、"))
    off = f"{kept}{one['over']}?{one['off']}{one['light']}?(?:[到至].{{0,12}})?"
    still_open = f"(?:{one['open']}|(?<!{one['expect']})待{one['wait']})"
    sat = f"{no}{one['how']}?{one['sat']}(?:{one['since']}|{one['sat_of']})?"
    sat_alone = f"{no}{one['how']}?{one['sat_alone']}{one['sat_of']}?"
    lead = f"{one['so']}?{one['this']}?{one['it']}?"
    hints = "、".join(data[name] for name in ("not", "never", "off", "open"))
    return _Patterns(
        late(_any([*hints.split("、"), "待"])),
        late(f"{why}(?:{did}{of_others}|(?:{off}|{still_open})$)"),
        late(f"(?:{did}{one['since']}?|{off}|{still_open})$"),
        late(f"{one['asked']}|{_PUT_OFF}"),
        late(f"{one['meant']}?.{{0,12}}?{why}(?:{sat}|{off})$"),
        late(f"{lead}{why}(?:{sat_alone}|{off})$"),
        late(f"(?!{one['each']}){one['made_up']}"),
    )


def _any(words: Iterable[str]) -> str:
    """One of some words, the longer first."""
    longest = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest))})"


def _verb(plain: str, unless: dict[str, str]) -> str:
    """One of the verbs; of those of `unless`, only where nothing of what is told there
    follows."""
    only = (f"{verb}(?!{_any(after.split('、'))})" for verb, after in unless.items())
    return f"(?:{plain}|{'|'.join(only)})"


def says_nothing(text: str, *, empty: bool = True) -> bool:
    """Whether a value says that there is nothing behind it: 未核查, 结合尚未研究, 待定.

    `empty`: 无 alone says so too (no measure), as it does not where it is an answer
    (nobody is away); and so do mere marks (~, /, ——, 《》) that are no ticks.
    """
    if not any(one.isalnum() or one in _TICKS for one in text):
        return empty
    first = _first(text)
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


def was_not_held(text: str) -> bool:
    """Whether what is told of a sitting says that there was none: 因农忙未开展, 因故取消;
    not where it tells of another one, or of how it was made up for."""
    patterns = _patterns()
    if not patterns.hint.search(text):
        return False
    if patterns.made_up.search(text) or patterns.asked.search(text):
        return False
    return patterns.sitting.match(_first(text)) is not None or _behind_it(text)


def notes_none_held(text: str) -> bool:
    """Whether a remark on a sitting says that there was none. What else it says was not
    done is something of the sitting (微党课未开展)."""
    if not was_not_held(text):
        return False
    return _patterns().alone.match(_first(text)) is not None or _behind_it(text)


def _behind_it(text: str) -> bool:
    """Whether the second of two clauses says that there was no sitting."""
    clauses = _STOP.split(text.strip(_TAIL))
    return len(clauses) == 2 and _patterns().alone.match(clauses[1].strip()) is not None


def _first(text: str) -> str:
    return _MARK.split(text.strip(_TAIL), maxsplit=1)[0].rstrip()
