"""A random branch-year as plain data.

It is what both judges get: the naive one reads these dicts, the program the YAML that
`written.py` makes of them. Nothing here knows a rule. All names are made up.

    {"year", "packs", "params", "fixed_day",
     "members":   [{"name", "from", "until", "rank", "probationary", "leave"}],
     "committee": [{"name", "post", "since", "until"}],
     "groups":    {name: [members]},
     "acts":      [{"kinds", "day", "state", "group", "told", "who", ...}],
     "papers":    [{"kinds", "day", "who", "for_year"}],
     "dues":      [{"year", "month", "day", "who"}],
     "talks":     [{"day", "from", "to"}],
     "plan":      {"day", "items": [{"kind", "first", "last"}]} or None,
     "waivers":   [{"rule", "day", "first", "last"}]}
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

NAMES = "王敏 陈静 赵强 周建国 李娜 刘洋 孙丽华 许诺".split()
GROUPS = ("第一党小组", "第二党小组")
OFFICE = "机关党委办公室"
GRADES = ("优秀", "合格", "基本合格")
SUMMER = (
    *("party-lecture", "party-lecture theme-party-day", "theme-party-day") * 2,
    *("oath-review theme-party-day", "volunteer-service", "civility-publicity"),
    "organization-life-meeting all-member-meeting",
)
PAPERS = "thought-report reflection-essay reflection-note personal-study-plan member-self-check".split()
FOUR_STEPS = ("个人自评", "党员互评", "民主测评", "组织评定")

Data = dict[str, Any]


def last_of_month(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1)


def on_roster(year: Data, name: str, day: date) -> bool:
    """Whether someone is a member of the branch on a day."""
    for one in year["members"]:
        if one["name"] == name:
            return one["from"] <= day and (one["until"] is None or day <= one["until"])
    return False


def _is_away(year: Data, name: str, day: date) -> bool:
    """Whether someone is on leave on a day."""
    leave = next(one["leave"] for one in year["members"] if one["name"] == name)
    return leave is not None and leave[0] <= day <= leave[1]


@st.composite
def branch_years(
    draw: st.DrawFn,
    year: int,
    packs: tuple[str, ...],
    topics: tuple[str, ...] = (),
    waivable: tuple[str, ...] = (),
) -> Data:
    """A branch and its year; most duties are nearly kept, so that one missing or
    misplaced act decides. `waivable` are rules of which some months may be waived."""
    made: Data = {"year": year, "packs": list(packs), "params": {}, "fixed_day": 7}
    since = draw(st.sampled_from((None, "01-01", "04-01", "04-02", "09-05")))
    if since and "b11-2016" in packs:
        made["params"] = {"b11-2016/effective_from": f"{year}-{since}"}
    made["members"] = draw(_members(year))
    made["committee"] = draw(_committee(year, made["members"]))
    made["groups"] = draw(_groups(made["members"]))
    made["plan"] = draw(_plan(year))
    made["acts"] = []
    for act in (
        *draw(_meetings(year, made)),
        *draw(_weekly(year)),
        *draw(_around_july(year)),
        *draw(_year_end(year, made)),
    ):
        _add(made, act)
    for act in made["acts"]:
        draw(_attended(made, act))
        draw(_told_of(act, topics))
    made["papers"] = draw(_papers(year, made))
    made["dues"] = draw(_dues(year, made))
    made["talks"] = draw(_talks(year, made))
    made["waivers"] = draw(_waivers(year, waivable)) if waivable else []
    return made


def _add(made: Data, act: Data) -> None:
    """One more act, unless there is one of its kind by the same people that day: that
    would be one meeting entered twice, a fault and not a duty."""
    for other in made["acts"]:
        same = (other["day"], other["group"]) == (act["day"], act["group"])
        if same and set(other["kinds"]) & set(act["kinds"]):
            return
    made["acts"].append(act)


def _act(kinds: str, day: date, **more: Any) -> Data:
    empty = {"state": "held", "group": None, "told": "all", "who": []}
    links = {"lecturers": [], "moved_from": None, "for_year": None, "filed": []}
    links |= {"topic": None, "keynotes": [], "summary": None}
    return {
        "kinds": kinds.split(),
        "day": day,
        **empty,
        **links,
        "steps": [],
        "grades": {},
        **more,
    }


@st.composite
def _members(draw: st.DrawFn, year: int) -> list[Data]:
    count = draw(st.integers(3, len(NAMES)))
    made = []
    for name in NAMES[:count]:
        one: Data = {"name": name, "from": date(year - 2, 11, 20), "until": None}
        one |= {"rank": None, "probationary": False, "leave": None}
        made.append(one)
    made[2]["rank"] = draw(st.sampled_from((None, "处级", "副处级", "科级")))
    for one in made[3:]:
        kind = draw(st.sampled_from("stays stays stays joins leaves away rank".split()))
        if kind == "joins":
            one["from"] = draw(_day(year))
            one["probationary"] = draw(st.booleans())
        elif kind == "leaves":
            one["until"] = draw(_day(year))
        elif kind == "away":
            first = draw(_day(year))
            one["leave"] = (first, first + timedelta(draw(st.integers(0, 200))))
        elif kind == "rank":
            one["rank"] = "处级"
            one["until"] = draw(st.none() | _day(year))
    return made


@st.composite
def _committee(draw: st.DrawFn, year: int, members: list[Data]) -> list[Data]:
    """A committee of three or a secretary alone, of members who stay all year."""
    posts = draw(st.sampled_from((("书记",), ("书记", "组织委员", "纪检委员"))))
    names = [one["name"] for one in members]
    since = date(year - 2, 11, 20)
    return [
        {"name": name, "post": post, "since": since}
        for name, post in zip(names, posts, strict=False)
    ]


@st.composite
def _groups(draw: st.DrawFn, members: list[Data]) -> dict[str, list[str]]:
    names = [one["name"] for one in members]
    how = draw(st.sampled_from(("none", "one", "two", "two")))
    if how == "none":
        return {}
    if how == "one":
        return {GROUPS[0]: names}
    return {GROUPS[0]: names[::2], GROUPS[1]: names[1::2]}


@st.composite
def _day(draw: st.DrawFn, year: int, first: str = "01-01", last: str = "12-31") -> date:
    """A day of the year, its ends and those of months rather often."""
    low, high = (
        date.fromisoformat(f"{year}-{first}"),
        date.fromisoformat(f"{year}-{last}"),
    )
    day = low + timedelta(draw(st.integers(0, (high - low).days)))
    edge = draw(st.integers(0, 7))
    if edge == 0:
        day = day.replace(day=1)
    elif edge == 1:
        day = last_of_month(day.year, day.month)
    elif edge == 2:
        return draw(st.sampled_from((low, high)))
    return min(max(day, low), high)


@st.composite
def _plan(draw: st.DrawFn, year: int) -> Data | None:
    """A study plan whose items name a stretch of days."""
    if draw(st.booleans()):
        return None
    kinds = "collective-study thematic-discussion party-lecture theme-party-day"
    kinds += " organization-life-meeting democratic-evaluation committee-meeting"
    items = []
    for _ in range(draw(st.integers(1, 5))):
        first = draw(_day(year))
        last = min(first + timedelta(draw(st.integers(0, 40))), date(year, 12, 31))
        items.append(
            {"kind": draw(st.sampled_from(kinds.split())), "first": first, "last": last}
        )
    return {"day": draw(_day(year, "01-01", "06-30")), "items": items}


_RHYTHM = (
    ("collective-study", None, 1),
    ("thematic-discussion all-member-meeting", None, 3),
    ("all-member-meeting", None, 3),
    ("theme-party-day", None, 1),
    ("committee-meeting", None, 1),
    ("group-meeting collective-study", GROUPS[0], 1),
    ("group-meeting collective-study", GROUPS[1], 1),
)


@st.composite
def _meetings(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """What recurs monthly or quarterly: now and then none, cancelled or two."""
    found = []
    for kinds, group, months in _RHYTHM:
        if group is not None and group not in made["groups"]:
            continue
        if not draw(st.integers(0, 4)):
            continue
        for month in range(1, 13, months):
            last = last_of_month(year, month + months - 1)
            for _ in range(draw(st.sampled_from((0, 1, 1, 1, 1, 2)))):
                day = draw(_day(year, f"{month:02}-01", last.isoformat()[5:]))
                if kinds == "theme-party-day" and draw(st.booleans()):
                    day = date(year, month, 7) + timedelta(draw(st.integers(-4, 4)))
                act = _act(kinds, day, group=group)
                state = draw(st.integers(0, 15))
                if state == 0:
                    act["state"] = "cancelled"
                elif state == 1:
                    act["state"] = "planned"
                elif state == 2:
                    act["moved_from"] = day + timedelta(draw(st.integers(-35, 35)))
                elif state < 6 and kinds == "theme-party-day":
                    act["moved_from"] = day.replace(day=7)
                elif state == 3:
                    act["for_year"] = year + draw(st.sampled_from((-1, 0)))
                found.append(act)
    return found


@st.composite
def _weekly(draw: st.DrawFn, year: int) -> list[Data]:
    """Study each week from some day on, but for some weeks."""
    if draw(st.booleans()):
        return []
    first = date(year, 1, 1) + timedelta(draw(st.integers(0, 150)))
    without = draw(st.sets(st.integers(0, 51), max_size=3))
    days = [first + timedelta(7 * n) for n in range(53) if n not in without]
    return [_act("collective-study", day) for day in days if day.year == year]


@st.composite
def _around_july(draw: st.DrawFn, year: int) -> list[Data]:
    """Lectures and party days, most of them about 1 July."""
    found = []
    edges = "05-31 06-01 06-14 06-15 06-30 07-01 07-02 07-15 07-16 07-31 08-01".split()
    for _ in range(draw(st.sampled_from((0, 1, 2, 3, 4, 5)))):
        day = date.fromisoformat(f"{year}-{draw(st.sampled_from(edges))}")
        day = draw(st.one_of(st.just(day), _day(year)))
        act = _act(draw(st.sampled_from(SUMMER)), day)
        act["state"] = draw(
            st.sampled_from(("held", "held", "held", "planned", "cancelled"))
        )
        act["lecturers"] = ["?"] if "party-lecture" in act["kinds"] else []
        found.append(act)
    return found


@st.composite
def _year_end(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """Organization life meetings and evaluations, some in the January after."""
    found = []
    for _ in range(draw(st.integers(0, 2))):
        day = draw(
            st.one_of(
                _day(year, "10-01", "12-31"),
                _day(year, "07-01", "12-31"),
                _day(year + 1, "01-01", "03-05"),
            )
        )
        kinds = "organization-life-meeting", "democratic-evaluation"
        kind = draw(st.sampled_from((*kinds, " ".join(kinds), " ".join(kinds))))
        act = _act(f"{kind} all-member-meeting", day)
        if day.year != year:
            act["for_year"] = draw(st.sampled_from((None, year, year)))
        if "democratic-evaluation" in kind:
            act["steps"] = draw(_steps(day))
            act["grades"] = draw(_grades(made, day))
        found.append(act)
    return found


@st.composite
def _steps(draw: st.DrawFn, day: date) -> list[tuple[str, date]]:
    """Steps of an evaluation: some left out, some out of order, some days apart."""
    names = list(FOUR_STEPS)
    how = draw(st.sampled_from("whole whole without swapped none".split()))
    if how == "none":
        return []
    if how == "without":
        names.pop(draw(st.integers(0, 3)))
    if how == "swapped":
        names = list(draw(st.permutations(names)))
    offsets = draw(st.lists(st.integers(-3, 4), min_size=4, max_size=4))
    if draw(st.integers(0, 3)):
        offsets = sorted(offsets)
    return [(name, day + timedelta(n)) for name, n in zip(names, offsets, strict=False)]


@st.composite
def _grades(draw: st.DrawFn, made: Data, day: date) -> dict[str, str]:
    """A grade for each, for all but one, or for none."""
    here = [m["name"] for m in made["members"] if on_roster(made, m["name"], day)]
    how = draw(st.sampled_from("all all one-left-out none".split()))
    if how == "none":
        return {}
    if how == "one-left-out":
        here.remove(draw(st.sampled_from(here)))
    return {name: draw(st.sampled_from(GRADES)) for name in here}


@st.composite
def _attended(draw: st.DrawFn, made: Data, act: Data) -> None:
    """Who came, and who lectured: of those on the roster that day. Somebody came, or it
    was not held."""
    names = made["groups"].get(act["group"]) or [m["name"] for m in made["members"]]
    if act["kinds"] == ["committee-meeting"]:
        names = [one["name"] for one in made["committee"]]
    here = [name for name in names if on_roster(made, name, act["day"])]
    if act["lecturers"]:
        act["lecturers"] = [draw(st.sampled_from(here))]
    there = {name for name in here if not _is_away(made, name, act["day"])}
    if here and not there:
        act["told"] = "held"
    if not there or draw(st.integers(0, 2)):
        return
    act["told"] = draw(
        st.sampled_from("all-but-absent all-but-excused some held".split())
    )
    if act["told"] != "held":
        act["who"] = sorted(
            draw(st.sets(st.sampled_from(here), min_size=1, max_size=len(here))),
            key=here.index,
        )
        if act["told"] == "some":
            return
        act["who"] = [name for name in act["who"] if name not in act["lecturers"]]
        if not act["who"]:
            act["told"] = "all"
        elif there.issubset(act["who"]):
            act["told"] = "some"


@st.composite
def _told_of(draw: st.DrawFn, act: Data, topics: tuple[str, ...]) -> None:
    """The topic of a discussion, its summary, and what was filed and when."""
    if act["state"] != "held":
        return
    if topics and "thematic-discussion" in act["kinds"]:
        act["topic"] = draw(st.sampled_from((*topics, "学先进")))
        if draw(st.booleans()):
            act["summary"] = act["day"] + timedelta(draw(st.integers(0, 40)))
    if draw(st.integers(0, 2)) == 0:
        after = draw(st.sampled_from((0, 1, 1, 2, 3, 4, 9)))
        body = draw(st.sampled_from((OFFICE, OFFICE, OFFICE, "组织部")))
        act["filed"] = [(body, act["day"] + timedelta(after))]


@st.composite
def _papers(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """Each member's own papers, or one paper for several."""
    found = []
    for kind in PAPERS:
        for _ in range(draw(st.integers(0, 3))):
            day = draw(_day(year))
            here = [
                m["name"] for m in made["members"] if on_roster(made, m["name"], day)
            ]
            who = draw(st.sets(st.sampled_from(here), min_size=1))
            if draw(st.booleans()):
                who = set(here)
            found.append(
                {"kinds": [kind], "day": day, "who": sorted(who), "for_year": None}
            )
    return found


