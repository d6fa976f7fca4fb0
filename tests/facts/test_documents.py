"""Documents: whose they are, nested ones, filings, lists; items of plans."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .conftest import Make, who

MAY = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛"
JUNE = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、许诺"


def test_document_of_the_branch(make: Make) -> None:
    """One fact; sections are their headings, and those with text apart."""
    made = make("""
        类型: 学习总结
        期间: 2016-Q2
        日期: 2016-07-05
        责任人: 李娜
        审定人: 党员大会
        文件: 材料/总结.docx
        章节: {基本情况: 八人应到。, 下一步: [做, 学]}
        名单: {参加: 李娜, 请假: 全体, 失联: 无, 流动: 暂无}
        """)
    (fact,) = made.all
    assert made.told == []
    assert (fact.level, fact.owner, fact.state) == ("branch", "", "held")
    assert (fact.date, fact.shown) == (date(2016, 7, 5), date(2016, 7, 5))
    assert fact.people == {"responsible": who("李娜")}
    assert fact.attrs == {
        "approved_by": "党员大会",
        "file": "材料/总结.docx",
        "sections": {"基本情况", "下一步"},
        "written_sections": {"基本情况", "下一步"},
        "wording": {"基本情况 八人应到。", "下一步 做\n学"},
        "lists": {"参加", "请假", "失联", "流动"},
        "named_lists": {"参加", "请假"},
        "period": "2016-Q2",
        "items": 0,
    }


def test_headings_alone_are_not_written(make: Make) -> None:
    """A list of headings proves the headings only."""
    fact = make("类型: 学习总结\n日期: 2016-07-05\n章节: 基本情况、下一步\n").one(
        "study-summary"
    )
    assert fact.attrs["sections"] == {"基本情况", "下一步"}
    assert fact.attrs["written_sections"] == frozenset()


KINDS = pytest.mark.parametrize(
    "kind",
    [
        "学习总结",
        "党员培训",
        "谈心谈话\n谈话人: 王敏\n谈话对象: 李娜",
        "积分登记\n每人分值: {李娜: 5}",
        "评议等次\n等次: {合格: 李娜}",
        "报送件\n报送内容: 2016-01-01 党课",
    ],
)


@KINDS
def test_what_is_cancelled_is_no_fact(make: Make, kind: str) -> None:
    """Documents, tables of persons and envelopes; a meeting that is not held is one."""
    made = make(f"类型: {kind}\n日期: 2016-07-05\n状态: 取消\n原因: 不办\n")
    assert (made.all, made.told) == ([], [])


@KINDS
def test_what_is_planned_is_a_planned_fact(make: Make, kind: str) -> None:
    """It proves nothing before it is done; once its day has passed, that is said."""
    made = make(f"类型: {kind}\n日期: 2016-07-05\n状态: 计划\n")
    assert {fact.state for fact in made.all} == {"planned"}
    codes = [code for code, _, _ in made.told if code not in ("F409", "F505")]
    assert codes == ["F512"]


def test_a_planned_day_to_come(make: Make) -> None:
    """Nothing is wrong with a plan."""
    made = make(
        "类型: 承诺\n日期: 2017-07-05\n党员: 李娜\n检查日期: 2017-07-06\n状态: 计划\n"
    )
    assert {fact.state for fact in made.all} == {"planned"}
    assert made.told == []


@pytest.mark.parametrize(
    ("whose", "people"),
    [
        ("党员: 李娜", "李娜"),
        ("党员: 李娜、郭芳", "李娜、郭芳"),
        ("党员: 全体", JUNE),
        ("党员: 全体、胡斌", JUNE + "、胡斌"),
        ("党员: 全体\n除外: 王敏", JUNE.replace("王敏、", "")),
        ("主体: 李娜", "李娜"),
    ],
)
def test_document_of_persons(make: Make, whose: str, people: str) -> None:
    """One fact for each, of level member; 全体 is the roster less those on leave."""
    made = make(f"类型: 心得体会\n日期: 2016-07-08\n题目: 甲\n{whose}\n")
    assert made.told == []
    assert {fact.people["owner"] for fact in made.all} == {
        who(n) for n in people.split("、")
    }
    assert all(fact.people["about"] == fact.people["owner"] for fact in made.all)
    assert {(f.level, f.attrs["title"]) for f in made.all} == {("member", "甲")}


@pytest.mark.parametrize(
    ("owner", "level"),
    [("支部", "branch"), ("支委会", "branch"), ("机关党委", "above")],
)
def test_document_of_a_body(make: Make, owner: str, level: str) -> None:
    """支部, 支委会 and the unit above are no persons."""
    made = make(f"类型: 学习总结\n日期: 2016-07-08\n主体: {owner}\n")
    (fact,) = made.all
    assert (fact.level, fact.people) == (level, {})


def test_document_of_no_one_known(make: Make) -> None:
    """No known person, no fact; and what it would hold is none either."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        报送: {机关党委: 2016-04-02}
        文书: [{类型: 心得体会, 日期: 2016-04-02, 党员: 李那}]
        """)
    assert made.told == [("F401", 5, 37)]
    assert made.of("reflection-essay") == []
    assert made.one("filing").attrs["what"] == {"party-lecture"}


def test_everyone_else_in_a_table(make: Make) -> None:
    """全体 in a row leaves out who has a row of his own that day, not another day."""
    made = make("""
        类型: 心得体会
        明细:
          - {日期: 2016-07-08, 党员: 其余}
          - {日期: 2016-07-08, 党员: 李　娜、张三, 题目: 乙}
          - {日期: 2016-07-09, 党员: 郭芳}
        """)
    assert made.told == [("F401", 4, 30)]
    essays = [(f.date.day, *f.people["owner"], f.attrs.get("title")) for f in made.all]
    assert sorted(essays, key=str) == sorted(
        [
            *((8, name, None) for name in who(JUNE) - who("李娜")),
            (8, "李娜", "乙"),
            (9, "郭芳", None),
        ],
        key=str,
    )


@pytest.mark.parametrize(("one", "other"), [("王敏", "丁一"), ("丁一", "王敏")])
def test_told_in_a_table_and_in_his_own_file(make: Make, one: str, other: str) -> None:
    """F8: one fact with two places; the earlier day, attributes and links of both."""
    made = make(
        """
        类型: 个人自学计划
        明细:
          - {期间: 2016, 日期: 2016-07-06, 党员: 李娜、郭芳, 附件: a/表.jpg, 审定人: ONE}
        """.replace("ONE", one),
        """
        类型: 个人自学计划
        期间: 2016
        日期: 2016-07-04
        结束日期: 2016-07-09
        党员: 李娜
        附件: a/心得.docx
        审定人: OTHER
        责任人: 陈静
        备注: 手写
        依据: 2016-06-01 支委会
        """.replace("OTHER", other),
        "类型: 支委会\n日期: 2016-06-01\n出席情况: 全体\n",
    )
    assert made.told == []
    (fact,) = [
        f for f in made.of("personal-study-plan") if f.people["owner"] == who("李娜")
    ]
    assert len(made.of("personal-study-plan")) == 2
    assert (fact.date, fact.shown, fact.end) == (
        date(2016, 7, 4),
        date(2016, 7, 4),
        date(2016, 7, 9),
    )
    assert [(p.file, p.line) for p in (fact.origin, *fact.twins)] == [
        ("1.yaml", 3),
        ("2.yaml", 1),
    ]
    assert fact.attrs["evidence"] == {"image", "text"}
    assert fact.attrs["approved_by"] == "丁一"
    assert fact.attrs["note"] == "手写"
    assert fact.people["responsible"] == who("陈静")
    assert fact.links == (made.one("committee-meeting"),)


# --- nested documents and filings ---------------------------------------------------


def test_filing_carries_the_documents_inside(make: Make) -> None:
    """F6: those not dated later than the filing; all are told of with the activity."""
    made = make("""
        类型: 党课
        日期: 2016-04-05
        出席情况: 全体
        报送: {机关党委: 2016-04-07, 组织部: 2016-04-08}
        文书:
          - {类型: 学习总结, 日期: 2016-04-07}
          - {类型: 党课材料, 日期: 2016-04-08, 报送: {机关党委: 2016-04-09}}
          - {类型: 通报, 日期: 2016-04-01}
          - {类型: 心得体会, 日期: 2016-04-06, 状态: 计划}
        """)
    lecture, summary = made.one("party-lecture"), made.one("study-summary")
    material, circular = made.one("lecture-material"), made.one("circular")
    first, second, third = made.of("filing")
    assert made.told == []
    assert first.attrs == {
        "recipient": "机关党委",
        "what": {"party-lecture", "study-summary", "circular"},
    }
    assert first.links == (lecture, summary, circular)
    assert second.attrs["what"] == {
        "party-lecture",
        "study-summary",
        "circular",
        "lecture-material",
    }
    assert third.links == (material,)
    assert third.refers_to(lecture)
    assert not lecture.refers_to(third)
    assert [(f.date.day, f.shown.day) for f in (first, second, third)] == [
        (7, 7),
        (8, 8),
        (9, 9),
    ]
    assert (circular.date.day, circular.shown.day) == (1, 5)
    assert summary.links == (lecture,)
    assert (first.origin.line, first.origin.column) == (4, 6)


def test_filing_before_its_activity(make: Make) -> None:
    """It keeps its day and is told of with the activity; the list form is the same."""
    made = make("""
        类型: 党小组会
        党小组: 第一党小组
        日期: 2016-04-05
        出席情况: 全体
        报送: [{报送单位: 机关党委, 报送日期: 2016-04-01}]
        """)
    filing = made.one("filing")
    assert (filing.date, filing.shown) == (date(2016, 4, 1), date(2016, 4, 5))
    assert (filing.level, filing.owner) == ("group", "第一党小组")


def test_filing_of_a_day_that_cannot_be_read(make: Make) -> None:
    """It is there, on a day that is not known, with all that lies in it."""
    made = make(
        """
        类型: 党课
        日期: 2016-04-05
        出席情况: 全体
        报送: {机关党委: 四月}
        文书: {类型: 学习总结, 日期: 2016-04-07}
        """,
        misread=("F304",),
    )
    filing = made.one("filing")
    assert (filing.date, filing.shown) == (None, date(2016, 4, 5))
    assert filing.unknown == {"date"}
    assert filing.attrs["what"] == {"party-lecture", "study-summary"}


def test_what_belongs_to_a_planned_activity_is_planned(make: Make) -> None:
    """Steps, documents and filings share the state of their sitting."""
    made = make(
        """
        类型: 党课
        日期: 2017-04-05
        环节: 讲课
        报送: {机关党委: 2017-04-06}
        文书: [{类型: 学习总结, 日期: 2017-04-06}]
        """
    )
    assert [fact.state for fact in made.all] == ["planned"] * 4


def test_filing_of_a_persons_document(make: Make) -> None:
    """One filing for each person's document, about that person."""
    made = make("""
        类型: 心得体会
        日期: 2016-07-08
        党员: 李娜、郭芳
        责任人: 王敏
        报送: {机关党委: 2016-07-09}
        """)
    assert sorted(tuple(f.people["owner"]) for f in made.of("filing")) == [
        ("李娜",),
        ("郭芳",),
    ]
    assert {frozenset(f.people) for f in made.of("filing")} == {
        frozenset({"about", "owner"})
    }


