"""Columns of a terminal: how wide a text is, and where it may be broken.

A Chinese character takes two columns and a line may end after any of them, but not
before a closing mark or after an opening one; a Latin word, a path or a number stays
whole as long as it fits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from lxyz.base.late import late

_NOT_FIRST = frozenset("，。、；：？！）】》〉”’％…—·,.;:?!)]}>%")
_NOT_LAST = frozenset("（【《〈“‘([{<")
# A path stays whole between blanks and marks. Elsewhere a word stays whole, a day of a
# month, and a number with its measure word. Two patterns, one after the other, so that
# the time grows with the length of the text and not with its square.
_RUN = late(r"[^\s，。、；：（）“”]+|\s+|.", re.DOTALL)
_PATH = late(r"/|\.ya?ml|^\.")
_WORD = late(
    r"(?:\d+年)?\d+月\d+日|[!-~]+(?:(?<=\d)[年月日天次周条份项人件处个点])*|.",
    re.DOTALL,
)


def columns(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


@lru_cache(maxsize=8192)  # reports use a few thousand different characters
def _columns_of(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def pad(text: str, width: int) -> str:
    """The text with blanks up to a width."""
    return text + " " * max(0, width - columns(text))


def cut(text: str, width: int) -> str:
    """The text cut to a width, with `…` where something is left out."""
    if columns(text) <= width:
        return text
    used = accumulate(map(_columns_of, text))
    kept = sum(1 for columns_so_far in used if columns_so_far <= width - 2)
    return f"{text[:kept]}.."


def wrap(text: str, width: int, first: str = "") -> list[str]:
    """The text in lines of at most `width` columns.

    The first line begins with `first`, the others with as many blanks."""
    rest = " " * columns(first)
    lines: list[str] = []
    line, used, empty = first, columns(first), True
    for token in pieces(text, max(8, width - columns(rest))):
        wide = columns(token)
        if token.isspace():
            if not empty and used + wide <= width:
                line, used = line + token, used + wide
            continue
        if used + wide > width and not empty:
            lines.append(line.rstrip())
            line, used = rest, columns(rest)
        line, used, empty = line + token, used + wide, False
    lines.append(line.rstrip())
    return lines


def flow(units: list[str], width: int, first: str = "") -> list[str]:
    """Texts in lines of at most `width` columns, two blanks between them.

    A text that fits into a line is not broken."""
    lines: list[str] = []
    rest = " " * columns(first)
    line = first
    for unit in units:
        gap = "  " if line != first and line.strip() else ""
        if columns(line) + len(gap) + columns(unit) <= width:
            line = f"{line}{gap}{unit}"
            continue
        if line.strip():
            lines.append(line)
        whole = wrap(unit, width, rest)
        lines.extend(whole[:-1])
        line = whole[-1]
    lines.append(line)
    return lines


def pieces(text: str, most: int) -> list[str]:
    """The pieces of a text between which a line may be broken.

    No piece is wider than `most` columns, unless it is one character."""
    found: list[str] = []
    for token in _words(text):
        glue = found and not token.isspace() and not found[-1].isspace()
        # (a dot at the beginning of a name closes nothing: .lxyz)
        closes = token[0] in _NOT_FIRST and (token[0] != "." or len(token) == 1)
        bound = glue and (closes or found[-1][-1] in _NOT_LAST)
        if bound and columns(found[-1]) + columns(token) <= most:
            found[-1] += token
            continue
        if columns(token) > most:
            found.extend(_split(token, most))
        else:
            found.append(token)
    return found


def _words(text: str) -> Iterator[str]:
    for run in _RUN.findall(text):
        if run.isspace() or _PATH.search(run):
            yield run
        else:
            yield from _WORD.findall(run)


def _split(token: str, most: int) -> list[str]:
    """A long path in pieces: broken after a slash if one is near, else anywhere."""
    parts: list[str] = []
    while len(token) > most:
        at = token.rfind("/", most // 2, most) + 1 or most
        parts.append(token[:at])
        token = token[at:]
    return [*parts, token]
