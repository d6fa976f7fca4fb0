"""English remarks in the words that the patterns know."""

from __future__ import annotations

import pytest

from lxyz.denial.english import in_chinese


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Lecture cancelled because of flooding", "党课取消，因flooding"),
        ("CANCELLED - heavy rain", "取消，heavy rain"),
        ("The lecture was not given", "党课未开展"),
        ("postponed to 24 June", "改到6月24日"),
        ("Moved to July 1st.", "改到7月1日."),
        ("moved to next week", "改到下周"),
        ("originally 10 Jun, postponed to 17 June", "原定6月10日,改到6月17日"),
        ("No meeting this week: floods", "未开展，floods"),
        ("not paid by Li Na", "未交by Li Na"),
    ],
)
def test_what_was_not_held(text: str, told: str) -> None:
    """Words and days are said in Chinese, and nothing else."""
    assert in_chinese(text) == told


@pytest.mark.parametrize(
    "text",
    ["held online", "Read the charter", "党课 cancelled", "not " * 50, "因故取消", ""],
)
def test_any_other_text(text: str) -> None:
    """It is as it is: without a word of denial, with Chinese in it, or minutes."""
    assert in_chinese(text) == text
