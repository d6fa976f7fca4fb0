"""Members as rules ask about them: posts, ranks, states, on a day."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.kinds.matching import Matcher
from lxyz.kinds.persons import has_all, is_as_wanted
from lxyz.packs.model import Condition, Pattern, Wanted

from ..trial import cond, verdict, verdicts, world_of

BRANCH = """
名称: 第九党支部
规则包: trial-2016
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20, 免职日期: 2016-05-31}
党小组:
  - {名称: 一组, 党员: 王敏, 组长: 王敏, 起: 2016-03-01}
党员:
  - {姓名: 王敏, 起: 2014-11-20, 职务: 处长, 类别: 机关、在职, 级别: 处级, 荣誉: 优秀党员}
  - {姓名: 陈静, 起: 2014-11-20, 困难: 是, 困难解除日期: 2016-06-30, 党员干部: 是}
  - {姓名: 李娜, 起: 2014-11-20, 困难认定日期: 2016-03-01}
  - {姓名: 许诺, 起: 2015-06-01, 状态: 预备, 转正日期: 2016-06-01}
  - {姓名: 胡斌, 起: 2014-11-20, 党小组: 一组, 长期请假: {原因: 驻外, 起: 2016-02-29, 止: 2016-03-01}}
"""


def is_so(name: str, attribute: str, wanted: Wanted, day: str = "2016-06-24") -> bool:
    """Whether a member is as wanted on a day."""
    world, on = world_of(branch=BRANCH), date.fromisoformat(day)
    member = world.member(name, on)
    assert member is not None
    said = has_all(world, member, {attribute: wanted}, on)
    assert said == is_as_wanted(world, member, attribute, wanted, on)
    return said


@pytest.mark.parametrize(
    ("name", "attribute", "wanted", "held"),
    [
        ("王敏", "rank", "处级", True),
        ("王敏", "rank", ("局级", "处级"), True),
        ("王敏", "rank", cond(not_=("局级",)), True),
        ("陈静", "rank", "处级", False),
        ("陈静", "rank", cond(not_=("处级",)), True),
        ("陈静", "rank", "none", True),
        ("王敏", "rank", "some", True),
        ("王敏", "category", "在职", True),
        ("王敏", "category", cond(all=("机关", "在职")), True),
        ("陈静", "category", "some", False),
        ("陈静", "cadre", "yes", True),
        ("王敏", "group_leader", "yes", True),
        ("陈静", "group_leader", "yes", False),
        ("陈静", "group_leader", "no", True),
        # Not written, an answer is no.
        ("王敏", "cadre", "no", True),
        ("王敏", "file_complete", "yes", False),
        ("王敏", "honours", cond(min="1"), True),
        ("陈静", "honours", cond(max="0"), True),
        # What is not written keeps no bound.
        ("陈静", "tie", cond(max="3"), False),
        ("王敏", "status", "full", True),
    ],
)
def test_attributes(name: str, attribute: str, wanted: Wanted, held: bool) -> None:
    """What is written, and what is not."""
    assert is_so(name, attribute, wanted) == held


@pytest.mark.parametrize(
    ("name", "attribute", "wanted", "days"),
    [
        ("王敏", "post", "书记", {"2016-05-31": True, "2016-06-01": False}),
        ("王敏", "posts", "处长", {"2016-05-31": True, "2016-06-01": True}),
        ("陈静", "post", "none", {"2016-05-31": True}),
        (
            "陈静",
            "hardship",
            "yes",
            {"2014-11-20": True, "2016-06-30": True, "2016-07-01": False},
        ),
        (
            "李娜",
            "hardship",
            "yes",
            {"2016-02-29": False, "2016-03-01": True, "2018-01-01": True},
        ),
        ("王敏", "hardship", "no", {"2016-03-01": True}),
        (
            "胡斌",
            "state",
            "leave",
            {
                "2016-02-28": False,
                "2016-02-29": True,
                "2016-03-01": True,
                "2016-03-02": False,
            },
        ),
        ("胡斌", "state", "active", {"2016-02-28": True, "2016-02-29": False}),
        ("许诺", "status", "probationary", {"2016-05-31": True, "2016-06-01": False}),
        ("许诺", "status", "full", {"2016-05-31": False, "2016-06-01": True}),
        ("王敏", "group", "一组", {"2016-02-29": False, "2016-03-01": True}),
        ("胡斌", "group", "一组", {"2016-02-29": True, "2016-03-01": True}),
        ("陈静", "group", "none", {"2016-03-01": True}),
        ("陈静", "here_on", "07-10", {"2016-03-01": True, "2016-12-31": True}),
    ],
)
def test_on_days(
    name: str, attribute: str, wanted: Wanted, days: dict[str, bool]
) -> None:
    """Posts, hardship, leave and groups are of the day: first, last and outside."""
    assert {day: is_so(name, attribute, wanted, day) for day in days} == days


CHANGING = """
名称: 第九党支部
规则包: trial-2016
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
  - {姓名: 陈静, 职务: 组织委员, 任职日期: 2015-11-20}
  - {姓名: 李娜, 职务: 纪检委员, 任职日期: 2016-01-10, 免职日期: 2016-09-30}
