"""Activities: held must be said, one meeting is one fact, what it says of itself."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from lxyz.dates.spans import Span

from .conftest import Make, who

MAY = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛"


def test_one_fact_with_all_kinds(make: Make) -> None:
    """F1: one sitting of several kinds is one fact."""
    made = make("类型: 党课、主题党日、党课\n日期: 2016-04-01\n出席情况: 全体\n")
    (fact,) = made.all
    assert fact.kinds == {"party-lecture", "theme-party-day"}
    assert (fact.level, fact.owner, fact.state) == ("branch", "", "held")
    assert (fact.date, fact.end, fact.shown) == (date(2016, 4, 1),) * 3
    assert fact.period is None
    assert fact.key == "party-lecture+theme-party-day@2016-04-01"


def test_row_takes_from_the_head_what_it_does_not_say(make: Make) -> None:
    """F2: place and time come from the head, a row's own goes first."""
    made = make("""
        类型: 集体学习
        时间: 15:00-16:00
        地点: 三层会议室
        明细:
          - {日期: 2016-04-01, 出席情况: 全体}
          - {日期: 2016-04-08, 时间: 15:00-16:30, 出席情况: 全体}
        """)
    first, second = made.of("collective-study")
    assert made.told == []
    assert (first.attrs["minutes"], second.attrs["minutes"]) == (60, 90)
    assert first.attrs["place"] == second.attrs["place"] == "三层会议室"
    assert [(f.origin.line, f.origin.column) for f in (first, second)] == [
        (5, 5),
        (6, 5),
    ]


def test_head_may_not_prove_that_one_was_held(make: Make) -> None:
    """F2: attendance in the head is refused, once; the rows then are not held."""
    made = make(
        """
        类型: 集体学习
        出席情况: 全体
        明细:
          - {日期: 2016-04-01}
        """,
        misread=("F502",),
    )
    assert made.told == []
    assert made.one("collective-study").state == "planned"


@pytest.mark.parametrize(
    ("said", "day", "state", "told"),
    [
        ("出席情况: 全体", "2016-06-30", "held", []),
        ("状态: 已开展", "2016-06-30", "held", []),
        ("出席情况: 全体", "2016-07-01", "held", [("F504", 2, 1)]),
        ("状态: 已开展", "2016-07-01", "held", [("F504", 2, 1)]),
        ("主题: 甲", "2016-06-29", "planned", [("F506", 1, 1)]),
        ("主题: 甲", "2016-06-30", "planned", []),
        ("状态: 计划", "2016-06-29", "planned", [("F506", 1, 1)]),
        ("状态: 计划", "2016-06-30", "planned", []),
        ("{状态: 计划, 出席情况: 全体}", "2016-07-01", "planned", []),
        ("{状态: 取消, 原因: 防汛}", "2016-06-30", "cancelled", []),
        ("{状态: 取消, 原因: 防汛}", "2016-07-01", "cancelled", []),
    ],
)
def test_held_must_be_said(
    make: Make, said: str, day: str, state: str, told: list[Any]
) -> None:
    """On the day of the check it may be held, or still be planned for the evening; the
    day after it cannot have been held, the day before it must be said."""
    lines = said.strip("{}").replace(", ", "\n") if said[0] == "{" else said
    made = make(f"类型: 集体学习\n日期: {day}\n{lines}\n", as_of="2016-06-30")
    assert made.one("collective-study").state == state
    assert made.told == told
    assert {fault.level for fault in made.faults} <= {"warning"}


def test_facts_do_not_depend_on_the_day_of_the_check(make: Make) -> None:
    """Only the faults of time do."""
    text = "类型: 集体学习\n日期: 2016-07-01\n出席情况: 全体\n"
    early, late = make(text, as_of="2016-06-30"), make(text, as_of="2016-07-01")
    assert early.one("collective-study").people == late.one("collective-study").people
    assert (len(early.faults), len(late.faults)) == (1, 0)


def test_unread_attendance_is_unknown(make: Make) -> None:
    """F9: the record stands, and whether it was held, and who came, is unknown; one fault
    is enough."""
    made = make("类型: 集体学习\n日期: 2016-04-01\n出席情况: 23人\n", misread=("F406",))
    fact = made.one("collective-study")
    assert made.told == []
    assert fact.state == "held"
    came = {"present", "excused", "absent", "unstated"}
    assert fact.unknown == {"attendance", "held"} | came


def test_unread_attendance_of_what_is_planned(make: Make) -> None:
    """Said to be planned it is not held, whatever the attendance was meant to say."""
    made = make(
        "类型: 集体学习\n日期: 2017-04-01\n状态: 计划\n出席情况: 23人\n",
        misread=("F406",),
    )
    assert made.one("collective-study").state == "planned"


