"""The profile as facts, the roster by day, and the order of all facts."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import FOREVER, Span

from .conftest import Make

BRANCH = """
名称: 第九党支部
上级党组织: 机关党委
规则包: bj-2016
类别: 机关、窗口
学习日: friday
党员活动周: 2016-06-20..2016-06-26
固定党日: [{日: 7}, {日: 10, 起: 2016-06-01}]
换届日期: 2014-11-20
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-05-31}, {姓名: 李娜, 职务: 书记, 任职日期: 2016-06-01}]
党小组: [{名称: 一组, 组长: 李娜, 党员: 王敏、李娜, 起: 2015-01-01}]
党员:
  - {姓名: 王敏, 起: 2014-11-20, 止: 2016-05-31, 级别: 处级, 编号: 1, 党小组: 一组}
  - {姓名: 李娜, 起: 2014-11-20, 类别: 青年、窗口, 状态: 预备}
发展党员:
  - {姓名: 丁一, 阶段: 积极分子, 步骤: [{名称: 积极分子, 日期: 2016-03-01}, {名称: 发展对象}]}
"""


def test_members_posts_and_groups(make: Make) -> None:
    """Each stands from its first day to its last."""
    made = make(branch=BRANCH)
    assert made.told == []
    first, second = made.of("member")
    start = date(2014, 11, 20)
    assert (first.people, second.people) == (
        {"about": frozenset({"李娜"})},
        {"about": frozenset({"王敏"})},
    )
    assert (second.level, second.date, second.end) == (
        "member",
        start,
        date(2016, 5, 31),
    )
    assert (first.date, first.end) == (start, FOREVER)
    assert second.attrs == {"rank": "处级", "status": "full"}
    assert first.attrs == {"category": {"青年", "窗口"}, "status": "probationary"}
    posts = [(f.attrs, f.people, f.date, f.end, f.level) for f in made.of("post")]
    assert posts == [
        (
            {"post": "书记"},
            {"about": frozenset({"王敏"})},
            start,
            date(2016, 5, 31),
            "branch",
        ),
        (
            {"post": "书记"},
            {"about": frozenset({"李娜"})},
            date(2016, 6, 1),
            FOREVER,
            "branch",
        ),
    ]
    group = made.one("group")
    assert (group.level, group.owner, group.date) == ("group", "一组", date(2015, 1, 1))
    assert group.attrs == {"name": "一组", "leader": "李娜"}
    assert group.people == {"about": frozenset({"王敏", "李娜"})}


def test_branch_and_candidates(make: Make) -> None:
    """They stand without a day."""
    made = make(branch=BRANCH)
    branch, candidate = made.one("branch"), made.one("candidate")
    assert (branch.date, branch.end, branch.shown, candidate.date) == (None,) * 4
    assert branch.attrs == {
        "name": "第九党支部",
        "unit": "机关党委",
        "category": {"机关", "窗口"},
        "weekly_slot": "friday",
        "activity_week": Span(
            date(2016, 6, 20), date(2016, 6, 26), "2016-06-20..2016-06-26"
        ),
        "fixed_day": "10",
        "elected_on": date(2014, 11, 20),
        "term_end": date(2017, 11, 20),
    }
    assert candidate.attrs == {
        "name": "丁一",
        "stage": "activist",
        "steps": (
            ("activist", date(2016, 3, 1), ""),
            ("development-target", date.min, ""),
        ),
        "reached": date(2016, 3, 1),
    }
    assert candidate.people == {"about": frozenset({"丁一"})}


@pytest.mark.parametrize(
    ("said", "stage"),
    [
        (
            "步骤: [{名称: 积极分子}, {名称: 发展对象, 日期: 2016-05-18}]",
            "development-target",
        ),
        ("阶段: 积极分子, 步骤: [{名称: 发展对象}]", "activist"),
        ("步骤: [{日期: 2016-05-18}]", None),
    ],
)
def test_stage_of_a_candidate(make: Make, said: str, stage: str | None) -> None:
    """The last of his steps, where none is written."""
    made = make(
        branch=f"名称: 甲\n规则包: a\n党员: [{{姓名: 王敏, 起: 2014-01-01}}]\n"
        f"发展党员: [{{姓名: 丁一, {said}}}]\n"
    )
    assert made.one("candidate").attrs.get("stage") == stage


@pytest.mark.parametrize(
    ("name", "about", "misread"),
    [("丁一", {"丁一"}, ()), ("丁一、戊二", set(), ("F414",))],
)
def test_a_candidate_is_one_person(
    make: Make, name: str, about: set[str], misread: tuple[str, ...]
) -> None:
    """Several in a line would be taken for one, who took the steps of them all."""
    made = make(
        branch="名称: 甲\n规则包: a\n党员: [{姓名: 王敏, 起: 2014-01-01}]\n"
        f"发展党员: [{{姓名: {name}, 阶段: 申请人}}]\n",
        misread=misread,
    )
    assert made.one("candidate").people.get("about", frozenset()) == about


def test_duties_of_a_post(make: Make) -> None:
    """What an officer is charged with is told where it is written."""
    made = make(
        branch="""
        名称: 甲
        规则包: a
        支委会:
          - {姓名: 王敏, 职务: 书记, 分工: 全面工作}
          - {姓名: 李娜, 职务: 委员}
        党员: [{姓名: 王敏, 起: 2014-01-01}, {姓名: 李娜, 起: 2014-01-01}]
        """
    )
    assert [fact.attrs for fact in made.of("post")] == [
        {"post": "委员"},
        {"post": "书记", "duties": "全面工作"},
    ]


def test_activity_week(make: Make) -> None:
    """The week that a branch has set is a fact of its days, and no record of the year."""
    made = make(branch=BRANCH)
    week = made.one("activity-week")
    assert (week.date, week.end) == (date(2016, 6, 20), date(2016, 6, 26))
    assert (week.level, week.origin.file) == ("branch", "branch.yaml")
    assert list(made.facts.years()) == []


def test_bare_profile(make: Make) -> None:
    """Without days a member stands always; a bare branch has its name only."""
    made = make(branch="名称: 甲\n规则包: a\n党员: [{姓名: 王敏}]\n", misread=("F702",))
    member = made.one("member")
    assert (member.date, member.shown, member.end) == (None, None, FOREVER)
    assert made.one("branch").attrs == {"name": "甲"}
    assert member.loose
    assert list(made.facts.years()) == []


def test_roster_by_day(make: Make) -> None:
    """Members, officers and groups of a day; who left and came back is found."""
    roster = make(
        branch="""
        名称: 甲
        规则包: a
        支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2016-02-01}]
        党小组: [{名称: 一组, 党员: 王敏, 起: 2016-01-01, 止: 2016-01-31}]
        党员:
          - {姓名: 王敏, 起: 2014-01-01, 止: 2015-12-31, 级别: 科级}
          - {姓名: 王敏, 起: 2016-03-01, 级别: 处级}
          - {姓名: 李娜, 起: 2016-01-01}
        """
    ).facts.roster
    before = roster.on(date(2015, 12, 31))
    assert [member.name for member in before.members] == ["王敏"]
    january = roster.on(date(2016, 1, 31))
    assert [member.name for member in january.members] == ["李娜"]
    assert [group.name for group in january.groups] == ["一组"]
    assert roster.on(date(2016, 1, 1)) is january
    march = roster.on(date(2016, 3, 1))
    assert [member.name for member in march.members] == ["李娜", "王敏"]
    assert (march.secretary, march.committee) == ("王敏", frozenset({"王敏"}))
    assert (march.groups, march.has_committee) == ((), False)
    assert roster.on(date(2013, 1, 1)).members == ()
    old, new = (
        roster.member("王 敏", date(2015, 1, 1)),
        roster.member("王敏", date(2016, 3, 1)),
    )
    assert (old.attributes["rank"], new.attributes["rank"]) == ("科级", "处级")
    assert roster.member("王敏", date(2016, 2, 1)) is old
    assert roster.member("丁一", date(2016, 2, 1)) is None


def test_facts_by_kind_in_order(make: Make) -> None:
    """Of one kind, of several each once, of none."""
    made = make("""
        - {类型: 党课、主题党日, 日期: 2016-05-01, 出席情况: 全体}
        - {类型: 党课, 日期: 2016-04-01, 出席情况: 全体}
        """)
    both = made.facts.of(["theme-party-day", "party-lecture", "micro-lecture"])
    assert [fact.date for fact in both] == [date(2016, 4, 1), date(2016, 5, 1)]
    assert made.facts.of(["micro-lecture"]) == []
    assert [fact.rank for fact in made.facts.all] == list(range(len(made.facts.all)))
    assert made.facts.by_key[both[0].key] is both[0]
    assert repr(both[1]) == "<Fact party-lecture+theme-party-day 2016-05-01 branch>"
    assert list(made.facts.years()) == [2016, 2016]


def test_moving_a_record_changes_no_key(make: Make) -> None:
    """Order is by day, kind and content, never by file."""
    one = "类型: 集体学习\n日期: 2016-04-01\n时间: 上午\n出席情况: {出席: 王敏}\n"
    two = "类型: 集体学习\n日期: 2016-04-01\n时间: 下午\n出席情况: {出席: 李娜}\n"
    keys = [
        {f.key: f.people["present"] for f in made.of("collective-study")}
        for made in (make(one, two), make(two, one))
    ]
    assert keys[0] == keys[1]
    assert len(keys[0]) == 2


PROBATION = """
名称: 第九党支部
规则包: bj-2016
党员:
  - {姓名: 王敏, 起: 2014-11-20}
  - {姓名: 许诺, 起: 2015-06-01, 状态: 预备, 转正日期: 2016-06-01}
  - {姓名: 李娜, 起: 2016-03-01, 转正日期: 2016-03-01}
  - {姓名: 郭芳, 起: 2015-06-01, 止: 2016-05-31, 状态: 预备, 转正日期: 2016-06-01}
  - {姓名: 陈静, 起: 2015-06-01, 止: 2016-06-01, 状态: 预备, 转正日期: 2016-06-01}
