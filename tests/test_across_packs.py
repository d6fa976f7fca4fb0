"""Several documents at once: each is judged on its own, and nothing is merged.

Eleven contradictions of the notes of the inventory, section 2 (C1 …; the other seventeen
stand in `test_contradictions.py`): where one
schedule meets every document, all packs find it met; where two are needed, one alone
leaves exactly the other document's duty open. All is re-based on 2021, but for the
topics, which are of their year (A47).
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from lxyz.fleet.branch import Options, check_branch
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.entries import Entry, entries

pytestmark = pytest.mark.no_cover

ALL = ("cas-2016", "bj-2016", "b11-2016", "nwupl-2018", "sd-2021")
CLOSED = date(2022, 3, 1)
WORST = ("missed", "overdue", "undecidable", "late", "open", "planned", "met")
Told = dict[str, Any]

PROFILE: Told = {
    "name": "样例支部",
    "unit": "机关党委",
    "category": "机关",
    "fixed_day": "7",
    "committee": [
        {"name": "王敏", "post": "书记", "since": "2012-11-20"},
        {"name": "陈静", "post": "组织委员", "since": "2012-11-20"},
        {"name": "赵强", "post": "纪检委员", "since": "2012-11-20"},
    ],
    "members": [{"name": "王敏、陈静、赵强、李娜", "from": "2012-11-20"}],
}


def written(folder: Path, packs: tuple[str, ...], records: list[Told]) -> Path:
    """A branch under some packs, with records."""
    profile = PROFILE | {"packs": list(packs)}
    if "b11-2016" in packs:
        profile["params"] = {"b11-2016/effective_from": "2021-01-01"}
    lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in profile.items())
    (folder / "branch.yaml").write_text("".join(lines), encoding="utf-8")
    rows = (f"- {json.dumps(one, ensure_ascii=False)}\n" for one in records)
    (folder / "records.yaml").write_text("".join(rows), encoding="utf-8")
    return folder


def table(kinds: str, days: list[str], **more: str) -> Told:
    """The same held on several days of the year."""
    rows = [{"date": f"2021-{day}", "attendance": "all"} for day in days]
    return {"kind": kinds.split(), **more, "rows": rows}


def weekly(kinds: str) -> Told:
    """Every Friday."""
    fridays = [date(2021, 1, 1) + timedelta(7 * n) for n in range(53)]
    return table(kinds, [f"{day:%m-%d}" for day in fridays])


def monthly(kinds: str, day: int = 7, every: int = 1) -> Told:
    """On a day of each month, or of the last month of so many."""
    return table(kinds, [f"{month:02}-{day:02}" for month in range(every, 13, every)])


def lecture(day: str, by: str = "王敏") -> Told:
    """A lecture of a member."""
    told = {"kind": "party-lecture", "date": f"2021-{day}", "attendance": "all"}
    return told | {"speakers": {"lecturer": by}}


def discussion(day: str, topic: str) -> Told:
    """A discussion of a topic by all members."""
    kinds = ["thematic-discussion", "all-member-meeting"]
    told = {"kind": kinds, "date": f"2021-{day}", "topic": topic}
    return told | {"attendance": "all"}


def essays(kinds: str) -> Told:
    """A text of each member."""
    names = "王敏、陈静、赵强、李娜"
    return {"kind": kinds.split(), "date": "2021-08-01", "members": names}


MEETING = "organization-life-meeting all-member-meeting"
CAS_TOPICS = [
    discussion("04-30", "学党章，坚定理想信念"),
    discussion("06-30", "学党规，严守纪律规矩"),
    discussion("09-30", "学讲话，增强“四个意识”"),
    discussion("11-30", "学宗旨，坚持创新为民"),
]
BJ_TOPICS = [
    discussion("02-01", "对党忠诚、做合格党员"),
    discussion("05-01", "对党忠诚、做合格党员"),
    discussion("08-01", "严守纪律、做合格党员"),
    discussion("11-01", "务实担当、做合格党员"),
]
STUDY = {
    "b11-2016/collective-study-weekly": "met",
    "b11-2016/collective-study-monthly": "met",
    "bj-2016/collective-study-each-month": "met",
    "bj-2016/collective-study-eight": "met",
    "nwupl-2018/study-monthly": "met",
    "sd-2021/study-each-month": "met",
}
JULY_LECTURES = {
    "cas-2016/lecture-around-july-first": "met",
    "bj-2016/lecture-around-july-first": "met",
    "nwupl-2018/lecture-before-july-first": "met",
    "sd-2021/before-july-first/lecture": "met",
    "sd-2021/secretary-lectures": "met",
}
LIFE_MEETINGS = {
    "bj-2016/life-meeting": "met",
    "cas-2016/life-meeting": "met",
    "nwupl-2018/life-meeting-at-year-end": "met",
    "sd-2021/before-july-first/life-meeting": "met",
}
COMMITTEE = {
    "bj-2016/committee-meeting-each-month": "met",
    "nwupl-2018/committee-weekly": "met",
    "sd-2021/committee-meeting": "met",
}
PARTY_DAYS = {
    "bj-2016/member-activity-each-quarter": "met",
    "bj-2016/member-activity-three": "met",
    "bj-2016/party-day-around-july-first": "met",
    "nwupl-2018/party-day-monthly": "met",
    "nwupl-2018/party-day-monthly~": "met",
    "sd-2021/activity-day": "met",
    "sd-2021/activity-day~": "met",
}

SCHEDULES: dict[str, tuple[list[Told], dict[str, str]]] = {
    "C1: weekly study meets all": ([weekly("collective-study")], STUDY),
    "C1: monthly study does not do for b11, whose own plan is weekly": (
        [monthly("collective-study")],
        STUDY | {"b11-2016/collective-study-weekly": "missed"},
    ),
    "C2: six pairs of months meet the quarters": (
        [monthly("thematic-discussion all-member-meeting", every=2)],
        {
            "cas-2016/meeting-each-quarter": "met",
            "bj-2016/discussion-each-quarter": "met",
            "nwupl-2018/discussion-two-monthly": "met",
        },
    ),
    "C2: four quarters do not meet the pairs": (
        [monthly("thematic-discussion all-member-meeting", every=3)],
        {
            "cas-2016/meeting-each-quarter": "met",
            "bj-2016/discussion-each-quarter": "met",
            "nwupl-2018/discussion-two-monthly": "missed",
        },
    ),
    "C3: the topics of cas do for bj": (
        CAS_TOPICS,
        {"cas-2016/four-topics": "met", "bj-2016/discussion-three": "met"},
    ),
    "C3: not the reverse": (
        BJ_TOPICS,
        {"cas-2016/four-topics": "missed", "bj-2016/discussion-three": "met"},
    ),
    "C4: the secretary in the last fortnight of June": (
        [lecture("06-15")],
        JULY_LECTURES,
    ),
    "C4: the last day that does for all": ([lecture("06-30")], JULY_LECTURES),
    "C4: on 3 July it does for cas and bj alone": (
        [lecture("07-03")],
        JULY_LECTURES
        | {
            "nwupl-2018/lecture-before-july-first": "missed",
            "sd-2021/before-july-first/lecture": "missed",
        },
    ),
    "C4: a member without office does not do for nwupl": (
        [lecture("06-20", by="李娜")],
        JULY_LECTURES
        | {
            "nwupl-2018/lecture-before-july-first": "missed",
            "sd-2021/secretary-lectures": "missed",
        },
    ),
    "C6: two a year are no cap": (
        [lecture("03-01"), lecture("06-20"), lecture("09-01")],
        {"bj-2016/lecture-yearly": "met"},
    ),
    "C7: two life meetings do for all": (
        [table(MEETING, ["06-20", "12-20"])],
        LIFE_MEETINGS,
    ),
    "C7: one in December leaves that of sd": (
        [table(MEETING, ["12-20"])],
        LIFE_MEETINGS | {"sd-2021/before-july-first/life-meeting": "missed"},
    ),
    "C9: an evaluation at the life meeting in December": (
        [table(f"{MEETING} democratic-evaluation", ["12-20"])],
        {
            "cas-2016/evaluation": "met",
            "cas-2016/evaluation-of-all-members": "met",
            "bj-2016/evaluation": "met",
            "bj-2016/evaluation-at-life-meeting": "met",
            "nwupl-2018/evaluation-at-year-end": "met",
        },
    ),
    "C11: a committee that meets weekly": ([weekly("committee-meeting")], COMMITTEE),
    "C11: monthly does not do for nwupl": (
        [monthly("committee-meeting")],
        COMMITTEE | {"nwupl-2018/committee-weekly": "missed"},
    ),
    "C12: a meeting of all each month": (
        [monthly("all-member-meeting")],
        {
            "bj-2016/all-member-meeting-each-quarter": "met",
            "nwupl-2018/member-meeting-monthly": "met",
        },
    ),
    "C15: the seventh of each month": ([monthly("theme-party-day")], PARTY_DAYS),
    "C15: another day of each month is not on the day fixed": (
        [monthly("theme-party-day", day=15)],
        PARTY_DAYS
        | {
            "nwupl-2018/party-day-monthly~": "missed",
            "sd-2021/activity-day~": "missed",
        },
    ),
    "C18: one text declared as both": (
        [essays("reflection-note reflection-essay")],
        {
            "cas-2016/reflection-note-of-each-member": "met",
            "b11-2016/essay-each-member": "met",
        },
    ),
    "C18: an essay alone is no reflection": (
        [essays("reflection-essay")],
        {
            "cas-2016/reflection-note-of-each-member": "missed",
            "b11-2016/essay-each-member": "met",
        },
    ),
}


@pytest.mark.parametrize("name", SCHEDULES)
def test_contradictions(tmp_path: Path, name: str) -> None:
    """All five documents over one schedule, when the year is over."""
    records, wanted = SCHEDULES[name]
    year = 2016 if name.startswith("C3") else 2021
    folder = written(tmp_path, ALL, records)
    text = (folder / "records.yaml").read_text(encoding="utf-8")
    text = text.replace("2021-", f"{year}-")
    (folder / "records.yaml").write_text(text, encoding="utf-8")
    report = check_branch(folder, Options(CLOSED.replace(year=year + 1), year))
    assert report.faults == ()
    found = {
        rule: min(
            (str(one.outcome) for one in report.verdicts if one.rule == rule),
            key=WORST.index,
        )
        for rule in wanted
    }
    assert found == wanted


def _entries(path: Path, as_of: date) -> list[Entry]:
    """What the report of a branch without records has to say, drawn together."""
    report = check_branch(path, Options(as_of, 2021))
    parts = entries(report, Rulebook(report.packs), as_of)
    return [one for part in ("now", "missed") for one in parts[part]]


SETS = [("cas-2016", "bj-2016"), ("b11-2016", "bj-2016"), *[(one,) for one in ALL]]
SAME = {
    ("cas-2016", "bj-2016"): [
        {"cas-2016/lecture-around-july-first", "bj-2016/lecture-around-july-first"},
        {"cas-2016/evaluation", "bj-2016/evaluation"},
    ],
    ("b11-2016", "bj-2016"): [
        {"b11-2016/dues-each-month", "bj-2016/dues-each-month"},
        {"b11-2016/study-plan-made", "bj-2016/study-plan"},
    ],
}


@pytest.mark.parametrize("packs", SETS, ids="+".join)
def test_findings_of_one_cause_are_one(tmp_path: Path, packs: tuple[str, ...]) -> None:
    """Of a branch without records, duties that two documents share are one finding
    that names both; all others are of one document."""
    found = _entries(written(tmp_path, packs, []), CLOSED)
    assert {rule.partition("/")[0] for one in found for rule in one.rules} == set(packs)
    shared = [
        set(one.rules)
        for one in found
        if len({rule.partition("/")[0] for rule in one.rules}) > 1
    ]
    assert sorted(shared, key=sorted) == sorted(SAME.get(packs, []), key=sorted)
