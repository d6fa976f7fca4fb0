"""The closed grammar of days, periods and times, and the calendar."""

from __future__ import annotations

import contextlib
import itertools
from datetime import date, timedelta
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.dates.days import DateProblem, halfwidth, parse_date
from lxyz.dates.fixed import fixed_day, weekday_of
from lxyz.dates.periods import parse_period, parse_span, parse_time
from lxyz.dates.spans import (
    YEARS,
    Span,
    add_months,
    containing,
    month_day,
    month_span,
    nth_weekday,
    periods,
    quarter_span,
    shift,
    year_span,
)
from lxyz.packs.texts import Period

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))
FORMS = [
    "{0}-{1:02}-{2:02}",
    "{0}-{1}-{2}",
    "{0}/{1}/{2}",
    "{0}.{1}.{2}",
    "{0}年{1}月{2}日",
    "{0} 年 {1} 月 {2} 日",
]


@given(day=DAYS, form=st.sampled_from(FORMS))
def test_every_form_of_a_day_is_that_day(day: date, form: str) -> None:
    """All accepted spellings, half-width and full-width, give the same day."""
    text = form.format(day.year, day.month, day.day)
    wide = text.translate(str.maketrans("0123456789-/.", "０１２３４５６７８９－／．"))
    assert parse_date(text) == parse_date(wide) == parse_date(f"  {text} ") == day


@given(day=DAYS, written=st.sampled_from("一二三四五六日"))
def test_a_weekday_must_agree(day: date, written: str) -> None:
    """A weekday is a free control: right it passes, wrong it names the right one."""
    right = "一二三四五六日"[day.weekday()]
    for form in ("（星期{}）", " 周{}", "(周{})", "星期{}"):
        text = day.isoformat() + form.format(written)
        if written == right:
            assert parse_date(text) == day
        else:
            with pytest.raises(DateProblem) as caught:
                parse_date(text)
            assert caught.value.reason == "weekday"
            assert caught.value.shown == f"星期{right}"


@pytest.mark.parametrize(
    ("text", "reason", "shown"),
    [
        ("20160624", "compact", "2016-06-24"),
        ("6月24日", "year-missing", "2016-06-24"),
        ("5.12", "year-missing", "2016-05-12"),
        ("2016-06-24 14:00", "has-time", "2016-06-24"),
        ("2016年6月24日下午", "has-time", "2016-06-24"),
        ("2016-05-12T00:30:00+08:00", "has-time", "2016-05-12"),
        ("2016-05-12~14", "range", "2016-05-12"),
        ("2016.5.12-13", "range", "2016-05-12"),
        ("24.6.2016", "order", "2016-06-24"),
        ("42545", "excel", "2016-06-24"),
        ("2016-02-30", "no-such-day", "2016-02-29"),
        ("2015-02-29", "no-such-day", "2015-02-28"),
        ("2016-13-01", "no-such-day", "2016-06-24"),
        ("0000-01-01", "no-such-day", "2016-06-24"),
        ("1899-12-31", "year", "2016-06-24"),
        ("9999-12-31", "year", "2016-06-24"),
        ("2016/06-24", "other", "2016-06-24"),
        ("昨天", "other", "2016-06-24"),
        ("农历四月初六", "other", "2016-06-24"),
        ("二〇一六年五月十二日", "other", "2016-05-12"),
        ("16.5.12", "year-missing", "2016-05-12"),
        ("", "other", "2016-06-24"),
        ("٢٠١٦-٠٦-٢٤", "other", "2016-06-24"),
    ],
)
def test_what_is_refused_is_shown_right(text: str, reason: str, shown: str) -> None:
    """Anything else is refused, with the right spelling where it can be known."""
    with pytest.raises(DateProblem) as caught:
        parse_date(text)
    assert (caught.value.reason, caught.value.shown) == (reason, shown)


