"""The grammar of a names line: `王敏、陈静、刘洋（出差）`, `全体`, `无`.

Separators are 、 ， , ； ; and line ends; a blank never separates (李　娜 is one name).
A YAML list is taken too, each item by the same grammar, and `{刘洋: 出差}` for reasons.
"""

from __future__ import annotations

from functools import lru_cache

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.files import Mapping, Node, Scalar, Sequence
from lxyz.records.model import Name, Names
from lxyz.records.reader import Reader, reads, whole
from lxyz.vocabulary import Vocabulary

_MARKS = late("([、，,；;\n（()）])")
_BAD = late(
    r"[\"'“”‘’「」『』：:{}｛｝\[\]［］<>《》（）()!！?？。/\\|=+*&^%$#@~`\ufffd\x00-\x08\x0a-\x1f]"
)
_DATE = late(r"[0-9０-９]{4}[-/.年－．]|^[0-9０-９]+$")
_COUNT = late(
    "(?:应到|实到|出席|参加|到会|请假|缺席|列席|未到|迟到|共|约|等|全体党员)?[ 　]*"
    "(?:[0-9０-９]+|[一二三四五六七八九十百]+(?=[人名位个]))[ 　]*(?:个|多)?(?:人|名|位)?"
    "(?:党员|同志)?"
    "|.{1,12}等(?:[ 　]*(?:[0-9０-９]+|[一二三四五六七八九十百]+)[ 　]*[人名位])?(?:党员|同志)?"
    "|(?:部分|多数|大部分|大多数|个别|有关|相关)(?:党员|同志|人员|干部)"
)
"""Texts in place of names that do not say who the people are: 3人, 王敏等, 部分党员."""
_COUNT_ENDS = frozenset("0123456789０１２３４５６７８９人名位个多等员志部 　")
_LONGEST_NAME = 40
_LONGEST_CACHED = 400


class _Part(NamedTuple):
    """A part of a names line: `what` it is, its offset in the line, the name, and the
    reason in brackets."""

    what: str  # person, all, none, or the code of a fault
    offset: int
    text: str
    reason: str = ""


@reads("names", "reasons")
def read_names(reader: Reader, node: Node) -> Names | None:
    """The names in a value; None after a fault if nothing in it can be used."""
    if isinstance(node, Scalar):
        return _line(reader, node)
    people: list[Name] = []
    everyone = nobody = False
    reader.partly = reader.partly or bool(node.spoiled)
    if isinstance(node, Sequence):
        for item in whole(node):
            if (person := _person(reader, item)) is not None:
                people.append(person)
            elif (inner := read_names(reader, item)) is not None:
                people.extend(inner.people)
                everyone, nobody = everyone or inner.everyone, nobody or inner.nobody
        if nobody and (people or everyone):
            reader.refuse(node, "F419", word=reader.words.word_names["none"])
            reader.partly, nobody = True, False
    else:
        people.extend(_with_reasons(reader, node))
    if not (people or everyone or nobody):
        return None
    return Names(tuple(people), everyone, nobody, node.line, node.column)


def _with_reasons(reader: Reader, node: Mapping) -> list[Name]:
    """The names of `{刘洋: 出差, 唐雪: 病假}`."""
    people = []
    for key, value in node.pairs:
        if is_name(key.value) and isinstance(value, Scalar):
            reason = value.value.strip()
            people.append(Name(key.value.strip(), key.line, key.column, reason))
        else:
            reader.refuse(key, "F410", name=key.value[:20])
            reader.partly = True
    return people


def _person(reader: Reader, node: Node) -> Name | None:
    """The person whom an item of a list names, if it is plainly one name; else None."""
    if type(node) is not Scalar or node.style != "plain":
        return None
    parts = _parts_of(node.value, reader.words)
    if len(parts) != 1 or parts[0].what != "person":
        return None
    _, offset, name, reason = parts[0]
    return Name(name, node.line, node.column + offset, reason)


def _parts_of(text: str, words: Vocabulary) -> tuple[_Part, ...]:
    """The parts of a names line of any length. Only those of short lines are cached."""
    parts = _parts if len(text) <= _LONGEST_CACHED else _parts.__wrapped__
    return parts(text, words)


def _line(reader: Reader, node: Scalar) -> Names | None:
    """The names of a line."""
    text = node.value
    parts = _parts_of(text, reader.words)
    people: list[Name] = []
    everyone = nobody = False
    alone = len(parts) == 1
    line, column, is_plain = node.line, node.column, node.style == "plain"
    for what, offset, name, reason in parts:
        if what == "person":
            if is_plain:
                people.append(Name(name, line, column + offset, reason))
            else:
                people.append(Name(name, *node.place(offset), reason))
        elif what == "all":
            everyone = True
        elif what == "none" and alone:
            nobody = True
        else:
            reader.partly = True
            if not (what == "F410" and alone and reader.is_slip(node)):
                _refuse(reader, node, what, offset, name)
    if not parts:
        reader.refuse(node, "F410", name=text[:20])
    if not (people or everyone or nobody):
        return None
    return Names(tuple(people), everyone, nobody, line, column)


