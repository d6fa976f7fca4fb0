"""Edges of the kinds of test: the day beside, the order of two, what is not written."""

from __future__ import annotations

import pytest

from lxyz.kinds.spans import calendar_windows

from ..trial import BRANCH, days_of, held, outcome, rule_of, verdict, verdicts, world_of

LECTURE = "- {{kind: party-lecture, date: {}, attendance: all{}}}\n"
PLAN = "- {{kind: study-plan, date: 2016-01-05, period: 2016, items: [{{when: {}, kind: party-lecture}}]}}\n"


def near(rule: str, records: str, **said: object) -> list[tuple[str, str]]:
    """Day and reason of what is shown as near."""
    return [(str(one.date), one.why) for one in verdict(rule, records, **said).near]


# --- what is nearly counted ------------------------------------------------------


@pytest.mark.parametrize(("last", "shown"), [("12-19", False), ("12-20", True)])
def test_before_a_span_of_eighty_days_there_is_nothing(
    last: str, *, shown: bool
) -> None:
    """Eighty days are short: before they begin nothing is near; eighty-one are long."""
    rule = f"{{count: {{of: {{kind: party-lecture}}}}, when: {{every: year, from: 10-01, to: {last}}}}}"
    assert bool(near(rule, held("2016-09-20"), as_of="2016-09-30")) is shown


@pytest.mark.parametrize(("first", "shown"), [("10-13", False), ("10-12", True)])
def test_beside_a_span_of_eighty_days_there_is_nothing(
    first: str, *, shown: bool
) -> None:
    """What lies in another year is near a long span only."""
    rule = f"{{count: {{of: {{kind: party-lecture}}}}, when: {{every: year, from: {first}, to: 12-31}}}}"
    assert bool(near(rule, held("2017-01-05"), as_of="2017-02-01")) is shown


def test_all_that_fails_by_little_is_told_by_day() -> None:
    """Whether it fails by a condition or as the person was away."""
    rule = (
        "{for: secretary, count: {of: {kind: party-lecture, as: present, theme: 甲}}}"
    )
    records = "".join(
        (
            LECTURE.format("2016-05-07", ", theme: 乙"),
            "- {kind: party-lecture, date: 2016-05-05, theme: 甲, attendance: {absent: 王敏}}\n",
        )
    )
    assert near(rule, records) == [
        ("2016-05-05", "role:absent"),
        ("2016-05-07", "condition:theme"),
    ]


def test_what_counts_is_not_near() -> None:
    """A record that one pattern counts is not shown as failing the other."""
    rule = "{count: {of: [{kind: party-lecture, theme: 甲}, {kind: party-lecture, theme: 乙}], min: 2}}"
    one = verdict(rule, LECTURE.format("2016-05-05", ", theme: 甲"))
    assert (one.have, one.near) == ("1", ())


def test_what_was_cancelled_is_near_to_everyone() -> None:
    """Nobody stands in it, and anyone might have."""
    rule = "{for: secretary, count: {of: {kind: party-lecture, as: present}}}"
    records = (
        "- {kind: party-lecture, date: 2016-11-01, status: cancelled, reason: 防汛}\n"
    )
    assert near(rule, records) == [("2016-11-01", "cancelled:防汛")]


# --- what is planned -------------------------------------------------------------


@pytest.mark.parametrize(
    ("moved", "wanted"),
    [
        ("2016-05-31", "planned"),
        ("2016-06-01", "open"),
        ("2016-06-30", "open"),
        ("2016-07-01", "planned"),
    ],
)
def test_moved_away_from_the_days_of_an_item(moved: str, wanted: str) -> None:
    """Held before its time, a meeting carries out the item from whose days it was
    moved, the first and the last of them included."""
    record = LECTURE.format("2016-05-20", f", moved: {{from: {moved}, reason: 防汛}}")
    rule = "{count: {of: {kind: party-lecture}, min: 2}}"
    assert outcome(rule, record + PLAN.format("2016-06"), as_of="2016-05-25") == wanted


def test_an_item_of_two_months_is_one() -> None:
    """Carried out in the first of them, it plans nothing for the second."""
    rule = "{count: {of: {kind: party-lecture}}, when: {every: month}}"
    plan = PLAN.format("2016-05..2016-06")

    def june(records: str) -> str:
        found = verdicts(rule, records, as_of="2016-06-01")
        return next(one.outcome for one in found if one.span.label == "2016-06")

    assert june(plan) == "planned"
    assert june(plan + held("2016-05-01")) == "open"
    assert june(plan + held("2016-04-30")) == "planned"


# --- proof, sums and means -------------------------------------------------------


