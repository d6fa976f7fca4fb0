"""Which of two tellings stands: what they say decides, never where."""

from __future__ import annotations

import pytest

from .conftest import Make


@pytest.mark.parametrize("blanks", [0, 20])
@pytest.mark.parametrize("turned", [False, True])
def test_blanks_and_lines_decide_nothing(
    make: Make, blanks: int, *, turned: bool
) -> None:
    """However far to the right, or below, the one stands."""
    row = (
        "- {{类型: 党课, 日期: 2016-06-24,{} 责任人: 王敏, 出席情况: 全体, 地点: {}}}\n"
    )
    rows = [row.format(" " * blanks, "乙"), row.format("", "甲")]
    made = make("".join(rows[::-1] if turned else rows))
    assert made.one("party-lecture").attrs["place"] == "乙"


@pytest.mark.parametrize("turned", [False, True])
def test_what_can_be_read_stands(make: Make, *, turned: bool) -> None:
    """Of two tellings that say the same the one of which all could be read."""
    row = "- {{类型: 党课, 日期: 2016-06-24, 出席情况: 全体{}}}\n"
    rows = [row.format(""), row.format(", 分钟: 很多")]
    made = make("".join(rows[::-1] if turned else rows), misread=("F309",))
    assert made.one("party-lecture").unknown == frozenset()


def test_who_says_less_comes_after_who_says_more(make: Make) -> None:
    """Of three rows of a day: what item and value are said to be is one, the item
    alone is another telling of that, and the other value is a second."""
    made = make("""
        - {类型: 积分登记, 日期: 2016-07-08, 党员: 李娜, 分值: 2}
        - {类型: 积分登记, 日期: 2016-07-08, 党员: 李娜, 项目: 乙, 备注: 补记, 编号: a}
        - {类型: 积分登记, 日期: 2016-07-08, 党员: 李娜, 项目: 乙, 分值: 1, 编号: b}
        """)
    found = {one.attrs["value"]: one.attrs for one in made.all}
    assert set(found) == {"1", "2"}
    assert (found["1"]["item"], found["1"]["note"]) == ("乙", "补记")
    assert "item" not in found["2"]


def test_two_planned_and_one_called_off(make: Make) -> None:
    """Of tables and documents what is planned for a day gone by is told of, once; what
    was called off is not."""
    made = make("""
        - {类型: 党员培训, 日期: 2016-12-30, 党员: 李娜、郭芳, 状态: 计划}
        - {类型: 党员培训, 日期: 2016-12-30, 党员: 陈静, 状态: 取消, 原因: 不办}
        - {类型: 党员培训, 日期: 2016-12-31, 党员: 王敏, 状态: 计划}
        """)
    assert made.told == [("F512", 1, 3)]
    assert made.levels("F512") == ["warning"]
    assert made.values("F512") == {"day": "2016-12-30"}
    assert [one.state for one in made.all] == ["planned"] * 3
