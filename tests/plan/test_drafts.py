"""What a rule asks of a record is what the record that is planned for it says."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import Span
from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.plan import Plan
from lxyz.plan.draft import Draft
from lxyz.plan.fulfil import tell_of

from .made import Make, kinds, said, told, whys

COUNT = "{count: {of: {%s}}}"


@pytest.mark.parametrize(
    ("pattern", "values"),
    [
        ("kind: party-lecture", "{}"),
        ("kind: party-lecture, theme: some", "{theme: 支部主题活动}"),
        ("kind: party-lecture, theme: none", "{}"),
        ("kind: party-lecture, theme: {not: [守纪律]}", "{}"),
        ("kind: collective-study, materials: {not: [党章]}", "{}"),
        ("kind: party-lecture, theme: [守纪律, 讲规矩]", "{theme: 守纪律}"),
        (
            "kind: party-lecture, lecturer: {is: secretary}",
            "{speakers: [{name: 王敏, role: lecturer}]}",
        ),
        (
            "kind: party-lecture, lecturer: {which: {rank: 处级}}",
            "{speakers: [{name: 胡斌, role: lecturer}]}",
        ),
        (
            "kind: party-lecture, speaker: {min: 2}",
            "{speakers: [{name: 王敏, role: speaker}, {name: 李娜, role: speaker}]}",
        ),
        (
            "kind: party-lecture, longest_speaker: {max: 20}",
            "{speakers: [{name: 王敏, role: lecturer, minutes: 20}]}",
        ),
        ("kind: collective-study, materials: [党章, 准则]", "{materials: [党章]}"),
        (
            "kind: collective-study, materials: {all: [准则, 党章]}",
            "{materials: [准则, 党章]}",
        ),
        ("kind: collective-study, materials: some", "{materials: [党章]}"),
        ("kind: collective-study, materials: {min: 2}", "{materials: [党章, 党章2]}"),
        ("kind: organization-life-meeting, aspects: some", "{aspects: [thought]}"),
        ("kind: opinion-survey, forms: some", "{forms: [座谈]}"),
        ("kind: collective-study, forms: some", "{forms: [集中学习]}"),
        ("kind: collective-study, minutes: some", "{minutes: 60}"),
        ("kind: collective-study, minutes: {min: 90}", "{minutes: 90}"),
        ("kind: collective-study, minutes: {over: 90}", "{minutes: 91}"),
        (
            "kind: collective-study, attachments: {min: 2}",
            "{evidence: [materials/2016-09-30/现场1.jpg, materials/2016-09-30/现场2.jpg]}",
        ),
        (
            "kind: collective-study, evidence: {all: [image, text]}",
            "{evidence: [materials/2016-09-30/现场.jpg, materials/2016-09-30/记录.docx]}",
        ),
        (
            "kind: organization-life-meeting, steps: some",
            "{steps: [{name: 批评和自我批评, participants: all}]}",
        ),
        (
            "kind: theme-party-day, guests: {min: 8}",
            "{attendance: {present: all, guests: 群众8人}}",
        ),
        (
            "kind: theme-party-day, guests: {which: {category: 村民}, max: 8}",
            "{attendance: {present: all, guests: 村民8人}}",
        ),
        (
            "kind: theme-party-day, guests: some",
            "{attendance: {present: all, guests: 群众1人}}",
        ),
        ("kind: collective-study, ordinary: some", "{capacity: {普通党员: 王敏}}"),
        ("kind: collective-study, capacity: 普通党员", "{capacity: {普通党员: 王敏}}"),
        ("kind: collective-study, host: some", "{host: 王敏}"),
        (
            "kind: positive-negative-list, positive: {min: 2}",
            "{period: 2016, positive: [第1条, 第2条]}",
        ),
        (
            "kind: positive-negative-list, negative: {all: [甲, 乙]}",
            "{period: 2016, negative: [甲, 乙]}",
        ),
        (
            "kind: party-work-summary, written_sections: {all: [成绩, 不足]}",
            "{sections: {成绩: 写明内容, 不足: 写明内容}}",
        ),
        ("kind: study-systems, lists: some", "{period: 2016, lists: {自学要求: none}}"),
        (
            "kind: study-systems, approved_by: some",
            "{period: 2016, approved_by: 党员大会}",
        ),
        ("kind: party-lecture, lists: {max: 3}", "{}"),
        ("kind: stage-assessment, value: {max: 3}", "{value: 3}"),
        ("kind: commitment, level: member", "{members: all}"),
        ("kind: commitment", "{owner: branch}"),
        (
            "kind: commitment, level: member, due: some",
            "{members: all, due: 2016-04-03}",
        ),
        (
            "kind: problem",
            "{period: 2016, items: [{problem: 学习不够深入, owner: branch}]}",
        ),
        (
            "kind: rectification, measures: some, due: some",
            (
                "{items: [{problem: 学习不够深入, owner: branch, "
                "measures: 明确责任人和期限，按月检查, due: 2016-12-31}]}"
            ),
        ),
    ],
)
def test_attributes(make: Make, pattern: str, values: str) -> None:
    """One record says it all, and the rule is met by it."""
    plan = make(COUNT % pattern)
    assert plan.left == ()
    assert [said(draft) for draft in plan.drafts] == [told(values)]


def test_guests_of_two_sorts(make: Make) -> None:
    """What one sitting says of them is said of it alone; papers have none."""
    guests = "guests: {which: {category: %s}, min: 8}"
    plan = make(
        f"""
        - {{id: a, count: {{of: {{kind: theme-party-day, {guests % "村民"}}}}}}}
        - {{id: b, count: {{of: {{kind: theme-party-day, {guests % "群众"}}}}}}}
        """
    )
    invited = {one.values["attendance"]["guests"] for one in plan.drafts}
    assert invited == {"村民8人", "群众8人"}
    paper = make(COUNT % f"kind: study-systems, {guests % '群众'}")
    assert (kinds(paper), whys(paper)) == ([], ["unwritten"])


def test_of_the_branch_and_of_its_members(make: Make) -> None:
    """A record of the branch itself is not one of its members, whichever comes first."""
    plan = make(
        """
        - {id: a, count: {of: {kind: commitment}}}
        - {id: b, for: member, count: {of: {kind: commitment, as: owner}}}
        - {id: c, count: {of: {kind: commitment, level: member}}}
        - {id: d, when: {every: year, to: 03-31}, count: {of: {kind: commitment}}}
        """
    )
    assert plan.left == ()
    assert sorted(sorted(said(draft)) for draft in plan.drafts) == [
        ["members"],
        ["members"],
        ["owner"],
    ]


def test_kinds_of_an_item_and_of_a_list(make: Make) -> None:
    """What carries an item out is of a kind that the item plans; a list of kinds makes
    records of these kinds besides."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, count: {of: {kind: plan-item, plans: [party-lecture, site-visit]}}}
        - {id: c, for: fact, each: {kind: plan-item}, when: {during: subject, late: ever},
           count: {of: {kind: [site-visit, party-lecture, theme-party-day], same: [kind=plans]}}}
        - {id: d, cover: {of: {kind: theme-party-day}, tag: kind,
           all: [expert-lecture, volunteer-service, study-plan]}}
        """
    )
    assert [one.verdict.label for one in plan.left] == ["study-plan"]
    assert kinds(plan) == [
        "study-plan",
        "theme-party-day+expert-lecture+volunteer-service",
        "party-lecture",
    ]


def test_what_nobody_can_do(make: Make) -> None:
    """A duty of persons whom the branch has not is told as that."""
    plan = make(COUNT % "kind: party-lecture, lecturer: {which: {rank: 部级}}")
    assert (kinds(plan), whys(plan), plan.is_whole) == ([], ["nobody"], True)
    few = make(COUNT % "kind: party-lecture, speaker: {min: 40}")
    assert (kinds(few), whys(few)) == ([], ["nobody"])


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("kind: party-lecture, nonsense: some", "unwritten"),
        ("kind: party-lecture, on_slot: yes", "conflict"),
        ("kind: member, nonsense: some", "profile"),
        ("kind: step, name: 自评", "unwritten"),
    ],
)
def test_what_no_record_can_say(make: Make, pattern: str, why: str) -> None:
    """No record is planned in vain, and the duty is told: that no day does is for those
    above to mend, what no draft can say for the branch."""
    plan = make(COUNT % pattern)
    assert (kinds(plan), whys(plan)) == ([], [why])
    assert plan.is_whole == (why != "conflict")


@pytest.mark.parametrize(
    ("kind", "planned"),
    [
        ("[party-lecture, collective-study]", "party-lecture"),
        ("[committee-meeting, collective-study]", "collective-study"),
        ("{all: [party-lecture, theme-party-day]}", "party-lecture+theme-party-day"),
        ("rectification", "rectification-list"),
    ],
)
def test_kinds(make: Make, kind: str, planned: str) -> None:
    """Of several kinds the first that can be held with others; or all of them."""
    assert kinds(make(COUNT % f"kind: {kind}")) == [planned]


TWO = """
- {id: first, when: {every: year}, count: {of: {%s}}}
- {id: second, when: {every: quarter, from: 1-01, to: 3-31}, years: [2016], count: {of: {%s}}}
"""


@pytest.mark.parametrize(
    ("one", "other", "planned"),
    [
        # What the texts allow in one sitting shares one.
        (
            "kind: party-lecture",
            "kind: theme-party-day",
            ["theme-party-day+party-lecture", *["theme-party-day"] * 3],
        ),
        (
            "kind: committee-meeting",
            "kind: theme-party-day",
            [*["theme-party-day"] * 3, "committee-meeting", "theme-party-day"],
        ),
        (
            "kind: theme-party-day, theme: 甲",
            "kind: theme-party-day, theme: 乙",
            [*["theme-party-day"] * 5],
        ),
        (
            "kind: theme-party-day, minutes: {min: 90}",
            "kind: theme-party-day, minutes: {min: 60}",
            ["theme-party-day"] * 4,
        ),
        (
            "kind: theme-party-day, theme: some",
            "kind: theme-party-day, theme: 乙",
            ["theme-party-day"] * 4,
        ),
        (
            "kind: theme-party-day, theme: none",
            "kind: theme-party-day, theme: 乙",
            ["theme-party-day"] * 5,
        ),
        (
            "kind: theme-party-day, materials: [甲, 乙]",
            "kind: theme-party-day, materials: 乙",
            ["theme-party-day"] * 4,
        ),
    ],
)
def test_sharing(make: Make, one: str, other: str, planned: list[str]) -> None:
    """The least burden: one sitting serves all that may be one, and never more."""
    plan = make(TWO % (one, other))
    assert plan.left == ()
    assert sorted(kinds(plan)) == sorted(planned)


STEPS = """
- id: one
  for: fact
  each: {kind: organization-life-meeting}
  has: {steps: %s}
