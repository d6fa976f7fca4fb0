"""Tiny packs beside each other in a folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ..trial import pack_text

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a pack of this id, as it is or from its rules; gives its folder."""

    def written(
        id_: str,
        rules: str = "",
        more: str = "",
        *,
        plain: str | None = None,
        **head: object,
    ) -> Path:
        home = tmp_path / id_
        home.mkdir(exist_ok=True)
        said = {"id": id_, **{key: value for key, value in head.items() if value}}
        text = pack_text(rules, more, said) if plain is None else plain
        (home / "pack.yaml").write_text(text, "utf-8")
        return home

    return written
