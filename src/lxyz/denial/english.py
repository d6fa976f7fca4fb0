"""Puts an English remark on a sitting into the Chinese words that the patterns know:
`Lecture cancelled because of flooding` becomes 党课取消，因flooding.

The patterns then decide what the remark denies, as for a Chinese one. The words stand
in `english.yaml`.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from lxyz.base.late import late
from lxyz.denial.nothing import NOTHING
from lxyz.vocabulary.phrases import Phrases, one_of
from lxyz.vocabulary.written import texts_of

_LONGEST = 160
"""Texts of more letters are minutes."""
_DASH = late(r"\s+-+\s+|:\s+")
_BLANK = late(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])")


class _English(Phrases):
    """The words of `english.yaml`. The file is read when an English text first has a
    word of denial."""

    @cached_property
    def lists(self) -> dict[str, Any]:
        """The lists of the file, by their names."""
        return texts_of(Path(__file__).parent / "english.yaml")

    @cached_property
    def said(self) -> dict[str, str]:
        """The Chinese word for each English one."""
        said = self.lists["words"].items()
        return {one: word for word, every in said for one in every.split("、")}

    @cached_property
    def word(self) -> re.Pattern[str]:
        """Finds one of the English words."""
        return re.compile(rf"\b{one_of(self.said)}(?![a-z'-])", re.IGNORECASE)

    @cached_property
    def day(self) -> re.Pattern[str]:
        """Finds a day: 24 June, June 24th."""
        month = rf"({one_of(self.words('months'))})[a-z]*\.?"
        number = r"(\d{1,2})(?:st|nd|rd|th)?"
        return re.compile(rf"\b{number} {month}|\b{month} {number}", re.IGNORECASE)

    def day_of(self, found: re.Match[str]) -> str:
        """The day in Chinese: 6月24日."""
        month = self.words("months").index((found[2] or found[3]).lower()) + 1
        return f"{month}月{found[1] or found[4]}日"


_ENGLISH = _English("english")


def in_chinese(text: str) -> str:
    """An English text with its words of denial, of sittings and of days in Chinese. Any
    other text is given back unchanged, and so is a long one (minutes)."""
    return _in_chinese(text) if text.isascii() and len(text) <= _LONGEST else text


@lru_cache(maxsize=256)
def _in_chinese(text: str) -> str:
    told = text.lower()
    if not any(word in told for word in NOTHING.words("english_may")):
        return text
    told = _DASH.sub("，", _ENGLISH.day.sub(_ENGLISH.day_of, text))
    told = _ENGLISH.word.sub(lambda found: _ENGLISH.said[found.group().lower()], told)
    return _BLANK.sub("", told).strip("，")
