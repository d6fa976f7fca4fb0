"""`lxyz waivers`: each with its days, its use and its state."""

from __future__ import annotations

from pathlib import Path

import pytest

WAIVER = """\
- 类型: 豁免
  规则: tiny/lecture
  原因: 防汛抢险
  审定人: 机关党委
  日期: 2016-07-01
  起: {first}
  止: {last}
"""


@pytest.mark.parametrize(
    ("first", "last", "as_of", "zh", "en"),
    [
        ("2016-01-01", "2016-12-31", "2017-01-01", "已到期\n", "ended\n"),
        (
            "2016-01-01",
            "2016-03-31",
            "2017-01-01",
            "已到期，没用上",
            "ended, never used",
        ),
        ("2016-11-01", "2016-12-31", "2016-10-31", "还没开始", "not begun"),
        ("2016-01-01", "2016-12-31", "2016-12-01", "还有30天到期", "ends in 30 days"),
        ("2016-01-01", "2016-12-31", "2016-11-30", "有效", "in force"),
        ("2016-01-01", "2016-12-30", "2016-06-30", "还没用上", "not used yet"),
    ],
)
def test_states(
    call, gap_branch: Path, first: str, last: str, as_of: str, zh: str, en: str
) -> None:
    """The first and last day count; what was of no use is said."""
    (gap_branch / "豁免.yaml").write_text(
        WAIVER.format(first=first, last=last), "utf-8"
    )
    told = ("waivers", gap_branch, "--as-of", as_of, "--year", "2016")
    ended = call(*told)
    assert (ended.code, ended.err) == (0, "")
    assert zh in ended.out
    assert "防汛抢险；审定人 机关党委" in ended.out
    assert "豁免.yaml:2" in ended.out
    assert en in call(*told, "--lang", "en").out


def test_of_one_member(call) -> None:
    """Who it is for is named."""
    example = Path(__file__).parents[2] / "examples" / "branch-11"
    ended = call("waivers", example, "--as-of", "2016-09-30")
    assert "（胡斌）" in ended.out
    assert ended.out.count("审定人") == 2
    # A week among the weeks of the year, which are one verdict.
    assert (
        "每周集中学习一次：已到期\n    2016-07-18–2016-07-24；免去缺口 2 处"
        in ended.out
    )


def test_none(call, gap_branch: Path) -> None:
    """It is said; a profile that cannot be used, too."""
    assert "没有豁免。" in call("waivers", gap_branch).out
    (gap_branch / "branch.yaml").write_text("名称：坏\n", "utf-8")
    assert call("waivers", gap_branch).code == 3
