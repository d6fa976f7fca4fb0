"""Which tellings are of one thing."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.facts.fact import Fact
from lxyz.facts.singles import Singles
from lxyz.files.origin import Origin


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
    tellings: list[tuple[dict[str, str], Fact]] = []
    for one in told.split():
        said = dict(pair.split("=") for pair in one.split(",") if "=" in pair)
        tellings.append((said, Fact({"x"}, "member", date(2016, 1, 1), Origin("x"))))
    singles = Singles(*tellings[0])
    facts = [fact for _, fact in tellings]
    found = [facts.index(singles.twin(said, fact)) for said, fact in tellings]
    assert " ".join(map(str, found)) == twins
