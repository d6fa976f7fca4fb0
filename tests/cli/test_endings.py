"""Every way a call can end, in this process: codes, sentences, languages."""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from lxyz.cli import commands, ending, terminal

AS_OF = ("--as-of", "2016-09-30")
CHECK = ("check", ".")


@pytest.mark.usefixtures("clean_branch")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "没有 chek 这个命令，是否 check？"),
        (("rules", "lnt"), "没有 lnt 这个命令，是否 lint？"),
        (("qqq",), "没有 qqq 这个命令（有："),
        (("branch-01",), "检查它写：lxyz check branch-01"),
        (("--no-such-option",), "没有 --no-such-option 这个选项"),
        ((*CHECK, "--asof", "2016-09-30"), "没有 --asof 这个选项，是否 --as-of？"),
        ((*CHECK, "--as-of"), "--as-of 后面要写值"),
        ((*CHECK, "--progress=1"), "--progress 后面不写值"),
        ((*CHECK, "--as-of", "6月24日"), "“6月24日”不是日期，写成 2016-06-24"),
        ((*CHECK, "--as-of", "2016-9"), "写成 2016-09-01 的样子"),
        ((*CHECK, "--as-of", "20160930"), "写成 2016-09-30\n"),
        ((*CHECK, "--as-of", "2016-13-01"), "没有 2016-13-01 这一天\n"),
        ((*CHECK, "--as-of", "2016-02-30"), "没有 2016-02-30 这一天，是否 2016-02-29"),
        ((*CHECK, "--as-of", "9999-12-31"), "9999-12-31 太远：年份要在1900到2199之间"),
        ((*CHECK, "--as-of", "2016-09-30 星期一"), "的星期不对，那天是星期五"),
        ((*CHECK, "--fail-on", "all"), "must、should、overdue、fault、never"),
        ((*CHECK, "--format", "xml"), "text、lines、json"),
        ((*CHECK, "--lang", "fr"), "zh、en"),
        ((*CHECK, "--color", "yes"), "auto、always、never"),
        ((*CHECK, "--show", "met,everything"), "--show 不能是“everything”"),
        ((*CHECK, "--year", "12"), "--year 不能是“12”，要写整数，至少 1900"),
        ((*CHECK, "--year", "2200"), "至多 2199"),
        ((*CHECK, "--year", "今年"), "--year 不能是“今年”，要写整数\n"),
        ((*CHECK, "--jobs", "-1"), "至少 0"),
        (("explain",), "还缺 RULE（规则名，如 bj-2016/"),
        (("explain", "bj-2016/no-such-rule"), "没有“bj-2016/no-such-rule”这条规则"),
        (
            ("explain", "bj-2016/collective-study-eigth"),
            "是否 bj-2016/collective-study-eight？",
        ),
        (("schema",), "还缺 WHAT"),
        (("schema", "nothing"), "record、branch、unit、pack、report"),
        (("schema", "pack", "more"), "多写了 more"),
        (("rules", "lint", "no-such-pack"), "找不到规则包“no-such-pack”（现有："),
        (("rules", "test", "bj2016"), "找不到规则包“bj2016”，是否 bj-2016？"),
        (("rules", "trace", "./nowhere"), "./nowhere 里没有 pack.yaml\n"),
        (("rules", "-p", "./nowhere"), "./nowhere 里没有 pack.yaml\n"),
    ],
)
def test_wrong_usage(call, arguments: tuple[str, ...], told: str) -> None:
    """2, nothing on stdout, one Chinese sentence with the remedy on stderr."""
    ended = call(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert told in ended.err
    assert ended.err.startswith("lxyz: ")
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--lang", "en", "--as-of", "2016-13-01"), "there is no such day: 2016-13-01"),
        (("--lang=en", "--as-of", "soon"), "is no date; write something like"),
        (("--lang=en", "--as-of", "2016-09-30 星期一"), "(it is Friday)"),
        (
            ("--lang", "en", "--year", "1"),
            "must be a whole number, not “1”, 1900 at least",
        ),
        (("--lang=zh", "--year", "1"), "要写整数"),
        (("--lang",), "--lang 后面要写值"),
    ],
)
def test_the_language_of_errors(call, arguments: tuple[str, ...], told: str) -> None:
    """An error speaks the language that was asked for, though the rest was wrong."""
    assert told in call(*CHECK, *arguments).err


