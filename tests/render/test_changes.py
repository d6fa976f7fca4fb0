"""Changes of the profile in words, and samples of what is asked about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.rule.asks import asks
from lxyz.render.sample.record import Sample, sample

from ..trial import outcome, pack_text, rule_of

VACANT = (
    "{for: fact, each: {kind: post-left%s}, when: {after: subject, within: 3m}, "
    "count: {of: {kind: post-taken, same: [post]}}}"
)
HEAD = "名称: 甲\n规则包: trial-2016\n"


def shown(folder: Path, rule: str, lang: str = "zh") -> Sample:
    """The sample of the rule of a tiny pack."""
    (folder / "pack.yaml").write_text(pack_text(rule), "utf-8")
    pack = load_pack(folder)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack, lang)
    assert made is not None
    return made


def test_what_it_asks() -> None:
    """A post that is left, and taken again."""
    rule = rule_of(VACANT % "")
    assert (
        asks(rule, "zh") == "每项离任，它之后3个月内：至少1项到任（“职务”与之相同）。"
    )
    assert asks(rule, "en") == (
        "each leaving of a post, within 3 months after it: at least 1 taking of a post "
        "(with the same post)."
    )


@pytest.mark.parametrize(
    ("more", "post"),
    [
        ("", "组织委员"),
        (", post: 书记", "书记"),
        (", post: some", "组织委员"),
        (", post: [书记, 副书记]", "组织委员"),
    ],
)
def test_a_post_that_is_filled(tmp_path: Path, more: str, post: str) -> None:
    """The lines for branch.yaml keep the rule: one left it, another took it."""
    made = shown(tmp_path, VACANT % more)
    assert made.file == "branch.yaml"
    assert made.lines == [
        "支委会:",
        "  - 姓名: 王敏",
        f"    职务: {post}",
        "    任职日期: 2014-11-20",
        "    免职日期: 2016-03-09",
        "  - 姓名: 陈静",
        f"    职务: {post}",
        "    任职日期: 2016-03-10",
    ]
    text = "\n".join(made.lines)
    assert outcome(VACANT % "", branch=f"{HEAD}{text}\n") == "met"


@pytest.mark.parametrize(
    ("rule", "lines"),
    [
        (
            "{for: fact, each: {kind: post}, has: {duties: some}}",
            ["职务: 组织委员", "分工: 写明"],
        ),
        (
            "{for: committee, count: {of: {kind: post, as: about, duties: some}}}",
            ["职务: 组织委员", "分工: 写明"],
        ),
        (
            "{for: fact, each: {kind: post-taken}, has: {post: some}}",
            ["职务: 组织委员"],
        ),
        (
            "{for: branch, count: {of: {kind: member-joined}, max: 9}}",
            ["党员:", "起: 2016-09-23"],
        ),
        (
            "{for: fact, each: {kind: member-left}, has: {tie: 正常}}",
            ["党员:", "起: 2014-11-20", "止: 2016-09-09"],
        ),
        (
            "{for: fact, each: {kind: leave-ended}, has: {reason: some}}",
            ["党员:", "起: 2014-11-20", "长期请假:", "原因: 驻外", "止: 2016-09-09"],
        ),
        (
            "{for: group, when: now, has: {members: {min: 3}}}",
            ["党小组:", "陈静、王敏、郭芳"],
        ),
        ("{for: fact, each: {kind: group}, has: {leader: some}}", ["组长: 陈静"]),
    ],
)
def test_what_branch_yaml_says(tmp_path: Path, rule: str, lines: list[str]) -> None:
    """Posts, members and groups as they are written there."""
    made = shown(tmp_path, rule)
    assert made.file == "branch.yaml"
    text = "\n".join(made.lines)
    assert [one for one in lines if one in text] == lines
    assert ("分工" in text, "止" in text) == (
        "分工: 写明" in lines,
        "止: 2016-09-09" in lines,
    )


@pytest.mark.parametrize(
    ("counted", "line"),
    [
        ("kind: member-left", "止: 2016-02-01"),
        ("kind: member-joined", "起: 2016-02-01"),
        ("kind: candidate-stage, stage: full", "日期: 2016-02-01"),
    ],
)
def test_what_is_to_happen_in_some_days(
    tmp_path: Path, counted: str, line: str
) -> None:
    """It happens in these."""
    when = "{every: year, from: 02-01, to: 02-02}"
    made = shown(tmp_path, f"{{when: {when}, count: {{of: {{{counted}}}}}}}")
    assert any(one.strip(" -") == line for one in made.lines)


def test_in_the_years_of_the_pack(tmp_path: Path) -> None:
    """Who has been there since, and since when, is told by its year."""
    rule = "{for: fact, each: {kind: member-left}, has: {tie: 正常}}"
    (tmp_path / "pack.yaml").write_text(pack_text(rule, head={"year": 2025}), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    assert [one.strip() for one in made.lines[2:]] == [
        "起: 2023-11-20",
        "止: 2025-09-09",
    ]


TALK = "{kind: heart-to-heart-talk, as: to, from: {is: secretary}}"


@pytest.mark.parametrize(
    "rule",
    [
        f"{{for: committee, count: {{of: {TALK}}}}}",
        f"{{for: member, each: {{kind: member-joined, as: about}}, when: {{after: subject, within: 1m}}, count: {{of: {TALK}}}}}",
        f"{{for: member, each: {{kind: democratic-evaluation, as: absent}}, when: {{after: subject, within: 1m}}, count: {{of: {TALK}}}}}",
        f"{{for: member, each: {{kind: democratic-evaluation, as: absent, steps: {{all: [个人自评, 民主测评]}}}}, when: {{after: subject, within: 1m}}, count: {{of: {TALK}}}}}",
        (
            "{for: fact, each: {kind: evaluation-grade, grade: basic}, when: {after: subject, within: 1m}, "
            "count: {of: {kind: heart-to-heart-talk, same: [to=about], from: {is: secretary}}}}"
        ),
        (
            "{for: fact, each: {kind: evaluation-grade, grade: basic}, when: {after: subject, within: 1m}, "
            "count: {of: {kind: heart-to-heart-talk, same: [to=about]}}}"
        ),
    ],
)
def test_nobody_talks_with_himself(tmp_path: Path, rule: str) -> None:
    """It is another who is talked to, whom the record that calls for it names, too."""
    lines = [one.strip(" -") for one in shown(tmp_path, rule).lines]
    said = dict(one.split(": ", 1) for one in lines if ": " in one)
    assert said["谈话人"] != said["谈话对象"]
    if "is: secretary" in rule:
        assert said["谈话人"] == "王敏"
    for key in ("缺席", "基本合格"):
        assert said.get(key, said["谈话对象"]) == said["谈话对象"]


@pytest.mark.parametrize("kind", ["post-taken", "member-joined", "candidate-stage"])
@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("zh", "# branch.yaml 里写明了的，就要有这样一条："),
        ("en", "# where branch.yaml says so, this is wanted:"),
    ],
)
def test_a_record_that_a_change_calls_for(
    tmp_path: Path, kind: str, lang: str, first: str
) -> None:
    """The record itself, and that it is the profile which calls for it."""
    rule = (
        f"{{for: fact, each: {{kind: {kind}}}, when: {{after: subject, within: 6m}}, "
        "count: {of: {kind: secretary-training, same: [about]}}}"
    )
    made = shown(tmp_path, rule, lang)
    kinds = {"zh": "类型: 书记培训", "en": "kind: secretary-training"}
    assert (made.file, made.lines[:2]) == ("", [first, kinds[lang]])
