"""Values of facts as texts and numbers, and whether they are the words of a rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from lxyz.base.late import late
from lxyz.denial.texts import affirmed, told_in
from lxyz.facts.fact import GUESTS
from lxyz.kinds.spelling import (
    BAR,
    GAP,
    beginnings,
    may_be_one,
    plain,
    rank_of,
    sought,
    stands_in,
)
from lxyz.kinds.world import World
from lxyz.packs.model import Limits
from lxyz.packs.number import Number, exact, number

_NUMBERING = late(r"^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*")
# The characters, besides digits, with which a heading's numbering may begin.
_NUMBERS = frozenset("（(一二三四五六七八九十")
_NUMERALS = late(r"\*?([一二三四五六七八九十\d]{1,3})")
_POINTS = late(r"([+-]?\d+(?:\.\d+)?)\s*分")
_HEADINGS = frozenset(
    "sections written_sections steps name agenda lists named_lists topic".split()
)
_LOOSE = frozenset(("rank", "evidence"))
"""Attributes whose value may be meant by a word that does not resemble it."""
_LONGEST_POWER = len("+99")
# Evidence of which only the ending is known: a PDF may hold pictures as well as text.
_EITHER = "file"


def shown(value: Number) -> str:
    """A number as it is shown: hours as 1.5, a share as 2/3."""
    if isinstance(value, int):  # nearly all
        return str(value)
    if value > 1 and 1000 % value.denominator == 0:
        return f"{float(value):g}"
    return str(value)


def texts(value: Any) -> list[str]:
    """A value as a list of texts to compare."""
    if isinstance(value, (frozenset, tuple, list, set)):
        # A step is (name, day, group): its name is what is compared.
        return [str(one[0] if isinstance(one, tuple) else one) for one in value]
    return [value.isoformat() if isinstance(value, date) else str(value)]


def common(one: Any, other: Any) -> bool:
    """Whether two values share a text."""
    return bool(
        {plain(text) for text in texts(one)} & {plain(text) for text in texts(other)}
    )


def equal(world: World, attribute: str, word: str, value: Any) -> bool:
    """Whether a value is a word in one of its forms; a set: contains it.

    Quotes and marks between words do not count, nor the numbering of a heading. Of
    materials a title that holds the word counts, too, as titles are written in many
    ways. A PDF proves a picture as well as a text. A text that says that it was not
    done (`denial`) is no match."""
    return spelt(world.forms(attribute, word), attribute, value)


def spelt(forms: frozenset[str], attribute: str, value: Any) -> bool:
    """Whether a value is, or contains, a word in one of its forms.

    Many facts say the same, so texts and sets of texts are compared only once."""
    if isinstance(value, (str, frozenset)):
        return _spelt(forms, attribute, value)
    return _spelt.__wrapped__(forms, attribute, value)


@lru_cache(maxsize=2048)
def _spelt(forms: frozenset[str], attribute: str, value: Any) -> bool:
    return any(
        _holds(forms, attribute, text) and not is_denied(forms, attribute, text)
        for text in ((value,) if isinstance(value, str) else texts(value))
    )


def entries(attribute: str, value: Any) -> set[str]:
    """The forms under which a value is found in an index; a heading with its number and
    without."""
    every = texts(value)
    found = set(map(plain, every))
    if attribute in _HEADINGS:
        found.update(plain(_NUMBERING.sub("", text)) for text in every)
    return found


def found_by(
    forms: frozenset[str], attribute: str, every: Collection[str]
) -> Iterable[str]:
    """The entries of many values (`entries`) that may match a word in one of its
    forms."""
    if attribute in _LOOSE or any(GAP in form or BAR in form for form in forms):
        return every
    if attribute != "materials":
        return forms.intersection(every)
    return {one for form in forms for one in every if form in one}


def may_share(one: frozenset[str], other: frozenset[str], attribute: str) -> bool:
    """Whether one text of an attribute can be a form of each of two words.

    A heading is compared with its number and without."""
    if may_be_one(one, other):
        return True
    if attribute not in _HEADINGS:
        return False
    return may_be_one(_unnumbered(one), other) or may_be_one(one, _unnumbered(other))


@lru_cache(maxsize=1024)
def _unnumbered(forms: frozenset[str]) -> frozenset[str]:
    """The rests of forms that begin like a heading's number, for each number it may be.

    Example: `*` for `十*`."""
    return frozenset(
        form[end:]
        for form in forms
        if (found := _NUMERALS.match(form))
        for end in range(found.start(1) + 1, found.end(1) + 1)
    )


def is_denied(forms: frozenset[str], attribute: str, text: str) -> bool:
    """Whether a text holds a word in one of its forms only to say that it was not done.

    A text that is such a form as a whole denies nothing."""
    told = told_in()
    if attribute not in told["texts"] or not text or plain(text) in forms:
        return False
    if not _holds(forms, attribute, text):
        return False
    rest = affirmed(
        text,
        beginnings(forms),
        coming=attribute in told["deeds"],
        arranged=attribute in told["acts"],
    )
    return rest is not None and not _holds(forms, attribute, rest)


def _holds(forms: frozenset[str], attribute: str, text: str) -> bool:
    """Whether a text is, or holds, a word in one of its forms, denied or not."""
    form = plain(text)
    if form in forms:
        return True
    (words, gaps, careful), within = sought(forms), attribute == "materials"
    if attribute in _HEADINGS and (text[:1] in _NUMBERS or text[:1].isdecimal()):
        form = plain(_NUMBERING.sub("", text))
        if form in forms:
            return True
    for word in words:
        if word in form:
            return True
    if any((one.is_in if within else one.is_all_of)(form) for one in gaps):
        return True
    if within and any(len(one) > 1 and one in form for one in forms):
        return True
    for one in careful:
        if stands_in(one, text, within=within):
            return True
    if attribute == "rank" and rank_of(text) in map(rank_of, forms):
        return True
    return attribute == "evidence" and text == _EITHER


def size(value: Any) -> Number | None:
    """A value as a number; None where it is none.

    The number of a set is its length; a text may have 分 behind its number."""
    if isinstance(value, (frozenset, tuple, list)):
        return len(value)
    if hasattr(value, "numerator"):  # an int, or a Fraction
        return value  # type: ignore[no-any-return]
    text = str(value).strip()
    points = _POINTS.fullmatch(text)
    if len(text.lower().partition("e")[2]) > _LONGEST_POWER:
        return None  # a number of a billion digits would be made of it
    try:
        return exact(points[1] if points else text)
    except (ValueError, ZeroDivisionError):
        return None


def amount_of(attrs: Mapping[str, Any], name: str) -> Number | None:
    """An attribute as a number; None where it is not written or no number."""
    value = attrs.get(name)
    if name == GUESTS and value is not None:
        from lxyz.facts.guests import number_of

        return number_of(value)
    return None if value is None else size(value)


def keeps(amount: Number, limits: Limits, whole: Number = 1) -> bool:
    """Whether an amount keeps its limits; with a `whole`, limits are shares of it."""
    least, most, over, under = limits
    return (
        (least is None or amount >= number(least) * whole)
        and (most is None or amount <= number(most) * whole)
        and (over is None or amount > number(over) * whole)
        and (under is None or amount < number(under) * whole)
    )
