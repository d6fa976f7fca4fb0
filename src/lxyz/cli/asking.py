"""Questions to the person at the terminal; none if nobody sits there."""

from __future__ import annotations

import select
import sys
from collections.abc import Callable

from lxyz.errors import LxyzError

_PAUSE = 0.2
"""Seconds after which no more of what was pasted comes."""


def somebody() -> bool:
    """Whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def asked(question: str, default: str) -> str:
    """The answer of the person at the terminal; the default where nobody sits there."""
    if not somebody():
        return default
    import typer

    return str(typer.prompt(question, default=default or None))


def asked_for(
    question: str, take: Callable[[str], tuple[str, ...]], lang: str
) -> tuple[str, ...]:
    """What `take` makes of the answer of the person at the terminal.

    If `take` raises an LxyzError, the error is shown and the question asked again. If
    nobody sits there, the answer is an empty text.
    """
    if not somebody():
        return take("")
    from lxyz.render import error_sentence

    while True:
        try:
            return take(asked(question, ""))
        except LxyzError as error:
            sys.stdout.write(f"{error_sentence(error, lang)}\n")


def asked_lines(question: str) -> list[str]:
    """Lines that the person at the terminal types or pastes.

    They end at the first empty line after which no input is waiting. None if nobody
    sits there."""
    if not somebody():
        return []
    sys.stdout.write(f"{question}\n")
    sys.stdout.flush()
    lines = []
    while line := sys.stdin.readline():
        if not line.strip() and not _more_comes():
            break
        lines.append(line)
    return [line for line in lines if line.strip()]


def _more_comes() -> bool:
    """Whether more pasted input is waiting: nobody types that fast.

    Input left unread would be run as commands by the shell."""
    try:
        return bool(select.select([sys.stdin], [], [], _PAUSE)[0])
    except (OSError, ValueError):  # the console of Windows cannot be waited for
        return False
