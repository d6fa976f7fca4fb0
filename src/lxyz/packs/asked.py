"""What a rule asks for, as plain values, for all who read rules and do not judge
them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil, floor

from lxyz.packs.model import Count, Nth, Rule
from lxyz.packs.number import Number, known
from lxyz.packs.part import listed
from lxyz.packs.pattern import Condition, KindAll, Pattern, Wanted


def patterns(rule: Rule | None) -> tuple[Pattern, ...]:
    """The patterns of the facts that a rule counts; else the pattern of the fact it is
    about."""
    if rule is None:
        return ()
    test = rule.count or rule.cover
    if test is not None:
        return listed(test.of)
    return listed(rule.each)


def every_pattern(rule: Rule) -> tuple[Pattern, ...]:
    """The pattern of the fact that a rule is about, where there is one, and those it
    counts."""
    each, counted = rule.each, patterns(rule)
    return counted if each is None else (each, *counted)


def every_kind(rule: Rule) -> frozenset[str]:
    """The kinds of all records that a rule is about or counts."""
    return frozenset(kind for one in every_pattern(rule) for kind in kinds_of(one))


def named_patterns(rule: Rule) -> list[Pattern]:
    """All patterns that a rule names.

    They are those of the fact it is about, of the row in which that must stand
    (`nth.of`), of what it counts, and of the whole of a share (`to`)."""
    whole = rule.count.to if rule.count is not None else None
    counted = patterns(rule) if rule.count or rule.cover else ()
    found = (rule.each, row_of(rule), *counted, whole)
    return [one for one in found if one is not None]


def is_subject(pattern: Pattern, rule: Rule) -> bool:
    """Whether a pattern of a rule says what it is about, not what it asks for."""
    return pattern is rule.each or pattern is row_of(rule)


def counted_kinds(rule: Rule | None) -> tuple[str, ...]:
    """The kinds of records or entries that a rule counts."""
    return tuple(kind for one in patterns(rule) for kind in kinds_of(one))


def is_of_members(pattern: Pattern) -> bool:
    """Whether a pattern means members; its conditions are then those of `which`."""
    return kinds_of(pattern) == ("member",)


def same_of(pattern: Pattern) -> tuple[tuple[str, str], ...]:
    """The attributes that a record and the fact of `each` must have in common: own,
    other's."""
    pairs = (text.partition("=") for text in pattern.same)
    return tuple((own.strip(), (other or own).strip()) for own, _, other in pairs)


def kinds_of(pattern: Pattern) -> tuple[str, ...]:
    """The kinds of a pattern; whether one or all are asked is told by `wants_all`."""
    kind = pattern.kind
    if isinstance(kind, KindAll):
        return kind.all
    return listed(kind)


def wants_all(pattern: Pattern) -> bool:
    """Whether a record must be of all kinds of a pattern at once."""
    return isinstance(pattern.kind, KindAll)


def must_last(pattern: Pattern) -> bool:
    """Whether a pattern asks that a record lasts so many days.

    Before a subject, such a record must be over by then."""
    return "days" in pattern.wanted or "workdays" in pattern.wanted


def levels_of(pattern: Pattern) -> tuple[str, ...]:
    """The levels of a pattern, the preferred first; empty: the level of the subject."""
    return listed(pattern.level)


def roles_of(pattern: Pattern) -> tuple[str, ...]:
    """The roles in one of which the person must stand."""
    return listed(pattern.as_)


def is_measured(count: Count) -> bool:
    """Whether a count asks not for a number of records, but for a measure of them.

    A measure is a share, a sum, a mean or the number of different values."""
    return any((count.to, count.sum, count.mean, count.distinct))


def worth_of(pattern: Pattern) -> str:
    """How much one record of a pattern counts, as written; "1" by default.

    So it is, too, where the worth is a parameter without a value."""
    written = pattern.worth
    return "1" if written is None or written.startswith("$") else written


def has_worth(rule: Rule | None) -> bool:
    """Whether a rule counts any records as more or less than one."""
    return any(one.worth for one in patterns(rule))


