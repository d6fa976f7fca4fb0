"""cas-2016 judged naively: one function a duty, from the document and the reading."""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    Answers,
    Data,
    answer,
    coming,
    days,
    end_of_february,
    event,
    for_month,
    for_year,
    held,
    month_days,
    paper_of_each,
    sat_for,
)

TOPICS = {
    "学党章，坚定理想信念": (4, 30),
    "学党规，严守纪律规矩": (6, 30),
    "学讲话，增强“四个意识”": (9, 30),
    "学宗旨，坚持创新为民": (11, 30),
}
QUARTERS = {"Q2": 4, "Q3": 7, "Q4": 10}


def four_topics(year: Data, as_of: date) -> Answers:
    """一（一）专题一 to 专题四: a discussion of each topic by its day (A3: the day too,
    A9: also the day before the plan was published); late to the end of the year (A8)."""
    of = year["year"]
    found: Answers = {}
    for topic, (month, day) in TOPICS.items():
        window = days(date(of, 1, 1), date(of, month, day))
        done = []
        more = 0
        for act in for_year(year, held(year, ("thematic-discussion",), as_of)):
            if act["topic"] == topic:
                done.append(act)
        label = topic.replace("“", "").replace("”", "")
        key = ("cas-2016/four-topics", BRANCH, str(of), label)
        found[key] = answer(1, done, more, window, as_of, late=date(of, 12, 31))
    return found


def meeting_each_quarter(year: Data, as_of: date) -> Answers:
    """一（一）: each quarter a meeting of all members with a discussion; from the second
    quarter (A8, A15)."""
    found: Answers = {}
    for name, month in QUARTERS.items():
        window = month_days(year["year"], month, 3)
        done = []
        for act in for_month(held(year, ("all-member-meeting",), as_of)):
            if "thematic-discussion" in sat_for(year, act):
                done.append(act)
        more = 0
        both = {"all-member-meeting", "thematic-discussion"}
        for act in year["acts"]:
            if act["state"] == "planned" and sat_for(year, act) >= both:
                if act["day"] in window and act["day"] >= as_of:
                    more += 1
        key = ("cas-2016/meeting-each-quarter", BRANCH, f"{year['year']}-{name}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def lecture_around_july_first(year: Data, as_of: date) -> Answers:
    """一（二）: a lecture around 1 July (A1), the unit's too (A31)."""
    of = year["year"]
    window, band = (
        days(date(of, 6, 15), date(of, 7, 15)),
        days(date(of, 6, 1), date(of, 7, 31)),
    )
    levels = ("branch", "above")
    done = for_year(year, held(year, ("party-lecture",), as_of, levels=levels))
    more = coming(year, ("party-lecture",), as_of, band, levels=levels)
    key = ("cas-2016/lecture-around-july-first", BRANCH, str(of), None)
    return {key: answer(1, done, more, window, as_of, band=band, late=band[-1])}


def reflection_note_of_each_member(year: Data, as_of: date) -> Answers:
    """一（一）: each member writes down a reflection, at least once in the year (A35)."""
    return paper_of_each(
        year, as_of, "reflection-note", "cas-2016/reflection-note-of-each-member"
    )


def summary_filed(year: Data, as_of: date) -> Answers:
    """一（一）: after each discussion its summary is handed in (A34); the text names no
    day, so it is due by the end of the year, of its last days 31 days after them, and
    never too late."""
    found: Answers = {}
    for act in for_year(year, held(year, ("thematic-discussion",), as_of)):
        month = act["day"] + timedelta(31)
        window = days(act["day"], max(date(year["year"], 12, 31), month))
        done = []
        if act["summary"] is not None and act["summary"] <= as_of:
            done.append({"day": act["summary"]})
        key = ("cas-2016/summary-filed", event(act), str(act["day"]), None)
        found[key] = answer(1, done, 0, window, as_of, late=date.max)
    return found


def life_meeting_after_topics(year: Data, as_of: date) -> Answers:
    """一（三）: the life meeting comes after the discussions of the topics (A22): from the
    day of each on to the end of the year; late to the end of the next February (A6).
    Which year's meeting it is, is a matter of the duty to hold one."""
    of = year["year"]
    found: Answers = {}
    for act in for_year(year, held(year, ("thematic-discussion",), as_of)):
        if act["topic"] not in TOPICS:
            continue
        window = days(act["day"], date(of, 12, 31))
        done = [
            meeting
            for meeting in held(year, ("organization-life-meeting",), as_of)
            if meeting["day"].year <= of or meeting["for_year"] == of
        ]
        more = coming(year, ("organization-life-meeting",), as_of, window)
        key = ("cas-2016/life-meeting-after-topics", event(act), str(act["day"]), None)
        late = end_of_february(of + 1)
        found[key] = answer(1, done, more, window, as_of, late=late)
    return found


DUTIES = {
    "cas-2016/four-topics": four_topics,
    "cas-2016/meeting-each-quarter": meeting_each_quarter,
    "cas-2016/lecture-around-july-first": lecture_around_july_first,
    "cas-2016/reflection-note-of-each-member": reflection_note_of_each_member,
    "cas-2016/summary-filed": summary_filed,
    "cas-2016/life-meeting-after-topics": life_meeting_after_topics,
}
WAIVABLE = (
    "cas-2016/meeting-each-quarter",
    "cas-2016/lecture-around-july-first",
    "cas-2016/reflection-note-of-each-member",
)
DUE = {"cas-2016/lecture-around-july-first": "07-15"}