def test_documents_in_a_document_that_is_also_an_activity(make: Make) -> None:
    """A record whose first kind is a document may hold documents too."""
    made = make("""
        类型: 通报、党课
        日期: 2016-07-08
        文书: [{类型: 学习总结, 日期: 2016-07-09}]
        """)
    assert made.one("study-summary").links == (made.one("circular"),)


def test_envelope(make: Make) -> None:
    """A filing of several records: what was filed are the kinds of what it links to."""
    made = make("""
        - {类型: 党课, 日期: 2016-04-05, 出席情况: 全体}
        - {类型: 学习总结, 日期: 2016-04-06}
        - 类型: 报送件
          日期: 2016-04-07
          报送单位: 机关党委
          报送内容: 2016-04-05 党课、2016-04-06 学习总结
        """)
    filing = made.one("filing")
    assert made.told == []
    assert filing.attrs["recipient"] == "机关党委"
    assert filing.attrs["what"] == {"party-lecture", "study-summary"}
    assert filing.links == (made.one("party-lecture"), made.one("study-summary"))
    assert (filing.level, filing.date) == ("branch", date(2016, 4, 7))


# --- lists of problems --------------------------------------------------------------


def test_rectification_list(make: Make) -> None:
    """A fact for each problem, one more for its closing; the source is the list's."""
    made = make("""
        - {类型: 组织生活会, 日期: 2016-12-16, 出席情况: 全体}
        - 类型: 整改清单
          日期: 2016-12-19
          依据: 2016-12-16 组织生活会
          条目:
            - {主体: 支部, 问题: 甲, 方面: 思想, 措施: 乙, 期限: 2016-12-31, 销号日期: 2016-12-30, 核验人: 机关党委}
            - {主体: 李娜、郭芳, 问题: 丙, 销号日期: 2016-12-01}
            - {党员: 陈静, 问题: 丁}
            - {问题: 戊}
        """)
    assert made.told == []
    meeting, listed = (
        made.one("organization-life-meeting"),
        made.one("rectification-list"),
    )
    problems = {fact.attrs["problem"]: fact for fact in made.of("rectification")}
    assert problems["甲"].attrs == {
        "problem": "甲",
        "aspect": "thought",
        "aspects": {"thought"},
        "measures": "乙",
        "due": date(2016, 12, 31),
        "closed_on": date(2016, 12, 30),
        "verified_by": "机关党委",
        "owner": "branch",
    }
    assert {k: (f.level, f.people.get("owner")) for k, f in problems.items()} == {
        "甲": ("branch", None),
        "丙": ("member", who("李娜、郭芳")),
        "丁": ("member", who("陈静")),
        "戊": ("branch", None),
    }
    assert all(f.links == (listed,) and f.refers_to(meeting) for f in problems.values())
    early, closed = made.of("rectification-closed")
    assert (early.date, early.shown) == (date(2016, 12, 1), date(2016, 12, 19))
    assert (early.level, early.people["about"]) == ("member", who("李娜、郭芳"))
    assert closed.links == (problems["甲"],)
    assert closed.attrs == {
        "verified_by": "机关党委",
        "aspect": "thought",
        "problem": "甲",
    }
    assert listed.attrs["items"] == 4


