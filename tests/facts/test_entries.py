"""The day on which a member joined the Party, and its anniversaries."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.facts.entries import entries
from lxyz.facts.fact import Fact

from ..trial import facts_of

HEAD = "名称: 甲\n规则包: trial-2016\n党员:\n"


def made(lines: str, year: int = 2016, day: date = date(2016, 12, 31)) -> list[Fact]:
    """The facts of a profile of these members, ranked from 100 on."""
    members = "".join(f"  - {{{line}}}\n" for line in lines.split("; "))
    return entries(facts_of(branch=HEAD + members).profile, year, day, 100)


def told(facts: list[Fact]) -> list[tuple[str, str, object]]:
    """Key, person and years of each."""
    return [
        (one.key, "".join(one.people["about"]), one.attrs.get("years")) for one in facts
    ]


def test_of_each_year_and_those_beside_it() -> None:
    """The day itself, whenever that was, and three anniversaries, in order of the day."""
    facts = made("姓名: 王敏, 起: 2010-01-01, 入党日期: 1996-07-01")
    assert told(facts) == [
        ("party-joined@1996-07-01", "王敏", None),
        ("party-anniversary@2015-07-01", "王敏", 19),
        ("party-anniversary@2016-07-01", "王敏", 20),
        ("party-anniversary@2017-07-01", "王敏", 21),
    ]
    assert [one.rank for one in facts] == [100, 101, 102, 103]
    assert {one.shown for one in facts} == {date.min}


@pytest.mark.parametrize(
    ("joined", "year", "days"),
    [
        ("2016-02-29", 2016, ["2017-02-28"]),
        ("2012-02-29", 2016, ["2015-02-28", "2016-02-29", "2017-02-28"]),
        ("2015-12-31", 2016, ["2016-12-31", "2017-12-31"]),
        ("2017-01-01", 2016, []),
        ("2000-05-01", 9999, ["9998-05-01", "9999-05-01"]),
    ],
)
def test_the_days(joined: str, year: int, days: list[str]) -> None:
    """The day on which he joined is none; nor is there a 29 February each year."""
    facts = made(f"姓名: 王敏, 起: 2010-01-01, 入党日期: {joined}", year)
    found = [one for one in facts if "party-anniversary" in one.kinds]
    assert [str(one.date) for one in found] == days


def test_only_of_who_is_here() -> None:
    """Before he came, and after he left, it is another branch's."""
    facts = made("姓名: 王敏, 起: 2016-05-01, 止: 2016-12-31, 入党日期: 1996-04-30")
    assert [one.key for one in facts] == ["party-joined@1996-04-30"]
    facts = made("姓名: 王敏, 起: 2016-05-01, 止: 2017-04-29, 入党日期: 1996-05-01")
    assert [one.key for one in facts] == [
        "party-joined@1996-05-01",
        "party-anniversary@2016-05-01",
    ]


def test_two_of_one_day_are_told_apart() -> None:
    """By name, not by their lines."""
    facts = made(
        "姓名: 王敏, 起: 2010-01-01, 入党日期: 2015-07-01; "
        "姓名: 李娜, 起: 2010-01-01, 入党日期: 2015-07-01",
        2015,
    )
    assert told(facts) == [
        ("party-joined@2015-07-01", "李娜", None),
        ("party-joined@2015-07-01#2", "王敏", None),
        ("party-anniversary@2016-07-01", "李娜", 1),
        ("party-anniversary@2016-07-01#2", "王敏", 1),
    ]


def test_of_whom_it_is_not_written() -> None:
    """There is one all the same, on a day that nobody knows, while he is here."""
    line = "姓名: 王敏, 起: 2010-01-01, 止: 2016-06-30"
    facts = made(line, day=date(2016, 6, 30))
    assert told(facts) == [
        ("party-anniversary@", "王敏", None),
        ("party-joined@", "王敏", None),
    ]
    assert {one.date for one in facts} == {None}
    assert facts[0].unknown == {"date", "party_since", "years"}
    assert made(line, day=date(2016, 7, 1)) == []


def test_what_he_is() -> None:
    """As his line says, on the day."""
    line = "姓名: 王敏, 起: 2015-07-01, 入党日期: 2015-07-01, 类别: 青年, 状态: 预备, 转正日期: 2016-07-01"
    facts = made(line)
    assert [one.attrs["status"] for one in facts] == ["probationary", "full", "full"]
    assert facts[0].attrs["category"] == {"青年"}
