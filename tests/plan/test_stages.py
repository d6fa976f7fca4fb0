"""What is past of those who wish to join, and who holds a post, no plan can mend: it
says so."""

from __future__ import annotations

import pytest

from ..trial import BRANCH
from .made import Make, whys

RULE = """
- {id: a, for: fact, each: {kind: candidate-stage, stage: development-target},
   when: {before: subject, to: 12m}, count: {of: {kind: candidate-stage, stage: activist, same: [about]}}}
"""
LINE = "发展党员: [{姓名: 林晓, 步骤: [{名称: 积极分子, 日期: %s}, {名称: 发展对象, 日期: 2016-09-01}]}]\n"


@pytest.mark.parametrize("as_of", ["2016-01-04", "2016-10-01"])
@pytest.mark.parametrize(
    ("day", "wanted"), [("2015-09-01", []), ("2015-09-02", ["lost"])]
)
def test_a_stage_reached_too_early(
    make: Make, as_of: str, day: str, wanted: list[str]
) -> None:
    """It is told, whether it is past or only meant; nothing is planned for it."""
    plan = make(RULE, branch=BRANCH + LINE % day, as_of=as_of)
    assert plan.drafts == ()
    assert whys(plan) == wanted


@pytest.mark.parametrize("as_of", ["2016-04-01", "2016-06-30", "2016-07-01"])
def test_a_vacant_post(make: Make, as_of: str) -> None:
    """Who takes it is written in branch.yaml; no draft can be that."""
    plan = make(
        """
        {for: fact, each: {kind: post-left}, when: {after: subject, within: 3m},
         count: {of: {kind: post-taken, same: [post]}}}
        """,
        branch=BRANCH.replace(
            "任职日期: 2014-11-20}\n党小组",
            "任职日期: 2014-11-20, 免职日期: 2016-03-31}\n党小组",
        ),
        as_of=as_of,
    )
    assert plan.drafts == ()
    assert whys(plan) == ["profile"]


CANDIDATE = """
{for: fact, each: {kind: candidate, stage: activist}, when: {every: half}, count: {of: {%s}}}
"""
CANDIDATES = """发展党员:
  - {姓名: 丁一, 步骤: [{名称: 积极分子, 日期: 2016-01-01}]}
  - {姓名: 丁二, 步骤: [{名称: 积极分子, 日期: 2016-01-01}]}
"""


@pytest.mark.parametrize(
    ("of", "key", "named"),
    [
        ("kind: thought-report, same: [owner=about]", "members", ["丁一", "丁二"]),
        ("kind: member-training, same: [about]", "members", ["丁一", "丁二"]),
        ("kind: heart-to-heart-talk, same: [to=about]", "to", ["丁一、丁二"]),
    ],
)
def test_what_each_candidate_is_to_have(
    make: Make, of: str, key: str, named: list[str]
) -> None:
    """It is planned with his name, for each of them."""
    plan = make(CANDIDATE % of, branch=BRANCH + CANDIDATES)
    assert plan.left == ()
    assert sorted(str(one.values[key]) for one in plan.drafts) == sorted(2 * named)


@pytest.mark.parametrize("kind", ["party-lecture", "self-study"])
def test_what_names_no_candidate(make: Make, kind: str) -> None:
    """A sitting, at which only members are named, is left to be written."""
    plan = make(CANDIDATE % f"kind: {kind}, same: [about]", branch=BRANCH + CANDIDATES)
    assert set(whys(plan)) == {"unwritten"}


KNOWN = CANDIDATES.replace("{姓名: 丁一,", "{姓名: 丁一, 联系人: 许诺、李娜,").replace(
    "{姓名: 丁二,", "{姓名: 丁二, 联系人: 陈静,"
)


def test_whoever_keeps_in_touch_talks(make: Make) -> None:
    """Of those on the roster that day, and nobody else."""
    of = "kind: heart-to-heart-talk, same: [to=about, from=contact]"
    plan = make(CANDIDATE % of, branch=BRANCH + KNOWN)
    assert plan.left == ()
    talks = sorted((str(one.values["to"]), one.values["from"]) for one in plan.drafts)
    assert talks == [("丁一", "李娜")] * 2 + [("丁二", "陈静")] * 2


def test_nobody_keeps_in_touch(make: Make) -> None:
    """Where the profile names nobody, nobody can be planned to talk."""
    of = "kind: heart-to-heart-talk, same: [to=about, from=contact]"
    assert make(CANDIDATE % of, branch=BRANCH + CANDIDATES).drafts == ()


def test_candidates_are_guests_of_a_sitting(make: Make) -> None:
    """Of one and the same, whoever else is there; what is no sitting has none."""
    plan = make(
        CANDIDATE % "kind: party-lecture, same: [guest=about]",
        branch=BRANCH + CANDIDATES,
    )
    assert plan.left == ()
    told = {str(one.values["attendance"]) for one in plan.drafts}
    assert told == {"{'present': 'all', 'guests': '丁一、丁二'}"}
    paper = CANDIDATE % "kind: member-training, same: [guest=about]"
    assert set(whys(make(paper, branch=BRANCH + CANDIDATES))) == {"unwritten"}


def test_guests_of_a_sitting_at_which_one_who_is_away_is_named(make: Make) -> None:
    """Both stand in its attendance."""
    rules = f"""
- {{id: a, for: member, when: {{every: year}}, count: {{of: {{kind: party-lecture, as: present}}}}}}
- {{id: b, {(CANDIDATE % "kind: party-lecture, same: [guest=about]").strip()[1:]}
"""
    branch = BRANCH.replace("止: 2016-08-31", "止: 2016-12-31")
    plan = make(rules, branch=branch + CANDIDATES)
    told = [one.values["attendance"] for one in plan.drafts]
    assert all(one["guests"] == "丁一、丁二" for one in told)
    assert any("胡斌" in one["present"] for one in told)


def test_a_share_of_the_members_is_talked_to(make: Make) -> None:
    """Each talk with another, and nobody with himself."""
    plan = make(
        "{when: {every: year}, count: {of: {kind: heart-to-heart-talk, level: member}, "
        "distinct: to, to: {kind: member, level: member}, min: 3/5}}"
    )
    assert plan.left == ()
    pairs = [(one.values["from"], one.values["to"]) for one in plan.drafts]
    assert len({to for _, to in pairs}) == len(pairs) == 3
    assert all(giver != to for giver, to in pairs)
