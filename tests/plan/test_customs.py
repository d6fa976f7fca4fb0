"""The kinds that `customs.yaml` names."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lxyz.plan.customs import Customs, customs
from lxyz.vocabulary import vocabulary


def test_what_a_day_holds_and_what_is_written_are_keys() -> None:
    """Of records, of what stands in them, or of an item: another would do nothing."""
    keys = vocabulary().key_slugs("record").keys() | vocabulary().key_slugs("item")
    assert {*customs().a_day} <= vocabulary().key_slugs("record").keys()
    assert {*customs().examples} <= keys


_NO_KINDS = ("a_day", "examples", "new_years")


@pytest.mark.parametrize("name", [x for x in Customs._fields if x not in _NO_KINDS])
def test_they_are_kinds_of_the_vocabulary(name: str) -> None:
    """A word that no record can have would do nothing."""
    named = getattr(customs(), name)
    assert named
    assert {*named} <= vocabulary().kinds.keys()


@pytest.mark.parametrize("name", ["together", "in_groups"])
def test_only_activities_are_sittings(name: str) -> None:
    """Documents and tables are no part of a sitting."""
    families = {vocabulary().kinds[one].family for one in getattr(customs(), name)}
    assert families == {"activity"}


def test_lunar_years_begin_in_their_season() -> None:
    """Each once, between 21 January and 20 February."""
    days = customs().new_years
    assert [day.year for day in days] == list(range(2027, 2027 + len(days)))
    assert all((1, 21) <= (day.month, day.day) <= (2, 20) for day in days)
    for one, other in pairwise(days):  # twelve months of the moon, or thirteen
        assert (other - one).days in (354, 355, 383, 384, 385)


def test_nothing_comes_both_first_and_last() -> None:
    """What a year begins with does not look back on it."""
    assert customs().early.isdisjoint(customs().year_end)
