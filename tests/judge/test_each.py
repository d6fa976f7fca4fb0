"""A case for each fact: years, carried over promises, what stands."""

from __future__ import annotations

import pytest

from ..trial import BRANCH, held, labels, verdict, verdicts

ABOVE = f"{BRANCH}上级党组织: 机关党委\n"
ITEM = "- {kind: rectification-list, date: 2016-03-01, items: [{problem: 甲, measures: 乙, due: %s}]}\n"
REVIEW = "count: {of: {kind: oath-review}}"
EACH = "{for: fact, each: {kind: party-lecture}, %s, fold: no}"
DUE = "{for: fact, each: {kind: rectification}, when: {by: subject.due}, count: {of: {kind: rectification-closed, link: subject}}, fold: no}"
CLOSED = "- {kind: rectification-list, date: 2016-03-01, items: [{problem: 甲, measures: 乙, due: %s, closed_on: %s, verified_by: 王敏}]}\n"
QUARTERLY = "when: {every: quarter}, count: {of: {kind: thought-report, same: [about]}}, fold: no}"


def test_each_fact_of_its_year() -> None:
    """Those of the year checked, by what they count for."""
    records = held("2015-12-31", "2016-01-01", "2016-12-31", "2017-01-01")
    records += held("2017-01-10", more="attendance: all, counts_for: 2016")
    rule = EACH % "has: {theme: some}"
    days = ["2016-01-01", "2016-12-31", "2017-01-10"]
    assert labels(rule, records, as_of="2017-12-31") == days
    # Told of only as they are held.
    assert labels(rule, records, as_of="2016-01-01") == days[:1]


def test_each_fact_of_the_branch() -> None:
    """Whoever of it owns it; what the committee above holds is not its own to mend."""
    more = "attendance: all, organizer: 机关党委"
    records = held("2016-03-01") + held("2016-03-02", more=more)
    told = labels(EACH % "has: {theme: some}", records, branch=ABOVE)
    assert told == ["2016-03-01"]


@pytest.mark.parametrize(
    ("every", "day", "span"),
    [
        ("year", "2016-02-29", "2016"),
        ("quarter", "2016-03-31", "2016-Q1"),
        ("month", "2016-04-01", "2016-04"),
        # Of the ISO week, which may be one of another year.
        ("week", "2016-01-01", "2015-W53"),
        ("week", "2016-01-04", "2016-W01"),
        ("week", "2016-12-31", "2016-W52"),
    ],
)
def test_the_period_of_a_fact(every: str, day: str, span: str) -> None:
    """With a period the case is that of the fact's day."""
    rule = EACH % f"count: {{of: {{kind: oath-review}}}}, when: {{every: {every}}}"
    assert labels(rule, held(day)) == [span]


@pytest.mark.parametrize(("every", "span"), [("year", "2016"), ("month", "2016-12")])
def test_the_period_of_a_fact_that_counts_for_another(every: str, span: str) -> None:
    """Held in January for the year before, it is of that year's end."""
    rule = EACH % f"count: {{of: {{kind: oath-review}}}}, when: {{every: {every}}}"
    records = held("2017-01-10", more="attendance: all, counts_for: 2016")
    assert labels(rule, records, as_of="2017-02-01") == [span]


@pytest.mark.parametrize("kind", ["member", "post", "group", "branch"])
@pytest.mark.parametrize("when", ["", ", when: {every: year}"])
def test_what_the_profile_gives_is_of_the_year_judged(kind: str, when: str) -> None:
    """What stands is a subject on the day judged, whenever it began."""
    rule = f"{{for: fact, each: {{kind: {kind}}}, count: {{of: {{kind: party-lecture}}}}{when}, fold: no}}"
    number = {"member": 5, "post": 2, "group": 2, "branch": 1}[kind]
    found = verdicts(rule, as_of="2016-09-15")
    assert [one.missing for one in found] == [()] * number
    span = "2016" if when else "2016-09-15"
    assert {one.span.label for one in found} == {span}


def test_what_stands_no_more_is_no_subject() -> None:
    """A member who has left by then, one who has not come yet."""
    rule = "{for: fact, each: {kind: member}, has: {status: some}, fold: no}"
    assert len(labels(rule, as_of="2016-05-31")) == 4
    assert len(labels(rule, as_of="2016-06-01")) == 5
    # After the year it is its last day that counts.
    assert len(labels(rule, as_of="2018-06-01")) == 5


