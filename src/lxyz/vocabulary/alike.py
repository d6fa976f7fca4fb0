"""When two words are the same, and which is most like another; how a text is read that
has in it what nobody sees."""

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
# Letters set apart, as titles are in print: 因 故 未 开 展.
_APART = late(rf"(?<!{_HAN}){_HAN}(?:[^\S\n]+{_HAN})+(?!{_HAN})")
# A blank that parts nothing; the reader of files puts it for what it left out of a word.
_NOT_PARTED = late(f"(?<={_HAN})\xa0+(?={_HAN})")
_UNSEEN_MARKS = late(f"[{FILLERS}{SIGNS}{VARIANTS}]")
_SUCH = "\u034f\u3164\ufe0f\uffa0"
"""The most usual of these: that none is there is found out quicker than by the pattern."""
_MINUTES = 150
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


def legible(text: str) -> str:
    """A text as people read it: without what nobody sees, and with words whose letters
    stand apart as words. In no other way would 因 故 未 开 展 be the denial that it is.
    Long minutes stay as they are: nobody sets apart the letters of so much."""
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


class Likes:
    """Which of some known words each of others is most like; each is looked for once,
    and no more than some hundreds are: of thousands the first are told of."""

    MOST = 200

    def __init__(self, known: Iterable[str], cutoff: float = 0.55) -> None:
        self._known = list(known)
        self._cutoff = cutoff
        self._found: dict[str, str] = {}

    def of(self, word: str) -> str:
        """The known word most like this one, or an empty text."""
        if word not in self._found:
            few = len(self._found) < self.MOST
            like = nearest(word, self._known, self._cutoff) if few else ""
            self._found[word] = like
        return self._found[word]