def test_the_language_of_the_environment(call) -> None:
    """LXYZ_LANG is the language where --lang does not say."""
    english = {"LXYZ_LANG": "en"}
    assert "there is no command" in call("chek", env=english).err
    assert "没有" in call("chek", "--lang", "zh", env=english).err
    assert call("rules", "-p", "b11-2016", env=english).out.startswith(
        "b11-2016 1.0  S"
    )


def test_other_texts_of_typer_are_passed_on(call, monkeypatch) -> None:
    """What is not known here is told as typer tells it, with the way to the help."""
    import typer

    def refusing(*_: object) -> None:
        raise typer.BadParameter("something new")

    monkeypatch.setattr(commands, "one_of", refusing)
    ended = call("schema", "pack")
    assert ended.code == 2
    assert "something new（lxyz --help 看用法）" in ended.err


def test_no_arguments_show_the_help(call) -> None:
    """`lxyz` alone: what it can do, and 2, as nothing was asked."""
    ended = call()
    assert ended.code == 2
    assert "check" in ended.out
    assert ended.err == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "读不了 nowhere：没有这个文件或文件夹"),
        ("空的", "空的 里没有支部：支部文件夹要有 branch.yaml"),
        ("branch-01/党课.yaml", "要写文件夹：lxyz check branch-01"),
        ("branch-01/branch.yaml/x", "它的上级是文件，不是文件夹"),
        ("branch-01/我的 材料", "一次检查整个支部：lxyz check "),
    ],
)
def test_3_when_there_is_nothing_to_check(
    call, clean_branch: Path, name: str, told: str
) -> None:
    """A wrong path is told with the path that was perhaps meant."""
    (clean_branch.parent / "空的").mkdir()
    (clean_branch / "我的 材料").mkdir()
    ended = call("check", name)
    assert (ended.code, ended.out) == (3, "")
    assert told in ended.err


def test_1_on_a_bad_record_alone(call, clean_branch: Path) -> None:
    """A fault in a record ends with 1, and the rest is still judged."""
    (clean_branch / "坏.yaml").write_text("类型：党课\n", encoding="utf-8")
    ended = call("check", clean_branch, *AS_OF, "--format", "json")
    assert ended.code == 1
    report = json.loads(ended.out)["branches"][0]
    assert [fault["code"] for fault in report["faults"]] == ["F101"]
    assert {verdict["outcome"] for verdict in report["verdicts"]} == {"met"}


def test_fail_on(call, gap_branch: Path) -> None:
    """The threshold decides between 0 and 1; nothing else changes."""
    after = ("check", gap_branch, "--as-of", "2017-01-31", "--year", "2016")
    never, must = call(*after, "--fail-on", "never"), call(*after, "--fail-on", "must")
    assert (never.code, must.code) == (0, 1)
    assert never.out == must.out


def test_a_defect_anywhere(call, monkeypatch) -> None:
    """Even where the command line itself breaks there is one sentence and 70."""

    def broken(*_: object) -> None:
        raise RecursionError("王敏")

    monkeypatch.setattr(commands, "command_for", broken)
    ended = call("rules")
    assert ended.code == 70
    assert "RecursionError" in ended.err
    assert "王敏" not in ended.err


