"""A branch as it was on a day of its year: what came later is left out of its files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from lxyz.dates.days import DateProblem, parse_date
from lxyz.facts.build import build_facts
from lxyz.files import read_document
from lxyz.fleet.branch import Options, check_branch
from lxyz.judge import judge_in
from lxyz.kinds import World
from lxyz.plan import Plan
from lxyz.records import Record, read_records
from lxyz.report import BranchReport
from lxyz.verdicts import Level, Outcome, Verdict
from lxyz.vocabulary import vocabulary

from .branches import carry_out, year_end

GAPS = frozenset((Outcome.OVERDUE, Outcome.MISSED, Outcome.UNDECIDABLE, Outcome.LATE))
_DATES = ("日期", "date")
_ROWS = ("明细", "entries", "rows", "records")


def as_it_was(branch: Path, target: Path, day: date) -> Path:
    """A copy of a branch without the records of days after a day."""
    copytree(branch, target)
    for file in target.rglob("*.yaml"):
        if file.name == "branch.yaml":
            continue
        try:
            told = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        except yaml.YAMLError:
            # Written with a slip, which is the reader's to tell; by its name it is of a day.
            if file.name > f"{day}~":
                file.unlink()
            continue
        kept = _until(told, day)
        text = yaml.safe_dump(kept, allow_unicode=True, sort_keys=False)
        file.write_text(text if kept else "[]\n", "utf-8")
    return target


def _until(told: Any, day: date) -> Any:
    """What was told until a day."""
    if isinstance(told, list):
        return [one for entry in told if (one := _until(entry, day))]
    if not isinstance(told, dict):
        return told
    if _is_later(told, day):
        return None
    made = dict(told)
    for key in _ROWS:
        if isinstance(made.get(key), list):
            made[key] = _until(made[key], day)
            if not made[key]:
                return None
    return made


def _is_later(entry: dict[str, Any], day: date) -> bool:
    for key in _DATES:
        try:
            if parse_date(str(entry.get(key, ""))) > day:
                return True
        except DateProblem:
            continue
    return False


def gaps(report: BranchReport) -> list[Verdict]:
    """The findings of musts and shoulds that records decide."""
    return _gaps(report.verdicts)


def _gaps(verdicts: Iterable[Verdict]) -> list[Verdict]:
    return [
        one
        for one in verdicts
        if one.modality in ("must", "should")
        and one.outcome in GAPS
        and one.level in (Level.ERROR, Level.WARNING)
    ]


def whose(verdicts: list[Verdict]) -> set[tuple[str, str]]:
    """Of which rules and of whom some verdicts are; what each week, or each record, is
    wanted is one verdict of a check."""
    return {
        (one.rule, "" if one.subject.type in ("branch", "fact") else one.subject.name)
        for one in verdicts
    }


def at_the_end(plan: Plan, folder: Path) -> list[Verdict]:
    """What is found at the end of a year in which a plan was carried out, but for what
    other records say was done late."""
    carry_out(plan, folder)
    found = gaps(check_branch(folder, Options(year_end(plan.year), plan.year)))
    return [
        one
        for one in found
        if one.outcome is not Outcome.LATE
        or any(record.origin.file.endswith("held.yaml") for record in one.records)
    ]


def held(plan: Plan, folder: Path) -> list[Record]:
    """The records of a plan that was carried out, written into a folder and read."""
    carry_out(plan, folder)
    read = read_document(folder / "held.yaml", "held.yaml")
    assert read.root is not None
    records, faults = read_records(read, vocabulary())
    assert faults == []
    return records


def gaps_of(plan: Plan, records: list[Record]) -> list[Verdict]:
    """The findings of some records at the end of the year of a plan."""
    end = year_end(plan.year)
    facts, _ = build_facts(plan.profile, records, vocabulary(), end)
    worlds = [World(facts, bound, plan.year, end) for bound in plan.packs]
    return _gaps(verdict for world in worlds for verdict in judge_in(world))
