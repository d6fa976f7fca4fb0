"""When two words are the same, and which is most like another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from lxyz.base.late import late

_BLANKS = late("[\\s\u00ad\u200b-\u200d\u2060\ufeff]+")
_WIDE = tuple(zip("，；：！？（）", ",;:!?()", strict=True))
_DOTS = str.maketrans(dict.fromkeys("•‧∙⋅・･", "·"))
_DOT_IN_HAN = late("(?<=[\u3400-\u9fff])\\.(?=[\u3400-\u9fff])")
LONGEST_WORD = 60
"""Characters of a word for which a like one is looked for."""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The form of a word for comparison only: NFKC, no blanks, lower case."""
    plain = unicodedata.normalize("NFKC", text)
    if " " in plain or not plain.isprintable():
        plain = _BLANKS.sub("", plain)
    return plain.lower()


def fold(text: str) -> str:
    """The same of a text that is longer than a word, and not worth keeping. But for its
    wide marks it nearly always is in that form, and that is found out quicker than it
    is made."""
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return folded.__wrapped__(text)


@lru_cache(maxsize=8192)
def folded_name(text: str) -> str:
    """The form of a person's name for comparison only: no blanks between Han, nothing
    of zero width, middle dots alike."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isalpha():
        return plain  # nearly all: no blanks, no dots
    if any("\u3400" <= one <= "\u9fff" for one in plain):
        plain = _BLANKS.sub("", plain)
        if "." in plain:
            plain = _DOT_IN_HAN.sub("·", plain)
    return plain.translate(_DOTS)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.55) -> str:
    """The known word most like this one, or an empty text (for a text of any length)."""
    if not 0 < len(word) <= LONGEST_WORD:
        return ""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return found[0] if found else ""
