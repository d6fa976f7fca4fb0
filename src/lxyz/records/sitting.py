"""Reads the parts of a sitting: attendance, steps, speakers; and filings."""

from __future__ import annotations

import re

from lxyz.denial.texts import may_deny, takes_back
from lxyz.denial.values import keeps_place
from lxyz.files import Mapping, Node, Scalar, Sequence
from lxyz.records.asides import apart
from lxyz.records.days import date
from lxyz.records.model import Attendance, Fields, Filing, Name, Names, Speaker, Step
from lxyz.records.names import read_names
from lxyz.records.parts import each_mapping
from lxyz.records.reader import Reader, reads
from lxyz.records.texts import terms

_STATES = ("present", "excused", "absent")
_AWAY = {"excused", "absent"}
_RECIPIENT = r"(?:已?上?报送?)?([^\W\d]{2,20})"  # 已报机关党委


@reads("attendance")
def attendance(reader: Reader, node: Node) -> Attendance | None:
    """An attendance: one line (`全体`, names, or `无`), or a mapping of states where
    somebody was excused or absent."""
    if isinstance(node, Mapping):
        return _states(reader, node)
    names = read_names(reader, node)
    if names is None:
        return None
    if any(name.reason for name in names.people):
        reader.refuse(node, "F415")
        return None
    return Attendance(present=names, origin=reader.at(node))


def _states(reader: Reader, node: Mapping) -> Attendance | None:
    """The states of an attendance written as a mapping."""
    fields = reader.fields(node, "attendance")
    absent: Names | None = fields.values.get("absent")
    for name in absent.people if absent else ():
        if name.reason:
            at = name.at(reader.file)
            reader.faults.warn("F416", at, name=name.text, reason=name.reason)
    present: Names | None = fields.values.get("present")
    _not_everyone(reader, fields, "excused")
    if present is not None and present.everyone:
        _not_everyone(reader, fields, "absent")
    if all(fields.lacks(state) for state in (*_STATES, "count")):
        reader.tell_missing(reader.at(node), "attendance", "present")
        return None
    if not fields.values:
        return None
    partly = bool(fields.strange or fields.broken or fields.spoiled & _AWAY)
    return Attendance(**fields.values, partly=partly, origin=reader.at(node))


def _not_everyone(reader: Reader, fields: Fields, state: str) -> None:
    """Refuses 全体 for a state in which each must be named."""
    names: Names | None = fields.values.get(state)
    if names is not None and names.everyone:
        at = names.at(reader.file)
        reader.faults.add("F419", at, word=reader.words.word_names["all"])
        del fields.values[state]
        fields.spoiled.add(state)


@reads("steps")
def steps(reader: Reader, node: Node) -> tuple[Step, ...] | None:
    """Steps in order: a line with 、, or a list of names and mappings."""
    if isinstance(node, Scalar):
        names = terms(reader, node)
        return (
            None
            if names is None
            else tuple(_named_step(reader, n, node) for n in names)
        )
    if isinstance(node, Mapping):
        reader.refuse(node, "F206", wanted="list")
        return None
    return reader.each(node, lambda item: _step(reader, item))


def _named_step(reader: Reader, text: str, node: Node) -> Step:
    """A step of one text: `标签`, `标签：说明` or `标签（说明）`."""
    name, said = apart(text)
    return Step(name, origin=reader.at(node), said=said)


def _step(reader: Reader, node: Node) -> Step | None:
    """One step. One whose day cannot be read is dropped: without a day it would count
    as done on the day of the sitting."""
    if not isinstance(node, Mapping):
        name = reader.scalar(node)
        return None if name is None else _named_step(reader, name, node)
    fields = reader.fields(node, "step")
    values = fields.values
    if fields.lacks("name"):
        reader.tell_missing(reader.at(node), "step", "name")
    if "name" not in values or "date" in fields.spoiled:
        return None
    name, note = values["name"], values.get("note", "")
    blank = (
        note if keeps_place(note) else ""
    )  # reported by `blanks`, with the list of steps
    name = f"{name}：{note}" if takes_back(note) else apart(name)[0]
    return Step(
        name,
        values.get("date"),
        values.get("group", ""),
        values.get("participants"),
        reader.at(node),
        blank,
    )


