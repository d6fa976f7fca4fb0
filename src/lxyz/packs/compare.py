"""Which of two rules asks for more, where that can be said at all.

Two rules compare only if they ask the same of the same subjects and differ in nothing
but how much, how often, in which days, how late, and with how much weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxyz.base.late import late
from lxyz.dates.spans import MONTHS
from lxyz.packs.model import Count, Nth, Pattern, Rule, Run
from lxyz.packs.number import Number, number
from lxyz.packs.span import Band, When
from lxyz.packs.texts import place_of

_WORDS = frozenset(
    "id title title_en covers reading remedy remedy_en under fold from_ to years "
    "attest_en modality except_ late when count waivable nth".split()
)
_WEIGHTS = ("goal", "may", "should", "must")
_BOUNDS = frozenset(("min", "max", "over", "under"))
_DAYS = frozenset(
    ("every", "first", "from_", "to", "by", "within", "in_", "band", "late")
)
_LATER = late(r"\+(\d+)(d| months?)")


def stricter(base: Rule, rule: Rule) -> int | None:
    """1: the rule asks for more than the base; -1: less; 0: the same; None:
    incomparable."""
    if base.plain(_WORDS) != rule.plain(_WORDS):
        return None
    spans = _spans(base, rule)
    if any(spans) and _of_these_days(base.count, rule.count):
        return None
    return _one_way(
        [
            _sign(_WEIGHTS.index(rule.modality) - _WEIGHTS.index(base.modality)),
            _sign((rule.waivable == "no") - (base.waivable == "no")),
            _exceptions(base, rule),
            _folds(base, rule),
            _nths(base.nth, rule.nth),
            *_counts(base.count, rule.count),
            *spans,
        ]
    )


def _one_way(steps: Iterable[int | None]) -> int | None:
    """The direction in which all steps that are not 0 agree; None where they do not."""
    signs = {step for step in steps if step != 0}
    if not signs:
        return 0
    return signs.pop() if len(signs) == 1 else None


def _sign(value: Number) -> int:
    return (value > 0) - (value < 0)


def _exceptions(base: Rule, rule: Rule) -> int | None:
    """Compares exceptions: a rule without them asks for more; two different ones,
    unknown."""
    if base.except_ == rule.except_:
        return 0
    if base.except_ and rule.except_:
        return None
    return 1 if base.except_ else -1


def _folds(base: Rule, rule: Rule) -> int | None:
    """Compares runs: the more spans must fail before a rule is broken, the less it
    asks."""
    one, other = base.fold, rule.fold
    if one == other or not (isinstance(one, Run) or isinstance(other, Run)):
        return 0
    if not isinstance(one, Run) or not isinstance(other, Run):
        return 1 if isinstance(one, Run) else -1
    if (one.run is None) != (other.run is None):
        return None
    return _numbers(one.run or one.total, other.run or other.total, -1)


def _nths(base: str | Nth | None, rule: str | Nth | None) -> int | None:
    """Compares `nth`: asking it of more records asks for more (each, every third, the
    third)."""
    if base == rule:
        return 0
    return 1 if _holds(rule, base) else -1 if _holds(base, rule) else None


def _holds(whole: str | Nth | None, part: str | Nth | None) -> bool:
    """Whether all records that `part` means are meant by `whole`, too."""
    if whole is None or part is None:
        return whole is None
    if not isinstance(whole, Nth) or whole.every is None:
        return False
    text = part.every if isinstance(part, Nth) else part
    if text is None or "$" in whole.every + text:
        return False
    return int(text) % int(whole.every) == 0


# --- how much --------------------------------------------------------------------


def _of_these_days(*counts: Count | None) -> bool:
    """Whether a count speaks of its own span alone: at most so many, a share, a mean.

    With fewer days such a count asks for neither more nor less."""
    return any(
        one is not None and any((one.max, one.under, one.to, one.mean))
        for one in counts
    )


def _counts(base: Count | None, rule: Count | None) -> list[int | None]:
    if base is None or rule is None:
        return []
    if _bare(base) != _bare(rule):
        return [None]
    return [
        *_worths(base, rule),
        _numbers(_least(base), _least(rule), 1),
        _numbers(base.over, rule.over, 1),
        _numbers(base.max, rule.max, -1),
        _numbers(base.under, rule.under, -1),
    ]


def _bare(count: Count) -> Any:
    """A count without its bounds and without the worths of its patterns, to compare."""
    left = count.plain(_BOUNDS)
    several = left["of"] if isinstance(left["of"], tuple) else (left["of"],)
    left["of"] = tuple({**one, "worth": None} for one in several)
    return left


def _worths(base: Count, rule: Count) -> Iterator[int | None]:
    """Compares worths: counting a record for less asks for more, where there is a lower
    bound.

    Where there is an upper bound, it asks for less."""
    least = any(one.max is None or one.min is not None for one in (base, rule))
    most = any(one.max is not None for one in (base, rule))
    for one, other in zip(_patterns(base), _patterns(rule), strict=True):
        written = one.worth or "1", other.worth or "1"
        if least:
            yield _numbers(*written, -1)
        if most:
            yield _numbers(*written, 1)


def _patterns(count: Count) -> tuple[Pattern, ...]:
    return count.of if isinstance(count.of, tuple) else (count.of,)


def _least(count: Count) -> str | None:
    """The lower bound of a count: one, where no bound is written."""
    return count.min if any((count.over, count.max, count.under)) else count.min or "1"


def _numbers(base: str | None, rule: str | None, more: int) -> int | None:
    """Compares two bounds; `more` is the result where the rule's is greater.

    A bound where the base has none asks for more."""
    if base == rule:
        return 0
    if base is None or rule is None:
        return 1 if base is None else -1
    if base.startswith("$") or rule.startswith("$"):
        return None
    return _sign(number(rule) - number(base)) * more


# --- in which days ---------------------------------------------------------------


def _spans(base: Rule, rule: Rule) -> list[int | None]:
    """Compares spans: fewer days, more often, and less late ask for more."""
    one, other = _when(base), _when(rule)
    if any(one[name] != other[name] for name in one if name not in _DAYS):
        return [None]
    back = -1 if one["before"] or one["around"] else 1
    on = 1 if one["before"] else -1
    return [
        _periods(one, other),
        _later(one["from_"], other["from_"], back),
        _later(one["to"], other["to"], on),
        _widths(one["band"], other["band"], back, on),
        _lates(one["late"], other["late"]),
    ]


def _when(rule: Rule) -> dict[str, Any]:
    """The span of a rule as plain values; what may be written in several places, in
    one."""
    when = rule.span or When(every="year")
    bounds = when.bounds
    values = when.plain()
    values["now"] = rule.when == "now"
    values["due"] = when.by == "subject.due"
    to = None if values["due"] else bounds.to
    values["from_"] = bounds.from_
    values["to"] = to or when.within
    values["band"] = bounds.band
    values["late"] = rule.late or bounds.late or _late_by_shape(when, values)
    return values


def _late_by_shape(when: When, values: dict[str, Any]) -> str:
    """What `late` means where it is not written."""
    if when.before or when.around:
        return "never"
    if when.every is None:
        return "ever"
    if values["to"] is None and when.day is None:
        return "never"
    return "12-31" if when.every == "year" else "end"


def _periods(base: dict[str, Any], rule: dict[str, Any]) -> int | None:
    """Compares periods: shorter ones ask for more, if a longer holds a whole number of
    them.

    Periods of several years must be counted from the same year."""
    if base["first"] and rule["first"] and base["first"] != rule["first"]:
        return None
    if base["every"] == rule["every"]:
        return 0
    one, other = MONTHS.get(base["every"] or ""), MONTHS.get(rule["every"] or "")
    if one is None or other is None or max(one, other) % min(one, other):
        return None
    return _sign(one - other)


def _later(base: str | None, rule: str | None, more: int) -> int | None:
    """Compares two days; `more` is the result where the rule's is later.

    A bound where the base has none asks for more."""
    if base == rule:
        return 0
    if base is None or rule is None:
        return 1 if base is None else -1
    one, other = place_of(base), place_of(rule)
    if one is None or other is None or len(one) != len(other):
        return None
    return _sign((other > one) - (other < one)) * more


def _widths(base: Any, rule: Any, back: int, on: int) -> int | None:
    """Compares bands: a wider one asks for less."""
    if base is None or rule is None:
        return 0 if base == rule else 1 if base else -1
    assert isinstance(base, Band)
    assert isinstance(rule, Band)
    return _one_way(
        -1 if one is None else 1 if other is None else _later(one, other, more)
        for one, other, more in ((base.from_, rule.from_, back), (base.to, rule.to, on))
        if one != other
    )


def _lates(base: str, rule: str) -> int | None:
    """Compares `late`: `never` asks for most, `ever` for least."""
    if base == rule:
        return 0
    if "never" in (base, rule):
        return 1 if rule == "never" else -1
    if "ever" in (base, rule):
        return 1 if base == "ever" else -1
    one, other = _LATER.fullmatch(base), _LATER.fullmatch(rule)
    if one and other and one[2][:2] == other[2][:2]:
        return _sign(int(one[1]) - int(other[1]))
    return _later(base, rule, -1)
