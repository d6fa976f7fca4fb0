"""What does not fit together is named, and no more than that: the whole set clashes, and
without any one of it the rest does not."""

from __future__ import annotations

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.files.origin import Faults
from lxyz.fleet.gather import read_branch
from lxyz.plan import Ask, Plan, make_plan
from lxyz.plan import conflict as module
from lxyz.plan.conflict import explain, without_needless
from lxyz.plan.ground import ground_of
from lxyz.plan.left import why_left
from lxyz.render.page.style import Style
from lxyz.render.plan.text import plan_text

from ..trial import BRANCH
from .branches import Shape, branch_at
from .made import Make, kinds

TWO_ON_A_DAY = """
- {id: a, when: {every: year, from: 12-30, to: 12-30, late: never},
   count: {of: {kind: party-lecture, topic: 党史}}}
- {id: b, when: {every: year, from: 12-30, to: 12-30, late: never},
   count: {of: {kind: party-lecture, topic: 党章}}}
- {id: c, count: {of: {kind: party-lecture}}}
- {id: d, count: {of: {kind: committee-meeting}}}
"""
PREPARED_TOO_LATE = """
- {id: a, when: {every: year, from: 12-01, to: 12-15, late: never},
   count: {of: {kind: organization-life-meeting}}}
- {id: b, each: {kind: organization-life-meeting}, when: {before: subject, from: 60d, to: 20d},
   count: {of: {kind: opinion-solicitation}}}
- {id: c, each: {kind: organization-life-meeting}, when: {before: subject, from: 60d, to: 1d},
   count: {of: {kind: committee-meeting}}}
"""
TOO_MANY = """
- {id: a, when: {every: year, from: 12-28, late: never}, count: {of: {kind: party-lecture}, min: 8}}
- {id: b, count: {of: {kind: party-lecture}}}
"""
HINDERED = """
- {id: a, when: {every: year, from: 12-28, late: never}, count: {of: {kind: party-lecture, topic: 党章}, min: 8}}
- {id: b, when: {every: year, from: 12-28, late: never}, count: {of: {kind: party-lecture, topic: 党史}}}
- {id: c, when: {every: year, from: 12-28, late: never}, count: {of: {kind: party-lecture, topic: 党规}}}
"""
BEGUN_IN_NOVEMBER = """
- {id: a, when: {every: year, to: 12-10, late: never}, count: {of: {kind: democratic-evaluation}}}
- {id: b, each: {kind: democratic-evaluation}, when: {before: subject, from: 90d, to: 45d},
   count: {of: {kind: learning-check}}}
- {id: c, when: {every: quarter}, count: {of: {kind: party-lecture}}}
"""


def conflicting(plan: Plan, rules: set[str], folder: Path | None = None) -> bool:
    """Whether a plan for some rules alone leaves a conflict."""
    records = [] if folder is None else read_branch(folder, Faults())[1]
    ground = ground_of(plan.profile, plan.packs, records, plan.year, plan.as_of)
    rest = ground.narrowed(rules).arranged().rest
    return any(why_left(wish, ()) == "conflict" for wish in rest)


def check_least(plan: Plan, folder: Path | None = None) -> None:
    """Every clash is one, and without any of its duties it is none."""
    for clash in plan.clashes:
        assert clash.is_least
        rules = {duty.rule for duty in clash.duties}
        assert conflicting(plan, rules, folder)
        for rule in rules:
            assert not conflicting(plan, rules - {rule}, folder)


