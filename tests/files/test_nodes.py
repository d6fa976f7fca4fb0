"""The place of every character of a text, however it was written."""

from __future__ import annotations

import pytest

from lxyz.files import Mapping, Scalar, read_text


def value_of(text: str) -> Scalar:
    """The value of the first key."""
    document = read_text(text.encode(), "x.yaml")
    assert document.faults == ()
    assert isinstance(document.root, Mapping)
    value = document.root.pairs[0][1]
    assert isinstance(value, Scalar)
    return value


@pytest.mark.parametrize(
    "written",
    [
        "王敏、刘扬",
        '"王敏、刘扬"',
        "'王敏、刘扬'",
        '"\\u738b敏、刘扬"',
        '"\\x41\\U00000041\\"、刘扬"',
        "'王''敏、刘扬'",
        "|\n  王敏\n  刘扬",
        "|\n  王敏、刘扬\n",
        "|\n\n    王敏\n\n      刘扬\n",
        "|-\n  甲\n\n  乙、刘扬",
        "|2\n    甲\n  刘扬",
    ],
)
def test_place_in_source(written: str) -> None:
    """Where a name stands in the value is where it stands in the file."""
    text = f"出席: {written}\n"
    value = value_of(text)
    line, column = value.place(value.value.index("刘扬"))
    assert text.split("\n")[line - 1][column - 1 :].startswith("刘扬")


def test_spoiled_keys() -> None:
    """What could not be read is noted by its key, or by none."""
    mapping = Mapping(1, 1, flow=False)
    assert not mapping.spoiled
    mapping.spoil("日期")
    mapping.spoil("", "主题")
    assert mapping.spoiled == {"日期", "", "主题"}
