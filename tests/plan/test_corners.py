"""What only some packs ask of a plan: each way by which a wish is served, or cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from ..trial import BRANCH
from .made import Make, kinds, said, told, whys


def test_a_part_that_must_say_more_than_it_can(make: Make) -> None:
    """To whom a filing goes is not what another rule may ask of it afterwards."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-lecture}}}
        - {id: b, for: fact, each: {kind: party-lecture},
           when: {after: subject, within: 1d},
           count: {of: {kind: filing, link: subject}}}
        - {id: c, for: fact, each: {kind: filing}, has: {recipient: 组织部党教科}}
        """
    )
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/c"]
    assert whys(plan) == ["conflict"]


def test_persons_in_a_role_of_a_sitting_that_is_planned(make: Make) -> None:
    """The rule that asks for the sitting does not ask who takes part as what."""
    plan = make(
        """
        - {id: a, count: {of: {kind: organization-life-meeting}}}
        - {id: b, for: secretary, each: {kind: organization-life-meeting},
           has: {as: ordinary}}
        - {id: c, for: secretary, each: {kind: organization-life-meeting},
           has: {as: [host, ordinary]}}
        """
    )
    assert plan.left == ()
    assert said(plan.drafts[0]) == told("{capacity: {普通党员: 王敏}, host: 王敏}")


def test_items_of_the_plan_of_one_person_alone(make: Make) -> None:
    """Another's plan is left as it is."""
    plan = make(
        """
        - {id: a, for: secretary, when: {every: year, by: 02-28},
           count: {of: {kind: personal-study-plan, as: owner}}}
        - {id: b, for: member, which: {rank: 处级}, when: {every: year, from: 03-01},
           count: {of: {kind: personal-study-plan, as: owner}}}
        - {id: c, for: secretary, count: {of: {kind: personal-plan-item, as: owner}}}
        """
    )
    assert plan.left == ()
    assert [
        (d.values["members"], len(d.values.get("items", ()))) for d in plan.drafts
    ] == [("王敏", 1), ("胡斌", 0)]


def test_an_item_that_nothing_may_carry_out(make: Make) -> None:
    """What is wanted is of no kind that the item plans."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, count: {of: {kind: plan-item, plans: party-lecture}}}
        - {id: c, for: fact, each: {kind: plan-item, plans: party-lecture},
           when: {during: subject}, count: {of: {kind: theme-party-day, same: [kind=plans]}}}
        """
    )
    assert {one.verdict.rule for one in plan.left} == {"trial-2016/c"}


def test_a_day_by_which_it_is_to_be_done(make: Make) -> None:
    """Three months on, and in the year."""
    plan = make(
        "- {id: a, when: {every: year, from: 11-01},"
        " count: {of: {kind: assigned-task, level: branch, due: some}}}"
    )
    assert plan.left == ()
    assert said(plan.drafts[0])["due"] == "2016-12-31"


def test_so_much_in_all(make: Make) -> None:
    """A sum is reached in one record, if nothing asks for more of them."""
    plan = make("- {id: a, count: {of: {kind: collective-study}, sum: hours, min: 8}}")
    assert plan.left == ()
    assert said(plan.drafts[0]) == told("{hours: 8}")


def test_the_branch_itself_beside_its_members(make: Make) -> None:
    """A commitment of every member is none of the branch."""
    plan = make(
        """
        - {id: a, for: member, when: {every: half, from: 1-01, to: 6-30},
           count: {of: {kind: commitment, as: owner, due: some}}}
        - {id: b, count: {of: {kind: commitment, level: branch}}}
        """
    )
    assert [one for one in plan.left if one.verdict.rule == "trial-2016/b"] == []
    assert ["owner" in draft.values for draft in plan.drafts].count(True) == 1


def test_what_needs_something_before_it_is_put_off(make: Make) -> None:
    """The plan is made on the first day, unless a survey must come before it."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, for: fact, each: {kind: study-plan},
           when: {before: subject, from: 60d, to: 3d},
           count: {of: {kind: opinion-survey}}}
        """
    )
    assert plan.left == ()
    assert kinds(plan) == ["opinion-survey", "study-plan"]
    first, second = plan.drafts
    assert (second.day - first.day).days >= 3


def test_put_off_no_longer_than_it_may_be(make: Make) -> None:
    """With no day left for both, that is told."""
    plan = make(
        """
        - {id: a, when: {every: year, to: 01-05}, count: {of: {kind: study-plan}}}
        - {id: b, for: fact, each: {kind: study-plan},
           when: {before: subject, from: 60d, to: 3d},
           count: {of: {kind: opinion-survey}}}
        """
    )
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/b"]