def test_a_list_that_is_kept_all_year(make: Make) -> None:
    """A problem found after the day of the list is of the day on which it was found;
    one found before, of the day on which it was listed. The list knows all aspects."""
    made = make("""
        类型: 整改清单
        日期: 2016-03-15
        查摆方面: 组织
        条目:
          - {问题: 甲, 方面: 思想, 发现日期: 2016-12-12}
          - {问题: 乙, 方面: 作风, 发现日期: 2016-01-12}
          - {问题: 丙}
        """)
    found = {f.attrs["problem"]: (f.date, f.shown) for f in made.of("rectification")}
    assert found == {
        "甲": (date(2016, 12, 12),) * 2,
        "乙": (date(2016, 3, 15),) * 2,
        "丙": (date(2016, 3, 15),) * 2,
    }
    listed = made.one("rectification-list")
    assert listed.attrs["aspects"] == {"thought", "organisation", "style"}


def test_problem_list_in_an_activity(make: Make) -> None:
    """Problems found in a sitting are told of with it, planned while it is planned."""
    made = make("""
        类型: 督查
        日期: 2017-04-05
        文书: [{类型: 问题清单, 日期: 2017-04-01, 条目: [{问题: 甲, 销号日期: 2017-04-02}]}]
        """)
    problem, closed = made.one("problem"), made.one("problem-closed")
    assert (problem.state, closed.state) == ("planned", "planned")
    assert (problem.date, problem.shown) == (date(2017, 4, 1), date(2017, 4, 5))
    assert problem.level == "branch"


