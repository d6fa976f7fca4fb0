"""At most so many; a sum, a mean, or how many different ones; a share of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil

from lxyz.facts import Fact
from lxyz.facts.fact import ATTENDED
from lxyz.kinds.bounded import Measuring, Range
from lxyz.kinds.conditions import ROLES, attended, is_share, persons_in
from lxyz.kinds.matching import told_of
from lxyz.kinds.placing import Placed
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import Number, amount_of, exact, number, shown
from lxyz.kinds.world import World
from lxyz.kinds.worth import ONE_EACH, Worth
from lxyz.packs.model import Count
from lxyz.verdicts import Outcome, Verdict

Coming = Callable[[], list[Fact]]
"""Finds what is planned and would count."""


def at_most(one: Measuring, found: Placed, worth: Worth = ONE_EACH) -> Verdict:
    """At most: a breach closes it at once, `met` only comes at the end of the span."""
    test, judging, case = one.test, one.judging, one.case
    text = test.max if test.max is not None else test.under
    assert text is not None
    bound = number(text)
    most = bound if test.max is not None else ceil(bound) - 1
    have = worth.of(found.inside)
    missing: tuple[str, ...] = ()
    if have > most:
        outcome = Outcome.MISSED
    elif judging.world.as_of <= case.window.inside.last:
        outcome = Outcome.OPEN
    elif have + worth.doubtful(found) > most:
        outcome, missing = Outcome.UNDECIDABLE, lacks(found)
    else:
        outcome = Outcome.MET
    return judging.verdict(
        case,
        outcome,
        need=f"≤{shown(most)}",
        have=shown(have),
        records=judging.proof(found.inside),
        missing=missing,
    )


def lacks(*several: Placed) -> tuple[str, ...]:
    """What is missing to know which facts are meant."""
    unknown = (
        what for found in several for _, whats in found.unknown for what in whats
    )
    return tuple(dict.fromkeys(unknown))


def measured(one: Measuring, found: Placed, coming: Coming) -> Verdict:
    """A sum, a mean, or how many different values, of the facts in the window; `coming`
    finds what is planned besides."""
    test, unknown = one.test, [fact for fact, _ in found.unknown]
    if test.mean and not (found.all() or unknown):
        return one.of_nothing()

    def amount(facts: list[Fact]) -> Range:
        if test.distinct:
            return _distinct(test.distinct, facts, unknown)
        return _total(one.judging.world, test, facts, unknown)

    return _of_facts(one, amount, (found,), coming)


def _of_facts(
    one: Measuring,
    amount: Callable[[list[Fact]], Range],
    placed: tuple[Placed, ...],
    coming: Coming,
) -> Verdict:
    """The verdict on an amount of the first facts; where some lack more than whether
    they are meant, it is told what."""
    found = placed[0]
    whole = amount(found.all())
    ranges = amount(found.inside), amount(found.inside + found.band), whole
    missing = lacks(*placed)
    if len(whole.lacking) > sum(len(each.unknown) for each in placed):
        missing = tuple(dict.fromkeys((*missing, one.name)))

    def planned() -> tuple[Range, list[Fact]]:
        facts = [*found.all(), *coming()]
        return amount(facts), facts

    return one.bounded(found, ranges, missing, planned)


def _total(world: World, test: Count, facts: list[Fact], unknown: list[Fact]) -> Range:
    """The sum (or mean) of an attribute, or of the persons in a role; what is not
    written makes it a lower bound."""
    amounts: list[Number] = []
    lacking, mean = list(unknown), test.mean is not None
    for fact in facts:
        amount = _amount(world, test, fact)
        if amount is None:
            lacking.append(fact)
        else:
            amounts.append(amount)
    total: Number = sum(amounts, 0)
    if mean and (lacking or not amounts):
        return Range(0, None, tuple(lacking))  # of nothing there is no mean to keep
    if mean:
        total = exact(total, len(amounts))
    return Range(total, None if lacking else total, tuple(lacking))


def _amount(world: World, test: Count, fact: Fact) -> Number | None:
    """What a fact brings to a sum or a mean: a number, how many persons stood in a role,
    or (where the bounds are shares) which share of those who should have been there."""
    name = test.sum or test.mean or ""
    if name in ATTENDED and is_share(test):
        found = attended(world, fact, name)
        if found is None:
            return None
        there, base = found
        return exact(len(there), len(base)) if base else 1
    if name in ROLES:
        return persons_in(fact, name)
    return amount_of(fact.attrs, name)


def _distinct(name: str, facts: list[Fact], unknown: list[Fact]) -> Range:
    """How many different values of an attribute, or persons in a role."""
    seen: set[str] = set()
    lacking = list(unknown)
    for fact in facts:
        value = told_of(fact, name)
        if value is None:
            lacking.append(fact)
        else:
            many = value if isinstance(value, (frozenset, tuple)) else (value,)
            seen.update(plain(str(one)) for one in many)
    return Range(len(seen), None if lacking else len(seen), tuple(lacking))


def share(
    one: Measuring, found: Placed, others: Placed, coming: tuple[Coming, Coming]
) -> Verdict:
    """A share of other facts, exact; where there are none it does not apply. `coming`
    find what is planned of these and of the others."""
    whole = len(others.inside) + len(others.band)
    late = len(others.late)
    if not (others.all() or others.unknown):
        return one.of_nothing()
    lacking = tuple(
        dict.fromkeys(fact for fact, _ in (*found.unknown, *others.unknown))
    )

    def part(count: int, whole: int) -> Range:
        most = whole + len(others.unknown)
        low = exact(count, max(most, 1))
        if others.unknown and not whole:
            return Range(low, None, lacking)  # there may be nothing to take it of
        high = exact(count + len(found.unknown), max(whole, 1))
        return Range(low, high, lacking)

    inside = len(found.inside)
    band = inside + len(found.band)
    in_all = part(band + len(found.late), whole + late)
    ranges = (part(inside, whole), part(band, whole), in_all)

    def planned() -> tuple[Range, list[Fact]]:
        more, rest = coming[0](), coming[1]()
        count, size = band + len(found.late) + len(more), whole + late + len(rest)
        return part(count, size), [*found.all(), *more]

    return one.bounded(found, ranges, lacks(found, others), planned)


def share_of_persons(
    one: Measuring, found: Placed, others: Placed, coming: Coming
) -> Verdict:
    """How many of some persons (those whom the others are about) stood in a role in one
    of the facts at least, however often: a share of these persons."""
    role, doubtful = one.name, [fact for fact, _ in found.unknown]
    base = _persons(others.all(), "about")
    most = base | _persons([fact for fact, _ in others.unknown], "about")
    if not most:
        return one.of_nothing()

    def part(facts: list[Fact]) -> Range:
        low = exact(len(_persons(facts, role) & base), len(most))
        untold = tuple(fact for fact in facts if persons_in(fact, role) is None)
        lacking = (*untold, *doubtful, *(fact for fact, _ in others.unknown))
        if not base:
            return Range(low, None, lacking)  # there may be nobody to take it of
        if untold or any(persons_in(fact, role) is None for fact in doubtful):
            return Range(low, 1, lacking)
        high = len(_persons([*facts, *doubtful], role) & most)
        return Range(low, min(exact(high, len(base)), exact(1)), lacking)

    return _of_facts(one, part, (found, others), coming)


def _persons(facts: Iterable[Fact], role: str) -> frozenset[str]:
    """All who stand in a role in some facts."""
    return frozenset(name for fact in facts for name in fact.people.get(role, ()))