@given(text=st.text(max_size=40))
def test_no_text_breaks_the_grammar(text: str) -> None:
    """Any text is a value or a DateProblem."""
    for parse in (parse_date, parse_period, parse_time):
        with contextlib.suppress(DateProblem):
            parse(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2016.10", "2016-10"),
        ("2016/1", "2016-01"),
        ("2016-13", "2016、2016-06、2016-Q3"),
        ("1600", "2016"),
        ("2016年十月", "2016、2016-06、2016-Q3"),
        ("13月", "2016、2016-06、2016-Q3"),
        ("0月", "2016、2016-06、2016-Q3"),
        ("3月", "2016-03"),
        ("12月份", "2016-12"),
        ("十二月", "2016-12"),
        ("一季度", "2016-Q1"),
        ("第4季度", "2016-Q4"),
        ("上半年", "2016-H1"),
        ("下半年度", "2016-H2"),
    ],
)
def test_periods_refused(text: str, shown: str) -> None:
    """2016.10 could be 2016.1 elsewhere: it is refused and shown right."""
    with pytest.raises(DateProblem) as caught:
        parse_period(text)
    assert caught.value.shown == shown


@pytest.mark.parametrize("text", ["3月", "十二月", "一季度", "下半年度"])
def test_periods_of_no_year(text: str) -> None:
    """What is wrong with them is that they name none."""
    with pytest.raises(DateProblem) as caught:
        parse_period(text)
    assert caught.value.reason == "year-missing"


@pytest.mark.parametrize(
    ("text", "reason", "shown"),
    [
        ("全年", "year-missing", "2016"),
        ("贯穿全年", "year-missing", "2016"),
        ("年底前", "year-missing", "2016-12"),
        ("三月底前", "year-missing", "2016-03"),
        ("3-5月", "year-missing", "2016-03-01..2016-05-31"),
        ("6月上旬", "year-missing", "2016-06-01..2016-06-10"),
        ("3月5日至8日", "year-missing", "2016-03-05..2016-03-08"),
        *(
            (text, "period", "2016-06、2016-Q3、2016-06-20..2016-07-10")
            for text in (
                "半年",
                "每月",
                "2016年至3月",
                "2016-3月",
                "2016年3月至5日",
                "2016年12月至2月",
            )
        ),
    ],
)
def test_spans_refused(text: str, reason: str, shown: str) -> None:
    """What would be days behind a year is shown with one; an end has to follow from its
    beginning."""
    with pytest.raises(DateProblem) as caught:
        parse_span(text)
    assert (caught.value.reason, caught.value.shown) == (reason, shown)


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("14:00-16:30", 840, 150),
        ("9：05—10：00", 545, 55),
        ("14时-16时30分", 840, 150),
        ("14:00～16:00", 840, 120),
        ("14:00至16:00", 840, 120),
        ("下午2:00-4:30", 840, 150),
        ("上午9:00-11:00", 540, 120),
        ("晚上7:00-9:00", 1140, 120),
        ("上午", 540, 240),
        ("下午", 840, 240),
        ("晚上", 1140, 120),
        ("全天", 540, 480),
        ("0:00-24:00", 0, 1440),
    ],
)
def test_times(text: str, start: int, minutes: int) -> None:
    """From when to when, in the marks that people type."""
    assert parse_time(text) == (start, minutes)


@pytest.mark.parametrize(
    "text",
    ["14:00", "16:00-14:00", "14:00-14:00", "25:00-26:00", "14:70-15:00", "两点"],
)
def test_times_refused(text: str) -> None:
    """A start alone, an end before the start, no such hour."""
    with pytest.raises(DateProblem):
        parse_time(text)


@given(every=st.sampled_from(get_args(Period)), year=st.integers(1990, 2100))
def test_periods_tile_the_year(every: str, year: int) -> None:
    """No day twice, no day lost; weeks tile the ISO year, 52 or 53 of them."""
    spans = periods(every, year)
    assert len({span.label for span in spans}) == len(spans)
    for earlier, later in itertools.pairwise(spans):
        assert later.first == earlier.last + timedelta(days=1)
    if every == "week":
        assert spans[0].first == date.fromisocalendar(year, 1, 1)
        assert len(spans) in (52, 53)
        assert all(span.days == 7 for span in spans)
    elif every == "two-weeks":
        weeks = periods("week", year)
        assert (spans[0].first, spans[-1].last) == (weeks[0].first, weeks[-1].last)
        assert len(spans) == 26
        assert {span.days for span in spans[:-1]} == {14}
        assert spans[-1].days == 7 * (len(weeks) - 50)
    elif every in YEARS and every != "year":
        assert date(year, 1, 1) in spans[0]
        assert spans == periods(every, spans[0].last.year)
        assert len(spans) == 1
    else:
        assert (spans[0].first, spans[-1].last) == (
            date(year, 1, 1),
            date(year, 12, 31),
        )


