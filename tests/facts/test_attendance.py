"""Who was there: 全体 in all its bases, names, control numbers."""

from __future__ import annotations

from typing import Any

import pytest

from .conftest import Make, who

MAY = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、胡斌、宋涛"
JUNE = "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、胡斌、许诺"
STUDY = "类型: 集体学习\n日期: {day}\n出席情况: {there}\n"


def roles(fact: Any) -> dict[str, frozenset[str]]:
    """The five states of those who could be there."""
    states = ("expected", "present", "excused", "absent", "unstated")
    return {state: fact.people[state] for state in states}


@pytest.mark.parametrize(
    ("day", "roster"),
    [
        ("2016-05-30", MAY),
        ("2016-05-31", MAY),
        ("2016-06-01", JUNE),
        ("2016-02-29", MAY),
        ("2015-02-28", MAY.replace("、周建国", "")),
        ("2015-03-01", MAY),
    ],
)
def test_everyone_is_the_roster_of_the_day(make: Make, day: str, roster: str) -> None:
    """Joiners from their first day, leavers to their last; on leave is excused."""
    made = make(STUDY.format(day=day, there="全体"))
    fact = made.one("collective-study")
    away = who("胡斌") if day > "2016-02-29" else who("")
    assert made.told == []
    assert roles(fact) == {
        "expected": who(roster) - away,
        "present": who(roster) - away,
        "excused": away,
        "absent": who(""),
        "unstated": who(""),
    }


@pytest.mark.parametrize(
    ("there", "present", "told"),
    [
        ("{应到: 8, 实到: 8}", None, ["F424"]),  # 胡斌 is on leave: only 7 can be there
        ("{应到: 8, 实到: 7}", "胡斌", []),
        ("{应到: 7, 实到: 7}", "胡斌", []),
        ("{实到: 7}", "胡斌", []),
        ("{实到: 6}", None, ["F424"]),
        ("{实到: 0}", "", ["F421"]),
        ("{应到: 9, 实到: 7}", None, ["F424"]),
        ("{应到: 8, 实到: 6, 请假: 李娜（出差）}", "胡斌、李娜", []),
        ("{实到: 6, 缺席: 李娜}", "胡斌、李娜", []),
        ("{实到: 5, 缺席: 李娜}", "", ["F424"]),
        ("{应到: 8, 缺席: 李娜}", "", []),
        ("{实到: 0, 缺席: 李娜}", "", ["F421"]),
        # whom nobody knows may be any of them
        ("{实到: 6, 请假: 赵钱孙（出差）}", "", ["F401"]),
        ("{实到: 5, 缺席: 李娜, 请假: 王敏（病假）}", "胡斌、李娜、王敏", []),
    ],
)
def test_numbers_that_say_who_came(
    make: Make, there: str, present: str | None, told: list[str]
) -> None:
    """All the others, where there are just so many of them; else nobody knows who.

    `present` names who was not there; None: it is not known; empty: nobody is said to
    have been, and but for 实到: 0 of whom nothing is said nobody knows.
    """
    made = make(STUDY.format(day="2016-04-15", there=there))
    fact = made.one("collective-study")
    assert [fault.code for fault in made.faults] == told
    if present is None:
        assert {"present", "excused", "absent", "unstated"} <= fact.unknown
        assert fact.people == {"expected": who(MAY) - who("胡斌")}
        return
    assert fact.people["present"] == (who(MAY) - who(present) if present else who(""))
    assert bool(fact.people["unstated"]) is not bool(present)
    untold = who("") if present or "F421" in told else fact.people["unstated"]
    assert fact.people.get("untold", who("")) == untold
    assert fact.unknown == ({"present"} if untold else frozenset())
    assert made.levels("F424") == ["warning"] * ("F424" in told)


def test_numbers_prove_nothing_where_names_are_in_doubt(make: Make) -> None:
    """A name that cannot be read may be anybody's."""
    there = "{实到: 6, 请假: 李娜娜（出差）}"
    made = make(STUDY.format(day="2016-04-15", there=there))
    fact = made.one("collective-study")
    assert fact.people["present"] == who("")
    text = STUDY.format(day="2016-04-15", there="{实到: 7}") + "除外: “李娜”\n"
    made = make(text, misread=("F410",))
    assert [fault.code for fault in made.faults] == ["F424"]
    assert "present" in made.one("collective-study").unknown


@pytest.mark.parametrize(
    ("day", "on_leave"),
    [
        ("2016-02-29", False),
        ("2016-03-01", True),
        ("2017-02-28", True),
        ("2017-03-01", False),
    ],
)
def test_leave_holds_on_its_first_and_last_day(
    make: Make, day: str, *, on_leave: bool
) -> None:
    """Who is on long leave is excused by himself, both ends included."""
    fact = make(STUDY.format(day=day, there="全体"), as_of="2017-12-31").one(
        "collective-study"
    )
    assert ("胡斌" in fact.people["excused"]) is on_leave
    assert ("胡斌" in fact.people["present"]) is not on_leave


