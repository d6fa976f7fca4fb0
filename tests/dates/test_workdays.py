"""Working days: holidays and make-up days where the table knows them, else weekends."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.workdays import (
    Workday,
    add_workdays,
    is_holiday,
    is_known,
    is_workday,
    next_workday,
    workdays,
)


@pytest.mark.parametrize(
    ("day", "working"),
    [
        ("2016-02-05", True),
        # A Saturday on which one works, for the spring festival that follows.
        ("2016-02-06", True),
        ("2016-02-07", False),
        ("2016-02-13", False),
        ("2016-02-14", True),
        ("2016-02-29", True),
        ("2015-12-31", True),
        ("2016-01-01", False),
    ],
)
def test_days(day: str, working: bool) -> None:
    """A working day is itself, with the holidays known."""
    on = date.fromisoformat(day)
    assert is_workday(on) == (Workday(on, True) if working else None)


def test_years() -> None:
    """The table has a first and a last year."""
    assert [is_known(year) for year in (2003, 2004, 2016, 2199)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-02-06", "2016-02-06"),
        ("2016-02-07", "2016-02-14"),
        ("2016-12-31", "2017-01-03"),
        ("2003-12-31", "2003-12-31"),
    ],
)
def test_the_next(day: str, wanted: str) -> None:
    """The day itself, or the first after it."""
    assert next_workday(date.fromisoformat(day)).day.isoformat() == wanted


@pytest.mark.parametrize(
    ("day", "count", "wanted"),
    [
        ("2016-02-05", 0, "2016-02-05"),
        ("2016-02-07", 0, "2016-02-07"),
        ("2016-02-05", 1, "2016-02-06"),
        ("2016-02-05", 2, "2016-02-14"),
        ("2016-02-14", -1, "2016-02-06"),
        ("2016-12-30", 1, "2017-01-03"),
        ("2017-01-03", -1, "2016-12-30"),
    ],
)
def test_so_many(day: str, count: int, wanted: str) -> None:
    """On, and back, over holidays and the year's end."""
    assert add_workdays(date.fromisoformat(day), count) == Workday(
        date.fromisoformat(wanted), True
    )


@pytest.mark.parametrize(
    ("found", "day"),
    [
        (next_workday(date(2199, 1, 5)), date(2199, 1, 7)),
        (add_workdays(date(2199, 1, 4), 1), date(2199, 1, 7)),
        (add_workdays(date(2199, 1, 4), 0), date(2199, 1, 4)),
        # From a year that is known into one that is not, or the other way.
        (next_workday(date(2003, 12, 28)), date(2003, 12, 29)),
        # Off by the regulation itself: 1 January, 1 May, 1 to 3 October.
        (next_workday(date(2199, 1, 1)), date(2199, 1, 2)),
        (next_workday(date(2199, 5, 1)), date(2199, 5, 2)),
        (next_workday(date(2199, 10, 1)), date(2199, 10, 4)),
        (next_workday(date(2199, 9, 30)), date(2199, 9, 30)),
        (add_workdays(date(2004, 1, 2), -1), date(2003, 12, 31)),
        (add_workdays(date(2199, 1, 4), 9999), date(2237, 11, 15)),
    ],
)
def test_beyond_the_table(found: Workday, day: date) -> None:
    """Only weekends and the days off each year are known, and that is said."""
    assert found == Workday(day, False)


@pytest.mark.parametrize(
    ("day", "off"),
    [
        # A Sunday of the spring festival, and one of none; a Friday of it.
        ("2016-02-07", True),
        ("2016-02-21", False),
        ("2016-02-12", True),
        ("2016-02-15", False),
        # The first day of a year, where its holidays are known and where not.
        ("2016-01-01", True),
        ("2016-12-31", False),
        ("2199-01-01", True),
        ("2199-05-01", True),
        ("2199-05-04", False),
    ],
)
def test_holidays(day: str, *, off: bool) -> None:
    """A weekend alone is none."""
    assert is_holiday(date.fromisoformat(day)) is off


@pytest.mark.parametrize("count", [1, 7, 250, 251, 1000, 4000])
def test_so_many_over_years(count: int) -> None:
    """There are so many of them between, however many years they are."""
    first = date(2016, 12, 30)
    last = add_workdays(first, count)
    assert (len(workdays(first, last.day)), last.known) == (count + 1, count < 4000)
    first = date(2022, 1, 4)
    last = add_workdays(first, -count)
    assert (len(workdays(last.day, first)), last.known) == (count + 1, True)


def test_a_span_of_centuries_makes_each_year_once() -> None:
    """What a year's working days are is found once, however many years a span has."""
    from lxyz.dates.workdays import _year

    first, last = date(1900, 1, 1), date(2199, 12, 31)
    whole = workdays(first, last)
    made = _year.cache_info().misses
    assert workdays(first, last) == whole
    assert _year.cache_info().misses == made
    assert (whole[0], whole[-1]) == (date(1900, 1, 2), date(2199, 12, 31))
    assert list(whole) == sorted(set(whole))
