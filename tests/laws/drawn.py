"""Random records of a branch beside its activities, as keys and values."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from .asked import asked
from .held import activities, days
from .program import Branch, Told, rules


@st.composite
def papers(draw: st.DrawFn, branch: Branch) -> Told:
    """A document: a plan with items, a summary, an essay, a list of what to put right."""
    names, year = branch.names, branch.year
    day = draw(days(year))
    who = "、".join(draw(st.lists(st.sampled_from(names), min_size=1, unique=True)))
    due = draw(days(year)).isoformat()
    one: Told = {"date": day.isoformat()}
    kind = draw(st.sampled_from("plan summary essay report rectification own".split()))
    if kind == "plan":
        whens = (
            "monthly",
            "quarterly",
            f"{year}-Q4",
            f"{year}-06",
            f"{year}-05-01..{year}-05-31",
        )
        plannable = [one[0] for one in sorted(asked(branch.pack))]
        items = [
            {
                "when": draw(st.sampled_from(whens)),
                "kind": draw(st.sampled_from(plannable)),
            }
            for _ in range(draw(st.integers(0, 4)))
        ]
        return {"kind": "study-plan", "period": str(year)} | one | {"items": items}
    if kind == "summary":
        heads = draw(st.sets(st.sampled_from(("基本情况", "主要观点")), min_size=1))
        sections = dict.fromkeys(sorted(heads), "到会五人")
        one |= {"kind": "study-summary", "sections": sections}
        if draw(st.booleans()):
            one["filings"] = {
                "所党委": (day + timedelta(draw(st.integers(0, 9)))).isoformat()
            }
        return one
    if kind == "rectification":
        item: Told = {
            "problem": "自学不够",
            "owner": draw(st.sampled_from((*names, "支部"))),
        }
        if draw(st.booleans()):
            item |= {"measures": "每周读一篇", "due": due}
        if draw(st.booleans()):
            closed = max(day, draw(days(year)))
            item |= {"closed_on": closed.isoformat(), "verified_by": names[0]}
        return {"kind": "rectification-list"} | one | {"items": [item]}
    if kind == "own":
        return (
            {"kind": "personal-study-plan", "period": str(year)}
            | one
            | {"members": who}
        )
    slug = "reflection-essay" if kind == "essay" else "thought-report"
    return {"kind": slug} | one | {"members": who}


@st.composite
def tables(draw: st.DrawFn, branch: Branch) -> Told:
    """Rows: what is done weekly or monthly, dues, talks."""
    names, year = branch.names, branch.year
    step = draw(st.sampled_from((7, 7, 14, 30)))
    first = date(year, 1, 1) + timedelta(draw(st.integers(0, 40)))
    until = draw(days(year))
    dates = [first + timedelta(step * n) for n in range(53)]
    dates = [day for day in dates if day <= until and day.year == year]
    kind = draw(st.sampled_from("study dues talks group committee party-day".split()))
    if kind == "dues":
        paid = draw(st.lists(st.integers(1, 12), unique=True, max_size=12))
        late = st.sampled_from((0, 0, 0, 25, 70))
        rows = [
            {
                "month": f"{year}-{month:02}",
                "date": (date(year, month, 8) + timedelta(draw(late))).isoformat(),
                "members": draw(st.sampled_from(("all", "all", names[0]))),
            }
            for month in paid
        ]
        return {"kind": "dues-payment", "by": "self", "rows": rows}
    if kind == "talks":
        pairs = [
            (draw(st.sampled_from(names)), draw(st.sampled_from(names)))
            for _ in range(3)
        ]
        rows = [
            {"date": draw(days(year)).isoformat(), "from": one, "to": other}
            for one, other in pairs
            if one != other
        ]
        return {"kind": "heart-to-heart-talk", "rows": rows}
    slugs: dict[str, list[str]] = {
        "study": ["collective-study"],
        "group": ["group-meeting", "collective-study"],
        "committee": ["committee-meeting"],
        "party-day": ["theme-party-day"],
    }
    one: Told = {"kind": slugs[kind]}
    if kind == "group" and branch.groups:
        one["group"] = draw(st.sampled_from(branch.groups))
    one["rows"] = [{"date": day.isoformat(), "attendance": "all"} for day in dates]
    return one


@st.composite
def rest(draw: st.DrawFn, branch: Branch) -> Told:
    """Opinions, commitments, commendations, measures towards a member."""
    names, year = branch.names, branch.year
    day, name = draw(days(year)).isoformat(), draw(st.sampled_from(names))
    kind = draw(
        st.sampled_from("opinions commitment commendation disposition check".split())
    )
    if kind == "opinions":
        sources = draw(st.sampled_from(("党员", "群众", "党员、群众")))
        return {
            "kind": ["opinion-solicitation"],
            "date": day,
            "sources": sources,
            "status": "held",
        }
    if kind == "check":
        return {
            "kind": "org-relation-check",
            "date": day,
            "lists": {"流动": name, "失联": "无"},
        }
    one: Told = {"kind": kind, "date": day, "members": name}
    if kind == "commendation":
        return one | {"honour": "优秀共产党员"}
    if kind == "disposition":
        return one | {"kind": "member-disposition", "disposition": "教育帮助"}
    one["goal"] = "文件流转不过夜"
    if draw(st.booleans()):
        one |= {"measures": "建台账", "due": draw(days(year)).isoformat()}
    return one


@st.composite
def answers(draw: st.DrawFn, branch: Branch) -> Told:
    """What people judge: a waiver, or an attestation."""
    year = branch.year
    rule = draw(st.sampled_from(sorted(rules(branch.pack))))
    one = {"rule": rule, "date": draw(days(year)).isoformat()}
    if draw(st.booleans()):
        answer = draw(st.sampled_from(("yes", "no")))
        by = draw(st.sampled_from(branch.names))
        return {"kind": "attestation"} | one | {"by": by, "answer": answer}
    return waiver(rule, date(year, 1, 1), draw(st.sampled_from(("全体抽调", "防汛"))))


def waiver(rule: str, first: date, reason: str = "全体抽调") -> Told:
    """A waiver to the end of the year."""
    last = first.replace(month=12, day=31).isoformat()
    day = first.isoformat()
    return {
        "kind": "waiver",
        "rule": rule,
        "reason": reason,
        "approved_by": "机关党委",
        "date": day,
        "from": day,
        "until": last,
    }


def records(branch: Branch) -> st.SearchStrategy[Told]:
    """A record of a branch, but for what people judge."""
    return st.one_of(
        activities(branch),
        activities(branch),
        papers(branch),
        tables(branch),
        rest(branch),
    )
