"""All formats in one run from the example, each read by a parser others wrote."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lxyz.render import FORMATS

from .render.readers import READERS, command, paths_in

ROOT = Path(__file__).resolve().parents[1]
DAY = ("--as-of", "2016-09-30")


def lxyz(*arguments: str | Path, cwd: Path = ROOT) -> tuple[int, str]:
    """The program, started in a folder: its exit code and what it printed."""
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME")}
    done = subprocess.run(
        [sys.executable, "-m", "lxyz", *map(str, arguments)],
        cwd=cwd,
        env={**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout.decode()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What each format says of the example, all of one run."""
    folder = tmp_path_factory.mktemp("formats")
    pairs: list[str | Path] = []
    for name in FORMATS:
        pairs += ["--format", name, "--output", folder / name]
    code, out = lxyz("check", "examples/branch-11", *DAY, *pairs)
    assert (code, out) == (1, "")
    # Not read_text: a line end is what it is.
    return {name: (folder / name).read_bytes().decode() for name in FORMATS}


@pytest.mark.parametrize("name", READERS)
def test_each_is_read_by_others(name: str, made: dict[str, str]) -> None:
    """Valid, and about the branch that was checked."""
    texts = " ".join(READERS[name](made[name]))
    for word in ("2016-09-30", "每周集中学习一次", "dues-each-month"):
        assert word in texts, word
    assert name == "json" or "不是今天" in texts


def test_places_are_files_that_there_are(made: dict[str, str]) -> None:
    """From the root of the repository, however the folder is given and wherever lxyz is
    started; with a line that there is."""
    paths = paths_in(made["sarif"])
    assert len(paths) > 6
    assert all((ROOT / path).is_file() for path in paths)
    told = re.findall(r'"path": "([^"]+)", "lines": \{"begin": (\d+)', made["gitlab"])
    commands = [command(line) for line in made["github"].splitlines()]
    told += [
        (one.properties["file"], one.properties["line"])
        for one in commands
        if one is not None and "file" in one.properties
    ]
    assert len(told) > 40
    for path, line in told:
        text = (ROOT / path).read_text("utf-8")
        assert 1 <= int(line) <= len(text.splitlines()), (path, line)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("here", "folder"),
    [
        (ROOT, "./examples/branch-11/"),
        (ROOT, ROOT / "examples" / "branch-11"),
        (ROOT / "examples", "branch-11"),
        (ROOT / "examples" / "branch-11", "."),
    ],
)
def test_where_it_is_started_changes_nothing(
    here: Path, folder: str | Path, made: dict[str, str], tmp_path: Path
) -> None:
    """The same bytes for services; but a copy without .git begins paths at the working
    directory, and there only the first two are alike."""
    alike = (ROOT / ".git").exists() or here == ROOT
    for name in ("gitlab", "github", "sarif"):
        code, _ = lxyz(
            "check", folder, *DAY, "-f", name, "-o", tmp_path / name, cwd=here
        )
        assert code == 1
        same = (tmp_path / name).read_bytes().decode() == made[name]
        assert same is alike, name
