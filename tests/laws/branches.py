"""Random small branches: their profile, their records as text, and how they are judged.

Everything goes the way of the program: texts through the reader, records to facts,
facts and a bound pack to verdicts. All names are made up.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from hypothesis import strategies as st

from lxyz.facts import Facts, build_facts
from lxyz.files import read_text
from lxyz.judge import judge
from lxyz.origin import Fault, Faults
from lxyz.packs.load import Bound, bind, load_pack
from lxyz.packs.model import Pattern, Rule
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.report import BranchReport, PackUsed
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[2]
PACKS = (
    "rules/bj-2016",
    "rules/b11-2016",
    "rules/cas-2016",
    "rules/sd-2021",
    "tests/packs/cas-mini",
    "tests/packs/nwupl-mini",
    "tests/packs/sd-mini",
)
NAMES = tuple("王敏 陈静 赵强 周建国 李娜 刘洋 孙丽华 许诺 胡斌 宋涛".split())
GROUPS = ("第一党小组", "第二党小组")
BODIES = ("机关党委", "机关党委办公室", "所党委", "组织部党教科")
GRADES = ("优秀", "合格", "基本合格", "不合格", "不定等次")
STEPS = ("个人自评", "党员互评", "民主测评", "组织评定", "党性分析")

# Better first, as the laws compare them; what is undecidable, waived, attested or not
# applicable stands apart.
ORDER = {
    Outcome.MET: 0,
    Outcome.LATE: 1,
    Outcome.PLANNED: 2,
    Outcome.OPEN: 2,
    Outcome.OVERDUE: 3,
    Outcome.MISSED: 4,
}

Told = dict[str, Any]
"""A record as keys and values, before it is written."""


class Branch(NamedTuple):
    """A branch as it is drawn: its profile, its records, and who is in it."""

    pack: str
    profile: Told
    records: list[Told]
    names: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year it is judged for: that of its pack."""
        return int(bound(self.pack).pack.head.year)

    def files(self) -> dict[str, str]:
        """A file for each record, so that none moves when another is left out."""
        return {f"{n:02}.yaml": written(one) for n, one in enumerate(self.records)}


class Built(NamedTuple):
    """Facts of a branch and every fault in it."""

    profile: Profile
    records: list[Record]
    facts: Facts
    faults: list[Fault]


# --- the way of the program --------------------------------------------------------


@cache
def bound(pack: str) -> Bound:
    """A pack with its own parameters."""
    return bind(load_pack(ROOT / pack), ())


def written(told: Told) -> str:
    """A record (or a profile) as YAML: a line for each key, flow style inside."""
    lines = (f"{key}: {json.dumps(told[key], ensure_ascii=False)}" for key in told)
    return "".join(f"{line}\n" for line in lines)


def listed(several: list[Told]) -> str:
    """Several records in one file: a list."""
    return "".join(f"- {json.dumps(one, ensure_ascii=False)}\n" for one in several)


def built(profile: str, files: dict[str, str], as_of: date) -> Built:
    """The facts of a branch, from texts."""
    words, faults = vocabulary(), Faults()
    document = read_text(profile.encode(), "branch.yaml")
    faults.extend(document.faults)
    made, found = read_profile(document, words)
    faults.extend(found)
    assert made is not None
    records: list[Record] = []
    for name, text in files.items():
        document = read_text(text.encode(), name)
        faults.extend(document.faults)
        if document.root is not None:
            several, found = read_records(document, words)
            records.extend(several)
            faults.extend(found)
    facts, found = build_facts(made, records, words, as_of)
    faults.extend(found)
    return Built(made, records, facts, faults)


def judged(branch: Branch, as_of: date, *more: Told) -> list[Verdict]:
    """The verdicts on a branch, with more records if there are any."""
    whole = branch._replace(records=[*branch.records, *more])
    one = built(written(branch.profile), whole.files(), as_of)
    return judge(one.facts, bound(branch.pack), branch.year, as_of)


def by_key(verdicts: list[Verdict]) -> dict[tuple[str, ...], Verdict]:
    """Verdicts by their identity."""
    return {one.key(): one for one in verdicts}


def rules(pack: str) -> dict[str, Rule]:
    """The rules of a pack, by the name their verdicts carry."""
    one = bound(pack)
    return {f"{one.pack.id}/{rule.id}": rule for rule in one.rules}


def reported(branch: Branch, as_of: date) -> BranchReport:
    """The report on a branch."""
    one = built(written(branch.profile), branch.files(), as_of)
    pack = bound(branch.pack).pack
    head, year = pack.head, branch.year
    used = PackUsed(head.id, head.version, head.title, head.title_en, str(pack.folder))
    verdicts = judge(one.facts, bound(branch.pack), year, as_of)
    return BranchReport(
        "branch",
        one.profile.name,
        year,
        (used,),
        tuple(sorted(set(one.faults))),
        tuple(verdicts),
        len(one.records),
    )