def test_two_that_prove_it_are_told_by_day() -> None:
    """A meeting moved from another day stands in its own place."""
    records = LECTURE.format(
        "2016-04-05", ", moved: {from: 2016-04-01, reason: 假}"
    ) + held("2016-03-05")
    one = verdict("{count: {of: {kind: party-lecture}, min: 2}}", records)
    assert days_of(one) == ["2016-03-05", "2016-04-05"]


def test_both_bounds_are_told() -> None:
    """What is needed is said whole."""
    rule = "{count: {of: {kind: party-lecture}, sum: minutes, min: 60, max: 120}}"
    one = verdict(rule, LECTURE.format("2016-05-05", ", minutes: 30"))
    assert (one.outcome, one.need, one.have) == ("missed", "60、120", "30")


MEAN = "{count: {of: {kind: party-lecture}, mean: minutes, max: 60}, when: {every: year, by: 06-30, late: 12-31}}"


@pytest.mark.parametrize(
    ("day", "minutes", "wanted"),
    [
        ("2016-06-30", 60, "met"),
        ("2016-06-30", 61, "missed"),
        ("2016-07-01", 60, "late"),
        ("2016-07-01", 61, "missed"),
    ],
)
def test_a_mean_of_nothing_keeps_no_bound(day: str, minutes: int, wanted: str) -> None:
    """Nothing held in time is no mean of nought; what came late is."""
    record = LECTURE.format(day, f", minutes: {minutes}")
    assert outcome(MEAN, record) == wanted


# --- persons ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "wanted"), [("王敏", "met"), ("陈静", "met"), ("李娜", "missed")]
)
def test_a_host_of_the_committee(host: str, wanted: str) -> None:
    """One of those in office on the day."""
    rule = "{count: {of: {kind: party-lecture, host: {is: committee}}}}"
    assert outcome(rule, LECTURE.format("2016-05-05", f", host: {host}")) == wanted
    rule = rule.replace("committee", "officer")
    assert outcome(rule, LECTURE.format("2016-05-05", f", host: {host}")) == wanted


def test_an_answer_not_written_is_no() -> None:
    """Of a file, a hardship, a cadre: whoever is not said to be is not."""
    for attribute in ("file_complete", "hardship", "cadre"):
        rule = f"{{for: member, which: {{{attribute}: 'no'}}, count: {{of: {{kind: party-lecture}}}}}}"
        assert len(verdicts(rule)) == 5


@pytest.mark.parametrize(
    ("until", "wanted"), [("", "met"), (", 止: 2016-06-30", "overdue")]
)
def test_a_secretary_who_left(until: str, wanted: str) -> None:
    """The name alone, written in the profile, makes no one secretary who is gone."""
    branch = f"""
名称: 第九党支部
规则包: trial-2016
书记: 宋涛
党员:
  - {{姓名: 李娜, 起: 2014-11-20}}
  - {{姓名: 宋涛, 起: 2014-11-20{until}}}
"""
    rule = "{has: {secretary: some}, when: now}"
    assert outcome(rule, branch=branch, as_of="2016-12-31") == wanted


def test_steps_of_those_who_wish_to_join() -> None:
    """Their days are what the profile states, whatever the day of the check."""
    branch = (
        BRANCH
        + """
发展党员:
  - {姓名: 林晓, 阶段: 发展对象, 步骤: [{名称: 积极分子, 日期: 2015-03-01}, {名称: 发展对象, 日期: 2016-09-01}]}
"""
    )
    rule = "{each: {kind: candidate}, has: {steps: {in_order: [activist, %s]}}, late: ever, fold: no}"
    for target, wanted in (("development-target", "met"), ("probationary", "overdue")):
        assert (
            outcome(rule % target, branch=branch, as_of="2016-06-30", year=2016)
            == wanted
        )


def test_about_a_fact_a_pattern_means_the_branch() -> None:
    """A group's session is none of the branch's, unless the pattern says so."""
    rule = "{for: fact, each: {kind: oath-review}, when: {during: subject}, count: {of: {kind: collective-study%s}}, fold: no}"
    records = held("2016-05-05", kind="oath-review")
    records += (
        "- {kind: collective-study, group: 一组, date: 2016-05-05, attendance: all}\n"
    )
    assert outcome(rule % "", records) == "overdue"
    assert outcome(rule % ", level: [branch, group]", records) == "met"


# --- bands, items and notes ------------------------------------------------------


