"""Who there is, in an order that lasts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.files.origin import Faults
from lxyz.fleet.gather import read_branch
from lxyz.redact import people_of
from lxyz.redact.titles import names_in

PROFILE = """\
名称: 样例
规则包: bj-2016
支委会: [{姓名: 王芳, 职务: 书记, 任职日期: 2014-11-20}]
党小组: [{名称: 一组, 组长: 王芳, 党员: 王芳、李娜}]
发展党员: [{姓名: 申请甲, 阶段: 积极分子}]
党员:
"""
ROSTER = (
    "- {姓名: 王芳, 起: 2015-01-01}\n",
    "- {姓名: 李娜, 起: 2014-01-01, 止: 2016-02-01}\n",
)


def told(folder: Path, roster: tuple[str, ...], records: str = "") -> dict[str, str]:
    """Who is found, with the pseudonyms."""
    (folder / "branch.yaml").write_text(PROFILE + "".join(roster), "utf-8")
    (folder / "a.yaml").write_text(records, "utf-8")
    faults = Faults()
    profile, found = read_branch(folder, faults)
    assert profile is not None
    return {one.name: one.pseudonym for one in people_of(profile, found)}


@pytest.mark.parametrize(
    "text", ["学生会", "人事科", "机关党委", "县委", "理事会", "书记"]
)
def test_bodies_are_no_people(text: str) -> None:
    """Who approved may be one, and that is told."""
    assert names_in(text) == []


@pytest.mark.parametrize("text", ["王晓会", "李一科", "张立校", "王会", "李组"])
def test_names_that_end_like_bodies(text: str) -> None:
    """A name is not told for the letter on which it ends."""
    assert names_in(text) == [text]


def test_members_by_the_day_they_came(tmp_path: Path) -> None:
    """Not by their place, so that who joins comes last wherever he is written; who left
    keeps his number."""
    before = told(tmp_path, ROSTER)
    assert before == {"李娜": "党员01", "王芳": "党员02", "申请甲": "人员01"}
    joined = ("- {姓名: 安然, 起: 2016-05-01}\n", *reversed(ROSTER))
    after = told(tmp_path, joined)
    assert after == {**before, "安然": "党员03"}


GUEST = """\
- {{类型: 党课, 日期: {day}, 出席情况: 全体, 发言: [{{姓名: {name}, 角色: 主讲, 来自: 党校}}]}}
"""


def test_others_by_the_day_they_are_first_named(tmp_path: Path) -> None:
    """Wherever in the files; a later one comes behind."""
    one = GUEST.format(day="2016-03-01", name="钱进")
    other = GUEST.format(day="2016-02-01", name="孙行")
    before = told(tmp_path, ROSTER, one + other)
    assert (before["孙行"], before["钱进"]) == ("人员02", "人员03")
    later = GUEST.format(day="2016-04-01", name="吴用")
    assert told(tmp_path, ROSTER, later + other + one) == {**before, "吴用": "人员04"}


@pytest.mark.parametrize(
    ("since", "number"), [("2016-02-02", "03"), ("2016-02-01", "02")]
)
def test_who_becomes_a_member_leaves_his_number_free(
    tmp_path: Path, since: str, number: str
) -> None:
    """If he was named before he was on the roster: the first day on it is one of it."""
    records = GUEST.format(day="2016-02-01", name="孙行") + GUEST.format(
        day="2016-03-01", name="钱进"
    )
    roster = (*ROSTER, f"- {{姓名: 孙行, 起: {since}}}\n")
    assert told(tmp_path, roster, records)["钱进"] == f"人员{number}"


SAID = """\
- {类型: 豁免, 规则: bj-2016/x, 日期: 2016-01-01, 原因: 甲, 审定人: "机关党委副书记吴邪、李书记"}
- {类型: 党课, 日期: 2016-01-02, 出席情况: {出席: 全体, 列席: "机关党委、宣传部、吴邪（处长）、张起灵 共2人"}}
- {类型: 党课, 日期: 2016-01-03, 出席情况: 全体, 责任人: 党支部}
- {类型: 党课, 日期: 2016-01-04, 出席情况: 全体, 责任人: 书记、王芳}
- 类型: 党课
  日期: 2016-01-05
  出席情况: 全体
  文书: [{类型: 学习总结, 日期: 2016-01-06, 责任人: 霍玲}]
"""


def test_persons_and_bodies(tmp_path: Path) -> None:
    """Where a text may name either, a body or a post is nobody; a surname before a title
    is known as one."""
    found = told(tmp_path, ROSTER, SAID)
    assert found == {
        "李娜": "党员01",
        "王芳": "党员02",
        "申请甲": "人员01",
        "吴邪": "人员02",
        "张起灵": "人员03",
        "霍玲": "人员04",
        "李": "",
    }
