"""Lines of a pack: of the deepest part of a path that can be found."""

from __future__ import annotations

import pytest

from lxyz.files import Mapping, read_text
from lxyz.packs.reading import line_of, lines_of

TEXT = """pack:
  id: x
rules:
  - id: a
    count:
      min: 1
  - id: b
one: 甲
"""


def _root() -> Mapping:
    root = read_text(TEXT.encode(), "pack.yaml").root
    assert isinstance(root, Mapping)
    return root


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("pack", "id"), 2),
        (("rules", 0, "count", "min"), 6),
        (("rules", 0, "count", "Count", "min"), 6),
        (("rules", 1, "gone"), 7),
        (("rules", 9, "id"), 3),
        (("one", "more"), 8),
    ],
)
def test_line_of(path: tuple[int | str, ...], line: int) -> None:
    """What is not there (the name of a model, an item too many) is passed over."""
    assert line_of(_root(), path) == line


@pytest.mark.parametrize(
    ("name", "lines"), [("rules", [4, 7]), ("one", []), ("gone", [])]
)
def test_lines_of(name: str, lines: list[int]) -> None:
    """The lines of the items of a list."""
    assert lines_of(_root(), name) == lines