def test_who_is_on_leave_may_take_part(make: Make) -> None:
    """`全体、胡斌` adds a man on leave who did come."""
    fact = make(STUDY.format(day="2016-04-01", there="全体、胡斌")).one(
        "collective-study"
    )
    assert fact.people["present"] == who(MAY)
    assert fact.people["excused"] == who("")


def test_except_takes_one_out(make: Make) -> None:
    """除外: neither present nor absent, nothing is said of him."""
    fact = make("""
        类型: 集体学习
        日期: 2016-04-01
        除外: 郭芳
        出席情况: 全体
        """).one("collective-study")
    assert fact.people["present"] == who(MAY) - who("郭芳、胡斌")
    assert fact.people["unstated"] == who("郭芳")
    assert fact.people["absent"] == who("")


def test_nobody_is_absent_by_silence(make: Make) -> None:
    """Named are two; of the rest nothing is known but the long leave."""
    made = make(STUDY.format(day="2016-04-01", there="{出席: 王敏、陈静, 缺席: 李娜}"))
    assert made.told == []
    assert roles(made.one("collective-study")) == {
        "expected": who(MAY) - who("胡斌"),
        "present": who("王敏、陈静"),
        "excused": who("胡斌"),
        "absent": who("李娜"),
        "unstated": who("郭芳、阿依古丽·艾山、周建国、宋涛"),
    }


@pytest.mark.parametrize(
    ("there", "present", "absent", "unstated"),
    [
        (
            "{出席: 王敏、陈静, 缺席: 其余}",
            "王敏、陈静",
            "李娜、郭芳、阿依古丽·艾山、周建国、宋涛",
            "",
        ),
        (
            "{缺席: 全体, 请假: 李娜（出差）}",
            "",
            "王敏、陈静、郭芳、阿依古丽·艾山、周建国、宋涛",
            "",
        ),
        (
            "{缺席: 全体、王敏}",
            "",
            "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛",
            "",
        ),
    ],
)
def test_the_rest_were_absent(
    make: Make, there: str, present: str, absent: str, unstated: str
) -> None:
    """Who is not named otherwise, where 缺席 says so; not who is on leave."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    fact = made.one("collective-study")
    assert fact.people["present"] == who(present)
    assert fact.people["absent"] == who(absent)
    assert fact.people["unstated"] == who(unstated)
    assert fact.state == ("held" if present else "undone")
    assert [code for code, _, _ in made.told] == ([] if present else ["F421"])


@pytest.mark.parametrize(
    "there",
    ["{出席: 王明, 缺席: 其余}", "{出席: 王敏, 请假: 王明（病假）, 缺席: 其余}"],
)
def test_the_rest_of_whom_nobody_knows(make: Make, there: str) -> None:
    """A name on no roster may be any of them: it is not known who came."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    fact = made.one("collective-study")
    assert [code for code, _, _ in made.told] == ["F401"]
    assert {"present", "unstated"} <= fact.unknown
    assert (fact.people["absent"], fact.state) == (who(""), "held")


