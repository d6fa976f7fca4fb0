"""Plan against actual: what was planned for days gone by, and has no record."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.judge import Behind, behind, carried_out

from ..trial import BRANCH, held, world_of

PLAN = "- {kind: %s, date: 2016-01-10, items: [%s]}\n"


def planned(*items: str, kind: str = "study-plan") -> str:
    """A plan of these items."""
    return PLAN % (kind, ", ".join(f"{{{one}}}" for one in items))


def found(
    records: str, *, as_of: str = "2016-12-31", branch: str = BRANCH, year: int = 2016
) -> list[Behind]:
    """What is behind its plan."""
    world = world_of(records, as_of=as_of, branch=branch, year=year)
    return list(behind([world], carried_out([world])))


def labels(records: str, **said: object) -> list[str]:
    """The days of what is behind its plan."""
    return [one.label for one in found(records, **said)]  # type: ignore[arg-type]


MAY = planned("when: 2016-05-20, kind: party-lecture")


@pytest.mark.parametrize(
    ("as_of", "wanted"), [("2016-05-20", []), ("2016-05-21", ["2016-05-20"])]
)
def test_the_day_itself_and_the_day_after(as_of: str, wanted: list[str]) -> None:
    """On its own day nothing is behind; on the day after it is."""
    assert labels(MAY, as_of=as_of) == wanted
    month = planned("when: 2016-05, kind: party-lecture")
    assert labels(month, as_of="2016-05-31") == []
    assert labels(month, as_of="2016-06-01") == ["2016-05"]
    record = "- {kind: party-lecture, date: 2016-05-20, status: planned}\n"
    assert labels(record, as_of=as_of) == wanted


def test_where_it_stands() -> None:
    """The place, the kinds, the days, the group, and whose idea it was."""
    plan = planned(
        "when: 2016-05-02..2016-05-20, kind: [party-lecture, quiz], optional: yes",
        "when: 2016-04, kind: group-meeting, group: 一组",
    )
    one, two = found(plan)
    assert (one.kinds, one.group, one.optional) == (("group-meeting",), "一组", False)
    assert (two.first, two.last) == (date(2016, 5, 2), date(2016, 5, 20))
    assert (two.kinds, two.optional, two.is_item) == (
        ("party-lecture", "quiz"),
        True,
        True,
    )
    assert two.origin.file == "records.yaml"
    assert (carried_out([]), behind([], frozenset())) == (frozenset(), ())


@pytest.mark.parametrize(
    "records",
    [
        MAY + held("2016-05-20"),
        MAY + held("2016-06-03"),
        MAY
        + held(
            "2016-06-03", more="attendance: all, moved: {from: 2016-05-20, reason: 雨}"
        ),
        MAY
        + "- {kind: party-lecture, date: 2016-05-20, status: cancelled, reason: 防汛}\n",
        planned("when: 2016-05, kind: self-study"),
        planned("when: 2016-05, kind: collective-study, mode: individual"),
        planned("when: 2015-12, kind: party-lecture"),
        planned("kind: party-lecture", kind="study-content-list"),
        (
            "- {kind: personal-study-plan, date: 2016-01-10, members: 王敏, "
            "items: [{when: 2016-05, kind: collective-study}]}\n"
        ),
    ],
    ids="held late moved cancelled alone individual earlier no-day personal".split(),
)
def test_what_is_not_behind(records: str) -> None:
    """What was held, late or moved or not, what was cancelled with its reason, and what
    is each person's own."""
    assert found(records) == []


def test_each_record_carries_out_one_item() -> None:
    """Of each kind that it is, in each plan; the branch's own additions besides."""
    twice = planned(*["when: 2016-05, kind: party-lecture"] * 2)
    assert len(found(twice + held("2016-05-06"))) == 1
    assert found(twice + held("2016-05-06", "2016-05-13")) == []
    both = planned(
        "when: 2016-05, kind: party-lecture", "when: 2016-05, kind: collective-study"
    )
    sat = "- {kind: [party-lecture, collective-study], date: 2016-05-06, attendance: all}\n"
    assert found(both + sat) == []
    plans = MAY + planned(
        "when: 2016-05, kind: party-lecture", kind="three-meetings-plan"
    )
    assert found(plans + held("2016-05-20")) == []
    own = planned(
        "when: 2016-05, kind: party-lecture",
        "when: 2016-05-06, kind: party-lecture, optional: yes",
    )
    assert found(own + held("2016-05-06")) == []


