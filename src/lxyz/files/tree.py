"""Text to a tree of texts: one pass over the events of a YAML parser.

What a stock loader passes silently is refused here with its place: a value lost to a
comment, a key with nothing, a text folded over lines, anchors, tags, a second
document, a key twice. Depth is counted on the events, so that no nesting, however
deep, reaches a recursive parser.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxyz.files.mistakes import run_on
from lxyz.files.nodes import Mapping, Node, Scalar, Sequence
from lxyz.files.slips import SHOWN, Slip, odd_start
from lxyz.origin import Faults, Origin

MOST_DEPTH = 8
MOST_SCALAR = 64_000
# What a line may hold that is harmless to a parser and is not, or is none of a record's
# business: a comment behind a value, a wide bracket or blank before a text, anchors,
# tags, `<<`, `? `. Such lines, and those too long, are looked at; all others go fast.
_WARY = ("#", "\u3000", "\u00a0", "｛", "［", "<<", "? ", "?\n", "&", "!")
_LOST = Scalar("", 0, 0, "plain")
_NOT_KNOWN = frozenset(("",))
_NO_LINES: frozenset[int] = frozenset()
_COMMENT = re.compile("( *)#(.?)")
_LOST_VALUE = re.compile("[\"']? *:( *)(#(.?))")
_WIDE_IN_FLOW = re.compile("[：，]")
_ESCAPED_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_KIND_KEYS = ("类型", "类别", "种类", "kind")


def is_fast() -> bool:
    """Whether PyYAML's C parser is there; without it reading takes ten times as long."""
    import yaml

    return bool(yaml.__with_libyaml__)


@cache
def _parser() -> Any:
    """The event source: PyYAML's C parser, or its Python one where there is none."""
    import yaml

    return getattr(yaml.cyaml, "CParser") if is_fast() else yaml.SafeLoader  # noqa: B009


class StopError(Exception):
    """The rest of the text cannot be read; the fault is already written down."""


def build(
    text: str,
    lines: list[str],
    file: str,
    faults: Faults,
    *,
    most_depth: int = MOST_DEPTH,
    offset: int = 0,
) -> Node | None:
    r"""The tree of a YAML text, or None if there is nothing in it.

    `text` has `\n` line ends and no control characters (see `text.decode`); `lines` are
    its lines; `offset` is the number of lines that stand before it in its file. Raises
    StopError after a fault that ends the text, or the parser's own YAMLError.
    """
    return _Builder(text, lines, file, faults, most_depth, offset).build()


