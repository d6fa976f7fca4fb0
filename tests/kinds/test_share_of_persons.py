"""How many of the members (the officers) have done something: a share of these persons."""

from __future__ import annotations

from datetime import date

import pytest

from ..trial import outcome, verdict

BRANCH = """名称: 甲
规则包: trial-2016
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-01-01}
  - {姓名: 陈静, 职务: 委员, 任职日期: 2014-01-01}
党员:
  - {姓名: 王敏、陈静, 起: 2010-01-01}
  - {姓名: 李娜, 起: 2010-01-01, 止: 2016-10-31}
  - {姓名: 刘洋, 起: 2015-01-01, 状态: 预备, 转正日期: 2016-07-01}
  - {姓名: 郭芳, 起: 2015-05-01}
"""
"""From November on there are four."""


def rule(
    bound: str, when: str = "every: year", to: str = "{kind: member, level: member}"
) -> str:
    """That members have given short lectures."""
    return (
        f"{{when: {{{when}}}, count: {{of: {{kind: micro-lecture}}, distinct: lecturer, "
        f"to: {to}, {bound}}}}}"
    )


def lectures(*names: str) -> str:
    """A lecture by each of these (empty: nobody wrote by whom), in March."""
    rows = [
        f"- {{kind: micro-lecture, date: 2016-03-{day:02}, attendance: all"
        + (f", speakers: {{lecturer: {name}}}" if name else "")
        + "}\n"
        for day, name in enumerate(names, 1)
    ]
    return "".join(rows)


@pytest.mark.parametrize(
    ("bound", "names", "wanted", "have"),
    [
        ("min: 1/2", ("王敏", "刘洋"), "met", "1/2"),
        ("over: 1/2", ("王敏", "刘洋"), "missed", "1/2"),
        ("over: 1/2", ("王敏", "刘洋、陈静"), "met", "3/4"),
        # However often one of them did.
        ("min: 1/2", ("王敏", "王敏", "王敏"), "missed", "1/4"),
        # Who is gone counts neither among those who did nor among all.
        ("min: 1/2", ("王敏", "李娜"), "missed", "1/4"),
        ("max: 1/2", ("王敏", "刘洋、陈静"), "missed", "3/4"),
        ("max: 1/2", ("王敏", "刘洋"), "met", "1/2"),
        ("min: 100%", ("王敏、陈静、刘洋、郭芳",), "met", "1"),
        ("min: 1/2", (), "missed", "0"),
        # Who did is not written: it may have been anybody.
        ("min: 1/2", ("王敏", ""), "undecidable", "1/4"),
        ("min: 1/2", ("王敏", "刘洋", ""), "met", "1/2"),
        ("max: 1/2", ("王敏", ""), "undecidable", "1/4"),
        ("max: 1/4", ("王敏", "刘洋", ""), "missed", "1/2"),
    ],
)
def test_a_share_of_the_members(
    bound: str, names: tuple[str, ...], wanted: str, have: str
) -> None:
    """Each once, of those who are here on the last day."""
    found = verdict(rule(bound), lectures(*names), branch=BRANCH, as_of="2017-01-01")
    assert (found.outcome, found.have) == (wanted, have)
    assert ("lecturer" in found.missing) == (wanted == "undecidable")


def test_before_its_end_it_is_open_or_met() -> None:
    """Met once there are enough, as nothing can take it back."""
    for names, wanted in (("王敏",), "open"), (("王敏", "陈静"), "met"):
        records = lectures(*names)
        assert outcome(
            rule("min: 1/2"), records, branch=BRANCH, as_of="2016-11-01"
        ) == (wanted)


def test_a_late_one() -> None:
    """Where the window ends before the year: of those who were here on its last day."""
    records = lectures("王敏", "陈静、李娜").replace("2016-03-02", "2016-08-02")
    made = rule("min: 3/5", "every: year, by: 06-30")
    assert outcome(made, records, branch=BRANCH) == "late"
    few = lectures("王敏")
    assert outcome(made, few, branch=BRANCH, as_of="2016-12-31") == "overdue"
    assert outcome(made, few, branch=BRANCH, as_of="2017-01-01") == "missed"


