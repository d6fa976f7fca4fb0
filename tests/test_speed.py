"""What keeps the program fast, as facts that do not drift with the machine.

How fast it is, is measured: `python -m benchmarks`.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import weakref
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from lxyz.base import memory
from lxyz.files.tree import is_fast
from lxyz.fleet import branch, gather
from lxyz.fleet.branch import Options, check_branch
from lxyz.fleet.many import Asked, each
from lxyz.packs.load import find_pack, load_pack
from lxyz.report import BranchReport
from lxyz.report.baseline import FILE

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "branch-11"
OPTIONS = Options(date(2016, 9, 30))

# Ends with a JSON line: what was imported, and which files below the branch were opened
# how often.
_PROGRAM = """
import json, sys
from collections import Counter
opened = Counter()
def hook(event, values):
    if event == "open" and str(values[0]).startswith(sys.argv[1]):
        opened[str(values[0])] += 1
sys.addaudithook(hook)
from lxyz.cli import run
try:
    run(["check", sys.argv[1], "--as-of", "2016-09-30", *sys.argv[2:]])
except SystemExit as ended:
    code = ended.code
print(json.dumps([code, sorted(sys.modules), opened]))
"""


def checked(*arguments: str) -> tuple[set[str], dict[str, int]]:
    """The example, checked by a program of its own: modules imported, files opened."""
    # Measured as it is: coverage, where it is on, imports and opens files of its own.
    # And as in a job, where nothing says how wide a screen is.
    kept = {k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")}
    kept.pop("COLUMNS", None)
    environment = kept | {"PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM, str(EXAMPLE), *arguments],
        capture_output=True,
        env=environment,
        check=True,
    )
    code, modules, opened = json.loads(done.stdout.decode().splitlines()[-1])
    assert code == 1
    return set(modules), opened


@pytest.mark.parametrize("form", ["json", "lines"])
def test_a_check_for_programs_imports_nothing_for_people(
    tmp_path: Path, form: str
) -> None:
    """No typer, no models, no tables, no guessing of dates, no tools of who writes
    packs, no pool."""
    output = str(tmp_path / "report.json")
    modules, _ = checked("--format", form, "--output", output)
    unwanted = (
        "typer",
        "pydantic",
        "pydantic_core",
        "dataclasses",
        "inspect",
        "shutil",
        "difflib",
        "calendar",
        "locale",
        "secrets",
        "rich",
        "dateutil.parser",
        "ruamel",
        "jsonschema",
        "multiprocessing",
        "lxyz.workshop",
        "lxyz.render.rule.explain",
        "lxyz.render.sample.record",
        "lxyz.cli.chinese",
        "lxyz.change",
        "lxyz.cli.sides",
        "lxyz.files.history",
        "lxyz.fleet.pairs",
        "lxyz.render.diff",
        "lxyz.change.stored",
    )
    found = [
        name
        for name in modules
        if name.startswith(tuple(f"{one}." for one in unwanted)) or name in unwanted
    ]
    assert found == []


def test_a_check_opens_each_file_of_a_branch_once() -> None:
    """The profile and every record, once; a baseline is looked for; no attachment."""
    _, opened = checked()
    files = {str(path) for path in (*EXAMPLE.rglob("*.yaml"), EXAMPLE / FILE)}
    assert opened == dict.fromkeys(files, 1)


def test_the_c_parser_is_in_use() -> None:
    """PyYAML's wheels bring it; without it the program says so (test_terminal)."""
    assert is_fast()


def test_each_file_is_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the branches are twice the files, and not a pack more."""
    read: list[Path] = []
    real = gather.read_document

    def counted(path: Path, *rest: Any) -> Any:
        read.append(path)
        return real(path, *rest)

    monkeypatch.setattr(gather, "read_document", counted)
    for number in (1, 2):
        read.clear()
        list(each([Asked(EXAMPLE, OPTIONS)] * number, _name))
        assert len(read) == number * len(list(EXAMPLE.rglob("*.yaml")))
    folder = find_pack("bj-2016")
    assert load_pack(folder) is load_pack(folder)


def test_of_many_branches_one_is_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """When a branch is checked, the facts of those before the last are gone."""
    alive: list[weakref.ref[Any]] = []
    real = branch.build_facts

    def watched(*values: Any) -> Any:
        assert sum(one() is not None for one in alive) <= 1
        facts, faults = real(*values)
        alive.append(weakref.ref(facts))
        return facts, faults

    # `Facts` has a dict of its own, so that it can be watched.
    monkeypatch.setattr(branch, "build_facts", watched)
    assert list(each([Asked(EXAMPLE, OPTIONS)] * 4, _name)) == ["第十一党支部"] * 4
    assert len(alive) == 4


def test_a_checked_branch_leaves_no_rings() -> None:
    """All of it is freed as soon as nothing refers to it: the collector finds nothing,
    and costs next to nothing."""
    check_branch(EXAMPLE, OPTIONS)
    gc.collect()
    gc.disable()
    try:
        check_branch(EXAMPLE, OPTIONS)
        assert gc.collect() == 0
    finally:
        gc.enable()


def _name(report: BranchReport) -> str:
    assert report.error is None, report.error
    return report.name


def test_a_sweep_leaves_what_is_alive_and_takes_the_rings() -> None:
    """A ring is gone after the next sweep; what is alive is not looked at again."""

    class Ring:
        def __init__(self) -> None:
            self.self = self

    memory.sweep()
    kept, ring = Ring(), weakref.ref(Ring())
    memory.sweep()
    assert ring() is None
    assert kept.self is kept
    assert gc.get_freeze_count()
