"""Documents to records: heads and rows, nested documents, what each kind must have."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lxyz.files.origin import Origin
from lxyz.records import record as module

Read = Callable[..., Any]


def test_one_record(read: Read) -> None:
    """Kinds, family, the place of each field."""
    record = read(
        "类型: 党课、党员大会\n日期: 2016-04-15\n编号: 007\n党小组: 甲\n状态: 已开展\n原因: 乙\n"
    ).one
    assert record.kinds == ("party-lecture", "all-member-meeting")
    assert (record.family, record.date, record.id) == (
        "activity",
        date(2016, 4, 15),
        "007",
    )
    assert (record.group, record.status, record.reason) == ("甲", "held", "乙")
    assert record.place("date") == Origin("x.yaml", 2, 1)
    assert record.place("time") == record.origin == Origin("x.yaml", 1, 1)
    assert record.table == 0


def test_both_languages(read: Read) -> None:
    """Key by key."""
    text = (
        "kind: party-lecture\n日期: 2016-04-15\nattendance: {出席: all}\n主持人: 王敏\n"
    )
    assert read(text).one.attendance.present.everyone


def test_nothing(read: Read) -> None:
    """A text that is no mapping or list holds no record."""
    assert read("党课\n").records == []


def test_list(read: Read) -> None:
    """Records, and what is none among them."""
    found = read(
        "- {类型: 党课, 日期: 2016-04-15, 状态: 已开展}\n- 党课\n- [党课]\n- 类型：党课\n"
    )
    assert len(found.records) == 1
    assert found.told == [(2, 3, "F120"), (3, 3, "F120"), (4, 5, "F101")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- 类型: 党课\n- 日期: 2016-04-15\n", [(2, 3, "F128")]),
        ("- kind: party-lecture\n- 主题: 甲\n- 日期: 2016-04-15\n", [(2, 3, "F128")]),
        # rather two records of one key each
        ("- 日期: 2016-04-15\n- 日期: 2016-04-22\n", [(1, 3, "F205"), (2, 3, "F205")]),
        ("- 类型: 党课\n- 类型: 党课\n", [(1, 3, "F205"), (2, 3, "F205")]),
        ("- 类型: 党课\n", [(1, 3, "F205")]),
        ("- {类型: 党课}\n- {日期: 2016-04-15}\n", [(1, 3, "F205"), (2, 3, "F205")]),
        ("- 日期: 2016-04-15\n- 主题: 甲\n", [(1, 3, "F205"), (2, 3, "F205")]),
        ("- 类型: 党课\n- 甲\n", [(1, 3, "F205"), (2, 3, "F120")]),
    ],
)
def test_a_dash_before_each_line(read: Read, text: str, told: list[Any]) -> None:
    """One record cut up is told of once."""
    assert read(text).told == told


# --- heads and rows ------------------------------------------------------------------


def test_rows_take_from_the_head(read: Read) -> None:
    """What a row does not say itself; its own kinds, its own people."""
    records = read("""类型: 积分登记
项目: 甲
分值: 5
明细:
  - {日期: 2016-04-15, 党员: 王敏}
  - {日期: 2016-04-16, 党员: 李娜, 分值: 8}
  - {日期: 2016-04-17, 类型: 表彰, 党员: 陈静}
