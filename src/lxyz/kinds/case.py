"""A case: what is judged once, by rule, subject, span and label; and its days."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, shift
from lxyz.facts.fact import Fact
from lxyz.verdicts import Level, Subject


class Slot(NamedTuple):
    """A fixed day for a meeting, and how far it may be moved.

    - `day`: the fixed day
    - `near`: the days to which the meeting may be moved
    - `needs`: whether the record must then say that it was moved, and why
    - `rolled`: the working day that also serves where the fixed day is a day off
    """

    day: date
    near: Span
    needs: bool
    rolled: date | None = None


_GIVEN = "inside band until period due notes early plan slot own ahead standing".split()
"""The arguments of `Window`, without `told`: a window keeps that one as `span`."""


class Window:
    """The days of a case; a window is not changed once made.

    - `inside`: a record of these days is in time
    - `band`: a record of these days counts with a note; never narrower than `inside`
    - `until`: a record after the band and up to this day counts as late (None: none does)
    - `period`: the period to which a fact must belong (None: only its day decides)
    - `due`: the last day in time, as people are told
    - `notes`: what the window rests on
    - `told`, kept as `span`: the span as it is shown; else the period or `inside`
    - `early`: a part dated before its whole counts on the first day; a filing is not
      spoiled by being early
    - `plan`: a meeting that was moved away counts for the day it was moved from
    - `slot`: the fixed day, where there is one
    - `own`: the period that a fact may declare, where days after it belong to it, too;
      else `period`
    - `ahead`: the window lies before a subject; what must last so many days must be over
      in it
    - `standing`: the window judges what stands on its one day; nothing is waited for, and
      what is amiss can be made good
    - `last`: the last day on which a record counts at all
    - `reach`: first and last of the days in which a fact must lie that counts on its own
      day
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
        """The places of the window in order: name, first day, last day (both included).

        The names are `inside`, `band` and `late`; every other day is outside. It holds
        for facts that count on their own day and declare no period. With a fixed day
        (`slot`) the day alone does not decide."""
        inside, band, own, period = self.inside, self.band, self.own, self.period
        first, last = self.reach
        if period is None:
            if own is not None and self.until is not None:
                last = max(
                    band.last, min(last, own.last)
                )  # a record after the own year is of the next year
        elif own is not None and period.first < own.first:
            # A record of the own days may be of the next period.
            last = min(last, shift(own.first, -1))
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
        """All parts of the window that decide where a fact lies in it, to compare two
        windows."""
        days = (self.inside, self.band, self.until, self.period, self.due, self.own)
        return (*days, self.slot, self.early, self.plan, self.ahead)

    def by(self, last: date, until: date | None) -> Window:
        """This window with another last day in time, and another last day for late
        records."""
        inside = Span(min(self.inside.first, last), last, self.inside.label)
        return self._but(inside=inside, band=inside, until=until, due=last)

    def noting(self, *notes: str) -> Window:
        """This window with more notes."""
        return self._but(notes=(*self.notes, *notes))

    def _but(self, **changed: Any) -> Window:
        """This window with some of its parts changed."""
        kept = {name: getattr(self, name) for name in _GIVEN}
        return Window(**{**kept, "told": self.span, **changed})


class Case(NamedTuple):
    """One case of a rule.

    - `subject`: of whom or what the verdict will speak
    - `window`: the days
    - `person`: the member it is about; empty for none
    - `group`: the party group it is about; empty for none
    - `fact`: the fact of `each`
    - `capped`: the most that its verdict may weigh
    - `notes`: notes for its verdict, such as why it is capped
    - `event`: the key of the fact, where that is not the subject
    - `missing`: what is missing to judge it at all
    - `unsure`: the records that leave this open, each with what it lacks, where it is not
      `fact` itself
    """

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
        """Whether a fact belongs to another group than the group of the case."""
        return bool(self.group) and fact.level == "group" and fact.owner != self.group
