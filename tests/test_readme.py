"""The README is true: what it says the program prints is what it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lxyz.packs.load import bind, load_pack, rules_folder, shipped

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def test_the_output_shown_is_real() -> None:
    """Every line of the shown report stands in the report of the example, in order."""
    shown = [line for line in blocks("text")[0].splitlines() if line.strip(" …")]
    golden = (ROOT / "tests" / "golden" / "branch-11.txt").read_text("utf-8")
    real = iter(golden.splitlines())
    assert len(shown) > 15
    for line in shown:
        assert any(line == other for other in real), line


def test_what_comes_due_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the list shown is what `lxyz next` prints, in order."""
    from typer.testing import CliRunner

    from lxyz.cli.commands import app, command_for

    command_for([])
    (command,) = re.findall(r"<!-- output: lxyz (next .*) -->", README)
    shown = README.partition(command)[2].partition("```text\n")[2].partition("```")[0]
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app, command.split(), env={"COLUMNS": "80"})
    assert result.exit_code == 0
    real = iter(result.stdout.splitlines())
    lines = [line for line in shown.splitlines() if line.strip(" …")]
    assert len(lines) > 8
    for line in lines:
        assert any(line == other for other in real), line


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
