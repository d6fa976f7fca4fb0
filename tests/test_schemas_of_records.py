"""The schemas for editors: true of every example, and red where the reader refuses."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from lxyz.workshop.schema_records import branch_schema, record_schema, unit_schema

ROOT = Path(__file__).parents[1]
BAD = ROOT / "tests" / "bad"
MAKERS = {"record": record_schema, "branch": branch_schema, "unit": unit_schema}
BROKEN = "2016-08-31-知识竞赛.yaml"
"""The one example that is broken on purpose."""
EXAMPLES = sorted((ROOT / "examples").rglob("*.yaml"))


class Editor(yaml.SafeLoader):
    """Values as an editor sees them: numbers and booleans, but days as texts."""


Editor.yaml_implicit_resolvers = {
    first: [one for one in found if one[0] != "tag:yaml.org,2002:timestamp"]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def loaded(text: bytes | str) -> Any:
    """A file as an editor loads it; None where it is no YAML."""
    try:
        return yaml.load(text, Loader=Editor)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, ValueError):
        return None


@lru_cache
def validator(what: str) -> Any:
    """What marks a file of a sort red."""
    return jsonschema.Draft7Validator(MAKERS[what]())


def red(what: str, value: Any) -> list[str]:
    """The places that are marked red."""
    return [
        "/".join(str(step) for step in one.absolute_path)
        for one in validator(what).iter_errors(value)
    ]


@pytest.mark.parametrize("what", MAKERS)
def test_it_is_a_schema(what: str) -> None:
    """Draft-07, every reference leads somewhere."""
    schema = MAKERS[what]()
    jsonschema.Draft7Validator.check_schema(schema)
    named = set(schema["definitions"])

    def used(value: Any) -> set[str]:
        if isinstance(value, dict):
            own = {value["$ref"].rpartition("/")[2]} if "$ref" in value else set()
            return own.union(*map(used, value.values()))
        return set().union(*map(used, value)) if isinstance(value, list) else set()

    assert used(schema) <= named


@pytest.mark.no_cover
@pytest.mark.parametrize("file", EXAMPLES, ids=lambda one: one.name)
def test_examples_show_no_red(file: Path) -> None:
    """What lxyz reads without a word an editor does not mark."""
    value = loaded(file.read_bytes())
    if value is None:
        assert file.name == BROKEN
        return
    assert red("branch" if file.name == "branch.yaml" else "record", value) == []


CAUGHT = (
    "F102",
    "F109",
    "F120",
    "F128",
    "F201",
    "F202",
    "F204",
    "F302",
    "F303",
    "F304",
)
"""Mistakes that can be seen without the roster, the calendar and other records."""


def bad_files() -> list[Path]:
    """The files of tests/bad with such a mistake that are YAML at all."""
    return [
        file
        for file in sorted(BAD.glob("*.yaml"))
        if file.name.startswith(CAUGHT) and loaded(file.read_bytes()) is not None
    ]


@pytest.mark.parametrize("file", bad_files(), ids=lambda one: one.name)
def test_what_a_schema_can_catch(file: Path) -> None:
    """The files of tests/bad."""
    assert red("record", loaded(file.read_bytes()))


@pytest.mark.no_cover
def test_by_another_hand(tmp_path: Path) -> None:
    """check-jsonschema finds no fault in the examples, and one in each bad file (of which
    every fifth is shown it: it takes its time)."""
    schema = tmp_path / "record.schema.json"
    schema.write_text(json.dumps(record_schema()), "utf-8")
    good = [one for one in EXAMPLES if one.name not in ("branch.yaml", BROKEN)]
    bad = bad_files()[::5]

    def failed(files: list[Path]) -> set[str]:
        command = (sys.executable, "-m", "check_jsonschema", "-o", "json")
        done = subprocess.run(
            [*command, "--schemafile", schema, *files], capture_output=True, check=False
        )
        errors = json.loads(done.stdout)
        assert errors.get("parse_errors", []) == []
        return {one["filename"] for one in errors.get("errors", ())}

    assert failed(good) == set()
    assert failed(bad) == {str(one) for one in bad}


@pytest.mark.parametrize(
    ("what", "text", "where"),
    [
        ("record", "类型: 党课\n日期: 2016-04-01\n主持认: 王敏", [""]),
        ("record", "- 类型: 党课\n  日期: 2016-4-1\n- 类型: 党刻", ["1/类型"]),
        ("record", "类型: [党课, 主题党日]\n日期: 2016/4/1", []),
        ("record", "类型: 党课、主题党日\n谈话人: 王敏", []),
        ("record", "类型: 党课\n谈话人: 王敏", [""]),
        ("record", "kind: party-lecture\n出席情况: {present: 全体}", []),
        ("record", "kind: party-lecture\n出席情况: {到: 全体}", ["出席情况"]),
        ("record", "日期: 2016-04-01", [""]),
        ("record", "类型: 民主评议党员\n等次: {优秀: 王敏, 良好: 陈静}", ["等次"]),
        ("record", "类型: 学习计划\n条目: [{时段: 每月, 自选: 是}]", []),
        ("record", "类型: 学习计划\n条目: [{时段: 每月, 自选: 也许}]", ["条目"]),
        ("record", "类型: 交纳党费\n明细: [{月份: 2016-04, 党员: 全体}]", []),
        ("record", "类型: 组织生活会\n环节: [{名称: 批评, 日期: 四月}]", ["环节"]),
        ("record", "类型: 党课\n发言: {主讲: 王敏}\n报送: {机关党委: 2016-04-01}", []),
        ("record", "类型: 党课\n发言: [{姓名: 王敏, 角色: 主讲}]", []),
        ("branch", "名称: 甲\n党员: [{姓名: 王敏, 起: 2014-11-20, 困难: yes}]", []),
        ("branch", "名称: 甲\n固定党日: 7\n换届日期: 2016", ["换届日期"]),
        ("branch", "党员: []", [""]),
        ("branch", "名称: 甲\n党员: [王敏]", ["党员"]),
        ("unit", "名称: 甲\n领导干部: [{姓名: 王敏, 级别: 处级}]", []),
        ("unit", "名称: 甲\n领导: []", [""]),
    ],
)
def test_red_at_the_place(what: str, text: str, where: list[str]) -> None:
    """A wrong key is marked at its mapping, a wrong value at its key."""
    assert red(what, loaded(text)) == where