def test_unread_status_is_told_once(make: Make) -> None:
    """A status that cannot be read is not also one that is missing."""
    made = make("类型: 集体学习\n日期: 2016-04-01\n状态: 大概吧\n", misread=("F303",))
    assert made.told == []
    assert made.one("collective-study").state == "planned"


@pytest.mark.parametrize(
    "key", ["类型: 集中学\n日期: 2016-04-01", "类型: 党课\n日期: 4月1日"]
)
def test_fault_in_kind_or_date_gives_no_fact(make: Make, key: str) -> None:
    """F9: such a record is left out whole."""
    code = "F301" if "集中学" in key else "F304"
    assert make(f"{key}\n出席情况: 全体\n", misread=(code,)).all == []


def test_cancelled_keeps_its_reason_and_nothing_else(make: Make) -> None:
    """Steps, filings and documents of what was not held are none."""
    made = make("""
        类型: 主题党日
        日期: 2016-04-01
        状态: 取消
        原因: 防汛
        环节: 交纳党费
        报送: {机关党委: 2016-04-02}
        文书: [{类型: 学习总结, 日期: 2016-04-02}]
        """)
    (fact,) = made.all
    assert (fact.state, fact.attrs["reason"]) == ("cancelled", "防汛")


TWICE = """
- {{类型: 集体学习, 日期: 2016-04-01, 出席情况: 全体{one}}}
- {{类型: {kind}, 日期: 2016-04-01, 出席情况: 全体{two}}}
"""


@pytest.mark.parametrize(
    ("one", "two", "line"),
    [
        ("", "", 2),
        (", 时间: 9:00-10:00", "", 2),
        ("", ", 时间: 9:00-10:00", 1),
        (", 时间: 9:00-10:00", ", 时间: 9:00-10:00", 2),
        (", 时间: 上午", ", 时间: 9:00-10:00", 1),
        (", 时间: 9:00-10:00", ", 时间: 9:30-10:30", 2),
        (", 时间: 9:00-11:00", ", 时间: 9:30-10:30", 1),
        (", 时间: 全天", ", 时间: 下午", 2),
        (", 时间: 9:00-10:00", ", 时间: 10:00-11:00", 0),
        (", 时间: 上午", ", 时间: 下午", 0),
        (", 时间: 9:00-10:00", ", 时间: 14:00-15:00", 0),
        (", 党小组: 第一党小组", "", 0),
        (", 党小组: 第一党小组", ", 党小组: 第二党小组", 0),
        (", 党小组: 第一党小组", ", 党小组: 第一党小组", 2),
    ],
)
def test_same_meeting_twice(make: Make, one: str, two: str, line: int) -> None:
    """F8: same kind, day and group twice is a fault, unless both say another time; nobody sits in two
    at once.

    What the two say decides which of them stands, then their place.
    """
    made = make(TWICE.format(one=one, two=two, kind="集体学习"))
    assert len(made.of("collective-study")) == (1 if line else 2)
    assert made.told == ([("F501", line, 3)] if line else [])


@pytest.mark.parametrize(
    ("hours", "held"),
    [
        (("9:00-10:30", "10:00-11:30", "11:00-12:00"), 2),
        (("8:00-18:00", "9:00-10:00", "11:00-12:00"), 2),
        (("", "9:00-10:00", "11:00-12:00"), 2),
    ],
)
def test_one_more_telling_takes_none_away(
    make: Make, hours: tuple[str, ...], held: int
) -> None:
    """Of those whose hours overlap as many stand as can be."""
    row = "- {{类型: 集体学习, 日期: 2016-04-01, 出席情况: 全体{}}}\n"
    said = [f", 时间: {one}" if one else "" for one in hours]
    made = make("".join(map(row.format, said)))
    assert len(made.of("collective-study")) == held
    assert [code for code, _, _ in made.told] == ["F501"]


@pytest.mark.parametrize(
    ("again", "number"),
    [
        ("出席情况: 李娜, 依据: 2016-03-25 集体学习", 3),
        ("出席情况: 全体, 依据: 2016-03-25 集体学习", 2),
        ("出席情况: 李娜, 依据: 2016-03-25 党课", 2),
        ("出席情况: 李娜, 依据: 2016-04-01 集体学习", 2),
        ("出席情况: {缺席: 李娜}, 依据: 2016-03-25 集体学习, 状态: 已开展", 2),
    ],
)
def test_what_makes_up_on_the_day_of_another(
    make: Make, again: str, number: int
) -> None:
    """Who was not there before studies it after the sitting of the day: these are two."""
    made = make(f"""
        - {{类型: 集体学习, 日期: 2016-03-25, 出席情况: {{出席: 全体, 请假: 李娜（出差）}}}}
        - {{类型: 党课, 日期: 2016-03-25, 出席情况: 全体}}
        - {{类型: 集体学习, 日期: 2016-04-01, 出席情况: 全体}}
        - {{类型: 集体学习, 日期: 2016-04-01, {again}}}
        """)
    assert len(made.of("collective-study")) == number