@pytest.mark.parametrize(
    ("item", "number"),
    [
        ("问题: 无", 0),
        ("问题: 没有。", 0),
        ("问题: 未发现问题, 责任人: 王敏", 0),
        ("问题: 未按时学习", 1),
        ("责任人: 王敏", 1),
        ("期限: 下周", 1),
    ],
)
def test_no_problem_was_found(make: Make, item: str, number: int) -> None:
    """Then there is none to be put right; what cannot be read may be one."""
    made = make(
        f"类型: 问题清单\n日期: 2016-04-05\n条目:\n  - {{{item}}}\n",
        misread=("F304",) * ("下周" in item),
    )
    assert len(made.of("problem")) == number


# --- plans --------------------------------------------------------------------------


def items(made: Any) -> list[tuple[str, str]]:
    """When and of whom the items of a plan are."""
    return [
        (fact.attrs.get("planned", ""), fact.owner) for fact in made.of("plan-item")
    ]


@pytest.mark.parametrize(
    ("more", "last"),
    [
        ("期间: 2016", "2016-12-31"),
        ("期间: 2016-Q3", "2016-09-30"),
        ("期间: 2016-Q1", "2016-04-07"),
        ("备注: 甲", "2016-12-31"),
    ],
)
def test_an_item_without_a_time(make: Make, more: str, last: str) -> None:
    """It is to be carried out by the day it is due, or while the plan runs."""
    made = make(
        f"{{类型: 学习计划, 日期: 2016-04-07, {more},"
        " 条目: [{类型: 党课}, {类型: 参观基地, 期限: 2016-10-31}]}"
    )
    assert {(f.date, f.end) for f in made.of("plan-item")} == {
        (date(2016, 4, 7), date.fromisoformat(last)),
        (date(2016, 4, 7), date(2016, 10, 31)),
    }


def test_plan_with_single_items(make: Make) -> None:
    """A date, a month, a range, and none: each its span; topics stand in the plan."""
    made = make("""
        类型: 学习计划
        期间: 2016
        日期: 2016-04-07
        条目:
          - {时段: 2016-06-24, 类型: 党课, 专题: 学党章, 责任人: 王敏, 分钟: 60}
          - {时段: 2016年7月, 类型: 集体学习、主题党日, 形式: 研讨, 学习材料: 《甲》}
          - {时段: 2016-06-20..2016-07-10, 类型: 参观基地, 自选: 是}
          - {类型: 个人自学, 责任人: 李那}
          - {时段: 2016-Q4, 类型: 个人自学, 方式: 集体}
        """)
    plan = made.one("study-plan")
    assert made.told == [("F401", 8, 21)]
    found = {fact.attrs.get("planned", ""): fact for fact in made.of("plan-item")}
    assert {label: (f.date, f.end, f.shown) for label, f in found.items()} == {
        "2016-06-24": (date(2016, 6, 24), date(2016, 6, 24), date(2016, 4, 7)),
        "2016-07": (date(2016, 7, 1), date(2016, 7, 31), date(2016, 4, 7)),
        "2016-06-20..2016-07-10": (
            date(2016, 6, 20),
            date(2016, 7, 10),
            date(2016, 4, 7),
        ),
        "": (date(2016, 4, 7), date(2016, 12, 31), date(2016, 4, 7)),
        "2016-Q4": (date(2016, 10, 1), date(2016, 12, 31), date(2016, 4, 7)),
    }
    assert found["2016-06-24"].attrs == {
        "topic": "学党章",
        "content": "学党章",
        "minutes": 60,
        "plans": {"party-lecture"},
        "optional": "no",
        "mode": "collective",
        "planned": "2016-06-24",
    }
    assert found["2016-06-24"].people == {"responsible": who("王敏")}
    assert found["2016-07"].attrs["plans"] == {"collective-study", "theme-party-day"}
    assert found["2016-07"].attrs["form"] == {"研讨"}
    assert found["2016-07"].attrs["materials"] == {"甲"}
    assert found["2016-07"].people == {}
    assert found["2016-06-20..2016-07-10"].attrs["optional"] == "yes"
    assert found[""].attrs["mode"] == "individual"
    assert found[""].people == {"responsible": frozenset()}
    assert found["2016-Q4"].attrs["mode"] == "collective"
    assert all(f.links == (plan,) and f.level == "branch" for f in found.values())
    assert plan.attrs["topics"] == {"学党章"}
    assert plan.attrs["items"] == 5


RECURRING = """
    类型: 学习计划
    {period}
    日期: {day}
    条目: [{{时段: {every}, 类型: {kind}{more}}}]
    """


def recurring(
    make: Make,
    every: str,
    day: str,
    period: str = "期间: 2016",
    kind: str = "集体学习",
    more: str = "",
) -> list[tuple[str, str]]:
    """The items that one recurring item makes."""
    text = RECURRING.format(every=every, day=day, period=period, kind=kind, more=more)
    return items(make(text))


