"""Red lines and completions in an editor: the real yaml-language-server, spoken to.

It is found on PATH, or named by LXYZ_YAML_LANGUAGE_SERVER (`npm install
yaml-language-server` puts it into node_modules/.bin).
"""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from lxyz.packs.load import shipped
from lxyz.vocabulary import vocabulary
from lxyz.workshop.home import Home, Member, home_files, write_home
from lxyz.workshop.schema_records import branch_schema, record_schema, unit_schema

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
    """A server on a folder with the three schemas."""
    root = tmp_path_factory.mktemp("branch")
    for name, made in (
        ("record", record_schema()),
        ("branch", branch_schema()),
        ("unit", unit_schema()),
    ):
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
            [(3, 0, 3, "没有这个键：从补全里选一个")],
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
        ("record", "日期: 2016-04-01\n", [(1, 0, 1, "还缺“类型”")]),
        ("record", "会\n", [(1, 0, 1, "这里写“键: 值”，一行一个")]),
        (
            "record",
            "类型: 党课\n日期: 2016-04-01\n主题:\n出席情况: {出席: 全体, 请加: 王敏}\n",
            [(3, 3, 3, "这里写一行文字"), (4, 15, 17, "没有这个键：从补全里选一个")],
        ),
        (  # a table: one meeting in a row
            "record",
            (
                "类型: 集体学习\n明细:\n  - {日期: 2016-13, 出席情况: 全体}\n"
                "  - {日期: 2016-01-02, 状态: 好}\n  - {日期: 2016-01-09, 地: 甲}\n"
            ),
            [
                (3, 9, 16, "日期写成 2016-06-24 的样子"),
                (4, 25, 26, "只能写：已开展、计划、取消"),
                (5, 21, 22, "没有这个键：从补全里选一个"),
            ],
        ),
        ("branch", "上级党组织: 甲\n", [(1, 0, 1, "还缺“名称”")]),
        (
            "branch",
            "名称: 甲\n支委会:\n  - {姓名: 王敏, 职: 书记}\n",
            [(3, 13, 14, "没有这个键：从补全里选一个")],
        ),
        ("unit", "名称: 甲\n领导干部:\n  - {姓名: 王敏, 职务: 书记}\n", []),
        (
            "unit",
            "name: 甲\nleaders:\n  - {name: 王敏, since: 2016}\n",
            [(3, 22, 26, "日期写成 2016-06-24 的样子")],
        ),
        (
            "unit",
            "支部: 3\n",
            [(1, 0, 1, "还缺“名称”"), (1, 0, 2, "没有这个键：从补全里选一个")],
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
        for one in sorted(found, key=lambda one: str(one["range"]))
    ] == marked


def test_keys_are_offered(client: Client) -> None:
    """Each key by its Chinese and its English word, and by no other; what is written
    already is not offered again."""
    uri, _ = shown(client, "record", "类型: 集体学习\n日期: 2016-04-01\n\n")
    labels = [one["label"] for one in client.completions(uri, 3, 0)]
    assert {"出席情况", "attendance", "主题", "theme"} <= {*labels}
    assert not {"类型", "日期", "考勤", "到会情况"} & {*labels}
    assert len(labels) == len({*labels})


@pytest.mark.parametrize(
    "kind", ["党课", "heart-to-heart-talk", "学习计划", "交纳党费", "豁免", "党员大会"]
)
def test_keys_of_the_kind_are_offered(client: Client, kind: str) -> None:
    """What a record of the kind may have, and nothing that would be red."""
    uri, _ = shown(client, "record", f"类型: {kind}\n\n")
    labels = {one["label"] for one in client.completions(uri, 2, 0)}
    words = vocabulary()
    slug = words.kind(kind)
    assert slug is not None
    table = words.table("record", words.families((slug,)))
    slugs = {key.slug for key in table.values()}
    offered = {word for word in table if word in slugs or _is_chinese(word, table)}
    assert labels == offered - {"类型"}


def _is_chinese(word: str, table: dict[str, Any]) -> bool:
    """Whether it is the first Chinese word for its key, which is the one offered."""
    return word in {key.zh for key in table.values()}


def test_all_keys_where_the_kind_is_not_known(client: Client) -> None:
    """Before it is written, and where there are several."""
    bare, _ = shown(client, "record", "\n")
    both, _ = shown(client, "record", "类型: 党课、主题党日\n\n")
    for uri, place in ((bare, (1, 0)), (both, (2, 0))):
        labels = {one["label"] for one in client.completions(uri, *place)}
        assert {"出席情况", "谈话人", "月份", "条目", "审定人"} <= labels


def test_kinds_are_offered(client: Client) -> None:
    """Every kind, in both languages."""
    uri, _ = shown(client, "record", "类型: 集\n")
    labels = [one["label"] for one in client.completions(uri, 1, 5)]
    assert {"集体学习", "collective-study", "组织生活会"} <= {*labels}


