"""How many sat in (列席), where a line of guests says it: 群众代表8人、机关党委2人, or
names them, one by one: 积极分子许诺、高远.

Nothing is guessed: of what may be several (群众), or may not have come (原定8人, 群众未到),
only that is taken which is sure. The words are `guests` in `vocabulary.yaml` and `patterns.txt`.
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
    """Some of those who sat in: who they are said to be, how many at least, and at most
    (None: nobody knows)."""

    who: str
    least: int
    most: int | None


class _Guests(Phrases):
    """How many there were, and words by which that is not known."""

    number, unclear = patterns(2)


_GUESTS = _Guests("guests")


@lru_cache(maxsize=512)
def guests_in(text: str) -> tuple[Part, ...]:
    """Those who sat in, by the line that says so."""
    parts: list[Part] = []
    for piece in map(folded, _PART.findall(text[:_MOST])):
        part, is_all = _part(piece)
        if is_all and not part.who and any(one.most is not None for one in parts):
            continue  # 群众5人、干部3人，共8人: told already
        while is_all and parts and parts[-1].most is None and parts[-1].least:
            part = part._replace(who=parts.pop().who)
        parts.append(part)
    return (*parts, *((Part("", 0, None),) if len(text) > _MOST else ()))


def number_of(text: str) -> int | None:
    """How many sat in; None where the line does not say it."""
    parts = guests_in(text)
    least = sum(one.least for one in parts)
    return least if all(one.most == one.least for one in parts) else None


def _part(piece: str) -> tuple[Part, bool]:
    """One part of the line, and whether those named before it are among them."""
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
