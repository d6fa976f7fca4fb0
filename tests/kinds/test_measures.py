"""A sum, a mean, how many different ones; a share of others, exact."""

from __future__ import annotations

import pytest

from ..trial import held, outcome, verdict


def hours(*rows: tuple[str, str], more: str = "attendance: all") -> str:
    """Studies with hours (empty: not written)."""
    return "".join(
        f"- {{kind: collective-study, date: {day}, {more}{f', hours: {number}' if number else ''}}}\n"
        for day, number in rows
    )


def rule(
    measure: str, when: str = "{every: year}", for_: str = "branch", as_: str = ""
) -> str:
    """A rule that measures studies."""
    return f"{{for: {for_}, count: {{of: {{kind: collective-study{as_}}}, {measure}}}, when: {when}}}"


@pytest.mark.parametrize(
    ("measure", "rows", "wanted", "have"),
    [
        (
            "sum: hours, min: 3",
            [("2016-05-01", "1.5"), ("2016-12-31", "1.5")],
            "met",
            "3",
        ),
        (
            "sum: hours, min: 3",
            [("2016-05-01", "1.5"), ("2017-01-01", "1.5")],
            "missed",
            "1.5",
        ),
        ("sum: hours, over: 3", [("2016-05-01", "3")], "missed", "3"),
        ("sum: hours", [("2016-05-01", "1")], "met", "1"),
        # What is not written makes it a lower bound.
        ("sum: hours, min: 3", [("2016-05-01", "3"), ("2016-05-02", "")], "met", "3"),
        (
            "sum: hours, min: 3",
            [("2016-05-01", "2"), ("2016-05-02", "")],
            "undecidable",
            "2",
        ),
        (
            "sum: hours, max: 3",
            [("2016-05-01", "2"), ("2016-05-02", "")],
            "undecidable",
            "2",
        ),
        (
            "sum: hours, max: 3",
            [("2016-05-01", "4"), ("2016-05-02", "")],
            "missed",
            "4",
        ),
        ("sum: hours, max: 3", [("2016-05-01", "3")], "met", "3"),
        ("sum: hours, under: 3", [("2016-05-01", "3")], "missed", "3"),
        ("mean: hours, min: 2", [("2016-05-01", "1"), ("2016-05-02", "3")], "met", "2"),
        (
            "mean: hours, min: 2",
            [("2016-05-01", "1"), ("2016-05-02", "2")],
            "missed",
            "1.5",
        ),
        (
            "mean: hours, min: 2",
            [("2016-05-01", "3"), ("2016-05-02", "")],
            "undecidable",
            "0",
        ),
        ("mean: hours, max: 2", [("2016-05-01", "1"), ("2016-05-02", "3")], "met", "2"),
        (
            "distinct: hours, min: 2",
            [("2016-05-01", "1"), ("2016-05-02", "1")],
            "missed",
            "1",
        ),
        (
            "distinct: hours, min: 2",
            [("2016-05-01", "1"), ("2016-05-02", "2")],
            "met",
            "2",
        ),
        (
            "distinct: hours, min: 2",
            [("2016-05-01", "1"), ("2016-05-02", "")],
            "undecidable",
            "1",
        ),
    ],
)
def test_sums_means_different_ones(
    measure: str, rows: list[tuple[str, str]], wanted: str, have: str
) -> None:
    """Enough is enough; what is not written may make it enough."""
    one = verdict(rule(measure), hours(*rows))
    assert (one.outcome, one.have) == (wanted, have)
    assert one.missing == (("hours",) if wanted == "undecidable" else ())
    assert bool(one.near) == any(not number for _, number in rows) * (
        wanted not in ("met", "late")
    )


def test_different_persons() -> None:
    """Persons in a role, whoever of them; those of one record are several."""
    records = (
        "- {kind: collective-study, date: 2016-05-01, attendance: all, speakers: {lecturer: 王敏、陈静}}\n"
        "- {kind: collective-study, date: 2016-06-01, attendance: all, speakers: {lecturer: 王敏}}\n"
    )
    assert verdict(rule("distinct: lecturer, min: 3"), records).have == "2"


