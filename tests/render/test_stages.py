"""The least time between two stages in words, and a sample that keeps it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.packs.load import bind, load_pack
from lxyz.render.asks import asks
from lxyz.render.sample import sample

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
            "它之前60天内",
            "within 60 days before it",
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
    ],
)
def test_a_sample_of_other_rules(tmp_path: Path, rule: str, stage: str) -> None:
    """Of one stage, and of one after another."""
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    assert f"阶段: {stage}" in "\n".join(made.lines)
