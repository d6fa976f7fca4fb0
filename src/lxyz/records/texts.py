"""Reads texts: one, several, words separated by 、, titles in 《》, sections."""

from __future__ import annotations

from lxyz.base.late import late
from lxyz.denial.texts import affirmed
from lxyz.files import Mapping, Node, Scalar
from lxyz.files.nodes import plain
from lxyz.files.origin import Origin
from lxyz.records.claims import deny, is_denied_section
from lxyz.records.model import Name
from lxyz.records.names import read_names
from lxyz.records.reader import Reader, reads
from lxyz.vocabulary import legible

_SEPARATORS = str.maketrans(dict.fromkeys("，,；;\n", "、"))
# A separator that is not inside brackets: 《…》（第一、二卷）, 民主测评（人太少，未测）. The end
# of the brackets is looked for in 99 characters, so that no text takes long.
_OUTSIDE = late("[、，,；;\n](?![^（()）]{0,99}[）)])")
_TITLES = late("([《》])")
_VOLUME = late(r"\s*第[0-9一二三四五六七八九十]{1,3}[卷册辑集章编部篇讲]")
# Several volumes: 第一、二卷. Behind a title, 第 may be missing.
_VOLUMES = late(
    r"(?:第|(?<=》))([0-9一二三四五六七八九十]{1,3}"
    r"(?:[、，,和][0-9一二三四五六七八九十]{1,3})+)卷"
)
_AND = late("[、，,和]")
_POINTS = late("[，,；;。\n](?![^《》]{0,99}》)")


def between(line: str) -> list[str]:
    """The parts of a line between separators; a separator inside brackets does not
    count. A line without brackets is split without the regular expression, which takes
    long to compile."""
    if "（" in line or "(" in line:
        return _OUTSIDE.split(line)
    return line.translate(_SEPARATORS).split("、")


def _read(reader: Reader, node: Node) -> str | None:
    """One text, in its legible form (see `vocabulary.legible`)."""
    whole = reader.scalar(node)
    return None if whole is None else legible(whole)


@reads("text")
def text(reader: Reader, node: Node) -> str | None:
    """One text, as written, without characters that cannot be seen."""
    return _read(reader, node)


