import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lxyz.render.page.safe import clean, defused


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第十一党支部", "第十一党支部"),
        ("\x1b[2K\x1b[1A\x1b[32m全部通过", "\\u{1B}[2K\\u{1B}[1A\\u{1B}[32m全部通过"),
        ("a\nb\tc\rd", "a\\u{A}b\\u{9}c\\u{D}d"),
        ("\x9b31m", "\\u{9B}31m"),
        ("甲\u202e乙", "甲\\u{202E}乙"),
        ("王\u200b敏", "王\\u{200B}敏"),
        ("\ud800", "\\u{D800}"),
        ("\ufeff\u2066\u2028\x7f\x00", "\\u{FEFF}\\u{2066}\\u{2028}\\u{7F}\\u{0}"),
        ("ㅤ", "\\u{3164}"),
        ("𠮷　野", "𠮷　野"),
    ],
)
def test_what_a_terminal_would_obey_is_shown(text: str, shown: str) -> None:
    """What a terminal would obey is shown."""
    assert clean(text) == shown


@given(st.text(st.characters(codec=None)))
def test_nothing_unseen_gets_through(text: str) -> None:
    """Nothing unseen gets through."""
    for char in clean(text):
        assert unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """Cleaning twice is cleaning once."""
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error file=a::b", "\\u{3A}:error file=a::b"),
        ("ok\n  ::set-output", "ok\n  \\u{3A}:set-output"),
        ("##[add-mask]x ##vso[a]", "#\\u{23}[add-mask]x #\\u{23}vso[a]"),
        ("a::b", "a::b"),
    ],
)
def test_no_line_is_a_command_to_ci(text: str, shown: str) -> None:
    """No line is a command to CI."""
    assert defused(text) == shown