""").records
    assert [one.kinds[0] for one in records] == ["points-register"] * 2 + [
        "commendation"
    ]
    assert [one.more["value"] for one in records] == ["5", "8", "5"]
    assert [one.table for one in records] == [1, 1, 1]
    assert [one.origin.line for one in records] == [5, 6, 7]


def test_a_faulty_field_of_a_row_is_not_the_heads(read: Read) -> None:
    """What a row says wrongly is unknown, not what the head says."""
    text = "类型: 党课\n分钟: 45\n明细:\n  - {日期: 2016-04-15, 分钟: 一节, 状态: 已开展}\n"
    (record,) = read(text).records
    assert "minutes" not in record.more
    assert "minutes" in record.spoiled


def test_a_right_field_of_a_row_mends_the_heads(read: Read) -> None:
    """What the head says wrongly, a row may say rightly."""
    text = "类型: 党课\n分钟: 一节\n明细:\n  - {日期: 2016-04-15, 分钟: 45, 状态: 已开展}\n"
    (record,) = read(text).records
    assert record.more["minutes"] == 45
    assert "minutes" not in record.spoiled


@pytest.mark.parametrize(
    "key", ["出席情况: 全体", "状态: 已开展", "日期: 2016-04-15", "附件: a.jpg"]
)
def test_what_no_head_may_say(read: Read, key: str) -> None:
    """F502 once; what was to be proved by it is told of no second time."""
    text = f"类型: 党课\n{key}\n明细:\n  - {{主题: 甲}}\n  - {{日期: 2016-04-22}}\n"
    found = read(text)
    codes = [code for *_, code in found.told]
    assert codes == ["F502"] + ["F205"] * (not key.startswith("日期"))
    assert [one.date for one in found.records] == [date(2016, 4, 22)]


@pytest.mark.parametrize(
    ("rows", "count", "told"),
    [
        ("{日期: 2016-04-15}", 1, []),
        ("[{日期: 2016-04-15}, {日期: 2016-04-16}]", 2, []),
        ("甲", 0, [(2, 5, "F206")]),
        ("日期：2016-04-15", 0, [(2, 7, "F101")]),
        ("[甲, {日期: 2016-04-16}]", 1, [(2, 6, "F206")]),
        (
            "[{类型: 甲课, 日期: 4月1日}, {日期: 2016-04-16}]",
            1,
            [(2, 11, "F301"), (2, 19, "F304")],
        ),
        ("[{日期: 2016-04-15, 明细: [{日期: 2016-04-16}]}]", 1, [(2, 23, "F503")]),
        ("''", 0, [(2, 1, "F117")]),
        ("[{主题: 甲, 日期: }]", 0, [(2, 14, "F117")]),
    ],
)
def test_rows(read: Read, rows: str, count: int, told: list[Any]) -> None:
    """Those that can be read."""
    found = read(f"类型: 党课\n明细: {rows}\n")
    assert found.told == told
    assert len(found.records) == count


# --- of unknown kind or day ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # all that is wrong with it is told in one run
        (
            "类型: 甲课\n日期: 4月15日\n主持认: 王敏\n",
            [(1, 5, "F301"), (2, 5, "F304"), (3, 1, "F201")],
        ),
        ("日期: 4月15日\n主持人: 王敏\n", [(1, 1, "F205"), (1, 5, "F304")]),
        ("类型:\n日期: 4月15日\n", [(1, 1, "F117"), (2, 5, "F304")]),
        ("主题类: 甲\n", [(1, 1, "F201")]),
        (
            "类型: [甲课, [党课], 党课]\n日期: 2016-04-15\n",
            [(1, 6, "F301"), (1, 10, "F206")],
        ),
        ("类型: {党课: 甲}\n日期: 2016-04-15\n", [(1, 5, "F206")]),
        ("类型: [党课, '']\n日期: 2016-04-15\n", [(1, 10, "F117")]),
        ("类型: 、\n日期: 2016-04-15\n", []),
        # what has another meaning in each kind is not judged without one
        ("类型: 甲课\n日期: 2016-04-15\nfrom: 甲\n", [(1, 5, "F301")]),
        # two records in one
        (
            "类型: 党课\n日期: 2016-04-15\nkind: party-lecture\ndate: 2016-04-22\n",
            [(3, 1, "F125")],
        ),
        ("类型: 党课\n种类: 党课\n", [(2, 1, "F125")]),
        ("类型: 党课\n类型: 党课\n日期: 2016-04-15\n", [(2, 1, "F125")]),
        ("类型:\nkind: party-lecture\n日期: 2016-04-15\n", [(1, 1, "F117")]),
        # rows and documents of it
        (
            "类型: 甲课\n明细: [{日期: 4月15日}, 甲]\n",
            [(1, 5, "F301"), (2, 11, "F304")],
        ),
        ("类型: 甲课\n明细: 甲\n文书: 甲\n日期: 2016-04-15\n", [(1, 5, "F301")]),
    ],
)
def test_no_record(read: Read, text: str, told: list[Any]) -> None:
    """It gives no record, but all its mistakes."""
    found = read(text)
    assert found.records == []
    assert found.told == told or text.startswith("类型: 、")


def test_its_names_are_handed_on(read: Read) -> None:
    """For the roster to be asked for them."""
    found = read("类型: 甲课\n日期: 2016-04-15\n主持人: 王敏\n")
    (record,) = found.others
    assert (record.kinds, record.family) == ((), "")
    assert record.people["host"].people[0].text == "王敏"


def test_no_more_names_than_records(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flood of records that are good for nothing is cut."""
    monkeypatch.setattr(module, "MOST_RECORDS", 2)
    assert len(read("- {日期: 2016-04-15, 主题: 甲}\n" * 9).others) == 4


