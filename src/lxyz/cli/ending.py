"""How the program ends: every way of ending is an exit code and at most one sentence.

0 nothing at or above the threshold, 1 findings, 2 usage or a pack that cannot be used,
3 nothing to check, 70 a defect of lxyz itself, 130 interrupted.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from lxyz.base import memory
from lxyz.cli.quick import plain_check
from lxyz.cli.terminal import complain, silence, to_screen
from lxyz.errors import LxyzError, NothingToCheckError, UsageError, place_of, why_of

DEFECT, INTERRUPTED = 70, 130
_DIGITS = range(2, 5)
_FULL = frozenset((errno.ENOSPC, errno.EFBIG, errno.EIO))


def run(arguments: list[str] | None = None) -> None:
    """The program: parses, calls, and turns every way of ending into an exit code."""
    code = _guarded(sys.argv[1:] if arguments is None else arguments)
    memory.end()
    sys.exit(code)


def _guarded(arguments: list[str]) -> int:
    for name in ("stdin", "stdout", "stderr"):
        _prepare(name)
    try:
        try:
            return _called(arguments)
        finally:
            with to_screen():
                sys.stdout.flush()
    except BrokenPipeError:
        silence(sys.stdout)
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except LxyzError as error:
        return _told(error, arguments)
    except Exception as error:  # noqa: BLE001 - the last line of defence
        if _is_interrupted(error):
            return INTERRUPTED
        return _told(_meant(error), arguments)


def _is_interrupted(error: BaseException | None) -> bool:
    """Whether it was raised for Ctrl-C: while a class is made Python says RuntimeError."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def _meant(error: Exception) -> LxyzError:
    """The LxyzError for an unexpected error.

    It is a missing working directory, an output that cannot be written (full disk), or
    else a defect of lxyz: type and place, no traceback, no text of a record."""
    if isinstance(error, FileNotFoundError) and not _is_somewhere():
        return NothingToCheckError("E306")
    if isinstance(error, OSError) and error.errno in _FULL and error.filename is None:
        silence(sys.stdout)
        return UsageError("E235", why=why_of(error))
    return _DefectError("E700", what=place_of(error))


def _is_somewhere() -> bool:
    """Whether the working directory is still there."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return False
    return True


def _called(arguments: list[str]) -> int:
    for before, word in zip(["", *arguments], arguments, strict=False):
        if not word and not before.startswith("-"):
            raise UsageError("E234")
    told = plain_check(arguments)
    if told is None:
        return _by_typer(arguments)
    from lxyz.cli.checking import check

    return check(told)


def _by_typer(arguments: list[str]) -> int:
    from typer.exceptions import Abort, TyperException

    from lxyz.cli.commands import command_for

    _bound_sizes()
    command = command_for(arguments, _language(arguments))
    try:
        result = command.main(args=arguments, prog_name="lxyz", standalone_mode=False)
    except TyperException as error:
        return _misused(error, arguments)
    except Abort:
        return INTERRUPTED
    except SystemExit as ended:
        if isinstance(ended.__context__, BrokenPipeError):  # typer ends with 1 then
            raise ended.__context__ from None
        raise
    return result if isinstance(result, int) else 0


def _bound_sizes() -> None:
    """Removes an impossible terminal width from the environment: typer and rich would
    fail on it, or write lines of that length."""
    for name in ("COLUMNS", "LINES", "TERMINAL_WIDTH"):
        text = os.environ.get(name, "")
        if not (text.isascii() and text.isdecimal() and len(text) in _DIGITS):
            os.environ.pop(name, None)


def _told(error: LxyzError, arguments: list[str]) -> int:
    from lxyz.render import error_sentence

    sentence = error_sentence(error, _language(arguments))
    complain(f"lxyz: {sentence}\n")
    return error.exit_code


def _misused(error: Any, arguments: list[str]) -> int:
    """A usage error of the command line; no command at all is answered with help."""
    if type(error).__name__ == "NoArgsIsHelpError":
        sys.stdout.write(f"{error.format_message()}\n")
        return 2
    from lxyz.cli.misuse import misuse

    return _told(misuse(error), arguments)


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


def _prepare(name: str) -> None:
    """Makes a stream write characters that its console cannot show as escapes, so that
    they do not end the run. A closed stream is replaced by the null device."""
    stream: Any = getattr(sys, name)
    if stream is None:
        nothing = Path(os.devnull).open("r+", encoding="utf-8")  # noqa: SIM115 - to the end
        setattr(sys, name, nothing)
        return
    with suppress(AttributeError, ValueError, OSError):
        stream.reconfigure(errors="backslashreplace")
