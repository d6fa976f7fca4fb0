"""Tables of persons: talks, dues, points, commitments, honours, training."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from .conftest import Make, who


def test_talks_are_one_per_listener(make: Make) -> None:
    """Who talked with whom, on which day."""
    made = make("""
        类型: 谈心谈话
        明细:
          - {日期: 2016-11-14, 谈话人: 王敏, 谈话对象: 陈静、李娜、王民}
          - {日期: 2016-11-14, 谈话人: 郭芳, 谈话对象: 陈静}
        """)
    assert made.told == [("F401", 3, 43)]
    talks = [(f.people["from"], f.people["to"]) for f in made.of("heart-to-heart-talk")]
    assert sorted(talks, key=str) == sorted(
        [
            (who("王敏"), who("陈静")),
            (who("王敏"), who("李娜")),
            (who("郭芳"), who("陈静")),
        ],
        key=str,
    )
    assert all(f.people["about"] == f.people["to"] for f in made.all)
    assert {f.level for f in made.all} == {"member"}


@pytest.mark.parametrize(
    ("talker", "to", "met", "codes"),
    [
        ("王敏", "全体", "陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛", []),
        ("王敏", "全体\n除外: 郭芳、周建国、宋涛", "陈静、李娜、阿依古丽·艾山", []),
        (
            "王敏",
            "全体、胡斌\n除外: 李娜、宋涛",
            "陈静、郭芳、阿依古丽·艾山、周建国、胡斌",
            [],
        ),
        ("王敏", "王敏、陈静", "陈静", ["F423"]),
        ("王敏", "王敏", "", ["F423"]),
        # Two who talk with all: each with the other.
        ("王敏、陈静", "王敏、李娜", "王敏、李娜", []),
    ],
)
def test_nobody_talks_with_himself(
    make: Make, talker: str, to: str, met: str, codes: list[str]
) -> None:
    """全体 are the others who are not on leave, nor left out."""
    made = make(f"类型: 谈心谈话\n日期: 2016-04-01\n谈话人: {talker}\n谈话对象: {to}\n")
    found = {name for f in made.of("heart-to-heart-talk") for name in f.people["to"]}
    assert found == who(met)
    assert [code for code, _, _ in made.told] == codes


def test_same_talk_twice(make: Make) -> None:
    """F8: the same day, the same two: one fact with two places."""
    row = "{日期: 2016-11-14, 谈话人: 王敏, 谈话对象: 陈静}"
    made = make(f"类型: 谈心谈话\n明细:\n  - {row}\n  - {row}\n")
    (fact,) = made.all
    assert made.told == []
    assert (fact.origin.line, [twin.line for twin in fact.twins]) == (3, [4])


DUES = """
    类型: 交纳党费
    由谁: 本人
    明细:
      - {月份: 2016年4月, 日期: 2016-04-07, 党员: 全体}
      - {月份: 2016年4月, 日期: 2016-05-11, 党员: 李娜}
      - {月份: 2016年4月, 日期: 2016-04-08, 党员: 郭芳、胡斌, 由谁: 王敏}
      - {月份: 2016年5月, 日期: 2016-06-02, 党员: 全体}
    """


def test_dues_per_member_and_month(make: Make) -> None:
    """全体 leaves out the rows of the same month; the roster is that of the month."""
    made = make(DUES)
    assert made.told == []
    april = {
        name: (fact.date, fact.attrs["payer"])
        for fact in made.of("dues-payment")
        for name in fact.people["about"]
        if fact.period.label == "2016-04"
    }
    seventh, eighth = date(2016, 4, 7), date(2016, 4, 8)
    assert april == {
        **dict.fromkeys(
            ("王敏", "陈静", "阿依古丽·艾山", "周建国", "宋涛"), (seventh, "self")
        ),
        "李娜": (date(2016, 5, 11), "self"),
        "郭芳": (eighth, "王敏"),
        "胡斌": (eighth, "王敏"),
    }
    assert "by" not in made.all[0].attrs
    assert made.all[0].people["owner"] == made.all[0].people["about"]


def test_dues_of_the_last_day_of_the_month(make: Make) -> None:
    """May paid in June: who left on 31 May is of it, who joined on 1 June is not."""
    may = [f for f in make(DUES).of("dues-payment") if f.period.label == "2016-05"]
    assert frozenset().union(*(f.people["about"] for f in may)) == who(
        "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛"
    )


def test_month_in_which_one_left(make: Make) -> None:
    """Gone before the last day of the month, 全体 does not mean him."""
    made = make("""
        类型: 交纳党费
        明细: [{月份: 2016-06, 日期: 2016-05-30, 党员: 全体}]
        """)
    people = frozenset().union(*(fact.people["about"] for fact in made.all))
    assert "宋涛" not in people
    assert "许诺" in people


@pytest.mark.parametrize(("day", "paid"), [("2016-02-29", True), ("2016-03-01", False)])
def test_quarter_in_which_one_went_away(make: Make, day: str, paid: bool) -> None:
    """Before the first day of his leave 全体 means him, too."""
    row = f"{{期间: 2016-Q1, 日期: {day}, 党员: 全体, 分值: 3}}"
    made = make(f"类型: 积分登记\n明细: [{row}]\n")
    people = frozenset().union(*(fact.people["about"] for fact in made.all))
    assert ("胡斌" in people) == paid


def test_points_leave_out_who_is_named_for_the_item(make: Make) -> None:
    """其余 is counted by item, whatever the day."""
    made = make("""
        类型: 积分登记
        日期: 2016-07-04
        明细:
          - {项目: 甲, 分值: 10, 党员: 其余}
          - {项目: 甲, 分值: 8, 党员: 李娜、郭芳}
          - {项目: 乙, 分值: 5, 党员: 李娜}
        """)
    assert made.told == []
    points = sorted(
        (f.attrs["item"], f.attrs["value"], name)
        for f in made.all
        for name in f.people["about"]
    )
    assert points == sorted(
        [
            *(("甲", "10", n) for n in who("王敏、陈静、阿依古丽·艾山、周建国、许诺")),
            ("甲", "8", "李娜"),
            ("甲", "8", "郭芳"),
            ("乙", "5", "李娜"),
        ]
    )


def test_points_each_his_own(make: Make) -> None:
    """A value for each name; an unknown name gives none."""
    made = make("""
        类型: 积分登记
        日期: 2016-12-28
        项目: 年度积分
        每人分值:
          王敏: 92
          李那: 50
          李娜: 96
        """)
    assert made.told == [("F401", 6, 3)]
    assert {(*f.people["about"], f.attrs["value"]) for f in made.all} == {
        ("王敏", "92"),
        ("李娜", "96"),
    }
    assert all("values" not in f.attrs for f in made.all)


def test_commitments_and_their_checks(make: Make) -> None:
    """A check of every commitment on each day; the branch's own is of the branch."""
    made = make("""
        类型: 承诺
        日期: 2016-06-08
        期限: 2016-12-31
        公开日期: 2016-06-15
        检查日期: 2016-06-01、2016-12-20
        明细:
          - {主体: 支部, 目标: 甲, 措施: 乙}
          - {党员: 李娜、郭芳, 目标: 丙}
        """)
    branch, *persons = sorted(made.of("commitment"), key=lambda fact: fact.level)
    assert made.told == []
    assert (branch.level, branch.people, branch.attrs["owner"]) == (
        "branch",
        {},
        "branch",
    )
    assert branch.attrs["due"] == date(2016, 12, 31)
    assert branch.attrs["public"] == date(2016, 6, 15)
    assert {fact.people["owner"] for fact in persons} == {who("李娜"), who("郭芳")}
    checks = made.of("commitment-check")
    assert sorted((f.level, f.date, f.shown) for f in checks) == sorted(
        (level, day, max(day, date(2016, 6, 8)))
        for level in ("branch", "member", "member")
        for day in (date(2016, 6, 1), date(2016, 12, 20))
    )
    assert {f.links[0] for f in checks} == {branch, *persons}
    assert all(f.people == f.links[0].people for f in checks)
    assert {(f.origin.line, f.origin.column) for f in checks} == {(5, 1)}