@st.composite
def _dues(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """Dues month by month: in time, late, or not."""
    found = []
    for month in range(1, 13):
        last = last_of_month(year, month)
        here = [m["name"] for m in made["members"] if on_roster(made, m["name"], last)]
        how = draw(st.sampled_from("all all all some late none".split()))
        if how == "none" or not here:
            continue
        day = draw(_day(year, f"{month:02}-01", last.isoformat()[5:]))
        if how == "late":
            day = last + timedelta(draw(st.integers(1, 70)))
        who = here
        if how == "some":
            who = sorted(draw(st.sets(st.sampled_from(here), min_size=1)))
        who = [name for name in who if on_roster(made, name, day)]
        if who:
            found.append({"year": year, "month": month, "day": day, "who": who})
    return found


@st.composite
def _talks(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """Talks of the committee with members, most of them late in the year."""
    found = []
    officers = [one["name"] for one in made["committee"]]
    for _ in range(draw(st.integers(0, 3))):
        day = draw(_day(year, "08-01", "12-31"))
        who = draw(st.sampled_from(officers))
        here = [m["name"] for m in made["members"] if on_roster(made, m["name"], day)]
        here.remove(who)
        to = set(here) if draw(st.booleans()) else draw(st.sets(st.sampled_from(here)))
        if to:
            found.append({"day": day, "from": who, "to": sorted(to)})
    return found


@st.composite
def _waivers(draw: st.DrawFn, year: int, waivable: tuple[str, ...]) -> list[Data]:
    """Duties waived for whole months, or for months of which ten days or more are left
    out at an end; on the first of their days, or some day before or after."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        month = draw(st.integers(4, 12))
        until = draw(st.integers(month, 12))
        first, last = date(year, month, 1), last_of_month(year, until)
        first += timedelta(draw(st.sampled_from((0, 0, 10))))
        last -= timedelta(draw(st.sampled_from((0, 0, 10))))
        day = first + timedelta(draw(st.sampled_from((0, -20, 5))))
        rule = draw(st.sampled_from(waivable))
        found.append({"rule": rule, "day": day, "first": first, "last": last})
    return found