@reads("texts", "tagged")
def texts(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Several texts: a list, or the lines of one text. An agenda item is `标签`,
    `标签：正文`, or a mapping of both."""
    if isinstance(node, Scalar):
        whole = _read(reader, node)
        if whole is None:
            return None
        return tuple(line.strip() for line in whole.split("\n") if line.strip())

    def one(item: Node) -> str | None:
        if isinstance(item, Mapping) and len(item.pairs) == 1:
            key, value = item.pairs[0]
            inner = _read(reader, value)
            return None if inner is None else f"{key.value}：{inner}"
        return _read(reader, item)

    return reader.each(node, one)


@reads("terms")
def terms(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Several words: a line with 、 between them, or a list; 无 is none."""
    if isinstance(node, Scalar):
        whole = _read(reader, node)
        if whole is None:
            return None
        return _terms(reader, whole)
    found = reader.each(node, lambda item: terms(reader, item))
    return None if found is None else tuple(word for words in found for word in words)


def _terms(reader: Reader, whole: str) -> tuple[str, ...]:
    """The words of one line."""
    if reader.words.is_word("none", whole):
        return ()
    return tuple(word for part in between(whole) if (word := part.strip()))


@reads("titles")
def titles(reader: Reader, node: Node) -> tuple[str, ...] | None:
    """Titles: each 《…》 is one; without 《》 a line with 、 between them."""
    if isinstance(node, Scalar):
        whole = _read(reader, node)
        if whole is None:
            return None
        whole = _each_volume(whole)
        if "《" not in whole:
            return _of_one_book(_terms(reader, whole))
        return tuple(_titles(whole) if affirmed(whole) is None else _but_denied(whole))
    found = reader.each(node, lambda item: titles(reader, item))
    return None if found is None else tuple(title for line in found for title in line)


def _each_volume(line: str) -> str:
    """A line in which each volume of a book is named: 第一、二卷 becomes 第一卷、第二卷."""
    if "卷" not in line:
        return line
    return _VOLUMES.sub(
        lambda found: "、".join(f"第{one}卷" for one in _AND.split(found[1])), line
    )


def _titles(line: str) -> dict[str, None]:
    """The titles of a line in order: the texts in 《》 (which may hold other 《》), and the
    words outside. `《准则》第一章` gives both 准则 and 准则第一章."""
    found: dict[str, None] = {}
    depth = 0
    title = loose = ""
    for part in _TITLES.split(line):
        if part == "《":
            depth += 1
        elif part == "》":
            depth = max(depth - 1, 0)
        if depth == 0 and part == "》" and title:
            found[title[1:].strip()] = None
            loose = title[1:].strip()
            title = ""
        elif depth:
            if not title:
                _add_loose(found, "" if loose in found else loose)
                loose = ""
            title += part
        elif part not in ("《", "》"):
            first, *rest = _OUTSIDE.split(part)
            _add_loose(found, loose + first.strip())
            for word in rest:
                # 《…》第一卷、第二卷: of the same book
                _add_loose(
                    found,
                    (loose if "第" in word and _VOLUME.match(word) else "")
                    + word.strip(),
                )
            loose = ""
    _add_loose(found, title[1:])
    return found


def _of_one_book(words: tuple[str, ...]) -> tuple[str, ...]:
    """Titles without 《》. A volume alone gets the name of the book before it:
    谈治国理政第一卷、第二卷."""
    found: list[str] = []
    book = ""
    for word in words:
        volume = _VOLUME.search(word)
        if volume is None or volume.start():
            book = word[: volume.start()] if volume else ""
            found.append(word)
        else:
            found.append((book if volume.end() == len(word) else "") + word)
    return tuple(found)


def _but_denied(line: str) -> dict[str, None]:
    """The titles of a line with denials in some parts: 没有学习《…》 gives no title, and
    is kept as a text."""
    found: dict[str, None] = {}
    for part in _POINTS.split(line):
        if affirmed(part) is None:
            found.update(_titles(part))
        else:
            _add_loose(found, part)
    return found


def _add_loose(found: dict[str, None], words: str) -> None:
    if words.strip():
        found[words.strip()] = None


@reads("sections")
def sections(reader: Reader, node: Node) -> tuple[tuple[str, str], ...] | None:
    """Pairs of a heading and its text. A list of headings gives empty texts."""
    if not isinstance(node, Mapping):
        headings = terms(reader, node)
        return None if headings is None else tuple((one, "") for one in headings)
    pairs = []
    for key, value in node.pairs:
        body = texts(reader, value)
        if body is None:
            reader.partly = True
        elif is_denied_section(key.value.strip(), whole := "\n".join(body)):
            deny(reader, key, f"{key.value.strip()}：{whole}")
        else:
            pairs.append((key.value.strip(), whole))
    reader.partly = reader.partly or bool(node.spoiled)
    return tuple(pairs)


@reads("pairs")
def pairs(reader: Reader, node: Node) -> tuple[tuple[Name, str], ...] | None:
    """Pairs of a name and its value, from a mapping."""
    if not isinstance(node, Mapping):
        reader.refuse_shape(node, "mapping")
        return None
    found: list[tuple[Name, str]] = []
    for key, value in node.pairs:
        names, told = read_names(reader, key), reader.scalar(value)
        if names is None or told is None:
            reader.partly = True
        elif names.everyone or not names.people:
            reader.refuse(key, "F419", word=key.value.strip()[:20])
            reader.partly = True
        else:
            found.extend((name, told) for name in names.people)
    reader.partly = reader.partly or bool(node.spoiled)
    return tuple(found)


@reads("params")
def params(reader: Reader, node: Node) -> tuple[tuple[str, object, Origin], ...] | None:
    """Parameters `pack/name: value`; a value may be a mapping or a list."""
    if not isinstance(node, Mapping):
        reader.refuse_shape(node, "mapping")
        return None
    return tuple(
        (key.value.strip(), plain(value), reader.at(key)) for key, value in node.pairs
    )


@reads("records")
def records(_reader: Reader, node: Node) -> Node:
    """The node as it is: `record` reads the records inside a record."""
    return node
