"""Slips looked for in one line: the column, and the line as it should be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lxyz.files import slips
from lxyz.files.slips import Slip, flow_no_blank, key_slip, odd_start, pasted


@pytest.mark.parametrize(
    ("check", "line", "slip"),
    [
        (slips.wide_colon, "类型：党课", ("F101", 2, "类型: 党课")),
        (slips.wide_colon, "  - 类型 ：党课", ("F101", 7, "- 类型: 党课")),
        (slips.wide_colon, "类型: 党课：第一讲", None),
        (slips.wide_colon, "  # 类型：党课", None),
        (slips.no_blank, "类型:党课", ("F102", 2, "类型: 党课")),
        (slips.no_blank, "类型: 党课", None),
        (slips.no_blank, "http://example.org", None),
        (slips.no_blank, "C:\\资料", None),
        (slips.marker, "－ 甲", ("F105", 0, "- 甲")),
        (slips.marker, "  -甲", ("F105", 2, "- 甲")),
        (slips.marker, "---", None),
        (slips.marker, "- 甲", None),
        (slips.marker, "-", None),
        (slips.numbered, "1. 甲", ("F105", 0, "- 甲")),
        (slips.numbered, "（一）甲", None),
        (slips.numbered, "(12) 甲", ("F105", 0, "- 甲")),
        (slips.numbered, "③甲", ("F105", 0, "- 甲")),
        (slips.numbered, "2016 甲", None),
        (slips.inner_colon, "主题: 一: 二", ("F106", 5, "主题: 一：二")),
        (slips.inner_colon, "主题: 甲 地点: 乙", ("F106", 6, "主题: 甲 ⏎ 地点: 乙")),
        (slips.inner_colon, "主题: 地点: 乙", ("F106", 6, "主题: 地点：乙")),
        (slips.inner_colon, "主题: : 甲", ("F106", 4, "主题: 甲")),
        (slips.inner_colon, "时间: 14:00-16:30", None),
        (slips.inner_colon, '主题: "一: 二"', None),
        (slips.inner_colon, "出席情况: {出席: 全体}", None),
        (slips.flow_colon, "{主题: 一: 二}", ("F106", 6, "{主题: 一：二}")),
        (slips.flow_colon, "{主题: 一, 地点: 二}", None),
        (slips.flow_colon, "", None),
    ],
)
def test_with_the_line_as_it_should_be(
    check: Callable[[str], Slip | None], line: str, slip: tuple[str, int, str] | None
) -> None:
    """Code, column from 0, and the repaired line."""
    found = check(line)
    assert (found and (found.code, found.column, found.values["fixed"])) == slip


@pytest.mark.parametrize(
    ("check", "line", "slip"),
    [
        (slips.tab, "\t出席: 全体", ("F103", 0)),
        (slips.tab, "  \t出席: 全体", ("F103", 2)),
        (slips.tab, "出席:\t全体", ("F103", 3)),
        (slips.tab, "出席: 王敏\t陈静", None),
        (slips.odd_blank, "\u3000出席: 全体", ("F104", 0)),
        (slips.odd_blank, "出席:\u00a0全体", ("F104", 3)),
        (slips.odd_blank, "出席: 李\u3000娜", None),
        (slips.special, "主题: @全体", ("F107", 4)),
        (slips.special, '主题: "甲"乙', ("F107", 4)),
        (slips.special, '主题: "甲" 乙', ("F107", 4)),
        (slips.special, '主题: "甲" # 乙', None),
        (slips.special, '主题: "甲", 乙', None),
        (slips.special, "主题: [甲]乙", ("F107", 4)),
        (slips.special, "主题: [甲]", None),
        (slips.special, '主题: "甲', None),
        (slips.special, "内容: |", None),
        (slips.special, "主题: - 甲", ("F107", 4)),
        (slips.special, "主题: 甲", None),
        (slips.flow_special, "{主题: 甲, @乙}", ("F107", 8)),
        (slips.flow_special, "{主题: 甲}", None),
        (slips.lone_dash, "请假: -", ("F117", 0)),
        (slips.lone_dash, "  - 请假: - ", ("F117", 4)),
        (slips.lone_dash, "请假: - 甲", None),
        (slips.unclosed, '主题: "甲', ("F119", 4)),
        (slips.unclosed, "出席情况: {出席: 全体", ("F119", 6)),
        (slips.unclosed, "出席情况: {出席: 全体}", None),
        (slips.unclosed, "主题: 甲", None),
        (slips.wide_bracket, "出席情况: ｛出席: 全体｝", ("F124", 6)),
        (slips.wide_bracket, "主题: 甲［乙］", None),
        (slips.flow_wide, "{出席: 全体，请假: 甲}", ("F109", 7)),
        (slips.flow_wide, "出席: 全体，请假", None),
        (slips.no_key, "  - : 甲", ("F120", 4)),
        (slips.no_key, "主题: 甲", None),
        (slips.wide_colon, "", None),
    ],
)
def test_at_its_column(
    check: Callable[[str], Slip | None], line: str, slip: tuple[str, int] | None
) -> None:
    """Code and column from 0."""
    found = check(line)
    assert (found and (found.code, found.column)) == slip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("出席：全体", "F101"),
        ("出席:全体", "F102"),
        ("会议强调：要学好", None),
        ("全体", None),
    ],
)
def test_a_key_that_became_a_text(text: str, code: str | None) -> None:
    """Only of words that are keys: prose has colons of its own."""
    found = key_slip(text)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("text", "is_key", "code"),
    [
        ("｛出席", False, "F124"),
        ("［王敏］", True, "F124"),
        ("\u3000出席", True, "F104"),
        ("\u2003出席", True, "F104"),
        ("\u3000王敏", False, None),
        ("－主题", True, "F105"),
        ("－主题", False, None),
        ("主题", True, None),
    ],
)
def test_how_a_text_begins(text: str, is_key: bool, code: str | None) -> None:
    """A wide bracket spoils a value too; a blank or a dash only a key."""
    found = odd_start(text, 0, is_key=is_key)
    assert (found and found.code) == code


@pytest.mark.parametrize(
    ("text", "is_table"),
    [
        ("类型\t日期\t出席情况", True),
        ("| 类型 | 日期 |", True),
        ("｜类型｜日期｜", True),
        ("\n类型，日期", True),
        ("日期,主题\n2016-04-01,甲", True),
        ("类型", False),
        ("类型、日期", False),
        ("王敏\t陈静", False),
        ("类型\t王敏", False),
    ],
)
def test_head_of_a_table(text: str, is_table: bool) -> None:
    """Two keys side by side without a colon."""
    assert pasted(text) is is_table


def test_colon_in_braces_without_a_blank() -> None:
    """`{出席:[全体]}`: the key, and the line as it should be."""
    slip = flow_no_blank("出席情况: {应到: 3, 出席:[全体]}", 16)
    assert (slip.code, slip.column, slip.values) == (
        "F102",
        16,
        {"fixed": "出席: [全体]}"},
    )


def test_a_long_line_is_told_as_a_short_one() -> None:
    """Ten thousand characters of what the checks look for: whether a check finds
    anything in them does not hang on how many they are."""
    checks = [slips.wide_colon, slips.inner_colon, slips.flow_wide, slips.flow_colon]
    checks += [slips.special, slips.unclosed, slips.flow_special, slips.wide_bracket]
    for lead, text, times in (
        ("", "{", 9999),
        ("", "[{,", 3333),
        ("主题: ", "一: ", 3333),
        ("", "{甲: 乙，", 999),
    ):
        short, long = (
            [
                None if (slip := check(lead + text * n)) is None else slip.code
                for check in checks
            ]
            for n in (9, times)
        )
        assert short == long
        assert any(short)
