"""Plans of several branches: nobody is wanted at two sittings on one day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.plan import Ask, Joint, Together, make_plan
from lxyz.plan.attend import Attending

from ..trial import pack_text, profile_of

ONE_DAY = """
{when: {every: year, from: 06-24, to: 06-24, late: never},
 count: {of: {kind: party-lecture}}}
"""
MONTHLY = "{when: {every: month}, count: {of: {kind: collective-study}}}"


def branch_of(name: str, members: str, more: str = "") -> str:
    """A profile of these members, the first of whom is the secretary."""
    first = members.partition("、")[0]
    return (
        f"名称: {name}\n规则包: trial-2016\n固定党日: 24\n"
        f"支委会: [{{姓名: {first}, 职务: 书记, 任职日期: 2014-11-20}}]\n"
        f"党员: [{{姓名: {members}, 起: 2014-11-20}}]\n{more}"
    )


def together(
    folder: Path, rule: str, *branches: str, records: dict[int, str] | None = None
) -> tuple[Together, Ask]:
    """Branches in a folder, by a pack of one rule."""
    pack = folder / "packs" / "trial-2016"
    pack.mkdir(parents=True)
    (pack / "pack.yaml").write_text(pack_text(rule), "utf-8")
    paths = []
    for number, profile in enumerate(branches):
        home = folder / f"branch-{number}"
        home.mkdir()
        (home / "branch.yaml").write_text(profile, "utf-8")
        if records and number in records:
            (home / "a.yaml").write_text(records[number], "utf-8")
        paths.append(home)
    ask = Ask(date(2016, 1, 4), 2016, (str(pack),))
    return Together(paths, ask), ask


def days(one: Joint) -> list[date]:
    """The days of the sittings of a plan."""
    assert one.plan is not None
    return [draft.day for draft in one.plan.drafts if draft.is_sitting]


A, B = branch_of("甲支部", "王敏、周建国"), branch_of("乙支部", "陈静、周 建国")
C = branch_of("丙支部", "李娜、赵强")


def test_whom_they_share(tmp_path: Path) -> None:
    """Those who are on several rosters, blanks aside, with the branches they are in."""
    found, _ = together(tmp_path, MONTHLY, A, B, C)
    assert [(one.name, one.branches) for one in found.shared] == [
        ("周建国", ("甲支部", "乙支部"))
    ]
    left = A.replace("起: 2014-11-20}]", "起: 2014-11-20, 止: 2015-12-31}]")
    other = tmp_path / "later"
    other.mkdir()
    assert together(other, MONTHLY, left, B)[0].shared == ()


def test_shared_people_are_never_in_two_places(tmp_path: Path) -> None:
    """The days of two that share somebody are apart; one that shares nobody has its own
    plan, and each is as good as alone."""
    found, ask = together(tmp_path, MONTHLY, A, B, C)
    one, two, three = found.plans()
    assert len(days(one)) == len(days(two)) == 12
    assert set(days(one)).isdisjoint(days(two))
    alone = make_plan(three.path, ask)
    assert days(three) == [d.day for d in alone.drafts if d.is_sitting]
    assert [(each.gave, each.more) for each in (one, two, three)] == [((), 0)] * 3
    again = [days(each) for each in found.plans()]
    assert again == [days(one), days(two), days(three)], (
        "the same input, the same plans"
    )


DISCUSSED = """
- {id: a, when: {every: month}, count: {of: {kind: collective-study}}}
- {id: b, when: {every: year, from: 05-01, to: 05-31}, count: {of: {kind: thematic-discussion}}}
"""


@pytest.mark.parametrize("name", ["李娜", "李 娜", ""])
def test_who_comes_from_another_branch(tmp_path: Path, name: str) -> None:
    """A cadre is wanted at the discussions of the branch that names him, not at its
    studies; he does not sit in his own then."""
    more = f"联系领导: {name}\n" if name else ""
    found, _ = together(tmp_path, DISCUSSED, C, branch_of("甲支部", "王敏、赵明", more))
    own, visited = found.plans()
    assert [(one.name, one.branches) for one in found.shared] == (
        [("李娜", ("丙支部", "甲支部"))] if name else []
    )
    both = {*days(own)} & {*days(visited)}
    assert visited.plan is not None
    (day,) = [d.day for d in visited.plan.drafts if "thematic-discussion" in d.kinds]
    assert (day in both) is (name == "")
    assert len(both) >= 11


def test_what_gave_way_is_told(tmp_path: Path) -> None:
    """Where there is but one day, the second branch cannot have it; nobody shared, both
    can."""
    found, _ = together(tmp_path, ONE_DAY, A, B, C)
    one, two, three = found.plans()
    assert [len(days(each)) for each in (one, two, three)] == [1, 0, 1]
    assert [left.verdict.rule for left in two.gave] == ["trial-2016/rule"]
    assert (one.gave, three.gave) == ((), ())
    assert two.plan is not None
    assert not two.plan.is_whole


def test_what_is_on_record_elsewhere_takes_its_day(tmp_path: Path) -> None:
    """A sitting that is on record in a later branch is not free for an earlier one; one
    before the plan begins takes nothing."""
    sat = "- {类型: 主题党日, 日期: 2016-06-24, 状态: 计划}\n"
    old = "- {类型: 主题党日, 日期: 2016-01-03, 出席情况: 全体}\n"
    found, _ = together(tmp_path, ONE_DAY, A, B, records={1: sat + old})
    one, two = found.plans()
    assert [len(days(each)) for each in (one, two)] == [0, 1]
    assert one.gave != ()


def test_what_is_wrong_with_one_is_not_the_end_of_the_others(tmp_path: Path) -> None:
    """A branch that cannot be read is told of; so is a pack that there is not."""
    found, _ = together(tmp_path, MONTHLY, "名称: [\n", A)
    one, two = found.plans()
    assert (one.plan, one.error and one.error.code) == (None, "E305")
    assert len(days(two)) == 12
    missing = Together([two.path], Ask(date(2016, 1, 4), 2016, ("nowhere",)))
    (only,) = missing.plans()
    assert only.error is not None
    assert only.error.exit_code == 2


GROUPED = (
    branch_of(
        "甲支部",
        "王敏、周建国、胡斌、许诺",
        "党小组: [{名称: 一组, 组长: 王敏, 党员: 王敏、胡斌}, "
        "{名称: 二组, 组长: 周建国, 党员: 周建国、许诺}]\n",
    )
    .replace("姓名: 王敏、周建国、胡斌、许诺", "姓名: 王敏、周建国、许诺")
    .replace(
        "党员: [{姓名: 王敏、周建国、许诺, 起: 2014-11-20}]",
        "党员: [{姓名: 王敏、周建国、许诺, 起: 2014-11-20}, "
        "{姓名: 胡斌, 起: 2014-11-20, 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2016-08-31}}]",
    )
)


GROUPED = GROUPED.replace(
    "职务: 书记, 任职日期: 2014-11-20}",
    "职务: 书记, 任职日期: 2014-11-20}, {姓名: 许诺, 职务: 组织委员, 任职日期: 2014-11-20}",
)


@pytest.mark.parametrize(
    ("kinds", "day", "group", "wanted"),
    [
        (["party-lecture"], "2016-02-29", "", "王敏 周建国 胡斌 许诺"),
        (["party-lecture"], "2016-03-01", "", "王敏 周建国 许诺"),
        (["collective-study"], "2016-02-29", "一组", "王敏 胡斌"),
        (["collective-study"], "2016-03-01", "一组", "王敏"),
        (["collective-study"], "2016-03-01", "无", ""),
        (["committee-meeting"], "2016-03-01", "", "王敏 许诺"),
        (["committee-meeting", "party-lecture"], "2016-03-01", "", "王敏 周建国 许诺"),
    ],
)
def test_who_is_wanted(kinds: list[str], day: str, group: str, wanted: str) -> None:
    """Of a group its members, of the committee its own, else all that are not away."""
    when = date.fromisoformat(day)
    elsewhere = {when: frozenset(("王敏",))}
    attending = Attending(profile_of(GROUPED), elsewhere)
    found = attending.at(kinds, when, group)
    assert found == set(wanted.split())
    assert attending.is_away(kinds, when, group) == ("王敏" in found)
    assert not attending.is_away(kinds, date(2016, 5, 5), group)
