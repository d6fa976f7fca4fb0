"""A rule being judged in a world: what every verdict of it says alike."""

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
"""What a kind of rule makes of one: the function that settles its cases."""

_AS_THE_WINDOW = date.min
_RANK = attrgetter("rank")
_ENDS = 100
"""Of more facts than twice so many a verdict shows the first and the last, and notes how
many there are: no reader looks at more, and for each of 300 persons at each of 2,000
sittings they were 100 MB."""


class Judging:
    """A rule in a world."""

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

        The `records` that prove it are shown by day, `near` as it comes. The most it may
        weigh is the least of what the case, the caller and the rule allow: a number of
        the tool never makes a gap.
        """
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
        """Facts as proof; those of the verdict before are given again."""
        if not records:
            return ()
        if self._proven != records:
            self._proven = records
            self._proof = tuple([self.world.evidence(fact) for fact in records])
        return self._proof


def ends(several: Sequence[One]) -> Sequence[One]:
    """Of very many the first and the last ones."""
    if len(several) <= 2 * _ENDS:
        return several
    return [*several[:_ENDS], *several[-_ENDS:]]


def _told(rule: Rule, bound: Bound) -> tuple[str, str, Level]:
    """Full id and clause of a rule, and the most that a verdict of it may weigh."""
    capped = rule.weak == "yes" or bool(bound.tools.get(rule.id))
    clause = bound.pack.clauses.clause_of(rule.covers)
    cap = Level.WARNING if capped else Level.ERROR
    return bound.pack.full_id(rule.id), clause, cap
