"""In which days a rule is to be kept: a period, or a span about a fact."""

# No `from __future__ import annotations`: the declarations are read (see `Part`).

from typing import Literal

from lxyz.dates.days import WEEKDAYS
from lxyz.packs.part import Part
from lxyz.packs.texts import (
    By,
    Days,
    FirstYear,
    FixedDay,
    Late,
    Month,
    MonthDay,
    Offset,
    Period,
    Shift,
)


class Band(Part):
    """The wider window, in month-days or in days from the subject."""

    from_: Offset | None = None
    to: Offset | None = None


class Bounds(Part):
    """First and last day within a period, which a parameter may hold whole."""

    from_: MonthDay | None = None
    to: MonthDay | None = None
    band: Band | None = None
    late: Late | None = None


class When(Part):
    """In which span; see the language reference, section 3."""

    every: Period | None = None
    first: FirstYear | None = None
    months: tuple[Month, ...] = ()
    from_: Offset | None = None
    to: Offset | None = None
    by: By | None = None
    in_: Bounds | None = None
    band: Band | None = None
    late: Late | None = None
    day: FixedDay | None = None
    shift: Shift | None = None
    needs: Literal["moved"] | None = None
    roll: Literal["next-workday"] | None = None
    after: Literal["subject", "subject.end", "subject.due", "period"] | None = None
    before: Literal["subject", "subject.end", "subject.due", "period"] | None = None
    around: Literal["subject"] | None = None
    during: Literal["subject"] | None = None
    within: Days | None = None
    same: Literal["month", "quarter", "year"] | None = None

    @property
    def anchors(self) -> list[str]:
        """The anchors of a span relative to a subject; valid spans have one, periods
        none."""
        after = None if self.after == "period" else self.after
        before = None if self.before == "period" else self.before
        named = (after, before, self.around, self.during)
        due = self.by if self.by == "subject.due" else None
        return [one for one in (*named, due) if one is not None]

    @property
    def bounds(self) -> Bounds:
        """The bounds within the period, wherever they are written; those of `in` go
        first."""
        inner = self.in_ or Bounds()
        return Bounds(
            from_=inner.from_ or self.from_,
            to=inner.to or self.to or self.by,
            band=inner.band or self.band,
            late=inner.late or self.late,
        )

    @property
    def years_from(self) -> int:
        """The first year from which periods of several years are counted.

        0 for all other periods, and where it is a parameter without a value."""
        first = self.first or ""
        return int(first) if first.isdecimal() else 0

    def check(self) -> None:
        """There is one anchor, and only keys that go together."""
        self._one_anchor()
        self._several_years()
        self._one_end()
        self._fitting()

    def _several_years(self) -> None:
        """Periods of several years need a first year; their bounds must be full
        dates."""
        several = self.every is not None and self.every.endswith("-years")
        if several and self.first is None:
            raise ValueError("every several years needs first: the year it begins in")
        if self.first is not None and not several:
            raise ValueError("first belongs to every: two-years … five-years")
        others = (self.in_, self.band, self.months, self.day, self.roll)
        days = (one for one in (self.from_, self.to, self.by) if one is not None)
        if several and (
            any((*others, self.after, self.before))
            or not all(one[:4].isdecimal() for one in days)
        ):
            raise ValueError("several years have no other bounds")

    def _one_anchor(self) -> None:
        """A span is a period or relative to a subject, never both.

        Bounds of a period are month-days; those about a subject are numbers of days."""
        if len(self.anchors) + (self.every is not None) != 1:
            raise ValueError(
                "exactly one of every, after, before, around, during, by: subject.due"
            )
        band = self.band or Band()
        bounds = {
            "from": self.from_,
            "to": self.to,
            "band.from": band.from_,
            "band.to": band.to,
        }
        for name, text in bounds.items():
            if text is None or text.startswith("$"):
                continue
            if text.endswith(("d", "m")) != (self.every is None):
                wanted = "a month-day" if self.every else "days, such as 7d"
                raise ValueError(f"{name}: {text}: here it is {wanted}")
        if self.around is not None and (self.from_ is None or self.to is None):
            raise ValueError("around needs from and to")

    def _one_end(self) -> None:
        """The last day is written once."""
        if self.to is not None and self.by not in (None, "subject.due"):
            raise ValueError("to and by say the same day: write one")
        if self.in_ is not None and (self.from_ or self.to or self.by or self.band):
            raise ValueError("in has no other bounds")

    def _fitting(self) -> None:
        """Keys that need each other, or exclude each other, do."""
        if self.after == "period" and (self.every is None or self.within is None):
            raise ValueError("after: period needs every and within")
        if self.after == "period" and any(
            (self.from_, self.to, self.by, self.in_, self.band, self.day)
        ):
            raise ValueError("after: period has no other bounds")
        if self.before == "period" and any(
            (self.in_, self.band, self.day, self.roll, self.after)
        ):
            raise ValueError("before: period goes with from, to, by alone")
        if self.months and self.every is None:
            raise ValueError("months belong to every")
        if self.every is None and (
            self.in_ or self.day or self.by not in (None, "subject.due")
        ):
            raise ValueError("in, day, by belong to every")
        if self.within is not None and self.after is None:
            raise ValueError("within belongs to after")
        if self.day is not None and (
            self.from_ or self.to or self.by or self.in_ or self.band
        ):
            raise ValueError("a fixed day has no other bounds")
        weekday = self.day in WEEKDAYS
        if weekday and self.every not in ("week", None):
            raise ValueError("a weekday is one of every week")
        if self.day is not None and not weekday and self.every not in ("month", None):
            raise ValueError("a fixed day is one of every month")
        if (self.shift or self.needs) and self.day is None:
            raise ValueError("shift and needs belong to day")
        if self.same is not None and self.every is not None:
            raise ValueError("same belongs to a span about a subject")
