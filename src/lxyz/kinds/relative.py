"""The windows of a `when` that names the fact of `each`: after, before, around, during,
by."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, containing, shift, year_span
from lxyz.facts.fact import UNMET, Fact
from lxyz.kinds.case import Window
from lxyz.kinds.spans import days_from, late_until, rolled
from lxyz.packs.model import Band, Rule, When


class _Days(NamedTuple):
    """The first and last day as counted, and what `late` means where it is not
    written."""

    first: date
    last: date
    late: str


def relative_window(rule: Rule, when: When, fact: Fact) -> Window | None:
    """The window of a case about a fact; None where the fact has no day to count
    from."""
    notes: list[str] = []
    anchor = anchor_of(when, fact)
    if anchor is None or fact.date is None:
        return None
    year = year_span(subject_year(fact))
    first, last, default = _days(when, fact, anchor, year, notes)
    if when.same is not None:
        cut = containing(when.same, fact.date)
        first, last = max(first, cut.first), min(last, cut.last)
    outer = Span(first, last)
    if when.band is not None:
        outer = _banded(when, when.band, anchor, outer, notes)
    if when.roll is not None:
        outer = rolled(outer, last, notes)
    label = fact.label
    late = rule.late or when.late
    until = late_until(
        default if late is None or late.startswith("$") else late, year, outer.last
    )
    next_year = late is not None and late.startswith("next ")
    return Window(
        Span(first, last, label),
        outer,
        until,
        None,
        last,
        tuple(notes),
        own=year if next_year else None,
        told=_told(first, last, year, label),
        early=_may_be_early(when, fact),
        plan=when.during is not None and "plan-item" in fact.kinds,
        ahead=when.before is not None,
    )


def _may_be_early(when: When, fact: Fact) -> bool:
    """Whether a record linked to a fact counts on the first day, if it is dated before
    it.

    Not where a duty was not kept: what follows cannot be done before that was known."""
    if when.from_ is not None or UNMET in fact.kinds:
        return False
    return when.before is None and when.around is None


def _days(when: When, fact: Fact, anchor: date, year: Span, notes: list[str]) -> _Days:
    if when.during is not None:
        return _Days(anchor, fact.end or anchor, "ever")
    if when.by is not None:
        return _Days(min(fact.day, anchor), anchor, "ever")
    if when.after is not None:
        first = days_from(when.from_, anchor, 1, anchor, notes)
        whole = max(year.last, anchor)
        return _Days(
            first, days_from(when.within or when.to, anchor, 1, whole, notes), "ever"
        )
    first = days_from(when.from_, anchor, -1, date.min, notes)
    sign = 1 if when.around is not None else -1
    return _Days(
        first, days_from(when.to, anchor, sign, shift(anchor, -1), notes), "never"
    )


def _banded(
    when: When, band: Band, anchor: date, inside: Span, notes: list[str]
) -> Span:
    """The window widened by a band.

    `from` counts back from the subject (with `after`: forward), `to` counts forward
    (with `before`: back)."""
    back = 1 if when.after is not None else -1
    on = -1 if when.before is not None else 1
    first = days_from(band.from_, anchor, back, inside.first, notes)
    last = days_from(band.to, anchor, on, inside.last, notes)
    return Span(min(first, inside.first), max(last, inside.last))


def _told(first: date, last: date, year: Span, label: str) -> Span:
    """The span as it is shown: it begins with the year where there is no first day."""
    begin = year.first if first == date.min else first
    return Span(min(begin, last), max(begin, last), label)


def anchor_of(when: When, fact: Fact) -> date | None:
    """The day from which a span is counted; None where the fact has none."""
    words = (when.after, when.before, when.around, when.during, when.by)
    named = next(word for word in words if word is not None)
    if named == "subject.due":
        due = fact.attrs.get("due")
        return due if isinstance(due, date) else None
    return fact.end if named == "subject.end" else fact.date


def subject_year(fact: Fact) -> int:
    """The year for which a fact counts: that of its period, else of its day."""
    return fact.day.year if fact.period is None else fact.period.first.year
