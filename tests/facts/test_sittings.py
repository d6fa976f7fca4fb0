"""Whose a sitting is; one sitting told in the books of several kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]


@pytest.mark.parametrize(
    ("said", "level"),
    [
        ("主办单位: 第三党支部\n状态: 已开展", "elsewhere"),
        ("主办单位: 第三党支部\n出席情况: {出席: 周建国}", "elsewhere"),
        ("听课范围: [第三党支部, 第四党支部]\n状态: 已开展", "elsewhere"),
        # Others of the branch sat among the listeners: held together.
        ("主办单位: 第三党支部\n出席情况: 全体", "branch"),
        ("主办单位: 第三党支部\n出席情况: {出席: 周建国、李娜}", "branch"),
        ("听课范围: [第九党支部, 第三党支部]\n状态: 已开展", "branch"),
        ("听课范围: [本支部]\n状态: 已开展", "branch"),
        ("主办单位: 第 九党支部\n状态: 已开展", "branch"),
        ("主办单位: 机关第九党支部\n状态: 已开展", "branch"),
        ("主办单位: 第三党支部委员会\n状态: 已开展", "elsewhere"),
        ("主办单位: 区委党校\n状态: 已开展", "branch"),
        ("主办单位: 机关党委\n状态: 已开展", "above"),
        ("状态: 已开展", "branch"),
    ],
)
def test_a_lecture_in_another_branch_is_the_speakers_alone(
    make: Make, said: str, level: str
) -> None:
    """A31: what one of the branch says elsewhere is none of the branch's."""
    made = make(f"类型: 党课\n日期: 2016-06-28\n发言: {{主讲: 周建国}}\n{said}\n")
    fact = made.one("party-lecture")
    assert (fact.level, fact.people["lecturer"]) == (level, {"周建国"})


def test_without_a_speaker_it_is_held_with_the_other_branch(make: Make) -> None:
    """A party day that another branch held, and to which this one went."""
    made = make(
        "类型: 主题党日\n日期: 2016-06-28\n主办单位: 第三党支部\n状态: 已开展\n"
    )
    assert made.one("theme-party-day").level == "branch"


def test_a_lecture_here_and_one_elsewhere_on_a_day(make: Make) -> None:
    """They are two, not one entered twice."""
    made = make("""
        - {类型: 党课, 日期: 2016-06-28, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-06-28, 主办单位: 第三党支部, 发言: {主讲: 周建国}, 状态: 已开展}
        """)
    assert made.told == []
    assert [one.level for one in made.of("party-lecture")] == ["branch", "elsewhere"]


@pytest.mark.parametrize(
    ("more", "beside"),
    [
        ("", {"all-member-meeting"}),
        (", 时间: 14:00-15:00", set()),
        (", 时间: 09:00-10:00", {"all-member-meeting"}),
        (", 党小组: 第一党小组", set()),
        (", 状态: 计划", set()),
    ],
)
def test_one_sitting_in_two_books(make: Make, more: str, beside: set[str]) -> None:
    """Of one day, one body, one state, and not of different hours."""
    made = make(f"""
        - {{类型: 党员大会, 日期: 2016-06-28, 时间: 09:00-10:00, 出席情况: 全体}}
        - {{类型: 专题学习讨论, 日期: 2016-06-28{more}{", 出席情况: 全体" if "状态" not in more else ""}}}
        - {{类型: 集体学习, 日期: 2016-06-29, 出席情况: 全体}}
        """)
    (fact,) = made.of("thematic-discussion")
    assert set(fact.attrs.get("beside", ())) == beside
    assert "beside" not in made.one("collective-study").attrs


def test_a_groups_part_of_a_sitting(make: Make) -> None:
    """The steps that a group did are steps of the sitting of the branch on which its
    own is based, before those of that day; of one of another kind they are not."""
    made = make("""
        - {类型: 民主评议党员、党员大会, 日期: 2016-12-20, 环节: 民主测评、组织评定, 出席情况: 全体}
        - {类型: 民主评议党员, 日期: 2016-12-20, 党小组: 第一党小组, 环节: 个人自评、党员互评, 依据: 2016-12-20 党员大会, 出席情况: 全体}
        - {类型: 党小组会, 日期: 2016-12-19, 党小组: 第二党小组, 环节: 学习, 依据: 2016-12-20 党员大会, 出席情况: 全体}
        """)
    assert made.told == []
    (whole,) = made.of("all-member-meeting")
    assert [(name, group) for name, _, group in whole.attrs["steps"]] == [
        ("个人自评", "第一党小组"),
        ("党员互评", "第一党小组"),
        ("民主测评", ""),
        ("组织评定", ""),
    ]
    linked = {one.attrs["name"] for one in made.of("step") if whole in one.links}
    assert linked == {"个人自评", "党员互评", "民主测评", "组织评定"}
