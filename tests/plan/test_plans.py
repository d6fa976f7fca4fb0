"""The study plan and personal plans, parts inside records, and what is left and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.dates.spans import Span
from lxyz.errors import NothingToCheckError, PackError
from lxyz.plan import Ask, make_plan
from lxyz.plan.content import content, details
from lxyz.plan.document import items, records_of
from lxyz.plan.draft import Draft
from lxyz.vocabulary import vocabulary

from ..trial import BRANCH, profile_of
from .made import Make, kinds, said, told, whys


def test_items_that_are_asked_for(make: Make) -> None:
    """Each in a month of its own; in a rhythm, where one is asked for in each span."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, count: {of: {kind: plan-item, plans: party-lecture}, min: 2}}
        - {id: c, when: {every: month}, since: 2016-01-01,
           count: {of: {kind: plan-item, plans: collective-study, minutes: {min: 90}}}}
        """
    )
    assert plan.left == ()
    made = plan.drafts[0].values["items"]
    assert [(one["when"], one["kind"][0]) for one in made] == [
        ("monthly", "collective-study"),
        ("2016-01", "collective-study"),
        ("2016-12", "party-lecture"),
        ("2016-11", "party-lecture"),
    ]


def test_items_of_a_plan_that_no_rule_asks_for(make: Make) -> None:
    """A plan is made for them, with an item of its own for what is planned in no other
    way; not where one stands, to which a person adds it."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-lecture}}}
        - {id: b, count: {of: {kind: plan-item, plans: party-lecture}}}
        - {id: c, count: {of: {kind: plan-item, plans: site-visit}}}
        """
    )
    assert plan.left == ()
    made = records_of(plan.drafts, plan.profile)[0]
    assert (made["kind"], made["period"]) == (["study-plan"], "2016")
    assert [one["kind"] for one in made["items"]] == [
        ["party-lecture"],
        ["collective-study"],
        ["site-visit"],
    ]
    rule = "{id: c, count: {of: {kind: plan-item, plans: site-visit}}}"
    assert kinds(make(rule)) == ["study-plan"]
    stands = make(
        rule,
        "{类型: 学习计划, 期间: 2016, 日期: 2016-01-02, 条目: [{时段: 2016-05, 类型: 党课}]}",
    )
    assert (kinds(stands), whys(stands)) == ([], ["record"])
    work = make("{count: {of: {kind: plan-item, root: party-work-plan}}}")
    assert (kinds(work), work.left) == (["party-work-plan"], ())


def test_several_of_a_year_are_spread_over_it(make: Make) -> None:
    """Evenly, and no hours are laid on a day that has no room for them; what lacks a
    few hours gets no more than these."""
    days = [
        (2, 3), (4, 5), (6, 3), (8, 4), (9, 30), (12, 2),
    ]  # fmt: skip
    counted = make("{count: {of: {kind: collective-study}, min: 6}}")
    assert [(one.day.month, one.day.day) for one in counted.drafts] == days
    added = "{count: {of: {kind: collective-study}, sum: hours, min: %s}}"
    made = make(added % "44")
    assert [(one.day.month, one.day.day) for one in made.drafts] == days
    assert {one.values["hours"] for one in made.drafts} == {"8"}
    assert made.left == ()
    (one,) = make(added % "6").drafts
    assert one.values["hours"] == "6"
    begun = make(
        added % "20",
        "{kind: collective-study, date: 2016-01-03, hours: 6, attendance: all}",
    )
    assert [one.values["hours"] for one in begun.drafts] == ["8", "8"]


def test_what_each_says_of_itself(make: Make) -> None:
    """Two records of a kind on one day: what each is to say stands in it, not in the
    other, and whose it is stays so."""
    plan = make(
        """
        - {id: a, count: {of: {kind: commitment, level: branch}}}
        - {id: b, for: member, count: {of: {kind: commitment, as: owner}}}
        - {id: c, for: fact, each: {kind: commitment}, when: {during: subject, late: ever},
           count: {of: [{kind: commitment, link: self, public: some},
                        {kind: commitment, link: self, display: some}]}}
        """
    )
    assert plan.left == ()
    whose = [one.values.get("owner") or one.values["members"] for one in plan.drafts]
    assert whose == ["branch", "all", "许诺"]
    assert all(one.values["public"] == str(one.day) for one in plan.drafts)


PAPER = """
- {id: a, count: {of: {kind: thematic-discussion}}}
- {id: b, for: fact, each: {kind: thematic-discussion}, when: {after: subject},
   count: {of: {kind: filing, link: subject, what: study-summary}}}