@pytest.mark.parametrize(
    ("when", "day", "wanted"),
    [
        ("after: subject, within: 7d, band: {to: 14d}", "2016-05-19", "met"),
        ("after: subject, within: 7d, band: {to: 14d}", "2016-05-20", "missed"),
        ("around: subject, from: 3d, to: 7d, band: {from: 6d, to: 9d}", "2016-05-14", "met"),
        ("around: subject, from: 3d, to: 7d, band: {from: 6d, to: 9d}", "2016-05-15", "missed"),
        ("around: subject, from: 3d, to: 7d, band: {from: 6d, to: 9d}", "2016-04-29", "met"),
        ("around: subject, from: 3d, to: 7d, band: {from: 6d, to: 9d}", "2016-04-28", "missed"),
        ("before: subject, from: 9d, to: 3d, band: {from: 12d, to: 1d}", "2016-05-04", "met"),
        ("before: subject, from: 9d, to: 3d, band: {from: 12d, to: 1d}", "2016-05-05", "missed"),
        ("before: subject, from: 9d, to: 3d, band: {from: 12d, to: 1d}", "2016-04-23", "met"),
        ("before: subject, from: 9d, to: 3d, band: {from: 12d, to: 1d}", "2016-04-22", "missed"),
    ],
)  # fmt: skip
def test_the_ends_of_a_band_about_a_fact(when: str, day: str, wanted: str) -> None:
    """The oath is of 5 May; in the band it counts with a note."""
    rule = f"{{for: fact, each: {{kind: oath-review}}, when: {{{when}, late: never}}, count: {{of: {{kind: party-lecture}}}}, fold: no}}"
    one = verdict(rule, held("2016-05-05", kind="oath-review") + held(day))
    assert (one.outcome, one.notes) == (wanted, ("band",) if wanted == "met" else ())


def test_what_was_before_its_time_does_not_nearly_count() -> None:
    """A record that fails a condition, too, and lies before the days of a fact."""
    rule = "{for: fact, each: {kind: oath-review}, when: {after: subject, within: 7d, late: never}, count: {of: {kind: party-lecture, theme: 甲}}, fold: no}"
    oath = held("2016-05-05", kind="oath-review")
    early = LECTURE.format("2016-04-20", ", theme: 乙")
    assert near(rule, oath + early) == []
    assert near(rule, oath + early.replace("04-20", "05-06")) == [
        ("2016-05-06", "condition:theme")
    ]


def test_a_condition_that_fails_before_one_away() -> None:
    """By day, as far as both are as near; what was cancelled comes after them."""
    rule = (
        "{for: secretary, count: {of: {kind: party-lecture, as: present, theme: 甲}}}"
    )
    records = (
        "- {kind: party-lecture, date: 2016-05-01, status: cancelled, reason: 防汛, theme: 甲}\n"
        + LECTURE.format("2016-05-05", ", theme: 乙")
        + "- {kind: party-lecture, date: 2016-05-07, theme: 甲, attendance: {absent: 王敏}}\n"
    )
    assert near(rule, records) == [
        ("2016-05-05", "condition:theme"),
        ("2016-05-07", "role:absent"),
        ("2016-05-01", "cancelled:防汛"),
    ]


def test_a_record_is_shown_once_for_an_item_it_nearly_holds() -> None:
    """Though two of its texts are spelt nearly like it."""
    rule = "{cover: {of: {kind: party-lecture}, tag: materials, all: [中国共产党廉洁自律准则]}}"
    records = LECTURE.format(
        "2016-05-05",
        ", materials: 《中国共产党廉洁自律准侧》《中国共产党廉结自律准则》",
    )
    (shown,) = verdict(rule, records).near
    assert shown.why.startswith("similar:")


@pytest.mark.parametrize(
    ("as_of", "day", "wanted"),
    [
        ("2016-06-30", "7", "met"),
        ("2016-07-01", "7", "overdue"),
        ("2016-07-01", "15", "met"),
        ("2016-06-30", "15", "overdue"),
    ],
)
def test_the_fixed_day_of_the_day(as_of: str, day: str, wanted: str) -> None:
    """The one in force, not the last that was written."""
    branch = BRANCH + "固定党日: [{日: 7, 起: 2016-01-01}, {日: 15, 起: 2016-07-01}]\n"
    rule = f"{{has: {{fixed_day: '{day}'}}, when: now}}"
    assert outcome(rule, branch=branch, as_of=as_of) == wanted


def test_rounds_of_groups_are_noted() -> None:
    """What rests on the sessions of groups says so."""
    rule = "{count: {of: {kind: collective-study}, rounds: group}}"
    records = "".join(
        f"- {{kind: collective-study, group: {group}, date: 2016-05-05, attendance: all}}\n"
        for group in ("一组", "二组")
    )
    assert verdict(rule, records).notes == ("rounds",)
    assert verdict(rule, held("2016-05-05", kind="collective-study")).notes == ()