@pytest.mark.parametrize(
    ("rules", "as_of", "named"),
    [
        (TWO_ON_A_DAY, "2016-12-01", [["a", "b"]]),
        (PREPARED_TOO_LATE, "2016-12-01", [["a", "b"]]),
        (TOO_MANY, "2016-12-01", [["a"]]),
        (HINDERED, "2016-12-01", [["a"]]),
        (HINDERED.replace("id: a", "id: z"), "2016-12-01", [["z"]]),
        (BEGUN_IN_NOVEMBER, "2016-11-01", [["a", "b"]]),
        (BEGUN_IN_NOVEMBER, "2016-10-01", []),
    ],
)
def test_the_duties_that_clash(
    make: Make, rules: str, as_of: str, named: list[list[str]]
) -> None:
    """Those that do not fit, and none that does."""
    plan = make(rules, as_of=as_of)
    assert [
        sorted(duty.rule.removeprefix("trial-2016/") for duty in clash.duties)
        for clash in plan.clashes
    ] == named
    assert plan.is_whole == (not named)
    check_least(plan)


def test_how_many_days_are_left(make: Make) -> None:
    """The working days among those in which it counts; none where they are past."""
    (clash,) = make(TOO_MANY, as_of="2016-12-29").clashes
    (duty,) = clash.duties
    assert (duty.number, duty.workdays, duty.clause) == (8, 2, "")
    assert duty.days is not None
    assert duty.days[:2] == (date(2016, 12, 29), date(2016, 12, 31))
    (clash,) = make(PREPARED_TOO_LATE, as_of="2016-12-01").clashes
    assert [duty.days is None for duty in clash.duties] == [True, False]


@pytest.mark.parametrize(
    ("as_of", "days"),
    [("2016-12-23", []), ("2016-12-24", [None]), ("2016-12-25", [None])],
)
def test_the_weekday_of_a_week_that_is_past(
    make: Make, as_of: str, days: list[object]
) -> None:
    """On the days that are left of the week it cannot be met: they are not named."""
    plan = make(
        """
        - {id: a, when: {every: week}, since: 2016-12-19, modality: should,
           count: {of: {kind: quiz, on_slot: yes}}}
        """,
        branch=f"{BRANCH}学习日: 星期五\n",
        as_of=as_of,
    )
    assert [duty.days for clash in plan.clashes for duty in clash.duties] == days
    assert plan.is_whole


def test_a_reading_that_could_be_chosen(make: Make) -> None:
    """The parameters of the pack that the branch may set."""
    rules = PREPARED_TOO_LATE.replace("to: 20d", "to: $ahead")
    more = "params: {ahead: {value: 20d, source: text%s}}"
    for fixed, params in (("", ("trial-2016/ahead",)), (", fixed: yes", ())):
        plan = make(rules, more=more % fixed, as_of="2016-12-01")
        (clash,) = plan.clashes
        assert [duty.params for duty in clash.duties] == [params, ()]
        told = "换一种读法：在 branch.yaml 的“参数”里改 trial-2016/ahead"
        assert (told in plan_text(plan, Style())) == bool(params)


@pytest.mark.parametrize(
    ("bound", "most"), [("_TRIES", 0), ("_TRIES", 3), ("_PAIRS", 0), ("_PAIRS", 1)]
)
def test_the_search_is_bounded(
    make: Make, monkeypatch: pytest.MonkeyPatch, bound: str, most: int
) -> None:
    """Given up, it says so, and names what is left alone."""
    monkeypatch.setattr(module, bound, most)
    plan = make(TWO_ON_A_DAY, as_of="2016-12-01")
    assert [clash.is_least for clash in plan.clashes] == [False]
    assert len(plan.clashes[0].duties) == 1
    assert "没有算完" in plan_text(plan, Style())
    assert "not worked out" in plan_text(plan, Style(lang="en"))


