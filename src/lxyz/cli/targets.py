"""Which format goes where: `--format` and `--output`, in the order they were written.

An output belongs to the format before it; one that stands before every format belongs
to the format after it. A format without an output goes to the screen, and there is only
one screen. An output alone says its format by its ending.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file
from lxyz.cli.options import Check
from lxyz.cli.terminal import one_of
from lxyz.errors import UsageError

_SCREEN = Path("-")
_RECORDS = (".yaml", ".yml", ".yaml.txt", ".yml.txt")
_OFFICE = frozenset(".pdf .doc .docx .wps .xls .xlsx .et .ppt .pptx".split())
"""Endings of files that no format writes, and that would not open."""
_HEAD = 4096


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
    the screen, E233 for two into one file, E236 for an ending of Office, E237 and E238 as `on_report` does.
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
        if ending in _OFFICE:
            raise UsageError("E236", path=output, known="、".join(endings))
        found.append(Target(endings.get(ending, ""), Path(output)))
    found = [Target(one.format, on_report(one.output)) for one in found]
    _must_differ(found)
    return found or [Target("", None)]


def on_file(output: Path | None) -> Path | None:
    """Where an output goes: `-` is the screen, as for other programs."""
    return None if output == _SCREEN else output


def on_report(output: Path | None) -> Path | None:
    """Where a report goes. It may replace an earlier report, but no other file:
    records, baselines and attachments are never overwritten.

    Raises UsageError E237 for a name that records have, E238 for a file that is there
    and is no report (a picture, a document of Word, a baseline).
    """
    output = on_file(output)
    if output is None:
        return None
    real = os.path.realpath(output)  # links are followed where it is written
    if any(str(name).lower().endswith(_RECORDS) for name in (output, real)):
        raise UsageError("E237", path=output)
    if is_file(real) and not _may_be_report(real):
        raise UsageError("E238", path=output)
    return output


def _may_be_report(file: str) -> bool:
    """Whether a file, by its beginning, may be something that lxyz wrote to be read:
    all of that is text. One that cannot be read is told of where it is written."""
    try:
        with Path(file).open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return True
    if b"\0" in head or b'"lxyz.baseline/' in head:
        return False
    import codecs

    try:  # (the last letter may be cut in two)
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return False
    return True


def format_of(
    asked: str | None,
    output: Path | None,
    known: Iterable[str],
    endings: Mapping[str, str],
    usual: str = "text",
) -> str:
    """The format that was asked for, else the one that the name of the file says; the
    usual one for the screen and for a name without an ending.

    Raises UsageError: E201 for a format that is not known, E236 for an ending that is of
    none (a `.docx` with something else in it opens nowhere)."""
    ending = output.suffix.lower() if output is not None else ""
    if not asked and ending and ending not in endings:
        raise UsageError("E236", path=output, known="、".join(endings))
    name = asked or endings.get(ending, usual)
    one_of("--format", name, tuple(known))
    return name


def _must_differ(found: list[Target]) -> None:
    shown = [one.format for one in found if one.output is None]
    if len(shown) > 1:
        raise UsageError("E232", formats="、".join(shown))
    files = [one.output for one in found if one.output is not None]
    real = [os.path.realpath(file) for file in files]
    for number, file in enumerate(files):
        if real[number] in real[:number]:
            raise UsageError("E233", path=file)