@given(every=st.sampled_from(get_args(Period)), day=DAYS)
def test_each_day_is_in_its_period(every: str, day: date) -> None:
    """The period that holds a day holds it, and is one of its year."""
    span = containing(every, day)
    assert day in span
    year = day.isocalendar().year if every == "week" else day.year
    assert span in periods(every, year)


@pytest.mark.parametrize("every", ["half", "quarter", "two-months", "month"])
def test_each_month_is_in_its_period(every: str) -> None:
    """Its first and its last day."""
    for month in periods("month", 2016):
        span = containing(every, month.first)
        assert span == containing(every, month.last)
        assert span.first <= month.first <= month.last <= span.last


def test_week_53_and_the_turn_of_the_year() -> None:
    """2015 and 2020 have 53 weeks; 1 January 2016 is in week 53 of 2015."""
    assert [len(periods("week", year)) for year in (2014, 2015, 2016, 2020)] == [
        52,
        53,
        52,
        53,
    ]
    assert containing("week", date(2016, 1, 1)).label == "2015-W53"
    assert containing("week", date(2018, 12, 31)).label == "2019-W01"


@pytest.mark.parametrize(
    ("every", "first", "year", "label"),
    [
        ("two-years", 2016, 2017, "2016..2017"),
        ("two-years", 2017, 2017, "2017..2018"),
        ("three-years", 2016, 2019, "2019..2021"),
        # Also of the years before the first one.
        ("four-years", 2016, 2015, "2012..2015"),
        ("five-years", 2016, 2016, "2016..2020"),
        # Where there are no more years to the calendar, fewer.
        ("five-years", 2016, 9999, "9996..9999"),
        ("five-years", 2017, 1, "0001..0001"),
    ],
)
def test_several_years(every: str, first: int, year: int, label: str) -> None:
    """Several years are counted from a first one."""
    (span,) = periods(every, year, first)
    assert span.label == label
    assert containing(every, date(year, 12, 31), first) == span
    assert (span.first, span.last) == (
        date(int(label[:4]), 1, 1),
        date(int(label[-4:]), 12, 31),
    )


def test_unknown_period() -> None:
    """A period that is none is a mistake of the program, not of a user."""
    with pytest.raises(ValueError, match="fortnight"):
        periods("fortnight", 2016)