def test_keys_that_are_said_together(make: Make) -> None:
    """Minutes are said of who speaks already, a picture is taken once, and what is only
    to be filed goes to the committee above."""
    plan = make(
        """
        - {id: a, count: {of: {kind: party-lecture, lecturer: {is: secretary},
             speaker_minutes: {max: 20}, evidence: {all: [image]}, filed: yes}}}
        - {id: b, for: fact, each: {kind: party-lecture},
           has: {evidence: {all: [image, text]}}}
        """
    )
    assert plan.left == ()
    (draft,) = plan.drafts
    made = said(draft)
    assert made["speakers"] == told("[{name: 王敏, role: lecturer, minutes: 20}]")
    assert [path.rpartition("/")[2] for path in made["evidence"]] == [
        "现场.jpg",
        "记录.docx",
    ]
    assert made["filings"] == [{"to": "上级党组织", "date": str(draft.day)}]


def test_lecturers_that_differ_already(make: Make) -> None:
    """Where each rule has its own lecturer, nobody is added to make them differ."""
    plan = make(
        """
        - {id: a, when: {every: year, to: 03-31},
           count: {of: {kind: party-lecture, lecturer: {is: secretary}}}}
        - {id: b, when: {every: year, from: 10-01},
           count: {of: {kind: party-lecture, lecturer: {which: {rank: 处级}}}}}
        - {id: c, count: {of: {kind: party-lecture}, distinct: lecturer, min: 2}}
        """
    )
    assert plan.left == ()
    names = [one["name"] for draft in plan.drafts for one in draft.values["speakers"]]
    assert names == ["王敏", "胡斌"]


def test_never_two_sittings_of_one_kind_on_a_day(make: Make) -> None:
    """A record would be taken for the other told twice: where only one day is left and
    something of the kind sits on it, on record or planned, the second is held late."""
    rules = """
        - {id: a, when: {every: year, from: 12-29, to: 12-30},
           count: {of: {kind: party-lecture, topic: 党史}, min: 2}}
        """
    plan = make(rules)
    assert (plan.left, [one.day.day for one in plan.drafts]) == ((), [29, 30])
    held = "- {类型: 党课, 日期: 2016-12-30, 主题: 党章, 出席情况: 全体, 状态: 计划}"
    one = make(rules, held)
    assert [draft.day.day for draft in one.drafts] == [29, 31]
    assert whys(one) == ["late"]


ABOVE = """
- {id: a, count: {of: {kind: thematic-discussion}}}
- {id: b, for: secretary, count: {of: {kind: thematic-discussion, level: above, as: present}}}
- {id: c, count: {of: {kind: secretary-appraisal}}}
"""


@pytest.mark.parametrize(
    ("as_of", "days", "times"),
    [
        ("2016-12-29", [29, 30], [None, None]),
        ("2016-12-30", [30, 31], [None, None]),
        ("2016-12-31", [31, 31], ["afternoon", "morning"]),
    ],
)
def test_branch_and_committee_above_on_the_last_day(
    make: Make, as_of: str, days: list[int], times: list[str | None]
) -> None:
    """Each has a day of its own, as long as there is one; on the last the two say at
    which hours, and the branch's own may still be more."""
    plan = make(ABOVE, branch=f"上级党组织: 机关党委\n{BRANCH.strip()}", as_of=as_of)
    assert plan.left == ()
    own, above = sorted(plan.drafts, key=lambda one: one.is_above)
    assert own.kinds == ["thematic-discussion", "secretary-appraisal"]
    assert (above.kinds, above.is_above) == (["thematic-discussion"], True)
    assert sorted([own.day.day, above.day.day]) == days
    assert [one.values.get("time") for one in (own, above)] == times


def test_the_committee_above_where_the_branch_sat_already(make: Make) -> None:
    """What is on record says nothing of the hour: the two would be taken for one."""
    plan = make(
        ABOVE,
        "- {类型: 专题学习讨论、书记述职评议, 日期: 2016-12-31, 出席情况: 全体}",
        branch=f"上级党组织: 机关党委\n{BRANCH.strip()}",
        as_of="2016-12-31",
    )
    assert (plan.drafts, whys(plan)) == ((), ["conflict"])