@pytest.mark.parametrize(("count", "told"), [(2, []), (3, ["F012"])])
def test_so_many_records(
    read: Read, monkeypatch: pytest.MonkeyPatch, count: int, told: list[str]
) -> None:
    """The first are read; that there are more is told."""
    monkeypatch.setattr(module, "MOST_RECORDS", 2)
    found = read("- {类型: 党课, 日期: 2016-04-15, 状态: 已开展}\n" * count)
    assert len(found.records) == 2
    assert [code for *_, code in found.told] == told


# --- what each kind must have --------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("类型: 谈心谈话", "谈话人 谈话对象"),
        ("类型: 交纳党费\n党员: 王敏", "月份"),
        ("类型: 人工确认\n结论: 是", "规则 由谁"),
        ("类型: 豁免", "规则 原因 审定人"),
        ("类型: 报送件", "报送内容"),
        ("类型: 党小组会\n状态: 已开展", "党小组"),
        ("类型: 党课\n状态: 取消", "原因"),
        ("类型: 评议等次", "等次"),
        ("类型: 表彰、困难帮扶", "党员"),
    ],
)
def test_what_is_missing(read: Read, text: str, missing: str) -> None:
    """Each missing field by its name, once; the record stands."""
    found = read(text + "\n日期: 2016-04-15\n")
    assert [dict(fault.values)["key"] for fault in found.faults] == missing.split()
    assert {fault.code for fault in found.faults} == {"F205"}
    assert len(found.records) == 1


@pytest.mark.parametrize(
    ("end", "told", "kept"),
    [
        ("2016-04-15", [], True),
        ("2016-04-16", [], True),
        ("2016-04-14", [(3, 1, "F511")], False),
        ("2021-04-19", [], True),
        ("2021-04-20", [(3, 1, "F515")], False),
    ],
)
def test_end(read: Read, end: str, told: list[Any], *, kept: bool) -> None:
    """The last day is not before the first, nor more than 5 × 366 days after it."""
    found = read(f"类型: 征求意见\n日期: 2016-04-15\n结束日期: {end}\n状态: 已开展\n")
    assert found.told == told
    (record,) = found.records
    assert (record.end is not None) is kept
    assert ("end" in record.spoiled) is not kept


@pytest.mark.parametrize(
    ("documents", "count", "told"),
    [
        ("无", 0, []),
        ("{类型: 学习总结, 日期: 2016-04-16}", 1, []),
        (
            "[{类型: 学习总结, 日期: 2016-04-16}, {类型: 学习感言, 日期: 2016-04-16}]",
            2,
            [],
        ),
        ("甲", 0, [(4, 5, "F206")]),
        ("[甲, [乙]]", 0, [(4, 6, "F206"), (4, 9, "F206")]),
        ("[{类型: 学习总结}]", 0, [(4, 6, "F205")]),
        ("[{类型: 甲, 日期: 2016-04-16}]", 0, [(4, 11, "F301")]),
    ],
)
def test_documents_inside(
    read: Read, documents: str, count: int, told: list[Any]
) -> None:
    """Records of their own, in the one they belong to."""
    found = read(f"类型: 党课\n日期: 2016-04-15\n状态: 已开展\n文书: {documents}\n")
    assert found.told == told
    (record,) = found.records
    assert len(record.documents) == count


