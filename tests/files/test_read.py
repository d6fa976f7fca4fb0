"""One file to one document: what is opened, what is no record, faults in order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lxyz.files import Mapping, Scalar, Sequence, read_document, read_text
from lxyz.files import read as module
from lxyz.files.origin import MOST_FAULTS

STUDY = "类型: 集体学习\n日期: 2016-04-01\n出席情况: 全体\n"


def test_file(tmp_path: Path) -> None:
    """A plain file is read, under the name it goes by."""
    (tmp_path / "x.yaml").write_text(STUDY, encoding="utf-8")
    document = read_document(tmp_path / "x.yaml", "2016/x.yaml")
    assert document.file == "2016/x.yaml"
    assert document.faults == ()
    assert isinstance(document.root, Mapping)
    assert [key.value for key, _ in document.root.pairs] == ["类型", "日期", "出席情况"]


@pytest.mark.parametrize("what", ["gone", "folder", "link", "pipe", "nul"])
def test_what_is_not_opened(tmp_path: Path, what: str) -> None:
    """F001 and nothing read: neither waits for a pipe nor follows a link."""
    path = tmp_path / "x.yaml"
    if what == "folder":
        path.mkdir()
    elif what == "link":
        (tmp_path / "y.yaml").write_text(STUDY, encoding="utf-8")
        path.symlink_to(tmp_path / "y.yaml")
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "nul":
        path = Path("a\0b")
    document = read_document(path, "x.yaml")
    (fault,) = document.faults
    assert document.root is None
    assert (fault.code, fault.line, fault.column) == ("F001", 1, 1)
    assert dict(fault.values)["why"]


def test_file_that_breaks_off_while_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk or a share that fails in the middle."""

    def broken(handle: int, size: int) -> bytes:
        raise OSError(5, "Input/output error", (handle, size))

    (tmp_path / "x.yaml").write_text(STUDY, encoding="utf-8")
    monkeypatch.setattr(module.os, "read", broken)
    document = read_document(tmp_path / "x.yaml", "x.yaml")
    assert [fault.code for fault in document.faults] == ["F001"]
    assert dict(document.faults[0].values) == {"why": "Input/output error"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("F007", 1, 1)]),
        ("\n\n", [("F007", 1, 1)]),
        ("# 待填\n", [("F007", 1, 1)]),
        ("---\n", [("F007", 1, 1)]),
        ("<!DOCTYPE html>\n", [("F011", 1, 1)]),
        ("\n<HTML>", [("F011", 1, 1)]),
        ("<?xml version='1.0'?>", [("F011", 1, 1)]),
        ("今天开了会", [("F120", 1, 1)]),
        ("类型：党课", [("F101", 1, 3)]),
        ("类型\t日期\n党课\t2016", [("F126", 1, 1)]),
        ("42", [("F120", 1, 1)]),
        ('"党课"', [("F120", 1, 1)]),
        # one line of marks is a title underlined, not a conflict
        ("=======\n类型: 党课\n", [("F120", 1, 1)]),
        ("<<<<<<< HEAD\n类型: 党课\n=======\n>>>>>>> x\n", [("F112", 1, 1)]),
        ("类型: 党课\n主题: <<<<<<<\n", []),
        ("类型: 党课\n备注: |\n  <<<<<<< x\n  >>>>>>> y\n", []),
        ("=======\n<<<<<<< HEAD\n", [("F120", 1, 1)]),
    ],
)
def test_what_is_no_record(text: str, told: list[tuple[str, int, int]]) -> None:
    """Nothing, a page, prose, an unfinished merge."""
    document = read_text(text.encode(), "x.yaml")
    found = [(fault.code, fault.line, fault.column) for fault in document.faults]
    assert found == told
    assert (document.root is None) == bool(told)


def test_conflict_names_its_lines() -> None:
    """From the first mark to the last."""
    text = "类型: 党课\n<<<<<<< HEAD\n日期: 2016-04-01\n=======\n日期: 2\n>>>>>>> x\n"
    (fault,) = read_text(text.encode(), "x.yaml").faults
    assert (fault.code, fault.line, dict(fault.values)) == ("F112", 2, {"last": "6"})


def test_empty_profile_is_told_of_elsewhere() -> None:
    """Of an empty branch.yaml the profile says that there is none."""
    assert read_text(b"", "branch.yaml").faults == ()


def test_thousand_faults_and_how_many_there_are() -> None:
    """No file floods the report."""
    text = "".join(f"- {{主题{number}: }}\n" for number in range(MOST_FAULTS + 5))
    faults = read_text(text.encode(), "x.yaml").faults
    assert len(faults) == MOST_FAULTS + 1
    assert faults[-1].code == "F013"
    assert dict(faults[-1].values) == {
        "count": str(MOST_FAULTS + 5),
        "limit": str(MOST_FAULTS),
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "more"),
    [
        ("类型：党课\n日期：2016-04-01\n主题：甲\n", "F101", 1, "2"),
        ("类型: 党课\n日期：2016-04-01\n主题: 甲\n", "F101", 2, "0"),
        ("类型:党课\n日期:2016-04-01\n", "F102", 1, "1"),
        ("- 类型: 党课\n  主题：甲\n- 类型: 党课\n  主题：乙\n", "F101", 2, "1"),
        ("- {出席:全体, 请假:刘洋}\n- {出席:全体}\n", "F102", 1, "1"),
        # prose has colons of its own
        ("类型：党课\n备注：会上强调：要学好\n会议强调：要学好\n", "F101", 1, "1"),
    ],
)
def test_wrong_colons_are_told_once(text: str, code: str, line: int, more: str) -> None:
    """The first is shown, the others are counted."""
    (fault,) = read_text(text.encode(), "x.yaml").faults
    assert (fault.code, fault.line) == (code, line)
    assert dict(fault.values)["more"] == more


def test_everything_stays_text() -> None:
    """007, yes, 2016.10, 12:30, ~, null, 1e5 and dates are what was written."""
    written = "007 yes 2016.10 12:30 ~ null 1e5 0x12 1_2 .nan 2016-04-01 true".split()
    document = read_text(f"[{', '.join(written)}]".encode(), "x.yaml")
    assert isinstance(document.root, Sequence)
    assert [
        one.value for one in document.root.items if isinstance(one, Scalar)
    ] == written