def test_no_more_than_some_are_named(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first of them; a rule is in one only."""
    monkeypatch.setattr(module, "_MOST", 1)
    plan = make(TWO_ON_A_DAY + TOO_MANY.replace("id: ", "id: x"), as_of="2016-12-01")
    assert len(plan.clashes) == 1


def test_life_meetings_of_two_documents(tmp_path: Path) -> None:
    """Before 1 July and in the fourth quarter: two meetings, and no clash (C7)."""
    shape = Shape(("sd-2021", "bj-2016"), year=2021)
    plan = make_plan(branch_at(tmp_path, shape), Ask(date(2021, 1, 1), 2021))
    assert plan.clashes == ()
    days = [d.day for d in plan.drafts if "organization-life-meeting" in d.kinds]
    assert len(days) == 2
    assert days[0] < date(2021, 7, 1)
    assert days[1] >= date(2021, 10, 1)


def test_a_year_begun_too_late(tmp_path: Path) -> None:
    """A branch with nothing on record, and the last days of its year."""
    shape = Shape(("bj-2016",), members=9, groups=True)
    folder = branch_at(tmp_path, shape)
    for day in (date(2016, 11, 15), date(2016, 12, 29)):
        plan = make_plan(folder, Ask(day, 2016))
        conflicts = {one.verdict.rule for one in plan.left if one.why == "conflict"}
        named = {duty.rule for clash in plan.clashes for duty in clash.duties}
        assert bool(conflicts) == bool(named)
        check_least(plan, folder)


def test_a_year_whose_holidays_are_not_published(make: Make) -> None:
    """It is planned by weekdays, and says so."""
    plan = make(TOO_MANY, as_of="2090-12-01", year=2090)
    page = plan_text(plan, Style())
    assert page.count("2090年放假安排还没公布") == 2
    assert "holidays of 2090 are not published" in plan_text(plan, Style(lang="en"))
    known = plan_text(make(TOO_MANY, as_of="2016-12-01"), Style())
    assert "放假安排" not in known


def test_what_is_printed(make: Make) -> None:
    """Each duty with its days, and the ways out."""
    plan = make(PREPARED_TOO_LATE, as_of="2016-12-01")
    page = plan_text(plan, Style())
    assert "这 2 条不能都办到；去掉任何一条，其余的就排得下" in page
    assert "能办的日子已经没有了" in page
    assert "能办的日子 12月1日至12月15日，其中工作日 11 天" in page
    assert "请上级党组织同意改期" in page
    bare = plan_text(plan._replace(drafts=()), Style())
    assert "没有写计划：有合不拢的，见下；只排其余的，加 --partial" in bare
    (clash,) = make(TWO_ON_A_DAY, as_of="2016-12-01").clashes
    one_day = plan_text(plan._replace(clashes=(clash,)), Style())
    assert "能办的日子 12月30日，其中工作日 1 天" in one_day
    english = plan_text(plan, Style(lang="en"))
    assert "These 2 duties cannot all be met" in english
    assert kinds(plan) == ["committee-meeting", "organization-life-meeting"]


def test_shoulds_alone(make: Make) -> None:
    """They are no more than a warning, and the plan is whole."""
    rules = TOO_MANY.replace("{id: a", "{id: a, modality: should")
    plan = make(rules, as_of="2016-12-01")
    assert plan.is_whole
    assert "都是“应当”，办不到只算提醒" in plan_text(plan, Style())


sets = st.integers(2, 7).flatmap(
    lambda n: st.tuples(
        st.just([f"r{number}" for number in range(n)]),
        st.sets(
            st.frozensets(st.integers(1, n - 1), min_size=1, max_size=3), min_size=1
        ),
    )
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(drawn=sets)
def test_a_set_that_cannot_be_made_smaller(
    drawn: tuple[list[str], set[frozenset[int]]],
) -> None:
    """Whatever sets clash: what is named does, and nothing within it."""
    rules, bad = drawn
    clashing = [{"r0"} | {rules[number] for number in one} for one in bad]

    def clash(some: object) -> bool:
        return any(one <= {*some} for one in clashing)  # type: ignore[misc]

    found = without_needless(["r0", *explain(["r0"], rules[1:], clash)], clash)
    assert clash(found)
    assert not any(
        clash(some) for size in range(len(found)) for some in combinations(found, size)
    )
