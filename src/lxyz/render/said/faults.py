"""Faults and errors in words: what is wrong, and how to put it right."""

from __future__ import annotations

from lxyz.dates.days import WEEKDAYS, halfwidth
from lxyz.errors import LxyzError
from lxyz.files.origin import Fault
from lxyz.render.page.safe import clean
from lxyz.render.said.tables import table
from lxyz.render.wording.fill import fill
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import attribute, english, english_in, listed
from lxyz.report import Obstacle
from lxyz.vocabulary import say

_CLOSED = frozenset(("why", "wanted", "side", "apart"))
"""Values that are one of a few: their words are terms, `fault-why` and so on."""
# The values of a fault that are Chinese words of the vocabulary.
_WORDS = frozenset(("key", "like", "kind", "belongs", "name"))
_WORD_CODES = frozenset(
    ("F201", "F203", "F204", "F205", "F301", "F303", "F312", "F501", "F502")
)
_OF_PACKS = frozenset(("P002", "P003", "F707"))
_LISTS = frozenset(("known", "allowed"))
_TOLD_IN_CHINESE = frozenset(("asked", "where", "here"))
_EXAMPLE = "2016-06-24"  # what a date problem shows if it does not know the right day
_EXAMPLE_DIGITS = _EXAMPLE.replace("-", "")
_NUMBERS = frozenset(("more", "leave"))
_WEEKDAYS = dict(zip("一二三四五六日", map(str.title, WEEKDAYS), strict=True))


def fault_sentence(fault: Fault, lang: str) -> tuple[str, str]:
    """What is wrong, and how to put it right; an unknown code shows its values."""
    said = table("faults").get(fault.code)
    values = in_words(fault.code, dict(fault.values), lang)
    if said is None:
        told = listed([f"{clean(k)}={clean(v)}" for k, v in values.items()], lang)
        return f"{clean(fault.code)} {told}".strip(), ""
    sentence, fix = say(lang, said[:2], said[2:])
    return fill(sentence, values), fill(fix, values)


def with_fix(sentence: str, fix: str, lang: str) -> str:
    """A sentence and its fix in one line; a question needs no mark behind it."""
    if not fix:
        return sentence
    if lang == "en":
        return f"{sentence}{' ' if sentence.endswith('?') else '; '}{fix}"
    return f"{sentence}{'' if sentence.endswith('？') else '；'}{fix}"


def error_sentence(error: LxyzError | Obstacle, lang: str) -> str:
    """What ended the run, or kept a branch from being judged, in one sentence."""
    code, values = error.code, dict(error.values)
    said = table("errors").get(code)
    if said is None:
        told = listed([f"{clean(k)}={clean(v)}" for k, v in values.items()], lang)
        return f"{clean(code)} {told}".strip()
    return fill(say(lang, *said), in_words(code, values, lang))


def error_line(error: LxyzError | Obstacle, lang: str) -> str:
    """The sentence of an error, after its code."""
    return f"{clean(error.code)} {error_sentence(error, lang)}"


def in_words(code: str, values: dict[str, str], lang: str) -> dict[str, str]:
    """The values of a code in words of the language; a number that is 0 is left out."""
    told = {}
    if code in ("F304", "E202"):
        values = _shown_date(values, lang)
    for name, text in values.items():
        if name in _NUMBERS and text == "0":
            continue
        said = term(f"fault-{name}", text, lang) if name in _CLOSED else ""
        if said:
            told[name] = said
        elif code == "F404" and name in ("state", "other"):
            told[name] = attribute(text, lang)
        elif lang == "en" and code in ("F306", "E215") and name == "shown":
            told[name] = _WEEKDAYS.get(text[-1:], text)
        elif code in _OF_PACKS and name == "text":
            from lxyz.render.said.problems import problem_sentence

            told[name] = problem_sentence(text, lang)
        elif lang == "en" and name in _LISTS:
            told[name] = ", ".join(text.split("、"))
        elif lang == "en" and name in _TOLD_IN_CHINESE:
            told[name] = english_in(text, keys=name != "asked")
        elif lang == "en" and code in _WORD_CODES and name in _WORDS:
            told[name] = english(text)
        else:
            told[name] = text
    return told


def _digits(values: dict[str, str]) -> str:
    """The digits of a date as it was written."""
    text = halfwidth(values.get("text", values.get("value", "")))
    return "".join(char for char in text if char.isdecimal())


def _shown_date(values: dict[str, str], lang: str) -> dict[str, str]:
    """The right spelling of a date if it is known; else an example of a date."""
    shown, why = values.get("shown", ""), values.get("why")
    vague: tuple[str, ...] = ("other", "range", "several", "year")
    if _EXAMPLE_DIGITS not in _digits(values):
        vague += ("compact",)  # 20161301: there is no such day to show
    is_known = why not in vague or shown not in ("", _EXAMPLE)
    if is_known and why != "day-missing":
        return values
    example = say(lang, f"{shown} 的样子", f"something like {shown}")
    return {**values, "shown": example}