def test_what_recurs_is_not_made_up_for() -> None:
    """A study of June is not that of May; and its days are named."""
    plan = planned("when: monthly, kind: collective-study")
    days = [f"2016-{month:02}-08" for month in range(1, 12) if month not in (5, 9)]
    assert labels(plan + held(*days, kind="collective-study")) == ["2016-05", "2016-09"]


def test_groups() -> None:
    """The meeting of one group is not that of the other, nor of the branch."""
    plan = planned("when: 2016-05, kind: group-meeting")
    sat = held("2016-05-06", kind="group-meeting", more="group: %s, attendance: all")
    assert found(plan) != []
    every = planned("when: monthly, kind: group-meeting")
    left = [one for one in found(every + sat % "一组") if one.label == "2016-05"]
    assert [one.group for one in left] == ["二组"]
    assert found(plan + sat % "一组") == []
    branch = planned("when: 2016-05, kind: collective-study")
    one = held(
        "2016-05-06", kind="collective-study", more="group: 一组, attendance: all"
    )
    assert len(found(branch + one)) == 1


def test_planned_records() -> None:
    """A planned record whose day is past is told of once: as its item, where one plans
    it; parts of records are not."""
    record = "- {kind: party-lecture, date: 2016-05-20, status: planned}\n"
    assert [one.is_item for one in found(record)] == [False]
    assert [one.is_item for one in found(MAY + record)] == [True]
    filed = (
        "- {kind: party-lecture, date: 2016-05-20, status: planned, "
        "filings: {机关党委: 2016-05-21}}\n"
    )
    assert len(found(filed)) == 1
    denied = held("2016-05-20", more="attendance: all, content: 因故未开展")
    assert found(denied) == []
    assert [one.is_item for one in found(MAY + denied)] == [True]


def test_days_on_which_nothing_recurs() -> None:
    """In an exemption of the profile nothing is behind."""
    away = BRANCH.replace(
        "党员:\n",
        "不计期间:\n  - {起: 2016-05-01, 止: 2016-05-31, 原因: 停产}\n党员:\n",
    )
    assert labels(MAY, branch=away) == []


def test_each_late_record_makes_good_one_item() -> None:
    """Two that were missed want two."""
    plan = planned(
        "when: 2016-05-20, kind: party-lecture", "when: 2016-05-27, kind: party-lecture"
    )
    assert labels(plan + held("2016-06-03")) == ["2016-05-27"]
    assert labels(plan + held("2016-06-03", "2016-06-10")) == []


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2015-12-31", []),
        ("2016-01-01", ["2016-01-01"]),
        ("2016-12-31", ["2016-12-31"]),
        ("2017-01-01", []),
    ],
)
def test_the_first_and_the_last_day_of_the_year(day: str, wanted: list[str]) -> None:
    """What lies outside the year checked is told of in its own."""
    plan = f"- {{kind: study-plan, date: 2015-12-01, items: [{{when: {day}, kind: party-lecture}}]}}\n"
    assert labels(plan, as_of="2017-02-01") == wanted


def test_a_plan_that_was_called_off() -> None:
    """What it planned is not behind; nor is what a meeting that was not held would
    have planned."""
    plan = MAY.replace("items:", "status: cancelled, reason: 换届, items:")
    assert found(plan) == []
    meeting = "- {{kind: committee-meeting, date: 2016-01-10, {}, documents: [{}]}}\n"
    inside = MAY.strip().removeprefix("- ")
    assert len(found(meeting.format("status: held", inside))) == 1
    off = meeting.format("status: cancelled, reason: 换届", inside)
    assert found(off) == []


