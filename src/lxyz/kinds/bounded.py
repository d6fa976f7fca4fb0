"""A measure held against its bounds: on time, in the band, and late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lxyz.base.named import NamedTuple
from lxyz.facts import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.judging import Judging
from lxyz.kinds.placing import Placed
from lxyz.kinds.values import Number, keeps, shown
from lxyz.packs.model import Count
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
        closing = test.max is not None or test.under is not None
        if closing and as_of <= window.band.last:
            over = not keeps(whole.low, None, test.max, None, test.under)
            final = over and not test.mean and not test.to
            return told(Outcome.MISSED if final else Outcome.OPEN, found.all())
        if self._keeps(on_time):
            return told(Outcome.MET, found.inside)
        if self._keeps(in_band):
            return told(Outcome.MET, found.inside + found.band, "band")
        if self._keeps(whole):
            return told(Outcome.LATE, found.all())
        if as_of <= window.band.last:
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
            records=self.judging.proof(facts),
            near=tuple(near),
            missing=missing if outcome == Outcome.UNDECIDABLE else (),
            noted="band" in notes,
            notes=notes,
        )

    def _need(self) -> str:
        """The bounds as a verdict tells them; that of a mere limit is told as one."""
        told = [text for text in self._bounds() if text is not None]
        return f"≤{told[0]}" if told == [self.test.max] else "、".join(told)

    def _bounds(self) -> tuple[str | None, str | None, str | None, str | None]:
        """At least, at most, more than, less than; where nothing is said, at least one."""
        test = self.test
        bounds = (test.min, test.max, test.over, test.under)
        return bounds if any(bounds) else ("1", None, None, None)

    def _keeps(self, amount: Range) -> bool:
        """Whether an amount keeps the bounds whatever the records do not say."""
        least, most, over, under = self._bounds()
        if not keeps(amount.low, least, None, over, None):
            return False
        if most is None and under is None:
            return True
        return amount.high is not None and keeps(amount.high, None, most, None, under)

    def _may_keep(self, amount: Range) -> bool:
        """Whether it may keep them, if the records said the rest."""
        least, most, over, under = self._bounds()
        if not keeps(amount.low, None, most, None, under):
            return False
        return amount.high is None or keeps(amount.high, least, None, over, None)
