"""What one sitting has from another one of another day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Make = Callable[..., Any]
LONG = "学习党章第一章，逐条对照检查，讨论热烈，大家纷纷表示要立足岗位，做一名合格的共产党员，不断地进步。"


def study(day: str, more: str) -> str:
    """One study."""
    return f"{{类型: 集体学习, 日期: {day}, 状态: 已开展, {more}}}\n"


@pytest.mark.parametrize(
    ("one", "two", "day", "told"),
    [
        (f"内容: {LONG}", f"内容: {LONG}", "2016-05-03", True),
        (f"内容: {LONG}", f"内容: {LONG}又", "2016-05-03", False),
        ("内容: 学习党章第一章", "内容: 学习党章第一章", "2016-05-03", False),
        (f"内容: {LONG[:40]}", f"内容: {LONG[:40]}", "2016-05-03", True),
        (f"内容: {LONG[:39]}", f"内容: {LONG[:39]}", "2016-05-03", False),
        ("附件: 照片/甲.jpg", "附件: 照片/甲.jpg", "2016-05-03", True),
        ("附件: 照片/甲.jpg", "附件: 照片/乙.jpg", "2016-05-03", False),
        ("附件: 签到簿.pdf", "附件: 签到簿.pdf", "2016-05-03", False),
    ],
)
def test_what_two_sittings_have_in_common(
    make: Make, one: str, two: str, day: str, *, told: bool
) -> None:
    """Told at the later one, with the place of the first; both count."""
    made = make(study("2016-04-01", one), study(day, two))
    codes = [code for code, *_ in made.told if code == "F432"]
    assert codes == ["F432"] * told
    assert not told or made.values("F432")["days"] == ""
    assert [fact.state for fact in made.of("collective-study")] == ["held", "held"]
    same = make(study("2016-04-01", one), study("2016-04-01", two))
    assert "F432" not in [code for code, *_ in same.told]


@pytest.mark.parametrize("order", [1, -1])
def test_told_once(make: Make, order: int) -> None:
    """Of a study of each week with the same minutes and pictures, at its second day."""
    more = f"内容: {LONG}, 附件: [照片/甲.jpg, 照片/乙.jpg]"
    weeks = [study(f"2016-04-{day:02}", more) for day in (1, 8, 15, 22)]
    made = make(*weeks[::order])
    assert made.values("F432")["days"] == "4"
    several = made.of("collective-study")
    assert len(several) == 4
    (second,) = (one for one in several if str(one.date) == "2016-04-08")
    (told,) = (one for one in made.faults if one.code == "F432")
    assert told.file == second.origin.file


@pytest.mark.parametrize("state", ["取消\n原因: 停电", "计划"])
def test_what_was_not_held(make: Make, state: str) -> None:
    """What was put off, or is only planned, is told with the same words."""
    other = f"类型: 集体学习\n日期: 2016-04-01\n状态: {state}\n内容: {LONG}\n"
    made = make(other, study("2016-05-03", f"内容: {LONG}"))
    assert "F432" not in [code for code, *_ in made.told]
    attended = f"类型: 集体学习\n日期: 2016-04-08\n出席情况: 全体\n内容: {LONG}\n"
    made = make(other, attended, study("2016-05-03", f"内容: {LONG}"))
    assert "F432" in [code for code, *_ in made.told]


def test_what_is_no_sitting(make: Make) -> None:
    """A table may keep one picture for all of its rows."""
    row = "{{类型: 党员培训, 日期: {}, 党员: 李娜, 附件: 甲.jpg}}\n"
    made = make(row.format("2016-04-01"), row.format("2016-05-01"))
    assert [code for code, *_ in made.told] == []
