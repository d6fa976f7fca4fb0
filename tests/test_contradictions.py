"""The contradictions between the documents: one schedule, judged by every pack.

`contradictions.yaml` tells them as the inventory's notes do (section 2): the entries
that differ, and schedules that meet them all, or all but those that are named. Judged
are all the rules that cover one of the entries, so that none is forgotten when a rule is
added; an entry without such a rule must be named, with what became of it. (C1 to C4, C6,
C7, C9, C11, C12, C15 and C18 stand in `test_across_packs.py`.)
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.load import load_pack, rules_folder
from lxyz.report import BranchReport
from lxyz.verdicts import WORST, Verdict

pytestmark = pytest.mark.no_cover

PACKS = ("cas-2016", "bj-2016", "b11-2016", "nwupl-2018", "sd-2021")
ELSEWHERE = {"C1", "C2", "C3", "C4", "C6", "C7", "C9", "C11", "C12", "C15", "C18"}


class _Texts(yaml.SafeLoader):
    """Every scalar a text, as in records and packs; one schedule may vary another (<<)."""

    yaml_implicit_resolvers = {"<": yaml.SafeLoader.yaml_implicit_resolvers["<"]}


TOLD: dict[str, dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "contradictions.yaml").read_text(encoding="utf-8"),
    _Texts,  # noqa: S506 - a safe loader
)
PROFILE = TOLD.pop("branch")
CASES = [
    pytest.param(name, one, id=f"{name}: {one['name']}")
    for name, told in TOLD.items()
    for one in told["schedules"]
]


def _entries(name: str) -> list[str]:
    """The entries of a contradiction: `bj-2016: 49 90` and so on."""
    told: dict[str, str] = TOLD[name]["entries"]
    return [f"{pack}-{one}" for pack in told for one in told[pack].split()]


@cache
def _clauses(pack: str) -> dict[str, str]:
    """What became of every clause of a pack."""
    entries = load_pack(rules_folder() / pack).clauses.entries
    return {key: one.became for key, one in entries.items()}


def _checked(folder: Path, schedule: dict[str, Any]) -> BranchReport:
    """A branch under all five packs, checked when the year and its remedies are over."""
    year = int(schedule["year"])
    own = PROFILE | schedule.get("branch", {})
    own |= {"规则包": list(PACKS), "参数": {"b11-2016/effective_from": f"{year}-01-01"}}
    texts = {
        "branch.yaml": "".join(
            f"{key}: {json.dumps(own[key], ensure_ascii=False)}\n" for key in own
        ),
        "records.yaml": "".join(
            f"- {json.dumps(one, ensure_ascii=False)}\n" for one in schedule["records"]
        ),
    }
    for name, text in texts.items():
        (folder / name).write_text(text.replace("$y", str(year)), encoding="utf-8")
    for name in ("会场.jpg", "小结.txt"):
        (folder / name).write_bytes(b"x")
    return check_branch(folder, Options(date(year + 1, 3, 1), year))


def _said(verdicts: list[Verdict]) -> str | None:
    """What is said of a rule: its worst outcome and how much it weighs; None if nothing
    is (it is met, without a note of a wider window, or awaits a person's answer)."""
    worst = min(verdicts, key=lambda one: (WORST.index(one.outcome), one.level))
    if worst.outcome == "attest":
        return None
    told = f"{worst.outcome} {worst.level}"
    return None if told == "met none" else told


@pytest.mark.parametrize(("name", "schedule"), CASES)
def test_one_schedule_before_five_documents(
    tmp_path: Path, name: str, schedule: dict[str, Any]
) -> None:
    """Of the rules concerned, those named say what is told of them; all others are met."""
    report = _checked(tmp_path, schedule)
    assert report.faults == ()
    asked = set(_entries(name))
    concerned: dict[str, list[Verdict]] = {}
    for one in report.verdicts:
        if asked.intersection(one.covers):
            concerned.setdefault(one.rule, []).append(one)
    said = {rule: _said(several) for rule, several in sorted(concerned.items())}
    # A document asks nothing of the years before its own.
    early = {rule for rule in said if int(rule[: rule.index("/")][-4:]) > report.year}
    assert {said.pop(rule) for rule in early} <= {"not-applicable none"}
    assert {rule: told for rule, told in said.items() if told} == schedule["says"]


@pytest.mark.parametrize("name", TOLD)
def test_every_entry_is_judged_or_named(name: str) -> None:
    """Each entry has a rule, or the table says what became of it and why."""
    unjudged: dict[str, str] = TOLD[name].get("unjudged", {})
    for entry in _entries(name):
        became = _clauses(entry.rpartition("-")[0])[entry]
        assert became == unjudged.get(entry, "").partition("：")[0] or (
            entry not in unjudged and became in {"judged", "attest"}
        ), entry


def test_none_is_left_out() -> None:
    """All twenty-eight are tested, here or beside."""
    assert set(TOLD) | ELSEWHERE == {f"C{one}" for one in range(1, 29)}
    assert not set(TOLD) & ELSEWHERE
