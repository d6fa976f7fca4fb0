"""The branches that did everything: nothing is found, and every record is needed or
harmless."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from lxyz.facts.build import build_facts
from lxyz.files.origin import Faults
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.gather import bound_packs, read_branch
from lxyz.records import Record
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

from .trial import judge

pytestmark = pytest.mark.no_cover

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


class Kept(NamedTuple):
    """An example that lacks nothing: its year, the goal that is not yet due when it
    ends, and more than how many duties rest on one meeting alone."""

    name: str
    year: int
    goal: str
    alone: int

    @property
    def folder(self) -> Path:
        """Where its records are."""
        return EXAMPLES / self.name

    @property
    def as_of(self) -> date:
        """The last day of its year."""
        return date(self.year, 12, 31)


KEPT = (
    Kept("exemplary", 2016, "bj-2016/regular-education", 200),
    Kept("service-centre", 2021, "sd-2021/regular-education", 100),
)
EACH = pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.name)
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


@EACH
def test_nothing_is_found(kept: Kept) -> None:
    """No fault; every duty that applies is met, but for a goal still to come; no
    question is left to a person."""
    report = check_branch(kept.folder, Options(kept.as_of))
    assert report.faults == ()
    done = (Outcome.MET, Outcome.NOT_APPLICABLE)
    rest = [one for one in report.verdicts if one.outcome not in done]
    assert {one.rule for one in rest} == {kept.goal}, "counted from the last activity"
    assert {one.outcome for one in rest} <= {Outcome.OPEN, Outcome.PLANNED}


@EACH
def test_on_no_day_of_the_year_is_anything_owed(kept: Kept) -> None:
    """On the last day of each term and on the day after it nothing is left undone."""
    for day in ("04-30", "05-01", "06-30", "07-01", "07-16", "08-01", "09-30", "10-01"):
        as_of = date.fromisoformat(f"{kept.year}-{day}")
        report = check_branch(kept.folder, Options(as_of))
        gaps = [(one.rule, one.subject.name) for one in report.verdicts if one.is_gap]
        assert gaps == [], day


class World:
    """The branch with its records, judged with all of them or all but some."""

    def __init__(self, kept: Kept) -> None:
        self.kept = kept
        profile, self.records = read_branch(kept.folder, Faults())
        assert profile is not None
        self.profile = profile
        self.packs = list(bound_packs(kept.folder, profile, (), Faults()))

    def judged(self, records: list[Record]) -> Judged:
        """The verdicts on some records, by what they are about."""
        year, as_of = self.kept.year, self.kept.as_of
        facts, _ = build_facts(self.profile, records, vocabulary(), as_of)
        verdicts = (
            one for pack in self.packs for one in judge(facts, pack, year, as_of)
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


@EACH
def test_no_activity_taken_away_makes_anything_better(kept: Kept) -> None:
    """Without any one of the held activities no verdict improves; and a duty that
    rested on it alone is no longer met."""
    world = World(kept)
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
    assert turned > kept.alone, "many duties rest on one meeting"


def test_a_topic_names_its_own_clause() -> None:
    """Of four topics in one rule each verdict names the entry that asks for it."""
    world = World(KEPT[0])
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