def test_what_joins_a_day_that_has_its_kind(make: Make) -> None:
    """A talk that is on record as held that day cannot be given by another sitting."""
    held = "- {类型: 党课, 日期: 2016-12-29, 主题: 党章, 出席情况: 全体, 状态: 计划}"
    plan = make(
        """
        - {id: a, when: {every: year, from: 12-29, to: 12-29},
           count: {of: {kind: theme-party-day}}}
        - {id: b, when: {every: year, from: 12-29},
           count: {of: {kind: party-lecture, topic: 党史}}}
        """,
        held,
    )
    assert plan.left == ()
    assert [(d.kinds, str(d.day)) for d in plan.drafts] == [
        (["theme-party-day"], "2016-12-29"),
        (["party-lecture"], "2016-12-30"),
    ]


def test_a_record_of_persons_where_there_is_no_secretary(make: Make) -> None:
    """Whose it is nobody can say: the record would name nobody."""
    plan = make(
        "- {id: a, count: {of: {kind: commendation, level: branch}}}",
        branch="名称: 第三党支部\n规则包: [trial-2016]\n党员: []\n",
    )
    assert (kinds(plan), whys(plan)) == ([], ["unwritten"])


def test_put_off_to_no_day_that_has_its_kind(make: Make) -> None:
    """The only later day has a talk already."""
    plan = make(
        """
        - {id: a, when: {every: year, to: 12-29, late: never},
           count: {of: {kind: party-lecture, topic: 党史}}}
        - {id: b, each: {kind: party-lecture, topic: 党史}, when: {before: subject, from: 60d, to: 1d},
           count: {of: {kind: committee-meeting}}}
        """,
        "- {类型: 党课, 日期: 2016-12-29, 专题: 党章, 状态: 计划}",
        as_of="2016-12-28",
    )
    assert [one.verdict.rule for one in plan.left] == ["trial-2016/b"]
    assert [str(one.day) for one in plan.drafts] == ["2016-12-28"]


@pytest.mark.parametrize(
    ("weekday", "left", "days"),
    [
        ("星期日", ["2016-W52"], {"quiz": 29}),
        ("星期四", [], {"quiz": 29, "collective-study": 29}),
    ],
)
def test_the_weekday_of_a_week_that_ends_with_the_year(
    make: Make, weekday: str, left: list[str], days: dict[str, int]
) -> None:
    """A sitting that could serve it is held on it; in the next year it is not looked
    for."""
    plan = make(
        """
        - {id: a, when: {every: week}, since: 2016-12-26,
           count: {of: {kind: collective-study, on_slot: yes}}}
        - {id: b, when: {every: year, from: 12-28, to: 12-30}, count: {of: {kind: quiz}}}
        """,
        branch=f"{BRANCH}学习日: {weekday}\n",
        as_of="2016-12-27",
    )
    assert [one.verdict.span.label for one in plan.left] == left
    assert {one.why for one in plan.left} <= {"next"}
    assert plan.is_whole
    assert {kind: d.day.day for d in plan.drafts for kind in d.kinds} == days
    assert len(plan.drafts) == 1


def test_the_weekday_that_new_year_takes(make: Make) -> None:
    """1 January is off though the holidays of its year are not published: any day of the
    week that ends with it is as good."""
    plan = make(
        """
        - {id: a, when: {every: week}, since: 2026-12-28,
           count: {of: {kind: collective-study, on_slot: yes}}}
        """,
        branch=f"{BRANCH}学习日: 星期五\n",
        as_of="2026-12-27",
        year=2026,
    )
    assert plan.left == ()
    assert [str(one.day) for one in plan.drafts] == ["2026-12-30"]


@pytest.mark.parametrize(
    ("window", "left", "made"),
    [
        ("{after: subject, from: 1d, within: 1d}", [], ["study-summary"]),
        ("{after: subject, from: 1d, within: 2d}", [], ["study-summary"]),
        ("{after: subject, from: 2d, within: 2d}", ["next"], []),
        ("{before: subject.end, from: 9d, to: 3d}", ["lost"], []),
    ],
)
def test_what_has_days_in_the_next_year(
    make: Make, window: str, left: list[str], made: list[str]
) -> None:
    """It is left to the plan of that year: neither lost nor a conflict."""
    plan = make(
        f"""
        - {{id: a, for: fact, each: {{kind: party-lecture}}, when: {window},
           count: {{of: {{kind: study-summary}}}}}}
        """,
        "- {类型: 党课, 日期: 2016-12-30, 主题: 甲, 状态: 已开展}",
        as_of="2016-12-31",
    )
    assert (whys(plan), kinds(plan)) == (left, made)


_WEEKLY = """
    - {id: a, when: {every: week}, since: 2016-09-05, count: {of: {kind: collective-study}}}
    - {id: b, when: {every: week}, since: 2016-09-05,
       count: {of: {kind: collective-study, on_slot: yes}}}
    """


