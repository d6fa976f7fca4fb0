"""The summary of many branches: who has gaps, how many, the worst first."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from lxyz.files.origin import Fault
from lxyz.render import Style
from lxyz.render.page.width import columns
from lxyz.report import BranchReport, Obstacle
from lxyz.verdicts import Verdict

from ..whole import Report, in_full

Make = Callable[..., Verdict]
Build = Callable[..., Report]
AS_OF = date(2016, 9, 30)
LATE = {"need": "1", "have": "0", "due": date(2016, 8, 31)}


def told(branches: list[BranchReport], **style: object) -> list[str]:
    """The lines of the summary."""
    report = Report(AS_OF, tuple(branches))
    return in_full("text", report, Style(**style)).splitlines()  # type: ignore[arg-type]


@pytest.fixture
def several(verdict: Make, report_of: Build) -> list[BranchReport]:
    """Seven branches in the order of their folders."""

    def one(name: str, *verdicts: Verdict, **more: object) -> BranchReport:
        path = more.pop("path", name)
        return report_of(*verdicts, name=name, path=path, **more).branches[0]

    gap = verdict("lecture", "overdue", **LATE)
    soft = verdict("few", "overdue", "warning", modality="should", **LATE)
    lost = verdict("study-monthly", "missed", **LATE)
    null = Fault("F006", "branch.yaml", 1, 1)
    unread = one("空字节", faults=(null,))._replace(year=0)
    return [
        one("甲", gap),
        one("乙"),
        one("丙", gap, lost, soft),
        one("丁", soft),
        unread,
        one("戊", error=Obstacle("P001", (("pack", "x"), ("known", "a、b")), 2)),
        one("己", faults=(Fault("F204", "a.yaml", 1, 1),), path="很长的文件夹/" * 4),
    ]


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_worst_first(several: list[BranchReport], width: int, lang: str) -> None:
    """What could not be checked, then musts, faults, warnings, none; in any order."""
    lines = told(several, width=width, lang=lang)
    assert lines == told(several[::-1], width=width, lang=lang)
    assert [line for line in lines if columns(line) > width] == []
    marked = [line[2:].split()[0] for line in lines if line.startswith(("×", "!", "√"))]
    order = [name.replace(":", "：").split("：")[0] for name in marked]
    assert order == ["戊", "空字节", "丙", "甲", "己", "丁", "乙"]


def test_numbers_stand_below_their_heads(several: list[BranchReport]) -> None:
    """The row of 丙: a gap, a warning, one too late."""
    lines = told(several)
    head = next(line for line in lines if "缺项" in line)
    row = next(line for line in lines if line.startswith("× 丙"))
    assert head.split() == [
        "支部",
        "记录错误",
        "缺项",
        "提醒",
        "错过",
        "30天内",
        "待补全",
    ]
    assert row.split() == ["×", "丙", "·", "1", "1", "1", "·", "·"]
    assert columns(head) == columns(row)


def test_why_a_branch_was_not_checked(several: list[BranchReport]) -> None:
    """A sentence in place of numbers: no line of noughts for what was not read."""
    text = "\n".join(told(several, width=120))
    assert "× 戊：没能检查，找不到规则包“x”（现有：a、b；" in text
    assert "× 空字节：没能检查，文件里有空字节" in text
    english = "\n".join(told(several, width=120, lang="en"))
    assert "× 戊: not checked; no rule pack “x” (there are a, b;" in english


def test_the_whole_counted(several: list[BranchReport]) -> None:
    """At the end each branch is counted once."""
    assert "没能检查 2 个  有缺口或写错 3 个  只有提醒 1 个  未发现缺口 1 个" in told(
        several
    )
    english = told(several, lang="en")
    assert "not checked 2  gaps or faults 3  only warnings 1  no gap found 1" in english
    clear = told(several[:2] * 3)
    assert "有缺口或写错 3 个  只有提醒 0 个  未发现缺口 3 个" in clear
    in_english = told(several[:2] * 3, lang="en")
    assert "gaps or faults 3  only warnings 0  no gap found 3" in in_english


def test_what_is_wanting_most(several: list[BranchReport]) -> None:
    """Only what several branches lack, with the rule to look up."""
    lines = told(several)
    start = lines.index("缺得最多的")
    assert {line.rpartition("：")[2] for line in lines[start + 1 : start + 3]} == {
        "2 个支部  try-2016/few",
        "2 个支部  try-2016/lecture",
    }
    assert not any("study-monthly" in line for line in lines)
    assert "缺得最多的" not in told(several[:1] + several[3:])


def test_a_path_only_where_the_name_does_not_say_it(
    several: list[BranchReport],
) -> None:
    """Beside the numbers if it fits, else below; always for two of one name."""
    lines = told(several)
    own = next(n for n, line in enumerate(lines) if line.startswith("× 己"))
    assert lines[own].endswith("·")
    assert lines[own + 1].startswith("    很长的文件夹/")
    twins = [
        one._replace(path=f"机关/{n}/乙") for n, one in enumerate([several[1]] * 6)
    ]
    rows = [line for line in told(twins, width=120) if line.startswith("√ 乙")]
    assert [row.split()[-1] for row in rows] == [f"机关/{n}/乙" for n in range(6)]
    broken = told([several[5]._replace(path="别处"), *several[:5]])
    assert "    别处" in broken


def test_details_of_a_few(several: list[BranchReport]) -> None:
    """Up to five branches are told in full after the table; more only on request."""
    five = "\n".join(told(several[:5]))
    six = "\n".join(told(several[:6]))
    assert five.count("合计（一人一期算一项）：") == 5
    assert "合计（一人一期算一项）：" not in six
    assert "看一个支部：lxyz check" in six
    shown = frozenset(("all",))
    assert "\n".join(told(several, show=shown)).count("合计（一人一期算一项）：") == 7


def test_the_page_has_the_same_order(several: list[BranchReport]) -> None:
    """As in the table of the text; why one was not checked stands in place of numbers."""
    table = in_full("html", Report(AS_OF, tuple(several)), Style()).partition(
        "</table>"
    )[0]
    rows = [row.partition("</tr>")[0] for row in table.split("<tr>")[2:]]
    shown = [re.sub("<[^>]*>", " ", row).split() for row in rows]
    assert [row[0] for row in shown] == ["戊", "空字节", "丙", "甲", "己", "丁", "乙"]
    assert shown[0][1].startswith("没能检查，找不到规则包")
    assert not any(text.isdecimal() for text in shown[0])
    assert shown[2][1:3] == ["1", "1"]
