"""What lies at a path: no name and no folder makes the question itself fail."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lxyz.base.there import is_file, is_folder, is_there

ASKED = (is_file, is_folder, is_there)


@pytest.mark.parametrize("path", ["a" * 300, "a/" * 3000, "a\0b", "nowhere"])
@pytest.mark.parametrize("asked", ASKED)
def test_nothing_is_where_nothing_can_be(
    asked: Callable[[str | Path], bool], path: str
) -> None:
    """Too long for the disk, with a null, or just not there."""
    assert not asked(path)
    assert not asked(Path(path))


@pytest.mark.parametrize("asked", ASKED)
def test_a_folder_that_may_not_be_entered(
    asked: Callable[[str | Path], bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is in it is not there."""

    def closed(*_: object) -> object:
        raise PermissionError

    monkeypatch.setattr(os, "stat", closed)
    monkeypatch.setattr(os, "lstat", closed)
    assert not asked("closed/file")


def test_what_is_there(tmp_path: Path) -> None:
    """A file, a folder, links to both, and a link to nothing."""
    file, folder = tmp_path / "file", tmp_path / "folder"
    file.write_text("x")
    folder.mkdir()
    for name, target in (("1", file), ("2", folder), ("3", tmp_path / "nowhere")):
        (tmp_path / name).symlink_to(target)
    found = [
        [asked(tmp_path / name) for asked in ASKED]
        for name in ("file", "folder", "1", "2", "3")
    ]
    a_file, a_folder, a_link = (
        [True, False, True],
        [False, True, True],
        [False, False, True],
    )
    assert found == [a_file, a_folder, a_file, a_folder, a_link]
