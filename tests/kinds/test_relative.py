"""Spans about the fact of `each`: after, before, around, during, by its due day."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.kinds import dated

from ..trial import bound, facts_of, held, judge, verdict, verdicts


@pytest.fixture(autouse=True, params=["anew", "once a day"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What hangs on many facts of one day is placed once for all, to the same end."""
    if request.param == "once a day":
        monkeypatch.setattr(dated, "_FEW", -1)


RULE = "{for: fact, each: {kind: organization-life-meeting}, when: {%s}, count: {of: {kind: opinion-solicitation}}%s}"
MEETING = "- {kind: organization-life-meeting, date: 2016-03-01, attendance: all}\n"


def on(when: str, day: str, more: str = "", **said: object) -> str:
    """What comes of opinions heard on a day, the meeting being on 1 March 2016."""
    records = MEETING + held(day, kind="opinion-solicitation")
    return verdict(RULE % (when, more), records, as_of="2018-12-31", **said).outcome


@pytest.mark.parametrize(
    ("when", "days"),
    [
        (
            "after: subject, within: 30d, late: never",
            {
                "2016-02-29": "missed",
                "2016-03-01": "met",
                "2016-03-31": "met",
                "2016-04-01": "missed",
            },
        ),
        (
            "after: subject, from: 1d, to: 30d",
            {
                "2016-03-01": "overdue",
                "2016-03-02": "met",
                "2016-03-31": "met",
                "2016-04-01": "late",
            },
        ),
        (
            "after: subject, within: 1m, late: never",
            {"2016-04-01": "met", "2016-04-02": "missed"},
        ),
        (
            "before: subject, from: 2m",
            {"2015-12-31": "missed", "2016-01-01": "met", "2016-02-29": "met"},
        ),
        # Without an end: to the end of the subject's year; late for ever.
        (
            "after: subject",
            {"2016-12-31": "met", "2017-01-01": "late", "2018-12-31": "late"},
        ),
        (
            # What is held in the next year is of that, unless it says otherwise.
            "after: subject, late: next 02-last",
            {"2016-12-31": "met", "2017-01-01": "missed", "2017-02-28": "missed"},
        ),
        (
            "after: subject, within: 30d, late: +10d",
            {"2016-04-10": "late", "2016-04-11": "missed"},
        ),
        (
            "before: subject, from: 60d, to: 1d",
            {
                "2015-12-31": "missed",
                "2016-01-01": "met",
                "2016-02-29": "met",
                "2016-03-01": "missed",
            },
        ),
        # The day itself is not before it, unless it says so.
        (
            "before: subject",
            {"2010-01-01": "met", "2016-02-29": "met", "2016-03-01": "missed"},
        ),
        ("before: subject, to: 0d", {"2016-03-01": "met", "2016-03-02": "missed"}),
        ("before: subject, late: ever", {"2016-03-01": "late", "2018-01-01": "late"}),
        (
            "before: subject, from: 60d, to: 1d, band: {from: 366d, to: 0d}",
            {
                "2015-02-28": "missed",
                "2015-03-01": "met",
                "2016-03-01": "met",
                "2016-03-02": "missed",
            },
        ),
        (
            "around: subject, from: 60d, to: 30d",
            {
                "2015-12-31": "missed",
                "2016-01-01": "met",
                "2016-03-31": "met",
                "2016-04-01": "missed",
            },
        ),
        (
            "around: subject, from: 1d, to: 1d, band: {from: 3d, to: 3d}",
            {
                "2016-02-26": "missed",
                "2016-02-27": "met",
                "2016-03-04": "met",
                "2016-03-05": "missed",
            },
        ),
        (
            "after: subject, within: 3d, band: {to: 10d}",
            {"2016-03-04": "met", "2016-03-11": "met", "2016-03-12": "late"},
        ),
        # A band counted from the subject on: it begins later than the day itself.
        (
            "after: subject, from: 5d, within: 9d, band: {from: 2d}",
            {"2016-03-02": "overdue", "2016-03-03": "met"},
        ),
        (
            "during: subject",
            {"2016-02-29": "overdue", "2016-03-01": "met", "2016-03-02": "late"},
        ),
        ("before: subject, from: 60d, to: 1d, same: month", {"2016-02-29": "missed"}),
        ("after: subject, same: month", {"2016-03-31": "met", "2016-04-01": "late"}),
        (
            "after: subject, same: quarter, late: never",
            {"2016-03-31": "met", "2016-04-01": "missed"},
        ),
        # 1 March 2016 was a Tuesday.
        ("after: subject, within: 3wd", {"2016-03-04": "met", "2016-03-05": "late"}),
        ("after: subject, within: 4wd", {"2016-03-07": "met", "2016-03-08": "late"}),
        (
            "before: subject, from: 2wd, to: 1wd",
            {"2016-02-25": "missed", "2016-02-26": "met", "2016-02-29": "met"},
        ),
        # Four days later is a Saturday: Monday still does, with a note.
        (
            "after: subject, within: 4d, roll: next-workday, late: never",
            {"2016-03-07": "met", "2016-03-08": "missed"},
        ),
    ],
)
def test_days(when: str, days: dict[str, str]) -> None:
    """The first, the last and the outside days."""
    assert {day: on(when, day) for day in days} == days