@pytest.mark.parametrize(
    ("kind", "extra", "attrs"),
    [
        (
            "表彰",
            "荣誉: 优秀党员\n由谁: 机关党委",
            {"honour": "优秀党员", "payer": "机关党委"},
        ),
        (
            "党员培训",
            "学时: 32\n形式: 集中、网络",
            {"hours": 32.0, "forms": {"集中", "网络"}, "days": 1, "workdays": 1},
        ),
        ("困难帮扶", "形式: 走访", {"forms": {"走访"}}),
        ("组织处置", "处置类型: 限期改正", {"disposition": "限期改正"}),
    ],
)
def test_a_fact_for_each_person(
    make: Make, kind: str, extra: str, attrs: dict[str, Any]
) -> None:
    """Commendation, training, assistance, disposition: about each person named."""
    made = make(f"类型: {kind}\n日期: 2016-06-28\n党员: 李娜、郭芳\n{extra}\n")
    assert made.told == []
    assert {f.people["about"] for f in made.all} == {who("李娜"), who("郭芳")}
    assert [f.attrs for f in made.all] == [attrs, attrs]
    assert made.all[0].attrs is not made.all[1].attrs


def test_row_without_a_person(make: Make) -> None:
    """It is the branch's, or the group's."""
    made = make("""
        - {类型: 党员培训, 日期: 2016-06-28, 结束日期: 2016-06-30}
        - {类型: 党员培训, 日期: 2016-06-29, 党小组: 第一党小组, 责任人: 王敏}
        """)
    first, second = made.all
    assert (first.level, first.end, first.people) == ("branch", date(2016, 6, 30), {})
    assert (second.level, second.owner) == ("group", "第一党小组")
    assert second.people == {"responsible": who("王敏")}


