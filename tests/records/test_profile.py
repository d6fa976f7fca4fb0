"""`branch.yaml` to a profile, and what it says on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from lxyz.dates.spans import Span, quarter_span
from lxyz.facts.roster import Roster
from lxyz.files import Document, read_text
from lxyz.files.nodes import plain
from lxyz.records import read_records
from lxyz.records.branch import ALWAYS
from lxyz.records.profile import read_profile
from lxyz.vocabulary import vocabulary

Branch = Callable[[str], Any]
TOP = "名称: 第九党支部\n规则包: bj-2016、甲\n"
MEMBERS = "党员:\n  - {姓名: 王敏、陈静, 起: 2014-11-20}\n"


def named(profile: Any, name: str) -> Any:
    """The member of that name."""
    return Roster(profile).named(name)


@pytest.fixture
def whole(branch: Branch) -> Any:
    """A profile with everything in it."""
    return branch("""名称: 第九党支部
上级党组织: 机关党委
规则包: [bj-2016, b11-2016, bj-2016]
参数: {bj-2016/often: 31, b11-2016/x: {甲: [乙, ' 丙 ']}}
固定党日: [{日: 7, 起: 2016-07-01}, {日: 第一个星期五}]
学习日: 每周五
换届日期: 2016-02-29
任期: 3
书记: 王 敏
支委会:
  - {姓名: 王敏, 职务: 支部书记, 起: 2014-11-20}
  - {姓名: 陈静, 职务: 组织委员, 起: 2014-11-20, 止: 2016-05-31}
党小组:
  - {名称: 一组, 组长: 陈静, 党员: 王敏、陈静, 止: 2016-06-30}
  - {名称: 二组}
党员:
  - {姓名: 王敏, 起: 2014-11-20, 党员干部: 是}
  - {姓名: 陈静, 起: 2014-11-20, 止: 2016-06-30}
  - {姓名: 陈静, 起: 2016-09-01, 党小组: 二组}
  - {姓名: 胡斌, 起: 2014-11-20, 状态: 预备, 长期请假: [{原因: 驻外, 起: 2016-03-01, 止: 2016-04-30}, {原因: 病假, 起: 2016-08-01}]}
不计期间:
  - {期间: 2016-Q1, 原因: 防汛, 审定人: 机关党委}
  - {起: 2016-05-01, 止: 2016-05-07, 原因: 假期, 审定人: 机关党委}
  - {起: 2016-06-01, 原因: 停电, 审定人: 机关党委书记王敏}
