"""Windows: which days lie where."""

from __future__ import annotations

import inspect
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.dates.spans import FOREVER, Span
from lxyz.facts.fact import Fact
from lxyz.files.origin import Origin
from lxyz.kinds.case import Slot, Window
from lxyz.kinds.placing import where_in

FIRST = date(2016, 3, 1)
DAYS = st.integers(0, 40)


def day(number: int) -> date:
    """A day of the two months in which all lies."""
    return FIRST + timedelta(days=number)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """A window with a band about it, late days, and a period, or none of these."""
    band = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    last = draw(st.none() | st.just(FOREVER) | DAYS.map(lambda n: day(band[3] + n)))
    period = own = None
    if draw(st.booleans()):
        whole = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
        period = own = Span(day(whole[0]), day(whole[1]))
    if draw(st.booleans()):
        whole = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
        own = Span(day(whole[0]), day(whole[1]))
    inside, outer = Span(day(band[1]), day(band[2])), Span(day(band[0]), day(band[3]))
    return Window(inside, outer, last, period, None, own=own)


@given(windows())
def test_the_days_of_each_place(window: Window) -> None:
    """What counts on its own day lies where that day does."""
    said = {
        day(number): where
        for where, first, last in window.places
        for number in range(-1, 100)
        if first <= day(number) <= last
    }
    for number in range(-1, 100):
        fact = Fact({"quiz"}, "branch", day(number), Origin("a.yaml", 1, 1))
        assert said.get(day(number), "outside") == where_in(fact, window)


@pytest.mark.parametrize("until", [None, FOREVER])
def test_they_follow_each_other(until: date | None) -> None:
    """From the first day that counts to the last, without a gap."""
    inside, band = Span(day(5), day(9)), Span(day(3), day(12))
    places = Window(inside, band, until, None, None).places
    assert [name for name, *_ in places][:3] == ["band", "inside", "band"]
    for (_, _, last), (_, first, _) in pairwise(places):
        assert first == last + timedelta(days=1)
    assert places[-1][2] == (until or band.last)


def test_what_is_not_changed_stays() -> None:
    """Of a window with another last day, or with a note more, whatever it is made of."""
    inside, band = Span(day(5), day(9)), Span(day(3), day(12))
    given = {
        "inside": inside,
        "band": band,
        "until": day(20),
        "period": Span(day(0), day(30)),
        "due": day(9),
        "notes": ("a",),
        "told": Span(day(1), day(29)),
        "early": True,
        "plan": True,
        "slot": Slot(day(5), band, needs=True),
        "own": Span(day(2), day(28)),
        "ahead": True,
        "standing": True,
    }
    assert [*given] == [*inspect.signature(Window).parameters]
    whole = Window(**given)
    span = Span(day(5), day(7))
    changed = {"inside": span, "band": span, "until": day(8), "due": day(7)}
    for made, wanted in (
        (whole.noting("b"), {**given, "notes": ("a", "b")}),
        (whole.by(day(7), day(8)), {**given, **changed}),
    ):
        shown = {**vars(made), "told": made.span}
        assert {name: shown[name] for name in given} == wanted
