"""What the naive judges share: who is where, what was held, and how a count is answered.

Day by day, with plain loops; no module of lxyz is read here. The answers are those of
DESIGN §5, the reading those of the notes named at each function.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any

Data = dict[str, Any]
Answers = dict[tuple[str, str, str, str | None], str]
"""Rule, subject, span and label, and the outcome."""

BRANCH = "样例支部"


@cache
def days(first: date, last: date) -> list[date]:
    """Every day from the first to the last, both included."""
    found = []
    day = first
    while day <= last:
        found.append(day)
        day += timedelta(1)
    return found


@cache
def month_days(year: int, month: int, months: int = 1) -> list[date]:
    """Every day of a month, or of so many months from it."""
    found = []
    for day in days(date(year, 1, 1), date(year, 12, 31)):
        if month <= day.month < month + months:
            found.append(day)
    return found


def end_of_february(year: int) -> date:
    """The last day of February."""
    day = date(year, 2, 28)
    return day + timedelta(1) if (day + timedelta(1)).month == 2 else day


def is_member(year: Data, name: str, day: date) -> bool:
    """On the roster: from the day of joining to the day of leaving, both included."""
    for one in year["members"]:
        if one["name"] != name:
            continue
        if day < one["from"]:
            return False
        return one["until"] is None or day <= one["until"]
    return False


def members(year: Data, day: date) -> list[str]:
    """Everyone on the roster that day (A39: the probationary too, and those away)."""
    return [m["name"] for m in year["members"] if is_member(year, m["name"], day)]


def leaders(year: Data, day: date, ranks: tuple[str, ...]) -> list[str]:
    """The leading cadres on the roster that day, by the ranks a pack names (A38)."""
    found = []
    for one in year["members"]:
        if one["rank"] in ranks and is_member(year, one["name"], day):
            found.append(one["name"])
    return found


def away(year: Data, name: str, day: date) -> bool:
    """On leave that day."""
    for one in year["members"]:
        if one["name"] == name and one["leave"] is not None:
            return one["leave"][0] <= day <= one["leave"][1]
    return False


def at(year: Data, act: Data, name: str) -> str:
    """How a member stands in something held: nobody is absent or present by silence; of
    all, those on leave are excused."""
    if act["told"] == "held":
        return "unsaid"
    if act["told"] == "some":
        return "present" if name in act["who"] else "unmentioned"
    if name in act["who"]:
        return "absent" if act["told"] == "all-but-absent" else "excused"
    return "excused" if away(year, name, act["day"]) else "present"


def has_committee(year: Data) -> bool:
    """A secretary alone is no committee (A41)."""
    return len(year["committee"]) > 1


def held(
    year: Data, kinds: Iterable[str], as_of: date, group: str | None = None
) -> list[Data]:
    """What was held of any of the kinds up to a day, each once (A24), by the branch or
    by one group."""
    found = []
    for act in year["acts"]:
        if act["state"] != "held" or act["group"] != group or act["day"] > as_of:
            continue
        if any(kind in act["kinds"] for kind in kinds):
            found.append(act)
    return found


def coming(
    year: Data,
    kinds: Iterable[str],
    as_of: date,
    window: list[date],
    *,
    group: str | None = None,
    lecturers: tuple[str, ...] | None = None,
) -> int:
    """How many more are planned in a window, from today on: acts told before they are
    held, and items of a plan that is out; where `lecturers` are named, by one of them."""
    number = 0
    for act in year["acts"]:
        if act["state"] != "planned" or act["group"] != group:
            continue
        if lecturers is not None and not set(lecturers) & set(act["lecturers"]):
            continue
        if any(kind in act["kinds"] for kind in kinds):
            if act["day"] in window and act["day"] >= as_of:
                number += 1
    if group is None:
        for stretch in _not_carried_out(year, kinds, as_of, window, lecturers):
            if any(day in window and day >= as_of for day in stretch):
                number += 1
    return number


def _not_carried_out(
    year: Data,
    kinds: Iterable[str],
    as_of: date,
    window: list[date],
    lecturers: tuple[str, ...] | None,
) -> list[list[date]]:
    """The days of each item of the plan that touches a window and was not yet carried
    out. What is held uses up an item of its kind and days (or of the day it was moved
    from), the one that ends first."""
    plan = year["plan"]
    if plan is None or plan["day"] > as_of:
        return []
    waiting = []
    for item in sorted(plan["items"], key=lambda item: item["last"]):
        stretch = days(item["first"], item["last"])
        if item["kind"] in kinds and any(day in window for day in stretch):
            waiting.append((item["kind"], stretch))
    for act in sorted(held(year, kinds, as_of), key=lambda act: act["day"]):
        if act["for_year"] not in (None, year["year"]):
            continue
        if lecturers is not None and not set(lecturers) & set(act["lecturers"]):
            continue
        for kind, stretch in waiting:
            if not _is_one(year, act, kind):
                continue
            if act["day"] in stretch or act["moved_from"] in stretch:
                waiting.remove((kind, stretch))
                break
    return [stretch for _, stretch in waiting]


def _is_one(year: Data, act: Data, kind: str) -> bool:
    """Whether something held is what an item of a plan names: a study is no discussion,
    but in bj-2016 a discussion is a study (A25)."""
    if kind == "collective-study" and "bj-2016" in year["packs"]:
        return kind in act["kinds"] or "thematic-discussion" in act["kinds"]
    return kind in act["kinds"]


def for_month(acts: list[Data]) -> list[Data]:
    """What may serve a month or a quarter: acts that do not say that they count for a
    whole year."""
    return [act for act in acts if act["for_year"] is None]


def for_year(year: Data, acts: list[Data]) -> list[Data]:
    """What may serve the year: acts of its days that count for no other, and acts of
    another day that say they count for it."""
    found = []
    for act in acts:
        counted = act["for_year"] or act["day"].year
        if counted == year["year"]:
            found.append(act)
    return found


def count_in(done: list[Data], window: list[date]) -> int:
    """How many lie in a window."""
    return len([one for one in done if one["day"] in window])


def answer(
    need: int,
    done: list[Data],
    more: int,
    window: list[date],
    as_of: date,
    *,
    band: list[date] | None = None,
    late: date | None = None,
    others: int = 0,
) -> str:
    """How many of `done` fall in the window, in its band, and after it up to `late`
    (both days included); `others` count beside them, and `more` are still planned."""
    wide = band or window
    inside = in_band = behind = 0
    for one in done:
        day = one["day"]
        if day in window:
            inside += 1
        if day in wide:
            in_band += 1
        elif day > wide[-1] and (late is None or day <= late):
            behind += 1
    if max(inside, in_band) + others >= need:
        return "met"
    if in_band + behind + others >= need:
        return "late"
    if as_of <= wide[-1]:
        return "planned" if in_band + others + more >= need else "open"
    if late is not None and as_of <= late:
        return "overdue"
    return "missed"


def paper_of_each(year: Data, as_of: date, kind: str, rule: str) -> Answers:
    """At least one paper of a kind in the year by each member."""
    window = days(date(year["year"], 1, 1), date(year["year"], 12, 31))
    found: Answers = {}
    for name in members(year, window[-1]):
        done = []
        for paper in year["papers"]:
            if kind in paper["kinds"] and name in paper["who"]:
                if paper["day"] <= as_of:
                    done.append(paper)
        found[rule, name, str(year["year"]), None] = answer(1, done, 0, window, as_of)
    return found


def excuse(year: Data, answers: Answers, as_of: date) -> Answers:
    """The same answers, but what is not done of a month, or of several, is excused where
    a waiver that was given by then is of its last day; what is done, if late, or planned
    stays so."""
    found: Answers = {}
    for key, outcome in answers.items():
        rule, _, span, _ = key
        found[key] = outcome
        for one in year["waivers"]:
            if one["rule"] != rule or one["day"] > as_of:
                continue
            if outcome in ("open", "overdue", "missed"):
                if one["first"] <= _last_day(year, span) <= one["last"]:
                    found[key] = "waived"
    return found


def _last_day(year: Data, span: str) -> date:
    """The last day of `2016-05`, of `2016-Q2`, of `2016-07/08`."""
    text = span.removeprefix(f"{year['year']}-")
    month = 3 * int(text[1]) if text[0] == "Q" else int(text[-2:])
    return month_days(year["year"], month)[-1]


def event(act: Data) -> str:
    """The name of an event in a report."""
    return f"{'+'.join(sorted(act['kinds']))}@{act['day']}"


WORST_FIRST = ("missed", "overdue", "undecidable", "late", "open", "planned", "met")


def worst(several: list[str]) -> str:
    """One answer for a year of spans: the worst of theirs."""
    for one in WORST_FIRST:
        if one in several:
            return one
    raise AssertionError(several)
