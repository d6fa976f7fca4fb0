"""The patterns of minutes: each can be made, and is made once."""

from __future__ import annotations

import re

import pytest

from lxyz.base.tables import rows_of
from lxyz.denial.denials import DENIALS
from lxyz.denial.nothing import NOTHING
from lxyz.denial.undone import _UNDONE
from lxyz.denial.unheld import _FORMS, UNHELD
from lxyz.facts.guests import _GUESTS
from lxyz.facts.not_there import _ABSENCE
from lxyz.facts.partaking import PARTAKING
from lxyz.facts.studied import _STUDIED
from lxyz.records.asides import _ASIDES
from lxyz.redact.titles import _NAMES
from lxyz.vocabulary.phrases import Phrases, _Pattern, _patterns

FORMS = {*_FORMS, "broken_off", "not_done"}
ALL = [
    DENIALS,
    NOTHING,
    UNHELD,
    _UNDONE,
    _GUESTS,
    _ABSENCE,
    PARTAKING,
    _STUDIED,
    _ASIDES,
    _NAMES,
]


@pytest.mark.parametrize("words", ALL, ids=lambda one: one._part)
def test_every_pattern_can_be_made(words: Phrases) -> None:
    """Anew, whatever was asked for before; whoever asks again gets the same."""
    fresh = type(words)(words._part)
    named = [name for name, one in vars(type(words)).items() if type(one) is _Pattern]
    made = {name: getattr(fresh, name) for name in named}
    assert made
    assert all(isinstance(one, re.Pattern) and one.pattern for one in made.values())
    assert all(getattr(fresh, name) is one for name, one in made.items())


def test_every_row_is_used() -> None:
    """Each table by one class; of its rows the patterns by name, the parts in others."""
    heads = {one for one, *_ in rows_of(_patterns()) if one.startswith("[")}
    assert heads == {f"[{words._part}]" for words in ALL}
    for words in ALL:
        texts = "".join(words.rows.values())
        for name in words.rows:
            part = f"{{{name}}}" in texts
            named = name in vars(type(words)) or (words is UNHELD and name in FORMS)
            assert part if name[0] == "_" else named, name


def test_words_that_are_compared_as_they_are() -> None:
    """They are those of several lists, and some that stand in none."""
    nothing, denials = type(NOTHING)("nothing"), type(DENIALS)("denials")
    assert {"没", "另约"} <= {*nothing.unclear_words}
    assert {"无", "没有"} <= nothing.none
    assert {"下月", "份"} <= {*denials.ends_put_off}
    assert {"取消", "讲"} <= {*denials.ends_undone}