def _refuse(reader: Reader, node: Scalar, what: str, offset: int, name: str) -> None:
    """Writes down what is wrong with a part of a line."""
    if what == "none":
        reader.refuse_in(node, offset, "F419", word=name)
    elif what == "F406":
        reader.refuse_in(node, offset, "F406", text=name[:20])
    elif what == "F412":
        reader.refuse_in(node, offset, "F412", text=name[:20])
    elif what == "F410":
        reader.refuse_in(node, offset, "F410", name=name[:20])
    else:
        reader.refuse_in(node, offset, "F311")


@lru_cache(maxsize=4096)
def _parts(text: str, words: Vocabulary) -> tuple[_Part, ...]:
    """The parts of a names line, in order. Of several numbers in place of names only
    the first is kept, for one fault."""
    parts: list[_Part] = []
    for offset, name, reason in _split(text):
        what = _what(name, reason, words)
        if what == "F406" and any(part.what == what for part in parts):
            continue
        shown = reason if what == "F412" else name.replace("\t", " ")
        parts.append(_Part(what, offset, shown, reason))
    return tuple(parts)


def _what(name: str, reason: str, words: Vocabulary) -> str:
    """What a name is: a person, 全体, 无, or the code of what is wrong with it."""
    if len(name) > _LONGEST_NAME:
        return "F410"
    return _what_of(name, reason[:_LONGEST_NAME], words)


@lru_cache(maxsize=4096)
def _what_of(name: str, reason: str, words: Vocabulary) -> str:
    """The same for a name and reason of limited length; cached, as names recur in many
    lines."""
    if not reason and words.is_word("all", name):
        return "all"
    if words.is_word("all", name):
        return "F412"
    if not reason and words.is_word("none", name):
        return "none"
    if _is_private(name) or _is_private(reason):
        return "F311"
    if name.startswith(("应到", "实到")) or (
        name[-1:] in _COUNT_ENDS and _COUNT.fullmatch(name)
    ):
        return "F406"
    return "person" if is_name(name) else "F410"


_PRIVATE = late("1[3-9][0-9]{9}|[0-9]{17}")


def _is_private(text: str) -> bool:
    return not text.isalpha() and _PRIVATE.search(text) is not None


def _split(text: str) -> list[tuple[int, str, str]]:
    """The parts of a names line: offset, name, and reason in brackets. A bracket that
    is never closed reaches to the end of its line."""
    found: list[tuple[int, str, str]] = []
    start = offset = depth = 0
    for part in _MARKS.split(text):
        if part in ("（", "("):
            depth += 1
        elif part in ("）", ")"):
            depth = max(depth - 1, 0)
        elif part == "\n":
            depth = 0
        if depth == 0 and len(part) == 1 and part in "、，,；;\n":
            _add(found, text, start, offset)
            start = offset + 1
        offset += len(part)
    _add(found, text, start, offset)
    return found


_EXCUSE = late("([^（(]*)[（(]([^（()）]*)[）)]")


def _add(found: list[tuple[int, str, str]], text: str, start: int, end: int) -> None:
    """Adds the part between two separators, unless it is blank."""
    part = text[start:end]
    bare = part.strip()
    if not bare:
        return
    offset = start + len(part) - len(part.lstrip())
    may_be = bare[-1] in "）)" and len(bare) <= 8 * _LONGEST_NAME
    excuse = _EXCUSE.fullmatch(bare) if may_be else None
    if excuse:
        found.append((offset, excuse[1].strip(), excuse[2].strip()))
    else:
        found.append((offset, bare, ""))


def is_name(text: str) -> bool:
    """Whether a text can be the name of a person."""
    plain = text.strip()
    if not 0 < len(plain) <= _LONGEST_NAME:
        return False
    return plain.isalpha() or not (_BAD.search(plain) or _DATE.search(plain))


@reads("name")
def read_name(reader: Reader, node: Node) -> Names | None:
    """A names field for one person."""
    names: Names | None = read_names(reader, node)
    if names is None or (len(names.people) == 1 and not names.everyone):
        return names
    reader.refuse(node, "F414")
    return None


@reads("owner")
def read_owner(reader: Reader, node: Node) -> tuple[str, Names | None] | None:
    """The owner of a record: a body (`branch`, `committee`) and None, or "" and the
    people named."""
    if isinstance(node, Scalar):
        body = reader.words.value("owner", node.value.strip())
        if body:
            return body, None
    names = read_names(reader, node)
    return None if names is None else ("", names)
