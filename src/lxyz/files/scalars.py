"""Reads the unusual scalars of a tree: quoted, in a block, over several lines, empty,
with a comment.

Plain texts on lines without anything unusual are read by `tree` itself, for speed.
"""

from __future__ import annotations

from typing import Any

from lxyz.base.late import late
from lxyz.files.mistakes import indent_of, line_before, run_on
from lxyz.files.nodes import Mapping, Scalar, Sequence
from lxyz.files.origin import Faults, Origin
from lxyz.files.slips import SHOWN, Slip, odd_start

MOST_SCALAR = 64_000
# Signs of what a parser accepts although it is a mistake, or does not belong in a
# record:
# a comment behind a value, a wide bracket or blank before a text, anchors, tags, `<<`,
# `? `. Lines with such a sign, and too long lines, are checked; all others are read
# fast.
_WARY = ("#", "\u3000", "\u00a0", "｛", "［", "<<", "? ", "?\n", "&", "!")
_NO_LINES: frozenset[int] = frozenset()
_COMMENT = late("( *)#(.?)")
_LOST_VALUE = late(" *:( *)(#(.?))")
_WIDE_IN_FLOW = late("[：，]")
_ESCAPED_CONTROL = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Stands in for a key that could not be read; what is under it is dropped.
LOST = Scalar("", 0, 0, "plain")


class StopError(Exception):
    """The rest of the text cannot be read; the fault is already written down."""