def test_fault_in_another_field_is_unknown(make: Make) -> None:
    """F9: the record stands, the field is unknown."""
    made = make(
        "类型: 党员培训\n日期: 2016-06-28\n党员: 李娜\n学时: 很多\n", misread=("F309",)
    )
    (fact,) = made.all
    assert fact.unknown == {"hours"}
    assert "hours" not in fact.attrs


# --- told twice, or two --------------------------------------------------------------


@pytest.mark.parametrize(
    ("rows", "count"),
    [
        # two honours of a day are two; said once with its name and once without, one
        ("荣誉: 优秀共产党员 | 荣誉: 先进工作者", 2),
        ("荣誉: 优秀共产党员 | 荣誉: 优秀共产党员", 1),
        ("荣誉: 优秀共产党员 | 备注: 大会宣布", 1),
        ("荣誉: 优秀共产党员 | 荣誉: 先进工作者 | 备注: 大会宣布", 2),
        ("日期: 2016-07-02 | 日期: 2016-07-03", 2),
    ],
)
def test_honours_of_one_person(make: Make, rows: str, count: int) -> None:
    """Two that are told apart by nothing that both say are one."""
    text = "类型: 表彰\n党员: 李娜\n日期: 2016-07-01\n明细:\n"
    made = make(text + "".join(f"  - {{{row.strip()}}}\n" for row in rows.split("|")))
    assert made.told == []
    assert len(made.of("commendation")) == count