- {id: c, for: fact, each: {kind: thematic-discussion}, when: {after: subject},
   count: {of: {kind: study-summary, link: subject, %s}}}
"""


def test_a_paper_inside_the_record_it_belongs_to(make: Make) -> None:
    """What a rule asks of it is written there, and no second paper is made; but for what
    no such paper says."""
    plan = make(PAPER % "sections: {all: [基本情况, 主要观点]}")
    assert (kinds(plan), plan.left) == (["thematic-discussion"], ())
    (paper,) = plan.drafts[0].values["documents"]
    assert paper["sections"].keys() == {"基本情况", "主要观点"}
    more = make(
        PAPER.replace(
            "count: {of: {kind: study-summary, link",
            "count: {of: {kind: party-work-summary, link",
        )
        % "title: some"
    )
    assert (kinds(more), more.left) == (
        ["thematic-discussion", "party-work-summary"],
        (),
    )
    other = make(PAPER % "month: some")
    assert (kinds(other), whys(other)) == (["thematic-discussion"], ["conflict"])


def test_items_that_come_too_late(make: Make) -> None:
    """Of a window that is over there is no plan to be made, but for what counts late."""
    over = make(
        "{when: {every: year, by: 02-01, late: never}, count: {of: {kind: plan-item}}}",
        as_of="2016-03-01",
    )
    assert (kinds(over), whys(over)) == ([], ["lost"])
    rule = "{when: {every: year, by: 02-01}, count: {of: {kind: plan-item}}}"
    late = make(rule, as_of="2016-03-01")
    assert (kinds(late), whys(late)) == (["study-plan"], ["late"])


def test_what_is_asked_of_every_item(make: Make) -> None:
    """All items get it: those of the other records, too."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, count: {of: {kind: party-lecture}}}
        - {id: c, count: {of: {kind: plan-item, plans: theme-party-day}}}
        - {id: d, for: fact, each: {kind: plan-item},
           has: {minutes: some, due: some, place: some, content: some, note: none}}
        """
    )
    assert plan.left == ()
    record = records_of(plan.drafts, plan.profile)[0]
    assert [(str(i["when"]), str(i["due"]), i["place"]) for i in record["items"]] == [
        ("2016-09-30", "2016-09-30", "会议室"),
        ("2016-09", "2016-12-31", "会议室"),
        ("2016-12", "2016-12-31", "会议室"),
    ]


def test_personal_plans_of_their_own(make: Make) -> None:
    """Every person's plan has what is asked of it, from the day it is made."""
    plan = make(
        """
        - {id: x, for: member, count: {of: {kind: personal-study-plan, as: owner}}}
        - {id: y, for: member, when: {every: week}, since: 2016-01-01,
           count: {of: {kind: personal-plan-item, as: owner}}}
        """
    )
    assert plan.left == ()
    assert [
        (d.values["members"], [i["when"] for i in d.values["items"]])
        for d in plan.drafts
    ] == [
        ("all", ["weekly", "2016-12-26"]),
        ("许诺", ["2016-06-01", "weekly", "2016-12-26"]),
    ]


BY_JULY = """
- {id: x, for: member, when: {every: year, by: 07-10},
   count: {of: {kind: personal-study-plan, as: owner}}}
- {id: y, for: member, when: {every: week}, since: 2016-09-05,
   count: {of: {kind: personal-plan-item, as: owner}}}
"""
THEIRS = """
- {kind: personal-study-plan, date: 2016-07-01, members: 王敏、陈静、李娜、胡斌}
"""


