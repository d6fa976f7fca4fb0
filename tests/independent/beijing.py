"""bj-2016 judged naively: one function a duty, from the document and the reading.

Recurrences begin with the second quarter and with May (A15). Of a study, a discussion is
one too (A25); a round of all groups is one study of the branch (A26).
"""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    Answers,
    Data,
    answer,
    at,
    coming,
    count_in,
    days,
    end_of_february,
    for_month,
    for_year,
    has_committee,
    held,
    is_member,
    leaders,
    members,
    month_days,
    worst,
)

STUDY = ("collective-study", "thematic-discussion")
ACTIVITY = (
    "theme-party-day",
    "party-activity-day",
    "party-member-activity",
    "warning-education",
    "volunteer-service",
)
FOUR_STEPS = ("个人自评", "党员互评", "民主测评", "组织评定")
RANKS = ("处级", "副处级")
MONTHS = range(5, 13)
QUARTERS = {"Q2": 4, "Q3": 7, "Q4": 10}


def whole(year: Data) -> list[date]:
    """Every day of the year."""
    return days(date(year["year"], 1, 1), date(year["year"], 12, 31))


def month_of(year: Data, month: int) -> str:
    """The name of a month in a report."""
    return f"{year['year']}-{month:02}"


def rounds(
    year: Data,
    month: int,
    as_of: date,
    *,
    whole_year: bool = False,
    planned: bool = False,
) -> int:
    """A26: the least of the groups' own studies in a month, with those that are
    `planned` or without; no groups, no rounds."""
    counts = []
    window = month_days(year["year"], month)
    for group in year["groups"]:
        own = held(year, STUDY, as_of, group)
        own = for_year(year, own) if whole_year else for_month(own)
        more = coming(year, STUDY, as_of, window, group=group) if planned else 0
        counts.append(count_in(own, window) + more)
    return min(counts) if counts else 0


