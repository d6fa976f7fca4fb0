"""The examples, run through the real program and compared with what they should say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"
EXAMPLE = EXAMPLES / "branch-11"
GOLDEN = Path(__file__).parent / "golden"


class Kept(NamedTuple):
    """An example in which nothing is lacking on a day; without one record it is."""

    as_of: str
    without: str


KEPT = {
    "branch-registry": Kept("2018-12-31", "activities/2018-10-19-研讨.yaml"),
    "exemplary": Kept("2016-12-31", "会议/2016-09-21-专题三.yaml"),
    "service-centre": Kept("2021-12-31", "会议/2021-10-08-volunteer.yaml"),
}


def check(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Runs `lxyz check` on a folder from above it, 80 columns, no colour."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "PYTHONPATH", "HOME")}
    return subprocess.run(
        [sys.executable, "-m", "lxyz", "check", folder.name, *arguments],
        cwd=folder.parent,
        env={**kept, "PYTHONUTF8": "1", "COLUMNS": "80"},
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("branch-11.txt", ("--as-of", "2016-09-30", "--format", "text")),
        (
            "branch-11.en.txt",
            ("--as-of", "2016-09-30", "--format", "text", "--lang", "en"),
        ),
        ("branch-11.lines.txt", ("--as-of", "2016-09-30", "--format", "lines")),
        (
            "branch-11.met.txt",
            ("--as-of", "2016-09-30", "--format", "text", "--show", "met"),
        ),
    ],
)
def test_branch_11_says_what_it_said(name: str, arguments: tuple[str, ...]) -> None:
    """The report, word by word. `UPDATE_GOLDEN=1` writes it anew, to be read."""
    as_it_said(EXAMPLE, name, arguments, code=1)


@pytest.mark.parametrize("name", sorted(KEPT))
@pytest.mark.parametrize(
    ("ending", "arguments"),
    [
        ("txt", ()),
        ("en.txt", ("--lang", "en")),
        ("lines.txt", ("--format", "lines")),
        ("met.txt", ("--show", "met")),
    ],
)
def test_a_kept_year_says_what_it_said(
    name: str, ending: str, arguments: tuple[str, ...]
) -> None:
    """No gap found at the end of the year, and what proves it."""
    kept = KEPT[name]
    said = arguments if "--format" in arguments else ("--format", "text", *arguments)
    as_it_said(
        EXAMPLES / name, f"{name}.{ending}", ("--as-of", kept.as_of, *said), code=0
    )


def test_every_example_is_run() -> None:
    """No folder of examples is left out."""
    folders = {path.name for path in EXAMPLES.iterdir() if path.is_dir()}
    assert folders == {EXAMPLE.name, *KEPT}


def as_it_said(folder: Path, name: str, arguments: tuple[str, ...], code: int) -> None:
    """A check prints what its golden file holds, and ends with this exit code."""
    done = check(folder, *arguments)
    assert done.returncode == code, done.stderr.decode()
    golden = GOLDEN / name
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(done.stdout)
    assert done.stdout.decode() == golden.read_text("utf-8")


def outcomes(folder: Path, *arguments: str) -> dict[str, int]:
    """The summary of a check, with its exit code."""
    done = check(folder, "--format", "json", *arguments)
    summary: dict[str, int] = json.loads(done.stdout)["summary"]
    return {**summary, "exit": done.returncode}


def test_branch_11_shows_every_kind_of_finding() -> None:
    """Overdue, missed, due soon, waived, late, one bad record."""
    summary = outcomes(EXAMPLE, "--as-of", "2016-09-30")
    for outcome in (
        "overdue",
        "missed",
        "open",
        "planned",
        "waived",
        "late",
        "met",
        "attest",
    ):
        assert summary[outcome] > 0, outcome
    assert summary["faults"] == 1


def test_a_copy_without_records(tmp_path: Path) -> None:
    """With no record but the profile nothing is met by records; with 1 it says so."""
    folder = tmp_path / "branch-11"
    folder.mkdir()
    shutil.copy(EXAMPLE / "branch.yaml", folder)
    summary = outcomes(folder, "--as-of", "2016-09-30")
    assert summary["exit"] == 1
    assert summary["faults"] == 0
    assert summary["planned"] == summary["late"] == 0
    assert summary["overdue"] + summary["missed"] > 20
    text = check(folder, "--as-of", "2016-09-30", "--format", "text").stdout.decode()
    assert len(text.splitlines()) < 260, "grouped, not one line a verdict"


def test_a_bare_profile(tmp_path: Path) -> None:
    """A profile of three lines is enough to be checked, and says what it lacks."""
    folder = tmp_path / "branch-12"
    folder.mkdir()
    (folder / "branch.yaml").write_text(
        "名称: 第十二党支部\n规则包: bj-2016\n党员: [{姓名: 王敏, 起: 2015-01-01}]\n",
        encoding="utf-8",
    )
    summary = outcomes(folder, "--as-of", "2016-09-30")
    assert summary["exit"] == 1
    assert summary["faults"] == 0


def test_another_year() -> None:
    """2017: recurrences are re-based, what belongs to 2016 does not apply."""
    summary = outcomes(EXAMPLE, "--as-of", "2017-09-30", "--year", "2017")
    assert summary["exit"] == 1
    assert summary["not-applicable"] > 5
    before = outcomes(EXAMPLE, "--as-of", "2015-09-30", "--year", "2015")
    assert before["exit"] == 1, "the bad record is still one"
    assert before["overdue"] == before["missed"] == 0


def test_no_file_is_touched(tmp_path: Path) -> None:
    """Checking reads; bytes and times of every file stay as they were."""
    folder = tmp_path / "branch-11"
    shutil.copytree(EXAMPLE, folder)
    before = {
        p: (p.read_bytes(), p.stat().st_mtime_ns)
        for p in folder.rglob("*")
        if p.is_file()
    }
    check(folder, "--as-of", "2016-09-30")
    after = {
        p: (p.read_bytes(), p.stat().st_mtime_ns)
        for p in folder.rglob("*")
        if p.is_file()
    }
    assert before == after


@pytest.mark.parametrize("name", sorted(KEPT))
def test_the_readme_of_a_kept_year_is_true(name: str, tmp_path: Path) -> None:
    """What the README shows of the report, stands in the report; the last it shows, in
    that of the copy without one record."""
    kept = KEPT[name]
    shown = re.findall(
        r"```text\n(.*?)```",
        (EXAMPLES / name / "README.md").read_text("utf-8"),
        re.DOTALL,
    )
    told = [
        *(GOLDEN / f"{name}.txt").read_text("utf-8").splitlines(),
        *(GOLDEN / f"{name}.met.txt").read_text("utf-8").splitlines(),
    ]
    copy = tmp_path / name
    shutil.copytree(EXAMPLES / name, copy)
    (copy / kept.without).unlink()
    done = check(copy, "--as-of", kept.as_of, "--format", "text")
    assert done.returncode == 1
    lacking = done.stdout.decode().splitlines()
    assert len(shown) > 5
    for block in shown:
        where = lacking if block is shown[-1] else told
        for line in block.splitlines():
            assert line in where, line


@pytest.mark.parametrize("name", sorted(KEPT))
def test_a_kept_year_shows_no_gap(name: str) -> None:
    """Nothing that must or should be done is overdue, missed, late, undecidable or still
    to be attested; no bad record. What may be done may be left."""
    done = check(EXAMPLES / name, "--format", "json", "--as-of", KEPT[name].as_of)
    report = json.loads(done.stdout)
    bad = ("overdue", "missed", "late", "undecidable", "attest")
    owed = [
        (one["rule"], one["outcome"])
        for one in report["branches"][0]["verdicts"]
        if one["outcome"] in bad and one["modality"] in ("must", "should")
    ]
    assert owed == []
    assert done.returncode == 0
    assert report["summary"]["faults"] == 0
    assert report["summary"]["met"] > 300