def test_a_branch_that_studies_on_sundays(make: Make) -> None:
    """Its own weekday is as good as a working day, in a holiday too where it must be."""
    plan = make(_WEEKLY, branch=f"{BRANCH}学习日: 星期日\n", as_of="2016-09-05")
    assert {one.why for one in plan.left} <= {"next"}
    *days, last = [one.day for one in plan.drafts]
    assert {day.weekday() for day in days} == {6}
    # The Sunday of its week is that of the next year.
    assert str(last) == "2016-12-29"
    assert plan.sittings == plan.bound.number == 17
    free = make(
        "{when: {every: month, day: 7}, since: 2016-10-01, count: {of: {kind: quiz}}}",
        branch=f"{BRANCH}学习日: 星期日\n",
        as_of="2016-09-05",
    )
    assert [str(one.day) for one in free.drafts][:1] == ["2016-10-07"]


def test_the_weekday_though_another_sitting_of_the_week_is_elsewhere(
    make: Make,
) -> None:
    """What must be on the weekday is put on it, whatever the fixed day of the branch."""
    plan = make(
        _WEEKLY
        + """
    - {id: c, when: {every: month, day: 7}, since: 2016-09-05,
       count: {of: {kind: {all: [party-activity-day, collective-study]}}}}
        """,
        branch=f"{BRANCH}学习日: 星期一\n固定党日: 第二个星期五\n",
        as_of="2016-09-05",
    )
    assert plan.left == ()
    fixed = [one.day for one in plan.drafts if "party-activity-day" in one.kinds]
    own = [one.day for one in plan.drafts if one.day not in fixed]
    assert {day.weekday() for day in own} == {0}
    # The Monday of that week is off: the 7th is as good.
    assert [str(day) for day in fixed] == ["2016-10-07", "2016-11-07", "2016-12-07"]
    assert not any(date(2016, 10, 3) <= day < date(2016, 10, 10) for day in own)


def test_a_fixed_day_that_is_off(make: Make) -> None:
    """It is held near it, on the day on which it can be one sitting with another; where
    it is a working day, it stays where it is."""
    plan = make(
        """
        - {id: a, when: {every: month, day: 7, shift: 3d, needs: moved}, since: 2016-08-01,
           count: {of: {kind: theme-party-day}}}
        - {id: b, when: {every: week}, since: 2016-08-01,
           count: {of: {kind: collective-study, on_slot: yes}}}
        """,
        branch=f"{BRANCH}学习日: 星期五\n",
        as_of="2016-08-01",
    )
    assert plan.left == ()
    assert plan.sittings == plan.bound.number
    days = {one.day: one for one in plan.drafts if "theme-party-day" in one.kinds}
    assert [str(day) for day in days] == [
        "2016-08-05",
        "2016-09-07",
        "2016-10-08",
        "2016-11-07",
        "2016-12-07",
    ]
    assert [str(day) for day, one in days.items() if "moved" in one.values] == [
        "2016-08-05",
        "2016-10-08",
    ]


def test_moved_from_a_day_off_to_a_sitting_that_is_held_anyway(make: Make) -> None:
    """Not to the working day next to it, if another will do without one sitting more."""
    plan = make(
        """
        - {id: a, when: {every: month}, count: {of: {kind: party-activity-day}},
           soft: {title: 七日, title_en: the 7th,
             when: {day: 7, shift: 3d, needs: moved}}}
        - {id: b, when: {every: week}, count: {of: {kind: collective-study}},
           soft: {title: 学习日, title_en: the day, count: {of: {on_slot: yes}}}}
        """,
        branch=BRANCH + "学习日: 星期二\\n",
        as_of="2016-08-01",
    )
    assert whys(plan) == ["lost"]  # what was due before August
    # 7 August is a Sunday; the working day next to it would be Monday.
    assert [said(d) for d in plan.drafts if d.day == date(2016, 8, 9)] == [
        {"moved": {"from": "2016-08-07", "reason": "放假"}}
    ]
    assert plan.bound is not None
    assert plan.sittings == plan.bound.number


def test_moved_from_a_working_day(make: Make) -> None:
    """Why that is, who moved it must tell."""
    plan = make(
        """
        - {id: a, when: {every: month}, count: {of: {kind: party-activity-day}},
           soft: {title: 七日, title_en: the 7th,
             when: {day: 7, shift: 3d, needs: moved}}}
        """,
        as_of="2016-09-09",
    )
    assert said(plan.drafts[0]) == {
        "moved": {"from": "2016-09-07", "reason": "写明原因"}
    }


