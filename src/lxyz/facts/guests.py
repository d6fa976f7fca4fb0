"""How many guests sat in (列席), by the line of guests: 群众代表8人、机关党委2人, or names:
积极分子许诺、高远.

Nothing is guessed. Where a part may mean several people (群众), or people who may not
have come (原定8人, 群众未到), only the number that is certain counts. The words are `guests`
in `vocabulary.yaml` and `patterns.txt`.
"""

from __future__ import annotations

from functools import lru_cache

from lxyz.base.late import late
from lxyz.base.named import NamedTuple
from lxyz.dates.days import cn_number
from lxyz.vocabulary import folded
from lxyz.vocabulary.phrases import Phrases, patterns

_PART = late(r"(?:[^、，,；;\n（）()]|[（(][^（）()]*[）)])+")
_DIGIT = late("[0-9]")
_MOST = 500


class Part(NamedTuple):
    """One part of a line of guests.

    - `who`: who they are, as written
    - `least`: how many they are at least
    - `most`: how many they are at most; None if that is not known
    """

    who: str
    least: int
    most: int | None


class _Guests(Phrases):
    """The pattern of a number of people, and that of words which make the number
    uncertain."""

    number, unclear = patterns(2)


_GUESTS = _Guests("guests")


@lru_cache(maxsize=512)
def guests_in(text: str) -> tuple[Part, ...]:
    """The parts of a line of guests. Only its first 500 characters are read; a longer
    line gets one more part of unknown number."""
    parts: list[Part] = []
    for piece in map(folded, _PART.findall(text[:_MOST])):
        part, is_all = _part(piece)
        if is_all and not part.who and any(one.most is not None for one in parts):
            continue  # 群众5人、干部3人，共8人: the sum adds nobody
        while is_all and parts and parts[-1].most is None and parts[-1].least:
            part = part._replace(who=parts.pop().who)
        parts.append(part)
    return (*parts, *((Part("", 0, None),) if len(text) > _MOST else ()))


def number_of(text: str) -> int | None:
    """How many people sat in; None if the line does not say it exactly."""
    parts = guests_in(text)
    least = sum(one.least for one in parts)
    return least if all(one.most == one.least for one in parts) else None


def _part(piece: str) -> tuple[Part, bool]:
    """One part of the line; and whether its number includes the parts before it (等8人,
    共8人)."""
    numbers = list(_GUESTS.number.finditer(piece))
    if _GUESTS.unclear.search(piece) or len(numbers) > 1:
        return Part(piece, 0, None), False
    if not numbers:
        return Part(piece, 0 if _DIGIT.search(piece) else 1, None), False
    (found,) = numbers
    among, in_all, number, more = found.groups()
    before, least = piece[: found.start()], int(cn_number(number.replace("两", "二")))
    is_all = among is not None or (in_all is not None and not before)
    who = before or ("" if is_all else piece[found.end() :])
    return Part(who, least, None if more else least), is_all
