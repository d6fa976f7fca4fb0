"""Links: found, found nothing with the nearest, ambiguous, told apart."""

from __future__ import annotations

from datetime import date

import pytest

from .conftest import Make

RECORDS = """
- {类型: 支委会, 日期: 2016-12-05, 出席情况: 全体, 编号: zw-1}
- {类型: 党小组会, 党小组: 第一党小组, 日期: 2016-12-06, 出席情况: 全体}
- {类型: 党小组会, 党小组: 第二党小组, 日期: 2016-12-06, 出席情况: 全体}
- {类型: 集体学习, 日期: 2016-12-07, 时间: 9:00-10:00, 出席情况: 全体}
- {类型: 集体学习, 日期: 2016-12-07, 时间: 14:00-15:00, 出席情况: 全体}
- {类型: 学习计划, 期间: 2016, 日期: 2016-03-01, 题目: 甲}
- {类型: 学习计划, 期间: 2016, 日期: 2016-03-02, 题目: 乙}
- {类型: 征求意见, 日期: 2016-11-08, 结束日期: 2016-11-18, 状态: 已开展}
- {类型: 党课, 日期: 2016-10-07, 出席情况: 全体}
- {类型: 学习总结, 日期: 2016-12-20, 依据: REF}
"""


@pytest.mark.parametrize(
    ("ref", "found"),
    [
        ("2016-12-05 支委会", ["committee-meeting@2016-12-05"]),
        ("2016年12月5日 committee-meeting", ["committee-meeting@2016-12-05"]),
        ("zw-1", ["committee-meeting@2016-12-05"]),
        ("2016-12-06 党小组会 第二党小组", ["group-meeting@2016-12-06#2"]),
        ("2016-12-06 党小组会 第一党小组", ["group-meeting@2016-12-06"]),
        ("2016-12-07 集体学习 9:00-10:00", ["collective-study@2016-12-07"]),
        ("2016-12-07 集体学习 14:00-15:00", ["collective-study@2016-12-07#2"]),
        ("2016 学习计划 乙", ["study-plan@2016-03-02"]),
        ("2016-11-08 征求意见", ["opinion-solicitation@2016-11-08"]),
        ("2016-11-18 征求意见", ["opinion-solicitation@2016-11-08"]),
        ("2016-10 党课", ["party-lecture@2016-10-07"]),
        ("2016-10-07 党课 随便", ["party-lecture@2016-10-07"]),
        (
            "2016-10-07 党课、zw-1",
            ["committee-meeting@2016-12-05", "party-lecture@2016-10-07"],
        ),
    ],
)
def test_found(make: Make, ref: str, found: list[str]) -> None:
    """By day and kind, by period, by id; told apart by group, time or title."""
    made = make(RECORDS.replace("REF", ref))
    assert made.told == []
    links = made.one("study-summary").links
    assert sorted(fact.key for fact in links) == found


@pytest.mark.parametrize(
    ("ref", "near"),
    [
        ("2016-12-04 支委会", "2016-12-05 支委会"),
        ("2016-10-07 支委会", "2016-10-07 党课"),
        ("2016-11-07 征求意见", "2016-11-08 征求意见"),
        ("2016-11-19 征求意见", "2016-11-08 征求意见"),
        ("2015 学习计划", "2016-03-01 学习计划"),
        ("2016-12-06 党小组会 第三党小组", "2016-12-06 党小组会"),
        ("2016-12-07 集体学习 10:00-11:00", "2016-12-07 集体学习"),
        ("2016-09-09 党员大会", ""),
        ("zw-2", ""),
        ("2016-12-05 什么会", "2016-12-05 支委会"),
    ],
)
def test_nothing_found(make: Make, ref: str, near: str) -> None:
    """The nearest of that kind, or what there was on that day."""
    made = make(RECORDS.replace("REF", ref))
    column = RECORDS.splitlines()[-1].index("REF") + 1
    assert made.told == [("F505", 10, column)]
    assert made.values("F505") == {"text": ref, "near": near}
    assert made.one("study-summary").links == ()


@pytest.mark.parametrize(
    ("other", "near"),
    [("", ""), ("- {类型: 党课, 日期: 2016-07-02, 出席情况: 全体}", "2016-07-02 党课")],
)
def test_what_rests_on_itself(make: Make, other: str, near: str) -> None:
    """It rests on nothing, and is not told to name itself."""
    made = make(f"""
        - {{类型: 党课, 日期: 2016-07-01, 出席情况: 全体, 依据: 2016-07-01 党课}}
        {other}
        """)
    assert [code for code, _, _ in made.told] == ["F505"]
    assert made.values("F505") == {"text": "2016-07-01 党课", "near": near}


