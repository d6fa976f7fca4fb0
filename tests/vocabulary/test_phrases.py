"""Lists of words as patterns."""

from __future__ import annotations

import re

import pytest

from lxyz.vocabulary import written
from lxyz.vocabulary.phrases import Phrases, one_of, patterns, phrases


def test_the_longer_word_is_found_first() -> None:
    """Of two that begin alike; a mark in a word is no pattern."""
    assert one_of(["未", "未能", "没"]) == "(?:未能|未|没)"
    assert re.fullmatch(one_of(["？", "?"]), "?")


def _phrases(lists: dict[str, str]) -> Phrases:
    some = Phrases("")
    some.lists = lists
    return some


class _Some(Phrases):
    late, soon = patterns(2)
    _part_of = "很"


def test_a_pattern_is_made_when_it_is_first_asked_for() -> None:
    """And once: of the words of lists, of words, of other rows and what the class says."""
    some = _Some("")
    some.lists = {"not": "未、没有", "off": "取消"}
    some.rows = {"late": "{_lead}{not off 缓}到{1,2}", "_lead": "{_part_of}?"}
    assert not some._texts
    assert some.late.fullmatch("很未到")
    assert some.late.pattern == "很?(?:没有|取消|未|缓)到{1,2}"
    assert some.late is some.late
    with pytest.raises(KeyError, match="soon"):
        some.soon  # noqa: B018 - of the class, and no row of the table


def test_words_of_several_lists() -> None:
    """As they are written, one list behind the other."""
    some = _phrases({"not": "未、没有", "off": "取消"})
    assert some.words("off", "not") == ("取消", "未", "没有")
    assert some["not"] == "(?:没有|未)"
    assert some.any_of("not").fullmatch("没有")


def test_only_what_is_asked_for_is_made() -> None:
    """And once."""
    some = _phrases({"not": "未", "off": "取消"})
    assert some["not"] is some["not"]
    assert some.any_of("not") is some.any_of("not")
    assert list(some._texts) == ["not"]
    with pytest.raises(KeyError):
        some["later"]


@pytest.mark.parametrize("part", ["denials", "nothing", "undone", "absence", "studied"])
def test_no_word_stands_twice_in_a_list(part: str) -> None:
    """Nor none at all: it would be found everywhere."""
    for name, text in written()[part].items():
        if isinstance(text, str):
            words = phrases(part).words(name)
            assert len(set(words)) == len(words), name
            assert "" not in words, name
