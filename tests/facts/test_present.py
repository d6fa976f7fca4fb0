"""Who was there, at the edges: what is counted, what is told, who is in doubt."""

from __future__ import annotations

import pytest

from .conftest import Make, who

STUDY = "类型: 集体学习\n日期: {day}\n出席情况: {there}\n"


@pytest.mark.parametrize(
    ("whose", "state"),
    [
        ("主题: 甲", "undone"),
        ("党小组: 第一党小组", "undone"),
        ("主办单位: 机关党委", "held"),
    ],
)
def test_nobody_came_to_what_was_ours(make: Make, whose: str, state: str) -> None:
    """What the branch or a group held alone is not held without anybody; that is told
    at the attendance."""
    made = make(f"类型: 集体学习\n{whose}\n日期: 2016-04-01\n出席情况: {{出席: 无}}\n")
    assert made.one("collective-study").state == state
    assert made.told == ([("F421", 4, 1)] if state == "undone" else [])


@pytest.mark.parametrize(
    ("there", "codes", "state"),
    [
        ("无", ["F421"], "undone"),
        ("{缺席: 全体}", ["F421"], "undone"),
        ("{缺席: 王敏}", [], "held"),
        ("{请假: 李娜（出差）}", [], "held"),
        ("{实到: 0}", ["F421"], "undone"),
        ("{实到: 0, 列席: 马骏}", [], "held"),
        # 全体 of whom each is named as away were not there.
        (
            "{出席: 全体, 缺席: 王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛}",
            ["F421"],
            "undone",
        ),
        (
            "{出席: 全体, 缺席: 王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国}",
            [],
            "held",
        ),
        (
            "{出席: 全体、胡斌, 缺席: 王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、宋涛}",
            [],
            "held",
        ),
        # Whom nobody knows may be any of them, and may have come.
        ("{请假: 王民（病假）, 缺席: 其余}", ["F401"], "held"),
        ("{缺席: 其余、王民}", ["F401"], "held"),
        ("{缺席: 全体, 列席: 马骏}", [], "held"),
        ("{出席: 王民, 缺席: 其余}", ["F401"], "held"),
    ],
)
def test_what_disproves_that_it_was_held(
    make: Make, there: str, codes: list[str], state: str
) -> None:
    """Only that everybody was away; not what is not said, or not known."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert [code for code, _, _ in made.told] == codes
    assert made.one("collective-study").state == state


def test_attendance_of_what_was_called_off(make: Make) -> None:
    """Is a warning at the attendance."""
    made = make(
        "类型: 集体学习\n日期: 2016-04-01\n状态: 取消\n原因: 防汛\n出席情况: 全体\n"
    )
    assert made.told == [("F422", 5, 1)]
    assert made.levels("F422") == ["warning"]


@pytest.mark.parametrize(
    ("there", "told"),
    [
        # Nobody is named who could be counted: who came nobody knows.
        ("{实到: 7, 缺席: 李娜}", ["F424"]),
        ("{实到: 0, 缺席: 李娜}", ["F421"]),
        # A name nobody knows is told of; that one is missing then, too, is no news.
        ("{实到: 3, 出席: 王敏、陈静、王民}", ["F401"]),
        ("{实到: 3, 出席: 王敏、陈静}", ["F417"]),
        ("{实到: 2, 出席: 王敏、陈静}", []),
        # Guests are not counted.
        ("{实到: 2, 出席: 王敏、陈静、马骏, 列席: 马骏}", []),
        ("{实到: 3, 出席: 王敏、陈静、马骏, 列席: 马骏}", ["F417"]),
    ],
)
def test_what_the_number_is_compared_with(
    make: Make, there: str, told: list[str]
) -> None:
    """实到 against those named as present, where all of them are known."""
    made = make(STUDY.format(day="2016-04-01", there=there))
    assert [code for code, _, _ in made.told] == told


@pytest.mark.parametrize(
    ("group", "expected", "leave"), [("第一党小组", 5, "0"), ("第二党小组", 5, "1")]
)
def test_how_many_were_expected_of_a_group(
    make: Make, group: str, expected: int, leave: str
) -> None:
    """Who is on leave counts in his own group only."""
    made = make(
        f"类型: 党小组会\n党小组: {group}\n日期: 2016-04-01\n"
        f"出席情况: {{应到: {expected}, 出席: 全体}}\n"
    )
    assert made.told == [("F407", 4, 7)]
    assert (made.values("F407")["roster"], made.values("F407")["leave"]) == ("4", leave)


def test_an_excuse_behind_others(make: Make) -> None:
    """Each that gives no reason is told of, whoever stands before it: a name nobody
    knows, one that is written twice."""
    made = make(
        STUDY.format(
            day="2016-04-01",
            there="{请假: 王民（病假）、李娜（出差）、李娜、郭芳、陈静}",
        )
    )
    assert [code for code, _, _ in made.told] == ["F401", "F403", "F405", "F405"]
    fact = made.one("collective-study")
    assert fact.people["excused"] == who("李娜、胡斌")
    assert fact.people["absent"] == who("郭芳、陈静")


def test_who_is_away_and_behind_a_guest(make: Make) -> None:
    """A name known, a guest, a name nobody knows: only the last leaves anybody open."""
    made = make(
        STUDY.format(
            day="2016-04-01", there="{出席: 全体, 列席: 马骏, 缺席: 李娜、马骏、郭方}"
        )
    )
    assert [code for code, _, _ in made.told] == ["F401"]
    fact = made.one("collective-study")
    assert fact.people["present"] == who("王敏、陈静、阿依古丽·艾山、周建国、宋涛")
    assert fact.people["unstated"] == who("郭芳")


def test_everyone_in_a_capacity(make: Make) -> None:
    """Those who were present."""
    made = make("""
        类型: 党员大会
        日期: 2016-04-01
        身份: {普通党员: 全体}
        出席情况: {出席: 王敏、李娜}
        """)
    assert made.one("all-member-meeting").people["ordinary"] == who("王敏、李娜")


def test_another_capacity_is_none_of_theirs(make: Make) -> None:
    """Only who came as an ordinary member did."""
    made = make("""
        类型: 党员大会
        日期: 2016-04-01
        身份: {列席: 王敏}
        出席情况: 全体
        """)
    assert "ordinary" not in made.one("all-member-meeting").people


@pytest.mark.parametrize("state", ["状态: 已开展", "状态: 计划"])
def test_everyone_in_a_step_without_attendance(make: Make, state: str) -> None:
    """The roster of the day less those on leave: nothing says that anybody was away."""
    made = make(f"""
        类型: 民主评议党员
        日期: 2016-12-31
        {state}
        环节: [{{名称: 互评, 参加人: 全体}}]
        """)
    step = made.one("step")
    assert step.people["participant"] == who(
        "王敏、陈静、李娜、郭芳、阿依古丽·艾山、周建国、许诺"
    )
    assert step.unknown == frozenset()


def test_the_same_sitting_three_times(make: Make) -> None:
    """Told of at each but the first, which stands."""
    row = "- {类型: 集体学习、党课, 日期: 2016-04-01, 出席情况: 全体}\n"
    made = make(row * 3)
    assert made.told == [("F501", 2, 3), ("F501", 3, 3)]
    assert made.one("collective-study").origin.line == 1


def test_self_study_of_two_on_a_day(make: Make) -> None:
    """Each of his own is one."""
    row = "- {{类型: 个人自学, 日期: 2016-04-01, 党员: {}, 状态: 已开展}}\n"
    made = make("".join(row.format(name) for name in ("李娜", "郭芳", "李娜")))
    assert [one.people["about"] for one in made.of("self-study")] == [
        who("李娜"),
        who("郭芳"),
    ]
    assert made.told == [("F501", 3, 3)]


def test_speakers_behind_one_nobody_knows(make: Make) -> None:
    """They spoke all the same; a guest may speak."""
    made = make("""
        类型: 党课
        日期: 2016-04-01
        发言: {主讲: 王民、李娜、马骏}
        出席情况: {出席: 全体, 列席: 马骏}
        """)
    assert made.told == [("F401", 3, 10)]
    assert made.one("party-lecture").people["lecturer"] == who("李娜、马骏")


@pytest.mark.parametrize(
    ("head", "there", "codes", "state"),
    [
        ("支委会", "李娜", ["F523"], "undone"),
        ("支委会", "李娜、陈静", [], "held"),
        # Whom nobody knows may be one of them.
        ("支委会", "李娜、陈晶", ["F401"], "held"),
        ("支委会", "李娜、李娜", ["F403"], "held"),
        ("支委会", "全体", [], "held"),
        ("支委会", "{请假: 陈静（出差）}", [], "held"),
        ("党小组会, 党小组: 第一党小组", "周建国、郭芳", ["F523"], "undone"),
        ("党小组会, 党小组: 第一党小组", "周建国、王敏", [], "held"),
        ("党员大会", "李娜", [], "held"),
    ],
)
def test_a_meeting_of_others(
    make: Make, head: str, there: str, codes: list[str], state: str
) -> None:
    """To a meeting of a body somebody of it came."""
    made = make(f"{{类型: {head}, 日期: 2016-04-01, 出席情况: {there}}}\n")
    assert [code for code, _, _ in made.told] == codes
    assert [fact.state for fact in made.all if "step" not in fact.kinds] == [state]


@pytest.mark.parametrize(
    ("said", "role", "left", "codes"),
    [
        ("发言: {主讲: 王敏}", "lecturer", "", ["F404"]),
        ("发言: {主讲: 王敏、李娜}", "lecturer", "李娜", ["F404"]),
        ("发言: {交流发言: 王 敏、李娜}", "speaker", "李娜", ["F404"]),
        # The head of a table may name who presides over most of its sittings.
        ("主持人: 王敏", "host", "王敏", []),
        ("发言: {主讲: 李娜}", "lecturer", "李娜", []),
        # Who is on long leave may have come to lecture.
        ("发言: {主讲: 胡斌}", "lecturer", "胡斌", []),
        ("发言: [{姓名: 张三, 角色: 主讲, 来自: 党校}]", "lecturer", "张三", []),
    ],
)
@pytest.mark.parametrize("away", ["缺席: 王敏", "请假: 王敏（出差）"])
def test_who_was_away_did_nothing(
    make: Make, said: str, role: str, left: str, codes: list[str], away: str
) -> None:
    """Who is named as absent did not speak."""
    made = make(
        f"类型: 党课\n日期: 2016-04-01\n出席情况: {{出席: 全体, {away}}}\n{said}\n"
    )
    assert [code for code, _, _ in made.told] == codes
    assert made.one("party-lecture").people[role] == who(left)