@pytest.mark.parametrize(
    ("kind", "rows", "count"),
    [
        ("心得体会", "日期: 2016-07-08 | 日期: 2016-08-03", 2),
        ("心得体会", "日期: 2016-07-08 | 日期: 2016-07-08", 1),
        ("心得体会", "{日期: 2016-07-08, 题目: 甲} | 日期: 2016-07-08", 1),
        ("心得体会", "{日期: 2016-07-08, 题目: 甲} | {日期: 2016-07-08, 题目: 乙}", 2),
        ("个人自学计划", "日期: 2016-07-08 | 日期: 2016-08-03", 1),
        ("积分登记", "{日期: 2016-07-08, 项目: 甲} | {日期: 2016-08-03, 项目: 乙}", 2),
        ("积分登记", "{日期: 2016-07-08, 项目: 甲} | {日期: 2016-08-03, 项目: 甲}", 1),
        ("党员培训", "日期: 2016-07-08 | 日期: 2016-08-03", 2),
    ],
)
def test_several_of_one_period(make: Make, kind: str, rows: str, count: int) -> None:
    """Essays are told apart by their day; a plan, or points for one thing, is one in a
    period on whatever day it is told."""
    text = f"类型: {kind}\n党员: 李娜\n期间: 2016\n明细:\n"
    cells = [row.strip().strip("{}") for row in rows.split("|")]
    made = make(text + "".join(f"  - {{{cell}}}\n" for cell in cells))
    assert made.told == []
    assert len(made.all) == count
    assert {f.people["about"] for f in made.all} == {who("李娜")}


# --- of nobody, or of nobody knows whom ----------------------------------------------


@pytest.mark.parametrize(
    ("kind", "column"),
    [
        ("积分登记", 5),
        ("表彰", 5),
        ("心得体会", 5),
        ("个人自学", 5),
        ("个人自学计划", 5),
    ],
)
def test_of_nobody(make: Make, kind: str, column: int) -> None:
    """`党员: 无` is no record of the branch; it says nothing, and is told of."""
    text = f"类型: {kind}\n日期: 2016-07-01\n党员: 无\n状态: 已开展\n"
    made = make(text)
    assert made.told == [("F419", 3, column)]
    assert made.values("F419") == {"word": "无"}
    assert not [f for f in made.all if f.level == "branch" and kind != "个人自学"]
    assert not [f for f in made.all if f.people.get("about")]


@pytest.mark.parametrize(
    ("text", "misread"),
    [
        ("类型: 表彰\n日期: 2016-07-01\n党员: “李娜”\n", ("F410",)),
        ("类型: 表彰\n日期: 2016-07-01\n荣誉: 甲\n", ("F205",)),
        ("类型: 心得体会\n日期: 2016-07-01\n党员: 3人\n", ("F406",)),
        ("类型: 积分登记\n日期: 2016-07-01\n每人分值: {“李娜”: 5}\n", ("F410",)),
        ("类型: 谈心谈话\n日期: 2016-07-01\n谈话人: 王敏\n谈话对象: 3人\n", ("F406",)),
        (
            "类型: 谈心谈话\n日期: 2016-07-01\n谈话人: 王敏\n谈话对象: 李娜等6名党员\n",
            ("F406",),
        ),
    ],
)
def test_of_nobody_knows_whom(make: Make, text: str, misread: tuple[str, ...]) -> None:
    """Whose it is could not be read: it is a person's all the same, not the branch's."""
    (fact,) = make(text, misread=misread).all
    assert fact.level == "member"
    assert {"about", "owner"} <= fact.unknown
    assert not fact.people.keys() & {"about", "owner"}


def test_self_study_of_nobody_knows_whom(make: Make) -> None:
    """An activity of persons that could not be read."""
    text = "类型: 个人自学\n日期: 2016-07-01\n党员: 3人\n状态: 已开展\n"
    (fact,) = make(text, misread=("F406",)).all
    assert {"about", "participant"} <= fact.unknown


def test_a_slip_among_the_others_of_a_table(make: Make) -> None:
    """其余 leaves out whom a misspelt name of another row may mean."""
    made = make("""
        类型: 积分登记
        日期: 2016-07-04
        明细:
          - {项目: 按时参加, 分值: 10, 党员: 其余}
          - {项目: 按时参加, 分值: 8, 党员: 李那}
        """)
    assert made.told == [("F401", 5, 27)]
    assert who("李娜") not in [f.people["about"] for f in made.all]
    assert len(made.all) == 6


