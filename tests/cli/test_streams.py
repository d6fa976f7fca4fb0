"""What the program writes where: pipes, consoles, encodings, colours, widths."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

AS_OF = ("--as-of", "2016-09-30")
ESCAPE = re.compile(rb"\x1b\[")


def test_piped_output_is_plain_lines(run, example: Path) -> None:
    """In a pipe each finding is one line `file:line:column: code: sentence`."""
    done = run("check", example, *AS_OF)
    lines = done.stdout.decode().splitlines()
    assert lines
    for line in lines:
        assert re.match(r"^.+?:\d+:\d+: [\w./~-]+: \S", line), line
    assert not ESCAPE.search(done.stdout)


def test_the_report_keeps_to_80_columns(run, example: Path) -> None:
    """No line of the report for people is wider than the terminal."""
    done = run("check", example, *AS_OF, "--format", "text", env={"COLUMNS": "80"})
    for line in done.stdout.decode().splitlines():
        width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
        assert width <= 80, line


@pytest.mark.parametrize(
    ("env", "arguments", "colored"),
    [
        ({}, (), False),
        ({"FORCE_COLOR": "1"}, (), True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, (), False),
        ({}, ("--color", "always"), True),
        ({"FORCE_COLOR": "1"}, ("--color", "never"), False),
    ],
)
def test_colour_only_where_it_is_wanted(
    run, example: Path, env: dict[str, str], arguments: tuple[str, ...], colored: bool
) -> None:
    """NO_COLOR wins over FORCE_COLOR; --color wins over both."""
    done = run("check", example, *AS_OF, "--format", "text", *arguments, env=env)
    assert bool(ESCAPE.search(done.stdout)) is colored


@pytest.mark.parametrize("format_", ["text", "lines", "json"])
def test_gbk_console(run, example: Path, format_: str) -> None:
    """A GBK console shows the whole report; what it cannot show is written visibly."""
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    done = run("check", example, *AS_OF, "--format", format_, env=env)
    assert done.returncode == 1, done.stderr.decode("gbk")
    assert "党课" in done.stdout.decode("gbk")
    if format_ == "text":
        assert b"\\u" not in done.stdout, (
            "only characters of GBK where the console is GBK"
        )


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
def test_closed_pipe(environment, example: Path, tmp_path: Path) -> None:
    """`| head -1` ends quietly."""
    command = f"{sys.executable} -m lxyz check {example} --as-of 2016-09-30 | head -n 1"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


def test_same_input_same_bytes(run, example: Path) -> None:
    """Two runs, and runs with another number of jobs, give the same bytes."""
    first = run(
        "check", example, *AS_OF, "--format", "json", env={"PYTHONHASHSEED": "1"}
    )
    second = run(
        "check",
        example,
        *AS_OF,
        "--format",
        "json",
        "--jobs",
        "2",
        env={"PYTHONHASHSEED": "2"},
    )
    assert first.stdout == second.stdout


def test_output_file(run, example: Path, tmp_path: Path) -> None:
    """--output writes the report whole and prints nothing."""
    target = tmp_path / "报告.json"
    done = run("check", example, *AS_OF, "--format", "json", "--output", target)
    assert done.stdout == b""
    assert json.loads(target.read_text("utf-8"))["schema"] == "lxyz.report/1"
    assert [path.name for path in tmp_path.iterdir()] == ["报告.json"]


def test_output_that_cannot_be_written(run, example: Path, tmp_path: Path) -> None:
    """A folder that is not there is an error of usage."""
    done = run("check", example, *AS_OF, "--output", tmp_path / "no" / "x.json")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr.decode()


def test_broken_branch_among_good_ones(run, clean_branch: Path) -> None:
    """One branch that cannot be read never ends the run; the order is fixed."""
    bad = clean_branch.parent / "branch-00"
    bad.mkdir()
    (bad / "branch.yaml").write_bytes(b"\x00\x00\x00")
    done = run("check", clean_branch.parent, *AS_OF, "--format", "json", "--jobs", "2")
    names = [
        Path(branch["path"]).name for branch in json.loads(done.stdout)["branches"]
    ]
    assert names == ["branch-00", "branch-01"]
    assert done.returncode == 1


def test_lang_en(run, example: Path) -> None:
    """--lang en: the same findings; keys, codes and outcomes do not change."""
    zh = json.loads(run("check", example, *AS_OF, "--format", "json").stdout)
    en = json.loads(
        run("check", example, *AS_OF, "--format", "json", "--lang", "en").stdout
    )
    for report in (zh, en):
        for verdict in report["branches"][0]["verdicts"]:
            verdict["message"] = verdict["remedy"] = verdict["title"] = ""
        for fault in report["branches"][0]["faults"]:
            fault["message"] = fault["hint"] = ""
        report["lang"] = ""
        for pack in report["packs"]:
            pack["title"] = ""
    assert zh == en


@pytest.mark.parametrize(
    "arguments", [("--help",), ("check", "--help"), ("rules", "-h")]
)
def test_help_is_chinese(run, arguments: tuple[str, ...]) -> None:
    """Help has Chinese headings, and examples where there is something to choose."""
    told = run(*arguments).stdout.decode()
    assert "用法" in told
    assert "选项" in told
    assert "Show this message" not in told


def test_version(run) -> None:
    """--version names the version and nothing else."""
    from lxyz import __version__

    assert run("--version").stdout.decode() == f"lxyz {__version__}\n"


def test_rules_commands(run) -> None:
    """list, trace, test and lint of the shipped packs succeed."""
    assert "bj-2016" in run("rules").stdout.decode()
    for command in ("trace", "test", "lint"):
        done = run("rules", command)
        assert done.returncode == 0, done.stdout.decode()[-2000:] + done.stderr.decode()


def test_explain_and_schema(run) -> None:
    """A rule is explained, schemas are printed as JSON."""
    assert (
        "集体学习" in run("explain", "bj-2016/collective-study-eight").stdout.decode()
    )
    for what in ("report", "pack"):
        assert "$schema" in json.loads(run("schema", what).stdout)