@pytest.mark.parametrize(
    ("every", "day", "labels"),
    [
        ("每季度", "2016-01-01", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        ("每季度", "2016-02-14", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        ("每季度", "2016-02-15", ["2016-Q2", "2016-Q3", "2016-Q4"]),
        ("每季度", "2016-10-01", ["2016-Q4"]),
        ("每季度", "2016-11-16", []),
        ("每两个月", "2016-07-11", ["2016-07/08", "2016-09/10", "2016-11/12"]),
        ("每两个月", "2016-08-31", ["2016-09/10", "2016-11/12"]),
        ("每月", "2016-10-01", ["2016-10", "2016-11", "2016-12"]),
        ("每月", "2016-10-15", ["2016-10", "2016-11", "2016-12"]),
        ("每月", "2016-10-16", ["2016-11", "2016-12"]),
        ("每月", "2015-12-01", [f"2016-{month:02}" for month in range(1, 13)]),
        ("每周", "2016-12-12", ["2016-W50", "2016-W51", "2016-W52"]),
        ("每周", "2016-12-13", ["2016-W51", "2016-W52"]),
    ],
)
def test_recurring_item(make: Make, every: str, day: str, labels: list[str]) -> None:
    """F7: one per period from the plan's day to the end of what it covers; that in whose
    first half it is made, too, if it is no week."""
    assert recurring(make, every, day) == [(label, "") for label in labels]


@pytest.mark.parametrize(
    ("day", "period", "first", "last", "number"),
    [
        ("2016-01-01", "2016", "2016-W01", "2016-W52", 52),  # ends on 1 January 2017
        ("2018-12-28", "2019", "2019-W01", "2019-W52", 52),  # begins on 31 December
        ("2019-01-01", "2019", "2019-W02", "2019-W52", 51),  # the first has begun
        ("2020-01-01", "2020", "2020-W02", "2020-W53", 52),  # ends on 3 January 2021
        ("2020-12-31", "2021", "2021-W01", "2021-W52", 52),
        ("2016-06-01", "2016-06", "2016-W23", "2016-W26", 4),  # Thursday is 30 June
        ("2016-06-01", "2016-07", "2016-W27", "2016-W30", 4),  # Thursday, 7 July
    ],
)
def test_weeks_of_what_a_plan_covers(
    make: Make, day: str, period: str, first: str, last: str, number: int
) -> None:
    """Those with most of their days in it, as a year of weeks is counted where they are
    asked for."""
    weeks = recurring(make, "每周", day, period=f"期间: {period}")
    assert (weeks[0][0], weeks[-1][0], len(weeks)) == (first, last, number)


def test_weeks_between_days_of_their_own(make: Make) -> None:
    """起 and 止 are meant as they are written: whole weeks only."""
    weeks = recurring(
        make, "每周", "2016-01-01", more=", 起: 2016-06-06, 止: 2016-06-19"
    )
    assert weeks == [("2016-W23", ""), ("2016-W24", "")]
    weeks = recurring(
        make, "每周", "2016-01-01", more=", 起: 2016-06-07, 止: 2016-06-18"
    )
    assert weeks == []


def test_recurring_item_of_a_plan_without_period(make: Make) -> None:
    """It covers the year of its day."""
    assert recurring(make, "每季度", "2016-05-01", period="主题: 甲") == [
        ("2016-Q2", ""),
        ("2016-Q3", ""),
        ("2016-Q4", ""),
    ]


def test_recurring_item_with_days_of_its_own(make: Make) -> None:
    """起 and 止 of the item go before the plan's day and period."""
    more = ", 起: 2016-02-01, 止: 2016-04-30"
    assert recurring(make, "每月", "2016-06-01", more=more) == [
        ("2016-02", ""),
        ("2016-03", ""),
        ("2016-04", ""),
    ]


def test_recurring_item_over_years(make: Make) -> None:
    """It may run past its year; three years of it are enough."""
    long = recurring(make, "每季度", "2016-01-01", more=", 止: 2030-12-31")
    assert len(long) == 12
    assert long[-1] == ("2018-Q4", "")


def test_group_meetings_are_of_each_group(make: Make) -> None:
    """One per group that there is at the end of the period."""
    assert recurring(make, "每季度", "2015-10-01", "期间: 2015-Q4", "党小组会") == [
        ("2015-Q4", "第一党小组"),
        ("2015-Q4", "第三党小组"),
        ("2015-Q4", "第二党小组"),
    ]
    assert recurring(make, "每季度", "2016-10-01", kind="党小组会") == [
        ("2016-Q4", "第一党小组"),
        ("2016-Q4", "第二党小组"),
    ]


def test_group_meetings_of_one_group(make: Make) -> None:
    """The item may name its group; a branch without groups has one item."""
    more = ", 党小组: 第一党小组"
    assert recurring(make, "每季度", "2016-10-01", kind="党小组会", more=more) == [
        ("2016-Q4", "第一党小组")
    ]
    text = RECURRING.format(
        every="每季度", day="2016-10-01", period="期间: 2016", kind="党小组会", more=""
    )
    made = make(text, branch="名称: 甲\n规则包: a\n", misread=("F709",))
    (fact,) = made.of("plan-item")
    assert (fact.level, fact.owner) == ("branch", "")


def test_personal_plans(make: Make) -> None:
    """Each person's plan has items of his own, of level member."""
    made = make("""
        类型: 个人自学计划
        党员: 李娜、郭芳
        期间: 2016
        日期: 2016-07-06
        条目: [{时段: 2016-Q4, 内容: 甲}]
        """)
    assert made.told == []
    found = made.of("personal-plan-item")
    assert [f.kinds for f in found] == [{"plan-item", "personal-plan-item"}] * 2
    assert {f.people["owner"] for f in found} == {who("李娜"), who("郭芳")}
    assert all(f.level == "member" and f.attrs["content"] == "甲" for f in found)
    assert {f.links[0].people["owner"] for f in found} == {who("李娜"), who("郭芳")}


def test_items_of_a_group(make: Make) -> None:
    """Once or again and again: an item that names a group is the group's."""
    made = make("""
        类型: 学习计划
        期间: 2016
        日期: 2016-01-04
        条目:
          - {时段: 2016-05, 类型: 集体学习, 党小组: 第一党小组}
          - {时段: 每季度, 类型: 集体学习, 党小组: 第二党小组}
          - {类型: 专题学习讨论, 党小组: 第七党小组}
          - {时段: 2016-06, 类型: 党课, 党小组: 临时}
        """)
    assert made.told == [("F413", 7, 5)]
    assert {f.level for f in made.of("plan-item")} == {"group"}
    assert sorted(
        (f.attrs.get("planned", ""), f.owner) for f in made.of("plan-item")
    ) == [
        ("", "第七党小组"),
        ("2016-05", "第一党小组"),
        ("2016-06", "临时"),
        ("2016-Q1", "第二党小组"),
        ("2016-Q2", "第二党小组"),
        ("2016-Q3", "第二党小组"),
        ("2016-Q4", "第二党小组"),
    ]


def test_sections_of_quarters(make: Make) -> None:
    """A heading that names a quarter arranges it, in the year of the plan (else of its
    day), with what is written under it, or the heading."""
    made = make("""
        - {类型: 学习计划, 日期: 2016-12-20, 期间: 2017, 章节: {大纲: 甲, 2017年第三季度: 党规}}
        - {类型: 季度学习安排, 日期: 2016-12-20, 章节: [四季度学习安排]}
        """)
    assert [
        (one.attrs["planned"], one.attrs["content"], one.date, one.end)
        for one in made.of("plan-section")
    ] == [
        ("2016-Q4", "四季度学习安排", date(2016, 10, 1), date(2016, 12, 31)),
        ("2017-Q3", "党规", date(2017, 7, 1), date(2017, 9, 30)),
    ]


def test_responsible_of_a_problem(make: Make) -> None:
    """Who is responsible answers for it; the problem is not his own."""
    made = make("""
        类型: 整改清单
        日期: 2016-12-20
        条目:
          - {问题: 甲, 责任人: 王敏、陈静}
          - {问题: 乙, 责任人: 王敏, 主体: 支部}
        """)
    assert {
        one.attrs["problem"]: (one.attrs["owner"], one.level, one.people)
        for one in made.of("rectification")
    } == {"甲": ("王敏、陈静", "branch", {}), "乙": ("branch", "branch", {})}


def test_what_an_item_names_is_studied(make: Make) -> None:
    """Its name and its content stand for the materials, where there are none."""
    made = make("""
        类型: 学习内容清单
        日期: 2016-12-20
        条目:
          - {名称: 党章, 内容: 总纲}
          - {名称: 必学, 学习材料: 《准则》}
          - {责任人: 王敏}
        """)
    found = {
        one.origin.line: one.attrs.get("materials") for one in made.of("plan-item")
    }
    assert found == {4: {"党章", "总纲"}, 5: {"准则"}, 6: None}


def test_end_of_an_item_is_when_it_is_due(make: Make) -> None:
    """止 says until when, unless 期限 says so itself."""
    made = make("""
        类型: 学习计划
        日期: 2016-01-04
        条目:
          - {起: 2016-05-01, 止: 2016-05-31, 类型: 党课}
          - {起: 2016-06-01, 止: 2016-06-30, 期限: 2016-06-20, 类型: 党课}
        """)
    assert [one.attrs["due"] for one in made.of("plan-item")] == [
        date(2016, 5, 31),
        date(2016, 6, 20),
    ]


def test_plan_of_a_group(make: Make) -> None:
    """Its items are the group's, and its meetings those of no other group."""
    made = make("""
        类型: 学习计划
        党小组: 第一党小组
        期间: 2016-Q2
        日期: 2016-04-01
        条目:
          - {时段: 每月, 类型: 党小组会}
          - {时段: 2016-05, 类型: 党课}
        """)
    assert made.told == []
    assert {(f.level, f.owner) for f in made.of("plan-item")} == {
        ("group", "第一党小组")
    }
    assert len(made.of("plan-item")) == 4


def test_list_of_a_group(make: Make) -> None:
    """Problems of a group's list are the group's, unless they are a person's."""
    made = make("""
        类型: 整改清单
        党小组: 第一党小组
        日期: 2016-04-01
        条目:
          - {问题: 甲, 销号日期: 2016-05-01}
          - {问题: 乙, 党员: 李娜}
        """)
    assert {
        f.attrs["problem"]: (f.level, f.owner) for f in made.of("rectification")
    } == {"甲": ("group", "第一党小组"), "乙": ("member", "")}
    assert made.one("rectification-closed").owner == "第一党小组"


@pytest.mark.parametrize(
    ("kind", "item"), [("整改清单", "rectification"), ("学习计划", "plan-item")]
)
def test_an_item_refers_to_its_source(make: Make, kind: str, item: str) -> None:
    """`依据` of one item links that item, and is a fault where it finds nothing."""
    made = make(
        f"""
        类型: {kind}
        日期: 2016-12-05
        条目:
          - {{内容: 甲, 问题: 甲, 依据: 2016-06-01 支委会}}
          - {{内容: 乙, 问题: 乙, 依据: 2016-06-02 支委会}}
        """,
        "类型: 支委会\n日期: 2016-06-01\n出席情况: 全体\n",
    )
    source = made.one("committee-meeting")
    first, second = sorted(
        made.of(item), key=lambda fact: fact.attrs["content"] == "乙"
    )
    assert made.told == [("F505", 5, 24)]
    assert made.values("F505") == {
        "text": "2016-06-02 支委会",
        "near": "2016-06-01 支委会",
    }
    assert first.refers_to(source)
    assert not second.refers_to(source)
    assert "based_on" not in first.attrs


def test_entries_of_two_lists(make: Make) -> None:
    """An entry is what stands before its colon; each counts as one."""
    made = make("""
        类型: 双十条
        日期: 2016-04-20
        正面:
          - 理想信念坚定
          - 志愿服务：每年不少于两次
          - 廉洁自律: 不收礼
        负面: |
          作风不正：迟到早退
          价值观偏差
        """)
    fact = made.one("positive-negative-list")
    assert fact.attrs["positive"] == {"理想信念坚定", "志愿服务", "廉洁自律"}
    assert fact.attrs["negative"] == {"作风不正", "价值观偏差"}


def test_a_cancelled_document_inside_an_activity(make: Make) -> None:
    """It is no fact; the activity and the document beside it are."""
    made = make("""
        类型: 党课
        日期: 2016-07-05
        状态: 已开展
        文书:
          - {类型: 学习总结, 日期: 2016-07-06, 状态: 取消, 原因: 不办}
          - {类型: 通报, 日期: 2016-07-07}
        """)
    assert made.told == []
    assert [fact.key for fact in made.all] == [
        "party-lecture@2016-07-05",
        "circular@2016-07-07",
    ]


@pytest.mark.parametrize(
    ("when", "name", "codes"),
    [
        ("2016-05", "许诺", ["F411"]),  # on the roster from June on
        ("2016-06", "许诺", []),
        ("2016-06-01", "许诺", []),
        ("2016-05-31", "许诺", ["F411"]),
        ("每月", "许诺", []),
        ("2016-10", "宋涛", []),  # who leaves in May was there when it was planned
        ("2016-06", "王敏、许诺、宋涛", []),
        ("2016-06", "王明", ["F401"]),
    ],
)
def test_who_answers_for_an_item(
    make: Make, when: str, name: str, codes: list[str]
) -> None:
    """Who is there when it is planned, or joins before its days are over."""
    made = make(f"""
        类型: 学习计划
        日期: 2016-04-01
        期间: 2016
        条目:
          - {{时段: {when}, 类型: 党课, 责任人: {name}}}
        """)
    assert [code for code, _, _ in made.told] == codes
    named = made.of("plan-item")[-1].people["responsible"]
    assert named == (frozenset() if codes else who(name))


def test_who_cannot_answer_for_an_item(make: Make) -> None:
    """Who has left is told of on the day of the plan."""
    made = make("""
        类型: 学习计划
        日期: 2016-06-02
        条目:
          - {时段: 2016-07, 类型: 党课, 责任人: 宋涛}
        """)
    assert made.values("F411")["day"] == "2016-06-02"


def test_who_answers_for_an_item_without_days(make: Make) -> None:
    """Till the end of the year that the plan is of."""
    made = make("""
        类型: 学习计划
        日期: 2016-04-01
        条目:
          - {类型: 党课, 责任人: 许诺}
        """)
    assert made.told == []


def test_a_filing_is_of_the_time_of_what_is_filed(make: Make) -> None:
    """The plan of a year may be filed before it; an envelope is of a year where all in
    it is. A sitting is of no time but its day."""
    made = make("""
        - {类型: 学习计划, 日期: 2015-12-28, 期间: 2016, 报送: {机关党委: 2015-12-29}}
        - {类型: 党建工作计划, 日期: 2015-12-28, 期间: 2016}
        - {类型: 党建工作总结, 日期: 2015-12-28, 期间: 2015}
        - {类型: 党课, 日期: 2016-01-07, 出席情况: 全体, 报送: {机关党委: 2016-01-08}}
        - {类型: 报送件, 日期: 2015-12-30, 报送单位: 机关党委, 报送内容: 2016 学习计划、2016 党建工作计划}
        - {类型: 报送件, 日期: 2015-12-31, 报送单位: 机关党委, 报送内容: 2016 学习计划、2015 党建工作总结}
        """)
    assert made.told == []
    periods = {
        str(fact.date): fact.period and fact.period.label for fact in made.of("filing")
    }
    assert periods == {
        "2015-12-29": "2016",
        "2016-01-08": None,
        "2015-12-30": "2016",
        "2015-12-31": None,
    }


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("内容: 甲, 主题: 乙", "甲"),
        ("专题: 丙, 主题: 乙", "丙"),
        ("主题: 乙", "乙"),
        ("学习材料: 《丁》《戊》", "丁、戊"),
        ("地点: 己", None),
    ],
)
def test_content_of_an_item(make: Make, said: str, content: str | None) -> None:
    """What is to be done is its content, under whichever key it is written."""
    made = make(
        f"类型: 学习计划\n期间: 2016\n日期: 2016-01-05\n条目: [{{时段: 2016-06, 类型: 党课, {said}}}]\n"
    )
    assert made.one("plan-item").attrs.get("content") == content


