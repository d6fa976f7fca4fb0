"""A case: rule × subject × span × label."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, shift
from lxyz.facts.fact import Fact
from lxyz.verdicts import Level, Subject


class Slot(NamedTuple):
    """A fixed day and the days to which a meeting may be moved; `needs` says that the
    record must then say so (moved, with a reason). `rolled` is the working day on which
    it may be, too, where the fixed day is off."""

    day: date
    near: Span
    needs: bool
    rolled: date | None = None


_GIVEN = "inside band until period due notes early plan slot own ahead standing".split()
"""What a window is made of, but for `told`, which it calls `span`."""


class Window:
    """The days of a case; not changed once made.

    `inside` is on time; `band` (never narrower) counts with a note; after it a record
    counts as late up to `until` (None: none does). `period` is what a fact must belong
    to (None: only its day decides). `due` is what people are told. `notes` say what the
    window rests on. `span` is the span as it is told. In an `early` window a part dated
    before its whole counts on the first day: a filing is not spoiled by being early.
    `own` is the period that a fact may declare, where days after it belong to it, too.
    `slot` is a fixed day; in a `plan` window a meeting moved away counts for the day it
    was moved from. `ahead` says that it lies before a subject: what must last so many
    days must be over in it. A `standing` one is of what stands on its one day: nothing is
    waited for, and what is amiss can be made good. `last` is the last day on which a record counts at all,
    `reach` the days in which one must lie that counts on its own day.
    """

    def __init__(
        self,
        inside: Span,
        band: Span,
        until: date | None,
        period: Span | None,
        due: date | None,
        notes: tuple[str, ...] = (),
        *,
        told: Span | None = None,
        early: bool = False,
        plan: bool = False,
        slot: Slot | None = None,
        own: Span | None = None,
        ahead: bool = False,
        standing: bool = False,
    ) -> None:
        self.inside = inside
        self.band = band
        self.until = until
        self.period = period
        self.due = due
        self.notes = notes
        self.early = early
        self.plan = plan
        self.slot = slot
        self.ahead = ahead
        self.standing = standing
        self.own = own or period
        self.span = told or period or inside
        self.last = band.last if until is None else max(until, band.last)
        first, last = band.first, self.last
        if period is not None and slot is None:
            first, last = max(first, period.first), min(last, period.last)
        self.reach = (first, last)

    @cached_property
    def places(self) -> tuple[tuple[str, date, date], ...]:
        """The days, first and last, on which what counts on its own day and declares no
        period lies `inside`, in the `band` or is `late`; they follow each other, and on
        all others it lies outside. Of a fixed day (`slot`) it is not the days alone."""
        inside, band, own, period = self.inside, self.band, self.own, self.period
        first, last = self.reach
        if period is None:
            if own is not None and self.until is not None:
                last = max(
                    band.last, min(last, own.last)
                )  # then it is of the next year
        elif own is not None and period.first < own.first:
            last = min(last, shift(own.first, -1))  # then it may be of the next period
        found = [("inside", inside.first, inside.last)]
        if band.first < inside.first:
            found.insert(0, ("band", band.first, shift(inside.first, -1)))
        if inside.last < band.last:
            found.append(("band", shift(inside.last, 1), band.last))
        if band.last < last:
            found.append(("late", shift(band.last, 1), last))
        return tuple(
            (name, max(first, one), min(last, other)) for name, one, other in found
        )

    def decides(self) -> tuple[object, ...]:
        """All that decides where a fact lies."""
        days = (self.inside, self.band, self.until, self.period, self.due, self.own)
        return (*days, self.slot, self.early, self.plan, self.ahead)

    def by(self, last: date, until: date | None) -> Window:
        """The same with another last day, and another on which a late one counts."""
        inside = Span(min(self.inside.first, last), last, self.inside.label)
        return self._but(inside=inside, band=inside, until=until, due=last)

    def noting(self, *notes: str) -> Window:
        """The same, resting on more."""
        return self._but(notes=(*self.notes, *notes))

    def _but(self, **changed: Any) -> Window:
        """The same but for what is changed."""
        kept = {name: getattr(self, name) for name in _GIVEN}
        return Window(**{**kept, "told": self.span, **changed})


class Case(NamedTuple):
    """One case. `person` is the member it is about, `group` the party group, `fact` the
    fact of `each`; `capped` is the most it may weigh, with the note that says why;
    `event` names the fact where it is not the subject; `missing` is what it lacks to be
    judged at all, `unsure` the records that lack it, where it is not the fact itself."""

    subject: Subject
    window: Window
    person: str = ""
    group: str = ""
    fact: Fact | None = None
    capped: Level = Level.ERROR
    notes: tuple[str, ...] = ()
    event: str = ""
    missing: tuple[str, ...] = ()
    unsure: tuple[tuple[Fact, tuple[str, ...]], ...] = ()

    def is_of_others(self, fact: Fact) -> bool:
        """Whether a fact is of another group than the one it is about."""
        return bool(self.group) and fact.level == "group" and fact.owner != self.group
