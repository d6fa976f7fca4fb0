"""Which files there are: branches below a path, record files below a branch."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from lxyz.files import branches, find, record_files
from lxyz.files.find import beside, meant_as, misnamed


def laid(root: Path, *names: str) -> Path:
    """Files (and, with a `/` at the end, folders) below a folder."""
    for name in names:
        path = root / name
        if name.endswith("/"):
            path.mkdir(parents=True, exist_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("", encoding="utf-8")
    return root


def names(branch: Path) -> list[str]:
    """The names of the record files of a branch, as they go by in faults."""
    return [name for name, _ in record_files(branch)]


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ("branch.yaml", "."),
        ("a/branch.yaml b/branch.yaml c/x.yaml", "a b"),
        ("b/branch.yaml a/b/branch.yaml a/branch.yaml", "a a/b b"),
        ("branch.yaml inner/branch.yaml", ". inner"),
        (".git/branch.yaml .venv/a/branch.yaml", ""),
        ("branch.yaml.bak x-branch.yaml branches.yml", ""),
        ("a/branch.yml", "a"),
        ("unit.yaml a/branch.yaml", "a"),
        ("branch.yaml/x", "."),
    ],
)
def test_branches(tmp_path: Path, files: str, found: str) -> None:
    """A folder with `branch.yaml` is one, in order of path; hidden folders are none."""
    laid(tmp_path, *files.split())
    told = [path.relative_to(tmp_path).as_posix() for path in branches(tmp_path)]
    assert told == found.split()


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ("branch.yaml", ""),
        ("branch.yaml b.yaml a.yml 2016/c.YAML", "2016/c.YAML a.yml b.yaml"),
        ("branch.yaml x/branch.yaml x/y.yaml x/z/y.yaml", ""),
        ("branch.yaml x/branch.yml", "x/branch.yml"),
        ("branch.yaml ~$a.yaml ._a.yaml .a.yaml .git/a.yaml a.yaml~ a.txt", ""),
        ("branch.yaml a.yaml/ a.yaml/b.yaml", "a.yaml/b.yaml"),
        ("branch.yaml 2016/ 2017/a.yaml", "2017/a.yaml"),
        ("branch.yaml 活动/七一.yaml", "活动/七一.yaml"),
    ],
)
def test_record_files(tmp_path: Path, files: str, found: str) -> None:
    """Names have no meaning but their ending; another branch's files are not ours."""
    assert names(laid(tmp_path, *files.split())) == found.split()


def test_links_to_folders_are_not_entered(tmp_path: Path) -> None:
    """A link to the parent, to itself, to another branch: none is followed. A link to a
    file is given, for the reader to refuse."""
    laid(tmp_path, "one/branch.yaml", "one/a.yaml", "two/branch.yaml")
    one = tmp_path / "one"
    (one / "up").symlink_to(tmp_path)
    (one / "self").symlink_to("self")
    (one / "two").symlink_to(tmp_path / "two")
    (one / "b.yaml").symlink_to(tmp_path / "one" / "a.yaml")
    assert [path.name for path in branches(tmp_path)] == ["one", "two"]
    assert names(one) == ["a.yaml", "b.yaml"]


def refusing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Makes a folder of that name one that may not be listed."""
    real = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == name:
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(find.os, "scandir", scandir)


def test_folder_that_may_not_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is given in place of its files, so that it is told of; no branch is lost."""
    laid(
        tmp_path, "branch.yaml", "a.yaml", "locked/b.yaml", "z/c.yaml", "z/locked/d.yml"
    )
    refusing(monkeypatch, "locked")
    assert names(tmp_path) == ["a.yaml", "locked/", "z/c.yaml", "z/locked/"]
    assert list(branches(tmp_path)) == [tmp_path]


def test_root_that_may_not_be_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that was named and cannot be listed is the caller's to tell of."""
    laid(tmp_path, "locked/branch.yaml")
    refusing(monkeypatch, "locked")
    with pytest.raises(PermissionError):
        list(branches(tmp_path / "locked"))
    assert list(record_files(tmp_path / "locked")) == [("./", tmp_path / "locked")]


