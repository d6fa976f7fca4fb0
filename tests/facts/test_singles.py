"""Which tellings are of one thing."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.facts import Fact
from lxyz.facts.singles import Singles
from lxyz.origin import Origin


@pytest.mark.parametrize(
    ("told", "twins"),
    [
        ("- -", "0 0"),
        ("title=a title=a title=b", "0 0 2"),
        ("title=a - title=b", "0 0 2"),
        ("- title=a title=b", "0 0 2"),
        ("- title=a -", "0 0 0"),
        ("item=a,value=1 item=a,value=2 item=a item=b", "0 1 0 3"),
        ("item=a,value=1 value=1 value=2", "0 0 2"),
        ("item=a value=1 item=b", "0 0 2"),
        ("item=a value=1 item=a,value=2", "0 0 0"),
        ("item=a item=b item=b,value=2 item=c", "0 1 1 3"),
        ("title=a title=b - title=c -", "0 1 0 3 0"),
    ],
)
def test_twins(told: str, twins: str) -> None:
    """Each telling, and the number of the one it is another telling of."""
    singles = Singles()
    facts: list[Fact] = []
    found: list[int] = []
    for one in told.split():
        said = dict(pair.split("=") for pair in one.split(",") if "=" in pair)
        fact = Fact({"x"}, "member", date(2016, 1, 1), Origin("x"))
        facts.append(fact)
        found.append(facts.index(singles.twin(said, fact)))
    assert " ".join(map(str, found)) == twins