党小组:
  - {名称: 一组, 组长: 陈静, 党员: 王敏、陈静}
  - {名称: 二组, 组长: 李娜, 党员: 李娜、胡斌、许诺}
党员:
  - {姓名: 王敏、陈静, 起: 2014-11-20, 入党日期: 2010-07-01}
  - {姓名: 李娜, 起: 2014-11-20, 入党日期: 2013-07-01, 困难: 是, 困难解除日期: 2016-10-01}
  - {姓名: 胡斌, 起: 2014-11-20, 入党日期: 2014-01-01, 状态: 预备, 转正日期: 2016-07-01, 联系人: 李娜, 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2016-08-31}}
  - {姓名: 许诺, 起: 2016-06-01, 入党日期: 2014-07-01}
"""


@pytest.mark.parametrize(
    ("asked", "april", "november"),
    [
        # Posts, leave and groups come and go while a member stays.
        ("post: none", 1, 3),
        ("post: 书记", 1, 1),
        ("state: leave", 1, 0),
        ("state: active", 3, 5),
        ("state: active, post: none", 0, 3),
        ("group_leader: yes", 2, 2),
        ("group: 一组", 2, 2),
        ("hardship: yes", 1, 0),
        ("hardship_in_year: yes", 1, 1),
        ("here_on: 05-31", 4, 4),
        ("status: probationary", 1, 0),
        ("party_years: {min: 3}", 2, 3),
        ("about: {which: {post: none}}", 1, 3),
        ("about: {is: secretary}", 1, 1),
        ("contact: {is: committee}", 1, 0),
        ("contact: {is: committee, min: 2}", 0, 0),
        ("contact: some", 1, 1),
    ],
)
def test_members_are_asked_on_the_day(asked: str, april: int, november: int) -> None:
    """A pattern asks of members what `which` may, on the day on which it is due,
    whenever that is looked at; so does `each`, of the member of each case."""
    for month, many in ((4, april), (11, november)):
        when = f"when: {{every: month, months: [{month}]}}"
        members = f"{{kind: member, level: member, {asked}}}"
        rule = f"{{count: {{of: {members}, min: 9}}, {when}}}"
        one = verdict(rule, branch=CHANGING, as_of="2017-03-31")
        assert (one.outcome, int(one.have)) == ("missed", many)
        each = f"{{for: fact, each: {members}, {when}, count: {{of: {{kind: quiz}}}}}}"
        found = verdicts(each, branch=CHANGING, as_of="2017-03-31")
        wanted = ["missed"] * many if many else ["not-applicable"]
        assert [x.outcome for x in found] == wanted


def test_what_is_not_known_of_a_member_on_the_day() -> None:
    """Who has not written when he joined the Party may have joined it on any day."""
    branch = CHANGING.replace("入党日期: 2014-07-01", "类别: 青年")
    members = "{kind: member, level: member, party_years: {min: 2}}"
    for many, outcome in ((3, "met"), (5, "undecidable"), (6, "missed")):
        rule = f"{{count: {{of: {members}, min: {many}}}}}"
        assert verdict(rule, branch=branch, as_of="2017-03-31").outcome == outcome
    rule = f"{{for: fact, each: {members}, when: {{every: year}}, count: {{of: {{kind: quiz}}}}}}"
    found = verdicts(rule, branch=branch, as_of="2017-03-31")
    assert sorted(one.outcome for one in found) == ["missed"] * 4 + ["undecidable"]


@pytest.mark.parametrize(
    ("first", "last", "many"),
    [
        ("2016-12-31", "2017-06-30", 2),
        ("2017-01-01", "2017-06-30", 1),
        ("2015-03-01", "2016-01-01", 2),
        ("2015-03-01", "2015-12-31", 1),
    ],
)
def test_hardship_in_the_year(first: str, last: str, many: int) -> None:
    """On any day of it: the first and the last are days of it."""
    joined = "入党日期: 2014-07-01"
    told = f"{joined}, 困难认定日期: {first}, 困难解除日期: {last}"
    members = "{kind: member, level: member, hardship_in_year: yes}"
    rule = f"{{count: {{of: {members}, min: 9}}}}"
    branch = CHANGING.replace(joined, told)
    assert verdict(rule, branch=branch, as_of="2017-03-31").have == str(many)


def test_persons_of_what_stands() -> None:
    """Who keeps in touch with a candidate is looked at as he is, not as he was when the
    stage began."""
    branch = CHANGING.replace(
        "李娜, 起: 2014-11-20", "李娜, 起: 2014-11-20, 止: 2016-10-31"
    )
    branch += """发展党员:
  - {姓名: 高远, 联系人: 李娜, 步骤: [{名称: 积极分子, 日期: 2016-02-01}, {名称: 发展对象, 日期: 2016-10-01}]}