def test_a_fact_of_which_it_is_not_known_whether_it_is_meant() -> None:
    """What the duty hangs on and is not written makes it undecidable."""
    rule = "{for: fact, each: {kind: collective-study, lecturer: {is: secretary}}, has: {theme: some}, fold: no}"
    one = verdict(rule, held("2016-05-05", kind="collective-study"))
    assert (one.outcome, one.missing) == ("undecidable", ("lecturer",))
    assert [(n.origin.line, n.why) for n in one.near] == [(1, "lecturer")]


def test_an_item_without_a_due_day() -> None:
    """It lacks the day to go by."""
    one = verdict(
        DUE,
        "- {kind: rectification-list, date: 2016-03-01, items: [{problem: 甲, measures: 乙}]}\n",
    )
    assert (one.outcome, one.missing) == ("undecidable", ("due",))
    assert [(n.origin.line, n.why) for n in one.near] == [(1, "due")]


@pytest.mark.parametrize(
    ("due", "year", "there"),
    [
        ("2016-06-30", 2016, True),
        ("2017-01-01", 2016, False),
        ("2017-01-01", 2017, True),
        ("2016-06-30", 2017, True),
        ("2016-06-30", 2018, True),
    ],
)
def test_an_unkept_promise_does_not_vanish(due: str, year: int, there: bool) -> None:
    """It is of the year of its due day, and of later ones while it is not kept."""
    found = verdicts(DUE, ITEM % due, year=year, as_of=f"{year}-12-31")
    assert (found[0].outcome != "not-applicable") == there


@pytest.mark.parametrize(
    ("closed", "there"), [("2016-12-31", False), ("2017-01-01", True)]
)
def test_what_was_kept_before_the_year_began_is_done(closed: str, there: bool) -> None:
    """Kept by the last day of the year before, it is told of no more."""
    found = verdicts(
        DUE, CLOSED % ("2016-06-30", closed), year=2017, as_of="2017-12-31"
    )
    assert (found[0].outcome != "not-applicable") == there


@pytest.mark.parametrize(
    ("when", "year", "outcomes"),
    [
        ("within: 30d", 2016, ["open", "open", "overdue"]),
        ("within: 30d", 2017, ["open", "open", "overdue"]),
        ("within: 5d", 2016, ["overdue", "overdue", "overdue"]),
        ("within: 5d", 2017, []),
        ("within: 13m", 2017, ["open", "open", "open"]),
        ("within: 13m", 2018, ["open", "open", "open"]),
        ("within: 13m", 2019, []),
        ("from: 1d", 2017, []),
    ],
)
def test_what_falls_due_in_the_next_year_does_not_vanish(
    when: str, year: int, outcomes: list[str]
) -> None:
    """What follows something of December by January is told of in both years."""
    rule = EACH % f"when: {{after: subject, {when}, late: ever}}, {REVIEW}"
    records = held("2016-12-20", "2017-06-01")
    days = ("2016-12-31", "2017-01-19", "2017-01-20")
    found = [
        str(one.outcome)
        for day in days
        for one in verdicts(rule, records, year=year, as_of=day)
        if one.span.label == "2016-12-20"
    ]
    assert found == outcomes


def test_the_third_of_a_year_is_of_its_year() -> None:
    """Those of other years are not counted out, whenever what follows them is due."""
    rule = f"{{for: member, each: {{kind: party-lecture, as: present}}, nth: 1, when: {{after: subject, within: 30d}}, {REVIEW}}}"
    records = held("2016-12-20", more="attendance: {present: 王敏}")
    assert labels(rule, records, as_of="2017-01-10") == ["2016-12-20"]
    assert labels(rule, records, as_of="2017-01-10", year=2017) == []


def test_after_a_due_day_nothing_is_carried_over() -> None:
    """Only what is to be done by the day is carried; what follows it is of its year."""
    rule = DUE.replace("by: subject.due", "after: subject.due")
    assert labels(rule, ITEM % "2016-06-30", year=2016)
    assert not labels(rule, ITEM % "2016-06-30", year=2017, as_of="2017-12-31")


