"""Whether an attachment is there: only below the branch, and no link followed."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest

from lxyz.files import attachments
from lxyz.files.attachments import Attachments, Trouble


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch with a folder of attachments."""
    folder = tmp_path / "branch" / "materials"
    (folder / "照片").mkdir(parents=True)
    (folder / "空").mkdir()
    (folder / "照片" / "1.jpg").write_bytes(b"x")
    for name in ("签到表.jpg", "讲稿.doc", "Sign.JPG", "总结.docx"):
        (folder / name).write_bytes(b"x")
    (folder / unicodedata.normalize("NFC", "café.txt")).write_bytes(b"x")
    (folder / "空.txt").write_bytes(b"")
    (folder / "出去.txt").symlink_to("/etc/passwd")
    (folder / "自己.txt").symlink_to("自己.txt")
    (folder / "外面").symlink_to("/etc")
    (tmp_path / "secret.txt").write_bytes(b"x")
    return tmp_path / "branch"


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        # there
        ("materials/签到表.jpg", None),
        ("  materials/签到表.jpg ", None),
        ("materials/照片/1.jpg", None),
        ("materials/照片/", None),
        # not there, with what is nearest
        ("materials/签到表.jpeg", ("F601", "签到表.jpg")),
        ("materials/讲稿.docx", ("F601", "讲稿.doc")),
        ("materials/sign.jpg", ("F601", "Sign.JPG")),
        ("materials/总结．ｄｏｃｘ", ("F601", "总结.docx")),
        ("materials/cafe\u0301.txt", ("F601", "café.txt")),
        ("materials/xyz", ("F601", "")),
        ("materials/照片/2.jpg", ("F601", "1.jpg")),
        ("materials/签到表.jpg/1", ("F601", "")),
        ("matirials", ("F601", "materials")),
        # the folder is kept elsewhere: nothing can be said
        ("share/签到表.jpg", ("F604", "share")),
        ("share/", ("F601", "")),
        # outside, or could be
        ("", ("F602", "")),
        (".", ("F602", "")),
        ("..", ("F602", "")),
        ("../secret.txt", ("F602", "")),
        ("materials/../../secret.txt", ("F602", "")),
        ("materials/./签到表.jpg", ("F602", "")),
        ("materials//签到表.jpg", ("F602", "")),
        ("/etc/passwd", ("F602", "")),
        ("~/x.txt", ("F602", "")),
        ("C:\\x.doc", ("F602", "")),
        ("C:x.doc", ("F602", "")),
        ("\\\\srv\\share\\x.doc", ("F602", "")),
        ("materials\\签到表.jpg", ("F602", "")),
        ("http://example.org/x.jpg", ("F602", "")),
        ("file:///etc/passwd", ("F602", "")),
        ("materials/NUL.docx", ("F602", "")),
        ("materials/com1", ("F602", "")),
        ("materials/comedy", ("F601", "")),
        ("materials/x.docx.", ("F602", "")),
        ("materials/签到表.jpg /x", ("F602", "")),
        ("materials/a\0b", ("F602", "")),
        ("materials/" + "学" * 85, ("F601", "")),
        ("materials/" + "学" * 86, ("F602", "")),
        ("materials/出去.txt", ("F602", "")),
        ("materials/自己.txt", ("F602", "")),
        ("materials/外面/passwd", ("F602", "")),
        ("materials/外面/", ("F602", "")),
        # no plain file with something in it
        ("materials/空.txt", ("F603", "")),
        ("materials/空/", ("F603", "")),
        ("materials/照片", ("F603", "")),
        ("materials/签到表.jpg/", ("F603", "")),
        ("materials", ("F603", "")),
    ],
)
def test_attachment(branch: Path, text: str, trouble: tuple[str, str] | None) -> None:
    """What is wrong with a path, and the nearest name there is."""
    assert Attachments(branch).trouble(text) == (
        None if trouble is None else Trouble(*trouble)
    )


def test_pipe(branch: Path) -> None:
    """A pipe is no file, and is not opened: that would wait for ever."""
    os.mkfifo(branch / "materials" / "x.jpg")
    assert Attachments(branch).trouble("materials/x.jpg") == Trouble("F603")


def test_branch_that_is_a_link(branch: Path, tmp_path: Path) -> None:
    """The branch itself may be reached by a link."""
    (tmp_path / "link").symlink_to(branch)
    assert Attachments(tmp_path / "link").trouble("materials/签到表.jpg") is None


def test_gone_between_listing_and_looking(
    branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A share that drops out: not there, and no error."""
    monkeypatch.setattr(attachments.os, "listdir", lambda _: ["materials", "gone.jpg"])
    assert Attachments(branch).trouble("gone.jpg") == Trouble("F601")
