"""Whoever carries a plan out is judged without a gap: for all packs, all profiles."""

from __future__ import annotations

import os
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from lxyz.fleet.branch import Options, check_branch
from lxyz.plan import Ask, Plan, make_plan
from lxyz.plan.draft import split
from lxyz.render.page.style import Style
from lxyz.render.plan.yaml import plan_yaml
from lxyz.report import BranchReport
from lxyz.verdicts import Outcome

from .branches import Shape, branch_at, carry_out, year_end
from .law import CHOICES, SETS, planned, sensible, tried
from .remedies import gaps

pytestmark = pytest.mark.no_cover

ROOT = Path(__file__).parents[2]
shapes = st.builds(
    Shape, **{name: st.sampled_from(choices) for name, choices in CHOICES.items()}
).map(sensible)


@settings(
    max_examples=int(os.environ.get("LXYZ_PLANS", "8")),
    derandomize="LXYZ_PLANS" not in os.environ,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a plan takes long to shrink
    suppress_health_check=[HealthCheck.too_slow],
)
@example(shape=Shape(("bj-2016",), start="11-05", groups=True))
@example(shape=Shape(("sd-2021",), year=2021, members=5, start="07-02", held="all"))
@example(shape=Shape(("b11-2016",), year=2026, members=3, committee=False))
@given(shape=shapes)
def test_who_carries_it_out_has_no_gap(shape: Shape) -> None:
    """The planned year, written as held records, is judged clean at year's end.

    The same few branches each time; `LXYZ_PLANS=200` looks at so many, at random, and
    `python -m benchmarks --plans 200` at as many of every set of packs.
    """
    with TemporaryDirectory() as folder:
        assert tried(Path(folder), shape).wrong == ()


@pytest.mark.parametrize(
    ("pack", "year", "start"),
    [
        *(("sd-2021", 2026, day) for day in ("05-10", "08-09", "09-10", "11-24")),
        *(("nwupl-2018", 2025, day) for day in ("08-09", "10-28")),
        ("nwupl-2018", 2018, "09-18"),
    ],
)
def test_it_may_be_begun_on_any_day(
    tmp_path: Path, pack: str, year: int, start: str
) -> None:
    """What is begun in the midst of a year has items of the plan that one sitting carries
    out beside another: it tells of both."""
    shape = Shape((pack,), year=year, members=4, start=start)
    found = tried(tmp_path, shape)
    assert found.wrong == ()
    assert found.plan.is_whole


@cache
def plan_of(packs: tuple[str, ...]) -> Plan:
    """The plan of one branch, which only the packs tell apart."""
    with TemporaryDirectory() as folder:
        return planned(Path(folder), _one(packs))


def _one(packs: tuple[str, ...]) -> Shape:
    return sensible(Shape(packs, members=9))


def test_what_a_sitting_lacks_that_is_not_planned(tmp_path: Path) -> None:
    """A discussion that was planned and turned out to be needless leaves nothing: what
    it lacked would be told as not fitting, of a day on which nothing is."""
    shape = Shape(
        ("cas-2016", "bj-2016"),
        members=4,
        committee=False,
        fixed_day="28",
        slot="星期三下午",
        category="高校",
        secretary=False,
        start="11-05",
    )
    plan = planned(tmp_path, shape)
    assert plan.is_whole
    assert "next" not in {one.why for one in plan.left}


@pytest.mark.parametrize(("year", "members"), [(2022, 9), (2024, 3)], ids=str)
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


@pytest.mark.parametrize(
    ("lang", "packs"),
    # What is worded in English is worded by each pack alone.
    [("zh", packs) for packs in SETS]
    + [("en", packs) for packs in SETS if len(packs) == 1],
    ids=lambda one: one if isinstance(one, str) else "+".join(one),
)
def test_the_plan_itself_is_a_record(
    tmp_path: Path, packs: tuple[str, ...], lang: str
) -> None:
    """Put into the branch, it is read without a fault, nothing in it counts as done but
    the plan, and what it holds is planned."""
    shape = _one(packs)
    branch_at(tmp_path, shape)
    text = plan_yaml(plan_of(packs), Style(lang=lang))
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
    shape = _one(packs)
    start = date(shape.year, 1, 1)
    folder = branch_at(tmp_path / "branch", shape)
    plan = plan_of(packs)
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


def test_an_example_in_the_middle_of_its_year() -> None:
    """examples/branch-11 on 2016-09-30: what can be mended is planned, the rest told."""
    day = date(2016, 9, 30)
    plan = make_plan(ROOT / "examples" / "branch-11", Ask(day, 2016))
    assert plan.is_whole
    assert all(draft.day >= day for draft in plan.drafts)
    assert all(draft.day <= day + timedelta(days=92) for draft in plan.drafts)


def test_one_plan_of_their_own_for_each(tmp_path: Path) -> None:
    """Begun in mid-year: who is asked for a plan of his own has one, and whoever joins
    later another, for him alone."""
    shape = Shape(
        ("b11-2016", "nwupl-2018"),
        year=2022,
        members=8,
        leave=True,
        joins=True,
        start="03-16",
        held="none",
    )
    plan = planned(tmp_path, shape)
    whose = [
        split(one.values["members"])
        for one in plan.drafts
        if "personal-study-plan" in one.kinds
    ]
    assert len(whose) == 2
    all_and_away, joining = whose
    assert "all" in all_and_away
    assert len(joining) == 1
    assert not {*joining} & {*all_and_away}
