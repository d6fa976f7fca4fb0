"""sd-2021 judged naively: one function a duty, from the document and the reading.

The text bears no day; it was issued before 1 July, and what recurs begins then (A15).
"""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    Answers,
    Data,
    answer,
    coming,
    days,
    for_month,
    for_year,
    held,
    is_member,
    lecture_of_each,
    month_days,
    paper_of_each,
)

PARTY_DAY = ("theme-party-day", "party-activity-day")
BEFORE_JULY = {
    "life-meeting": "organization-life-meeting",
    "lecture": "party-lecture",
    "oath": "oath-review",
    "volunteering": "volunteer-service",
    "civility": "civility-publicity",
}


def before_july_first(year: Data, as_of: date) -> Answers:
    """四: before 1 July a life meeting, a lecture, the oath, volunteering, publicity;
    05-01 to 06-30, with a note from January on and on the day itself (A2)."""
    of = year["year"]
    window, band = (
        days(date(of, 5, 1), date(of, 6, 30)),
        days(date(of, 1, 1), date(of, 7, 1)),
    )
    found: Answers = {}
    for name, kind in BEFORE_JULY.items():
        done = for_year(year, held(year, (kind,), as_of))
        more = coming(year, (kind,), as_of, band)
        key = (f"sd-2021/before-july-first/{name}", BRANCH, str(of), None)
        found[key] = answer(1, done, more, window, as_of, band=band, late=band[-1])
    return found


def activity_day(year: Data, as_of: date) -> Answers:
    """四: an activity day each month (A17: no day at all is the gap)."""
    found: Answers = {}
    for month in range(7, 13):
        window = month_days(year["year"], month)
        done = for_month(held(year, PARTY_DAY, as_of))
        more = coming(year, PARTY_DAY, as_of, window)
        key = ("sd-2021/activity-day", BRANCH, f"{year['year']}-{month:02}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def activity_day_on_the_seventh(year: Data, as_of: date) -> Answers:
    """四: on the 7th; or moved from it, with a reason, by at most three days (A17)."""
    found: Answers = {}
    for month in range(7, 13):
        seventh = date(year["year"], month, 7)
        window = days(seventh, seventh)
        band = days(seventh - timedelta(3), seventh + timedelta(3))
        done = []
        for act in for_month(held(year, PARTY_DAY, as_of)):
            if act["day"] == seventh or act["moved_from"] == seventh:
                done.append(act)
        more = coming(year, PARTY_DAY, as_of, band)
        key = ("sd-2021/activity-day~", BRANCH, f"{year['year']}-{month:02}", None)
        found[key] = answer(1, done, more, window, as_of, band=band, late=band[-1])
    return found


def study_each_month(year: Data, as_of: date) -> Answers:
    """三（一）: study month by month; a discussion is another matter (A25)."""
    found: Answers = {}
    for month in range(7, 13):
        window = month_days(year["year"], month)
        done = for_month(held(year, ("collective-study",), as_of))
        more = coming(year, ("collective-study",), as_of, window)
        key = ("sd-2021/study-each-month", BRANCH, f"{year['year']}-{month:02}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def secretary_lectures(year: Data, as_of: date) -> Answers:
    """五: the secretary lectures at least once a year."""
    who = [year["committee"][0]["name"]]
    return lecture_of_each(year, as_of, who, "sd-2021/secretary-lectures")


def self_check(year: Data, as_of: date) -> Answers:
    """三（三）: each member checks himself, at least once in the year (A16)."""
    return paper_of_each(year, as_of, "member-self-check", "sd-2021/self-check")


def branch_measures_closed(year: Data, as_of: date) -> Answers:
    """六（三）: what the branch is to put right is put right by its day; late for ever."""
    return _closed("branch-measures-closed", year, as_of)


def personal_measures_closed(year: Data, as_of: date) -> Answers:
    """六（三）: and so what a member is to put right."""
    return _closed("personal-measures-closed", year, as_of)


def _closed(rule: str, year: Data, as_of: date) -> Answers:
    """What is due in another year is a duty of that one; who left before it was due owes
    it no more."""
    found: Answers = {}
    for one in year["measures"]:
        if one["day"] > as_of or one["due"].year != year["year"]:
            continue
        if (one["owner"] is None) != rule.startswith("branch"):
            continue
        window = days(one["day"], one["due"])
        done = []
        if one["closed_on"] is not None and one["closed_on"] <= as_of:
            done.append({"day": one["closed_on"]})
        key = (f"sd-2021/{rule}", one["owner"] or BRANCH, str(one["day"]), None)
        told = answer(1, done, 0, window, as_of, late=date.max)
        if one["owner"] and not is_member(year, one["owner"], one["due"]):
            if told not in ("met", "late"):
                continue
        found[key] = told
    return found


DUTIES = {
    **{f"sd-2021/before-july-first/{name}": before_july_first for name in BEFORE_JULY},
    "sd-2021/activity-day": activity_day,
    "sd-2021/activity-day~": activity_day_on_the_seventh,
    "sd-2021/study-each-month": study_each_month,
    "sd-2021/secretary-lectures": secretary_lectures,
    "sd-2021/self-check": self_check,
    "sd-2021/branch-measures-closed": branch_measures_closed,
    "sd-2021/personal-measures-closed": personal_measures_closed,
}
WAIVABLE = (
    "sd-2021/study-each-month",
    "sd-2021/activity-day",
    "sd-2021/secretary-lectures",
    "sd-2021/self-check",
)
DUE = {"sd-2021/activity-day~": "07"}
