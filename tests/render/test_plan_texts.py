"""Plans as tables and as YAML."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.files.origin import Fault
from lxyz.plan import Draft, Left
from lxyz.plan.bound import LowerBound
from lxyz.render.page.style import Style
from lxyz.render.plan.table import plan_markdown
from lxyz.render.plan.text import plan_faults, plan_text
from lxyz.render.plan.yaml import plan_yaml

from .conftest import make
from .planned import DAY, SPAN, a_draft, a_plan


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        (
            "zh",
            [
                "# 第九\\|支部 2016年学习计划表",
                "",
                "| 时间 | 内容 | 形式 | 责任人 | 备注 |",
                "| --- | --- | --- | --- | --- |",
                "| 2016-06-24 | 党课；专题：甲\\|\\<乙\\> www\\.a.cn | 集中开展 | 全体 | 一组 |",
                "| 2016-06 | 集体学习；结合本支部实际安排，内容由支委会另定 | 支部自选 | 全体 | 自选 |",
            ],
        ),
        (
            "en",
            [
                "# 第九\\|支部 2016: study plan",
                "",
                "| When | What | How | Who | Note |",
                "| --- | --- | --- | --- | --- |",
                "| 2016-06-24 | Party lecture; 专题：甲\\|\\<乙\\> www\\.a.cn | 党小组会 | all | 一组 |",
                "| 2016-06 | collective study; 结合本支部实际安排，内容由支委会另定 | 支部自选 | all | own choice |",
            ],
        ),
    ],
)
def test_no_text_breaks_out_of_a_cell(lang: str, rows: list[str]) -> None:
    """A row an item; nothing in a cell can break out of it."""
    draft = a_draft(group="一组", topic="甲|<乙> www.a.cn", responsible="all")
    plan = a_plan(draft)
    assert plan_markdown(plan, Style(lang=lang)).replace("集中开展", "党小组会") == (
        "\n".join(rows).replace("集中开展", "党小组会") + "\n"
    )


def test_the_table_of_a_study_plan() -> None:
    """It has the plan's own items, too, in words."""
    own = {
        "when": "monthly",
        "kind": ["collective-study"],
        "content": "学",
        "form": "自学",
    }
    plan = Draft(["study-plan"], DAY, "document", SPAN)
    plan.values["items"] = [own]
    rows = plan_markdown(a_plan(plan, a_draft()), Style()).splitlines()
    assert rows[-1] == "| 每月 | 集体学习；学 | 自学 | 王敏 |  |"
    assert len(rows) == 7


def test_yaml_leaves_out_what_nobody_knows_yet() -> None:
    """What nobody can know beforehand is left out; a plan for nothing is a list."""
    text = plan_yaml(
        a_plan(a_draft(evidence=["a.jpg"], attendance="all", theme="甲")), Style()
    )
    assert text.splitlines()[2:] == [
        "- 类型: 党课",
        "  日期: 2016-06-24",
        "  主题: 甲",
        "  责任人: 王敏",
        "  状态: 计划",
    ]
    assert plan_yaml(a_plan(), Style(lang="en")).endswith("was said\n")


def test_yaml_leaves_out_what_is_still_to_be_closed() -> None:
    """The day on which a problem will be put right, or a commitment kept, would be taken
    for one on which it was, once the plan is carried out."""
    item = {"problem": "甲", "owner": "支部", "closed_on": DAY, "verified_by": "王敏"}
    text = plan_yaml(
        a_plan(a_draft("problem-list", items=[item], closed_on=DAY)), Style()
    )
    assert "    - 问题: 甲\n      主体: 支部\n  责任人" in text
    assert "06-24" not in text.partition("日期: 2016-06-24")[2]


