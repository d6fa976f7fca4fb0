"""Values by their type: what each grammar takes, and what it leaves of a faulty one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lxyz.dates.periods import TimeOfDay
from lxyz.dates.spans import Span, month_span, quarter_span, year_span
from lxyz.records import Attendance, Record
from lxyz.records.model import When

Read = Callable[..., Any]
HEAD = "类型: {}\n日期: 2016-04-15\n状态: 已开展\n"


def field(record: Record, name: str) -> Any:
    """A field of a record, under its English key."""
    if name in record.more:
        return record.more[name]
    return record.people[name] if name in record.people else getattr(record, name)


def names(value: Any) -> Any:
    """A names field as a line; other values as they are."""
    if not hasattr(value, "everyone"):
        return value
    people = [
        one.text + (f"({one.reason})" if one.reason else "") for one in value.people
    ]
    return "、".join([*people, *["全体"] * value.everyone, *["无"] * value.nobody])


@pytest.mark.parametrize(
    ("kind", "line", "name", "value"),
    [
        # days and periods
        ("征求意见", "结束日期: 2016年4月20日（星期三）", "end", date(2016, 4, 20)),
        (
            "承诺",
            "检查日期: 2016-09-30、2016-12-20",
            "more.checks",
            (date(2016, 9, 30), date(2016, 12, 20)),
        ),
        (
            "承诺",
            "检查日期: [2016-09-30, 2016/12/20]",
            "more.checks",
            (date(2016, 9, 30), date(2016, 12, 20)),
        ),
        ("党课", "计入年度: 2015", "period", year_span(2015)),
        ("学习计划", "期间: 2016年第三季度", "period", quarter_span(2016, 3)),
        (
            "党课",
            "改期: {原定日期: 2016-06, 原因: 甲}",
            "moved_from",
            month_span(2016, 6),
        ),
        ("党课", "改期: {原因: 甲}", "moved_reason", "甲"),
        (
            "党课",
            "改期: {原定日期: 2016-06-10}",
            "moved_from",
            Span(date(2016, 6, 10), date(2016, 6, 10), "2016-06-10"),
        ),
        ("党课", "时间: 14:00—16:30", "time", TimeOfDay(840, 150)),
        # numbers
        ("党课", "分钟: ４５", "minutes", 45),
        ("党课", "学时: 1.5", "hours", 1.5),
        # words of closed sets
        ("组织生活会", "查摆方面: 思想、 作风", "aspects", ("thought", "style")),
        (
            "组织生活会",
            "查摆方面: [思想, discipline]",
            "aspects",
            ("thought", "discipline"),
        ),
        ("组织生活会", "aspects: organization", "aspects", ("organisation",)),
        ("组织生活会", "查摆方面: 无", "aspects", ()),
        ("交纳党费", "党员: 王敏\n月份: 2016-04\n由谁: 本人", "by", "self"),
        ("交纳党费", "党员: 王敏\n月份: 2016-04\n由谁: 赵强", "by", "赵强"),
        ("承诺", "主体: 支部", "owner_body", "branch"),
        ("承诺", "主体: 支部\n除外: 王敏", "without", "王敏"),
        ("承诺", "主体: 王敏、李娜", "owner", "王敏、李娜"),
        ("承诺", "主体: [王敏, 李娜]", "owner", "王敏、李娜"),
        # texts
        ("党课", "备注: ' 甲 '", "note", "甲"),
        ("党课", "决议: |\n  甲\n\n  乙", "decisions", ("甲", "乙")),
        ("党课", "决议: [甲, 乙]", "decisions", ("甲", "乙")),
        (
            "党课",
            "议程:\n  - 学习：党章\n  - 讨论: 甲\n  - 乙",
            "agenda",
            ("学习：党章", "讨论：甲", "乙"),
        ),
        ("党课", "形式: 观看影片、研讨", "forms", ("观看影片", "研讨")),
        ("党课", "形式: [观看影片，研讨, 无]", "forms", ("观看影片", "研讨")),
        ("党课", "形式: 无", "forms", ()),
        # titles: each 《》 is one
        (
            "党课",
            "学习材料: 《章程》《准则》、讲话",
            "materials",
            ("章程", "准则", "讲话"),
        ),
        ("党课", "学习材料: 章程、准则", "materials", ("章程", "准则")),
        ("党课", "学习材料: [《章程》, 准则]", "materials", ("章程", "准则")),
        ("党课", "学习材料: 《甲《乙》丙》", "materials", ("甲《乙》丙",)),
        ("党课", "学习材料: 《准则》第一章", "materials", ("准则", "准则第一章")),
        (
            "党课",
            "学习材料: 《甲》（第一、二卷）、乙",
            "materials",
            ("甲", "甲（第一卷、第二卷）", "乙"),
        ),
        (
            "党课",
            "学习材料: 《治国理政》第一、二卷，《论语》2和3卷、党史一、二",
            "materials",
            (
                "治国理政",
                "治国理政第一卷",
                "治国理政第二卷",
                "论语",
                "论语第2卷",
                "论语第3卷",
                "党史一",
                "二",
            ),
        ),
        (
            "党课",
            "学习材料: 治国理政第一、二、三卷、党史",
            "materials",
            ("治国理政第一卷", "治国理政第二卷", "治国理政第三卷", "党史"),
        ),
        (
            "党课",
            "学习材料: 《治国理政》第一卷、 第二卷；党史",
            "materials",
            ("治国理政", "治国理政第一卷", "治国理政第二卷", "党史"),
        ),
        (
            "党课",
            "学习材料: 治国理政第一卷、第二卷、党史、第三章节选",
            "materials",
            ("治国理政第一卷", "治国理政第二卷", "党史", "第三章节选"),
        ),
        ("党课", "学习材料: 学《章程》", "materials", ("学", "章程")),
        ("党课", "学习材料: 《章程", "materials", ("章程",)),
        ("党课", "学习材料: 章程》、《准则》", "materials", ("章程", "准则")),
        ("党课", "学习材料: 《甲、乙》，丙", "materials", ("甲、乙", "丙")),
        # headings
        (
            "学习总结",
            "章节: {甲: 一, 乙: [二, 三]}",
            "sections",
            (("甲", "一"), ("乙", "二\n三")),
        ),
        ("学习总结", "章节: 甲、乙", "sections", (("甲", ""), ("乙", ""))),
        ("学习总结", "章节: [甲, 乙]", "sections", (("甲", ""), ("乙", ""))),
        # names
        ("党课", "主持人: 王敏（书记）", "host", "王敏(书记)"),
        (
            "党课",
            "责任人: 王敏，陈静; 李娜；刘洋",
            "responsible",
            "王敏、陈静、李娜、刘洋",
        ),
        (
            "党课",
            "责任人: |\n  王敏\n  陈静（甲、乙）",
            "responsible",
            "王敏、陈静(甲、乙)",
        ),
        ("党课", "责任人: [王敏、陈静, [李娜]]", "responsible", "王敏、陈静、李娜"),
        ("党课", "责任人: 全体、王敏", "responsible", "王敏、全体"),
        ("党课", "责任人: 没有", "responsible", "无"),
        ("党课", "责任人: [全体党员, 王敏]", "responsible", "王敏、全体"),
        (
            "党课",
            "责任人: {刘洋: 出差, 唐雪: 病假}",
            "responsible",
            "刘洋(出差)、唐雪(病假)",
        ),
        ("党课", "责任人: 王 敏、阿依古丽·艾山", "responsible", "王 敏、阿依古丽·艾山"),
        # paths
        ("党课", "附件: 无", "evidence", ()),
    ],
)
def test_taken(read: Read, kind: str, line: str, name: str, value: Any) -> None:
    """The value as rules and facts find it."""
    record = read(HEAD.format(kind) + line + "\n").one
    assert names(field(record, name.removeprefix("more."))) == value


@pytest.mark.parametrize(
    ("kind", "line", "name", "value", "told"),
    [
        (
            "承诺",
            "检查日期: 2016-09-30、9月",
            "checks",
            (date(2016, 9, 30),),
            [(4, 18, "F304")],
        ),
        (
            "承诺",
            "检查日期: [2016-09-30, 9月]",
            "checks",
            (date(2016, 9, 30),),
            [(4, 20, "F304")],
        ),
        ("承诺", "检查日期: {甲: 2016-09-30}", "checks", None, [(4, 7, "F206")]),
        ("党课", "结束日期: [2016-09-30]", "end", None, [(4, 7, "F206")]),
        ("党课", "计入年度: [2016]", "period", None, [(4, 7, "F206")]),
        ("党课", "改期: {原定日期: [2016]}", "moved_from", None, [(4, 12, "F206")]),
        ("党课", "改期: 2016-04-10", "moved_from", None, [(4, 5, "F206")]),
        ("党课", "时间: [14:00]", "time", None, [(4, 5, "F206")]),
        ("党课", "分钟: [45]", "minutes", None, [(4, 5, "F206")]),
        ("党课", "分钟: 约45分", "minutes", None, [(4, 5, "F309")]),
        ("党课", "分钟: 一节课", "minutes", None, [(4, 5, "F309")]),
        (
            "组织生活会",
            "查摆方面: 思想、生活",
            "aspects",
            ("thought",),
            [(4, 7, "F303")],
        ),
        ("组织生活会", "查摆方面: 生活", "aspects", None, [(4, 7, "F303")]),
        ("组织生活会", "查摆方面: {思想: 甲}", "aspects", None, [(4, 7, "F206")]),
        (
            "人工确认",
            "规则: a\n由谁: 王敏\n结论: [是]",
            "answer",
            None,
            [(6, 5, "F206")],
        ),
        ("人工确认", "规则: a\n由谁: [王敏]\n结论: 是", "by", None, [(5, 5, "F206")]),
        ("党课", "决议: {甲: 乙}", "decisions", None, [(4, 5, "F206")]),
        ("党课", "决议: [甲, [乙]]", "decisions", ("甲",), [(4, 9, "F206")]),
        (
            "党课",
            "议程:\n  - 甲: [乙]\n  - {甲: 乙, 丙: 丁}\n  - 戊",
            "agenda",
            ("戊",),
            [(5, 8, "F206"), (6, 5, "F206")],
        ),
        ("党课", "形式: {甲: 乙}", "forms", None, [(4, 5, "F206")]),
        ("党课", "形式: ⟨mobile⟩", "forms", None, [(4, 5, "F311")]),
        ("党课", "决议: ⟨mobile⟩", "decisions", None, [(4, 5, "F311")]),
        ("党课", "学习材料: 《⟨mobile⟩》", "materials", None, [(4, 8, "F311")]),
        ("党课", "学习材料: {甲: 乙}", "materials", None, [(4, 7, "F206")]),
        ("党课", "学习材料: [甲, {乙: 丙}]", "materials", ("甲",), [(4, 11, "F206")]),
        (
            "学习总结",
            "章节: {甲: 一, 乙: {丙: 丁}}",
            "sections",
            (("甲", "一"),),
            [(4, 15, "F206")],
        ),
        (
            "学习总结",
            "章节: {甲: 一, 甲: 二}",
            "sections",
            (("甲", "一"),),
            [(4, 12, "F110")],
        ),
        ("党课", "主持人: 王敏、陈静", "host", None, [(4, 6, "F414")]),
        ("党课", "主持人: 全体", "host", None, [(4, 6, "F414")]),
        ("党课", "主持人: 无", "host", None, [(4, 6, "F414")]),
        ("党课", "主持人: “王敏”", "host", None, [(4, 6, "F410")]),
        ("党课", "责任人: 王敏、“陈静”", "responsible", "王敏", [(4, 9, "F410")]),
        ("党课", "责任人: [王敏, “陈静”]", "responsible", "王敏", [(4, 11, "F410")]),
        ("党课", "责任人: [“陈静”]", "responsible", None, [(4, 7, "F410")]),
        (
            "党课",
            "责任人: {王敏: [出差], 陈静: 甲}",
            "responsible",
            "陈静(甲)",
            [(4, 7, "F410")],
        ),
        ("党课", "责任人: {“王敏”: 甲}", "responsible", None, [(4, 7, "F410")]),
        ("党课", "责任人: 应到3人、实到2人", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 王敏等3人", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 王敏等3名党员", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 王敏等同志", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 王敏等", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 2名党员", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 部分党员", "responsible", None, [(4, 6, "F406")]),
        ("党课", "责任人: 王敏（电话⟨mobile⟩）", "responsible", None, [(4, 6, "F311")]),
        (
            "党课",
            "责任人: 全体（除王敏）、陈静",
            "responsible",
            "陈静",
            [(4, 6, "F412")],
        ),
        ("党课", "责任人: 陈静、无", "responsible", "陈静", [(4, 9, "F419")]),
        ("党课", "责任人: [无, 陈静]", "responsible", "陈静", [(4, 6, "F419")]),
        ("党课", "责任人: ，、", "responsible", None, [(4, 6, "F410")]),
        ("党课", "责任人: 主持人：王敏", "responsible", None, [(4, 9, "F101")]),
        ("党课", "责任人: 王敏（甲", "responsible", None, [(4, 6, "F410")]),
        ("党课", "责任人: 王敏）、陈静", "responsible", "陈静", [(4, 6, "F410")]),
        ("承诺", "主体: “支部”", "owner", None, [(4, 5, "F410")]),
        ("党课", "附件: {甲: 乙}", "evidence", None, [(4, 5, "F206")]),
        ("党课", "附件: ⟨mobile⟩.jpg", "evidence", None, [(4, 5, "F311")]),
        ("党课", "附件: [a.jpg, [b.jpg]]", "evidence", "a.jpg", [(4, 13, "F206")]),
        ("学习总结", "文件: [a.docx]", "file", None, [(4, 5, "F206")]),
        ("积分登记", "项目: 甲\n每人分值: 王敏", "values", None, [(5, 7, "F206")]),
    ],
)
def test_left_out(
    read: Read, kind: str, line: str, name: str, value: Any, told: list[Any]
) -> None:
    """A fault at its place; the value is what could be read, and known not to be whole;
    the record stands."""
    line = line.replace("⟨mobile⟩", "138" + "0013" + "8000")
    found = read(HEAD.format(kind) + line + "\n")
    assert found.told == told
    (record,) = found.records
    got = record.more.get(name, record.people.get(name, getattr(record, name, None)))
    if name == "evidence" and got is not None:
        got = "、".join(path for path, _ in got)
    assert names(got) == value
    assert {name, "moved", "counts_for"} & record.spoiled


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("附件: a.jpg、b.jpg", [(4, 5), (4, 11)]),
        ("附件: a b.jpg， c.jpg", [(4, 5), (4, 14)]),
        ("附件: a.jpg、、b.jpg", [(4, 5), (4, 12)]),
        ("附件:\n  - a.jpg\n  - b.jpg", [(5, 5), (6, 5)]),
        ("附件: |\n  a.jpg\n  b.jpg", [(5, 3), (6, 3)]),
    ],
)
def test_paths_have_places(
    read: Read, line: str, places: list[tuple[int, int]]
) -> None:
    """Each attachment can be told of where it stands."""
    record = read(HEAD.format("党课") + line + "\n").one
    assert [(at.line, at.column) for _, at in record.more["evidence"]] == places


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("每周", When(None, "week")),
        ("monthly", When(None, "month")),
        ("每两个月", When(None, "two-months")),
        ("每季", When(None, "quarter")),
        ("每月7日", When(None, "month")),
        ("每月 10 日前", When(None, "month")),
        ("每月第二个星期四", When(None, "month")),
        ("每周五下午", When(None, "week")),
        ("每周一次", When(None, "week")),
        ("每两个月一次", When(None, "two-months")),
        ("每季度末", When(None, "quarter")),
        ("2016-06", When(month_span(2016, 6))),
        ("2016-06-24", When(Span(date(2016, 6, 24), date(2016, 6, 24), "2016-06-24"))),
        (
            "2016-06-20..2016-07-10",
            When(Span(date(2016, 6, 20), date(2016, 7, 10), "2016-06-20..2016-07-10")),
        ),
    ],
)
def test_when(read: Read, text: str, when: When) -> None:
    """When an item is due."""
    (item,) = read(
        f"类型: 学习计划\n日期: 2016-04-15\n条目: [{{时段: {text}}}]\n"
    ).one.items
    assert item.fields == {"when": when}


@pytest.mark.parametrize("text", ["每月两次", "每周二次", "每年", "每月随机", "每"])
def test_when_is_no_part_of_it(read: Read, text: str) -> None:
    """What is more often than once, or no day of a week, month or quarter."""
    found = read(f"类型: 学习计划\n日期: 2016-04-15\n条目: [{{时段: {text}}}]\n")
    assert [code for _, _, code in found.told] == ["F307"]


def test_when_is_a_list(read: Read) -> None:
    """One period, not several."""
    found = read("类型: 学习计划\n日期: 2016-04-15\n条目: [{时段: [每周]}]\n")
    assert found.told == [(3, 11, "F206")]
    (item,) = found.records[0].items
    assert item.spoiled == {"when"}


@pytest.mark.parametrize(
    ("ref", "parts"),
    [
        ("2016-12-05 支委会", (date(2016, 12, 5), None, "committee-meeting", "")),
        (
            "2016年12月5日（星期一） 支委会",
            (date(2016, 12, 5), None, "committee-meeting", ""),
        ),
        ("2016 学习计划", (None, "2016", "study-plan", "")),
        (
            "2016-Q3 季度 学习 安排 甲 乙",
            (None, "2016-Q3", "quarterly-arrangement", "甲 乙"),
        ),
        (
            "2016-04-13 党小组会 第二党小组",
            (date(2016, 4, 13), None, "group-meeting", "第二党小组"),
        ),
        ("2016-04-13 会", (date(2016, 4, 13), None, "", "会")),
        ("2016-12-05支委会", (date(2016, 12, 5), None, "committee-meeting", "")),
        (
            "2016年12月5日支委会 甲",
            (date(2016, 12, 5), None, "committee-meeting", "甲"),
        ),
        ("2016年度学习计划", (None, "2016", "study-plan", "")),
        ("2016-01甲", (None, "2016-01", "", "甲")),
        ("A-1", (None, None, "", "A-1")),
        ("无此编号 甲", (None, None, "", "无此编号 甲")),
    ],
)
def test_references(read: Read, ref: str, parts: Any) -> None:
    """A day or period, a kind, and what tells two apart; or an id."""
    for text in (ref, f"[{ref}]"):
        (found,) = read(HEAD.format("党课") + f"依据: {text}\n").one.based_on
        period = found.period.label if found.period else None
        assert (found.date, period, found.kind, found.rest) == parts
        assert found.text == ref


def test_references_in_a_line(read: Read) -> None:
    """Each has its place."""
    refs = read(HEAD.format("党课") + "依据: 2016-12-05 支委会、 A-1\n").one.based_on
    assert [(ref.text, ref.origin.column) for ref in refs] == [
        ("2016-12-05 支委会", 5),
        ("A-1", 21),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("依据: {甲: 乙}", (4, 5, "F206")),
        ("依据: [[甲]]", None),
        ("依据: ⟨mobile⟩", (4, 5, "F311")),
    ],
)
def test_references_that_are_none(read: Read, line: str, told: Any) -> None:
    """Another shape, a number that should not be there."""
    line = line.replace("⟨mobile⟩", "138" + "0013" + "8000")
    assert read(HEAD.format("党课") + line + "\n").told == ([told] if told else [])


def test_a_reason_with_a_comma_in_a_list(read: Read) -> None:
    """It parts no name from its reason."""
    got = read(
        HEAD.format("党课") + "出席情况: {请假: [刘洋（出差, 周五回）, 李娜（病假）]}\n"
    )
    assert got.told == []
    attendance = got.records[0].attendance
    assert attendance
    assert attendance.excused
    found = [(one.text, one.reason) for one in attendance.excused.people]
    assert found == [("刘洋", "出差, 周五回"), ("李娜", "病假")]


# --- attendance, steps, speakers, filings --------------------------------------------


def test_attendance_in_full(read: Read) -> None:
    """Five words."""
    text = "类型: 党课\n日期: 2016-04-15\n出席情况: {出席: 全体, 请假: 刘洋（出差）, 缺席: 无, 列席: 甲, 应到: 8, 实到: 7}\n"
    there = read(text).one.attendance
    assert isinstance(there, Attendance)
    assert [names(one) for one in (there.present, there.excused, there.absent)] == [
        "全体",
        "刘洋(出差)",
        "无",
    ]
    assert (there.guests, there.expected, there.count, there.partly) == (
        "甲",
        8,
        7,
        False,
    )
    assert (there.origin.line, there.origin.column) == (3, 7)


@pytest.mark.parametrize(
    ("there", "told", "partly"),
    [
        ("{应到: 8}", [(3, 7, "F205")], None),
        ("{应到: 八, 缺席: 3人}", [(3, 12, "F309"), (3, 19, "F406")], None),
        ("{出席: 全体, 应到: 八}", [(3, 20, "F309")], False),
        ("{出席: 全体, 缺席: 李娜}", [], False),
        ("{出席: 全体, 缺席: 3人}", [(3, 20, "F406")], True),
        ("{出席: 全体, 应到人: 8}", [(3, 16, "F201")], True),
        ("{出席: 全体, 请个假: 刘洋}", [(3, 16, "F201")], True),
        ("{出席: 全体, 甲乙丙: 刘洋}", [(3, 16, "F201")], True),
        ("{出席: 全体, 请假: 全体}", [(3, 20, "F419")], True),
        ("{出席: 王敏, 缺席: 唐雪（病假）}", [(3, 20, "F416")], False),
        ("全体（刘洋除外）", [(3, 7, "F412")], None),
        ("{出席：全体，缺席: 刘洋}", [(3, 10, "F109")], None),
        ("王敏、李娜", [], False),
        ("[王敏, 李娜]", [], False),
        ("王敏、李娜（出差）", [(3, 7, "F415")], None),
    ],
)
def test_attendance_in_part(
    read: Read, there: str, told: list[Any], partly: bool | None
) -> None:
    """What is left of it, and whether it is known who was away."""
    found = read(f"类型: 党课\n日期: 2016-04-15\n出席情况: {there}\n")
    assert found.told == told
    attendance = found.records[0].attendance
    assert (attendance and attendance.partly) == partly


@pytest.mark.parametrize(
    ("steps", "found", "told"),
    [
        ("通报、评议", ["通报", "评议"], []),
        ("[通报, {名称: 评议, 日期: 2016-04-14}]", ["通报", "评议 2016-04-14"], []),
        ("无", [], []),
        # A comma in brackets parts nothing
        ("通报（甲，乙）、评议（丙；丁）", ["通报（甲，乙）", "评议（丙；丁）"], []),
        ("[通报（甲,  乙, 丙）, 评议]", ["通报（甲,  乙, 丙）", "评议"], []),
        ("[通报(甲, 乙), '评(', 议]", ["通报(甲, 乙)", "评(", "议"], []),
        ("[通报（甲,\n  乙）]", ["通报（甲", "乙）"], []),
        ("通报（甲，评议", ["通报（甲", "评议"], []),
        ("[{名称: 通报, 备注: 因故取消}]", ["通报：因故取消"], []),
        ("[{名称: 通报, 备注: 书面}]", ["通报"], []),
        ("{名称: 评议}", [], [(4, 5, "F206")]),
        ("[{日期: 2016-04-14}]", [], [(4, 6, "F205")]),
        ("[{名称: 评议, 日期: 4月}]", [], [(4, 19, "F304")]),
        ("[{名称: 评议, 人: 甲}, 通报]", ["评议", "通报"], [(4, 15, "F201")]),
        ("[[通报], 评议]", ["评议"], [(4, 6, "F206")]),
        ("⟨mobile⟩", [], [(4, 5, "F311")]),
    ],
)
def test_steps(read: Read, steps: str, found: list[str], told: list[Any]) -> None:
    """In order; one whose day cannot be read is left out."""
    steps = steps.replace("⟨mobile⟩", "138" + "0013" + "8000")
    got = read(HEAD.format("组织生活会") + f"环节: {steps}\n")
    assert got.told == told
    assert [
        one.name + (f" {one.date}" if one.date else "") for one in got.records[0].steps
    ] == found


@pytest.mark.parametrize(
    ("speakers", "found", "told"),
    [
        (
            "{主讲: 王敏, 交流发言: 陈静、李娜}",
            "lecturer 王敏, speaker 陈静, speaker 李娜",
            [],
        ),
        ("[{姓名: 王敏, 角色: 主讲, 分钟: 25}]", "lecturer 王敏 25", []),
        ("{姓名: 王敏, 角色: 主讲}", "lecturer 王敏", []),
        ("{主讲: 王敏, 主持: 陈静}", "lecturer 王敏", [(4, 14, "F201")]),
        ("{主讲: 全体}", "", [(4, 10, "F419")]),
        ("{主讲: 王敏、3人}", "lecturer 王敏", [(4, 13, "F406")]),
        ("{主讲: {姓名: 王敏, 来自: 党校, 分钟: 25}}", "lecturer 王敏 25", []),
        (
            "{交流发言: [{姓名: 王敏}, {姓名: 陈静, 来自: 党校}], 主讲: 李娜}",
            "lecturer 李娜, speaker 王敏, speaker 陈静",
            [],
        ),
        ("{主讲: {出差: 王敏}}", "lecturer 出差", []),
        ("王敏", "", [(4, 5, "F206")]),
        ("主讲：王敏", "", [(4, 7, "F101")]),
        ("[王敏]", "", [(4, 6, "F206")]),
        ("[{姓名: 王敏}]", "", [(4, 6, "F205")]),
        ("[{姓名: 王敏, 角色: 主持}]", "", [(4, 19, "F303")]),
        ("[{角色: 主讲}, {姓名: 王敏, 角色: 主讲}]", "lecturer 王敏", [(4, 6, "F205")]),
    ],
)
def test_speakers(read: Read, speakers: str, found: str, told: list[Any]) -> None:
    """By role, or each with his own; who could not be read is known to be missing."""
    got = read(HEAD.format("党课") + f"发言: {speakers}\n")
    assert got.told == told
    (record,) = got.records
    shown = [
        f"{s.role} {s.name.text}" + (f" {s.minutes}" if s.minutes else "")
        for s in record.speakers
    ]
    assert ", ".join(shown) == found
    assert ("speakers" in record.spoiled) is bool(told)


@pytest.mark.parametrize(
    ("filings", "found", "told"),
    [
        ("{机关党委: 2016-04-20, 市委: 2016-04-21}", "机关党委 20, 市委 21", []),
        ("{报送单位: 机关党委, 报送日期: 2016-04-20}", "机关党委 20", []),
        ("[{报送单位: 机关党委, 日期: 2016-04-20}]", "机关党委 20", []),
        ("无", "", []),
        ("机关党委", "机关党委 ?", [(4, 5, "F206")]),
        ("未报送", "", [(4, 5, "F206")]),
        ("2016-04-20", "", [(4, 5, "F206")]),
        ("{机关党委: 4月, 市委: 2016-04-21}", "机关党委 ?, 市委 21", [(4, 12, "F304")]),
        ("{机关党委: 未报, 市委: 2016-04-21}", "市委 21", [(4, 12, "F304")]),
        ("{机关党委: , 市委: 2016-04-21}", "市委 21", [(4, 6, "F117")]),
        ("[{报送单位: 机关党委}]", "", [(4, 6, "F205")]),
        ("[{报送单位: 机关党委, 日期: 4月}]", "机关党委 ?", [(4, 23, "F304")]),
    ],
)
def test_filings(read: Read, filings: str, found: str, told: list[Any]) -> None:
    """To whom and when; a day that cannot be read is one, 未报 is none."""
    got = read(HEAD.format("党课") + f"报送: {filings}\n")
    assert got.told == told
    (record,) = got.records
    shown = [f"{one.to} {one.date.day if one.date else '?'}" for one in record.filings]
    assert ", ".join(shown) == found
    assert ("filings" in record.spoiled) is bool(told)


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("机关党委", "{机关党委: YYYY-MM-DD}"),
        ("已报局机关党委 2016-04-20", "{局机关党委: YYYY-MM-DD}"),
        ("2016-04-20", ""),
    ],
)
def test_a_filing_in_one_line(read: Read, said: str, shown: str) -> None:
    """It is told how to write it, with whom it names."""
    (fault,) = read(HEAD.format("党课") + f"报送: {said}\n").faults
    assert dict(fault.values)["shown"] == shown


@pytest.mark.parametrize(
    ("kind", "key", "value", "found", "told"),
    [
        (
            "评议等次",
            "等次",
            "{优秀: 王敏, 合格: 李娜、陈静}",
            "excellent 王敏, qualified 李娜、陈静",
            [],
        ),
        (
            "评议等次",
            "等次",
            "{良好: 王敏, 合格: 李娜}",
            "qualified 李娜",
            [(4, 6, "F303")],
        ),
        (
            "评议等次",
            "等次",
            "{优秀: 3人, 合格: 李娜}",
            "qualified 李娜",
            [(4, 10, "F406")],
        ),
        ("评议等次", "等次", "王敏", "", [(4, 5, "F206")]),
        ("党课", "身份", "{普通党员: 王敏, 群众: 无}", "普通党员 王敏, 群众 无", []),
    ],
)
def test_names_by_value(
    read: Read, kind: str, key: str, value: str, found: str, told: list[Any]
) -> None:
    """Each of a few values with its names."""
    got = read(HEAD.format(kind) + f"{key}: {value}\n")
    assert got.told == told
    (record,) = got.records
    pairs = record.grades or record.more.get("capacity", ())
    assert ", ".join(f"{word} {names(people)}" for word, people in pairs) == found


@pytest.mark.parametrize(
    ("values", "found", "told"),
    [
        ("{王敏: 96, 李娜、陈静: 5}", {"王敏": "96", "李娜": "5", "陈静": "5"}, []),
        ("{王敏: 96, 全体: 5}", {"王敏": "96"}, [(5, 16, "F419")]),
        ("{王敏: [96], 李娜: 5}", {"李娜": "5"}, [(5, 12, "F206")]),
        ("{3人: 96, 李娜: 5}", {"李娜": "5"}, [(5, 8, "F406")]),
        ("{王敏: , 李娜: 5}", {"李娜": "5"}, [(5, 8, "F117")]),
    ],
)
def test_values_by_name(read: Read, values: str, found: Any, told: list[Any]) -> None:
    """Each with his own value."""
    got = read(HEAD.format("积分登记") + f"项目: 甲\n每人分值: {values}\n")
    assert got.told == told
    (record,) = got.records
    assert {name.text: value for name, value in record.more["values"]} == found


@pytest.mark.parametrize(
    ("items", "count", "told"),
    [
        ("无", 0, []),
        ("{内容: 甲}", 1, []),
        ("[{内容: 甲}, {内容: 乙}]", 2, []),
        ("甲", 0, [(3, 5, "F206")]),
        ("[甲, {内容: 乙}]", 1, [(3, 6, "F206")]),
        ("[{内容: 甲}, '']", 1, [(3, 15, "F117")]),
        ("[{内容：甲, 专题: 乙}]", 1, [(3, 9, "F109")]),
    ],
)
def test_items(read: Read, items: str, count: int, told: list[Any]) -> None:
    """Those that can be read."""
    got = read(f"类型: 学习计划\n日期: 2016-04-15\n条目: {items}\n")
    assert got.told == told
    (record,) = got.records
    assert len(record.items) == count
    if told:
        assert "items" in record.spoiled or record.items[0].spoiled == {"*"}


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("待核", False),
        ("尚未核实", False),
        ("[待定, ——]", False),
        ("无", True),
        ("暂无", True),
        ("胡斌", True),
        ("胡斌、待核", True),
    ],
)
def test_a_list_of_whom_nobody_has_looked_for(
    read: Read, said: str, left: bool
) -> None:
    """It is told and left out; 无 is an answer, and a name one, whatever else."""
    made = read(HEAD.format("组织关系排查") + f"名单: {{口袋: 无, 失联: {said}}}\n")
    words = ["口袋", "失联"] if left else ["口袋"]
    assert [word for word, _ in made.records[0].more["lists"]] == words
    assert [code for *_, code in made.told] == ([] if left else ["F426"])


def test_a_key_that_is_none_of_a_few(read: Read) -> None:
    """The few that may stand there go with it; those of a record would be too many."""
    (fault,) = read(HEAD.format("党课") + "发言: {领学: 王敏}\n").faults
    assert dict(fault.values)["here"] == "主讲、主题发言、交流发言"
    (fault,) = read(HEAD.format("党课") + "甲乙丙丁: 王敏\n").faults
    assert not dict(fault.values)["here"]
