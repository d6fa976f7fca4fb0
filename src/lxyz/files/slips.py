"""Slips of an input method, or of somebody used to Word. Each is looked for in one
line.

A check takes a line and gives the Slip in it, or None; `column` counts from 0. The
parser's own message about such a line is in English and often names the next line.
"""

from __future__ import annotations

import re

from lxyz.base.late import late
from lxyz.vocabulary import vocabulary

SHOWN = 60
_DASHES = "－—–‐−"
_BULLETS = "•●·◆■"
_KEY = r"[^\s:：#'\"{}\[\]，,&*!|>%@`｛｝［］-][^\s:：#'\"{}\[\]，,｛｝［］]{0,15}"
_HEAD = rf"(\s*(?:- +)*)({_KEY})"
_WIDE_COLON = late(rf"^{_HEAD}[ \u3000]?(：)")
_NO_BLANK = late(rf"^{_HEAD}(:)(?=[^\s/\\:])")
_MARKER = late(rf"^ *(?:([{_DASHES}{_BULLETS}]) *(?=\S)|(-)(?=[^\s\-]))")
_NUMBERED = late(r"^ *(?:(\d{1,2}[.、)）．])|([（(]\d{1,2}[)）])|([①-⑳])) *(?=\S)")
_ODD_BLANK = late("^ *([\u3000\u00a0\u2000-\u200a])|:([\u3000\u00a0])")
_TAB = late(r"^ *(\t)|:(\t)")
_WIDE_BRACKET = late("(?:^ *|[:\\-,\\[{：] *)([｛［])")
_SPECIAL = late(r"(?:^ *|[:-][ \t]+)([&*!@%`|>\[\]{}\"',])|: +(-) ")
_FLOW_SPECIAL = late(r"[{\[,] *([&*!@%`|>])")
_CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
_INNER_COLON = late(rf"^{_HEAD}: +(?![\"'\[{{|>]).*?(:)(?: |$)")
_FLOW_WIDE = late(r"[{\[][^{\[]*?([：，])")
_FLOW_COLON = late(r"[{,] *[^\s:,{}]+: +[^,{}\[\]\"']*?(:)(?= )")
_LONE_DASH = late(rf"^\s*(?:- +)*({_KEY}): +-\s*$")
_CELLS = late("[\t\n,，|｜]")
_HEAD_OF_TABLE = 80
_NO_KEY = late(r"^ *(?:- +)*(:)(?: |$)")


class Slip:
    """A mistake in a line: the code of its fault, its column (from 0), and the words of
    its sentence."""

    __slots__ = ("code", "column", "values")

    def __init__(self, code: str, column: int, **values: object) -> None:
        self.code = code
        self.column = column
        self.values = values


def is_known_key(word: str) -> bool:
    """Whether a word is a key somewhere in records."""
    words = vocabulary()
    return any(words.keys(context, word) for context in words.contexts())


def wide_colon(line: str) -> Slip | None:
    """`类型：党课`."""
    return _colon("F101", _WIDE_COLON, line)


def no_blank(line: str) -> Slip | None:
    """`类型:党课`."""
    return _colon("F102", _NO_BLANK, line)


def _colon(code: str, form: re.Pattern[str], line: str) -> Slip | None:
    found = form.match(line)
    if not found:
        return None
    rest = line[found.end() : found.end() + SHOWN].strip()
    fixed = f"{found[1].strip()} {found[2]}: {rest}".strip()
    return Slip(code, found.start(3), fixed=fixed[:SHOWN])


def tab(line: str) -> Slip | None:
    """A tab before the text, or right after a colon."""
    found = _TAB.search(line)
    return Slip("F103", found.start(found.lastindex or 0)) if found else None


def odd_blank(line: str) -> Slip | None:
    """A wide or no-break blank before the text, or right after a colon."""
    found = _ODD_BLANK.search(line)
    if not found:
        return None
    column = found.start(found.lastindex or 0)
    return Slip("F104", column, char=f"U+{ord(line[column]):04X}")


def marker(line: str) -> Slip | None:
    """`－ 日常工作`, `-日常工作`, `• 日常工作`."""
    return _item(_MARKER, line)


def numbered(line: str) -> Slip | None:
    """`1. 日常工作`, where a list item should be."""
    return _item(_NUMBERED, line)


def _item(form: re.Pattern[str], line: str) -> Slip | None:
    found = form.match(line)
    if not found:
        return None
    return _listed(line, found.start(found.lastindex or 0), found.end())


def _listed(line: str, column: int, end: int) -> Slip:
    return Slip("F105", column, fixed=f"- {line[end : end + SHOWN].strip()}")


def inner_colon(line: str) -> Slip | None:
    """`主题: 专题一: 学党章`."""
    found = _INNER_COLON.match(line)
    if not found:
        return None
    column = found.start(3)
    before, rest = line[:column].strip(), line[column + 1 : column + SHOWN].strip()
    value, _, word = before.rpartition(" ")
    if is_known_key(word) and not value.endswith(":"):
        column -= len(word)
        before = line[:column].strip()
        return Slip("F106", column, fixed=f"{before} ⏎ {word}: {rest}"[:SHOWN])
    fixed = f"{before} {rest}" if before.endswith(":") else f"{before}：{rest}"
    return Slip("F106", column, fixed=fixed[:SHOWN])