def test_different_days() -> None:
    """On how many days it was, however often on each."""
    either = "{count: {of: [{kind: collective-study}, {kind: party-lecture}], distinct: date, min: 3}, when: {every: year}}"
    records = hours(("2016-05-01", ""), ("2016-06-01", "")) + held("2016-06-01")
    one = verdict(either, records)
    assert (one.outcome, one.have) == ("missed", "2")
    assert outcome(either, records + held("2016-06-02")) == "met"


def test_a_mean_of_nothing_says_nothing() -> None:
    """There is nothing to take it of: want of records is another rule's business."""
    one = verdict(rule("mean: hours, min: 2"))
    assert (one.outcome, one.notes) == ("not-applicable", ("why:no-denominator",))
    assert outcome(rule("sum: hours, min: 2")) == "missed"


def test_in_the_band_and_late() -> None:
    """A measure may be reached with what lies in the band, or late."""
    when = "{every: year, by: 06-30, band: {to: 07-31}, late: 12-31}"

    def judged(day: str) -> tuple[str, tuple[str, ...], str]:
        one = verdict(
            rule("sum: hours, min: 2", when), hours(("2016-06-29", "1"), (day, "1"))
        )
        return one.outcome, one.notes, one.level

    assert judged("2016-06-30") == ("met", (), "none")
    assert judged("2016-07-01") == ("met", ("band",), "warning")
    assert judged("2016-07-31") == ("met", ("band",), "warning")
    assert judged("2016-08-01") == ("late", (), "warning")
    assert judged("2017-01-01") == ("missed", (), "error")


@pytest.mark.parametrize(
    ("as_of", "wanted"),
    [
        ("2016-06-30", "open"),
        ("2016-07-01", "overdue"),
        ("2016-12-31", "overdue"),
        ("2017-01-01", "missed"),
    ],
)
def test_not_yet_enough(as_of: str, wanted: str) -> None:
    """Open, overdue, missed, as of any count."""
    assert (
        outcome(rule("sum: hours, min: 2", "{every: year, by: 06-30}"), as_of=as_of)
        == wanted
    )


@pytest.mark.parametrize(
    ("measure", "number", "as_of", "wanted"),
    [
        ("sum: hours, max: 3", "3", "2016-12-31", "open"),
        ("sum: hours, max: 3", "4", "2016-12-31", "missed"),
        ("sum: hours, max: 3", "3", "2017-01-01", "met"),
        # A mean, or a share, may fall again.
        ("mean: hours, max: 3", "4", "2016-12-31", "open"),
        ("mean: hours, max: 3", "4", "2017-01-01", "missed"),
    ],
)
def test_at_most_before_the_end(
    measure: str, number: str, as_of: str, wanted: str
) -> None:
    """Too much is too much at once, but for a mean."""
    assert outcome(rule(measure), hours(("2016-05-01", number)), as_of=as_of) == wanted


def test_who_was_there_is_not_known() -> None:
    """Hours of a record that does not say who was there are nobody's for sure."""
    one = verdict(
        rule("sum: hours, min: 3", for_="secretary", as_=", as: present"),
        hours(("2016-05-01", "3"), more="status: held"),
    )
    assert (one.outcome, one.missing) == ("undecidable", ("present",))


# --- shares ----------------------------------------------------------------------

SHARE = "{for: secretary, count: {of: {kind: party-lecture, as: present}, to: {kind: party-lecture, level: branch}, %s}, when: %s}"
AWAY = "attendance: {excused: 王敏（出差）}"


def attended(there: int, away: int, unknown: int = 0) -> str:
    """Lectures at which the secretary was, was not, or may have been."""
    days = [f"2016-05-{n:02}" for n in range(1, 32)]
    records = held(*days[:there]) + held(*days[there : there + away], more=AWAY)
    rest = days[there + away : there + away + unknown]
    return records + held(*rest, more="status: held")


