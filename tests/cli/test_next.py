"""`lxyz next`: what comes due, in order of day."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

from lxyz.cli.commands import command_for
from lxyz.errors import UsageError
from lxyz.render.page.jsontext import json_schema

command_for([])
from lxyz.cli.commands import app  # noqa: E402 - its commands are added above

PROFILE = """名称: %s
规则包: bj-2016
党员: [{姓名: 王敏、陈静、李娜, 起: 2014-11-20}]
支委会:
- {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
- {姓名: 陈静, 职务: 组织委员, 任职日期: 2014-11-20}
- {姓名: 李娜, 职务: 宣传委员, 任职日期: 2014-11-20}
"""
RECORDS = """
- {类型: 集体学习, 日期: 2018-01-11, 出席情况: 全体}
- 类型: 学习计划
  日期: 2018-01-05
  条目:
    - {时段: 2018-12-20, 类型: 组织生活会, 内容: 对照检查, 责任人: 王敏}
    - {时段: 2018-12-03..2018-12-14, 类型: 党课, 责任人: 陈静}
    - {时段: 2018-12-03, 类型: 集体学习}
    - {时段: 每周, 类型: 个人自学, 方式: 个人}
    - {时段: 2018-12-11, 类型: 小竞赛}
    - {时段: 2018-12, 类型: 谈心谈话}
    - {时段: 2018-12-13, 类型: 专题学习讨论, 方式: 个人}
- {类型: 集体学习, 日期: 2018-12-03, 出席情况: 全体}
- {类型: 主题党日, 日期: 2018-12-12, 状态: 计划, 主题: 义务劳动}
"""
Run = Callable[..., str]
SCHEMA = jsonschema.Draft202012Validator(json_schema("next"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A branch with a plan."""
    home = tmp_path / "甲"
    home.mkdir()
    (home / "branch.yaml").write_text(PROFILE % "第九党支部", "utf-8")
    (home / "a.yaml").write_text(RECORDS.lstrip(), "utf-8")
    return home


def ran(*words: object, code: int = 0) -> str:
    """What it prints."""
    result = CliRunner().invoke(app, ["next", *map(str, words)], env={"COLUMNS": "100"})
    assert result.exit_code == code, result.output
    return result.stdout


def items(*words: object) -> list[dict[str, object]]:
    """The items of the only branch."""
    told = json.loads(ran(*words, "--format", "json"))
    SCHEMA.validate(told)
    (branch,) = told["branches"]
    found: list[dict[str, object]] = branch["items"]
    return found


def test_in_order_of_day(folder: Path) -> None:
    """The overdue first, then day by day, the first day and the last included."""
    page = ran(folder, "--as-of", "2018-12-06", "--days", "14")
    assert page.splitlines()[1] == "2018-12-06 起 14 天，到 2018-12-20"
    heads = [line for line in page.splitlines() if line[:1] not in "×!○+· " and line]
    assert heads[2:] == [
        "现在要做（5 件）",
        "12月11日（周二，还有5天）",
        "12月12日（周三，还有6天）",
        "12月14日（周五，还有8天）",
        "12月19日（周三，还有13天）",
        "12月20日（周四，还有14天）",
    ]
    assert "+ 计划：小竞赛\n    a.yaml:9\n" in page
    assert "+ 计划：主题党日\n    义务劳动；为了：每季度一次党员活动" in page
    assert "+ 计划：党课\n    12月3日至12月14日；责任人 陈静；为了：" in page
    assert (
        "! 要先办：组织生活会前征求意见\n    12月20日计划组织生活会，要在它之前\n"
        "    a.yaml:5  一（二）4 bj-2016/opinions-before-life-meeting"
    ) in page
    assert "为了：第四季度召开组织生活会" in page
    assert "个人自学" not in page
    short = ran(folder, "--as-of", "2018-12-06", "--days", "13")
    assert "12月20日（" not in short
    assert "12月19日（周三" in short


def test_duties_that_must_be_begun_early(folder: Path) -> None:
    """A duty stands on its last day to begin, with its due day; and once only."""
    assert "要动手" not in ran(folder, "--as-of", "2018-12-06", "--days", "17")
    page = ran(folder, "--as-of", "2018-12-06", "--days", "18")
    assert "12月24日（周一，还有18天）\n! 要动手：全年集体学习不少于8次" in page
    assert "要8次；12月31日到期，最迟12月24日动手，还有13个工作日" in page
    whole = ran(folder, "--as-of", "2018-12-06", "--days", "30")
    assert "+ 计划：谈心谈话\n    12月" in whole
    assert "○ 到期：每季度一次主题交流研讨" in whole
    assert whole.count("全年集体学习不少于8次") == 1
    assert "12月31日（周一，休息日，之前的工作日到12月29日为止，还有25天）" in whole
    late = ran(folder, "--as-of", "2018-12-28", "--days", "0")
    assert "12月28日（周五，今天）" in late
    assert "最迟12月24日就该动手" in late
    off = ran(folder, "--as-of", "2018-12-30", "--days", "1", "--lang", "en")
    assert "31 Dec (Mon, day off, in 1 day)" in off
    english = ran(folder, "--as-of", "2018-12-06", "--days", "30", "--lang", "en")
    assert (
        "31 Dec (Mon, day off, the last working day is 29 Dec, in 25 days)" in english
    )
    assert "! first: Opinions heard before the life meeting" in english
    assert "+ planned: Party lecture" in english


def test_an_item_says_day_why_who_and_what_to_do(folder: Path) -> None:
    """Each item says its day, why, who, what to do, the clauses and the place."""
    found = items(folder, "--as-of", "2018-12-06", "--days", "14")
    assert [one["why"] for one in found][:5] == ["overdue"] * 5
    days = [str(one["day"]) for one in found[5:]]
    assert days == sorted(days)
    meeting = found[-1]
    assert meeting["kinds"] == ["organization-life-meeting"]
    assert (meeting["who"], meeting["file"], meeting["line"]) == (["王敏"], "a.yaml", 5)
    assert {"rule": "bj-2016/life-meeting", "clause": "一（二）4"} in meeting["rules"]  # type: ignore[operator]
    dues = next(one for one in found if "党费" in str(one["title"]))
    assert dues["who"] == ["李娜", "王敏", "陈静"]
    assert dues["remedy"]
    assert dues["due"] == "2018-01-31"


def test_a_calendar_has_an_event_a_day(folder: Path, tmp_path: Path) -> None:
    """An event a day with a reminder; the same branch gives the same events."""
    icalendar = pytest.importorskip("icalendar")
    file = tmp_path / "提醒.ics"
    said = ("--as-of", "2018-12-06", "--days", "14", "--output", file)
    assert ran(folder, *said) == ""
    first = file.read_bytes()
    assert ran(folder, *said) == ""
    assert file.read_bytes() == first
    events = icalendar.Calendar.from_ical(first).walk("VEVENT")
    found = {str(one["summary"]): one for one in events}
    meeting = found["计划：组织生活会"]
    assert meeting["dtstart"].dt == date(2018, 12, 20)
    assert "bj-2016/life-meeting" in str(meeting["description"])
    assert meeting.walk("VALARM")
    assert found["要先办：组织生活会前征求意见"]["dtstart"].dt == date(2018, 12, 19)
    assert len({str(one["uid"]) for one in events}) == len(events)


@pytest.mark.usefixtures("folder")
def test_several_branches(tmp_path: Path) -> None:
    """A list for each; in a calendar each event says whose it is."""
    other = tmp_path / "乙"
    other.mkdir()
    (other / "branch.yaml").write_text(PROFILE % "第十党支部", "utf-8")
    said = (tmp_path, "--as-of", "2018-12-06", "--days", "14")
    page = ran(*said)
    assert page.index("第十党支部") != page.index("第九党支部")
    told = json.loads(ran(*said, "--format", "json"))
    assert {one["name"] for one in told["branches"]} == {"第九党支部", "第十党支部"}
    pytest.importorskip("icalendar")
    ran(*said, "-o", tmp_path / "x.ics")
    assert "第九党支部 计划：组织生活会" in (tmp_path / "x.ics").read_text("utf-8")


def test_an_item_of_a_plan_and_its_record_are_one(folder: Path) -> None:
    """As `lxyz plan` writes both; what spans several days stands for itself."""
    with (folder / "a.yaml").open("a", encoding="utf-8") as more:
        more.write("- {类型: 组织生活会, 日期: 2018-12-20, 状态: 计划}\n")
        more.write("- {类型: 党课, 日期: 2018-12-14, 状态: 计划}\n")
    page = ran(folder, "--as-of", "2018-12-06", "--days", "14")
    assert page.count("+ 计划：组织生活会") == 1
    assert "+ 计划：组织生活会\n    对照检查；责任人 王敏；为了：" in page
    assert page.count("+ 计划：党课") == 2


def test_groups_have_their_own() -> None:
    """What is planned for a group says so, and each stands for itself."""
    example = Path(__file__).parents[2] / "examples" / "branch-11"
    page = ran(example, "--as-of", "2016-10-10", "--days", "25")
    for group in ("第一党小组", "第二党小组"):
        assert page.count(f"+ 计划：集体学习、党小组会（{group}）") == 1


def test_nothing_comes_due(tmp_path: Path) -> None:
    """It says so."""
    profile = (PROFILE % "第九党支部").replace("bj-2016", "cas-2016")
    (tmp_path / "branch.yaml").write_text(profile, "utf-8")
    page = ran(tmp_path, "--as-of", "2015-05-06", "--days", "2")
    assert page.endswith("没有要到期的。\n")
    assert "Nothing comes due." in ran(
        tmp_path, "--as-of", "2015-05-06", "--days", "2", "--lang", "en"
    )


def test_what_is_wrong_in_a_branch(folder: Path) -> None:
    """Faults are counted, and a pack that cannot be used is told; the exit code is that
    of `check`."""
    (folder / "b.yaml").write_text("类型: 党棵\n日期: 2018-05-05\n", "utf-8")
    said = ("--as-of", "2018-12-06", "--days", "14")
    assert "记录里有 1 处要改，先看 lxyz check" in ran(folder, *said)
    assert "1 thing to fix" in ran(folder, *said, "--lang", "en")
    profile = (PROFILE % "第九党支部").replace("bj-2016", "nowhere")
    (folder / "branch.yaml").write_text(profile, "utf-8")
    assert "找不到规则包“nowhere”" in ran(folder, *said, code=2)
    told = json.loads(ran(folder, *said, "--format", "json", code=2))
    assert told["branches"][0]["error"]["exit_code"] == 2
    assert told["branches"][0]["items"] == []


@pytest.mark.parametrize(
    "profile", ["", "名称：坏\n", "[", "- 1\n", "名称: 无\n党员: 王敏\n"]
)
def test_a_branch_that_cannot_be_used(
    folder: Path, tmp_path: Path, profile: str
) -> None:
    """Nobody knows what comes due: it is not said that nothing does."""
    (folder / "branch.yaml").write_text(profile, "utf-8")
    page = ran(folder, code=3)
    assert "× E305" in page
    assert "甲的branch.yaml用不了" in "".join(page.split())  # wherever lines end
    assert "没有要到期的" not in page
    page = ran(folder, "--lang", "en", code=3)
    assert "how to fix it" in " ".join(page.split())
    told = json.loads(ran(folder, "--format", "json", code=3))
    SCHEMA.validate(told)
    assert told["branches"][0]["error"]["code"] == "E305"
    other = tmp_path / "乙"
    other.mkdir()
    (other / "branch.yaml").write_text(PROFILE % "第十党支部", "utf-8")
    page = ran(tmp_path, code=3)
    assert "E305" in page
    assert "第十党支部" in page


def test_a_calendar_has_no_place_for_what_is_wrong(
    folder: Path, tmp_path: Path
) -> None:
    """It is said beside it."""
    pytest.importorskip("icalendar")
    said = ("--as-of", "2018-12-06", "-o", tmp_path / "x.ics")
    words = ["next", *map(str, (folder, *said))]
    assert CliRunner().invoke(app, words).output == ""
    (folder / "b.yaml").write_text("类型: 党棵\n日期: 2018-05-05\n", "utf-8")
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert result.stderr == "第九党支部: 记录里有 1 处要改，先看 lxyz check\n"
    (folder / "branch.yaml").write_text("[", "utf-8")
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 3
    assert "E305" in result.stderr


def test_a_calendar_needs_a_file(folder: Path) -> None:
    """A calendar needs a file; a format must be known."""
    for words, code in ((("-f", "ics"), "E224"), (("-f", "xml"), "E201")):
        result = CliRunner().invoke(app, ["next", str(folder), *words])
        assert isinstance(result.exception, UsageError)
        assert result.exception.code == code
