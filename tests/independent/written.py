"""A branch-year as the files a branch keeps: its profile, and its records in one list."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from .branchyear import Data


def _line(names: list[str]) -> str:
    return "、".join(names)


def _days(first: date, last: date | None) -> Data:
    return {"from": str(first)} | ({"until": str(last)} if last else {})


def _member(one: Data) -> Data:
    told = {"name": one["name"], **_days(one["from"], one["until"])}
    if one["rank"]:
        told |= {"rank": one["rank"], "cadre": "yes"}
    if one["probationary"]:
        told["status"] = "probationary"
    if one["leave"]:
        told["leave"] = {"reason": "驻外", **_days(*one["leave"])}
    return told


def _attendance(act: Data) -> Any:
    who = _line(act["who"])
    return {
        "all": "all",
        "all-but-absent": {"present": "all", "absent": who},
        "all-but-excused": {
            "present": "all",
            "excused": _line([f"{name}（出差）" for name in act["who"]]),
        },
        "some": {"present": who},
    }[act["told"]]


def _gathering(act: Data) -> Data:
    told: Data = {"kind": act["kinds"], "date": str(act["day"])}
    if act["state"] == "cancelled":
        return told | {"status": "cancelled", "reason": "防汛"} | _group(act)
    if act["state"] == "held":
        if act["told"] == "held":
            told["status"] = "held"
        else:
            told["attendance"] = _attendance(act)
    for key in ("time", "organizer", "with", "materials", "agenda", "topic"):
        told |= {key: act[key]} if act[key] else {}
    if act["lecturers"]:
        told["speakers"] = {"lecturer": _line(act["lecturers"])}
    if act["moved_from"]:
        told["moved"] = {"from": str(act["moved_from"]), "reason": "会议冲突"}
    if act["for_year"]:
        told["counts_for"] = str(act["for_year"])
    if act["filed"]:
        told["filings"] = [{"to": to, "date": str(day)} for to, day in act["filed"]]
    return told | _more(act) | _group(act)


def _more(act: Data) -> Data:
    """What came of it: its summary, its steps and grades."""
    told: Data = {}
    if act["summary"]:
        day = str(act["summary"])
        summary = {"kind": "study-summary", "date": day, "filings": {"机关党委": day}}
        told["documents"] = [summary | {"sections": {"基本情况": "到会五人"}}]
    if act["steps"]:
        told["steps"] = [{"name": name, "date": str(day)} for name, day in act["steps"]]
    if act["grades"]:
        given = act["grades"]
        told["grades"] = {
            grade: _line([name for name in given if given[name] == grade])
            for grade in sorted(set(given.values()))
        }
    return told


def _group(act: Data) -> Data:
    return {"group": act["group"]} if act["group"] else {}


def records(year: Data) -> list[Data]:
    """The records of a branch-year, as keys and values."""
    found = [_gathering(act) for act in year["acts"]]
    if plan := year["plan"]:
        items = [
            {"kind": item["kind"], "when": f"{item['first']}..{item['last']}"}
            for item in plan["items"]
        ]
        head = {"kind": "study-plan", "period": str(year["year"])}
        found.append(head | {"date": str(plan["day"]), "items": items})
    for paper in year["papers"]:
        told = {"kind": paper["kinds"], "date": str(paper["day"])}
        if paper["for_year"]:
            told["period"] = str(paper["for_year"])
        found.append(told | {"members": _line(paper["who"])})
    rows = [
        {
            "month": f"{row['year']}-{row['month']:02}",
            "date": str(row["day"]),
            "members": _line(row["who"]),
        }
        for row in year["dues"]
    ]
    if rows:
        found.append({"kind": "dues-payment", "by": "self", "rows": rows})
    for one in year["waivers"]:
        told = {"kind": "waiver", "rule": one["rule"], "date": str(one["day"])}
        told |= {"reason": "防汛", "approved_by": "机关党委"}
        told |= {"members": one["who"]} if one["who"] else {}
        found.append(told | _days(one["first"], one["last"]))
    for one in year["measures"]:
        told = {"kind": "rectification-list", "date": str(one["day"])}
        item = {"problem": one["problem"], "owner": one["owner"] or "支部"}
        for key in ("due", "closed_on"):
            item |= {key: str(one[key])} if one[key] else {}
        found.append(told | {"items": [item]})
    for talk in year["talks"]:
        told = {"kind": "heart-to-heart-talk", "date": str(talk["day"])}
        found.append(told | {"from": talk["from"], "to": _line(talk["to"])})
    return found


def write(year: Data, folder: Path) -> None:
    """The branch as files: its profile, and its records in one list."""
    profile: Data = {
        "name": "样例支部",
        "unit": "机关党委",
        "packs": year["packs"],
        "category": "机关",
        "fixed_day": str(year["fixed_day"]),
        "members": [_member(one) for one in year["members"]],
        "committee": [
            {"name": one["name"], "post": one["post"], "since": str(one["since"])}
            for one in year["committee"]
        ],
    }
    if year["groups"]:
        profile["groups"] = [
            {"name": name, "members": _line(names)}
            for name, names in year["groups"].items()
        ]
    if year["exempt"]:
        profile["exemptions"] = [
            {**_days(one["first"], one["last"]), "reason": "防汛"}
            | ({"approved_by": one["by"]} if one["by"] else {})
            for one in year["exempt"]
        ]
    if year["params"]:
        profile["params"] = year["params"]
    text = "".join(
        f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in profile.items()
    )
    (folder / "branch.yaml").write_text(text, encoding="utf-8")
    lines = [f"- {json.dumps(one, ensure_ascii=False)}\n" for one in records(year)]
    (folder / "records.yaml").write_text("".join(lines), encoding="utf-8")