@pytest.mark.parametrize(
    ("bounds", "there", "away", "wanted", "have"),
    [
        ("min: 1/2", 1, 1, "met", "1/2"),
        ("min: 1/2", 1, 2, "missed", "1/3"),
        ("over: 1/2", 1, 1, "missed", "1/2"),
        ("over: 1/2", 2, 1, "met", "2/3"),
        ("min: 80%", 4, 1, "met", "4/5"),
        ("min: 80%", 3, 1, "missed", "3/4"),
        ("max: 1/3", 1, 2, "met", "1/3"),
        ("max: 1/3", 1, 1, "missed", "1/2"),
        ("under: 1/3", 1, 2, "missed", "1/3"),
        ("min: 1", 3, 0, "met", "1"),
    ],
)
def test_shares(bounds: str, there: int, away: int, wanted: str, have: str) -> None:
    """Exact fractions: half is half."""
    one = verdict(SHARE % (bounds, "{every: year}"), attended(there, away))
    assert (one.outcome, one.have) == (wanted, have)


def test_without_a_bound_a_share_is_all() -> None:
    """No bound: the whole."""
    rule = SHARE.replace(", %s}", "}")
    assert outcome(rule % "{every: year}", attended(2, 0)) == "met"
    assert outcome(rule % "{every: year}", attended(2, 1)) == "missed"


def test_a_share_of_nothing_says_nothing() -> None:
    """There is no whole: it does not apply."""
    one = verdict(SHARE % ("min: 1/2", "{every: year}"))
    assert (one.outcome, one.notes) == ("not-applicable", ("why:no-denominator",))


@pytest.mark.parametrize(
    ("bounds", "there", "away", "unknown", "wanted"),
    [
        ("min: 1/2", 1, 1, 1, "undecidable"),
        ("min: 1/2", 2, 1, 1, "met"),
        ("min: 1/2", 1, 3, 1, "missed"),
        ("max: 1/2", 1, 1, 1, "undecidable"),
        ("max: 1/2", 1, 4, 1, "met"),
    ],
)
def test_shares_that_are_not_known(
    bounds: str, there: int, away: int, unknown: int, wanted: str
) -> None:
    """What may be there or not decides it only if both come to the same."""
    one = verdict(SHARE % (bounds, "{every: year}"), attended(there, away, unknown))
    assert one.outcome == wanted
    assert one.missing == (("present",) if wanted == "undecidable" else ())


LONG = "- {kind: party-lecture, date: 2016-05-01, attendance: all, theme: %s, time: 9:00-11:00}\n"
SOME = "- {kind: party-lecture, date: 2016-05-02, attendance: all, theme: %s}\n"


@pytest.mark.parametrize(
    ("records", "outcome", "missing"),
    [
        # Of the one nobody wrote how long it was; if it was short there is no whole.
        (SOME % "乙", "undecidable", ("minutes",)),
        (SOME % "甲", "met", ()),
        (LONG % "乙" + SOME % "乙", "missed", ()),
        (LONG % "甲" + SOME % "乙", "met", ()),
        (LONG % "甲" + SOME % "甲", "met", ()),
    ],
)
def test_a_whole_that_is_not_known(
    records: str, outcome: str, missing: tuple[str, ...]
) -> None:
    """A share is asked for only where there is a whole for sure."""
    one = verdict(
        "{count: {of: {kind: party-lecture, theme: 甲}, "
        "to: {kind: party-lecture, minutes: {min: 60}}, min: 1/2}}",
        records,
    )
    assert (one.outcome, one.missing) == (outcome, missing)


@pytest.mark.parametrize(
    ("planned", "wanted"),
    [("", "open"), ("甲", "planned"), ("甲乙", "open"), ("甲甲乙", "planned")],
)
def test_what_is_planned_is_of_the_whole_too(planned: str, wanted: str) -> None:
    """With what is held it makes a half, of which what else is planned takes away."""
    records = SOME % "乙" + "".join(
        f"- {{kind: party-lecture, date: 2016-12-{9 + n:02}, status: planned, theme: {one}}}\n"
        for n, one in enumerate(planned)
    )
    one = verdict(
        "{count: {of: {kind: party-lecture, theme: 甲}, to: {kind: party-lecture}, min: 1/2}}",
        records,
        as_of="2016-06-01",
    )
    assert one.outcome == wanted


