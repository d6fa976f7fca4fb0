"""Tables of texts."""

from lxyz.base.tables import rows_of, table_in

TEXT = """# a remark

[one]
a 甲
  in English
# between
b 乙

[two]
c 丙
"""


def test_rows() -> None:
    """A row and what stands below it; remarks and empty lines are none."""
    assert rows_of("a 甲\n  first\n  second\n\n# none\nb") == [
        ["a 甲", "first", "second"],
        ["b"],
    ]


def test_one_of_several_tables() -> None:
    """It ends with an empty line, or the text."""
    assert table_in(TEXT, "one") == [["a 甲", "in English"], ["b 乙"]]
    assert table_in(TEXT, "two") == [["c 丙"]]
    assert table_in(TEXT, "three") == []