def test_planned_among_what_was_held() -> None:
    """Each planned record is looked at, whatever stands before it and after it."""
    record = "- {kind: party-lecture, date: %s, status: planned}\n"
    records = (
        held("2016-01-05") + record % "2016-05-20" + held("2016-06-01", kind="quiz")
    )
    assert labels(records + record % "2016-07-01") == ["2016-05-20", "2016-07-01"]
    alone = "- {kind: online-study, members: 李娜, date: 2016-03-01, status: planned}\n"
    assert len(found(alone + record % "2016-05-20")) == len(found(alone)) + 1


def test_items_of_a_plan_that_is_planned() -> None:
    """They are told of as items, and no second time as records."""
    plan = MAY.replace("items:", "status: planned, items:")
    assert [(one.label, one.is_item) for one in found(plan) if one.is_item] == [
        ("2016-05-20", True)
    ]
    assert labels(plan).count("2016-05-20") == 1


def test_what_the_committee_above_holds_for_the_branch() -> None:
    """Its lecture is that of the plan."""
    branch = BRANCH.replace("规则包:", "上级党组织: 机关党委\n规则包:")
    sat = held("2016-05-20", more="status: held, organizer: 机关党委")
    assert found(MAY + sat, branch=branch) == []
    assert len(found(MAY, branch=branch)) == 1


def test_an_item_of_papers_is_carried_out_by_those_of_members() -> None:
    """Only a sitting must be one of the branch or a group."""
    plan = planned("when: 2016-05, kind: reflection-essay")
    essay = "- {kind: reflection-essay, date: 2016-05-05, members: 李娜, topic: 甲}\n"
    assert len(found(plan)) == 1
    assert found(plan + essay) == []
    own = planned("when: 2016-05, kind: online-study")
    study = "- {kind: online-study, date: 2016-05-05, members: 李娜, status: held}\n"
    assert len(found(own + study)) == len(found(own)) - 1


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        ("2016-05-01", "2016-05-31", []),
        ("2016-05-02", "2016-05-31", ["2016-05"]),
        ("2016-05-01", "2016-05-30", ["2016-05"]),
        ("2016-01-01", "2016-04-30", ["2016-05"]),
        ("2016-06-01", "2016-12-31", ["2016-05"]),
    ],
)
def test_only_where_all_its_days_are_exempt(
    first: str, last: str, wanted: list[str]
) -> None:
    """One day on which it could have been held is enough for it to be behind; and one
    exemption does not undo another."""
    stretch = f"  - {{起: {first}, 止: {last}, 原因: 停产}}\n"
    other = "  - {起: 2016-02-01, 止: 2016-02-14, 原因: 春节}\n"
    month = planned("when: 2016-05, kind: party-lecture")
    for away in (stretch, other + stretch, stretch + other):
        branch = BRANCH.replace("党员:\n", f"不计期间:\n{away}党员:\n")
        assert labels(month, branch=branch) == wanted


def test_the_item_that_ends_first_is_carried_out_first() -> None:
    """A lecture in the week that both plan is that of the week: May is still to come."""
    month = "when: 2016-05, kind: party-lecture"
    week = "when: 2016-05-09..2016-05-13, kind: party-lecture"
    for items in ((month, week), (week, month)):
        assert labels(planned(*items) + held("2016-05-11")) == ["2016-05"]


def test_the_item_that_is_told_of_is_carried_out_first() -> None:
    """Whichever of two ends first."""
    first = "when: 2016-05-09..2016-05-13, kind: party-lecture, content: 党章"
    other = "when: 2016-05-09..2016-05-20, kind: party-lecture, content: 廉洁自律准则"
    lecture = held("2016-05-11", more="attendance: all, topic: 学习《廉洁自律准则》")
    assert labels(planned(first, other) + lecture) == ["2016-05-09..2016-05-13"]


def test_what_carries_out_one_item_makes_no_other_good() -> None:
    """The lecture of May is not that of April besides; nor is one that was called off."""
    april = "when: 2016-04-15, kind: party-lecture"
    both = planned(april, "when: 2016-05-20, kind: party-lecture")
    assert labels(both + held("2016-05-20")) == ["2016-04-15"]
    off = "- {kind: party-lecture, date: 2016-06-03, status: cancelled, reason: 防汛}\n"
    assert labels(planned(april) + off) == ["2016-04-15"]