@pytest.mark.parametrize(
    ("there", "codes"),
    [
        ("{出席: 无}", ["F421"]),
        ("{出席: 无, 列席: 外单位3人}", []),
        ("{出席: 无, 缺席: 王敏}", ["F421"]),
        # Of whom nothing is said, nothing is known.
        ("{缺席: 王敏}", []),
        ("{出席: 王明}", ["F401"]),
    ],
)
def test_nobody_came(make: Make, there: str, codes: list[str]) -> None:
    """What is said of the attendance disproves that it was held."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert [code for code, _, _ in made.told] == codes
    state = made.one("collective-study").state
    assert state == ("undone" if "F421" in codes else "held")


def test_nobody_of_ours_came_to_what_others_held(make: Make) -> None:
    """What the unit above holds is held without us."""
    made = make("""
        类型: 中心组学习
        日期: 2016-04-01
        出席情况: {出席: 无}
        """)
    assert made.told == []
    assert made.one("central-group-study").state == "held"


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("内容: 因农忙未开展，材料发给个人自学", (4, 1)),
        ("主题: 因大雨未开展", (4, 1)),
        ("题目: 原定的党课未讲", (4, 1)),
        ("内容: 上次因故取消，今天补上", None),
        ("议程: 本月没有需要研究的事项，未开会", (4, 1)),
        ("议程: [未召开会议, 听取汇报]", None),
        ("备注: 因故未开展", (4, 1)),
        ("备注: 讨论未开展", None),
    ],
)
def test_held_and_not_held(
    make: Make, said: str, place: tuple[int, int] | None
) -> None:
    """What it tells of the sitting says that there was none: it does not count."""
    made = make(f"""
        类型: 党课
        日期: 2016-04-01
        出席情况: 全体
        {said}
        """)
    assert made.told == ([("F425", *place)] if place else [])
    assert made.one("party-lecture").state == ("undone" if place else "held")


@pytest.mark.parametrize(
    ("name", "all_of_them"),
    [
        ("每名党员进行党性分析", True),
        ("党员逐个发言", True),
        ("全体党员大会表决", False),
        ("进行党性分析", False),
    ],
)
def test_a_step_of_everybody(make: Make, name: str, all_of_them: bool) -> None:
    """Its name says so; who was not there took no part."""
    made = make(f"""
        类型: 组织生活会
        日期: 2016-04-01
        出席情况: {{出席: 王敏、李娜, 缺席: 其余}}
        环节: {name}
        """)
    step = made.one("step")
    assert step.people.get("participant") == (
        who("王敏、李娜") if all_of_them else None
    )
    assert ("participant" in step.unknown) is not all_of_them


@pytest.mark.parametrize(
    ("name", "those"),
    [
        ("书记作党性分析", "王敏"),
        ("请党支部书记本人做个人党性分析", "王敏"),
        ("书记党性分析", "王敏"),
        ("支委逐个作党性分析", "王敏、陈静"),
        ("各支委分别作党性分析", "王敏、陈静"),
        ("班子成员逐一对照检查", "王敏、陈静"),
        ("支部班子及其成员对照职能职责进行党性分析", "王敏、陈静"),
        ("支委会及成员逐个作党性分析", "王敏、陈静"),
        ("党性分析（逐人）", "李娜、王敏、陈静"),
        ("个人自评：每人", "李娜、王敏、陈静"),
        ("李娜、王敏分别作党性分析", "李娜、王敏"),
        ("由李娜同志作党性分析", "李娜"),
        ("李娜和郭芳作党性分析", "李娜"),  # 郭芳 was not there
        ("郭芳作党性分析", ""),
        ("党性分析：李娜、王敏", "李娜、王敏"),
        ("党性分析：王 敏", "王敏"),
        ("个人自评：全体", "李娜、王敏、陈静"),
        ("个人自评：逐人", "李娜、王敏、陈静"),
        ("民主测评：全体", "李娜、王敏、陈静"),
        ("民主测评：每名党员均参加", "李娜、王敏、陈静"),
        ("民主测评：全体党员大会上", None),
        ("党性分析：王敏主持", None),
        ("查摆问题：思想、作风", None),
        ("民主测评：王敏、李娜", None),
        ("计票：王敏、李娜", None),
        ("监票：王敏、李娜", None),
        ("书记带头作党性分析", None),
        ("书记代表支委会作党性分析", None),
        ("书记主持党性分析", None),
        ("书记通报党性分析情况", None),
        ("班子成员作党性分析", None),
        ("支委会及成员存在问题的说明", None),
        ("每人次不限", None),
        ("支委会作党性分析", None),
        ("李娜等三人作党性分析", None),
        ("李娜领学，之后作党性分析", None),
        ("李四作党性分析", None),
    ],
)
def test_who_took_a_step_by_its_name(make: Make, name: str, those: str | None) -> None:
    """What its name plainly says of who took part, of those who were there."""
    made = make(f"""
        类型: 组织生活会
        日期: 2016-04-01
        出席情况: {{出席: 王敏、李娜、陈静, 缺席: 其余}}
        环节:
        - {name}
        """)
    step = made.one("step")
    assert step.people.get("participant") == (
        None if those is None else frozenset(those.split("、")) - {""}
    )
    assert ("participant" in step.unknown) is (those is None)


def test_a_step_by_its_name_where_it_is_not_known_who_came(make: Make) -> None:
    """Nothing is made of its name."""
    made = make("""
        类型: 组织生活会
        日期: 2016-04-01
        出席情况: {出席: 全体, 请假: 王娜（病假）}
        环节: 书记作党性分析
        """)
    assert "participant" not in made.one("step").people


def test_cancelled_and_attended(make: Make) -> None:
    """It counts as not held, and that is said."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        状态: 取消
        原因: 防汛
        出席情况: 全体
        """)
    assert made.told == [("F422", 5, 1)]
    assert made.one("collective-study").state == "cancelled"


def test_everyone_leaves_out_who_is_named_elsewhere(make: Make) -> None:
    """全体 less the excused and the absent."""
    made = make(
        STUDY.format(
            day="2016-04-01", there="{出席: 全体, 请假: 李娜（出差）, 缺席: 郭芳}"
        )
    )
    fact = made.one("collective-study")
    assert fact.people["present"] == who("王敏、陈静、阿依古丽·艾山、周建国、宋涛")
    assert fact.people["excused"] == who("李娜、胡斌")
    assert fact.people["absent"] == who("郭芳")


def test_excuse_without_reason_is_absence(make: Make) -> None:
    """A warning at the name; with a reason elsewhere nothing is told."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        出席情况:
          出席: 全体
          请假: 李娜（出差）、郭芳
        """)
    assert made.told == [("F405", 5, 14)]
    assert made.levels("F405") == ["warning"]
    assert made.values("F405") == {"name": "郭芳"}
    fact = made.one("collective-study")
    assert fact.people["absent"] == who("郭芳")
    assert fact.people["excused"] == who("李娜、胡斌")
    assert fact.people["present"] == who(MAY) - who("李娜、郭芳、胡斌")


def test_twice_in_one_state(make: Make) -> None:
    """The second is a fault; the reason given first stands."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        出席情况:
          出席: 王敏、王敏
          请假: 李娜（出差）、李娜
        """)
    assert made.told == [("F403", 4, 10), ("F403", 5, 14)]
    fact = made.one("collective-study")
    assert fact.people["present"] == who("王敏")
    assert fact.people["excused"] == who("李娜、胡斌")
    assert fact.people["absent"] == who("")


def test_in_two_states(make: Make) -> None:
    """An excuse goes before absence, absence before presence; both are told."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        出席情况:
          出席: 王敏、李娜、郭芳
          请假: 李娜（出差）
          缺席: 郭芳、李娜
        """)
    assert made.told == [("F404", 4, 10), ("F404", 4, 13), ("F404", 6, 10)]
    assert [dict(f.values) for f in made.faults] == [
        {"name": "李娜", "state": "absent", "other": "excused"},
        {"name": "李娜", "state": "present", "other": "excused"},
        {"name": "郭芳", "state": "present", "other": "absent"},
    ]
    fact = made.one("collective-study")
    assert fact.people["present"] == who("王敏")
    assert fact.people["excused"] == who("李娜、胡斌")
    assert fact.people["absent"] == who("郭芳")


@pytest.mark.parametrize("expected", [7, 8])
def test_expected_with_or_without_leave(make: Make, expected: int) -> None:
    """应到 may count those on leave or not; it is no name."""
    there = f"{{应到: {expected}, 出席: 全体, 实到: 7}}"
    assert make(STUDY.format(day="2016-04-01", there=there)).told == []


@pytest.mark.parametrize("expected", [6, 9])
def test_expected_that_does_not_fit(make: Make, expected: int) -> None:
    """The newest member is named: a forgotten `from` is the usual cause."""
    there = f"{{应到: {expected}, 出席: 全体}}"
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert made.told == [("F407", 3, 7)]
    assert made.values("F407") == {
        "written": str(expected),
        "roster": "8",
        "leave": "1",
        "newest": "周建国",
    }


def test_expected_before_anyone_was_there(make: Make) -> None:
    """On a day without a roster no one is the newest."""
    made = make(STUDY.format(day="2014-01-10", there="{应到: 3, 出席: 全体}"))
    assert made.values("F407")["newest"] == ""
    assert made.one("collective-study").people["present"] == who("")


def test_count_against_the_names(make: Make) -> None:
    """实到 is compared with those named who belong to the branch."""
    there = "{出席: 王敏、陈静, 实到: 3}"
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert made.told == [("F417", 3, 7)]
    assert made.values("F417") == {"written": "3", "named": "2"}


def test_group_is_its_members_on_the_roster(make: Make) -> None:
    """全体 of a group: its members of that day, not the branch."""
    made = make("""
        - {类型: 党小组会, 党小组: 第二党小组, 日期: 2016-05-31, 出席情况: 全体}
        - {类型: 党小组会, 党小组: 第二党小组, 日期: 2016-06-01, 出席情况: 全体}
        """)
    before, after = made.of("group-meeting")
    assert (before.level, before.owner) == ("group", "第二党小组")
    assert before.people["expected"] == who("周建国、郭芳、宋涛")
    assert before.people["present"] == who("周建国、郭芳、宋涛")
    assert after.people["expected"] == who("周建国、郭芳、许诺")
    assert after.people["present"] == who("周建国、郭芳、许诺")


@pytest.mark.parametrize(
    ("day", "committee"),
    [("2016-05-31", "王敏、陈静、宋涛"), ("2016-06-01", "王敏、陈静、周建国")],
)
def test_committee_is_who_is_in_office(make: Make, day: str, committee: str) -> None:
    """全体 of a committee meeting: those in office that day."""
    fact = make(f"类型: 支委会\n日期: {day}\n出席情况: 全体\n").one("committee-meeting")
    assert fact.people["expected"] == who(committee)
    assert fact.people["present"] == who(committee)


def test_committee_meeting_that_is_also_a_general_one(make: Make) -> None:
    """Declared a meeting of all members too, its base is the roster."""
    fact = make("类型: 支委会、党员大会\n日期: 2016-04-01\n出席情况: 全体\n").one(
        "committee-meeting"
    )
    assert fact.people["expected"] == who(MAY) - who("胡斌")


def test_committee_meeting_of_a_branch_without_one(make: Make) -> None:
    """Nobody in office: the base is the roster."""
    branch = "名称: 甲\n规则包: a\n党员: [{姓名: 王敏、李娜, 起: 2014-11-20}]\n"
    text = "类型: 支委会\n日期: 2016-04-01\n出席情况: 全体\n"
    assert make(text, branch=branch).one("committee-meeting").people["present"] == who(
        "王敏、李娜"
    )


def test_unknown_name_with_the_nearest(make: Make) -> None:
    """The name is left out, the rest stands."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        出席情况:
          出席: 王敏、李那
        """)
    assert made.told == [("F401", 4, 10)]
    assert made.values("F401") == {"name": "李那", "like": "李娜"}
    assert made.one("collective-study").people["present"] == who("王敏")


def test_unknown_name_like_no_one(make: Make) -> None:
    """Nothing is suggested where nothing is near."""
    made = make(STUDY.format(day="2016-04-01", there="{出席: 欧阳子涵}"))
    assert made.told == [("F401", 3, 12)]
    assert made.values("F401") == {"name": "欧阳子涵", "like": ""}


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("李娜 郭芳", "李娜、郭芳"),
        ("李娜郭芳王敏", "李娜、郭芳、王敏"),
        ("阿依古丽·艾山 李娜", ""),
    ],
)
def test_names_run_together(make: Make, written: str, parts: str) -> None:
    """A chain of known names is told as such; a blank never separates."""
    made = make(STUDY.format(day="2016-04-01", there=f"{{出席: {written}}}"))
    parts = parts or "阿依古丽·艾山、李娜"
    assert made.told == [("F402", 3, 12)]
    assert made.values("F402") == {"name": written, "parts": parts}
    assert "present" not in made.one("collective-study").people


def test_chain_that_breaks_off(make: Make) -> None:
    """A known name with an unknown rest is one unknown name."""
    made = make(STUDY.format(day="2016-04-01", there="{出席: 李娜甲乙}"))
    assert made.values("F401") == {"name": "李娜甲乙", "like": "李娜"}


def test_blanks_and_dots_are_alike(make: Make) -> None:
    """An ideographic blank in a name, another middle dot: the same person."""
    made = make(
        STUDY.format(day="2016-04-01", there="{出席: 李　娜、阿依古丽•艾山、王 敏}")
    )
    assert made.told == []
    assert made.one("collective-study").people["present"] == who(
        "李娜、阿依古丽·艾山、王敏"
    )


@pytest.mark.parametrize(
    ("day", "name", "values"),
    [
        ("2016-05-31", "许诺", {"since": "2016-06-01", "side": "from"}),
        ("2016-06-01", "宋涛", {"since": "2016-05-31", "side": "until"}),
    ],
)
def test_not_on_the_roster_that_day(
    make: Make, day: str, name: str, values: dict[str, str]
) -> None:
    """Not yet there, or no longer: a fault with the day that decides."""
    made = make(STUDY.format(day=day, there=f"{{出席: 王敏、{name}}}"))
    assert made.told == [("F411", 3, 15)]
    assert made.values("F411") == {"name": name, "day": day, **values}
    assert made.one("collective-study").people["present"] == who("王敏")


def test_left_and_came_back(make: Make) -> None:
    """Two stays: on the roster in both, in the gap in neither."""
    branch = """
        名称: 甲
        规则包: a
        党员:
          - {姓名: 王敏, 起: 2014-01-01, 止: 2015-12-31}
          - {姓名: 王敏, 起: 2016-03-01}
        """
    text = """
        - {类型: 集体学习, 日期: 2015-12-31, 出席情况: {出席: 王敏}}
        - {类型: 集体学习, 日期: 2016-02-29, 出席情况: {出席: 王敏}}
        - {类型: 集体学习, 日期: 2016-03-01, 出席情况: {出席: 王敏}}
        """
    made = make(text, branch=branch)
    assert made.told == [("F411", 2, 41)]
    assert [f.people.get("present", who("")) for f in made.of("collective-study")] == [
        who("王敏"),
        who(""),
        who("王敏"),
    ]


def test_guests_are_named_once(make: Make) -> None:
    """A guest may be host or speak; he is of no state, and no fault."""
    made = make("""
        类型: 集体学习
        日期: 2016-06-10
        主持人: 宋涛
        发言: {主讲: 马骏}
        出席情况: {出席: 全体、马骏, 列席: 马骏（机关党委）、宋涛}
        """)
    fact = made.one("collective-study")
    assert made.told == []
    assert fact.people["host"] == who("宋涛")
    assert fact.people["lecturer"] == who("马骏")
    assert fact.people["present"] == who(JUNE) - who("胡斌") | who("马骏")
    assert fact.people["expected"] == who(JUNE) - who("胡斌")


def test_branch_without_a_roster(make: Make) -> None:
    """No one to compare with: names stand, who was there is not known."""
    made = make(
        "类型: 集体学习\n日期: 2016-04-01\n主持人: 马骏\n出席情况: 全体\n",
        branch="名称: 甲\n规则包: a\n",
        misread=("F709",),
    )
    fact = made.one("collective-study")
    assert made.told == []
    assert fact.people == {"host": who("马骏")}
    assert fact.unknown == {"present", "excused", "absent", "expected"}


def test_same_name_twice_in_a_role(make: Make) -> None:
    """A names field that holds a person twice says so at the second."""
    made = make("""
        类型: 集体学习
        日期: 2016-04-01
        责任人: 李娜、李　娜
        出席情况: 全体
        """)
    assert made.told == [("F403", 3, 9)]
    assert made.one("collective-study").people["responsible"] == who("李娜")


# --- 全体 and what a slip of the pen leaves open -------------------------------------

REST = who(MAY) - who("胡斌")


@pytest.mark.parametrize(
    ("there", "code", "left_out"),
    [
        ("{出席: 全体, 请假: 李那（出差）}", "F401", "李娜"),
        ("{出席: 全体, 缺席: 李那}", "F401", "李娜"),
        ("{出席: 全体, 请假: 李那（出差）、郭方（病假）}", "F401", "李娜、郭芳"),
        ("{出席: 全体, 请假: 李娜 郭芳（出差）}", "F402", "李娜、郭芳"),
        ("{出席: 全体, 请假: 李那（出差）, 列席: 群众李那}", "", ""),
        ("{出席: 全体, 请假: 宋江（出差）, 列席: 群众}", "F401", "宋涛"),
        ("全体、李娜请假", "F401", "李娜"),
        ("全体，除李娜", "F401", "李娜"),
        ("全体、钱七", "F401", ""),
    ],
)
def test_nobody_is_present_by_a_slip(
    make: Make, there: str, code: str, left_out: str
) -> None:
    """Whom a misspelt name under 请假 or 缺席 may mean, 全体 does not make present: of
    him nothing is said."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    fact = made.one("collective-study")
    assert {fault.code for fault in made.faults} == ({code} if code else set())
    assert fact.people["present"] == REST - who(left_out)
    assert fact.people["unstated"] == who(left_out)
    assert not fact.unknown


