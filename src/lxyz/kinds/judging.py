"""A rule being judged in a world, and the parts that all its verdicts share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from operator import attrgetter
from typing import TypeVar

from lxyz.dates.spans import FOREVER
from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.world import World
from lxyz.packs.bind import Bound
from lxyz.packs.model import Rule
from lxyz.verdicts import Evidence, Level, Outcome, Verdict, lighter, weigh

One = TypeVar("One")
Settle = Callable[[Case], Iterable[Verdict]]
"""Settles a case of a rule: what a test (`TESTS`) makes for the rule."""

_AS_THE_WINDOW = date.min
_RANK = attrgetter("rank")
_ENDS = 100
"""Where a verdict has more than twice so many facts, it shows only so many of the first
and of the last, and notes how many there are. No reader looks at more, and 300 persons
at 2,000 sittings made 100 MB of them."""


class Judging:
    """A rule in a world; makes its verdicts."""

    def __init__(self, rule: Rule, world: World) -> None:
        self.rule = rule
        self.world = world
        self._proven: Sequence[Fact] = ()
        self._proof: tuple[Evidence, ...] = ()
        self.id, self._clause, self._cap = world.lasting.made(
            "judging", rule, lambda: _told(rule, world.bound)
        )

    def verdict(
        self,
        case: Case,
        outcome: Outcome,
        *,
        label: str | None = None,
        need: str | None = None,
        have: str | None = None,
        due: date | None = _AS_THE_WINDOW,
        until: date | None = _AS_THE_WINDOW,
        records: Sequence[Fact] = (),
        near: tuple[Evidence, ...] = (),
        notes: tuple[str, ...] = (),
        missing: tuple[str, ...] = (),
        at_most: Level = Level.ERROR,
        noted: bool = False,
    ) -> Verdict:
        """The verdict of a case.

        `records` are the facts that prove it, shown by day; `near` is shown as it
        comes. The verdict weighs at most what the case, the caller (`at_most`) and the
        rule allow. A rule with a number set by the tool allows a warning at most: such
        a number never makes an error."""
        rule, window, cap = self.rule, case.window, self._cap
        if at_most is not Level.ERROR or case.capped is not Level.ERROR:
            cap = lighter(cap, lighter(at_most, case.capped))
        every = (*case.notes, *window.notes, *notes)
        if len(records) > 1:
            records = sorted(records, key=_RANK)
            shown = ends(records)
            if shown is not records:
                every = (*every, f"proofs:{len(records)}")
                records = shown
        if until is _AS_THE_WINDOW:
            until = None if window.until is FOREVER else window.last
        return Verdict(
            self.id,
            rule.covers,
            self._clause,
            rule.modality,
            case.subject,
            window.span,
            label or case.event or None,
            outcome,
            weigh(rule.modality, outcome, cap, noted),
            need,
            have,
            window.due if due is _AS_THE_WINDOW else due,
            until,
            rule.debtor,
            self._proofs(records),
            near,
            tuple(dict.fromkeys(every)) if every else (),
            missing,
            (),
            None,
            case.event,
            cap,
            None,
            () if case.fact is None else (case.fact.origin,),
        )

    def _proofs(self, records: Sequence[Fact]) -> tuple[Evidence, ...]:
        """Facts as evidence; the tuple of the verdict before is reused for the same
        facts."""
        if not records:
            return ()
        if self._proven != records:
            self._proven = records
            self._proof = tuple([self.world.evidence(fact) for fact in records])
        return self._proof


def ends(several: Sequence[One]) -> Sequence[One]:
    """The first and the last 100 of more than 200; of fewer all."""
    if len(several) <= 2 * _ENDS:
        return several
    return [*several[:_ENDS], *several[-_ENDS:]]


def _told(rule: Rule, bound: Bound) -> tuple[str, str, Level]:
    """The full id of a rule, its clause, and the most that a verdict of it may
    weigh."""
    capped = rule.weak == "yes" or bool(bound.tools.get(rule.id))
    clause = bound.pack.clauses.clause_of(rule.covers)
    cap = Level.WARNING if capped else Level.ERROR
    return bound.pack.full_id(rule.id), clause, cap
