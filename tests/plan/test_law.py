"""Whoever carries a plan out is judged without a gap: for all packs, all profiles."""

from __future__ import annotations

import os
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lxyz.fleet import Options, check_branch
from lxyz.plan import Ask, Left, Plan, make_plan
from lxyz.render.plan_yaml import plan_yaml
from lxyz.render.style import Style
from lxyz.report import BranchReport
from lxyz.verdicts import Outcome

from .branches import Shape, branch_at, carry_out, year_end
from .remedies import gaps

ROOT = Path(__file__).parents[2]
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
IN_FORCE = {"nwupl-2018": 2018, "sd-2021": 2021}


def planned(folder: Path, shape: Shape, start: date | None = None) -> Plan:
    """The plan of a made-up branch from the beginning of its year."""
    branch_at(folder, shape)
    return make_plan(folder, Ask(start or date(shape.year, 1, 1), shape.year))


def _told(left: Left, shape: Shape) -> bool:
    """What no record can mend, and the plan says so: the profile lacks it, there is
    nobody for it, or its day is in the next year."""
    if left.why == "next":
        return left.verdict.span.last > year_end(shape.year)
    lacks = not (shape.slot and shape.fixed_day and shape.secretary)
    return (left.why == "profile" and lacks) or (
        left.why == "nobody" and (shape.members < 3 or not shape.secretary)
    )


shapes = st.builds(
    Shape,
    packs=st.sampled_from(SETS),
    year=st.integers(2016, 2026),
    members=st.sampled_from([1, 2, 3, 4, 5, 8, 12, 24, 80]),
    committee=st.booleans(),
    groups=st.booleans(),
    leader=st.booleans(),
    leave=st.booleans(),
    fixed_day=st.sampled_from(["", "7", "28", "31", "第二个星期五"]),
    slot=st.sampled_from(["", "星期五", "星期三下午", "星期一", "星期日"]),
    category=st.sampled_from(["机关", "高校", "企业", "农村", "社区"]),
    secretary=st.sampled_from([True, True, True, False]),
    joins=st.booleans(),
    goes=st.booleans(),
    probationary=st.booleans(),
    media=st.just(value=True),
).map(lambda one: sensible(one))  # noqa: PLW0108 - defined below


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


@settings(
    max_examples=int(os.environ.get("LXYZ_PLANS", "12")),
    derandomize="LXYZ_PLANS" not in os.environ,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a plan takes long to shrink
    suppress_health_check=[HealthCheck.too_slow],
)
@given(shape=shapes)
def test_who_carries_it_out_has_no_gap(shape: Shape) -> None:
    """The planned year, written as held records, is judged clean at year's end.

    The same few branches each time; `LXYZ_PLANS=200` looks at so many, at random.
    """
    with TemporaryDirectory() as made:
        folder = Path(made)
        plan = planned(folder, shape)
        assert [one for one in plan.left if not _told(one, shape)] == []
        carry_out(plan, folder)
        report = check_branch(folder, Options(year_end(shape.year), shape.year))
        assert report.error is None
        assert [one for one in report.faults if one.level == "error"] == []
        told = {one.verdict.rule for one in plan.left}
        rest = [one for one in gaps(report) if one.rule not in told]
        assert [(one.rule, one.outcome, one.missing) for one in rest] == []


@pytest.mark.parametrize(
    ("year", "members"), [(2021, 8), (2022, 9), (2024, 3)], ids=str
)
def test_sd_2021_in_the_years_it_speaks_of(
    tmp_path: Path, year: int, members: int
) -> None:
    """It is met whole from the year of the document on."""
    shape = Shape(("sd-2021",), year=year, members=members, committee=members > 3)
    plan = planned(tmp_path, shape)
    assert plan.left == ()
    carry_out(plan, tmp_path)
    report = check_branch(tmp_path, Options(year_end(year), year))
    assert [one for one in report.faults if one.level == "error"] == []
    assert [(one.rule, one.outcome) for one in gaps(report)] == []


@pytest.mark.parametrize("packs", SETS, ids="+".join)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_plan_itself_is_a_record(
    tmp_path: Path, packs: tuple[str, ...], lang: str
) -> None:
    """Put into the branch, it is read without a fault, nothing in it counts as done but
    the plan, and what it holds is planned."""
    shape = sensible(Shape(packs))
    plan = planned(tmp_path, shape)
    text = plan_yaml(plan, Style(lang=lang))
    (tmp_path / "plan.yaml").write_text(text, encoding="utf-8")
    report = check_branch(tmp_path, Options(date(shape.year, 1, 1), shape.year))
    assert [(one.code, one.line) for one in report.faults] == []
    outcomes = {one.outcome for one in report.verdicts if one.modality == "must"}
    assert Outcome.PLANNED in outcomes
    assert Outcome.MISSED not in outcomes
    later = check_branch(tmp_path, Options(year_end(shape.year), shape.year))
    assert {one.code for one in later.faults} <= {"F506", "F512"}
    assert gaps(later) != []


@pytest.mark.parametrize("packs", SETS, ids="+".join)
def test_what_if(tmp_path: Path, packs: tuple[str, ...]) -> None:
    """Assumed, a plan leaves nothing open that records decide, and meets nothing."""
    shape = sensible(Shape(packs, members=9))
    start = date(shape.year, 1, 1)
    folder = tmp_path / "branch"
    plan = planned(folder, shape)
    before = check_branch(folder, Options(start, shape.year))
    (tmp_path / "plan.yaml").write_text(plan_yaml(plan, Style()), encoding="utf-8")
    assumed = Options(start, shape.year, assume=tmp_path / "plan.yaml")
    after = check_branch(folder, assumed)
    assert [one.code for one in after.faults] == []

    def met(report: BranchReport) -> set[object]:
        return {one.key() for one in report.verdicts if one.outcome is Outcome.MET}

    assert met(after) == met(before)
    still = [
        one.rule
        for one in after.verdicts
        if one.modality == "must" and one.outcome is Outcome.OPEN
    ]
    assert still == []


def test_the_rest_of_a_year(tmp_path: Path) -> None:
    """From any day on: what is lost is what the check calls missed, and carried out,
    nothing but that is left."""
    shape = Shape(("bj-2016",), groups=True, members=9)
    for day in (date(2016, 3, 1), date(2016, 7, 2), date(2016, 10, 8)):
        folder = tmp_path / str(day)
        plan = planned(folder, shape, day)
        now = check_branch(folder, Options(day, 2016))
        missed = {one.key() for one in gaps(now) if one.outcome is Outcome.MISSED}
        lost = {one.verdict.key() for one in plan.left if one.why == "lost"}
        assert {one.why for one in plan.left} <= {"lost", "late"}
        assert {key[0] for key in missed} == {key[0] for key in lost}
        assert all(draft.day >= day for draft in plan.drafts)
        carry_out(plan, folder)
        end = check_branch(folder, Options(year_end(2016), 2016))
        left = {one.rule for one in gaps(end) if one.outcome is Outcome.MISSED}
        assert left == {key[0] for key in missed}


def test_an_example_in_the_middle_of_its_year() -> None:
    """examples/branch-11 on 2016-09-30: what can be mended is planned, the rest told."""
    day = date(2016, 9, 30)
    plan = make_plan(ROOT / "examples" / "branch-11", Ask(day, 2016))
    assert plan.is_whole
    assert all(draft.day >= day for draft in plan.drafts)
    assert all(draft.day <= day + timedelta(days=92) for draft in plan.drafts)
