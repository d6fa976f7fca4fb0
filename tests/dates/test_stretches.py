"""One of very many stretches of days."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from lxyz.dates.stretches import Stretches

DAYS = st.integers(0, 30).map(lambda number: date(2016, 1, 1) + timedelta(days=number))
SPANS = st.tuples(DAYS, DAYS).map(lambda two: (min(two), max(two)))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_one_that_holds_a_span(
    several: list[tuple[date, date]], span: tuple[date, date]
) -> None:
    """It is found where there is one, and holds it."""
    made = Stretches((*one, one) for one in several)
    found = made.over(*span)
    holding = [one for one in several if one[0] <= span[0] and span[1] <= one[1]]
    assert (found in holding) if holding else found is None
    assert (span[0] in made) == any(one[0] <= span[0] <= one[1] for one in several)


def test_of_several_the_longest() -> None:
    """Of those that last as long, the first that was given."""
    first, last = date(2016, 3, 1), date(2016, 3, 9)
    made = Stretches([(first, first, "a"), (first, last, "b"), (first, last, "c")])
    assert made.over(first, first) == "b"