def test_essays_of_several_are_filed_with_their_sitting(make: Make) -> None:
    """All of them go with it, not only that of the first."""
    made = make("""
        类型: 党课
        日期: 2016-04-05
        出席情况: 全体
        报送: {机关党委: 2016-04-07}
        文书: [{类型: 心得体会, 日期: 2016-04-06, 党员: 李娜、郭芳}]
        """)
    essays = made.of("reflection-essay")
    assert {one.people["owner"] for one in essays} == {who("李娜"), who("郭芳")}
    assert made.one("filing").links == (made.one("party-lecture"), *essays)
    assert all(one.links == (made.one("party-lecture"),) for one in essays)


def test_a_document_inside_one_of_several(make: Make) -> None:
    """It belongs to each of theirs; it is told of with them, and planned as they are."""
    made = make("""
        类型: 通报、党课
        日期: 2017-07-12
        状态: 计划
        党员: 李娜、郭芳
        文书: [{类型: 学习总结, 日期: 2017-07-09}]
        """)
    circulars, summary = made.of("circular"), made.one("study-summary")
    assert len(circulars) == 2
    assert set(summary.links) == set(circulars)
    assert (summary.state, summary.shown) == ("planned", date(2017, 7, 12))


def test_what_is_closed_inside_a_sitting_is_told_with_it(make: Make) -> None:
    """Neither the problem nor that it was put right is known before the sitting."""
    made = make("""
        类型: 督查
        日期: 2016-04-05
        状态: 已开展
        文书: [{类型: 问题清单, 日期: 2016-04-01, 条目: [{问题: 甲, 销号日期: 2016-04-02}]}]
        """)
    closed = made.one("problem-closed")
    assert (closed.date, closed.shown) == (date(2016, 4, 2), date(2016, 4, 5))
    assert made.one("problem").shown == date(2016, 4, 5)


