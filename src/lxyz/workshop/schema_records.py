"""The JSON Schemas of records, `branch.yaml` and `unit.yaml`, for editors: made from the
vocabulary, never by hand.

They are draft-07, which editors understand, and have the keys and closed values of both
languages, each with its meaning in Chinese. Editors read `8`, `yes`, `2016-06-24` as
numbers, booleans and dates, but lxyz reads them as texts, so a text may also be of
these types. What the schema marks red, `lxyz check` refuses, too (except words in odd
capitals or with blanks inside, which the schema does not know). Only `lxyz check` finds
what depends on the roster, on other records or on the calendar.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.tables import rows_of
from lxyz.packs.load import shipped
from lxyz.vocabulary import OwnKind, kind_entries, words_of, written
from lxyz.workshop.schema import SCHEMA
from lxyz.workshop.schema_kinds import QUIET, alternatives, divided, ref
from lxyz.workshop.snippets import branch_snippets, record_snippets

Schema = dict[str, Any]

# A text may look like a boolean (`true`), but an editor should not offer it as a value.
_BOOLEAN: Schema = {"if": {"type": "boolean"}, "then": True}
_SCALAR: Schema = {
    **_BOOLEAN,
    "else": {"type": ["string", "number"], "errorMessage": "这里写一行文字"},
}
_LIST: Schema = {"type": "array"}
_MAPPING: Schema = {"type": "object"}
_TEXTS: Schema = {"anyOf": [_SCALAR, _LIST]}
_ANY: Schema = {"anyOf": [_SCALAR, _LIST, _MAPPING]}
# The forms of a day that can be read, as regular expressions for Python and for
# editors. The reader of records checks that the day exists and that a weekday after it
# is right.
_D, _MARK = r"[0-9\uff10-\uff19]", r"\s*[-/.\uff0d\uff0f\uff0e]\s*"
_WEEKDAY = r"(?:(?:星期|周|礼拜)[一二三四五六日天]|[A-Za-z]{3,9})"
_DATE: Schema = {
    "type": "string",
    "pattern": rf"^\s*{_D}{{4}}"
    rf"(?:{_MARK}{_D}{{1,2}}{_MARK}{_D}{{1,2}}"
    rf"|\s*年\s*{_D}{{1,2}}\s*月\s*{_D}{{1,2}}\s*[日号])"
    rf"(?:\s*[(\uff08]?\s*{_WEEKDAY}\s*[)\uff09]?)?\s*$",
    "patternErrorMessage": "日期写成 2016-06-24 的样子",
    "errorMessage": "日期写成 2016-06-24 的样子",
}
# The schema of a value by the type of its key; `_shape` makes those of types that name
# a context.
_SHAPES: dict[str, Schema] = {
    "date": _DATE,
    **dict.fromkeys(
        "dates names texts tagged terms titles refs paths some".split(), _TEXTS
    ),
    **dict.fromkeys(("pairs", "params"), _MAPPING),
    **dict.fromkeys(("sections", "reasons", "filings"), _ANY),
}


def record_schema(own: tuple[OwnKind, ...] = ()) -> Schema:
    """The schema of a file of records: one record, or a list of records.

    The kinds are those of the vocabulary and `own`, those that packs add."""
    one = ref("record")
    # Not `anyOf`: an editor would then not say what is wrong in either.
    said = record_snippets()
    many = _all(one) | {"defaultSnippets": [{**it, "type": "array"} for it in said]}
    single = {"allOf": [one, _headed("record", "kind", {"defaultSnippets": said})]}
    root = {"if": {"type": "array"}, "then": many, "else": single}
    return _whole("lxyz 记录", root, own)


def branch_schema() -> Schema:
    """The schema of `branch.yaml`."""
    offered = _headed("branch", "name", {"defaultSnippets": branch_snippets()})
    return _whole("lxyz branch.yaml", {"allOf": [*_named("branch")["allOf"], offered]})


def unit_schema() -> Schema:
    """The schema of `unit.yaml`."""
    return _whole("lxyz unit.yaml", _named("unit"))


def _whole(title: str, root: Schema, own: tuple[OwnKind, ...] = ()) -> Schema:
    """A schema with all definitions that it needs, directly or through others."""
    known = _definitions(own)
    used: dict[str, Schema] = {}
    wanted = list(_names(root))
    while wanted:
        name = wanted.pop()
        if name not in used:
            used[name] = known[name]
            wanted.extend(_names(known[name]))
    made = {name: used[name] for name in known if name in used}
    return {"$schema": SCHEMA, "title": title, **root, "definitions": made}


def _names(schema: Any) -> Iterator[str]:
    """The names of the definitions that a schema refers to."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for one in schema.values():
            yield from _names(one)
    elif isinstance(schema, list):
        for one in schema:
            yield from _names(one)


def _named(context: str) -> Schema:
    """A mapping of a context, with a name."""
    return {"allOf": [ref(context), _required(context, "name")]}


