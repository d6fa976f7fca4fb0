"""`lxyz waivers`: each with its days, its use and its state."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.fleet import accept
from lxyz.fleet.branch import Options
from lxyz.report import BranchReport

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
        ("2016-01-01", "2016-12-31", "2016-12-31", "今天到期", "ends today"),
        ("2016-01-01", "2016-12-31", "2016-11-30", "有效", "in force"),
        ("2016-01-01", "2016-12-30", "2016-06-30", "还没用上", "not used yet"),
    ],
)
def test_the_first_and_the_last_day_count(
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


def test_one_that_cannot_be_read(call, gap_branch: Path) -> None:
    """It is not in the list; that something is wrong is said in its place."""
    wrong = WAIVER.format(first="2016-01-01", last="2016-12-31")
    wrong = wrong.replace("  规则: ", "  规则：")
    (gap_branch / "豁免.yaml").write_text(wrong, "utf-8")
    told = ("waivers", gap_branch, "--as-of", "2016-06-30")
    assert "记录里有 1 处要改，先看 lxyz check\n没有豁免。" in call(*told).out
    assert "1 thing to fix" in call(*told, "--lang", "en").out
    (gap_branch / "豁免.yaml").write_text(wrong.replace("：", ": "), "utf-8")
    (gap_branch / "b.yaml").write_text("- {类型: 党课, 日期: 2016-02-02}\n", "utf-8")
    assert "处要改" in call(*told).out
    call("baseline", gap_branch, "--as-of", "2016-06-30")
    assert "要改" not in call(*told).out  # nor does `check` say so
    (gap_branch / "豁免.yaml").unlink()
    assert "要改" not in call(*told).out


def test_a_waiver_names_whose_it_is(call) -> None:
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


def test_that_there_is_no_waiver_is_said(call, gap_branch: Path) -> None:
    """It is said; a profile that cannot be used, too."""
    assert "没有豁免。" in call("waivers", gap_branch).out
    (gap_branch / "branch.yaml").write_text("名称：坏\n", "utf-8")
    assert call("waivers", gap_branch).code == 3


def test_one_of_what_nobody_may_waive(call, gap_branch: Path) -> None:
    """It has no effect; the report and the explanation say so, too."""
    pack = gap_branch / "区委"
    pack.mkdir()
    (pack / "pack.yaml").write_text(
        'pack: {id: loc-2016, version: "1", title: 区委, title_en: District, '
        "document: 编造的, year: 2016, extends: [bj-2016]}\n"
        "unwaivable: {bj-2016/dues-each-month: 三}\n",
        "utf-8",
    )
    file = gap_branch / "branch.yaml"
    lines = file.read_text("utf-8").splitlines()
    named = (
        "规则包: ./区委" if "规则包" in one or "packs" in one else one for one in lines
    )
    file.write_text("\n".join([*named, ""]), "utf-8")
    text = WAIVER.format(first="2016-01-01", last="2016-12-31")
    text = text.replace("tiny/lecture", "bj-2016/dues-each-month")
    (gap_branch / "豁免.yaml").write_text(text, "utf-8")
    day = ("--as-of", "2017-01-01", "--year", "2016")
    assert "谁也不得豁免，不起作用" in call("waivers", gap_branch, *day).out
    told = call("waivers", gap_branch, *day, "--lang", "en").out
    assert "nobody may waive it: no effect" in told
    ended = call("check", gap_branch, *day, "-f", "text")
    assert "豁免.yaml:2" in ended.out
    assert "bj-2016/dues-each-month 谁也不得豁免（loc-2016 三）" in ended.out
    assert "党员每月交纳党费（必须，不得豁免）" in ended.out
    asked = ("explain", "bj-2016/dues-each-month", "--pack", pack)
    assert "谁也不得豁免（loc-2016 三）" in call(*asked).out
    assert "类型: 豁免" not in call(*asked).out
    english = call(*asked, "--lang", "en").out
    assert "nobody may waive it (loc-2016 三)" in english
    told = call("baseline", gap_branch, *day)
    assert "谁也不得豁免的" in told.out
    told = call("baseline", gap_branch, *day, "--lang", "en")
    assert "that nobody may waive were not accepted" in told.out


def test_a_branch_that_changes_while_it_is_read(
    call, gap_branch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that could not be used the first time it was read is told of."""
    report = accept.named_report

    def emptied(path: Path, options: Options) -> BranchReport:
        file = path / "branch.yaml"
        before = file.read_bytes()
        file.write_bytes(b"")
        try:
            return report(path, options)
        finally:
            file.write_bytes(before)

    monkeypatch.setattr(accept, "named_report", emptied)
    ended = call("waivers", gap_branch)
    assert (ended.code, ended.out) == (3, "")
    assert "的 branch.yaml 用不了" in ended.err
