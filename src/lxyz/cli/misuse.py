"""Mistakes on the command line in words of our own: typer's texts are English.

What typer raises is turned into a UsageError with a code of the sentence catalogue; a
text that is not known here is passed on as it is.
"""

from __future__ import annotations

import re
from typing import Any

from lxyz.base.there import is_there
from lxyz.errors import LxyzError, NothingToCheckError, UsageError
from lxyz.vocabulary import nearest

_NO_COMMAND = re.compile(r"No such command '(.*?)'\.")
_EXTRA = re.compile(r"Got unexpected extra argument\S* \((.*)\)")
_UNREADABLE = re.compile(r"path '(.*)' is not readable\.", re.DOTALL)


def misuse(error: Any) -> LxyzError:
    """What a usage error of typer says, as one of lxyz; a path that may not be read ends
    as where a check finds that itself."""
    name, text = type(error).__name__, error.format_message()
    if name == "NoSuchOption":
        like = nearest(error.option_name, sorted(error.possibilities or ()))
        return UsageError("E205", option=error.option_name, like=like)
    if name == "MissingParameter":
        what = (error.param.help or "").rstrip("。")
        return UsageError("E206", name=str(error.param.name).upper(), what=what)
    if name == "BadOptionUsage":
        if "requires" in text:
            return UsageError("E208", option=error.option_name)
        return UsageError("E211", option=error.option_name)
    if name == "BadParameter" and error.__cause__ is not None:
        return _bad_value(error)
    if found := _UNREADABLE.search(text):
        return NothingToCheckError("E301", path=found[1], why="denied")
    if found := _NO_COMMAND.search(text):
        return _no_command(found[1], error.ctx)
    if found := _EXTRA.search(text):
        return UsageError("E209", text=found[1])
    return UsageError("E204", text=text)


def _bad_value(error: Any) -> UsageError:
    """A number that is none, or out of its range."""
    wrong = error.__cause__.errors()[0]
    option, limits = error.param.opts[0], wrong.get("ctx", {})
    told = {name: limits[name] for name in ("ge", "le") if name in limits}
    return UsageError("E207", option=option, value=wrong["input"], **told)


def _no_command(word: str, context: Any) -> UsageError:
    """A command there is not: the nearest, or `check` where it is a path."""
    known = sorted(context.command.commands)
    if is_there(word):
        return UsageError("E213", path=word)
    return UsageError(
        "E212", name=word, like=nearest(word, known), known="、".join(known)
    )
