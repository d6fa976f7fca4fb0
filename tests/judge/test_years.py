"""Periods of several years: counted from a first year, open until their end."""

from __future__ import annotations

import pytest

from lxyz.verdicts import Verdict

from ..trial import BRANCH, held, outcome, verdict, verdicts

FIRST = "{every: three-years, first: 2016}"
ONCE = f"{{count: {{of: {{kind: party-lecture}}}}, when: {FIRST}}}"
TRAINED = f"{{for: member, count: {{of: {{kind: member-training, as: about}}}}, when: {FIRST}}}"


def at(year: int, as_of: str, records: str = "", rule: str = ONCE) -> Verdict:
    """The only verdict of a year on a day."""
    return verdict(rule, records, year=year, as_of=as_of)


@pytest.mark.parametrize("day", ["2016-01-01", "2017-06-30", "2018-12-31"])
@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_what_was_held_in_any_of_its_years_is_held_in_each(day: str, year: int) -> None:
    """Held in the first, it is not asked for again in the second or third."""
    one = at(year, "2019-01-01", held(day))
    assert (one.outcome, one.span.label) == ("met", "2016..2018")


@pytest.mark.parametrize(
    ("year", "as_of", "wanted"),
    [
        (2016, "2016-12-31", "open"),
        (2016, "2017-01-01", "open"),
        (2017, "2017-12-31", "open"),
        (2018, "2018-12-31", "open"),
        (2018, "2019-01-01", "missed"),
        (2016, "2019-01-01", "missed"),
        # The next three years are open again.
        (2019, "2019-01-01", "open"),
    ],
)
def test_nothing_is_missed_before_the_last_day(
    year: int, as_of: str, wanted: str
) -> None:
    """It is open until the end of the last year."""
    assert at(year, as_of, held("2015-12-31")).outcome == wanted


def test_what_was_held_counts_for_one_period() -> None:
    """Held in the third year, it is none of the next three."""
    records = held("2018-12-31")
    assert at(2018, "2019-06-30", records).outcome == "met"
    one = at(2019, "2019-06-30", records)
    assert (one.outcome, one.span.label, str(one.due)) == (
        "open",
        "2019..2021",
        "2021-12-31",
    )


def test_what_counts_for_one_of_the_years() -> None:
    """Held in January for the year before, it is late in the period of that year, and
    none of the next."""
    rule = ONCE.replace("first: 2016", "first: 2016, late: next 02-last")
    records = held("2019-01-10", more="attendance: all, counts_for: 2018")
    assert at(2018, "2019-02-01", records, rule).outcome == "late"
    assert at(2019, "2019-02-01", records, rule).outcome == "open"
    records = held("2017-01-10", more="attendance: all, counts_for: 2016")
    assert at(2016, "2019-02-01", records, rule).outcome == "met"


def test_no_year_before_the_first() -> None:
    """Of what came before the first year nothing is asked."""
    rule = ONCE.replace("2016", "2017")
    one = at(2016, "2017-01-01", "", rule)
    assert (one.outcome, one.notes) == ("not-applicable", ("why:not-in-force",))
    each = (
        "{for: fact, each: {kind: party-lecture}, count: {of: {kind: oath-review}},"
        " when: {every: two-years, first: 2017}}"
    )
    one = at(2016, "2017-01-01", held("2016-05-05"), each)
    assert (one.outcome, one.notes) == ("not-applicable", ("why:not-in-force",))


def test_the_period_of_a_fact() -> None:
    """A fact of a year is judged by all the years of its period."""
    rule = (
        "{for: fact, each: {kind: party-lecture}, when: {every: two-years, first: 2016},"
        " count: {of: {kind: oath-review}}, fold: no}"
    )
    records = held("2016-05-05") + held("2017-05-05", kind="oath-review")
    found = verdicts(rule, records, as_of="2017-12-31")
    assert [one.span.label for one in found] == ["2016..2017"]
    assert found[0].outcome == "met"


