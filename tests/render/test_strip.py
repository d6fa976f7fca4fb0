"""The year at a glance, and as a picture: what was held is shown, whatever rests on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxyz.fleet.branch import Options, check_branch
from lxyz.render.formats.html.year import picture
from lxyz.render.formats.strip import family_of, strip
from lxyz.render.page.style import Style
from lxyz.render.verdict.telling import told_of
from lxyz.report import BranchReport
from lxyz.verdicts import Outcome

AS_OF = date(2018, 7, 31)
PROFILE = """
名称: 机关第二党支部
规则包: nwupl-2018
支委会:
  - {姓名: 田野, 职务: 书记, 任职日期: 2017-03-10}
  - {姓名: 白雪, 职务: 组织委员, 任职日期: 2017-03-10}
党员:
  - {姓名: 田野、白雪, 起: 2017-03-10}
"""
# Of the weeks of July the second, the third and the fourth are missed.
RECORDS = """
- {类型: 支委会, 日期: 2018-01-10, 计入年度: 2017, 出席情况: 全体}
- {类型: 支委会, 日期: 2018-07-02, 出席情况: 全体}
- {类型: 支委会, 日期: 2018-07-31, 出席情况: 全体}
- {类型: 支委会, 日期: 2018-08-01, 出席情况: 全体}
- {类型: 支委会, 日期: 2018-07-11, 状态: 取消, 原因: 防汛}
- {类型: 谈心谈话, 日期: 2018-07-12, 谈话人: 田野, 谈话对象: 白雪}
- {类型: 微党课, 日期: 2018-07-13, 出席情况: 全体}
"""


def _branch(folder: Path) -> BranchReport:
    (folder / "branch.yaml").write_text(PROFILE.lstrip(), "utf-8")
    (folder / "records.yaml").write_text(RECORDS.lstrip(), "utf-8")
    return check_branch(folder, Options(AS_OF, 2018))


def test_what_was_held_is_counted(tmp_path: Path) -> None:
    """The weeks that were kept, too, where others of the same duty were missed; not
    what counts for the year before, lies ahead, or was cancelled."""
    branch = _branch(tmp_path)
    assert [(one.date, *one.kinds) for one in branch.sittings] == [
        (date(2018, 7, 2), "committee-meeting"),
        (date(2018, 7, 13), "micro-lecture"),
        (date(2018, 7, 31), "committee-meeting"),
    ]
    (weekly,) = (v for v in branch.verdicts if v.rule == "nwupl-2018/committee-weekly")
    assert (weekly.outcome, weekly.records) == ("missed", ())
    lines = strip(branch, told_of(branch, AS_OF, "zh"), Style("zh", 100))
    (committee,) = (line.split() for line in lines if line.startswith("支委会"))
    assert committee[1:9] == ["·"] * 6 + ["2×", "○"]


def test_a_bound_from_above_waits_for_nothing(tmp_path: Path) -> None:
    """As long as it is open, it is no mark in the year."""
    branch = _branch(tmp_path)
    (weekly,) = (v for v in branch.verdicts if v.rule == "nwupl-2018/committee-weekly")
    book = told_of(branch, AS_OF, "zh").book
    assert family_of(book, weekly) is not None
    open_ = weekly._replace(outcome=Outcome.OPEN)
    assert family_of(book, open_) is not None
    assert family_of(book, open_._replace(need="≤2")) is None


def test_what_was_held_is_drawn(tmp_path: Path) -> None:
    """Each at its day, with its place; a line that nobody asks for is not there."""
    branch = _branch(tmp_path)
    drawn = picture(branch, told_of(branch, AS_OF, "zh"))
    assert drawn is not None
    held = [mark.says for mark in drawn.marks if mark.shape == "met"]
    assert "7月2日 支委会 records.yaml:2" in held
    none = branch._replace(verdicts=())
    assert picture(none, told_of(none, AS_OF, "zh")) is None
    assert strip(none, told_of(none, AS_OF, "zh"), Style("zh", 100)) == []


def test_a_stricter_tier_marks_nothing_yet(tmp_path: Path) -> None:
    """While the month goes on, its fixed day alone is past."""
    profile = PROFILE.replace("nwupl-2018", "sd-2021")
    (tmp_path / "branch.yaml").write_text(profile.lstrip(), "utf-8")
    (tmp_path / "records.yaml").write_text(RECORDS.lstrip(), "utf-8")
    branch = check_branch(tmp_path, Options(date(2022, 1, 23), 2022))
    told = told_of(branch, date(2022, 1, 23), "zh")
    (tier,) = (
        one
        for one in branch.verdicts
        if one.rule == "sd-2021/activity-day~" and one.span.label == "2022-01"
    )
    assert (tier.outcome, bool(tier.folded_into)) == ("missed", True)
    (days,) = (
        line.split()
        for line in strip(branch, told, Style("zh", 100))
        if line.startswith("主题党日")
    )
    assert days[1] == "○"


def test_a_month_without_a_study_is_marked(tmp_path: Path) -> None:
    """Where a step of another sitting would have done as well, too."""
    (tmp_path / "branch.yaml").write_text(
        "名称: 甲\n规则包: sd-2021\n党员: [{姓名: 王敏, 起: 2018-01-01}]\n", "utf-8"
    )
    (tmp_path / "一月.yaml").write_text(
        "{类型: 集体学习, 日期: 2022-01-14, 出席情况: 全体}\n", "utf-8"
    )
    as_of = date(2022, 3, 1)
    branch = check_branch(tmp_path, Options(as_of, 2022))
    lines = strip(branch, told_of(branch, as_of, "zh"), Style("zh", 100))
    (study,) = (line.split() for line in lines if line.startswith("集体学习"))
    assert study[1:4] == ["1", "×", "○"]


def test_each_month_of_dues_shows_what_became_of_it(tmp_path: Path) -> None:
    """Though all of them are one verdict: paid, owed, and not yet due."""
    members = "党员: [{姓名: 田野, 起: 2010-01-01}]\n"
    text = f"名称: 甲\n规则包: [bj-2016]\n{members}支委会: [{{姓名: 田野, 职务: 书记, 任职日期: 2014-01-01}}]\n"
    (tmp_path / "branch.yaml").write_text(text, "utf-8")
    paid = "- {{类型: 交纳党费, 日期: 2018-0{0}-05, 月份: 2018-0{0}, 党员: 田野}}\n"
    months = "".join(paid.format(month) for month in (1, 2, 3, 5, 6))
    (tmp_path / "records.yaml").write_text(months, "utf-8")
    branch = check_branch(tmp_path, Options(date(2018, 7, 1), 2018))
    lines = strip(branch, told_of(branch, date(2018, 7, 1), "zh"), Style("zh", 100))
    (dues,) = (line.split() for line in lines if line.startswith("党费"))
    assert dues[1:] == [*"√√√×√√", *"○" * 6]
    drawn = picture(branch, told_of(branch, date(2018, 7, 1), "zh"))
    assert drawn is not None
    row = 15 + next(line.y for line in drawn.lines if line.name == "党费")
    marks = [mark.shape for mark in drawn.marks if mark.y == row]
    assert marks == ["met"] * 3 + ["gap"] + ["met"] * 2 + ["open"] * 6
