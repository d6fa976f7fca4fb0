from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.render.wording.periods import day, last_day, period, periods


@pytest.mark.parametrize(
    ("label", "zh", "en"),
    [
        ("2016", "", ""),
        ("2015", "2015年", "2015"),
        ("2016..2018", "2016至2018年", "2016-2018"),
        ("2016-08", "8月", "Aug"),
        ("2017-01", "2017年1月", "Jan 2017"),
        ("2016-Q2", "第二季度", "Q2"),
        ("2015-Q4", "2015年第四季度", "Q4 2015"),
        ("2016-H1", "上半年", "first half"),
        ("2016-W18", "第18周", "week 18"),
        ("2016-03/04", "3至4月", "Mar-Apr"),
        ("2016-03-31", "3月31日", "31 Mar"),
        ("2016-02-31", "2016-02-31", "2016-02-31"),
        ("什么\x1b", "什么\\u{1B}", "什么\\u{1B}"),
    ],
)
def test_periods_in_words(label: str, zh: str, en: str) -> None:
    """Periods in words."""
    assert period(label, "zh", 2016) == zh
    assert period(label, "en", 2016) == en


def test_runs_of_three_are_drawn_together() -> None:
    """Runs of three are drawn together."""
    assert periods(["2016-04", "2016-05"], "zh", 2016) == "4月、5月"
    assert (
        periods(["2016-04", "2016-05", "2016-06", "2016-08"], "zh", 2016)
        == "4至6月、8月"
    )
    assert periods([f"2016-W{n}" for n in (14, 15, 16)], "zh", 2016) == "第14至16周"
    assert periods(["2016-04", "2016-05", "2016-06"], "en", 2016) == "Apr to Jun"
    quarters = [f"2016-Q{n}" for n in (1, 2, 3)]
    assert periods(quarters, "zh", 2016) == "第一至三季度"
    assert periods(quarters, "en", 2016) == "Q1 to Q3"
    assert periods(quarters[:2], "zh", 2016) == "第一季度、第二季度"
    assert (
        periods(["2016-12", "2017-01", "2017-02"], "zh", 2016)
        == "12月、2017年1月、2017年2月"
    )


def test_a_day_without_the_year_that_is_known() -> None:
    """A day without the year that is known."""
    assert day(date(2016, 6, 24), "zh", 2016) == "6月24日"
    assert day(date(2017, 2, 28), "zh", 2016) == "2017年2月28日"
    assert day(date(2017, 2, 28), "en", 2016) == "28 Feb 2017"


def test_the_last_day_that_a_label_tells() -> None:
    """The last day that a label tells."""
    assert last_day("2016-08") == date(2016, 8, 31)
    assert last_day("2016-W18") == date(2016, 5, 8)
    assert last_day("2016-Q1") == date(2016, 3, 31)
    assert last_day("2016-02-29") == date(2016, 2, 29)
    assert last_day("2016-W60") is None
    assert last_day("别的") is None


@given(st.text())
def test_any_label_can_be_shown(label: str) -> None:
    """Any label can be shown."""
    for lang in ("zh", "en"):
        assert isinstance(period(label, lang, 2016), str)
    last_day(label)
