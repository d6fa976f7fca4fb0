"""What is to be done before a period: the plan of a month by the 25th of the one before."""

from __future__ import annotations

import pytest

from ..trial import verdicts

PLAN = (
    "{when: {every: %s, before: period%s}, count: {of: {kind: quarterly-arrangement}}}"
)
MONTHLY = PLAN % ("month", ", by: 1-25")
YEARLY = PLAN % ("year", ", from: 12-01, to: 12-31")


def found(
    rule: str, records: str = "", as_of: str = "2017-01-31", year: int = 2016
) -> dict[str, str]:
    """How it is, by the period for which something is to be done."""
    return {
        one.span.label: one.outcome.value
        for one in verdicts(rule, records, as_of=as_of, year=year)
    }


def made(day: str, period: str = "") -> str:
    """An arrangement of a day, for a period if it says so."""
    of = f", period: {period}" if period else ""
    return f"- {{kind: quarterly-arrangement, date: {day}{of}}}\n"


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-03-31", "met"),  # earlier yet
        ("2016-05-01", "met"),
        ("2016-05-25", "met"),
        ("2016-05-26", "late"),
        ("2016-06-30", "late"),
        ("2016-07-01", "missed"),
    ],
)
def test_what_says_of_which_it_is(day: str, wanted: str) -> None:
    """In time to the last day, then late to the end of the period itself."""
    told = found(MONTHLY, made(day, "2016-06"))
    assert told.pop("2016-06") == wanted
    assert set(told.values()) <= {"missed", "open", "overdue"}


@pytest.mark.parametrize(
    ("day", "period", "wanted"),
    [
        ("2016-04-30", "2016-05", ""),
        ("2016-05-01", "2016-06", "met"),
        ("2016-05-25", "2016-06", "met"),
        ("2016-05-31", "2016-06", "late"),
        ("2016-06-01", "2016-07", "met"),
    ],
)
def test_what_does_not_say(day: str, period: str, wanted: str) -> None:
    """It is of the next period, and of no other."""
    told = found(MONTHLY, made(day))
    counted = {label for label, how in told.items() if how in ("met", "late")}
    assert counted == {period}
    assert not wanted or told[period] == wanted


def test_when_it_is_due() -> None:
    """Open to its last day, overdue to the end of the period, then missed."""
    for day, wanted in (
        ("2016-05-25", "open"),
        ("2016-05-26", "overdue"),
        ("2016-06-30", "overdue"),
        ("2016-07-01", "missed"),
    ):
        assert found(MONTHLY, as_of=day)["2016-06"] == wanted
    never = PLAN % ("month", ", by: 1-25, late: never")
    assert found(never, as_of="2016-05-26")["2016-06"] == "missed"


def test_of_which_year() -> None:
    """Of the one in which it is due: the plan of January is asked in December."""
    months = found(MONTHLY)
    assert (min(months), max(months), len(months)) == ("2016-02", "2017-01", 12)
    assert list(found(YEARLY)) == ["2017"]
    plan = made("2016-12-20", "2017")
    assert found(YEARLY, plan) == {"2017": "met"}
    # It is not that of 2018, and one of 2016 is not that of 2017.
    assert found(YEARLY, plan, as_of="2018-01-05", year=2017) == {"2018": "overdue"}
    assert found(YEARLY, made("2016-12-20", "2016")) == {"2017": "overdue"}


@pytest.mark.parametrize(
    ("bounds", "day", "wanted"),
    [
        ("", "2016-06-30", "met"),
        ("", "2016-07-01", "late"),
        (", by: 3-25", "2016-06-25", "met"),
        (", by: 3-25", "2016-06-26", "late"),
        (", from: 3-10, to: 3-25", "2016-05-01", "met"),
    ],
)
def test_quarters(bounds: str, day: str, wanted: str) -> None:
    """Days of the quarter before; what says of which it is may be earlier."""
    rule = PLAN % ("quarter", bounds)
    assert found(rule, made(day, "2016-Q3"))["2016-Q3"] == wanted


def test_days_that_no_period_has() -> None:
    """Such a period is asked for nothing; a bound that is not set is dropped."""
    rule = PLAN % ("month", ", from: 2017-05-01, to: 1-25")
    assert list(found(rule)) == ["2016"]
    rule = PLAN % ("month", ", by: 1-25, months: [3]")
    assert list(found(rule)) == ["2016-03"]
    unset = PLAN % ("month", ", by: $day, late: $late")
    params = "params: {day: {source: text}, late: {source: text}}"
    one = next(
        one
        for one in verdicts(unset, made("2016-05-31"), params, as_of="2017-01-01")
        if one.span.label == "2016-06"
    )
    assert (one.outcome, one.notes) == ("met", ("unset:day",))
