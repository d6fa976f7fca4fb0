"""The words of minutes as patterns: each can be made, and is made once."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

import pytest

from lxyz.denial.denials import DENIALS
from lxyz.denial.nothing import NOTHING
from lxyz.denial.unheld import UNHELD
from lxyz.facts.partaking import PARTAKING


@pytest.mark.parametrize(
    "words", [DENIALS, NOTHING, PARTAKING, UNHELD], ids=lambda one: type(one).__name__
)
def test_every_pattern_can_be_made(words: Any) -> None:
    """Anew, whatever was asked for before; whoever asks again gets the same."""
    fresh = type(words)(words._part)
    names = [
        name
        for name, one in vars(type(words)).items()
        if isinstance(one, cached_property) and not name.startswith("_")
    ]
    made = {name: getattr(fresh, name) for name in names}
    patterns = [one for one in made.values() if isinstance(one, re.Pattern)]
    assert len(patterns) > len(names) // 2
    assert all(one.pattern for one in patterns)
    assert all(getattr(fresh, name) is one for name, one in made.items())
