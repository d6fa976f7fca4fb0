"""Red lines and completions in an editor: the real yaml-language-server, spoken to.

It is found on PATH, or named by LXYZ_YAML_LANGUAGE_SERVER (`npm install
yaml-language-server` puts it into node_modules/.bin).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from lxyz.workshop.schema_records import branch_schema, record_schema

from .client import Client

SERVER = os.environ.get("LXYZ_YAML_LANGUAGE_SERVER") or shutil.which(
    "yaml-language-server"
)
pytestmark = pytest.mark.skipif(
    not SERVER, reason="no yaml-language-server: what editors show is NOT tested"
)
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True}}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server on a folder with the two schemas."""
    root = tmp_path_factory.mktemp("branch")
    for name, made in (("record", record_schema()), ("branch", branch_schema())):
        text = json.dumps(made, ensure_ascii=False)
        (root / f"{name}.schema.json").write_text(text, "utf-8")
    assert SERVER is not None
    with Client([SERVER, "--stdio"], root, SETTINGS) as one:
        yield one


NUMBER = count()


def shown(client: Client, schema: str, text: str) -> tuple[str, Any]:
    """The place of a new file and what is marked in it; the schema is named by its first
    line, as `docs/editors.md` says."""
    uri = (client.root / f"{next(NUMBER)}.yaml").as_uri()
    head = f"# yaml-language-server: $schema={schema}.schema.json\n"
    return uri, client.open(uri, head + text)


@pytest.mark.parametrize(
    ("schema", "text", "marked"),
    [
        ("record", "类型: 党课\n日期: 2016-04-01\n出席情况: 全体\n", []),
        ("record", "kind: party-lecture\ndate: 2016-04-01\n", []),
        (
            "record",
            "类型: 党课\n日期: 2016-04\n",
            [(2, 4, 11, "日期写成 2016-06-24 的样子")],
        ),
        (
            "record",
            "类型: 党课\n日期: 2016-04-01\n主持认: 王敏\n",
            [(3, 0, 3, "Property 主持认 is not allowed.")],
        ),
        (
            "record",
            "- 类型: 党刻\n  日期: 2016-04-01\n",
            [(1, 6, 8, "没有这个类型：从补全里选一个")],
        ),
        (
            "record",
            "类型: 党课\n日期: 2016-04-01\n谈话人: 王敏\n",
            [(3, 0, 3, "这种记录没有这个键")],
        ),
        (
            "branch",
            "名称: 甲\n党员:\n  - {姓名: 王敏, 起: 2014-11-20, 困难: 或许}\n",
            [(3, 32, 34, "只能写：是、否")],
        ),
    ],
)
def test_red_lines(client: Client, schema: str, text: str, marked: list[Any]) -> None:
    """One for each mistake, at its place, in Chinese where the server lets us."""
    _, found = shown(client, schema, text)
    assert [
        (
            one["range"]["start"]["line"],
            one["range"]["start"]["character"],
            one["range"]["end"]["character"],
            one["message"],
        )
        for one in found
    ] == marked


def test_keys_are_offered(client: Client) -> None:
    """Each key by its Chinese and its English word, and by no other; what is written
    already is not offered again."""
    uri, _ = shown(client, "record", "类型: 集体学习\n日期: 2016-04-01\n\n")
    labels = [one["label"] for one in client.completions(uri, 3, 0)]
    assert {"出席情况", "attendance", "主题", "theme"} <= {*labels}
    assert not {"类型", "日期", "考勤", "到会情况"} & {*labels}
    assert len(labels) == len({*labels})


def test_kinds_are_offered(client: Client) -> None:
    """Every kind, in both languages."""
    uri, _ = shown(client, "record", "类型: 集\n")
    labels = [one["label"] for one in client.completions(uri, 1, 5)]
    assert {"集体学习", "collective-study", "组织生活会"} <= {*labels}


def test_what_a_key_means(client: Client) -> None:
    """How its value is written."""
    uri, _ = shown(client, "record", "类型: 党课\n日期: 2016-04-01\n")
    assert "日期，如 2016-06-24" in client.hover(uri, 2, 1)