def test_same_meeting_whatever_its_file(make: Make) -> None:
    """Which of two tellings stands does not hang on the names of their files."""
    head = "类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n"
    one, two = head + "附件: b.jpg\n", head + "附件: [a.docx, c.pdf]\n"
    for texts in ((one, two), (two, one)):
        made = make(*texts)
        assert [fault.code for fault in made.faults] == ["F501"]
        assert made.one("collective-study").attrs["evidence"] == {"text", "file"}


def test_same_meeting_in_two_files(make: Make) -> None:
    """The fault lies in the second and names the place of the first."""
    text = "类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n"
    made = make("\n\n" + text, text)
    assert [fault.file for fault in made.faults] == ["2.yaml"]
    assert made.values("F501") == {"kind": "集体学习", "file": "1.yaml", "first": "1"}


def test_same_meeting_for_one_of_several_kinds(make: Make) -> None:
    """The kind told before is left out, the others stand; one fault for one clash."""
    made = make("""
        - {类型: 集体学习、党课, 日期: 2016-04-01, 出席情况: 全体}
        - {类型: 集体学习、党课、主题党日, 日期: 2016-04-01, 出席情况: 全体}
        """)
    assert made.told == [("F501", 2, 3)]
    assert [fact.kinds for fact in made.all] == [
        {"party-lecture", "collective-study"},
        {"theme-party-day"},
    ]


def test_same_meeting_with_two_others(make: Make) -> None:
    """A clash with two records is told for each of them."""
    made = make("""
        - {类型: 集体学习, 日期: 2016-04-01, 出席情况: 全体}
        - {类型: 微党课, 日期: 2016-04-01, 出席情况: 全体}
        - {类型: 党课、集体学习、微党课, 日期: 2016-04-01, 出席情况: 全体}
        """)
    assert made.told == [("F501", 3, 3), ("F501", 3, 3)]
    assert [f.values[1:] for f in made.faults] == [
        (("file", "1.yaml"), ("first", "1")),
        (("file", "1.yaml"), ("first", "2")),
    ]
    assert made.one("party-lecture").kinds == {"party-lecture"}


def test_cancelled_and_held_on_one_day(make: Make) -> None:
    """A cancelled meeting is no second one."""
    made = make("""
        - {类型: 集体学习, 日期: 2016-04-01, 状态: 取消, 原因: 停电}
        - {类型: 集体学习, 日期: 2016-04-01, 出席情况: 全体}
        """)
    assert made.told == []
    assert {fact.state for fact in made.all} == {"cancelled", "held"}


@pytest.mark.parametrize(
    ("group", "day", "told"),
    [
        ("第一党小组", "2016-04-01", []),
        ("临时党小组", "2016-04-01", []),
        ("第四党小组", "2016-04-01", [("F413", 2, 1)]),
        ("第三党小组", "2015-12-31", []),
        ("第三党小组", "2016-01-01", [("F420", 2, 1)]),
    ],
)
def test_group_must_exist_that_day(
    make: Make, group: str, day: str, told: list[Any]
) -> None:
    """A temporary group needs no entry in the profile."""
    made = make(f"类型: 集体学习\n党小组: {group}\n日期: {day}\n出席情况: 全体\n")
    fact = made.one("collective-study")
    assert made.told == told
    assert (fact.level, fact.owner) == ("group", group)


@pytest.mark.parametrize(
    ("extra", "kind", "level"),
    [
        ("主办单位: 机关党委", "集体学习", "above"),
        ("主办单位: 第一支部", "集体学习", "branch"),
        ("主体: 机关党委", "集体学习", "above"),
        ("主体: 支委会", "集体学习", "branch"),
        ("主题: 甲", "督查", "above"),
    ],
)
def test_whose_an_activity_is(make: Make, extra: str, kind: str, level: str) -> None:
    """The unit above holds what it organizes, owns, or what only it can hold."""
    made = make(f"类型: {kind}\n日期: 2016-04-01\n{extra}\n出席情况: 全体\n")
    assert [(f.level, f.owner) for f in made.all] == [(level, "")]