@pytest.mark.parametrize(
    ("days", "number"),
    [("{from: 10-01, to: 11-30}", 4), ("{from: 12-31, to: 12-31}", 5)],
)
def test_a_step_of_whichever_sitting_there_is(
    make: Make, days: str, number: int
) -> None:
    """One that is held anyway in these days, in which it then stays, else one more."""
    plan = make(
        f"""
        - {{id: a, when: {{every: quarter}}, count: {{of: {{kind: party-activity-day}}}}}}
        - {{id: b, when: {{every: year, in: {days}}}, count: {{of: [
           {{kind: volunteer-service}},
           {{kind: step, name: 志愿服务}},
           {{kind: step, name: 志愿服务, root: party-activity-day}}]}}}}
        """
    )
    assert plan.left == ()
    assert plan.sittings == number
    steps = [draft for draft in plan.drafts if "steps" in draft.values]
    assert [said(draft)["steps"] for draft in steps] == [
        [{"name": "志愿服务", "participants": "all"}]
    ] * (number == 4)
    assert all(draft.within.last == date(2016, 11, 30) for draft in steps)


def test_what_a_record_must_say_before_it_is_known_what_it_wants(make: Make) -> None:
    """A discussion without a topic gets one, and the study before it the same."""
    plan = make(
        """
        - {id: a, count: {of: {kind: thematic-discussion}}}
        - {id: b, for: fact, each: {kind: thematic-discussion}, when: {before: subject, from: 60d, to: 1d},
           count: {of: {kind: collective-study, same: [topic]}}}
        """
    )
    assert plan.left == ()
    study, discussion = plan.drafts
    assert (study.kinds, discussion.kinds) == (
        ["collective-study"],
        ["thematic-discussion"],
    )
    assert study.values["topic"] == discussion.values["topic"]


@pytest.mark.parametrize("when", ["2016-11", "2016-12", "2016-Q4", "monthly"])
def test_an_item_of_a_plan_that_stands_is_no_record(make: Make, when: str) -> None:
    """What it plans is planned with a day, be it for the last of the year."""
    plan = make(
        "{when: {every: year, from: 10-01}, count: {of: {kind: party-lecture}}}",
        f"- {{类型: 学习计划, 日期: 2016-01-04, 期间: 2016, 条目: [{{时段: {when}, 类型: 党课}}]}}",
        as_of="2016-10-01",
    )
    assert kinds(plan) == ["party-lecture"]


STUDIED_BEFORE = """
    - {id: a, when: {every: year, from: 11-01}, cover: {of: {kind: thematic-discussion}, tag: topic, all: [甲, 乙]}}
    - {id: b, for: fact, each: {kind: thematic-discussion, topic: some}, when: {before: subject, to: 0d},
       count: {of: [{kind: self-study, level: [branch, member], same: [topic]},
                    {kind: self-study, level: [branch, member], materials: some, same: [materials]},
                    {kind: plan-item, mode: individual, same: [topic]}]}}
"""


def test_nothing_is_the_same_as_what_is_not_said(make: Make) -> None:
    """Discussions that say no materials have none in common with what was studied: each
    has a study of its topic."""
    plan = make(
        STUDIED_BEFORE,
        """
        - {类型: 学习计划, 日期: 2016-01-04, 计划期间: 2016}
        - {类型: 自学, 日期: 2016-03-10, 专题: 丙, 学习材料: 党章, 党员: 全体, 状态: 已开展}
        """,
        as_of="2016-07-01",
    )
    assert whys(plan) == []
    studies = [one for one in plan.drafts if "self-study" in one.kinds]
    assert sorted(said(one)["topic"] for one in studies) == ["乙", "甲"]


def test_one_of_several_that_are_said_is_the_same(make: Make) -> None:
    """Of the texts that a discussion reads a study before it reads one."""
    plan = make(
        """
        - {id: a, count: {of: {kind: thematic-discussion, materials: {all: [甲, 乙]}}}}
        - {id: b, for: fact, each: {kind: thematic-discussion}, when: {before: subject, from: 60d, to: 1d},
           count: {of: {kind: collective-study, same: [materials]}}}
        """
    )
    assert plan.left == ()
    assert kinds(plan) == ["collective-study", "thematic-discussion"]
    assert said(plan.drafts[0]) == {"materials": ["乙"]}


@pytest.mark.parametrize(
    ("late", "why"), [("never", "lost"), ("ever", "record")], ids=str
)
def test_what_a_record_of_the_past_does_not_say(
    make: Make, late: str, why: str
) -> None:
    """Where it may not be late, nothing helps; else the record is to be completed."""
    plan = make(
        f"{{for: fact, each: {{kind: party-lecture}}, has: {{lecturer: some}}, late: {late}}}",
        "- {类型: 党课, 日期: 2016-01-04, 主题: 甲, 状态: 已开展}",
        as_of="2016-01-05",
    )
    assert (whys(plan), kinds(plan)) == ([why], [])


