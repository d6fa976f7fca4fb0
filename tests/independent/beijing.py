"""bj-2016 judged naively: one function a duty, from the document and the reading.

Recurrences begin with the second quarter and with May (A15). Of a study, a discussion is
one too (A25); a round of all groups is one study of the branch (A26).
"""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    EVERYWHERE,
    Answers,
    Data,
    Told,
    answer,
    at,
    by,
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
    sat_for,
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
BOOKS = {
    "integrity": "《中国共产党廉洁自律准则》",
    "discipline": "《中国共产党纪律处分条例》",
    "rights": "《中国共产党党员权利保障条例》",
}
READING = (*STUDY, "party-lecture", *ACTIVITY)
QUARTERS = {"Q2": 4, "Q3": 7, "Q4": 10}


def whole(year: Data) -> list[date]:
    """Every day of the year."""
    return days(date(year["year"], 1, 1), date(year["year"], 12, 31))


def months(year: Data) -> list[int]:
    """The months demanded: from May, or from the day the branch set (A15)."""
    since = year["params"].get("bj-2016/months_from", f"{year['year']}-05-01")
    return [
        month
        for month in range(1, 13)
        if date(year["year"], month, 1) >= date.fromisoformat(since)
    ]


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
    for month in months(year):
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
        for month in months(year):
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
    for month in months(year):
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
        for month in months(year):
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
    """一（二）总体任务 and 一（二）3: a lecture around 1 July; one that the unit held for
    its branches is one too (二3-4, A31)."""
    window, band = _july(year)
    levels = ("branch", "above")
    done = for_year(year, held(year, ("party-lecture",), as_of, levels=levels))
    more = coming(year, ("party-lecture",), as_of, band, levels=levels)
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
        for act in held(year, ("party-lecture",), as_of, levels=EVERYWHERE):
            if name in act["lecturers"]:
                own.append(act)
        own = for_year(year, own)
        more = coming(
            year, ("party-lecture",), as_of, band, only=by(name), levels=EVERYWHERE
        )
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


