"""The first and last of what is accepted, and every word of the tables of dates."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.days import DateProblem, parse_date
from lxyz.dates.fixed import fixed_day, weekday_of
from lxyz.dates.periods import parse_period, parse_span, parse_time
from lxyz.dates.spans import DAY


def refused(text: str) -> tuple[str, str]:
    """Why a text is no day, and what is shown instead."""
    with pytest.raises(DateProblem) as caught:
        parse_date(text)
    return caught.value.reason, caught.value.shown


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1900年1月1日", "1900-01-01"),
        ("2199/12/31", "2199-12-31"),
        ("1900-01-01", "1900-01-01"),
        ("2199-12-31", "2199-12-31"),
        ("2016-1-1 星期五", "2016-01-01"),
        ("2016-06-26（星期天）", "2016-06-26"),
        ("2016-06-26 礼拜日", "2016-06-26"),
        ("2016" + " " * 51 + "年6月4日", "2016-06-04"),
    ],
)
def test_the_last_that_is_a_day(text: str, day: str) -> None:
    """Both ends of the two centuries in every form; sixty characters."""
    assert parse_date(text).isoformat() == day


@pytest.mark.parametrize(
    ("text", "reason", "shown"),
    [
        ("1899年12月31日", "year", "2016-06-24"),
        ("2200/1/1", "year", "2016-06-24"),
        ("1899-12-31", "year", "2016-06-24"),
        ("2200-01-01", "year", "2016-06-24"),
        ("20160624", "compact", "2016-06-24"),
        ("1900-02-29", "no-such-day", "1900-02-28"),
        ("2199-02-29", "no-such-day", "2199-02-28"),
        ("1899-02-29", "no-such-day", "2016-06-24"),
        ("2200-02-29", "no-such-day", "2016-06-24"),
        ("2016-01-32", "no-such-day", "2016-01-31"),
        ("2016-12-32", "no-such-day", "2016-12-31"),
        ("2016-00-01", "no-such-day", "2016-06-24"),
        ("2016-06-00", "no-such-day", "2016-06-30"),
        ("2016" + " " * 52 + "年6月4日", "other", "2016-06-24"),
        ("2016-W25-5", "other", "2016-06-24"),
        ("4/12/2016", "order", "2016-12-04"),
        ("4/13/2016", "order", "2016-04-13"),
        ("《昨天》", "other", "2016-06-24"),
        ("《2016-06-04》", "other", "2016-06-04"),
        ("29999", "other", "2016-06-24"),
        ("30000", "excel", "1982-02-18"),
        ("49999", "excel", "2036-11-20"),
        ("50000", "other", "2016-06-24"),
        ("2016-06-24 星期四", "weekday", "星期五"),
        ("2016-06-24 thursday", "weekday", "星期五"),
        ("二〇一六年十月十日", "other", "2016-10-10"),
        ("二〇一六年二月二十九日", "other", "2016-02-29"),
        ("一九九九年一月一日", "other", "1999-01-01"),
        ("零零零一年一月一日", "other", "0001-01-01"),
        ("2016-05-12T16:00:00Z", "has-time", "2016-05-13"),
        ("2016-05-12T15:59:59Z", "has-time", "2016-05-12"),
        ("2016-06-24、25", "several", "2016-06-24"),
        ("2016年6月24、25日", "several", "2016-06-24"),
        ("2016-06-24，2016-07-01", "several", "2016-06-24"),
        ("2016-06-24至06-26", "range", "2016-06-24"),
        ("2016-06-24~06-26", "range", "2016-06-24"),
        ("2016年6月24日至7月1日", "range", "2016-06-24"),
        ("2016.06.24上午", "has-time", "2016-06-24"),
        ("2016-06-24 9时", "has-time", "2016-06-24"),
        ("12月31日", "year-missing", "2016-12-31"),
        ("12-31", "year-missing", "2016-12-31"),
        ("99年1月2日", "year-missing", "2099-01-02"),
    ],
)
def test_the_first_that_is_none(text: str, reason: str, shown: str) -> None:
    """The day beside each of them, and what it is shown as."""
    assert refused(text) == (reason, shown)


def test_every_weekday_in_both_languages() -> None:
    """Monday 20 to Sunday 26 June 2016; each agrees with its own day only."""
    chinese = "一二三四五六日"
    english = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    for number in range(7):
        text = f"2016-06-{20 + number}"
        for other in range(7):
            for name in (f"周{chinese[other]}", english[other], english[other][:3]):
                if other == number:
                    assert parse_date(f"{text} {name}").day == 20 + number
                else:
                    assert refused(f"{text} {name}") == (
                        "weekday",
                        f"星期{chinese[number]}",
                    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016年", "2016-01-01", "2016-12-31"),
        ("2016年度", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015年2月", "2015-02-01", "2015-02-28"),
        ("2016年6月份", "2016-06-01", "2016-06-30"),
        ("1900", "1900-01-01", "1900-12-31"),
        ("2199年", "2199-01-01", "2199-12-31"),
        ("2016-1", "2016-01-01", "2016-01-31"),
        ("2016年12月", "2016-12-01", "2016-12-31"),
        *(
            (form.format(written), first, last)
            for number, first, last in (
                ("1一", "2016-01-01", "2016-03-31"),
                ("2二", "2016-04-01", "2016-06-30"),
                ("3三", "2016-07-01", "2016-09-30"),
                ("4四", "2016-10-01", "2016-12-31"),
            )
            for form, written in (
                ("2016-Q{}", number[0]),
                ("2016年{}季度", number[0]),
                ("2016年第{}季度", number[1]),
                ("2016年{}季", number[1]),
            )
        ),
        ("2016-H1", "2016-01-01", "2016-06-30"),
        ("2016年下半年", "2016-07-01", "2016-12-31"),
        ("２０１６年", "2016-01-01", "2016-12-31"),
        ("2016年上半年", "2016-01-01", "2016-06-30"),
        ("2016-H2", "2016-07-01", "2016-12-31"),
        ("2016" + " " * 55 + "年", "2016-01-01", "2016-12-31"),
    ],
)
def test_every_period(text: str, first: str, last: str) -> None:
    """Years from 1900 to 2199, halves, months, and the quarters in every form."""
    span = parse_period(text)
    assert (span.first.isoformat(), span.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1899", "2016"),
        ("2200", "2016"),
        ("2016.1", "2016-01"),
        ("2016.12", "2016-12"),
        ("2016.0", "2016、2016-06、2016-Q3"),
        ("2016.13", "2016、2016-06、2016-Q3"),
        ("2016-Q5", "2016、2016-06、2016-Q3"),
        ("2016-Q0", "2016、2016-06、2016-Q3"),
        ("2016" + " " * 56 + "年", "2016、2016-06、2016-Q3"),
        ("2016-06" + " " * 54 + "以后", "2016、2016-06、2016-Q3"),
    ],
)
def test_no_periods(text: str, shown: str) -> None:
    """Nothing is cut off to make a period of the rest."""
    with pytest.raises(DateProblem) as caught:
        parse_period(text)
    assert (caught.value.reason, caught.value.shown) == ("period", shown)


@pytest.mark.parametrize(
    "text",
    [
        "2016-06-20..",
        "..2016-06-20",
        "甲",
        "2016-06-21..2016-06-20",
        "2016-06-20..2016-06-21" + " " * 99 + "以后",
    ],
)
def test_no_spans(text: str) -> None:
    """Half a span is none, nor is one that ends before it begins; nothing is cut off."""
    with pytest.raises(DateProblem) as caught:
        parse_span(text)
    assert caught.value.reason == "period"
    assert caught.value.shown == "2016-06、2016-Q3、2016-06-20..2016-07-10"


def test_a_span_as_long_as_two_dates() -> None:
    """Twice sixty characters, and no more."""
    text = "2016-06-20" + " " * 49 + ".." + " " * 49 + "2016-07-10"
    assert parse_span(text).label == "2016-06-20..2016-07-10"
    with pytest.raises(DateProblem):
        parse_span(text.replace("..", ".. "))


@pytest.mark.parametrize(
    ("text", "start", "minutes"),
    [
        ("morning", 540, 240),
        ("Afternoon", 840, 240),
        ("evening", 1140, 120),
        ("all day", 540, 480),
        ("all-day", 540, 480),
        ("下午11:59-12:00", 1439, 1),
        ("下午0:30-12:00", 750, 690),
        ("下午12:00-14:00", 720, 120),
        ("下午2:00-16:30", 840, 150),
        ("晚上7:00-21:00", 1140, 120),
        ("晚上19:00-21:00", 1140, 120),
        ("上午11:59-12:59", 719, 60),
        ("14:00-14:01", 840, 1),
        ("23:59-24:00", 1439, 1),
        ("上午9:00-下午11:59", 540, 899),
        ("上午11:00-下午12:30", 660, 90),
        ("9点-10点5分", 540, 65),
        ("9:00--10:00", 540, 60),
        ("9:00到10:00", 540, 60),
        ("9:00" + " " * 51 + "-9:59", 540, 59),
        ("下午2点至4点半", 840, 150),
        ("下午 2点半—下午 4点", 870, 90),
        ("上午9点到下午4点", 540, 420),
        ("上午11:00-下午12:00", 660, 60),
        ("上午11:00-下午0:30", 660, 90),
        ("下午5:00-晚上8:00", 1020, 180),
        ("9点半-10点05分", 570, 35),
    ],
)
def test_hours(text: str, start: int, minutes: int) -> None:
    """The words for parts of a day, and the first and last minutes of hours."""
    assert parse_time(text) == (start, minutes)


@pytest.mark.parametrize(
    "text",
    [
        "14:00-14:00",
        "23:59-24:01",
        "25:00-26:00",
        "9:60-10:00",
        "9:00-9:60",
        "中午",
        "下午1:00-12:01",
        "晚上11:00-1:00",
        "9:00" + " " * 52 + "-9:59",
        "下午2点",
        "下午2点-上午11点",
        "晚上8:00-下午5:00",
        "9:半-10:00",
        "9点半分-10点",
        "9:00-10:00" + " " * 51 + "以后",
    ],
)
def test_no_hours(text: str) -> None:
    """No minute 60, no end after midnight; nothing is cut off."""
    with pytest.raises(DateProblem) as caught:
        parse_time(text)
    assert (caught.value.reason, caught.value.shown) == ("time", "14:00-16:30")


WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


@pytest.mark.parametrize("weekday", range(7))
def test_every_nth_weekday(weekday: int) -> None:
    """Of June 2016, which begins on a Wednesday; the last may be the fifth."""
    days = [day for day in range(1, 31) if date(2016, 6, day).weekday() == weekday]
    first, character = date(2016, 6, 1), "一二三四五六日"[weekday]
    words = ("first", "second", "third", "fourth")
    for word, chinese, day in zip(words, "一二三四", days, strict=False):
        assert fixed_day(f"{word} {WEEKDAYS[weekday]}", first) == date(2016, 6, day)
        assert fixed_day(f"第{chinese}个星期{character}", first) == date(2016, 6, day)
        assert fixed_day(f"第{chinese}周{character}", first) == date(2016, 6, day)
    assert fixed_day(f"last {WEEKDAYS[weekday]}", first) == date(2016, 6, days[-1])
    assert fixed_day(f"最后一个周{character}", first) == date(2016, 6, days[-1])


@pytest.mark.parametrize("weekday", range(7))
def test_every_weekday_of_a_slot(weekday: int) -> None:
    """In both languages and forms; how often is none of them."""
    character = "一二三四五六日"[weekday]
    for text in (f"每周{character}下午", f"星期{character}", WEEKDAYS[weekday].upper()):
        assert weekday_of(text) == weekday
    if character != "日":
        assert weekday_of(f"每周{character}次") is None
    assert weekday_of("每周两次") is None


@pytest.mark.parametrize(
    ("text", "day"), [("1", 1), ("30", 30), ("31", 30), ("每月1号", 1), (" 7日 ", 7)]
)
def test_days_of_a_month(text: str, day: int) -> None:
    """Of June, which has thirty."""
    assert fixed_day(text, date(2016, 6, 1)) == date(2016, 6, day)


def test_a_day_is_one_day() -> None:
    """From the last of a year to the first of the next."""
    assert date(2016, 12, 31) + DAY == date(2017, 1, 1)