def test_a_slip_in_who_is_left_out(make: Make) -> None:
    """除外 leaves out whom its misspelt name may mean."""
    text = STUDY.format(day="2016-04-01", there="全体") + "除外: 郭方\n"
    made = make(text)
    assert made.told == [("F401", 4, 5)]
    assert made.one("collective-study").people["present"] == REST - who("郭芳")


@pytest.mark.parametrize(
    ("there", "misread"),
    [
        ("{出席: 全体, 请假: 欧阳子涵（出差）}", ()),
        ("{出席: 全体, 缺席: 李那、欧阳子涵}", ()),
        ("{出席: 全体, 请假: 李娜（出差）、“郭芳”（病假）}", ("F410",)),
        ("{出席: 全体, 请假: 3人}", ("F406",)),
        ("全体、两人请假", ()),
        ("{出席: 全体, 缺席: 无、李娜}", ("F419",)),
        ("{出席: 全体, 缺席: [无, 李娜]}", ("F419",)),
        ("{出席: 全体, 请假: 全体}", ("F419",)),
        ("{出席: 全体, 请假: {李娜: [出差]}}", ("F410",)),
        ("{出席: 全体, 没来: 李娜}", ("F201",)),
        ("{出席: 全体, 请价: 李娜（出差）}", ("F201",)),
        ("{出席: 全体, 请假: [李娜（出差）, [], 郭芳（病假）]}", ("F117",)),
    ],
)
def test_nobody_knows_who_was_not_there(
    make: Make, there: str, misread: tuple[str, ...]
) -> None:
    """Somebody was away and nobody knows who: then not who was present, either."""
    made = make(STUDY.format(day="2016-04-01", there=there), misread=misread)
    fact = made.one("collective-study")
    assert fact.state == "held"
    assert not {"present", "unstated"} & fact.people.keys()
    assert fact.unknown == {"present", "unstated"}
    assert fact.people["expected"] == who(MAY) - who("胡斌")


