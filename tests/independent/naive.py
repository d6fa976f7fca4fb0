"""What the naive judges share: who is where, what was held, and how a count is answered.

Day by day, with plain loops; no module of lxyz is read here. The answers are those of
DESIGN §5, the reading those of the notes named at each function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any

Data = dict[str, Any]
Key = tuple[str, str, str, str | None]
Answers = dict[Key, str]
"""Rule, subject, span and label, and the outcome."""
Parts = list[tuple[str, str]]
"""Spans of a year that make one answer, each with its outcome."""
Told = Mapping[Key, str | Parts]
Only = Callable[[Data], bool]

BRANCH = "样例支部"
UNIT = "机关党委"
OTHER = "第九党支部"
# Days off on which an office rests or works against the week (State Council's
# arrangement of holidays), by year and month.
REST = {
    (2016, 1): (1,),
    (2016, 2): (8, 9, 10, 11, 12),
    (2016, 4): (4,),
    (2016, 5): (2,),
    (2016, 6): (9, 10),
    (2016, 9): (15, 16),
    (2016, 10): (3, 4, 5, 6, 7),
    (2017, 1): (2, 27, 30, 31),
    (2017, 2): (1, 2),
    (2018, 1): (1,),
    (2018, 2): (15, 16, 19, 20, 21),
    (2018, 4): (5, 6, 30),
    (2018, 5): (1,),
    (2018, 6): (18,),
    (2018, 9): (24,),
    (2018, 10): (1, 2, 3, 4, 5),
    (2018, 12): (31,),
    (2019, 1): (1,),
    (2019, 2): (4, 5, 6, 7, 8),
    (2021, 1): (1,),
    (2021, 2): (11, 12, 15, 16, 17),
    (2021, 4): (5,),
    (2021, 5): (3, 4, 5),
    (2021, 6): (14,),
    (2021, 9): (20, 21),
    (2021, 10): (1, 4, 5, 6, 7),
}
WORK = {
    (2016, 2): (6, 14),
    (2016, 6): (12,),
    (2016, 9): (18,),
    (2016, 10): (8, 9),
    (2017, 1): (22,),
    (2017, 2): (4,),
    (2018, 2): (11, 24),
    (2018, 4): (8, 28),
    (2018, 9): (29, 30),
    (2018, 12): (29,),
    (2019, 2): (2, 3),
    (2021, 2): (7, 20),
    (2021, 4): (25,),
    (2021, 5): (8,),
    (2021, 9): (18, 26),
    (2021, 10): (9,),
}


def works(day: date) -> bool:
    """Whether an office is open."""
    month = (day.year, day.month)
    if day.day in WORK.get(month, ()):
        return True
    return day.weekday() < 5 and day.day not in REST.get(month, ())


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


def whose(act: Data) -> str:
    """Whose a sitting of the branch is: the unit's, where the unit held it; what another
    branch held is also this one's where somebody of it sat there, but only the
    lecturer's where he went alone (A31)."""
    if act["organizer"] == UNIT:
        return "above"
    if act["organizer"] is None or not act["lecturers"]:
        return "branch"
    if act["state"] != "held" or act["told"] == "held":
        return "elsewhere"
    if act["told"] == "some" and set(act["who"]) <= set(act["lecturers"]):
        return "elsewhere"
    return "branch"


EVERYWHERE = ("branch", "above", "elsewhere")


def held(
    year: Data,
    kinds: Iterable[str],
    as_of: date,
    group: str | None = None,
    levels: tuple[str, ...] = ("branch",),
) -> list[Data]:
    """What was held of any of the kinds up to a day, each once (A24), by the branch (or
    by whom else it is named) or by one group."""
    found = []
    for act in year["acts"]:
        if act["state"] != "held" or act["group"] != group or act["day"] > as_of:
            continue
        if whose(act) not in levels:
            continue
        if any(kind in act["kinds"] for kind in kinds):
            found.append(act)
    return found


def by(*names: str) -> Only:
    """Whether one of them lectured."""
    return lambda act: bool(set(names) & set(act["lecturers"]))


def coming(
    year: Data,
    kinds: Iterable[str],
    as_of: date,
    window: list[date],
    *,
    group: str | None = None,
    levels: tuple[str, ...] = ("branch",),
    only: Only | None = None,
    also: str | None = None,
) -> int:
    """How many more are planned in a window, from today on: acts told before they are
    held, and items of a plan that is out. `only` is what else is asked of an act; an item
    does not say it, and none but such an act uses it up. Of a sitting that must be of
    another kind, too (`also`), an item says it if one of that kind has the same days."""
    number = 0
    for act in year["acts"]:
        if act["state"] != "planned" or act["group"] != group:
            continue
        if whose(act) not in levels or not (only is None or only(act)):
            continue
        if any(kind in act["kinds"] for kind in kinds):
            if act["day"] in window and act["day"] >= as_of:
                number += 1
    if group is None:
        done = held(year, kinds, as_of, levels=levels)
        done = [act for act in done if only is None or only(act)]
        for stretch in _not_carried_out(year, kinds, as_of, window, done, also):
            if any(day in window and day >= as_of for day in stretch):
                number += 1
    return number


