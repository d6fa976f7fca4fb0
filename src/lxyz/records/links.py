"""Links to other records, and paths of files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from lxyz.base.late import late
from lxyz.dates.days import DateProblem, parse_date
from lxyz.dates.periods import parse_period
from lxyz.dates.spans import Span
from lxyz.files import Node, Scalar
from lxyz.files.origin import Origin
from lxyz.records.closed import split
from lxyz.records.model import Reference
from lxyz.records.reader import Reader, reads
from lxyz.vocabulary import Vocabulary

_PATHS = late("[、，；;\n]")
_MOST_WORDS = 12
_GLUED = late(r"^(\d[\d./年月日度-]*)(?=[^\W\d_])")
"""A day or period with the kind right behind it: 2016-12-05支委会."""


@reads("refs")
def refs(reader: Reader, node: Node) -> tuple[Reference, ...] | None:
    """Links: `2016-12-05 支委会`, several by 、; `2016 学习计划`; or an id."""
    if not isinstance(node, Scalar):
        found = reader.each(node, lambda item: refs(reader, item))
        return None if found is None else tuple(ref for one in found for ref in one)
    if reader.scalar(node) is None:
        return None
    return tuple(
        _reference(reader.words, word, Origin(reader.file, *node.place(offset)))
        for offset, word in split(node.value)
    )


def _reference(words: Vocabulary, text: str, origin: Origin) -> Reference:
    """A link: a day or period, the kind behind it, and the rest that tells two records
    apart. A text that does not begin with a day or period is an id."""
    for written in _spaced(text):
        parts = written.split(None, _MOST_WORDS)
        for count in range(min(len(parts), _MOST_WORDS), 0, -1):
            day, period = _day_or_period(" ".join(parts[:count]))
            if day is None and period is None:
                continue
            rest = parts[count:]
            for used in range(len(rest), 0, -1):
                if kind := words.kind("".join(rest[:used])):
                    after = " ".join(rest[used:])
                    return Reference(text, day, period, kind, after, origin)
            return Reference(text, day, period, "", " ".join(rest), origin)
    return Reference(text, None, None, "", text, origin)


def _spaced(text: str) -> Iterator[str]:
    """The forms in which a link is tried: as written, then with a blank before its
    kind."""
    yield text
    yield _GLUED.sub(r"\1 ", text)


def _day_or_period(text: str) -> tuple[Day | None, Span | None]:
    try:
        return parse_date(text), None
    except DateProblem:
        pass
    try:
        return None, parse_period(text)
    except DateProblem:
        return None, None


@reads("path")
def path(reader: Reader, node: Node) -> tuple[str, Origin] | None:
    """A path as written, with its place."""
    text = reader.scalar(node, "path")
    return None if text is None else (text, reader.at(node))


@reads("paths")
def paths(reader: Reader, node: Node) -> tuple[tuple[str, Origin], ...] | None:
    """Paths: one a line, or a list; 、 separates too; 无 is none."""
    if not isinstance(node, Scalar):
        return reader.each(node, lambda item: path(reader, item))
    whole = reader.scalar(node, "path")
    if whole is None:
        return None
    if reader.words.is_word("none", whole):
        return ()
    found, offset = [], 0
    for part in _PATHS.split(node.value):
        if part.strip():
            start = offset + len(part) - len(part.lstrip())
            found.append((part.strip(), Origin(reader.file, *node.place(start))))
        offset += len(part) + 1
    return tuple(found)
