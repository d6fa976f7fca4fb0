"""Texts on a sitting, and remarks, that say that there was none, and that nobody did it."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.denial.sittings import (
    is_made_up,
    left_to_each,
    may_be_left_to_each,
    may_not_be_held,
    notes_none_done,
    notes_none_held,
    was_not_held,
)

NOT_HELD = (
    "因农忙未开展，材料发给个人自学",
    "因故取消，另行安排",
    "原定的七一党课未讲",
    "因大雨未开展",
    "活动因故取消",
    "本次学习未开成",
    "因防汛任务重推迟",
    "本月没有需要研究的事项，未开会",
    "因主要领导出差，会议未开成",
    "当日停电，会未开成",
    "没有组织学习",
    "防汛值守，活动取消",
    "人没到齐，没有开成。",
    "本次因会议室装修未能召开，改为各人在家收看视频。",
    "本应今日集中学习，因崔玉兰住院，冯建国去医院看望，学习改为各自看书",
    "因下大雨，学习改为自学",
    "因人数不足流会",
    "因人数不足改日",
)
HELD = (
    "部分议题推迟到下次",
    "预算议题改到下次会议",
    "民主评议环节没有进行，其他照常",
    "研究将主题党日推迟到7月15日",
    "通知活动改期",
    "换届推迟到下月，通报情况",
    "学习改为个人自学和集中交流",
    "因停电，学习改为自学，下午集中讨论",
    "本次因会议室装修未能召开，改为在三楼召开",
    "本月没有需要研究的事项，会议照常",
    "学习准则，讨论未进行",
    "领学章程，未学完",
    "部分同志值班，未参加",
    "民主评议：因故取消",
    "讨论、表决，民主评议，因故取消",
    "学习党章，未讨论",
    "上次党课因故取消，今天补上",
    "原定6月30日的党日活动因雨推迟，今天举行",
    "通读党章",
    "党员未到齐，学习照常",
    "观看影片《没有硝烟的战线》",
    "讨论年度计划取消考核一事的影响",
    "书记讲党课，联系未完成的任务",
    "学习心得交流会",
    "召开经验交流会",
    "学习体会交流会，六人发言",
)


@pytest.mark.parametrize("text", NOT_HELD)
def test_not_held(text: str) -> None:
    """What is told of the sitting says that there was none."""
    assert was_not_held(text)


@pytest.mark.parametrize(
    ("text", "same_day", "other_day"),
    [
        ("因所里安排参观，原定6月30日的党课未讲，改到7月8日。", False, True),
        ("因故未开展，改到7月8日", False, True),
        ("因故未开展，改到7月", False, True),
        ("因故未开展，改到8日", False, True),
        ("因故未开展，改到下月", True, True),
        ("因人到不齐，讨论改为传阅材料，未开成，拟11月补一次。", True, True),
        ("因停电未开成，下周补开", True, True),
        ("因停电未开成，现补开", False, False),
        ("因停电，听取汇报，未学完", False, False),
        ("因停电未开成，改在下午", False, False),
        ("原定7月1日，因暴雨推迟至7月8日", False, False),
        ("因暴雨推迟到7.8", False, True),
        ("因停电改期到２０１６年７月８日进行", False, True),
        ("原定7月8日，因故推迟", True, False),
        ("7月6日因雨取消，7月8日补开", False, False),
        ("因故改期，7月8日召开", False, True),
        ("因雨未举行，7月8日补", False, True),
        ("因停电，会议推迟到下午", False, False),
        ("因停电，会议推迟到节后", True, True),
        ("因停电，没开成，下周再开", True, True),
        ("因值班，学习未组织，7月20日再学", True, True),
        ("改为7.5小时", False, False),
        ("7月6日因雨取消", False, False),
        ("7月8日因雨取消", True, False),
    ],
)
def test_made_up_for_on_another_day(text: str, same_day: bool, other_day: bool) -> None:
    """What was moved to another day, or is to be made up for, was not held on this one."""
    assert was_not_held(text, date(2016, 7, 8)) is same_day
    assert was_not_held(text, date(2016, 6, 30)) is other_day


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("因故未开展，改到7月8日", False),
        ("因停电未开成，下周补开", True),
        ("原定7月1日的活动未开展", True),
    ],
)
def test_without_a_day(text: str, *, none: bool) -> None:
    """Where it is not known which day it was, a day that is told may be that one."""
    assert was_not_held(text) is none


@pytest.mark.parametrize(
    ("text", "doubted"),
    [
        ("义务劳动取消，组织了学习", True),
        ("参观改期，先学习", True),
        ("参观改期，下周再去", False),
        ("因大雨未开展，材料发给个人自学", False),
        ("停电，会议取消", False),
        ("部分议题推迟到下次，其中两项", False),
        ("义务劳动取消，学习照常", False),
        ("学习准则", False),
    ],
)
def test_not_plain(text: str, *, doubted: bool) -> None:
    """It tells of something else as well, and does not say that it was all."""
    assert may_not_be_held(text) is doubted
    assert not (doubted and was_not_held(text))


@pytest.mark.parametrize("text", HELD)
def test_held(text: str) -> None:
    """It tells of something else, or of how it was made up for."""
    assert not was_not_held(text)


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("因故未开展", True),
        ("下大雨，活动取消", True),
        ("本周因值班未组织学习", True),
        ("微党课未开展", False),
        ("微党课未开展，另行安排", False),
        ("民主评议：因故取消", False),
        ("因故取消，6月3日补上", False),
        ("签到表在档案柜", False),
    ],
)
def test_remarks_on_a_sitting(text: str, *, none: bool) -> None:
    """A remark, or the one item of an agenda, must say it of the sitting itself."""
    assert notes_none_held(text) is none


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("原定7月15日的会因故取消，另行安排", True),
        ("原定7月14日的会因故取消，另行安排", False),
        ("7月14日会议未召开", False),
        ("7月15日党课未讲", False),
    ],
)
def test_remarks_that_tell_a_day(text: str, *, none: bool) -> None:
    """Of another day it is another sitting, and what else it names is something of it."""
    assert notes_none_held(text, date(2016, 7, 15)) is none


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("约好11日谈，因对方出差没谈成，改日再谈", True),
        ("本人未交，下月补", True),
        ("至今未交", True),
        ("欠交3个月", True),
        ("拒交", True),
        ("暂缓，下月再交", True),
        ("待交", True),
        ("待交接", False),
        ("未按时交", False),
        ("6月未交，7月补交", False),
        ("未完成", False),
        ("对方未谈个人困难", False),
        ("为什么未交", False),
        ("转账", False),
    ],
)
def test_remarks_on_a_row(text: str, *, none: bool) -> None:
    """What was done late, or not to the end, was done."""
    assert notes_none_done(text) is none


@pytest.mark.parametrize(
    ("text", "may_be", "plain"),
    [
        ("居家自学", True, True),
        ("端午将至，改为自学《准则》，未集中", True, True),
        ("各自在“学习强国”上学习", True, True),
        ("先自学后集中", True, False),
        ("对照党章逐句看过" + "，讲了要点" * 12 + "，自学", True, False),
        ("各自谈了体会", False, False),
        ("自学后一起讨论", False, False),
        ("检查自学笔记", False, False),
        ("自学笔记讲评", False, False),
        ("自学成果展示", False, False),
        ("自学与辅导", False, False),
        ("自学辅导材料", True, True),
        ("疑难解答：自学中的问题", False, False),
    ],
)
def test_left_to_each(text: str, may_be: bool, plain: bool) -> None:
    """Plain only where a clause of a short text tells nothing else."""
    assert may_be_left_to_each(text) is may_be
    assert left_to_each(text) is plain


@pytest.mark.parametrize(("between", "made_up"), [(10, False), (30, True)])
def test_a_word_far_away_is_of_no_clause(between: int, made_up: bool) -> None:
    """In a text without stops only what stands near is of the clause."""
    text = f"拟{'在会议室' * between}推迟至3月12日"
    assert is_made_up(text, date(2016, 3, 12)) is made_up