@pytest.mark.parametrize(
    "ref", ["2016-12-06 党小组会", "2016-12-07 集体学习", "2016 学习计划"]
)
def test_ambiguous(make: Make, ref: str) -> None:
    """Two records fit: both are linked, and one fault asks which."""
    made = make(RECORDS.replace("REF", ref))
    column = RECORDS.splitlines()[-1].index("REF") + 1
    assert made.told == [("F507", 10, column)]
    assert made.values("F507") == {"text": ref, "count": "2"}
    assert len(made.one("study-summary").links) == 2


def test_several_faults_in_one_line(make: Make) -> None:
    """Each link is told at its own column, once, however many facts wrote it."""
    made = make("""
        类型: 心得体会
        日期: 2016-07-08
        党员: 李娜、郭芳
        依据: 2016-05-05 党课、zw-3
        """)
    assert made.told == [("F505", 4, 5), ("F505", 4, 19)]


def test_ambiguous_is_told_once(make: Make) -> None:
    """However many facts wrote it."""
    made = make("""
        - {类型: 集体学习, 日期: 2016-07-07, 时间: 上午, 出席情况: 全体}
        - {类型: 集体学习, 日期: 2016-07-07, 时间: 下午, 出席情况: 全体}
        - {类型: 心得体会, 日期: 2016-07-08, 党员: 李娜、郭芳, 依据: 2016-07-07 集体学习}
        """)
    assert made.told == [("F507", 3, 45)]


def test_one_record_of_several_facts_is_not_ambiguous(make: Make) -> None:
    """A table's row of two persons is one record."""
    made = make("""
        - {类型: 心得体会, 日期: 2016-07-08, 党员: 李娜、郭芳}
        - {类型: 学习总结, 日期: 2016-07-09, 依据: 2016-07-08 心得体会}
        """)
    assert made.told == []
    assert len(made.one("study-summary").links) == 2


def test_not_itself(make: Make) -> None:
    """A record does not link to itself; links may go round."""
    made = make("""
        - {类型: 学习总结, 日期: 2016-07-08, 依据: 2016-07-09 学习总结}
        - {类型: 学习总结, 日期: 2016-07-09, 依据: 2016-07-08 学习总结}
        """)
    first, second = made.of("study-summary")
    assert made.told == []
    assert (first.links, second.links) == ((second,), (first,))
    assert first.refers_to(first)
    assert not first.refers_to(made.facts.of(["branch"])[0])
    assert first.date == date(2016, 7, 8)


def test_the_same_id_twice(make: Make) -> None:
    """F509 at the second, naming the first; the rows of a table share their head's."""
    made = make(
        "- {类型: 党课, 日期: 2016-04-01, 编号: A-1, 状态: 已开展}\n"
        "- {类型: 支委会, 日期: 2016-04-02, 编号: A-1, 状态: 已开展}\n",
        "类型: 积分登记\n编号: A-2\n项目: 甲\n分值: 5\n明细:\n"
        "  - {日期: 2016-04-15, 党员: 王敏}\n  - {日期: 2016-04-16, 党员: 李娜}\n",
    )
    assert made.told == [("F509", 2, 29)]
    assert made.values("F509") == {"id": "A-1", "file": "1.yaml", "first": "1"}


@pytest.mark.parametrize(
    "ref", ["A-9", "2017 学习计划", "2017-Q1 学习计划", "2017-01-01 会"]
)
def test_nothing_told_once(make: Make, ref: str) -> None:
    """A link that finds nothing is told once, though two facts have it; an id has no
    nearest."""
    made = make(
        f"类型: 积分登记\n日期: 2016-04-15\n党员: 王敏、李娜\n项目: 甲\n依据: {ref}\n"
    )
    assert made.told == [("F505", 5, 5)]
    assert made.values("F505") == {"text": ref, "near": ""}


