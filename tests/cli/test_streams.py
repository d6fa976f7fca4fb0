"""What the program writes where: pipes, consoles, encodings, colours, widths."""

from __future__ import annotations

import html
import json
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

AS_OF = ("--as-of", "2016-09-30")
ESCAPE = re.compile("\x1b\\[")
COUNTS = re.compile(r"合计（一人一期算一项）：\S+ \d+(  \S+ \d+)+\n")


def width(line: str) -> int:
    """How many columns a line takes at a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)


def test_a_process_of_its_own_in_a_pipe(run, example: Path) -> None:
    """A line a finding, `file:line:column: code: sentence`, no colour, no bar."""
    done = run("check", example, *AS_OF)
    lines = done.stdout.decode().splitlines()
    assert lines
    for line in lines:
        assert re.match(r"^.+?:\d+:\d+: [\w./~-]+: \S", line), line
    assert b"\x1b" not in done.stdout
    assert COUNTS.fullmatch(done.stderr.decode())
    assert done.returncode == 1


def test_the_report_keeps_to_80_columns(call, example: Path) -> None:
    """No line of the report for people is wider than the terminal."""
    ended = call("check", example, *AS_OF, "--format", "text")
    assert all(width(line) <= 80 for line in ended.out.splitlines())


def test_a_path_with_blanks_in_chinese(call, clean_branch: Path) -> None:
    """Names of folders are taken as they are, and shown as they are."""
    folder = clean_branch.rename(clean_branch.with_name("第一 党支部（机关）"))
    pack = ("--pack", "tiny-pack")
    ended = call("check", folder.name, *AS_OF, *pack, "--format", "text")
    assert ended.code == 0, ended.err
    assert "第一党支部  第一 党支部（机关）\n" in ended.out


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
    call, clean_branch: Path, env: dict[str, str], arguments: tuple[str, ...], colored
) -> None:
    """NO_COLOR wins over FORCE_COLOR; --color wins over both."""
    text = ("--format", "text")
    ended = call("check", clean_branch, *AS_OF, *text, *arguments, env=env)
    assert bool(ESCAPE.search(ended.out)) is colored


def test_no_color_of_the_environment(run, clean_branch: Path) -> None:
    """The program itself obeys NO_COLOR and FORCE_COLOR."""
    wanted = ("check", clean_branch, *AS_OF, "--format", "text")
    forced = {"FORCE_COLOR": "1"}
    assert b"\x1b[" in run(*wanted, env=forced).stdout
    assert b"\x1b[" not in run(*wanted, env={**forced, "NO_COLOR": "1"}).stdout


@pytest.mark.parametrize("format_", ["text", "lines", "csv"])
def test_a_gbk_console_shows_the_whole_report(
    run, clean_branch: Path, format_: str
) -> None:
    """A GBK console shows the whole report; what it cannot show is written visibly."""
    (clean_branch / "多.yaml").write_text(
        "类型: 党课\n日期: 2016-06-24\n主题: 𠮷祥\n出席情况: 全体、𠮷某\n", "utf-8"
    )
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "gbk"}
    shown = ("--format", format_, "--show", "all")
    done = run("check", clean_branch, *AS_OF, *shown, env=env)
    assert done.returncode == 1, done.stderr.decode("gbk")
    told = done.stdout.decode("gbk")
    assert "党课" in told
    assert "\\U00020bb7某" in told
    if format_ == "text":
        own = told.replace("\\U00020bb7", "")
        assert "\\u" not in own, "only characters of GBK where the console is GBK"
    assert "\\ufeff" not in told, "it is not UTF-8"


@pytest.mark.no_cover
@pytest.mark.parametrize("encoding", ["gbk", "latin-1"])
def test_what_programs_read_is_the_same_in_any_encoding(
    run, call, clean_branch: Path, encoding: str
) -> None:
    """JSON and XML on a stream that is not UTF-8 are well-formed, and say the same."""
    (clean_branch / "多.yaml").write_text(
        "类型: 党课\n日期: 2016-06-24\n主题: 𠮷祥·é😀\n出席情况: 全体、𠮷某\n", "utf-8"
    )
    env = {"PYTHONUTF8": "0", "PYTHONIOENCODING": encoding}
    wanted: dict[str, Callable[[bytes], object]] = {
        "json": json.loads,
        "sarif": json.loads,
        "gitlab": json.loads,
        "junit": lambda told: ET.canonicalize(told.decode()),
        "html": lambda told: html.unescape(told.decode()),
    }
    for format_, read in wanted.items():
        shown = ("check", clean_branch, *AS_OF, "--format", format_)
        told = run(*shown, env=env).stdout
        assert read(told) == read(call(*shown).out.encode()), format_
    for words in (("next", clean_branch, "--format", "json"), ("schema", "record")):
        told = run(*words, env=env).stdout
        assert json.loads(told) == json.loads(call(*words).out), words
    compared = ("diff", "2016-03-31", "2016-09-30", "--path", clean_branch)
    told = run(*compared, "--format", "json", env=env).stdout
    assert json.loads(told) == json.loads(call(*compared, "--format", "json").out)


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
def test_a_closed_pipe_ends_quietly(environment, example: Path, tmp_path: Path) -> None:
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
    assert COUNTS.fullmatch(done.stderr.decode())


@pytest.mark.skipif(os.name == "nt", reason="no such pipes there")
@pytest.mark.parametrize("words", ["schema report", "--help", "fix --help"])
def test_closed_pipe_of_a_small_output(environment, tmp_path: Path, words: str) -> None:
    """A reader gone before the last flush is no error either."""
    command = f"({sys.executable} -m lxyz {words}; echo $? >&2) | true"
    done = subprocess.run(
        ["/bin/sh", "-c", command],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    assert (done.stdout, done.stderr) == (b"", b"0\n")


@pytest.mark.parametrize(
    ("wanted", "counted"),
    [
        ((), True),
        (("-f", "lines"), True),
        (("-f", "json"), False),
        (("-f", "text"), False),
    ],
)
def test_counts_beside_the_findings(
    call, example: Path, wanted: tuple[str, ...], counted: bool
) -> None:
    """Lines of findings have their counts on stderr; what is for machines, and what
    counts itself, stands alone. The counts are those of the JSON report."""
    summary = json.loads(call("check", example, *AS_OF, "-f", "json").out)["summary"]
    ended = call("check", example, *AS_OF, "--lang", "en", *wanted)
    numbers = [int(one) for one in re.findall(r"\d+", ended.err)]
    assert numbers == ([n for n in summary.values() if n] if counted else [])


def test_counts_of_several_branches(call, clean_branch: Path, example: Path) -> None:
    """How many branches they are of stands first; of changed files nothing is counted."""
    ended = call("check", clean_branch, example, *AS_OF, "--lang", "en")
    assert ended.err.startswith("In all (of each person and period): 2 branches  met ")
    (clean_branch / "branch.yaml").write_text("名称: 甲\n规则包: [nowhere]\n", "utf-8")
    broken = call("check", clean_branch, example, *AS_OF)
    assert broken.err.startswith(
        "没能检查 1 个支部  合计（一人一期算一项）：2 个支部  达标 "
    )
    changed = call("check", "--changed", example / "branch.yaml", *AS_OF)
    assert changed.err == ""


def test_same_input_same_bytes(run, clean_branch: Path, example: Path) -> None:
    """Two runs, of another hash seed and number of jobs, give the same bytes."""
    wanted = ("check", clean_branch, example, *AS_OF, "--format", "json")
    first = run(*wanted, env={"PYTHONHASHSEED": "1"})
    second = run(*wanted, "--jobs", "2", env={"PYTHONHASHSEED": "2"})
    assert len(json.loads(first.stdout)["branches"]) == 2
    assert first.stdout == second.stdout


def test_output_is_written_whole(call, clean_branch: Path, tmp_path: Path) -> None:
    """--output writes the report whole, and prints nothing
    but that the day is not today, and the counts."""
    target = tmp_path / "出" / "报告.json"
    target.parent.mkdir()
    ended = call("check", clean_branch, *AS_OF, "--format", "json", "--output", target)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err == "截至 2016-09-30（不是今天）\n合计（一人一期算一项）：达标 1\n"
    assert json.loads(target.read_text("utf-8"))["schema"] == "lxyz.report/1"
    assert [one.name for one in target.parent.iterdir()] == ["报告.json"]


@pytest.mark.parametrize(("name", "why"), [("no/x.json", "没有"), ("", "它是文件夹")])
def test_output_that_cannot_be_written(
    call, clean_branch: Path, name: str, why: str
) -> None:
    """A folder that is not there, or a folder for a file, is an error of usage."""
    target = clean_branch.parent / name
    ended = call("check", clean_branch, *AS_OF, "--output", target)
    assert (ended.code, ended.out) == (2, "")
    assert why in ended.err


def test_broken_branch_among_good_ones(call, clean_branch: Path) -> None:
    """One branch that cannot be read never ends the run; the order is fixed."""
    bad = clean_branch.parent / "branch-00"
    bad.mkdir()
    (bad / "branch.yaml").write_bytes(b"\x00\x00\x00")
    ended = call(
        "check", clean_branch.parent, *AS_OF, "--format", "json", "--no-progress"
    )
    names = [Path(one["path"]).name for one in json.loads(ended.out)["branches"]]
    assert names == ["branch-00", "branch-01"]
    assert ended.code == 1
    beside = call("check", clean_branch.parent, *AS_OF, "--no-progress")
    assert "没能检查 1 个支部  合计（一人一期算一项）：" in beside.err


def test_a_branch_without_its_profile_beside_others(call, clean_branch: Path) -> None:
    """Where something was held in it, it was not read and the run fails; that of plans
    it was passed over is said. A folder that is named must have a branch."""
    lost = clean_branch.parent / "branch-02"
    lost.mkdir()
    record = "类型: 党课\n日期: 2016-06-24\n"
    (lost / "党课.yaml").write_text(f"{record}状态: 计划\n", "utf-8")
    ended = call("check", clean_branch.parent, *AS_OF, "--no-progress")
    assert ended.code == 0
    assert f"{lost} 里有 YAML 文件，没有 branch.yaml" in ended.err
    assert "branch.yaml" not in call("check", clean_branch, *AS_OF).err
    (lost / "党课.yaml").write_text(record, "utf-8")
    ended = call("check", clean_branch.parent, *AS_OF, "--no-progress")
    assert (ended.code, "里有 YAML 文件" in ended.err) == (1, False)
    assert f"{lost}/branch.yaml:1:1: F018: " in ended.out
    assert call("check", clean_branch, lost, *AS_OF).code == 3


def test_the_current_folder_is_checked(call, clean_branch: Path) -> None:
    """Without a path the folder one stands in is meant."""
    ended = call("check", *AS_OF, "--show", "met,open", cwd=clean_branch)
    assert ended.code == 0
    assert "tiny/lecture" in ended.out
    text = call("check", *AS_OF, "--format", "text", cwd=clean_branch).out
    assert not text.splitlines()[0].endswith(" .")


def test_english_changes_no_key_and_no_outcome(call, example: Path) -> None:
    """--lang en: the same findings; keys, codes and outcomes do not change."""
    wanted = ("check", example, *AS_OF, "--format", "json")
    zh = json.loads(call(*wanted).out)
    en = json.loads(call(*wanted, "--lang", "en").out)
    assert zh != en
    for report in (zh, en):
        for verdict in report["branches"][0]["verdicts"]:
            verdict["message"] = verdict["remedy"] = verdict["title"] = ""
        for fault in report["branches"][0]["faults"]:
            fault["message"] = fault["hint"] = ""
        report["lang"] = ""
        for pack in report["packs"]:
            pack["title"] = ""
    assert zh == en
