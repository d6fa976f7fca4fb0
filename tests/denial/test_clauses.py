"""What each clause of a text denies by itself."""

from __future__ import annotations

import sys
from datetime import date
from functools import cached_property
from time import process_time

import pytest

from lxyz.denial.clauses import Clause, clauses_of, later_day
from lxyz.denial.texts import may_deny

# Of the processor; a tracer of lines counts thrice over.
SECONDS = 1 if sys.gettrace() is None else 3


def test_clauses_and_the_marks_before_them() -> None:
    """A line ends a clause as a mark does; what stands in quotes is no end of one."""
    clauses = clauses_of("通报预算，党课（未讲）\n学习“甲，乙”")
    assert [(one.mark, one.text) for one in clauses] == [
        ("", "通报预算"),
        (",", "党课"),
        ("(", "未讲"),
        (");", "学习“甲,乙”"),
    ]
    assert [one.is_aside for one in clauses] == [False, False, True, False]


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("党课未讲", "党课"),
        ("党课下月再讲", "党课"),
        ("讨论未进行", "讨论"),
        ("讨论党课未讲", None),
        ("通报了预算", None),
        ("未讲", None),
    ],
)
def test_what_stands_before_a_denial(text: str, stood: str | None) -> None:
    """A discussion may not have been held; what is discussed is only talked about."""
    [clause] = clauses_of(text)
    assert clause.stood == stood


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("未开展志愿服务", "志愿服务"),
        ("没讲党课", "讲党课"),
        ("因故取消党课", "党课"),
        ("拟于下月讲党课", "讲党课"),
        ("未开展活动的原因", None),
        ("学习党章", None),
    ],
)
def test_what_stands_behind_a_denial(text: str, denied: str | None) -> None:
    """Without the verb first; what is about it denies nothing."""
    [clause] = clauses_of(text)
    assert next(iter(clause.not_done), None) == denied


@pytest.mark.parametrize(
    "piece", ["“", "因", "本月", "因疫", "未、", "“甲”", "由", "待"]
)
@pytest.mark.parametrize("end", ["未", "未开展", "下月再议"])
def test_no_clause_is_gone_through_again_and_again(piece: str, end: str) -> None:
    """All that is asked of a text as long as any that is read: it may take no longer
    for what it repeats."""
    text = "未" + piece * ((500 - len(end)) // len(piece) - 1) + end
    assert may_deny(text)
    asked = [
        name for name, one in vars(Clause).items() if isinstance(one, cached_property)
    ]
    begun = process_time()
    for clause in clauses_of(text):
        for name in asked:
            getattr(clause, name)
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("逆向测评（放在一月）", date(2026, 1, 31)),
        ("逆向测评：定于2026年1月10日进行", date(2026, 1, 10)),
        ("逆向测评（12月31日进行）", date(2025, 12, 31)),
        ("逆向测评（1月10日）", date(2026, 1, 10)),
        ("逆向测评，评议支部（拟二月底召开）", date(2026, 2, 28)),
        ("民主测评（改在23日群里投票）", date(2025, 12, 23)),
        ("民主测评：23日补测", date(2025, 12, 23)),
        ("逆向测评（拟1月中旬进行）", date(2026, 1, 31)),
        ("民主测评（次日投票）", date(2025, 12, 21)),
        ("民主测评（第二天）", date(2025, 12, 21)),
        ("民主测评（23日）", date(2025, 12, 23)),
        ("民主测评（因票没带，改在23日群里投票）", date(2025, 12, 23)),
        ("民主测评（票已收回），23日公布", None),
        # its own day or month, or an earlier one
        ("民主测评（20日进行）", None),
        ("民主测评（3号进行）", None),
        ("逆向测评（12月20日进行）", None),
        ("逆向测评（放在十二月）", None),
        ("逆向测评（11月28日进行）", None),
        ("逆向测评（2024年12月31日进行）", None),
        # no month there is
        ("逆向测评（放在13月）", None),
        # what is talked about, or more than when
        ("安排活动（1月）", None),
        ("提出整改措施（1月底前完成）", None),
        ("1月进行逆向测评", None),
        ("逆向测评（下午）", None),
    ],
)
def test_a_later_day(text: str, day: date | None) -> None:
    """The day to which brackets or a colon put what stands before them."""
    assert later_day(text, date(2025, 12, 20)) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("征求意见（12月20日）", None),  # of the year before
        ("逆向测评（拟12月20日进行）", date(2026, 12, 20)),
    ],
)
def test_a_day_of_the_year_before(text: str, day: date | None) -> None:
    """A day that is only told may be either; it is the nearer one."""
    assert later_day(text, date(2026, 1, 10)) == day
