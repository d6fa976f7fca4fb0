"""Attachments with size and digest: what is there, and nothing outside the branch."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from lxyz.files import digests
from lxyz.files.digests import Digests, Held

OID = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
POINTER = f"version https://git-lfs.github.com/spec/v1\noid sha256:{OID}\nsize 12345\n"


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """A branch with attachments of every sort."""
    folder = tmp_path / "branch" / "m"
    (folder / "照片").mkdir(parents=True)
    for number in range(3):
        (folder / "照片" / f"{number}.jpg").write_bytes(b"x")
    (folder / "a.jpg").write_bytes(b"abc")
    (folder / "b.jpg").write_bytes(b"abcd")
    (folder / "大.mp4").write_bytes(b"x" * 11)
    (folder / "空.txt").write_bytes(b"")
    (folder / "lfs.jpg").write_text(POINTER)
    (folder / "not-lfs.jpg").write_text(POINTER + "x")
    (folder / "出去.txt").symlink_to("/etc/passwd")
    (folder / "也出去").symlink_to("/etc")
    (tmp_path / "secret.txt").write_bytes(b"x")
    return tmp_path / "branch"


def whole(content: bytes) -> Held:
    """What is said of a file with this in it."""
    return Held("whole", len(content), sha256(content).hexdigest())


@pytest.mark.parametrize(
    ("path", "held"),
    [
        ("m/a.jpg", whole(b"abc")),
        (" m/a.jpg ", whole(b"abc")),
        ("m/照片/", Held("folder", 3)),
        ("m/lfs.jpg", Held("pointer", 12345, OID)),
        ("m/not-lfs.jpg", whole(f"{POINTER}x".encode())),
        ("m/空.txt", Held("empty")),
        ("m/照片", Held("empty")),
        ("m/c.jpg", Held("missing")),
        ("n/c.jpg", Held("elsewhere")),
        ("m/出去.txt", Held("outside")),
        ("m/也出去/passwd", Held("outside")),
        ("../secret.txt", Held("outside")),
        ("/etc/passwd", Held("outside")),
        ("https://a.example/b.jpg", Held("outside")),
        ("m/\x00", Held("outside")),
    ],
)
def test_what_is_there(branch: Path, path: str, held: Held) -> None:
    """Size and digest, or why there is none."""
    assert Digests(branch).of(path) == held


@pytest.mark.parametrize(
    ("size", "state"), [(10, "whole"), (11, "whole"), (12, "large")]
)
def test_the_largest(branch: Path, size: int, state: str) -> None:
    """The last size of which a digest is made, the first of which none is."""
    (branch / "m" / "大.mp4").write_bytes(b"x" * size)
    held = Digests(branch, largest=11).of("m/大.mp4")
    assert (held.state, held.size, bool(held.sha256)) == (state, size, state == "whole")


def test_so_much_in_all_and_each_once(branch: Path) -> None:
    """What was read is not read again; when all is used up, the rest is large."""
    found = Digests(branch, most=6)
    assert found.of("m/a.jpg") == whole(b"abc")
    (branch / "m" / "a.jpg").unlink()
    assert found.of("m/a.jpg") == whole(b"abc")
    assert found.of("m/b.jpg") == Held("large", 4)


def test_one_that_cannot_be_read(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Said as it is; the tests may run as root, who can read all."""

    def refused(*_: object, **__: object) -> int:
        raise PermissionError

    monkeypatch.setattr(digests.os, "open", refused)
    assert Digests(branch).of("m/a.jpg") == Held("unreadable")


def test_one_that_was_swapped(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was a plain file when it was looked at, and a link or a pipe when opened."""
    monkeypatch.setattr(digests.Attachments, "trouble", lambda *_: None)
    assert Digests(branch).of("m/出去.txt") == Held("unreadable")
    os.mkfifo(branch / "m" / "pipe")
    assert Digests(branch).of("m/pipe") == Held("empty")


def test_one_that_grows(branch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is read than was there."""
    monkeypatch.setattr(digests, "_PIECE", 2)
    assert Digests(branch).of("m/b.jpg") == whole(b"abcd")
    real = os.fstat

    def shorter(file: int) -> os.stat_result:
        told = list(real(file))
        told[6] = 2
        return os.stat_result(told)

    monkeypatch.setattr(digests.os, "fstat", shorter)
    assert Digests(branch).of("m/b.jpg") == whole(b"ab")
