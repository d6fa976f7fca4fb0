"""What is to be done before a term of office ends, counted from its last day."""

from __future__ import annotations

import pytest

from ..trial import verdicts

ASKED = (
    "{for: fact, each: {kind: term-end}, when: {before: subject, from: 12m, to: 4m}, "
    "count: {of: {kind: progress-report}}}"
)
HELD = (
    "{for: fact, each: {kind: term-end}, when: {after: subject, within: 2m}, "
    "count: {of: {kind: branch-election}}}"
)
BRANCH = """
名称: 甲
规则包: trial-2016
%s
党员: [{姓名: 王敏, 起: 2010-01-01}]
"""
ELECTION = "- {kind: branch-election, date: %s, attendance: all}\n"


def found(
    rule: str = ASKED,
    records: str = "",
    elected: str = "换届日期: 2013-11-20",
    as_of: str = "2016-12-31",
    year: int = 2016,
) -> list[tuple[str, str]]:
    """The terms of which a rule asks something, by their last day, and how it is."""
    branch = BRANCH % elected
    made = verdicts(rule, records, as_of=as_of, year=year, branch=branch)
    return [
        (one.span.label, one.outcome.value)
        for one in made
        if one.outcome != "not-applicable"
    ]


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2015-11-19", "missed"),
        ("2015-11-20", "met"),
        ("2016-07-20", "met"),
        ("2016-07-21", "missed"),
    ],
)
def test_before_the_end_of_a_term(day: str, outcome: str) -> None:
    """From the first day to the last one, none before or after."""
    told = f"- {{kind: progress-report, date: {day}}}\n"
    assert found(records=told) == [("2016-11-20", outcome)]


def test_known_beforehand() -> None:
    """It is asked before it has come; and afterwards it is to be held."""
    assert found(as_of="2016-07-20") == [("2016-11-20", "open")]
    assert found(as_of="2016-07-21") == [("2016-11-20", "missed")]
    assert found(HELD, as_of="2016-11-19") == [("2016-11-20", "open")]
    assert found(HELD, as_of="2017-01-21", year=2017) == [("2016-11-20", "overdue")]


def test_of_a_term_that_ends_in_the_next_year() -> None:
    """It is asked in the year in which it is due, and not in the one before."""
    early = "换届日期: 2014-03-10"
    assert found(elected=early, as_of="2016-11-10") == [("2017-03-10", "open")]
    assert found(elected=early, as_of="2016-11-11") == [("2017-03-10", "missed")]
    assert found(elected=early, as_of="2017-02-01", year=2017) == [
        ("2017-03-10", "missed")
    ]
    # Due in March 2017: not yet in 2016.
    late = "换届日期: 2014-07-31"
    assert found(elected=late, as_of="2016-12-31") == []
    assert found(elected=late, as_of="2017-01-01", year=2017) == [
        ("2017-07-31", "open")
    ]


def test_what_was_due_before_the_document() -> None:
    """What was to be done before the document's year is not asked."""
    assert found(elected="换届日期: 2013-02-10", as_of="2016-03-01") == []


def test_terms_by_elections() -> None:
    """An election begins a term of its own; one on time leaves the old one as it was,
    one more than a year before its end sets that aside."""
    on_time = ELECTION % "2016-11-15"
    assert found(records=on_time) == [("2016-11-20", "missed")]
    assert found(records=ELECTION % "2015-11-20") == [("2016-11-20", "missed")]
    assert found(records=ELECTION % "2015-11-19") == []
    five = "换届日期: 2015-02-10\n任期: 5"
    assert (
        found(elected=five, records=ELECTION % "2016-02-01", as_of="2016-12-31") == []
    )
    later = ELECTION % "2016-02-01"
    told = found(elected=five, records=later, as_of="2020-12-31", year=2020)
    assert told == [("2021-02-01", "missed")]
    first = ELECTION % "2019-02-10"
    told = found(elected=five, records=first, as_of="2020-01-31", year=2020)
    assert told == [("2020-02-10", "missed")]


@pytest.mark.parametrize("elected", ["", "换届日期: 2017-05-01"])
def test_where_nobody_knows_when_it_ends(elected: str) -> None:
    """Nothing is passed over: it says that the day is lacking; also where the rule asks
    for terms of which the election is written."""
    branch = BRANCH % elected
    written = ASKED.replace("term-end", "term-end, elected_on: some")
    for rule in ASKED, written:
        made = verdicts(rule, "", as_of="2016-12-31", branch=branch)
        assert [(one.outcome, one.missing) for one in made] == [
            ("undecidable", ("elected_on",))
        ]
