"""Text to a tree of nodes, in one pass over the events of a YAML parser.

What an ordinary YAML loader accepts silently is refused here, with its place: a value
lost to a comment, a key without a value, a text folded over lines, anchors, tags, a
second document, a key written twice. The depth of nesting is limited while the events
are read, so that it cannot exhaust the stack.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxyz.files.nodes import Mapping, Node, Scalar, Sequence
from lxyz.files.origin import Faults, Origin
from lxyz.files.scalars import LOST, Scalars, StopError, shown_tag
from lxyz.files.slips import SHOWN
from lxyz.vocabulary import vocabulary

MOST_DEPTH = 8


def is_fast() -> bool:
    """Whether PyYAML's C parser is there; without it reading takes ten times as long."""
    import yaml

    return bool(yaml.__with_libyaml__)


@cache
def _parser() -> Any:
    """The event source: PyYAML's C parser, or its Python one where there is none."""
    import yaml

    return getattr(yaml.cyaml, "CParser") if is_fast() else yaml.SafeLoader  # noqa: B009


def build(
    lines: list[str],
    file: str,
    faults: Faults,
    *,
    most_depth: int = MOST_DEPTH,
    offset: int = 0,
) -> Node | None:
    """The tree of a YAML text, or None if there is nothing in it.

    The lines are those of a text without control characters (see `decode`); `offset` is
    the number of lines that stand before it in its file. Raises StopError after a fault
    that ends the text, or the parser's own YAMLError.
    """
    return _Builder(lines, file, faults, most_depth, offset).build()


class _Builder(Scalars):
    """Builds the tree of one text from parser events."""

    def __init__(
        self,
        lines: list[str],
        file: str,
        faults: Faults,
        most_depth: int,
        offset: int,
    ) -> None:
        text = "\n".join(lines)
        super().__init__(text, lines, file, faults, offset + 1)
        self.most_depth = most_depth
        self.documents = 0
        self.parser = _parser()(text)

    def build(self) -> Node | None:
        """The root node, or None. The loop is written for speed; rare cases are in
        methods."""
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
        """Handles an event that is no scalar, list or mapping; whether it is the last
        one to read."""
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
        """The error for a mapping or list that may not begin here; adds its fault."""
        mark = event.start_mark
        if depth >= self.most_depth:
            return self.stop("F115", mark, limit=self.most_depth)
        if event.anchor is not None:
            return self.stop("F114", mark)
        if event.tag is not None:
            return self.stop("F113", mark, tag=shown_tag(event.tag))
        return self.stop("F123", mark)

    def closed(self, event: Any, holder: Mapping | Sequence) -> None:
        """Checks the end of braces or brackets: empty ones are a fault, and so is a
        comment right behind them."""
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
                holder.spoil("")

    def tidy(self, holder: Mapping) -> None:
        """Removes pairs whose key could not be read. A key written twice is a fault and
        spoiled; a second `类型` means that a record begins without `- `."""
        pairs = [pair for pair in holder.pairs if pair[0] is not LOST]
        seen: dict[str, Scalar] = {}
        twice: list[tuple[Scalar, Scalar]] = []
        for key, _ in pairs:
            if key.value in seen:
                twice.append((key, seen[key.value]))
            else:
                seen[key.value] = key
        if twice:
            holder.spoil(*(key.value for key, _ in twice))
        holder.pairs = [pair for pair in pairs if seen[pair[0].value] is pair[0]]
        if any(key.value in vocabulary().kind_keys for key, _ in twice):
            self.without_dash(pairs)
            return
        for key, earlier in twice:
            at = Origin(self.file, key.line, key.column)
            self.faults.add("F110", at, key=key.value[:SHOWN], first=earlier.line)

    def without_dash(self, pairs: list[tuple[Scalar, Node]]) -> None:
        """Adds one fault for each record that begins inside another, because its `- `
        is missing."""
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
        """Notes in the holder that a value (or key) could not be read; gives back the
        key to go on with."""
        if type(holder) is Mapping:
            holder.spoil(key.value if key else "")
            return None if key else LOST
        if type(holder) is Sequence:
            holder.spoiled = True
        return None