def special(line: str) -> Slip | None:
    """A value that begins with what YAML needs for itself: `[党课]第一讲`, `@全体`."""
    found = _SPECIAL.search(line)
    if not found:
        return None
    column = found.start(found.lastindex or 0)
    if not _is_text(line, column):
        return None
    value = line[column : column + 40].strip()
    return Slip("F107", column, char=line[column], value=value)


def flow_special(line: str) -> Slip | None:
    """Such a value inside braces or brackets: `{主题: @全体}`."""
    found = _FLOW_SPECIAL.search(line)
    if not found:
        return None
    value = line[found.start(1) : found.start(1) + 40].strip()
    return Slip("F107", found.start(1), char=found[1], value=value)


def lone_dash(line: str) -> Slip | None:
    """`请假: -`: a dash for nothing, as in a form."""
    found = _LONE_DASH.match(line)
    if not found:
        return None
    return Slip("F117", found.start(1), key=found[1].strip())


def pasted(text: str) -> bool:
    """Whether a text begins with the head of a table pasted from a sheet: two known keys
    at least with tabs, commas or bars between."""
    words = [
        word.strip() for word in _CELLS.split(text.lstrip(" \n|｜")[:_HEAD_OF_TABLE])
    ]
    return len(words) > 1 and is_known_key(words[0]) and is_known_key(words[1])


def _is_text(line: str, column: int) -> bool:
    """Whether what stands at `column` cannot be what the character means in YAML."""
    char, value = line[column], line[column:].rstrip()
    closing = _CLOSING.get(char)
    if closing is None:
        return len(value) > 1 or char not in "|>]}"
    end = value.find(closing, 1)
    return end > 0 and value[end + 1 :].lstrip()[:1] not in ("", *",]}:#")


def unclosed(line: str) -> Slip | None:
    """A value whose quote or bracket is not closed in its line."""
    for found in _SPECIAL.finditer(line):
        char = found[1]
        if char in _CLOSING and line.count(_CLOSING[char], found.start(1) + 1) == 0:
            return Slip("F119", found.start(1), line=line.strip()[:40])
    return None


def wide_bracket(line: str) -> Slip | None:
    """`｛出席: 全体｝`, `［张三］`."""
    found = _WIDE_BRACKET.search(line)
    if not found:
        return None
    return Slip(
        "F124", found.start(1), char=found[1], value=line[found.start(1) :][:40]
    )


def flow_wide(line: str) -> Slip | None:
    """`{出席: 全体，请假: 刘洋}`."""
    found = _FLOW_WIDE.search(line)
    if not found:
        return None
    text = line[found.start() + 1 : found.start() + 41].strip()
    return Slip("F109", found.start(1), text=text)


def flow_colon(line: str) -> Slip | None:
    """`{主题: 专题一: 学党章}`."""
    found = _FLOW_COLON.search(line)
    if not found:
        return None
    column = found.start(1)
    fixed = f"{line[:column].strip()}：{line[column + 1 : column + SHOWN].strip()}"
    return Slip("F106", column, fixed=fixed[:SHOWN])


def flow_no_blank(line: str, column: int) -> Slip:
    """`{出席:}`: a colon in braces with no blank behind it."""
    begin = max(line.rfind(mark, 0, column) for mark in "{[,") + 1
    key = line[begin:column].strip()
    rest = line[column + 1 : column + SHOWN].strip()
    return Slip("F102", column, fixed=f"{key}: {rest}"[:SHOWN])


def no_key(line: str) -> Slip | None:
    """`: 2016-04-15`."""
    found = _NO_KEY.match(line)
    if not found:
        return None
    return Slip("F120", found.start(1), text=line.strip()[:40])


def backslash(line: str, column: int) -> Slip | None:
    r"""A backslash in "…" that stands for itself, before `column`: `"C:\资料"`."""
    at = line.rfind("\\", 0, column + 1)
    return Slip("F127", at, char=line[at : at + 2]) if at >= 0 else None


def odd_start(text: str, column: int, *, is_key: bool) -> Slip | None:
    """What is wrong with a plain text because of the character it begins with."""
    char = text[0]
    if char in "｛［":
        return Slip("F124", column, char=char, value=text[:40])
    if not is_key:
        return None
    if char in "\u3000\u00a0" or "\u2000" <= char <= "\u200a":
        return Slip("F104", column, char=f"U+{ord(char):04X}")
    if char in _DASHES + _BULLETS:
        return Slip("F105", column, fixed=f"- {text[1:SHOWN].strip()}")
    return None


def key_slip(text: str) -> Slip | None:
    """A text that is a known key with a wrong colon: `出席：全体`, `出席:全体`."""
    slip = wide_colon(text) or no_blank(text)
    if slip and is_known_key(text[: slip.column].strip()):
        return slip
    return None
