"""The law of plans, for any branch: who carries the plan out is judged without a gap.

Looked at by the tests with a few branches, by `python -m benchmarks --plans` with many.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from lxyz.fleet.branch import Options, check_branch
from lxyz.plan import Ask, Left, Plan, make_plan
from lxyz.report import BranchReport
from lxyz.verdicts import Outcome

from .branches import Shape, branch_at, carry_out, start_of, year_end
from .remedies import gaps, whose

SETS = (
    ("bj-2016",),
    ("b11-2016",),
    ("cas-2016",),
    ("cas-2016", "bj-2016"),
    ("b11-2016", "bj-2016"),
    ("b11-2016", "cas-2016"),
    ("nwupl-2018",),
    ("sd-2021",),
    ("b11-2016", "nwupl-2018"),
    ("b11-2016", "sd-2021"),
)
"""Every pack alone, and those that a branch may well be bound by together."""
IN_FORCE = {"nwupl-2018": 2018, "sd-2021": 2021}
BOTH = (False, True)
CHOICES: dict[str, tuple[Any, ...]] = {
    "packs": SETS,
    "year": tuple(range(2016, 2027)),
    "members": (1, 2, 3, 4, 5, 8, 12, 24, 80),
    "committee": BOTH,
    "groups": BOTH,
    "leader": BOTH,
    "leave": BOTH,
    "fixed_day": ("", "7", "28", "31", "第二个星期五"),
    "slot": ("", "星期五", "星期三下午", "星期一", "星期日"),
    "category": ("机关", "高校", "企业", "农村", "社区"),
    "secretary": (True, True, True, False),
    "joins": BOTH,
    "goes": BOTH,
    "probationary": BOTH,
    "start": ("01-01", "01-01", "03-16", "05-10", "07-02", "09-18", "11-05", "11-24"),
    "held": ("all", "all", "half", "none"),
}
"""What a branch is drawn from, for each field of a shape."""


class Found(NamedTuple):
    """A plan, and what is wrong with it: nothing, where the law holds."""

    plan: Plan
    wrong: tuple[str, ...]


def sensible(shape: Shape) -> Shape:
    """A branch as there may be one: few members have no groups and no movement, and a
    pack is asked of the years from its document on."""
    several, many = shape.members >= 5, shape.members >= 8
    return shape._replace(
        year=max(shape.year, *(IN_FORCE.get(pack, 2016) for pack in shape.packs), 2016),
        committee=shape.committee and several,
        leave=shape.leave and several,
        joins=shape.joins and several,
        goes=shape.goes and several,
        probationary=shape.probationary and several,
        groups=shape.groups and many,
        leader=shape.leader and shape.members > 1,
    )


def drawn(random: Random, packs: tuple[str, ...]) -> Shape:
    """A branch at random, bound by some packs."""
    choices = {**CHOICES, "packs": (packs,)}
    return sensible(Shape(**{name: random.choice(of) for name, of in choices.items()}))


def planned(folder: Path, shape: Shape) -> Plan:
    """The plan of a made-up branch for its year, from its start on."""
    branch_at(folder, shape)
    start = start_of(shape)
    if start > year_end(shape.year - 1).replace(year=shape.year, month=1, day=1):
        before = make_plan(folder, Ask(start.replace(month=1, day=1), shape.year))
        every = {"all": 1, "half": 2}.get(shape.held)
        if every is not None:
            carry_out(before, folder, file="before.yaml", until=start, every=every)
    return make_plan(folder, Ask(start, shape.year))


def tried(folder: Path, shape: Shape) -> Found:
    """Plans a made-up branch, carries the plan out, and checks it at the year's end.

    In a year that is planned from its first day on nothing is left but what no record
    can mend. Later, what is lost is what a check of that day calls missed; and at the
    end nothing is found but what was named.
    """
    plan = planned(folder, shape)
    start, end = start_of(shape), year_end(shape.year)
    now = check_branch(folder, Options(start, shape.year))
    wrong = [
        f"{one.why}: {one.verdict.rule} {one.verdict.span.label or ''}"
        for one in plan.left
        if not is_told(one, shape)
    ]
    wrong += [f"planned for the past: {d.day}" for d in plan.drafts if d.day < start]
    if plan.bound is None or plan.sittings < plan.bound.number:
        wrong.append(f"fewer sittings than are proved to be needed: {plan.sittings}")
    wrong += _lost(plan, now)
    carry_out(plan, folder)
    wrong += _at_the_end(plan, now, check_branch(folder, Options(end, shape.year)))
    return Found(plan, tuple(wrong))


def _lost(plan: Plan, now: BranchReport) -> list[str]:
    """What is called lost and not missed, or missed and not lost. What a report folds
    into another of its verdicts may be lost, and need not be; so may that of which a
    check cannot tell yet whether such records are kept at all."""
    gone = (Outcome.MISSED, Outcome.UNDECIDABLE)
    lost = whose([one.verdict for one in plan.left if one.why == "lost"])
    every = [one for one in now.verdicts if one.outcome in gone]
    told = [one for one in gaps(now) if one.outcome is Outcome.MISSED]
    return [
        *(f"lost, not missed: {one}" for one in sorted(lost - whose(every))),
        *(f"missed, not lost: {one}" for one in sorted(whose(told) - lost)),
    ]


def _at_the_end(plan: Plan, now: BranchReport, then: BranchReport) -> list[str]:
    """What is found at the end that the plan does not name, and was not done late before
    the plan."""
    named = [one.verdict for one in plan.left]
    named += [one for one in gaps(now) if one.outcome is Outcome.LATE]
    known = whose(named)
    wrong = [
        f"{one.outcome.value}: {one.rule} of {one.subject.name}: {one.missing}"
        for one in gaps(then)
        if not whose([one]) <= known
    ]
    wrong += [f"{one.code} {one.file}" for one in then.faults if one.level == "error"]
    return wrong if then.error is None else [*wrong, str(then.error)]


def is_told(left: Left, shape: Shape) -> bool:
    """Whether it is left for a reason that no record can mend: the profile lacks it,
    there is nobody for it, its day is in the next year; of a year that is planned when
    it has begun, its time is past. What a plan that was not followed wants made up is
    put into the year by hand: a sitting more is for an item that is still to come."""
    if left.why == "next":
        return left.verdict.span.last > year_end(shape.year)
    if left.why == "unwritten" and shape.held != "all":
        return left.verdict.rule.endswith("/plan-carried-out")
    lacks = not (shape.slot and shape.fixed_day and shape.secretary and shape.media)
    if left.why == "profile":
        return lacks
    if left.why == "nobody":
        return shape.members < 3 or not shape.secretary
    return shape.start != "01-01" and left.why in ("lost", "late", "record", "conflict")
