"""Whom a rule is about on a day: posts, ranks, groups, the roster; and `if`."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, held, outcome, verdicts

LEADERS = "leaders: [处级]"
ALONE = """
名称: 第九党支部
规则包: trial-2016
类别: 机关
联系户: 张家、李家
学习日: 星期五
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-05-31}
  - {姓名: 陈静, 职务: 书记, 任职日期: 2016-06-01}
党员:
  - {姓名: 王敏、陈静, 起: 2014-11-20, 党员干部: 是}
  - {姓名: 宋涛, 起: 2014-11-20, 止: 2016-06-30}
"""


def names(
    rule: str, records: str = "", more: str = LEADERS, **said: object
) -> list[str]:
    """The subjects of a rule."""
    found = verdicts(rule, records, more, **said)
    assert [one for one in found if one.outcome == "not-applicable"] == []
    return [one.subject.name for one in found]


def why(rule: str, records: str = "", more: str = LEADERS, **said: object) -> str:
    """Why a rule has no subject."""
    (one,) = verdicts(rule, records, more, **said)
    assert one.outcome == "not-applicable"
    return one.notes[0].removeprefix("why:")


def year(for_: str, more: str = "") -> str:
    """A rule of the year for some."""
    return f"{{for: {for_}, count: {{of: {{kind: party-lecture}}}}{more}}}"


ALL = ["李娜", "王敏", "胡斌", "许诺", "陈静"]


@pytest.mark.parametrize(
    ("rule", "wanted"),
    [
        (year("branch"), ["第九党支部"]),
        (year("group"), ["一组", "二组"]),
        (year("member"), ALL),
        (year("leader"), ["胡斌"]),
        (year("secretary"), ["王敏"]),
        (year("committee"), ["王敏", "陈静"]),
        (year("member", ", which: {status: full}"), ["李娜", "王敏", "胡斌", "陈静"]),
        (year("member", ", except: {status: full}"), ["许诺"]),
        (year("member", ", which: {post: 组织委员}"), ["陈静"]),
        (year("member", ", which: {post: none}"), ["李娜", "胡斌", "许诺"]),
        (year("member", ", which: {group: 一组}"), ["王敏", "陈静"]),
        (year("member", ", which: {rank: some, status: full}"), ["胡斌"]),
        (year("committee", ", except: {post: 书记}"), ["陈静"]),
    ],
)
def test_subjects(rule: str, wanted: list[str]) -> None:
    """Each of them on the due day, in order of name."""
    assert names(rule) == wanted


@pytest.mark.parametrize(("by", "wanted"), [("05-31", ["王敏"]), ("06-01", ["陈静"])])
def test_posts_of_the_due_day(by: str, wanted: list[str]) -> None:
    """The secretary is the one of that day; where there is no committee, it is he alone."""
    when = f", when: {{every: year, by: {by}}}"
    assert names(year("secretary", when), branch=ALONE) == wanted
    assert names(year("committee", when), branch=ALONE) == wanted


@pytest.mark.parametrize(("by", "there"), [("06-30", True), ("07-01", False)])
def test_who_has_left_before_the_due_day(by: str, there: bool) -> None:
    """His last day is his; the day after he is no subject any more."""
    rule = year("member", f", when: {{every: year, by: {by}}}")
    assert ("宋涛" in names(rule, branch=ALONE)) == there


def test_who_joins_on_the_due_day() -> None:
    """From the first day on."""
    for by, there in (("05-31", False), ("06-01", True)):
        assert (
            "许诺" in names(year("member", f", when: {{every: year, by: {by}}}"))
        ) == there


def test_states_of_the_due_day() -> None:
    """Who is on leave that day, first and last day included, is judged at most at a
    warning, or not at all where the rule says so."""
    for by, leave in (("2-29", False), ("3-01", True), ("8-31", True), ("9-01", False)):
        rule = year("member", f", when: {{every: year, by: {by}, late: never}}")
        one = next(v for v in verdicts(rule) if v.subject.name == "胡斌")
        assert (one.level, one.notes) == (
            ("warning", ("leave:驻外",)) if leave else ("error", ())
        )
        away = year(
            "member", f", except: {{state: leave}}, when: {{every: year, by: {by}}}"
        )
        assert ("胡斌" in names(away)) != leave


# --- if --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "applies", "alone"),
    [
        ("{committee: yes}", True, False),
        ("{committee: no}", False, True),
        ("{groups: yes}", True, False),
        ("{groups: no}", False, True),
        ("{category: [机关]}", False, True),
        ("{category: [机关, 企业]}", False, True),
        ("{category: [企业]}", False, False),
        ("{households: yes}", False, True),
        ("{households: no}", True, False),
        ("{slot: yes}", False, True),
        ("{slot: no}", True, False),
        ("{members: {min: 5}}", True, False),
        ("{members: {min: 6}}", False, False),
        ("{members: {max: 2}}", False, True),
        ("{members: {which: {cadre: yes}, min: 2}}", False, True),
        ("{members: {which: {status: full}, min: 4}, committee: yes}", True, False),
    ],
)
def test_if(condition: str, applies: bool, alone: bool) -> None:
    """All conditions hold of the profile of the due day."""
    rule = year("branch", f", if: {condition}")
    for branch, wanted in ((BRANCH, applies), (ALONE, alone)):
        found = verdicts(rule, branch=branch)
        assert (found[0].outcome != "not-applicable") == wanted
        if not wanted:
            assert found[0].notes == ("why:condition",)


def test_if_on_the_due_day() -> None:
    """Five members from June on: so many months of the year."""
    rule = year("branch", ", if: {members: {min: 5}}, when: {every: month}")
    assert len(names(rule)) == 7


# --- of a fact -------------------------------------------------------------------

LECTURES = """
- {kind: group-meeting, group: 一组, date: 2016-09-05, attendance: {present: 王敏, excused: 陈静（出差）}}
- {kind: group-meeting, group: 二组, date: 2016-09-06, attendance: all}
"""


def test_persons_of_a_fact() -> None:
    """Who stands in a role in it, of those the rule is about."""
    rule = "{for: member, each: {kind: group-meeting, as: %s}, has: {theme: some}, fold: no%s}"
    assert names(rule % ("present", ""), LECTURES) == ["李娜", "王敏", "胡斌", "许诺"]
    assert names(rule % ("[present, excused]", ", which: {status: full}"), LECTURES) == [
        "李娜", "王敏", "胡斌", "陈静",
    ]  # fmt: skip
    # Nobody stood in it so: that is no want of members.
    assert why(rule % ("absent", ""), LECTURES) == "no-fact"


def test_everyone_and_each_fact() -> None:
    """Without a role: each person × each fact."""
    rule = "{for: secretary, each: {kind: party-lecture}, has: {theme: some}, fold: no}"
    assert names(rule, held("2016-05-05", "2016-06-05")) == ["王敏", "王敏"]


def test_groups_of_a_fact() -> None:
    """The group whose it is; of what is the branch's, every group."""
    rule = "{for: group, each: {kind: %s%s}, has: {theme: some}, fold: no}"
    assert names(rule % ("group-meeting", ""), LECTURES) == ["一组", "二组"]
    assert names(rule % ("party-lecture", ", level: branch"), held("2016-05-05")) == [
        "一组",
        "二组",
    ]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (year("leader"), "no-leader"),
        (year("group"), "no-group"),
        (
            year("member", ", which: {cadre: no}, when: {every: year, by: 12-31}"),
            "no-member",
        ),
        (year("branch", ", if: {committee: yes}"), "condition"),
        ("{for: fact, each: {kind: oath-review}, has: {theme: some}}", "no-fact"),
        ("{for: group, each: {kind: oath-review}, has: {theme: some}}", "no-fact"),
        # A condition of its own is told before want of records.
        (
            "{for: fact, each: {kind: party-lecture}, if: {groups: yes}, has: {theme: some}}",
            "condition",
        ),
    ],
)
def test_why_there_is_none(rule: str, reason: str) -> None:
    """One verdict for the whole rule says why it applies to no one."""
    assert why(rule, held("2016-05-05"), branch=ALONE) == reason


