"""Reads fields that are mappings, lists of mappings, or words with names."""

from __future__ import annotations

from datetime import date
from typing import Any

from lxyz.dates.fixed import fixed_day as month_day_of
from lxyz.dates.fixed import weekday_of
from lxyz.denial.values import says_nothing
from lxyz.files import Mapping, Node, Scalar, Sequence
from lxyz.files.slips import SHOWN
from lxyz.records.claims import affirm, deny
from lxyz.records.closed import one as one_of
from lxyz.records.model import Fields, Item, Name, Names
from lxyz.records.names import read_names
from lxyz.records.reader import Reader, reads, reads_of


@reads_of("map")
def part(reader: Reader, node: Node, context: str) -> dict[str, Any] | None:
    """A mapping whose keys are those of a context of the vocabulary; its values by
    English key."""
    if not isinstance(node, Mapping):
        reader.refuse_shape(node, "mapping")
        return None
    fields = reader.fields(node, context)
    reader.partly = bool(fields.spoiled)
    return fields.values


@reads_of("list")
def parts(reader: Reader, node: Node, context: str) -> tuple[Item, ...] | None:
    """A list of mappings with the keys of a context; 无 is the empty list."""
    if isinstance(node, Scalar) and reader.words.is_word("none", node.value):
        return ()
    return each_mapping(reader, node, context)


def each_mapping(reader: Reader, node: Node, context: str) -> tuple[Item, ...] | None:
    """The mappings of a list, each as an Item. A single mapping counts as a list of
    one."""
    if isinstance(node, Scalar):
        reader.refuse_shape(node, "list", _named(reader, node, context))
        return None
    items = []
    for one in [node] if isinstance(node, Mapping) else node.items:
        if isinstance(one, Mapping):
            fields = reader.fields(one, context)
            if context == "item":
                affirm(reader, fields.values, fields.places)
            items.append(Item(fields.values, reader.at(one), _unread(fields)))
        else:
            reader.refuse_shape(one, "mapping", _named(reader, one, context))
            reader.partly = True
    reader.partly = reader.partly or (isinstance(node, Sequence) and node.spoiled)
    return tuple(items)


def _named(reader: Reader, node: Node, context: str) -> str:
    """How a bare name should be written in a list whose items have a name: `{姓名: …}`;
    else ""."""
    key = reader.words.table(context, frozenset()).get("姓名")
    if key is None or key.slug != "name" or not isinstance(node, Scalar):
        return ""
    names = "、".join(node.value.split()) if " " in node.value else node.value
    return f"{{姓名: {names.strip()[:SHOWN]}}}"


def _unread(fields: Fields) -> frozenset[str]:
    """The keys that could not be read; `*` if it is not known which."""
    return frozenset(fields.spoiled | ({"*"} if fields.broken else set()))


@reads_of("value-names")
def value_names(
    reader: Reader, node: Node, values: str
) -> tuple[tuple[str, Names], ...] | None:
    """Pairs of a word and the names behind it. If `values` is given, the words must be
    of that closed set."""
    if not isinstance(node, Mapping):
        reader.refuse_shape(node, "mapping")
        return None
    pairs = []
    for key, value in node.pairs:
        word = one_of(reader, key, values) if values else key.value.strip()
        names = read_names(reader, value)
        if word is None or names is None:
            reader.partly = True
        elif not values and (said := _no_answer(names)):
            deny(reader, said.at(reader.file), said.text)
        else:
            pairs.append((word, names))
            # `facts.grading` refuses a grade for 全体; it is then not known who is left
            # out.
            reader.partly = reader.partly or (values == "grade" and names.everyone)
    reader.partly = reader.partly or bool(node.spoiled)
    return tuple(pairs)


def _no_answer(names: Names) -> Name | None:
    """The first of the names, if all of them only say that nobody has looked yet: 失联:
    待核. None otherwise; 无 and 暂无 are answers."""
    if all(
        says_nothing(one.text, empty=False) and not one.text.endswith("无")
        for one in names.people
    ):
        return names.people[0] if names.people else None
    return None


@reads("value-names")
def free_value_names(
    reader: Reader, node: Node
) -> tuple[tuple[str, Names], ...] | None:
    """Pairs of any word and the names behind it."""
    pairs: tuple[tuple[str, Names], ...] | None = value_names(reader, node, "")
    return pairs


@reads("day-of-month")
def day_of_month(reader: Reader, node: Node) -> str | None:
    """The fixed day of a month, as written."""
    text = reader.scalar(node)
    if text is None or month_day_of(text, date(2016, 1, 1)) is not None:
        return text
    reader.refuse(node, "F708", text=text[:20], shown="7")
    return None


# 每两周周五, 每月第一个周五: these do not name a study day in each week.
_SELDOM = (
    *("两周", "双周", "单周", "隔周", "每二周", "每月", "个周", "个星期"),
    *("other", "second", "two weeks", "fortnight", "month"),
)


def _is_seldom(text: str) -> bool:
    said = text.lower()
    return any(one in said for one in _SELDOM)


@reads("slot")
def slot(reader: Reader, node: Node) -> str | None:
    """The weekday (and hours) on which a branch studies, as written; 无 is none."""
    text = reader.scalar(node)
    if text is None or reader.words.is_word("none", text):
        return text
    if weekday_of(text) is not None and not _is_seldom(text):
        return text
    reader.refuse(node, "F708", text=text[:20], shown="friday 15:00-16:00")
    return None


@reads("fixed-day")
def fixed_day(reader: Reader, node: Node) -> tuple[tuple[str, Any], ...] | None:
    """The fixed day of the month: `7`, `first friday`; or a list of them with `since`.
    Pairs of the text and the day since when it holds (None: always)."""
    if isinstance(node, Scalar):
        if reader.words.is_word("none", node.value):
            return ()
        day = day_of_month(reader, node)
        return None if day is None else ((day, None),)
    items = each_mapping(reader, node, "fixed-day") or ()
    found = []
    for item in items:
        if item.lacks("day"):
            reader.tell_missing(item.origin, "fixed-day", "day")
        if "day" in item.fields and "since" not in item.spoiled:
            found.append((item.fields["day"], item.fields.get("since")))
    return tuple(found)
