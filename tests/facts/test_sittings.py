"""Whose a sitting is; one sitting told in the books of several kinds."""

from __future__ import annotations

import pytest

from .conftest import Make


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


@pytest.mark.parametrize(
    ("branch", "organizer", "level"),
    [
        ("机关第九支部", "第九支部", "branch"),
        ("第九支部", "机关第九支部", "branch"),
        ("第九支部", "第三支部", "elsewhere"),
        ("第九支部", "党支部", "branch"),
        ("第九支部", "本支部", "branch"),
        ("红旗先锋", "支部", "branch"),
        ("红旗先锋", "红旗先锋", "branch"),
        ("红旗先锋", "第三支部", "elsewhere"),
        ("第九支部", "第三支部党小组", "branch"),
    ],
)
def test_which_branch_is_another(
    make: Make, branch_text: str, branch: str, organizer: str, level: str
) -> None:
    """Its own name with or without that of its unit, and 本支部, are its own."""
    made = make(
        "类型: 党课\n日期: 2016-06-28\n发言: {主讲: 周建国}\n状态: 已开展\n"
        f"主办单位: {organizer}\n",
        branch=branch_text.replace("第九党支部", branch),
    )
    assert made.one("party-lecture").level == level


def test_a_lecture_elsewhere_that_nobody_attended(make: Make) -> None:
    """Who was excused is no listener: the speaker was there alone."""
    made = make("""
        类型: 党课
        日期: 2016-06-28
        主办单位: 第三党支部
        发言: {主讲: 周建国}
        出席情况: {请假: 李娜（出差）}
        """)
    assert made.one("party-lecture").level == "elsewhere"


def test_a_sitting_in_three_books(make: Make) -> None:
    """Each knows what the two others say it was."""
    kinds = ("党员大会", "专题学习讨论", "主题党日")
    row = "- {{类型: {}, 日期: 2016-06-28, 出席情况: 全体}}\n"
    made = make("".join(map(row.format, kinds)))
    names = {"all-member-meeting", "thematic-discussion", "theme-party-day"}
    for name in names:
        assert made.one(name).attrs["beside"] == names - {name}


def test_a_group_meeting_based_on_one_of_the_unit(make: Make) -> None:
    """It is no part of that: only of one of the branch."""
    made = make("""
        - {类型: 专题学习讨论, 日期: 2016-12-20, 主办单位: 机关党委, 环节: 讨论, 出席情况: 全体}
        - {类型: 专题学习讨论, 日期: 2016-12-20, 党小组: 第一党小组, 环节: 互评, 依据: 2016-12-20 专题学习讨论, 出席情况: 全体}
        """)
    (above,) = (one for one in made.of("thematic-discussion") if one.level == "above")
    assert [name for name, _, _ in above.attrs["steps"]] == ["讨论"]


def test_the_parts_of_two_groups(make: Make) -> None:
    """Both did the first step; the branch has none of its own in its record."""
    part = (
        "- {{类型: 民主评议党员, 日期: 2016-12-20, 党小组: {}, 环节: 互评,"
        " 依据: 2016-12-21 民主评议党员, 出席情况: 全体}}\n"
    )
    made = make(
        "- {类型: 民主评议党员, 日期: 2016-12-21, 出席情况: 全体}\n"
        + part.format("第一党小组")
        + part.format("第二党小组")
    )
    (whole,) = (
        one for one in made.of("democratic-evaluation") if one.level == "branch"
    )
    assert {(name, group) for name, _, group in whole.attrs["steps"]} == {
        ("互评", "第一党小组"),
        ("互评", "第二党小组"),
    }
    assert all(whole in one.links for one in made.of("step"))
    assert all(one.links[0].owner == one.owner for one in made.of("step"))