def test_a_folder_that_nobody_could_look_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be a branch: it is given as one, to be told of."""
    laid(tmp_path, "a/branch.yaml", "b/branch.yaml")
    refusing(monkeypatch, "b")
    assert [path.name for path in branches(tmp_path)] == ["a", "b"]


def test_folders_of_records_beside_branches(tmp_path: Path) -> None:
    """Those below what was asked about, in no branch and with none in them."""
    laid(tmp_path, "a/branch.yaml", "a/2016/x.yaml", "a/b/branch.yaml", "a/c/x.yaml")
    laid(tmp_path, "lost/2016/x.yaml", "pack/pack.yaml", "empty/", ".lxyz/x.yaml")
    laid(tmp_path, "rules/own-2020/pack.yaml", "rules/own-2020/cases.yaml")
    laid(tmp_path, "x.yaml", "notes/read.md", "more/d/branch.yaml", "more/e/x.yml")
    found = list(branches(tmp_path))
    shown = [str(one.relative_to(tmp_path)) for one in beside([tmp_path], found)]
    assert shown == ["lost", str(Path("more") / "e")]
    assert list(beside(found, found)) == []


def test_a_folder_of_branches_that_is_gone(tmp_path: Path) -> None:
    """After the branches in it were found: no longer told of, and nothing breaks."""
    assert list(find.beside([tmp_path], [tmp_path / "各支部" / "第一支部"])) == []


def test_entry_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be looked at any more is taken for a file, which the reader tells of."""

    class Gone:
        """An entry of a share that went away."""

        name = "a.yaml"
        path = str(tmp_path / "a.yaml")

        def is_dir(self, *, follow_symlinks: bool) -> bool:
            """As the system answers."""
            raise OSError(follow_symlinks)

    monkeypatch.setattr(find, "_entries", lambda _: [Gone()])
    assert names(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize(("depth", "is_found"), [(59, True), (60, True), (61, False)])
def test_deep_folders(tmp_path: Path, depth: int, *, is_found: bool) -> None:
    """Sixty levels of folders are entered; one deeper is given itself, to be told of."""
    deep = "x/" * depth
    laid(tmp_path, "branch.yaml", f"{deep}a.yaml")
    assert names(tmp_path) == ([f"{deep}a.yaml"] if is_found else [deep])
    laid(tmp_path, f"{deep}branch.yaml")
    assert len(list(branches(tmp_path))) == 1 + is_found


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("党课.yaml", ""),
        ("党课.YML", ""),
        ("党课.yaml.txt", "党课.yaml"),
        ("党课。yaml", "党课.yaml"),
        ("党课．ｙｍｌ", "党课.yml"),
        ("党课.yaml\u200b", "党课.yaml"),
        ("a.yaml ", "a.yaml"),
        ("a.YMAL", "a.yaml"),
        ("党课.yam", "党课.yaml"),
        ("党课.yaml.docx", "党课.yaml"),
        ("党课.yaml(1)", "党课(1).yaml"),
        ("党课.yml （2）", "党课 （2）.yml"),
        ("党课.yaml - 副本", "党课 - 副本.yaml"),
        ("党课.YAML - 副本 (2)", "党课 - 副本 (2).YAML"),
        ("党课 - 副本.yaml", ""),
        ("签到表(1).jpg", ""),
        ("签到表.jpg (1)", ""),
        ("a.yaml.bak", ""),
        ("a.yaml~", ""),
        ("签到表.jpg", ""),
        ("记录。docx", ""),
        ("a.txt ", ""),
    ],
)
def test_a_name_that_was_meant_otherwise(name: str, meant: str) -> None:
    """What a hand, or an input method, makes of an ending."""
    assert meant_as(name) == meant


@pytest.mark.parametrize(
    "name",
    [
        "branch.yml",
        "Branch.yaml",
        "branch.yaml.txt",
        "BRANCH.YML.TXT",
        "branch。yaml",
        "branch.ymal",
    ],
)
def test_a_profile_by_another_name(tmp_path: Path, name: str) -> None:
    """The folder is a branch that cannot be read, lest nobody miss it; not inside a
    branch, where it is a file like any other, nor where a profile lies beside it."""
    for folder in ("a", "b", "b/notes", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).touch()
    for folder in ("b", "c"):
        (tmp_path / folder / "branch.yaml").touch()
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "branches.yaml").touch()
    assert [one.name for one in branches(tmp_path)] == ["a", "b", "c"]
    named = {one: misnamed(tmp_path / one) for one in "abcd"}
    assert named == {"a": name, "b": "", "c": "", "d": ""}