@pytest.mark.parametrize("raised", [KeyboardInterrupt, "abort"])
def test_interrupted(call, monkeypatch, raised: object) -> None:
    """Ctrl-C while typer works, or before it does: 130, and nothing said."""
    import typer

    error = typer.Abort if raised == "abort" else KeyboardInterrupt

    def interrupted(*_: object) -> None:
        raise error

    class Command:
        main = staticmethod(lambda **_: interrupted())

    tree = interrupted if error is KeyboardInterrupt else lambda *_: Command
    monkeypatch.setattr(commands, "command_for", tree)
    ended = call("rules")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_interrupted_while_a_class_is_made(call, monkeypatch) -> None:
    """Python then raises something else for it, which is no defect."""

    def interrupted(*_: object) -> None:
        raise RuntimeError from KeyboardInterrupt()

    monkeypatch.setattr(commands, "command_for", interrupted)
    ended = call("rules")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_interrupted_at_the_start(call, monkeypatch) -> None:
    """Before anything of it is there, or when all is over."""

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ending, "run", interrupted)
    ended = call("rules")
    assert (ended.code, ended.out, ended.err) == (130, "", "")


def test_a_reader_that_has_had_enough(call, monkeypatch) -> None:
    """A closed pipe is no complaint; the closed stream is pointed at nothing."""

    def closed(*_: object) -> None:
        raise BrokenPipeError

    silenced: list[object] = []
    monkeypatch.setattr(commands, "command_for", closed)
    monkeypatch.setattr(ending, "silence", silenced.append)
    assert call("rules").code == 0
    assert len(silenced) == 1


def test_an_end_by_typer_itself(call, monkeypatch) -> None:
    """Of completion, say; 1 for a reader that has had enough of help is none of ours."""

    class Command:
        def __init__(self, before: Exception) -> None:
            self.before = before

        def main(self, **_: object) -> None:
            end = SystemExit(1)
            end.__context__ = self.before
            raise end

    for before, code in ((BrokenPipeError(), 0), (ValueError(), 1)):
        monkeypatch.setattr(commands, "command_for", lambda *_, b=before: Command(b))
        monkeypatch.setattr(ending, "silence", lambda _: None)
        assert call("rules").code == code


def test_the_arguments_are_those_of_the_process(monkeypatch, capsys) -> None:
    """Without arguments given, `run` takes those of the program."""
    monkeypatch.setattr(sys, "argv", ["lxyz", "--version"])
    with pytest.raises(SystemExit) as ended:
        ending.run()
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("lxyz ")


def test_a_silenced_stream_writes_nowhere(tmp_path: Path) -> None:
    """What is written afterwards goes to nothing, without an error; a stream that has
    no file, or is closed, is let be."""
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        stream.write("a")
        stream.flush()
        terminal.silence(stream)
        stream.write("b")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a"
    terminal.silence(stream)
    terminal.silence(io.StringIO())


def test_the_code_does_not_hang_on_the_reader(run_shell, gap_branch: Path) -> None:
    """`check | head` ends as the check does: what is wrong stays wrong when nobody reads
    on, and a script with `pipefail` sees it."""
    told = f"check {gap_branch} --as-of 2017-01-31 --year 2016 --format json"
    done = run_shell(f"{told} | true")
    assert (done.returncode, done.stderr) == (1, b"")


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
@pytest.mark.parametrize("command", ["schema report", "rules", "--version", "--help"])
def test_a_screen_that_is_full(run_shell, command: str) -> None:
    """What could not be written is told, and is no defect of lxyz."""
    done = run_shell(f"{command} > /dev/full")
    assert done.returncode == 2
    assert "磁盘满了" in done.stderr.decode()
    assert "自身出错" not in done.stderr.decode()


@pytest.mark.skipif(not FULL.exists(), reason="no such device here")
def test_complaints_that_nobody_can_hear(run_shell) -> None:
    """They do not change how the run ends."""
    assert run_shell("check /nonexistent 2> /dev/full").returncode == 3


@pytest.mark.skipif(os.name == "nt", reason="no such streams there")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams(run_shell, gap_branch: Path, closed: str) -> None:
    """A closed stream is as /dev/null."""
    told = f"check {gap_branch} --as-of 2017-01-31 --year 2016"
    assert run_shell(f"{told} {closed}").returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="a folder in use stays there")