def collective_study_eight(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: at least eight collective studies in the year."""
    done = for_year(year, held(year, STUDY, as_of))
    more = coming(year, STUDY, as_of, whole(year))
    turns = 0
    for month in range(1, 13):
        turns += rounds(year, month, as_of, whole_year=True)
        more += rounds(year, month, as_of, whole_year=True, planned=True)
    more -= turns
    key = ("bj-2016/collective-study-eight", BRANCH, str(year["year"]), None)
    return {key: answer(8, done, more, whole(year), as_of, others=turns)}


def collective_study_each_month(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: at least one each month, from May."""
    found: Answers = {}
    for month in MONTHS:
        window = month_days(year["year"], month)
        done = for_month(held(year, STUDY, as_of))
        more = coming(year, STUDY, as_of, window)
        key = (
            "bj-2016/collective-study-each-month",
            BRANCH,
            month_of(year, month),
            None,
        )
        turns = rounds(year, month, as_of)
        more += rounds(year, month, as_of, planned=True) - turns
        found[key] = answer(1, done, more, window, as_of, others=turns, late=window[-1])
    return found


def group_study_each_month(year: Data, as_of: date) -> Answers:
    """一（二）2 学习要求: each group studies at least once a month."""
    found: Answers = {}
    for group in year["groups"]:
        for month in MONTHS:
            window = month_days(year["year"], month)
            done = for_month(held(year, STUDY, as_of, group))
            more = coming(year, STUDY, as_of, window, group=group)
            key = ("bj-2016/group-study-each-month", group, month_of(year, month), None)
            found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def _each_quarter(
    rule: str, kinds: tuple[str, ...], year: Data, as_of: date
) -> Answers:
    found: Answers = {}
    for name, month in QUARTERS.items():
        window = month_days(year["year"], month, 3)
        done = for_month(held(year, kinds, as_of))
        more = coming(year, kinds, as_of, window)
        key = (f"bj-2016/{rule}", BRANCH, f"{year['year']}-{name}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def discussion_each_quarter(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: three discussions, one a quarter; three quarters (A11)."""
    return _each_quarter(
        "discussion-each-quarter", ("thematic-discussion",), year, as_of
    )


def discussion_three(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: at least three discussions in the year."""
    kinds = ("thematic-discussion",)
    done = for_year(year, held(year, kinds, as_of))
    more = coming(year, kinds, as_of, whole(year))
    key = ("bj-2016/discussion-three", BRANCH, str(year["year"]), None)
    return {key: answer(3, done, more, whole(year), as_of)}


def all_member_meeting_each_quarter(year: Data, as_of: date) -> Answers:
    """二3-1: a meeting of all members about every three months (A12: a quarter)."""
    return _each_quarter(
        "all-member-meeting-each-quarter", ("all-member-meeting",), year, as_of
    )


def member_activity_each_quarter(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: an activity of members each quarter (A29, A52)."""
    return _each_quarter("member-activity-each-quarter", ACTIVITY, year, as_of)


def committee_meeting_each_month(year: Data, as_of: date) -> Answers:
    """二3-2: the committee about once a month; without one nothing (A41)."""
    found: Answers = {}
    if not has_committee(year):
        return found
    for month in MONTHS:
        window = month_days(year["year"], month)
        done = for_month(held(year, ("committee-meeting",), as_of))
        more = coming(year, ("committee-meeting",), as_of, window)
        key = (
            "bj-2016/committee-meeting-each-month",
            BRANCH,
            month_of(year, month),
            None,
        )
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def group_meeting_each_month(year: Data, as_of: date) -> Answers:
    """二3-3: each group meets about once a month."""
    found: Answers = {}
    for group in year["groups"]:
        for month in MONTHS:
            window = month_days(year["year"], month)
            done = for_month(held(year, ("group-meeting",), as_of, group))
            more = coming(year, ("group-meeting",), as_of, window, group=group)
            key = (
                "bj-2016/group-meeting-each-month",
                group,
                month_of(year, month),
                None,
            )
            found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def _july(year: Data) -> tuple[list[date], list[date]]:
    """A1: 06-15 to 07-15, and all of June and July with a note."""
    of = year["year"]
    return days(date(of, 6, 15), date(of, 7, 15)), days(date(of, 6, 1), date(of, 7, 31))


def lecture_around_july_first(year: Data, as_of: date) -> Answers:
    """一（二）总体任务 and 一（二）3: a lecture around 1 July."""
    window, band = _july(year)
    done = for_year(year, held(year, ("party-lecture",), as_of))
    more = coming(year, ("party-lecture",), as_of, band)
    key = ("bj-2016/lecture-around-july-first", BRANCH, str(year["year"]), None)
    return {key: answer(1, done, more, window, as_of, band=band, late=band[-1])}


def party_day_around_july_first(year: Data, as_of: date) -> Answers:
    """一（二）总体任务: a party day around 1 July."""
    window, band = _july(year)
    kinds = ("theme-party-day", "party-activity-day")
    done = for_year(year, held(year, kinds, as_of))
    more = coming(year, kinds, as_of, band)
    key = ("bj-2016/party-day-around-july-first", BRANCH, str(year["year"]), None)
    return {key: answer(1, done, more, window, as_of, band=band, late=band[-1])}


def leader_lecture_around_july_first(year: Data, as_of: date) -> Answers:
    """一（二）领导干部总体任务: each leading cadre lectures around 1 July (A31)."""
    window, band = _july(year)
    found: Answers = {}
    for name in leaders(year, window[-1], RANKS):
        own = []
        for act in held(year, ("party-lecture",), as_of):
            if name in act["lecturers"]:
                own.append(act)
        own = for_year(year, own)
        more = coming(year, ("party-lecture",), as_of, band, lecturers=(name,))
        key = (
            "bj-2016/leader-lecture-around-july-first",
            name,
            str(year["year"]),
            None,
        )
        found[key] = answer(1, own, more, window, as_of, band=band, late=band[-1])
    return found


def life_meeting(year: Data, as_of: date) -> Answers:
    """一（二）4 and 二3-5: a life meeting in the fourth quarter (A7); to the end of the
    next February late, if it says that it counts for the year (A6)."""
    of = year["year"]
    window, late = days(date(of, 10, 1), date(of, 12, 31)), end_of_february(of + 1)
    kinds = ("organization-life-meeting",)
    done = for_year(year, held(year, kinds, as_of))
    more = coming(year, kinds, as_of, window)
    key = ("bj-2016/life-meeting", BRANCH, str(of), None)
    return {key: answer(1, done, more, window, as_of, late=late)}


def dues_each_month(year: Data, as_of: date) -> Answers:
    """一（二）: each member pays each month; a month paid late counts for ever. One
    answer for each member: months in which he was not there on the last day are none."""
    months: dict[str, list[str]] = {}
    for month in MONTHS:
        window = month_days(year["year"], month)
        for name in members(year, window[-1]):
            done = []
            for row in year["dues"]:
                if row["month"] == month and name in row["who"] and row["day"] <= as_of:
                    done.append(row)
            told = answer(1, done, 0, window, as_of, late=date.max)
            months.setdefault(name, []).append(told)
    rule, label = "bj-2016/dues-each-month", str(year["year"])
    return {(rule, name, label, None): worst(told) for name, told in months.items()}


def thought_report(year: Data, as_of: date) -> Answers:
    """一（二）: each member reports, at least once in the year (A16)."""
    found: Answers = {}
    for name in members(year, date(year["year"], 12, 31)):
        done = []
        for paper in year["papers"]:
            if (
                "thought-report" in paper["kinds"]
                and name in paper["who"]
                and paper["day"] <= as_of
            ):
                done.append(paper)
        key = ("bj-2016/thought-report", name, str(year["year"]), None)
        found[key] = answer(1, done, 0, whole(year), as_of)
    return found


def _evaluations(year: Data, as_of: date) -> list[Data]:
    """The evaluations that were held and count for the year."""
    return for_year(year, held(year, ("democratic-evaluation",), as_of))


def evaluation(year: Data, as_of: date) -> Answers:
    """一（二）5: an evaluation in the year; to the end of the next February late, if it
    says that it counts for the year (A6). At the life meeting (二3-7) is a duty apart.
    """
    of = year["year"]
    kinds = ("democratic-evaluation",)
    done = for_year(year, held(year, kinds, as_of))
    more = coming(year, kinds, as_of, whole(year))
    key = ("bj-2016/evaluation", BRANCH, str(of), None)
    return {
        key: answer(1, done, more, whole(year), as_of, late=end_of_february(of + 1))
    }


def evaluation_steps(year: Data, as_of: date) -> Answers:
    """一（二）5: each evaluation goes by its four steps in order (A43): dates do not
    decrease, those of one day stand in order. A step that is not written can still be."""
    told = []
    for act in _evaluations(year, as_of):
        so_far = [(name, day) for name, day in act["steps"] if day <= as_of]
        places = []
        for name in FOUR_STEPS:
            for place, (other, day) in enumerate(so_far):
                if other == name:
                    places.append((day, place))
        told.append(
            "met" if len(places) == 4 and places == sorted(places) else "overdue"
        )
    if not told:
        return {}
    return {("bj-2016/evaluation-steps", BRANCH, str(year["year"]), None): worst(told)}


def evaluation_grade(year: Data, as_of: date) -> Answers:
    """一（二）5: each evaluated member gets a grade; the probationary need none (A39).
    The text gives no day: a month is no delay, and it is never too late; a grade of a
    second evaluation within the month is one too."""
    found: Answers = {}
    graded = held(year, ("democratic-evaluation",), as_of)
    for act in _evaluations(year, as_of):
        window = days(act["day"] - timedelta(30), act["day"] + timedelta(31))
        for one in year["members"]:
            if one["probationary"] or not is_member(year, one["name"], act["day"]):
                continue
            done = [other for other in graded if one["name"] in other["grades"]]
            key = ("bj-2016/evaluation-grade", one["name"], str(act["day"]), None)
            found[key] = answer(1, done, 0, window, as_of, late=date.max)
    return found


def talk_with_each_member(year: Data, as_of: date) -> Answers:
    """一（二）5: someone of the committee talks with each member about the evaluation:
    in the 60 days before it, with a note also in the half-year before or the 30 days
    after (A23). A secretary alone is no committee, and has a duty of his own (A41)."""
    found: Answers = {}
    if not has_committee(year):
        return found
    officers = [one["name"] for one in year["committee"]]
    for act in _evaluations(year, as_of):
        window = days(act["day"] - timedelta(60), act["day"])
        band = days(act["day"] - timedelta(183), act["day"] + timedelta(30))
        for name in members(year, act["day"]):
            done = []
            for talk in year["talks"]:
                if (
                    talk["from"] in officers
                    and name in talk["to"]
                    and talk["day"] <= as_of
                ):
                    done.append(talk)
            key = ("bj-2016/talk-with-each-member", name, str(act["day"]), None)
            found[key] = answer(1, done, 0, window, as_of, band=band, late=band[-1])
    return found


def leader_at_branch_discussion(year: Data, as_of: date) -> Answers:
    """一（二）领导干部总体任务: leading cadres come to each discussion of the branch, or
    are excused with a reason (A42). Where names are written, one who is neither came nor
    explained; where none are, nobody knows."""
    found: dict[str, list[str]] = {}
    for act in for_year(year, held(year, ("thematic-discussion",), as_of)):
        for name in leaders(year, act["day"], RANKS):
            found.setdefault(name, []).append(at(year, act, name))
    rule, label = "bj-2016/leader-at-branch-discussion", str(year["year"])
    answers = {"present": "met", "excused": "met", "absent": "missed"}
    answers |= {"unmentioned": "missed", "unsaid": "undecidable"}
    return {
        (rule, name, label, None): worst([answers[one] for one in told])
        for name, told in found.items()
    }


DUTIES = {
    "bj-2016/collective-study-eight": collective_study_eight,
    "bj-2016/collective-study-each-month": collective_study_each_month,
    "bj-2016/group-study-each-month": group_study_each_month,
    "bj-2016/discussion-each-quarter": discussion_each_quarter,
    "bj-2016/discussion-three": discussion_three,
    "bj-2016/all-member-meeting-each-quarter": all_member_meeting_each_quarter,
    "bj-2016/member-activity-each-quarter": member_activity_each_quarter,
    "bj-2016/committee-meeting-each-month": committee_meeting_each_month,
    "bj-2016/group-meeting-each-month": group_meeting_each_month,
    "bj-2016/lecture-around-july-first": lecture_around_july_first,
    "bj-2016/party-day-around-july-first": party_day_around_july_first,
    "bj-2016/leader-lecture-around-july-first": leader_lecture_around_july_first,
    "bj-2016/life-meeting": life_meeting,
    "bj-2016/evaluation": evaluation,
    "bj-2016/evaluation-steps": evaluation_steps,
    "bj-2016/evaluation-grade": evaluation_grade,
    "bj-2016/talk-with-each-member": talk_with_each_member,
    "bj-2016/leader-at-branch-discussion": leader_at_branch_discussion,
    "bj-2016/dues-each-month": dues_each_month,
    "bj-2016/thought-report": thought_report,
}
WAIVABLE = (
    "bj-2016/collective-study-each-month",
    "bj-2016/group-study-each-month",
    "bj-2016/group-meeting-each-month",
    "bj-2016/committee-meeting-each-month",
    "bj-2016/discussion-each-quarter",
    "bj-2016/all-member-meeting-each-quarter",
    "bj-2016/member-activity-each-quarter",
)
