"""Who counts as present, and of whom the minutes say that he did not come."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Made

Make = Callable[[str], Made]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("内容: 王敏因到省里开会未能到场，课由陈静代读", True),
        ("内容: 主讲人王敏同志未到", True),
        ("备注: 王敏、陈静没参加", True),
        ("备注: 王敏缺席", True),
        ("备注: 签到表附后，其中王敏因病请假", True),
        ("备注: 除王敏没来外都到了", True),
        ("备注: 除王敏请假以外", True),
        ("备注: 王敏出差，陈静主持", True),
        ("备注: 王敏、李娜在外出差", True),
        ("备注: 王敏因病住院；其余到会", True),
        ("备注: 王敏休产假", True),
        ("备注: 值班表附后，王敏材料未到", False),
        ("内容: 王敏没有参加外出考察", False),
        ("内容: 王敏汇报出差情况", False),
        ("内容: 讨论王敏出差", False),
        ("备注: 上周王敏外出", False),
        ("内容: 会议同意王敏请假", False),  # of another day
        ("备注: 上次王敏缺席", False),
        ("备注: 无人缺席", False),
        ("内容: 缺席的同志由党小组补课", False),
        ("内容: 上次王敏未到", False),
        ("内容: 胡斌未到", False),  # he is not counted
        ("内容: 王敏未到退休年龄", False),
        ("内容: 群众代表未到会", False),
        ("内容: 王敏讲了未来", False),
        ("题目: 王敏未到", False),
    ],
)
def test_said_not_to_have_come(make: Make, said: str, *, told: bool) -> None:
    """It is told; whether he was there is not known."""
    made = make(f"""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        {said}
        """)
    assert made.told == ([("F430", 4, 1)] if told else [])
    people = made.one("party-lecture").people
    assert ("王敏" in people["present"]) is not told
    assert ("王敏" in people.get("unclear", ())) is told


@pytest.mark.parametrize(
    "said",
    [
        "王敏、李娜未到会",
        "王敏、李娜值班未到",
        "王敏、李娜均未到会",
        "王敏、李娜同志都没到会",
        "王敏未到会，李娜也因病未到会",
    ],
)
def test_several_who_did_not_come(make: Make, said: str) -> None:
    """Each is named."""
    record = "{类型: 党课, 日期: 2016-04-01, 出席情况: 全体, 内容: %s}"
    assert make(record % said).values("F430")["names"] == "王敏、李娜"


def test_a_name_of_one_letter(make: Callable[..., Made], branch_text: str) -> None:
    """As some lists call people; the whole name is meant."""
    branch = branch_text + "  - {姓名: 甲, 起: 2014-11-20}\n"
    record = "{类型: 党课, 日期: 2016-04-01, 出席情况: 全体, 内容: 今天%s未能到场}"
    assert make(record % "甲", branch=branch).values("F430")["names"] == "甲"
    assert make(record % "乙", branch=branch).told == []


def test_a_speaker_who_did_not_come(make: Make) -> None:
    """Who is named as the speaker may be one."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: {出席: 陈静、李娜}
        发言: {主讲: 王敏}
        备注: 王敏未能到会
        """)
    assert made.told == [("F430", 5, 1)]
    people = made.one("party-lecture").people
    assert people["lecturer"] == people["speaker"] == frozenset()
    assert people["unclear"] == {"王敏"}


def test_away_under_present(make: Make) -> None:
    """What stands in brackets behind a name may say it; not what he did there."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: {出席: 王敏（主持）、陈静（出差）、李娜（迟到）}
        """)
    assert made.told == [("F430", 3, 19)]
    people = made.one("party-lecture").people
    assert people["present"] == {"王敏", "李娜"}
    assert people["unclear"] == {"陈静"}


def test_two_who_did_not_come(make: Make) -> None:
    """Each is told of in its own text."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        内容: 王敏未到
        备注: 陈静未到
        """)
    assert made.one("party-lecture").people["unclear"] == {"王敏", "陈静"}


def test_what_was_not_held(make: Make) -> None:
    """Of what was not held nobody counts as present."""
    made = make(
        "{类型: 党课, 日期: 2016-04-01, 状态: 取消, 原因: 停电, 备注: 王敏未到}"
    )
    assert made.told == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("内容: 应到8人，实到5人，学党章", True),
        ("备注: 到会两人", True),
        ("内容: 实到会 5 个人", True),
        ("内容: 上次实到3人，今天到会5人", True),
        ("内容: 实到６名", True),
        ("内容: 实到党员五位，列席2人", True),
        # As many as are counted, or more, with the guests.
        ("内容: 实到7人", False),
        ("内容: 到会二十人", False),
        ("内容: 到会十五人，其中群众8人", False),
        # Of another time, of the electors, of none, of what is no number.
        ("内容: 上次会议实到3人", False),
        ("内容: 正式党员实到4人，表决同意4票", False),
        ("内容: 到会人员签到", False),
        ("内容: 实到一二三人", False),
        ("题目: 实到5人", False),
        ("内容: 应到8人实到5人符合人数", True),
        ("内容: 本次会议党员到会5人（书记主持）", True),
        # Of some of the branch, of others, or of several sittings.
        ("内容: 第一组实到3人", False),
        ("内容: 第一组：应到4人，实到3人；第二组：应到4人，实到4人", False),
        ("内容: 群众代表到会4人", False),
        ("内容: 到会2人指导工作。", False),
        ("内容: 上级到会2人指导", False),
        ("内容: 先到会两人布置会场", False),
        ("内容: 到会3名候选人自我介绍", False),
        ("内容: 通报出勤：一月实到5人，二月实到6人", False),
    ],
)
def test_fewer_came_than_are_counted(make: Make, said: str, *, told: bool) -> None:
    """It is told; who of them was there is not known."""
    made = make(f"""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        {said}
        """)
    assert made.told == ([("F417", 4, 1)] if told else [])
    assert made.levels("F417") == ["warning"] * told
    fact = made.one("party-lecture")
    assert (len(fact.people["present"]) == 7) is not told
    assert (len(fact.people.get("unclear", ())) == 7) is told
    assert ("present" in fact.unknown) is told


def test_of_nobody_fewer_came(make: Make) -> None:
    """Where nobody is counted there is nothing to tell, and it is held all the same."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: {出席: 王敏、陈静、李娜}
        内容: 实到2人
        """)
    assert made.told == [("F417", 4, 1)]
    assert made.one("party-lecture").unknown == {"present"}
    made = make("""
        类型: 党课
        日期: 2016-04-01
        状态: 已开展
        内容: 实到2人
        """)
    assert made.told == []
