"""The texts of the help pages: they stand, by paragraph and in both languages, in the
table beside this file (`help.txt`). Read only where commands are made by typer."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.tables import rows_of, table_in


def help_of(command: str) -> dict[str, Any]:
    """What typer is told of a command: what stands above its options, and below."""
    return {"help": _page(command), "epilog": _page(f"{command} end")}


def _page(name: str) -> str:
    return "\n\n".join(chinese for chinese, *_ in table_in(_text(), name))


@lru_cache(maxsize=1)
def english() -> dict[str, str]:
    """A paragraph of help in Chinese, its lines joined, and the same in English."""
    return {chinese: below[0] for chinese, *below in rows_of(_text()) if below}


@lru_cache(maxsize=1)
def _text() -> str:
    return Path(__file__).with_name("help.txt").read_text("utf-8")