def test_a_plan_of_ones_own_after_the_day_for_it(make: Make) -> None:
    """Who joined after the day by which plans are due owes only the items of the weeks
    that are left, and gets a plan to hold them; the others have theirs to complete."""
    branch = BRANCH.replace("起: 2016-06-01", "起: 2016-07-11")
    lecture = "- {id: w, count: {of: {kind: party-lecture}}}\n"
    plan = make(lecture + BY_JULY, THEIRS, branch=branch, as_of="2016-09-05")
    written = [one for one in plan.drafts if one.family == "document"]
    assert [(one.kinds, one.values["members"]) for one in written] == [
        (["personal-study-plan"], "许诺")
    ]
    assert {(one.why, one.verdict.subject.name) for one in plan.left} == {
        ("record", name) for name in ("王敏", "陈静", "李娜", "胡斌")
    }


def test_nobody_is_there_for_a_plan_of_their_own(make: Make) -> None:
    """Where all have a plan, and it was written by hand, nothing is drafted."""
    branch = BRANCH.replace("起: 2016-06-01", "起: 2016-05-11")
    records = THEIRS.replace("胡斌", "胡斌、许诺")
    plan = make(BY_JULY, records, branch=branch, as_of="2016-09-05")
    assert (plan.drafts, {*whys(plan)}) == ((), {"record"})


@pytest.mark.parametrize(
    "rule",
    [
        (
            "{each: {kind: party-lecture}, when: {after: subject, within: 1d},"
            " for: fact, count: {of: {kind: filing, link: subject}}}"
        ),
        (
            "{each: {kind: party-lecture}, when: {after: subject, within: 1d},"
            " for: fact, count: {of: {kind: step, name: 讨论, link: subject}}}"
        ),
        (
            "{each: {kind: party-lecture}, when: {during: subject}, for: fact,"
            " count: {of: [{kind: party-lecture, host: some, link: self},"
            " {kind: party-lecture, theme: some, link: self}]}}"
        ),
        "{count: {of: {kind: plan-item, plans: theme-party-day}}}",
    ],
)
def test_a_part_of_what_stands_is_to_be_written_there(make: Make, rule: str) -> None:
    """What a person can add to a record that stands is no conflict: the plan is whole,
    and says where it belongs."""
    records = """
    - {kind: party-lecture, date: 2016-05-20, attendance: all}
    - {kind: study-plan, date: 2016-05-20}
    """
    plan = make(rule, records, as_of="2016-09-05")
    assert (plan.drafts, whys(plan), plan.is_whole) == ((), ["record"], True)


def test_a_month_gone_by_is_lost_whatever_plan_stands(make: Make) -> None:
    """An item for a month that is past brings nothing."""
    rule = "{when: {every: month}, since: 2016-08-01, count: {of: {kind: plan-item, plans: collective-study}}}"
    records = """
    - {kind: study-plan, date: 2016-09-01, items: [{when: monthly, kind: collective-study}]}
    """
    plan = make(rule, records, as_of="2016-09-05")
    assert whys(plan) == ["lost"]


PARTS = """
- {id: a, count: {of: {kind: %s}}}
- %s
"""


