"""Texts that say that something was not done, in the words of secretaries.

What was to count was written down before anything was built; a text that names what is
asked for without plainly denying it goes on counting.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from lxyz.denial.texts import affirmed, takes_back, told_in
from lxyz.kinds.lasting import Lasting, lasting
from lxyz.kinds.values import spelt
from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.vocabulary import vocabulary

from ..trial import held, verdict

ROOT = Path(__file__).parents[2]


@cache
def words_of(pack: str) -> Lasting:
    """The words of a pack of the program."""
    return lasting(bind(load_pack(ROOT / "rules" / pack), ()))


NOT_DONE = [
    ("sd-2021", "name", "听党课", "听党课（下月安排）"),
    ("cas-2016", "steps", "党员互评", "党员互评下次进行"),
    ("cas-2016", "steps", "组织评定", "组织评定：由支委会下周研究确定"),
    ("cas-2016", "steps", "组织评定", "组织评定：年后支委会研究"),
    ("cas-2016", "steps", "组织评定", "组织评定：节后进行"),
    ("cas-2016", "steps", "民主测评", "民主测评留待下次会议进行"),
    ("cas-2016", "steps", "民主测评", "民主测评改到12月25日进行"),
    ("cas-2016", "steps", "民主测评", "民主测评：择期进行"),
    ("cas-2016", "steps", "民主测评", "民主测评（改到12月25日）"),
    ("cas-2016", "steps", "民主测评", "民主测评推到下次会议"),
    ("cas-2016", "steps", "民主测评", "民主测评另行择期"),
    ("cas-2016", "steps", "组织评定", "组织评定待元旦后由机关党委审定"),
    ("bj-2016", "steps", "重温入党誓词", "拟于9月重温入党誓词"),
    ("bj-2016", "steps", "重温入党誓词", "如时间允许，重温入党誓词"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评（略）"),
    ("cas-2016", "steps", "提出整改措施", "提出整改措施：由支委会会后研究确定"),
    ("cas-2016", "steps", "提出整改措施", "提出整改措施会后明确"),
    ("cas-2016", "steps", "民主测评", "民主测评（如时间允许）"),
    ("cas-2016", "steps", "民主测评", "民主测评拟于下月"),
    ("cas-2016", "steps", "民主测评", "民主测评：人太少，未进行"),
    ("cas-2016", "steps", "民主测评", "民主测评：王敏住院，未测"),
    ("cas-2016", "steps", "民主测评", "民主测评（未投票）"),
    ("cas-2016", "steps", "民主测评", "民主测评：留待大家到齐再测"),
    ("cas-2016", "steps", "民主测评", "民主测评（改在12月25日投票）"),
    ("sd-2021", "steps", "逆向测评", "部署逆向测评"),
    ("sd-2021", "steps", "逆向测评", "会议研究部署逆向测评工作"),
    ("sd-2021", "steps", "批评和自我批评", "安排批评和自我批评"),
    ("cas-2016", "steps", "民主测评", "安排部署民主测评"),
    ("cas-2016", "steps", "民主测评", "布置好下一步的测评；布置民主测评"),
    ("bj-2016", "steps", "通报支委会对照检查情况", "未通报支委会对照检查情况"),
    ("bj-2016", "steps", "查摆问题", "未查摆问题"),
    ("bj-2016", "materials", "党章", "原定学习党章"),
    ("cas-2016", "steps", "批评和自我批评", "未开展批评和自我批评"),
    ("cas-2016", "steps", "批评和自我批评", "本次会议没有开展批评和自我批评"),
    ("bj-2016", "steps", "批评和自我批评", "因疫情未进行批评与自我批评"),
    ("sd-2021", "steps", "批评和自我批评", "批评和自我批评未开展"),
    ("bj-2016", "agenda", "批评和自我批评", "批评和自我批评：本次未开展"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评（未开展）"),
    ("cas-2016", "steps", "民主测评", "受疫情影响未进行民主测评"),
    ("cas-2016", "steps", "民主测评", "民主测评：受疫情影响未进行"),
    ("cas-2016", "steps", "个人自评", "个人自评：因故未进行"),
    ("bj-2016", "steps", "党员互评", "党员之间互评因故取消"),
    ("bj-2016", "steps", "组织评定", "拟于下月进行组织评定等次"),
    ("bj-2016", "steps", "评议支部班子", "未组织评议支部班子"),
    ("sd-2021", "steps", "逆向测评", "没有逆向测评"),
    ("bj-2016", "steps", "警示教育", "因故取消警示教育片观看"),
    ("bj-2016", "steps", "志愿服务", "志愿服务因雨推迟"),
    ("bj-2016", "steps", "重温入党誓词", "没有重温入党誓词"),
    (
        "cas-2016",
        "topic",
        "学党章，坚定理想信念",
        "没有组织学党章、坚定理想信念专题讨论",
    ),
    ("sd-2021", "topic", "党的历史", "未学习党史"),
    ("sd-2021", "topic", "党章党规", "本月没有学习党章"),
    ("sd-2021", "theme", "党的历史", "因防汛推迟党史学习教育"),
    (
        "nwupl-2018",
        "theme",
        "不忘初心、牢记使命",
        "本次未开展“不忘初心、牢记使命”主题教育",
    ),
    ("nwupl-2018", "theme", "先进典型", "未学习先进典型事迹"),
    ("nwupl-2018", "topic", "先进典型", "计划下个月学习先进典型"),
    ("nwupl-2018", "agenda", "安排当月活动", "未安排9月活动"),
    ("nwupl-2018", "agenda", "安排当月活动", "本次没有部署10月份工作"),
    ("bj-2016", "agenda", "党内选举", "因人数不足未进行支委选举"),
    ("bj-2016", "agenda", "发展党员", "没有讨论发展党员事宜"),
    ("bj-2016", "agenda", "听取支部报告", "未听取支部工作报告"),
    ("bj-2016", "agenda", "组织党员学习", "本月未组织集体学习"),
    ("b11-2016", "theme", "做合格党员", "没有开展“做合格党员”讨论"),
    ("b11-2016", "topic", "党建基本知识", "择期学习党务知识"),
    ("b11-2016", "agenda", "疑难解答", "本次未安排答疑"),
    ("b11-2016", "forms", "通读", "没有通读原文"),
    ("cas-2016", "occasion", "建党95周年", "未举办纪念建党95周年活动"),
    ("bj-2016", "materials", "党章", "没有学习党章"),
    ("b11-2016", "materials", "系列讲话", "未学七一讲话"),
    ("sd-2021", "materials", "纪律处分条例", "本月未学习纪律处分条例"),
    (
        "sd-2021",
        "title",
        "学经典、上讲台、讲党课",
        "没有开展学经典、上讲台、讲党课活动",
    ),
    ("cas-2016", "steps", "民主测评", "开展民主测评，未设会外投票"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评：因人数不足，未进行"),
    ("sd-2021", "steps", "逆向测评", "逆向测评（没做）"),
    ("sd-2021", "steps", "逆向测评", "逆向测评未能如期举行"),
    ("sd-2021", "steps", "重温入党誓词", "重温入党誓词：无"),
    ("sd-2021", "steps", "批评和自我批评", "批评与自我批评，因天气原因，取消"),
]

DONE = [
    ("cas-2016", "steps", "批评和自我批评", "研究批评和自我批评下月进行"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评改在三楼进行"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评，结果下周公布"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评（下午进行）"),
    ("cas-2016", "steps", "批评和自我批评", "批评和自我批评（会后进行）"),
    ("cas-2016", "steps", "组织评定", "组织评定：由支委会研究确定"),
    ("sd-2021", "steps", "逆向测评", "部署并开展逆向测评"),
    ("bj-2016", "agenda", "落实措施", "部署落实措施"),
    ("nwupl-2018", "agenda", "安排当月活动", "安排七月活动"),
    ("sd-2021", "theme", "党的历史", "部署党史学习教育"),
    ("bj-2016", "steps", "党员互评", "党员互评环节取消"),
    ("bj-2016", "steps", "查摆问题", "尚未开展查摆突出问题"),
    ("sd-2021", "theme", "党的历史", "党史学习推迟到下月"),
    ("bj-2016", "agenda", "表彰和处分处置", "无处分处置事项"),
    ("sd-2021", "theme", "党的历史", "不忘初心学党史"),
    ("sd-2021", "theme", "党的历史", "未来从党史中走来"),
    ("sd-2021", "theme", "党的历史", "“没有共产党就没有新中国”党史学习"),
    ("sd-2021", "theme", "党的历史", "没有学习党史就没有发言权"),
    ("sd-2021", "topic", "党章党规", "没有规矩不成方圆——学党章"),
    ("sd-2021", "topic", "党章党规", "无规矩不成方圆，学党规"),
    ("sd-2021", "topic", "党章党规", "学习党章“八个不得”"),
    ("sd-2021", "topic", "党章党规", "未成年人保护法和党章"),
    ("cas-2016", "topic", "学党规，严守纪律规矩", "学党规、严守纪律规矩，不得妄议"),
    ("cas-2016", "steps", "批评和自我批评", "没有请假的，开展批评和自我批评"),
    ("cas-2016", "steps", "批评和自我批评", "查摆未开展批评和自我批评的原因"),
    ("bj-2016", "steps", "批评和自我批评", "敢于批评、不怕自我批评"),
    ("bj-2016", "agenda", "批评和自我批评", "批评和自我批评，取消往年的走过场做法"),
    ("bj-2016", "agenda", "发展党员", "讨论取消王某预备党员资格，讨论李某转正"),
    ("bj-2016", "agenda", "发展党员", "讨论推迟预备党员转正"),
    ("bj-2016", "agenda", "表彰和处分处置", "没收违纪所得、给予处分"),
    ("bj-2016", "agenda", "表彰和处分处置", "取消处分"),
    ("bj-2016", "agenda", "落实措施", "研究未落实事项"),
    ("bj-2016", "agenda", "落实措施", "未办结事项落实情况"),
    ("bj-2016", "agenda", "组织党员学习", "未参加集体学习的党员补学"),
    ("bj-2016", "agenda", "组织党员学习", "学习（无缺席）集体学习"),
    ("bj-2016", "steps", "志愿服务", "无偿献血志愿服务"),
    ("bj-2016", "steps", "志愿服务", "未成年人关爱志愿服务"),
    ("bj-2016", "forms", "党员先锋岗", "无私奉献党员先锋岗"),
    ("bj-2016", "materials", "反面典型", "违纪违法未收手典型案例"),
    ("bj-2016", "steps", "警示教育", "反对形式主义警示教育"),
    ("bj-2016", "steps", "警示教育", "防止“四风”反弹警示教育"),
    ("nwupl-2018", "theme", "不忘初心、牢记使命", "不忘初心、牢记使命"),
    ("nwupl-2018", "theme", "党员在行动", "不停歇，党员在行动"),
    ("nwupl-2018", "agenda", "安排当月活动", "因上月未开展活动，安排9月补办"),
    ("nwupl-2018", "agenda", "安排当月活动", "安排9月活动（8月活动因故取消）"),
    ("nwupl-2018", "agenda", "安排当月活动", "拟于9月开展的活动安排"),
    ("b11-2016", "theme", "做合格党员", "两个没有变：做合格党员"),
    ("b11-2016", "site", "经济建设前沿", "未来科技城经济建设成就展"),
    ("b11-2016", "sections", "交纳党费", "未按时交纳党费"),
    ("b11-2016", "lists", "失联", "无失联党员"),
    ("sd-2021", "negative", "政治立场动摇", "政治立场不坚定"),
    ("sd-2021", "negative", "不做党组织分配的任务", "无正当理由不做所分配的任务"),
    ("sd-2021", "item", "履行基本义务", "未履行基本义务"),
    ("sd-2021", "materials", "党的历史", "《没有共产党就没有新中国》党史读本"),
    ("cas-2016", "steps", "党性分析", "党性分析，未发现问题"),
    ("bj-2016", "steps", "党性分析", "党性分析（未收到意见）"),
    ("bj-2016", "agenda", "党内选举", "选举（未设候补）"),
    ("cas-2016", "steps", "交流", "交流未尽事宜"),
    ("b11-2016", "agenda", "疑难解答", "没有理解的条款答疑"),
    ("b11-2016", "topic", "做合格党员", "未讨论透的问题再讨论：怎样做合格党员"),
]


@pytest.mark.parametrize(("pack", "key", "word", "text"), NOT_DONE)
def test_what_was_not_done(pack: str, key: str, word: str, text: str) -> None:
    """A text that says so counts for nothing of what it names."""
    assert not spelt(words_of(pack).forms(key, word), key, frozenset((text,)))


@pytest.mark.parametrize(("pack", "key", "word", "text"), DONE)
def test_what_goes_on_counting(pack: str, key: str, word: str, text: str) -> None:
    """The letters of a denial in other words; sayings; what is talked about; doubts."""
    assert spelt(words_of(pack).forms(key, word), key, frozenset((text,)))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("学习党章", None),
        ("未来", None),
        ("未开展民主评议", ""),
        ("学习党章；未开展民主评议", "学习党章"),
        ("学习党章\n没有讨论选举", "学习党章"),
        ("未组织参观，改为学习党章", "改为学习党章"),
        ("未组织参观改为学习党章", "改为学习党章"),
        # Not now: only behind when or why.
        ("本次不召开党员大会", ""),
        ("因疫情暂不组织参观", ""),
        ("不组织参观", None),
        ("支部不组织参观", None),
        # Called off: with a reason or a day, or with what was to be done.
        ("因故取消民主评议", ""),
        ("本月推迟民主评议", ""),
        ("取消召开党员大会", ""),
        ("取消处分", None),
        ("支部取消处分", None),
        # What is still to come.
        ("拟于下月召开党员大会", ""),
        ("择期召开党员大会", ""),
        ("拟于下月换届", None),
        ("拟于9月召开党员大会", None),
        ("党员大会拟于9月召开", None),
        ("下次学习党章", ""),
        ("学习《条例》（拟于9月学）", ""),
        ("学习《条例》（下次再学）", ""),
        ("学习《条例》（未学）", ""),
        ("学习《条例》（第一章）", None),
        ("学习《条例》（改到9月5日学）", None),
        ("学习党章，选举待节后再定", "学习党章"),
        ("接待群众后慰问老党员", None),
        ("待遇落实后慰问老党员", None),
        # Left out.
        ("民主评议（略）", ""),
        ("民主评议：从略", ""),
        ("民主评议从略", ""),
        ("学习战略", None),
        # What would be done.
        ("如时间允许，重温入党誓词", ""),
        ("学习党章，如时间允许，重温入党誓词；选举", "学习党章选举"),
        ("视情况开展志愿服务", ""),
        ("如有不同意见，当场提出", None),
        ("学习党章，民主评议（如时间允许）", "学习党章"),
        # Right behind.
        ("民主评议未开展", ""),
        ("党章尚未学习", ""),
        ("民主评议因故推迟到下月", ""),
        ("民主评议已取消", ""),
        ("查摆批评未开展", None),
        ("民主评议未开展完毕", None),
        # What is denied stands before the mark.
        ("民主评议（未开展）", ""),
        ("民主评议，因故取消", ""),
        ("学习党章，民主评议：因故取消", "学习党章"),
        ("学习党章，选举，因故取消", "学习党章选举"),
        ("因故取消", ""),
        # Of what was done some part was not; something was done, but not well.
        ("未学习透", None),
        ("因上月未开展活动安排补办", None),
        ("未按时召开党员大会", None),
        ("没有学习党章的党员补学", None),
        ("没有学习党的历史", ""),
        ("没学《党章》", ""),
        ("没学党章", None),
        ("没有党章", None),
        ("“没有讨论”", None),
    ],
)
def test_what_is_left_of_a_text(text: str, left: str | None) -> None:
    """None where nothing is denied; else what it says besides."""
    assert affirmed(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("没有党章", ""),
        ("无党章学习", ""),
        ("没学党章", ""),
        ("没听党章", ""),
        ("本月无“党章”学习", ""),
        ("没有学党章", ""),
        ("没有新党章", None),
        ("未收党章", None),
    ],
)
def test_right_before_the_words_themselves(text: str, left: str | None) -> None:
    """没有 and 无 deny what is asked for where it stands right behind them."""
    assert affirmed(text, frozenset(("党章",))) == left


def test_what_is_to_come_may_be_talked_about() -> None:
    """On an agenda what is to come is arranged; it has not been done."""
    text = "拟于下月开展志愿服务"
    assert affirmed(text) == ""
    assert affirmed(text, coming=False) is None


@pytest.mark.parametrize(
    ("text", "so"),
    [
        ("未开展", True),
        (" 因故取消了，改日再办", True),
        ("因参会人数不足，未进行", True),
        ("由于疫情，会上，未进行", False),
        ("因人数不足", False),
        ("人太少，未测", True),
        ("6人投票，略", False),
        ("发函6份，无", False),
        ("没做", True),
        ("未能如期举行", True),
        ("无", True),
        ("本次没有进行", True),
        ("推迟到下周", True),
        ("未开展批评", False),
        ("进行了", False),
        ("", False),
        ("，", False),
    ],
)
def test_what_is_taken_back(text: str, so: bool) -> None:
    """Only by nothing but a denial."""
    assert takes_back(text) is so


def test_the_keys_are_keys_of_records() -> None:
    """A key that no record has would never be asked about."""
    known = {
        slug for one in vocabulary().contexts() for slug in vocabulary().key_slugs(one)
    }
    assert told_in()["deeds"] < told_in()["texts"] <= known


HAS = "{for: fact, each: {kind: party-lecture}, has: {%s}, fold: no}"


@pytest.mark.parametrize(
    ("asked", "said", "outcome"),
    [
        ("steps: 评议", "steps: [学习, 评议]", "met"),
        ("steps: 评议", "steps: [学习, '评议：说了三点']", "met"),
        ("steps: 评议", "steps: [学习, '评议：因故未开展']", "overdue"),
        ("steps: 评议", "agenda: 学习；评议", "met"),
        ("agenda: 评议", "agenda: ['评议：好的']", "met"),
        ("agenda: 评议", "agenda: [评议：未开展]", "overdue"),
        ("steps: 评议", "agenda: [评议：未开展]", "overdue"),
        ("materials: 党章", "materials: 学习《党章》", "met"),
        ("materials: 党章", "materials: 没有学习《党章》", "overdue"),
        ("materials: 党章", "materials: 没学《准则》；《党章》", "met"),
        ("materials: 准则", "materials: 没学《准则》；《党章》", "overdue"),
        ("materials: 党章", "materials: [没有学习《准则》, 《党章》]", "met"),
    ],
)
def test_where_it_is_written(asked: str, said: str, outcome: str) -> None:
    """Steps, what is on the agenda, and titles, which are taken apart as they are read."""
    records = held("2016-05-05", more=f"attendance: all, {said}")
    assert verdict(HAS % asked, records).outcome == outcome


def test_a_long_text_is_prose() -> None:
    """Of so many letters it is read, of one more it is not."""
    text = "未开展批评和自我批评，" + "另议" * 244
    assert len(text) == 499
    assert affirmed(text + "甲") is not None
    assert affirmed(text + "甲乙") is None
    assert takes_back("未开展" + "，另议" * 400)


@pytest.mark.parametrize(("before", "denied"), [(52, True), (300, True)])
def test_a_denial_at_the_end_of_a_long_clause(before: int, *, denied: bool) -> None:
    """However much it denies."""
    clause = "甲" * before + "因天气原因未开展"
    assert (affirmed(clause) == "") is denied


def test_words_are_looked_for_in_what_was_read_once() -> None:
    """One text, other words: 没有 denies only what is looked for."""
    text = "没有批评和自我批评，没有“四风”问题"
    assert affirmed(text, frozenset(("批评",))) == "没有“四风”问题"
    assert affirmed(text, frozenset(("党章",))) is None
    assert affirmed(text, frozenset(("批评",))) == "没有“四风”问题"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("民主测评：表决票未印好，另行组织", ""),
        ("批评和自我批评：以谈心代替，会上未进行", ""),
        ("民主测评（票未印好，改天进行）", ""),
        # What was done, and what of it is to be gone on with.
        ("集中学习：领学第一章，下次再学", None),
        ("民主测评：发票8张，收回8张", None),
        ("民主测评：票未印好，当场手写", None),
    ],
)
def test_what_is_taken_back_behind_what_lacked(text: str, left: str | None) -> None:
    """The clause behind a colon that tells why, and the last one that it was not done."""
    assert affirmed(text) == left
    name, _, said = text.rstrip("）").replace("（", "：").partition("：")
    assert takes_back(said) is (left == "")
    assert affirmed(name) is None


def test_what_lacked_by_a_rule_that_takes_what_is_to_come() -> None:
    """What is only put off counts where a rule asks for what is to come."""
    text = "民主测评：表决票未印好，另行组织"
    assert affirmed(text, coming=False) != ""