- {id: held, count: {of: {kind: organization-life-meeting}}}
- id: other
  for: fact
  each: {kind: organization-life-meeting}
  has: {steps: %s}
"""


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [
        ("{in_order: [甲, 乙]}", "丙", "甲乙丙"),
        ("{in_order: [甲, 乙]}", "乙", "甲乙"),
        ("乙", "{in_order: [甲, 乙]}", "甲乙"),
        ("{all: [丙, 乙, 甲]}", "{in_order: [甲, 乙, 丙]}", "甲乙丙"),
        ("{in_order: [甲, 丙]}", "{in_order: [乙, 丙]}", "甲乙丙"),
        ("{in_order: [丙, 乙]}", "{in_order: [乙, 甲]}", "丙乙甲"),
    ],
)
def test_steps_in_order(make: Make, one: str, other: str, steps: str) -> None:
    """Steps asked for by several rules stand in every order that is asked for."""
    plan = make(STEPS % (one, other))
    assert plan.left == ()
    assert "".join(s["name"] for s in plan.drafts[0].values["steps"]) == steps


def test_orders_that_contradict(make: Make) -> None:
    """One of two orders that cannot both be is told, and one is kept."""
    plan = make(STEPS % ("{in_order: [甲, 乙]}", "{in_order: [乙, 甲]}"))
    assert len(plan.left) == 1
    assert whys(plan) == ["conflict"]


def _topics(plan: Plan) -> list[tuple[str, str]]:
    (study_plan,) = [one for one in plan.drafts if "study-plan" in one.kinds]
    return [(one["topic"], one["content"]) for one in study_plan.values["items"]]


_ITEMS = """
    - {id: plan, count: {of: {kind: study-plan}}}
    - {id: items, count: {of: {kind: plan-item, root: study-plan, plans: %s}, min: 3}}
    """


def test_topics_that_the_pack_prescribes(make: Make) -> None:
    """Items without a topic of their own have those that rules name, one after the other;
    what leaders read besides, and another kind's, is not among them."""
    plan = make(
        _ITEMS % "self-study"
        + """
    - {id: a, modality: may, cover: {of: {kind: self-study}, tag: materials,
       all: [党章, {any: [党规, 准则], label: 党规}]}}
    - {id: b, modality: may, count: {of: {kind: self-study, topic: 做合格党员}}}
    - {id: c, modality: may, for: leader, count: {of: {kind: self-study, topic: 党组工作条例}}}
    - {id: d, count: {of: {kind: quiz, topic: 党史}}}
        """
    )
    assert _topics(plan) == [
        ("做合格党员", "自学：做合格党员"),
        ("党章", "自学：党章"),
        ("党规", "自学：党规"),
    ]