class Scalars:
    """Reads the scalars of one YAML text; `first` is the number of its first line."""

    def __init__(
        self, text: str, lines: list[str], file: str, faults: Faults, first: int
    ) -> None:
        self.lines = lines
        self.file = file
        self.faults = faults
        self.first = first
        self.wary = _wary_lines(text, lines)

    def at(self, line: int, column: int) -> Origin:
        """The place of a line and column that count from 0."""
        return Origin(self.file, line + self.first, column + 1)

    def stop(self, code: str, mark: Any, **values: object) -> StopError:
        """Writes down the fault that ends the text."""
        self.faults.add(code, self.at(mark.line, mark.column), **values)
        return StopError(code)

    def scalar(self, event: Any, holder: Any, key: Scalar | None) -> Scalar | None:
        """The scalar of a parser event that needs a check; None after a fault. `holder`
        is the list or mapping it stands in, `key` its key if it is a value."""
        if key is LOST:
            return None
        start, value, style = event.start_mark, event.value, event.style or ""
        if event.anchor is not None:
            raise self.stop("F114", start)
        if event.tag is not None:
            raise self.stop("F113", start, tag=shown_tag(event.tag))
        is_key = key is None and type(holder) is Mapping
        if len(value) > MOST_SCALAR:
            at = self.at(start.line, start.column)
            self.faults.add("F116", at, length=len(value), limit=MOST_SCALAR)
            return None
        if style == "|" and not is_key:
            return self.block(value, start, key)
        if style == ">" or start.line != event.end_mark.line:
            return self.run_on(event, style, is_root=holder is None)
        if not value.strip():
            self.nothing(holder, key, start)
            return None
        if is_key:
            self.check_key(value, start)
        if start.line in self.wary and self.odd_or_lost(event, style, is_key=is_key):
            return None
        if style:
            return self.quoted(value, start, event.end_mark, style)
        return Scalar(value, start.line + self.first, start.column + 1, "plain")

    def run_on(self, event: Any, style: str, *, is_root: bool) -> Scalar | None:
        """Adds a fault for a text over several lines: that of the slip that caused it,
        if one is found. A text that is the whole file is given back: `read` reports
        it."""
        start, last = event.start_mark, event.end_mark.line
        if is_root and not style:
            column = start.column + 1
            return Scalar(event.value, start.line + self.first, column, "plain")
        if slip := run_on(self.lines, start.line, last, style):
            self.slipped(slip[0], slip[1])
        else:
            self.faults.add("F118", self.at(start.line, start.column))
        return None

    def odd_or_lost(self, event: Any, style: str, *, is_key: bool) -> bool:
        """Whether a comment swallows a part of a text. Raises StopError for a text that
        begins with a wide bracket or blank."""
        start = event.start_mark
        if not style and (odd := odd_start(event.value, start.column, is_key=is_key)):
            raise self.odd(odd, start.line)
        return not is_key and self.comment(event.end_mark)

    def block(self, value: str, start: Any, key: Scalar | None) -> Scalar | None:
        """A `|` block."""
        text = value.rstrip("\n")
        if not text.strip():
            at = self.at(start.line, start.column)
            head = self.lines[start.line][start.column :].strip()
            if head[1:2].isdigit():  # `|9`: an indent of nine, not a text
                self.faults.add("F107", at, char=head[0], value=head[:40])
                return None
            if key is not None:
                at = Origin(self.file, key.line, key.column)
            self.faults.add("F117", at, key=key.value[:SHOWN] if key else "|")
            return None
        blank = len(text) - len(text.lstrip("\n"))
        line = self.lines[start.line + 1 + blank]
        own = text[blank:]
        indent = indent_of(line) - indent_of(own)
        return Scalar(text, start.line + self.first, start.column + 1, "block", indent)

    def quoted(self, value: str, start: Any, end: Any, style: str) -> Scalar:
        """A text in quotes, on one line."""
        line, column = start.line, start.column + 1
        raw = ""
        if end.column - column - 1 != len(value):
            raw = self.lines[line][column - 1 : end.column - 1]
            if style == '"' and (found := _ESCAPED_CONTROL.search(value)):
                char = f"U+{ord(found[0]):04X}"
                self.faults.warn("F010", self.at(line, column - 1), char=char)
                value = _ESCAPED_CONTROL.sub(" ", value)
        return Scalar(value, line + self.first, column, "quoted", 0, raw)

    def slipped(self, slip: Slip, line: int) -> None:
        """Writes down a slip found in a line."""
        self.faults.add(slip.code, self.at(line, slip.column), **slip.values)

    def odd(self, slip: Slip, line: int) -> StopError:
        """The error for a text that begins with a wide bracket or blank: the rest
        cannot be read. The fault of an empty key before it is removed, as it is the
        same mistake."""
        last = self.faults[-1] if self.faults else None
        before = line_before(self.lines, line)
        if last and last.code == "F117" and last.line == before + self.first:
            self.faults.pop()
        self.slipped(slip, line)
        return StopError(slip.code)

    def check_key(self, value: str, start: Any) -> None:
        """Refuses `<<` and `? key`."""
        if value == "<<":
            raise self.stop("F114", start)
        before = self.lines[start.line][max(start.column - SHOWN, 0) : start.column]
        if before.rstrip().endswith("?"):
            raise self.stop("F123", start)

    def comment(self, end: Any) -> bool:
        """Whether a comment right after a value swallows a part of it: `党课 #第一讲`.

        One that merely stands too near (`党课 # 第一讲`) is only warned of.
        """
        found = _COMMENT.match(self.lines[end.line], end.column)
        if not found or (len(found[1]) >= 2 and found[2] in ("", " ", "#")):
            return False
        glued = found[2] not in ("", " ")
        column = end.column + len(found[1])
        lost = self.lines[end.line][column : column + 40].strip()
        self.faults.add(
            "F108",
            self.at(end.line, column),
            level="error" if glued else "warning",
            lost=lost,
        )
        return glued

    def nothing(self, holder: Any, key: Scalar | None, mark: Any) -> None:
        """Adds the fault for a key (or list item) without a value, with the likely
        reason."""
        if key is None:
            self.empty_item(holder, mark)
            return
        at = Origin(self.file, key.line, key.column)
        if holder.flow:
            if not holder.spoiled:
                self.flow_nothing(key, at)
            return
        line = key.line - self.first
        found = None
        if line in self.wary:
            quotes = 2 if key.style == "quoted" else 0
            end = (
                key.column
                - 1
                + (len(key.raw) + 1 if key.raw else len(key.value) + quotes)
            )
            found = _LOST_VALUE.match(self.lines[line], end)
        if found and (len(found[1]) < 2 or found[3] != " "):
            lost = self.lines[line][found.start(2) :].strip()[:40]
            self.faults.add("F108", self.at(line, found.start(2)), lost=lost)
        else:
            self.faults.add("F117", at, key=key.value[:SHOWN])

    def empty_item(self, holder: Any, mark: Any) -> None:
        """Adds the fault for an empty list item or an empty key."""
        if type(holder) is Sequence:
            dash = self.lines[mark.line].rfind("-", 0, mark.column + 1)
            column = mark.column if holder.flow else max(dash, 0)
            self.faults.add("F117", self.at(mark.line, column), key="-")
        elif type(holder) is Mapping:
            text = self.lines[mark.line].strip()[:40]
            self.faults.add("F120", self.at(mark.line, mark.column), text=text)

    def flow_nothing(self, key: Scalar, at: Origin) -> None:
        """`{出席：全体}`, `{出席:全体}`, `{全体}`: keys without a value in braces."""
        if found := _WIDE_IN_FLOW.search(key.value):
            line, column = key.place(found.start())
            place = Origin(self.file, line, column)
            self.faults.add("F109", place, text=key.value[:40])
        elif ":" in key.value[1:-1]:
            offset = key.value.index(":", 1)
            line, column = key.place(offset)
            fixed = f"{key.value[:offset]}: {key.value[offset + 1 :]}"[:SHOWN]
            self.faults.add("F102", Origin(self.file, line, column), fixed=fixed)
        else:
            self.faults.add("F117", at, key=key.value[:SHOWN])


def shown_tag(tag: str) -> str:
    """A tag as people write it: `!!str`."""
    return tag.replace("tag:yaml.org,2002:", "!!", 1)[:SHOWN]


def _wary_lines(text: str, lines: list[str]) -> frozenset[int]:
    """Indexes of the lines that cannot be read the fast way."""
    found = [mark for mark in _WARY if mark in text]
    if not found and len(text) <= MOST_SCALAR:
        return _NO_LINES
    wary = {
        number
        for number, line in enumerate(lines)
        if len(line) > MOST_SCALAR or line.endswith("?")
    }
    for mark in found:
        wary.update([number for number, line in enumerate(lines) if mark in line])
    return frozenset(wary)
