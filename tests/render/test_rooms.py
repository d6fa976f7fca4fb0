"""How much room is left, and what can no longer all be done, in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from lxyz.render.verdict.rooms import clash_names
from lxyz.render.verdict.telling import told_of
from lxyz.report import BranchReport

from ..whole import page_of
from .conftest import make

PROFILE = """
名称: 第九党支部
规则包: %s
党员: [{姓名: 王敏、陈静、李娜, 起: 2014-11-20}]
支委会:
- {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
- {姓名: 陈静, 职务: 组织委员, 任职日期: 2014-11-20}
- {姓名: 李娜, 职务: 宣传委员, 任职日期: 2014-11-20}
"""
STUDY = "- {类型: 集体学习, 日期: 2018-01-11, 出席情况: 全体}\n"

Told = Callable[..., str]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """What a format says of a small branch."""

    def write(
        as_of: str, form: str = "text", packs: str = "bj-2016", **how: object
    ) -> str:
        (tmp_path / "branch.yaml").write_text(PROFILE.lstrip() % packs, "utf-8")
        (tmp_path / "a.yaml").write_text(STUDY, "utf-8")
        return page_of(tmp_path, as_of, form, **how)

    return write


def test_days_up_to_a_due_day(told: Told) -> None:
    """Days, working days, and the last of them where the due day is none."""
    assert "12月31日（还有25天，18个工作日，最后一个是12月29日）" in told("2018-12-06")
    assert "31 Dec (in 25 days, 18 working days, the last 29 Dec)" in told(
        "2018-12-06", lang="en"
    )
    assert "12月31日（还有1天，没有工作日了）" in told("2018-12-30")
    assert "31 Dec (in 1 day, no working day)" in told("2018-12-30", lang="en")
    assert "11月30日（还有10天，9个工作日）" in told("2018-11-20")


def test_the_last_day_to_begin(told: Told) -> None:
    """It is said where it comes before the last day to do it, with what comes first."""
    page = told("2018-12-06")
    assert (
        "全年集体学习不少于8次：已有1次，要8次；最迟12月21日动手，还有12个工作日"
        in page
    )
    assert (
        "最迟12月28日动手（先办：会前支委会查摆班子及成员的问题等4项），还有17个工作日"
        in page
    )
    page = told("2018-12-06", lang="en")
    assert "so far 1 of 8; begin by 21 Dec, 12 working days left" in page
    assert "begin by 28 Dec (first: The committee looks for problems" in page
    assert " and 3 more), 17 working days left" in page
    assert "begin today" in told("2018-12-21", lang="en")
    assert "要8次；今天就要动手" in told("2018-12-21")
    assert "要8次；最迟12月21日就该动手" in told("2018-12-22")
    assert "should have begun by 21 Dec" in told("2018-12-22", lang="en")


def test_what_is_overdue_says_its_room(told: Told) -> None:
    """What is overdue and still counts says how long."""
    page = told("2018-12-28", packs="nwupl-2018")
    assert "12月31日前补仍算（记为迟办），最迟12月29日动手，还有2个工作日" in page
    page = told("2018-12-30", packs="nwupl-2018")
    assert "最迟12月31日动手，没有工作日了" in page
    page = told("2018-12-30", packs="nwupl-2018", lang="en")
    assert "begin by 31 Dec, no working day left" in page
    assert "先办：阶段性考核在年度评议之前）" in page.replace(
        "first: The stage assessment comes before the annual one)",
        "先办：阶段性考核在年度评议之前）",
    )


def test_clashes_are_told_in_each_format(told: Told) -> None:
    """What can no longer all be done, in each format and language."""
    assert "单件还能办" not in told("2018-12-21")
    page = told("2018-12-22")
    assert "单件还能办、合起来已办不齐（1 处）" in page
    assert (
        "! 全年集体学习不少于8次：还差7次，到12月31日只剩6个工作日，"
        "一天一次排不下（12月22日起）"
    ) in page
    page = told("2018-12-22", lang="en")
    assert "Possible each, but no longer together (1)" in page
    assert (
        "7 more are needed and 6 working days left up to 31 Dec: too few for one a day "
        "(since 22 Dec)"
    ) in page
    assert "排不下（12月22日起）" in told("2018-12-22", "lines")
    (branch,) = json.loads(told("2018-12-22", "json"))["branches"]
    (clash,) = branch["clashes"]
    assert clash.pop("message").endswith("排不下（12月22日起）")
    assert clash == {
        "why": "days",
        "verdicts": [
            "bj-2016/collective-study-eight|第九党支部|branch:第九党支部|2018|"
        ],
        "rules": [],
        "since": "2018-12-22",
        "last": "2018-12-31",
        "number": 7,
        "workdays": 6,
    }


def test_a_clash_of_order(told: Told) -> None:
    """What must come before it has no day left."""
    page = told("2019-02-28", packs="nwupl-2018")
    (branch,) = json.loads(told("2019-02-28", "json", "nwupl-2018"))["branches"]
    found = [one for one in branch["clashes"] if one["why"] == "order"]
    assert {tuple(one["rules"]) for one in found} == {
        ("nwupl-2018/stage-before-annual",)
    }
    assert {one["since"] for one in found} == {"2019-02-28"}
    assert (
        "2019年2月28日前还能办，但要在它之前办的已来不及：阶段性考核在年度评议之前"
        "（2019年2月28日起）"
    ) in page
    assert "still possible up to 28 Feb 2019, but not what must come before it" in told(
        "2019-02-28", packs="nwupl-2018", lang="en"
    )


def test_the_room_of_a_verdict_in_json(told: Told) -> None:
    """The last day, the last day to begin, and what comes before; else null."""
    (branch,) = json.loads(told("2018-12-06", "json"))["branches"]
    rooms = {one["rule"]: one["room"] for one in branch["verdicts"]}
    assert rooms["bj-2016/collective-study-eight"] == {
        "last": "2018-12-29",
        "begin": "2018-12-21",
        "workdays": 12,
        "number": 7,
        "before": [],
    }
    before = rooms["bj-2016/life-meeting"]["before"]
    assert {
        "rule": "bj-2016/opinions-before-life-meeting",
        "kinds": ["opinion-solicitation"],
        "last": "2018-12-28",
    } in before
    assert rooms["bj-2016/member-tie"] is None


def test_items_are_named() -> None:
    """A duty of a list is named with its item, alike ones once."""
    one = make("texts", "open", label="处分条例")
    told = told_of(BranchReport("", "", 2018, (), (), ()), date(2018, 1, 1), "zh")
    assert clash_names([one, one], told).endswith("texts（处分条例）")
    assert clash_names([one], told._replace(lang="en")).endswith("texts (处分条例)")
