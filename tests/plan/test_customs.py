"""The kinds that `customs.yaml` names."""

from __future__ import annotations

import pytest

from lxyz.plan.customs import Customs, customs
from lxyz.vocabulary import vocabulary


@pytest.mark.parametrize("name", Customs._fields)
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


def test_nothing_comes_both_first_and_last() -> None:
    """What a year begins with does not look back on it."""
    assert customs().early.isdisjoint(customs().year_end)