@pytest.mark.parametrize(
    ("each", "wanted"),
    [
        ("kind: group, name: 一组", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        # 许诺 came in the midst of the second quarter.
        ("kind: member, status: probationary", ["2016-Q3", "2016-Q4"]),
        ("kind: post, post: 纪检委员", ["2016-Q1", "2016-Q2"]),
        ("kind: candidate, stage: activist", ["2016-Q2", "2016-Q3", "2016-Q4"]),
        ("kind: candidate, stage: development-target", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
    ],
)  # fmt: skip
def test_what_stands_owes_each_period(each: str, wanted: list[str]) -> None:
    """Of all periods of the year in which it was there from the first day to the last,
    not only of the one of the day."""
    branch = BRANCH.replace(
        "党小组:",
        "  - {姓名: 李娜, 职务: 纪检委员, 任职日期: 2014-11-20, 免职日期: 2016-09-29}\n党小组:",
    )
    branch += """发展党员:
  - {姓名: 张三, 步骤: [{名称: 积极分子, 日期: 2016-02-10}]}
  - {姓名: 李四, 阶段: 发展对象}
"""
    rule = f"{{for: fact, each: {{{each}}}, {QUARTERLY}"
    assert labels(rule, branch=branch) == wanted


def test_what_stands_owes_the_year_it_came_in() -> None:
    """What is due once in the year it owes where it is there on the last day."""
    rule = "{for: fact, each: {kind: %s}, when: {every: year}, count: {of: {kind: quiz}}, fold: no}"
    branch = BRANCH.replace("任职日期: 2014-11-20}\n党", "任职日期: 2016-05-05}\n党")
    assert labels(rule % "post", branch=branch) == ["2016", "2016"]


def test_a_candidate_is_known_by_name_and_number() -> None:
    """What was done about one is none of another's; who has neither is nobody."""
    branch = f"""{BRANCH}发展党员:
  - {{编号: C1, 阶段: 积极分子}}
  - {{姓名: 许诺, 阶段: 积极分子, 步骤: [{{名称: 积极分子}}]}}
"""
    rule = f"{{for: fact, each: {{kind: candidate, stage: activist}}, {QUARTERLY}"
    records = "- {kind: thought-report, date: 2016-06-05, members: 许诺}\n"
    rule = rule.replace("same: [about]", "same: [owner=about]")
    found = verdicts(rule, records, branch=branch)
    met = [(one.subject.name, one.span.label) for one in found if one.outcome == "met"]
    assert met == [("candidate@#2", "2016-Q2")]
    assert {one.outcome for one in found} == {"met", "missed"}


def test_a_record_of_another_month_is_not_of_the_rule() -> None:
    """Nothing is judged, and it is said why."""
    rule = EACH % "when: {every: month, months: [3]}, count: {of: {kind: oath-review}}"
    one = verdict(rule, held("2016-04-05"))
    assert (one.outcome, one.notes) == ("not-applicable", ("why:not-in-force",))


@pytest.mark.parametrize(
    ("rule", "event"),
    [
        (EACH % "has: {theme: some}", ""),
        (
            "{for: branch, each: {kind: party-lecture}, has: {theme: some}, fold: no}",
            "party-lecture@2016-05-05",
        ),
    ],
)
def test_how_a_case_of_a_record_is_called(rule: str, event: str) -> None:
    """By the record once: as its subject, or beside whose duty it is."""
    assert verdict(rule, held("2016-05-05")).key()[-1] == event


def test_records_of_other_months_hide_none_of_the_month() -> None:
    """Whichever of them comes first in the books."""
    rule = EACH % "when: {every: month, months: [5]}, count: {of: {kind: oath-review}}"
    for days in (("2016-04-05", "2016-05-05"), ("2016-05-05", "2016-06-05")):
        assert labels(rule, held(*days)) == ["2016-05"]


def test_who_has_no_third_one_is_not_nobody() -> None:
    """There are branches and records: what wants is a third."""
    rule = "{for: branch, each: {kind: party-lecture}, nth: 3, has: {theme: some}}"
    one = verdict(rule, held("2016-05-05"))
    assert (one.outcome, one.notes) == ("not-applicable", ("why:no-nth:3",))


def test_a_stage_of_a_day_that_nobody_wrote_is_of_no_year() -> None:
    """Nothing is judged of it; the stage with a day is."""
    rule = "{for: fact, each: {kind: candidate-stage}, has: {stage: some}, fold: no}"
    line = "发展党员:\n  - {姓名: 林晓, 阶段: 发展对象, 步骤: [{名称: 积极分子%s}, {名称: 发展对象, 日期: 2016-03-01}]}\n"
    undated = BRANCH + line % ""
    assert labels(rule, branch=undated) == ["2016-03-01"]
    dated = BRANCH + line % ", 日期: 2016-01-05"
    assert labels(rule, branch=dated) == ["2016-01-05", "2016-03-01"]


@pytest.mark.parametrize(
    ("days", "notes"),
    [
        ("from: 2016-05-06", ("why:not-in-force",)),
        ("from: 2016-05-05", ()),
        ("to: 2016-05-05", ()),
        ("to: 2016-05-04", ("why:not-in-force",)),
    ],
)
def test_a_record_of_a_day_on_which_the_rule_was_not_in_force(
    days: str, notes: tuple[str, ...]
) -> None:
    """It is not judged, and it is not said that there is none."""
    rule = EACH % f"has: {{theme: some}}, {days}"
    assert verdict(rule, held("2016-05-05")).notes == notes


STAGES = "发展党员:\n  - {姓名: 方晓, 步骤: [{名称: 积极分子, 日期: 2015-10-01}, {名称: 发展对象, 日期: 2016-05-18}], %s}\n"


@pytest.mark.parametrize(
    ("stage", "more", "wanted"),
    [
        # In the quarter in which he changes he was neither all along …
        (", stage: activist", "备注: 无", ["2016-Q1"]),
        (", stage: development-target", "备注: 无", ["2016-Q3", "2016-Q4"]),
        # … but on the way throughout.
        ("", "备注: 无", ["2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4"]),
        ("", "止: 2016-08-31", ["2016-Q1", "2016-Q2"]),
    ],
)
def test_a_candidate_owes_what_his_stage_asks_while_he_is_in_it(
    stage: str, more: str, wanted: list[str]
) -> None:
    """That he is further now does not wipe out what was due before."""
    rule = f"{{for: fact, each: {{kind: candidate{stage}}}, {QUARTERLY}"
    assert labels(rule, branch=BRANCH + STAGES % more) == wanted


def test_a_member_who_becomes_a_full_one_is_a_member_all_along() -> None:
    """The quarter in which he does so asks the same of him."""
    branch = BRANCH.replace(
        "李娜, 起: 2014-11-20}", "李娜, 起: 2014-11-20, 状态: 预备}"
    )
    assert "预备" in branch
    rule = f"{{for: fact, each: {{kind: member, level: member}}, {QUARTERLY}"
    before = sorted(labels(rule, branch=branch))
    turned = branch.replace("状态: 预备", "状态: 预备, 转正日期: 2016-05-18")
    assert sorted(labels(rule, branch=turned)) == before


GONE = BRANCH.replace("李娜, 起: 2014-11-20}", "李娜, 起: 2014-11-20, 止: 2016-09-30}")
AWAY = BRANCH.replace(
    "党员: 李娜、胡斌、许诺}", "党员: 李娜、胡斌、许诺, 止: 2016-09-30}"
)
TASK = (
    "- {kind: assigned-task, date: 2016-08-01, members: 李娜, item: 清产, due: %s%s}\n"
)
OWED = "{for: member, each: {kind: assigned-task, as: about}, when: {by: subject.due}, count: {of: {kind: assigned-task-closed, link: subject}}, fold: no}"


@pytest.mark.parametrize(
    ("branch", "due", "outcome", "note"),
    [
        (GONE, "2016-09-30", "overdue", ""),
        (GONE, "2016-10-01", "not-applicable", "why:left"),
        (f"{BRANCH}撤销日期: 2016-09-30\n", "2016-09-30", "overdue", ""),
        (
            f"{BRANCH}撤销日期: 2016-09-30\n",
            "2016-10-01",
            "not-applicable",
            "why:branch-gone",
        ),
        # who came back owes it again
        (f"{GONE}  - {{姓名: 李娜, 起: 2016-10-01}}\n", "2016-10-01", "overdue", ""),
    ],
)
def test_what_falls_due_after_one_left_is_not_asked(
    branch: str, due: str, outcome: str, note: str
) -> None:
    """Up to the last day there it is; nothing can be done by who is gone."""
    one = verdict(OWED, TASK % (due, ""), branch=branch)
    assert one.outcome == outcome
    assert not note or one.notes == (note,)


def test_what_was_done_before_one_left_is_told() -> None:
    """Though it was due only later."""
    records = TASK % ("2016-10-15", ", closed_on: 2016-09-20")
    assert verdict(OWED, records, branch=GONE).outcome == "met"


@pytest.mark.parametrize(("within", "there"), [("25d", True), ("26d", False)])
def test_what_falls_due_after_a_group_ended_is_not_asked(
    within: str, there: bool
) -> None:
    """Of the groups that are still there it is."""
    rule = f"{{for: group, each: {{kind: party-lecture}}, when: {{after: subject.end, within: {within}}}, count: {{of: {{kind: group-meeting}}}}, fold: no}}"
    of_groups = [f"attendance: all, group: {name}" for name in ("一组", "二组")]
    lectures = (held("2016-09-05", kind="party-lecture", more=one) for one in of_groups)
    found = verdicts(rule, "".join(lectures), branch=AWAY)
    wanted = ["一组", "二组"] if there else ["一组"]
    assert [one.subject.name for one in found] == wanted
    last = held("2016-09-05", kind="party-lecture", more=of_groups[1])
    outcome = "overdue" if there else "not-applicable"
    assert verdict(rule, last, branch=AWAY).outcome == outcome


def test_what_was_due_before_one_came_is_not_asked_less() -> None:
    """A day before the record is none on which anybody has left."""
    rule = "{for: member, each: {kind: party-lecture}, when: {before: subject, from: 400d, to: 1d}, count: {of: {kind: heart-to-heart-talk, as: to}}, fold: no}"
    found = verdicts(rule, held("2016-06-01", kind="party-lecture"))
    assert "许诺" in [one.subject.name for one in found]


@pytest.mark.parametrize(("way", "outcome"), [("", "overdue"), (", as: present", "")])
def test_what_an_event_calls_for_of_each_is_owed_of_who_left(
    way: str, outcome: str
) -> None:
    """What a fact of the branch calls for of each member (a grade after an evaluation)
    the branch owes of whoever was one on that day; of one's own it ends with him."""
    rule = f"{{for: member, each: {{kind: party-lecture{way}}}, when: {{after: subject, within: 30d}}, count: {{of: {{kind: commendation, as: about}}}}, fold: no}}"
    found = verdicts(rule, held("2016-09-15"), branch=GONE)
    told = [one.outcome.value for one in found if one.subject.name == "李娜"]
    assert told == [outcome] * bool(outcome)


@pytest.mark.parametrize(
    ("second", "told"),
    [
        # For who was away the first time; who leads it may have been there.
        ("based_on: 2016-04-01 党课, attendance: 陈静", ["2016-04-01"]),
        (
            "based_on: 2016-04-01 党课, attendance: 李娜、陈静, host: 李娜",
            ["2016-04-01"],
        ),
        # Others who were there are there again: it is one for all.
        (
            "based_on: 2016-04-01 党课, attendance: 李娜、陈静",
            ["2016-04-01", "2016-04-08"],
        ),
        ("attendance: 陈静", ["2016-04-01", "2016-04-08"]),
        (
            "based_on: 2016-03-31 组织生活会, attendance: 陈静",
            ["2016-04-01", "2016-04-08"],
        ),
    ],
)
def test_what_is_made_up_asks_only_who_was_not_there(
    second: str, told: list[str]
) -> None:
    """A make-up sitting is for who was not at the first (A40)."""
    first = "attendance: {present: 王敏、李娜, excused: 陈静（出差）}"
    records = held("2016-04-01", more=first) + held("2016-04-08", more=second)
    records += held("2016-03-31", kind="organization-life-meeting", more=first)
    rule = "{for: secretary, each: {kind: party-lecture}, has: {as: [present, excused]}, fold: no}"
    assert labels(rule, records) == told


def test_who_is_there_from_the_first_day_of_a_period() -> None:
    """Owes what recurs in it; who came a day later owes the next one."""
    rule = (
        "{for: fact, each: {kind: member, status: probationary}, when: {every: month}, "
        "count: {of: {kind: party-lecture}}}"
    )
    for day, first in (("06-01", "2016-06"), ("06-02", "2016-07")):
        branch = BRANCH.replace("起: 2016-06-01", f"起: 2016-{day}")
        assert min(one.span.label for one in verdicts(rule, branch=branch)) == first