def test_what_rests_on_a_record(make: Make) -> None:
    """It is referred to by its day and kind, once, by whatever many rules."""
    plan = make(
        """
        - {id: a, for: fact, each: {kind: party-lecture}, when: {after: subject, within: 60d},
           count: {of: {kind: committee-meeting, link: subject}}}
        - {id: b, for: fact, each: {kind: party-lecture}, when: {after: subject, within: 60d},
           count: {of: {kind: committee-meeting, link: subject, theme: 整改}}}
        """,
        "- {类型: 党课, 日期: 2016-01-04, 主题: 甲, 状态: 已开展}",
        as_of="2016-01-05",
    )
    assert plan.left == ()
    assert [draft.values["based_on"] for draft in plan.drafts] == [["2016-01-04 党课"]]


def test_a_record_that_is_always_of_a_group(make: Make) -> None:
    """Asked of the branch, of any of its groups; asked of members, of the group of each
    of them."""
    of = "count: {of: {kind: group-meeting, level: [branch, group]%s}}"
    plan = make(f"- {{id: a, {of % ''}}}")
    assert [draft.group for draft in plan.drafts] == ["一组"]
    assert plan.left == ()
    plan = make(f"- {{id: a, for: member, {of % ', as: present'}}}")
    assert [draft.group for draft in plan.drafts] == ["一组", "二组"]
    assert plan.left == ()


def test_papers_for_filings_about_no_record(make: Make) -> None:
    """What is filed each month is a paper of its own; one that is there is taken first,
    and no paper is filed twice for one rule."""
    plan = make(
        """
        - {id: a, when: {every: half}, count: {of: {kind: study-circular}}}
        - {id: b, when: {every: quarter},
           count: {of: {kind: filing, what: study-circular}}}
        - {id: c, when: {every: year, from: 12-01, late: never},
           count: {of: {kind: filing, recipient: 机关党委}}}
        """
    )
    assert plan.left == ()
    circulars = [one for one in plan.drafts if "study-circular" in one.kinds]
    assert len(circulars) == 4
    assert all(len(one.values["filings"]) == 1 for one in circulars)
    (report,) = (one for one in plan.drafts if "progress-report" in one.kinds)
    assert report.values["filings"][0]["to"] == "机关党委"


def test_each_files_his_own_paper(make: Make) -> None:
    """In the paper that he is to write anyway, not in that of another."""
    plan = make(
        """
        - {id: a, for: member, count: {of: {kind: personal-study-plan, as: owner}}}
        - {id: b, for: member,
           count: {of: {kind: filing, what: personal-study-plan, as: owner}}}
        """
    )
    assert plan.left == ()
    papers = [one for one in plan.drafts if "personal-study-plan" in one.kinds]
    assert papers
    assert all(len(one.values["filings"]) == 1 for one in papers)


@pytest.mark.parametrize(("what", "month"), [("study-plan", 1), ("study-circular", 9)])
def test_a_paper_that_comes_before_the_rest(make: Make, what: str, month: int) -> None:
    """Of a plan for the year that is only asked for to be filed, too."""
    plan = make(f"{{count: {{of: {{kind: filing, what: {what}}}}}}}")
    assert plan.left == ()
    (paper,) = plan.drafts
    assert (paper.kinds, paper.day.month) == ([what], month)


def test_a_filing_of_what_is_no_paper(make: Make) -> None:
    """A meeting is not written for the sake of its filing."""
    plan = make("{count: {of: {kind: filing, what: party-lecture}}}")
    assert plan.drafts == ()
    assert whys(plan) == ["unwritten"]


def test_on_a_weekday(make: Make) -> None:
    """Days of the weekday that is asked for, by the rule that wants the sitting or by
    another one that is about it; none where the days have none."""
    plan = make(
        """
        - {id: a, when: {every: month, months: [3, 4]},
           count: {of: {kind: party-lecture, weekday: tuesday}, min: 2}}
        - {id: b, when: {every: year, from: 05-01, to: 05-31, late: never},
           count: {of: {kind: site-visit}}}
        - {id: c, for: fact, each: {kind: site-visit}, has: {weekday: [monday, thursday]}}
        """
    )
    assert plan.left == ()
    assert {one.day.weekday() for one in plan.drafts if one.day.month < 5} == {1}
    (visit,) = (one for one in plan.drafts if one.day.month == 5)
    assert visit.day.weekday() in (0, 3)
    none = make(
        """
        {when: {every: year, from: 05-04, to: 05-05, late: never},
         count: {of: {kind: party-lecture, weekday: monday}}}
        """
    )
    assert whys(none) == ["conflict"]


