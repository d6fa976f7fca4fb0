"""Days that are most likely a slip: still to come, or before what they are of."""

from __future__ import annotations

import pytest

from .conftest import Make

LIST = "类型: 整改清单\n日期: 2016-03-10\n条目:\n  - {{问题: 甲, {}}}\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("类型: 承诺\n日期: 2016-03-10\n党员: 王敏\n公开日期: 2016-03-10\n", []),
        ("类型: 承诺\n日期: 2016-03-10\n党员: 王敏\n公开日期: 2017-03-10\n", ["F520"]),
        ("类型: 承诺\n日期: 2016-03-10\n党员: 王敏\n公开日期: 2015-03-10\n", ["F521"]),
        (
            "类型: 承诺\n日期: 2016-03-10\n党员: 王敏\n检查日期: [2015-05-01, 2016-05-01, 2017-05-01]\n",
            ["F521"],
        ),
        (
            "类型: 交办任务\n日期: 2016-03-10\n党员: 王敏\n完成日期: 2015-03-09\n",
            ["F521"],
        ),
        ("类型: 交办任务\n日期: 2016-03-10\n党员: 王敏\n完成日期: 2016-03-09\n", []),
        ("类型: 交办任务\n日期: 2016-03-10\n党员: 王敏\n期限: 2016-03-09\n", []),
        ("类型: 交办任务\n日期: 2016-03-10\n党员: 王敏\n期限: 2015-12-31\n", ["F521"]),
        (
            "类型: 集体学习\n日期: 2016-03-10\n出席情况: 全体\n印发日期: 2016-03-09\n",
            [],
        ),
        (
            "类型: 集体学习\n日期: 2016-03-10\n出席情况: 全体\n印发日期: 2016-03-11\n",
            ["F521"],
        ),
        (
            "类型: 党课\n日期: 2016-03-10\n出席情况: 全体\n报送: {机关党委: 2017-03-11}\n",
            ["F520"],
        ),
        (
            "类型: 党课\n日期: 2016-03-10\n状态: 已开展\n报送: {机关党委: 2017-03-11}\n",
            ["F520"],
        ),
        (
            "类型: 党课\n日期: 2016-03-10\n出席情况: 全体\n文书: {类型: 学习总结, 日期: 2016-03-11, 报送: {机关党委: 2017-03-11}}\n",
            ["F520"],
        ),
        # What is planned has days to come.
        (
            "类型: 交办任务\n日期: 2017-03-10\n党员: 王敏\n期限: 2016-01-01\n状态: 计划\n",
            [],
        ),
        ("类型: 交办任务\n日期: 2017-03-10\n党员: 王敏\n完成日期: 2017-03-12\n", []),
    ],
)
def test_days_of_records(make: Make, text: str, told: list[str]) -> None:
    """Of what was done none is still to come, nor before the day of the record."""
    made = make(text)
    assert sorted(code for code, _, _ in made.told) == told
    assert all(made.levels(code) == ["warning"] for code in told)


@pytest.mark.parametrize(
    ("days", "told", "closed"),
    [
        # All that was settled in the year may stand in a list made at its end.
        ("期限: 2016-02-10, 销号日期: 2016-02-01", [], True),
        ("销号日期: 2015-02-01", ["F521"], True),
        ("销号日期: 2017-02-01", ["F520"], True),
        ("发现日期: 2016-05-01, 销号日期: 2016-04-30", ["F521"], False),
        ("发现日期: 2016-05-01, 销号日期: 2016-05-01", [], True),
        ("发现日期: 2017-05-01", ["F520"], False),
        ("期限: 2015-12-31", ["F521"], False),
        ("期限: 2015-12-31, 销号日期: 2016-03-11", [], True),
        ("期限: 2016-03-01", [], False),
    ],
)
def test_days_of_items(make: Make, days: str, told: list[str], *, closed: bool) -> None:
    """What was settled before it was found is not settled."""
    made = make(LIST.format(days))
    assert [code for code, _, _ in made.told] == told
    assert len(made.of("rectification-closed")) == closed


def test_the_same_check_twice(make: Make) -> None:
    """Is one check."""
    made = make(
        "类型: 承诺\n日期: 2016-03-10\n党员: 王敏\n检查日期: [2016-05-01, 2016-05-01]\n"
    )
    assert len(made.of("commitment-check")) == 1


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("换届日期: 2016-12-31\n", []),
        ("换届日期: 2017-01-01\n", ["F520"]),
        ("成立日期: 2061-01-01\n", ["F520"]),
        ("党小组:\n  - {名称: 甲, 起: 2061-01-01}\n", ["F520"]),
        ("支委会:\n  - {姓名: 王敏, 职务: 书记, 任职日期: 2061-01-01}\n", ["F520"]),
        ("党员:\n  - {姓名: 王敏, 起: 2061-01-01}\n", ["F520"]),
        ("党员:\n  - {姓名: 王敏, 起: 2017-09-01}\n", []),
        # As of 2016-12-31: a year and a day is the most.
        ("党员:\n  - {姓名: 王敏, 起: 2018-01-01}\n", []),
        ("党员:\n  - {姓名: 王敏, 起: 2018-01-02}\n", ["F520"]),
        (
            "党员:\n  - {姓名: 王敏, 起: 2014-09-01, 党费核定日期: 2061-01-01}\n",
            ["F520"],
        ),
    ],
)
def test_days_of_the_profile(make: Make, said: str, told: list[str]) -> None:
    """Who comes next September is known; who comes in forty years is a slip."""
    who = "" if said.startswith("党员") else "党员: [{姓名: 王敏, 起: 2014-01-01}]\n"
    made = make(branch=f"名称: 甲支部\n规则包: bj-2016\n{who}{said}")
    assert [code for code, _, _ in made.told] == told


@pytest.mark.parametrize(
    ("life", "day", "told"),
    [
        ("成立日期: 2016-03-20", "2016-02-17", True),
        # What prepares the founding, and what winds up.
        ("成立日期: 2016-03-20", "2016-02-17, 状态: 取消, 原因: 雪", False),
        ("成立日期: 2016-03-20", "2016-02-17, 状态: 已开展", True),
        ("成立日期: 2016-03-20", "2016-02-17, 状态: 计划", True),
        ("成立日期: 2016-03-20", "2016-02-18", False),
        ("撤销日期: 2016-03-20", "2016-04-20", False),
        ("撤销日期: 2016-03-20", "2016-04-21", True),
        ("上级党组织: 机关党委", "2016-04-21", False),
    ],
)
def test_sittings_of_no_branch(make: Make, life: str, day: str, *, told: bool) -> None:
    """One of the two days is wrong, and what is asked is not judged."""
    made = make(
        f"- {{类型: 集体学习, 出席情况: 无, 日期: {day}}}\n",
        branch=f"名称: 甲支部\n规则包: bj-2016\n党员: [{{姓名: 王敏, 起: 2014-01-01}}]\n{life}\n",
    )
    codes = [code for code, _, _ in made.told]
    assert ("F522" in codes) is told
    if told:
        side = "begun" if life.startswith("成立") else "ended"
        assert made.values("F522")["side"] == side
