"""English nouns in number."""

from __future__ import annotations

import pytest

from lxyz.render.wording.number import counted, plural, some
from lxyz.render.wording.words import kind
from lxyz.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("gap", "gaps"),
        ("collective study", "collective studies"),
        ("theme Party day", "theme Party days"),
        ("branch", "branches"),
        ("closing of a rectification", "closings of a rectification"),
    ],
)
def test_the_noun_takes_the_plural(noun: str, several: str) -> None:
    """The noun takes the plural, what follows `of` does not."""
    assert plural(noun) == several
    assert (some(1, noun), some(0, noun), some(2, noun)) == (
        f"1 {noun}",
        f"0 {several}",
        f"2 {several}",
    )


def test_what_has_no_number_is_counted_by_its_records() -> None:
    """One has no two publicities; of what `of` follows, the noun before it decides."""
    assert counted("publicity", one=True) == "record of publicity"
    assert counted("volunteer service", one=False) == "records of volunteer service"
    assert counted("standard of service", one=True) == "standard of service"
    assert counted("quiz", one=False) == "quizzes"


def test_no_kind_is_counted_in_two_plurals() -> None:
    """A kind whose name is a plural already is counted by its records."""
    for slug in vocabulary().kinds:
        assert not counted(kind(slug, "en"), one=False).endswith("ss"), slug
        name = kind(slug, "en").partition(" of ")[0]
        ends = name.endswith(("s", "ia")) and not name.endswith("analysis")
        assert not ends or counted(name, one=True) != name, slug
