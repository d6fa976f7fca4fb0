"""What is kept of the packs that come with lxyz is what would be made anew, or nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lxyz.packs import compiled as module
from lxyz.packs.compiled import compiled
from lxyz.packs.load import read_pack, rules_folder, shipped
from lxyz.packs.types import Pack, Problem


class Making:
    """Makes packs, and counts how often."""

    def __init__(self, read: Callable[[Path], Pack] = read_pack) -> None:
        self.read = read
        self.count = 0

    def __call__(self, folder: Path) -> Pack:
        """The pack in a folder."""
        self.count += 1
        return self.read(folder)


@pytest.fixture(autouse=True)
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python may keep what it compiles."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack among others."""
    return shutil.copytree(rules_folder() / "b11-2016", tmp_path / "rules" / "b11-2016")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where packs are kept."""
    made = tmp_path / "home"
    made.mkdir()
    return made


def file_in(home: Path) -> Path:
    """The one file that is kept there."""
    (file,) = (home / "__pycache__").iterdir()
    return file


@pytest.mark.parametrize("name", shipped())
def test_it_is_what_would_be_made(home: Path, name: str) -> None:
    """Of each pack; and made once."""
    make, place = Making(), rules_folder() / name
    first, second = (compiled(place, make, home) for _ in range(2))
    assert make.count == 1
    assert first == second == read_pack(place)


@pytest.mark.parametrize("changed", ["pack.yaml", "clauses.yaml", "../other", "code"])
def test_other_files_are_another_pack(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    """Of the pack, of those beside it, or of the code."""
    make = Making()
    compiled(folder, make, home)
    if changed == "code":
        code = home / "code"
        code.mkdir()
        (code / "new.py").touch()
        monkeypatch.setattr(module, "_CODE", (*module._CODE, code))
    elif changed == "../other":
        shutil.copytree(folder, folder.parent / "other")
    else:
        with (folder / changed).open("a", encoding="utf-8") as file:
            file.write("\n# ...\n")
    assert compiled(folder, make, home) == read_pack(folder)
    assert make.count == 2


def test_all_code_is_looked_at() -> None:
    """Whatever is loaded to read a pack: one folder left out, and a change of its code
    would be passed over."""
    told = (
        "import sys; from lxyz.packs.load import read_pack, rules_folder as at, shipped\n"
        "[read_pack(at() / name) for name in shipped()]\n"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('lxyz')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, check=True
    )
    files = [Path(one) for one in done.stdout.split()]
    assert Path(module.__file__) in files
    assert {one.parent for one in files} <= {*module._CODE}


def test_another_place_is_another_pack(folder: Path, home: Path) -> None:
    """A pack knows its folder."""
    make = Making()
    compiled(folder, make, home)
    moved = folder.parent.rename(folder.parent.with_name("moved")) / folder.name
    assert compiled(moved, make, home).folder == moved
    assert make.count == 2


@pytest.mark.parametrize("damage", ["cut", "other", "empty"])
def test_what_is_damaged_is_made_anew(folder: Path, home: Path, damage: str) -> None:
    """A file that was cut off, or changed by others, is never taken."""
    make = Making()
    compiled(folder, make, home)
    data = file_in(home).read_bytes()
    bad = {"cut": data[:-9], "other": data[:-9] + b"x" * 9, "empty": b""}[damage]
    file_in(home).write_bytes(bad)
    assert compiled(folder, make, home) == read_pack(folder)
    assert make.count == 2
    assert file_in(home).read_bytes() == data


def test_nothing_is_kept_where_python_keeps_nothing(
    folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where bytecode is not to be written."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled(folder, read_pack, home)
    assert not (home / "__pycache__").exists()


def test_nothing_is_kept_where_nobody_may_write(folder: Path, home: Path) -> None:
    """Nor is anything said."""
    (home / "__pycache__").write_text("", "utf-8")
    assert compiled(folder, read_pack, home) == read_pack(folder)
    assert (home / "__pycache__").read_text("utf-8") == ""


def test_a_pack_with_problems_is_not_kept(folder: Path, home: Path) -> None:
    """Whoever mends it is told of them each time."""
    bad = (Problem("pack.yaml", 1, "x"),)
    make = Making(lambda one: read_pack(one)._replace(problems=bad))
    for _ in range(2):
        assert compiled(folder, make, home).problems == bad
    assert make.count == 2


def test_packs_of_branches_are_not_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever lies in their repositories is read each time."""
    from lxyz.packs.load import load_pack

    def refused(*_: object) -> Pack:
        raise AssertionError

    monkeypatch.setattr("lxyz.packs.load.compiled", refused)
    assert load_pack(folder).id == "b11-2016"
