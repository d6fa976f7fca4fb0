"""Duties that hang on when a member joined the Party, and shares of persons, in words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.render.rule.asks import asks
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.findings import finding
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.telling import Told
from lxyz.report import PackUsed

from ..trial import pack_text, rule_of, verdict
from .test_changes import shown

BIRTHDAY = (
    "{for: member, each: {kind: party-anniversary, as: about}, when: {every: month}, "
    "count: {of: {kind: show-identity, as: about}}}"
)
YOUNG = (
    "{for: member, which: {party_years: {under: 5}}, when: {every: half}, "
    "count: {of: {kind: thought-report, as: owner}}}"
)
HALF = (
    "{when: {every: year}, count: {of: {kind: micro-lecture}, distinct: lecturer, "
    "to: {kind: member, level: member}, min: 1/2}}"
)
OLD = "{for: secretary, when: now, has: {party_years: {min: 3}}}"
UNTOLD = "名称: 甲\n规则包: trial-2016\n党员: [{姓名: 王敏, 起: 2010-01-01}]\n"


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            BIRTHDAY,
            "每名党员，就每项入党纪念日（本人的），每月：至少1次亮明身份（本人的）。",
            (
                "each member, for each anniversary of joining the Party (of the person), "
                "every month: at least 1 showing of one's identity (of the person)."
            ),
        ),
        (
            YOUNG,
            "每名党员（“党龄”少于5）每半年至少1份思想汇报（本人所写）。",
            (
                "each member (“years in the Party” less than 5), every half-year: at least 1 "
                "thought report (by the person)."
            ),
        ),
        (
            "{for: member, which: {here_on: 07-10}, except: {here_on: 03-01}, count: {of: {kind: thought-report, as: owner}}}",
            "每名党员（7月10日在册）（3月1日在册的除外）全年至少1份思想汇报（本人所写）。",
            (
                "each member (here on 10 Jul) (unless here on 1 Mar), in the year: at least 1 "
                "thought report (by the person)."
            ),
        ),
        (
            HALF,
            "支部每年微党课的“主讲”里写到的人占党员的比例至少1/2。",
            (
                "the branch, every year: share of members who stood as lecturer in "
                "micro-lectures: at least 1/2."
            ),
        ),
    ],
)
def test_what_it_asks(rule: str, zh: str, en: str) -> None:
    """One sentence, in both languages."""
    assert asks(rule_of(rule), "zh") == zh
    assert asks(rule_of(rule), "en") == en


def telling(folder: Path, rule: str) -> tuple[Told, Told]:
    """How the rule of a tiny pack is told of, in Chinese and in English."""
    (folder / "pack.yaml").write_text(pack_text(rule), "utf-8")
    book = Rulebook((PackUsed("trial-2016", "1", "试", "trial", str(folder)),))
    day = date(2016, 12, 31)
    return Told("zh", day, 2016, book), Told("en", day, 2016, book)


@pytest.mark.parametrize("rule", [BIRTHDAY, YOUNG])
def test_where_nobody_wrote_when(tmp_path: Path, rule: str) -> None:
    """It is to be written in branch.yaml, not in a record."""
    zh, en = telling(tmp_path, rule)
    found = verdict(
        rule.replace("every: half", "every: year"), branch=UNTOLD, as_of="2016-12-31"
    )
    assert finding([found], zh) == "没写清“入党日期”，无法判断"
    assert finding([found], en) == "cannot be told without party_since"
    assert remedy(found, zh) == "在 branch.yaml 里写清“入党日期”"
    assert remedy(found, en) == "write party_since in branch.yaml"


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (
            OLD,
            [
                "党员:",
                "  - 姓名: 王敏",
                "    起: 2014-11-20",
                "    入党日期: 1999-07-01",
            ],
        ),
        (
            (
                "{for: fact, each: {kind: post-taken, post: 书记}, "
                "when: {before: subject, to: 12m}, "
                "count: {of: {kind: party-joined, same: [about]}}}"
            ),
            [
                "党员:",
                "  - 姓名: 王敏",
                "    起: 2014-11-20",
                "    入党日期: 1999-07-01",
                "支委会:",
                "  - 姓名: 王敏",
                "    职务: 书记",
                "    任职日期: 2016-03-10",
            ],
        ),
        (
            "{for: fact, each: {kind: party-joined}, has: {category: some}}",
            [
                "党员:",
                "  - 姓名: 王敏",
                "    起: 2014-11-20",
                "    入党日期: 1999-07-01",
            ],
        ),
    ],
)
def test_what_branch_yaml_says(tmp_path: Path, rule: str, lines: list[str]) -> None:
    """When he joined, under the key that is to be written."""
    made = shown(tmp_path, rule)
    assert (made.file, made.lines) == ("branch.yaml", lines)


def test_what_was_not_sent(tmp_path: Path) -> None:
    """That it is a report that is lacking, not the meeting."""
    rule = (
        "{for: fact, each: {kind: all-member-meeting}, when: {after: subject, within: 5d}, "
        "count: {of: {kind: filing, recipient: 机关党委, link: subject}}}"
    )
    held = "- {kind: all-member-meeting, date: 2016-05-03, attendance: all}"
    found = verdict(rule, held)
    zh, en = telling(tmp_path, rule)
    assert finding([found], zh) == "没有合要求的“报送”记录"
    assert finding([found], en) == "no fitting filing"


def test_the_record_that_an_anniversary_calls_for(tmp_path: Path) -> None:
    """The record itself, and that it is the profile which calls for it."""
    made = shown(tmp_path, BIRTHDAY)
    assert made.lines[:2] == [
        "# branch.yaml 里写明了的，就要有这样一条：",
        "类型: 亮明身份",
    ]
