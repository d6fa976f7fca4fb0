"""What a report tells beside the verdicts."""

from __future__ import annotations

from datetime import date

from lxyz.judge import Priors
from lxyz.report import ahead, listed, sittings

from ..trial import facts_of, world_of

DAY = date(2016, 9, 30)


def test_what_is_told_of_something_planned() -> None:
    """When, in the words of the plan, by whom, what about, and of which group."""
    facts = facts_of(
        "- {kind: study-plan, date: 2016-01-05, period: 2016, items: ["
        "{when: 2016-11, kind: party-lecture, responsible: 陈静, theme: 党章}]}\n"
        "- {kind: group-meeting, group: 一组, date: 2016-10-05, status: planned, host: 陈静}\n"
        "- {kind: party-lecture, date: 2016-10-06, status: planned, host: 李娜,"
        " speakers: {lecturer: 王敏}, title: 甲, topic: 乙}\n"
    )
    told = ahead(facts, DAY, Priors([], DAY))
    assert [(one.label, one.who, one.what, one.group) for one in told] == [
        ("2016-10-05", ("陈静",), "", "一组"),
        ("2016-10-06", ("王敏",), "乙", ""),
        ("2016-11", ("陈静",), "党章", ""),
    ]
    assert [str(one.first) for one in told] == [
        "2016-10-05",
        "2016-10-06",
        "2016-11-01",
    ]


def test_what_was_held() -> None:
    """Sittings of the year up to the day: no paper, and nothing that is still planned or
    counts for another year."""
    world = world_of(
        """
        - {kind: party-lecture, date: 2016-09-30, attendance: all}
        - {kind: party-lecture, date: 2016-09-29, attendance: all}
        - {kind: party-lecture, date: 2016-10-01, status: planned}
        - {kind: party-lecture, date: 2015-12-30, attendance: all}
        - {kind: group-meeting, group: 一组, date: 2016-05-05, attendance: all}
        - {kind: collective-study, date: 2016-01-03, period: 2015-12, attendance: all}
        - {kind: collective-study, date: 2016-01-04, period: 2016-01, attendance: all}
        - {kind: study-plan, date: 2016-01-05, period: 2016}
        """,
        as_of="2016-09-30",
    )
    assert [str(one.date) for one in sittings(world)] == [
        "2016-01-04",
        "2016-05-05",
        "2016-09-29",
        "2016-09-30",
    ]


def test_where_members_and_groups_stand() -> None:
    """Who came back stands where he is written first."""
    branch = """
        名称: 甲
        规则包: trial-2016
        党小组:
          - {名称: 一组, 党员: 王敏}
        党员:
          - {姓名: 王敏, 起: 2014-11-20, 止: 2015-06-30}
          - {姓名: 王敏、陈静, 起: 2015-09-01}
        """
    found = listed(facts_of("", branch))
    assert [(what, name, at.line) for what, name, at in found] == [
        ("group", "一组", 4),
        ("member", "王敏", 6),
        ("member", "陈静", 7),
    ]