def test_the_report_of_each_month(make: Make) -> None:
    """In the days after the month; that of December stands in the next year."""
    plan = make(
        """
        {when: {every: month, after: period, within: 5d},
         count: {of: {kind: filing, what: study-circular}}}
        """
    )
    assert plan.left == ()
    assert [one.day.month for one in plan.drafts] == list(range(2, 13))
    assert all(one.day.day <= 5 for one in plan.drafts)


def test_so_many_of_a_list(make: Make) -> None:
    """No more than are wanted."""
    plan = make(
        """
        {cover: {of: {kind: [volunteer-service, site-visit, publicity]}, tag: kind,
         all: [volunteer-service, site-visit, publicity], min: 2}}
        """
    )
    assert plan.left == ()
    assert len({kind for one in plan.drafts for kind in one.kinds}) == 2


def test_two_weeks(make: Make) -> None:
    """A sitting in each, be there a holiday in it or not."""
    plan = make("{when: {every: two-weeks}, count: {of: {kind: collective-study}}}")
    assert plan.left == ()
    assert len(plan.drafts) == 26


def test_days_on_end_and_heads(make: Make) -> None:
    """A class of five days ends on the fifth; heads are counted of all who are there; a
    class that is longer than its days is a conflict."""
    plan = make(
        """
        - {id: a, when: {every: year, from: 04-01, to: 04-30, late: never},
           count: {of: {kind: collective-study}, sum: days, min: 5}}
        - {id: b, when: {every: quarter}, count: {of: {kind: party-lecture}, sum: present, min: 6}}
        """
    )
    assert plan.left == ()
    (study,) = (one for one in plan.drafts if "collective-study" in one.kinds)
    assert (study.values["end"] - study.day).days == 4
    long = make(
        """
        {when: {every: year, from: 04-01, to: 04-03, late: never},
         count: {of: {kind: collective-study}, sum: days, min: 5}}
        """
    )
    assert whys(long) == ["conflict"]
    assert whys(make("{count: {of: {kind: study-plan}, sum: present, min: 6}}")) == [
        "unwritten"
    ]


def test_a_share_of_what_is_closed(make: Make) -> None:
    """The problems of a list that is planned are closed in the days that are left."""
    plan = make(
        """
        - {id: a, for: secretary, when: {every: year, by: 06-30},
           count: {of: {kind: problem, as: owner}}}
        - {id: b, when: {every: year, by: 09-30},
           count: {of: {kind: problem-closed, level: [branch, member]},
                   to: {kind: problem, level: [branch, member]}, min: 90%}}
        """
    )
    assert plan.left == ()


def test_a_fixed_day_in_a_holiday(make: Make) -> None:
    """5 October 2023 is off, and so is the Friday after it: the party day is on the 7th, a
    Saturday on which one works, and is not joined to what lies between."""
    plan = make(
        """
        - {id: a, when: {every: month, months: [10], day: 5, roll: next-workday},
           count: {of: {kind: theme-party-day}}}
        - {id: b, when: {every: year, from: 10-06, to: 10-06, late: never},
           count: {of: {kind: collective-study}}}
        """,
        branch=BRANCH.replace("2016-", "2014-"),
        as_of="2023-01-02",
        year=2023,
    )
    assert plan.left == ()
    days = {one.kinds[0]: str(one.day) for one in plan.drafts}
    assert days == {"theme-party-day": "2023-10-07", "collective-study": "2023-10-06"}


def test_a_weekday_that_is_off(make: Make) -> None:
    """No Friday of these two weeks is a working day: none is taken."""
    plan = make(
        """
        {when: {every: year, from: 09-29, to: 10-08, late: never},
         count: {of: {kind: collective-study, weekday: friday}}}
        """,
        as_of="2023-01-02",
        year=2023,
    )
    assert plan.drafts == ()
    assert whys(plan) == ["conflict"]


def test_a_paper_that_is_there_is_filed(make: Make) -> None:
    """Of those written by then the last that is not filed yet; none is written for it."""
    plan = make(
        """
        - {id: a, when: {every: quarter}, count: {of: {kind: study-circular}}}
        - {id: b, when: {every: half},
           count: {of: {kind: filing, what: study-circular}}}
        """
    )
    assert plan.left == ()
    assert [bool(one.values.get("filings")) for one in plan.drafts] == [
        False,
        True,
        False,
        True,
    ]


