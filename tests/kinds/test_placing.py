"""Facts to windows: by their own day, by what they count for, as they stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet.branch import Options, check_branch
from lxyz.kinds import dated

from ..trial import days_of, held, verdict, verdicts


@pytest.fixture(autouse=True, params=["one by one", "at once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Many facts are found as few are."""
    if request.param == "at once":
        monkeypatch.setattr(dated, "_FEW", -1)


@pytest.mark.parametrize(
    ("kind", "by", "number"),
    [
        # Members stand from their first day to their last, both included.
        ("member", "05-31", "4"),
        ("member", "06-01", "5"),
        ("post", "05-31", "2"),
        ("group", "05-31", "2"),
        ("branch", "05-31", "1"),
    ],
)
def test_what_stands_counts_on_the_due_day(kind: str, by: str, number: str) -> None:
    """What the profile gives, as it is on that day."""
    level = {"member": ", level: member", "group": ", level: group"}.get(kind, "")
    rule = f"{{count: {{of: {{kind: {kind}{level}}}, min: 9}}, when: {{every: year, by: {by}}}}}"
    assert verdict(rule).have == number


def test_who_has_left_stands_no_more() -> None:
    """The day after his last he is none of them."""
    branch = "名称: 第九党支部\n规则包: trial-2016\n党员: [{姓名: 王敏, 起: 2014-11-20, 止: 2016-05-31}]\n"
    rule = "{count: {of: {kind: member, level: member}}, when: {every: year, by: %s, late: never}}"
    assert verdict(rule % "05-31", branch=branch).outcome == "met"
    assert verdict(rule % "06-01", branch=branch).outcome == "missed"


DUES = "{for: member, which: {status: probationary}, when: {every: %s%s}, count: {of: {kind: dues-payment, as: about}}}"


@pytest.mark.parametrize(
    ("month", "day", "wanted"),
    [
        ("2016-07", "2016-07-31", "met"),
        ("2016-07", "2016-08-01", "late"),
        # Paid before the month it is for, it counts on its first day.
        ("2016-07", "2016-06-30", "met"),
        ("2016-08", "2016-07-15", "missed"),
    ],
)
def test_what_it_counts_for(month: str, day: str, wanted: str) -> None:
    """A fact with a period of its own belongs to that."""
    records = f"- {{kind: dues-payment, month: {month}, date: {day}, members: 许诺}}\n"
    found = verdicts(DUES % ("month", ", late: ever"), records)
    july = next(one for one in found if one.span.label == "2016-07")
    assert july.outcome == ("overdue" if wanted == "missed" else wanted)


def test_a_shorter_period_lies_in_a_longer_one() -> None:
    """Dues of July are of the third quarter, and of no other."""
    records = (
        "- {kind: dues-payment, month: 2016-07, date: 2016-10-05, members: 许诺}\n"
    )
    found = verdicts(DUES % ("quarter", ", late: ever"), records)
    assert {one.span.label: one.have for one in found} == {
        "2016-Q2": "0",
        "2016-Q3": "1",
        "2016-Q4": "0",
    }


def test_a_longer_period_is_of_no_shorter_one() -> None:
    """What counts for the year is of no month and no quarter."""
    records = held("2016-05-05", more="attendance: all, counts_for: 2016")
    rule = "{count: {of: {kind: party-lecture}}, when: {every: %s}}"
    assert verdict(rule % "year", records).have == "1"
    for every in ("quarter", "month"):
        assert {one.have for one in verdicts(rule % every, records)} == {"0"}


def test_about_a_fact_the_day_alone_decides() -> None:
    """Days about a subject ask for no period."""
    rule = "{for: fact, each: {kind: oath-review}, when: {after: subject, within: 30d}, count: {of: {kind: party-lecture}}}"
    records = held("2016-12-20", kind="oath-review") + held(
        "2017-01-10", more="attendance: all, counts_for: 2016"
    )
    one = verdict(rule, records, as_of="2017-02-01")
    assert (one.outcome, days_of(one)) == ("met", ["2017-01-10"])


PLAN = "- {kind: study-plan, date: 2016-01-05, period: 2016, items: [{when: %s, kind: party-lecture}]}\n"
CARRIED = "{for: fact, each: {kind: plan-item}, when: {during: subject%s}, count: {of: {kind: party-lecture}}}"


@pytest.mark.parametrize(
    ("moved", "wanted"),
    [
        ("", "late"),
        (", moved: {from: 2016-06-30, reason: 防汛}", "met"),
        (", moved: {from: 2016-06-01, reason: 防汛}", "met"),
        (", moved: {from: 2016-07-01, reason: 防汛}", "late"),
        (", moved: {from: 2016-05-31, reason: 防汛}", "late"),
    ],
)
def test_moved_from_the_days_of_a_plan(moved: str, wanted: str) -> None:
    """A meeting moved away carries out the item of the day it was moved from."""
    records = PLAN % "2016-06" + held("2016-07-20", more=f"attendance: all{moved}")
    assert verdict(CARRIED % "", records).outcome == wanted


def test_for_a_quota_the_day_it_was_held_counts() -> None:
    """Moved or not, a month has what was held in it."""
    rule = "{count: {of: {kind: party-lecture}}, when: {every: month}}"
    records = held(
        "2016-07-01", more="attendance: all, moved: {from: 2016-06-30, reason: 防汛}"
    )
    found = {one.span.label: one.outcome for one in verdicts(rule, records)}
    assert (found["2016-06"], found["2016-07"]) == ("missed", "met")


def test_roles_that_nobody_holds() -> None:
    """A record that names others in a role, or nobody at all, is not a person's."""
    rule = "{for: secretary, count: {of: {kind: party-lecture, as: [host, lecturer]}}}"
    assert verdict(rule, held("2016-05-05")).have == "0"
    assert (
        verdict(rule, held("2016-05-05", more="attendance: all, host: 陈静")).have
        == "0"
    )
    assert (
        verdict(rule, held("2016-05-05", more="attendance: all, host: 王敏")).have
        == "1"
    )


EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("day", ["2016-09-30", "2016-12-31"])
@pytest.mark.parametrize("name", ["branch-11", "exemplary"])
def test_many_are_placed_as_few_are(
    name: str, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a whole branch: on time, in the band, late, and where that cannot be known."""
    options = Options(date.fromisoformat(day))
    found = check_branch(EXAMPLES / name, options).verdicts
    monkeypatch.setattr(dated, "_FEW", 10**6)
    assert check_branch(EXAMPLES / name, options).verdicts == found


@pytest.mark.parametrize("place", range(4, 20))
def test_what_is_in_doubt_is_told_by_day(place: int) -> None:
    """Wherever it stands among the rest."""
    days = [f"2016-03-{day:02}" for day in range(1, 25)]
    doubtful = days[place : place + 3]
    records = "".join(
        held(
            day,
            more=f"attendance: all{'' if day in doubtful else ', speakers: {lecturer: 王敏}'}",
        )
        for day in days
    )
    rule = "{for: secretary, count: {of: {kind: party-lecture, as: lecturer}, min: 23}, when: {every: year}}"
    one = verdict(rule, records)
    assert one.outcome == "undecidable"
    assert [str(record.date) for record in one.near] == doubtful
