"""Plans of the year, and of parts of it."""

from __future__ import annotations

import pytest

from .conftest import Make


def plan(period: str, kind: str = "学习计划", more: str = "") -> str:
    """One plan."""
    return f"类型: {kind}\n日期: 2016-01-04\n{period}\n{more}"


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        (["期间: 2016-03"], 1),
        (["期间: 2016-Q1"], 1),
        (["期间: 2016-03", "期间: 2016-04"], 2),
        (["期间: 2016"], 0),
        (["期间: 2016年上半年"], 0),
        (["期间: 2016-03", "期间: 2016"], 0),
        (["期间: 2016-03", "内容: 全年"], 0),
        (["期间: 2016-03", "期间: 2017"], 1),
        ([f"期间: 2016-Q{n}" for n in (1, 2, 3, 4)], 0),
        ([f"期间: 2016-{n:02}" for n in range(1, 13)], 0),
        (["期间: 2016-01"] * 12, 1),
        (["标题: 第一季度学习计划"], 1),
        (["标题: 2016年3月份学习计划"], 1),
        (["标题: ３月支部学习安排"], 1),
        (["标题: 3月学习计划\n期间: 2016"], 0),
        (["标题: 2016年学习计划"], 0),
        (["标题: 1月至12月学习计划"], 0),
        (["标题: 3月15日印发的学习计划"], 0),
        (["标题: 上半年学习计划"], 0),
        (["标题: 3月份的学习计划"], 1),
        (["标题: 3月起学习计划"], 0),
        (["标题: 4月份以来学习安排"], 0),
        (["标题: 3月制定的学习计划"], 0),
        (["标题: 2016年3月修订的学习计划"], 0),
        (["标题: 3月修订的年度学习计划"], 0),
        (["标题: 学习计划（3月份审定的安排）"], 0),
        (["标题: 一季度学党章，二季度学习安排讨论"], 1),
        ([f"标题: 第{n}季度学习计划" for n in "一二三四"], 0),
    ],
)
def test_plans_of_a_part_of_the_year(make: Make, periods: list[str], told: int) -> None:
    """Of which none is of the year, and that make no year: not known to be its plan."""
    made = make(*map(plan, periods))
    codes = [code for code, *_ in made.told if code == "F431"]
    assert bool(codes) is bool(told)
    unsure = [one for one in made.of("study-plan") if "whole" in one.unknown]
    assert len(unsure) == len(codes) >= told


@pytest.mark.parametrize(
    "kind", ["学习计划", "三会一课计划", "党建工作计划", "发展党员计划"]
)
def test_all_plans_of_a_year(make: Make, kind: str) -> None:
    """Each kind of them."""
    made = make(plan("期间: 2016-03", kind))
    assert [code for code, *_ in made.told] == ["F431"]


@pytest.mark.parametrize("order", [1, -1])
def test_plans_of_two_kinds(make: Make, order: int) -> None:
    """That one is of the year says nothing of the other."""
    several = [plan("期间: 2016", "三会一课计划"), plan("期间: 2016-03")]
    assert [code for code, *_ in make(*several[::order]).told] == ["F431"]


def test_quarters_that_make_a_year(make: Make) -> None:
    """Say nothing of plans of another kind either."""
    quarters = (plan(f"期间: 2016-Q{number}") for number in (1, 2, 3, 4))
    made = make(*quarters, plan("期间: 2016-03", "三会一课计划"))
    assert [code for code, *_ in made.told] == ["F431"]


def test_plans_that_may_be_of_less(make: Make) -> None:
    """What one person, or the branch each quarter, plans."""
    made = make(
        plan("期间: 2016-Q1", "季度学习安排"),
        plan("期间: 2016-03", "个人自学计划", "党员: 王敏\n"),
        plan("期间: 2016-03", "学习计划", "党员: 王敏\n"),
    )
    assert [code for code, *_ in made.told] == []
