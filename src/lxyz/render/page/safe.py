r"""Text that others wrote, made safe to print.

A record may hold anything: escape sequences that erase a line and forge a green one,
marks that turn the reading direction, characters nobody sees, lone surrogates that no
stream can encode. Each becomes visible as `\u{…}`. Every text that comes from a
record, a file name or a pack passes here before it is printed.
"""

from __future__ import annotations

import re
import unicodedata

from lxyz.base.characters import FILLERS, SIGNS, is_unseen
from lxyz.base.late import late

_UNSEEN = frozenset(FILLERS + SIGNS)
_NOT_SHOWN = frozenset(("Cs", "Zl", "Zp"))
# The beginning of a line that a CI service takes for a command.
_COMMAND = late(r"^(\s*):(?=:)", re.MULTILINE)
_OLD_COMMAND = late(r"##(?=\[|vso\[)")


def clean(text: str) -> str:
    """A text on one line, with control and invisible characters made visible."""
    if not text.isprintable():
        text = "".join(_shown(char) if _is_bad(char) else char for char in text)
    elif not _UNSEEN.isdisjoint(text):
        text = "".join(_shown(char) if char in _UNSEEN else char for char in text)
    return text


def shortened(text: str, most: int) -> str:
    """A text of at most `most` characters; `…` stands for what was cut off."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def defused(text: str) -> str:
    """Finished output in which no line is a command to a CI service (`::error …`)."""
    if "::" in text:
        text = _COMMAND.sub(r"\1\\u{3A}", text)
    return _OLD_COMMAND.sub(r"#\\u{23}", text) if "##" in text else text


def _is_bad(char: str) -> bool:
    if is_unseen(char) or unicodedata.category(char) in _NOT_SHOWN:
        return True
    return ord(char) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(char) <= 0xFDEF


def _shown(char: str) -> str:
    return f"\\u{{{ord(char):X}}}"
