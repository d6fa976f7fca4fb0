"""What follows a duty that was not kept, and what comes before the end of a term, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.rule.asks import asks
from lxyz.render.sample.record import sample
from lxyz.render.verdict.findings import finding
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.sentences import alone

from ..trial import bound, pack_text, verdict, verdicts
from .test_entries import telling

DUES = (
    "{id: dues, title: 按月交党费, for: member, when: {every: month, late: ever}, "
    "count: {of: {kind: dues-payment, as: about}}}"
)
TALK = (
    "{id: talk, for: member, each: {kind: unmet, rule: dues, as: about, run: 3}, "
    "when: {after: subject, within: 1m}, "
    "count: {of: {kind: heart-to-heart-talk, as: to}}}"
)
BOTH = f"- {DUES}\n- {TALK}"
ASKED = (
    "{for: fact, each: {kind: term-end}, when: {before: subject, from: %s}, "
    "count: {of: {kind: progress-report}}}"
)


@pytest.mark.parametrize(
    ("rules", "zh", "en"),
    [
        (
            BOTH,
            (
                "每名党员，就每项未办事项（规则 dues，本人的，“连续次数”写“3”），它之后1个月内："
                "至少1条谈心谈话（别人找本人谈）。"
            ),
            (
                "each member, for each duty not kept (rule dues, of the person, “times in a row” "
                "says 3), within 1 month after it: at least 1 heart-to-heart talk (with the "
                "person)."
            ),
        ),
        # Whose a problem is, is 主体 in a list, 本人 in a paper of one's own.
        (
            "{cover: {of: {kind: problem}, tag: owner, all: [branch, committee]}}",
            "支部，全年：问题的“主体”合起来要有 支部、支委会。",
            "the branch, in the year: “owner” of all problems taken together: branch, committee.",
        ),
        (
            "{cover: {of: {kind: problem}, tag: measures, all: [甲]}}",
            "支部，全年：问题的“措施”合起来要有 甲。",
            "the branch, in the year: “measures” of all problems taken together: 甲.",
        ),
        (
            ASKED % "12m, to: 4m",
            "每项任期届满，它之前12个月到4个月之间：至少1份工作进展报告。",
            (
                "each end of a term of office, between 12 months and 4 months before it: at "
                "least 1 progress report."
            ),
        ),
        *(
            (
                f"{{when: {{every: {when}}}, count: {{of: {{kind: study-plan}}}}}}",
                f"支部{zh}至少1份学习计划。",
                f"the branch, {en}: at least 1 study plan.",
            )
            for when, zh, en in (
                (
                    "month, before: period, by: 1-25",
                    "每月开始前（上一期25日前）",
                    "before every month (by day 25 of the last one)",
                ),
                (
                    "year, before: period, from: 12-01, to: 12-31",
                    "每年开始前（上一期12月1日至12月31日）",
                    "before every year (from 1 Dec to 31 Dec of the last one)",
                ),
                (
                    "year, before: period, from: 12-01",
                    "每年开始前（上一期12月1日起）",
                    "before every year (from 1 Dec of the last one)",
                ),
                ("quarter, before: period", "每季度开始前", "before every quarter"),
            )
        ),
        (
            ASKED % "12m, to: 1d",
            "每项任期届满，它之前12个月内：至少1份工作进展报告。",
            (
                "each end of a term of office, within 12 months before it: at least 1 "
                "progress report."
            ),
        ),
    ],
)
def test_what_it_asks(rules: str, zh: str, en: str) -> None:
    """One sentence, in both languages; the nearer bound is not lost."""
    rule = bound(rules).rules[-1]
    assert (asks(rule, "zh"), asks(rule, "en")) == (zh, en)


def test_what_is_missing(tmp_path: Path) -> None:
    """Since when it was overdue, and of whom."""
    branch = "名称: 甲\n规则包: trial-2016\n党员: [{姓名: 王敏, 起: 2010-01-01}]\n"
    found = verdicts(BOTH, branch=branch, as_of="2016-05-02")
    one = next(one for one in found if one.rule.endswith("/talk"))
    zh, en = telling(tmp_path, BOTH)
    assert alone(one, zh)[1] == ("4月1日的未办事项“按月交党费”没有本人的“谈心谈话”记录")
    assert alone(one, en)[1] == (
        "no own heart-to-heart talk (duty not kept (a rule) of 1 Apr)"
    )
    table = BOTH.replace("id: dues,", "id: dues, rows: [{id: a}],")
    (tmp_path / "rows").mkdir()
    zh, _ = telling(tmp_path / "rows", table)
    assert alone(one, zh)[1].startswith("4月1日的未办事项没有")


def test_where_nobody_wrote_when_they_were_elected(tmp_path: Path) -> None:
    """It is to be written in branch.yaml."""
    rule = ASKED % "12m, to: 4m"
    zh, en = telling(tmp_path, rule)
    branch = "名称: 甲\n规则包: trial-2016\n党员: [{姓名: 王敏, 起: 2010-01-01}]\n"
    found = verdict(rule, branch=branch, as_of="2016-12-31")
    assert finding([found], zh) == "没写清“换届日期”，无法判断"
    assert remedy(found, zh) == "在 branch.yaml 里写清“换届日期”"
    assert remedy(found, en) == "write elected_on in branch.yaml"


def test_the_record_that_follows(tmp_path: Path) -> None:
    """What was not kept is no record, and is named."""
    (tmp_path / "pack.yaml").write_text(pack_text(BOTH), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[1], "trial-2016/talk", pack)
    assert made is not None
    assert made.lines[:2] == ["# dues 没有办到的，就要有这样一条：", "类型: 谈心谈话"]
