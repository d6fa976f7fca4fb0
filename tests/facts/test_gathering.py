"""Whose a record is, and what of two records is one fact."""

from __future__ import annotations

import pytest

from .conftest import Make, who


@pytest.mark.parametrize(
    ("owner", "level"),
    [
        ("机关党委", "above"),
        ("机关党委、第二支部", "above"),
        ("第二支部、机关党委", "above"),
        ("全体", "branch"),
    ],
)
@pytest.mark.parametrize("kind", ["学习总结", "集体学习"])
def test_of_the_unit_above(make: Make, owner: str, level: str, kind: str) -> None:
    """Alone or with others, whatever the order."""
    made = make(f"类型: {kind}\n日期: 2016-07-08\n状态: 已开展\n主体: {owner}\n")
    assert made.told == []
    assert [(one.level, one.owner) for one in made.all] == [(level, "")]


def test_of_the_unit_above_and_of_members(make: Make) -> None:
    """Who is named as a member goes before whose it is."""
    made = make("类型: 心得体会\n日期: 2016-07-08\n主体: 机关党委\n党员: 李娜、郭芳\n")
    assert [one.level for one in made.all] == ["member", "member"]


GROUPS = """
    名称: 第九党支部
    规则包: bj-2016
    党小组:
      - {名称: 甲组, 党员: 李娜, 起: 2016-02-01, 止: 2016-02-29}
      - {名称: 甲组, 党员: 李娜, 起: 2016-05-01, 止: 2016-05-31}
    党员: [{姓名: 李娜, 起: 2014-11-20}]
    """


@pytest.mark.parametrize(
    ("day", "side", "turn"),
    [
        ("2016-01-31", "begun", "2016-05-01"),
        ("2016-02-01", "", ""),
        ("2016-02-29", "", ""),
        ("2016-03-01", "begun", "2016-05-01"),
        ("2016-05-01", "", ""),
        ("2016-05-31", "", ""),
        ("2016-06-01", "ended", "2016-05-31"),
    ],
)
def test_a_group_that_is_none_that_day(
    make: Make, day: str, side: str, turn: str
) -> None:
    """Not yet, or no more: with the day on which that changed, of its last time."""
    text = f"类型: 党小组会\n日期: {day}\n党小组: 甲组\n出席情况: 全体\n"
    made = make(text, branch=GROUPS)
    assert made.told == ([("F420", 3, 1)] if side else [])
    if side:
        told = {"group": "甲组", "day": day, "side": side, "turn": turn}
        assert made.values("F420") == told


def test_a_group_nobody_knows(make: Make) -> None:
    """Is told by its name, at the field."""
    made = make("类型: 党小组会\n日期: 2016-04-01\n党小组: 四组\n出席情况: 全体\n")
    assert made.told == [("F413", 3, 1)]
    assert made.values("F413") == {"group": "四组"}


def test_everyone_in_a_document_of_a_period(make: Make) -> None:
    """Those on the roster of its day, not of the end of what it is of: only the rows of
    a table are of that."""
    made = make("类型: 心得体会\n期间: 2016\n日期: 2016-05-31\n党员: 全体\n")
    assert made.told == []
    assert frozenset().union(*(one.people["about"] for one in made.all)) == who(
        "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛"
    )


def test_two_records_of_one_file_are_no_table(make: Make) -> None:
    """Who has one of his own is of 全体 in the other all the same."""
    made = make("""
        - {类型: 心得体会, 日期: 2016-07-08, 题目: 甲, 党员: 李娜}
        - {类型: 心得体会, 日期: 2016-07-08, 题目: 乙, 党员: 全体}
        """)
    titles = [
        one.attrs["title"] for one in made.all if one.people["about"] == who("李娜")
    ]
    assert sorted(titles) == ["乙", "甲"]


def test_two_tellings_name_whom_either_names(make: Make) -> None:
    """Of one fact both say who is responsible, and what it rests on."""
    row = "类型: 心得体会\n日期: 2016-07-08\n党员: 李娜\n责任人: {}\n依据: {} 党课\n"
    made = make(
        row.format("王敏", "2016-06-01"),
        row.format("陈静", "2016-06-02"),
        "- {类型: 党课, 日期: 2016-06-01, 出席情况: 全体}\n"
        "- {类型: 党课, 日期: 2016-06-02, 出席情况: 全体}\n",
    )
    essay = made.one("reflection-essay")
    assert made.told == []
    assert essay.people["responsible"] == who("王敏、陈静")
    assert set(essay.links) == set(made.of("party-lecture"))


def test_one_paper_of_two_sittings(make: Make) -> None:
    """It is of either, and of both where both have it."""
    sitting = "类型: {}\n日期: 2016-07-08\n出席情况: 全体\n"
    inside = "文书: [{类型: 心得体会, 日期: 2016-07-08, 党员: 李娜}]\n"
    made = make(sitting.format("党课") + inside, sitting.format("集体学习") + inside)
    assert made.told == []
    assert set(made.one("reflection-essay").links) == {
        made.one("party-lecture"),
        made.one("collective-study"),
    }


def test_three_tellings_of_one_fact(make: Make) -> None:
    """Each place is told once, in order."""
    made = make(*["类型: 心得体会\n日期: 2016-07-08\n党员: 李娜\n"] * 3)
    essay = made.one("reflection-essay")
    assert [one.file for one in (essay.origin, *essay.twins)] == [
        "1.yaml",
        "2.yaml",
        "3.yaml",
    ]


def test_the_person_of_a_record_that_cannot_be_read(make: Make) -> None:
    """It is a person's, of no group."""
    text = "类型: 党员培训\n日期: 2016-07-01\n党小组: 第一党小组\n党员: 3人\n"
    made = make(text, misread=("F406",))
    assert [(one.level, one.owner) for one in made.all] == [("member", "")]
