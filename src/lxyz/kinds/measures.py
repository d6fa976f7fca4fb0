"""Counts other than at least so many: upper bounds, sums, means, different values,
shares."""

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
    """The bounds of a measure where records do not say all.

    - `low`: what it surely is at least
    - `high`: what it can be at most (None: no bound is known)
    - `lacking`: the facts that leave it open
    """

    low: Number
    high: Number | None
    lacking: tuple[Fact, ...] = ()


class Measuring(NamedTuple):
    """A measure of a rule, taken of one case."""

    judging: Judging
    test: Count
    case: Case

    @property
    def name(self) -> str:
        """The attribute, or the role of persons, that is measured; empty for a share of
        facts."""
        return self.test.sum or self.test.mean or self.test.distinct or ""

    def bounded(
        self,
        found: Placed,
        ranges: tuple[Range, Range, Range],
        missing: tuple[str, ...],
        planned: Callable[[], tuple[Range, list[Fact]]],
    ) -> Verdict:
        """The verdict by the bounds of the rule.

        `ranges` are the measure of the facts on time, of these and the band, and of
        all. `missing` is what one would have to know to know it exactly. `planned`
        finds the measure with what is planned, and these facts; it is called only while
        there is time."""
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
        """The verdict on a share, or a mean, of no facts: it does not apply."""
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
        """The verdict that shows some facts; if not done, near it the facts that leave
        it open."""
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
        """The bounds as a verdict shows them; an upper bound alone as `≤3`."""
        told = [text for text in self.test.limits.or_one() if text is not None]
        return f"≤{told[0]}" if told == [self.test.max] else "、".join(told)

    def _keeps(self, amount: Range) -> bool:
        """Whether a measure surely keeps the bounds, whatever the records leave
        open."""
        limits = self.test.limits.or_one()
        if not keeps(amount.low, limits.lower):
            return False
        if not any(limits.upper):
            return True
        return amount.high is not None and keeps(amount.high, limits.upper)

    def _may_keep(self, amount: Range) -> bool:
        """Whether a measure can keep the bounds, once the records say the rest."""
        limits = self.test.limits.or_one()
        if not keeps(amount.low, limits.upper):
            return False
        return amount.high is None or keeps(amount.high, limits.lower)


Coming = Callable[[], list[Fact]]
"""Finds the facts that are planned and would count."""


def at_most(one: Measuring, found: Placed, worth: Worth = ONE_EACH) -> Verdict:
    """At most so many: more is a gap at once; `met` comes only when the span is
    over."""
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
    """What is missing to know which of the doubtful facts count, without repeats."""
    unknown = (
        what for found in several for hit in found.unknown for what in hit.missing
    )
    return tuple(dict.fromkeys(unknown))


def measured(one: Measuring, found: Placed, coming: Coming) -> Verdict:
    """The verdict on a sum, a mean or the number of different values of the facts
    found.

    `coming` finds what is planned besides. A mean of no facts does not apply."""
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
    """The verdict on an amount of the facts in `placed[0]`.

    If facts leave open more than whether they count, the measured name is missing as
    well."""
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
    """The sum, or the mean, of an attribute or of the persons in a role.

    A sum is only a lower bound where a fact does not say its part; a mean is then
    unknown."""
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
    """What one fact brings to a sum or a mean; None where it does not say.

    It is a number, the number of persons in a role, or, where the bounds are shares,
    the share of those who should have been there."""
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
    """How many different values of an attribute, or persons in a role, the facts
    have."""
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
    """The verdict on facts as a share of other facts; of none it does not apply.

    `coming` finds what is planned of the facts, and of the others. Shares are exact."""
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
    """The verdict on the share of persons who stood in a role in at least one of the
    facts.

    The whole are the persons whom the `others` are about; how often one stood in the
    role does not matter."""
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