def test_as_like_to_two(make: Make) -> None:
    """A misspelt name that is as like to two members means nobody knows whom."""
    branch = "名称: 甲\n规则包: a\n党员: [{姓名: 李娜、李静、王敏, 起: 2014-11-20}]\n"
    there = "{出席: 全体, 请假: 李那（出差）}"
    fact = make(STUDY.format(day="2016-04-01", there=there), branch=branch).one(
        "collective-study"
    )
    assert fact.unknown == {"present", "unstated"}


@pytest.mark.parametrize(
    ("there", "extra", "misread"),
    [
        ("{出席: 王敏、陈静, 请假: 3人}", "", ("F406",)),
        ("{出席: 王敏、陈静, 没来: 李娜}", "", ("F201",)),
        ("{出席: 王敏、陈静}", "除外: “李娜”\n", ("F410",)),
    ],
)
def test_who_is_named_was_there(
    make: Make, there: str, extra: str, misread: tuple[str, ...]
) -> None:
    """Names say who was present, whatever could not be read of the others."""
    text = STUDY.format(day="2016-04-01", there=there) + extra
    fact = make(text, misread=misread).one("collective-study")
    assert fact.people["present"] == who("王敏、陈静")


def test_everyone_but_whom(make: Make) -> None:
    """除外 that cannot be read leaves open whom 全体 means."""
    text = STUDY.format(day="2016-04-01", there="全体") + "除外: “李娜”\n"
    fact = make(text, misread=("F410",)).one("collective-study")
    assert fact.unknown == {"present", "unstated", "except"}


