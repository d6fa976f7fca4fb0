import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.render.page.width import columns, cut, flow, pad, wrap


def test_chinese_takes_two_columns() -> None:
    """Chinese takes two columns."""
    assert columns("abc") == 3
    assert columns("党课") == 4
    assert columns("𠮷，。") == 6
    assert columns("é") == 1
    assert columns("“·→") == 3


def test_pad_and_cut_count_columns() -> None:
    """Pad and cut count columns."""
    assert pad("党课", 6) == "党课  "
    assert pad("党课", 2) == "党课"
    assert cut("第十一党支部", 12) == "第十一党支部"
    assert cut("第十一党支部", 9) == "第十一.."


def test_lines_break_between_chinese_characters_with_a_hanging_indent() -> None:
    """Lines break between Chinese characters with a hanging indent."""
    assert wrap("甲乙丙丁戊己庚辛", 10, "- ") == ["- 甲乙丙丁", "  戊己庚辛"]


def test_no_line_begins_with_a_stop_or_ends_with_an_opening_bracket() -> None:
    """No line begins with a stop or ends with an opening bracket."""
    lines = wrap("一二三四五六，七八九（十）一二三四", 12)
    assert all(line[0] not in "，）" and line[-1] != "（" for line in lines)


def test_words_paths_and_numbers_with_their_measure_stay_whole() -> None:
    """Words paths and numbers with their measure stay whole."""
    assert wrap("甲乙丙 2016/党费.yaml:16", 18) == ["甲乙丙", "2016/党费.yaml:16"]
    assert wrap("已经过了一共183天", 16) == ["已经过了一共", "183天"]


def test_a_day_stays_whole() -> None:
    """Neither the month nor the year is left behind at the end of a line."""
    assert wrap("已办，2016年5月13日、5月20日", 18) == [
        "已办，",
        "2016年5月13日、",
        "5月20日",
    ]


def test_a_word_wider_than_the_line_is_broken() -> None:
    """A word wider than the line is broken."""
    lines = wrap("a" * 50, 20)
    assert "".join(lines) == "a" * 50
    assert all(columns(line) <= 20 for line in lines)


def test_a_name_that_begins_with_a_dot_stays_whole() -> None:
    """A folder that is hidden."""
    assert wrap("建好 .lxyz、.样例", 12) == ["建好 .lxyz、", ".样例"]
    assert wrap("甲乙丙丁.", 8) == ["甲乙丙", "丁."]


def test_units_stay_whole_where_they_fit() -> None:
    """Units stay whole where they fit."""
    assert flow(["甲 a/b", "乙 c/d"], 14, "  ") == ["  甲 a/b", "  乙 c/d"]
    assert flow(["甲 a/b", "乙 c/d"], 20, "  ") == ["  甲 a/b  乙 c/d"]
    assert flow(["甲" * 9], 12) == ["甲" * 6, "甲" * 3]


@given(st.text("甲乙，（）a /b1天", max_size=120), st.integers(20, 60))
def test_nothing_is_lost_and_nothing_too_wide(text: str, width: int) -> None:
    """Nothing is lost and nothing too wide."""
    lines = wrap(text, width, "- ")
    assert all(columns(line) <= width for line in lines)
    assert "".join("".join(lines)[1:].split()) == "".join(text.split())


@pytest.mark.parametrize("mark", ["长", "1", "a/", "（", "，", " "])
def test_a_very_long_text_takes_no_square_of_its_time(mark: str) -> None:
    """As long as the longest scalar that is read; it took half a minute."""
    assert "".join(wrap(mark * 30_000, 80)).replace(" ", "") == (mark * 30_000).strip()
