"""Fixed days of a month, and meetings held on them, moved from them, or elsewhere."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.fixed import fixed_day

from ..trial import BRANCH, held, verdict, verdicts


@pytest.mark.parametrize(
    ("text", "month", "wanted"),
    [
        ("7", 2, "2016-02-07"),
        ("07", 2, "2016-02-07"),
        ("7日", 2, "2016-02-07"),
        ("每月7号", 2, "2016-02-07"),
        ("31", 2, "2016-02-29"),
        ("1", 1, "2016-01-01"),
        ("0", 2, None),
        ("32", 2, None),
        ("first friday", 7, "2016-07-01"),
        ("Second Monday", 2, "2016-02-08"),
        ("last friday", 7, "2016-07-29"),
        ("last friday", 6, "2016-06-24"),
        ("fourth sunday", 2, "2016-02-28"),
        ("第一个星期五", 7, "2016-07-01"),
        ("每月第四个周日", 2, "2016-02-28"),
        ("第二星期天", 2, "2016-02-14"),
        ("最后一个星期一", 2, "2016-02-29"),
        ("fifth friday", 7, None),
        ("first day", 7, None),
        ("friday", 7, None),
        ("", 7, None),
        ("月底", 7, None),
    ],
)
def test_the_days_named(text: str, month: int, wanted: str | None) -> None:
    """By number, by weekday, in both languages; what names no day is none."""
    found = fixed_day(text, date(2016, month, 1))
    assert (found and found.isoformat()) == wanted


RULE = "{count: {of: {kind: party-activity-day}}, when: {every: month, day: 7, shift: 3d%s}}"
NEEDS = RULE % ", needs: moved"


def march(rule: str, day: str, more: str = "") -> tuple[str, str, tuple[str, ...]]:
    """Outcome, level and notes of March."""
    records = held(day, kind="party-activity-day", more=f"attendance: all{more}")
    one = next(v for v in verdicts(rule, records) if v.span.label == "2016-03")
    return one.outcome, one.level, one.notes


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-03", ("missed", "warning", ("other-day",))),
        ("2016-03-04", ("met", "warning", ("band",))),
        ("2016-03-07", ("met", "none", ())),
        ("2016-03-10", ("met", "warning", ("band",))),
        ("2016-03-11", ("missed", "warning", ("other-day",))),
        ("2016-04-01", ("missed", "error", ())),
    ],
)
def test_without_a_word_of_it(
    day: str, wanted: tuple[str, str, tuple[str, ...]]
) -> None:
    """On the day; near it with a note; on another day of the month at most a warning."""
    assert march(RULE % "", day) == wanted


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-01", ("missed", ("other-day",))),
        ("2016-03-02", ("met", ("band",))),  # Wednesday; the 5th is a Saturday
        ("2016-03-05", ("met", ())),
        ("2016-03-09", ("met", ("band",))),
        ("2016-03-10", ("missed", ("other-day",))),
    ],
)
def test_moved_by_working_days(day: str, wanted: tuple[str, tuple[str, ...]]) -> None:
    """Three working days before and after."""
    rule = RULE.replace("day: 7, shift: 3d", "day: 5, shift: 3wd") % ""
    outcome, _, notes = march(rule, day)
    assert (outcome, notes) == wanted


def test_working_days_that_nobody_knows_yet() -> None:
    """Where the holidays of a year are not announced, a note says so."""
    rule = RULE.replace("3d", "3wd") % ""
    found = verdicts(rule, year=2040, as_of="2040-12-31")
    assert {one.notes for one in found} == {("workdays-unknown",)}


@pytest.mark.parametrize(
    ("day", "more", "wanted"),
    [
        ("2016-03-07", "", ("met", "none", ())),
        ("2016-03-08", "", ("missed", "warning", ("other-day",))),
        (
            "2016-03-08",
            ", moved: {from: 2016-03-07, reason: 防汛}",
            ("met", "none", ("moved",)),
        ),
        # Without a reason, or moved from another day, it is not moved from this one.
        (
            "2016-03-08",
            ", moved: {from: 2016-03-06, reason: 防汛}",
            ("missed", "warning", ("other-day",)),
        ),
        (
            "2016-03-11",
            ", moved: {from: 2016-03-07, reason: 防汛}",
            ("missed", "warning", ("other-day",)),
        ),
    ],
)
def test_moved_with_a_reason(
    day: str, more: str, wanted: tuple[str, str, tuple[str, ...]]
) -> None:
    """Where the rule needs it, the record must say that it was moved, and why."""
    assert march(NEEDS, day, more) == wanted


def test_moved_over_the_end_of_the_month() -> None:
    """The last day of April, held in May for a reason: April is kept."""
    rule = "{count: {of: {kind: party-activity-day}}, when: {every: month, day: 30, shift: 3d, needs: moved}}"
    records = held(
        "2016-05-03",
        kind="party-activity-day",
        more="attendance: all, moved: {from: 2016-04-30, reason: 放假}",
    )
    april = next(v for v in verdicts(rule, records) if v.span.label == "2016-04")
    assert april.outcome == "met"


def test_where_none_is_fixed() -> None:
    """Any day of the month, with a note."""
    rule = "{count: {of: {kind: party-activity-day}}, when: {every: month, day: branch.fixed_day}}"
    records = held("2016-03-31", kind="party-activity-day")
    one = next(v for v in verdicts(rule, records) if v.span.label == "2016-03")
    assert (one.outcome, one.notes) == ("met", ("no-fixed-day",))
    fixed = BRANCH + "固定党日: [{日: 7}, {日: 8, 起: 2016-03-08}]\n"
    found = {v.span.label: str(v.due) for v in verdicts(rule, branch=fixed)}
    assert (found["2016-02"], found["2016-03"]) == ("2016-02-07", "2016-03-08")


def test_what_has_no_day_is_on_none() -> None:
    """The profile's facts lie on no fixed day."""
    rule = "{count: {of: {kind: branch}}, when: {every: month, day: 7}, fold: year}"
    assert verdict(rule).have == "0"


@pytest.mark.parametrize(
    ("which", "month", "year", "day", "notes"),
    [
        ("last", "2016-04", 2016, "2016-04-29", ()),
        ("last", "2016-09", 2016, "2016-09-30", ()),
        ("first", "2016-10", 2016, "2016-10-08", ()),  # a Saturday that is worked
        ("first", "2016-03", 2016, "2016-03-01", ()),
        ("last", "2070-08", 2070, "2070-08-29", ("workdays-unknown",)),
    ],
)
def test_working_days(
    which: str, month: str, year: int, day: str, notes: tuple[str, ...]
) -> None:
    """The first and the last of a month, feasts and weekends that are worked told."""
    rule = f"{{count: {{of: {{kind: party-activity-day}}}}, when: {{every: month, day: {which} workday}}}}"
    records = held(day, kind="party-activity-day")
    as_of = f"{year + 1}-01-01"
    found = verdicts(rule, records, year=year, as_of=as_of)
    one = next(v for v in found if v.span.label == month)
    assert (one.outcome, str(one.due), one.notes) == ("met", day, notes)
