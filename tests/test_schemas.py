"""The published schemas: fresh, valid as schemas, and true of what is shipped."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
import yaml

from lxyz.packs.load import rules_folder
from lxyz.workshop.schema import pack_schema

PACKS = sorted(path.parent.name for path in rules_folder().glob("*/pack.yaml"))


def errors(pack: Any) -> list[str]:
    """What the schema says of a pack as an editor would load it."""
    plain = json.loads(json.dumps(pack, default=str))
    found = jsonschema.Draft7Validator(pack_schema()).iter_errors(plain)
    return [f"{list(one.absolute_path)}: {one.message[:200]}" for one in found]


def test_it_is_a_schema() -> None:
    """Draft-07, as editors want it."""
    jsonschema.Draft7Validator.check_schema(pack_schema())


def test_the_shipped_schema_is_fresh() -> None:
    """rules/schema.json is what the models say today: `lxyz schema pack` writes it."""
    shipped = json.loads((rules_folder() / "schema.json").read_text("utf-8"))
    assert shipped == pack_schema()


@pytest.mark.parametrize("name", PACKS)
def test_the_packs_keep_it(name: str) -> None:
    """Numbers, days and yes written bare are taken, as lxyz takes them."""
    text = (rules_folder() / name / "pack.yaml").read_text("utf-8")
    assert errors(yaml.safe_load(text)) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"wen": {"every": "year"}}, "wen"),
        ({"for": "nobody"}, "for"),
        ({"when": {"every": "fortnight"}}, "when"),
        ({"count": {"of": {"kind": "party-lecture"}, "min": "many"}}, "count"),
    ],
)
def test_mistakes_are_seen(change: dict[str, Any], where: str) -> None:
    """A key or a value that is none gets a red line."""
    head = {"id": "x", "version": "1", "title": "x", "title_en": "x", "document": "x"}
    rule = {"id": "a", "for": "branch", "count": {"of": {"kind": "party-lecture"}}}
    good = {"pack": {**head, "year": 2016}, "rules": [rule]}
    assert errors(good) == []
    found = errors({**good, "rules": [{**rule, **change}]})
    assert found
    assert any(where in one for one in found)
