"""Plan against actual, in words: a line for each place."""

from __future__ import annotations

import json
from pathlib import Path

from ..whole import page_of

PROFILE = """名称: 第九党支部
规则包: nwupl-2018
党员: [{姓名: 王敏、陈静、李娜, 起: 2014-11-20}]
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}]
"""
PLAN = """类型: 学习计划
期间: 2018
日期: 2018-07-20
条目:
  - {时段: 每月, 类型: 集体学习}
  - {时段: 2018-09-03..2018-09-14, 类型: 党课, 自选: 是}
  - {时段: 2018-08-20, 类型: 主题党日}
  - {时段: 2018-08-21, 类型: 主题党日}
  - {时段: 2018-08-22, 类型: 主题党日}
  - {时段: 2018-08-23, 类型: 主题党日}
"""


def told(folder: Path, as_of: str, form: str = "text", **how: object) -> str:
    """What a format says of a branch with a plan and nothing else."""
    (folder / "branch.yaml").write_text(PROFILE, "utf-8")
    (folder / "计划.yaml").write_text(PLAN, "utf-8")
    return page_of(folder, as_of, form, **how)


def test_a_line_for_each_place(tmp_path: Path) -> None:
    """The kinds, the days and the place; runs of months are drawn together."""
    page = told(tmp_path, "2018-11-01")
    part = page[page.index("计划已到期") :]
    assert part.splitlines()[:4] == [
        "计划已到期、还没有记录（8 项）",
        "! 集体学习：8至10月  计划.yaml:5",
        "· 党课：9月3日至9月14日（自选）  计划.yaml:6",
        "! 主题党日：8月20日  计划.yaml:7",
    ]
    page = told(tmp_path, "2018-11-01", lang="en")
    assert "Planned, past and not recorded (8)" in page
    assert "· Party lecture: 3 Sep to 14 Sep (own choice)  计划.yaml:6" in page


def test_the_page_and_the_summary_say_it_too(tmp_path: Path) -> None:
    """A line for each place, and once what to do about it."""
    for form, lines in (
        (
            "html",
            ("<h4>集体学习：8至10月</h4>", "<h4>党课：9月3日至9月14日（自选）</h4>"),
        ),
        (
            "markdown",
            ("- 集体学习：8至10月 `计划.yaml:5`", "- 党课：9月3日至9月14日（自选）"),
        ),
    ):
        page = told(tmp_path, "2018-11-01", form)
        assert "计划已到期、还没有记录" in page
        advice = "办了的补记录；改了时间的写“改期”"
        before = '<p class="todo">' if form == "html" else "\n"
        assert page.count(f"{before}{advice}") == 1
        assert all(line in page for line in lines)
        assert "计划已到期" not in told(tmp_path, "2018-08-20", form)


def test_nothing_before_the_day_has_passed(tmp_path: Path) -> None:
    """On the planned day itself nothing is said."""
    assert "计划已到期" not in told(tmp_path, "2018-08-20")
    assert "计划已到期、还没有记录（1 项）" in told(tmp_path, "2018-08-21")


def test_the_rule_about_items_names_their_places(tmp_path: Path) -> None:
    """Where a pack asks for it, its entry says where the items stand."""
    page = told(tmp_path, "2018-09-01")
    entry = page[page.index("计划的条目都落实") :]
    assert "计划.yaml:5、7、8 等" in entry
    page = told(tmp_path, "2018-08-22")
    entry = page[page.index("计划的条目都落实") :]
    assert "    计划.yaml:7、8  " in entry


def test_json_has_what_is_behind_with_its_place(tmp_path: Path) -> None:
    """What is behind, with its place."""
    (branch,) = json.loads(told(tmp_path, "2018-11-01", "json"))["branches"]
    assert len(branch["behind"]) == 8
    assert {
        "kinds": ["party-lecture"],
        "from": "2018-09-03",
        "to": "2018-09-14",
        "label": "2018-09-03..2018-09-14",
        "group": None,
        "optional": True,
        "item": True,
        "file": "计划.yaml",
        "line": 6,
    } in branch["behind"]
