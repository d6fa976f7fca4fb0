"""How few sittings there can be: that the bound is one, and that the plan reaches it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path
from shutil import copy
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lxyz.dates.spans import Span
from lxyz.plan import Ask, Plan, make_plan
from lxyz.plan.bound import heaviest
from lxyz.plan.draft import Draft
from lxyz.plan.ground import Ground, ground_of
from lxyz.plan.judged import judged

from .made import Make, make_in

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("example", ["branch-11", "exemplary"])
def test_the_least_year(tmp_path: Path, example: str) -> None:
    """Cas and bj for 2016: as many sittings as there must be, and no fewer."""
    copy(ROOT / "examples" / example / "branch.yaml", tmp_path)
    ask = Ask(date(2016, 1, 1), 2016, ("cas-2016", "bj-2016"))
    plan = make_plan(tmp_path, ask)
    assert {one.why for one in plan.left} <= {"profile"}
    assert plan.sittings == plan.bound.number == 30


graphs = st.integers(1, 9).flatmap(
    lambda n: st.tuples(
        st.lists(st.integers(1, 3), min_size=n, max_size=n),
        st.sets(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1))),
    )
)


@settings(max_examples=200, derandomize=True, deadline=None)
@given(graph=graphs)
def test_the_heaviest_set(graph: tuple[list[int], set[tuple[int, int]]]) -> None:
    """As heavy as the heaviest of all sets of which no two are joined."""
    weights, pairs = graph
    joins = [{n} for n in range(len(weights))]
    for n, m in pairs:
        joins[n].add(m)
        joins[m].add(n)
    chosen = heaviest(weights, joins)

    def is_apart(points: tuple[int, ...]) -> bool:
        return all(m not in joins[n] for n, m in combinations(points, 2))

    assert is_apart(tuple(chosen))
    every = (
        points
        for size in range(len(weights) + 1)
        for points in combinations(range(len(weights)), size)
    )
    best = max(sum(weights[n] for n in one) for one in every if is_apart(one))
    assert sum(weights[n] for n in chosen) == best


MEETING = """
- {id: a, when: {every: year, from: 12-01}, count: {of: {kind: organization-life-meeting}}}
"""
OPINIONS = """
- {id: b, each: {kind: organization-life-meeting%s}, when: {before: subject, from: 60d, to: 1d},
   count: {of: {kind: opinion-solicitation}%s}%s}
