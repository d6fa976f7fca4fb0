"""English nouns in number: 1 gap, 2 gaps, 8 collective studies, 3 records of publicity.

Chinese has no number; its measure words are in `lxyz.render.wording.words.measure`.
"""

from __future__ import annotations

_HISS = ("s", "x", "ch", "sh")
_OWN = {"analysis": "analyses", "quiz": "quizzes"}
# Nouns without singular and plural: their records are counted instead.
_UNCOUNTED = frozenset(
    "assistance contact criteria education guidance publicity requirements resources "
    "rules self-study service solicitation statistics support systems training".split()
)


def some(number: int, noun: str) -> str:
    """A number with its noun: `1 gap`, `2 gaps`."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """The plural of a noun phrase; its noun is what stands before ` of `."""
    head, of, rest = noun.partition(" of ")
    last = head.rpartition(" ")[2]
    if last in _OWN:
        head = f"{head.removesuffix(last)}{_OWN[last]}"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        head = f"{head[:-1]}ies"
    else:
        head += "es" if head.endswith(_HISS) else "s"
    return f"{head}{of}{rest}"


def counted(noun: str, *, one: bool) -> str:
    """A noun as it follows a number (`one`: the number 1).

    A noun without a plural gives its records: `records of publicity`."""
    last = noun.partition(" of ")[0].rpartition(" ")[2]
    if last in _UNCOUNTED:
        return f"{'record' if one else 'records'} of {noun}"
    return noun if one else plural(noun)
