"""The command line of a plain check, read without typer.

Importing typer, and pydantic with it, takes as long as checking a branch. So a `check`
in which nothing is wrong or unusual is read here, by the same table; everything else
(help, completion, mistakes, other commands, rare ways of writing) is typer's, and so
are all messages. What this reader takes, typer reads alike (`tests/cli/test_quick.py`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, get_args, get_origin

from lxyz.cli.options import ORDERED, Check, Option, table

_COMPLETION = "_LXYZ_COMPLETE"


class _Field:
    """A field of the table: its name, and how one word becomes a value of it."""

    def __init__(self, name: str, hint: Any) -> None:
        kind, option = get_args(hint)
        self.name = name
        self.option: Option = option
        inner = [one for one in get_args(kind) if one is not type(None)] or [kind]
        self.type = inner[0] if get_origin(kind) is not list else kind
        self.many = get_origin(self.type) is list
        if self.many:
            (self.type,) = get_args(self.type)

    def value(self, word: str) -> Any:
        """Raises ValueError where it is not for us to say what the word means."""
        if self.type is not int:
            return self.type(word)
        if not (word.isascii() and word.isdecimal() and str(int(word)) == word):
            raise ValueError(word)
        number, option = int(word), self.option
        least = option.least if option.least is not None else number
        most = option.most if option.most is not None else number
        if not least <= number <= most:
            raise ValueError(word)
        return number


def plain_check(arguments: list[str]) -> Check | None:
    """What a plain check was told; None where typer must read the arguments."""
    if arguments[:1] != ["check"] or _COMPLETION in os.environ:
        return None
    # A word that nobody can see is unusual enough.
    if not all(word and len(word) < 1000 and word.isprintable() for word in arguments):
        return None
    try:
        return Check(**_values(iter(arguments[1:])))
    except (ValueError, KeyError, StopIteration):
        return None


def _values(words: Iterator[str]) -> dict[str, Any]:
    fields = [_Field(name, hint) for name, hint in table().items()]
    named = {name: field for field in fields for name in field.option.names}
    (plain,) = (field for field in fields if not field.option.names)
    told: dict[str, Any] = {}
    for word in words:
        if not word.startswith("-"):
            field, text = plain, word
        else:
            name, joined, text = word.partition("=")
            field = named[name]
            if field.type is bool:
                if joined:
                    raise ValueError(word)
                told[field.name] = name == field.option.names[0]
                continue
            if joined and not name.startswith("--"):
                raise ValueError(word)
            text = text if joined else next(words)
            if not text or text.startswith("-"):
                raise ValueError(word)
        value = field.value(text)
        if field.many:
            told.setdefault(field.name, []).append(value)
            if field.name in ORDERED:
                told["order"] = (*told.get("order", ()), field.name)
        else:
            told[field.name] = value
    return told
