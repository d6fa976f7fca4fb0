"""`when` with a period to windows: first, last and outside days of each."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import FOREVER
from lxyz.kinds.case import Window
from lxyz.kinds.spans import calendar_windows

from ..trial import held, outcome, rule_of, verdicts, world_of


def windows(
    when: str, year: int = 2016, more: str = "", params: str = ""
) -> list[Window]:
    """The windows of a rule in a year."""
    rule = rule_of(
        f"{{count: {{of: {{kind: party-lecture}}}}, when: {when}{more}}}", params
    )
    assert rule.when is not None
    assert rule.when != "now"
    return calendar_windows(rule, rule.when, world_of(), year)


def told(window: Window) -> str:
    """First and last day on time, the band where it is wider, how late one counts."""
    inside, band = window.inside, window.band
    text = f"{inside.first}..{inside.last}"
    if band[:2] != inside[:2]:
        text += f" ~ {band.first}..{band.last}"
    late = {None: "never", FOREVER: "ever"}.get(window.until, str(window.until))
    return f"{text} > {late}"


@pytest.mark.parametrize(
    ("when", "year", "wanted"),
    [
        ("{every: year}", 2016, ["2016-01-01..2016-12-31 > never"]),
        ("{every: year, from: 10-01}", 2016, ["2016-10-01..2016-12-31 > never"]),
        ("{every: year, to: 10-31}", 2016, ["2016-01-01..2016-10-31 > 2016-12-31"]),
        ("{every: year, by: 02-29}", 2016, ["2016-01-01..2016-02-29 > 2016-12-31"]),
        # In a common year it is the last of the month.
        ("{every: year, by: 02-29}", 2017, ["2017-01-01..2017-02-28 > 2017-12-31"]),
        ("{every: year, by: 02-last}", 2020, ["2020-01-01..2020-02-29 > 2020-12-31"]),
        ("{every: year, by: 12-31}", 2016, ["2016-01-01..2016-12-31 > never"]),
        ("{every: year, by: next 01-31}", 2016, ["2016-01-01..2017-01-31 > never"]),
        (
            "{every: year, by: 06-30, late: never}",
            2016,
            ["2016-01-01..2016-06-30 > never"],
        ),
        (
            "{every: year, by: 06-30, late: ever}",
            2016,
            ["2016-01-01..2016-06-30 > ever"],
        ),
        (
            "{every: year, by: 06-30, late: 09-30}",
            2016,
            ["2016-01-01..2016-06-30 > 2016-09-30"],
        ),
        (
            "{every: year, by: 06-30, late: 06-30}",
            2016,
            ["2016-01-01..2016-06-30 > never"],
        ),
        (
            "{every: year, late: next 02-last}",
            2016,
            ["2016-01-01..2016-12-31 > 2017-02-28"],
        ),
        (
            "{every: year, late: next 02-last}",
            2019,
            ["2019-01-01..2019-12-31 > 2020-02-29"],
        ),
        (
            "{every: year, by: 12-31, late: +30d}",
            2016,
            ["2016-01-01..2016-12-31 > 2017-01-30"],
        ),
        (
            "{every: year, by: 12-31, late: +2 months}",
            2016,
            ["2016-01-01..2016-12-31 > 2017-02-28"],
        ),
        (
            "{every: year, by: 11-30, late: +1 month}",
            2016,
            ["2016-01-01..2016-11-30 > 2016-12-30"],
        ),
        (
            "{every: year, from: 06-15, to: 07-15, band: {from: 06-01, to: 07-31}, late: never}",
            2016,
            ["2016-06-15..2016-07-15 ~ 2016-06-01..2016-07-31 > never"],
        ),
        # A band is never narrower.
        (
            "{every: year, from: 06-15, to: 07-15, band: {from: 06-20, to: 07-10}, late: never}",
            2016,
            ["2016-06-15..2016-07-15 > never"],
        ),
        (
            "{every: year, in: {from: 06-15, to: 07-15, band: {to: 07-31}, late: 08-31}}",
            2016,
            ["2016-06-15..2016-07-15 ~ 2016-06-15..2016-07-31 > 2016-08-31"],
        ),
        # A whole date is of one year: there it cuts, in others it leaves nothing or all.
        ("{every: year, from: 2016-05-01}", 2016, ["2016-05-01..2016-12-31 > never"]),
        ("{every: year, from: 2016-05-01}", 2017, ["2017-01-01..2017-12-31 > never"]),
        ("{every: year, from: 2016-05-01}", 2015, []),
        ("{every: year, by: 2016-05-01}", 2017, []),
        ("{every: year, by: 2016-05-01}", 2015, ["2015-01-01..2015-12-31 > never"]),
        ("{every: year, from: 06-01, to: 05-01}", 2016, []),
        (
            "{every: half}",
            2016,
            ["2016-01-01..2016-06-30 > never", "2016-07-01..2016-12-31 > never"],
        ),
        (
            "{every: quarter, by: 1-05}",
            2016,
            [
                "2016-01-01..2016-01-05 > 2016-03-31",
                "2016-04-01..2016-04-05 > 2016-06-30",
                "2016-07-01..2016-07-05 > 2016-09-30",
                "2016-10-01..2016-10-05 > 2016-12-31",
            ],
        ),
        (
            "{every: half, from: 6-20, to: 6-last}",
            2016,
            ["2016-06-20..2016-06-30 > never", "2016-12-20..2016-12-31 > never"],
        ),
    ],
)
def test_windows(when: str, year: int, wanted: list[str]) -> None:
    """Month-days are counted inside the period and re-based on the year checked."""
    assert [told(one) for one in windows(when, year)] == wanted


@pytest.mark.parametrize(
    ("every", "year", "number", "first", "last"),
    [
        ("two-months", 2016, 6, "2016-01/02", "2016-11/12"),
        ("month", 2016, 12, "2016-01", "2016-12"),
        ("week", 2015, 53, "2015-W01", "2015-W53"),
        ("week", 2016, 52, "2016-W01", "2016-W52"),
        ("week", 2020, 53, "2020-W01", "2020-W53"),
    ],
)
def test_periods(every: str, year: int, number: int, first: str, last: str) -> None:
    """All of a year, in order."""
    labels = [one.span.label for one in windows(f"{{every: {every}}}", year)]
    assert (len(labels), labels[0], labels[-1]) == (number, first, last)


def test_weeks_reach_over_the_years_end() -> None:
    """Week 53 of 2015 ends in 2016, week 1 of 2020 begins in 2019."""
    last, first = windows("{every: week}", 2015)[-1], windows("{every: week}", 2020)[0]
    assert told(last) == "2015-12-28..2016-01-03 > never"
    assert told(first) == "2019-12-30..2020-01-05 > never"


def test_late_is_said_in_one_of_three_places() -> None:
    """By the rule, by a window from a parameter, by the span."""
    (one,) = windows("{every: year, by: 06-30, late: ever}", more=", late: never")
    assert told(one).endswith("> never")
    (one,) = windows("{every: year, in: {to: 06-30, late: never}, late: ever}")
    assert told(one).endswith("> never")


def test_bounds_that_are_not_set_are_dropped() -> None:
    """A48: with a note; how late one counts is then as if nothing were said."""
    params = "params: {day: {source: text}}"
    (one,) = windows(
        "{every: year, from: $day, by: $day, band: {to: $day}, late: $day}",
        params=params,
    )
    assert told(one) == "2016-01-01..2016-12-31 > never"
    assert set(one.notes) == {"unset:day"}


@pytest.mark.parametrize(
    ("when", "year", "wanted", "notes"),
    [
        # 1 May 2016 is a Sunday and a holiday up to the 2nd.
        (
            "{every: year, by: 05-01, roll: next-workday}",
            2016,
            "2016-05-03",
            ("rolled:2016-05-03",),
        ),
        ("{every: year, by: 05-03, roll: next-workday}", 2016, "2016-05-03", ()),
        # A Sunday on which one works, for the spring festival.
        ("{every: year, by: 02-06, roll: next-workday}", 2016, "2016-02-06", ()),
        (
            "{every: year, by: 12-31, roll: next-workday}",
            2016,
            "2017-01-03",
            ("rolled:2017-01-03",),
        ),
    ],
)
def test_rolled_to_a_working_day(
    when: str, year: int, wanted: str, notes: tuple[str, ...]
) -> None:
    """Met on the next working day with a note; due stays the day of the text."""
    (one,) = windows(when, year)
    assert str(one.band.last) == wanted
    assert one.notes == notes
    assert one.due == one.inside.last


def test_where_holidays_are_not_known() -> None:
    """Beyond the table only weekends and the days off each year are known, and that is
    said."""
    (one,) = windows("{every: year, by: 05-02, roll: next-workday}", 2199)
    assert one.notes == ("workdays-unknown",)
    (one,) = windows("{every: year, by: 05-01, roll: next-workday}", 2199)
    assert one.notes == ("workdays-unknown", "rolled:2199-05-02")


# --- fixed days ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "months"),
    [
        ("{every: month, day: 7}", {2: "2016-02-07..2016-02-07 > never"}),
        (
            "{every: month, day: 31}",
            {2: "2016-02-29..2016-02-29 > never", 4: "2016-04-30..2016-04-30 > never"},
        ),
        (
            "{every: month, day: first friday}",
            {1: "2016-01-01..2016-01-01 > never", 2: "2016-02-05..2016-02-05 > never"},
        ),
        (
            "{every: month, day: last friday}",
            {2: "2016-02-26..2016-02-26 > never", 4: "2016-04-29..2016-04-29 > never"},
        ),
        (
            "{every: month, day: 2, shift: 3d}",
            {3: "2016-03-02..2016-03-02 ~ 2016-03-01..2016-03-05 > never"},
        ),
        (
            "{every: month, day: 30, shift: 3d}",
            {4: "2016-04-30..2016-04-30 ~ 2016-04-27..2016-04-30 > never"},
        ),
        # Moved with a reason it may lie in the next month, or the one before.
        (
            "{every: month, day: 30, shift: 3d, needs: moved}",
            {4: "2016-04-30..2016-04-30 ~ 2016-04-27..2016-05-03 > never"},
        ),
        (
            "{every: month, day: 2, shift: 3d, needs: moved}",
            {1: "2016-01-02..2016-01-02 ~ 2015-12-30..2016-01-05 > never"},
        ),
        (
            "{every: month, day: 7, late: 1-last}",
            {1: "2016-01-07..2016-01-07 > 2016-01-31"},
        ),
    ],
)
def test_a_fixed_day(when: str, months: dict[int, str]) -> None:
    """On it, or as far off as it may be moved."""
    found = windows(when)
    assert {month: told(found[month - 1]) for month in months} == months
    assert all(one.slot is not None for one in found)


def test_a_shift_that_is_not_set_is_none() -> None:
    """Then only the day itself counts."""
    found = windows(
        "{every: month, day: 7, shift: $days}", params="params: {days: {source: text}}"
    )
    assert told(found[0]) == "2016-01-07..2016-01-07 > never"


def test_the_day_a_branch_has_fixed() -> None:
    """That of the month; where none is fixed the whole month, with a note."""
    one = windows("{every: month, day: branch.fixed_day}")[0]
    assert (told(one), one.notes, one.slot) == (
        "2016-01-01..2016-01-31 > never",
        ("no-fixed-day",),
        None,
    )


def test_windows_are_made_once() -> None:
    """Of one rule in one world."""
    rule = rule_of("{count: {of: {kind: party-lecture}}, when: {every: month}}")
    world = world_of()
    assert rule.when is not None
    assert rule.when != "now"
    assert calendar_windows(rule, rule.when, world, 2016) is calendar_windows(
        rule, rule.when, world, 2016
    )
    assert world.as_of == date(2016, 12, 31)


# --- some months, days after a period, days of a week ----------------------------


def labels(found: list[Window]) -> list[str]:
    """The periods of windows."""
    return [one.span.label for one in found]


def test_two_weeks() -> None:
    """Weeks 1 and 2, 3 and 4 …; a week 53 belongs to the last two."""
    found = windows("{every: two-weeks}", 2020)
    assert labels(found)[:2] == ["2020-W01/02", "2020-W03/04"]
    assert labels(found)[-1] == "2020-W51/53"
    assert told(found[0]) == "2019-12-30..2020-01-12 > never"
    assert told(found[-1]) == "2020-12-14..2021-01-03 > never"


def test_some_months() -> None:
    """A period is meant if all its days lie in these months."""
    months = "months: [1, 3, 4]"
    assert labels(windows(f"{{every: month, {months}}}")) == [
        "2016-01",
        "2016-03",
        "2016-04",
    ]
    assert labels(windows(f"{{every: two-months, {months}}}")) == ["2016-03/04"]
    assert windows(f"{{every: quarter, {months}}}") == []
    weeks = labels(windows("{every: week, months: [2]}"))
    assert weeks == ["2016-W05", "2016-W06", "2016-W07", "2016-W08"]
    # The last week of a year reaches into the next.
    ends = labels(windows("{every: week, months: [12, 1]}", 2018))
    assert (ends[0], ends[-1]) == ("2018-W01", "2018-W52")


@pytest.mark.parametrize(
    ("when", "year", "number", "wanted"),
    [
        # What is due in a year is of that year: in January the report of December.
        (
            "{every: month, after: period, within: 5d}",
            2016,
            0,
            "2016-01-01..2016-01-05 > 2016-01-31",
        ),
        (
            "{every: month, after: period, within: 5d}",
            2016,
            11,
            "2016-12-01..2016-12-05 > 2016-12-31",
        ),
        (
            "{every: month, after: period, within: 2m}",
            2016,
            0,
            "2015-12-01..2016-01-30 > never",
        ),
        (
            "{every: quarter, after: period, within: 5wd}",
            2016,
            1,
            "2016-04-01..2016-04-08 > 2016-06-30",
        ),
        (
            "{every: year, after: period, within: 15d, late: never}",
            2017,
            0,
            "2017-01-01..2017-01-15 > never",
        ),
        (
            "{every: month, after: period, within: 1d, late: +3d}",
            2016,
            1,
            "2016-02-01..2016-02-01 > 2016-02-04",
        ),
        (
            "{every: week, after: period, within: 7d}",
            2016,
            0,
            "2015-12-28..2016-01-03 > never",
        ),
        # 5 March 2016 is a Saturday.
        (
            "{every: month, after: period, within: 5d, roll: next-workday}",
            2016,
            2,
            "2016-03-01..2016-03-05 ~ 2016-03-01..2016-03-07 > 2016-03-31",
        ),
    ],
)
def test_days_after_a_period(when: str, year: int, number: int, wanted: str) -> None:
    """What closes a period is due in days, or working days, after it."""
    assert told(windows(when, year)[number]) == wanted


def test_days_after_a_period_that_are_not_set() -> None:
    """A bound that is not set is dropped, and said."""
    one = windows(
        "{every: month, after: period, within: $days, late: $late}",
        params="params: {days: {source: text}, late: {source: text}}",
    )[0]
    assert one.notes == ("unset:days",)
    assert told(one) == "2016-01-01..2016-01-31 > never"
    one = windows(
        "{every: month, after: period, within: 1d, late: $late}",
        params="params: {late: {source: text}}",
    )[1]
    assert told(one) == "2016-02-01..2016-02-01 > 2016-02-29"


def test_a_day_of_the_week() -> None:
    """Each Monday, or as far off as it may be moved inside its week."""
    first, second = windows("{every: week, day: monday}")[:2]
    assert told(first) == "2016-01-04..2016-01-04 > never"
    assert told(second) == "2016-01-11..2016-01-11 > never"
    one = windows("{every: week, day: friday, shift: 3d}")[0]
    assert told(one) == "2016-01-08..2016-01-08 ~ 2016-01-05..2016-01-10 > never"
    one = windows("{every: week, day: sunday}")[0]
    assert told(one) == "2016-01-10..2016-01-10 > never"


def test_a_fixed_day_that_is_off() -> None:
    """Carried on to the next working day, be that in the next month."""
    found = windows("{every: month, day: 5, roll: next-workday}")
    assert told(found[2]) == "2016-03-05..2016-03-05 ~ 2016-03-05..2016-03-07 > never"
    assert found[2].notes == ("rolled:2016-03-07",)
    assert found[3].notes == ()
    last = windows("{every: month, day: 31, roll: next-workday}")[6]
    assert told(last) == "2016-07-31..2016-07-31 ~ 2016-07-31..2016-08-01 > never"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-04", "missed"),
        ("2016-03-05", "met"),
        ("2016-03-06", "missed"),
        ("2016-03-07", "met"),
        ("2016-03-08", "missed"),
    ],
)
def test_on_the_day_or_the_working_day_after_it(day: str, wanted: str) -> None:
    """Not on the days between, nor on those about them."""
    rule = (
        "{when: {every: month, months: [3], day: 5, roll: next-workday}, "
        "count: {of: {kind: theme-party-day}}}"
    )
    assert outcome(rule, held(day, kind="theme-party-day")) == wanted


@pytest.mark.parametrize(
    ("record", "wanted"),
    [
        ("date: 2016-03-31", "missed"),
        ("date: 2016-04-01", "met"),
        ("date: 2016-04-05", "met"),
        ("date: 2016-04-06", "late"),
        ("date: 2016-04-30", "late"),
        ("date: 2016-05-01", "missed"),
        # What says of which month it is belongs to that, early or late.
        ("date: 2016-03-20, period: 2016-03", "met"),
        ("date: 2016-04-03, period: 2016-03", "met"),
        ("date: 2016-04-06, period: 2016-03", "late"),
        ("date: 2016-04-03, period: 2016-04", "missed"),
        ("date: 2016-04-03, period: 2016-02", "missed"),
        ("date: 2016-05-02, period: 2016-03", "missed"),
    ],
)
def test_the_report_of_a_month(record: str, wanted: str) -> None:
    """By the 5th of the next month; it serves no other month."""
    rule = (
        "{when: {every: month, months: [3], after: period, within: 5d}, "
        "count: {of: {kind: study-circular}}}"
    )
    assert outcome(rule, f"- {{kind: study-circular, {record}}}") == wanted


def test_each_record_of_some_months() -> None:
    """What lies in another month is asked nothing."""
    rule = (
        "{for: fact, each: {kind: party-lecture}, when: {every: month, months: [3]}, "
        "count: {of: {kind: party-lecture, theme: some}}}"
    )
    (one,) = verdicts(rule, held("2016-03-05", "2016-04-05"))
    assert (one.outcome, one.span.label) == ("missed", "2016-03")
    (none,) = verdicts(rule, held("2016-04-05"))
    assert none.outcome == "not-applicable"


@pytest.mark.parametrize(
    ("year", "wanted"),
    [
        # The document is of 2016: of the year before it asks nothing.
        (2016, {"2016-01": "missed", "2016-11": "missed"}),
        (2017, {"2016-12": "missed", "2017-11": "missed"}),
    ],
)
def test_what_closes_the_last_period_of_a_year(
    year: int, wanted: dict[str, str]
) -> None:
    """It is asked for in the year in which it is due, and of no year but once."""
    rule = (
        "{when: {every: month, after: period, within: 5d}, "
        "count: {of: {kind: study-circular}}}"
    )
    found = {
        one.span.label: one.outcome
        for one in verdicts(rule, as_of=f"{year + 1}-03-01", year=year)
    }
    labels = sorted(found)
    assert {labels[0], labels[-1]} == set(wanted)
    assert {found[one] for one in wanted} == {"missed"}


def test_the_summary_of_a_year() -> None:
    """Of 2016, in January 2017, in the report of 2017; in that of 2016 there is none."""
    rule = (
        "{when: {every: year, after: period, within: 31d}, "
        "count: {of: {kind: study-summary}}}"
    )
    record = "- {kind: study-summary, date: 2017-01-31}"
    assert outcome(rule, record, year=2017, as_of="2017-02-01") == "met"
    assert outcome(rule, record, year=2016, as_of="2017-02-01") == "not-applicable"
    early = "- {kind: study-summary, date: 2016-12-20, period: 2016}"
    assert outcome(rule, early, year=2017, as_of="2017-02-01") == "met"
