"""`lxyz fix`: shows, writes, and says what it did."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch with two mistakes and one that is not sure."""
    folder = tmp_path / "甲"
    folder.mkdir()
    (folder / "branch.yaml").write_text(
        "名称: 甲\n规则包: bj-2016\n党员: 无\n", "utf-8"
    )
    (folder / "a.yaml").write_text(
        "类型：党课\n日期: 20160401\n主持认: 王敏\n", "utf-8"
    )
    (folder / "b.yaml").write_bytes("类型: 党课\n日期: 2016-04-01\n".encode("gbk"))
    return folder


def test_first_shown_then_written(call, branch: Path) -> None:
    """--diff writes nothing and ends with 1; without it the files are mended."""
    before = (branch / "a.yaml").read_bytes()
    shown = call("fix", "甲", "--diff")
    assert shown.code == 1
    assert "-类型：党课" in shown.out
    assert "+类型: 党课" in shown.out
    assert "可以改 2 处，1 个文件" in shown.out
    assert (branch / "a.yaml").read_bytes() == before
    done = call("fix", "甲", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert "a.yaml:1:3 F101" in done.out
    assert "2 fixed in 1 file. lxyz check tells what else" in done.out
    assert "日期: 2016-04-01\n主持认" in (branch / "a.yaml").read_text("utf-8")
    again = call("fix", "甲", "--diff")
    assert again.code == 0
    assert again.out.endswith("没有可以自动改的。记录里别的错见 lxyz check。\n")


def test_one_file(call, branch: Path) -> None:
    """A file may be named itself; encodings on request, the text in the diff."""
    shown = call("fix", branch / "b.yaml", "--diff", "--encoding", "--lang", "en")
    assert shown.code == 1
    assert "1 to fix in 1 file" in shown.out
    assert call("fix", branch / "b.yaml", "--encoding").code == 0
    assert (branch / "b.yaml").read_text("utf-8").startswith("类型")


def test_what_a_person_has_to_mend_is_told(call, branch: Path) -> None:
    """A file in another encoding, one that is none, a text that cannot be read whole:
    never nothing to mend and no more."""
    (branch / "c.yaml").write_text("类型：党课\n 日期: 2016-04-01\n", "utf-8")
    done = call("fix", "甲")
    assert done.code == 0
    assert "b.yaml:1:1 F002" in done.out
    assert "c.yaml:1:3 F101" in done.out
    assert "c.yaml:2:2 F121 缩进不对" in done.out
    assert "左对齐" in done.out
    again = call("fix", "甲", "--encoding", "--lang", "en")
    assert "F002 “gb18030” → “utf-8”" in again.out
    assert "b.yaml:1:1 F002 the file" not in again.out


def test_a_file_that_cannot_be_opened(call, branch: Path) -> None:
    """What is wrong in it nobody knows: the others are mended, and it is no success."""
    try:
        (branch / "d.yaml").symlink_to(branch / "a.yaml")
    except (OSError, NotImplementedError):
        pytest.skip("NO LINKS HERE: none was tried")
    shown = call("fix", "甲", "--diff", "--encoding")
    assert (shown.code, "d.yaml:1:1 F001" in shown.out) == (2, True)
    done = call("fix", "甲", "--encoding")
    assert (done.code, "d.yaml:1:1 F001" in done.out) == (2, True)
    assert (branch / "b.yaml").read_text("utf-8").startswith("类型")


def test_a_profile_that_is_no_plain_file(call, tmp_path: Path) -> None:
    """It is told as a record file is: a folder, or a link that leads nowhere."""
    (tmp_path / "乙" / "branch.yaml").mkdir(parents=True)
    shown = call("fix", "乙")
    assert (shown.code, "branch.yaml:1:1 F001" in shown.out) == (2, True)
    (tmp_path / "乙" / "branch.yaml").rmdir()
    try:
        (tmp_path / "乙" / "branch.yaml").symlink_to("away.yaml")
    except (OSError, NotImplementedError):
        pytest.skip("NO LINKS HERE: none was tried")
    shown = call("fix", "乙")
    assert (shown.code, "branch.yaml:1:1 F001" in shown.out) == (2, True)


def test_where_there_is_no_branch(call, tmp_path: Path) -> None:
    """3, as for a check."""
    assert call("fix", tmp_path).code == 3


def test_one_that_cannot_be_written_keeps_nothing_from_the_others(
    call, branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is told of and ends with 2; the others are mended, and what was is told."""
    for name in ("b.yaml", "c.yaml"):
        (branch / name).write_text("类型：党课\n日期: 2016-04-01\n", "utf-8")
    may = os.access
    monkeypatch.setattr(
        os, "access", lambda one, how: Path(one).name != "b.yaml" and may(one, how)
    )
    done = call("fix", "甲")
    assert (done.code, done.err) == (2, "lxyz: 写不了 甲/b.yaml：没有权限\n")
    assert "改了 3 处，2 个文件。" in done.out
    assert "b.yaml" not in done.out
    assert (branch / "b.yaml").read_text("utf-8").startswith("类型：")
    assert (branch / "c.yaml").read_text("utf-8").startswith("类型: ")
    again = call("fix", "甲")  # that there is nothing to mend would not be true
    assert (again.code, again.out) == (2, "记录里别的错见 lxyz check。\n")


def test_a_file_called_otherwise_is_left_as_it_is(call, branch: Path) -> None:
    """It is no file of records as long as it has that name, which a check tells."""
    (branch / "c.ymal").write_text("类型：党课\n", "utf-8")
    assert "c.ymal" not in call("fix", "甲", "--diff").out
