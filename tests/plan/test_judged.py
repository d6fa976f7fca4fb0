"""A year judged again after a change is the year judged anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lxyz.dates.spans import Span
from lxyz.plan import Ask, Draft, Plan, make_plan
from lxyz.plan import judged as module
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


def _place(plan: Plan, rule: str) -> tuple[str, int]:
    """Where a year keeps what a rule finds."""
    ((pack, place),) = (
        (bound.pack.id, place)
        for bound in plan.packs
        for place, one in enumerate(bound.rules)
        if one.id == rule
    )
    return pack, place


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


@pytest.mark.no_cover
@settings(
    max_examples=6,
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
        - {id: above, count: {of: {kind: central-group-study, level: above}}}
        - {id: share, count: {of: {kind: quiz}, to: {kind: party-lecture}, min: 50%}}
        - {id: lectures, when: {every: quarter}, count: {of: {kind: party-lecture}}}
        """
    )
    drafts = sorted(plan.drafts, key=lambda one: one.number)
    assert len(drafts) > 4
    above = drafts[0].copy()
    above.kinds, above.values = ["democratic-life-meeting"], {}
    twice = [drafts[0], *(one.copy() for one in drafts)]
    for number, one in enumerate(twice):
        one.number = number
    steps = [drafts[n:] for n in range(len(drafts))]
    same(plan, [*steps, [above], drafts, twice, twice[1:], [*twice[:2], above], ()])


def draft(number: int, kinds: str, day: str, **values: Any) -> Draft:
    """A sitting of some kinds on a day of 2016."""
    on = date.fromisoformat(f"2016-{day}")
    made = Draft(kinds.split(), on, "activity", Span(on, on))
    made.number, made.values = number, values
    return made


def test_what_is_seen_through_other_kinds(make: Make) -> None:
    """A rule is judged again where something else has changed what it looks at: who has
    the turn, what a plan holds, what a record refers to, of which kinds it still is where
    another tells of one of them, whether anything of the committee above is kept."""
    plan = make(
        """
        - {id: turn, for: secretary, count: {of: {kind: quiz, as: responsible}}}
        - {id: planned, count: {of: {kind: theme-party-day}}}
        - {id: root, count: {of: {kind: quiz, root: party-lecture}}}
        - {id: key, each: {kind: quiz}, for: fact, has: {topic: some}}
        - {id: above, when: {every: quarter}, late: never,
           count: {of: {kind: central-group-study, level: above}}}
        """
    )
    lecture = draft(0, "party-lecture", "03-02")
    quiz = draft(1, "quiz", "05-03", based_on=["2016-03-02 党课"])
    both = draft(2, "party-lecture quiz", "05-10", responsible="王敏")
    same_day = draft(3, "party-lecture", "05-10")
    above = draft(4, "democratic-life-meeting", "06-01")
    meeting = draft(5, "all-member-meeting", "01-05")
    own = draft(6, "study-plan", "01-04", title="学习计划")
    own.family = "document"
    more = own.copy()
    more.values["items"] = [{"when": "2016-12", "kind": ["theme-party-day"]}]
    steps = [
        [meeting, quiz],
        [quiz],
        [meeting, quiz],
        [lecture, quiz],
        [quiz],
        [both, same_day],
        [both],
        [both, same_day],
        [both, above],
        [both],
        [both, own],
        [both, more],
        [both, own],
    ]
    same(plan, steps)
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    for one, other, rule in (
        (steps[0], steps[1], "turn"),
        (steps[3], steps[4], "root"),
        (steps[5], steps[6], "key"),
        (steps[8], steps[9], "above"),
        (steps[10], steps[11], "planned"),
    ):
        # (so that the law above has something to hold)
        found = [
            judged(ground, drafts).found[_place(plan, rule)] for drafts in (one, other)
        ]
        assert len({repr([w.verdicts for w in each.wishes]) for each in found}) == 2, (
            rule
        )


def test_what_is_told_twice(make: Make) -> None:
    """Two papers of one person and day are one fact: each of them left out changes
    it."""
    plan = make(
        """
        - {id: b, for: member, count: {of: {kind: commitment, as: owner}}}
        - {id: c, each: {kind: commitment, as: owner}, for: member, has: {goal: some}}
        """
    )
    first, *rest = sorted(plan.drafts, key=lambda one: one.number)
    first.values.pop("goal")  # who says less comes second, and means the other
    other = first.copy()
    other.number = 90
    other.values["goal"] = "立足岗位"
    same(plan, [[first, other], [other], [first, other], [first], [*rest, other], rest])


def test_too_many_items(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which items of plans are left out hangs on all records: then all is judged."""
    plan = make("{count: {of: {kind: study-plan}}}")
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    empty = judged(ground, ())
    monkeypatch.setattr(module, "has_too_many", lambda *_: True)
    assert empty.found[_place(plan, "rule")].is_met is False
    assert empty.after(plan.drafts).wishes == []


def test_what_a_plan_that_stands_provides_for(make: Make) -> None:
    """It is not wished, in whatever steps the year is judged."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-lecture}}}
        - {id: b, count: {of: {kind: quiz}}}
        """
    )
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    (a, b) = sorted(one.key for one in judged(ground, ()).wishes)
    provided = ground._replace(provided=frozenset([a]))
    assert [one.key for one in judged(provided, ()).wishes] == [b]
    assert [one.key for one in judged(provided, plan.drafts).after(()).wishes] == [b]


def test_nothing_changed(make: Make) -> None:
    """What says the same is not even read again."""
    plan = make("{count: {of: {kind: party-lecture}, min: 2}}")
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    year = judged(ground, plan.drafts)
    again = year.after([one.copy() for one in plan.drafts])
    assert [id(one) for one in again.read] == [id(one) for one in year.read]
    assert again.wishes == []


@pytest.mark.parametrize("first", [True, False])
def test_two_versions_of_a_rule(make: Make, *, first: bool) -> None:
    """Both have one id; the one in force is planned for, whichever stands last."""
    versions = [
        "{to: 2016-12-31, count: {of: {kind: party-lecture}, min: 2}}",
        "{from: 2017-01-01, count: {of: {kind: quiz}}}",
    ]
    plan = make("\n".join(f"- {one}" for one in sorted(versions, reverse=first)))
    assert [one.kinds for one in plan.drafts] == [["party-lecture"]] * 2
    same(plan, [plan.drafts[:1], plan.drafts, []])
    ground = ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)
    year = judged(ground, plan.drafts)
    assert [len(wish.verdicts) for wish in year.without(plan.drafts[:1])] == [1]
