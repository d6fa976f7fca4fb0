"""Records in the words of people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lxyz.vocabulary.worded import worded

DAY = date(2016, 6, 24)


@pytest.mark.parametrize(
    ("record", "zh", "en"),
    [
        (
            {"kind": ["party-lecture", "theme-party-day"], "date": DAY},
            {"类型": "党课、主题党日", "日期": "2016-06-24"},
            {"kind": "party-lecture、theme-party-day", "date": "2016-06-24"},
        ),
        (
            {"kind": ["party-lecture"], "attendance": {"present": "all、胡斌"}},
            {"类型": "党课", "出席情况": {"出席": "全体、胡斌"}},
            {"kind": "party-lecture", "attendance": {"present": "all、胡斌"}},
        ),
        (
            {"kind": ["party-lecture"], "time": "morning"},
            {"类型": "党课", "时间": "上午"},
            {"kind": "party-lecture", "time": "morning"},
        ),
        (
            {"kind": ["party-lecture"], "attendance": "all"},
            {"类型": "党课", "出席情况": "全体"},
            {"kind": "party-lecture", "attendance": "all"},
        ),
        (
            {
                "kind": ["party-lecture"],
                "speakers": [{"name": "王敏", "role": "lecturer"}],
            },
            {"类型": "党课", "发言": [{"姓名": "王敏", "角色": "主讲"}]},
            {
                "kind": "party-lecture",
                "speakers": [{"name": "王敏", "role": "lecturer"}],
            },
        ),
        # A text with a mark in it stays one of its list.
        (
            {"kind": ["party-lecture"], "materials": ["甲，乙", "丙"]},
            {"类型": "党课", "学习材料": ["甲，乙", "丙"]},
            {"kind": "party-lecture", "materials": ["甲，乙", "丙"]},
        ),
        (
            {"kind": ["party-lecture"], "capacity": {"普通党员": "all"}},
            {"类型": "党课", "身份": {"普通党员": "全体"}},
            {"kind": "party-lecture", "capacity": {"普通党员": "all"}},
        ),
        (
            {"kind": ["member-record"], "owner": "branch"},
            {"类型": "党员全程纪实", "主体": "支部"},
            {"kind": "member-record", "owner": "branch"},
        ),
        (
            {"kind": ["commitment"], "owner": "王敏、陈静"},
            {"类型": "承诺", "主体": "王敏、陈静"},
            {"kind": "commitment", "owner": "王敏、陈静"},
        ),
        (
            {"kind": ["dues-payment"], "members": "all", "by": "self"},
            {"类型": "交纳党费", "党员": "全体", "由谁": "本人"},
            {"kind": "dues-payment", "members": "all", "by": "self"},
        ),
        (
            {
                "kind": ["study-plan"],
                "items": [{"when": "monthly", "kind": ["party-lecture"]}],
            },
            {"类型": "学习计划", "条目": [{"时段": "每月", "类型": "党课"}]},
            {
                "kind": "study-plan",
                "items": [{"when": "monthly", "kind": "party-lecture"}],
            },
        ),
        (
            {"kind": ["negative-list"], "negative": ["甲", "乙"]},
            {"类型": "负面清单", "负面": ["甲", "乙"]},
            {"kind": "negative-list", "negative": ["甲", "乙"]},
        ),
        (
            {"kind": ["party-lecture"], "nonsense": "some"},
            {"类型": "党课", "nonsense": "some"},
            {"kind": "party-lecture", "nonsense": "some"},
        ),
    ],
)
def test_keys_and_closed_values_are_in_the_language(
    record: dict[str, Any], zh: dict[str, Any], en: dict[str, Any]
) -> None:
    """Keys, kinds and closed values in the language; texts and names as they are."""
    assert worded(record, "zh") == zh
    assert worded(record, "en") == en


def test_of_what_is_written_in_chinese() -> None:
    """Keys, kinds and closed values are English; a person's own words stay."""
    told = {
        "类型": "党课、主题党日",
        "年度": "2016",
        "发言": [{"姓名": "王敏", "角色": "主讲"}],
        "出席情况": {"出席": "全体", "请假": "李娜（出差）"},
        "查摆方面": "思想、作风",
        "等次": {"合格": "王敏", "很好": "李娜"},
        "改期": {"原定日期": "2016-06-20", "原因": "写明原因"},
        "环节": ["批评和自我批评"],
        "自编的键": "x",
    }
    assert worded(told, "en") == {
        "kind": ["party-lecture", "theme-party-day"],
        "period": "2016",
        "speakers": [{"name": "王敏", "role": "lecturer"}],
        "attendance": {"present": "all", "excused": "李娜（出差）"},
        "aspects": ["thought", "style"],
        "grades": {"qualified": "王敏", "很好": "李娜"},
        "moved": {"from": "2016-06-20", "reason": "the reason"},
        "steps": ["批评和自我批评"],
        "自编的键": "x",
    }
    listed = {"类型": "党员名单", "名单": {"失联": "无"}}
    assert worded(listed, "en")["lists"] == {"失联": "none"}


def test_names_with_marks_in_a_list() -> None:
    """What holds a mark between names is an item of its own; else one line is enough."""
    given = {"kind": ["party-lecture"], "decisions": ["甲", "乙、丙"]}
    assert worded(given, "zh") == {"类型": "党课", "决议": ["甲", "乙、丙"]}
    assert worded({**given, "decisions": ["甲", "乙"]}, "zh")["决议"] == "甲、乙"
