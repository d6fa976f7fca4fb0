"""The least time between two stages in words, and a sample that keeps it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.fleet.branch import Options, check_branch
from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.rule.asks import asks
from lxyz.render.sample.record import sample
from lxyz.render.verdict.message import message
from lxyz.render.verdict.telling import told_of

from ..trial import BRANCH, outcome, pack_text, rule_of

RULE = (
    "{for: fact, each: {kind: candidate-stage, stage: development-target}, "
    "when: {%s}, count: {of: {kind: candidate-stage, stage: activist, same: [about]}}}"
)


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        ("before: subject, to: 12m", "它之前满12个月", "at least 12 months before it"),
        (
            "before: subject, to: 0d",
            "它之前（含当天）",
            "before it (that day included)",
        ),
        (
            "before: subject, from: 60d, to: 3d",
            "它之前60天到3天之间",
            "between 60 days and 3 days before it",
        ),
        ("before: subject", "它之前", "before it"),
    ],
)
def test_what_it_asks(when: str, zh: str, en: str) -> None:
    """How long before it, at least."""
    rule = rule_of(RULE % when)
    told = asks(rule, "zh")
    assert told == (
        f"每项发展党员的阶段（“阶段”写“发展对象”），{zh}：至少1项发展党员的阶段（“阶段”写“入党积极分子”，“对象”与之相同）。"
    )
    assert f", {en}: at least 1 stage of a candidate" in asks(rule, "en")


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("before: subject, to: 12m", ["2014-03-15", "2016-03-15"]),
        ("before: subject, to: 36m", ["2012-03-15", "2016-03-15"]),
        ("before: subject, to: 90d", ["2015-03-15", "2016-03-15"]),
    ],
)
def test_a_sample_that_keeps_it(tmp_path: Path, when: str, days: list[str]) -> None:
    """The lines for branch.yaml do."""
    (tmp_path / "pack.yaml").write_text(pack_text(RULE % when), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    assert made.file == "branch.yaml"
    text = "\n".join(made.lines)
    assert [day for day in days if day in text] == days
    assert outcome(RULE % when, branch=f"{BRANCH}{text}\n") == "met"


@pytest.mark.parametrize(
    ("rule", "stage"),
    [
        (
            "{for: fact, each: {kind: candidate-stage, stage: activist}, has: {about: some}, fold: no}",
            "入党积极分子",
        ),
        (
            "{for: fact, each: {kind: candidate-stage}, has: {stage: some}, fold: no}",
            "入党积极分子",
        ),
        (
            "{for: fact, each: {kind: candidate-stage, stage: activist}, when: {after: subject, within: 24m}, count: {of: {kind: candidate-stage, stage: development-target, same: [about]}}}",
            "发展对象",
        ),
        (
            "{when: {every: two-years, first: 2016}, count: {of: {kind: candidate-stage, stage: probationary}}}",
            "预备党员",
        ),
    ],
)
def test_a_sample_of_other_rules(tmp_path: Path, rule: str, stage: str) -> None:
    """Of one stage, and of one after another."""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    assert f"阶段: {stage}" in "\n".join(made.lines)


def test_whom_the_profile_speaks_of(tmp_path: Path) -> None:
    """What lacks of a candidate is told with his name and the period, whole and redacted."""
    rule = """{for: fact, each: {kind: candidate, stage: activist}, when: {every: quarter},
               count: {of: {kind: thought-report, same: [about]}}, fold: no}"""
    pack, home = tmp_path / "trial-2016", tmp_path / "branch"
    pack.mkdir()
    home.mkdir()
    (pack / "pack.yaml").write_text(pack_text(rule), "utf-8")
    more = "发展党员:\n  - {姓名: 丁一, 阶段: 积极分子}\n  - {姓名: 丁二, 阶段: 积极分子}\n"
    (home / "branch.yaml").write_text(BRANCH.lstrip() + more, "utf-8")
    (home / "one.yaml").write_text(
        "{类型: 思想汇报, 日期: 2016-02-05, 党员: 丁一}\n", "utf-8"
    )
    day = date(2016, 6, 30)
    report = check_branch(home, Options(day, packs=(str(pack),)))
    notes = {one.notes for one in report.verdicts}
    assert notes == {("about:丁一",), ("about:丁二",)}
    told = [
        f"{one.outcome}: {message(one, told_of(report, day, 'zh'))}"
        for one in report.verdicts
        if one.span.label == "2016-Q1"
    ]
    assert told[1].startswith(
        "missed: 一条：第一季度的发展党员对象没有“思想汇报”记录：丁二"
    )
    named = check_branch(home, Options(day, packs=(str(pack),), redact=True))
    told = [message(one, told_of(named, day, "zh")) for one in named.verdicts]
    assert all("丁" not in one and "人员0" in one for one in told)


ACTIVIST = "{for: fact, each: {kind: candidate, stage: activist}, "


@pytest.mark.parametrize(
    ("rule", "zh", "en"),
    [
        (
            "when: {every: month}, count: {of: {kind: heart-to-heart-talk, same: [to=about, from=contact]}}}",
            "至少1条谈心谈话（“谈话对象”是其本人，“谈话人”是其“联系人”）。",
            "(to being that very person, from being the contact there).",
        ),
        (
            "when: {every: month}, count: {of: {kind: thought-report, same: [owner=about]}}}",
            "至少1份思想汇报（“党员”是其本人）。",
            "(members being that very person).",
        ),
        (
            "when: {every: month}, count: {of: {kind: party-lecture, same: [guest=about]}}}",
            "至少1次党课（“列席”是其本人）。",
            "(guests being that very person).",
        ),
    ],
)
def test_who_of_one_is_who_of_the_other(rule: str, zh: str, en: str) -> None:
    """Which role of the record is which of what it is asked of."""
    assert asks(rule_of(ACTIVIST + rule), "zh").endswith(zh)
    assert asks(rule_of(ACTIVIST + rule), "en").endswith(en)


def test_whom_a_change_is_about_is_not_the_subject() -> None:
    """A new secretary talks to each member: he is not the one who is talked to."""
    rule = rule_of(
        "{for: member, each: {kind: post-taken, post: 书记}, when: {after: subject, within: 2m}, "
        "count: {of: {kind: heart-to-heart-talk, as: to, same: [from=about]}}}"
    )
    assert asks(rule, "zh").endswith("（别人找本人谈，“谈话人”是那条写的人）。")
    assert asks(rule, "en").endswith("from being whom that is about).")


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (ACTIVIST + "has: {contact: {min: 1}}, fold: no}", ["联系人: 王敏、陈静"]),
        (
            "{for: fact, each: {kind: candidate-stage, stage: probationary}, has: {introducer: {min: 2}}, fold: no}",
            ["介绍人: 王敏、陈静"],
        ),
        (
            "{for: member, when: now, has: {contact: some}}",
            ["姓名: 王敏", "联系人: 陈静"],
        ),
        (
            ACTIVIST
            + "when: {every: month}, count: {of: {kind: party-lecture, same: [guest=about]}}}",
            ["列席: 许诺"],
        ),
        (
            ACTIVIST
            + "when: {every: month}, count: {of: {kind: heart-to-heart-talk, same: [to=about, from=contact]}}}",
            ["谈话对象: 许诺"],
        ),
        (
            ACTIVIST
            + "when: {every: month}, count: {of: {kind: thought-report, same: [owner=about]}}}",
            ["党员: 许诺"],
        ),
    ],
)
def test_a_sample_with_those_it_names(
    tmp_path: Path, rule: str, lines: list[str]
) -> None:
    """Who is beside the candidate in branch.yaml; the candidate in the record."""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    text = "\n".join(made.lines)
    assert [one for one in lines if one not in text] == []
