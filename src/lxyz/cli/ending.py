"""How the program ends: every way of ending is an exit code and at most one sentence.

0 nothing at or above the threshold, 1 findings, 2 usage or a pack that cannot be used,
3 nothing to check, 70 a defect of lxyz itself, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

from lxyz import memory
from lxyz.cli.quick import plain_check
from lxyz.errors import LxyzError, place_of

DEFECT, INTERRUPTED = 70, 130


def run(arguments: list[str] | None = None) -> None:
    """The program: parses, calls, and turns every way of ending into an exit code."""
    memory.look_seldom()
    code = _guarded(sys.argv[1:] if arguments is None else arguments)
    memory.end()
    sys.exit(code)


def _guarded(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    try:
        code = _called(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has had enough (`| head`): no more output, and no complaint.
        _silence(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence
        return _defect(error, arguments)
    return code


def _called(arguments: list[str]) -> int:
    told = plain_check(arguments)
    if told is None:
        return _by_typer(arguments)
    from lxyz.cli.checking import check

    try:
        return check(told)
    except LxyzError as error:
        return _told(error, arguments)


def _by_typer(arguments: list[str]) -> int:
    from typer.exceptions import Abort, TyperException

    from lxyz.cli.commands import command_for

    command = command_for(arguments)
    try:
        result = command.main(args=arguments, prog_name="lxyz", standalone_mode=False)
    except LxyzError as error:
        return _told(error, arguments)
    except TyperException as error:
        return _misused(error, arguments)
    except Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else 0


def _told(error: LxyzError, arguments: list[str]) -> int:
    from lxyz.render import error_sentence

    sentence = error_sentence(error, _language(arguments))
    sys.stderr.write(f"lxyz: {sentence}\n")
    return error.exit_code


def _misused(error: Any, arguments: list[str]) -> int:
    """A usage error of the command line; no command at all is answered with help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(f"{error.format_message()}\n")
        return 2
    from lxyz.cli.misuse import misuse

    return _told(misuse(error), arguments)


def _defect(error: BaseException, arguments: list[str]) -> int:
    """A defect of lxyz: type and place, no bare traceback, no text of any record."""
    return _told(_DefectError("E700", what=place_of(error)), arguments)


class _DefectError(LxyzError):
    exit_code = DEFECT


def _language(arguments: list[str]) -> str:
    """The language of an error: asked for, even where the rest cannot be used."""
    for number, word in enumerate(arguments):
        if word == "--lang" and number + 1 < len(arguments):
            return "en" if arguments[number + 1] == "en" else "zh"
        if word.startswith("--lang="):
            return "en" if word == "--lang=en" else "zh"
    return "en" if os.environ.get("LXYZ_LANG") == "en" else "zh"


def _prepare(stream: Any) -> None:
    """Makes a stream write visibly what its console cannot show, not end the run."""
    with suppress(AttributeError, ValueError, OSError):
        stream.reconfigure(errors="backslashreplace")


def _silence(stream: Any) -> None:
    """Points a closed stdout at nothing, so that the interpreter does not complain at
    exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
