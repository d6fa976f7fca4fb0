"""Duties that hang on when a member joined the Party."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.facts.build import build_facts
from lxyz.files import read_text
from lxyz.records import read_profile
from lxyz.vocabulary import vocabulary

from ..trial import bound, judge, outcome, verdict, verdicts

HEAD = """名称: 甲
规则包: trial-2016
支委会: [{姓名: 王敏, 职务: 书记, 任职日期: 2014-01-01}]
党员:
  - {姓名: 王敏, 起: 2010-01-01%s}
"""
BIRTHDAY = (
    "{for: member, each: {kind: party-anniversary, as: about}, when: {%s}, "
    "count: {of: {kind: show-identity, as: about}}}"
)
MONTH, NEAR = "every: month", "around: subject, from: 3d, to: 3d"


def joined(day: str) -> str:
    """王敏 joined the Party on a day (empty: nobody wrote when)."""
    return HEAD % (f", 入党日期: {day}" if day else "")


def outcome_of_misread(rule: str, branch: str) -> str:
    """The only outcome where something of the profile cannot be read."""
    document = read_text(branch.encode(), "branch.yaml")
    profile, _ = read_profile(document, vocabulary())
    assert profile is not None
    day = date(2016, 10, 31)
    facts, _ = build_facts(profile, [], vocabulary(), day)
    (one,) = judge(facts, bound(rule), 2016, day)
    return one.outcome


def held(day: str) -> str:
    """His birthday in the Party was kept on a day."""
    return f"- {{kind: show-identity, date: {day}, members: 王敏, status: held}}"


@pytest.mark.parametrize(
    ("when", "day", "wanted"),
    [
        (MONTH, "2016-05-31", "missed"),
        (MONTH, "2016-06-01", "met"),
        (MONTH, "2016-06-30", "met"),
        (MONTH, "2016-07-01", "missed"),
        (NEAR, "2016-06-17", "missed"),
        (NEAR, "2016-06-18", "met"),
        (NEAR, "2016-06-24", "met"),
        (NEAR, "2016-06-25", "missed"),
        ("during: subject, late: never", "2016-06-21", "met"),
        ("during: subject, late: never", "2016-06-22", "missed"),
    ],
)
def test_in_the_month_or_near_the_day(when: str, day: str, wanted: str) -> None:
    """Every year again, whatever the year in which he joined."""
    branch = joined("1996-06-21")
    assert outcome(BIRTHDAY % when, held(day), branch=branch) == wanted


def test_it_is_known_beforehand() -> None:
    """That it will be due is no news on the day."""
    branch = joined("1996-06-21")
    found = verdict(BIRTHDAY % MONTH, branch=branch, as_of="2016-01-05")
    assert (found.outcome, str(found.due)) == ("open", "2016-06-30")


def test_one_at_the_end_of_a_year_is_judged_in_both() -> None:
    """What is due in January after an anniversary in December does not vanish."""
    rule = BIRTHDAY % "after: subject, within: 10d"
    branch = joined("1996-12-28")
    assert outcome(rule, branch=branch) == "open"
    spans = [
        (one.outcome.value, str(one.due))
        for one in verdicts(rule, branch=branch, year=2017, as_of="2017-12-31")
    ]
    assert sorted(spans) == [("open", "2018-01-07"), ("overdue", "2017-01-07")]


@pytest.mark.parametrize(
    "rule",
    [
        BIRTHDAY % MONTH,
        BIRTHDAY.replace("as: about}, when", "as: about, years: 50}, when") % NEAR,
        (
            "{for: fact, each: {kind: party-joined}, when: {after: subject, within: 12m}, "
            "count: {of: {kind: member-training, same: [about]}}}"
        ),
        (
            "{for: fact, each: {kind: post-taken}, when: {before: subject, to: 12m}, "
            "count: {of: {kind: party-joined, same: [about]}}}"
        ),
        (
            "{for: member, which: {party_years: {under: 5}}, when: {every: year}, "
            "count: {of: {kind: thought-report, as: owner}}}"
        ),
        (
            "{for: member, except: {party_years: {min: 5}}, when: {every: year}, "
            "count: {of: {kind: thought-report, as: owner}}}"
        ),
    ],
)
def test_where_nobody_wrote_when(rule: str) -> None:
    """It is not passed over: it cannot be told."""
    branch = joined("").replace("任职日期: 2014", "任职日期: 2016")
    found = verdict(rule, branch=branch)
    assert found.outcome == "undecidable"
    assert found.missing in (("party_since",), ("party_years",))


@pytest.mark.parametrize(
    ("days", "as_of", "told"),
    [
        ("起: 2016-09-01", "2016-08-31", False),
        ("起: 2016-09-01", "2016-09-01", True),
        # Of a year that is over it is the last day.
        ("起: 2016-01-01, 止: 2016-12-31", "2017-01-31", True),
        ("起: 2017-01-01", "2017-01-31", False),
    ],
)
def test_of_whom_it_is_not_written(days: str, as_of: str, *, told: bool) -> None:
    """Of who is there on the day of the check."""
    rule = (
        "{for: fact, each: {kind: party-joined}, when: {after: subject, within: 12m}, "
        "count: {of: {kind: member-training, same: [about]}}, fold: no}"
    )
    branch = joined("1996-06-21") + f"  - {{姓名: 李娜, {days}}}\n"
    found = verdicts(rule, branch=branch, as_of=as_of)
    assert ("undecidable" in [one.outcome for one in found]) is told


@pytest.mark.parametrize(
    ("more", "day", "wanted"),
    [
        ("", "1996-12-31", "open"),
        ("", "1996-01-01", "missed"),
        ("since: '2016-04-01', ", "1996-03-31", "not-applicable"),
        ("since: '2016-04-01', ", "1996-04-01", "missed"),
    ],
)
def test_one_before_the_document(more: str, day: str, wanted: str) -> None:
    """Anniversaries come by themselves: those before it ask for nothing."""
    rule = (BIRTHDAY % "after: subject, within: 3d, late: never").replace(
        "{for", f"{{{more}for"
    )
    assert outcome(rule, branch=joined(day)) == wanted


def test_a_document_not_yet_in_force() -> None:
    """It asks for nothing, whatever is not written."""
    rule = (BIRTHDAY % MONTH).replace("{for", "{from: '2016-07-01', for")
    for day, wanted in (
        ("2016-06-30", "not-applicable"),
        ("2016-07-01", "undecidable"),
    ):
        assert outcome(rule, branch=joined(""), as_of=day) == wanted


@pytest.mark.parametrize(
    ("day", "which", "wanted"),
    [
        ("2011-12-31", "{under: 5}", "not-applicable"),
        ("2012-01-01", "{under: 5}", "missed"),
        ("1966-12-31", "50", "missed"),
        ("1967-01-01", "50", "not-applicable"),
        ("1965-12-31", "50", "not-applicable"),
    ],
)
def test_years_in_the_party(day: str, which: str, wanted: str) -> None:
    """Full ones, on the day on which it is due."""
    rule = (
        f"{{for: member, which: {{party_years: {which}}}, when: {{every: year}}, "
        "count: {of: {kind: thought-report, as: owner}}}"
    )
    assert outcome(rule, branch=joined(day), as_of="2017-01-01") == wanted


@pytest.mark.parametrize(
    ("day", "wanted"),
    [("2013-10-31", "met"), ("2013-11-01", "overdue"), ("", "overdue")],
)
def test_a_secretary_of_three_years(day: str, wanted: str) -> None:
    """Asked of the profile, where what is not written is a gap."""
    rule = "{for: secretary, when: now, has: {party_years: {min: 3}}}"
    assert outcome(rule, branch=joined(day), as_of="2016-10-31") == wanted


@pytest.mark.parametrize(
    ("written", "rule", "wanted"),
    [
        ("困难: 是", "which: {hardship: yes}", "open"),
        ("困难: 患病", "which: {hardship: yes}", "undecidable"),
        ("困难: 患病", "except: {hardship_in_year: yes}", "undecidable"),
        ("困难: 是, 困难认定日期: 3月", "which: {hardship: yes}", "undecidable"),
        ("状态: 发展", "which: {status: full}", "undecidable"),
        ("档案齐全: 齐", "which: {status: full}", "open"),
    ],
)
def test_what_of_a_member_is_unread(written: str, rule: str, wanted: str) -> None:
    """Whether he is meant is not known; what nobody asks for is no matter."""
    rule = f"{{for: member, {rule}, count: {{of: {{kind: quiz, as: about}}}}}}"
    branch = HEAD % f", {written}"
    assert outcome_of_misread(rule, branch) == wanted


@pytest.mark.parametrize(
    ("written", "rule", "wanted"),
    [
        ("档案齐全: 否", "{for: member, has: {file_complete: yes}}", "overdue"),
        ("档案齐全: 齐", "{for: member, has: {file_complete: yes}}", "undecidable"),
        ("困难: 否", "{for: member, has: {file_complete: yes}}", "overdue"),
        ("新媒体: {甲: 乙}", "{for: branch, has: {new_media: some}}", "undecidable"),
        ("固定党日: 十号左右", "{for: branch, has: {fixed_day: some}}", "undecidable"),
        ("类别: 机关", "{for: branch, has: {fixed_day: some}}", "overdue"),
    ],
)
def test_what_the_profile_says_unreadably(written: str, rule: str, wanted: str) -> None:
    """A gap is only what it does not say."""
    of_branch = "for: branch" in rule
    branch = HEAD % "" + f"{written}\n" if of_branch else HEAD % f", {written}"
    rule = rule.replace("{for", "{when: now, for", 1)
    assert outcome_of_misread(rule, branch) == wanted


def test_who_is_excepted_anyway() -> None:
    """Of him it need not be known."""
    rule = (
        "{for: member, which: {party_years: {under: 5}, category: 青年}, "
        "when: {every: year}, count: {of: {kind: thought-report, as: owner}}}"
    )
    assert outcome(rule, branch=joined("")) == "not-applicable"
