"""The help pages in English, by paragraph: they stand in the table beside this file.

typer's own headings are English already. A text that is missing here would be shown in
Chinese; `tests/cli/test_english.py` goes through the whole tree.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any


@lru_cache(maxsize=1)
def english() -> dict[str, str]:
    """A paragraph of help in Chinese, its lines joined, and the same in English."""
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    lines = text.replace("\n  ", "\0").split("\n")
    pairs = (line.split("\0") for line in lines if line and line[0] != "#")
    return dict(pairs)


def in_english(command: Any) -> None:
    """Gives a command and all below it English help."""
    command.help = _english(command.help)
    command.epilog = _english(command.epilog)
    for parameter in command.params:
        for name in ("help", "show_default"):
            told = getattr(parameter, name, None)
            if isinstance(told, str):
                setattr(parameter, name, _english(told))
    for inner in getattr(command, "commands", {}).values():
        in_english(inner)


def _english(text: str | None) -> str | None:
    if text is None:
        return None
    paragraphs = ("".join(one.split("\n")) for one in text.strip().split("\n\n"))
    return "\n\n".join(english().get(one, one) for one in paragraphs)