def test_a_problem_of_persons_says_so_once(make: Make) -> None:
    """Whose it is stands in its people, not beside what is said of it."""
    made = make("""
        类型: 整改清单
        日期: 2016-12-19
        条目: [{主体: 李娜、郭芳, 问题: 丙}]
        """)
    problem = made.one("rectification")
    assert problem.attrs == {"problem": "丙"}
    assert problem.people == dict.fromkeys(("about", "owner"), who("李娜、郭芳"))


def test_topics_and_aspects_of_a_list(make: Make) -> None:
    """All that its items name; of a list that names none, none."""
    made = make("""
        - {类型: 学习计划, 日期: 2016-01-04, 条目: [{专题: 甲, 类型: 党课}, {类型: 党课}, {专题: 乙, 类型: 党课}]}
        - {类型: 学习计划, 日期: 2016-01-05, 条目: [{类型: 党课}]}
        """)
    first, second = made.of("study-plan")
    assert (first.attrs["topics"], first.attrs["items"]) == ({"甲", "乙"}, 3)
    assert "topics" not in second.attrs
    assert "aspects" not in second.attrs


def test_an_envelope_to_nobody(make: Make) -> None:
    """It is a filing all the same, of the branch; nobody has received it."""
    made = make(
        "- {类型: 党课, 日期: 2016-04-05, 出席情况: 全体}\n"
        "- {类型: 报送件, 日期: 2016-04-07, 报送内容: 2016-04-05 党课}\n"
    )
    assert made.one("filing").attrs["recipient"] == ""


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2016-09-29", "", {}),
        ("2016-09-29", "2016-09-29", {"days": 1, "workdays": 1}),
        # Over the national holidays, with a Saturday and a Sunday that were worked.
        ("2016-09-29", "2016-10-09", {"days": 11, "workdays": 4}),
        ("2016-01-01", "2016-12-31", {"days": 366, "workdays": 250}),
        ("2016-01-01", "2017-01-01", {"days": 367}),
    ],
)
def test_how_long_a_paper_is_up(
    make: Make, first: str, last: str, days: dict[str, int]
) -> None:
    """From its day to its last, both included; nobody knows where that is not written."""
    until = f"结束日期: {last}\n" if last else ""
    (fact,) = make(f"类型: 通报\n日期: {first}\n{until}").all
    told = {
        name: fact.attrs[name] for name in ("days", "workdays") if name in fact.attrs
    }
    assert told == days