class _Builder:
    """Builds the tree of one text from parser events."""

    def __init__(
        self,
        text: str,
        lines: list[str],
        file: str,
        faults: Faults,
        most_depth: int,
        offset: int,
    ) -> None:
        self.lines = lines
        self.file = file
        self.faults = faults
        self.most_depth = most_depth
        self.first = offset + 1
        self.wary = _wary_lines(text, lines)
        self.documents = 0
        self.parser = _parser()(text)

    def at(self, line: int, column: int) -> Origin:
        """The place of a line and column that count from 0."""
        return Origin(self.file, line + self.first, column + 1)

    def stop(self, code: str, mark: Any, **values: object) -> StopError:
        """Writes down the fault that ends the text."""
        self.faults.add(code, self.at(mark.line, mark.column), **values)
        return StopError(code)

    def build(self) -> Node | None:
        """The root; the loop is written for speed, what is rare stands in methods."""
        import yaml

        scalar_event = yaml.ScalarEvent
        mapping_start, sequence_start = yaml.MappingStartEvent, yaml.SequenceStartEvent
        mapping_end, sequence_end = yaml.MappingEndEvent, yaml.SequenceEndEvent
        get_event, new = self.parser.get_event, tuple.__new__
        wary, first, deepest = self.wary, self.first, self.most_depth
        stack: list[tuple[Any, bool, Any]] = []
        holder: Any = None
        add: Any = None  # appends a pair or an item to the holder
        key: Scalar | None = None
        root: Node | None = None
        in_list = False
        while True:
            event = get_event()
            kind = type(event)
            if kind is scalar_event:
                mark = event.start_mark
                value, line = event.value, mark.line
                node: Node | None
                if (
                    value
                    and not event.style
                    and line not in wary
                    and event.end_mark.line == line
                ):
                    fields = value, line + first, mark.column + 1, "plain", 0, ""
                    node = new(Scalar, fields)
                else:
                    node = self.scalar(event, holder, key)
                    if node is None:
                        key = self.lost(holder, key)
                        continue
                if in_list:
                    add(node)
                elif key is not None:
                    add((key, node))
                    key = None
                elif holder is None:
                    root = node
                else:
                    key = node
            elif kind is mapping_start or kind is sequence_start:
                as_key = holder is not None and not in_list and key is None
                if as_key or len(stack) >= deepest or event.anchor or event.tag:
                    raise self.unwanted(event, len(stack))
                mark = event.start_mark
                made = Mapping if kind is mapping_start else Sequence
                node = made(mark.line + first, mark.column + 1, event.flow_style)
                if in_list:
                    add(node)
                elif holder is None:
                    root = node
                else:
                    add((key, node))
                stack.append((holder, in_list, add))
                holder, key = node, None
                if isinstance(node, Mapping):
                    in_list, add = False, node.pairs.append
                else:
                    in_list, add = True, node.items.append
            elif kind is mapping_end or kind is sequence_end:
                if not in_list:
                    pairs = holder.pairs
                    if holder.spoiled or len({p[0].value for p in pairs}) != len(pairs):
                        self.tidy(holder)
                if holder.flow:
                    self.closed(event, holder)
                holder, in_list, add = stack.pop()
                key = None
            elif self.rest(event, kind):
                return root

    def rest(self, event: Any, kind: Any) -> bool:
        """Events beside texts, lists and mappings; whether it is the last to be read."""
        import yaml

        mark = event.start_mark
        if kind is yaml.AliasEvent:
            raise self.stop("F114", mark)
        if kind is yaml.DocumentStartEvent:
            if event.version or event.tags:
                raise self.stop("F111", mark)
            self.documents += 1
            if self.documents > 1:
                self.faults.add("F111", self.at(mark.line, mark.column))
                return True
        elif kind is yaml.DocumentEndEvent and event.explicit:
            self.faults.add("F111", self.at(mark.line, mark.column))
            return True
        return kind is yaml.StreamEndEvent

    def unwanted(self, event: Any, depth: int) -> StopError:
        """Why a mapping or list may not begin here."""
        mark = event.start_mark
        if depth >= self.most_depth:
            return self.stop("F115", mark, limit=self.most_depth)
        if event.anchor is not None:
            return self.stop("F114", mark)
        if event.tag is not None:
            return self.stop("F113", mark, tag=event.tag)
        return self.stop("F123", mark)

    def closed(self, event: Any, holder: Mapping | Sequence) -> None:
        """The end of braces or brackets: not empty, and no comment glued to it."""
        mark = event.end_mark
        if mark.line in self.wary:
            self.comment(mark)
        held = holder.pairs if isinstance(holder, Mapping) else holder.items
        if not held and not holder.spoiled:
            shown = "{}" if isinstance(holder, Mapping) else "[]"
            self.faults.add(
                "F117", Origin(self.file, holder.line, holder.column), key=shown
            )
            if isinstance(holder, Sequence):
                holder.spoiled = True
            else:
                holder.spoiled = _NOT_KNOWN

    def tidy(self, holder: Mapping) -> None:
        """Takes out what stands under a lost key. A key written twice is spoiled; a
        second `类型` is a record without `- `."""
        pairs = [pair for pair in holder.pairs if pair[0] is not _LOST]
        seen: dict[str, Scalar] = {}
        twice: list[tuple[Scalar, Scalar]] = []
        for key, _ in pairs:
            if key.value in seen:
                twice.append((key, seen[key.value]))
            else:
                seen[key.value] = key
        if twice:
            holder.spoiled |= {key.value for key, _ in twice}
        holder.pairs = [pair for pair in pairs if seen[pair[0].value] is pair[0]]
        if any(key.value in _KIND_KEYS for key, _ in twice):
            self.without_dash(pairs)
            return
        for key, earlier in twice:
            at = Origin(self.file, key.line, key.column)
            self.faults.add("F110", at, key=key.value[:SHOWN], first=earlier.line)

    def without_dash(self, pairs: list[tuple[Scalar, Node]]) -> None:
        """One fault for each record that begins inside another."""
        seen: set[str] = set()
        first = pairs[0][0].line
        for key, _ in pairs:
            if key.value in seen:
                at = Origin(self.file, key.line, key.column)
                self.faults.add("F125", at, key=key.value[:SHOWN], first=first)
                seen.clear()
                first = key.line
            seen.add(key.value)

    def lost(self, holder: Any, key: Scalar | None) -> Scalar | None:
        """Notes that a value (or key) could not be read; the key to go on with."""
        if type(holder) is Mapping:
            holder.spoiled |= {key.value if key else ""}
            return None if key else _LOST
        if type(holder) is Sequence:
            holder.spoiled = True
        return None

    def scalar(self, event: Any, holder: Any, key: Scalar | None) -> Scalar | None:
        """A text that is not plainly plain; None after a fault."""
        if key is _LOST:
            return None
        start, end, value, style = (
            event.start_mark,
            event.end_mark,
            event.value,
            event.style or "",
        )
        if event.anchor is not None:
            raise self.stop("F114", start)
        if event.tag is not None:
            raise self.stop("F113", start, tag=event.tag)
        at = self.at(start.line, start.column)
        is_key = key is None and type(holder) is Mapping
        if len(value) > MOST_SCALAR:
            self.faults.add("F116", at, length=len(value), limit=MOST_SCALAR)
            return None
        if style == "|" and not is_key:
            return self.block(value, start, key)
        if style == ">" or start.line != end.line:
            if holder is None and not style:  # the whole text is one: see `read`
                return Scalar(value, start.line + self.first, start.column + 1, "plain")
            if slip := run_on(self.lines, start.line, end.line, style):
                self.slipped(slip[0], slip[1])
            else:
                self.faults.add("F118", at)
            return None
        if not value.strip():
            self.nothing(holder, key, start)
            return None
        if is_key:
            self.check_key(value, start)
        if start.line in self.wary:
            if not style and (odd := odd_start(value, start.column, is_key=is_key)):
                self.odd(odd, start.line)
            if not is_key and self.comment(end):
                return None
        if not style:
            return Scalar(value, start.line + self.first, start.column + 1, "plain")
        return self.quoted(value, start, end, style)

    def block(self, value: str, start: Any, key: Scalar | None) -> Scalar | None:
        """A `|` block."""
        text = value.rstrip("\n")
        if not text.strip():
            at = self.at(start.line, start.column)
            if key is not None:
                at = Origin(self.file, key.line, key.column)
            self.faults.add("F117", at, key=key.value[:SHOWN] if key else "|")
            return None
        blank = len(text) - len(text.lstrip("\n"))
        line = self.lines[start.line + 1 + blank]
        own = text[blank:]
        indent = len(line) - len(line.lstrip(" ")) - (len(own) - len(own.lstrip(" ")))
        return Scalar(text, start.line + self.first, start.column + 1, "block", indent)

    def quoted(self, value: str, start: Any, end: Any, style: str) -> Scalar:
        """A text in quotes, on one line."""
        line, column = start.line, start.column + 1
        raw = ""
        if end.column - column - 1 != len(value):
            raw = self.lines[line][column : end.column - 1]
            if style == '"' and (found := _ESCAPED_CONTROL.search(value)):
                char = f"U+{ord(found[0]):04X}"
                self.faults.add(
                    "F010", self.at(line, column - 1), level="warning", char=char
                )
                value = _ESCAPED_CONTROL.sub(" ", value)
        return Scalar(value, line + self.first, column, "quoted", 0, raw)

    def slipped(self, slip: Slip, line: int) -> None:
        """Writes down a slip found in a line."""
        self.faults.add(slip.code, self.at(line, slip.column), **slip.values)

    def odd(self, slip: Slip, line: int) -> StopError:
        """A wide bracket or blank at the start of a text spoils all around it. A key
        before it that holds nothing is the same mistake."""
        last = self.faults[-1] if self.faults else None
        before = next((n for n in range(line - 1, -1, -1) if self.lines[n].strip()), -1)
        if last and last.code == "F117" and last.line == before + self.first:
            self.faults.pop()
        self.slipped(slip, line)
        raise StopError(slip.code)

    def check_key(self, value: str, start: Any) -> None:
        """Refuses `<<` and `? key`."""
        if value == "<<":
            raise self.stop("F114", start)
        if self.lines[start.line][: start.column].rstrip().endswith("?"):
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
        """A key (or list item) with nothing behind it, and the likely reason."""
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
            end = key.column - 1 + len(key.raw or key.value)
            found = _LOST_VALUE.match(self.lines[line], end)
        if found and (len(found[1]) < 2 or found[3] != " "):
            lost = self.lines[line][found.start(2) :].strip()[:40]
            self.faults.add("F108", self.at(line, found.start(2)), lost=lost)
        else:
            self.faults.add("F117", at, key=key.value[:SHOWN])

    def empty_item(self, holder: Any, mark: Any) -> None:
        """An item, a key or a file of nothing."""
        if type(holder) is Sequence:
            column = self.lines[mark.line].rfind("-", 0, mark.column + 1)
            self.faults.add("F117", self.at(mark.line, max(column, 0)), key="-")
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


def _wary_lines(text: str, lines: list[str]) -> frozenset[int]:
    """Indexes of the lines that cannot be read the fast way."""
    found = [mark for mark in _WARY if mark in text]
    if not found and len(text) <= MOST_SCALAR:
        return _NO_LINES
    return frozenset(
        number
        for number, line in enumerate(lines)
        if len(line) > MOST_SCALAR
        or any(mark in line for mark in found)
        or line.endswith("?")
    )
