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
    ("second", "wanted"), [("2016-05-27", "met"), ("2016-05-28", "missed")]
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


def test_a_record_of_several_days_is_due_on_its_last() -> None:
    """What a record must have is asked of it when it ends."""
    records = (
        "- {kind: oath-review, date: 2016-05-05, end: 2016-05-07, attendance: all}\n"
    )
    rule = "{for: fact, each: {kind: oath-review}, has: {theme: some}, fold: no}"
    one = verdict(rule, records)
    assert (one.due, one.span.first, one.span.last) == (
        date(2016, 5, 7),
        date(2016, 5, 5),
        date(2016, 5, 7),
    )


@pytest.mark.parametrize(
    ("days", "judged"),
    [
        ("from: 2016-12-31", True),
        ("from: 2017-01-01", False),
        ("to: 2015-12-31", False),
        ("to: 2016-12-31", True),
    ],
)
def test_a_rule_of_the_last_day_of_the_year(days: str, *, judged: bool) -> None:
    """It is in force on that day, and asks of what was held on it."""
    rule = f"{{for: fact, each: {{kind: oath-review}}, has: {{theme: some}}, fold: no, {days}}}"
    one = verdict(rule, held("2016-12-31", kind="oath-review"))
    assert (one.outcome != "not-applicable") is judged


def test_what_is_kept_names_no_span() -> None:
    """Spans are named where they fail or cannot be decided."""
    rule = (
        "{count: {of: {kind: collective-study%s}}, when: {every: quarter}, fold: year}"
    )
    days = ("2016-02-01", "2016-05-01", "2016-08-01", "2016-11-01")
    records = held(*days, kind="collective-study")
    assert verdict(rule % "", records).failing == ()
    assert verdict(rule % "", held(*days[:3], kind="collective-study")).failing == (
        "2016-Q4",
    )
    assert verdict(rule % "", "", as_of="2016-03-31").failing == ()
    unsaid = verdict(rule % ", minutes: {min: 60}", records)
    assert (unsaid.outcome, len(unsaid.failing)) == ("undecidable", 4)


def test_three_that_nearly_count_are_enough() -> None:
    """Of all the spans that fail together."""
    rule = "{count: {of: {kind: collective-study, theme: 甲}}, when: {every: month}, fold: year}"
    days = [f"2016-{month:02}-05" for month in range(1, 6)]
    one = verdict(
        rule, held(*days, kind="collective-study", more="attendance: all, theme: 乙")
    )
    assert [str(shown.date) for shown in one.near] == days[:3]


@pytest.mark.parametrize(
    ("by", "first", "second"),
    [("06-30", "甲", "乙"), ("07-01", "乙", "甲"), ("12-31", "甲", "甲")],
)
def test_an_item_with_a_day_of_its_own_explains_the_span_of_that_day(
    by: str, first: str, second: str
) -> None:
    """One without explains any span of the year."""
    rules = f"""
- {{id: list, cover: {{of: {{kind: party-lecture}}, tag: topic, all: [{{is: 甲, by: {by}}}, 乙]}}}}
- {{id: half, under: list, count: {{of: {{kind: party-lecture}}}}, when: {{every: half}}}}
"""
    folded = {
        one.span.label: str(one.folded_into).rpartition("|")[2]
        for one in verdicts(rules)
        if one.rule.endswith("/half")
    }
    assert folded == {"2016-H1": first, "2016-H2": second}


@pytest.mark.parametrize(
    ("late", "outcome"),
    [("", "overdue"), (", late: ever", "overdue"), (", late: never", "missed")],
)
def test_what_is_counted_on_the_day_of_a_fact(late: str, outcome: str) -> None:
    """It can be made good for ever, unless the rule says that it cannot."""
    rule = f"{{for: fact, each: {{kind: oath-review}}, count: {{of: {{kind: party-lecture}}}}, fold: no{late}}}"
    oath = held("2016-05-05", kind="oath-review")
    assert verdict(rule, oath).outcome == outcome
    assert verdict(rule, oath + held("2016-05-05")).outcome == "met"


def test_records_the_branch_is_asked_about_are_its_own() -> None:
    """Though the pattern names a role: a group's oath is no subject of the branch."""
    rule = "{for: branch, each: {kind: oath-review, as: present}, has: {theme: some}, fold: no}"
    own = held("2016-05-05", kind="oath-review")
    group = "- {kind: oath-review, group: 一组, date: 2016-05-06, attendance: all}\n"
    assert [one.span.label for one in verdicts(rule, own + group)] == ["2016-05-05"]


def test_what_applies_to_nobody_is_of_no_event() -> None:
    """It is said of the branch and the year, and names nothing else."""
    one = verdict("{count: {of: {kind: party-lecture}}, years: [2017]}")
    assert (one.outcome, one.label, one.event) == ("not-applicable", None, "")
    assert (one.subject.type, one.span.label) == ("branch", "2016")


@pytest.mark.parametrize(
    ("rule", "number"),
    [
        ("for: fact, each: {kind: oath-review}, has: {theme: some}", 1),
        ("for: fact, each: {kind: oath-review}, count: {of: {kind: filing, link: subject}}", 2),
        ("for: member, has: {rank: some}, when: now", 5),
        ("when: {every: half}, count: {of: {kind: oath-review}}", 2),
    ],
)  # fmt: skip
def test_what_folds_unless_the_rule_says_so(rule: str, number: int) -> None:
    """What each record must have, and weeks; nothing else."""
    records = held("2016-05-05", "2016-06-05", kind="oath-review")
    assert len(verdicts(f"{{{rule}}}", records)) == number


@pytest.mark.parametrize(
    ("until", "meant"), [("2016-01-01", True), ("2015-12-31", False)]
)
def test_a_person_is_asked_for_by_the_year(until: str, meant: bool) -> None:
    """In hardship on any day of the year is enough, though it was over by the day on
    which it was due; who is in none is not meant."""
    branch = HARD.replace("2016-04-30", "2015-03-01").replace("2016-08-30", until)
    rule = "{for: member, which: {hardship_in_year: 'yes'}, when: {every: year}, count: {of: {kind: hardship-assistance, as: about}}}"
    found = verdicts(rule, branch=branch)
    assert [one.subject.name for one in found if one.outcome == "missed"] == (
        ["李娜"] if meant else []
    )