def test_what_an_activity_says(make: Make) -> None:
    """Attributes: lists are sets, evidence is told by its ending, agenda by its tags."""
    made = make("""
        类型: 党员大会
        日期: 2016-04-01
        结束日期: 2016-04-02
        计入年度: 2015
        时间: 14:00-16:30
        原因: 补开
        主体: 支部
        学习材料: 《甲》、《乙》
        议程:
          - 听取报告：上半年
          - 表决
        查摆方面: 思想、作风
        附件: [a/签到.JPG, b/稿.docx, c/扫描.pdf]
        决议: 通过
        身份: {普通党员: 王敏, 列席: 李娜}
        票数: {发出: 8, 收回: 8}
        出席情况: 全体
        报送: {机关党委: 2016-04-03}
        """)
    fact = made.one("all-member-meeting")
    assert (fact.date, fact.end) == (date(2016, 4, 1), date(2016, 4, 2))
    assert fact.period == Span(date(2015, 1, 1), date(2015, 12, 31), "2015")
    assert fact.attrs == {
        "materials": {"甲", "乙"},
        "agenda": {"听取报告：上半年", "听取报告", "表决"},
        "steps": (("听取报告", date(2016, 4, 1), ""), ("表决", date(2016, 4, 1), "")),
        "aspects": {"thought", "style"},
        "evidence": {"image", "text", "file"},
        "attachments": 3,
        "decisions": {"通过"},
        "capacity": {"普通党员", "列席"},
        "ballots": {"issued": 8, "returned": 8},
        "issued": 8,
        "returned": 8,
        "reason": "补开",
        "owner": "branch",
        "period": "2015",
        "filed": "yes",
        "mode": "collective",
        "moved": "no",
        "weekday": "friday",
        "days": 2,
        "workdays": 1,
        "minutes": 150,
        "on_slot": "yes",
    }
    assert fact.people["ordinary"] == who("王敏")


@pytest.mark.parametrize(
    ("steps", "aspects"),
    [
        (
            "[查摆思想、组织、作风、纪律方面的问题]",
            "thought organisation style discipline",
        ),
        ("[检视纪律和作风方面的不足]", "discipline style"),
        ("查摆思想、作风问题", ""),  # two steps in one line
        ("[{名称: 思想方面、作风方面对照检查}]", "thought style"),
        ("[查摆组织生活的问题, 思想、组织工作通报]", ""),
        ("[未开展查摆思想、作风]", ""),
    ],
)
def test_aspects_of_a_step(make: Make, steps: str, aspects: str) -> None:
    """Several in a row, where problems are looked for, are those of the sitting."""
    head = "类型: 组织生活会\n日期: 2016-04-01\n出席情况: 全体\n"
    fact = make(f"{head}环节: {steps}\n").one("organization-life-meeting")
    assert fact.attrs.get("aspects", frozenset()) == set(aspects.split())


def test_a_step_whose_note_takes_it_back(make: Make) -> None:
    """Its name keeps the note, so that it is not taken for what was done."""
    head = "类型: 组织生活会\n日期: 2016-04-01\n出席情况: 全体\n"
    step = "{名称: 重温入党誓词, 备注: 因故取消}"
    fact = make(f"{head}环节: [{step}]\n").one("organization-life-meeting")
    assert [name for name, _, _ in fact.attrs["steps"]] == ["重温入党誓词：因故取消"]


def test_agenda_and_steps_say_the_same(make: Make) -> None:
    """What is on the agenda was done, by nobody knows whom; a step is on the agenda. What
    stands in both is one step, as it was written there."""
    made = make("""
        类型: 组织生活会
        日期: 2016-04-01
        议程:
          - 党性分析：逐个进行
          - 批评和自我批评
        环节:
          - {名称: 批评和自我批评, 参加人: 王敏}
          - 评议班子
        出席情况: 全体
        """)
    fact = made.one("organization-life-meeting")
    assert [name for name, _, _ in fact.attrs["steps"]] == [
        "批评和自我批评",
        "评议班子",
        "党性分析",
    ]
    assert fact.attrs["agenda"] >= {"党性分析", "批评和自我批评", "评议班子"}
    steps = {one.attrs["name"]: one for one in made.of("step")}
    assert steps["批评和自我批评"].people["participant"] == who("王敏")
    assert steps["党性分析"].unknown == {"participant"}
    assert steps["党性分析"].origin.line == 3


@pytest.mark.parametrize(
    ("kind", "extra", "topic"),
    [
        ("专题学习讨论", "主题: 学党章", "学党章"),
        ("专题学习讨论", "主题: 七一\n专题: 学党章", "学党章"),
        ("集体学习", "主题: 学党章", None),
    ],
)
def test_theme_of_a_discussion(
    make: Make, kind: str, extra: str, topic: str | None
) -> None:
    """It is what is discussed, unless the topic is written too."""
    made = make(f"类型: {kind}\n日期: 2016-04-01\n{extra}\n出席情况: 全体\n")
    assert made.all[0].attrs.get("topic") == topic


