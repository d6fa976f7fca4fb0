"""nwupl-2018 judged naively: one function a duty, from the document and the reading.

The text bears no day; recurrences begin with July and its pair of months (A15).
"""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    Answers,
    Data,
    Told,
    answer,
    by,
    coming,
    days,
    event,
    for_month,
    for_year,
    has_committee,
    held,
    members,
    month_days,
    works,
)

RANKS = ("副处级", "处级")  # 处级以上: both halves of the rank, and above (A38)
OFFICE = "机关党委办公室"
ISSUED = date(2018, 5, 5)  # it quotes a speech of the day before
PARTY_DAY = ("theme-party-day", "party-activity-day")
SERVICE = ("oath-review", "volunteer-service")  # activities of the party, too (A52)


def study_monthly(year: Data, as_of: date) -> Answers:
    """一3: a collective study each month; a discussion is another matter (A25)."""
    found: Answers = {}
    for month in range(7, 13):
        window = month_days(year["year"], month)
        done = for_month(held(year, ("collective-study",), as_of))
        more = coming(year, ("collective-study",), as_of, window)
        key = ("nwupl-2018/study-monthly", BRANCH, f"{year['year']}-{month:02}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def discussion_two_monthly(year: Data, as_of: date) -> Answers:
    """一3: a discussion every two months, by the calendar (A13)."""
    found: Answers = {}
    for month in (7, 9, 11):
        window = month_days(year["year"], month, 2)
        done = for_month(held(year, ("thematic-discussion",), as_of))
        more = coming(year, ("thematic-discussion",), as_of, window)
        pair = f"{year['year']}-{month:02}/{month + 1:02}"
        key = ("nwupl-2018/discussion-two-monthly", BRANCH, pair, None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def lecture_before_july_first(year: Data, as_of: date) -> Answers:
    """一2: before 1 July the secretary, or a cadre of rank, lectures; 05-01 to 06-30,
    with a note from January on and on the day itself (A2)."""
    of = year["year"]
    window, band = (
        days(date(of, 5, 1), date(of, 6, 30)),
        days(date(of, 1, 1), date(of, 7, 1)),
    )
    may = [year["committee"][0]["name"]]
    for one in year["members"]:
        if one["rank"] in RANKS:
            may.append(one["name"])
    done = []
    for act in for_year(year, held(year, ("party-lecture",), as_of)):
        if any(name in act["lecturers"] for name in may):
            done.append(act)
    more = coming(year, ("party-lecture",), as_of, band, only=by(*may))
    key = ("nwupl-2018/lecture-before-july-first", BRANCH, str(of), None)
    return {key: answer(1, done, more, window, as_of, band=band, late=band[-1])}


def filed_next_day(year: Data, as_of: date) -> Answers:
    """一2: an activity or a lecture is filed with the office by the next day (A4, A5);
    where that is no working day, by the next working day; late for ever."""
    found: Answers = {}
    acts = held(year, (*PARTY_DAY, *SERVICE, "party-lecture"), as_of)
    for act in for_year(year, acts):
        if act["day"] < ISSUED:
            continue
        last = act["day"] + timedelta(1)
        window = days(act["day"], last)
        while not works(last):
            last += timedelta(1)
        band = days(act["day"], last)
        done = []
        for body, day in act["filed"]:
            if body == OFFICE and day <= as_of:
                done.append({"day": day})
        key = ("nwupl-2018/filed-next-day", event(act), str(act["day"]), None)
        found[key] = answer(1, done, 0, window, as_of, band=band, late=date.max)
    return found


def party_day_monthly(year: Data, as_of: date) -> Answers:
    """二2: a party day each month."""
    found: Answers = {}
    for month in range(7, 13):
        window = month_days(year["year"], month)
        done = for_month(held(year, PARTY_DAY, as_of))
        more = coming(year, PARTY_DAY, as_of, window)
        key = (
            "nwupl-2018/party-day-monthly",
            BRANCH,
            f"{year['year']}-{month:02}",
            None,
        )
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def committee_weekly(year: Data, as_of: date) -> Told:
    """二2: the committee meets each week; whole ISO weeks from July (A14), one answer
    for the year; no committee, no duty (A41)."""
    if not has_committee(year):
        return {}
    told: list[tuple[str, str]] = []
    first = date(year["year"], 7, 1)
    while first.weekday() != 0:
        first += timedelta(1)
    while (first + timedelta(3)).year == year["year"]:
        week = days(first, first + timedelta(6))
        done = for_month(held(year, ("committee-meeting",), as_of))
        more = coming(year, ("committee-meeting",), as_of, week)
        said = answer(1, done, more, week, as_of, late=week[-1])
        told.append((first.strftime("%G-W%V"), said))
        first += timedelta(7)
    return {("nwupl-2018/committee-weekly", BRANCH, str(year["year"]), None): told}


def personal_plan_each_member(year: Data, as_of: date) -> Answers:
    """一3: each member hands in a plan of self-study by 10 July (A3, A39); late to the
    end of the year."""
    of = year["year"]
    window = days(date(of, 1, 1), date(of, 7, 10))
    found: Answers = {}
    for name in members(year, window[-1]):
        done = []
        for paper in year["papers"]:
            if "personal-study-plan" in paper["kinds"] and name in paper["who"]:
                if paper["day"] <= as_of:
                    done.append(paper)
        key = ("nwupl-2018/personal-plan-each-member", name, str(of), None)
        found[key] = answer(1, done, 0, window, as_of, late=date(of, 12, 31))
    return found


def month_opened_by_meeting(year: Data, as_of: date) -> Answers:
    """二2: the meeting that arranges the month comes before all else of that month: no
    activity, study, discussion or lecture on any day of the month before it."""
    found: Answers = {}
    kinds = (*PARTY_DAY, *SERVICE, "collective-study", "thematic-discussion")
    for act in for_year(year, held(year, ("all-member-meeting",), as_of)):
        day = act["day"]
        if act["agenda"] != "安排当月活动" or day < ISSUED:
            continue
        before = 0
        for other in held(year, (*kinds, "party-lecture"), as_of):
            if other["day"] < day and other["day"].month == day.month:
                before += other["day"].year == day.year
        key = ("nwupl-2018/month-opened-by-meeting", event(act), str(day), None)
        found[key] = "missed" if before else "met"
    return found


DUTIES = {
    "nwupl-2018/study-monthly": study_monthly,
    "nwupl-2018/discussion-two-monthly": discussion_two_monthly,
    "nwupl-2018/lecture-before-july-first": lecture_before_july_first,
    "nwupl-2018/filed-next-day": filed_next_day,
    "nwupl-2018/party-day-monthly": party_day_monthly,
    "nwupl-2018/committee-weekly": committee_weekly,
    "nwupl-2018/personal-plan-each-member": personal_plan_each_member,
    "nwupl-2018/month-opened-by-meeting": month_opened_by_meeting,
}
WAIVABLE = (
    "nwupl-2018/study-monthly",
    "nwupl-2018/discussion-two-monthly",
    "nwupl-2018/party-day-monthly",
    "nwupl-2018/committee-weekly",
    "nwupl-2018/personal-plan-each-member",
)
DUE = {"nwupl-2018/personal-plan-each-member": "07-10"}