def told(one: Verdict) -> str:
    """A verdict in a line, for messages of failed tests."""
    key = "|".join(one.key())
    return f"{key}: {one.outcome} need={one.need} have={one.have} until={one.until}"


# --- what a pack asks for ------------------------------------------------------------


def patterns(rule: Rule) -> list[Pattern]:
    """Every pattern of a rule."""
    counted = (rule.count.of, rule.count.to) if rule.count else ()
    covered = (rule.cover.of,) if rule.cover else ()
    found: list[Pattern] = []
    for one in (rule.each, *counted, *covered):
        if one is not None:
            found.extend(one if isinstance(one, tuple) else (one,))
    return found


def kinds(pattern: Pattern) -> tuple[str, ...]:
    """The kinds of a pattern, any of them (or all, where all are asked for)."""
    kind = pattern.kind
    if isinstance(kind, str):
        return (kind,)
    return tuple(kind) if isinstance(kind, tuple) else tuple(kind.all)


def _first(wanted: object) -> str | None:
    """A word that satisfies a simple condition."""
    if isinstance(wanted, str):
        return None if wanted in ("some", "none") else wanted
    return str(wanted[0]) if isinstance(wanted, tuple) else None


@cache
def asked(pack: str) -> dict[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """What a pack asks for: kinds, and with them words of the attributes."""
    family = vocabulary().kinds
    found: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
    for rule in bound(pack).rules:
        for pattern in patterns(rule):
            for kind in kinds(pattern):
                if kind not in family or family[kind].family != "activity":
                    continue
                words = found.setdefault((kind,), {})
                for name, wanted in (pattern.__pydantic_extra__ or {}).items():
                    word = _first(wanted)
                    if word is not None and name in ("topic", "materials", "forms"):
                        words[name] = (*words.get(name, ()), word)
                if rule.cover is not None and rule.cover.tag in ("topic", "materials"):
                    items = [i if isinstance(i, str) else i.is_ for i in rule.cover.all]
                    own = tuple(item for item in items if item)
                    words[rule.cover.tag] = (*words.get(rule.cover.tag, ()), *own)
    for whole in (
        ("organization-life-meeting", "all-member-meeting"),
        ("democratic-evaluation", "all-member-meeting"),
        ("party-lecture", "theme-party-day"),
        ("group-meeting", "collective-study"),
        ("thematic-discussion", "all-member-meeting"),
    ):
        found.setdefault(whole, dict(found.get(whole[:1], {})))
    return found


# --- drawing -------------------------------------------------------------------------


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


@st.composite
def profiles(draw: st.DrawFn, pack: str) -> Branch:
    """A branch without records: 6 to 10 members, one of them on leave, one who leaves,
    one probationary, one leading cadre."""
    year = int(bound(pack).pack.head.year)
    count = draw(st.integers(6, 10))
    names = NAMES[:count]
    here = f"{year - 2}-11-20"
    away, gone = draw(days(year)), draw(days(year))
    back = away + timedelta(draw(st.integers(20, 300)))
    joined = draw(st.sampled_from((f"{year - 1}-06-01", f"{year}-03-01")))
    leave = {"reason": "驻外", "from": away.isoformat(), "until": back.isoformat()}
    members: list[Told] = [
        {"name": "、".join(names[:2]), "from": here, "cadre": "yes"},
        {"name": names[2], "from": f"{year - 1}-03-01", "cadre": "yes", "rank": "处级"},
        {"name": names[3], "from": here, "leave": leave},
        {"name": names[4], "from": here, "until": gone.isoformat()},
        {"name": names[5], "from": joined, "status": "probationary"},
    ]
    if names[6:]:
        members.append({"name": "、".join(names[6:]), "from": here})
    posts = [("书记", names[0]), ("组织委员", names[1]), ("纪检委员", names[2])]
    posts = posts if draw(st.booleans()) else posts[:1]
    groups = draw(st.sampled_from(((), GROUPS[:1], GROUPS)))
    profile: Told = {
        "name": "样例支部",
        "unit": "机关党委",
        "packs": [bound(pack).pack.id],
        "category": "机关",
        "fixed_day": "7",
        "elected_on": here,
        "committee": [
            {"post": post, "name": name, "since": here} for post, name in posts
        ],
        "members": members,
    }
    if groups:
        halves = (names[::2], names[1::2]) if len(groups) == 2 else (names,)
        profile["groups"] = [
            {"name": group, "leader": half[0], "members": "、".join(half)}
            for group, half in zip(groups, halves, strict=True)
        ]
    return Branch(pack, profile, [], names, groups)


@st.composite
def branches(draw: st.DrawFn, least: int = 0, most: int = 14) -> Branch:
    """A branch with some records."""
    branch = draw(profiles(draw(st.sampled_from(PACKS))))
    found: list[Told] = []
    for _ in range(draw(st.integers(least, most))):
        so_far = branch._replace(records=found)
        one = st.one_of(*[records(so_far)] * 5, answers(so_far))
        found.append(draw(one))
    return branch._replace(records=found)
