"""Finds the mistake behind a syntax error of YAML.

A parser names the place where it gave up, often one line too late, and in English. Here
the lines near that place are searched for the mistakes that `slips` knows, the most
usual first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.files.colons import counted
from lxyz.files.slips import (
    Slip,
    backslash,
    flow_colon,
    flow_no_blank,
    flow_special,
    flow_wide,
    inner_colon,
    is_known_key,
    lone_dash,
    marker,
    no_blank,
    no_key,
    numbered,
    odd_blank,
    pasted,
    special,
    tab,
    unclosed,
    wide_bracket,
    wide_colon,
)

_KEY_LINE = late(r"^ *(?:- +)*[\"']?([^\s:：#'\"][^:：]{0,30}?)[\"']? *:(?: |$)")
_BLOCK_OPENS = late(r"^.*?[:-] +[|>][+\-0-9]*(?: +#.*)?$")

_Check = Callable[[str], Slip | None]
Found = tuple[Slip, int]
"""A slip and the index of its line."""


def run_on(lines: list[str], first: int, last: int, style: str) -> Found | None:
    """The slip that made a text run over the lines `first` to `last` (included), or
    None. `style` is the first character of a quoted or block text, "" for a plain
    one."""
    if style in ("'", '"'):
        if any(_known_key(lines[number]) for number in range(first + 1, last + 1)):
            return _first(lines, [first], (unclosed,))
        return None
    if style:
        return None
    if _is_item(lines[first]):
        for number in range(first + 1, last + 1):
            if _is_item(lines[number]):
                return _badly_indented(lines, number)
    checks = (odd_blank, wide_colon, no_blank, marker, numbered)
    found = _first(lines, range(first, last + 1), checks)
    if found and found[1] > first and _is_doubtful(lines, found):
        return None  # the colon belongs to the text; there is no key before it
    return found


def plain_text(lines: list[str]) -> Found | None:
    """The slip that made a whole file one text, or None."""
    checks = (odd_blank, wide_colon, no_blank, marker, wide_bracket)
    found = _first(lines, range(len(lines)), checks)
    return counted(lines, found)


class Trouble(NamedTuple):
    """A syntax error of the parser; lines and columns count from 0.

    - `line`, `column`: where it gave up
    - `context`: line and column where the value began that it was reading
    - `problem`: its message
    """

    line: int
    column: int
    context: tuple[int, int] | None
    problem: str


def trouble_of(error: Any) -> Trouble:
    """The Trouble in an error of the parser."""
    mark, context = error.problem_mark, error.context_mark
    return Trouble(
        mark.line if mark else 0,
        mark.column if mark else 0,
        (context.line, context.column) if context else None,
        f"{error.context}: {error.problem}",
    )


def explain(lines: list[str], trouble: Trouble) -> Found:
    """The slip behind a syntax error."""
    # The parser may give up behind the last line.
    last = len(lines) - 1
    line = min(trouble.line, last)
    if trouble.context and trouble.context[0] > last:
        trouble = trouble._replace(context=(last, len(lines[last])))
    top = next((number for number, one in enumerate(lines) if one.strip()), line)
    if pasted(lines[top]):
        return Slip("F126", 0), top
    near = _near(lines, trouble, line)
    found = _at_once(lines, trouble, line) or _first(lines, near, _ALL)
    if (
        found
        and "block" in trouble.problem
        and _is_doubtful(lines, found)
        and _is_item(lines[found[1]])
    ):
        return _badly_indented(lines, line)
    if (found is None or _is_doubtful(lines, found)) and (
        above := _out_of_block(lines, near[0])
    ):
        return above
    if found is None:
        found = _by_words(lines, trouble, line)
    return counted(lines, found) or (Slip("F122", trouble.column), line)


_ALL: tuple[_Check, ...] = (
    tab,
    odd_blank,
    wide_bracket,
    wide_colon,
    lone_dash,
    marker,
    special,
    flow_special,
    flow_wide,
    flow_colon,
    inner_colon,
    no_blank,
    no_key,
    unclosed,
)


def _first(
    lines: list[str], numbers: Iterable[int], checks: tuple[_Check, ...]
) -> Found | None:
    """The first slip in the lines of these numbers that one of the checks finds, or
    None."""
    for number in numbers:
        for check in checks:
            if slip := check(lines[number]):
                return slip, number
    return None


def _at_once(lines: list[str], trouble: Trouble, line: int) -> Found | None:
    """The slip that the parser's message names for certain, or None."""
    if lines[line][trouble.column : trouble.column + 1] == "\t":
        return Slip("F103", trouble.column), line
    if "incompatible" in trouble.problem or "directive" in trouble.problem:
        return _directive(lines[line]), line
    if "unexpected ':'" in trouble.problem:
        return flow_no_blank(lines[line], trouble.column), line
    if "mapping keys" in trouble.problem:
        return Slip("F123", trouble.column), line
    if "quoted scalar" not in trouble.problem:
        return None
    if not ("end of stream" in trouble.problem or "document" in trouble.problem):
        slip = backslash(lines[line], trouble.column)
        return (slip, line) if slip else None
    number, column = trouble.context or (line, trouble.column)
    return Slip("F119", column, line=lines[number].strip()[:40]), number


