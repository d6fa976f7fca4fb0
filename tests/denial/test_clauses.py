"""What each clause of a text denies by itself."""

from __future__ import annotations

import sys
from functools import cached_property
from time import process_time

import pytest

from lxyz.denial import may_deny
from lxyz.denial.clauses import Clause, clauses_of

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
