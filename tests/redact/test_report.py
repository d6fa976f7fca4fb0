"""Every text of a report is gone through, whatever field it stands in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

from lxyz.files.origin import Fault
from lxyz.fleet.branch import Options, check_branch
from lxyz.redact import Pseudonyms, redacted
from lxyz.report import BranchReport, Earlier, Obstacle, Person
from lxyz.verdicts import Clash

from .branch import NEUTRAL, write

NAME = "王芳"
PEOPLE = (Person(NAME, "党员01"),)
# What is not text of a branch: ids, kinds, keys of facts, numbers, days.
OURS = {
    "PackUsed": {"id", "version", "title", "title_en", "folder", "words"},
    "Fault": {"code", "level"},
    "Verdict": set(
        "rule covers clause modality outcome level need have debtor event at_most".split()
    ),
    "Span": {"label"},
    "Evidence": {"kinds"},
    "Ahead": {"kinds"},
    "Before": {"rule", "kinds"},
    "Behind": {"kinds", "key"},
    "Clash": {"why", "rules"},
    "Subject": {"type"},
    "Attached": {"state", "sha256"},
    "BranchReport": {"unwaivable"},
    "Obstacle": {"code"},
}


def filled(hint: Any, name: str) -> Any:
    """A value of a type, with the name in each text of it."""
    origin = get_origin(hint)
    if origin is tuple:
        kinds = [one for one in get_args(hint) if one is not Ellipsis]
        return tuple(filled(one, name) for one in kinds)
    if origin in (UnionType, Union):
        return filled(get_args(hint)[0], name)
    if hint is str:
        return f"向{name}学"
    if hint in (int, bool):
        return 1
    if hint is date:
        return date(2016, 6, 24)
    if issubclass(hint, Enum):
        return next(iter(hint))
    hints = get_type_hints(hint)
    return hint(
        **{
            field: filled(one, "" if field in OURS.get(hint.__name__, ()) else name)
            for field, one in hints.items()
            if (one is not Earlier and field != "before")
            or hint.__name__ in ("Room", "Ahead")
        }
    )


def texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """All texts in a value, each with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        names = getattr(value, "_fields", range(len(value)))
        for name, one in zip(names, value, strict=True):
            yield from texts(one, f"{path}.{name}")


def test_all_texts() -> None:
    """A field more that holds text fails here, unless it is said to be ours: what is
    left are codes, names of values, and the types of what is listed."""
    report = filled(BranchReport, NAME)._replace(people=PEOPLE, before=None)
    fields = report._replace(people=())
    assert sum(NAME in one for _, one in texts(fields)) > 20
    found = dict(texts(redacted(report)))
    assert {path for path, one in found.items() if NAME in one} == {
        ".faults.0.values.0.0",
        ".accepted_faults.0.values.0.0",
        ".error.values.0.0",
        ".listed.0.0",
    }
    assert found[".name"] == "向党员01学"


def test_what_hangs_together(tmp_path) -> None:
    """Verdicts are found by the keys that clashes and folded ones have of them."""
    branch = write(tmp_path, NEUTRAL)
    report = check_branch(branch, Options(date(2016, 9, 30)))
    person = next(one for one in report.verdicts if one.subject.type == "member")
    folded = person._replace(rule="bj-2016/x", folded_into="|".join(person.key()))
    clash = Clash("days", (person.key(), ("x", "y", "", "")), date.min, date.max)
    report = report._replace(
        verdicts=(*report.verdicts, folded),
        clashes=(clash,),
        people=(Person(person.subject.name, "党员09"),),
    )
    made = redacted(report)
    (clash,) = made.clashes
    ((_, (found,)),) = made.clashing()
    assert found.subject.name == "党员09"
    (folded,) = [one for one in made.verdicts if one.rule == "bj-2016/x"]
    assert folded.folded_into == "|".join(found.key())


def test_of_two_reports() -> None:
    """Both are redacted, with the same pseudonym for one person."""
    old = BranchReport(
        "b", f"{NAME}支部", 2016, (), (), (), people=(Person(NAME, "党员05"),)
    )
    new = old._replace(people=PEOPLE, before=Earlier(old, date(2016, 1, 1)))
    made = redacted(new)
    assert made.before is not None
    assert (made.name, made.before.report.name) == ("党员01支部", "党员01支部")


def test_an_error() -> None:
    """What kept it from being judged is told without names."""
    told = Obstacle("E301", (("path", f"{NAME}/规则包"),), 3)
    report = BranchReport("b", "b", 2016, (), (), (), 0, told, people=PEOPLE)
    assert redacted(report).error == ("E301", (("path", "党员01/规则包"),), 3)
    assert Pseudonyms(()).person("甲") == "甲"


def test_a_fault() -> None:
    """Words of lxyz stay; what was quoted is a name, a word of records, or withheld."""
    values = (("why", "outside"), ("file", f"{NAME}.md"), ("text", f"见{NAME}"))
    fault = Fault("F602", f"{NAME}.yaml", 3, 9, (*values, ("name", NAME)))
    report = BranchReport("b", "b", 2016, (), (fault,), (), people=PEOPLE)
    (made,) = redacted(report).faults
    told = {"why": "outside", "file": "党员01.md", "text": "…", "name": "党员01"}
    assert made == Fault("F602", "党员01.yaml", 3, 1, tuple(told.items()))


@pytest.mark.parametrize("only", [True, False])
def test_only_some_files(tmp_path, only: bool) -> None:
    """Files that are asked about are called by their real names."""
    branch = write(tmp_path, NEUTRAL)
    asked = ((str(branch), "2016/取消.yaml" if only else "2016/x.yaml"),)
    made = check_branch(branch, Options(date(2016, 9, 30), only=asked, redact=True))
    assert made.redacted
    assert bool(made.faults) is only