# --- keys ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "told", "values"),
    [
        ("主持认: 王敏", (4, 1, "F201"), {"key": "主持认", "like": "主持"}),
        (
            "counts-for: 2016",
            (4, 1, "F201"),
            {"key": "counts-for", "like": "counts_for"},
        ),
        ("地　点: 礼堂", (4, 1, "F201"), {"key": "地　点", "like": "地点"}),
        # 日期 is written above: that is not what is meant.
        ("日　期: 2016", (4, 1, "F201"), {"key": "日　期", "like": ""}),
        ("甲乙丙丁: 甲", (4, 1, "F201"), {"key": "甲乙丙丁", "like": ""}),
        (
            "参会人员: 王敏",
            (4, 1, "F202"),
            {
                "key": "参会人员",
                "where": "写在“出席情况”下的“出席”，如 出席情况: {出席: 王敏、陈静}",
            },
        ),
        ("谈话对象: 王敏", (4, 1, "F204"), {"key": "谈话对象", "belongs": "谈心谈话"}),
        ("on: 2016-04-15", (4, 1, "F203"), {"key": "on", "name": "日期", "first": "2"}),
        ("－主题: 甲", (4, 1, "F105"), {"fixed": "- 主题"}),
        ("'主题：甲': 乙", (4, 4, "F101"), {"fixed": "主题: 甲"}),
    ],
)
def test_keys_that_are_none(read: Read, line: str, told: Any, values: Any) -> None:
    """The place, and what was perhaps meant."""
    found = read(f"类型: 党课\n日期: 2016-04-15\n状态: 已开展\n{line}\n")
    assert found.told == [told]
    assert dict(found.faults[0].values).items() >= values.items()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "type: party-lecture\ndate: 2016-04-15\nattendance: all\nchair: 王敏\nvenue: 一楼\n",
            [],
        ),
        (
            "类型: 党课\n日期: 2016-04-15\nnotes: 无\norganiser: 机关党委\nattachments: 甲.pdf\n",
            [],
        ),
        # the key that was meant is not missed besides
        (
            "kind: party-lecture\ndate: 2016-04-15\npresent: all\n",
            [(3, 1, "F202")],
        ),
        ("类型: 党课\n会议时间: 2016-04-15\n状态: 已开展\n", [(2, 1, "F202")]),
        ("类型: 党课\n日棋: 2016-04-15\n状态: 已开展\n", [(2, 1, "F201")]),
        ("类型: 党课\n时间: 2016年4月15日\n状态: 已开展\n", [(2, 5, "F308")]),
        ("类型: 党课\n时间: 2016-04-15 14:00\n状态: 已开展\n", [(2, 5, "F308")]),
        ("类型: 党课\n时间: 甲\n状态: 已开展\n", [(1, 1, "F205"), (2, 5, "F308")]),
        (
            "类型: 党课\n日期: 2016-04-15\n出席情况:\n出席: 全体\n请假: 刘洋（出差）\n",
            [(3, 1, "F117")],
        ),
        (
            "类型: 党课\n日期: 2016-04-15\n状态: 已开展\n发言:\n主讲: 王敏\n",
            [(4, 1, "F117")],
        ),
        (
            "类型: 党课\n日期: 2016-04-15\n状态: 已开展\n改期:\n出席: 王敏\n",
            [(4, 1, "F117"), (5, 1, "F202")],
        ),
    ],
)
def test_one_mistake_one_fault(read: Read, text: str, told: list[Any]) -> None:
    """What follows from a mistake is not told of."""
    assert read(text).told == told


def test_the_hundredth_suggestion(read: Read) -> None:
    """Suggestions cost time: a file has fifty of them."""
    found = read("".join(f"主持认{n}: 王敏\n" for n in range(60)))
    likes = [
        dict(fault.values)["like"] for fault in found.faults if fault.code == "F201"
    ]
    assert len(likes) == 60
    assert sum(map(bool, likes)) == 50


@pytest.mark.parametrize(
    ("file", "day", "shown"),
    [
        ("2015/x.yaml", "4月15日", "2015-04-15"),
        ("活动-2015.yaml", "4.15", "2015-04-15"),
        ("x.yaml", "4月15日", "YYYY-04-15"),
        ("20150101.yaml", "4月15日", "YYYY-04-15"),
        ("2015/x.yaml", "14-4-15", "2014-04-15"),
    ],
)
def test_the_year_of_the_folder(read: Read, file: str, day: str, shown: str) -> None:
    """A day without its year is shown with that of its file's name."""
    found = read(f"类型: 党课\n日期: {day}\n状态: 已开展\n", file)
    assert found.values("F304")["shown"] == shown