def test_tasks_and_when_they_were_done(make: Make) -> None:
    """Each member's task is done on its own day, told of no sooner than the task."""
    made = make("""
        类型: 交办任务
        日期: 2016-08-02
        期限: 2016-09-30
        明细:
          - {党员: 李娜、郭芳, 项目: 编印展板, 完成日期: 2016-09-28}
          - {党员: 王敏, 项目: 联系企业, 完成日期: 2016-07-30}
          - {党员: 陈静, 项目: 整理档案}
        """)
    assert made.told == []
    tasks = {fact.people["about"]: fact for fact in made.of("assigned-task")}
    done = made.of("assigned-task-closed")
    assert sorted((*f.people["about"], f.date, f.shown) for f in done) == sorted(
        [
            ("李娜", date(2016, 9, 28), date(2016, 9, 28)),
            ("郭芳", date(2016, 9, 28), date(2016, 9, 28)),
            ("王敏", date(2016, 7, 30), date(2016, 8, 2)),
        ]
    )
    assert all(f.links == (tasks[f.people["about"]],) for f in done)
    assert {(f.origin.line, f.level) for f in done} == {(5, "member"), (6, "member")}


def test_commitments_and_when_they_were_kept(make: Make) -> None:
    """Each member's on its own day, beside the days on which it was checked."""
    made = make("""
        类型: 承诺
        日期: 2016-03-02
        明细:
          - {党员: 李娜、郭芳, 目标: 多学, 检查日期: 2016-06-30, 兑现日期: 2016-12-20}
          - {党员: 陈静, 目标: 多讲}
        """)
    kept = made.of("commitment-closed")
    assert sorted((*f.people["owner"], f.date) for f in kept) == sorted(
        [("李娜", date(2016, 12, 20)), ("郭芳", date(2016, 12, 20))]
    )
    assert {link.kinds for f in kept for link in f.links} == {frozenset({"commitment"})}
    assert len(made.of("commitment-check")) == 2


@pytest.mark.parametrize(
    ("members", "by", "payers"),
    [
        ("李娜", "李娜", {"李娜": "self"}),
        ("李娜、郭芳", "李 娜", {"李娜": "self", "郭芳": "李 娜"}),
        ("李娜", "本人", {"李娜": "self"}),
        ("李娜", "郭芳", {"李娜": "郭芳"}),
    ],
)
def test_who_pays_for_himself(
    make: Make, members: str, by: str, payers: dict[str, str]
) -> None:
    """His own name says the same as 本人."""
    made = make(
        f"类型: 党费\n日期: 2016-04-08\n月份: 2016-04\n党员: {members}\n由谁: {by}\n"
    )
    found = {min(f.people["about"]): f.attrs["payer"] for f in made.of("dues-payment")}
    assert found == payers


@pytest.mark.parametrize(
    "record",
    [
        "类型: 民主评议党员\n出席情况: 全体\n",
        "类型: 评议等次\n等次: {不合格: 李娜, 合格: 王敏、陈静、郭芳、阿依古丽·艾山、周建国、胡斌、许诺}\n",
    ],
)
def test_how_members_are_dealt_with(make: Make, record: str) -> None:
    """What an evaluation decides is as good as a record of its own."""
    made = make(f"{record}日期: 2016-12-20\n处置类型: {{教育帮助: 李娜、郭芳}}\n")
    assert made.told == []
    found = made.of("member-disposition")
    assert [min(one.people["about"]) for one in found] == ["李娜", "郭芳"]
    assert {one.attrs["disposition"] for one in found} == {"教育帮助"}
    assert {(one.level, one.state) for one in found} == {("member", "held")}
    for fact in made.of("democratic-evaluation"):
        assert fact.attrs["disposition"] == {"教育帮助"}
        assert all(one.links == (fact,) for one in found)


