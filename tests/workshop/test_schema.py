"""The schema for editors takes what editors make of a pack."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
import yaml

from lxyz.packs.load import rules_folder, shipped
from lxyz.workshop.schema import SCHEMA, pack_schema

MADE = pack_schema()
HEAD = {"id": "a", "version": "1", "title": "甲", "title_en": "A", "document": "甲"}
RULE = {
    "id": "r",
    "title": "甲",
    "title_en": "A",
    "covers": ["a-01"],
    "modality": "must",
    "for": "branch",
    "count": {"of": {"kind": "party-lecture"}},
}


def wrong(rule: dict[str, Any]) -> bool:
    """Whether the schema refuses a pack with this rule."""
    pack = {"pack": {**HEAD, "year": 2016}, "rules": [rule]}
    return bool(list(jsonschema.Draft7Validator(MADE).iter_errors(pack)))


def test_it_is_a_schema() -> None:
    """Draft 7, and every reference leads somewhere."""
    assert MADE["$schema"] == SCHEMA
    jsonschema.Draft7Validator.check_schema(MADE)
    assert "$defs" not in str(MADE)


@pytest.mark.parametrize("name", shipped())
def test_shipped_packs_fit_as_editors_read_them(name: str) -> None:
    """Numbers, booleans and dates where lxyz reads texts."""
    text = (rules_folder() / name / "pack.yaml").read_text("utf-8")
    loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    assert not list(jsonschema.Draft7Validator(MADE).iter_errors(loaded))


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"count": {"of": {"kind": "x"}, "min": 8}},
        {"count": {"of": {"kind": "x"}, "min": "$least"}},
        {"weak": True},
        {"weak": "yes"},
        {"when": {"every": "year", "in": "$july"}},
        {"when": "now", "count": None, "has": {"fixed_day": "some"}},
        {"modality": "$modality"},
        {"rows": [{"id": "a"}]},
        {"soft": {"count": {"min": 9}}},
    ],
)
def test_what_it_takes(changes: dict[str, Any]) -> None:
    """Bare words as editors read them, and `$name` for any value."""
    rule = {
        key: value for key, value in {**RULE, **changes}.items() if value is not None
    }
    assert not wrong(rule)


@pytest.mark.parametrize(
    "changes",
    [
        {"modality": "shall"},
        {"for": "people"},
        {"counts": {}},
        {"count": {"of": {"kind": "x"}, "min": "eight"}},
        {"covers": {"a": "b"}},
        {"id": None},
    ],
)
def test_what_it_refuses(changes: dict[str, Any]) -> None:
    """What an editor can see."""
    rule = {
        key: value for key, value in {**RULE, **changes}.items() if value is not None
    }
    assert wrong(rule)