def test_a_late_part_is_of_the_late_whole() -> None:
    """What is late counts on both sides: two of four, not two of three."""
    rule = SHARE % ("over: 1/2", "{every: year, late: next 02-last}")
    more = ", counts_for: 2016"
    records = attended(1, 2) + held("2017-01-10", more=f"attendance: all{more}")
    one = verdict(rule, records, as_of="2017-03-01")
    assert (one.outcome, one.have) == ("missed", "1/2")
    rule = SHARE % ("min: 1/2", "{every: year, late: next 02-last}")
    assert outcome(rule, records, as_of="2017-02-01") == "late"


def test_a_share_that_is_only_late() -> None:
    """Where all of the whole is late there is one all the same."""
    rule = SHARE % ("min: 1", "{every: year, late: next 02-last}")
    records = held("2017-01-10", more="attendance: all, counts_for: 2016")
    assert outcome(rule, records, as_of="2017-02-01") == "late"


def test_a_share_with_its_band() -> None:
    """What lies in the band counts with a note."""
    when = "{every: year, to: 06-30, band: {to: 07-31}, late: never}"
    one = verdict(SHARE % ("min: 1", when), held("2016-06-30", "2016-07-01"))
    assert (one.outcome, one.notes, one.have) == ("met", ("band",), "1")


# --- persons -----------------------------------------------------------------------

THERE = "attendance: {出席: 全体, 缺席: 李娜}"


@pytest.mark.parametrize(
    ("measure", "rows", "more", "wanted", "have"),
    [
        # Two of three on the one day (胡斌 is on leave, 许诺 not yet there), all on the other.
        ("mean: present, min: 80%", 1, THERE, "missed", "2/3"),
        ("mean: present, min: 80%", 2, THERE, "met", "5/6"),
        ("mean: absent, max: 1/4", 2, THERE, "met", "1/6"),
        ("mean: present, min: 2", 1, THERE, "met", "2"),
        ("sum: present, min: 5", 2, THERE, "met", "5"),
        ("sum: present, min: 6", 2, THERE, "missed", "5"),
        ("sum: absent, max: 1", 2, THERE, "met", "1"),
        # Who was there is not known; who spoke, where nobody did, is.
        ("mean: present, min: 80%", 1, "status: held", "undecidable", "0"),
        ("sum: present, min: 5", 1, "status: held", "undecidable", "3"),
        ("sum: keynote, max: 0", 1, "speakers: {speaker: 王敏}", "met", "0"),
    ],
)
def test_sums_and_means_of_persons(
    measure: str, rows: int, more: str, wanted: str, have: str
) -> None:
    """How many stood in a role, and which share of those who should have been there."""
    records = f"- {{kind: collective-study, date: 2016-05-01, status: held, {more}}}\n"
    records = records.replace("status: held, status: held", "status: held")
    if rows == 2 or wanted == "undecidable":
        records += held("2016-05-02", kind="collective-study")
    one = verdict(rule(measure), records)
    assert (one.outcome, one.have) == (wanted, have)


@pytest.mark.parametrize(
    ("planned", "wanted"),
    [("2016-12-09", "planned"), ("2016-12-09、2016-12-16", "planned"), ("", "open")],
)
def test_what_is_planned_is_added_up(planned: str, wanted: str) -> None:
    """With what is held it is enough, and the days are not over: planned, not open."""
    records = held("2016-03-04", more="hours: 6, attendance: all") + "".join(
        f"- {{kind: party-lecture, date: {day}, status: planned, hours: 6}}\n"
        for day in planned.split("、")
        if day
    )
    rule = "{count: {of: {kind: party-lecture}, sum: hours, min: 12}}"
    assert outcome(rule, records, as_of="2016-12-01") == wanted