def test_a_disposition_that_is_one_word_names_nobody_else(make: Make) -> None:
    """In a table that is of both kinds 处置类型 is a word, not a list of members."""
    made = make(
        "类型: 评议等次、组织处置\n日期: 2016-12-20\n党员: 李娜\n处置类型: 教育帮助\n等次: {不合格: 李娜}\n"
    )
    assert {"evaluation-grade"} in [set(one.kinds) for one in made.all]
    assert all("member-disposition" not in one.kinds for one in made.all)


def test_where_it_is_told_that_one_talked_with_himself(make: Make) -> None:
    """At those he talked with, by his name; with the others he did talk."""
    made = make(
        "类型: 谈心谈话\n日期: 2016-04-01\n谈话人: 王敏\n谈话对象: 陈静、王敏、李娜\n"
    )
    assert made.told == [("F423", 4, 1)]
    assert made.values("F423") == {"name": "王敏"}
    assert {name for one in made.all for name in one.people["to"]} == who("陈静、李娜")


def test_points_of_each_and_of_others(make: Make) -> None:
    """Each name has its value; whom the row names besides has its own."""
    made = make("""
        类型: 积分登记
        日期: 2016-12-28
        项目: 甲
        分值: 3
        党员: 郭芳
        每人分值: {王敏: 92}
        """)
    found = {(*one.people["about"], one.attrs["value"]) for one in made.all}
    assert found == {("王敏", "92"), ("郭芳", "3")}


def test_dues_of_which_it_is_not_said_who_paid(make: Make) -> None:
    """Then nothing is known of that."""
    made = make("类型: 党费\n日期: 2016-04-08\n月份: 2016-04\n党员: 李娜\n")
    assert "payer" not in made.one("dues-payment").attrs


def test_a_row_of_nobody_makes_nothing(make: Make) -> None:
    """A name nobody knows is no commitment of the branch, and is checked by nobody."""
    made = make(
        "类型: 承诺\n日期: 2016-03-05\n党员: 李那\n目标: 甲\n检查日期: 2016-06-01\n"
    )
    assert [code for code, _, _ in made.told] == ["F401"]
    assert made.all == []


def test_a_task_of_the_branch_is_done_as_one(make: Make) -> None:
    """On its day, by the branch."""
    made = make(
        "类型: 交办任务\n日期: 2016-03-05\n主体: 支部\n项目: 甲\n完成日期: 2016-03-04\n"
    )
    task, done = made.one("assigned-task"), made.one("assigned-task-closed")
    assert (done.level, done.date, done.shown) == (
        "branch",
        date(2016, 3, 4),
        date(2016, 3, 5),
    )
    assert done.links == (task,)


def test_a_task_that_is_only_planned(make: Make) -> None:
    """Nor is it done yet."""
    made = make(
        "类型: 交办任务\n日期: 2017-03-05\n状态: 计划\n项目: 甲\n完成日期: 2017-03-04\n"
    )
    assert made.one("assigned-task-closed").state == "planned"


def test_a_talk_of_nobody(make: Make) -> None:
    """Is none."""
    made = make("{类型: 谈心谈话, 日期: 2016-04-01, 谈话人: 无, 谈话对象: 李娜}\n")
    assert [code for code, _, _ in made.told] == ["F419"]
    assert made.all == []


@pytest.mark.parametrize(
    ("kind", "period", "months"),
    [
        ("交纳党费", "2016-05", ["2016-05"]),
        ("交纳党费", "2016-Q2", ["2016-04", "2016-05", "2016-06"]),
        ("交纳党费", "2016", [f"2016-{month:02}" for month in range(1, 13)]),
        ("积分登记", "2016-Q2", ["2016-Q2"]),
    ],
)
def test_dues_of_several_months(
    make: Make, kind: str, period: str, months: list[str]
) -> None:
    """They are those of each of the months; what else is of a period is of that one."""
    made = make(f"类型: {kind}\n日期: 2016-07-01\n月份: {period}\n党员: 王敏\n")
    assert made.told == []
    assert [fact.period.label for fact in made.all] == months
    assert [fact.attrs["period"] for fact in made.all] == months