@pytest.mark.parametrize(
    ("schema", "text", "place", "offered"),
    [
        (
            "record",
            "类型: 党课\n状态: ",
            (2, 4),
            "已开展 held 计划 planned 取消 cancelled",
        ),
        ("record", "类型: 党课\n出席情况: \n", (2, 6), "全体 all"),
        (
            "record",
            "类型: 党课\n出席情况:\n  \n",
            (3, 2),
            "出席 present 请假 excused 缺席 absent 列席 guests 应到 expected 实到 count",
        ),
        (
            "record",
            "类型: 党课\n发言:\n  - 姓名: 王敏\n    角色: ",
            (4, 8),
            "主讲 lecturer 主题发言 keynote 交流发言 speaker",
        ),
        ("branch", "名称: 甲\n规则包: ", (2, 5), " ".join(shipped())),
        (
            "branch",
            "名称: 甲\n党员:\n  - 姓名: 王敏\n    状态: ",
            (4, 8),
            "正式 full 预备 probationary",
        ),
        ("branch", "名称: 甲\n示范支部: ", (2, 6), "是 yes 否 no"),
        (
            "unit",
            "名称: 甲\n领导干部:\n  - 姓名: 王敏\n    ",
            (4, 4),
            (
                "name 职务 post 级别 rank 所在支部 branch 任职日期 since 免职日期 until "
                "长期请假 leave 备注 note"
            ),
        ),
    ],
)
def test_values_are_offered(
    client: Client, schema: str, text: str, place: tuple[int, int], offered: str
) -> None:
    """In both languages, and nothing that is no value there."""
    uri, _ = shown(client, schema, text)
    labels = [one["label"].strip('"') for one in client.completions(uri, *place)]
    assert sorted(labels) == sorted(offered.split())


GAP = re.compile(r"\$\{\d+:([^}]*)\}")


@pytest.mark.parametrize("label", ["会议 党员大会", "meeting all-member-meeting"])
@pytest.mark.parametrize(
    ("schema", "text", "place"),
    [
        ("record", "", (1, 0)),
        ("record", "会", (1, 1)),
        ("record", "- ", (1, 2)),
        ("record", "- 会", (1, 3)),
        ("record", "- 类型: 党课\n  日期: 2016-01-01\n- 会", (3, 3)),
        ("record", "- 类型: 党课\n  日期: 2016-01-01\n\n", (3, 0)),
    ],
)
def test_a_skeleton(
    client: Client, schema: str, text: str, place: tuple[int, int], label: str
) -> None:
    """Offered where a record begins; put in, only its day is red; then nothing is."""
    uri, _ = shown(client, schema, text)
    (one,) = [it for it in client.completions(uri, *place) if it["label"] == label]
    edit = one["textEdit"]
    lines = text.split("\n")
    start, end = edit["range"]["start"], edit["range"]["end"]
    assert start["line"] == end["line"] == place[0]
    line = lines[place[0] - 1]
    put = GAP.sub(r"\1", edit["newText"])
    lines[place[0] - 1] = line[: start["character"]] + put + line[end["character"] :]
    made = "\n".join(lines)
    _, marked = shown(client, schema, made)
    assert [it["message"] for it in marked] == ["日期写成 2016-06-24 的样子"]
    days = made.replace("年-月-日", "2026-03-10").replace("yyyy-mm-dd", "2026-03-10")
    assert shown(client, schema, days)[1] == []


def test_no_skeleton_in_the_middle_of_a_record(client: Client) -> None:
    """A record that has its kind goes on with keys; a profile begins with its own."""
    uri, _ = shown(client, "record", "类型: 集体学习\n日期: 2016-04-01\n\n")
    labels = [one["label"] for one in client.completions(uri, 3, 0)]
    assert not [one for one in labels if " " in one]
    uri, _ = shown(client, "branch", "")
    labels = [one["label"] for one in client.completions(uri, 1, 0)]
    assert [one for one in labels if " " in one] == [
        "支部 branch.yaml",
        "branch branch.yaml",
    ]


def test_what_a_key_means(client: Client) -> None:
    """How its value is written."""
    uri, _ = shown(client, "record", "类型: 党课\n日期: 2016-04-01\n")
    assert "日期，如 2016-06-24" in client.hover(uri, 2, 1)


@pytest.mark.parametrize(
    ("schema", "text", "place", "told"),
    [
        ("record", "类型: 党课\n状态: 已开展\n", (2, 1), "已开展、计划、取消"),
        (
            "record",
            "kind: party-lecture\nattendance: all\n",
            (2, 1),
            "出席、请假、缺席",
        ),
        ("record", "类型: 集体学习\n明细:\n  - {时间: 上午}\n", (3, 5), "14:00-16:30"),
        ("branch", "名称: 甲\n学习日: 星期五\n", (2, 1), "星期几，可带钟点"),
        ("unit", "名称: 甲\n规则包: bj-2016\n", (2, 1), "几个词，用顿号隔开"),
    ],
)
def test_what_other_keys_mean(
    client: Client, schema: str, text: str, place: tuple[int, int], told: str
) -> None:
    """In Chinese, in every sort of file."""
    uri, _ = shown(client, schema, text)
    assert told in client.hover(uri, *place)


def test_the_first_five_minutes(tmp_path: Path) -> None:
    """The red line of the README: in a folder that `lxyz init` wrote, a sample copied
    into the year, found by its own first line; the samples and the profile show none."""
    home = Home("第三党支部", ("bj-2016",), (Member("王敏"), Member("陈静")), 2026)
    write_home(tmp_path, home_files(home))
    text = (tmp_path / ".样例" / "集体学习.yaml").read_text("utf-8")
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    (said,) = re.findall("<!-- red -->(.*?)”", readme)
    assert SERVER is not None
    with Client([SERVER, "--stdio"], tmp_path, SETTINGS) as one:
        uri = (tmp_path / "2026" / "学习.yaml").as_uri()
        (mark,) = one.open(uri, text.replace("集体学习", "集体学系"))
        assert mark["message"] == said
        assert mark["range"]["start"] == {"line": 1, "character": 6}
        for file in (*(tmp_path / ".样例").iterdir(), tmp_path / "branch.yaml"):
            assert one.open(file.as_uri(), file.read_text("utf-8")) == [], file.name