@pytest.mark.parametrize(
    ("kind", "rule", "values"),
    [
        (
            "party-lecture",
            (
                "{id: b, each: {kind: party-lecture}, when: {after: subject, within: 1d},"
                " count: {of: {kind: filing, link: subject, recipient: 党委}}}"
            ),
            "{filings: [{to: 党委, date: 2016-09-30}]}",
        ),
        (
            "party-lecture",
            (
                "{id: b, each: {kind: party-lecture}, when: {after: subject, within: 1d},"
                " count: {of: {kind: filing, link: subject, what: study-summary}}}"
            ),
            (
                "{documents: [{kind: [study-summary], date: 2016-09-30}],"
                " filings: [{to: 上级党组织, date: 2016-09-30}]}"
            ),
        ),
        (
            "democratic-evaluation",
            (
                "{id: b, for: member, each: {kind: democratic-evaluation},"
                " when: {during: subject}, count: {of: {kind: evaluation-grade, as: about}}}"
            ),
            "{grades: {qualified: 李娜、王敏、胡斌、许诺、陈静}}",
        ),
        (
            "democratic-evaluation",
            (
                "{id: b, for: member, each: {kind: democratic-evaluation},"
                " when: {during: subject},"
                " count: {of: {kind: step, name: 个人自评, as: participant}}}"
            ),
            "{steps: [{name: 个人自评, participants: all}]}",
        ),
        (
            "commitment",
            (
                "{id: b, for: fact, each: {kind: commitment}, when: {after: subject},"
                " count: {of: {kind: commitment-closed, link: subject}}}"
            ),
            "{owner: branch, closed_on: 2016-12-31}",
        ),
        (
            "problem-list",
            (
                "{id: b, for: fact, each: {kind: problem}, has: {measures: some, aspect: [甲, 乙],"
                " owner: some}}"
            ),
            "{period: 2016}",
        ),
        (
            "rectification",
            (
                "{id: b, for: fact, each: {kind: rectification}, has: {due: some, measures: some,"
                " aspect: [thought, style]}}"
            ),
            (
                "{items: [{problem: 学习不够深入, owner: branch, due: 2016-12-31,"
                " measures: 明确责任人和期限，按月检查, aspect: thought}]}"
            ),
        ),
        (
            "problem",
            (
                "{id: b, for: fact, each: {kind: problem}, when: {after: subject, within: 30d},"
                " count: {of: {kind: problem-closed, link: subject}}}"
            ),
            (
                "{period: 2016, items: [{problem: 学习不够深入, owner: branch,"
                " closed_on: 2016-02-03, verified_by: 王敏}]}"
            ),
        ),
    ],
)
def test_parts(make: Make, kind: str, rule: str, values: str) -> None:
    """What stands inside a record is written into it."""
    plan = make(PARTS % (kind, rule))
    assert plan.left == ()
    assert [said(draft) for draft in plan.drafts] == [told(values)]


def test_checks_of_commitments(make: Make) -> None:
    """A check of what was promised, in the days that are left for it."""
    plan = make(
        """
        - {id: a, count: {of: {kind: commitment, level: member}}}
        - {id: b, each: {kind: commitment, level: member}, when: {after: subject},
           count: {of: {kind: commitment-check, level: member, link: subject}}}
        """
    )
    assert plan.left == ()
    assert said(plan.drafts[0]) == told("{members: all, checks: [2016-12-31]}")


def test_who_does_a_step_on_leave(make: Make) -> None:
    """Who is on leave is named beside 全体."""
    plan = make(
        """
        - {id: a, when: {every: year, to: 08-31}, count: {of: {kind: democratic-evaluation}}}
        - {id: b, for: member, each: {kind: democratic-evaluation}, when: {during: subject},
           count: {of: {kind: step, name: 个人自评, as: participant}}}
        """
    )
    assert plan.left == ()
    assert plan.drafts[0].values["steps"] == [
        {"name": "个人自评", "participants": "all、胡斌"}
    ]


def test_a_filing_of_another_record(make: Make) -> None:
    """It is written into the record that is filed."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-work-plan}}}
        - {id: b, count: {of: {kind: filing, what: [party-work-plan, study-plan]}}}
        """
    )
    assert plan.left == ()
    assert [said(d)["filings"][0]["to"] for d in plan.drafts] == ["上级党组织"]


