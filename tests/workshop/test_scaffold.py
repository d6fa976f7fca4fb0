"""A new pack is sound at once, whatever it is called, and nothing is overwritten."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lxyz.errors import UsageError
from lxyz.files.find import PACK_FILES
from lxyz.packs.load import read_pack
from lxyz.workshop.cases import run_cases, without_cases
from lxyz.workshop.lint import lint
from lxyz.workshop.scaffold import (
    Answers,
    id_of,
    must_be_free,
    scaffold,
    write_new,
)

ANSWERS = Answers("city-2016", "市里的要求", "Rules", "一份文件", "2016")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"year": "1901"},
        {"year": "2198"},
        {"year": "2020"},
        {"year": "２０２０"},
        {"title": '带"引号"、\\、%id%、: 和 # 的'},
        {"title": "两\n行", "document": " 空白 "},
        {"id": "0-a"},
    ],
)
def test_a_new_pack_is_sound(tmp_path: Path, changes: dict[str, str]) -> None:
    """No problem, every rule with cases that come out, every clause accounted for."""
    answers = ANSWERS._replace(**changes)
    write_new(tmp_path / "x" / "y", scaffold(answers))
    pack = read_pack(tmp_path / "x" / "y")
    assert lint(pack) == []
    results = run_cases(pack, pack.folder)
    assert [one for one in results if one.wrong] == []
    assert without_cases(pack, results) == []
    assert (pack.id, pack.head.year) == (answers.id, str(int(answers.year)))
    assert "%" not in pack.head.title or "%id%" in answers.title
    tests = {
        name
        for raw in pack.raws
        for name in ("count", "has", "cover", "attest")
        if name in raw.written
    }
    assert tests == {"count", "has", "cover", "attest"}


@pytest.mark.parametrize(
    "id_", ["", "大写", "A", "a b", "-a", "a/b", "../a", "bj-2016"]
)
def test_an_id_that_is_none(id_: str) -> None:
    """Small letters, digits, hyphens; that of a shipped pack would mean that one."""
    with pytest.raises(UsageError) as raised:
        scaffold(ANSWERS._replace(id=id_))
    assert raised.value.code == ("E219" if id_ == "bj-2016" else "E217")


@pytest.mark.parametrize("year", ["1900", "2199", "今年", "", "-5"])
def test_a_year_that_is_none(year: str) -> None:
    """The year before and the year after must be years, too."""
    with pytest.raises(UsageError) as raised:
        scaffold(ANSWERS._replace(year=year))
    assert raised.value.code == "E218"


def test_the_id_of_a_folder(tmp_path: Path) -> None:
    """Its name, if that can be one."""
    assert id_of(tmp_path / "City-2016") == "city-2016"
    assert id_of(tmp_path / "市 2016") == ""


@pytest.mark.parametrize("name", PACK_FILES)
def test_nothing_is_overwritten(tmp_path: Path, name: str) -> None:
    """One file that is there already, and none is written."""
    (tmp_path / name).write_text("mine", "utf-8")
    with pytest.raises(UsageError) as raised:
        write_new(tmp_path, scaffold(ANSWERS))
    assert raised.value.values["file"] == name
    assert [one.name for one in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("file", "no-folder"),
        ("file/b", "no-folder"),
        ("nowhere", "absent"),
        ("nowhere/b", "absent"),
        ("loop", "loop"),
        ("loop/b", "loop"),
        ("long" * 90, "long-name"),
    ],
)
def test_a_folder_that_cannot_be_made(tmp_path: Path, name: str, why: str) -> None:
    """A file stands there, or a link that leads nowhere, or round and round."""
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "nowhere").symlink_to("is nothing")
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises(UsageError) as raised:
        write_new(tmp_path / name, scaffold(ANSWERS))
    assert (raised.value.code, raised.value.values["why"]) == ("E203", why)


def test_a_file_that_comes_to_be_where_the_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is no folder, and stays."""
    monkeypatch.setattr("lxyz.workshop.scaffold.must_be_free", lambda *_: None)
    (tmp_path / "a").write_text("x", "utf-8")
    with pytest.raises(UsageError) as raised:
        write_new(tmp_path / "a", scaffold(ANSWERS))
    assert (raised.value.code, raised.value.values["why"]) == ("E203", "no-folder")


def test_a_folder_that_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said before anybody is asked anything, also of the folder above one to be made."""
    monkeypatch.setattr("lxyz.workshop.scaffold.os.access", lambda *_: False)
    for folder in (tmp_path, tmp_path / "a" / "b"):
        with pytest.raises(UsageError) as raised:
            must_be_free(folder, PACK_FILES)
        assert (raised.value.code, raised.value.values["why"]) == ("E203", "denied")


@pytest.mark.parametrize("last", [0, 1, 2])
@pytest.mark.parametrize("failure", [OSError(28, "No space"), KeyboardInterrupt()])
def test_all_files_or_none(
    tmp_path: Path, last: int, failure: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where one cannot be written those before it are taken back."""
    real, written = os.link, []

    def link(source: Path, target: Path) -> None:
        if len(written) == last:
            raise failure
        written.append(target)
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    with pytest.raises((UsageError, KeyboardInterrupt)):
        write_new(tmp_path, scaffold(ANSWERS))
    assert list(tmp_path.iterdir()) == []
    assert len(written) == last