def test_more_than_anyone_can_mean(make: Make) -> None:
    """Fifty links are enough of those that one may mean; how many there are is told."""
    rows = "".join(
        f"- {{类型: 积分登记, 日期: 2016-04-15, 党员: 全体, 项目: 甲, 分值: {n}}}\n"
        for n in range(30)
    )
    made = make(
        rows,
        "类型: 支委会\n日期: 2016-05-01\n状态: 已开展\n依据: 2016-04-15 积分登记\n",
    )
    meeting = made.one("committee-meeting")
    assert len(meeting.links) == 50
    assert [code for code, *_ in made.told] == ["F507"]
    assert made.values("F507")["count"] == "30"


def test_one_table_of_many(make: Make) -> None:
    """Sixty people of one record are one record, however many facts."""
    people = "、".join(f"王{chr(0x4E00 + number)}" for number in range(60))
    branch = f"名称: 甲\n规则包: a\n党员: [{{姓名: {people}, 起: 2014-11-20}}]\n"
    made = make(
        "类型: 积分登记\n日期: 2016-04-15\n党员: 全体\n项目: 甲\n",
        "类型: 支委会\n日期: 2016-05-01\n状态: 已开展\n依据: 2016-04-15 积分登记\n",
        branch=branch,
    )
    assert made.told == []
    assert len(made.one("committee-meeting").links) == 50


def test_more_than_anyone_can_mean_twice(make: Make) -> None:
    """Two records with the same link to too many: each is told of at its place."""
    rows = "- {类型: 积分登记, 日期: 2016-04-15, 党员: 全体, 项目: 甲, 分值: N}\n"
    link = "- {类型: 支委会, 日期: D, 状态: 已开展, 依据: 2016-04-15 积分登记}\n"
    made = make(
        "".join(rows.replace("N", str(number)) for number in range(30)),
        "".join(link.replace("D", day) for day in ("2016-05-01", "2016-06-01")),
    )
    first, second = made.of("committee-meeting")
    assert first.links == second.links
    assert len(first.links) == 50
    assert [(code, line) for code, line, _ in made.told] == [("F507", 1), ("F507", 2)]
    assert {dict(fault.values)["count"] for fault in made.faults} == {"30"}


@pytest.mark.parametrize("turned", [False, True])
def test_the_nearest_does_not_hang_on_where_it_stands(make: Make, turned: bool) -> None:
    """Of several as near: the one of that kind, then the earlier day, then by kind."""
    lines = [
        "- {类型: 主题党日, 日期: 2016-06-24, 时间: 9:00-10:00, 出席情况: 全体}",
        "- {类型: 党课, 日期: 2016-06-23, 出席情况: 全体}",
        "- {类型: 党课, 日期: 2016-06-25, 出席情况: 全体}",
    ]
    last = "- {类型: 学习总结, 日期: 2016-12-20, 依据: 2016-06-24 党课}"
    made = make("\n".join([*(lines[::-1] if turned else lines), last]) + "\n")
    assert made.values("F505")["near"] == "2016-06-24 主题党日"
    rest = "\n".join([*(lines[:0:-1] if turned else lines[1:]), last]) + "\n"
    assert make(rest).values("F505")["near"] == "2016-06-23 党课"


def test_the_nearest_of_one_day_is_of_that_kind(make: Make) -> None:
    """A plan of that day, though for another year, before what else was that day."""
    made = make("""
        - {类型: 党课, 日期: 2016-01-01, 出席情况: 全体}
        - {类型: 学习计划, 日期: 2016-01-01, 期间: 2017}
        - {类型: 学习总结, 日期: 2016-12-20, 依据: 2016 学习计划}
        """)
    assert made.values("F505")["near"] == "2016-01-01 学习计划"


def test_what_a_record_rests_on(make: Make) -> None:
    """A fact knows the kinds of what it refers to; of what it does not find, nothing."""
    made = make("""
        - {类型: 组织生活会、党员大会, 日期: 2016-12-16, 出席情况: 全体}
        - {类型: 民主评议党员, 日期: 2016-12-19, 依据: 2016-12-16 组织生活会, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-12-20, 依据: 2016-12-01 组织生活会, 出席情况: 全体}
        """)
    evaluation = made.one("democratic-evaluation")
    assert evaluation.attrs["rests_on"] == {
        "organization-life-meeting",
        "all-member-meeting",
    }
    assert "rests_on" not in made.one("party-lecture").attrs


