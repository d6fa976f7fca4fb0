"""The README is true: what it says the program prints is what it prints."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
import yaml

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack, rules_folder, shipped

from .clock import CLOCK
from .whole import Report

ROOT = Path(__file__).resolve().parents[1]
PRE_COMMIT = Path(sys.executable).with_name("pre-commit")
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


SHOWN = re.findall(
    r"<!-- (before|output): lxyz ([^\n]*) -->(?:\n```(?:text|diff)\n(.*?)```)?",
    README + (ROOT / "docs" / "plan.md").read_text("utf-8"),
    flags=re.DOTALL,
)


@pytest.fixture(scope="module")
def at_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples in it, in which files may be written."""
    folder = tmp_path_factory.mktemp("readme")
    copytree(ROOT / "examples", folder / "examples")
    return folder


def printed(command: str) -> list[str]:
    """What a command prints at 80 columns, not at a terminal."""
    from typer.testing import CliRunner

    from lxyz.cli.commands import app, command_for

    command_for([])
    result = CliRunner().invoke(app, command.split(), env={"COLUMNS": "80"})
    assert result.exit_code in (0, 1), result.output
    return result.stdout.splitlines()


def test_what_each_command_prints_is_real(
    at_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every line shown under a command is what it prints, in order; `before` are
    commands that it needs. A line `…` stands for lines left out."""
    monkeypatch.chdir(at_home)
    assert [what for what, _, _ in SHOWN].count("output") >= 6
    for what, command, block in SHOWN:
        real = iter(printed(command))
        lines = [line for line in block.splitlines() if line.strip(" …")]
        assert (len(lines) > 4) == (what == "output"), command
        for line in lines:
            assert any(line == other for other in real), f"{command}: {line}"


WALK = [
    (command, printed)
    for block in blocks("console")
    for command, printed in re.findall(
        r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE
    )
]
END = "---- end of a command ----"
needs_a_shell = pytest.mark.skipif(
    not all(map(shutil.which, ("bash", "git"))) or not PRE_COMMIT.exists(),
    reason="NO BASH, GIT OR PRE-COMMIT HERE: the first five minutes were not walked",
)


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """What the commands of the first five minutes print, one after the other in one
    shell, on the day that the README names; and the folder in which they were typed."""
    folder = tmp_path_factory.mktemp("walk")
    tools = folder / "tools"
    tools.mkdir()
    (tools / "sitecustomize.py").write_text(CLOCK, "utf-8")
    (tools / "lxyz").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m lxyz "$@"\n')
    (tools / "lxyz").chmod(0o755)
    (tools / "pre-commit").symlink_to(PRE_COMMIT)
    script = "".join(
        f"{command}\nlast=$?; echo '{END}'; (exit $last)\n" for command, _ in WALK
    )
    done = subprocess.run(
        [str(shutil.which("bash")), "-c", f"exec 2>&1\n{script}"],
        cwd=folder,
        env={
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": f"{tools}{os.pathsep}{ROOT / 'src'}",
            "TODAY": "2026-01-20T09:00",
            "HOME": str(folder),
            "COLUMNS": "80",
            "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "PRE_COMMIT_COLOR": "never",
            **{
                f"GIT_{who}_{what}": "x"
                for who in ("AUTHOR", "COMMITTER")
                for what in ("NAME", "EMAIL")
            },
        },
        stdout=subprocess.PIPE,
        timeout=120,
        check=False,
    )
    parts = done.stdout.decode().split(f"{END}\n")
    assert parts.pop() == ""
    return folder, parts


@needs_a_shell
def test_the_first_five_minutes(walked: tuple[Path, list[str]]) -> None:
    """Each command prints what is shown under it: the same lines, but where `…` stands
    for lines or for the rest of one."""
    assert "2026 年 1 月 20 日" in README
    assert len(WALK) >= 12
    assert len(walked[1]) == len(WALK)
    for (command, shown), real in zip(WALK, walked[1], strict=True):
        wanted = re.escape(shown).replace("…\\\n", "…")
        assert re.fullmatch(wanted.replace("…", "(?s:.*)"), real), f"{command}\n{real}"


@needs_a_shell
def test_what_ci_runs_is_what_the_walk_runs(walked: tuple[Path, list[str]]) -> None:
    """The last step of the file that was written, word for word."""
    file = walked[0] / "第三党支部" / ".github" / "workflows" / "lxyz.yml"
    *_, last = yaml.safe_load(file.read_text("utf-8"))["jobs"]["check"]["steps"]
    assert [command for command, _ in WALK].count(last["run"]) == 2


def test_the_red_line_of_the_walk_is_what_editors_show() -> None:
    """The message of the schema; `tests/editor` asks a real language server."""
    from lxyz.workshop.schema_records import record_schema

    (said,) = re.findall("<!-- red -->(.*?)”", README)
    assert f'"{said}"' in json.dumps(record_schema(), ensure_ascii=False)


def test_the_annotations_shown_are_real() -> None:
    """Each begins a line of what the format says of the example, in order."""
    from datetime import date

    from lxyz.fleet.branch import Options, check_branch
    from lxyz.render import FORMATS, Ground, Run, Style

    (shown,) = [block for block in blocks("text") if block.startswith("::")]
    day, path = date(2016, 9, 30), "examples/branch-11"
    report = check_branch(ROOT / path, Options(day))._replace(path=path)
    run = Run(day, 1, Style(), today=False, ground=Ground("/", "/"))
    form, totals = FORMATS["github"], Report(day, (report,)).totals()
    totals.today = False
    made = "".join(form.whole([form.part(report, run)], totals, Style()))
    real = iter(made.splitlines())
    for line in shown.splitlines():
        start = line.removesuffix("…").strip()
        assert any(other.startswith(start) for other in real), line


def test_the_records_shown_are_read_without_a_fault(tmp_path: Path) -> None:
    """The branch and the records of the README are a branch without faults."""
    from datetime import date

    from lxyz.fleet.branch import Options, check_branch

    shown = [block for block in blocks("yaml") if not block.startswith("- id:")]
    for number, block in enumerate(shown):
        name = "branch.yaml" if number == 0 else f"record-{number}.yaml"
        (tmp_path / name).write_text(block, encoding="utf-8")
    report = check_branch(tmp_path, Options(date(2016, 9, 30)))
    assert report.error is None
    assert [fault.code for fault in report.faults] == ["F604"], "no materials here"
    assert report.records == 4


def test_the_rule_shown_is_the_rule_shipped() -> None:
    """The rule of the README is in the pack, and the numbers of rules are right."""
    for name in shipped():
        pack = load_pack(rules_folder() / name)
        rules = len(bind(pack).rules)
        row = re.search(rf"\| `{name}` \|[^|]*\| (\d+) \| (\d+) \|", README)
        assert row is not None
        assert [int(row[1]), int(row[2])] == [len(pack.clauses.entries), rules]


def test_the_map_of_the_program_names_every_part() -> None:
    """Each module at the top has its line, and no line names what is gone."""
    block = re.search(r"```\nsrc/lxyz/(.*?)\nrules/", README, flags=re.DOTALL)
    assert block is not None
    named = set(re.findall(r"[a-z]+", block[1]))
    top = (ROOT / "src" / "lxyz").iterdir()
    parts = {
        one.stem for one in top if one.suffix == ".py" or (one / "__init__.py").exists()
    }
    assert named == parts - {"__init__", "__main__"}
