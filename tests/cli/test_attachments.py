"""Attachments are opened for the page, and for no other format."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from lxyz.files.digests import Digests

EXAMPLE = Path(__file__).parents[2] / "examples" / "service-centre"
DAY = ("--as-of", "2021-12-31")


def test_the_page_has_digests(call, tmp_path: Path) -> None:
    """With the digest of what is there."""
    file = tmp_path / "a.html"
    call(
        "check",
        EXAMPLE,
        *DAY,
        "-f",
        "json",
        "-o",
        tmp_path / "a.json",
        "-f",
        "html",
        "-o",
        file,
    )
    text = file.read_text("utf-8")
    photo = EXAMPLE / "附件/2021-04-23/合影.png"
    assert f"{sha256(photo.read_bytes()).hexdigest()}</code>" in text
    assert "附件/2021-04-23/合影.png" in text


def test_for_nothing_else(
    call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A plain check costs no reading of films."""

    def opened(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Digests, "of", opened)
    told = call(
        "check", EXAMPLE, *DAY, "-f", "json", "-o", tmp_path / "a", "-f", "text"
    )
    assert told.code == 0
    assert "E700" not in told.out
    page = call("check", EXAMPLE, *DAY, "-o", tmp_path / "a.html")
    assert page.code == 70