def _directive(line: str) -> Slip:
    """A line that begins with %."""
    if line.startswith(("%YAML", "%TAG")):
        return Slip("F111", 0)
    return Slip("F107", 0, char="%", value=line[:40].strip())


def _near(lines: list[str], trouble: Trouble, line: int) -> list[int]:
    """The numbers of the lines to search, the likeliest first."""
    numbers = [line, line_before(lines, line)]
    if trouble.context and (
        "simple key" in trouble.problem or "flow" in trouble.problem
    ):
        numbers.insert(0, trouble.context[0])
    return list(dict.fromkeys(number for number in numbers if 0 <= number < len(lines)))


def line_before(lines: list[str], line: int) -> int:
    """The number of the line before that holds something; -1 where none does."""
    return next((n for n in range(line - 1, -1, -1) if lines[n].strip()), -1)


def indent_of(line: str) -> int:
    """How many blanks stand before a line."""
    return len(line) - len(line.lstrip(" "))


def _is_item(line: str) -> bool:
    """Whether a line is an item of a list."""
    return line.lstrip(" ").startswith("- ")


def _known_key(line: str) -> bool:
    found = _KEY_LINE.match(line)
    return found is not None and is_known_key(found[1])


def _is_doubtful(lines: list[str], found: Found) -> bool:
    """Whether a colon stands behind a word that is no key: `会议强调：要学好`."""
    slip, number = found
    word = lines[number][: slip.column].strip(" -")
    return slip.code in ("F101", "F102") and not is_known_key(word)


def _out_of_block(lines: list[str], line: int) -> Found | None:
    """A line of a `|` paragraph that lost its indentation."""
    above = line_before(lines, line)
    while above >= 0 and not _BLOCK_OPENS.match(lines[above]):
        if _KEY_LINE.match(lines[above]) and _known_key(lines[above]):
            return None
        above = line_before(lines, above)
    return _badly_indented(lines, line) if above >= 0 else None


def _prose(lines: list[str], line: int) -> Found | None:
    """A line of text without a key over one that has one: `会议记录`."""
    above = line_before(lines, line)
    text = lines[above] if above >= 0 else ":"
    is_text = ":" not in text and text.lstrip()[0] not in "-#"
    if not is_text or indent_of(text) != indent_of(lines[line]):
        return None
    return Slip("F120", indent_of(text), text=text.strip()[:40]), above


def _badly_indented(lines: list[str], line: int) -> Found:
    text = lines[line]
    return Slip("F121", indent_of(text), line=text.strip()[:40]), line


def _by_words(lines: list[str], trouble: Trouble, line: int) -> Found | None:
    """The slip that the parser's message makes likely, where none was found in the
    lines; or None."""
    problem = trouble.problem
    if "simple key" in problem and trouble.context:
        number = trouble.context[0]
        text = lines[number]
        return Slip("F120", indent_of(text), text=text.strip()[:40]), number
    if "flow" in problem and trouble.context:
        number, column = trouble.context
        return Slip("F119", column, line=lines[number].strip()[:40]), number
    if any(word in problem for word in ("block", "mapping values", "document start")):
        if lines[line][trouble.column : trouble.column + 1] in ("}", "]"):
            return Slip("F119", trouble.column, line=lines[line].strip()[:40]), line
        return _prose(lines, line) or _badly_indented(lines, line)
    for column in (trouble.column, trouble.column - 1):
        char = lines[line][max(column, 0) : column + 1]
        if char and char in "&*!@%`|>":
            value = lines[line][column : column + 40].strip()
            return Slip("F107", column, char=char, value=value), line
    return None
