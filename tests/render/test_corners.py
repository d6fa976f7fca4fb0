"""Corners of rendering that no shipped pack reaches."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.packs.model import Rule
from lxyz.render.asks import asks
from lxyz.render.draft import Draft
from lxyz.render.draft_keys import put_wanted
from lxyz.render.draft_parts import complete
from lxyz.render.example import example, word_of
from lxyz.render.explain import _shown
from lxyz.render.layout import Page
from lxyz.render.style import Style
from lxyz.render.when_words import day_words, late_words, when_phrase
from lxyz.render.width import cut
from lxyz.render.yamltext import write
from lxyz.vocabulary import vocabulary

DAY = date(2016, 9, 23)
RULE = {
    "id": "r",
    "title": "甲",
    "title_en": "A",
    "covers": ("a-01",),
    "modality": "must",
    "for": "branch",
    "count": {"of": {"kind": "party-lecture"}},
}


def test_a_gap_only_of_so_many_periods() -> None:
    """Broken by three months of the year in all."""
    rule = Rule.model_validate(
        {**RULE, "when": {"every": "month"}, "fold": {"total": "3"}}
    )
    assert "一年3期没有才算缺" in asks(rule, "zh")
    assert "3" in asks(rule, "en")


def test_a_key_that_records_of_the_kind_have_not() -> None:
    """A draft takes only keys of its kinds; a draft without items is left alone."""
    draft = Draft(("party-lecture",), DAY)
    put_wanted(draft, "month", "some")
    complete(draft, {"measures": "some"})
    assert "月份" not in draft.made
    assert "条目" not in draft.made


def test_words_and_examples() -> None:
    """Kinds and closed values by their Chinese names; a closed key has an example."""
    assert word_of("plans", "party-lecture") == "党课"
    assert word_of("moved", "yes") == "是"
    assert word_of("moved", "no") == "否"
    mode = vocabulary().key_slugs("item")["mode"][0]
    assert example("mode", mode, DAY) == "集体"


def test_values_of_parameters() -> None:
    """Windows and lists of a parameter on one line."""
    value = {"from": "06-15", "band": {"to": "07-31"}, "on": ("a", "b\x1b")}
    assert _shown(value) == "{from: 06-15, band: {to: 07-31}, on: [a, b\\u{1B}]}"


def test_a_page_of_nothing() -> None:
    """No texts in a row make no line; two blanks are one."""
    page = Page(Style())
    page.units([])
    page.blank()
    page.line("a")
    page.blank()
    page.blank()
    assert page.text() == "a\n\n"


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [("党支部", 6, "党支部"), ("党支部", 5, "党.."), ("\u0301" * 3, 0, "\u0301" * 3)],
)
def test_cut(text: str, width: int, shown: str) -> None:
    """A name that fits stays; one that does not ends in two dots."""
    assert cut(text, width) == shown


def test_lists_in_yaml() -> None:
    """Texts and mappings; a list in a list has no place in a record."""
    assert write({"a": [{"b": "c"}, "d"]}) == ["a:", "  - b: c", "  - d"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_days_in_words(lang: str) -> None:
    """A month-day is told in the language."""
    assert day_words("06-30", lang) == ("6月30日" if lang == "zh" else "30 Jun")


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        ("+30d", "再过30天", "30 days more"),
        ("+2 months", "再过2个月", "2 months more"),
        ("+1 month", "再过1个月", "1 months more"),
        ("$late", "（参数 late）", "(parameter late)"),
    ],
)
def test_how_long_a_late_one_counts(text: str, chinese: str, english: str) -> None:
    """Days, months, or what a parameter says."""
    assert late_words(text, "zh") == chinese
    assert late_words(text, "en") == english


@pytest.mark.parametrize(
    ("day", "chinese"),
    [("7", "7日"), ("branch.fixed_day", "固定党日"), ("$day", "day")],
)
def test_a_fixed_day(day: str, chinese: str) -> None:
    """By its number, the branch's own, or a parameter."""
    rule = Rule.model_validate({**RULE, "when": {"every": "month", "day": day}})
    assert chinese in when_phrase(rule, "zh")
    assert when_phrase(rule, "en")