@pytest.mark.parametrize(
    ("said", "steps"),
    [
        ("[甲：一、二, 乙]", "甲、乙"),
        ("甲、乙；丙", "甲、乙、丙"),
        ("甲（王敏、李娜主持）、乙（上午）；丙", "甲、乙、丙"),
        ("甲（一、二）、乙", "甲（一、二）、乙"),
        ("甲（一、乙", "甲（一、乙"),
    ],
)
def test_an_agenda_in_one_line(make: Make, said: str, steps: str) -> None:
    """Its items stand between 、 and ；, what one says of itself behind the colon."""
    made = make(f"类型: 党员大会\n日期: 2016-04-01\n出席情况: 全体\n议程: {said}\n")
    fact = made.one("all-member-meeting")
    told = re.sub("、(?![^（]*）)", "\n", steps).split("\n")
    assert [name for name, _, _ in fact.attrs["steps"]] == told
    assert fact.attrs["agenda"] >= set(told)


def test_capacity_of_everyone(make: Make) -> None:
    """全体 in a capacity are those present; two words for it make one role."""
    made = make("""
        类型: 党员大会
        日期: 2016-04-01
        身份: {普通党员: 王敏, ordinary: 李娜}
        出席情况: {出席: 王敏、李娜、郭芳}
        """)
    assert made.one("all-member-meeting").people["ordinary"] == who("王敏、李娜")


def test_minutes_written_go_before_the_time(make: Make) -> None:
    """The length is what was written, else what the time makes it."""
    made = make(
        "类型: 党课\n日期: 2016-04-01\n时间: 14:00-16:00\n分钟: 90\n出席情况: 全体\n"
    )
    assert made.one("party-lecture").attrs["minutes"] == 90


@pytest.mark.parametrize(
    ("day", "answer"),
    [
        ("2016-04-01", "yes"),
        ("2016-04-02", "no"),
        ("2016-03-31", "no"),
        ("2016-10-08", "yes"),
        ("2016-10-09", "yes"),
        ("2016-10-10", "no"),
    ],
)
def test_on_slot(make: Make, day: str, answer: str) -> None:
    """Whether it was held on the branch's weekday; where a holiday takes that Friday,
    any day of its week, from Monday to Sunday, is as good."""
    made = make(f"类型: 集体学习\n日期: {day}\n出席情况: 全体\n")
    assert made.one("collective-study").attrs["on_slot"] == answer


@pytest.mark.parametrize(
    ("day", "answer"), [("2016-04-02", "yes"), ("2016-04-01", "no")]
)
def test_on_a_slot_at_the_weekend(
    make: Make, branch_text: str, day: str, answer: str
) -> None:
    """A branch that studies on Saturdays is not excused by their being days off."""
    branch = branch_text.replace("每周五 15:00-16:00", "每周六上午")
    made = make(f"类型: 集体学习\n日期: {day}\n出席情况: 全体\n", branch=branch)
    assert made.one("collective-study").attrs["on_slot"] == answer


def test_no_slot_nothing_to_say(make: Make, branch_text: str) -> None:
    """A branch without a weekday of its own."""
    branch = branch_text.replace("学习日: 每周五 15:00-16:00\n", "")
    made = make("类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n", branch=branch)
    assert "on_slot" not in made.one("collective-study").attrs


@pytest.mark.parametrize(
    ("moved", "attrs", "loose"),
    [
        (
            "{原定日期: 2016-04-07, 原因: 周末}",
            {
                "moved": "yes",
                "moved_from": Span(date(2016, 4, 7), date(2016, 4, 7), "2016-04-07"),
                "moved_reason": "周末",
            },
            True,
        ),
        (
            "{原定日期: 2016-04}",
            {
                "moved": "yes",
                "moved_from": Span(date(2016, 4, 1), date(2016, 4, 30), "2016-04"),
            },
            True,
        ),
        ("{原因: 周末}", {"moved": "yes", "moved_reason": "周末"}, False),
    ],
)
def test_moved(make: Make, moved: str, attrs: dict[str, Any], *, loose: bool) -> None:
    """The slot it fills is a day or a month; it is held on its own day."""
    made = make(f"类型: 主题党日\n日期: 2016-04-09\n改期: {moved}\n出席情况: 全体\n")
    fact = made.one("theme-party-day")
    assert {k: v for k, v in fact.attrs.items() if k.startswith("moved")} == attrs
    assert (fact.date, fact.loose) == (date(2016, 4, 9), loose)


