"""Classes of characters: Han characters, the dots in names, and characters that cannot
be seen.

Each constant is written to stand inside the brackets `[…]` of a regular expression, so
it may hold ranges (`a-z`). `DOTS`, `JOINERS`, `FILLERS`, `SIGNS`, `LINE_ENDS` and
`LOST` hold no ranges and may be iterated over.
"""

from __future__ import annotations

from unicodedata import category

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
DOTS = "·•‧∙⋅・･"
"""Dots between the parts of a name (买买提·艾力); the first is the correct one."""
FORMATS = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0001-\U000e007f"
)
"""Format characters without width: line-break hints, text direction, operators,
tags."""
JOINERS = "\u200c\u200d"
"""Without width too, but some scripts need them to be written correctly."""
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Characters that Unicode counts as letters or marks, but that show nothing."""
SIGNS = "\u2800\ufffc"
"""Characters that Unicode counts as symbols, but that show nothing: the Braille blank
and the placeholder of an embedded object."""
VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""Variation selectors: they choose the form of the character before them (an emoji, a
rare Han character)."""
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Control characters, without the tab, the line feed and the carriage return."""
LINE_ENDS = "\u2028\u2029"
"""The Unicode line separator and paragraph separator: no line ends in a record file."""
LOST = "\ufffd"
"""The replacement character: an earlier program could not decode what stood here."""
NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
"""Code points that Unicode guarantees never to be characters."""


def is_unseen(char: str) -> bool:
    """Whether a character is a control, or cannot be seen when it stands alone."""
    return char in FILLERS + SIGNS or category(char) in ("Cc", "Cf")
