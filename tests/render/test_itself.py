"""What a rule asks of the very fact it is about is told of that record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.asked import is_of_itself
from lxyz.packs.bind import described
from lxyz.packs.load import find_pack, load_pack
from lxyz.packs.model import Pattern
from lxyz.packs.part import part_of
from lxyz.render.rule.asks import asks
from lxyz.render.rule.describe import any_of
from lxyz.render.rule.dues import due_lines
from lxyz.render.verdict.message import message
from lxyz.render.verdict.sentences import near_words
from lxyz.render.verdict.telling import told_of

AS_OF = date(2016, 9, 30)
PROFILE = """
名称: 第五党支部
规则包: cas-2016
党员:
  - {姓名: 田野、白雪, 起: 2014-03-10}
"""
RECORDS = """
- {类型: 党课, 日期: 2016-06-24, 发言: {主讲: 田野}, 出席情况: 全体}
- {类型: 党课, 日期: 2016-07-24, 发言: {主讲: 田野}, 主持人: 白雪, 出席情况: 全体}
"""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "讨论、党课和会议有人负责：6月24日的记录缺“责任人”或“主持人”；补正即可"),
        (
            "en",
            (
                "Someone is in charge of each meeting: lacks “responsible” or “host” "
                "(record of 24 Jun); putting it right is enough"
            ),
        ),
    ],
)
def test_what_a_record_lacks_in_all_ways(tmp_path: Path, lang: str, said: str) -> None:
    """Whatever of it may be said; putting it right is enough, and no late thing."""
    (tmp_path / "branch.yaml").write_text(PROFILE.lstrip(), "utf-8")
    (tmp_path / "records.yaml").write_text(RECORDS.lstrip(), "utf-8")
    branch = check_branch(tmp_path, Options(AS_OF, 2016))
    (one,) = (v for v in branch.verdicts if v.rule == "cas-2016/someone-in-charge")
    assert message(one, told_of(branch, AS_OF, lang)) == said


@pytest.mark.parametrize(
    ("lang", "exchange", "standard"),
    [
        (
            "zh",
            "“主题发言”或“发言”应至少2人，“议程”或“环节”里没有 交流；补正即可",
            "“学习材料”里没有 党员标准、党章，“环节”或“主题”或“内容”里没有 对照党员标准；补正即可",
        ),
        (
            "en",
            "not met: “keynote” has at least 2, “agenda” or “steps” without 交流",
            "“materials” without 党员标准, 党章, “steps” or “theme” or “content” without 对照党员标准",
        ),
    ],
)
def test_what_a_record_says_under_no_key(
    tmp_path: Path, lang: str, exchange: str, standard: str
) -> None:
    """It has the keys, but says something else; the record is not told of again as near."""
    (tmp_path / "branch.yaml").write_text(PROFILE.lstrip(), "utf-8")
    records = (
        "- {类型: 专题学习讨论, 日期: 2016-06-24, 专题: 甲, 议程: 传达, 发言: [{姓名: 田野, 角色: 主讲}], 出席情况: 全体}\n"
        "- {类型: 民主评议党员, 日期: 2016-06-25, 环节: 个人自评, 出席情况: 全体}\n"
    )
    (tmp_path / "records.yaml").write_text(records, "utf-8")
    branch = check_branch(tmp_path, Options(AS_OF, 2016))
    told = told_of(branch, AS_OF, lang)
    for name, said in (
        ("discussion-exchange", exchange),
        ("evaluation-standard", standard),
    ):
        (one,) = (v for v in branch.verdicts if v.rule == f"cas-2016/{name}")
        assert said in message(one, told)
        assert one.near
        assert near_words(one, told) == []


MEETINGS = """
- {类型: 党课, 日期: 2021-06-24, 主题: 党史, 出席情况: 全体}
- {类型: 党员大会, 日期: 2021-03-24, 出席情况: 全体}
"""


@pytest.mark.parametrize(
    ("lang", "lacks", "after"),
    [
        (
            "zh",
            "3月24日、6月24日的记录缺“主题”或“形式”；补正即可",
            "6月24日以后没有记录；",
        ),
        (
            "en",
            "lacks “theme” or “forms” (record of 24 Mar, 24 Jun); putting it right is enough",
            "no record after 24 Jun; ",
        ),
    ],
)
def test_what_several_records_lack(
    tmp_path: Path, lang: str, lacks: str, after: str
) -> None:
    """Which of them lacks which is not known; what should have followed on each has no
    name but record."""
    profile = PROFILE.lstrip().replace("cas-2016", "sd-2021")
    (tmp_path / "branch.yaml").write_text(profile, "utf-8")
    (tmp_path / "records.yaml").write_text(MEETINGS.lstrip(), "utf-8")
    branch = check_branch(tmp_path, Options(date(2021, 12, 31), 2021))
    told = told_of(branch, date(2021, 12, 31), lang)
    texts = {one.rule: message(one, told) for one in branch.verdicts}
    assert texts["sd-2021/meeting-theme-and-form"].endswith(lacks)
    assert after in texts["sd-2021/regular-education"]


@pytest.mark.parametrize(
    ("rule", "itself", "said"),
    [
        ("someone-in-charge", True, "不合要求即逾期，补上就算"),
        ("summary-filed", False, ""),
    ],
)
def test_when_it_is_due(rule: str, itself: bool, said: str) -> None:
    """Overdue until it is completed, as what a record must have."""
    pack = load_pack(find_pack("cas-2016"))
    one = described(pack)[f"cas-2016/{rule}"]
    assert is_of_itself(one) == itself
    assert not said or due_lines(one, pack, "zh") == [said]


def test_no_rule_asks_nothing() -> None:
    """There is nothing that it could be."""
    assert not is_of_itself(None)


def test_what_is_asked_of_the_record_itself() -> None:
    """What it must say, in any way; not that there be such a record in its own days."""
    rules = described(load_pack(find_pack("cas-2016")))
    one = rules["cas-2016/someone-in-charge"]
    assert asks(one, "zh").endswith("民主评议党员：写有“责任人”或“主持人”。")
    assert asks(one, "en").endswith(": “responsible” or “host” is written.")
    assert "在它的日期之内" not in asks(one, "zh")


def test_what_is_asked_in_several_ways() -> None:
    """The records are named once; keys that must say the same stand together, and what
    belongs together is joined."""
    study = {"kind": ("party-lecture", "collective-study"), "level": "group"}
    meant = [
        part_of(Pattern, {**study, "materials": "甲"}),
        part_of(Pattern, {**study, "theme": "甲"}),
        part_of(Pattern, {**study, "theme": "甲"}),
        part_of(Pattern, {**study, "theme": "乙", "title": "丙"}),
        part_of(Pattern, {"kind": "quiz"}),
    ]
    assert any_of(meant, "zh") == (
        "党小组的党课或集体学习（“学习材料”或“主题”写“甲”，或“主题”写“乙”且“题目”写“丙”），"
        "或小竞赛"
    )
    assert any_of(meant, "en") == (
        "Party lecture or collective study of a group (“materials” or “theme” says 甲, "
        "or “theme” says 乙 and “title” says 丙), or quiz"
    )


LECTURE = "- {类型: 党课, 日期: %s, 发言: {主讲: 田野}, 出席情况: 全体}\n"
SUMMARY = (
    "- {类型: 学习总结, 日期: 2017-01-10, 依据: 2016-12-20 专题学习讨论, 章节: {基本情况: 全, 主要观点: 有}}\n"
    "- {类型: 专题学习讨论, 日期: 2016-12-20, 出席情况: 全体}\n"
)


@pytest.mark.parametrize(
    ("rule", "records", "zh", "en"),
    [
        (
            "lecture-around-july-first",
            LECTURE % "2016-07-20",
            "在宽限的日期里；应在7月15日前",
            "within the grace days; due 15 Jul",
        ),
        (
            "lecture-around-july-first",
            LECTURE % "2016-06-08",
            "在宽限的日期里；比规定的日子早",
            "within the grace days; before the days asked",
        ),
        (
            "summary-two-headings",
            SUMMARY,
            "在宽限的日期里；文件没写期限，应在当年办",
            "within the grace days; no day is named; it was for that year",
        ),
    ],
)
def test_what_the_days_were_of_what_was_in_grace(
    tmp_path: Path, rule: str, records: str, zh: str, en: str
) -> None:
    """What was done behind them, or before them, says which they were."""
    (tmp_path / "branch.yaml").write_text(PROFILE.lstrip(), "utf-8")
    (tmp_path / "records.yaml").write_text(records, "utf-8")
    as_of = date(2017, 2, 1)
    branch = check_branch(tmp_path, Options(as_of, 2016))
    (one,) = (v for v in branch.verdicts if v.rule == f"cas-2016/{rule}")
    for lang, said in (("zh", zh), ("en", en)):
        assert message(one, told_of(branch, as_of, lang)).endswith(said)
