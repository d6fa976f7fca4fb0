"""Edges of judging: whom on which day, what folds into what, until when."""

from __future__ import annotations

from datetime import date

import pytest

from ..trial import BRANCH, held, verdict, verdicts

HARD = BRANCH.replace(
    "{姓名: 王敏、陈静、李娜, 起: 2014-11-20}",
    "{姓名: 王敏、陈静, 起: 2014-11-20}\n"
    "  - {姓名: 李娜, 起: 2014-11-20, 困难认定日期: 2016-04-30, 困难解除日期: 2016-08-30}",
)


@pytest.mark.parametrize(
    ("narrowed", "months"),
    [("which", [4, 5, 6, 7]), ("except", [1, 2, 3, 8, 9, 10, 11, 12])],
)
def test_a_person_is_asked_for_by_the_day(narrowed: str, months: list[int]) -> None:
    """In hardship from 30 April to 30 August: meant in the months whose last day lies
    in it, though nothing else of the branch changed."""
    rule = f"{{for: member, {narrowed}: {{hardship: 'yes'}}, when: {{every: month}}, count: {{of: {{kind: heart-to-heart-talk, as: to}}}}, fold: no}}"
    found = verdicts(rule, branch=HARD)
    assert [one.span.label for one in found if one.subject.name == "李娜"] == [
        f"2016-{month:02}" for month in months
    ]


GROUPS = """
- {id: meet, for: group, count: {of: {kind: group-meeting}}}
- {id: attend, for: member, under: meet, count: {of: {kind: group-meeting, as: present}}}
- {id: all, for: branch, under: meet, count: {of: {kind: group-meeting, level: group}, min: 2}}
- {id: theme, for: fact, each: {kind: oath-review, level: group}, under: meet, has: {theme: some}, fold: no}
"""


def test_what_the_gap_of_a_group_explains() -> None:
    """Those of its members, of its records, and of the branch; not of another group."""
    records = "- {kind: group-meeting, group: 一组, date: 2016-05-05, attendance: {present: 陈静, absent: 王敏}}\n"
    records += "".join(
        f"- {{kind: oath-review, group: {group}, date: 2016-05-05, attendance: all}}\n"
        for group in ("一组", "二组")
    )
    found = verdicts(GROUPS, records)
    root = "trial-2016/meet|group:二组|2016|"
    told = {
        (one.rule.partition("/")[2], one.subject.name): one.folded_into
        for one in found
        if one.is_gap
    }
    (first, second) = (name for rule, name in told if rule == "theme")
    assert told == {
        ("meet", "二组"): None,
        ("attend", "王敏"): None,
        ("attend", "李娜"): root,
        ("attend", "胡斌"): root,
        ("attend", "许诺"): root,
        ("all", "第九党支部"): root,
        ("theme", first): None,
        ("theme", second): root,
    }


FILED = "{for: fact, each: {kind: oath-review}, when: {after: subject, within: 7d, late: %s}, count: {of: {kind: filing, link: subject}, min: 2}, fold: %s}"


def oath(day: str, *filed: str) -> str:
    """An event, filed with one after the other on these days."""
    told = ", ".join(f"{one}: {day}" for one, day in zip("甲乙丙", filed, strict=False))
    filings = f", filings: {{{told}}}" if filed else ""
    return f"- {{kind: oath-review, date: {day}, attendance: all{filings}}}\n"


@pytest.mark.parametrize(
    ("second", "wanted"),
    [("2016-05-27", "met"), ("2016-05-28", "missed")],
)
def test_a_row_is_broken_when_the_last_of_what_was_late_came(
    second: str, wanted: str
) -> None:
    """Two were needed: the first in time and the second late kept it when the second
    came, inside the row or after it had ended."""
    records = oath("2016-05-01", "2016-05-07", second) + oath("2016-05-20")
    one = verdict(FILED % ("ever", "{run: 2}"), records)
    assert one.outcome == wanted


def test_until_when_the_last_of_several_can_be_made_good() -> None:
    """Of several overdue the due day is the first one's, the end the last one's."""
    records = oath("2016-05-01") + oath("2016-05-20")
    one = verdict(FILED % ("+60d", "year"), records, as_of="2016-06-10")
    assert (one.outcome, one.due, one.until) == (
        "overdue",
        date(2016, 5, 8),
        date(2016, 7, 26),
    )


@pytest.mark.parametrize(
    ("late", "outcome", "until"),
    [("ever", "overdue", None), ("never", "missed", date(2016, 5, 5))],
)
def test_until_when_a_record_can_be_completed(
    late: str, outcome: str, until: date | None
) -> None:
    """For ever, or no longer than its own day."""
    rule = f"{{for: fact, each: {{kind: oath-review}}, has: {{theme: some}}, late: {late}, fold: no}}"
    one = verdict(rule, held("2016-05-05", kind="oath-review"))
    assert (one.outcome, one.until) == (outcome, until)