def test_speakers_by_role(make: Make) -> None:
    """Whoever speaks is a speaker; the role is what was said."""
    made = make("""
        类型: 专题学习讨论
        日期: 2016-04-01
        发言: {主题发言: 王敏、陈静, 交流发言: 李娜}
        出席情况: 全体
        """)
    fact = made.one("thematic-discussion")
    assert fact.people["keynote"] == who("王敏、陈静")
    assert fact.people["speaker"] == who("王敏、陈静、李娜")
    assert "lecturer" not in fact.people
    assert "speaker_minutes" not in fact.attrs


def test_speakers_from_outside(make: Make) -> None:
    """来自 makes an outsider, who need not be on the roster; minutes if all have them."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        发言:
          - {姓名: 马骏, 角色: 主讲, 分钟: 40, 来自: 市委党校}
          - {姓名: 王敏, 角色: 交流发言, 分钟: 10}
        出席情况: 全体
        """)
    fact = made.one("party-lecture")
    assert made.told == []
    assert fact.people["lecturer"] == who("马骏")
    assert fact.people["speaker"] == who("马骏、王敏")
    assert fact.attrs["outside_speaker"] == "yes"
    assert (fact.attrs["speaker_minutes"], fact.attrs["longest_speaker"]) == (10, 40)


def test_speakers_not_known(make: Make) -> None:
    """An unknown speaker is a fault and no speaker; half the minutes are none."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        发言:
          - {姓名: 王民, 角色: 主讲, 分钟: 40}
          - {姓名: 周建国, 角色: 交流发言}
        出席情况: 全体
        """)
    fact = made.one("party-lecture")
    assert made.told == [("F401", 4, 10)]
    assert "lecturer" not in fact.people
    assert fact.people["speaker"] == who("周建国")
    assert "speaker_minutes" not in fact.attrs


def test_persons_of_self_study(make: Make) -> None:
    """党员 of an activity are those it is about, who take part and are present."""
    made = make("""
        类型: 个人自学
        日期: 2016-04-01
        党员: 全体
        除外: 郭芳
        状态: 已开展
        """)
    fact = made.one("self-study")
    there = who(MAY) - who("郭芳")
    assert fact.attrs["mode"] == "individual"
    assert fact.people == {"about": there, "participant": there, "present": there}
    assert fact.unknown == {"excused", "absent", "unstated"}


def test_persons_of_an_activity_with_attendance(make: Make) -> None:
    """Where attendance is given, it says who was present."""
    made = make("""
        类型: 检验学习效果
        日期: 2016-04-01
        党员: 李娜
        出席情况: {出席: 李娜、郭芳}
        """)
    fact = made.one("learning-check")
    assert fact.people["about"] == who("李娜")
    assert fact.people["present"] == who("李娜、郭芳")


def test_counts_for_another_year(make: Make) -> None:
    """Held in January, it counts for the year it says."""
    made = make("类型: 党课\n日期: 2016-01-10\n计入年度: 2015\n出席情况: 全体\n")
    fact = made.one("party-lecture")
    assert fact.period.label == "2015"
    assert set(made.facts.years()) == {2015}


# --- steps -------------------------------------------------------------------------


def test_steps_in_order(make: Make) -> None:
    """Each step is a fact of the sitting; who did it is not inferred."""
    made = make("""
        类型: 组织生活会
        日期: 2016-12-16
        环节: 通报情况、批评和自我批评
        出席情况: 全体
        """)
    first, second = made.of("step")
    assert first.attrs == {"name": "批评和自我批评", "position": 2, "group": ""}
    assert second.attrs == {"name": "通报情况", "position": 1, "group": ""}
    assert second.people == {}
    assert second.unknown == {"participant"}
    assert second.links == (made.one("organization-life-meeting"),)
    assert made.one("organization-life-meeting").attrs["steps"] == (
        ("通报情况", date(2016, 12, 16), ""),
        ("批评和自我批评", date(2016, 12, 16), ""),
    )


STEPS = """
    类型: 民主评议党员
    日期: 2016-04-15
    出席情况: {{出席: 全体、胡斌, 请假: 李娜（出差）}}
    环节:
      - {{名称: 互评{extra}, 参加人: 全体{more}}}
    """