@pytest.mark.parametrize(("year", "wanted"), [("2016", []), ("2015", ["2016-05-20"])])
def test_what_counts_for_another_year_is_not_what_was_planned(
    year: str, wanted: list[str]
) -> None:
    """Though it was held on the very day."""
    sat = held("2016-05-20", more=f"attendance: all, counts_for: {year}")
    assert labels(MAY + sat) == wanted


def test_items_that_rest_on_something_are_of_their_plan() -> None:
    """One lecture carries out one of the two, whatever one of them is based on."""
    paper = held("2016-01-04", kind="quiz")
    month = "when: 2016-05, kind: party-lecture"
    plan = planned(month, f"{month}, based_on: 2016-01-04 quiz")
    assert len(found(paper + plan + held("2016-05-06"))) == 1
    assert found(paper + plan + held("2016-05-06", "2016-05-13")) == []


def test_planned_records_that_are_not_the_branchs_own() -> None:
    """What a member, the unit above, or another branch has planned is not asked of this
    one; what stands behind it in the books is looked at all the same."""
    branch = BRANCH.replace("规则包:", "上级党组织: 机关党委\n规则包:")
    own = "- {kind: party-lecture, date: 2016-05-20, status: planned}\n"
    above = "- {kind: party-lecture, date: 2016-05-18, status: planned, organizer: 机关党委}\n"
    essay = "- {kind: reflection-essay, date: 2016-05-19, members: 李娜, topic: 甲, status: planned}\n"
    lent = "- {kind: party-lecture, date: 2016-05-17, status: planned, organizer: 第三党支部, 发言: {主讲: 王敏}}\n"
    (one,) = found(above + lent + essay + own, branch=branch)
    assert (one.label, one.optional, one.is_item) == ("2016-05-20", False, False)


def test_a_planned_record_of_another_kind_on_the_days_of_an_item() -> None:
    """It is told of besides: it is not what the item plans; nor is one on another day."""
    quiz = "- {kind: quiz, date: 2016-05-20, status: planned}\n"
    assert [one.kinds for one in found(MAY + quiz)] == [("party-lecture",), ("quiz",)]
    later = "- {kind: party-lecture, date: 2016-06-03, status: planned}\n"
    assert labels(MAY + later) == ["2016-05-20", "2016-06-03"]
    assert labels(MAY + planned("when: 2016-04-15, kind: quiz") + later) == (
        ["2016-04-15", "2016-05-20", "2016-06-03"]
    )


def test_steps_of_a_planned_meeting() -> None:
    """They are part of it and told of with it."""
    meeting = (
        "- {kind: organization-life-meeting, date: 2016-05-20, status: planned, "
        "steps: [对照检查, 批评]}\n"
    )
    assert [one.kinds for one in found(meeting)] == [("organization-life-meeting",)]


def test_own_study_after_a_plan_of_each() -> None:
    """What each plans for himself hides nothing that the branch has planned."""
    alone = "when: 2016-05-20, kind: collective-study, mode: individual"
    assert labels(planned(alone, "when: 2016-05-27, kind: party-lecture")) == (
        ["2016-05-27"]
    )


def test_an_item_of_a_group_is_carried_out_by_that_group() -> None:
    """Not by the other one, and not by the branch; later, too."""
    plan = planned("when: 2016-05, kind: collective-study, group: 一组")
    own = held(
        "2016-05-06", kind="collective-study", more="group: 一组, attendance: all"
    )
    assert found(plan + own) == []
    assert found(plan + own.replace("2016-05-06", "2016-06-06")) == []
    for other in (own.replace("一组", "二组"), own.replace("group: 一组, ", "")):
        assert labels(plan + other) == ["2016-05"]
        assert labels(plan + other.replace("2016-05-06", "2016-06-06")) == ["2016-05"]


def test_a_lecture_given_elsewhere_is_not_the_planned_one() -> None:
    """The secretary spoke in another branch: the own lecture is still to be held."""
    lent = "- {kind: party-lecture, date: 2016-05-20, organizer: 第三党支部, 发言: {主讲: 王敏}, status: held}\n"
    assert labels(MAY + lent) == ["2016-05-20"]
    assert labels(MAY + lent.replace("organizer: 第三党支部, ", "")) == []
