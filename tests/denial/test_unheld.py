"""How a sitting says of itself that there was none, clause by clause."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.denial.sittings import may_be_unheld
from lxyz.denial.unheld import unheld_in

DAY = date(2016, 7, 13)
NONE = [("", False, False)]
NONE_HELD = (
    "大家到齐后因临时接到任务即散会，会议未进行",
    "本周由各人在家自学，没有集中",
    "原定本日活动，因停电未能进行，已于次周补上",
    "本周轮空",
    "此次由机关党委组织，本支部未派人参加",
    "改期另行通知",
    "原定7月13日，因大雨改期",
    "停学一次，报机关党委同意",
    "因迎审停学一次",
    "并入6月的党员大会一并进行",
    "并入12月2日一起学",
    "与5月18日合并",
    "与10日小组会合并，未单独召开",
    "本周会议与上周合并",
    "检查，与下周一并进行",
    "到会两人，不足半数，改期",
    "与5月28日的党员大会一起开",
    "本周没有学习任务",
    "本月无议题",
    "各自阅读，未集中",
    "误记在此",
    "本条作废",
    "补记：当日实际未学",
    "未开展，后补",
    "春节放假，本月未开",
    "此行未能成行，择日再去。",
    "人未到齐，改12月2日",
    "会议没有开起来",
    "不算正式会议，只是碰头",
    "处里组织的健步走，不是支部的党日",
    "无人到会",
    "到会人数不够，散会",
    "当天没有开，补在下周",
    "计划9月份去",
    "会议改日再开",
    "时间另定",
    "应上级要求取消",
    "根据疫情防控要求取消",
    "接通知停开",
    "受台风影响未开展",
    "为配合防汛取消",
    "与业务会冲突取消",
    "择日补课",
    "节后补上",
    "高温停学一次",
    "下雨取消",
    "迎检停会",
    "无人主讲",
)
HELD = (
    "学习了上周未学完的章节，并作了讨论",
    "对未参加上次学习的两名同志作了补课，随后领学讲话",
    "原定周三，因雨改在今日举行，学习讲话",
    "原定7月1日，因大雨改期",
    "原定于6月28日，因场地维修推迟",
    "取消了原定的发言环节，其余照常进行",
    "先由书记领学，后因时间关系讨论没有展开",
    "学了一半停电，余下部分次日补学完毕",
    "与第二支部合并学习",
    "与7月13日党员大会合并召开",
    "与13日党员大会一起开",
    "与党员大会合并召开",
    "与信息中心支部大会一起学习",
    "并入党员大会一并进行",
    "领学讲话，五点散会",
    "会议暂停十分钟后继续",
    "计划用三周学完，这是第一周",
    "拟于7月13日开",
    "改在三楼会议室",
    "不计入考核，自愿发言",
    "无人缺席",
    "误记的考勤已更正",
    "批评和自我批评，民主评议，未进行",
    "今天补上周未开的会",
    "不开小会",
    "书记有事没有来，改由王敏主讲",
    "穿插两段视频；因网络中断，第二段改为口述",
    "记录由何佳整理，尚未印发",
    "住户不在，隔日再访见到本人",
    "因寒假由6月29日顺延至开学后",
    "从7月6日推后一周",
    "按上级要求开展",
    "根据通知要求取消了签到",
    "为配合检查，提前一小时",
    "按规定未收手机",
    "没上报材料",
    "下雨改到室内",
    "检查时取消了签到",
    "择日补交材料",
    "改日再交心得",
)


@pytest.mark.parametrize("text", NONE_HELD)
def test_none_was_held(text: str) -> None:
    """It says so of the sitting itself, whatever that is called."""
    assert may_be_unheld(text)
    assert list(unheld_in(text, DAY))[:1] == NONE


@pytest.mark.parametrize("text", HELD)
def test_it_was_held(text: str) -> None:
    """It tells of a part of it, of another one, or of how it was made up for."""
    assert not [name for name, *_ in unheld_in(text, DAY) if not name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("大家到齐后即散，学习未进行", ("学习", False, False)),
        ("因春节放假，本周不组织学习", ("学习", False, False)),
        ("党课未上", ("党课", False, False)),
        ("党课停开", ("党课", False, False)),
        ("学习活动暂停", ("学习", False, False)),
        ("本月学习没有按时组织", ("学习", False, False)),
        ("学习安排在下周，本周休整", ("学习", False, False)),
        ("只发了材料，没有组织学习", ("学习", True, False)),
        ("因多人出差，研讨未组织，以书面交流代替", ("研讨", False, True)),
        ("未能成行，改为线上", ("", False, True)),
        ("因场地消杀，学习被迫中止", ("学习", True, False)),
        ("问卷还没有发出去", ("问卷", True, False)),
        ("群众意见未征求，党员意见12条", ("群众意见", True, False)),
        ("宣传栏尚未制作", ("宣传栏", True, False)),
        ("材料尚未到齐", ("", True, False)),
        ("片子放到一半，因停电中断", ("", True, False)),
        ("学第一章，因停电中断，未再继续", ("", True, False)),
        ("尚未印发，待审", ("", True, False)),
        ("记录遗失，是否召开待核实", ("", True, False)),
        ("拟于10月参观革命纪念馆", ("参观", False, False)),
        ("拟于下周召开党员大会", ("大会", False, False)),
        ("王敏的学习未组织讨论", None),
        ("不再组织", None),  # what is to be no more, not what was not
        ("本周不再组织", ("", False, False)),
    ],
)
def test_what_it_names(text: str, told: tuple[str, bool, bool] | None) -> None:
    """What it names is handed back as it is called; another form, and what broke off,
    leave it in doubt."""
    found = list(unheld_in(text, DAY))
    assert found[:1] == ([] if told is None else [told])


@pytest.mark.parametrize("text", ["学习讲话", "会议" * 40 + "轮空", "没有不同意见"])
def test_most_texts_are_not_looked_at(text: str) -> None:
    """Without one of the words there is nothing to find; a long text is minutes."""
    assert not may_be_unheld(text)