@pytest.mark.parametrize(
    ("period", "ref", "found"),
    [
        ("2016", "2016 学习计划", True),
        ("2016", "2016年 学习计划", True),
        ("2016", "2016-01 学习计划", False),
        ("2016", "2016-Q1 学习计划", False),
        ("2016-Q1", "2016年第一季度 学习计划", True),
        ("2016-Q1", "2016-01 学习计划", False),
        ("2016-Q1", "2016 学习计划", False),
        ("2016-01", "2016年1月 学习计划", True),
    ],
)
def test_the_period_of_a_link(
    make: Make, period: str, ref: str, *, found: bool
) -> None:
    """However it is written, it is that of the record, first and last day."""
    made = make(f"""
        - {{类型: 学习计划, 期间: {period}, 日期: 2016-01-04}}
        - {{类型: 学习总结, 日期: 2016-12-20, 依据: {ref}}}
        """)
    told = [code for code, _, _ in made.told if code != "F431"]
    assert told == ([] if found else ["F505"])
    assert len(made.one("study-summary").links) == found


def test_a_long_id_is_cut_where_it_is_told(make: Make) -> None:
    """Thirty characters of it are enough."""
    number = "甲" * 29 + "乙丙"
    row = "- {{类型: 党课, 日期: 2016-04-0{}, 编号: {}, 状态: 已开展}}\n"
    made = make(row.format(1, number) + row.format(2, number))
    assert made.values("F509")["id"] == "甲" * 29 + "乙"


def test_it_rests_on_all_that_it_names(make: Make) -> None:
    """What it is based on and what it is of, each once."""
    made = make("""
        - {类型: 支委会, 日期: 2016-04-01, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-04-02, 出席情况: 全体}
        - {类型: 报送件, 日期: 2016-04-07, 报送单位: 机关党委, 报送内容: 2016-04-02 党课, 依据: 2016-04-01 支委会}
        - {类型: 报送件, 日期: 2016-04-08, 报送单位: 机关党委, 报送内容: 2016-04-02 党课}
        - {类型: 学习总结, 日期: 2016-04-09, 依据: 2016-04-01 支委会、2016-04-01 支委会}
        """)
    meeting, lecture = made.one("committee-meeting"), made.one("party-lecture")
    both, one = made.of("filing")
    assert made.told == []
    assert set(both.links) == {meeting, lecture}
    assert one.links == (lecture,)
    assert made.one("study-summary").links == (meeting,)


def test_one_of_more_than_anyone_can_mean(make: Make) -> None:
    """A row of a table that names the whole table does not mean itself."""
    rows = "".join(
        f"- {{类型: 积分登记, 日期: 2016-04-15, 党员: 王敏, 项目: 甲{number},"
        " 依据: 2016-04-15 积分登记}\n"
        for number in range(60)
    )
    made = make(rows)
    assert {code for code, _, _ in made.told} == {"F507"}
    assert len(made.all) == 60
    for fact in made.all:
        assert len(fact.links) == 50
        assert fact not in fact.links


def test_as_near_and_of_as_many_kinds(make: Make) -> None:
    """Of two of one day the kinds decide which is told."""
    row = "- {{类型: {}, 日期: 2016-04-01, 状态: 已开展}}\n"
    last = "- {类型: 学习总结, 日期: 2016-04-09, 依据: 2016-04-01 通报}\n"
    for kinds in (("支委会", "党课"), ("党课", "支委会")):
        made = make("".join(map(row.format, kinds)) + last)
        assert made.values("F505")["near"] == "2016-04-01 支委会"


def test_the_nearest_has_all_its_kinds(make: Make) -> None:
    """Those of a sitting that was several things at once."""
    made = make(
        "- {类型: 党课、主题党日, 日期: 2016-04-01, 出席情况: 全体}\n"
        "- {类型: 学习总结, 日期: 2016-04-09, 依据: 2016-04-03 党课}\n"
    )
    assert made.values("F505")["near"] == "2016-04-01 党课、主题党日"


def test_two_links_to_the_same_nothing(make: Make) -> None:
    """Each is told of at its own place, with the same nearest."""
    row = "- {{类型: 学习总结, 日期: 2016-04-0{}, 依据: 2016-04-02 支委会}}\n"
    made = make(
        "- {类型: 支委会, 日期: 2016-04-01, 状态: 已开展}\n"
        + row.format(8)
        + row.format(9)
    )
    assert [(code, line) for code, line, _ in made.told] == [("F505", 2), ("F505", 3)]
    near = [dict(fault.values)["near"] for fault in made.faults]
    assert near == ["2016-04-01 支委会"] * 2
