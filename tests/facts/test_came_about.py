"""Sittings, and kinds of them, of which their own texts say that they did not come about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Made

Make = Callable[[str], Made]
BOTH = {"all-member-meeting", "party-lecture"}
MEETING = {"all-member-meeting"}
STUDIED = {"all-member-meeting", "collective-study"}


@pytest.mark.parametrize(
    "said",
    [
        "内容: 通报了预算，党课因主讲人出差未讲，下月再讲。",
        "内容: 会议照常，党课（下次）",
        "内容: 会议照常，党课改到7月3日",
        "内容: 会议照常，未上党课",
        "内容: 会议照常，没有安排党课",
        "内容: 会议照常，因大雨党课环节未开展",
        "内容: 会议照常，原定4月1日的党课未讲",
        "内容: 党课，因故取消",
        "议程: [通报预算, 党课：因故取消]",
        "备注: 党课拟于下月讲",
        "主题: 党员大会，党课未开展",
        "题目: 党课未开展，照常开会",
        "议程: [通报预算, 党课（因停电未讲）]",
        "环节: [通报预算, 党课（因停电未讲）]",
        "环节: [通报预算, 党课：因停电改到4月8日]",
        "环节: 通报预算、党课（推迟）",
    ],
)
def test_a_kind_that_did_not_come_about(make: Make, said: str) -> None:
    """It is left out, and told of where it is said; the other was held."""
    made = _of_both(make, said)
    assert made.told == [("F427", 4, 1)]
    [fact] = [one for one in made.all if one.kinds & BOTH]
    assert (fact.kinds, fact.state) == (MEETING, "held")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("内容: 上次党课未讲，今天讲", False),
        ("内容: 党课因故未能在会议室讲，改在车间讲", False),
        ("内容: 会议照常，原定6月30日的党课因故未讲，改到4月1日", False),
        ("内容: 会议照常，原定3月30日的党课因故未讲", False),
        ("内容: 党课未讲满一小时", False),
        ("内容: 说明党课未讲的原因", False),
        ("内容: 会议照常，微党课未讲", False),
        ("内容: 未开展党课评选", False),
        ("内容: 没有讲党课的内容", False),
        ("内容: 研究党课下月讲", False),
        ("内容: 书记上了党课；青年党课下月再讲", False),
        ("环节: [通报预算, 党课（主讲：王敏）]", False),
        ("环节: [通报预算, 讨论下月党课（未定）]", False),
        ("环节: [通报预算, 停电未开成]", False),
        ("内容: 学习了党课材料，党课未讲", True),
        ("内容: 通报了预算，青年党课下月再讲", True),
        ("备注: 青年党课未讲", True),
    ],
)
def test_what_may_be_another_one(make: Make, said: str, *, told: bool) -> None:
    """What is said of another day or of a kind of its own denies nothing; what may be
    said of this one is told of, and denies nothing either."""
    made = _of_both(make, said)
    assert made.told == ([("F428", 4, 1)] if told else [])
    [fact] = [one for one in made.all if one.kinds & BOTH]
    assert (fact.kinds, fact.state) == (BOTH, "held")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("备注: 党课未开展", "F428"),
        ("议程: [党课未开展]", "F428"),
        ("内容: 党课未讲，学习了准则", "F428"),
        ("内容: 原定的党课未讲", "F428"),
        ("内容: 因故未开展", "F425"),
        ("内容: 义务劳动取消，学习了准则", "F428"),
        ("备注: 活动未开展", "F425"),
        ("议程: [因故未开展, 通报预算]", None),
        ("内容: 研究将七一活动推迟到7月8日", None),
    ],
)
def test_the_whole_of_it(make: Make, said: str, code: str | None) -> None:
    """Of another kind it is told, and this one counts; what is nothing but that there was
    none was not held."""
    made = make(f"类型: 党员大会\n日期: 2016-04-01\n出席情况: 全体\n{said}\n")
    assert [one for one, *_ in made.told] == ([code] if code else [])
    state = "undone" if code == "F425" else "held"
    assert made.one("all-member-meeting").state == state


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("", "collective-study"),
        ("主题: 学准则", "all-member-meeting"),
        ("学习材料: 《中国共产党章程》", "all-member-meeting"),
        ("环节: 领学", "all-member-meeting"),
        ("发言: {交流发言: 王敏}", "all-member-meeting"),
    ],
)
def test_another_sitting_was_not_held(make: Make, said: str, doubted: str) -> None:
    """What is told of a sitting of another kind says nothing of this one, unless nothing
    else is told of it: then it is not known."""
    made = make(
        f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n{said}\n"
        "内容: 本月党员大会因故没有开。\n"
    )
    assert [code for code, *_ in made.told] == ["F428"]
    fact = made.one("collective-study")
    assert fact.state == "held"
    assert fact.unknown & {"collective-study", "all-member-meeting"} == {doubted}


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("党员大会因工作冲突未开，只组织了学习。", "all-member-meeting"),
        ("党员大会未开，书记通报了情况。", "collective-study"),
    ],
)
def test_this_sitting_was_held_instead(make: Make, said: str, doubted: str) -> None:
    """What tells of this sitting beside another one that there was none of says nothing
    against it."""
    made = make(f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n内容: {said}\n")
    assert [code for code, *_ in made.told] == ["F428"]
    unknown = made.one("collective-study").unknown
    assert unknown & {"collective-study", "all-member-meeting"} == {doubted}


@pytest.mark.parametrize(
    ("kinds", "said", "code"),
    [
        ("专题学习讨论\n专题: 对党忠诚", "王敏没有讲。", None),
        ("专题学习讨论\n专题: 对党忠诚", "王敏同志的发言没有讲，由陈静代讲。", None),
        ("专题学习讨论", "王敏主持的讨论没有开展", "F425"),
        ("党课", "王敏因故未讲，改由陈静讲。", "F428"),
        ("个人自学\n党员: 王敏", "王敏没有学。", "F428"),
    ],
)
def test_what_one_person_did_not_do(
    make: Make, kinds: str, said: str, code: str | None
) -> None:
    """It is none of the sitting, but where what one person does is all there is."""
    held = "状态: 已开展" if "党员" in kinds else "出席情况: 全体"
    made = make(f"类型: {kinds}\n日期: 2016-04-01\n{held}\n内容: {said}\n")
    assert [one for one, *_ in made.told] == ([code] if code else [])


def test_no_kind_is_left(make: Make) -> None:
    """Nothing of it came about: it was not held."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        内容: 参观了厂史馆，通报了情况，党课因故未讲
        """)
    assert made.told == [("F425", 4, 1)]
    assert made.one("party-lecture").state == "undone"


def test_nobody_came_either(make: Make) -> None:
    """One word of it is enough."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: {缺席: 全体}
        内容: 党课因故未讲
        """)
    assert [code for code, *_ in made.told] == ["F425"]
    assert made.one("party-lecture").state == "undone"


def test_told_elsewhere_the_same_day(make: Make) -> None:
    """What a record says did not come about is not told of twice by another one."""
    made = make("""
        - {类型: 党员大会、党课, 日期: 2016-04-01, 出席情况: 全体, 内容: 会议照常，党课未讲}
        - {类型: 党课, 日期: 2016-04-01, 时间: 晚上, 出席情况: 全体}
        """)
    assert made.told == [("F427", 1, 43)]


@pytest.mark.parametrize(
    ("first", "state"),
    [("状态: 计划", "planned"), ("出席情况: 全体, 内容: 因故未开展", "undone")],
)
def test_planned_and_held_the_same_day(make: Make, first: str, state: str) -> None:
    """What was only planned, or did not come about, is no first telling of what was
    held."""
    made = make(f"""
        - {{类型: 党课, 日期: 2016-04-01, {first}}}
        - {{类型: 党课, 日期: 2016-04-01, 出席情况: 全体}}
        """)
    assert "F501" not in [code for code, *_ in made.told]
    found = [one.state for one in made.all if "party-lecture" in one.kinds]
    assert sorted(found) == ["held", state]


@pytest.mark.parametrize(
    ("kind", "more"), [("心得体会", "党员"), ("谈心谈话", "谈话人: 王敏, 谈话对象")]
)
@pytest.mark.parametrize(
    ("note", "told", "but"),
    [
        ("李娜、陈静除外，要求月底补交", "F429", {"李娜", "陈静"}),
        ("李娜同志因出差未交", "F429", {"李娜"}),
        ("李娜未交", "F429", {"李娜"}),
        ("王敏交了，李娜没交", "F429", {"李娜"}),
        ("只有郭芳交了", "F428", set()),
        ("李娜未交，7月已补交", "", set()),
        ("支委除外", "", set()),
        ("李娜未交作业本", "", set()),
        ("handed in late", "", set()),
        ("not handed in yet", "F428", set()),
    ],
)
def test_a_remark_on_some_of_several(
    make: Make, kind: str, more: str, note: str, told: str, but: set[str]
) -> None:
    """Only of those who are named it does not count."""
    row = f"类型: {kind}, 日期: 2016-04-01, {more}: 李娜、陈静、郭芳"
    made = make(f"{{{row}, 备注: {note}}}\n")
    assert [code for code, *_ in made.told] == ([told] if told else [])
    slugs = {"reflection-essay", "heart-to-heart-talk"}
    found = {
        one for fact in made.all if fact.kinds & slugs for one in fact.people["about"]
    }
    assert found == {"李娜", "陈静", "郭芳"} - but
    if but:
        assert set(made.values("F429")["names"].split("、")) == but


@pytest.mark.parametrize(
    ("kind", "more", "told", "held"),
    [
        ("谈心谈话", "谈话人: 王敏, 谈话对象: 李娜", "F426", 0),
        ("心得体会", "党员: 李娜", "F426", 0),
        ("心得体会", "党员: 李娜、陈静", "F428", 2),
        ("心得体会", "党员: 全体", "F428", 7),
    ],
)
def test_a_remark_on_a_row(
    make: Make, kind: str, more: str, told: str, held: int
) -> None:
    """What one did not do does not count; of several it may be said of one of them."""
    row = f"类型: {kind}, 日期: 2016-04-01, {more}, "
    made = make(f"{{{row}备注: 因出差未交}}\n")
    assert made.told == [(told, 1, len(row) + 2)]
    assert not made.values(told).get("attendance")  # a table has none
    slugs = {"reflection-essay", "heart-to-heart-talk"}
    assert len([one for one in made.all if one.kinds & slugs]) == held


@pytest.mark.parametrize(
    ("more", "state"),
    [
        ("内容: 因人到不齐，讨论改为传阅材料，未展开研讨，拟11月补一次。", "undone"),
        ("内容: 学习了准则，讨论未进行", "undone"),
        ("内容: 大家交流了体会，讨论未进行", "held"),
        ("内容: 未展开讨论\n发言: {主题发言: 王敏}", "held"),
        ("内容: 未展开讨论预算", "held"),
    ],
)
def test_a_discussion_that_was_none(make: Make, more: str, state: str) -> None:
    """It may be called no more than that; where somebody spoke it was one."""
    made = make(f"类型: 专题学习讨论\n日期: 2016-04-01\n出席情况: 全体\n{more}\n")
    assert made.one("thematic-discussion").state == state


def _of_both(make: Make, said: str) -> Made:
    return make(f"类型: 党员大会、党课\n日期: 2016-04-01\n出席情况: 全体\n{said}\n")


@pytest.mark.parametrize(
    ("kind", "said", "code", "held"),
    [
        ("集体学习", "内容: 因迎审停学一次", "F425", False),
        ("党课", "note: lecture cancelled because of flooding", "F425", False),
        ("党课", "note: Postponed to 8 April", "F425", False),
        ("党课", "content: 'Lecturer ill; not held'", "F425", False),
        ("党课", "theme: The seven rules (postponed)", "F425", False),
        ("党课", "note: 'no quorum, adjourned'", "F428", True),
        ("集体学习", "note: read at home", "F428", True),
        ("党课", "note: postponed to 1 April", None, True),
        ("党课", "note: 'originally 28 March, moved to 1 April'", None, True),
        ("党课", "note: 'bus cancelled, came by train'", None, True),
        ("党课", "note: not held outside", None, True),
        ("支委会", "note: next meeting moved to 8 April", None, True),
        ("党课", "备注: 讲到一半停电，改日续讲", "F428", True),
        ("党课", "内容: 讲了十分钟，因停电中断，择日再讲", "F428", True),
        ("党课", "备注: 中途停电，没讲完", "F428", True),
        ("党课", "备注: 讲到一半停电，半小时后继续", None, True),
        ("党员大会", "备注: 中途散会", "F428", True),
        ("支委会", "内容: 预算没议完，下次再议", None, True),
        ("党课", "备注: 党课改为看录像", "F428", True),
        ("志愿服务", "内容: 原定植树，因大雨改为大扫除", "F428", True),
        ("党课", "内容: 讲了从改学到改行", None, True),
        ("集体学习", "备注: 材料发到群里自学", "F428", True),
        ("集体学习", "备注: 学习资料已推送到微信群，请大家自行学习", "F428", True),
        ("集体学习", "备注: 行动不便的老党员材料送到家里自学", None, True),
        ("集体学习", "备注: 发放自学材料", None, True),
        ("集体学习", "内容: 并入5月的党员大会一并学习", "F425", False),
        ("集体学习", "内容: 因春节放假，本周不组织学习", "F425", False),
        ("集体学习", "备注: 实际没有开", "F425", False),
        ("集体学习", "备注: 因 故 未 开 展", "F425", False),
        ("集体学习", "内容: 停　电　未　开", "F425", False),
        ("集体学习", 'agenda: ["学习取\\u200b消"]', "F425", False),
        ("集体学习", "内容: 学 习 党 章", None, True),
        ("集体学习", "内容: 因故未\ufe0f开展", "F425", False),
        ("集体学习", "备注: 改天再学", "F425", False),
        ("集体学习", "内容: 学了一半，余下的改天再学", None, True),
        ("集体学习", "内容: 讨论了计划，改天再定稿", None, True),
        ("集体学习", "内容: 停电，改日再学", "F425", False),
        ("集体学习", "内容: 人太少，改天再学", "F425", False),
        ("集体学习", "内容: 收舱，没顾上学", "F425", False),
        ("集体学习", "内容: 人不齐，没学，说了说近期工作", "F425", False),
        ("主题党日", "内容: 下雨，没去成，在家看网上展厅", "F425", False),
        ("走访联系户", "备注: 两户都没在家，没走成", "F425", False),
        ("党课", "备注: 时间紧没来得及讲，下月补", "F428", True),
        ("志愿服务", "备注: 下雨没干成", "F428", True),
        ("党课", "备注: 王敏没来，课没讲", "F425", False),
        ("集体学习", "备注: 与4月16日党课合并进行", "F425", False),
        ("集体学习", "备注: 与党课合并进行", None, True),
        ("集体学习", "备注: 因迎检，往后推一周", "F428", True),
        ("集体学习", "备注: 跟下周并一块学", "F428", True),
        ("集体学习", "备注: 下周补", "F428", True),
        ("集体学习", "备注: 李娜出差，下周补", "F430", True),
        ("集体学习", "备注: 学习准则，讨论往后推一周", None, True),
        ("集体学习", "备注: 合并学两次", None, True),
        ("党员活动", "备注: 雨大，改期未定", "F425", False),
        ("集体学习", "内容: 任务重，抽不出时间学", "F425", False),
        ("集体学习", "内容: 学了准则，没时间讨论", None, True),
        ("集体学习", "内容: 会议室被占，改天再开", "F425", False),
        ("集体学习", "内容: 各科室忙，改天再组织", "F425", False),
        ("集体学习", "内容: 大雨，改日再集中学习", "F425", False),
        ("集体学习", "内容: 传达文件，改日再发材料", None, True),
        ("集体学习", "内容: 拟于10月组织学习", "F425", False),
        ("支委会", "议程: [本月无议题]", "F425", False),
        ("支委会", "议程: [研究党费, 未开展]", None, True),
        ("支委会", "内容: 研究近期工作，学习取消", None, True),
        ("支委会", "内容: 研究近期工作，学习安排在下周", None, True),
        ("支委会", "内容: 学习取消", "F428", True),
        ("集体学习", "内容: 学习文件三份，党课改到下周另讲", None, True),
        ("集体学习", "内容: 党课改到下周另讲", "F425", False),
        ("集体学习", "内容: 下雨，党课改到下周另讲", "F425", False),
        ("集体学习", "内容: 学习取消，党课改到下周", "F425", False),
        ("集体学习", "内容: 学习取消，下周补", "F425", False),
        ("专题讨论", "内容: 主题发言因时间不够没有进行，改为传阅发言稿", "F428", True),
        ("主题党日", "内容: 重温入党誓词，没有安排发言", None, True),
        ("专题讨论", "发言: {主题发言: 王敏}\n备注: 讨论未开展", "F428", True),
        ("专题讨论", "发言: {主题发言: 王敏}\n内容: 三人发言，讨论未开展", None, True),
        ("专题讨论", "内容: 会上只传达了文件，没有讨论", "F425", False),
        ("集体学习", "内容: 大修，没有集中，各班组自学", "F425", False),
        ("集体学习", "内容: 任务紧，各班组自学", "F428", True),
        ("集体学习", "备注: 抢修没学成", "F428", True),
        ("集体学习", "备注: 停电没开成", "F428", True),
        ("党课", "备注: 主讲人出差没讲成", "F428", True),
        ("党课", "备注: 课没上成", "F425", False),
        ("党课", "备注: 党课没讲成", "F425", False),
        ("志愿服务", "备注: 天气原因取消", "F425", False),
        ("集体学习", "备注: 义务劳动没去成", None, True),
        ("集体学习", "备注: 参观没去成", None, True),
        ("支委会", "内容: 研究食堂改造，分店没开成", None, True),
        ("集体学习", "备注: 学了准则，条例没学", None, True),
        ("支委会", "内容: 本月党课未讲的原因是下雨，改到下周", "F428", True),
        ("支委会", "内容: 加强党支部建设的实施意见没印好，改到下周", "F428", True),
        ("支委会", "内容: 因会议室被占，改到下周", "F425", False),
        ("支委会", "内容: 拟于下周召开党员大会", None, True),
        ("支委会", "内容: 会没有开起来，改为群里通气", "F428", True),
        ("参观基地", "内容: 未能成行，改为线上", "F425", False),
        ("参观基地", "备注: 因闭馆改为线上参观", "F425", False),
        ("参观基地、主题党日", "备注: 云参观", "F427", True),
        ("走访联系户", "备注: 电话慰问", "F425", False),
        ("集体学习", "备注: 因疫情改为线上", None, True),
        ("参观基地", "内容: 烈士陵园因路远没有去，只参观了纪念馆", None, True),
        ("警示教育", "内容: 影片未借到，警示教育改日再办", "F425", False),
        ("征求意见", "内容: 群众意见未征求，党员意见12条", "F428", True),
        ("辅导报告", "内容: 与规划院支部合办，没有单独组织", None, True),
        # In brackets behind what it is called
        ("志愿服务", "主题: 走进社区（因雨取消）", "F425", False),
        ("志愿服务", "题目: 走进社区(没有去成)", "F425", False),
        ("志愿服务", "主题: 走进社区（改到5月）", "F425", False),
        ("志愿服务", "主题: 走进社区（因雨推迟到4月1日）", None, True),
        ("志愿服务", "主题: 走进社区（原定3月20日，改到4月）", None, True),
        ("志愿服务", "主题: 走进社区（因雨改在站厅）", None, True),
        ("志愿服务", "内容: 走进社区（下次另行通知）", None, True),
    ],
)
def test_words_of_sittings_alone(
    make: Make, kind: str, said: str, code: str | None, *, held: bool
) -> None:
    """What is plain of this sitting takes it away; what is named and of another kind
    does not, and of what was done in another way it is told."""
    made = make(f"类型: {kind}\n日期: 2016-04-01\n出席情况: 全体\n{said}\n")
    assert [one for one, *_ in made.told] == ([code] if code else [])
    fact, *_ = made.all
    assert fact.state == ("held" if held else "undone")


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("只开了党员大会，学习改为个人自学。", {"all-member-meeting"}),
        ("学习未组织", {"all-member-meeting"}),
        ("因防汛未开展", set()),
        ("因防汛未开展，学习也未组织", set()),
        ("本月学习会未召开", set()),
        (
            "祭扫因雨取消，在会议室学习先烈事迹",
            {"all-member-meeting", "collective-study"},
        ),
    ],
)
def test_what_is_left_of_several(make: Make, said: str, left: set[str]) -> None:
    """What names one of its kinds for short takes away that one only, and what it tells
    of one beside something else that fell out takes away none."""
    made = make(
        f"类型: 党员大会、集体学习\n日期: 2016-04-01\n出席情况: 全体\n内容: {said}\n"
    )
    held = {kind for one in made.all if one.state == "held" for kind in one.kinds}
    assert held == left
    assert not any(one.unknown & left for one in made.all)


@pytest.mark.parametrize(
    ("key", "said", "left"),
    [
        ("备注", "重温誓词因话筒坏没搞", "批评和自我批评、民主测评、研究七一党课"),
        ("备注", "民主测评没搞", "批评和自我批评、研究七一党课、重温入党誓词"),
        ("备注", "民主测评没来得及", "批评和自我批评、研究七一党课、重温入党誓词"),
        (
            "备注",
            "民主测评受疫情影响未进行",
            "批评和自我批评、研究七一党课、重温入党誓词",
        ),
        (
            "备注",
            "时间紧，民主测评没顾上搞",
            "批评和自我批评、研究七一党课、重温入党誓词",
        ),
        ("备注", "民主测评没来得及当场公布结果", None),
        (
            "内容",
            "民主测评因票未印好没有进行",
            "批评和自我批评、研究七一党课、重温入党誓词",
        ),
        ("内容", "批评和自我批评没有开展", "民主测评、研究七一党课、重温入党誓词"),
        ("备注", "重温誓词和民主测评未进行", "批评和自我批评、研究七一党课"),
        ("备注", "誓词没搞", "批评和自我批评、民主测评、研究七一党课"),
        (
            "内容",
            "原定重温入党誓词，因会议室被占，改为看短片",
            "批评和自我批评、民主测评、研究七一党课",
        ),
        ("备注", "誓词环节改看短片", "批评和自我批评、民主测评、研究七一党课"),
        (
            "备注",
            "重温誓词仪式取消，改为看短片",
            "批评和自我批评、民主测评、研究七一党课",
        ),
        ("note", "oath not taken", "批评和自我批评、民主测评、研究七一党课"),
        ("备注", "党课没搞", None),
        # something else was done in place of another thing, or elsewhere
        ("备注", "重温入党誓词，因下雨参观改为看短片", None),
        ("备注", "原定在广场重温入党誓词，下雨改在会议室", None),
        ("备注", "民主测评改为线上投票", None),
        # made up for, of another time, only talked about, or not left out
        ("备注", "民主测评上午没搞，下午补上", None),
        ("备注", "上次民主测评没搞", None),
        ("备注", "上次重温入党誓词改为看短片", None),
        ("内容", "研究了七一党课未讲的原因", None),
        ("内容", "民主测评没有出现弃权", None),
        ("备注", "民主测评未开展充分讨论", None),
        ("备注", "誓词没印好", None),
        ("备注", "票和民主测评没搞", "批评和自我批评、研究七一党课、重温入党誓词"),
    ],
)
def test_steps_that_were_left_out(
    make: Make, key: str, said: str, left: str | None
) -> None:
    """What a text beside the steps says there was none of is no step, and is told; the
    sitting was held."""
    made = make(
        "类型: 组织生活会\n日期: 2016-04-01\n出席情况: 全体\n"
        f"环节: 民主测评、批评和自我批评、研究七一党课、重温入党誓词\n{key}: {said}\n"
    )
    steps = sorted(str(one.attrs["name"]) for one in made.of("step"))
    assert made.one("organization-life-meeting").state == "held"
    assert ("F427" in [code for code, *_ in made.told]) is (left is not None)
    assert len(steps) == 4 if left is None else "、".join(steps) == left


@pytest.mark.parametrize(
    ("said", "code", "left", "doubted"),
    [
        ("学习改为各自看书", "F427", MEETING, set()),
        ("只开了党员大会，没有学习", "F427", MEETING, set()),
        ("只开会，未学习", "F427", MEETING, set()),
        ("只开了党员大会", "F428", STUDIED, {"collective-study"}),
        ("本次只组织了集体学习", "F428", STUDIED, MEETING),
        ("上午只开了党员大会，下午学习了文件", None, STUDIED, set()),
        ("只开了党员大会和集体学习", None, STUDIED, set()),
        # What else there was is not called by a name that is known.
        ("只开了党员大会和碰头会", None, STUDIED, set()),
        ("只学了一篇", None, STUDIED, set()),
        ("只讲了党课", None, STUDIED, set()),
        ("只开了党员大会" + "，讨论了" * 20, None, STUDIED, set()),
    ],
)
@pytest.mark.parametrize("key", ["备注", "内容"])
def test_all_that_there_was_of_several(
    make: Make, key: str, said: str, code: str | None, left: set[str], doubted: set[str]
) -> None:
    """A remark that denies one of them takes away that one; beside what it says was
    all, it is asked of the others."""
    made = make(
        f"类型: 党员大会、集体学习\n日期: 2016-04-01\n出席情况: 全体\n{key}: {said}\n"
    )
    assert [one for one, *_ in made.told] == ([code] if code else [])
    held = [one for one in made.all if one.state == "held" and "step" not in one.kinds]
    assert {kind for one in held for kind in one.kinds} == left
    assert {kind for one in held for kind in one.unknown & STUDIED} == doubted


@pytest.mark.parametrize("and_", ["和", "与", "及", "、"])
def test_two_that_were_all_of_three(make: Make, and_: str) -> None:
    """It is asked of the third alone."""
    made = make(
        "类型: 党员大会、党课、集体学习\n日期: 2016-04-01\n出席情况: 全体\n"
        f"备注: 只开了党员大会{and_}党课\n"
    )
    assert [code for code, *_ in made.told] == ["F428"]
    asked = {kind for one in made.all for kind in one.unknown & (BOTH | STUDIED)}
    assert asked == {"collective-study"}


@pytest.mark.parametrize(
    "said", ["没有学习", "未学习", "集体学习改为自学", "本次集中学习改为各自看书"]
)
def test_a_study_that_was_none(make: Make, said: str) -> None:
    """In the plainest words."""
    made = make(f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n备注: {said}\n")
    assert [one for one, *_ in made.told] == ["F425"]


def test_one_kind_of_several(make: Make) -> None:
    """Only the kind that is named is left out."""
    made = make("""
        类型: 党员大会、专题研讨
        日期: 2016-04-01
        出席情况: 全体
        内容: 传达了通知；专题研讨未及展开
        """)
    assert [code for code, *_ in made.told] == ["F427"]
    assert made.one("all-member-meeting").kinds == MEETING


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("与郭芳另约", True),
        ("郭芳不在，改由陈静谈", True),
        ("郭芳的下月一并谈", True),
        ("由组织委员代写", True),
        ("与郭芳视频谈话", False),
        ("未按时谈", False),
        ("郭芳的上月未谈，今天补谈", False),
        ("思想稳定，没有困难", False),
        ("两人都未提意见", False),
        ("窗口工作下月起轮岗", False),
        ("谈了岗位调整，两人表示理解；下次学习仍在周五，请提前把题目报来", False),
        ("谈下月的工作", False),
        ("谈得不深，下次再谈", True),
        ("没谈成", True),
        ("郭芳没来", True),
        ("电话没打通", True),
        ("因出差没顾上", True),
        ("还没开始谈", True),
        ("郭芳休假没在", True),
        # of the deed itself, with nothing behind it
        ("未进行", True),
        ("谈话未落实", True),
        ("郭芳没给", True),
        ("还没做成", True),
        ("没做记录", False),
        ("整改措施没落实", False),
        ("没按时谈", False),
        ("没写完的计划再改", False),
        # of something else, or made good
        ("李娜说孩子没考好", False),
        ("两次会没赶上", False),
        ("郭芳不在单位，用电话谈的", False),
        ("郭芳不在单位，说好下周谈的", True),
        ("未涉及家事，不另作记录", False),
    ],
)
def test_remarks_that_leave_it_open(make: Make, said: str, *, told: bool) -> None:
    """It is told, and not clear of whom it names, or of any of them."""
    made = make(f"""
        类型: 谈心谈话
        日期: 2016-04-01
        谈话人: 王敏
        谈话对象: 李娜、郭芳
        备注: {said}
        """)
    assert [code for code, *_ in made.told] == (["F428"] if told else [])
    talks = made.of("heart-to-heart-talk")
    assert len(talks) == 2
    doubted = {
        one for fact in talks if fact.kinds <= fact.unknown for one in fact.people["to"]
    }
    named = {"郭芳"} if "郭芳" in said else {"李娜", "郭芳"}
    assert doubted == (named if told else set())


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("郭芳出差，回来交", {"郭芳"}),
        ("郭芳住院，未交", {"郭芳"}),
        ("钱箱回来再点", None),
    ],
)
def test_remarks_on_all_that_name_one(
    make: Make, said: str, named: set[str] | None
) -> None:
    """Of 全体 it is not clear of whom the remark names; of all where it names nobody."""
    made = make(f"""
        类型: 交纳党费
        日期: 2016-04-01
        月份: 2016-04
        党员: 全体
        备注: {said}
        """)
    assert [code for code, *_ in made.told] == ["F428"]
    dues = made.of("dues-payment")
    doubted = {
        one
        for fact in dues
        if fact.kinds <= fact.unknown
        for one in fact.people["about"]
    }
    assert doubted == (named or {one for fact in dues for one in fact.people["about"]})


@pytest.mark.parametrize(
    ("said", "state", "codes"),
    [
        ("状态: 已开展\n内容: 居家自学", "undone", ["F425"]),
        ("状态: 已开展\n内容: 端午将至，改为自学，未集中", "undone", ["F425"]),
        ("状态: 已开展\n备注: 各自在“学习强国”上学习", "undone", ["F425"]),
        ("状态: 已开展\n内容: 自学《准则》", "undone", ["F425"]),
        # It may be that not all of it was.
        ("状态: 已开展\n内容: 先自学后集中", "held", ["F428"]),
        ("状态: 已开展\n内容: 各自谈了体会", "held", []),
        ("状态: 已开展\n内容: 各自对照党章查摆", "held", []),
        ("状态: 已开展\n内容: 部署下一步个人自学", "held", []),
        # They may have read in one room.
        ("出席情况: 全体\n备注: 自学", "held", ["F428"]),
        ("状态: 已开展\n内容: 自学党章后集体讨论", "held", []),
        ("状态: 已开展\n内容: 布置个人自学任务", "held", []),
        ("出席情况: 全体\n内容: 缺席的补课，记入各自的笔记", "held", []),
    ],
)
def test_a_study_left_to_each(
    make: Make, said: str, state: str, codes: list[str]
) -> None:
    """Where each read for himself there was no study of all."""
    made = make(f"类型: 集体学习\n日期: 2016-04-01\n{said}\n")
    assert [code for code, *_ in made.told] == codes
    assert made.one("collective-study").state == state


def test_a_study_left_to_each_beside_another_kind(make: Make) -> None:
    """Only the study is none."""
    made = make(
        "类型: 集体学习、志愿服务\n日期: 2016-04-01\n状态: 已开展\n备注: 居家自学\n"
    )
    assert [code for code, *_ in made.told] == ["F427"]
    assert made.one("volunteer-service").kinds == {"volunteer-service"}


@pytest.mark.parametrize(
    ("said", "held", "codes"),
    [
        ("备注: 正在起草", False, ["F426"]),
        ("备注: 拟写", False, ["F426"]),
        ("内容: 制定中", False, ["F426"]),
        ("内容: 未制定", False, ["F426"]),
        ("题目: 还没写", False, ["F426"]),
        ("题目: 写在前面", True, []),
        ("内容: 见上年总结，不再另写", True, ["F428"]),
        ("备注: 起草人王敏", True, []),
        ("内容: 见附件\n备注: 未完成", True, ["F428"]),
        ("内容: 见附件\n备注: 未公开", True, []),
    ],
)
def test_a_paper_still_to_be_written(
    make: Make, said: str, held: bool, codes: list[str]
) -> None:
    """Of the branch, of which no person is named."""
    made = make(f"类型: 党建工作计划\n日期: 2016-04-01\n{said}\n")
    assert [code for code, *_ in made.told] == codes
    assert bool(made.of("party-work-plan")) is held


@pytest.mark.parametrize(
    ("title", "held"), [("待写", 0), ("没写", 0), ("未写完的日记", 1)]
)
def test_an_essay_of_which_the_title_says_that_it_is_not_written(
    make: Make, title: str, held: int
) -> None:
    """It is none, whoever is named."""
    made = make(f"类型: 心得体会\n日期: 2016-04-01\n党员: 李娜\n题目: {title}\n")
    assert [code for code, *_ in made.told] == ["F426"] * (1 - held)
    assert len(made.of("reflection-essay")) == held


@pytest.mark.parametrize(
    ("by", "codes"),
    [
        ("由谁: 本人", ["F428"]),
        ("由谁: 王敏", ["F428"]),
        ("由谁: 李娜", []),
        ("", ["F428"]),
    ],
)
def test_dues_handed_over_by_another(make: Make, by: str, codes: list[str]) -> None:
    """Told where it is written that he did it himself, or nothing of who did."""
    made = make(
        f"类型: 党费\n日期: 2016-04-01\n月份: 2016-04\n党员: 王敏\n备注: 由家属代交\n{by}\n"
    )
    assert [code for code, *_ in made.told] == codes


@pytest.mark.parametrize(
    ("note", "about", "codes"),
    [
        ("李娜下次报到", {"王敏", "李娜"}, ["F428"]),
        ("李娜除外", {"王敏"}, ["F429"]),
        ("到社区扫雪", {"王敏", "李娜"}, []),
    ],
)
def test_a_remark_on_what_members_went_to(
    make: Make, note: str, about: set[str], codes: list[str]
) -> None:
    """As in a row of a table: 社区报到 names who went."""
    made = make(
        f"类型: 社区报到\n日期: 2016-04-01\n党员: 王敏、李娜\n状态: 已开展\n备注: {note}\n"
    )
    assert [code for code, *_ in made.told] == codes
    assert made.one("community-checkin").people["about"] == about


@pytest.mark.parametrize(
    ("except_", "names"),
    [("李娜、陈静", None), ("李娜", "陈静"), ("郭芳", "李娜、陈静")],
)
def test_a_remark_on_who_is_left_out(
    make: Make, except_: str, names: str | None
) -> None:
    """Who stands under 除外 is not told of again."""
    made = make(
        "类型: 党费\n日期: 2016-04-01\n月份: 2016-04\n党员: 全体\n"
        f"除外: {except_}\n备注: 李娜、陈静除外\n"
    )
    assert [code for code, *_ in made.told] == (["F429"] if names else [])
    if names:
        assert made.values("F429")["names"] == names
    paid = {one for fact in made.of("dues-payment") for one in fact.people["about"]}
    assert not paid & {"李娜", "陈静"}


def test_a_remark_that_the_one_did_not(make: Make) -> None:
    """Nobody went."""
    made = make(
        "类型: 社区报到\n日期: 2016-04-01\n党员: 李娜\n状态: 已开展\n备注: 因病未参加\n"
    )
    assert made.one("community-checkin").people["about"] == frozenset()


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("集中学习（居家自学）", ["F428"]),
        ("集体学习(各自看书)", ["F428"]),
        ("集中学习（下午进行）", []),
        ("集中学习", []),
        ("个人自评（自学后写）", []),
    ],
)
def test_a_study_among_the_steps_left_to_each(
    make: Make, step: str, codes: list[str]
) -> None:
    """Told; of that step it is not known."""
    made = make(
        f"类型: 主题党日\n日期: 2016-04-01\n状态: 已开展\n环节: [{step}, 民主议事]\n"
    )
    assert [code for code, *_ in made.told] == codes
    assert made.one("theme-party-day").state == "held"


@pytest.mark.parametrize(
    ("said", "doubted"),
    [
        ("出席情况: 全体\n备注: 自学", {"collective-study"}),
        ("出席情况: 全体\n环节: 集中学习（居家自学）", {"collective-study"}),
        ("出席情况: 全体\n形式: 个人自学", {"collective-study"}),
        ("出席情况: 全体\n形式: 自学、讨论", set()),
        ("出席情况: 全体\n议程: 集中学习（居家自学）", {"collective-study"}),
        ("状态: 已开展\n内容: 先自学后集中", {"collective-study"}),
        ("出席情况: 全体\n备注: 党课下月再讲", set()),  # of another kind
        # It is said twice.
        ("出席情况: 全体\n状态: 已开展\n备注: 自学", set()),
    ],
)
def test_what_is_not_clear_to_have_come_about(
    make: Make, said: str, doubted: set[str]
) -> None:
    """Of that kind it is not known; nor of the steps, where there was nothing else."""
    kinds = ("collective-study", "all-member-meeting")
    made = make(f"类型: 集体学习、党员大会\n日期: 2016-04-01\n{said}\n")
    assert set(made.one(kinds[0]).unknown).intersection(kinds) == doubted


@pytest.mark.parametrize("said", ["备注: 自学", ""])
def test_steps_of_what_is_not_clear_to_have_come_about(make: Make, said: str) -> None:
    """That they were taken is not known either."""
    made = make(
        f"类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n环节: 讨论\n{said}\n"
    )
    assert ("step" in made.one("step").unknown) is bool(said)


@pytest.mark.parametrize("status", ["", "状态: 已开展\n"])
@pytest.mark.parametrize(
    "record",
    [
        "类型: 谈心谈话\n谈话人: 王敏\n谈话对象: 李娜\n备注: 改天再谈",
        "类型: 心得体会\n党员: 李娜\n备注: 雷同退回",
        "类型: 党建工作计划\n内容: 见上年总结，不再另写",
        "类型: 社区报到\n党员: 李娜\n出席情况: 李娜\n备注: 李娜、郭芳下次报到",
    ],
)
def test_papers_and_rows_of_which_it_is_not_clear(
    make: Make, record: str, status: str
) -> None:
    """That they came about is not known, unless it is confirmed."""
    made = make(f"日期: 2016-04-01\n{status}{record}\n")
    assert ("F428" in [code for code, *_ in made.told]) is not bool(status)
    fact, *_ = (one for one in made.all if "step" not in one.kinds)
    assert (fact.kinds <= fact.unknown) is not bool(status)


def test_by_whom_dues_were_paid_is_not_clear(make: Make) -> None:
    """They were paid; only by whom is not known. What may not have come at all is not
    known to be paid."""
    dues = "类型: 党费\n日期: 2016-04-01\n月份: 2016-04\n党员: 王敏\n由谁: 本人\n备注: "
    proxy = make(dues + "由家属代交\n").one("dues-payment")
    assert ("payer" in proxy.unknown, "payer" in proxy.attrs) == (True, False)
    assert not proxy.kinds & proxy.unknown
    unpaid = make(dues + "由家属代交，下月补齐\n").one("dues-payment")
    assert unpaid.kinds <= unpaid.unknown