def _not_carried_out(
    year: Data,
    kinds: Iterable[str],
    as_of: date,
    window: list[date],
    done: list[Data],
    also: str | None,
) -> list[list[date]]:
    """The days of each item of the plan that touches a window and was not yet carried
    out, where one `also` of another kind has the same days. What is `done` uses up an
    item of its kind and days (or of the day it was moved from), the one that ends first."""
    plan = year["plan"]
    if plan is None or plan["day"] > as_of:
        return []
    waiting = []
    for item in sorted(plan["items"], key=lambda item: item["last"]):
        stretch = days(item["first"], item["last"])
        beside = [one["kind"] for one in plan["items"] if _same_days(one, item)]
        if item["kind"] not in kinds or (also is not None and also not in beside):
            continue
        if any(day in window for day in stretch):
            waiting.append((item["kind"], stretch))
    for act in sorted(done, key=lambda act: act["day"]):
        if act["for_year"] not in (None, year["year"]):
            continue
        for kind, stretch in waiting:
            if not _is_one(year, act, kind):
                continue
            if act["day"] in stretch or act["moved_from"] in stretch:
                waiting.remove((kind, stretch))
                break
    return [stretch for _, stretch in waiting]


def _same_days(item: Data, other: Data) -> bool:
    return (item["first"], item["last"]) == (other["first"], other["last"])


def _is_one(year: Data, act: Data, kind: str) -> bool:
    """Whether something held is what an item of a plan names: a study is no discussion,
    but in bj-2016 a discussion is a study (A25)."""
    if kind == "collective-study" and "bj-2016" in year["packs"]:
        return kind in act["kinds"] or "thematic-discussion" in act["kinds"]
    return kind in act["kinds"]


def sat_for(year: Data, act: Data) -> set[str]:
    """What a sitting was in all, where it is told in two records: of one day and one
    body, and not of different hours."""
    kinds = set(act["kinds"])
    for other in year["acts"]:
        same = all(act[key] == other[key] for key in ("day", "group", "state"))
        hours = {act["time"], other["time"]} - {None}
        if same and whose(act) == whose(other) and len(hours) < 2:
            kinds |= set(other["kinds"])
    return kinds


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


def lecture_of_each(
    year: Data, as_of: date, names: Iterable[str], rule: str
) -> Answers:
    """At least one lecture in the year by each of some persons, wherever it was."""
    window = days(date(year["year"], 1, 1), date(year["year"], 12, 31))
    kinds = ("party-lecture",)
    lectures = for_year(year, held(year, kinds, as_of, levels=EVERYWHERE))
    found: Answers = {}
    for name in names:
        own = [act for act in lectures if name in act["lecturers"]]
        more = coming(year, kinds, as_of, window, only=by(name), levels=EVERYWHERE)
        key = (rule, name, str(year["year"]), None)
        found[key] = answer(1, own, more, window, as_of)
    return found


def excuse(year: Data, told: Told, as_of: date, dues: dict[str, str]) -> Answers:
    """One answer for each key: what is not done of a span is excused by a waiver or by a
    stretch that does not count; what is done, if late, or planned stays so. Of the parts
    of a year each for itself. `dues` are the days on which duties are due that are not
    due on the last day of their span: `07-15`, or `07` of each month."""
    found: Answers = {}
    for key, said in told.items():
        rule, person, label, _ = key
        parts = [(label, said)] if isinstance(said, str) else said
        found[key] = worst(
            [
                "waived"
                if outcome in ("open", "overdue", "missed")
                and _is_excused(year, rule, person, span, as_of, dues.get(rule))
                else outcome
                for span, outcome in parts
            ]
        )
    return found


def _is_excused(
    year: Data, rule: str, person: str, label: str, as_of: date, due: str | None
) -> bool:
    """Whether a span of a duty is of a stretch that does not count (A14), or waived: of
    the rule and of its stricter tier, of the person where one is named, on the day on
    which it is due or on every working day of a month, a quarter, a week."""
    if label.count("-") > 1:
        return False  # of a day: what such are asked for is not waived here
    span = _days_of(label)
    working = [day for day in span if works(day)] or span
    recurs = len(span) <= 92
    for one in year["exempt"]:
        if one["by"] not in (None, UNIT):
            continue  # the branch excused itself
        if recurs and one["first"] <= working[0] and working[-1] <= one["last"]:
            return True
    last = span[-1]
    if due is not None:
        last = date.fromisoformat(f"{label}-{due}")
    for one in year["waivers"]:
        if one["rule"] != rule.removesuffix("~") or one["day"] > as_of:
            continue
        if one["who"] is not None and one["who"] != person:
            continue
        if one["first"] <= last <= one["last"]:
            return True
        if recurs and one["first"] <= working[0] and working[-1] <= one["last"]:
            return True
    return False


@cache
def _days_of(label: str) -> list[date]:
    """The days of `2016`, `2016-05`, `2016-Q2`, `2016-07/08`, `2016-W05`."""
    year, _, rest = label.partition("-")
    if not rest:
        return days(date(int(year), 1, 1), date(int(year), 12, 31))
    if rest[0] == "W":
        monday = date.fromisocalendar(int(year), int(rest[1:]), 1)
        return days(monday, monday + timedelta(6))
    if rest[0] == "Q":
        return month_days(int(year), 3 * int(rest[1:]) - 2, 3)
    return month_days(int(year), int(rest[:2]), 2 if "/" in rest else 1)


def event(act: Data) -> str:
    """The name of an event in a report."""
    return f"{'+'.join(sorted(act['kinds']))}@{act['day']}"


WORST_FIRST = (
    *("missed", "overdue", "undecidable", "late", "open", "planned", "waived", "met"),
)


def worst(several: list[str]) -> str:
    """One answer for a year of spans: the worst of theirs."""
    for one in WORST_FIRST:
        if one in several:
            return one
    raise AssertionError(several)
