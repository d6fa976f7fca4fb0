"""Reads values of closed sets: the kinds of records, and fields with a few allowed
values."""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.files import Node, Scalar, Sequence
from lxyz.files.origin import Origin
from lxyz.records.reader import Reader, reads, reads_of
from lxyz.records.texts import between, terms

_QUOTES = "“”‘’\"'《》「」『』"
_AND = late(r"[/+&\s／＋和与及暨]+")
_SHOWN = 20


@reads("kinds")
def kinds(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Kinds of record; a line with 、 or a list."""
    found: dict[str, None] = {}
    scalars = [node] if isinstance(node, Scalar) else getattr(node, "items", [node])
    bad = isinstance(node, Sequence) and node.spoiled
    for scalar in scalars:
        if not isinstance(scalar, Scalar):
            reader.refuse(scalar, "F206", wanted="text")
            bad = True
            continue
        whole = reader.words.kind(scalar.value.strip())
        if whole is not None:
            found[whole] = None
            continue
        for offset, word in split(scalar.value):
            slug = reader.words.kind(word)
            if slug is None:
                _unknown_kind(reader, scalar, offset, word)
                bad = True
            else:
                found[slug] = None
    return None if bad or not found else tuple(found)


def split(text: str) -> list[tuple[int, str]]:
    """The words of a line, each with its offset in characters."""
    words, offset = [], 0
    for part in between(text):
        if word := part.strip():
            words.append((offset + len(part) - len(part.lstrip()), word))
        offset += len(part) + 1
    return words


def _unknown_kind(reader: Reader, scalar: Scalar, offset: int, word: str) -> None:
    line, column = scalar.place(offset)
    at = Origin(reader.file, line, column)
    bare = word.strip(_QUOTES)
    if asked := reader.words.ambiguous.get(bare):
        reader.faults.add("F302", at, word=word[:_SHOWN], asked=asked)
        return
    several = [reader.words.kind(part) for part in _AND.split(bare) if part]
    known = [reader.words.kinds[slug].zh for slug in several if slug is not None]
    if len(known) == len(several):
        like = "、".join(known)
    else:
        like = reader.like(lambda: reader.words.kind_like(bare))
    reader.faults.add("F301", at, word=word[:_SHOWN], like=like)


@reads_of("one")
def one(reader: Reader, node: Node, of: str) -> str | None:
    """The slug of a value of the closed set `of`; None after a fault."""
    word = reader.scalar(node)
    if word is None:
        return None
    slug = reader.words.value(of, word)
    if slug is None:
        _unknown_value(reader, node, of, word)
    return slug


@reads_of("some")
def some(reader: Reader, node: Node, of: str) -> tuple[str, ...] | None:
    """The slugs of several values of the closed set `of`; unknown ones are faults."""
    words = terms(reader, node)
    if words is None:
        return None
    found = []
    for word in words:
        slug = reader.words.value(of, word)
        if slug is None:
            _unknown_value(reader, node, of, word)
            reader.partly = True
        else:
            found.append(slug)
    return tuple(found) if found or not words else None


def _unknown_value(reader: Reader, node: Node, of: str, word: str) -> None:
    like = reader.like(lambda: reader.words.value_like(of, word.strip(_QUOTES)))
    reader.refuse(node, "F303", word=word[:_SHOWN], like=like)


@reads("by")
def by(reader: Reader, node: Node) -> str | None:
    """`self`, `branch`, or a name as text."""
    word = reader.scalar(node)
    return None if word is None else reader.words.value("by", word) or word
