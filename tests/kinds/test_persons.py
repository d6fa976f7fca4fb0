"""Members as rules ask about them: posts, ranks, states, on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lxyz.kinds.persons import has_all, is_as_wanted
from lxyz.packs.model import Condition, Wanted
from lxyz.packs.part import part_of

from ..trial import world_of

BRANCH = """
名称: 第九党支部
规则包: trial-2016
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-05-31}
党小组:
  - {名称: 一组, 党员: 王敏, 组长: 王敏, 起: 2016-03-01}
党员:
  - {姓名: 王敏, 起: 2014-11-20, 职务: 处长, 类别: 机关、在职, 级别: 处级, 荣誉: 优秀党员}
  - {姓名: 陈静, 起: 2014-11-20, 困难: 是, 困难解除日期: 2016-06-30, 党员干部: 是}
  - {姓名: 李娜, 起: 2014-11-20, 困难认定日期: 2016-03-01}
  - {姓名: 许诺, 起: 2015-06-01, 状态: 预备, 转正日期: 2016-06-01}
  - {姓名: 胡斌, 起: 2014-11-20, 党小组: 一组, 长期请假: {原因: 驻外, 起: 2016-02-29, 止: 2016-03-01}}
"""


def is_so(name: str, attribute: str, wanted: Wanted, day: str = "2016-06-24") -> bool:
    """Whether a member is as wanted on a day."""
    world, on = world_of(branch=BRANCH), date.fromisoformat(day)
    member = world.member(name, on)
    assert member is not None
    said = has_all(world, member, {attribute: wanted}, on)
    assert said == is_as_wanted(world, member, attribute, wanted, on)
    return said


def cond(**said: Any) -> Condition:
    """A condition, by its words."""
    return part_of(Condition, {key.rstrip("_"): value for key, value in said.items()})


@pytest.mark.parametrize(
    ("name", "attribute", "wanted", "held"),
    [
        ("王敏", "rank", "处级", True),
        ("王敏", "rank", ("局级", "处级"), True),
        ("王敏", "rank", cond(not_=("局级",)), True),
        ("陈静", "rank", "处级", False),
        ("陈静", "rank", cond(not_=("处级",)), True),
        ("陈静", "rank", "none", True),
        ("王敏", "rank", "some", True),
        ("王敏", "category", "在职", True),
        ("王敏", "category", cond(all=("机关", "在职")), True),
        ("陈静", "category", "some", False),
        ("陈静", "cadre", "yes", True),
        ("王敏", "group_leader", "yes", True),
        ("陈静", "group_leader", "yes", False),
        ("陈静", "group_leader", "no", True),
        # Not written, an answer is no.
        ("王敏", "cadre", "no", True),
        ("王敏", "file_complete", "yes", False),
        ("王敏", "honours", cond(min="1"), True),
        ("陈静", "honours", cond(max="0"), True),
        # What is not written keeps no bound.
        ("陈静", "tie", cond(max="3"), False),
        ("王敏", "status", "full", True),
    ],
)
def test_attributes(name: str, attribute: str, wanted: Wanted, held: bool) -> None:
    """What is written, and what is not."""
    assert is_so(name, attribute, wanted) == held


@pytest.mark.parametrize(
    ("name", "attribute", "wanted", "days"),
    [
        ("王敏", "post", "书记", {"2016-05-31": True, "2016-06-01": False}),
        ("王敏", "posts", "处长", {"2016-05-31": True, "2016-06-01": True}),
        ("陈静", "post", "none", {"2016-05-31": True}),
        (
            "陈静",
            "hardship",
            "yes",
            {"2014-11-20": True, "2016-06-30": True, "2016-07-01": False},
        ),
        (
            "李娜",
            "hardship",
            "yes",
            {"2016-02-29": False, "2016-03-01": True, "2018-01-01": True},
        ),
        ("王敏", "hardship", "no", {"2016-03-01": True}),
        (
            "胡斌",
            "state",
            "leave",
            {
                "2016-02-28": False,
                "2016-02-29": True,
                "2016-03-01": True,
                "2016-03-02": False,
            },
        ),
        ("胡斌", "state", "active", {"2016-02-28": True, "2016-02-29": False}),
        ("许诺", "status", "probationary", {"2016-05-31": True, "2016-06-01": False}),
        ("许诺", "status", "full", {"2016-05-31": False, "2016-06-01": True}),
        ("王敏", "group", "一组", {"2016-02-29": False, "2016-03-01": True}),
        ("胡斌", "group", "一组", {"2016-02-29": True, "2016-03-01": True}),
        ("陈静", "group", "none", {"2016-03-01": True}),
        ("陈静", "here_on", "07-10", {"2016-03-01": True, "2016-12-31": True}),
    ],
)
def test_on_days(
    name: str, attribute: str, wanted: Wanted, days: dict[str, bool]
) -> None:
    """Posts, hardship, leave and groups are of the day: first, last and outside."""
    assert {day: is_so(name, attribute, wanted, day) for day in days} == days
