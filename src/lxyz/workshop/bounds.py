"""Numbers in a rule that can never be, or say nothing: bounds that nothing keeps, or
everything; shares of nothing; items twice in a list; rows longer than a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.facts.fact import ATTENDED
from lxyz.kinds.conditions import ROLES, is_share
from lxyz.kinds.values import Number, number
from lxyz.packs.model import Condition, Count, Item, Rule, Run, Wanted, When

_PERIODS = {"half": 2, "quarter": 4, "two-months": 6, "month": 12, "two-weeks": 26}


def numbers(rule: Rule, asked: Iterable[Wanted]) -> Iterator[str]:
    """Bounds that nothing keeps, or everything, of what is `asked` of records and of their
    number; shares of nothing."""
    count = rule.count
    for one in (*asked, count):
        if isinstance(one, Condition | Count):
            yield from _empty(one)
    if count is None:
        return
    bounds = (count.min, count.max, count.over, count.under)
    if is_share(count) and not (count.to or (count.mean in ATTENDED)):
        yield "a share of what? write to, or a number"
    if count.to is not None and count.distinct and count.distinct not in ROLES:
        yield f"distinct with to counts persons: {count.distinct} is no role"
    if count.to is not None:
        low = _number(count.min)
        if low is not None and low > 1 and "%" in (count.min or ""):
            yield f"min {count.min}: more than the whole"
    only = all(one is None for one in bounds[1:])
    if only and count.min is not None and _number(count.min) == 0:
        yield "min 0 asks for nothing"


def _empty(part: Count | Condition) -> Iterator[str]:
    """Bounds between which nothing lies, one of them strict."""
    least, over = _number(part.min), _number(part.over)
    most, under = _number(part.max), _number(part.under)
    if under is not None and under <= 0:
        yield f"under {under}: can never be kept"
    for low, low_name, high, high_name in (
        (least, "min", under, "under"),
        (over, "over", most, "max"),
        (over, "over", under, "under"),
    ):
        if low is not None and high is not None and low >= high:
            yield f"{low_name} {low} and {high_name} {high}: can never be kept"


def _number(text: str | None) -> Number | None:
    return None if text is None or text.startswith("$") else number(text)


def listed_twice(rule: Rule) -> Iterator[str]:
    """Items of a list that stand in it twice; more of them wanted than there are."""
    if rule.cover is None:
        return
    seen: set[str] = set()
    for item in rule.cover.all:
        name = item if isinstance(item, str) else _label(item)
        if name in seen:
            yield f"item twice: {name}"
        seen.add(name)
    if rule.cover.min is not None:
        least = _number(rule.cover.min)
        if least is not None and not 0 < least <= len(rule.cover.all):
            yield f"min {rule.cover.min} of {len(rule.cover.all)} items"


def _label(item: Item) -> str:
    return item.label or item.is_ or ""


def runs(rule: Rule) -> Iterator[str]:
    """A row that is longer than the year."""
    when, fold = rule.when, rule.fold
    every = when.every if isinstance(when, When) else None
    if not isinstance(fold, Run) or rule.each is not None:
        return
    asked = _number(fold.run or fold.total)
    most = 53 if every == "week" else _PERIODS.get(every or "year", 1)
    if asked is not None and asked > most:
        yield f"fold: {asked} in a year of {most}: can never be broken"
