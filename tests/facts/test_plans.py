"""Items of plans: what plans nothing, whom they are of, what they recur from."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Make

PLAN = "类型: 学习计划\n期间: {period}\n日期: {day}\n条目:\n- {{{item}, 类型: 党课}}\n"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2016-05-02", "2016-05-01", [("F511", 5, 3)]),
        ("2016-05-02", "2016-05-02", []),
        ("2016-05-02", "2016-05-03", []),
    ],
)
def test_an_item_that_ends_before_it_begins(
    make: Make, first: str, last: str, told: list[Any]
) -> None:
    """Plans nothing, which is an error at the item."""
    item = f"起: {first}, 止: {last}"
    made = make(PLAN.format(period="2016", day="2016-04-01", item=item))
    assert made.told == told
    assert made.levels("F511") == ["error"] * len(told)


@pytest.mark.parametrize("said", ["起: 2016-05-02", "止: 2016-05-02"])
def test_an_item_with_one_end(make: Make, said: str) -> None:
    """Nothing is wrong with it."""
    assert make(PLAN.format(period="2016", day="2016-04-01", item=said)).told == []


@pytest.mark.parametrize(
    ("when", "outside"),
    [
        ("2016-03-31", True),
        ("2016-04-01", False),
        ("2016-06-30", False),
        ("2016-07-01", True),
        ("2016-03", True),
        ("2016-07", True),
        # A part of it lies inside.
        ("2016-03-31..2016-04-01", False),
        ("2016-06-30..2016-07-01", False),
        ("2016", False),
    ],
)
def test_an_item_outside_the_time_of_its_plan(
    make: Make, when: str, *, outside: bool
) -> None:
    """Is warned of, with both times: last year's plan was copied."""
    made = make(PLAN.format(period="2016-Q2", day="2016-04-01", item=f"时段: {when}"))
    told = [one for one in made.told if one[0] != "F431"]
    assert told == ([("F518", 5, 3)] if outside else [])
    if outside:
        assert made.levels("F518") == ["warning"]
        assert made.values("F518") == {"when": when, "period": "2016-Q2"}


def test_an_item_of_a_plan_of_no_time(make: Make) -> None:
    """May be of any."""
    text = PLAN.format(period="2016", day="2016-04-01", item="时段: 2017-03")
    assert make(text.replace("期间: 2016\n", "")).told == []


LATE = """
    名称: 第九党支部
    规则包: bj-2016
    党员:
      - {姓名: 王敏, 起: 2014-11-20}
      - {姓名: 李娜, 起: 2016-06-30}
      - {姓名: 郭芳, 起: 2016-07-01}
      - {姓名: 陈静, 起: 2016-12-31}
      - {姓名: 许诺, 起: 2017-01-01}
    发展党员: [{姓名: 高远, 步骤: [{名称: 积极分子, 日期: 2015-04-20}]}]
    """


@pytest.mark.parametrize(
    ("names", "known", "told"),
    [
        ("王敏、陈静", "王敏、陈静", []),
        ("王敏、陈晶", "王敏", ["F401"]),
        ("高远", "高远", []),
        ("全体", "王敏", []),
    ],
)
def test_the_members_of_an_item(
    make: Make, names: str, known: str, told: list[str]
) -> None:
    """Are of the roster, or still to become of it."""
    text = PLAN.replace("学习计划", "设岗定责").replace(", 类型: 党课", "")
    item = f"岗位: 宣传岗, 党员: {names}"
    made = make(text.format(period="2016", day="2016-04-01", item=item), branch=LATE)
    assert [code for code, _, _ in made.told] == told
    assert made.one("plan-item").people == {"about": set(known.split("、"))}


@pytest.mark.parametrize(
    ("period", "known"), [("期间: 2016-Q2\n", "李娜"), ("", "李娜、郭芳、陈静")]
)
def test_who_joins_before_the_plan_is_over(make: Make, period: str, known: str) -> None:
    """Answers for an item without days: to the end of what the plan is of, or of its
    year."""
    for name in ("李娜", "郭芳", "陈静", "许诺"):
        item = f"责任人: 王敏、{name}"
        text = PLAN.format(period="2016", day="2016-04-01", item=item)
        made = make(text.replace("期间: 2016\n", period), branch=LATE)
        joined = name in known
        told = [code for code, _, _ in made.told if code != "F431"]
        assert told == ([] if joined else ["F411"])
        named = made.one("plan-item").people["responsible"]
        assert named == {"王敏"} | ({name} if joined else set())


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("党小组: 第三党小组, 时段: 2015-12", []),
        ("党小组: 第三党小组, 时段: 2016-01", ["F420"]),
        ("党小组: 第三党小组", []),  # on the day of the plan
    ],
)
def test_the_group_of_an_item(make: Make, item: str, told: list[str]) -> None:
    """Must be one on the last of its days."""
    text = PLAN.format(period="2015", day="2015-12-31", item=item)
    made = make(text.replace("期间: 2015\n", ""))
    assert [code for code, _, _ in made.told] == told
    assert made.one("plan-item").owner == "第三党小组"


@pytest.mark.parametrize(
    ("day", "first"),
    [("2016-01-01", "2016-01"), ("2016-01-15", "2016-01"), ("2016-01-16", "2016-02")],
)
def test_every_month_of_a_plan_without_period(make: Make, day: str, first: str) -> None:
    """From the month in whose first half it is made to December."""
    text = PLAN.format(period="2016", day=day, item="时段: 每月")
    found = make(text.replace("期间: 2016\n", "")).of("plan-item")
    assert (found[0].attrs["planned"], found[-1].attrs["planned"]) == (first, "2016-12")


def test_every_month_of_a_plan_made_later(make: Make) -> None:
    """After what it is of, nothing is planned; before, all of it is."""
    text = PLAN.format(period="2016-Q2", day="2016-07-01", item="时段: 每月")
    assert make(text).of("plan-item") == []
    text = PLAN.format(period="2017", day="2016-06-01", item="时段: 每月")
    labels = [one.attrs["planned"] for one in make(text).of("plan-item")]
    assert labels == [f"2017-{month:02}" for month in range(1, 13)]


@pytest.mark.parametrize(
    ("heading", "planned"),
    [
        ("第3季度", "2017-Q3"),
        ("1季度安排", "2017-Q1"),
        ("４季度", "2017-Q4"),
        ("第二季度", "2017-Q2"),
        ("2017年第一季度", "2017-Q1"),
        ("第五季度", None),
        ("季度总结", None),
    ],
)
def test_headings_of_quarters(make: Make, heading: str, planned: str | None) -> None:
    """In figures of either width or in words; what names no quarter arranges none."""
    made = make(
        f"类型: 学习计划\n期间: 2017\n日期: 2016-12-20\n章节: {{{heading}: 甲}}\n"
    )
    found = [one.attrs["planned"] for one in made.of("plan-section")]
    assert found == ([planned] if planned else [])
    assert all(one.origin.line == 4 for one in made.of("plan-section"))