""").sound


def test_who_and_what(whole: Any) -> None:
    """Names, packs once each, parameters with their place, the rest as attributes."""
    assert (whole.name, whole.unit) == ("第九党支部", "机关党委")
    assert whole.packs == ("bj-2016", "b11-2016")
    assert [(name, value, at.line) for name, value, at in whole.params] == [
        ("bj-2016/often", "31", 4),
        ("b11-2016/x", {"甲": ("乙", "丙")}, 4),
    ]
    assert whole.attributes["term_end"] == date(2019, 2, 28)
    assert whole.attributes["weekly_slot"] == "每周五"
    assert "note" not in whole.attributes


@pytest.mark.parametrize(
    ("day", "names", "committee", "groups"),
    [
        ("2014-11-19", "", "", "二组"),
        ("2014-11-20", "王敏、陈静、胡斌", "王敏、陈静", "一组、二组"),
        ("2016-05-31", "王敏、陈静、胡斌", "王敏、陈静", "一组、二组"),
        ("2016-06-01", "王敏、陈静、胡斌", "王敏", "一组、二组"),
        ("2016-06-30", "王敏、陈静、胡斌", "王敏", "一组、二组"),
        ("2016-07-01", "王敏、胡斌", "王敏", "二组"),
        ("2016-09-01", "王敏、陈静、胡斌", "王敏", "二组"),
    ],
)
def test_on_a_day(
    whole: Any, day: str, names: str, committee: str, groups: str
) -> None:
    """First and last day included; who left may come back."""
    when = date.fromisoformat(day)
    # 一组 has no first day, so it is there from the start
    groups = groups if when > date(2014, 11, 19) else "一组、二组"
    assert "、".join(one.name for one in whole.roster(when)) == names
    assert whole.committee(when) == frozenset(filter(None, committee.split("、")))
    assert "、".join(one.name for one in whole.groups_on(when)) == groups
    assert whole.secretary(when) == ("王敏" if committee else "")
    assert whole.has_committee(when) is ("陈静" in committee)


@pytest.mark.parametrize(
    ("posts", "committee"),
    [("书记", False), ("书记、副书记", False), ("书记、副书记、组织委员", True)],
)
def test_a_committee(branch: Branch, posts: str, *, committee: bool) -> None:
    """A small branch elects a secretary, and one who stands in for him, but none."""
    rows = ", ".join(
        f"{{姓名: {name}, 职务: {post}, 起: 2014-11-20}}"
        for name, post in zip(("王敏", "陈静", "王敏"), posts.split("、"), strict=False)
    )
    made = branch(TOP + MEMBERS + f"支委会: [{rows}]\n")
    assert made.sound.has_committee(date(2016, 1, 1)) is committee


def test_members(whole: Any) -> None:
    """By name, whatever the blanks; the first stay of who came back."""
    assert named(whole, "陈 静").last == date(2016, 6, 30)
    assert named(whole, "刘洋") is None
    assert named(whole, "胡斌").status == "probationary"
    assert named(whole, "王敏").attributes == {"cadre": "yes"}
    assert whole.posts("陈静", date(2016, 5, 31)) == {"组织委员"}
    assert whole.posts("陈静", date(2016, 6, 1)) == frozenset()
    second = next(group for group in whole.groups if group.name == "二组")
    assert second.members == {"陈静"}
    assert second.leader == ""


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("2016-02-29", ""),
        ("2016-03-01", "驻外"),
        ("2016-04-30", "驻外"),
        ("2016-05-01", ""),
        ("2016-07-31", ""),
        ("2016-08-01", "病假"),
        ("2099-12-31", "病假"),
    ],
)
def test_leave(whole: Any, day: str, reason: str) -> None:
    """Both ends included; without an end it goes on."""
    leave = named(whole, "胡斌").leave_on(date.fromisoformat(day))
    assert (leave.reason if leave else "") == reason


def test_exemptions(whole: Any) -> None:
    """A period, from and until, or a day."""
    assert whole.exemptions == (
        (quarter_span(2016, 1), "防汛"),
        (Span(date(2016, 5, 1), date(2016, 5, 7)), "假期"),
        (Span(date(2016, 6, 1), date(2016, 6, 1)), "停电"),
    )


@pytest.mark.parametrize(
    ("fixed", "day", "text"),
    [
        ("7", "2016-01-01", "7"),
        ("无", "2016-01-01", ""),
        ("[{日: 7}, {日: 8, 起: 2016-07-01}]", "2016-06-30", "7"),
        ("[{日: 7}, {日: 8, 起: 2016-07-01}]", "2016-07-01", "8"),
        ("{日: first friday}", "2016-07-01", "first friday"),
    ],
)
def test_fixed_day(branch: Branch, fixed: str, day: str, text: str) -> None:
    """The one in force that day, as written."""
    profile = branch(f"{TOP}固定党日: {fixed}\n{MEMBERS}").sound
    assert profile.fixed_day(date.fromisoformat(day)) == text


@pytest.mark.parametrize(
    ("secretary", "committee", "found", "told"),
    [
        ("书记: 王敏\n", "", "王敏", []),
        ("书记: 王敏\n", "支委会: [{姓名: 王敏, 职务: 书记}]\n", "王敏", []),
        ("", "支委会: [{姓名: 王敏, 职务: 党支部书记}]\n", "王敏", []),
        (
            "书记: 陈静\n",
            "支委会: [{姓名: 王敏, 职务: 书记}]\n",
            "王敏",
            [(3, 5, "F704")],
        ),
        (
            "书记: 陈静\n",
            "支委会: [{姓名: 王敏, 职务: 书记, 止: 2016-01-01}]\n",
            "陈静",
            [],
        ),
        ("书记: 刘洋\n", "", "刘洋", [(3, 5, "F705")]),
        ("", "支委会: [{姓名: 王敏, 职务: 甲}]\n", "", []),
        ("书记: 王敏、陈静\n", "", "", [(3, 5, "F414")]),
    ],
)
def test_secretary(
    branch: Branch, secretary: str, committee: str, found: str, told: list[Any]
) -> None:
    """It follows from the posts; written too, it must agree."""
    got = branch(TOP + secretary + committee + MEMBERS)
    assert got.told == told
    assert got.profile.secretary(date(2016, 6, 1)) == found


def test_an_unknown_key_beside_the_one_it_is_like(branch: Branch) -> None:
    """党员 is written, so 党员人数 is not a misspelling of it: the roster stands."""
    found = branch(TOP + MEMBERS + "党员人数: 2\n")
    (fault,) = found.faults
    assert (fault.code, dict(fault.values)) == (
        "F201",
        {"key": "党员人数", "like": "", "here": ""},
    )
    assert [one.name for one in found.profile.members] == ["王敏", "陈静"]


@pytest.mark.parametrize(
    ("text", "wanted", "shown"),
    [
        ("党员: [王敏, {姓名: 陈静, 起: 2014-11-20}]", "mapping", "{姓名: 王敏}"),
        ("党员: 王敏、陈静", "list", "{姓名: 王敏、陈静}"),
        (f"{MEMBERS}不计期间: 2016年1月", "list", ""),
    ],
)
def test_a_bare_name_in_the_roster(
    branch: Branch, text: str, wanted: str, shown: str
) -> None:
    """How it is written is shown with the name itself."""
    (fault,) = branch(f"{TOP}{text}\n").faults
    assert dict(fault.values) == {"wanted": wanted, "shown": shown}


def test_since_is_said_of_members_as_of_officers(branch: Branch) -> None:
    """English that is one key of the one is the same of the other."""
    (member,) = branch(
        f"{TOP}members: [{{name: 王敏, since: 2014-11-20}}]\n"
    ).profile.members
    assert member.first == date(2014, 11, 20)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("名称: 甲\n" + MEMBERS, [(1, 1, "F205")]),
        (MEMBERS, [(1, 1, "F205"), (1, 1, "F205")]),
        (TOP, [(1, 1, "F709")]),
        (TOP + "党员: 无\n", []),
        (TOP + "书记: 王敏\n党员: 无\n", []),
        (TOP + "党员: 王敏\n", [(3, 5, "F206")]),
        (TOP + MEMBERS + "党费: 甲\n", [(5, 1, "F201")]),
        (TOP + MEMBERS + "组织委员: 王敏\n", [(5, 1, "F202")]),
        (TOP + MEMBERS + "参数: 甲\n", [(5, 5, "F206")]),
        (TOP + MEMBERS + "固定党日: 七号\n", [(5, 7, "F708")]),
        (TOP + MEMBERS + "固定党日: 32\n", [(5, 7, "F708")]),
        (TOP + MEMBERS + "固定党日: [{起: 2016-01-01}]\n", [(5, 8, "F205")]),
        (TOP + MEMBERS + "固定党日: [{日: 7, 起: 1月}]\n", [(5, 18, "F304")]),
        (TOP + MEMBERS + "固定党日: [7]\n", [(5, 8, "F206")]),
        (TOP + MEMBERS + "学习日: [周五]\n", [(5, 6, "F206")]),
        (TOP + MEMBERS + "学习日: 每月两次\n", [(5, 6, "F708")]),
        (TOP + MEMBERS + "任期: 三年\n", [(5, 5, "F309")]),
        # members
        (TOP + "党员: [{起: 2014-11-20}]\n", [(3, 6, "F205")]),
        (TOP + "党员: [{姓名: 王敏}]\n", [(3, 6, "F702")]),
        (TOP + "党员: [{姓名: 全体, 起: 2014-11-20}]\n", [(3, 6, "F410")]),
        (TOP + "党员: [{姓名: 无, 起: 2014-11-20}]\n", [(3, 6, "F410")]),
        (TOP + "党员: [{姓名: 王敏, 起: 2014}]\n", [(3, 18, "F304")]),
        (
            TOP + "党员: [{姓名: 王敏, 起: 2016-02-01, 止: 2016-01-31}]\n",
            [(3, 6, "F511")],
        ),
        (TOP + "党员: [{姓名: 王敏、王 敏, 起: 2014-11-20}]\n", [(3, 14, "F703")]),
        (TOP + MEMBERS + "  - {姓名: 王敏, 起: 2016-01-01}\n", [(5, 10, "F703")]),
        (
            TOP + MEMBERS + "  - {姓名: 王敏, 起: 2010-01-01, 止: 2014-11-20}\n",
            [(5, 10, "F703")],
        ),
        (TOP + MEMBERS + "  - {姓名: 王敏, 起: 2010-01-01, 止: 2014-11-19}\n", []),
        (
            TOP + MEMBERS + "  - {姓名: 李娜, 起: 2016-01-01, 党小组: 九组}\n",
            [(5, 10, "F413")],
        ),
        (TOP + "党员: [{姓名: 王敏, 起: 2014-11-20, 入党日期: 2014-11-20}]\n", []),
        (
            TOP + "党员: [{姓名: 王敏, 起: 2014-11-20, 入党日期: 2014-11-21}]\n",
            [(3, 6, "F712")],
        ),
        (TOP + "党员: [{姓名: 王敏, 入党日期: 2014-11-21}]\n", [(3, 6, "F702")]),
        # leave
        (
            TOP + "党员: [{姓名: 王敏, 起: 2014-11-20, 长期请假: {起: 2016-01-01}}]\n",
            [(3, 36, "F205")],
        ),
        (
            TOP
            + "党员: [{姓名: 王敏, 起: 2014-11-20, 长期请假: {原因: 甲, 起: 1月}}]\n",
            [(3, 47, "F304")],
        ),
        (
            TOP
            + "党员: [{姓名: 王敏, 起: 2014-11-20, 长期请假: {原因: 甲, 起: 2016-02-01, 止: 2016-01-31}}]\n",
            [(3, 36, "F511")],
        ),
        (
            TOP
            + "党员: [{姓名: 王敏, 起: 2014-11-20, 长期请假: {原因: 甲, 起: 2016-02-01, 止: 2016-02-01}}]\n",
            [],
        ),
        (
            TOP
            + "党员: [{姓名: 王敏, 起: 2014-11-20, 长期请假: {原因: 甲, 起: 2016-02-01, 止: 3月}}]\n",
            [(3, 62, "F304")],
        ),
        # posts and groups
        (TOP + MEMBERS + "支委会: [{职务: 书记}]\n", [(5, 7, "F205")]),
        (TOP + MEMBERS + "支委会: [{姓名: 王敏}]\n", [(5, 7, "F205")]),
        (TOP + MEMBERS + "支委会: [{姓名: 李娜, 职务: 书记}]\n", [(5, 12, "F705")]),
        (
            TOP
            + MEMBERS
            + "支委会: [{姓名: 王敏, 职务: 书记, 起: 2016-02-01, 止: 2016-01-01}]\n",
            [(5, 7, "F511")],
        ),
        (TOP + MEMBERS + "党小组: [{组长: 王敏}]\n", [(5, 7, "F205")]),
        (TOP + MEMBERS + "党小组: [{名称: 甲, 组长: 李娜}]\n", [(5, 19, "F705")]),
        (TOP + MEMBERS + "党小组: [{名称: 甲, 党员: 王敏、李娜}]\n", [(5, 22, "F705")]),
        (
            TOP + MEMBERS + "党小组: [{名称: 甲, 起: 2016-02-01, 止: 2016-01-01}]\n",
            [(5, 7, "F511")],
        ),
        # spans in which nothing is demanded
        (TOP + MEMBERS + "不计期间: [{期间: 2016-Q1}]\n", [(5, 8, "F205")]),
        (TOP + MEMBERS + "不计期间: [{原因: 甲}]\n", [(5, 8, "F205")]),
        (TOP + MEMBERS + "不计期间: [{期间: 第一季度, 原因: 甲}]\n", [(5, 13, "F307")]),
        (
            TOP + MEMBERS + "不计期间: [{起: 2016-02-01, 止: 2016-01-01, 原因: 甲}]\n",
            [(5, 8, "F511")],
        ),
        (TOP + MEMBERS + "不计期间: [{期间: 2016-Q1, 原因: 甲}]\n", [(5, 8, "F719")]),
        (
            TOP + MEMBERS + "不计期间: [{期间: 2016-Q1, 原因: 甲, 审定人: 王 敏}]\n",
            [(5, 8, "F524")],
        ),
    ],
)
def test_faults(branch: Branch, text: str, told: list[Any]) -> None:
    """Each at its place; there is a profile all the same."""
    got = branch(text)
    assert got.told == told
    assert got.profile is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [(1, 1, "F701")]),
        ("# 待填\n", [(1, 1, "F701")]),
        ("- 名称: 甲\n", [(1, 1, "F701")]),
        ("甲\n", [(1, 1, "F120")]),
        ("名称：甲\n", [(1, 3, "F101")]),
    ],
)
def test_no_profile(branch: Branch, text: str, told: list[Any]) -> None:
    """Nothing to read; told of once."""
    got = branch(text)
    assert got.profile is None
    assert got.told == told


@pytest.mark.parametrize(
    ("elected", "years", "end"),
    [
        ("2016-02-29", "3", date(2019, 2, 28)),
        ("2016-02-29", "4", date(2020, 2, 29)),
        ("2016-03-01", "1", date(2017, 3, 1)),
        ("2016-03-01", "5", date(2021, 3, 1)),
    ],
)
def test_end_of_the_term(branch: Branch, elected: str, years: str, end: date) -> None:
    """The day of the year it began on."""
    text = f"{TOP}换届日期: {elected}\n任期: {years}\n{MEMBERS}"
    assert branch(text).sound.attributes["term_end"] == end


@pytest.mark.parametrize("years", ["0", "6", "999999"])
def test_a_term_of_so_many_years_is_none(branch: Branch, years: str) -> None:
    """It would let off an election for as long: it is told, and three years stand."""
    read = branch(f"{TOP}换届日期: 2016-03-01\n任期: {years}\n{MEMBERS}")
    assert read.told == [(4, 1, "F723")]
    assert read.profile.attributes["term_end"] == date(2019, 3, 1)
    assert "term_years" not in read.profile.attributes


def test_always(branch: Branch) -> None:
    """Without a first day: on the roster since before all records."""
    profile = branch(TOP + "党员: [{姓名: 王敏}]\n").profile
    assert named(profile, "王敏").first == ALWAYS


def test_waivers_wait(branch: Branch) -> None:
    """Records inside the profile are read as records are."""
    profile = branch(TOP + MEMBERS + "豁免: [{类型: 豁免}]\n").sound
    assert profile.waivers.items


@pytest.mark.parametrize(
    ("said", "told"), [("全部", ["F120"]), ("无", []), ("5", ["F120"])]
)
def test_waivers_in_a_word(branch: Branch, said: str, told: list[str]) -> None:
    """A word is no waiver, and nobody is to think that it is; none is none."""
    node = branch(f"{TOP}{MEMBERS}豁免: {said}\n").sound.waivers
    document = Document("branch.yaml", node, ())
    records, faults = read_records(document, vocabulary(), ("waiver",))
    assert ([one.code for one in faults], records) == (told, [])


def test_plain_values() -> None:
    """What is no record: texts, tuples, dicts; a block keeps its blanks."""
    root = read_text(
        "甲: [' 一 ', {乙: 二}]\n丙: |\n    三\n  四\n".encode(), "x.yaml"
    ).root
    assert root is None
    root = read_text(
        "甲: [' 一 ', {乙: 二}]\n丙: |\n  三\n   四\n".encode(), "x.yaml"
    ).root
    assert root is not None
    assert plain(root) == {"甲": ("一", {"乙": "二"}), "丙": "三\n 四"}


def test_who_came_back_has_one_name(branch: Branch) -> None:
    """That of the first stay, also after the third."""
    stays = (
        "王敏, 起: 2014-01-01, 止: 2014-06-30",
        "王 敏, 起: 2015-01-01, 止: 2015-06-30",
        "王　敏, 起: 2016-01-01",
    )
    text = TOP + "党员:\n" + "".join(f"  - {{姓名: {one}}}\n" for one in stays)
    profile = branch(text).profile
    assert [one.name for one in profile.members] == ["王敏"] * 3
    assert [one.first.year for one in profile.members] == [2014, 2015, 2016]


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("", "", True),
        (", 止: 2016-05-31", ", 起: 2016-06-01", False),
        (", 起: 2016-06-01", ", 止: 2016-05-31", False),
        (", 止: 2016-06-01", ", 起: 2016-06-01", True),
    ],
)
def test_two_groups_of_one_name(one: str, two: str, *, told: bool) -> None:
    """On one day there is one of them; the first stands."""
    text = (
        "名称: 甲\n规则包: bj-2016\n党员: [{姓名: 王敏、李娜, 起: 2014-01-01}]\n党小组:\n"
        f"  - {{名称: 一组, 党员: 王敏{one}}}\n  - {{名称: 一组, 党员: 李娜{two}}}\n"
    )
    document = read_text(text.encode(), "branch.yaml")
    profile, faults = read_profile(document, vocabulary())
    assert profile is not None
    assert [len(group.members) for group in profile.groups] == [1] * (1 if told else 2)
    assert [(fault.code, fault.line) for fault in faults] == [("F714", 6)] * told


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("", "", True),
        (", 止: 2016-05-31", "", False),
        (", 止: 2016-05-31", ", 止: 2016-05-31", True),
    ],
)
def test_a_member_in_two_groups(one: str, two: str, *, told: bool) -> None:
    """Told where both last; where one ended he may have changed."""
    text = (
        "名称: 甲\n规则包: bj-2016\n党员: [{姓名: 王敏、李娜, 起: 2014-01-01}]\n党小组:\n"
        f"  - {{名称: 一组, 党员: 王敏、李娜{one}}}\n  - {{名称: 二组, 党员: 李娜{two}}}\n"
    )
    assert branch_faults(text) == [("F716", 6)] * told


@pytest.mark.parametrize(
    ("one", "name", "two", "told"),
    [
        ("", "李娜", "起: 2016-04-20", True),
        ("止: 2016-04-30, ", "李娜", "起: 2016-04-20", True),
        ("止: 2016-04-20, ", "李娜", "起: 2016-04-20", False),
        ("止: 2016-04-19, ", "李娜", "起: 2016-04-20", False),
        ("", "王敏", "起: 2016-04-20", False),
    ],
)
def test_two_secretaries(one: str, name: str, two: str, *, told: bool) -> None:
    """At once; on the day on which one follows the other both may be, and who is elected
    again is still one."""
    text = (
        "名称: 甲\n规则包: bj-2016\n党员: [{姓名: 王敏、李娜, 起: 2014-01-01}]\n支委会:\n"
        f"  - {{姓名: 王敏, {one}职务: 书记, 起: 2014-01-01}}\n"
        f"  - {{姓名: {name}, 职务: 书记, {two}}}\n"
    )
    assert branch_faults(text) == [("F715", 6)] * told


def test_who_is_secretary(branch: Branch) -> None:
    """On the day of a change either is; at once for longer, nobody knows which."""
    made = branch(
        TOP + MEMBERS + "支委会:\n"
        "  - {姓名: 王敏, 职务: 书记, 起: 2014-11-20, 止: 2016-05-01}\n"
        "  - {姓名: 陈静, 职务: 书记, 起: 2016-04-01}\n"
        "  - {姓名: 王敏, 职务: 书记, 起: 2015-11-20, 止: 2016-04-01}\n"
    ).profile
    change, both = date(2016, 4, 1), {"王敏", "陈静"}
    assert made.rivals(date(2016, 3, 31)) == set()
    assert set(made.secretaries(change)) == made.rivals(change) == both
    assert made.rivals(date(2016, 5, 1)) == both
    assert made.secretaries(date(2016, 5, 2)) == ("陈静",)


def branch_faults(text: str) -> list[tuple[str, int]]:
    """Code and line of each fault of a profile."""
    document = read_text(text.encode(), "branch.yaml")
    _, faults = read_profile(document, vocabulary())
    return [(fault.code, fault.line) for fault in faults]


# ---------------------------------------------------------------- too many for a branch


def rows(key: str, count: int, row: str, first: int = 0) -> str:
    """So many rows of a list of the profile, each with a name of its own in it."""
    names = (chr(0x4E00 + first + at) for at in range(count))
    return (f"{key}:\n" if key else "") + "".join(f"  - {{{row % n}}}\n" for n in names)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (rows("党员", 300, "姓名: 王%s, 起: 2014-11-20"), []),
        (rows("党员", 301, "姓名: 王%s, 起: 2014-11-20"), [3]),
        (
            rows("党员", 200, "姓名: 王%s, 起: 2014-11-20, 止: 2015-12-31")
            + rows("", 300, "姓名: 王%s, 起: 2016-01-01", 200),
            [],
        ),
        (
            rows("党员", 200, "姓名: 王%s, 起: 2014-11-20, 止: 2016-01-01")
            + rows("", 101, "姓名: 王%s, 起: 2016-12-31", 200),
            [3],
        ),
        (MEMBERS + rows("支委会", 300, "姓名: 王敏, 职务: 组织委员, 职责: %s"), []),
        (MEMBERS + rows("支委会", 301, "姓名: 王敏, 职务: 组织委员, 职责: %s"), [5]),
        (MEMBERS + rows("党小组", 30, "名称: %s"), []),
        (MEMBERS + rows("党小组", 31, "名称: %s"), [5]),
        (
            MEMBERS
            + rows("党小组", 30, "名称: %s, 止: 2015-12-31")
            + rows("", 30, "名称: %s, 起: 2016-01-01"),
            [],
        ),
        (MEMBERS + rows("党小组", 301, "名称: %s, 止: 2015-12-31"), [5]),
    ],
)
def test_more_than_a_branch_can_have(
    branch: Branch, text: str, told: list[int]
) -> None:
    """Beyond the bound nothing is judged; who came when another had gone counts for
    another year."""
    read = branch(TOP + text)
    assert [(one.line, one.code) for one in read.faults] == [(n, "F722") for n in told]
    assert (read.profile is None) is bool(told)