def test_topics_of_what_comes_again_and_again(make: Make) -> None:
    """All that is prescribed for studies, where nothing is for the kind itself."""
    plan = make(
        """
        - {id: plan, count: {of: {kind: study-plan}}}
        - {id: items, when: {every: month}, count: {of: {kind: plan-item, root: study-plan, plans: quiz}}}
        - {id: a, count: {of: {kind: collective-study, materials: {all: [党章, 党规, 党史, 讲话]}}}}
        """
    )
    assert ("党章、党规、党史", "学习：党章、党规、党史") in _topics(plan)


def test_topics_where_none_is_prescribed(make: Make) -> None:
    """It is the education itself."""
    assert _topics(make(_ITEMS % "quiz")) == [("学习教育", "学习：学习教育")] * 3


@pytest.mark.parametrize(
    ("host", "wanted"),
    [
        ("{is: secretary}", {"王敏"}),
        ("{which: {group_leader: yes}}", {"陈静", "李娜"}),
        ("{which: {post: none}}", {"王敏", "李娜"}),
    ],
)
def test_who_hosts_is_one_of_those_meant(
    make: Make, host: str, wanted: set[str]
) -> None:
    """Of the group that sits, where it has one."""
    branch = """
    名称: 第九党支部
    规则包: trial-2016
    支委会: [{姓名: 陈静, 职务: 书记, 任职日期: 2014-11-20}]
    党小组: [{名称: 一组, 组长: 陈静, 党员: 王敏、陈静}, {名称: 二组, 组长: 李娜, 党员: 李娜}]
    党员: [{姓名: 王敏、陈静、李娜, 起: 2014-11-20}]
    """
    if "secretary" in host:
        branch = branch.replace("陈静, 职务", "王敏, 职务")
    plan = make(
        f"""
        - {{id: sit, for: group, count: {{of: {{kind: group-meeting}}}}}}
        - {{id: host, for: fact, each: {{kind: group-meeting, level: group}}, has: {{host: {host}}}}}
        """,
        branch=branch,
    )
    assert not whys(plan)
    assert {draft.values["host"] for draft in plan.drafts} == wanted


