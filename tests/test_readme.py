"""The README is true: what it says the program prints is what it prints."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from lxyz.packs.load import bind, load_pack, rules_folder, shipped

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


SHOWN = re.findall(
    r"<!-- (before|output): lxyz ([^\n]*) -->(?:\n```(?:text|diff)\n(.*?)```)?",
    README,
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


def test_the_annotations_shown_are_real() -> None:
    """Each begins a line of what the format says of the example, in order."""
    from datetime import date

    from lxyz.fleet import Options, check_branch
    from lxyz.render import FORMATS, Ground, Run, Style
    from lxyz.report import Report

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

    from lxyz.fleet import Options, check_branch

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
