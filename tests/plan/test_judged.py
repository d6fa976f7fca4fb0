"""A year judged again after a change is the year judged anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lxyz.plan import Ask, Draft, Plan, make_plan
from lxyz.plan.ground import ground_of
from lxyz.plan.judged import Judged, judged

from .branches import Shape, branch_at
from .law import SETS, sensible
from .made import Make

CHANGES = ("leave out", "put back", "other day", "other kind", "no people", "word")


def told(year: Judged) -> list[tuple[Any, ...]]:
    """All that is said of what a year wants."""
    return [
        (one.state, one.verdicts, one.number, one.spans, one.pattern, one.extra)
        for one in year.wishes
    ]


def same(plan: Plan, steps: Sequence[Sequence[Draft]]) -> None:
    """Each step judged after the one before finds what it finds alone."""
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    year = judged(ground, ())
    for drafts in steps:
        year = year.after(drafts)
        anew = judged(ground, drafts)
        assert told(year) == told(anew)
        assert [one.is_met for one in year.found.values()] == [
            one.is_met for one in anew.found.values()
        ]


def changed(one: Draft, how: str) -> Draft:
    """A copy of a draft with a change."""
    made = one.copy()
    if how == "other day":
        made.day += timedelta(days=-1 if made.day.day > 15 else 1)
    elif how == "other kind":
        made.kinds = ["quiz"] if one.family == "activity" else ["experience-essay"]
    elif how == "no people":
        for key in ("members", "speakers", "from", "to", "attendance"):
            made.values.pop(key, None)
    elif how == "word":
        made.values["topic"] = "党章"
    return made


@settings(
    max_examples=10,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    packs=st.sampled_from(SETS),
    members=st.sampled_from([2, 9]),
    leave=st.booleans(),
    draws=st.lists(
        st.tuples(st.sampled_from(CHANGES), st.integers(0, 200)),
        min_size=3,
        max_size=12,
    ),
)
def test_judged_again_is_judged_anew(
    packs: tuple[str, ...], members: int, leave: bool, draws: list[tuple[str, int]]
) -> None:
    """Whatever is changed in a plan: left out, put back, moved, made something else."""
    shape = sensible(Shape(packs, members=members, groups=True, leave=leave))
    with TemporaryDirectory() as made:
        folder = branch_at(Path(made), shape)
        plan = make_plan(folder, Ask(date(shape.year, 1, 1), shape.year))
    drafts = sorted(plan.drafts, key=lambda one: one.number)
    whole = list(drafts)
    steps = [list(drafts)]
    for how, at in draws:
        if how == "leave out" and drafts:
            drafts = [d for d in drafts if d is not drafts[at % len(drafts)]]
        elif how == "put back":
            numbers = {one.number for one in drafts}
            back = [one for one in whole if one.number not in numbers][:1]
            drafts = sorted([*drafts, *back], key=lambda one: one.number)
        elif drafts:
            place = at % len(drafts)
            drafts = [*drafts]
            drafts[place] = changed(drafts[place], how)
        steps.append(list(drafts))
    same(plan, steps)


def test_what_looks_at_turns_and_plans_is_judged_again(make: Make) -> None:
    """Who takes a turn changes with every draft more, and an item of the plan with it;
    so does what the committee above holds, and of what several are told as one."""
    plan = make(
        """
        - {id: turns, for: member, count: {of: {kind: party-lecture, as: responsible}}}
        - {id: items, count: {of: {kind: plan-item, plans: quiz}}}
        - {id: plan, count: {of: {kind: study-plan}}}
        - {id: above, count: {of: {kind: organization-life-meeting, level: above}}}
        - {id: share, count: {of: {kind: quiz}, to: {kind: party-lecture}, min: 50%}}
        - {id: lectures, when: {every: quarter}, count: {of: {kind: party-lecture}}}
        """
    )
    drafts = sorted(plan.drafts, key=lambda one: one.number)
    assert len(drafts) > 4
    above = drafts[0].copy()
    above.kinds, above.values = ["organization-life-meeting"], {"organizer": "机关党委"}
    twice = [drafts[0], *(one.copy() for one in drafts)]
    for number, one in enumerate(twice):
        one.number = number
    steps = [drafts[n:] for n in range(len(drafts))]
    same(plan, [*steps, [above], drafts, twice, twice[1:], [*twice[:2], above], ()])


def test_nothing_changed(make: Make) -> None:
    """What says the same is not even read again."""
    plan = make("{count: {of: {kind: party-lecture}, min: 2}}")
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    year = judged(ground, plan.drafts)
    again = year.after([one.copy() for one in plan.drafts])
    assert [id(one) for one in again.read] == [id(one) for one in year.read]
    assert again.wishes == []
