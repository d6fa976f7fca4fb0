"""Numbers as packs write them: `8`, `1/2`, `10%`, `0.5`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction

Number: TypeAlias = "int | Fraction"


@lru_cache(maxsize=512)
def number(text: str) -> Number:
    """A number as packs write it; `10%` is 1/10.

    A parameter without a value never comes here: the rule is undecidable before."""
    if text.isdecimal():
        return int(text)  # nearly all
    value = exact(text[:-1]) / 100 if text.endswith("%") else exact(text)
    return value.numerator if value.denominator == 1 else value


def known(text: str | None) -> Number | None:
    """A number, if it is written; None for nothing and for a parameter without a
    value."""
    return None if text is None or text.startswith("$") else number(text)


def exact(value: str | Number, whole: int = 1) -> Fraction:
    """A number as written, or a share of a whole, exactly.

    Raises ValueError or ZeroDivisionError where it is none."""
    from fractions import (
        Fraction,
    )  # it takes long to import, and few checks know shares

    return Fraction(value) / whole
