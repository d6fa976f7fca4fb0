"""Attestations and waivers, with and without what they need."""

from __future__ import annotations

import time
from datetime import date

import pytest

from .conftest import Make

ATTEST = (
    "类型: 人工确认\n日期: 2016-12-30\n规则: a/b\n由谁: 王敏\n结论: {answer}\n{more}\n"
)
WAIVE = (
    "类型: 豁免\n日期: 2016-07-18\n规则: a/b\n原因: 防汛\n审定人: 机关党委\n{more}\n"
)


@pytest.mark.parametrize(("answer", "yes"), [("是", True), ("否", False)])
def test_attestation(make: Make, answer: str, *, yes: bool) -> None:
    """Who answered what, when and for which year; it is no fact."""
    made = make(ATTEST.format(answer=answer, more="备注: 已看"))
    (one,) = made.facts.judgements.attestations
    assert made.all == []
    assert one[:-1] == ("a/b", date(2016, 12, 30), "王敏", yes, "已看", "", 2016)
    assert (one.origin.line, one.origin.column) == (3, 1)


def test_attestation_of_members_and_another_year(make: Make) -> None:
    """One answer for each member named, for the year it counts for."""
    made = make(ATTEST.format(answer="是", more="党员: 李娜、郭芳、李那\n期间: 2015"))
    assert made.told == [("F401", 6, 11)]
    assert [(one.subject, one.year) for one in made.facts.judgements.attestations] == [
        ("李娜", 2015),
        ("郭芳", 2015),
    ]


def test_attestation_of_no_one_known(make: Make) -> None:
    """A name that is not known makes no answer for the branch."""
    made = make(ATTEST.format(answer="是", more="党员: 李那"))
    assert made.told == [("F401", 6, 5)]
    assert made.facts.judgements.attestations == ()


@pytest.mark.parametrize("missing", ["规则: a/b\n", "结论: 是\n", "由谁: 王敏\n"])
def test_attestation_without_what_it_needs(make: Make, missing: str) -> None:
    """Without a rule, an answer or whose it is, it is not used."""
    text = ATTEST.format(answer="是", more="").replace(missing, "")
    made = make(text, misread=("F205",))
    assert made.facts.judgements.attestations == ()


@pytest.mark.parametrize(
    "text",
    [
        ATTEST.format(answer="是", more="状态: 计划"),
        ATTEST.format(answer="是", more="状态: 取消\n原因: 甲"),
        WAIVE.format(more="状态: 计划"),
        WAIVE.format(more="状态: 取消"),
    ],
)
def test_judgement_that_is_not_in_force(make: Make, text: str) -> None:
    """Planned or withdrawn, it says nothing."""
    judgements = make(text).facts.judgements
    assert judgements == ((), ())


@pytest.mark.parametrize(
    ("more", "first", "last", "members"),
    [
        ("备注: 甲", date(2016, 7, 18), date(2016, 12, 31), ""),
        ("起: 2016-07-01", date(2016, 7, 1), date(2016, 12, 31), ""),
        ("起: 2015-07-01", date(2015, 7, 1), date(2015, 12, 31), ""),
        ("止: 2016-08-31", date(2016, 7, 18), date(2016, 8, 31), ""),
        ("党员: 全体", date(2016, 7, 18), date(2016, 12, 31), ""),
        ("党员: 李娜、郭芳", date(2016, 7, 18), date(2016, 12, 31), "李娜、郭芳"),
    ],
)
def test_waiver(make: Make, more: str, first: date, last: date, members: str) -> None:
    """From its day or 起, to 止 or the end of that year; of no one named: of all."""
    made = make(WAIVE.format(more=more))
    (one,) = made.facts.judgements.waivers
    assert (made.all, made.told) == ([], [])
    names = frozenset(members.split("、")) - {""}
    given = date(2016, 7, 18)
    assert one[:-1] == ("a/b", names, first, last, "防汛", "机关党委", given)
    assert one.origin.line == 3


@pytest.mark.parametrize(
    "missing", ["规则: a/b\n", "原因: 防汛\n", "审定人: 机关党委\n"]
)
def test_waiver_without_what_it_needs(make: Make, missing: str) -> None:
    """Without rule, reason or approver it excuses nothing."""
    made = make(WAIVE.format(more="").replace(missing, ""), misread=("F205",))
    assert made.facts.judgements.waivers == ()