def test_a_working_directory_that_is_gone(
    run_shell, gap_branch: Path, tmp_path: Path
) -> None:
    """It is said, and what lies elsewhere is checked all the same."""
    gone = f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir {tmp_path}/gone && "
    done = run_shell("check", before=gone)
    assert done.returncode == 3
    assert "当前文件夹已经不在" in done.stderr.decode()
    told = f"check {gap_branch} --as-of 2017-01-31 --year 2016"
    assert run_shell(told, before=gone).returncode == 1


@pytest.mark.parametrize("arguments", [("check", ""), ("check", ".", ""), ("fix", "")])
def test_an_empty_path(call, arguments: tuple[str, ...]) -> None:
    """A variable without value does not mean the working directory."""
    ended = call(*arguments)
    assert ended.code == 2
    assert "空的" in ended.err


def test_a_folder_that_cannot_be_looked_into(
    call, gap_branch: Path, monkeypatch
) -> None:
    """The branches that may be in it are not checked: it fails the run."""
    locked = gap_branch.parent / "锁着"
    locked.mkdir()
    real = os.scandir

    def scandir(path):
        if Path(path).name == "锁着":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    asked = ("--as-of", "2017-01-31", "--year", "2016", "--fail-on", "fault")
    assert call("check", gap_branch, *asked).code == 0
    ended = call("check", gap_branch.parent, *asked)
    assert ended.code == 1
    assert f"{locked}/branch.yaml:1:1: F018: " in ended.out
    assert "没能检查 1 个支部" in ended.err


def test_a_branch_that_may_not_be_listed(call, gap_branch: Path, monkeypatch) -> None:
    """Its profile can be read, what else lies in it nobody knows: that is its fault, and
    no defect. Where it is named itself, it cannot be read."""
    real = os.scandir

    def scandir(path):
        if Path(path) == gap_branch:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    ended = call("check", gap_branch.parent)
    assert ended.code == 1
    assert f"{gap_branch}/./:1:1: F001: 文件打不开" in ended.out
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda one, how: Path(one) != gap_branch and may(one, how)
    )
    for command in ("check", "next", "plan", "waivers"):
        ended = call(command, gap_branch)
        assert (ended.code, ended.err) == (3, f"lxyz: 读不了 {gap_branch}：没有权限\n")


def test_a_baseline_that_has_no_room(call, gap_branch: Path, monkeypatch) -> None:
    """A folder that may not be written in is told of, and is no defect."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refused)
    ended = call("baseline", gap_branch, "--as-of", "2017-01-31", "--year", "2016")
    assert ended.code == 2
    assert "没有权限" in ended.err


def test_no_place_to_work_in(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said as such, and a report that needs it not begins at the root."""

    def gone() -> Path:
        raise FileNotFoundError

    assert ending._is_somewhere()
    monkeypatch.setattr(Path, "cwd", gone)
    assert ending._meant(FileNotFoundError()).code == "E306"
    assert ending._meant(ValueError()).code == "E700"
    assert terminal.ground() == (os.sep, os.sep)


def test_a_full_screen_is_no_full_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file is named it is the screen; a file that is full has its own words."""
    hushed: list[object] = []
    monkeypatch.setattr(ending, "silence", hushed.append)
    full = OSError(errno.ENOSPC, "x")
    assert ending._meant(full).code == "E235"
    assert hushed == [sys.stdout]
    assert ending._meant(OSError(errno.ENOSPC, "x", "a.json")).code == "E700"


@pytest.mark.parametrize("name", ["COLUMNS", "LINES", "TERMINAL_WIDTH"])
@pytest.mark.parametrize("value", ["999999999", "9" * 5000, "²", "x", "-1", "", "1"])
def test_no_terminal_is_so_wide(call, name: str, value: str) -> None:
    """The help is what it is where nothing is said of the width."""
    wide = call("check", "--help", env={name: value})
    assert (wide.code, wide.err) == (0, "")
    assert max(map(len, wide.out.splitlines())) <= 80
    assert "--fail-on" in wide.out