@pytest.mark.parametrize(
    ("day", "year", "wanted"),
    [
        ("2017-01-01", 2016, "late"),
        ("2017-02-28", 2016, "late"),
        ("2017-03-01", 2016, "missed"),
        ("2017-01-01", 2017, "missed"),
    ],
)
def test_late_in_the_next_year(day: str, year: int, wanted: str) -> None:
    """What says that it counts for the year of the subject does."""
    record = held(
        day, kind="opinion-solicitation", more=f"attendance: all, counts_for: {year}"
    )
    rule = RULE % ("after: subject, late: next 02-last", "")
    assert verdict(rule, MEETING + record, as_of="2018-12-31").outcome == wanted


def test_bounds_that_are_not_set_are_dropped() -> None:
    """With a note; `late` that is not set is by the shape of the span."""
    params = "params: {days: {source: text}}"
    records = MEETING + held("2018-01-01", kind="opinion-solicitation")
    one = verdict(
        RULE % ("after: subject, within: $days, late: $days", ""),
        records,
        params,
        as_of="2018-12-31",
    )
    assert (one.outcome, one.notes, str(one.due)) == (
        "late",
        ("unset:days",),
        "2016-12-31",
    )


def test_late_of_the_rule() -> None:
    """`late` of the rule stands before that of the span."""
    assert (
        on("after: subject, within: 1d, late: ever", "2016-03-03", ", late: never")
        == "missed"
    )


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("after: subject, within: 30d", "2016-03-01", "2016-03-31"),
        ("before: subject", "2016-01-01", "2016-02-29"),
        ("before: subject, from: 60d, to: 1d", "2016-01-01", "2016-02-29"),
        # It never is told inside out.
        ("before: subject, same: month", "2016-02-29", "2016-03-01"),
    ],
)
def test_the_span_as_it_is_told(when: str, first: str, last: str) -> None:
    """Without a first day from the start of the year; named by the subject's day."""
    span = verdict(RULE % (when, ""), MEETING).span
    assert (str(span.first), str(span.last), span.label) == (first, last, "2016-03-01")


def test_after_its_end() -> None:
    """From the last day of what took several."""
    records = "- {kind: collective-study, date: 2016-03-01, end: 2016-03-03, attendance: all}\n"
    rule = "{for: fact, each: {kind: collective-study}, when: {after: subject.end, within: 1d, late: never}, count: {of: {kind: opinion-solicitation}}}"
    for day, wanted in (
        ("02", "missed"),
        ("03", "met"),
        ("04", "met"),
        ("05", "missed"),
    ):
        assert (
            verdict(
                rule, records + held(f"2016-03-{day}", kind="opinion-solicitation")
            ).outcome
            == wanted
        )


def test_after_the_end_of_a_notice() -> None:
    """A paper that was up for some days is over on the last of them, too."""
    rule = "{for: fact, each: {kind: circular}, when: {after: subject.end, within: 1d, late: never}, count: {of: {kind: party-lecture}}}"
    notice = "- {kind: circular, date: 2016-03-01, end: 2016-03-03}\n"
    days = {"2016-03-02": "missed", "2016-03-03": "met", "2016-03-04": "met"}
    assert {day: verdict(rule, notice + held(day)).outcome for day in days} == days


@pytest.mark.parametrize(
    ("when", "asked", "ends"),
    [
        # Up from Tuesday 23 February; the meeting is on 1 March.
        ("to: 1d", "workdays: {min: 4}", {"02-26": "met", "02-29": "met"}),
        ("to: 1d", "days: {min: 4}", {"03-01": "missed", "03-05": "missed"}),
        ("to: 3d", "days: {min: 4}", {"02-27": "met", "02-28": "missed"}),
        (
            "to: 1d, band: {from: 60d, to: 0d}, late: +2d",
            "days: {min: 4}",
            {"03-01": "met", "03-02": "late", "03-03": "late", "03-04": "missed"},
        ),
        # Where nobody asks how long, to have begun is enough.
        ("to: 1d", "title: 名单", {"03-05": "met"}),
    ],
)
def test_what_must_last_is_over_before(
    when: str, asked: str, ends: dict[str, str]
) -> None:
    """A notice that must be up for days before a meeting counts on its last day."""
    rule = f"{{for: fact, each: {{kind: organization-life-meeting}}, when: {{before: subject, from: 60d, {when}}}, count: {{of: {{kind: circular, {asked}}}}}}}"
    notice = "- {kind: circular, date: 2016-02-23, end: 2016-%s, title: 名单}\n"
    found = {day: verdict(rule, MEETING + notice % day) for day in ends}
    assert {day: one.outcome for day, one in found.items()} == ends
    for one in found.values():
        outside = ["outside"] if one.outcome == "missed" else []
        assert [near.why for near in one.near] == outside


