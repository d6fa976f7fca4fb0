"""All facts of a branch: what stands, what they are called, a part of them."""

from __future__ import annotations

from datetime import date

from lxyz.facts.fact import DERIVED, ENTRIES, STANDING, TERM_END, UNMET
from lxyz.vocabulary import vocabulary

from .conftest import Make

BRANCH = """
    名称: 第九党支部
    规则包: bj-2016
    党员活动周: 2016-06-20..2016-06-26
    支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-10-31}]
    党小组: [{名称: 一组, 党员: 王敏、李娜, 起: 2015-01-01}]
    党员: [{姓名: 王敏、李娜, 起: 2014-11-20}, {姓名: 胡斌, 起: 2014-11-20, 止: 2015-01-31, 长期请假: {原因: 驻外, 起: 2014-12-01, 止: 2014-12-31}}]
    发展党员:
      - {姓名: 丁一, 步骤: [{名称: 积极分子, 日期: 2016-03-01}]}
    """
RECORDS = """
- {类型: 党课, 日期: 2016-06-24, 出席情况: 全体, 环节: 讲课}
- 类型: 学习计划
  日期: 2016-01-04
  期间: 2016
  条目: [{时段: 2016-06, 类型: 党课}]
  章节: {第二季度: 甲}
- {类型: 个人自学计划, 日期: 2016-01-04, 党员: 李娜, 条目: [{时段: 2016-06, 内容: 甲}]}
- {类型: 整改清单, 日期: 2016-01-04, 条目: [{问题: 甲, 销号日期: 2016-02-01}]}
- {类型: 问题清单, 日期: 2016-01-04, 条目: [{问题: 甲, 销号日期: 2016-02-01}]}
- {类型: 承诺, 日期: 2016-01-04, 党员: 李娜, 检查日期: 2016-06-01, 完成日期: 2016-06-01}
- {类型: 交办任务, 日期: 2016-01-04, 党员: 李娜, 项目: 甲, 完成日期: 2016-06-01}
- {类型: 党课, 日期: 2016-06-30, 改期: {原定日期: 2016-06-29}, 出席情况: 全体}
"""


def test_every_kind_a_rule_can_ask_for(make: Make) -> None:
    """What the vocabulary does not name but facts are made of has a name of its own; when
    members joined the Party, terms end and duties were not kept is made for a year."""
    made = make(RECORDS, branch=BRANCH)
    assert made.told == []
    found = {kind for fact in made.facts.all for kind in fact.kinds}
    assert found - set(vocabulary().kinds) == DERIVED - ENTRIES - {TERM_END, UNMET}


def test_what_may_count_on_another_day(make: Make) -> None:
    """What the profile says stands, and what was moved; nothing else does."""
    made = make(RECORDS, branch=BRANCH)
    loose = [fact for fact in made.facts.all if fact.loose]
    assert {kind for fact in loose for kind in fact.kinds} == {
        *STANDING,
        "party-lecture",
    }
    assert [one.loose for one in made.of("party-lecture")] == [False, True]


def test_what_facts_are_called(make: Make) -> None:
    """By kind and day; without a day by kind; the second of a day by its number."""
    made = make(
        "- {类型: 党课, 日期: 2016-06-24, 时间: 上午, 出席情况: 全体}\n"
        "- {类型: 党课, 日期: 2016-06-24, 时间: 下午, 出席情况: 全体}\n"
        "- {类型: 党课, 日期: 2016-06-24, 时间: 晚上, 出席情况: 全体}\n",
        branch=BRANCH,
    )
    assert made.one("branch").key == "branch@"
    assert [one.key for one in made.of("party-lecture")] == [
        "party-lecture@2016-06-24",
        "party-lecture@2016-06-24#2",
        "party-lecture@2016-06-24#3",
    ]
    for fact in made.facts.all:
        assert made.facts.by_key[fact.key] is fact


def test_the_years_of_records(make: Make) -> None:
    """Of each the year it counts for, else that of its day; not of the profile."""
    made = make(
        "- {类型: 党课, 日期: 2016-01-04, 计入年度: 2015, 出席情况: 全体}\n"
        "- {类型: 党课, 日期: 2014-12-31, 出席情况: 全体}\n",
        branch=BRANCH,
    )
    assert list(made.facts.years()) == [2014, 2015]


def test_facts_without_those_of_some_lines(make: Make) -> None:
    """What stood there is no more, in any list; all others are called as before."""
    made = make(
        "- {类型: 党课, 日期: 2016-06-24, 出席情况: 全体}\n"
        "- {类型: 党课、主题党日, 日期: 2016-06-25, 出席情况: 全体}\n",
        "- {类型: 党课, 日期: 2016-06-26, 出席情况: 全体}\n"
        "- {类型: 主题党日, 日期: 2016-06-27, 出席情况: 全体}\n",
    )
    facts = made.facts.without("1.yaml", [2])
    days = [fact.date.day for fact in facts.all if fact.origin.file != "branch.yaml"]
    assert days == [24, 26, 27]
    assert len(facts.all) == len(made.facts.all) - 1
    assert [one.date.day for one in facts.of(["party-lecture"])] == [24, 26]
    assert [one.date.day for one in facts.of(["theme-party-day"])] == [27]
    both = facts.of(["party-lecture", "theme-party-day"])
    assert [one.date.day for one in both] == [24, 26, 27]
    # The facts they were taken from are as they were.
    assert [one.date.day for one in made.of("party-lecture")] == [24, 25, 26]
    assert [one.rank for one in made.facts.all] == list(range(len(made.facts.all)))


def test_facts_with_other_waivers(make: Make) -> None:
    """The records are the same; what was waived is put aside."""
    waiver = "类型: 豁免\n日期: 2016-07-18\n规则: a/b\n原因: 防汛\n审定人: 机关党委\n"
    answer = "类型: 人工确认\n日期: 2016-12-30\n规则: a/b\n由谁: 王敏\n结论: 是\n"
    made = make(waiver, answer)
    bare = made.facts.with_waivers(())
    assert bare.judgements.waivers == ()
    assert bare.judgements.attestations == made.facts.judgements.attestations != ()
    assert len(made.facts.judgements.waivers) == 1
    assert bare.all is made.facts.all


def test_what_a_fact_refers_to(make: Make) -> None:
    """Over however many links; links that go round end."""
    made = make("""
        - {类型: 支委会, 日期: 2016-12-01, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-12-02, 出席情况: 全体, 依据: 2016-12-01 支委会}
        - {类型: 学习总结, 日期: 2016-12-03, 依据: 2016-12-02 党课、2016-12-04 通报}
        - {类型: 通报, 日期: 2016-12-04, 依据: 2016-12-03 学习总结}
        """)
    meeting, lecture = made.one("committee-meeting"), made.one("party-lecture")
    summary, circular = made.one("study-summary"), made.one("circular")
    assert circular.refers_to(meeting)
    assert summary.refers_to(circular)
    assert circular.refers_to(circular)
    assert not lecture.refers_to(summary)
    assert not meeting.refers_to(meeting)
    assert (meeting.date, meeting.end) == (date(2016, 12, 1), date(2016, 12, 1))