@pytest.mark.parametrize(
    ("late", "until"),
    [
        ("next 02-last", "2017-02-28"),
        ("12-31", "2016-12-31"),
        ("+30d", "2016-07-30"),
        ("+2 months", "2016-08-30"),
    ],
)
def test_until_when_dues_of_june_count(late: str, until: str) -> None:
    """Days of the year are counted from January, whatever the month."""
    rule = f"{{for: member, which: {{status: probationary}}, when: {{every: month, late: {late}}}, count: {{of: {{kind: dues-payment, as: about}}}}, fold: no}}"
    found = verdicts(rule, as_of="2016-07-01")
    assert [str(one.until) for one in found if one.span.label == "2016-06"] == [until]


def test_what_came_before_the_days_of_a_fact_is_near() -> None:
    """It is no part of the fact, and so does not count on their first day."""
    rule = "{for: fact, each: {kind: oath-review}, when: {after: subject, within: 7d, late: never}, count: {of: {kind: party-lecture}}, fold: no}"
    oath = held("2016-05-05", kind="oath-review")
    assert near(rule, oath + held("2016-04-20")) == [("2016-04-20", "outside")]


# --- shares of those who should have been there --------------------------------------

SHARE = "{for: fact, each: {kind: all-member-meeting}, has: {%s}, fold: no}"


@pytest.mark.parametrize(
    ("bound", "wanted"),
    [("max: 25%", "met"), ("under: 25%", "overdue"), ("max: 24%", "overdue")],
)
def test_a_share_of_whom_nothing_is_said(bound: str, wanted: str) -> None:
    """Of four one is not named."""
    records = held(
        "2016-04-05",
        kind="all-member-meeting",
        more="attendance: {present: [王敏, 陈静], absent: 李娜}",
    )
    branch = BRANCH.replace(
        ", 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2016-08-31}", ""
    )
    share = SHARE % f"unstated: {{{bound}}}"
    assert outcome(share, records, branch=branch) == wanted


def test_a_share_that_is_not_known_says_of_what() -> None:
    """Who was there is missing."""
    records = held("2016-04-05", kind="all-member-meeting", more="status: held")
    one = verdict(SHARE % "present: {min: 80%}", records)
    assert (one.outcome, one.missing) == ("undecidable", ("present",))


# --- the order of what is nearly counted ---------------------------------------------


def test_what_lies_inside_is_equally_near() -> None:
    """On the first day of the span or in its midst: in order of the records."""
    rule = "{count: {of: {kind: party-lecture, theme: 初心}}, when: {every: year, from: 10-01, to: 12-31}}"
    records = held("2016-10-01", "2016-11-15", more="attendance: all, theme: 使命")
    assert [day for day, _ in near(rule, records)] == ["2016-10-01", "2016-11-15"]


# --- items of several kinds ----------------------------------------------------------


@pytest.mark.parametrize("kind", ["party-lecture", "collective-study"])
def test_an_item_of_two_kinds_is_carried_out_by_either(kind: str) -> None:
    """One sitting is enough; it plans no second one."""
    plan = "- {kind: study-plan, date: 2016-01-05, period: 2016, items: [{when: 2016-06, kind: [party-lecture, collective-study]}]}\n"
    rule = "{count: {of: {kind: [party-lecture, collective-study]}, min: 2}}"
    assert outcome(rule, plan, as_of="2016-06-10") == "open"
    done = plan + held("2016-06-02", kind=kind)
    assert outcome(rule, done, as_of="2016-06-10") == "open"
    early = plan + held("2016-05-02", kind=kind)
    assert outcome(rule, early, as_of="2016-06-10") == "planned"


@pytest.mark.parametrize(
    ("when", "last"),
    [
        ("day: 30, shift: 5d", "2016-04-30"),
        ("day: 30, roll: next-workday", "2016-05-03"),
        ("day: 30, shift: 5d, needs: moved, roll: next-workday", "2016-04-30"),
    ],
)
def test_until_when_a_record_is_of_the_month_of_a_fixed_day(
    when: str, last: str
) -> None:
    """30 April 2016 is a day off, the next working day is 3 May: what may be held then
    is of April; what must say that it was moved says so itself."""
    rule = rule_of(
        f"{{count: {{of: {{kind: party-lecture}}}}, when: {{every: month, {when}}}}}"
    )
    assert rule.when is not None
    assert rule.when != "now"
    window = calendar_windows(rule, rule.when, world_of(), 2016)[3]
    assert window.period is not None
    assert str(window.period.last) == last


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2016-09-30", []),
        ("2016-10-01", ["2016-10-01"]),
        ("2016-12-31", ["2016-12-31"]),
    ],
)
def test_what_fails_by_one_condition_lies_in_the_days(
    day: str, wanted: list[str]
) -> None:
    """On the first and the last of them."""
    rule = "{count: {of: {kind: party-lecture, theme: 初心}}, when: {every: year, from: 10-01, to: 12-31}}"
    records = held(day, more="attendance: all, theme: 使命")
    assert [day for day, _ in near(rule, records)] == wanted