def _definitions(own: tuple[OwnKind, ...]) -> Schema:
    """The definitions of all contexts; a `row` is a record inside another record, which
    may leave out its kind."""
    data = written()
    made = {context: _mapping(keys) for context, keys in data["keys"].items()}
    record = divided(made["record"], own)
    made["keys"] = record.keys
    made["row"] = {"allOf": [ref("keys"), record.others]}
    required = _required("record", "kind")
    made["record"] = {"allOf": [ref("keys"), required, record.by_kind]}
    made.update(record.definitions)
    made["kinds"] = _kinds(kind_entries(own))
    for name, values in data["values"].items():
        made[f"value-{name}"] = _closed(values)
    return made


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _all(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _required(context: str, slug: str) -> Schema:
    """A schema that demands a key, in any of its words."""
    name = written()["keys"][context][slug]["zh"]
    missing = {"required": [name], "errorMessage": f"还缺“{name}”"}
    return _headed(context, slug, missing)


def _headed(context: str, slug: str, otherwise: Schema) -> Schema:
    """A schema that applies `otherwise` to a mapping without a key, in any of its
    words."""
    words = words_of(slug, written()["keys"][context][slug])
    return {
        "if": _either(*({"required": [word]} for word in words)),
        "else": {**_MAPPING, **otherwise},
    }


# --- keys -----------------------------------------------------------------------------


def _mapping(keys: dict[str, Any]) -> Schema:
    """A mapping with these keys, in all their words, and no other keys.

    An editor is offered one Chinese and one English word for each key."""
    meanings: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    offered: set[str] = set()
    for slug, entry in keys.items():
        for one in entry if isinstance(entry, list) else [entry]:
            offered.update((one["zh"], slug))
            for word in (one["zh"], *words_of(slug, one)):
                if (slug, one) not in meanings.setdefault(word, []):
                    meanings[word].append((slug, one))
    known = {
        word: _described(found) | ({} if word in offered else QUIET)
        for word, found in meanings.items()
    }
    # Apart, because each has a message of its own.
    return {
        **_MAPPING,
        "errorMessage": "这里写“键: 值”，一行一个",
        "allOf": [
            {
                "properties": known,
                "additionalProperties": False,
                "errorMessage": "没有这个键：从补全里选一个",
            }
        ],
    }


def _described(meanings: list[tuple[str, dict[str, Any]]]) -> Schema:
    """The value of a key with several meanings, with a description of each."""
    shapes: list[Schema] = []
    told: list[str] = []
    for slug, entry in meanings:
        shape = _shape(entry["type"])
        if shape not in shapes:
            shapes.append(shape)
        how = _hints().get(entry["type"], "")
        told.append(f"{entry['zh']} {slug}{how and f'：{how}'}")
    made = {**_either(*shapes), "description": "；".join(dict.fromkeys(told))}
    examples = [one for slug, entry in meanings for one in _examples(slug, entry)]
    return made | ({"examples": examples} if examples else {})


@lru_cache(maxsize=1)
def _hints() -> dict[str, str]:
    """How a value is written, by the type of its key: the table beside this file."""
    text = Path(__file__).with_name("written.txt").read_text("utf-8")
    return {row[0]: row[1] for row in rows_of(text)}


def _examples(slug: str, entry: dict[str, Any]) -> tuple[str, ...]:
    """Values that an editor offers for a key with free text."""
    if slug == "packs":
        return tuple(shipped())
    return ("全体", "all") if entry["type"] == "attendance" else ()


def _shape(type_: str) -> Schema:
    """The schema of the value of a key, by the key's type and the context in it."""
    kind, _, of = type_.partition(" ")
    if kind in _SHAPES:
        return _SHAPES[kind]
    if kind == "one":
        return ref(f"value-{of}")
    if kind == "value-names":
        return {**_MAPPING, "propertyNames": ref(f"value-{of}")} if of else _MAPPING
    if kind in ("map", "kinds"):
        return ref(of or kind)
    if kind in ("list", "fixed-day", "records", "steps", "speakers", "attendance"):
        return _either(_SCALAR, *_parts(kind, of))
    return _SCALAR


def _parts(kind: str, of: str) -> Iterator[Schema]:
    """The schemas for a value that is one part of some context, or a list of parts."""
    inner = ref(
        {"records": "row", "steps": "step", "speakers": "speaker"}.get(kind, of or kind)
    )
    if kind != "steps":
        yield inner
    if kind == "speakers":
        yield ref("speakers")
    if kind != "attendance":
        yield _all(_either(_SCALAR, inner) if kind == "steps" else inner)


# --- kinds and closed values ------------------------------------------------------------


def _closed(values: dict[str, Any]) -> Schema:
    """A schema for one of a closed set of words; an editor may have turned yes and no
    into booleans."""
    told = "、".join(entry["zh"] for entry in values.values())
    words = _words(values, f"只能写：{told}")
    if {"yes", "no"} <= values.keys():
        words["anyOf"].append({**_BOOLEAN, "else": False})
    return {**words, "description": told}


def _kinds(kinds: dict[str, Any]) -> Schema:
    """A schema for one kind, or several: in a list, or on a line with separators."""
    known = _words(kinds, "没有这个类型：从补全里选一个")
    several = {"type": "string", "pattern": "[、，,;；/ +]"}
    listed = {"type": "string", "minLength": 1}
    # The items of a list are left to `lxyz check`: if they were offered too, an editor
    # would show each kind twice.
    return _either(*known["anyOf"], several, _all(listed))


def _words(entries: dict[str, Any], otherwise: str) -> Schema:
    """A schema for the words of a closed set: of each entry two words are offered, the
    others are only allowed."""
    offered = [word for slug, one in entries.items() for word in (one["zh"], slug)]
    known = (word for slug, one in entries.items() for word in words_of(slug, one))
    return _either(
        {"enum": list(dict.fromkeys(offered)), "errorMessage": otherwise},
        {
            "type": "string",
            "pattern": f"^(?:{alternatives(known)})$",
            "patternErrorMessage": otherwise,
        },
    )
