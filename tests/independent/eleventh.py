"""b11-2016 judged naively: one function a duty, from the document and the reading.

From when it is in force the text does not say (A15): unset, no recurrence is judged.
"""

from __future__ import annotations

from datetime import date, timedelta

from .naive import (
    BRANCH,
    Answers,
    Data,
    Told,
    answer,
    coming,
    days,
    for_month,
    for_year,
    held,
    leaders,
    lecture_of_each,
    members,
    month_days,
    paper_of_each,
)

STUDY = ("collective-study",)
READING = (
    *(*STUDY, "thematic-discussion", "party-lecture", "all-member-meeting"),
    *("theme-party-day", "volunteer-service", "oath-review"),
)
RULES = ("廉洁自律准则", "纪律处分条例", "党员权利保障条例")
RANKS = ("科级", "副处级", "处级")  # the text names no rank: any (A38)


def in_force(year: Data) -> date | None:
    """The first day from which something recurrent is demanded."""
    text = year["params"].get("b11-2016/effective_from")
    return None if text is None else date.fromisoformat(text)


def collective_study_weekly(year: Data, as_of: date) -> Told:
    """计划表·二是: study together each week; whole ISO weeks from the first day in force
    (A14), one answer for the year."""
    since = in_force(year)
    key = ("b11-2016/collective-study-weekly", BRANCH, str(year["year"]), None)
    if since is None:
        return {key: "undecidable"}
    told: list[tuple[str, str]] = []
    first = date(year["year"], 1, 1)
    while first.weekday() != 0:
        first += timedelta(1)
    while first.year == year["year"] and first.isocalendar().year == year["year"]:
        week = days(first, first + timedelta(6))
        if first >= since:
            done = for_month(held(year, STUDY, as_of))
            more = coming(year, STUDY, as_of, week)
            said = answer(1, done, more, week, as_of, late=week[-1])
            told.append((first.strftime("%G-W%V"), said))
        first += timedelta(7)
    return {key: told} if told else {}


def collective_study_monthly(year: Data, as_of: date) -> Answers:
    """一3: at least once a month."""
    since = in_force(year)
    rule = "b11-2016/collective-study-monthly"
    if since is None:
        return {(rule, BRANCH, str(year["year"]), None): "undecidable"}
    found: Answers = {}
    for month in range(1, 13):
        window = month_days(year["year"], month)
        if window[0] < since:
            continue
        done = for_month(held(year, STUDY, as_of))
        more = coming(year, STUDY, as_of, window)
        key = (rule, BRANCH, f"{year['year']}-{month:02}", None)
        found[key] = answer(1, done, more, window, as_of, late=window[-1])
    return found


def dues_each_month(year: Data, as_of: date) -> Answers:
    """计划表·问题3: each member pays each month; a month paid late counts for ever."""
    since = in_force(year)
    rule = "b11-2016/dues-each-month"
    if since is None:
        return {(rule, BRANCH, str(year["year"]), None): "undecidable"}
    found: Answers = {}
    for month in range(1, 13):
        window = month_days(year["year"], month)
        if window[0] < since:
            continue
        for name in members(year, window[-1]):
            done = []
            for row in year["dues"]:
                if row["month"] == month and name in row["who"] and row["day"] <= as_of:
                    done.append(row)
            key = (rule, name, f"{year['year']}-{month:02}", None)
            found[key] = answer(1, done, 0, window, as_of, late=date.max)
    return found


def essay_each_member(year: Data, as_of: date) -> Answers:
    """一3: each member writes at least one essay in the year."""
    return paper_of_each(year, as_of, "reflection-essay", "b11-2016/essay-each-member")


def leaders_lecture(year: Data, as_of: date) -> Answers:
    """一3: each leading cadre lectures in the year."""
    who = leaders(year, date(year["year"], 12, 31), RANKS)
    return lecture_of_each(year, as_of, who, "b11-2016/leaders-lecture")


def charter_and_rules_studied(year: Data, as_of: date) -> Answers:
    """一2: the constitution, and of the rules of the Party at least one text,     are read
    in the year. No plan here names a text."""
    window = days(date(year["year"], 1, 1), date(year["year"], 12, 31))
    found: Answers = {}
    for label, words in (("党章", ("党章程",)), ("党规", RULES)):
        done = []
        for act in for_year(year, held(year, READING, as_of)):
            if any(word in title for title in act["materials"] for word in words):
                done.append(act)
        key = ("b11-2016/charter-and-rules-studied", BRANCH, str(year["year"]), label)
        found[key] = answer(1, done, 0, window, as_of)
    return found


DUTIES = {
    "b11-2016/collective-study-weekly": collective_study_weekly,
    "b11-2016/collective-study-monthly": collective_study_monthly,
    "b11-2016/dues-each-month": dues_each_month,
    "b11-2016/essay-each-member": essay_each_member,
    "b11-2016/leaders-lecture": leaders_lecture,
    "b11-2016/charter-and-rules-studied": charter_and_rules_studied,
}
WAIVABLE = (
    "b11-2016/collective-study-weekly",
    "b11-2016/collective-study-monthly",
    "b11-2016/dues-each-month",
    "b11-2016/essay-each-member",
)
PARAMS = {
    "b11-2016/effective_from": (
        *(None, "2016-01-01", "2016-04-01", "2016-04-02", "2016-09-05"),
    )
}
