"""Exit codes are a contract: each is seen on the program itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

AS_OF = ("--as-of", "2016-09-30")
AFTER = ("--as-of", "2017-01-31", "--year", "2016")


def test_0_when_nothing_is_due(run, clean_branch: Path) -> None:
    """A branch that did all its pack asks for ends with 0."""
    done = run("check", clean_branch, *AS_OF)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr.decode() == "合计（一人一期算一项）：达标 1\n"


def test_1_on_findings(run, gap_branch: Path) -> None:
    """A gap ends with 1."""
    done = run("check", gap_branch, *AFTER)
    assert done.returncode == 1, done.stderr.decode()
    assert "tiny/lecture" in done.stdout.decode()


def test_2_on_wrong_usage(run) -> None:
    """What cannot be used is said in Chinese, on stderr, with 2."""
    done = run("chek")
    assert done.returncode == 2
    assert done.stdout == b""
    assert "是否 check" in done.stderr.decode()


def test_2_on_an_unusable_pack(run, clean_branch: Path) -> None:
    """A pack with a mistake ends with 2 and names file and line."""
    pack = clean_branch.parent / "tiny-pack" / "pack.yaml"
    pack.write_text(
        pack.read_text("utf-8").replace("modality: must", "modality: shall"), "utf-8"
    )
    done = run("check", clean_branch, *AS_OF)
    assert done.returncode == 2
    assert "tiny-pack/pack.yaml 第 9 行" in done.stdout.decode()


def test_3_when_there_is_nothing_to_check(run, tmp_path: Path) -> None:
    """No branch is not a pass."""
    (tmp_path / "empty").mkdir()
    done = run("check", tmp_path / "empty")
    assert done.returncode == 3
    assert "empty" in done.stderr.decode()


def test_3_when_the_plan_to_assume_cannot_be_read(run, clean_branch: Path) -> None:
    """It is said once, before any branch is looked at."""
    done = run("check", clean_branch, *AS_OF, "--assume", clean_branch / "plan.yaml")
    assert (done.returncode, done.stdout) == (3, b"")
    assert "plan.yaml" in done.stderr.decode()
    folder = run("check", clean_branch, *AS_OF, "--assume", clean_branch)
    assert (folder.returncode, folder.stdout) == (3, b"")


def test_70_on_a_defect_of_lxyz(
    environment, tmp_path: Path, clean_branch: Path
) -> None:
    """A defect is said as such: type and place, no traceback, no record text."""
    program = (
        "import lxyz.fleet.many as many\n"
        "def broken(*_, **__): raise ZeroDivisionError('王敏')\n"
        "many.each = broken\n"
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
        "import signal, time, lxyz.fleet.find as find\n"
        # What runs behind a shell has it ignored.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def slow(*_, **__): print('ready', flush=True); time.sleep(30)\n"
        "find.find_branches = slow\n"
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


_POOL = """
import os, signal
from lxyz.cli import run, terminal
class Sent(terminal.Progress):
    def step(self):
        {ended}
terminal.Progress = Sent
if __name__ == '__main__':
    signal.signal(signal.SIGINT, signal.default_int_handler)
    run(['check', '.', '--jobs', '2'])
"""


def _pool_ended(
    environment: dict[str, str], folder: Path, ended: str
) -> subprocess.CompletedProcess[bytes]:
    """A check of twenty branches by two processes that runs the line `ended` as the first
    branch comes in; waited for until the last of them has let go of the streams."""
    for number in range(20):
        (folder / str(number)).mkdir()
        (folder / str(number) / "branch.yaml").write_text("名称: [", "utf-8")
    (folder / "program.py").write_text(_POOL.format(ended=ended), "utf-8")
    return subprocess.run(
        [sys.executable, "program.py"],
        capture_output=True,
        env=environment,
        cwd=folder,
        start_new_session=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
@pytest.mark.parametrize(
    "ended",
    [
        "os.killpg(os.getpgid(0), signal.SIGINT)",
        "os.kill(os.getpid(), signal.SIGTERM)",
        "os.kill(os.getpid(), signal.SIGHUP)",
    ],
)
def test_a_pool_of_processes_is_interrupted_as_one(
    environment, tmp_path: Path, ended: str
) -> None:
    """Ctrl-C reaches all that a terminal started: none of them says anything. Who is
    asked to end ends the others, too."""
    done = _pool_ended(environment, tmp_path, ended)
    assert (done.returncode, done.stderr) == (130, b"")


@pytest.mark.skipif(os.name == "nt", reason="signals are sent in another way there")
def test_a_pool_of_processes_ends_with_who_started_it(
    environment, tmp_path: Path
) -> None:
    """Killed without a chance to say so, it leaves nobody behind who holds its streams."""
    ended = "os.kill(os.getpid(), signal.SIGKILL)"
    done = _pool_ended(environment, tmp_path, ended)
    assert done.returncode == -signal.SIGKILL
    assert b"Traceback" not in done.stderr
