"""At most so many; a sum, a mean, or how many different ones; a share of others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from math import ceil

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import ATTENDED, Fact
from lxyz.kinds.case import Case
from lxyz.kinds.conditions import ROLES, attended, is_share, persons_in
from lxyz.kinds.judging import Judging
from lxyz.kinds.placing import Placed
from lxyz.kinds.sayings import told_of
from lxyz.kinds.spelling import plain
from lxyz.kinds.values import amount_of, keeps, shown
from lxyz.kinds.worth import ONE_EACH, Worth
from lxyz.packs.model import Count
from lxyz.packs.number import Number, exact, number
from lxyz.verdicts import DONE, Evidence, Outcome, Verdict


class Range(NamedTuple):
    """What a measure surely is at least, and can be at most, where records do not say
    all (None: as much as you like); `lacking` are those that do not."""

    low: Number
    high: Number | None
    lacking: tuple[Fact, ...] = ()


class Measuring(NamedTuple):
    """A measure that a rule takes of a case."""

    judging: Judging
    test: Count
    case: Case

    @property
    def name(self) -> str:
        """Of which attribute it is, or persons in which role; empty for a share of facts."""
        return self.test.sum or self.test.mean or self.test.distinct or ""

    def bounded(
        self,
        found: Placed,
        ranges: tuple[Range, Range, Range],
        missing: tuple[str, ...],
        planned: Callable[[], tuple[Range, list[Fact]]],
    ) -> Verdict:
        """The verdict, where `ranges` are how much there is on time, in the band too, and
        in all; `missing` is what is to be told to know it, and `planned` finds how much
        there is with what is planned, and of which facts."""
        test, window, as_of = self.test, self.case.window, self.judging.world.as_of
        on_time, in_band, whole = ranges
        told = partial(self._told, whole, missing)
        bounded = test.max is not None or test.under is not None
        closing = bounded and not window.standing
        in_time = as_of <= window.band.last and not window.standing
        if closing and in_time:
            over = not keeps(whole.low, test.limits.upper)
            final = over and not test.mean and not test.to
            return told(Outcome.MISSED if final else Outcome.OPEN, found.all())
        if self._keeps(on_time):
            return told(Outcome.MET, found.inside)
        if self._keeps(in_band):
            return told(Outcome.MET, found.inside + found.band, "band")
        if self._keeps(whole):
            return told(Outcome.LATE, found.all())
        if in_time:
            amount, facts = planned()
            if len(facts) > len(found.all()) and self._keeps(amount):
                return told(Outcome.PLANNED, facts)
            return told(Outcome.OPEN, found.all())
        if whole.lacking and self._may_keep(whole):
            return told(Outcome.UNDECIDABLE, found.all())
        late = window.until is not None and as_of <= window.until and not closing
        return told(Outcome.OVERDUE if late else Outcome.MISSED, found.all())

    def of_nothing(self) -> Verdict:
        """A share, or a mean, of nothing says nothing."""
        why = ("why:no-denominator",)
        return self.judging.verdict(
            self.case, Outcome.NOT_APPLICABLE, notes=why, until=None
        )

    def _told(
        self,
        whole: Range,
        missing: tuple[str, ...],
        outcome: Outcome,
        facts: list[Fact],
        *notes: str,
    ) -> Verdict:
        """The verdict by some facts; what is not settled shows the records that do not
        say all."""
        near: list[Evidence] = []
        if outcome not in DONE:
            name, evidence = self.name or "unknown", self.judging.world.evidence
            near += (evidence(fact, name) for fact in whole.lacking[:3])
        return self.judging.verdict(
            self.case,
            outcome,
            need=self._need(),
            have=shown(whole.low),
            records=facts,
            near=tuple(near),
            missing=missing if outcome == Outcome.UNDECIDABLE else (),
            noted="band" in notes,
            notes=notes,
        )

    def _need(self) -> str:
        """The bounds as a verdict tells them; that of a mere limit is told as one."""
        told = [text for text in self.test.limits.or_one() if text is not None]
        return f"≤{told[0]}" if told == [self.test.max] else "、".join(told)

    def _keeps(self, amount: Range) -> bool:
        """Whether an amount keeps the bounds whatever the records do not say."""
        limits = self.test.limits.or_one()
        if not keeps(amount.low, limits.lower):
            return False
        if not any(limits.upper):
            return True
        return amount.high is not None and keeps(amount.high, limits.upper)

    def _may_keep(self, amount: Range) -> bool:
        """Whether it may keep them, if the records said the rest."""
        limits = self.test.limits.or_one()
        if not keeps(amount.low, limits.upper):
            return False
        return amount.high is None or keeps(amount.high, limits.lower)


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
    standing = case.window.standing
    if have > most:
        outcome = Outcome.OVERDUE if standing else Outcome.MISSED
    elif judging.world.as_of <= case.window.inside.last and not standing:
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
        records=found.inside,
        missing=missing,
    )


def lacks(*several: Placed) -> tuple[str, ...]:
    """What is missing to know which facts are meant."""
    unknown = (
        what for found in several for hit in found.unknown for what in hit.missing
    )
    return tuple(dict.fromkeys(unknown))


def measured(one: Measuring, found: Placed, coming: Coming) -> Verdict:
    """A sum, a mean, or how many different values, of the facts in the window; `coming`
    finds what is planned besides."""
    test, unknown = one.test, [hit.fact for hit in found.unknown]
    if test.mean and not (found.all() or unknown):
        return one.of_nothing()

    def amount(facts: list[Fact]) -> Range:
        if test.distinct:
            return _distinct(test.distinct, facts, unknown)
        return _total(test, facts, unknown)

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


def _total(test: Count, facts: list[Fact], unknown: list[Fact]) -> Range:
    """The sum (or mean) of an attribute, or of the persons in a role; what is not
    written makes it a lower bound."""
    amounts: list[Number] = []
    lacking, mean = list(unknown), test.mean is not None
    for fact in facts:
        amount = _amount(test, fact)
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


def _amount(test: Count, fact: Fact) -> Number | None:
    """What a fact brings to a sum or a mean: a number, how many persons stood in a role,
    or (where the bounds are shares) which share of those who should have been there."""
    name = test.sum or test.mean or ""
    if name in ATTENDED and is_share(test):
        found = attended(fact, name)
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
        dict.fromkeys(hit.fact for hit in (*found.unknown, *others.unknown))
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
    role, doubtful = one.name, [hit.fact for hit in found.unknown]
    base = _persons(others.all(), "about")
    most = base | _persons([hit.fact for hit in others.unknown], "about")
    if not most:
        return one.of_nothing()

    def part(facts: list[Fact]) -> Range:
        low = exact(len(_persons(facts, role) & base), len(most))
        untold = tuple(fact for fact in facts if persons_in(fact, role) is None)
        lacking = (*untold, *doubtful, *(hit.fact for hit in others.unknown))
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
