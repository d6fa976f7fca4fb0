"""Facts by their days."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from lxyz.dates.spans import Span
from lxyz.kinds.dated import Dated, Miss

from ..trial import held, world_of

DAYS = st.integers(1, 28).map("2016-03-{:02}".format)
COUNTED = st.sampled_from(["2016-03", "2016-Q1", "2016-02", "2016"])


@given(st.dictionaries(DAYS, st.none() | COUNTED, max_size=9), DAYS)
def test_each_is_had_by_its_day_or_its_period(
    days: dict[str, str | None], until: str
) -> None:
    """Those that count on their own day by that, and those of a period by it; few are
    had all at once."""
    records = ""
    for day, period in days.items():
        of = "" if period is None else f", counts_for: {period}"
        records += held(day, more=f"attendance: all{of}")
    facts = world_of(records).of(frozenset(("party-lecture",))) if records else []
    every = Dated([Miss(fact, "") for fact in facts])
    month, last = Span(date(2016, 3, 1), date(2016, 3, 31)), date.fromisoformat(until)
    loose = [one.fact for one in every.of_period(month)]
    assert all(one.period is not None for one in loose)
    whole = [one for one in facts if one.period is not None]
    assert loose == [one for one in whole if one.period and one.period.within(month)]
    assert {one.fact.rank for one in every.of_period(None)} == {f.rank for f in whole}
    had = [one.fact for one in every.between(month.first, last)]
    alone = [fact for fact in facts if fact.period is None]
    assert had == [fact for fact in alone if fact.date and fact.date <= last]
    assert every.about(month.first, last, month) == [every.all]
