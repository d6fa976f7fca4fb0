"""Counting, thresholds and identities."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import Span
from lxyz.files.origin import Fault
from lxyz.judge import Priors
from lxyz.report import FAIL_ON, BranchReport, Obstacle, ahead, fails, tally
from lxyz.verdicts import Clash, Level, Outcome, Subject, Verdict, weigh

from .trial import facts_of
from .whole import Report

DAY = date(2016, 9, 30)
YEAR = Span(date(2016, 1, 1), date(2016, 12, 31), "2016")


def verdict(outcome: Outcome, level: Level, **values: object) -> Verdict:
    """A verdict of a made-up rule."""
    base = Verdict(
        rule="p/r",
        covers=("p-01",),
        clause="一",
        modality="must",
        subject=Subject("branch", "第一党支部"),
        span=YEAR,
        label=None,
        outcome=outcome,
        level=level,
    )
    return base._replace(**values)


def branch(
    *verdicts: Verdict,
    faults: tuple[Fault, ...] = (),
    error: tuple[str, tuple[tuple[str, str], ...], int] | None = None,
) -> BranchReport:
    """A branch with these verdicts."""
    return BranchReport("b", "第一党支部", 2016, (), faults, verdicts, 1, error)


OVERDUE = verdict(Outcome.OVERDUE, Level.ERROR)
MISSED = verdict(Outcome.MISSED, Level.ERROR)
SHOULD = verdict(Outcome.MISSED, Level.WARNING)
LATE = verdict(Outcome.LATE, Level.WARNING)
MET = verdict(Outcome.MET, Level.NONE)
FAULT = Fault("F101", "a.yaml", 1, 3)
WARNING = Fault("F003", "a.yaml", 1, 1, (), "warning")


@pytest.mark.parametrize(
    ("found", "failing"),
    [
        (branch(MET), ""),
        (branch(OVERDUE), "must should overdue"),
        (branch(MISSED), "must should"),
        (branch(SHOULD), "should"),
        (branch(LATE), "should"),
        (branch(OVERDUE._replace(folded_into="p/q")), ""),
        (branch(OVERDUE._replace(debtor="committee-above")), ""),
        (branch(MET, faults=(FAULT,)), "must should overdue fault"),
        (branch(MET, faults=(WARNING,)), "should"),
    ],
)
def test_what_fails_at_which_threshold(found: BranchReport, failing: str) -> None:
    """Each kind of finding fails at the thresholds at or below it, and at no other."""
    report = Report(DAY, (found,))
    told = {name for name in FAIL_ON if report.totals().exit_code(name)}
    assert told == set(failing.split())
    assert not fails(branch(MET), "must")


def test_errors_of_branches() -> None:
    """A pack that cannot be used is 2; a defect in one of several branches is 1."""
    unusable = branch(error=Obstacle("P001", (), 2))
    broken = branch(error=Obstacle("E700", (), 70))
    assert Report(DAY, (unusable,)).totals().exit_code("never") == 2
    assert Report(DAY, (unusable, branch(MET))).totals().exit_code() == 2
    assert Report(DAY, (broken,)).totals().exit_code() == 70
    assert Report(DAY, (broken, branch(MET))).totals().exit_code() == 1


def test_the_tally_counts_each_outcome_once() -> None:
    """Folded verdicts are counted apart; branches add up in any order."""
    one = branch(MET, OVERDUE, SHOULD._replace(folded_into="p/q"), faults=(FAULT,))
    two = branch(MET, LATE)
    counts = tally((one, two))
    assert counts == tally((two, one)) == Report(DAY, (one, two)).totals().counts
    assert counts["met"] == 2
    assert counts["overdue"] == counts["late"] == counts["folded"] == 1
    assert counts["missed"] == 0
    assert counts["faults"] == 1


def test_identity_has_no_place_in_it() -> None:
    """Rule, branch, subject, span and label: nothing that moves with a file."""
    labelled = OVERDUE._replace(label="党章")
    assert branch().id_of(labelled) == "p/r|第一党支部|branch:第一党支部|2016|党章"


LEVELS = {
    **dict.fromkeys(("overdue", "missed"), "error warning info info"),
    **dict.fromkeys(("late", "undecidable"), "warning info info info"),
    "attest": "info info info info",
}
NOTED = dict.fromkeys(("met", "open", "planned"), "warning info info info")
LIGHTER = ["error", "warning", "info", "none"]


@pytest.mark.parametrize("noted", [False, True])
@pytest.mark.parametrize("outcome", list(Outcome))
def test_levels(outcome: Outcome, *, noted: bool) -> None:
    """Of a must, a should, a may and a goal; a cap is never exceeded."""
    table = {**LEVELS, **NOTED} if noted else LEVELS
    wanted = table.get(outcome, "none none none none").split()
    for modality, level in zip("must should may goal".split(), wanted, strict=True):
        assert weigh(modality, outcome, noted=noted) == level
        for cap in Level:
            capped = max(level, cap, key=LIGHTER.index)
            assert weigh(modality, outcome, cap, noted) == capped


def test_the_year_of_a_run() -> None:
    """The latest that was checked, else that of the day."""
    early = branch(MET)._replace(year=2015)
    assert Report(DAY, (early, branch(MET))).totals().year == 2016
    assert Report(DAY, (early,)).totals().year == 2015
    assert Report(DAY, ()).totals().year == 2016


def test_what_is_planned_ahead() -> None:
    """Items of plans and records of a day to come, up to and from the day; not what
    members plan for themselves."""
    facts = facts_of(
        "- {kind: study-plan, date: 2016-01-05, period: 2016, items: ["
        "{when: 2016-09-29, kind: party-lecture}, {when: 2016-09-30, kind: oath-review}]}\n"
        "- {kind: party-lecture, date: 2016-10-05, status: planned}\n"
        "- {kind: party-lecture, date: 2016-09-01, attendance: all}\n"
        "- {kind: personal-study-plan, date: 2016-01-05, period: 2016, members: 王敏,"
        " items: [{when: 2016-11, kind: self-study}]}\n"
    )
    found = [(one.kinds, str(one.day)) for one in ahead(facts, DAY, Priors([], DAY))]
    assert found == [
        (("oath-review",), "2016-09-30"),
        (("party-lecture",), "2016-10-05"),
    ]


def test_the_verdicts_of_clashes() -> None:
    """A clash comes with its verdicts; one that names none of them is none."""
    clash = Clash("days", (MET.key(), ("gone", "", "", "")), DAY, DAY)
    gone = clash._replace(keys=(("gone", "", "", ""),))
    assert branch(MET)._replace(clashes=(clash, gone)).clashing() == [(clash, [MET])]
    assert branch(MET).clashing() == []