"""


def test_a_probationary_member_becomes_a_full_one(make: Make) -> None:
    """Up to the day before he is one, from the day on the other: two facts, of which
    one stands on any day."""
    found = [
        (fact.attrs["status"], str(fact.date), str(fact.end))
        for fact in make(branch=PROBATION).of("member")
        if "许诺" in fact.people["about"]
    ]
    assert found == [
        ("probationary", "2015-06-01", "2016-05-31"),
        ("full", "2016-06-01", "9999-12-31"),
    ]


def test_a_change_outside_his_days_makes_no_two(make: Make) -> None:
    """Full from the first day, or gone before he became so."""
    found = [
        ("".join(fact.people["about"]), fact.attrs["status"], str(fact.date))
        for fact in make(branch=PROBATION).of("member")
        if not fact.people["about"] & {"许诺", "陈静"}
    ]
    assert sorted(found) == [
        ("李娜", "full", "2016-03-01"),
        ("王敏", "full", "2014-11-20"),
        ("郭芳", "probationary", "2015-06-01"),
    ]


def test_a_full_member_for_one_day(make: Make) -> None:
    """His last day is the one on which he became it."""
    found = [
        (fact.attrs["status"], str(fact.date), str(fact.end))
        for fact in make(branch=PROBATION).of("member")
        if "陈静" in fact.people["about"]
    ]
    assert found == [
        ("probationary", "2015-06-01", "2016-05-31"),
        ("full", "2016-06-01", "2016-06-01"),
    ]


def test_who_leaves_the_roster_leaves_his_post(make: Make) -> None:
    """Without 免职日期 a post ends with the stay; a day written before that stands."""
    branch = """
        名称: 第九党支部
        规则包: bj-2016
        支委会:
          - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
          - {姓名: 宋涛, 职务: 组织委员, 任职日期: 2014-11-20}
          - {姓名: 陈静, 职务: 宣传委员, 任职日期: 2014-11-20, 免职日期: 2016-03-31}
        党员:
          - {姓名: 王敏, 起: 2014-11-20}
          - {姓名: 宋涛、陈静, 起: 2014-11-20, 止: 2016-05-31}
        """
    made = make(
        """
        - {类型: 支委会, 日期: 2016-05-31, 出席情况: 全体}
        - {类型: 支委会, 日期: 2016-06-01, 出席情况: 全体}
        """,
        branch=branch,
    )
    assert [sorted(one.people["present"]) for one in made.of("committee-meeting")] == [
        ["宋涛", "王敏"],
        ["王敏"],
    ]
    ends = {"".join(one.people["about"]): str(one.end) for one in made.of("post")}
    assert ends == {"王敏": "9999-12-31", "宋涛": "2016-05-31", "陈静": "2016-03-31"}


def test_stages_of_those_who_wish_to_join(make: Make) -> None:
    """One for each that is written: of whom, which, and when, as far as that is said."""
    made = make(
        branch="""
        名称: 甲
        规则包: a
        发展党员:
          - {编号: F-1, 步骤: [{名称: 积极分子, 日期: 2016-03-01}, {日期: 2016-04-01}]}
          - {姓名: 丁一, 编号: F-2, 步骤: [{名称: 发展对象}]}
          - {阶段: 积极分子, 步骤: [{名称: 积极分子, 日期: 2016-05-01}]}
        党员: [{姓名: 王敏, 起: 2014-01-01}]
        类别: 机关、窗口
        """
    )
    stages = [
        (one.attrs.get("stage"), one.date, "".join(one.people.get("about", ())))
        for one in made.of("candidate-stage")
    ]
    assert stages == [
        ("development-target", None, "丁一"),
        ("activist", date(2016, 3, 1), "F-1"),
        (None, date(2016, 4, 1), "F-1"),
        ("activist", date(2016, 5, 1), ""),
    ]
    # Of a stage without a day it is not known when that was; of the others all is.
    unknown = [one.unknown for one in made.of("candidate-stage")]
    assert unknown == [{"date"}, set(), set(), set()]
    assert {one.level for one in made.of("candidate-stage")} == {"branch"}
    steps = [one.attrs["steps"] for one in made.of("candidate")]
    assert (("activist", date(2016, 3, 1), ""), ("", date(2016, 4, 1), "")) in steps
    # What stands behind them in the profile is read all the same.
    assert made.one("branch").attrs["category"] == {"机关", "窗口"}


def test_what_stands_behind_his_number(make: Make) -> None:
    """Group and number of a member are no attributes; what follows them is one."""
    made = make(
        branch="""
        名称: 甲
        规则包: a
        党小组: [{名称: 一组}]
        党员: [{姓名: 王敏, 起: 2014-01-01, 编号: 1, 党小组: 一组, 级别: 处级}]
        """
    )
    assert made.one("member").attrs == {"status": "full", "rank": "处级"}


ON_THE_WAY = (
    "名称: 甲\n规则包: a\n党员: [{姓名: 王敏, 起: 2014-01-01}]\n"
    "发展党员: [{姓名: 丁一, %s}]\n"
)
STEPS = "步骤: [{名称: 积极分子, 日期: 2015-03-01}, {名称: 发展对象, 日期: 2016-05-18}]"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            STEPS,
            [
                ("activist", "2015-03-01", "2016-05-17"),
                ("development-target", "2016-05-18", "9999-12-31"),
            ],
        ),
        (
            f"阶段: 发展对象, {STEPS}, 止: 2016-08-31",
            [
                ("activist", "2015-03-01", "2016-05-17"),
                ("development-target", "2016-05-18", "2016-08-31"),
            ],
        ),
        # The stage he is in is not among the steps: since when is not known.
        (f"阶段: 预备党员, {STEPS}", [("probationary", "None", "None")]),
        # Nor are the days of each stage where they are out of order, or one is missing.
        (
            "步骤: [{名称: 积极分子, 日期: 2016-05-18}, {名称: 发展对象, 日期: 2015-03-01}], 止: 2016-08-31",
            [("development-target", "None", "2016-08-31")],
        ),
        (
            "步骤: [{名称: 积极分子, 日期: 2016-05-18}, {名称: 发展对象, 日期: 2016-05-18}]",
            [("development-target", "None", "None")],
        ),
        (
            "步骤: [{名称: 申请人, 日期: 2016-05-18}, {日期: 2016-06-18}]",
            [("applicant", "None", "None")],
        ),
        ("阶段: 申请人, 止: 2016-08-31", [("applicant", "None", "2016-08-31")]),
    ],
)
def test_the_days_of_the_stages(
    make: Make, said: str, wanted: list[tuple[str, str, str]]
) -> None:
    """A candidate is in a stage to the day before the next, in the last one for ever,
    or to his last day."""
    found = make(branch=ON_THE_WAY % said).of("candidate")
    days = [(one.attrs["stage"], str(one.date), str(one.end)) for one in found]
    assert days == wanted


def test_a_stage_that_cannot_be_read(make: Make) -> None:
    """Of whose stage something is written that is none, the steps say no other."""
    said = f"阶段: 积极份子, {STEPS}, 止: 2016-08-31"
    made = make(branch=ON_THE_WAY % said, misread=("F303",))
    found = made.of("candidate")
    assert [("stage" in one.attrs, str(one.end)) for one in found] == [
        (False, "2016-08-31")
    ]


def test_the_last_day_of_a_candidate(make: Make) -> None:
    """It is no day before one of his steps."""
    late = f"{STEPS}, 止: 2016-05-17"
    made = make(branch=ON_THE_WAY % late, misread=("F511",))
    assert made.of("candidate")[-1].end == FOREVER
    made = make(branch=ON_THE_WAY % f"{STEPS}, 止: 2016-05-18")
    assert made.told == []


def test_who_is_beside_a_person(make: Make) -> None:
    """Who keeps in touch with a candidate, or with a member who is away, and who vouches
    for the candidate, in each of his stages; who is not on the roster is told of."""
    said = f"{STEPS}, 培养联系人: 王敏、宋江, 入党介绍人: 李 娜"
    branch = (ON_THE_WAY % said).replace(
        "党员: [", "党员: [{姓名: 李娜, 起: 2014-01-01, 结对联系人: 王敏}, ", 1
    )
    made = make(branch=branch, misread=("F705",))
    beside = {"contact": frozenset({"王敏"}), "introducer": frozenset({"李娜"})}
    candidate = {"about": frozenset({"丁一"}), **beside}
    for kind in ("candidate", "candidate-stage"):
        found = made.of(kind)
        assert [one.people for one in found] == [candidate] * 2
        assert not any(set(beside) & set(one.attrs) for one in found)
    touch = {tuple(sorted(one.people)): one for one in made.of("member")}
    assert sorted(touch) == [("about",), ("about", "contact")]
    assert touch["about", "contact"].people["contact"] == {"王敏"}
    assert "contact" not in touch["about", "contact"].attrs


def test_who_left_and_came_back(make: Make) -> None:
    """On a day he is the one he is then, else the first he was."""
    roster = make(
        branch="""
        名称: 第九党支部
        规则包: bj-2016
        党员:
          - {姓名: 王敏, 起: 2014-01-01, 止: 2015-12-31, 编号: 1}
          - {姓名: 王敏, 起: 2016-06-01, 编号: 2}
        """
    ).facts.roster
    first, second = (
        roster.member("王敏", day) for day in (date(2015, 1, 1), date(2017, 1, 1))
    )
    assert first is not None
    assert second is not None
    assert first.first < second.first
    assert roster.member("王敏", date(2016, 3, 1)) is first
    assert roster.named("王敏") is first
