"""The JSON Schema of `pack.yaml`, for editors: made from the models, never by hand.

Editors read `8`, `yes`, `2016-06-24` as numbers, booleans and dates, but lxyz reads
them as texts. So the schema allows these types wherever the models have a text. A
parameter or a word of `rows` (`$name`) may stand for any value. `lxyz rules lint`
reports what a schema cannot find: duplicate keys, a rule that can never apply.
"""

from __future__ import annotations

from typing import Any

from lxyz.packs.model import Rule
from lxyz.packs.pack import PackFile
from lxyz.packs.shape import model_of

SCHEMA = "http://json-schema.org/draft-07/schema#"
_PLACEHOLDER = {"type": "string", "pattern": r"\$[a-z]"}
_BARE = ["string", "number", "boolean"]
# Keys that a pack may have and a rule that is judged has no more: rows, the soft tier,
# packs that build on packs.
_WRITTEN = ("rows", "soft", "like", "instead", "by")


def pack_schema() -> dict[str, Any]:
    """The schema of a whole `pack.yaml`, draft-07."""
    file = model_of(PackFile).model_json_schema(by_alias=True, mode="validation")
    rule = model_of(Rule).model_json_schema(by_alias=True, mode="validation")
    definitions = {**file.pop("$defs", {}), **rule.pop("$defs", {})}
    for name in _WRITTEN:
        rule["properties"].setdefault(name, {})
    definitions["When"]["properties"]["in"] = {
        "anyOf": [{"$ref": "#/$defs/Bounds"}, _PLACEHOLDER]
    }
    rule["required"] = ["id"]
    definitions["Rule"] = rule
    file["properties"]["rules"] = {"type": "array", "items": {"$ref": "#/$defs/Rule"}}
    file["$defs"] = definitions
    made: dict[str, Any] = _loosened(file)
    made = {"$schema": SCHEMA, **made, "title": "lxyz pack.yaml"}
    made["definitions"] = made.pop("$defs")
    return made


def _loosened(schema: Any) -> Any:
    """A schema that also allows what editors make of texts, and `$name` for any
    value."""
    if isinstance(schema, list):
        return [_loosened(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _loosened(value) for key, value in schema.items() if key != "default"}
    if isinstance(made.get("title"), str):
        del made["title"]
    if "$ref" in made:
        return {"$ref": made["$ref"].replace("#/$defs/", "#/definitions/")}
    if made.get("type") == "string" and "enum" not in made and "const" not in made:
        made["type"] = _BARE
        if "pattern" in made:
            made["pattern"] = rf"{made['pattern']}|\$[a-z]"
    elif "enum" in made or "const" in made:
        return {"anyOf": [_with_booleans(made), _PLACEHOLDER]}
    elif made.get("type") == "array":
        return {"anyOf": [made, _PLACEHOLDER]}
    return made


def _with_booleans(made: dict[str, Any]) -> dict[str, Any]:
    """A schema of values with yes and no that also allows booleans: an editor may have
    turned yes and no into these."""
    words = made.get("enum", [made.get("const")])
    if {"yes", "no"} <= set(words):
        return {"enum": [*words, True, False]}
    return {"enum": list(words)}
