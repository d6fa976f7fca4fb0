"""Which of two rules asks for more, where that can be said at all.

Two rules compare if they say the same of the same, and differ only in how much, how
often, in which days, how late, and with how much weight.
"""

from __future__ import annotations

from typing import Any

from lxyz.packs.model import Count, Rule, When

_WORDS = frozenset(
    "id title title_en covers reading remedy remedy_en under fold from_ to years debtor "
    "attest_en modality except_ late when count".split()
)
_LENGTHS = {"year": 12, "half": 6, "quarter": 3, "two-months": 2, "month": 1}
_WEIGHTS = ("goal", "may", "should", "must")
_DAYS = frozenset(("every", "from_", "to", "by", "late", "within"))
_BOUNDS = frozenset(("min", "max", "over", "under"))


def stricter(base: Rule, rule: Rule) -> int | None:
    """1: the rule asks for more than the base; -1: for less; 0: for the same; None:
    they do not compare."""
    if base.model_dump(exclude=set(_WORDS)) != rule.model_dump(exclude=set(_WORDS)):
        return None
    steps: list[int | None] = [
        _sign(_WEIGHTS.index(rule.modality) - _WEIGHTS.index(base.modality)),
        _exceptions(base, rule),
        *_counts(base.count, rule.count),
        *_whens(_when(base), _when(rule)),
    ]
    signs = {step for step in steps if step != 0}
    if not signs:
        return 0
    return signs.pop() if len(signs) == 1 else None


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _exceptions(base: Rule, rule: Rule) -> int | None:
    """Fewer exceptions ask for more."""
    if base.except_ == rule.except_:
        return 0
    if base.except_ and rule.except_:
        return None
    return 1 if base.except_ else -1


def _counts(base: Count | None, rule: Count | None) -> list[int | None]:
    if base is None or rule is None:
        return []
    bounds = set(_BOUNDS)
    if base.model_dump(exclude=bounds) != rule.model_dump(exclude=bounds):
        return [None]
    return [
        _numbers(
            base.min or (None if base.over else "1"),
            rule.min or (None if rule.over else "1"),
            1,
        ),
        _numbers(base.over, rule.over, 1),
        _numbers(base.max, rule.max, -1),
        _numbers(base.under, rule.under, -1),
    ]


def _numbers(base: str | None, rule: str | None, more: int) -> int | None:
    """Compares bounds; `more` is what a larger one means. A bound where there was none
    asks for more."""
    from fractions import Fraction

    if base == rule:
        return 0
    if base is None or rule is None:
        return 1 if base is None else -1
    if not base[0].isdigit() or not rule[0].isdigit() or "%" in base + rule:
        return None
    return _sign(int(Fraction(rule) > Fraction(base)) * 2 - 1) * more


def _when(rule: Rule) -> dict[str, Any]:
    """A rule's span as plain values, `late` being said in either place."""
    when = rule.when if isinstance(rule.when, When) else When(every="year")
    values = when.model_dump()
    values["late"] = rule.late or when.late
    values["now"] = rule.when == "now"
    return values


def _whens(base: dict[str, Any], rule: dict[str, Any]) -> list[int | None]:
    if any(base[name] != rule[name] for name in base if name not in _DAYS):
        return [None]
    return [
        _periods(base["every"], rule["every"]),
        _later(base["from_"], rule["from_"], 1),
        _later(base["to"], rule["to"], -1),
        _later(base["by"], rule["by"], -1),
        _later(base["within"], rule["within"], -1),
        _lates(base["late"], rule["late"]),
    ]


def _periods(base: str | None, rule: str | None) -> int | None:
    """Shorter periods, where one holds a whole number of the other, ask for more."""
    if base == rule:
        return 0
    one, other = _LENGTHS.get(base or ""), _LENGTHS.get(rule or "")
    if one is None or other is None or max(one, other) % min(one, other):
        return None
    return _sign(one - other)


def _later(base: str | None, rule: str | None, more: int) -> int | None:
    """Compares days; `more` is what a later one means. A bound where there was none
    asks for more."""
    if base == rule:
        return 0
    if base is None or rule is None:
        return 1 if base is None else -1
    one, other = _place(base), _place(rule)
    if one is None or other is None or len(one) != len(other):
        return None
    return _sign((other > one) - (other < one)) * more


def _place(text: str) -> tuple[int, ...] | None:
    """A month-day, or so many days, as numbers to compare."""
    ahead = text.startswith("next ")
    plain = text.removeprefix("next ")
    if plain.endswith("d") and plain[:-1].isdigit():
        return (int(plain[:-1]),)
    month, found, day = plain.partition("-")
    if not found or not month.isdigit() or not (day.isdigit() or day == "last"):
        return None
    return int(ahead), int(month), 31 if day == "last" else int(day)


def _lates(base: str | None, rule: str | None) -> int | None:
    """How late one counts: never asks for most, ever for least."""
    if base == rule:
        return 0
    if "never" in (base, rule) or "ever" in (base, rule):
        return 1 if rule == "never" or base == "ever" else -1
    return None