"""
COVER = """
- {id: a, cover: {of: {kind: party-activity-day}, tag: kind, all: [volunteer-service, {label: 参观, any: [site-visit, quiz]}]}}
- {id: c, when: {every: month}, since: 2016-12-01, count: {of: {kind: warning-education}}}
"""
HELD = "- {类型: 征求意见, 日期: 2016-11-20, 出席情况: 全体}"


@pytest.mark.parametrize(
    ("rules", "records", "least", "held"),
    [
        # What comes before it, whenever it is.
        (MEETING + OPINIONS % ("", "", ""), "", 2, 2),
        # What is on record may be what is wanted.
        (MEETING + OPINIONS % ("", "", ""), HELD, 1, 1),
        # About others than those that are wanted; at most; in force for some days only;
        # with no day to go by, or what may be.
        (MEETING + OPINIONS % (", level: group", "", ""), "", 1, 1),
        (MEETING + OPINIONS % (", topic: some", "", ""), "", 1, 1),
        (MEETING + OPINIONS % ("", ", max: 3", ""), "", 1, 1),
        (MEETING + OPINIONS % ("", "", ", from: 2016-12-20"), "", 1, None),
        (MEETING + OPINIONS % ("", "", ", modality: may"), "", 1, 1),
        (
            MEETING
            + OPINIONS.replace("before: subject, from", "after: subject.due, from")
            % ("", "", ""),
            "",
            1,
            None,
        ),
        # It may well be next year.
        (
            MEETING
            + OPINIONS.replace(
                "before: subject, from: 60d, to: 1d", "after: subject, within: 40d"
            )
            % ("", "", ""),
            "",
            1,
            None,
        ),
        # The committee above may hold it, or is to; a paper would do.
        ("{count: {of: {kind: party-lecture, level: above}}}", "", 0, 0),
        ("{count: {of: {kind: on-site-guidance}}}", "", 0, 0),
        ("{count: {of: [{kind: party-lecture}, {kind: study-plan}]}}", "", 0, 0),
        # What each studies alone is none.
        ("{count: {of: {kind: self-study}}}", "", 0, 0),
        ("{count: {of: {kind: [quiz, self-study]}}}", "", 0, None),
        # One sitting may reach a sum, or have several lecturers.
        ("{count: {of: {kind: party-lecture}, sum: hours, min: 8}}", "", 1, 1),
        ("{count: {of: {kind: party-lecture}, distinct: lecturer, min: 2}}", "", 1, 2),
        # A rule wants the two of one record, which custom does not put together.
        (
            """
            - {id: a, count: {of: {kind: committee-meeting}}}
            - {id: b, for: fact, each: {kind: committee-meeting}, has: {kind: opinion-survey}}
            - {id: c, count: {of: {kind: opinion-survey}}}
            """,
            "",
            1,
            1,
        ),
        # A list of what such sittings are to be between them puts the two together;
        # not without one of these.
        (COVER + "- {id: b, count: {of: {kind: volunteer-service}}}", "", 1, 1),
        (
            """
            - {id: a, count: {of: {kind: site-visit}}}
            - {id: b, count: {of: {kind: volunteer-service}}}
            """,
            "",
            2,
            2,
        ),
        # What one refuses, the other asks for; what one refuses, the other need not say.
        (
            """
            - {id: a, count: {of: {kind: quiz, topic: 甲}}}
            - {id: b, count: {of: {kind: quiz, topic: {not: [甲]}}}}
            """,
            "",
            2,
            2,
        ),
        (
            """
            - {id: a, count: {of: {kind: quiz, topic: [甲, 乙]}}}
            - {id: b, count: {of: {kind: quiz, topic: {not: [甲]}}}}
            - {id: c, count: {of: {kind: quiz}}}
            """,
            "",
            1,
            None,
        ),
        # An item of a list is due before the list is.
        (
            "{cover: {of: {kind: quiz}, tag: topic, all: [{is: 甲, by: 12-10}, 乙]}}",
            "",
            2,
            2,
        ),
    ],
)
def test_how_few(
    make: Make, rules: str, records: str, least: int, held: int | None
) -> None:
    """The bound, and the sittings that are planned (None: it does not matter)."""
    plan = make(rules, records, as_of="2016-12-01")
    assert plan.bound is not None
    assert plan.bound.number == least
    assert held is None or plan.sittings == held


# --- against every plan there is ----------------------------------------------------------

_SETS = (
    ("party-lecture",),
    ("theme-party-day",),
    ("party-lecture", "theme-party-day"),
    ("committee-meeting",),
)
_DAYS = [date(2016, 12, day) for day in (27, 28, 29, 30)]


def _rule(number: int, kind: str, days: list[int], least: int) -> str:
    first, last = min(days), max(days)
    return (
        f"- {{id: r{number}, when: {{every: year, from: 12-{first}, to: 12-{last},"
        f" late: never}}, count: {{of: {{kind: {kind}}}, min: {least}}}}}"
    )


rules = st.lists(
    st.tuples(
        st.sampled_from(["party-lecture", "theme-party-day", "committee-meeting"]),
        st.lists(st.integers(27, 30), min_size=2, max_size=2),
        st.sampled_from([1, 1, 1, 2]),
    ),
    min_size=1,
    max_size=4,
).map(lambda drawn: "\n".join(_rule(number, *one) for number, one in enumerate(drawn)))


def _every(sittings: int) -> Iterator[list[Draft]]:
    """All plans of so many sittings, no two of one kind on a day."""
    each = [(kinds, day) for kinds in _SETS for day in _DAYS]
    for chosen in combinations(each, sittings):
        held = [(kind, day) for kinds, day in chosen for kind in kinds]
        if len({*held}) == len(held):
            yield [Draft(k, d, "activity", Span(d, d)) for k, d in chosen]


def _ground(plan: Plan) -> Ground:
    """The ground that a plan was made on, without records."""
    return ground_of(plan.profile, plan.packs, [], plan.year, plan.as_of)


@pytest.mark.no_cover
@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(text=rules)
def test_no_plan_has_fewer(text: str) -> None:
    """The judge passes no plan of one sitting less than the bound says; the plan has no
    more than the bound."""
    with TemporaryDirectory() as made:
        plan = make_in(Path(made))(text, as_of="2016-12-20")
        ground = _ground(plan)
        if plan.left:
            # Two of one kind in one day: that is for no plan to mend.
            assert {one.why for one in plan.left} == {"conflict"}
            return
        assert plan.sittings == plan.bound.number
        fewer = min(plan.bound.number - 1, 3)
        assert all(judged(ground, drafts).wishes for drafts in _every(fewer))


@pytest.mark.parametrize(
    ("more", "first", "last"),
    [
        ("成立日期: 2016-07-01\n", date(2016, 7, 1), date(2016, 12, 31)),
        ("撤销日期: 2016-06-30\n", date(2016, 1, 1), date(2016, 6, 30)),
    ],
)
def test_a_branch_is_planned_for_its_own_days(
    tmp_path: Path, more: str, first: date, last: date
) -> None:
    """Nothing is put before the day it is founded, or after its last."""
    text = (ROOT / "examples" / "exemplary" / "branch.yaml").read_text("utf-8")
    (tmp_path / "branch.yaml").write_text(text + more, "utf-8")
    plan = make_plan(tmp_path, Ask(date(2016, 1, 1), 2016, ("bj-2016",)))
    days = sorted(draft.day for draft in plan.drafts)
    assert days
    assert first <= days[0] <= days[-1] <= last


def test_a_branch_of_another_year_has_no_plan(tmp_path: Path) -> None:
    """It is asked for nothing."""
    text = (ROOT / "examples" / "exemplary" / "branch.yaml").read_text("utf-8")
    (tmp_path / "branch.yaml").write_text(text + "成立日期: 2017-01-01\n", "utf-8")
    plan = make_plan(tmp_path, Ask(date(2016, 1, 1), 2016, ("bj-2016",)))
    assert (plan.drafts, plan.left) == ((), ())


@pytest.mark.parametrize(
    ("words", "least"), [("[甲]", 2), ("[乙]", 1), ("[甲, 乙]", 2)]
)
def test_what_must_not_be_said(make: Make, words: str, least: int) -> None:
    """A sitting that must say a word is none of those that must not say it; it may be
    one that must not say another."""
    plan = make(
        f"""
        - {{id: a, count: {{of: {{kind: opinion-solicitation, theme: 甲}}}}}}
        - {{id: b, count: {{of: {{kind: opinion-solicitation, theme: {{not: {words}}}}}}}}}
        """
    )
    assert plan.bound is not None
    assert plan.bound.number == least
    assert plan.sittings == least
    assert plan.left == ()


def test_what_can_only_be_late_is_counted(make: Make) -> None:
    """Two things of the past that no one sitting can make good are two."""
    plan = make(
        """
        - {id: a, when: {every: year, by: 06-30, late: 12-31}, count: {of: {kind: committee-meeting}}}
        - {id: b, when: {every: year, by: 06-30, late: 12-31}, count: {of: {kind: party-lecture}}}
        """,
        as_of="2016-08-01",
    )
    assert {one.why for one in plan.left} == {"late"}
    assert plan.sittings == plan.bound.number == 2
