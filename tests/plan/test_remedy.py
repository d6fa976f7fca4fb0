"""Mid-year: what can still be saved is planned, with no more than that takes, and what is
called lost is what a check of the same day calls missed."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path

import pytest

from lxyz.dates.spans import Span
from lxyz.files.origin import Faults
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.gather import read_branch
from lxyz.plan import Ask, Plan, make_plan
from lxyz.plan.bound import LowerBound
from lxyz.plan.draft import Draft
from lxyz.plan.ground import Ground, ground_of
from lxyz.plan.judged import judged
from lxyz.plan.lean import lean, spared
from lxyz.verdicts import Outcome

from .made import Make, kinds
from .remedies import as_it_was, at_the_end, gaps, gaps_of, held, whose

BRANCH = Path(__file__).parents[2] / "examples" / "branch-11"
ALL = "LXYZ_DAYS" in os.environ
"""Every day of the year: about a quarter of an hour."""
SOME = (
    # The first day, the days around the kick-off, July, the last quarter, and the last.
    "2016-01-01 2016-03-31 2016-04-01 2016-04-05 2016-06-15 2016-07-15 2016-07-16 2016-08-31 "
    "2016-09-30 2016-11-01 2016-11-30 2016-12-31"
).split()
DAYS = (
    [date(2016, 1, 1) + timedelta(days=n) for n in range(366)]
    if ALL
    else [date.fromisoformat(day) for day in SOME]
)
TRIED = DAYS[::7] if ALL else [date(2016, 8, 31), date(2016, 11, 1), date(2016, 12, 31)]
"""The days of whose plans every single record is left out once."""

TOLD = (
    DAYS
    if ALL
    else [
        date.fromisoformat(day)
        for day in "2016-01-01 2016-07-14 2016-07-15 2016-10-21 2016-12-31".split()
    ]
)
"""The days that are planned from with the records of all the year."""


OTHERS = [
    (BRANCH.with_name("exemplary"), date.fromisoformat(day))
    for day in ("2016-04-07", "2016-08-20")
]
"""Days of a branch with another pack, on which a study alone is planned."""


def _called(one: Path | date) -> str:
    return one.name if isinstance(one, Path) else str(one)


@pytest.mark.parametrize(
    ("branch", "day"),
    [
        *(pytest.param(BRANCH, day, marks=pytest.mark.no_cover) for day in DAYS[:-1]),
        (BRANCH, DAYS[-1]),
        *(pytest.param(*one, marks=pytest.mark.no_cover) for one in OTHERS),
    ],
    ids=_called,
)
def test_what_can_be_saved(tmp_path: Path, branch: Path, day: date) -> None:
    """Carried out, the plan leaves what it names and no more, by as few sittings as
    there must be. Lost are the musts and shoulds whose last day is past, late ones
    apart: of whom, and by which rule, the check says the same."""
    folder = as_it_was(branch, tmp_path / "branch", day)
    plan = make_plan(folder, Ask(day, 2016))
    assert all(draft.day >= day for draft in plan.drafts)
    assert plan.bound is not None
    assert plan.sittings == plan.bound.number
    assert plan.is_whole
    now = gaps(check_branch(folder, Options(day, 2016)))
    missed = [one for one in now if one.outcome is Outcome.MISSED]
    lost = [one.verdict for one in plan.left if one.why == "lost"]
    assert whose(lost) == whose(missed)
    if day in TRIED:
        assert _needless(plan, folder) == []
    named = [one.verdict for one in plan.left]
    named += [one for one in now if one.outcome is Outcome.LATE]
    assert whose(at_the_end(plan, folder)) <= whose(named)


@pytest.mark.no_cover
@pytest.mark.parametrize("day", TOLD, ids=str)
def test_with_records_of_days_to_come(tmp_path: Path, day: date) -> None:
    """The same with the whole year in the files: what claims to be held later is not
    taken for held, what is planned for later is."""
    plan = make_plan(BRANCH, Ask(day, 2016))
    assert plan.bound is not None
    assert plan.sittings == plan.bound.number
    now = gaps(check_branch(BRANCH, Options(day, 2016)))
    lost = [one.verdict for one in plan.left if one.why == "lost"]
    assert whose(lost) == whose([one for one in now if one.outcome is Outcome.MISSED])
    assert plan.is_whole
    known = _ground(plan, BRANCH).known
    end = gaps_of(plan, [*known, *held(plan, tmp_path)])
    # A record of a day to come may say itself that something is to be late.
    undone = [one for one in end if one.outcome is not Outcome.LATE]
    assert whose(undone) <= whose([one.verdict for one in plan.left])


def _ground(plan: Plan, folder: Path) -> Ground:
    profile, records = read_branch(folder, Faults())
    assert profile is not None
    return ground_of(profile, plan.packs, records, plan.year, plan.as_of)


def _needless(plan: Plan, folder: Path) -> list[Draft]:
    """What of a plan could be left out."""
    ground = _ground(plan, folder)
    year = judged(ground, plan.drafts)
    return [one for one in plan.drafts if spared(year, one, year.wishes) is not None]


def _sitting(kind: str, day: int) -> Draft:
    on = date(2016, 12, day)
    made = Draft([kind], on, "activity", Span(on, on))
    made.number = day
    return made


def test_a_sitting_too_many_is_dropped(make: Make) -> None:
    """One that nothing asks for, down to what is proved to be needed."""
    plan = make("{count: {of: {kind: party-lecture}}}", as_of="2016-12-01")
    ground = ground_of(plan.profile, plan.packs, [], 2016, plan.as_of)
    both = [*plan.drafts, _sitting("party-lecture", 20), _sitting("quiz", 21)]
    # What is studied alone is no sitting, but may be needless as well.
    alone = _sitting("self-study", 22)
    alone.serves = dict(plan.drafts[0].serves)
    assert plan.bound is not None
    year = judged(ground, [*both, alone])
    found = lean(year, (), plan.bound)
    assert kinds(plan._replace(drafts=found.drafts)) == ["party-lecture"]
    assert not alone.is_sitting
    year = judged(ground, both)
    enough = LowerBound(3, ())
    assert lean(year, (), enough).drafts == (*both,)


def test_a_sitting_whose_cases_others_can_serve(make: Make) -> None:
    """Its topic is given to a sitting that is held anyway; not where that has one."""
    rules = """
        - {id: a, when: {every: month}, since: 2016-12-01, count: {of: {kind: party-lecture%s}}}
        - {id: b, count: {of: {kind: party-lecture, topic: 党史}}}
        """
    for own, left in (("", 1), (", topic: 党章", 2)):
        plan = make(rules % own, as_of="2016-12-01")
        ground = ground_of(plan.profile, plan.packs, [], 2016, plan.as_of)
        month, topic = _sitting("party-lecture", 8), _sitting("party-lecture", 9)
        month.values.update({"topic": "党章"} if own else {})
        topic.values["topic"] = "党史"
        for wish in judged(ground, ()).wishes:
            draft = topic if wish.rule.id == "b" else month
            draft.serves[wish.key] = wish.rule_id
        year = judged(ground, [month, topic])
        found = lean(year, (), LowerBound(1, ())).drafts
        assert len(found) == left
        assert judged(ground, found).wishes == []


@pytest.mark.parametrize(
    ("after", "days"),
    [
        # One sitting, on a day of grace; two where that would be late.
        ("band: {from: 12-01, to: 12-20}", ["2016-12-14"]),
        ("late: 12-20", ["2016-12-08", "2016-12-14"]),
    ],
)
def test_a_day_of_grace_is_better_than_a_sitting_more(
    make: Make, after: str, days: list[str]
) -> None:
    """As of the last best day, where the study is the week after."""
    plan = make(
        f"""
        - {{id: a, when: {{every: year, from: 12-01, to: 12-08, {after}}},
           count: {{of: {{kind: party-lecture}}}}}}
        - {{id: b, when: {{every: year, from: 12-14, to: 12-14}},
           count: {{of: {{kind: collective-study}}}}}}
        """,
        as_of="2016-12-08",
    )
    assert plan.left == ()
    assert plan.bound is not None
    assert plan.sittings == plan.bound.number
    assert [str(one.day) for one in plan.drafts] == days


def test_a_paper_too_many_is_dropped(make: Make) -> None:
    """The branch's own commitment, where its members' count for it as well."""
    plan = make(
        """
        - {id: a, when: {every: year, by: 01-31}, count: {of: {kind: commitment, level: [branch, member]}}}
        - {id: b, for: member, when: {every: year, by: 03-31}, count: {of: {kind: commitment, as: owner}}}
        """
    )
    assert plan.left == ()
    ground = ground_of(plan.profile, plan.packs, [], 2016, plan.as_of)
    year = judged(ground, plan.drafts)
    assert not any(spared(year, one, ()) for one in plan.drafts)