def test_what_refers_to_a_record(make: Make) -> None:
    """It says what it is based on, and shares what it has to share."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-lecture, topic: 甲}}}
        - {id: b, each: {kind: party-lecture}, for: member, when: {after: subject, within: 9d},
           count: {of: {kind: thought-report, link: subject, as: owner}}}
        - {id: c, each: {kind: party-lecture}, when: {before: subject, from: 30d, to: 1d},
           count: {of: {kind: committee-meeting, same: [topic]}}}
        """
    )
    assert plan.left == ()
    by = {draft.kinds[0]: said(draft) for draft in plan.drafts}
    assert by["committee-meeting"]["topic"] == "甲"
    assert [ref.split()[1] for ref in by["thought-report"]["based_on"]] == ["党课"]


def test_what_comes_before_and_no_day_is_left(make: Make) -> None:
    """The record that is prepared moves to a later day."""
    rule = """
        - {id: a, count: {of: {kind: party-lecture}}}
        - {id: b, each: {kind: party-lecture}, when: {before: subject, from: 30d, to: %s},
           count: {of: {kind: committee-meeting}}}
        """
    plan = make(rule % "1d", as_of="2016-12-28")
    assert plan.left == ()
    assert kinds(plan) == ["committee-meeting", "party-lecture"]
    late = make(rule % "20d", as_of="2016-12-28")
    assert {one.why for one in late.left} == {"conflict"}


@pytest.mark.parametrize(
    ("rules", "more", "records", "why"),
    [
        ("{when: now, for: branch, has: {fixed_day: some}}", "", "", "profile"),
        (
            "{count: {of: {kind: party-lecture}, min: $n}}",
            "params: {n: {source: text, reading: A1}}",
            "",
            "profile",
        ),
        (
            "{for: fact, each: {kind: party-lecture}, has: {theme: some}}",
            "",
            "- {kind: party-lecture, date: 2016-03-01, attendance: all}",
            "record",
        ),
        (
            "{when: {every: year, to: 03-31, late: 12-31}, count: {of: {kind: party-lecture}}}",
            "",
            "",
            "late",
        ),
        (
            "{when: {every: year, to: 03-31, late: never}, count: {of: {kind: party-lecture}}}",
            "",
            "",
            "lost",
        ),
        ("{count: {of: {kind: party-lecture, nonsense: some}}}", "", "", "unwritten"),
    ],
)
def test_why_it_is_left(
    make: Make, rules: str, more: str, records: str, why: str
) -> None:
    """Every gap that stays is told with what would close it."""
    plan = make(rules, records, more, as_of="2016-06-01")
    assert whys(plan) == [why]
    assert plan.is_whole == (why != "conflict")


@pytest.mark.parametrize(
    ("record", "planned"),
    [
        ("", 1),
        ("- {kind: party-lecture, date: 2016-03-01, attendance: all}", 0),
        # What is planned already counts as if it were carried out.
        ("- {kind: party-lecture, date: 2016-09-01, status: planned}", 0),
        (
            "- {kind: party-lecture, date: 2016-09-01, status: cancelled, reason: 防汛}",
            1,
        ),
        # Nobody can have held it yet.
        ("- {kind: party-lecture, date: 2016-09-01, attendance: all}", 1),
    ],
)
def test_what_stands_already(make: Make, record: str, planned: int) -> None:
    """Only what is missing is planned."""
    plan = make("{count: {of: {kind: party-lecture}}}", record, as_of="2016-06-01")
    assert (len(plan.drafts), plan.left) == (planned, ())


@pytest.mark.parametrize("status", ["planned", "held"])
def test_a_paper_of_a_day_to_come_stands(make: Make, status: str) -> None:
    """What is written is there already, whatever day it is given; no other is planned."""
    record = f"- {{kind: study-plan, date: 2016-09-01, status: {status}}}"
    plan = make("{count: {of: {kind: study-plan}}}", record, as_of="2016-06-01")
    assert (plan.drafts, plan.left) == ((), ())


def test_rules_that_no_plan_is_made_for(make: Make) -> None:
    """What may be, is answered by a person, is the committee's above, or not in force."""
    plan = make(
        """
        - {id: a, modality: may, count: {of: {kind: party-lecture}}}
        - {id: b, attest: 是否认真, attest_en: serious}
        - {id: c, level: unit, for: unit, count: {of: {kind: party-lecture}}}
        - {id: d, years: ["2015"], count: {of: {kind: party-lecture}}}
        """
    )
    assert (plan.drafts, plan.left) == ((), ())