def attributes_of(pattern: Pattern) -> dict[str, Wanted]:
    """The conditions of a pattern by attribute, as a new dict."""
    return dict(pattern.wanted)


def words_of(wanted: Wanted) -> list[str]:
    """Words that together satisfy a condition; of words any of which would do, the
    first."""
    if isinstance(wanted, str):
        return [] if wanted in ("some", "none") or wanted.startswith("$") else [wanted]
    if isinstance(wanted, tuple):
        return list(wanted[:1])
    return list(wanted.all or wanted.in_order or ())


def choices_of(wanted: Wanted) -> tuple[str, ...]:
    """The words any one of which is enough; empty where the condition offers no such
    choice."""
    if isinstance(wanted, tuple):
        return wanted
    return tuple(words_of(wanted)) if isinstance(wanted, str) else ()


def every_word(wanted: Wanted) -> tuple[str, ...]:
    """Every word that a condition names, as wanted or as refused."""
    if isinstance(wanted, Condition):
        return (*(wanted.all or ()), *(wanted.not_ or ()), *(wanted.in_order or ()))
    return listed(wanted)


def roles_in(wanted: Wanted) -> tuple[str, ...]:
    """The roles any of which the key `as` asks for."""
    assert not isinstance(wanted, Condition)
    return listed(wanted)


def guests_of(wanted: Wanted) -> str:
    """A line of guests (列席) as wanted: so many of the category asked for."""
    which = wanted.which if isinstance(wanted, Condition) else None
    who = choices_of((which or {}).get("category", "some"))
    number = least(wanted) or most(wanted) or 1
    return f"{who[0] if who else '群众'}{number}人"


def refused_of(wanted: Wanted) -> tuple[str, ...]:
    """The words that a condition refuses."""
    return wanted.not_ or () if isinstance(wanted, Condition) else ()


def which_in(conditions: Iterable[tuple[str, Wanted]]) -> Iterator[dict[str, Wanted]]:
    """The conditions on persons (`which`) within some conditions."""
    for _, wanted in conditions:
        if isinstance(wanted, Condition) and wanted.which is not None:
            yield wanted.which


def least(wanted: Wanted) -> int:
    """The least whole number that satisfies a condition; 0 where it sets no lower
    bound."""
    if not isinstance(wanted, Condition):
        return 0
    if (low := _plain(wanted.min)) is not None:
        return ceil(low)
    low = _plain(wanted.over)
    return 0 if low is None else floor(low) + 1


def most(wanted: Wanted) -> int:
    """The greatest whole number that satisfies a condition; 0 where it sets no upper
    bound."""
    if not isinstance(wanted, Condition):
        return 0
    if (high := _plain(wanted.max)) is not None:
        return floor(high)
    high = _plain(wanted.under)
    return 0 if high is None else ceil(high) - 1


def _plain(text: str | None) -> Number | None:
    """A bound as a number; None for a percentage, or where it is not known."""
    return None if text is None or "%" in text else known(text)


def nth_of(rule: Rule) -> tuple[int, str]:
    """Which facts of `each` make a case: the number, and the way to count it.

    The way is `nth` (that one), `every` (each so-many-th) or `run` (so many in a row).
    The number is 1 where it is a parameter without a value."""
    nth = rule.nth
    way = "nth"
    text = nth
    if isinstance(nth, Nth):
        way, text = ("run", nth.run) if nth.run else ("every", nth.every)
    assert isinstance(text, str)
    return (1 if text.startswith("$") else int(text)), way


def row_of(rule: Rule) -> Pattern | None:
    """The pattern of the facts among which a row is counted; None where no row is
    asked."""
    return rule.nth.of if isinstance(rule.nth, Nth) else None


def is_of_itself(rule: Rule | None) -> bool:
    """Whether a rule counts the fact of `each` itself, and so asks what that says."""
    asked = patterns(rule)
    return bool(asked) and all(one.link == "self" for one in asked)