def dues_each_month(year: Data, as_of: date) -> Told:
    """一（二）: each member pays each month; a month paid late counts for ever. One
    answer for each member: months in which he was not there on the last day are none."""
    of_each: dict[str, list[tuple[str, str]]] = {}
    for month in months(year):
        window = month_days(year["year"], month)
        for name in members(year, window[-1]):
            done = []
            for row in year["dues"]:
                if row["month"] == month and name in row["who"] and row["day"] <= as_of:
                    done.append(row)
            told = answer(1, done, 0, window, as_of, late=date.max)
            of_each.setdefault(name, []).append((month_of(year, month), told))
    rule, label = "bj-2016/dues-each-month", str(year["year"])
    return {(rule, name, label, None): told for name, told in of_each.items()}


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
    decrease, those of one day stand in order. A step that is not written can still be;
    while steps that will complete them are on days to come, nothing is overdue."""
    told = []
    for act in _evaluations(year, as_of):
        if _goes_by_its_steps(act, as_of):
            told.append("met")
            continue
        to_come = [day for _, day in act["steps"] if day > as_of]
        will = any(_goes_by_its_steps(act, day) for day in to_come)
        told.append("open" if will else "overdue")
    if not told:
        return {}
    return {("bj-2016/evaluation-steps", BRANCH, str(year["year"]), None): worst(told)}


def _goes_by_its_steps(act: Data, day: date) -> bool:
    """Whether the four steps up to a day are all there, in order."""
    so_far = [(name, its_day) for name, its_day in act["steps"] if its_day <= day]
    places = []
    for name in FOUR_STEPS:
        for place, (other, its_day) in enumerate(so_far):
            if other == name:
                places.append((its_day, place))
    return len(places) == 4 and places == sorted(places)


def evaluation_grade(year: Data, as_of: date) -> Answers:
    """一（二）5: each evaluated member gets a grade; the probationary need none (A39).
    The text gives no day: a month is no delay, and it is never too late; a grade of a
    second evaluation within the month is one too."""
    found: Answers = {}
    kinds = ("democratic-evaluation", "organization-life-meeting")
    graded = held(year, kinds, as_of)
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
    return _talked_with("talk-with-each-member", year, as_of, has_committee(year))


def talk_by_secretary(year: Data, as_of: date) -> Answers:
    """一（二）5: without a committee the secretary talks with each of the others (A41)."""
    return _talked_with("talk-by-secretary", year, as_of, not has_committee(year))


def _talked_with(rule: str, year: Data, as_of: date, applies: bool) -> Answers:
    found: Answers = {}
    if not applies:
        return found
    officers = [one["name"] for one in year["committee"]]
    before = int(year["params"].get("bj-2016/talk_days", "60d")[:-1])
    for act in _evaluations(year, as_of):
        window = days(act["day"] - timedelta(before), act["day"])
        band = days(act["day"] - timedelta(183), act["day"] + timedelta(30))
        for name in members(year, act["day"]):
            if not has_committee(year) and name in officers:
                continue
            done = []
            for talk in year["talks"]:
                if (
                    talk["from"] in officers
                    and name in talk["to"]
                    and talk["day"] <= as_of
                ):
                    done.append(talk)
            key = (f"bj-2016/{rule}", name, str(act["day"]), None)
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


def opinions_before_life_meeting(year: Data, as_of: date) -> Answers:
    """一（二）4: opinions are asked before each life meeting: in the 60 days before it;
    with a note in the year before it, and on its own day (A21)."""
    found: Answers = {}
    meetings = held(year, ("organization-life-meeting",), as_of)
    for act in for_year(year, meetings):
        day = act["day"]
        window = days(day - timedelta(60), day - timedelta(1))
        band = days(day - timedelta(366), day)
        done = held(year, ("opinion-solicitation",), as_of)
        key = ("bj-2016/opinions-before-life-meeting", BRANCH, str(day), None)
        found[key] = answer(1, done, 0, window, as_of, band=band, late=band[-1])
    return found


def party_rules_studied(year: Data, as_of: date) -> Answers:
    """一（二）2: the code, the regulations on discipline and those on rights are read, in
    the branch or in a round of all groups (A26). No plan here names a text."""
    found: Answers = {}
    for name, title in BOOKS.items():

        def reading(group: str | None, title: str = title) -> list[Data]:
            acts = for_year(year, held(year, READING, as_of, group))
            return [act for act in acts if title in act["materials"]]

        turns = 0
        for month in range(1, 13):
            window = month_days(year["year"], month)
            counts = [count_in(reading(group), window) for group in year["groups"]]
            turns += min(counts, default=0)
        key = (f"bj-2016/party-rules-studied/{name}", BRANCH, str(year["year"]), None)
        own = reading(None)
        found[key] = answer(1, own, 0, whole(year), as_of, others=turns)
    return found


def leader_at_activity(year: Data, as_of: date) -> Answers:
    """一（二）领导干部总体任务: each leading cadre takes part in an activity of members,
    wherever it was (A31). Of one that names nobody it is not known who was there."""
    found: Answers = {}
    for name in leaders(year, date(year["year"], 12, 31), RANKS):
        there, perhaps = [], 0
        for act in for_year(year, held(year, ACTIVITY, as_of, levels=EVERYWHERE)):
            if is_member(year, name, act["day"]):
                how = at(year, act, name)
                there += [act] if how == "present" else []
                perhaps += how == "unsaid"
        more = coming(year, ACTIVITY, as_of, whole(year), levels=EVERYWHERE)
        key = ("bj-2016/leader-at-activity", name, str(year["year"]), None)
        told = answer(1, there, more, whole(year), as_of)
        found[key] = "undecidable" if told == "missed" and perhaps else told
    return found


def evaluation_of_all_members(year: Data, as_of: date) -> Answers:
    """一（二）5: the evaluation is held at a meeting of all members; told in one record or
    in two of one sitting. Planned it is by an item that plans the evaluation, where one
    that plans such a meeting has the same days."""
    of = year["year"]
    kinds = ("democratic-evaluation",)

    def of_all(act: Data) -> bool:
        return "all-member-meeting" in sat_for(year, act)

    done = list(filter(of_all, for_year(year, held(year, kinds, as_of))))
    meeting = "all-member-meeting"
    more = coming(year, kinds, as_of, whole(year), only=of_all, also=meeting)
    key = ("bj-2016/evaluation-of-all-members", BRANCH, str(of), None)
    late = end_of_february(of + 1)
    return {key: answer(1, done, more, whole(year), as_of, late=late)}


def groups_in_large_branch(year: Data, as_of: date) -> Answers:
    """一（二）1: a branch of too many members has groups; what is too many the text does
    not say (A32), the branch may. Judged as it stands, and mended any day."""
    limit = year["params"].get("bj-2016/many_members")
    of = year["year"]
    day = min(as_of, date(of, 12, 31))
    if limit is None or len(members(year, day)) < int(limit):
        return {}
    key = ("bj-2016/groups-in-large-branch", BRANCH, str(of), None)
    return {key: "met" if year["groups"] else "overdue"}


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
    "bj-2016/talk-by-secretary": talk_by_secretary,
    "bj-2016/opinions-before-life-meeting": opinions_before_life_meeting,
    **{f"bj-2016/party-rules-studied/{name}": party_rules_studied for name in BOOKS},
    "bj-2016/leader-at-activity": leader_at_activity,
    "bj-2016/evaluation-of-all-members": evaluation_of_all_members,
    "bj-2016/groups-in-large-branch": groups_in_large_branch,
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
    "bj-2016/dues-each-month",
    "bj-2016/thought-report",
    "bj-2016/leader-lecture-around-july-first",
    "bj-2016/collective-study-eight",
)
DUE = {"bj-2016/leader-lecture-around-july-first": "07-15"}
PARAMS = {
    "bj-2016/months_from": (None, None, "2016-07-01", "2016-06-02"),
    "bj-2016/many_members": (None, "4", "6"),
    "bj-2016/talk_days": (None, "45d"),
}