@pytest.mark.parametrize(
    ("more", "code"),
    [("起: 2016-02-30", "F305"), ("止: 2016-13-31", "F305"), ("党员: []", "F117")],
)
def test_waiver_with_bounds_that_cannot_be_read(
    make: Make, more: str, code: str
) -> None:
    """It must not last longer, or be of more persons, than somebody wrote."""
    made = make(WAIVE.format(more=more), misread=(code,))
    assert made.facts.judgements.waivers == ()


def test_waiver_of_no_one_known(make: Make) -> None:
    """A name that is not known must not excuse everyone."""
    made = make(WAIVE.format(more="党员: 李那"))
    assert made.told == [("F401", 6, 5)]
    assert made.facts.judgements.waivers == ()


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("起: 2016-07-18, 止: 2016-07-18", []),
        ("起: 2016-07-18, 止: 2016-07-17", [("F511", 1)]),
        # Without 起 it begins on its own day.
        ("止: 2016-07-17", [("F511", 1)]),
        ("止: 2016-07-18", []),
    ],
)
def test_a_waiver_that_ends_before_it_begins(
    make: Make, days: str, told: list[tuple[str, int]]
) -> None:
    """Is told of at its end, and excuses nothing."""
    made = make(
        "{类型: 豁免, 规则: b11-2016/x, 原因: 防汛, 审定人: 机关党委,"
        f" 日期: 2016-07-18, {days}}}\n"
    )
    assert [(code, line) for code, line, _ in made.told] == told
    assert len(made.facts.judgements.waivers) == (not told)


def test_a_waiver_for_no_reason(make: Make) -> None:
    """无 is neither a reason nor an approver."""
    text = WAIVE.format(more="").replace("防汛", "无").replace("机关党委", "无")
    made = make(text, misread=("F205", "F205"))
    assert made.facts.judgements.waivers == ()


@pytest.mark.parametrize("field", ["防汛", "机关党委"])
@pytest.mark.parametrize("blank", ["——", "待定", "（待补）"])
def test_a_waiver_with_half_of_what_it_needs(
    make: Make, field: str, blank: str
) -> None:
    """One of both is not enough, nor is a place kept free for the other."""
    text = WAIVE.format(more="").replace(field, blank)
    made = make(text, misread=("F426", "F205"))
    assert made.facts.judgements.waivers == ()


def test_where_a_waiver_ends_too_early(make: Make) -> None:
    """At the line of its end."""
    made = make(WAIVE.format(more="起: 2016-01-02\n止: 2016-01-01"))
    assert made.told == [("F511", 7, 1)]


@pytest.mark.parametrize(
    "text", [ATTEST.format(answer="是", more=""), WAIVE.format(more="")]
)
@pytest.mark.parametrize("as_of", ["2016-12-30", "2016-07-17"])
def test_what_was_judged_on_a_day_still_to_come(
    make: Make, text: str, as_of: str
) -> None:
    """Is told; from its day on it has effect."""
    made = make(text, as_of=as_of)
    assert made.told == ([("F520", 2, 1)] if as_of == "2016-07-17" else [])


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("王敏", [("F524", 5, 1)]),
        ("王敏、李娜", [("F524", 5, 1)]),
        ("支委会", []),
        ("机关党委王敏", []),
    ],
)
def test_a_waiver_approved_by_a_member(
    make: Make, who: str, told: list[tuple[str, int, int]]
) -> None:
    """Who owes it does not excuse it."""
    made = make(WAIVE.format(more="").replace("机关党委", who))
    assert made.told == told
    assert bool(made.facts.judgements.waivers) is not bool(told)


@pytest.mark.parametrize(("who", "told"), [("王敏", []), ("李娜", [("F524", 5, 1)])])
def test_leave_granted_to_one_member(
    make: Make, who: str, told: list[tuple[str, int, int]]
) -> None:
    """By another of the branch, as a secretary does; not by that member."""
    made = make(WAIVE.format(more="党员: 李娜").replace("机关党委", who))
    assert made.told == told
    assert bool(made.facts.judgements.waivers) is not bool(told)


@pytest.mark.no_cover
def test_a_waiver_approved_by_thousands(make: Make) -> None:
    """In time that grows with their number."""
    text = WAIVE.format(more="").replace("机关党委", "王敏、" * 20000)
    before = time.process_time()
    made = make(text)
    assert time.process_time() - before < 4
    assert made.told == [("F524", 5, 1)]
