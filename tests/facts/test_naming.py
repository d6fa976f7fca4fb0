"""Who is meant by a name: stays, groups, chains of names, what is told of a slip."""

from __future__ import annotations

import pytest

from .conftest import Make, who

HERE = "类型: 党课\n日期: {day}\n出席情况: {{出席: {names}}}\n"
STAYS = """
    名称: 第九党支部
    规则包: bj-2016
    党员:
      - {姓名: 李娜, 起: 2014-11-20}
      - {姓名: 王敏, 起: 2014-11-20, 止: 2015-12-31}
      - {姓名: 王敏, 起: 2016-03-01, 止: 2016-08-31}
    """


@pytest.mark.parametrize(
    ("day", "side", "since"),
    [
        ("2014-11-19", "from", "2014-11-20"),
        ("2016-01-01", "until", "2015-12-31"),
        ("2016-01-30", "until", "2015-12-31"),  # thirty days gone, thirty-one to come
        ("2016-01-31", "from", "2016-03-01"),
        ("2016-02-29", "from", "2016-03-01"),
        ("2016-09-01", "until", "2016-08-31"),
    ],
)
def test_the_nearest_stay_is_told(make: Make, day: str, side: str, since: str) -> None:
    """Who left and came back: of his stays the one that the day lies nearest to."""
    made = make(HERE.format(day=day, names="王敏"), branch=STAYS)
    told = {"name": "王敏", "day": day, "side": side, "since": since}
    assert made.values("F411") == told


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("李娜_郭芳", "F402"),
        ("李娜·郭芳", "F402"),
        ("李娜及郭芳", "F402"),
        # One name and something more is no chain of several.
        ("李娜·", "F401"),
        ("·李娜", "F401"),
        ("李娜和", "F401"),
    ],
)
def test_marks_that_part_no_names(make: Make, written: str, code: str) -> None:
    """Several names, or one with a mark too much; the names are told as they should
    be written."""
    made = make(HERE.format(day="2016-04-01", names=written))
    told = made.values(code)
    if code == "F402":
        assert told == {"name": written, "parts": "李娜、郭芳"}
    else:
        assert told == {"name": written, "like": "李娜"}
    assert len(made.faults) == 1


def test_a_member_of_one_character_in_a_chain(make: Make) -> None:
    """However short a name is, it is one."""
    branch = "名称: 甲\n规则包: a\n党员: [{姓名: 王敏、岚, 起: 2014-11-20}]\n"
    made = make(HERE.format(day="2016-04-01", names="岚王敏岚"), branch=branch)
    assert made.values("F402")["parts"] == "岚、王敏、岚"


def test_an_odd_spelling_is_a_warning(make: Make) -> None:
    """It counts for him whose name it looks like, and both are told."""
    branch = "名称: 甲\n规则包: a\n党员: [{姓名: 高山, 起: 2014-11-20}]\n"
    made = make(HERE.format(day="2016-04-01", names="\u2fbc山"), branch=branch)
    assert made.levels("F418") == ["warning"]
    assert made.values("F418") == {"name": "\u2fbc山", "other": "高山"}
    assert made.told == [("F418", 3, 12)]


def test_who_stands_behind_a_name_nobody_knows(make: Make) -> None:
    """In any field the names after it count."""
    made = make(
        "类型: 党课\n日期: 2016-04-01\n责任人: 王民、李娜、郭芳\n状态: 已开展\n"
    )
    assert made.told == [("F401", 3, 6)]
    assert made.one("party-lecture").people["responsible"] == who("李娜、郭芳")


def test_no_reason_is_thought_of_in_a_record_without_kind(make: Make) -> None:
    """There nothing says that he was excused."""
    made = make(
        "类型: 集体习学\n日期: 2016-04-01\n责任人: 李娜出差\n", misread=("F301",)
    )
    assert made.values("F401") == {"name": "李娜出差", "like": "李娜"}


