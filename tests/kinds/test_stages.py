"""The stages of those who wish to join, as facts: the least time between two of them."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, facts_of, outcome, verdict, verdicts

YEAR = (
    "{for: fact, each: {kind: candidate-stage, stage: %s}, when: {before: subject, to: %s}, "
    "count: {of: {kind: candidate-stage, stage: %s, same: [about]}}}"
)
TARGET = YEAR % ("development-target", "12m", "activist")


def branch(*lines: str) -> str:
    """The branch with candidates: name, and stages with their days."""
    rows = "".join(f"  - {{{line}}}\n" for line in lines)
    return f"{BRANCH}发展党员:\n{rows}"


def one(activist: str, target: str, name: str = "林晓") -> str:
    """A candidate who was an activist, then a target."""
    return (
        f"姓名: {name}, 阶段: 发展对象, 步骤: [{{名称: 积极分子{activist and ', 日期: '}{activist}}}, "
        f"{{名称: 发展对象{target and ', 日期: '}{target}}}]"
    )


@pytest.mark.parametrize(
    ("activist", "target", "wanted"),
    [
        ("2015-03-01", "2016-03-01", "met"),  # one year to the day
        ("2015-03-02", "2016-03-01", "missed"),
        ("2015-02-28", "2016-02-28", "met"),
        ("2015-03-01", "2016-02-29", "missed"),
        ("2015-02-28", "2016-02-29", "met"),
        ("2012-06-01", "2016-03-01", "met"),
        ("2016-03-01", "2016-03-01", "missed"),
        ("2016-04-01", "2016-03-01", "missed"),  # the wrong way round
        ("2015-01-01", "2016-01-01", "met"),
        ("2015-12-31", "2016-12-31", "met"),
        ("2016-01-01", "2016-12-31", "missed"),
    ],
)
def test_a_year_as_an_activist(activist: str, target: str, wanted: str) -> None:
    """A stage reached too early is a gap; a year to the day is none."""
    found = verdict(TARGET, branch=branch(one(activist, target)))
    assert (found.outcome, found.level) == (
        wanted,
        "error" if wanted == "missed" else "none",
    )
    assert found.subject.name.startswith(f"candidate-stage@{target}")


@pytest.mark.parametrize(
    ("months", "day", "wanted"),
    [
        ("3m", "2016-05-31", "met"),
        ("3m", "2016-06-01", "missed"),
        ("6m", "2016-02-29", "met"),
        ("6m", "2016-03-01", "missed"),
    ],
)
def test_in_months(months: str, day: str, wanted: str) -> None:
    """Counted back from the stage, the last day of a shorter month included."""
    rule = YEAR % ("development-target", months, "activist")
    assert outcome(rule, branch=branch(one(day, "2016-08-31"))) == wanted


def test_a_year_on_trial() -> None:
    """The same of the two stages after these."""
    rule = YEAR % ("full", "12m", "probationary")
    line = "姓名: 林晓, 阶段: 正式党员, 步骤: [{名称: 预备党员, 日期: 2015-07-01}, {名称: 正式党员, 日期: %s}]"
    assert outcome(rule, branch=branch(line % "2016-07-01")) == "met"
    assert outcome(rule, branch=branch(line % "2016-06-30")) == "missed"


def test_the_stages_of_others_do_not_count() -> None:
    """Each has his own."""
    two = (one("2014-03-01", "2016-03-01"), one("2016-01-01", "2016-05-01", "苏航"))
    found = {v.subject.name: v.outcome for v in verdicts(TARGET, branch=branch(*two))}
    assert found == {
        "candidate-stage@2016-03-01": "met",
        "candidate-stage@2016-05-01": "missed",
    }


@pytest.mark.parametrize(
    ("year", "wanted"),
    [(2015, "not-applicable"), (2016, "missed"), (2017, "not-applicable")],
)
def test_it_is_a_matter_of_the_year_in_which_it_was(year: int, wanted: str) -> None:
    """It is told once, not for ever."""
    more = branch(one("2015-12-01", "2016-03-01"))
    found = verdict(TARGET, branch=more, year=year, as_of=f"{year}-12-31")
    assert found.outcome == wanted


def test_what_is_still_to_come_is_none() -> None:
    """A stage of a day to come is not reached."""
    more = branch(one("2015-12-01", "2016-03-01"))
    assert outcome(TARGET, branch=more, as_of="2016-02-29") == "not-applicable"
    assert outcome(TARGET, branch=more, as_of="2016-03-01") == "missed"


def test_a_stage_without_a_day() -> None:
    """When he became an activist is not written: that cannot be judged; when he became
    what the rule is about is not: of what year it is nobody knows."""
    found = verdict(TARGET, branch=branch(one("", "2016-03-01")))
    assert (found.outcome, found.missing) == ("undecidable", ("date",))
    (near,) = found.near
    assert (near.origin.file, near.date, near.why) == ("branch.yaml", None, "date")
    assert outcome(TARGET, branch=branch(one("2015-03-01", ""))) == "not-applicable"


def test_a_stage_that_is_not_there() -> None:
    """He never was an activist, as far as is written."""
    line = "姓名: 林晓, 阶段: 发展对象, 步骤: [{名称: 发展对象, 日期: 2016-03-01}]"
    assert outcome(TARGET, branch=branch(line)) == "missed"


def test_who_has_no_name_is_known_by_his_number() -> None:
    """Else it cannot be known whose stages they are."""
    line = "%s阶段: 发展对象, 步骤: [{名称: 积极分子, 日期: 2014-03-01}, {名称: 发展对象, 日期: 2016-03-01}]"
    assert outcome(TARGET, branch=branch(line % "编号: 甲01, ")) == "met"
    assert outcome(TARGET, branch=branch(line % "")) == "undecidable"


def test_the_facts_of_stages() -> None:
    """One for each, on its line, with the person; they are of no year on their own."""
    facts = facts_of(branch=branch(one("2015-03-01", "2016-03-01")))
    found = facts.of(["candidate-stage"])
    assert [(str(f.date), f.attrs, f.people, f.level) for f in found] == [
        (day, {"stage": stage}, {"about": {"林晓"}}, "branch")
        for day, stage in (
            ("2015-03-01", "activist"),
            ("2016-03-01", "development-target"),
        )
    ]
    assert list(facts.years()) == []


BESIDE = "姓名: 林晓, 联系人: 王敏、许诺, 步骤: [{名称: 积极分子, 日期: 2015-03-01}]"


@pytest.mark.parametrize(
    ("has", "wanted"),
    [
        ("{contact: {min: 1, max: 2}}", "met"),
        ("{contact: {max: 1}}", "overdue"),
        ("{contact: {min: 2, which: {status: full}}}", "overdue"),
        ("{introducer: {min: 2}}", "overdue"),
        ("{introducer: none}", "met"),
    ],
)
def test_who_is_beside_a_candidate(has: str, wanted: str) -> None:
    """How many, and of what standing."""
    rule = f"{{for: fact, each: {{kind: candidate, stage: activist}}, has: {has}, fold: no}}"
    assert outcome(rule, branch=branch(BESIDE)) == wanted


def test_how_many_one_keeps_in_touch_with() -> None:
    """Counted for each member."""
    rule = "{for: member, when: {every: year}, count: {of: {kind: candidate, as: contact}, max: 1}}"
    two = branch(BESIDE, BESIDE.replace("林晓", "苏航").replace("、许诺", ""))
    found = {one.subject.name: one.outcome for one in verdicts(rule, branch=two)}
    assert found["王敏"] == "missed"
    assert {found[name] for name in found if name != "王敏"} == {"met"}


def test_whoever_keeps_in_touch_is_to_talk() -> None:
    """Another's talk is none; where nobody is named it cannot be known."""
    rule = """{for: fact, each: {kind: candidate, stage: activist}, when: {every: year}, fold: no,
      count: {of: {kind: heart-to-heart-talk, same: [to=about, from=contact]}}}"""
    talk = "{kind: heart-to-heart-talk, date: 2016-05-05, to: 林晓, from: %s}\n"
    assert outcome(rule, talk % "王敏", branch=branch(BESIDE)) == "met"
    assert outcome(rule, talk % "陈静", branch=branch(BESIDE)) == "missed"
    unknown = branch(BESIDE.replace("联系人: 王敏、许诺, ", ""))
    found = verdict(rule, talk % "王敏", branch=unknown)
    assert (found.outcome, found.missing) == ("undecidable", ("contact",))
