"""The sentences: they stand in the tables beside this file, which are plain text.

A row begins with its code (or name) and its first text; what else belongs to it stands
below, a line each, indented by two. `#` begins a remark.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=8)
def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table in its order: the code, then the texts. Read when the first
    of its sentences is wanted."""
    text = (Path(__file__).parent / f"{name}.txt").read_text("utf-8")
    lines = text.replace("\n  ", "\0").split("\n")
    split = (line.partition(" ") for line in lines if line and line[0] != "#")
    return [(code, *texts.split("\0")) for code, _, texts in split]


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, tuple[str, ...]]:
    """The texts of a table by their code."""
    return {row[0]: row[1:] for row in rows(name)}
