"""The branch that did everything: nothing is found, and every record is needed or
harmless."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from lxyz.facts import build_facts
from lxyz.fleet import Options, bound_packs, check_branch, read_branch
from lxyz.judge import judge
from lxyz.origin import Faults
from lxyz.records import Record
from lxyz.report import BranchReport
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

EXEMPLARY = Path(__file__).resolve().parents[1] / "examples" / "exemplary"
YEAR, AS_OF = 2016, date(2016, 12, 31)
# Better first; what is done late and what is still to come cannot be compared.
ORDER = {
    Outcome.MET: 0,
    Outcome.LATE: 1,
    Outcome.PLANNED: 1,
    Outcome.OPEN: 1,
    Outcome.UNDECIDABLE: 2,
    Outcome.OVERDUE: 3,
    Outcome.MISSED: 4,
}
Judged = dict[tuple[str, ...], Verdict]


@pytest.fixture(scope="module")
def report() -> BranchReport:
    """The report of the branch at the end of its year."""
    return check_branch(EXEMPLARY, Options(AS_OF))


def test_nothing_is_found(report: BranchReport) -> None:
    """No fault; every duty that applies is met, and no question is left to a person;
    only what is to follow the last meeting, on 28 December, is still to come."""
    assert report.faults == ()
    told = {one.outcome for one in report.verdicts}
    assert told == {Outcome.MET, Outcome.OPEN, Outcome.NOT_APPLICABLE}
    coming = [one.rule for one in report.verdicts if one.outcome == Outcome.OPEN]
    assert coming == ["bj-2016/regular-education"]


def test_on_no_day_of_the_year_is_anything_owed() -> None:
    """On the last day of each term and on the day after it nothing is left undone."""
    for day in ("04-30", "05-01", "06-30", "07-01", "07-16", "08-01", "09-30", "10-01"):
        report = check_branch(EXEMPLARY, Options(date.fromisoformat(f"2016-{day}")))
        gaps = [(one.rule, one.subject.name) for one in report.verdicts if one.is_gap]
        assert gaps == [], day


class World:
    """The branch with its records, judged with all of them or all but some."""

    def __init__(self) -> None:
        profile, self.records = read_branch(EXEMPLARY, Faults())
        assert profile is not None
        self.profile = profile
        self.packs = list(bound_packs(EXEMPLARY, profile, (), Faults()))

    def judged(self, records: list[Record]) -> Judged:
        """The verdicts on some records, by what they are about."""
        facts, _ = build_facts(self.profile, records, vocabulary(), AS_OF)
        verdicts = (
            one for pack in self.packs for one in judge(facts, pack, YEAR, AS_OF)
        )
        return {one.key(): one for one in verdicts}

    def activities(self) -> Iterator[int]:
        """Where the held activities stand among the records."""
        kinds = vocabulary().kinds
        for number, one in enumerate(self.records):
            held = one.status == "held" or (not one.status and one.attendance)
            if held and any(kinds[kind].family == "activity" for kind in one.kinds):
                yield number

    def lines(self, number: int) -> range:
        """The lines of its file that a record takes up."""
        here = self.records[number].origin
        later = [
            one.origin.line
            for one in self.records
            if one.origin.file == here.file and one.origin.line > here.line
        ]
        return range(here.line, min(later, default=10**6))


def test_no_activity_taken_away_makes_anything_better() -> None:
    """Without any one of the held activities no verdict improves; and a duty that
    rested on it alone is no longer met."""
    world = World()
    whole = world.judged(world.records)
    turned = 0
    for number in world.activities():
        gone = world.records[number]
        rest = [*world.records[:number], *world.records[number + 1 :]]
        without, lines = world.judged(rest), world.lines(number)
        for key, before in whole.items():
            after = without.get(key)
            if before.outcome not in ORDER:
                continue
            if after is not None and after.outcome in ORDER:
                told = (str(gone.origin), key, after.outcome)
                assert ORDER[after.outcome] >= ORDER[before.outcome], told
            alone = bool(before.records) and all(
                one.origin.file == gone.origin.file and one.origin.line in lines
                for one in before.records
            )
            if alone and before.outcome == Outcome.MET:
                turned += 1
                told = (str(gone.origin), key)
                assert after is None or after.outcome != Outcome.MET, told
    assert turned > 200, "many duties rest on one meeting"


def test_a_topic_names_its_own_clause() -> None:
    """Of four topics in one rule each verdict names the entry that asks for it."""
    world = World()
    rest = [one for one in world.records if "thematic-discussion" not in one.kinds]
    topics = {
        (one.label, one.clause, one.covers, one.outcome)
        for one in world.judged(rest).values()
        if one.rule == "cas-2016/four-topics"
    }
    assert topics == {
        (label, f"一（一）专题{number}", (f"cas-2016-{entry}",), Outcome.OVERDUE)
        for label, number, entry in (
            ("学党章，坚定理想信念", "一", 14),
            ("学党规，严守纪律规矩", "二", 18),
            ("学讲话，增强四个意识", "三", 22),
            ("学宗旨，坚持创新为民", "四", 26),
        )
    }