def test_one_day_is_no_stretch(make: Make) -> None:
    """What takes a day ends on it, and says nothing of its end."""
    plan = make("{count: {of: {kind: collective-study}, sum: days, min: 1}}")
    assert plan.left == ()
    assert "end" not in plan.drafts[0].values


@pytest.mark.parametrize("weekday", ["monday", "tuesday", "wednesday", "friday"])
def test_moved_to_a_weekday(make: Make, weekday: str) -> None:
    """What one rule wants is put on the weekday that another asks of it."""
    plan = make(
        f"""
        - {{id: a, count: {{of: {{kind: site-visit}}}}}}
        - {{id: b, for: fact, each: {{kind: site-visit}}, has: {{weekday: {weekday}}}}}
        """
    )
    assert plan.left == ()
    (visit,) = plan.drafts
    assert f"{visit.day:%A}".lower() == weekday


def test_on_no_monday(make: Make) -> None:
    """Nor on the weekday that a rule refuses, by the sitting itself or by another rule."""
    plan = make(
        """
        - {id: a, when: {every: month}, count: {of: {kind: collective-study}, min: 2}}
        - {id: b, for: fact, each: {kind: collective-study}, has: {weekday: {not: [monday]}}}
        - {id: c, when: {every: quarter},
           count: {of: {kind: site-visit, weekday: {not: [monday, friday]}}, min: 2}}
        """
    )
    assert plan.left == ()
    visits = {one.day.weekday() for one in plan.drafts if "site-visit" in one.kinds}
    assert visits <= {1, 2, 3}
    assert 0 not in {one.day.weekday() for one in plan.drafts}


def test_no_day_of_the_weekday(make: Make) -> None:
    """A sitting that has one day only stays where it is, and that is told."""
    plan = make(
        """
        - {id: a, when: {every: year, from: 05-03, to: 05-03, late: never},
           count: {of: {kind: site-visit}}}
        - {id: b, for: fact, each: {kind: site-visit}, has: {weekday: monday}}
        """
    )
    assert [one.day for one in plan.drafts] == [date(2016, 5, 3)]
    assert whys(plan) == ["conflict"]


TOPICS_BY_DAY = """
- {id: a, modality: must, when: {every: year, late: 12-31},
   cover: {of: {kind: thematic-discussion}, tag: topic,
     all: [{is: 党史, by: 04-30}, {is: 宗旨, by: 06-30}, {is: 党章, by: 09-30},
       {is: 党规, by: 11-30}]}}
- {id: b, when: {every: quarter, late: never}, count: {of: {kind: thematic-discussion}}}
"""


def test_an_item_that_is_late_is_served_once(make: Make) -> None:
    """However late an item of a list is, one sitting is all that can be held for it; and
    the day that another needs is left to that."""
    plan = make(TOPICS_BY_DAY, as_of="2016-09-30", branch=f"{BRANCH}学习日: 星期五\n")
    days = {said(draft)["topic"]: draft.day for draft in plan.drafts}
    assert len(plan.drafts) == len(days) == 4
    assert days["党章"] == date(2016, 9, 30)
    assert days["党规"] <= date(2016, 11, 30)
    late = [one.verdict.label for one in plan.left if one.why == "late"]
    assert late == ["党史", "宗旨"]
    assert {one.why for one in plan.left} == {"late", "lost"}
    assert plan.is_whole


def test_an_item_that_finds_its_day_taken_is_late(make: Make) -> None:
    """Two that are due on one day, of which only one is to be had."""
    rules = TOPICS_BY_DAY.replace("06-30", "09-30")
    plan = make(rules, as_of="2016-09-30", branch=f"{BRANCH}学习日: 星期五\n")
    assert len(plan.drafts) == 4
    assert whys(plan) == ["late", "lost"]
    assert plan.is_whole


@pytest.mark.parametrize(
    ("days", "free"),
    [
        ("from: 02-13, to: 03-03", True),
        ("from: 02-16, to: 02-25", True),
        ("from: 02-18, to: 02-26", False),  # beside them there is a Sunday alone
        ("from: 02-20, to: 02-24", False),
    ],
)
def test_the_spring_festival_of_a_year_not_announced(
    make: Make, days: str, free: bool
) -> None:
    """No sitting from the lunar new year's eve on (18 February 2034) for eight days, if
    another day will do."""
    rule = f"{{when: {{every: year, {days}, late: never}}, count: {{of: {{kind: party-lecture}}}}}}"
    plan = make(rule, as_of="2034-01-03", year=2034)
    (one,) = plan.drafts
    assert (date(2034, 2, 18) <= one.day <= date(2034, 2, 25)) != free
