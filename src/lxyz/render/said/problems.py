"""Problems of packs in words: the code, the place in the rule, what is wrong."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import get_args

from lxyz.base.late import late
from lxyz.packs import texts
from lxyz.render.page.safe import clean
from lxyz.render.said.faults import in_words
from lxyz.render.said.tables import rows, table
from lxyz.render.wording.fill import fill
from lxyz.render.wording.words import note
from lxyz.vocabulary import say

_FAULT = late(r"(F\d{3})((?: \w+=.*)?)")
_VALUE = late(r" (\w+)=(.*?)(?= \w+=|$)")
_ERROR = late(r"(P00\d) \((.*)\)")
_ITEM = late(r"(\w+)=(.*?)(?=, \w+=|$)")
_WHY = late(r"why:[^\s;、]+")
_HOLE = late(r"\\\{(\w+)\\\}")

_WORDS = "(?:(?!: ).)+?"
_ANYTHING = frozenset("text allowed pattern about got have missing there".split())
Found = tuple[tuple[str, ...], dict[str, str]]
"""A row of the table `problems`, and what stands in its holes."""


def problem_sentence(text: str, lang: str) -> str:
    """What is wrong in a pack, with its code: `P102 lecture：foo：这里没有这个键`.

    `text` is the English text of the problem; an unknown text stays as it is."""
    lead, rest = "", text
    while True:
        told = _fault(rest, lang) or _error(rest, lang)
        if told:
            return f"{clean(lead)}{told}"
        found = _found(rest.removeprefix("Value error, "))
        if found is not None:
            return _problem(found, lead, lang)
        head, colon, rest = rest.partition(": ")
        if not colon:
            return clean(text)
        lead = f"{lead}{head}{say(lang, '：', ': ')}" if head else lead


def _problem(found: Found, lead: str, lang: str) -> str:
    (code, english, chinese, *better), values = found
    if "pattern" in values:
        values["pattern"] = _grammar(values["pattern"], lang)
    if "allowed" in values and lang == "zh":
        values["allowed"] = values["allowed"].replace(" or ", "、").replace(", ", "、")
    for name in ("about", "there"):
        if name in values:
            values[name] = _WHY.sub(lambda why: note(why[0], lang), values[name])
    if "text" in values:
        values["text"] = problem_sentence(values["text"], lang)
    told = fill(say(lang, chinese, better[0] if better else english), values)
    return f"{code} {clean(lead)}{told}"


def _fault(text: str, lang: str) -> str:
    """A fault of the file itself, in the words for faults of records."""
    fault = _FAULT.fullmatch(text)
    if fault is None or fault[1] not in table("faults"):
        return ""
    values = in_words(fault[1], dict(_VALUE.findall(fault[2])), lang)
    said = (table("faults") | table("faults_of_packs"))[fault[1]]
    told = [fill(one, values) for one in say(lang, said[:2], said[2:]) if one]
    return f"{fault[1]} {say(lang, '；', '; ').join(told)}"


def _error(text: str, lang: str) -> str:
    """The sentence for another pack that cannot be used."""
    error = _ERROR.fullmatch(text)
    said = None if error is None else table("errors").get(error[1])
    if error is None or said is None:
        return ""
    values = dict(_ITEM.findall(error[2]))
    if "text" in values:
        values["text"] = problem_sentence(values["text"], lang)
    return f"{error[1]} {fill(say(lang, *said), values)}"


def _found(text: str) -> Found | None:
    """The first known problem that matches a text, with the values of its holes."""
    for row, pattern in _patterns():
        if match := pattern.fullmatch(text):
            return row, match.groupdict()
    return None


@lru_cache(maxsize=1)
def _patterns() -> list[tuple[tuple[str, ...], re.Pattern[str]]]:
    return [(row, re.compile(_holes(row[1]))) for row in rows("problems")]


def _holes(english: str) -> str:
    """A regular expression for a sentence: a hole takes a word or more, some holes take
    any text (but `{org, doc}` is no hole)."""

    def hole(found: re.Match[str]) -> str:
        return f"(?P<{found[1]}>{'.*?' if found[1] in _ANYTHING else _WORDS})"

    return _HOLE.sub(hole, re.escape(english))


@lru_cache(maxsize=1)
def _grammars() -> dict[str, str]:
    """The names of the grammars of texts (days, durations …), by their pattern."""
    return {
        get_args(getattr(texts, name))[1].pattern: name for name in table("grammars")
    }


def _grammar(pattern: str, lang: str) -> str:
    name = _grammars().get(pattern)
    return say(lang, *table("grammars")[name]) if name else pattern
