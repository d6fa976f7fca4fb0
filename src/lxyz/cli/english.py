"""The help pages in English.

typer's own headings are English already. A text that is missing in the table would be
shown in Chinese; `tests/cli/test_english.py` goes through the whole tree.
"""

from __future__ import annotations

from typing import Any

from lxyz.cli.helptexts import english


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