@given(day=DAYS, months=st.integers(-30, 30))
def test_months_are_stepped_from_the_anchor(day: date, months: int) -> None:
    """So many months on is the same day or the month's end."""
    later = add_months(day, months)
    index = day.year * 12 + day.month - 1 + months
    assert (later.year, later.month) == (index // 12, index % 12 + 1)
    assert later.day == min(day.day, month_span(later.year, later.month).last.day)


def test_month_ends() -> None:
    """31 January + 1 month is the last of February; a 31st is the last of any month."""
    assert add_months(date(2016, 1, 31), 1) == date(2016, 2, 29)
    assert add_months(date(2015, 1, 31), 1) == date(2015, 2, 28)
    assert month_day(2016, 2, None) == date(2016, 2, 29)
    assert month_day(2015, 2, 29) == date(2015, 2, 28)
    assert month_day(2016, 4, 31) == date(2016, 4, 30)


@given(first=DAYS, nth=st.integers(1, 4), weekday=st.integers(0, 6))
def test_nth_weekday(first: date, nth: int, weekday: int) -> None:
    """The nth weekday of a month lies in its nth seven days."""
    start = first.replace(day=1)
    found = nth_weekday(start, nth, weekday)
    assert found.weekday() == weekday
    assert (
        start + timedelta(days=7 * nth - 7) <= found < start + timedelta(days=7 * nth)
    )


def test_spans() -> None:
    """Both ends are in; a span lies within another if all of it does."""
    june = month_span(2016, 6)
    assert june.first in june
    assert june.last in june
    assert june.last + timedelta(days=1) not in june
    assert "2016-06-01" not in june
    assert june.within(quarter_span(2016, 2))
    assert not quarter_span(2016, 2).within(june)
    assert year_span(2016).days == 366
    assert Span(date(2016, 6, 1), date(2016, 6, 1)).days == 1


def test_days_stay_in_the_calendar() -> None:
    """Shifting past the ends of the calendar stops there."""
    assert shift(date(2016, 12, 31), 1) == date(2017, 1, 1)
    assert shift(date.max, 1) == date.max
    assert shift(date.min, -1) == date.min


def test_halfwidth() -> None:
    """Full-width digits and marks of dates, and blanks around."""
    assert halfwidth(" ２０１６．０６～（一） ") == "2016.06~(一)"


@pytest.mark.parametrize(
    ("text", "reason", "shown"),
    [
        ("2016-04-15 Fryday", "other", "2016-04-15"),
        ("2016-04-15 xyz", "other", "2016-04-15"),
        ("“2016-04-15”", "other", "2016-04-15"),
        ("2016—04—15", "other", "2016-04-15"),
        ("2016-04-15。", "other", "2016-04-15"),
        ("20161304", "compact", "2016-06-24"),
        ("4/15/2016", "order", "2016-04-15"),
        ("15/4/2016", "order", "2016-04-15"),
        ("5/4/2016", "order", "2016-04-05"),
        ("2016年4月", "day-missing", "2016-04-01"),
        ("2016年4月中旬", "day-missing", "2016-04-01"),
        ("2016-04-XX", "day-missing", "2016-04-01"),
        ("2016.4", "day-missing", "2016-04-01"),
        ("2016年13月", "day-missing", "2016-06-24"),
        ("2016年4月15日（周五）下午", "has-time", "2016-04-15"),
        ("2016年4月15日 9点", "has-time", "2016-04-15"),
        ("2016-04-15T23:30:00Z", "has-time", "2016-04-16"),
        ("0001-01-01T00:00:00+14:00", "has-time", "0001-01-01"),
        ("9999-12-31T23:00:00-08:00", "has-time", "9999-12-31"),
        ("1899-12-31", "year", "2016-06-24"),
        ("2200-01-01", "year", "2016-06-24"),
        ("二〇一六年十一月二十日", "other", "2016-11-20"),
        ("二〇一六年十月三十一日", "other", "2016-10-31"),
        ("二〇一六年二月三十日", "other", "2016-06-24"),
        ("x" * 61, "other", "2016-06-24"),
        ("昨天", "other", "2016-06-24"),
    ],
)
def test_why_a_text_is_no_day(text: str, reason: str, shown: str) -> None:
    """The reason, and the right spelling where it can be known."""
    with pytest.raises(DateProblem) as caught:
        parse_date(text)
    assert caught.value.reason == reason
    assert caught.value.shown == shown


@pytest.mark.parametrize(
    "text", ["1900-01-01", "2199-12-31", "2016-04-15 fri", "2016-04-15 (Friday)"]
)
def test_first_and_last_day_there_is(text: str) -> None:
    """Two centuries; English weekdays, too."""
    assert parse_date(text).isoformat() == text[:10]


@pytest.mark.parametrize(
    ("text", "first", "last", "label"),
    [
        ("2016", "2016-01-01", "2016-12-31", "2016"),
        ("2016年度", "2016-01-01", "2016-12-31", "2016"),
        ("2016-02", "2016-02-01", "2016-02-29", "2016-02"),
        ("2016 年 2 月份", "2016-02-01", "2016-02-29", "2016-02"),
        ("2016-Q3", "2016-07-01", "2016-09-30", "2016-Q3"),
        ("2016年第三季度", "2016-07-01", "2016-09-30", "2016-Q3"),
        ("2016年上半年", "2016-01-01", "2016-06-30", "2016-H1"),
        ("2016-h2", "2016-07-01", "2016-12-31", "2016-H2"),
        ("２０１６年下半年", "2016-07-01", "2016-12-31", "2016-H2"),
        ("2016-06-24", "2016-06-24", "2016-06-24", "2016-06-24"),
        (
            "2016-06-20..2016-07-10",
            "2016-06-20",
            "2016-07-10",
            "2016-06-20..2016-07-10",
        ),
        ("2016-06-20至2016-07", "2016-06-20", "2016-07-31", "2016-06-20..2016-07-31"),
        ("2016-06~2016-Q3", "2016-06-01", "2016-09-30", "2016-06-01..2016-09-30"),
        ("2016年6月上旬", "2016-06-01", "2016-06-10", "2016-06-01..2016-06-10"),
        ("2016-06中旬", "2016-06-11", "2016-06-20", "2016-06-11..2016-06-20"),
        ("2016年1月上旬", "2016-01-01", "2016-01-10", "2016-01-01..2016-01-10"),
        ("2016年12月下旬", "2016-12-21", "2016-12-31", "2016-12-21..2016-12-31"),
        ("2016年2月下旬", "2016-02-21", "2016-02-29", "2016-02-21..2016-02-29"),
        (
            "2016年6月下旬至2016年7月上旬",
            "2016-06-21",
            "2016-07-10",
            "2016-06-21..2016-07-10",
        ),
        (
            "2016-06-20 到 2016-06-20",
            "2016-06-20",
            "2016-06-20",
            "2016-06-20..2016-06-20",
        ),
        ("2016年3月至5月", "2016-03-01", "2016-05-31", "2016-03-01..2016-05-31"),
        ("2016年3-5月", "2016-03-01", "2016-05-31", "2016-03-01..2016-05-31"),
        ("2016年3月5日—8日", "2016-03-05", "2016-03-08", "2016-03-05..2016-03-08"),
        ("2016年3月5日到4月8日", "2016-03-05", "2016-04-08", "2016-03-05..2016-04-08"),
        (
            "2016-06-20 - 2016-06-21",
            "2016-06-20",
            "2016-06-21",
            "2016-06-20..2016-06-21",
        ),
    ],
)
def test_spans_as_written(text: str, first: str, last: str, label: str) -> None:
    """A day, a period, two of them."""
    span = parse_span(text)
    assert (span.first.isoformat(), span.last.isoformat(), span.label) == (
        first,
        last,
        label,
    )
    if ".." not in label and label != first:
        assert parse_period(text) == span


@pytest.mark.parametrize(
    "text",
    [
        "2016-13",
        "2016-00",
        "1899",
        "2200-Q1",
        "2016.10",
        "2016.13",
        "2016年13月上旬",
        "2016年0月上旬",
        "2016年6月旬",
        "第三季度",
        "",
        "2016-06-20..",
        "2016-07..2016-06",
        "甲至乙",
        "x" * 200,
    ],
)
def test_no_spans(text: str) -> None:
    """A year or month there is not, an end before the start, anything else."""
    with pytest.raises(DateProblem):
        parse_period(text)
    with pytest.raises(DateProblem):
        parse_span(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7", "2016-02-07"),
        ("每月7日", "2016-02-07"),
        ("31", "2016-02-29"),
        ("29号", "2016-02-29"),
        ("first friday", "2016-02-05"),
        ("Last Monday", "2016-02-29"),
        ("last tuesday", "2016-02-23"),
        ("第一个星期五", "2016-02-05"),
        ("每月第四周日", "2016-02-28"),
        ("最后一个星期天", "2016-02-28"),
        ("0", None),
        ("32", None),
        ("七号", None),
        ("第五个星期五", None),
        ("fifth friday", None),
        ("first day", None),
        ("friday", None),
        ("", None),
    ],
)
def test_fixed_day_of_a_month(text: str, day: str | None) -> None:
    """In February 2016; the 31st of a short month is its last day."""
    found = fixed_day(text, date(2016, 2, 1))
    assert (found and found.isoformat()) == day


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("每周五下午", 4),
        ("friday 15:00-16:00", 4),
        ("Monday", 0),
        ("每周三下午", 2),
        ("星期天", 6),
        ("周日", 6),
        ("每周一次", None),
        ("每两周一次，周五", 4),
        ("每周一", 0),
        ("", None),
    ],
)
def test_weekday_of_a_slot(text: str, weekday: int | None) -> None:
    """每周一次 is how often, not a Monday."""
    assert weekday_of(text) == weekday