@pytest.mark.parametrize(
    ("extra", "more", "day", "shown", "participants"),
    [
        ("", "", 15, 15, "王敏、陈静、郭芳、阿依古丽·艾山、周建国、胡斌、宋涛"),
        (", 日期: 2016-04-13", "", 13, 15, MAY),
        (", 日期: 2016-04-20", "", 20, 20, MAY),
        (", 日期: 2016-04-20", "、胡斌", 20, 20, MAY + "、胡斌"),
        (", 党小组: 第一党小组", "", 15, 15, "王敏、陈静、阿依古丽·艾山"),
        (", 党小组: 第二党小组, 日期: 2016-04-13", "", 13, 15, "周建国、郭芳、宋涛"),
        (", 党小组: 临时党小组, 日期: 2016-04-13", "", 13, 15, MAY),
    ],
)
def test_everyone_in_a_step(
    make: Make, extra: str, more: str, day: int, shown: int, participants: str
) -> None:
    """On the day of the sitting those present, on another the roster of that day."""
    made = make(STEPS.format(extra=extra, more=more))
    step = made.one("step")
    assert made.told == []
    assert step.people == {"participant": who(participants)}
    assert step.unknown == frozenset()
    assert (step.date, step.shown) == (date(2016, 4, day), date(2016, 4, shown))
    found = re.search("党小组: ([^,]*)", extra)
    group = found[1] if found else ""
    assert (step.level, step.owner) == ("group" if group else "branch", group)


@pytest.mark.parametrize("who_took_part", ["", ", 参加人: 全体"])
def test_step_of_an_unknown_group(make: Make, who_took_part: str) -> None:
    """The group must be in the profile, whether or not the step says who took part."""
    made = make(f"""
        类型: 民主评议党员
        日期: 2016-04-15
        出席情况: 全体
        环节:
          - {{名称: 互评, 党小组: 第四党小组{who_took_part}}}
        """)
    assert made.told == [("F413", 5, 5)]
    assert made.values("F413") == {"group": "第四党小组"}


def test_step_of_a_group_meeting_on_another_day(make: Make) -> None:
    """全体 in a step of a group's or the committee's sitting: of the group, of the
    committee."""
    made = make("""
        - 类型: 党小组会
          党小组: 第二党小组
          日期: 2016-04-15
          出席情况: 全体
          环节: [{名称: 互评, 日期: 2016-04-16, 参加人: 全体}]
        - 类型: 支委会
          日期: 2016-04-15
          出席情况: 全体
          环节: [{名称: 议定, 日期: 2016-04-17, 参加人: 全体}]
        """)
    group, committee = made.of("step")
    assert group.people["participant"] == who("周建国、郭芳、宋涛")
    assert committee.people["participant"] == who("王敏、陈静、宋涛")
    assert (group.level, group.owner) == ("group", "第二党小组")


# --- grades ------------------------------------------------------------------------


def test_grades_name_each_once(make: Make) -> None:
    """A fact for each member; 全体 is refused; who is named twice keeps the first."""
    made = make("""
        类型: 民主评议党员
        日期: 2016-12-16
        出席情况: 全体
        等次:
          优秀: 李娜、王敏
          合格: 陈静、郭芳、李娜、张三
          不定等次: 其余
        """)
    assert made.told == [("F403", 6, 13), ("F401", 6, 16), ("F408", 7, 9)]
    grades = {tuple(f.people["about"]): f for f in made.of("evaluation-grade")}
    assert {name: fact.attrs for (name,), fact in grades.items()} == {
        "李娜": {"grade": "excellent"},
        "王敏": {"grade": "excellent"},
        "陈静": {"grade": "qualified"},
        "郭芳": {"grade": "qualified"},
    }
    one = grades[("李娜",)]
    assert (one.level, one.date, one.state) == ("member", date(2016, 12, 16), "held")
    assert (one.origin.line, one.origin.column) == (5, 7)
    assert one.links == (made.one("democratic-evaluation"),)


def test_grades_of_the_whole_roster(make: Make) -> None:
    """In a record of their own; everyone is named, nothing is told."""
    made = make("""
        - {类型: 民主评议党员, 日期: 2016-12-16, 出席情况: 全体}
        - 类型: 评议等次
          日期: 2016-12-20
          依据: 2016-12-16 民主评议党员
          等次:
            合格: 王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、胡斌
            不定等次: 许诺
        """)
    assert made.told == []
    assert len(made.of("evaluation-grade")) == 8
    assert {fact.links for fact in made.of("evaluation-grade")} == {
        (made.one("democratic-evaluation"),)
    }


@pytest.mark.parametrize(
    ("issued", "days"), [("2016-04-01", 14), ("2016-04-15", 0), ("2016-04-16", -1)]
)
def test_days_after_issue(make: Make, issued: str, days: int) -> None:
    """How long after it was issued a text was studied; not written, not known."""
    made = make(f"""
        - {{类型: 集体学习, 日期: 2016-04-15, 印发日期: {issued}, 出席情况: 全体}}
        - {{类型: 党课, 日期: 2016-04-15, 出席情况: 全体}}
        """)
    assert made.one("collective-study").attrs["issue_days"] == days
    assert "issue_days" not in made.one("party-lecture").attrs