@pytest.mark.parametrize(
    ("rule", "more", "notes"),
    [
        (ONCE, "成立日期: 2018-11-01\n", ("founded:2018-11-01",)),
        (ONCE, "成立日期: 2016-01-01\n", ()),
        (ONCE.replace("first: 2016", "first: 2014"), "", ("begun:2016-01-01",)),
        (ONCE.replace("when", "since: 2017-05-01, when"), "", ("begun:2017-05-01",)),
    ],
)
def test_who_was_not_there_from_the_first_is_not_blamed(
    rule: str, more: str, notes: tuple[str, ...]
) -> None:
    """Of a branch, or a rule, that began in the midst of them it is at most a warning."""
    year = 2016 if "2014" in rule else 2018
    one = verdict(rule, branch=f"{BRANCH}{more}", year=year, as_of="2019-01-01")
    assert (one.outcome, one.notes) == ("missed", notes)
    assert one.level == ("warning" if notes else "error")


def test_members_who_came_later() -> None:
    """Who was not on the roster when the years began is warned of; a year asks all."""
    found = {
        one.subject.name: one
        for one in verdicts(TRAINED, year=2018, as_of="2019-01-01")
    }
    assert (found["王敏"].level, found["王敏"].notes) == ("error", ())
    assert (found["许诺"].level, found["许诺"].notes) == (
        "warning",
        ("came:2016-06-01",),
    )
    yearly = TRAINED.replace(FIRST, "{every: year}")
    found = {one.subject.name: one for one in verdicts(yearly)}
    assert (found["许诺"].level, found["许诺"].notes) == ("error", ())


@pytest.mark.parametrize(
    ("dates", "wanted"),
    [
        ("from: 2017-06-01", "missed"),
        ("to: 2018-12-31", "missed"),
        # Nobody owes at the end what is no longer asked for then.
        ("to: 2018-12-30", "not-applicable"),
    ],
)
def test_the_version_in_force_when_it_is_due(dates: str, wanted: str) -> None:
    """What is due in years to come is of the version that is in force then."""
    rule = ONCE.replace("{count", f"{{{dates}, count")
    assert outcome(rule, year=2018, as_of="2019-01-01") == wanted


@pytest.mark.parametrize(
    ("late", "day", "wanted"),
    [
        ("next 02-last", "2019-02-28", "late"),
        ("next 02-last", "2019-03-01", "missed"),
        ("+30d", "2019-01-30", "late"),
        ("ever", "2020-05-05", "late"),
    ],
)
def test_late_is_after_the_last_year(late: str, day: str, wanted: str) -> None:
    """Days of the next year are those after the last one."""
    rule = ONCE.replace("first: 2016", f"first: 2016, late: {late}")
    records = held(day, more="attendance: all, counts_for: 2018")
    assert outcome(rule, records, year=2018, as_of="2020-12-31") == wanted


def test_a_first_year_that_nobody_set() -> None:
    """It cannot be told of which years it is."""
    rule = ONCE.replace("first: 2016", "first: $start")
    start = "params: {start: {source: text}}"
    one = verdict(rule, "", start)
    assert (one.outcome, one.missing) == ("undecidable", ("start",))
    one = verdict(rule, "", start, own=(("start", "2015"),), as_of="2016-12-31")
    assert (one.outcome, one.span.label) == ("open", "2015..2017")


def test_a_waiver_is_of_the_day_on_which_it_is_due() -> None:
    """One that is over before then excuses nothing."""
    waiver = (
        "- {类型: 豁免, 规则: trial-2016/rule, 日期: 2016-01-01, 起: 2016-01-01, 止: %s,"
        " 原因: 防汛, 审定人: 机关党委}\n"
    )
    assert at(2016, "2016-12-31", waiver % "2018-12-31").outcome == "waived"
    assert at(2016, "2016-12-31", waiver % "2016-12-31").outcome == "open"


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        ("2016-11-15", "missed"),
        ("2016-11-16", "met"),
        ("2017-03-31", "met"),
        ("2017-04-01", "late"),
        ("2018-12-31", "late"),
    ],
)
@pytest.mark.parametrize("year", [2016, 2017, 2018])
def test_days_that_name_their_year(days: str, wanted: str, year: int) -> None:
    """From November to March of the next year: late to the end of the years, as with
    part of any period; of the next years nothing is asked."""
    rule = ONCE.replace("first: 2016", "first: 2016, from: 2016-11-16, to: 2017-03-31")
    assert at(year, "2019-01-01", held(days), rule).outcome == wanted
    one = at(2019, "2019-01-01", held(days), rule)
    assert (one.outcome, one.notes) == ("not-applicable", ("why:not-in-force",))
