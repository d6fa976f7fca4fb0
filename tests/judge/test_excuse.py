"""What is excused: waivers, and stretches in which nothing recurs."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, held, outcome, verdict, verdicts

LECTURE = "count: {of: {kind: party-lecture}}"
BY_JUNE = f"{{{LECTURE}, when: {{every: year, by: 06-30}}}}"


def waiver(first: str, last: str, rule: str = "rule", more: str = "") -> str:
    """A waiver of the committee above."""
    return (
        f"- {{类型: 豁免, 规则: trial-2016/{rule}, 日期: 2016-01-01, 起: {first}, 止: {last},"
        f" 原因: 防汛, 审定人: 机关党委{more}}}\n"
    )


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2016-06-30", "2016-06-30", "waived"),
        ("2016-06-01", "2016-06-29", "overdue"),
        ("2016-07-01", "2016-12-31", "overdue"),
        ("2016-01-01", "2016-12-31", "waived"),
    ],
)
def test_the_day_on_which_it_was_due(first: str, last: str, wanted: str) -> None:
    """A waiver excuses what is due on one of its days."""
    assert outcome(BY_JUNE, waiver(first, last), as_of="2016-08-01") == wanted


@pytest.mark.parametrize(
    ("records", "as_of", "wanted"),
    [
        ("", "2016-06-01", "waived"),
        ("", "2017-01-01", "waived"),
        (held("2016-06-30"), "2017-01-01", "met"),
        (held("2016-07-01"), "2017-01-01", "late"),
    ],
)
def test_what_was_done_stays_done(records: str, as_of: str, wanted: str) -> None:
    """Open, overdue and missed are waived; met and late are not hidden."""
    every = records + waiver("2016-01-01", "2016-12-31")
    assert outcome(BY_JUNE, every, as_of=as_of) == wanted


def test_it_says_why_and_by_whom() -> None:
    """The reason and the approver are told, and it weighs nothing."""
    one = verdict(BY_JUNE, waiver("2016-01-01", "2016-12-31"))
    assert one.notes == ("waived:防汛", "approved:机关党委")
    assert one.level == "none"


def test_what_was_planned_for_exempt_days() -> None:
    """It is excused like what recurs: a plan made for all the months of a year."""
    plan = "- {kind: study-plan, date: 2016-01-04, period: 2016, items: [{when: 2016-02, kind: party-lecture}, {when: 2016-03, kind: party-lecture}]}\n"
    rule = "{for: fact, each: {kind: plan-item}, when: {during: subject, late: ever}, count: {of: {kind: party-lecture}}}"
    found = verdicts(rule, plan, branch=EXEMPT)
    assert [one.outcome for one in found] == ["waived", "overdue"]
    assert found[0].notes == ("exempt:春节",)


def test_a_span_without_a_due_day() -> None:
    """What has no due day is excused by the last of its span."""
    now = "{has: {weekly_slot: some}, when: now}"
    assert (
        outcome(now, waiver("2016-12-31", "2016-12-31"), as_of="2016-12-31") == "waived"
    )


@pytest.mark.parametrize(
    ("name", "waived"), [("six", ["six/a", "six/b"]), ("six/a", ["six/a"]), ("si", [])]
)
def test_of_a_rule_all_its_rows(name: str, waived: list[str]) -> None:
    """Naming the rule excuses every row of it; naming a row, that one."""
    rule = "{id: six, title: $id, count: {of: {kind: $kind}}, rows: [{id: a, kind: party-lecture}, {id: b, kind: oath-review}]}"
    found = verdicts(rule, waiver("2016-01-01", "2016-12-31", name))
    assert [
        one.rule.removeprefix("trial-2016/") for one in found if one.outcome == "waived"
    ] == waived


def test_of_a_rule_its_stricter_tier() -> None:
    """With the rule its stricter tier is excused; of the tier alone only that is."""
    rule = f"{{{LECTURE}, when: {{every: year}}, soft: {{when: {{by: 06-30}}}}}}"
    found = verdicts(rule, waiver("2016-01-01", "2016-12-31"))
    assert [one.outcome for one in found] == ["waived", "waived"]
    found = verdicts(rule, waiver("2016-01-01", "2016-12-31", "rule~"))
    assert [one.outcome for one in found] == ["missed", "waived"]


def test_of_some_members() -> None:
    """A waiver that names members is theirs alone."""
    rule = "{for: member, count: {of: {kind: party-lecture, as: present}}}"
    found = verdicts(
        rule, waiver("2016-01-01", "2016-12-31", more=", 党员: 李娜、胡斌")
    )
    assert [one.subject.name for one in found if one.outcome == "waived"] == [
        "李娜",
        "胡斌",
    ]
    # The branch's own duty is not theirs.
    assert (
        outcome(
            f"{{{LECTURE}}}", waiver("2016-01-01", "2016-12-31", more=", 党员: 李娜")
        )
        == "missed"
    )


EXEMPT = (
    BRANCH
    + "不计期间:\n  - {期间: 2016-02, 原因: 春节}\n  - {起: 2016-08-01, 止: 2016-09-30, 原因: 防汛}\n"
)


def test_exempt_stretches() -> None:
    """What recurs at least quarterly is not demanded where its whole period is exempt."""
    branch = EXEMPT

    def waived(every: str) -> list[str]:
        found = verdicts(
            f"{{{LECTURE}, when: {{every: {every}}}, fold: no}}", branch=branch
        )
        assert {one.notes for one in found if one.outcome == "waived"} <= {
            ("exempt:春节",),
            ("exempt:防汛",),
        }
        return [one.span.label for one in found if one.outcome == "waived"]

    assert waived("month") == ["2016-02", "2016-08", "2016-09"]
    assert waived("two-months") == []
    assert waived("quarter") == []
    assert waived("year") == []
    # 29 February is of a week that reaches into March; after 30 September come days off.
    assert waived("week") == [
        f"2016-W{week:02}" for week in (5, 6, 7, 8, *range(31, 40))
    ]


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2016-07-01", "2016-09-30", ["2016-Q3"]),
        ("2016-07-01", "2016-09-29", []),
        ("2016-07-04", "2016-09-30", []),
        ("2016-07-01", "2016-12-31", ["2016-Q3", "2016-Q4"]),
    ],
)
@pytest.mark.parametrize("how", ["waiver", "exemption"])
def test_a_whole_quarter(how: str, first: str, last: str, wanted: list[str]) -> None:
    """The longest quarters, of 92 days, are excused with all their working days."""
    branch, records = BRANCH, ""
    if how == "waiver":
        records = waiver(first, last)
    else:
        branch += f"不计期间: {{起: {first}, 止: {last}, 原因: 防汛}}\n"
    rule = f"{{{LECTURE}, when: {{every: quarter, to: 1-20}}, fold: no}}"
    found = verdicts(rule, records, branch=branch)
    excused = [one.span.label for one in found if one.outcome == "waived"]
    due = {"2016-Q3": "2016-07-20", "2016-Q4": "2016-10-20"}
    if how == "waiver":  # and what was due on one of its days
        wanted = [label for label, day in due.items() if first <= day <= last]
    assert excused == wanted


WEEKLY = "{count: {of: {kind: collective-study}}, when: {every: week}, fold: no}"
WEEK_29 = "2016-W29"


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2016-07-18", "2016-07-22", "waived"),  # Monday to Friday
        ("2016-07-16", "2016-07-24", "waived"),
        ("2016-07-18", "2016-07-21", "missed"),
        ("2016-07-19", "2016-07-22", "missed"),
    ],
)
@pytest.mark.parametrize("how", ["waiver", "exemption"])
def test_the_working_days_of_a_week_are_the_week(
    how: str, first: str, last: str, wanted: str
) -> None:
    """Saturday and Sunday need not be written."""
    branch, records = BRANCH, ""
    if how == "waiver":
        records = waiver(first, last)
    else:
        branch += f"不计期间: {{起: {first}, 止: {last}, 原因: 防汛}}\n"
    found = verdicts(WEEKLY, records, branch=branch, as_of="2016-12-31")
    assert [one.outcome for one in found if one.span.label == WEEK_29] == [wanted]


@pytest.mark.parametrize(
    ("last", "wanted"), [("2016-10-07", "missed"), ("2016-10-09", "waived")]
)
def test_a_weekend_of_work_is_of_the_week(last: str, wanted: str) -> None:
    """8 and 9 October 2016 were working days: the holiday before them is not the week."""
    found = verdicts(WEEKLY, waiver("2016-10-01", last), as_of="2016-12-31")
    assert [one.outcome for one in found if one.span.label == "2016-W40"] == [wanted]


def test_a_week_without_a_working_day() -> None:
    """All its days must be excused: 1 to 7 October 2018 was a week of holidays."""
    for last, wanted in (("2018-10-06", "missed"), ("2018-10-07", "waived")):
        records = waiver("2018-10-01", last)
        found = verdicts(WEEKLY, records, as_of="2018-12-31", year=2018)
        week = [one for one in found if one.span.label == "2018-W40"]
        assert [one.outcome for one in week] == [wanted]


FIRM = BY_JUNE.replace("{count", "{waivable: no, count", 1)


@pytest.mark.parametrize(
    ("records", "notes"),
    [(waiver("2016-01-01", "2016-12-31"), ("unwaivable",)), ("", ())],
)
def test_a_rule_that_nobody_may_waive(records: str, notes: tuple[str, ...]) -> None:
    """The gap stays, and says why it is not excused where somebody tried."""
    one = verdict(FIRM, records, as_of="2016-08-01")
    assert (one.outcome, one.level, one.notes) == ("overdue", "error", notes)


def test_nor_does_an_exemption_excuse_it() -> None:
    """A stretch that does not count is a waiver that needs no approver."""
    branch = f"{BRANCH}不计期间: {{起: 2016-07-01, 止: 2016-07-31, 原因: 防汛}}\n"
    rule = f"{LECTURE}, when: {{every: month}}"
    for more, wanted in (("", "waived"), (", waivable: no", "missed")):
        found = verdicts(f"{{{rule}{more}}}", branch=branch)
        july = [one for one in found if one.span.label == "2016-07"]
        assert [one.outcome for one in july] == [wanted]


@pytest.mark.parametrize("as_of", ["2016-07-31", "2016-08-01"])
def test_the_day_on_which_it_was_given(as_of: str) -> None:
    """A waiver excuses nothing before it was given."""
    given = waiver("2016-01-01", "2016-12-31").replace("2016-01-01", "2016-08-01", 1)
    wanted = "waived" if as_of == "2016-08-01" else "overdue"
    assert outcome(BY_JUNE, given, as_of=as_of) == wanted


@pytest.mark.parametrize("name", ["", "/"])
def test_a_pack_is_no_rule(name: str) -> None:
    """What names a pack excuses none of its rules."""
    named = waiver("2016-01-01", "2016-12-31").replace(
        "trial-2016/rule", f"trial-2016{name}"
    )
    assert outcome(BY_JUNE, named, as_of="2016-08-01") == "overdue"