@pytest.mark.parametrize(
    "steps",
    [
        "[个人自评, 逆向测评：先问谁做得不够]",
        "[个人自评, “逆向测评: 先问谁做得不够”]",
        "个人自评、逆向测评：先问谁做得不够",
    ],
)
def test_a_step_and_what_it_was(make: Make, steps: str) -> None:
    """The name of a step is what stands before its colon."""
    text = steps.replace("“", '"').replace("”", '"')
    made = make(f"类型: 民主评议党员\n日期: 2016-12-05\n环节: {text}\n出席情况: 全体\n")
    assert made.told == []
    names = [fact.attrs["name"] for fact in made.of("step")]
    assert names == ["个人自评", "逆向测评"]


def test_a_step_that_is_only_a_colon(make: Make) -> None:
    """Nothing before the colon: the whole text is the name."""
    made = make(
        "类型: 民主评议党员\n日期: 2016-12-05\n环节: [：自评]\n出席情况: 全体\n"
    )
    assert made.one("step").attrs["name"] == "：自评"


@pytest.mark.parametrize("order", [False, True])
def test_names_in_a_record_told_twice(make: Make, *, order: bool) -> None:
    """Whichever of the two counts, a name on no roster is told of."""
    one = "- {kind: party-lecture, date: 2016-06-24, attendance: all, theme: 甲}\n"
    other = "- {kind: party-lecture, date: 2016-06-24, attendance: 全体、无名氏}\n"
    made = make(other + one if order else one + other)
    assert sorted(code for code, _, _ in made.told) == ["F401", "F501"]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("成立日期: 2016-04-01", False),
        ("成立日期: 2016-04-02", True),
        ("撤销日期: 2016-04-01", False),
        ("撤销日期: 2016-03-31", True),
        ("撤销日期: 2015-03-31", None),  # told as F522
        ("成立日期: 2016-05-02", True),
        ("成立日期: 2016-05-03", None),
    ],
)
def test_what_was_held_when_there_was_no_branch(
    make: Make, branch_text: str, days: str, *, told: bool | None
) -> None:
    """One of the two days is wrong: whether it was held is not known."""
    branch = branch_text.replace("规则包:", f"{days}\n规则包:", 1)
    made = make("{类型: 党课, 日期: 2016-04-01, 出席情况: 全体}\n", branch=branch)
    assert ("F525" in [code for code, *_ in made.told]) is bool(told)
    assert ("party-lecture" in made.one("party-lecture").unknown) is (told is not False)


@pytest.mark.parametrize(("end", "day"), [(30, 31), (31, 30)])
def test_a_step_of_the_next_day(make: Make, end: int, day: int) -> None:
    """It is of that day, unless the sitting went on on it."""
    made = make(
        f"类型: 组织生活会\n日期: 2015-12-30\n结束日期: 2015-12-{end}\n"
        "出席情况: 全体\n环节: 民主测评（次日投票）\n"
    )
    [step] = made.of("step")
    assert str(step.date) == f"2015-12-{day}"


@pytest.mark.parametrize(
    "step",
    ["逆向测评（放在一月）", "逆向测评：放在一月", "{名称: 逆向测评（放在一月）}"],
)
def test_a_step_of_a_later_day(make: Make, step: str) -> None:
    """It is of the day to which it was put; a day that is written stands."""
    text = "类型: 组织生活会\n日期: 2015-12-30\n出席情况: 全体\n环节: [{}, {}]\n"
    made = make(text.format(step, "{名称: 民主测评（放在一月）, 日期: 2015-12-30}"))
    days = {str(one.attrs["name"]): one.date for one in made.of("step")}
    assert [str(day) for _, day in sorted(days.items())] == ["2015-12-30", "2016-01-31"]


@pytest.mark.parametrize(
    ("names", "who"),
    [
        ("全体", "王敏、李娜、郭芳"),
        ("王敏、李娜", "王敏、李娜"),
        ("王敏、赵六", "王敏"),
        # Whom these leave out, or mean, nobody knows
        ("全体、李娜未投", None),
        ("除李娜外全体", None),
    ],
)
def test_who_took_part_beside_a_name_that_is_nobodys(
    make: Make, names: str, who: str | None
) -> None:
    """A slip of the pen makes nobody one who took part, and nobody one who did not."""
    made = make(f"""
        类型: 民主评议党员
        日期: 2016-04-15
        环节: [{{名称: 民主测评, 参加人: {names}}}]
        出席情况: 王敏、李娜、郭芳
        """)
    step = made.one("step")
    found = step.people.get("participant")
    assert found == (None if who is None else frozenset(who.split("、")))
    assert ("participant" in step.unknown) is (who is None)
    assert all(code == "F401" for code, *_ in made.told)