MEETING = "- {kind: group-meeting, group: 一组, date: 2016-09-05, attendance: {absent: 王敏}}\n"


@pytest.mark.parametrize(
    ("kind", "there"),
    [("member", "陈静"), ("committee", "陈静"), ("secretary", ""), ("leader", "")],
)
def test_of_a_record_only_those_who_stand_in_the_role(kind: str, there: str) -> None:
    """Whatever a rule calls a person: who was away is meant, and nobody else."""
    rule = f"{{for: {kind}, each: {{kind: group-meeting, as: absent}}, has: {{theme: some}}, fold: no}}"
    if kind == "leader":
        away = MEETING.replace("一组", "二组").replace("absent: 王敏", "absent: 李娜")
        assert why(rule, away) == "no-fact"  # 胡斌 was there
        assert names(rule, away.replace("李娜", "胡斌")) == ["胡斌"]
        return
    assert names(rule, MEETING) == ["王敏"]
    if there:
        assert names(rule, MEETING.replace("absent: 王敏", f"absent: {there}")) == [
            there
        ]


@pytest.mark.parametrize(
    ("except_", "wanted"),
    [
        ("status: probationary", ["李娜", "王敏", "胡斌", "陈静"]),
        ("status: probationary, post: 书记", ["李娜", "胡斌", "陈静"]),
    ],
)
def test_one_reason_is_enough_to_be_left_out(except_: str, wanted: list[str]) -> None:
    """Who is one of those named is excepted; he need not be all of them."""
    assert names(year("member", f", except: {{{except_}}}")) == wanted


def test_two_secretaries_at_once() -> None:
    """What a secretary owes cannot be told of either; what either did, the branch has of
    its secretary. On the day of a change it is the one written first."""
    branch = BRANCH.replace(
        "党小组:", "  - {姓名: 李娜, 职务: 书记, 任职日期: SINCE}\n党小组:"
    )
    own = "{for: secretary, when: {every: year}, count: {of: {kind: party-lecture, as: lecturer}}}"
    ours = "{when: {every: year}, count: {of: {kind: party-lecture, lecturer: {is: secretary}}}}"
    lecture = held("2016-06-24", more="attendance: all, speakers: {lecturer: 李娜}")
    both = branch.replace("SINCE", "2016-01-01")
    found = verdicts(own, lecture, branch=both)
    assert [(one.subject.name, one.outcome, one.missing) for one in found] == [
        ("李娜", "undecidable", ("secretaries",)),
        ("王敏", "undecidable", ("secretaries",)),
    ]
    assert outcome(ours, lecture, branch=both) == "met"
    assert (
        outcome(ours, lecture, branch=branch.replace("SINCE", "2016-07-01")) == "missed"
    )
    ended = branch.replace(
        "书记, 任职日期: 2014-11-20}",
        "书记, 任职日期: 2014-11-20, 免职日期: 2016-06-24}",
    )
    ended = ended.replace("SINCE", "2016-06-24")
    assert outcome(ours, lecture, branch=ended) == "met"
