"""Numbers in a rule that make no sense.

Bounds that nothing or everything keeps; shares of something that has no number; what
records count as (`worth`); items that are twice in a list; runs longer than a year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.dates.spans import MONTHS
from lxyz.facts.fact import ATTENDED
from lxyz.kinds.conditions import ROLES, is_share
from lxyz.kinds.lasting import lasting
from lxyz.packs.asked import has_worth, kinds_of, patterns, wants_all, worth_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import (
    Condition,
    Count,
    Limits,
    MembersIf,
    Pattern,
    Rule,
    Run,
    Wanted,
    When,
)
from lxyz.packs.number import known, number
from lxyz.vocabulary import Vocabulary

_WEEKS = {"two-weeks": 26, "week": 53}
_COUNTED = frozenset(
    "days issue_days speaker_minutes longest_speaker attachments value items position".split()
)
_MANY, _HUNDRED = 50, 100
"""Half and all of a hundred: rather a share of those who should have been there than so
many persons, whom few branches have."""
ONE_TEXT = frozenset(("text", "one", "name", "date", "path", "by", "owner"))
"""Types of keys that hold one text, which has no size."""


def bounds(rule: Rule, asked: Iterable[tuple[str, Wanted]]) -> Iterator[str]:
    """Bounds of numbers, of a count or a condition, that no number fulfils."""
    parts: list[Count | Condition | MembersIf] = []
    if rule.count is not None:
        parts.append(rule.count)
        if rule.count.mean in ATTENDED:
            yield from _parts_of_one(rule.count.mean, rule.count)
    if rule.if_ is not None and rule.if_.members is not None:
        parts.append(rule.if_.members)
    for name, one in asked:
        if not isinstance(one, Condition):
            continue
        parts.append(one)
        if one.of is None and name in ATTENDED:
            yield from _parts_of_one(name, one)
        elif one.of is None and is_share(one):
            yield f"{name}: a share is of those who should have been there"
    yield from _against(rule)
    for part in parts:
        low = known(part.min)
        high = known(part.max)
        if low is not None and high is not None and low > high:
            yield f"min {part.min} over max {part.max}: can never be kept"


def _against(rule: Rule) -> Iterator[str]:
    """Conditions of `has` that the pattern of `each` always or never fulfils; and
    conditions on nothing."""
    for name, wanted in (rule.has or {}).items():
        if isinstance(wanted, Condition) and _is_nothing(wanted.limits):
            yield "min 0 asks for nothing"
        known = rule.each.wanted.get(name) if rule.each is not None else None
        if known is None:
            continue
        if known == wanted:
            yield f"{name}: each means no other: has asks for nothing"
        elif "none" in (known, wanted):
            yield f"{name}: each means no such record: can never be kept"
        elif isinstance(known, Condition) and isinstance(wanted, Condition):
            both = (
                Condition(min=low.min, over=low.over, max=high.max, under=high.under)
                for low, high in ((known, wanted), (wanted, known))
            )
            if any(_nothing_between(one) for one in both):
                yield f"{name}: each means no such record: can never be kept"


def _nothing_between(part: Condition) -> bool:
    low, high = known(part.min), known(part.max)
    crossed = low is not None and high is not None and low > high
    return crossed or any(_empty(part))


def _parts_of_one(name: str, wanted: Condition | Count) -> Iterator[str]:
    """Numbers of persons where a share is surely meant: 0.8, 80."""
    for text in wanted.limits:
        if text is not None and "." in text and "%" not in text and number(text) < 1:
            yield f"{name} {text} is less than one: perhaps {number(text) * 100}%"
    for text in (wanted.min, wanted.over):
        if text is not None and text.isdecimal() and _MANY <= int(text) <= _HUNDRED:
            yield f"{name} {text} is so many persons: perhaps {text}%"


def numbers(rule: Rule, asked: Iterable[Wanted]) -> Iterator[str]:
    """Bounds that nothing or everything keeps, and shares of nothing: in the conditions
    on records (`asked`), and in the number of records."""
    count = rule.count
    for one in (*asked, count):
        if isinstance(one, Condition | Count):
            yield from _empty(one)
        if isinstance(one, Condition) and one.of is None and is_share(one):
            if (known(one.min) or 0) > 1:
                yield f"min {one.min}: more than the whole"
    if count is None:
        return
    if is_share(count) and not (count.to or (count.mean in ATTENDED)):
        yield "a share of what? write to, or a number"
    if count.to is not None and count.distinct and count.distinct not in ROLES:
        yield f"distinct with to counts persons: {count.distinct} is no role"
    if count.to is not None:
        low = known(count.min)
        if low is not None and low > 1 and ("%" in (count.min or "") or count.distinct):
            yield f"min {count.min}: more than the whole"
    if _is_nothing(count.limits):
        yield "min 0 asks for nothing"


def _is_nothing(limits: Limits) -> bool:
    return limits == Limits(limits.least) and known(limits.least) == 0


def _empty(part: Count | Condition) -> Iterator[str]:
    """Bounds that no number fulfils, one of them strict (`over`, `under`)."""
    least, over = known(part.min), known(part.over)
    most, under = known(part.max), known(part.under)
    if under is not None and under <= 0:
        yield f"under {under}: can never be kept"
    for low, low_name, high, high_name in (
        (least, "min", under, "under"),
        (over, "over", most, "max"),
        (over, "over", under, "under"),
    ):
        if low is not None and high is not None and low >= high:
            yield f"{low_name} {low} and {high_name} {high}: can never be kept"


def listed_twice(rule: Rule) -> Iterator[str]:
    """Items that stand twice in a list; lists of which more items are wanted than there
    are."""
    if rule.cover is None:
        return
    seen: set[str] = set()
    for item in rule.cover.items:
        if item.name in seen:
            yield f"item twice: {item.name}"
        seen.add(item.name)
    if rule.cover.min is not None:
        least = known(rule.cover.min)
        if least is not None and not 0 < least <= len(rule.cover.all):
            yield f"min {rule.cover.min} of {len(rule.cover.all)} items"


def runs(rule: Rule) -> Iterator[str]:
    """A run of periods (`run`) that is longer than the year."""
    when, fold = rule.when, rule.fold
    every = when.every if isinstance(when, When) else None
    if not isinstance(fold, Run) or rule.each is not None:
        return
    asked = known(fold.run or fold.total)
    most = _WEEKS.get(every or "") or max(1, 12 // MONTHS[every or "year"])
    if asked is not None and asked > most:
        yield f"fold: {asked} in a year of {most}: can never be broken"


# --- parts, and worth ----------------------------------------------------------


def shares(name: str, wanted: Condition, words: Vocabulary) -> Iterator[str]:
    """What is doubtful in a condition on a share of a whole, in words."""
    of = wanted.of
    if of is None:
        return
    if of == name:
        yield f"{name} of itself is all of it"
        return
    if wanted.which is not None and of not in ROLES:
        yield f"{of} names no persons: is and which ask of persons"
        return
    keys = words.key_slugs("record").get(of, ())
    types = {key.type.partition(" ")[0] for key in keys}
    if of not in ROLES and of not in _COUNTED and types and types <= ONE_TEXT:
        yield f"{of} is neither a number nor persons: of what part?"
    for text, whole in ((wanted.min, False), (wanted.over, True)):
        if text is None or text.startswith("$"):
            continue
        if number(text) > 1 or (whole and number(text) == 1):
            yield f"{name}: {text} of {of}: more than the whole"


def worths(rule: Rule, bound: Bound) -> Iterator[str]:
    """What is doubtful in what records count as (`worth`), in words."""
    count = rule.count
    if count is None or not has_worth(rule):
        return
    written = (*(one.worth for one in patterns(rule)), count.min)
    if any(text is not None and text.startswith("$") for text in written):
        return
    listed = [(one, number(worth_of(one))) for one in patterns(rule)]
    every = {worth for _, worth in listed}
    least = number(count.min or "1")
    if len(every) == 1:
        yield f"all are worth {worth_of(listed[0][0])}: ask for another number instead"
    elif count.max is None and least <= min(every):
        yield f"one of any is enough for min {least}: worth says nothing"
    for one, worth in listed:
        if any(worth < more and _is_part(one, whole, bound) for whole, more in listed):
            kinds = "、".join(kinds_of(one))
            yield f"{kinds} counts as more anyway: worth {worth_of(one)} is never used"


def _is_part(one: Pattern, whole: Pattern, bound: Bound) -> bool:
    """Whether a pattern means only records that another means, too."""
    if wants_all(whole) or wants_all(one):
        return False
    known = lasting(bound)
    kinds = frozenset(also for kind in kinds_of(whole) for also in known.kinds(kind))
    alike = whole.replace(kind=one.kind, worth=one.worth, wanted=one.wanted) == one
    said = all(one.wanted.get(name) == asked for name, asked in whole.wanted.items())
    return kinds.issuperset(kinds_of(one)) and alike and said
