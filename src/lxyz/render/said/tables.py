"""Reads the tables of sentences beside this file.

A row begins with its code (or name) and its first text; its other texts follow on the
lines below."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lxyz.base.tables import rows_of


@lru_cache(maxsize=8)
def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table in its order: the code, then the texts. The file is read when
    one of its sentences is first needed."""
    text = Path(__file__).with_name(f"{name}.txt").read_text("utf-8")
    split = []
    for first, *texts in rows_of(text):
        code, _, text = first.partition(" ")
        split.append((code, text, *texts))
    return split


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The texts of a table by their code."""
    return {row[0]: row[1:] for row in rows(name)}