@pytest.mark.parametrize(
    ("note", "closed"),
    [
        ("未完成", False),
        ('"未完成,因工作需要拟于下月再来办理"', False),
        ("尚未落实，下月再办", False),
        ("因工作需要暂时还没有完成", False),
        (
            "因为工作需要暂时还没有完成",
            True,
        ),  # so long a remark may be of another matter
        ("已完成，经核查未再发生", True),
        ("无", True),
    ],
)
def test_a_remark_that_a_problem_is_not_put_right(
    make: Make, note: str, closed: bool
) -> None:
    """The day of its closing beside it counts for nothing, and that is told."""
    made = make(
        "类型: 整改清单\n日期: 2016-04-01\n"
        f"条目: [{{问题: 甲, 措施: 乙, 销号日期: 2016-05-01, 备注: {note}}}]\n"
    )
    assert bool(made.of("rectification-closed")) is closed
    assert ("closed_on" in made.one("rectification").attrs) is closed
    assert [code for code, *_ in made.told] == ([] if closed else ["F426"])


@pytest.mark.parametrize(
    ("day", "workdays"),
    [
        ("2016-09-30", 1),
        ("2016-10-01", 0),
        ("2016-10-03", 0),  # a Monday of the national holidays
        ("2016-10-08", 1),  # a Saturday that was worked
        ("2016-10-15", 0),
    ],
)
def test_a_sitting_is_of_its_day(make: Make, day: str, workdays: int) -> None:
    """Of a working day only if it was one."""
    (fact,) = make(f"类型: 主题党日\n日期: {day}\n出席情况: 全体\n").all
    assert (fact.attrs["days"], fact.attrs["workdays"]) == (1, workdays)