@reads("speakers")
def speakers(reader: Reader, node: Node) -> tuple[Speaker, ...] | None:
    """Speakers: a mapping of roles and names; or a list of speakers, each with minutes
    and origin. Under a role, such a speaker may stand in place of names."""
    found: list[Speaker] = []
    if isinstance(node, Scalar):
        shown = f"{{主讲: {node.value[:20]}}} 或 {{主题发言: …}}、{{交流发言: …}}"
        reader.refuse_shape(node, "mapping", shown)
        return None
    if isinstance(node, Mapping) and not _has_keys(reader, node, "speaker"):
        node, apart = _told_apart(reader, node)
        fields = reader.fields(node, "speakers")
        for role, names in fields.values.items():
            found.extend(Speaker(name, role) for name in _named(reader, names))
        reader.partly = (
            reader.partly or bool(fields.spoiled) or fields.broken or fields.strange
        )
        node = apart
    for item in each_mapping(reader, node, "speaker") or ():
        values = item.fields
        reader.tell_missing(
            item.origin, "speaker", *filter(item.lacks, ("name", "role"))
        )
        if "name" not in values or "role" not in values:
            reader.partly = True
            continue
        minutes, source = values.get("minutes"), values.get("from", "")
        found.extend(
            Speaker(name, values["role"], minutes, source)
            for name in _named(reader, values["name"])
        )
    return tuple(found)


def _told_apart(reader: Reader, node: Mapping) -> tuple[Mapping, Sequence]:
    """Splits a mapping of roles: the roles that hold names; and the speakers written as
    mappings under a role, `主讲: {姓名: …, 来自: …}`, as a list in which each names its
    role."""
    roles = Mapping(node.line, node.column, node.flow)
    roles.spoiled = node.spoiled
    entries = Sequence(node.line, node.column, flow=False)
    for key, value in node.pairs:
        found = reader.words.keys("speakers", key.value)
        several = value.items if isinstance(value, Sequence) else [value]
        if not found or not all(_is_entry(reader, one) for one in several):
            roles.pairs.append((key, value))
            continue
        role = key._replace(value=found[0].slug)
        for one in several:
            assert isinstance(one, Mapping)
            entry = Mapping(one.line, one.column, one.flow)
            entry.spoiled = one.spoiled
            entry.pairs = [*one.pairs, (key._replace(value="role"), role)]
            entries.items.append(entry)
    return roles, entries


def _is_entry(reader: Reader, node: Node) -> bool:
    """Whether a value is a mapping for one speaker, with a name and without a role."""
    if not isinstance(node, Mapping):
        return False
    found = {
        key.slug
        for one, _ in node.pairs
        for key in reader.words.keys("speaker", one.value)
    }
    return "name" in found and "role" not in found


def _has_keys(reader: Reader, node: Mapping, context: str) -> bool:
    """Whether any key of a mapping is one of the context."""
    return any(reader.words.keys(context, key.value) for key, _ in node.pairs)


def _named(reader: Reader, names: Names) -> tuple[Name, ...]:
    """The people of a field in which each must be named; 全体 is a fault."""
    if names.everyone:
        reader.faults.add(
            "F419", names.at(reader.file), word=reader.words.word_names["all"]
        )
        reader.partly = True
    return names.people


@reads("filings")
def filings(reader: Reader, node: Node) -> tuple[Filing, ...] | None:
    """Recipient and day, or a list of filings."""
    if isinstance(node, Scalar):
        if reader.words.is_word("none", node.value):
            return ()
        name = re.match(_RECIPIENT, node.value.strip())
        shown = f"{{{name[1]}: YYYY-MM-DD}}" if name else ""
        reader.refuse_shape(node, "mapping", shown)
        if name is None or may_deny(node.value):
            return None
        reader.partly = True
        return (Filing(name[1], None, reader.at(node)),)
    if isinstance(node, Mapping) and not _has_keys(reader, node, "filing"):
        return _recipients(reader, node)
    found = []
    for item in each_mapping(reader, node, "filing") or ():
        values = item.fields
        reader.tell_missing(item.origin, "filing", *filter(item.lacks, ("to", "date")))
        reader.partly = reader.partly or "date" not in values or "to" not in values
        if "to" in values and ("date" in values or "date" in item.spoiled):
            found.append(Filing(values["to"], values.get("date"), item.origin))
    return tuple(found)


def _is_some_day(node: Node) -> bool:
    """Whether a value that is no readable day still claims one, and does not deny the
    filing."""
    return isinstance(node, Scalar) and bool(node.value) and not may_deny(node.value)


def _recipients(reader: Reader, node: Mapping) -> tuple[Filing, ...]:
    """`{机关党委: 2016-06-25}`."""
    found = []
    for key, value in node.pairs:
        day = date(reader, value)
        reader.partly = reader.partly or day is None
        if day or _is_some_day(value):
            found.append(Filing(key.value.strip(), day, reader.at(key)))
    reader.partly = reader.partly or bool(node.spoiled)
    return tuple(found)
