"""The JSON Schemas of records, `branch.yaml` and `unit.yaml`, for editors: made from the
vocabulary, never by hand.

Draft-07, as editors want it: keys and closed values of both languages, each with what it
means in Chinese. Editors resolve `8`, `yes`, `2016-06-24` to numbers, booleans and dates
where lxyz reads texts, so a text may be those too. What the schema marks red `lxyz check`
refuses (only words in odd capitals or with blanks inside it knows less of); what depends
on the roster, on other records or on the calendar only `lxyz check` can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxyz.packs.load import shipped
from lxyz.vocabulary import OwnKind, kind_entries, words_of, written
from lxyz.workshop.schema import SCHEMA
from lxyz.workshop.schema_kinds import QUIET, alternatives, divided
from lxyz.workshop.snippets import branch_snippets, record_snippets

Schema = dict[str, Any]

# A text may look like a boolean (`true`); an editor is not to offer that as a value.
_BOOLEAN: Schema = {"if": {"type": "boolean"}, "then": True}
_SCALAR: Schema = {
    **_BOOLEAN,
    "else": {"type": ["string", "number"], "errorMessage": "这里写一行文字"},
}
_LIST: Schema = {"type": "array"}
_MAPPING: Schema = {"type": "object"}
_TEXTS: Schema = {"anyOf": [_SCALAR, _LIST]}
# The forms of a day that are read, in the regular expressions of both Python and editors;
# whether there is such a day, and the weekday behind it is right, the reader says.
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
# The shape of a value by the type of its key; those with a context are in `_shape`.
_SHAPES: dict[str, Schema] = {
    "date": _DATE,
    "dates": _TEXTS,
    "names": _TEXTS,
    "texts": _TEXTS,
    "tagged": _TEXTS,
    "terms": _TEXTS,
    "titles": _TEXTS,
    "refs": _TEXTS,
    "paths": _TEXTS,
    "some": _TEXTS,
    "pairs": _MAPPING,
    "params": _MAPPING,
    "sections": {"anyOf": [_SCALAR, _LIST, _MAPPING]},
    "reasons": {"anyOf": [_SCALAR, _LIST, _MAPPING]},
    "filings": {"anyOf": [_SCALAR, _LIST, _MAPPING]},
}
# How a value is written, where its type does not say it.
_WRITTEN = {
    "date": "日期，如 2016-06-24",
    "dates": "日期，几个用顿号隔开",
    "time": "起止钟点，如 14:00-16:30",
    "period": "期间，如 2016、2016-06、2016-Q3",
    "month": "月份，如 2016-06",
    "name": "一个姓名",
    "names": "姓名，用顿号隔开；可写 全体、无",
    "int": "整数",
    "number": "数字",
    "titles": "几份材料，每个《》是一份",
    "texts": "几行文字",
    "tagged": "一项一行，写 标签 或 标签：说明",
    "terms": "几个词，用顿号隔开",
    "refs": "指向别的记录，如 2016-12-05 支委会",
    "path": "附件的路径，从支部文件夹写起",
    "paths": "附件的路径，从支部文件夹写起",
    "pairs": "姓名: 值，一人一行",
    "attendance": "全体，或者到会的姓名；有人没到，出席、请假、缺席 各一行",
    "speakers": "主讲、主题发言、交流发言 各一行",
    "filings": "报送单位: 日期",
    "sections": "标题: 内容",
    "fixed-day": "每月几号，如 7；或者 第一个星期五",
    "slot": "星期几，可带钟点，如 星期五 15:00-16:00",
    "when": "时段，如 2016-06、每月、第三季度",
}


def record_schema(own: tuple[OwnKind, ...] = ()) -> Schema:
    """The schema of a file of records: one record, or a list of them; of the kinds of
    the vocabulary, and those that packs bring."""
    one = _ref("record")
    # Not "any of the two": an editor would tell of neither what is wrong.
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
    """A schema with the definitions that it uses, and that those use."""
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
    """The definitions that a schema names."""
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
    return {"allOf": [_ref(context), _required(context, "name")]}


def _definitions(own: tuple[OwnKind, ...]) -> Schema:
    """All contexts; a `row` is a record inside another, which may leave out its kind."""
    data = written()
    made = {context: _mapping(keys) for context, keys in data["keys"].items()}
    record = divided(made["record"], own)
    made["keys"] = record.keys
    made["row"] = {"allOf": [_ref("keys"), record.others]}
    required = _required("record", "kind")
    made["record"] = {"allOf": [_ref("keys"), required, record.by_kind]}
    made.update(record.definitions)
    made["kinds"] = _kinds(kind_entries(own))
    for name, values in data["values"].items():
        made[f"value-{name}"] = _closed(values)
    return made


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _either(*schemas: Schema) -> Schema:
    return {"anyOf": list(schemas)}


def _all(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _required(context: str, slug: str) -> Schema:
    """That a mapping has a key, in one of its words."""
    name = written()["keys"][context][slug]["zh"]
    missing = {"required": [name], "errorMessage": f"还缺“{name}”"}
    return _headed(context, slug, missing)


def _headed(context: str, slug: str, otherwise: Schema) -> Schema:
    """What holds of a mapping that has not got a key in any of its words."""
    words = words_of(slug, written()["keys"][context][slug])
    return {
        "if": _either(*({"required": [word]} for word in words)),
        "else": {**_MAPPING, **otherwise},
    }


# --- keys -----------------------------------------------------------------------------


def _mapping(keys: dict[str, Any]) -> Schema:
    """A mapping with some keys, in all their words, and no other; offered are the
    Chinese word of each and the English one."""
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
    """The value of a key that may mean several things, with what each is."""
    shapes: list[Schema] = []
    told: list[str] = []
    for slug, entry in meanings:
        shape = _shape(entry["type"])
        if shape not in shapes:
            shapes.append(shape)
        how = _WRITTEN.get(entry["type"], "")
        told.append(f"{entry['zh']} {slug}{how and f'：{how}'}")
    made = {**_either(*shapes), "description": "；".join(dict.fromkeys(told))}
    examples = [one for slug, entry in meanings for one in _examples(slug, entry)]
    return made | ({"examples": examples} if examples else {})


def _examples(slug: str, entry: dict[str, Any]) -> tuple[str, ...]:
    """Values that are offered where any text may stand."""
    if slug == "packs":
        return tuple(shipped())
    return ("全体", "all") if entry["type"] == "attendance" else ()


def _shape(type_: str) -> Schema:
    """What the value of a key may look like: by the type, and the context it names."""
    kind, _, of = type_.partition(" ")
    if kind in _SHAPES:
        return _SHAPES[kind]
    if kind == "one":
        return _ref(f"value-{of}")
    if kind == "value-names":
        return {**_MAPPING, "propertyNames": _ref(f"value-{of}")} if of else _MAPPING
    if kind in ("map", "kinds"):
        return _ref(of or kind)
    if kind in ("list", "fixed-day", "records", "steps", "speakers", "attendance"):
        return _either(_SCALAR, *_parts(kind, of))
    return _SCALAR


def _parts(kind: str, of: str) -> Iterator[Schema]:
    """What a value may be that is one part, or several in a list, of some context."""
    inner = _ref(
        {"records": "row", "steps": "step", "speakers": "speaker"}.get(kind, of or kind)
    )
    if kind != "steps":
        yield inner
    if kind == "speakers":
        yield _ref("speakers")
    if kind != "attendance":
        yield _all(_either(_SCALAR, inner) if kind == "steps" else inner)


# --- kinds and closed values ------------------------------------------------------------


def _closed(values: dict[str, Any]) -> Schema:
    """One of a closed set of words; yes and no may have become booleans."""
    told = "、".join(entry["zh"] for entry in values.values())
    words = _words(values, f"只能写：{told}")
    if {"yes", "no"} <= values.keys():
        words["anyOf"].append({**_BOOLEAN, "else": False})
    return {**words, "description": told}


def _kinds(kinds: dict[str, Any]) -> Schema:
    """A kind; or several, in a list, or in a line with something between them."""
    known = _words(kinds, "没有这个类型：从补全里选一个")
    several = {"type": "string", "pattern": "[、，,;；/ +]"}
    listed = {"type": "string", "minLength": 1}
    # What stands in a list is looked at when it is checked: offered twice, the kinds
    # would stand twice among the completions.
    return _either(*known["anyOf"], several, _all(listed))


def _words(entries: dict[str, Any], otherwise: str) -> Schema:
    """The words of a closed set: two of each are offered, the others only taken."""
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