def test_a_list_by_its_days(make: Make) -> None:
    """An item that is due earlier is planned earlier; of several that would do the
    first is taken."""
    plan = make(
        "{cover: {of: [{kind: collective-study}, {kind: party-lecture}], tag: materials,"
        " all: [甲, {is: 乙, by: 06-30}, {any: [丙, 丁], label: 丙或丁}]}}"
    )
    assert plan.left == ()
    found = {word: d.day for d in plan.drafts for word in d.values["materials"]}
    assert found["乙"] <= date(2016, 6, 30)
    assert {*found} == {"甲", "乙", "丙"}


def test_an_item_of_a_list_that_is_lost(make: Make) -> None:
    """After its own last day no day of the list is one for it."""
    plan = make(
        "{when: {every: year, late: never}, cover: {of: {kind: collective-study},"
        " tag: materials, all: [甲, {is: 乙, by: 06-30}]}}",
        as_of="2016-09-30",
    )
    assert [(one.verdict.label, one.why) for one in plan.left] == [("乙", "lost")]
    assert [word for d in plan.drafts for word in d.values["materials"]] == ["甲"]


@pytest.mark.parametrize(
    ("files", "error"),
    [
        ({}, "E302"),
        ({"a.txt": ""}, "E302"),
        ({"inner/branch.yaml": "名称: 甲"}, "E302"),
        ({"branch.yaml": "- 甲"}, "E305"),
    ],
)
def test_no_branch(tmp_path: Path, files: dict[str, str], error: str) -> None:
    """A folder without a branch, or with one that cannot be read, is told."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(NothingToCheckError) as told_:
        make_plan(tmp_path, Ask(date(2016, 1, 4), 2016, ("bj-2016",)))
    assert told_.value.code == error


def test_no_such_pack(tmp_path: Path) -> None:
    """A pack that there is not is told."""
    (tmp_path / "branch.yaml").write_text("名称: 甲\n", "utf-8")
    with pytest.raises(PackError):
        make_plan(tmp_path, Ask(date(2016, 1, 4), 2016, ("nonsense-2016",)))


DAY = date(2016, 6, 24)
SPAN = Span(DAY, DAY)


@pytest.mark.parametrize(
    ("values", "zh", "en"),
    [
        ({}, "", ""),
        ({"topic": "甲"}, "专题：甲", "topic: 甲"),
        ({"time": "morning", "topic": "甲"}, "上午；专题：甲", "morning; topic: 甲"),
        ({"materials": ["甲", "乙"]}, "学习甲、乙", "study 甲, 乙"),
        ({"agenda": ["甲"]}, "议程：甲", "agenda: 甲"),
        ({"steps": [{"name": "自评"}]}, "环节：自评", "steps: 自评"),
        ({"speakers": [{"name": "王敏"}]}, "发言：王敏", "speaking: 王敏"),
        (
            {"speakers": [{"name": "王敏", "role": "lecturer"}, {"name": "陈静"}]},
            "主讲：王敏；发言：陈静",
            "lecturer: 王敏; speaking: 陈静",
        ),
        ({"occasion": "甲", "topic": "乙"}, "专题：乙；甲", "topic: 乙; 甲"),
        ({"theme": "甲", "site": "乙"}, "主题：甲；基地：乙", "theme: 甲; site: 乙"),
        ({"sections": {"甲": "…", "乙": "…"}}, "写明：甲、乙", "sections: 甲, 乙"),
        (
            {"from": "甲", "to": "乙、丙"},
            "谈话人：甲；谈话对象：乙、丙",
            "by 甲; with 乙、丙",
        ),
        ({"owner": "branch"}, "支部的", "of the branch"),
        ({"members": "all"}, "每名党员", "of every member"),
        ({"members": "王敏", "responsible": "王敏"}, "", ""),
        ({"month": f"{DAY:%Y-%m}"}, "", ""),
        ({"month": "2015-12"}, "2015-12", "2015-12"),
        (
            {"documents": [{"kind": ["study-summary"]}]},
            f"会后写{vocabulary().kind_name('study-summary')}",
            "afterwards: study summary",
        ),
        ({"filings": [{"to": "党委"}, {"to": "党委"}]}, "报党委", "file with 党委"),
    ],
)
def test_contents(values: dict[str, object], zh: str, en: str) -> None:
    """One line, in the language of the page."""
    draft = Draft(["party-lecture"], DAY, "activity", SPAN)
    draft.values.update(values)
    assert (details(draft, "zh"), details(draft, "en")) == (zh, en)
    assert content(draft) == (zh or "党课")


@pytest.mark.parametrize(
    ("members", "zh", "en"),
    [
        ("王敏", "党员：王敏", "members: 王敏"),
        ("王敏、李娜", "党员：王敏、李娜", "members: 王敏, 李娜"),
        ("all、胡斌", "每名党员（含胡斌）", "of every member, 胡斌 too"),
    ],
)
def test_of_which_members_it_is(members: str, zh: str, en: str) -> None:
    """Told to people beside who answers for it; the item of the plan goes without."""
    draft = Draft(["reflection-essay"], DAY, "persons", SPAN)
    draft.values.update(members=members, responsible="陈静", topic="甲")
    assert details(draft, "zh") == f"{zh}；专题：甲"
    assert details(draft, "en") == f"{en}; topic: 甲"
    assert content(draft) == "专题：甲"


SMALL = """
名称: 甲
规则包: trial-2016
支委会: %s
党小组:
  - {名称: 一组, 组长: 陈静, 党员: 陈静、王敏}