"""
    rule = (
        "{for: fact, each: {kind: candidate, stage: %s}, "
        "has: {contact: {min: 1, which: {status: full}}}}"
    )
    for stage, as_of, outcome in (
        ("activist", "2016-09-30", "met"),
        ("development-target", "2016-10-31", "met"),
        ("development-target", "2016-11-01", "overdue"),
        # Of a year gone by, on its last day.
        ("development-target", "2017-03-31", "overdue"),
    ):
        one = verdict(rule % stage, branch=branch, as_of=as_of)
        assert one.outcome == outcome, (stage, as_of)


def test_who_has_left_is_nothing_on_the_day() -> None:
    """Neither is he counted, nor is he one of those without a post."""
    branch = CHANGING.replace(
        "许诺, 起: 2016-06-01", "许诺, 起: 2016-02-01, 止: 2016-04-20"
    )
    members = "{kind: member, level: member, post: none}"
    rule = f"{{count: {{of: {members}, min: 9}}, when: {{every: month, months: [4]}}}}"
    assert int(verdict(rule, branch=branch, as_of="2017-03-31").have) == 1


@pytest.mark.parametrize(
    ("as_of", "asked", "names"),
    [
        ("2016-04-30", {"post": "none"}, {"胡斌"}),
        ("2016-09-30", {"post": "none"}, {"胡斌", "许诺"}),
        ("2016-10-01", {"post": "none"}, {"李娜", "胡斌", "许诺"}),
        ("2016-06-30", {"party_years": Condition(min="3")}, {"王敏", "陈静"}),
        ("2016-07-01", {"party_years": Condition(min="3")}, {"王敏", "陈静", "李娜"}),
        ("2016-07-01", {"group_leader": "yes"}, {"李娜", "陈静"}),
    ],
)
def test_members_who_are_placed_nowhere(
    as_of: str, asked: dict[str, Wanted], names: set[str]
) -> None:
    """They are what they are on the day judged."""
    world = world_of(branch=CHANGING, as_of=as_of)
    matcher = Matcher(world, Pattern(kind="member", wanted=asked), None)
    found = [one for one in world.of(frozenset({"member"})) if matcher.match(one, [])]
    assert {name for one in found for name in one.people["about"]} == names


def test_members_beside_what_does_not_stand() -> None:
    """Where sittings are meant as well, they are looked at as they stand at the end."""
    count = (
        "{of: {kind: [member, quiz], level: member, about: {is: committee}}, min: 9}"
    )
    one = verdict(f"{{count: {count}}}", branch=CHANGING, as_of="2017-03-31")
    assert int(one.have) == 2  # 李娜 has left it in September