@pytest.mark.parametrize(
    ("group", "everyone"),
    [
        ("第一党小组", "王敏、陈静、李娜、阿依古丽·艾山"),
        ("第二党小组", "周建国、郭芳、胡斌、许诺"),
        ("临时党小组", "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、胡斌、许诺"),
    ],
)
def test_whom_a_group_has(make: Make, group: str, everyone: str) -> None:
    """Its members that day; of a group that is none in the profile, anybody."""
    made = make(f"类型: 党小组会\n党小组: {group}\n日期: 2016-07-01\n出席情况: 全体\n")
    fact = made.one("group-meeting")
    assert made.told == []
    assert fact.people["expected"] == who(everyone) - {"胡斌"}
    # Who is on leave is excused in his own group only.
    assert fact.people["excused"] == who(everyone) & {"胡斌"}


def test_who_came_back_answers_for_an_item(make: Make) -> None:
    """In his second stay as in his first; for a month at whose end he leaves, too."""
    plan = """
        类型: 学习计划
        期间: 2016
        日期: {day}
        条目: [{{时段: {when}, 类型: 党课, 责任人: 王敏}}]
        """
    for day, when in (
        ("2015-12-31", "2016-02"),
        ("2016-01-15", "2016-03"),
        ("2016-01-15", "2016-08"),
        ("2016-08-31", "2016-12"),
    ):
        made = make(plan.format(day=day, when=when), branch=STAYS)
        assert made.told == []
        assert made.one("plan-item").people["responsible"] == who("王敏")
    made = make(plan.format(day="2016-01-15", when="2016-02"), branch=STAYS)
    assert [code for code, _, _ in made.told] == ["F411"]


CANDIDATES = """
    名称: 第九党支部
    规则包: bj-2016
    党员:
      - {姓名: 王敏, 起: 2014-11-20}
      - {姓名: 许诺, 起: 2016-06-01}
    发展党员:
      - {姓名: 丁一, 阶段: 积极分子}
      - {姓名: 许诺, 阶段: 预备党员}
      - {编号: C3}
    """


@pytest.mark.parametrize(
    ("record", "role"),
    [
        ("{类型: 思想汇报, 日期: 2016-05-05, 党员: %s}", "owner"),
        ("{类型: 党员培训, 日期: 2016-05-05, 党员: %s}", "about"),
        ("{类型: 谈心谈话, 日期: 2016-05-05, 谈话人: 王敏, 谈话对象: %s}", "to"),
    ],
)
@pytest.mark.parametrize("name", ["丁一", "许诺"])
def test_a_candidate_has_records_of_his_own(
    make: Make, record: str, role: str, name: str
) -> None:
    """He is no member yet: what he wrote, was taught, was told is known by his name."""
    made = make(record % name, branch=CANDIDATES)
    (fact,) = made.all
    assert (made.told, fact.people[role]) == ([], frozenset({name}))


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("{类型: 思想汇报, 日期: 2016-05-05, 党员: 丁二}", "F401"),
        ("{类型: 党课, 日期: 2016-05-05, 出席情况: {出席: 王敏、丁一}}", "F401"),
        ("{类型: 党课, 日期: 2016-05-05, 出席情况: {出席: 王敏、许诺}}", "F411"),
        ("{类型: 谈心谈话, 日期: 2016-05-05, 谈话人: 丁一, 谈话对象: 王敏}", "F401"),
    ],
)
def test_a_candidate_is_no_member(make: Make, record: str, code: str) -> None:
    """Nobody is present, or talks to members, before he is one."""
    assert [told for told, _, _ in make(record, branch=CANDIDATES).told] == [code]


def test_all_are_members(make: Make) -> None:
    """全体 are no candidates; and who has become a member is one by that name."""
    made = make("{类型: 思想汇报, 日期: 2016-06-05, 党员: 全体}", branch=CANDIDATES)
    owners = frozenset().union(*(one.people["owner"] for one in made.all))
    assert owners == {"王敏", "许诺"}


@pytest.mark.parametrize(
    ("written", "more"),
    [
        ("一组", {"apart": "body"}),
        ("支委会", {"apart": "body"}),
        ("全体支委", {"apart": "body"}),
        ("全体在岗党员", {"apart": "body"}),
        ("三组", {"like": ""}),
    ],
)
def test_a_body_in_place_of_names(
    make: Make, written: str, more: dict[str, str]
) -> None:
    """It is asked who they were, and not to put it on the roster."""
    branch = f"{STAYS}党小组: [{{名称: 一组, 组长: 李娜, 党员: 李娜}}]\n"
    made = make(HERE.format(day="2016-04-01", names=written), branch=branch)
    assert made.values("F401") == {"name": written, **more}
