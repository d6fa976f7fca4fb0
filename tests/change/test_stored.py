"""A report read back: whole, or refused with the place that is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lxyz.change import compare, stored
from lxyz.change.stored import read_report
from lxyz.errors import UsageError
from lxyz.files.origin import Fault
from lxyz.fleet.branch import Options
from lxyz.render import Style
from lxyz.report import BranchReport, Earlier, Obstacle
from lxyz.verdicts import Level, Verdict

from ..render.conftest import USED, everything, make
from ..render.payloads import PAYLOADS
from ..render.test_payloads import hostile
from ..whole import Report, check, in_full

ROOT = Path(__file__).resolve().parents[2]
DAY = date(2016, 9, 30)
EXAMPLES = ("branch-11", "exemplary")


@pytest.fixture(scope="module")
def report() -> Report:
    """What is to be said of two examples."""
    return check([ROOT / "examples" / name for name in EXAMPLES], Options(DAY))


def kept(report: Report, file: Path, lang: str = "zh") -> Path:
    """The report written as JSON."""
    file.write_text(in_full("json", report, Style(lang)), "utf-8")
    return file


def seen(one: Verdict) -> Verdict:
    """A verdict as far as JSON has it: without columns, what it can weigh at all, and
    what became of each of its spans."""
    return one._replace(
        at_most=Level.ERROR,
        parts=(),
        records=tuple(
            e._replace(origin=e.origin._replace(column=1)) for e in one.records
        ),
        near=tuple(e._replace(origin=e.origin._replace(column=1)) for e in one.near),
        about=tuple(at._replace(column=1) for at in one.about),
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_report_is_read_back_whole(report: Report, tmp_path: Path, lang: str) -> None:
    """Each verdict, fault and clash of two examples; nothing has changed."""
    found = read_report(kept(report, tmp_path / "old.json", lang))
    assert found.as_of == DAY
    for one, other in zip(report.branches, found.branches, strict=True):
        assert [seen(v) for v in one.verdicts] == [seen(v) for v in other.verdicts]
        assert (one.faults, one.clashes) == (other.faults, other.clashes)
        for name in ("path", "name", "year", "records", "accepted", "error"):
            assert getattr(one, name) == getattr(other, name)
        assert one.accepted_faults == other.accepted_faults
        assert [p.folder for p in one.packs] == [p.folder for p in other.packs]
        assert compare(Earlier(one, DAY), Earlier(other, DAY)) == ()


def one_branch(*verdicts: Verdict, **more: Any) -> Report:
    """A report of a branch with a pack that lies elsewhere."""
    made = BranchReport("b", "样例支部", 2016, (USED,), (), verdicts or everything())
    return Report(DAY, (made._replace(**more),))


def test_faults_that_were_accepted_are_read_back(tmp_path: Path) -> None:
    """With what they say; a report from before there were such has none."""
    fault = Fault("F305", "乱.yaml", 2, 5, (("text", "2016-02-30"),))
    file = kept(one_branch(accepted=1, accepted_faults=(fault,)), tmp_path / "a.json")
    assert read_report(file).branches[0].accepted_faults == (fault,)
    data = json.loads(file.read_text("utf-8"))
    del data["branches"][0]["accepted_faults"]
    file.write_text(json.dumps(data), "utf-8")
    assert read_report(file).branches[0].accepted_faults == ()


def test_a_pack_that_is_not_here_keeps_its_titles(tmp_path: Path) -> None:
    """Those of its rules that the report tells."""
    (branch,) = read_report(kept(one_branch(), tmp_path / "a.json")).branches
    (pack,) = branch.packs
    assert (pack.id, pack.version, pack.title) == ("try-2016", "1.0", "试行要求")
    assert pack.folder == ""
    assert dict(pack.words)["try-2016/dues"] == "党员每月交党费"
    data = json.loads((tmp_path / "a.json").read_text("utf-8"))
    data["packs"] = []
    (tmp_path / "a.json").write_text(json.dumps(data))
    (branch,) = read_report(tmp_path / "a.json").branches
    assert branch.packs[0].version == ""


def test_a_branch_that_was_not_judged(tmp_path: Path) -> None:
    """Its error with the words of it; a branch without a folder is none that is gone."""
    error = Obstacle("P001", (("pack", "x"), ("known", "y")), 2)
    file = kept(one_branch(error=error, path=""), tmp_path / "a.json")
    (branch,) = read_report(file).branches
    assert branch.error == error
    assert branch.is_unread
    assert not branch.is_absent


def test_a_folded_verdict_and_a_clash_find_theirs(tmp_path: Path) -> None:
    """By the key within the branch, whatever the name of the branch; an unknown verdict
    of a clash is passed over."""
    name = "a|b"
    folded = make("dues", "missed", folded_into="try-2016/x|branch:a|b|2016|")
    file = kept(one_branch(folded, name=name), tmp_path / "a.json")
    (branch,) = read_report(file).branches
    assert branch.verdicts[0].folded_into == folded.folded_into
    data = json.loads(file.read_text("utf-8"))
    data["branches"][0]["clashes"] = [
        {"why": "days", "verdicts": ["x"], "rules": [], "since": "2016-01-01"}
        | {"last": "2016-01-01", "number": 1, "workdays": 0}
    ]
    file.write_text(json.dumps(data))
    (branch,) = read_report(file).branches
    assert branch.clashing() == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_text(payload: str, tmp_path: Path) -> None:
    """Written and read back: but for letters that no file can hold, the same."""
    report = Report(DAY, (hostile(PAYLOADS[payload]),))
    (found,) = read_report(kept(report, tmp_path / "a.json")).branches
    if payload != "surrogate":
        assert found.name == report.branches[0].name
        assert found.fault_keys() == report.branches[0].fault_keys()


# ---------------------------------------------------------------- what is none


def told(file: Path) -> tuple[str, dict[str, str]]:
    """The error that reading a file ends in."""
    with pytest.raises(UsageError) as wrong:
        read_report(file)
    values = dict(wrong.value.values)
    assert values.pop("path") == str(file)
    return wrong.value.code, values


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """Absent, or a folder."""
    assert told(tmp_path / "no.json") == ("E260", {"why": "absent"})
    assert told(tmp_path) == ("E260", {"why": "a-folder"})


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"", "1", "1"),
        (b"not json", "1", "1"),
        (b'{\n"schema": "lxyz.report/1",\n"as_of"', "3", "8"),
        (b"[" * 100_000, "1", "1"),
        (b'{"a": "\\ud800"', "1", "15"),
        ("名".encode("gbk"), "1", "1"),
        (b'{"a": \x00}', "1", "7"),
        (b"\xff\xfe{\x00}\x00", "1", "1"),
    ],
)
def test_what_is_no_json(data: bytes, line: str, column: str, tmp_path: Path) -> None:
    """The line and column, however deep or broken."""
    file = tmp_path / "a.json"
    file.write_bytes(data)
    assert told(file) == ("E261", {"line": line, "column": column})


def test_a_report_that_is_cut_off(report: Report, tmp_path: Path) -> None:
    """Wherever it is cut, it is told where."""
    whole = kept(report, tmp_path / "whole.json").read_bytes()
    file = tmp_path / "a.json"
    for number in range(1, 20):
        file.write_bytes(whole[: len(whole) * number // 20])
        code, values = told(file)
        assert (code, values["line"] != "0") == ("E261", True)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ({"schema": "lxyz.report/2"}, "lxyz.report/2"),
        ({"schema": "lxyz.diff/1"}, "lxyz.diff/1"),
        ({"schema": "x" * 900}, "x" * 40),
        ({"schema": 1}, ""),
        ({}, ""),
        ([], ""),
        (1, ""),
        (None, ""),
    ],
)
def test_what_is_no_report_of_ours(data: Any, found: str, tmp_path: Path) -> None:
    """Another version, another thing."""
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data))
    assert told(file) == ("E262", {"found": found, "known": "lxyz.report/1"})


def test_a_huge_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A byte more than is taken."""
    monkeypatch.setattr(stored, "MOST_BYTES", 1 << 20)
    file = tmp_path / "a.json"
    file.write_bytes(b" " * (1 << 20))
    assert told(file)[0] == "E261"
    file.write_bytes(b" " * ((1 << 20) + 1))
    assert told(file) == ("E263", {"most": "1"})


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("as_of", "2016-13-01"),
        ("as_of", 20160930),
        ("packs[0].id", 1),
        ("branches", {}),
        ("branches[0].name", None),
        ("branches[0].year", "2016"),
        ("branches[0].faults[0].values", None),
        ("branches[0].faults[0].values.fixed", 1),
        ("branches[0].faults[0].level", "fatal"),
        ("branches[0].verdicts[3].outcome", "good"),
        ("branches[0].verdicts[3].level", 1),
        ("branches[0].verdicts[3].span.to", "soon"),
        ("branches[0].verdicts[3].subject.name", []),
        ("branches[0].verdicts[3].records", "x"),
    ],
)
def test_what_has_another_shape(
    where: str, value: Any, report: Report, tmp_path: Path
) -> None:
    """The place of the first thing that is wrong, whether it is missing or another."""
    data = json.loads(kept(report, tmp_path / "a.json").read_text("utf-8"))
    parts = where.replace("[", ".").replace("]", "").split(".")
    at = data
    for part in parts[:-1]:
        at = at[int(part)] if part.isdecimal() else at[part]
    at[parts[-1]] = value
    (tmp_path / "a.json").write_text(json.dumps(data))
    assert told(tmp_path / "a.json") == ("E264", {"where": where})


def test_what_is_missing(report: Report, tmp_path: Path) -> None:
    """A report of before faults had their values is told of at the first of them."""
    data = json.loads(kept(report, tmp_path / "a.json").read_text("utf-8"))
    for fault in data["branches"][0]["faults"]:
        del fault["values"]
    (tmp_path / "a.json").write_text(json.dumps(data))
    assert told(tmp_path / "a.json") == (
        "E264",
        {"where": "branches[0].faults[0].values"},
    )


def test_what_is_more_is_passed_over(report: Report, tmp_path: Path) -> None:
    """A report may have grown."""
    data = json.loads(kept(report, tmp_path / "a.json").read_text("utf-8"))
    data["new"] = data["branches"][0]["new"] = data["branches"][0]["verdicts"][0][
        "new"
    ] = 1
    (tmp_path / "a.json").write_text(json.dumps(data))
    assert len(read_report(tmp_path / "a.json").branches) == 2
