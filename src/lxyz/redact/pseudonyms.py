"""Replaces names in texts by pseudonyms.

A name is found by its letters, even with blanks, dots or full-width forms between them;
the longest known name is taken. A word of the vocabulary stays, even if it contains a
name: 主题党日 is not about a member called 党日.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from lxyz.base.characters import DOTS, FILLERS, HAN, is_unseen
from lxyz.base.late import late
from lxyz.redact.titles import before_title, surname, told_apart
from lxyz.report import Person
from lxyz.vocabulary import folded, folded_name, words_of, written

SOMEBODY = "某"
"""What stands for the surname in 王书记: whose it is, a surname does not say."""
ANYBODY = "某某"
"""What stands for 张伟 where one is called 大张伟 and another 小张伟."""
WITHHELD = "…"
"""What stands for a text that cannot be told from a name."""
_BETWEEN = f"\\s\u200b{DOTS}."
_STREWN = f"[{_BETWEEN}]{{0,3}}"
_LETTERS = late(f"[^{_BETWEEN}]")
_UNSEEN = "\u200b"
"""What stands, in a text that is looked through, for each character that nobody sees."""
_IS_HAN = late(f"[{HAN}]")
_AFTER_HAN, _BEFORE_HAN = f"(?<![{HAN}])", f"(?![{HAN}])"
_AFTER_LETTER, _BEFORE_LETTER = f"(?<![^\\W\\d_{HAN}])", f"(?![^\\W\\d_{HAN}])"
_PLAIN = late(r"[\d\s.,:/年月日时分%+~–-]*|\W")
_PRIVATE = late(r"\d{8}")
_ID = late(r"[a-z0-9-]+/[a-z0-9_~/-]+")
_LITTLE = frozenset("任于和向从与由经对及时单方常安为自给同各")
"""Surnames that are little words, too: behind another letter they are none."""


class Pseudonyms:
    """The pseudonyms of these people; made once for a branch."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name: dict[str, str] = {}
        self._by_bare: dict[str, str] = {}
        surnames: dict[str, None] = {}
        for name, pseudonym in people:
            shared = told_apart(name)
            surnames[surname(shared or name) if pseudonym else name] = None
            if pseudonym:
                self._by_name.setdefault(folded_name(name), pseudonym)
            if shared:
                self._by_bare[_bare(shared)] = ANYBODY
        for name, said in self._by_name.items():
            if bare := _bare(name):  # a dot alone is a name to nobody
                self._by_bare[bare] = said
        self._pattern = _pattern([*self._by_bare], [one for one in surnames if one])
        self._told: dict[str, str] = {}

    def person(self, name: str) -> str:
        """What stands for the name of one person; what is nobody's name is a text."""
        return self._by_name.get(folded_name(name)) or self.text(name)

    def text(self, text: str) -> str:
        """A text with pseudonyms for the names in it."""
        found = self._told.get(text)
        if found is None:
            found = self._told[text] = "".join(self._parts(text))
        return found

    def quoted(self, text: str) -> str:
        """What was quoted of a record that could not be read. It may be, or hold, the
        name of one whom no record holds as a person: numbers and words of records
        stay, people have their pseudonyms, all else is withheld."""
        if _PLAIN.fullmatch(text) and not _PRIVATE.search(text):
            return text
        if _ID.fullmatch(text):
            return self.text(text)
        told = [
            self._by_name.get(folded_name(part))
            or (part if folded(part) in _words() else "")
            for part in text.split("、")
        ]
        return "、".join(told) if all(told) else WITHHELD

    def _parts(self, text: str) -> Iterator[str]:
        text = unicodedata.normalize("NFC", text)
        plain, places = _plain(text)
        end = 0
        for match in self._pattern.finditer(plain):
            bare = _bare(match[0])
            if bare in _han_words():
                continue
            yield text[end : places[match.start()]]
            end = places[match.end() - 1] + 1
            said = self._by_bare.get(bare, SOMEBODY)
            yield said
            # 党员01 before a digit would be another number.
            if said[-1:].isdigit() and text[end : end + 1].isdigit():
                yield "-"
        yield text[end:]


def _pattern(names: list[str], surnames: list[str]) -> re.Pattern[str]:
    """Words that stay and names, the longest first; then surnames before a title."""
    held = {word for word in _han_words() if any(name in word for name in names)}
    each = [(-len(word), re.escape(word)) for word in held]
    each += [(-len(name), _of_name(name)) for name in names if name not in held]
    choices = [one for _, one in sorted(each)]
    choices += [_of_surname(one) for one in surnames]
    return re.compile("|".join(choices) or "(?!)", re.IGNORECASE)


def _of_name(name: str) -> str:
    """The pattern of a name: one of a single letter only where no other is near it,
    one in an alphabet only as a whole word."""
    inner = _STREWN.join(re.escape(one) for one in name)
    if len(name) == 1:
        return f"{_AFTER_HAN}{_AFTER_LETTER}{inner}{_BEFORE_HAN}{_BEFORE_LETTER}"
    before = "" if _IS_HAN.match(name[0]) else _AFTER_LETTER
    after = "" if _IS_HAN.match(name[-1]) else _BEFORE_LETTER
    return f"{before}{inner}{after}"


def _of_surname(one: str) -> str:
    behind = _AFTER_HAN if one in _LITTLE else ""
    return f"{behind}{re.escape(one)}{before_title()}"


def _bare(text: str) -> str:
    """A name without what is strewn into it."""
    plain, _ = _plain(unicodedata.normalize("NFKC", text))
    return "".join(_LETTERS.findall(plain)).casefold()


def _plain(text: str) -> tuple[str, list[int]]:
    """A text letter by letter in its compatible form, and where each stood."""
    if text.isascii():
        return text, [*range(len(text))]
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        form = _UNSEEN if _is_strewn(letter) else unicodedata.normalize("NFKC", letter)
        letters.append(form)
        places.extend([place] * len(form))
    return "".join(letters), places


def _is_strewn(letter: str) -> bool:
    """Whether a letter may stand in a name and leave it looking as it is: nothing to
    see, or a mark over another letter."""
    if letter.isalnum() or letter.isspace():
        return letter in FILLERS  # of these alone some are letters
    return is_unseen(letter) or unicodedata.category(letter) in ("Me", "Mn")


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """All words of records, folded."""
    found: set[str] = set()

    def take(slug: str, entry: Any) -> None:
        for one in entry if isinstance(entry, list) else [entry]:
            found.update(folded(word) for word in words_of(slug, one))

    data = written()
    for part in ("kinds", "words"):
        for slug, entry in data[part].items():
            take(slug, entry)
    for part in ("keys", "values"):
        for entries in data[part].values():
            for slug, entry in entries.items():
                take(slug, entry)
    return frozenset(found)


@lru_cache(maxsize=1)
def _han_words() -> frozenset[str]:
    """Those in Han letters, which stand in texts without blanks around them."""
    return frozenset(word for word in _words() if _IS_HAN.match(word))
