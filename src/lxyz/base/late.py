"""Things made at their first use: regular expressions, and values of other modules.

To compile a hundred patterns takes a tenth of the time of checking one branch. Most of
them describe mistakes in a file, so a run over correct files never needs them.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled when one of its methods is first used. Only then is
    re.error raised."""
    return cast("re.Pattern[str]", _Late(pattern, flags))


def value_of(path: str) -> Any:
    """The value that a path `module:name` names; the module is imported by this
    call."""
    module, _, name = path.partition(":")
    return getattr(import_module(module), name)


class _Late:
    """Stands for a compiled pattern. Each attribute is kept after its first use."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._given), name)
        setattr(self, name, found)
        return found
