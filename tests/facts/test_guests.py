"""How many sat in, by the line that says so."""

from __future__ import annotations

import pytest

from lxyz.facts.guests import guests_in, number_of


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("群众代表8人、机关党委2人", [("群众代表", 8, 8), ("机关党委", 2, 2)]),
        ("８名群众", [("群众", 8, 8)]),
        ("群众（八名）；两位老同志", [("群众", 8, 8), ("老同志", 2, 2)]),
        ("群众代表: 二十一人", [("群众代表", 21, 21)]),
        ("十余名群众", [("群众", 10, None)]),
        # Named one by one, each may be several.
        ("积极分子许诺、高远", [("积极分子许诺", 1, None), ("高远", 1, None)]),
        ("马骏（机关党委）", [("马骏(机关党委)", 1, None)]),
        ("群众", [("群众", 1, None)]),
        # Those who are named are among the number.
        ("机关党委2人、群众张三、李四等8人", [("机关党委", 2, 2), ("群众张三", 8, 8)]),
        ("张三、李四，共8人", [("张三", 8, 8)]),
        ("群众代表共8人", [("群众代表", 8, 8)]),
        ("群众5人、干部3人，共8人", [("群众", 5, 5), ("干部", 3, 3)]),
        # It may be another number.
        ("约8人", [("约8人", 0, None)]),
        ("群众3、4人", [("群众3", 0, None), ("", 4, 4)]),
        ("应到8人实到6人", [("应到8人实到6人", 0, None)]),
        ("群众8人实到6人", [("群众8人实到6人", 0, None)]),
        ("群众8人未到", [("群众8人未到", 0, None)]),
        ("群众8人，其中女3人", [("群众", 8, 8), ("其中女3人", 0, None)]),
        ("附近群众8人", [("附近群众", 8, 8)]),
        ("群" * 501, [("群" * 500, 1, None), ("", 0, None)]),
    ],
)
def test_what_a_line_says(text: str, wanted: list[tuple[str, int, int | None]]) -> None:
    """Who, how many at least, and at most."""
    assert [tuple(one) for one in guests_in(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("群众8人、机关党委2人", 10), ("群众", None), ("十余人", None)]
)
def test_as_one_number(text: str, wanted: int | None) -> None:
    """Only where it is told."""
    assert number_of(text) == wanted
