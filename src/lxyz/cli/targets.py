"""Which format goes where: `--format` and `--output`, in the order they were written.

An output belongs to the format before it; one that stands before every format belongs
to the format after it. A format without an output goes to the screen, and there is only
one screen. An output alone says its format by its ending.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lxyz.cli.options import Check
from lxyz.errors import UsageError

_SCREEN = Path("-")


class Target(NamedTuple):
    """A format (empty: what suits the place) and where it goes (None: the screen)."""

    format: str
    output: Path | None


def in_order(told: Check) -> list[tuple[str, str]]:
    """(`format` or `output`, value) as they were written."""
    values = {
        "format_": ("format", iter(told.format_ or ())),
        "output": ("output", iter(map(str, told.output or ()))),
    }
    return [(values[name][0], next(values[name][1])) for name in told.order]


def targets(words: Iterable[tuple[str, str]], endings: dict[str, str]) -> list[Target]:
    """The pairs that `words` (`format` or `output`, and the value) mean.

    Raises UsageError: E231 for an output without its format, E232 for two formats on
    the screen, E233 for two into one file.
    """
    found: list[Target] = []
    format_, output = "", ""
    for option, value in words:
        if option == "format":
            if output:
                found.append(Target(value, Path(output)))
                output = ""
                continue
            if format_:
                found.append(Target(format_, None))
            format_ = value
        elif format_:
            found.append(Target(format_, Path(value)))
            format_ = ""
        elif output:
            raise UsageError("E231", output=output)
        else:
            output = value
    if format_:
        found.append(Target(format_, None))
    if output:
        if found:
            raise UsageError("E231", output=output)
        ending = Path(output).suffix.lower()
        found.append(Target(endings.get(ending, ""), Path(output)))
    found = [Target(one.format, on_file(one.output)) for one in found]
    _must_differ(found)
    return found or [Target("", None)]


def on_file(output: Path | None) -> Path | None:
    """Where an output goes: `-` is the screen, as for other programs."""
    return None if output == _SCREEN else output


def format_of(output: Path | None, endings: Mapping[str, str], usual: str) -> str:
    """The format that the name of a file says; the usual one for the screen and for a
    name without an ending. Raises UsageError E236 for an ending that is of none: a
    `.docx` with something else in it opens nowhere."""
    ending = output.suffix.lower() if output is not None else ""
    if ending and ending not in endings:
        raise UsageError("E236", path=output, known="、".join(endings))
    return endings.get(ending, usual)


def _must_differ(found: list[Target]) -> None:
    shown = [one.format for one in found if one.output is None]
    if len(shown) > 1:
        raise UsageError("E232", formats="、".join(shown))
    files = [one.output for one in found if one.output is not None]
    for number, file in enumerate(files):
        if file in files[:number]:
            raise UsageError("E233", path=file)