党员:
  - {姓名: 王敏, 起: 2014-11-20, 长期请假: {起: 2016-01-01, 原因: 驻外}}
  - {姓名: 陈静、李娜, 起: 2014-11-20}
"""


@pytest.mark.parametrize(
    ("committee", "group", "day", "named", "who"),
    [
        ("无", "", DAY, "", "陈静、李娜、陈静"),
        ("无", "一组", DAY, "", "陈静、陈静、陈静"),
        ("无", "", DAY, "王敏", "王敏、王敏、王敏"),
        ("[{姓名: 王敏, 职务: 书记, 起: 2014-11-20}]", "", DAY, "", "陈静、李娜、陈静"),
        ("无", "", date(2014, 1, 1), "", "all、all、all"),
    ],
)
def test_who_answers_for_it(
    committee: str, group: str, day: date, named: str, who: str
) -> None:
    """It goes round among those who are there; a group's leader answers for its own,
    and the last item is the branch's own choice."""
    profile = profile_of(SMALL % committee)
    drafts = [Draft(["party-lecture"], day, "activity", SPAN, group) for _ in "ab"]
    for draft in drafts:
        draft.values.update({"responsible": named} if named else {})
    listed = items(drafts, profile)
    assert "、".join(one["responsible"] for one in listed) == who
    assert listed[-1]["optional"] == "yes"
    assert items([], profile) == []


@pytest.mark.parametrize(
    ("kind", "values", "who"),
    [
        ("reflection-essay", {"members": "李娜"}, "李娜"),
        ("reflection-essay", {"members": "王敏"}, "陈静"),  # he is on leave
        ("reflection-essay", {"members": "李娜、陈静"}, "陈静"),  # no one person's
        ("heart-to-heart-talk", {"from": "李娜", "to": "陈静"}, "李娜"),
        ("commendation", {"members": "李娜"}, "陈静"),  # done for her, not by her
    ],
)
def test_whose_record_it_is(kind: str, values: dict[str, str], who: str) -> None:
    """One who writes, or talks to others, answers for it himself."""
    draft = Draft([kind], DAY, "persons", SPAN)
    draft.values.update(values)
    assert items([draft], profile_of(SMALL % "无"))[0]["responsible"] == who