def test_holidays_beyond_the_table() -> None:
    """Working days of a year that is not announced are counted by weekends, and say so."""
    meeting = MEETING.replace("2016", "2199")
    one = verdict(
        RULE % ("after: subject, within: 3wd", ""),
        meeting,
        year=2199,
        as_of="2199-12-31",
    )
    assert "workdays-unknown" in one.notes


DUE = "- {kind: rectification-list, date: 2016-03-01, items: [{problem: 甲, measures: 乙%s}]}\n"


@pytest.mark.parametrize(
    ("closed", "wanted"),
    [
        ("2016-03-01", "met"),
        ("2016-06-30", "met"),
        ("2016-07-01", "late"),
        ("2018-12-31", "late"),
    ],
)
def test_by_its_due_day(closed: str, wanted: str) -> None:
    """Up to the due day; late for ever."""
    rule = "{for: fact, each: {kind: rectification}, when: {by: subject.due}, count: {of: {kind: rectification-closed, link: subject}}}"
    records = DUE % f", due: 2016-06-30, closed_on: {closed}"
    assert verdict(rule, records, as_of="2018-12-31").outcome == wanted


def test_what_stands_has_no_day_to_go_by() -> None:
    """The profile has no day: that is said, not guessed."""
    rule = "{for: fact, each: {kind: branch}, when: {after: subject}, count: {of: {kind: party-lecture}}}"
    one = verdict(rule)
    assert (one.outcome, one.missing) == ("undecidable", ("due",))


def test_a_filing_before_its_day_is_not_spoiled() -> None:
    """What is linked to the fact and dated before it counts on the first day, where the
    span begins with the fact."""
    records = "- {kind: party-lecture, date: 2016-05-05, attendance: all, filings: {机关党委: 2016-05-01}}\n"
    rule = "{for: fact, each: {kind: party-lecture}, when: {after: subject, %s}, count: {of: {kind: filing, link: subject}}}"
    assert verdict(rule % "within: 1d", records).outcome == "met"
    assert (
        verdict(rule % "from: 0d, within: 1d, late: never", records).outcome == "missed"
    )


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2016-05-06", "met"), ("五月", "undecidable"), ("未报", "missed")],
)
def test_a_filing_of_a_day_that_cannot_be_read(day: str, wanted: str) -> None:
    """It may have been in time; one that was not made is none."""
    records = f"- {{kind: party-lecture, date: 2016-05-05, attendance: all, filings: {{机关党委: {day}}}}}\n"
    rule = "{for: fact, each: {kind: party-lecture}, when: {after: subject, within: 1d, late: never}, count: {of: {kind: filing, link: subject}}}"
    misread = () if wanted == "met" else ("F304",)
    facts = facts_of(records, misread=misread)
    (one,) = judge(facts, bound(rule), 2016, date(2016, 12, 31))
    assert one.outcome == wanted
    assert one.missing == (("filings",) if wanted == "undecidable" else ())


def test_every_meeting_has_its_own() -> None:
    """A case for each, with its own days."""
    records = held("2016-03-01", "2016-12-31", kind="organization-life-meeting")
    records += held("2016-03-05", kind="opinion-solicitation")
    found = verdicts(RULE % ("after: subject, within: 7d", ""), records)
    assert [one.outcome for one in found] == ["met", "open"]


def test_of_one_day_all_are_alike() -> None:
    """And those of another are not, whatever is asked about them."""
    meeting = (
        "- {kind: organization-life-meeting, date: %s, attendance: all, time: '%s'}\n"
    )
    records = "".join(
        meeting % (day, time)
        for day in ("2016-03-01", "2016-03-02")
        for time in ("09:00-10:00", "14:00-15:00")
    ) + held("2016-03-31", kind="opinion-solicitation")
    within = RULE % ("after: subject, from: 1d, to: 29d, late: never", ", fold: no")
    found = verdicts(within, records, as_of="2016-12-31")
    assert [one.outcome for one in found] == ["missed", "missed", "met", "met"]
    assert len({one.subject for one in found}) == len(found)
    theme = "{for: fact, each: {kind: organization-life-meeting}, when: {after: subject, from: 1d, to: 29d, late: never}, cover: {of: {kind: opinion-solicitation}, tag: theme, all: [甲, 乙]}, fold: no}"
    records += held(
        "2016-03-30", kind="opinion-solicitation", more="attendance: all, theme: 甲"
    )
    found = verdicts(theme, records, as_of="2016-12-31")
    assert [one.outcome for one in found] == ["missed", "met"] * 4
