"""Random activities of a branch, as keys and values."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from .asked import asked
from .program import Branch, Told

BODIES = ("机关党委", "机关党委办公室", "所党委", "组织部党教科")
GRADES = ("优秀", "合格", "基本合格", "不合格", "不定等次")
STEPS = ("个人自评", "党员互评", "民主测评", "组织评定", "党性分析")


def days(year: int) -> st.SearchStrategy[date]:
    """Days of a year and about it, its edges among them."""
    edges = [
        date(year - 1, 12, 31),
        date(year, 1, 1),
        date(year, 2, 28),
        date(year, 6, 15),
        date(year, 6, 30),
        date(year, 7, 1),
        date(year, 9, 30),
        date(year, 10, 1),
        date(year, 12, 31),
        date(year + 1, 1, 1),
        date(year + 1, 2, 28),
    ]
    of_year = st.dates(date(year, 1, 1), date(year, 12, 31))
    around = st.dates(date(year - 1, 10, 1), date(year + 1, 3, 31))
    return st.one_of(of_year, of_year, around, st.sampled_from(edges))


def _attendance(names: tuple[str, ...]) -> st.SearchStrategy[Any]:
    some = st.lists(st.sampled_from(names), min_size=1, max_size=4, unique=True)
    return st.one_of(
        st.just("all"),
        st.just("all"),
        some.map(lambda who: {"present": "、".join(who)}),
        some.map(lambda who: {"present": "all", "absent": "、".join(who)}),
        some.map(lambda who: {"present": "all", "excused": f"{who[0]}（出差）"}),
    )


@st.composite
def activities(draw: st.DrawFn, branch: Branch) -> Told:
    """Something held, planned or cancelled, with what a pack asks of it."""
    names, year = branch.names, branch.year
    kind, words = draw(st.sampled_from(sorted(asked(branch.pack).items(), key=str)))
    day = draw(days(year))
    one: Told = {"kind": list(kind), "date": day.isoformat()}
    proof = draw(
        st.sampled_from(("attendance", "attendance", "held", "no", "cancelled"))
    )
    if proof == "attendance":
        one["attendance"] = draw(_attendance(names))
    elif proof == "held":
        one["status"] = "held"
    elif proof == "cancelled":
        one |= {"status": "cancelled", "reason": "防汛"}
    for name, of_it in sorted(words.items()):
        if draw(st.booleans()):
            one[name] = draw(st.sampled_from(sorted(set(of_it))))
    if "lecture" in kind[0]:
        role = draw(st.sampled_from(("lecturer", "keynote")))
        one["speakers"] = {role: draw(st.sampled_from(names))}
    if branch.groups and draw(st.integers(0, 3)) == 0:
        one["group"] = draw(st.sampled_from(branch.groups))
    one |= draw(_around(branch, day))
    if kind[0] in ("democratic-evaluation", "organization-life-meeting"):
        one |= draw(_evaluated(branch, day))
    return one


@st.composite
def _around(draw: st.DrawFn, branch: Branch, day: date) -> Told:
    """What may be told of any activity."""
    names, year = branch.names, branch.year
    one: Told = {}
    extra = draw(st.sets(st.sampled_from("host filed year moved linked".split())))
    if "host" in extra:
        one["host"] = draw(st.sampled_from(names))
    if "filed" in extra:
        filed = day + timedelta(draw(st.integers(-2, 20)))
        one["filings"] = {draw(st.sampled_from(BODIES)): filed.isoformat()}
    if "year" in extra and day.year != year:
        one["counts_for"] = str(year)
    if "moved" in extra:
        old = day + timedelta(draw(st.integers(-4, 4)))
        one["moved"] = {"from": old.isoformat(), "reason": "会议冲突"}
    if "linked" in extra and branch.records:
        other = draw(st.sampled_from(branch.records))
        if "date" in other and isinstance(other["kind"], list):
            one["based_on"] = f"{other['date']} {other['kind'][0]}"
    return one


@st.composite
def _evaluated(draw: st.DrawFn, branch: Branch, day: date) -> Told:
    """The steps of an evaluation, and perhaps its grades."""
    names = branch.names
    steps = [
        {"name": step, "date": (day + timedelta(draw(st.integers(0, 9)))).isoformat()}
        | draw(
            st.sampled_from(({}, {"participants": "all"}, {"participants": names[0]}))
        )
        for step in draw(st.lists(st.sampled_from(STEPS), max_size=4, unique=True))
    ]
    if draw(st.booleans()):
        return {"steps": steps}
    graded = {name: draw(st.sampled_from(GRADES)) for name in names[:-1]}
    grades = {
        grade: "、".join(name for name in graded if graded[name] == grade)
        for grade in sorted(set(graded.values()))
    }
    return {"steps": steps, "grades": grades}
