"""Comparison of words (equal, most alike), and the legible form of a text that holds
characters that cannot be seen."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from lxyz.base.characters import (
    DOTS,
    FILLERS,
    FORMATS,
    HAN,
    JOINERS,
    SIGNS,
    VARIANTS,
    is_unseen,
)
from lxyz.base.late import late

_BLANKS = late(f"[\\s{FORMATS}{JOINERS}]+")
_WIDE = tuple(zip("，；：！？（）", ",;:!?()", strict=True))
_DOTS = str.maketrans(dict.fromkeys(DOTS, DOTS[0]))
_HAN = f"[{HAN}]"
_DOT_IN_HAN = late(rf"(?<={_HAN})\.(?={_HAN})")
# Characters with blanks between them, as in printed titles: 因 故 未 开 展.
_APART = late(rf"(?<!{_HAN}){_HAN}(?:[^\S\n]+{_HAN})+(?!{_HAN})")
# A no-break blank inside a word: `files.decode` puts it in place of an unseen
# character.
_NOT_PARTED = late(f"(?<={_HAN})\xa0+(?={_HAN})")
_UNSEEN_MARKS = late(f"[{FILLERS}{SIGNS}{VARIANTS}]")
_SUCH = "\u034f\u3164\ufe0f\uffa0"
"""The most usual of the unseen marks, for a test that is quicker than the pattern."""
_MINUTES = 150
LONGEST_WORD = 60
"""For a word of more characters no similar word is looked for."""


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """The form of a word that is used only for comparison: NFKC, no blanks, lower case.
    Cached."""
    plain = unicodedata.normalize("NFKC", text)
    if " " in plain or not plain.isprintable():
        plain = _BLANKS.sub("", plain)
    return plain.lower()


def fold(text: str) -> str:
    """The folded form (see `folded`) of a longer text, not cached. Wide punctuation is
    replaced first: after that nearly every text is in NFKC already, which is quick to
    see."""
    for wide, narrow in _WIDE:
        text = text.replace(wide, narrow)
    return folded.__wrapped__(text)


def legible(text: str) -> str:
    """A text as people read it: without unseen characters, and without blanks between
    the characters of a word, so that 因 故 未 开 展 is read as the denial it is.

    A text of more than 150 characters stays as it is: nobody puts blanks into all of
    that.
    """
    if len(text) > _MINUTES:
        return text
    if text.isprintable():
        if " " not in text and not any(map(text.__contains__, _SUCH)):
            return text
    else:
        text = "".join(one for one in text if one == "\n" or not is_unseen(one))
    text = _NOT_PARTED.sub("", _UNSEEN_MARKS.sub("", text))
    return _APART.sub(lambda found: "".join(found.group().split()), text)


@lru_cache(maxsize=8192)
def folded_name(text: str) -> str:
    """The form of a person's name that is used only for comparison: no blanks between
    Han characters, no zero-width characters, one form of the middle dot. Cached."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain.isalpha():
        return plain  # nearly all: no blanks, no dots
    if any("\u3400" <= one <= "\u9fff" for one in plain):
        plain = _BLANKS.sub("", plain)
        if "." in plain:
            plain = _DOT_IN_HAN.sub("·", plain)
    return plain.translate(_DOTS)


def nearest(word: str, known: Iterable[str], cutoff: float = 0.55) -> str:
    """The known word that is most like this one, or "". `cutoff` is the least likeness,
    from 0 to 1. A word may be of any length; a too long one gives ""."""
    if not 0 < len(word) <= LONGEST_WORD:
        return ""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=cutoff)
    return found[0] if found else ""


class Likes:
    """Finds the known word that is most like another. Each answer is kept; after `MOST`
    different words the answer is "", as each search takes time."""

    MOST = 200

    def __init__(self, known: Iterable[str], cutoff: float = 0.55) -> None:
        self._known = list(known)
        self._cutoff = cutoff
        self._found: dict[str, str] = {}

    def of(self, word: str) -> str:
        """The known word that is most like this one, or ""."""
        if word not in self._found:
            few = len(self._found) < self.MOST
            like = nearest(word, self._known, self._cutoff) if few else ""
            self._found[word] = like
        return self._found[word]