def test_nobody_could_host(make: Make) -> None:
    """Neither one whom no rule lets do it, nor fewer than are asked for."""
    asked = "{count: {of: {kind: party-lecture, host: %s}}}"
    assert make(asked % "{which: {post: 主席}}").left
    assert make(asked % "{min: 99}").left
    both = "[{id: a, for: secretary, count: {of: {kind: party-lecture, as: host, host: {which: {post: 组织委员}}}}}]"
    assert make(both).left


def test_who_is_responsible_for_the_plan_itself(make: Make) -> None:
    """The first officer, whoever has the turn for what is in it."""
    plan = make("{id: plan, count: {of: {kind: study-plan}}}")
    (study_plan,) = plan.drafts
    assert study_plan.values["responsible"] == "王敏"


@pytest.mark.parametrize(
    ("kind", "family", "before", "after"),
    [
        ("collective-study", "activity", None, "学习：党章"),
        ("collective-study", "activity", "学习：党章", "学习：党章"),
        ("collective-study", "activity", "参观", "参观；学习：党章"),
        ("study-summary", "document", None, None),
    ],
)
def test_a_sitting_tells_of_the_item_that_it_is_for(
    kind: str, family: str, before: str | None, after: str | None
) -> None:
    """Once, and besides what it says; no paper does."""
    day = date(2016, 3, 1)
    about = {"content": "学习：党章"}
    item = Fact({"plan-item"}, "branch", day, Origin("a.yaml", 1, 1), attrs=about)
    draft = Draft([kind], day, family, Span(day, day))
    if before is not None:
        draft.values["content"] = before
    tell_of(draft, item)
    assert draft.values.get("content") == after