@pytest.mark.parametrize(
    ("file", "month", "shown"),
    [
        ("2015/x.yaml", "3月", "2015-03"),
        ("2015/x.yaml", "一季度", "2015-Q1"),
        ("x.yaml", "上半年", "YYYY-H1"),
        ("2015/x.yaml", "去年", "2016、2016-06、2016-Q3"),
    ],
)
def test_the_year_of_a_period(read: Read, file: str, month: str, shown: str) -> None:
    """A period without its year is shown with that of its file's name, too."""
    found = read(f"类型: 学习计划\n日期: 2015-04-15\n期间: {month}\n", file)
    assert found.values("F307")["shown"] == shown


@pytest.mark.parametrize(
    ("kind", "code", "shown"),
    [
        ("“党课”", "F301", {"like": "党课"}),
        ("党课和党员大会", "F301", {"like": "党课、党员大会"}),
        ("党课 党员大会", "F301", {"like": "党课、党员大会"}),
        ("党课和甲", "F301", {"like": "党课"}),
        ("甲乙丙", "F301", {"like": ""}),
        ("“”", "F301", {"like": ""}),
        ("学习", "F302", {"asked": "写 集体学习、专题学习讨论 或 个人自学"}),
    ],
)
def test_kinds_that_are_none(read: Read, kind: str, code: str, shown: Any) -> None:
    """What was perhaps meant."""
    assert (
        read(f"类型: {kind}\n日期: 2016-04-15\n").values(code).items() >= shown.items()
    )


def test_long_lines_of_names(read: Read) -> None:
    """Not kept for another time, but read all the same."""
    line = "、".join(f"王{chr(0x4E00 + number)}" for number in range(200))
    record = read(f"类型: 党课\n日期: 2016-04-15\n状态: 已开展\n责任人: {line}\n").one
    assert len(record.people["responsible"].people) == 200


def test_places_kept_free(read: Read) -> None:
    """Are as if they had not been written, and 无 likewise; the rest stays."""
    (record,) = read(
        "类型: 党课\n日期: 2016-04-15\n出席情况: 全体\n题目: 待定\n地点: 无\n备注: /\n"
        "议程: [——, 学党章, 无]\n学习材料: 《略》\n环节: [待定, 领学]\n契机: 七一\n"
        "报送: {待定: 2016-04-16, 无: 2016-04-16, 机关党委: 2016-04-17}\n"
    ).records
    assert record.more == {"agenda": ("学党章",), "materials": (), "occasion": "七一"}
    assert [step.name for step in record.steps] == ["领学"]
    assert [filing.to for filing in record.filings] == ["机关党委"]


@pytest.mark.parametrize("blank", ["无", "待定", "——"])
def test_a_place_kept_free_in_a_row(read: Read, blank: str) -> None:
    """Does not stand for what the head says."""
    found = read(
        "类型: 集体学习\n题目: 甲\n明细:\n"
        f"  - {{日期: 2016-04-15, 出席情况: 全体, 题目: {blank}}}\n"
        "  - {日期: 2016-04-16, 出席情况: 全体}\n"
    )
    assert [one.more.get("title") for one in found.records] == [None, "甲"]


@pytest.mark.parametrize("blank", ["无", "待定", "~", "null"])
def test_a_confirmation_of_nobody(read: Read, blank: str) -> None:
    """Lacks whose it is."""
    text = "类型: 人工确认\n日期: 2016-12-30\n规则: a/b\n结论: 是\n由谁: "
    found = read(text + blank)
    assert (5, 1, "F205") in found.told
    assert "by" not in found.records[0].more


@pytest.mark.parametrize("name", ["——", "待定"])
def test_a_group_that_is_not_named(read: Read, name: str) -> None:
    """Is no group, and the record not one of the branch: who looks it up tells of it."""
    text = f"类型: 党小组会\n日期: 2016-04-15\n出席情况: 全体\n党小组: {name}\n"
    assert read(text).one.group == name