def test_a_share_of_the_officers() -> None:
    """Of those who hold a post, on its last day."""
    made = rule("min: 1/2", to="{kind: post}")
    assert outcome(made, lectures("王敏"), branch=BRANCH, as_of="2017-01-01") == "met"
    assert (
        outcome(made, lectures("刘洋"), branch=BRANCH, as_of="2017-01-01") == "missed"
    )


def test_of_nobody() -> None:
    """Where there is nobody of the kind, it does not apply."""
    made = rule("min: 1/2", to="{kind: member, level: member, category: 青年}")
    found = verdict(made, lectures("王敏"), branch=BRANCH)
    assert (found.outcome, found.notes) == ("not-applicable", ("why:no-denominator",))


def test_some_of_whom_it_is_not_known() -> None:
    """Who is among them only perhaps may be; who lectured only perhaps, too."""
    made = rule("min: 1/2", to="{kind: party-anniversary, years: {min: 20}}").replace(
        "every: year", "every: year, by: 12-31"
    )
    branch = BRANCH.replace("2010-01-01}", "2010-01-01, 入党日期: 1990-05-01}", 1)
    found = verdict(made, lectures("王敏"), branch=branch, as_of="2017-01-01")
    assert (found.outcome, found.have) == ("undecidable", "1/4")
    assert found.missing == ("years",)
    told = rule("min: 1/2").replace("micro-lecture", "micro-lecture, minutes: {min: 9}")
    records = lectures("王敏", "陈静").replace(
        "attendance: all", "attendance: all, minutes: 9", 1
    )
    found = verdict(told, records, branch=BRANCH, as_of="2017-01-01")
    assert (found.outcome, found.have) == ("undecidable", "1/4")
    assert found.missing == ("minutes",)


def test_one_that_may_not_count_by_nobody_knows_whom() -> None:
    """It may be of anybody: it is neither passed over nor more than a doubt."""
    told = rule("min: 1/2").replace("micro-lecture", "micro-lecture, minutes: {min: 9}")
    for names, wanted in ("王敏", "undecidable"), ("王敏、陈静", "met"):
        records = lectures(names, "").replace(
            "attendance: all", "attendance: all, minutes: 9", 1
        )
        found = verdict(told, records, branch=BRANCH, as_of="2017-01-01")
        assert found.outcome == wanted


def test_of_whom_there_may_be_nobody() -> None:
    """Where it is not known of anybody that he is among them, it may not apply."""
    made = rule("min: 1/2", to="{kind: party-anniversary, years: {min: 20}}")
    found = verdict(made, branch=BRANCH, as_of="2017-01-01")
    assert (found.outcome, found.missing) == ("undecidable", ("years",))


def test_what_is_planned_makes_it_good() -> None:
    """A plan that says who is to lecture."""
    records = lectures("王敏") + (
        "- {kind: micro-lecture, date: 2016-12-20, status: planned, "
        "speakers: {lecturer: 陈静}}\n"
    )
    found = verdict(rule("min: 1/2"), records, branch=BRANCH, as_of="2016-11-30")
    assert (found.outcome, found.have) == ("planned", "1/4")


@pytest.mark.parametrize(
    ("measure", "need", "limit"),
    [
        (
            "distinct: lecturer, to: {kind: member, level: member}, max: 15%",
            "≤15%",
            True,
        ),
        ("to: {kind: member, level: member}, max: 15%", "≤15%", True),
        ("distinct: lecturer, max: 2", "≤2", True),
        ("sum: minutes, max: 90", "≤90", True),
        ("sum: minutes, min: 30, max: 90", "30、90", False),
        ("sum: minutes, under: 90", "90", False),
        ("sum: minutes", "1", False),
    ],
)
def test_what_only_bounds_from_above_is_a_limit(
    measure: str, need: str, limit: bool
) -> None:
    """While it is open nothing is to be done for it."""
    one = verdict(
        f"{{count: {{of: {{kind: micro-lecture}}, {measure}}}}}", as_of="2016-12-20"
    )
    assert (one.outcome, one.need, one.is_limit) == ("open", need, limit)
    assert one.is_soon(date(2016, 12, 20)) is not limit
