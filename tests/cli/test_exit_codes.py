"""Exit codes are a contract: each is seen on the program itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

AS_OF = ("--as-of", "2016-09-30")


def test_0_when_nothing_is_due(run, clean_branch: Path) -> None:
    """A branch that did all its pack asks for ends with 0."""
    done = run("check", clean_branch, *AS_OF)
    assert done.returncode == 0, done.stderr.decode()


def test_1_on_findings(run, example: Path) -> None:
    """Gaps end with 1."""
    done = run("check", example, *AS_OF)
    assert done.returncode == 1, done.stderr.decode()


def test_1_on_a_bad_record_alone(run, clean_branch: Path) -> None:
    """A fault in a record ends with 1, and the rest is still judged."""
    (clean_branch / "坏.yaml").write_text("类型：党课\n", encoding="utf-8")
    done = run("check", clean_branch, *AS_OF, "--format", "json")
    assert done.returncode == 1
    report = json.loads(done.stdout)["branches"][0]
    assert [fault["code"] for fault in report["faults"]] == ["F101"]
    assert {verdict["outcome"] for verdict in report["verdicts"]} == {"met"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--no-such-option",),
        ("check", ".", "--as-of", "6月24日"),
        ("check", ".", "--fail-on", "all"),
        ("check", ".", "--format", "xml"),
        ("check", ".", "--lang", "fr"),
        ("check", ".", "--show", "everything"),
        ("check", ".", "--year", "12"),
        ("explain",),
        ("explain", "bj-2016/no-such-rule"),
        ("schema", "nothing"),
        ("rules", "lint", "no-such-pack"),
    ],
)
def test_2_on_wrong_usage(run, arguments: tuple[str, ...]) -> None:
    """What cannot be used is said in Chinese, on stderr, with 2 and no traceback."""
    done = run(*arguments)
    assert done.returncode == 2, done.stdout.decode()
    told = done.stderr.decode()
    assert told.strip()
    assert "Traceback" not in told
    assert any("\u4e00" <= char <= "\u9fff" for char in told)


def test_2_on_an_unusable_pack(run, clean_branch: Path) -> None:
    """A pack with a mistake ends with 2 and names file and line."""
    pack = clean_branch.parent / "tiny-pack" / "pack.yaml"
    pack.write_text(
        pack.read_text("utf-8").replace("modality: must", "modality: shall"), "utf-8"
    )
    done = run("check", clean_branch, *AS_OF)
    assert done.returncode == 2
    assert "pack.yaml" in done.stderr.decode() + done.stdout.decode()


@pytest.mark.parametrize("folder", ["nowhere", "empty"])
def test_3_when_there_is_nothing_to_check(run, tmp_path: Path, folder: str) -> None:
    """No branch, or a path that is not there, is not a pass."""
    (tmp_path / "empty").mkdir()
    done = run("check", tmp_path / folder)
    assert done.returncode == 3
    assert done.stdout == b""
    assert folder in done.stderr.decode()


def test_70_on_a_defect_of_lxyz(
    environment, tmp_path: Path, clean_branch: Path
) -> None:
    """A defect is said as such: type and place, no traceback, no record text."""
    program = (
        "import lxyz.fleet as fleet\n"
        "def broken(*_, **__): raise ZeroDivisionError('王敏')\n"
        "fleet.check = broken\n"
        "from lxyz.cli import run\n"
        f"run(['check', {str(clean_branch)!r}])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        timeout=60,
        check=False,
    )
    told = done.stderr.decode()
    assert done.returncode == 70, told
    assert "Traceback" not in told
    assert "王敏" not in told
    assert "ZeroDivisionError" in told


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_130_when_interrupted(environment, tmp_path: Path) -> None:
    """Ctrl-C ends with 130 and says nothing more."""
    program = (
        "import time, lxyz.fleet as fleet\n"
        "def slow(*_, **__): print('ready', flush=True); time.sleep(30)\n"
        "fleet.find_branches = lambda paths: slow()\n"
        "from lxyz.cli import run\n"
        "run(['check', '.'])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
        assert process.returncode == 130, told.decode()
    assert b"Traceback" not in told


def test_fail_on(run, example: Path) -> None:
    """The threshold decides between 0 and 1; nothing else changes."""
    never = run("check", example, *AS_OF, "--fail-on", "never")
    must = run("check", example, *AS_OF, "--fail-on", "must")
    assert (never.returncode, must.returncode) == (0, 1)
    assert never.stdout == must.stdout
