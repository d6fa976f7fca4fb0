"""The program: in this process where that is enough, else as one of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from lxyz.cli import run as program

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
OWN = ("NO_COLOR", "FORCE_COLOR", "TERM", "LXYZ_LANG")


class Ended(NamedTuple):
    """How a call ended: exit code and what was written."""

    code: int
    out: str
    err: str


Call = Callable[..., Ended]


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Call:
    """Runs `lxyz` with arguments in this process, at 80 columns, not at a terminal."""
    for name in OWN:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def calling(
        *arguments: str | Path,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Ended:
        monkeypatch.chdir(cwd or tmp_path)
        capsys.readouterr()
        with monkeypatch.context() as patch:
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as ended:
                program([str(one) for one in arguments])
        written = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, written.out, written.err)

    return calling


@pytest.fixture
def environment() -> dict[str, str]:
    """No colour, language or width of the machine the tests run on."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in ("PATH", "HOME", "SYSTEMROOT", "PYTHONPATH")
        or name.startswith("COVERAGE_")  # the program's own lines are counted, too
    }
    return {**kept, "PYTHONUTF8": "1", "COLUMNS": "80"}


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs `lxyz` as a process of its own; `env` changes the environment."""

    def running(
        *arguments: str | Path,
        env: dict[str, str] | None = None,
        cwd: Path | None = None,
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "lxyz", *map(str, arguments)],
            capture_output=True,
            cwd=cwd or tmp_path,
            env={**environment, **(env or {})},
            timeout=60,
            check=False,
        )

    return running


@pytest.fixture
def run_shell(environment: dict[str, str], tmp_path: Path) -> Run:
    """Runs `lxyz` in a shell, so that what follows may redirect it; the code is its own,
    also in a pipe."""

    def running(told: str, before: str = "") -> subprocess.CompletedProcess[bytes]:
        if os.name == "nt" or not (shell := shutil.which("bash")):
            pytest.skip("no bash here")
        script = f"set -o pipefail; {before}{sys.executable} -m lxyz {told}"
        return subprocess.run(
            [shell, "-c", script],
            capture_output=True,
            cwd=tmp_path,
            env=environment,
            timeout=60,
            check=False,
        )

    return running


@pytest.fixture
def example() -> Path:
    """The example branch."""
    return ROOT / "examples" / "branch-11"


@pytest.fixture
def clean_branch(tmp_path: Path) -> Path:
    """A branch whose pack asks for one lecture, and which held it."""
    pack = tmp_path / "tiny-pack"
    pack.mkdir()
    (pack / "pack.yaml").write_text(
        "pack:\n"
        "  id: tiny\n"
        '  version: "1.0"\n'
        "  title: 小规则包\n"
        "  title_en: A tiny pack\n"
        "  document: 测试\n"
        "  year: 2016\n"
        "rules:\n"
        "- {id: lecture, title: 每年一次党课, title_en: A lecture a year,"
        " covers: [tiny-01], modality: must, for: branch,"
        " count: {of: {kind: party-lecture}}}\n",
        encoding="utf-8",
    )
    branch = tmp_path / "branch-01"
    branch.mkdir()
    (branch / "branch.yaml").write_text(
        "名称: 第一党支部\n"
        "规则包: ../tiny-pack\n"
        "党员:\n"
        "  - {姓名: 王敏、陈静, 起: 2014-11-20}\n",
        encoding="utf-8",
    )
    (branch / "党课.yaml").write_text(
        "类型: 党课\n日期: 2016-06-24\n发言: {主讲: 王敏}\n出席情况: 全体\n",
        encoding="utf-8",
    )
    return branch


@pytest.fixture
def gap_branch(clean_branch: Path) -> Path:
    """The same branch after the year, without its lecture."""
    (clean_branch / "党课.yaml").unlink()
    return clean_branch
