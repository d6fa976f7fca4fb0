"""What is made when it is first used: regular expressions, values of other modules.

A hundred patterns take a tenth of the time in which a branch is checked to compile, and
most are for what is wrong in a file: they are not used where nothing is.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled at first use. Raises re.error only then."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def value_of(path: str) -> Any:
    """The value that `module:name` names; the module is imported only now."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


class _Late:
    """Stands for a pattern; what was once asked of it is kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found
