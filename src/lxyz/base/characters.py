"""Characters of a sort, all in one place: Han letters, dots in names, and those that
nobody sees. Each text is a part of a class of a pattern, `[…]`; `DOTS`, `FILLERS`, `SIGNS`
and `LOST` have no ranges in them and may be gone through.
"""

from __future__ import annotations

from unicodedata import category

HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
DOTS = "·•‧∙⋅・･"
"""What stands between the parts of a name; the first is the one that is meant."""
FORMATS = (
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\U000e0001-\U000e007f"
)
"""Of no width: where a line may break, which way letters run, operators, tags."""
JOINERS = "\u200c\u200d"
"""Of no width too, but some scripts are written with them."""
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""What Unicode has for letters and marks, and shows nothing."""
SIGNS = "\u2800\ufffc"
"""The same of signs: the blank of Braille, the place of a picture."""
VARIANTS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
"""What chooses the form of the character before it: of an emoji, of a rare Han letter."""
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
"""Controls but for the tab and the ends of lines."""
LINE_ENDS = "\u2028\u2029"
"""Ends of lines that YAML does not know."""
LOST = "\ufffd"
"""A character that was lost before."""
NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"


def is_unseen(char: str) -> bool:
    """Whether it is a control, or nobody sees it by itself."""
    return char in FILLERS + SIGNS or category(char) in ("Cc", "Cf")