@pytest.mark.parametrize(
    ("least", "zh", "en"),
    [
        (1, "会议、活动 1 次，至少要 1 次", "sittings: 1, at least 1 are needed"),
        (
            0,
            "会议、活动 1 次，至少要 0 次；能不能少于 1 次，没有证明",
            "sittings: 1, at least 0 are needed; that 1 is the least is not proved",
        ),
    ],
)
def test_how_few_there_can_be(least: int, zh: str, en: str) -> None:
    """Both numbers in every form; that it is the least only where that is proved."""
    plan = a_plan(Draft(["party-lecture"], DAY, "activity", SPAN))
    plan = plan._replace(bound=LowerBound(least, ()))
    for lang, said in (("zh", zh), ("en", en)):
        style = Style(lang=lang)
        assert plan_text(plan, style).splitlines()[1] == said
        assert plan_markdown(plan, style).splitlines()[2] == said
        assert plan_yaml(plan, style).splitlines()[1] == f"# {said}"


def test_a_page_says_what_who_and_for_which_rules() -> None:
    """By month: what, who, for which rules (of many the first), and what is left."""
    many = a_draft("party-lecture", "theme-party-day", responsible="王敏", topic="甲")
    many.serves.update({(n,): rule for n, rule in enumerate("abcd")})
    many.serves["own"] = "trial-2016/lecture"  # type: ignore[index]
    paper = Draft(["study-plan"], DAY, "document", SPAN)
    lost = Left(make("study-monthly", "missed"), "lost")
    page = plan_text(a_plan(many, paper, left=(lost, lost)), Style())
    assert page.splitlines()[:13] == [
        "第九|支部  2016年计划  从 2016-06-24 起  trial-2016",
        "会议、活动 1 次",
        "要写、要交、要报的 1 件",
        "",
        "6月",
        "□ 6月24日（周五）党课、主题党日",
        "    专题：甲；责任人 王敏",
        "    为了：a；b；c等5条",
        "· 6月24日（周五）学习计划",
        "",
        "日子已过、计划救不回的（1 件）",
        *page.splitlines()[11:13],
    ]
    english = plan_text(a_plan(many), Style(lang="en"))
    assert "□ 2016-06-24 (Fri) Party lecture, theme Party day\n" in english
    assert "    topic: 甲; responsible: 王敏\n    for: a; b; c and 2 more\n" in english


@pytest.mark.parametrize(
    ("day", "zh", "en"),
    [
        ("2016-10-07", "10月7日（周五，休息日）", "2016-10-07 (Fri, day off)"),
        ("2016-10-08", "10月8日（周六，调休上班）", "2016-10-08 (Sat, working day)"),
        ("2016-10-09", "10月9日（周日，调休上班）", "2016-10-09 (Sun, working day)"),
        ("2016-10-10", "10月10日（周一）", "2016-10-10 (Mon)"),
        ("2016-10-15", "10月15日（周六，休息日）", "2016-10-15 (Sat, day off)"),
    ],
)
def test_a_day_on_which_nobody_expects_a_sitting(day: str, zh: str, en: str) -> None:
    """A day off, and one of a weekend that is worked, are named as that."""
    one = a_draft("party-lecture")
    one.day = date.fromisoformat(day)
    assert f"□ {zh}党课\n" in plan_text(a_plan(one), Style())
    assert f"□ {en} Party lecture\n" in plan_text(a_plan(one), Style(lang="en"))


def test_a_fault_is_a_line_with_its_remedy() -> None:
    """A line each, with the remedy."""
    fault = Fault("F204", "a.yaml", 3, 1, (), "error")
    for lang in ("zh", "en"):
        made = a_plan(faults=(fault,))
        line = plan_faults(made, Path(), Style(lang=lang))
        assert line.startswith("a.yaml:3:1: F204: ")
        assert plan_faults(made, Path("b/c"), Style(lang=lang)) == f"b/c/{line}"
        assert line.count("\n") == 1


def test_a_page_has_no_empty_line_for_nothing() -> None:
    """A sitting of which nothing is said but its day takes one line."""
    bare = plan_text(a_plan(a_draft()), Style("zh")).splitlines()
    said = plan_text(a_plan(a_draft(topic="党史")), Style("zh")).splitlines()
    assert len(said) == len(bare) + 1
    assert bare == [line for line in said if "党史" not in line]