def test_step_of_those_present_nobody_knows(make: Make) -> None:
    """全体 of a step are those present: not known where that is not."""
    made = make(
        """
        类型: 组织生活会
        日期: 2016-12-16
        出席情况: {出席: 全体, 请假: 3人}
        环节:
          - {名称: 民主测评, 参加人: 全体}
          - {名称: 党员互评, 参加人: 王敏、陈静}
          - {名称: 个人自评, 日期: 2016-12-15, 参加人: 全体}
        """,
        misread=("F406",),
    )
    steps = {fact.attrs["name"]: fact for fact in made.of("step")}
    assert steps["民主测评"].unknown == {"participant"}
    assert steps["党员互评"].people["participant"] == who("王敏、陈静")
    assert steps["个人自评"].people["participant"] == who(JUNE) - who("胡斌")


# --- records that give no fact -------------------------------------------------------


@pytest.mark.parametrize(
    "head", ["类型: 集体习学\n日期: 2016-04-01", "类型: 集体学习\n日期: 4月1日"]
)
def test_names_of_a_record_without_kind_or_day(make: Make, head: str) -> None:
    """Names on no roster are told of; who was there when is not asked."""
    made = make(
        head
        + """
主持人: 王民
发言:
  - {姓名: 李那, 角色: 主讲}
  - {姓名: 欧阳子涵, 角色: 主讲, 来自: 市委党校}
身份: {普通党员: 郭方}
除外: 许若
出席情况: {出席: 全体, 请假: 许诺（出差）、宋江（出差）, 列席: 宋江, 缺席: 李娜 郭芳}
""",
        misread=("F301",) if "习学" in head else ("F304",),
    )
    assert made.all == []
    assert made.told == [
        ("F401", 3, 6),
        ("F401", 5, 10),
        ("F401", 7, 12),
        ("F401", 8, 5),
        ("F402", 9, 47),
    ]


