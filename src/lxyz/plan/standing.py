"""Finds the study plan that a branch already has."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxyz.files import read_document, record_files
from lxyz.files.find import meant_as
from lxyz.plan.document import STUDY_PLAN
from lxyz.records import Record, read_records
from lxyz.vocabulary import vocabulary


def is_study_plan(record: Record, year: int) -> bool:
    """Whether a record is the study plan of the branch for a year."""
    if STUDY_PLAN not in record.kinds or record.date is None:
        return False
    if record.period is not None:
        return record.period.first.year <= year <= record.period.last.year
    return record.date.year == year


def standing_plan(branch: Path, year: int) -> Path | None:
    """The file with the latest study plan of a branch for a year; None where it has
    none."""
    found: list[tuple[date, str, Path]] = []
    files = [one for one in record_files(branch) if not meant_as(one[0])]
    for name, file in files:
        records, _ = read_records(read_document(file, name), vocabulary())
        days = [one.date for one in records if is_study_plan(one, year)]
        found.extend((day, name, file) for day in days if day is not None)
    return max(found)[2] if found else None
