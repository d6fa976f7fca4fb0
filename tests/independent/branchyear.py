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
     "measures":  [{"day", "problem", "owner", "due", "closed_on"}],
     "exempt":    [{"first", "last", "by"}],
     "waivers":   [{"rule", "who", "day", "first", "last"}]}
"""

from __future__ import annotations

from collections.abc import Mapping
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
JOINT = ("party-lecture", "theme-party-day", "volunteer-service", "collective-study")
PAPERS = "thought-report reflection-essay reflection-note personal-study-plan member-self-check".split()
BOOKS = {
    "党章": "《中国共产党章程》",
    "廉洁自律准则": "《中国共产党廉洁自律准则》",
    "纪律处分条例": "《中国共产党纪律处分条例》",
    "党员权利保障条例": "《中国共产党党员权利保障条例》",
    "史": "《中国通史》",
}
AGENDA = ("安排当月活动", "学习传达上级文件")
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
    params: Mapping[str, tuple[str | None, ...]] | None = None,
) -> Data:
    """A branch and its year; most duties are nearly kept, so that one missing or
    misplaced act decides. `waivable` are rules that may be waived, `params` what the branch
    may set, and to what."""
    made: Data = {"year": year, "packs": list(packs), "params": {}, "fixed_day": 7}
    for name, values in (params or {}).items():
        if (value := draw(st.sampled_from(values))) is not None:
            made["params"][name] = value
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
        *draw(_opinions(year)),
    ):
        for one in draw(_told_apart(act)):
            _add(made, one)
    for act in made["acts"]:
        draw(_attended(made, act))
        draw(_told_of(act, topics))
    made["papers"] = draw(_papers(year, made))
    made["dues"] = draw(_dues(year, made))
    made["talks"] = draw(_talks(year, made))
    made["measures"] = draw(_measures(year, made))
    made["exempt"] = draw(_exempt(year))
    made["waivers"] = draw(_waivers(year, made, waivable)) if waivable else []
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
    empty: Data = {"state": "held", "group": None, "told": "all", "who": []}
    links: Data = {"lecturers": [], "moved_from": None, "for_year": None, "filed": []}
    links |= {"topic": None, "keynotes": [], "summary": None}
    links |= {"organizer": None, "with": None, "time": None}
    links |= {"materials": [], "agenda": None}
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
    """A study plan whose items name a stretch of days, some the same as the one before."""
    if draw(st.booleans()):
        return None
    kinds = "collective-study thematic-discussion party-lecture theme-party-day"
    kinds += " organization-life-meeting democratic-evaluation committee-meeting"
    kinds += " all-member-meeting"
    items: list[Data] = []
    for _ in range(draw(st.integers(1, 5))):
        if items and draw(st.integers(0, 3)) == 0:
            first, last = items[-1]["first"], items[-1]["last"]
        else:
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
def _opinions(draw: st.DrawFn, year: int) -> list[Data]:
    """Opinions asked of members and masses, now and then; most of them in autumn."""
    day = st.one_of(
        _day(year, "08-01", "12-31"), _day(year - 1, "07-01", "12-31"), _day(year)
    )
    return [
        _act("opinion-solicitation", draw(day), told="held")
        for _ in range(draw(st.integers(0, 2)))
    ]


@st.composite
def _told_apart(draw: st.DrawFn, act: Data) -> list[Data]:
    """One sitting of several kinds as one record; or as one for each, now and then of
    different hours: then these were two."""
    if len(act["kinds"]) == 1 or draw(st.integers(0, 3)):
        return [act]
    first, *rest = act["kinds"]
    how = draw(st.sampled_from("none none one same other".split()))
    hours: Data = {"none": (None, None), "one": ("09:00-10:00", None)}
    hours |= {"same": ("09:00-10:00", "09:00-10:00")}
    hours |= {"other": ("09:00-10:00", "14:00-15:00")}
    bare = _act("", act["day"], group=act["group"], state=act["state"])
    bare |= {"for_year": act["for_year"], "moved_from": act["moved_from"]}
    if "party-lecture" in rest:
        return [act]
    return [
        act | {"kinds": [first], "time": hours[how][0]},
        bare | {"kinds": rest, "time": hours[how][1]},
    ]


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
    draw(_jointly(act))
    if act["kinds"] == ["opinion-solicitation"]:
        return
    if not there or draw(st.integers(0, 2)):
        if act["organizer"] and act["lecturers"] and draw(st.booleans()):
            act["told"], act["who"] = "some", list(act["lecturers"])
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
def _jointly(draw: st.DrawFn, act: Data) -> None:
    """Now and then another branch, or the unit, held it."""
    if act["group"] or not set(act["kinds"]) & set(JOINT):
        return
    how = draw(st.sampled_from((*["own"] * 7, "with", "of", "of", "above")))
    if how == "with":
        act["with"] = "第九党支部"
    elif how != "own":
        act["organizer"] = "第九党支部" if how == "of" else "机关党委"


@st.composite
def _told_of(draw: st.DrawFn, act: Data, topics: tuple[str, ...]) -> None:
    """The topic of a discussion, its summary, what was read, what a meeting was about,
    and what was filed and when."""
    if act["state"] != "held":
        return
    if set(act["kinds"]) & {"collective-study", "party-lecture", "theme-party-day"}:
        if draw(st.integers(0, 3)) == 0:
            titles = st.sampled_from(sorted(BOOKS.values()))
            act["materials"] = draw(
                st.lists(titles, min_size=1, max_size=2, unique=True)
            )
    if "all-member-meeting" in act["kinds"]:
        act["agenda"] = draw(st.sampled_from((None, *AGENDA)))
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
def _measures(draw: st.DrawFn, year: int, made: Data) -> list[Data]:
    """Problems, each on a list of its own, of the branch or of a member, to be mended by
    a day."""
    found: list[Data] = []
    for day in draw(st.lists(_day(year), max_size=3, unique=True)):
        here = [m["name"] for m in made["members"] if on_roster(made, m["name"], day)]
        one: Data = {"day": day, "problem": "自学不够"}
        one["owner"] = draw(st.none() | st.sampled_from(here))
        one["due"] = day + timedelta(draw(st.sampled_from((0, 1, 10, 40, 120))))
        closed = one["due"] + timedelta(draw(st.sampled_from((-20, -1, 0, 1, 30))))
        one["closed_on"] = draw(st.sampled_from((None, max(day, closed))))
        found.append(one)
    return found


@st.composite
def _stretch(draw: st.DrawFn, year: int) -> tuple[date, date]:
    """Whole weeks, months or quarters; or as many without a few days at an end."""
    how = draw(st.sampled_from("week week weeks month month months quarter".split()))
    month = draw(st.integers(1, 12))
    if how.startswith("week"):
        monday = date.fromisocalendar(year, draw(st.integers(2, 51)), 1)
        more = draw(st.integers(1, 4)) if how == "weeks" else 0
        first, last = monday, min(monday + timedelta(6 + 7 * more), date(year, 12, 31))
    elif how == "quarter":
        first = date(year, (month - 1) // 3 * 3 + 1, 1)
        last = last_of_month(year, first.month + 2)
    else:
        first = date(year, month, 1)
        until = draw(st.integers(month, 12)) if how == "months" else month
        last = last_of_month(year, until)
    first += timedelta(draw(st.sampled_from((0, 0, 0, 1, 2, 3, 10, -3))))
    last -= timedelta(draw(st.sampled_from((0, 0, 0, 1, 2, 3, 10, -3))))
    return first, max(first, last)


@st.composite
def _exempt(draw: st.DrawFn, year: int) -> list[Data]:
    """Stretches that do not count, as the profile has them; by whom they were approved
    may not be said."""
    found = []
    for _ in range(draw(st.sampled_from((0, 0, 1, 2)))):
        first, last = draw(_stretch(year))
        by = draw(st.sampled_from(("机关党委", "机关党委", None, NAMES[0])))
        found.append({"first": first, "last": last, "by": by})
    return found


@st.composite
def _waivers(
    draw: st.DrawFn, year: int, made: Data, waivable: tuple[str, ...]
) -> list[Data]:
    """Duties waived for a stretch, or for a few days about the middle or the end of the
    year, of all or of one member; on its first day, or some day before or after."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        first, last = draw(_stretch(year))
        if draw(st.integers(0, 3)) == 0:
            last = date(year, *draw(st.sampled_from(((12, 31), (7, 15), (7, 10)))))
            first = last - timedelta(draw(st.sampled_from((0, 30))))
            last -= timedelta(draw(st.sampled_from((0, 0, 1))))
            last = max(first, last)
        day = first + timedelta(draw(st.sampled_from((0, -20, 5))))
        one: Data = {"rule": draw(st.sampled_from(waivable)), "who": None, "day": day}
        here = [m["name"] for m in made["members"] if on_roster(made, m["name"], day)]
        if draw(st.integers(0, 2)) == 0:
            one["who"] = draw(st.sampled_from(here))
        found.append(one | {"first": first, "last": last})
    return found