def test_rows_of_a_table_without_kind(make: Make) -> None:
    """The rows are looked through, too."""
    made = make(
        """
        类型: 党费表
        明细:
          - {日期: 2016-04-01, 党员: 李那}
          - {日期: 4月1日, 党员: 李娜}
          - 李娜
        """,
        misread=("F301", "F304"),
    )
    assert made.told == [("F401", 3, 26)]


def test_names_of_a_record_without_kind_and_roster(make: Make) -> None:
    """Without a roster there is nothing to compare with."""
    text = "类型: 集体习学\n日期: 2016-04-01\n主持人: 王民\n"
    made = make(text, branch="名称: 甲\n规则包: a\n", misread=("F709", "F301"))
    assert made.told == []


@pytest.mark.parametrize(
    ("there", "like"),
    [
        ("{出席: 全体同志}", "全体"),
        ("{请假: 李娜出差}", "李娜（出差）"),
        ("{请假: 李娜出差（甲）}", "李娜"),
        ("{请假: 欧阳子涵}", ""),
        ("{请假: 出差李娜}", "李娜"),
    ],
)
def test_what_was_perhaps_meant(make: Make, there: str, like: str) -> None:
    """全体 with a word behind it, an excuse without its brackets."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert made.values("F401")["like"] == like


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("李娜.郭芳", "李娜、郭芳"),
        ("李娜\t郭芳\t王敏", "李娜、郭芳、王敏"),
        ("李娜-郭芳", "李娜、郭芳"),
        ("李娜和郭芳以及王敏", "李娜、郭芳、王敏"),
        ("阿依古丽·艾山·李娜", "阿依古丽·艾山、李娜"),
    ],
)
def test_what_does_not_separate(make: Make, written: str, parts: str) -> None:
    """Tabs, dots, 和: told as several names, none of which is taken."""
    made = make(STUDY.format(day="2016-04-01", there=f"{{出席: {written}}}"))
    assert made.values("F402")["parts"] == parts
    assert "present" not in made.one("collective-study").people


def test_the_hundredth_unknown_name(make: Make) -> None:
    """Suggestions cost time: a branch has two hundred of them."""
    names = "、".join(f"李{chr(0x4E00 + number)}" for number in range(203))
    made = make(STUDY.format(day="2016-04-01", there=f"{{出席: {names}}}"))
    likes = [dict(fault.values)["like"] for fault in made.faults]
    assert sum(map(bool, likes)) == 200


@pytest.mark.parametrize("written", ["阿依古丽·艾山", "阿依古丽•艾山", "阿依古丽.艾山"])
@pytest.mark.parametrize(
    ("day", "known"),
    [
        ("2015-06-30", True),
        ("2015-07-01", False),
        ("2015-12-31", False),
        ("2016-01-01", True),
    ],
)
def test_who_came_back_has_one_name(
    make: Make, day: str, written: str, known: bool
) -> None:
    """However the roster and the records write its blanks and dots."""
    branch = """
        名称: 甲
        规则包: a
        党员:
          - {姓名: 阿依古丽·艾山, 起: 2014-11-20, 止: 2015-06-30}
          - {姓名: 阿依古丽 ・ 艾山, 起: 2016-01-01}
        """
    made = make(
        f"类型: 党课\n日期: {day}\n状态: 已开展\n出席情况: {{出席: {written}}}\n",
        branch=branch,
    )
    assert [code for code, *_ in made.told] == ([] if known else ["F411"])
    present = made.one("party-lecture").people.get("present", frozenset())
    assert present == (frozenset({"阿依古丽·艾山"}) if known else frozenset())


def test_attendance_of_no_known_name(make: Make) -> None:
    """Who came is not known, so nobody is told that he did not."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        出席情况: 线上参加
        """)
    fact = made.one("party-lecture")
    assert made.told == [("F401", 3, 7)]
    assert fact.state == "held"
    assert {"present", "unstated"} <= fact.unknown
    assert "present" not in fact.people


@pytest.mark.parametrize(
    ("said", "unproven"),
    [
        ("出席情况: 全提", True),
        ("出席情况: {出席: 全提, 缺席: 王敏}", True),
        ("出席情况: {出席: 王敏, 缺席: 王敏}", True),
        ("出席情况: {出席: 全提}\n状态: 已开展", False),
        ("出席情况: {出席: 全提、王敏}", False),
        ("出席情况: {出席: 全提, 实到: 5}", False),
        ("出席情况: {出席: 全体, 缺席: 甲乙}", False),
        ("出席情况: {缺席: 王敏}", False),
        ("出席情况: {列席: 上级来人, 出席: 全提}", False),
        ("出席情况: 全提\n发言: {主讲: 王敏}", False),
    ],
)
def test_attendance_of_which_nothing_can_be_taken(
    make: Make, said: str, unproven: bool
) -> None:
    """It is all that says that it was held: whether it was is not known."""
    made = make(f"类型: 党课\n日期: 2016-04-01\n环节: 讨论\n{said}\n")
    assert made.one("party-lecture").state == "held"
    assert ("held" in made.one("party-lecture").unknown) is unproven
    assert ("held" in made.one("step").unknown) is unproven


@pytest.mark.parametrize(
    ("guests", "wanted"),
    [
        ("许诺", {"许诺"}),
        ("积极分子许诺、高 远，群众3人", {"许诺", "高远"}),
        ("许诺（入党积极分子）和高远", {"许诺", "高远"}),
        ("许诺和、高远山", {"许诺"}),
        ("群众许诺", None),
        ("上级来人", None),
    ],
)
def test_candidates_among_the_guests(
    make: Make, guests: str, wanted: set[str] | None
) -> None:
    """Who is no member yet sits in as a guest; a member does so no more."""
    branch = "名称: 甲\n规则包: a\n党员: [{姓名: 王敏, 起: 2014-01-01}%s]\n发展党员: [{姓名: 许诺}, {姓名: 高远}, {编号: 3}]\n"
    record = f"类型: 党课\n日期: 2016-06-01\n出席情况: {{出席: 全体, 列席: {guests}}}\n"
    made = make(record, branch=branch % "")
    assert made.one("party-lecture").people.get("guest") == wanted
    joined = make(record, branch=branch % ", {姓名: 许诺, 起: 2016-06-01}")
    left = (wanted or set()) - {"许诺"}
    assert joined.one("party-lecture").people.get("guest", set()) == left
