"""What neither a rule nor a day is in the way of, and still no draft can be; and what a
plan once could not write."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.workdays import workdays
from lxyz.plan.document import records_of
from lxyz.render.page.style import Style
from lxyz.render.plan.text import plan_text

from .made import Make, kinds, said, told, whys

SECTION = """
- {id: a, when: {every: quarter}, count: {of: {kind: plan-section, root: study-plan}}}
- {id: b, when: {every: half}, count: {of: {kind: party-lecture}}}
"""


def test_it_is_told_apart_and_the_rest_is_planned(make: Make) -> None:
    """A duty that no draft can be is no clash: nobody above is asked for another day, and
    the plan of all else is written."""
    plan = make(SECTION)
    assert {*whys(plan)} == {"unwritten"}
    assert {one.verdict.rule for one in plan.left} == {"trial-2016/a"}
    assert (plan.is_whole, plan.clashes) == (True, ())
    assert kinds(plan) == ["party-lecture", "party-lecture"]
    text = plan_text(plan, Style(lang="zh", width=80))
    assert "要自己写进计划的" in text
    assert "合不拢" not in text


def test_days_that_are_too_few_are_a_clash(make: Make) -> None:
    """Of three lectures two have a day: that is no matter of what a record says."""
    plan = make(
        """
        {when: {every: year, from: 03-10, to: 03-11, late: never},
         count: {of: {kind: party-lecture}, min: 3}}
        """
    )
    assert whys(plan) == ["conflict"]
    assert not plan.is_whole


def test_what_stands_in_the_profile(make: Make) -> None:
    """A step of a candidate is written in branch.yaml."""
    plan = make("{count: {of: {kind: candidate-stage, stage: activist}}}")
    assert (kinds(plan), whys(plan)) == ([], ["profile"])


@pytest.mark.parametrize("asked", ["sections: some", "documents: some"])
def test_what_such_records_cannot_say(make: Make, asked: str) -> None:
    """No draft says what would be a fault in a record of its kind."""
    plan = make(f"{{count: {{of: {{kind: party-lecture, {asked}}}}}}}")
    assert (kinds(plan), whys(plan)) == ([], ["unwritten"])


def test_what_every_item_is_to_say(make: Make) -> None:
    """Of a key with closed values one of these, and of a day a day."""
    plan = make(
        """
        - {id: a, count: {of: {kind: study-plan}}}
        - {id: b, count: {of: {kind: party-lecture}}}
        - {id: c, for: fact, each: {kind: plan-item}, has: {mode: some, found_on: some, place: some}}
        """
    )
    assert plan.left == ()
    made = records_of(plan.drafts, plan.profile)
    (items,) = (one["items"] for one in made if "items" in one)
    asked = {(one["mode"], one["place"]) for one in items}
    assert asked == {("collective", "会议室")}
    assert {one["found_on"] for one in items} == {"2016-01-04"}


def test_an_item_that_a_rule_wants(make: Make) -> None:
    """It says all that is asked of it, in whatever words the key has."""
    plan = make(
        """
        {count: {of: {kind: plan-item, root: study-plan, mode: some, minutes: {max: 30},
                      responsible: {min: 2}, materials: {all: [甲, 乙]}}}}
        """
    )
    assert plan.left == ()
    (draft,) = plan.drafts
    (item,) = draft.values["items"]
    assert (item["mode"], item["minutes"]) == ("collective", "30")
    assert (item["responsible"].count("、"), item["materials"]) == (1, "甲、乙")


def test_members_whose_own_a_sitting_is(make: Make) -> None:
    """What is done by or for some members names them, and so it counts for them."""
    plan = make(
        "{for: member, which: {post: 书记}, when: {every: year}, count: {of: {kind: self-study, as: about}}}"
    )
    assert plan.left == ()
    assert [said(one) for one in plan.drafts] == [told("{members: 王敏}")]


@pytest.mark.parametrize("first", ["a", "z"])
def test_grades_of_the_year(make: Make, first: str) -> None:
    """Everyone is graded once, whichever rule is seen to first."""
    plan = make(
        f"""
        - {{id: m, count: {{of: {{kind: democratic-evaluation}}}}}}
        - {{id: {first}, for: member, when: {{every: year}},
           count: {{of: {{kind: evaluation-grade, as: about, grade: some}}}}}}
        - {{id: p, for: member, which: {{status: probationary}}, when: {{every: year}},
           count: {{of: {{kind: evaluation-grade, as: about, grade: ungraded}}}}}}
        """
    )
    assert plan.left == ()
    (meeting,) = plan.drafts
    grades = meeting.values["grades"]
    assert grades["ungraded"] == "许诺"
    assert "许诺" not in grades["qualified"]


@pytest.mark.parametrize("first", ["a", "z"])
def test_a_grade_that_nobody_is_left_with(make: Make, first: str) -> None:
    """It does not stand in the record."""
    plan = make(
        f"""
        - {{id: m, count: {{of: {{kind: democratic-evaluation}}}}}}
        - {{id: {first}, for: member, which: {{status: probationary}}, when: {{every: year}},
           count: {{of: {{kind: evaluation-grade, as: about, grade: some}}}}}}
        - {{id: p, for: member, which: {{status: probationary}}, when: {{every: year}},
           count: {{of: {{kind: evaluation-grade, as: about, grade: ungraded}}}}}}
        """
    )
    (meeting,) = plan.drafts
    assert meeting.values["grades"] == {"ungraded": "许诺"}


def test_a_check_of_what_was_promised(make: Make) -> None:
    """It is told in the commitment that is planned, each in its days."""
    plan = make(
        """
        - {id: a, for: secretary, when: {every: year, by: 03-31}, count: {of: {kind: commitment, as: about}}}
        - {id: b, for: secretary, when: {every: half}, count: {of: {kind: commitment-check, as: about}}}
        - {id: c, for: secretary, when: {every: year}, count: {of: {kind: commitment-check, as: about}}}
        """
    )
    assert plan.left == ()
    (promise,) = plan.drafts
    assert promise.values["checks"] == [date(2016, 6, 30), date(2016, 12, 31)]


def test_days_on_end_are_no_days_off(make: Make) -> None:
    """Three days about the first of October are put before the holidays."""
    plan = make(
        """
        {when: {every: year, from: 09-27, to: 10-08, late: never},
         count: {of: {kind: collective-study}, sum: days, min: 3}}
        """
    )
    (study,) = plan.drafts
    assert (study.day, study.values["end"]) == (date(2016, 9, 28), date(2016, 9, 30))


def test_days_on_end_where_the_first_is_taken(make: Make) -> None:
    """The next first day that has room for them."""
    plan = make(
        """
        {when: {every: year, from: 09-27, to: 10-08, late: never},
         count: {of: {kind: collective-study}, sum: days, min: 3}}
        """,
        """
        类型: 集体学习
        日期: 2016-09-28
        状态: 计划
        """,
    )
    (study,) = plan.drafts
    assert (study.day, study.values["end"]) == (date(2016, 9, 27), date(2016, 9, 29))


def test_days_on_end_where_all_are_partly_off(make: Make) -> None:
    """Where no such days are free of days off, they are taken all the same."""
    plan = make(
        """
        {when: {every: year, from: 09-30, to: 10-04, late: never},
         count: {of: {kind: collective-study}, sum: days, min: 5}}
        """
    )
    (study,) = plan.drafts
    assert (study.day, study.values["end"]) == (date(2016, 9, 30), date(2016, 10, 4))


def test_working_days_on_end(make: Make) -> None:
    """A paper is up for so many working days; not if its days have not so many."""
    rule = "{when: {every: year, from: %s, to: %s, late: never}, count: {of: {kind: circular, workdays: {min: 3}}}}"
    for last in ("10-08", "10-20"):
        (paper,) = make(rule % ("09-29", last)).drafts
        assert workdays(paper.day, paper.values["end"])[2:] == (paper.values["end"],)
    assert whys(make(rule % ("09-30", "10-07"))) == ["conflict"]
    assert whys(make(rule % ("09-29", "09-30"))) == ["conflict"]


def test_what_lasts_longer_than_it_may_take_to_begin(make: Make) -> None:
    """A notice of five working days is up within three days after a sitting, or over
    before it, where there are so many; the more so where another rule says how long."""
    rule = """
        - {id: a, when: {every: year, from: 06-15, to: 06-16}, count: {of: {kind: party-lecture}}}
        - {id: b, for: fact, each: {kind: party-lecture}, when: {%s}, count: {of: {kind: circular, workdays: {min: 5}}}}
        """
    for when in ("after: subject, within: 3d", "before: subject, from: 30d, to: 1d"):
        plan = make(rule % when)
        assert plan.left == ()
        (lecture,) = [one for one in plan.drafts if "party-lecture" in one.kinds]
        (paper,) = [one for one in plan.drafts if "circular" in one.kinds]
        last = paper.values["end"]
        assert len(workdays(paper.day, last)) == 5
        assert (last < lecture.day) == when.startswith("before")
        assert abs(paper.day - lecture.day).days <= (3 if last > lecture.day else 30)
    assert set(whys(make(rule % "before: subject, from: 3d, to: 1d"))) == {"conflict"}
    apart = rule.replace("circular, workdays: {min: 5}", "circular, link: subject")
    apart += "- {id: c, for: fact, each: {kind: circular}, has: {days: {min: 7}}}\n"
    plan = make(apart % "after: subject, within: 3d")
    assert plan.left == ()
    (paper,) = [one for one in plan.drafts if "circular" in one.kinds]
    assert (paper.values["end"] - paper.day).days == 6
    rule = "{when: {every: quarter, after: period, within: 10d}, count: {of: {kind: circular, workdays: {min: 5}}}}"
    plan = make(rule, as_of="2016-10-01")
    (paper,) = plan.drafts
    # The holidays of October leave two working days of the ten.
    assert (str(paper.day), str(paper.values["end"])) == ("2016-10-10", "2016-10-14")
    assert set(whys(plan)) == {"lost"}  # those of quarters gone by


def test_who_is_helped_does_not_answer_for_it(make: Make) -> None:
    """An officer does."""
    plan = make(
        "{for: member, which: {rank: 处级}, count: {of: {kind: hardship-assistance, as: about}}}"
    )
    (help_,) = plan.drafts
    assert help_.values["responsible"] == "王敏"
    assert help_.values["members"] != "王敏"
