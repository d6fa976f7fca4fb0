"""Parts of votes in words: of the rule, of what is lacking, and a sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack
from lxyz.render.rule.asks import asks
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.sample.record import sample
from lxyz.render.verdict.findings import finding
from lxyz.render.verdict.remedies import remedy
from lxyz.render.verdict.telling import Told
from lxyz.report import PackUsed

from ..trial import outcome, pack_text, rule_of, verdict

VOTE = "{for: fact, each: {kind: all-member-meeting}, has: {%s}, fold: no}"


@pytest.mark.parametrize(
    ("wanted", "zh", "en"),
    [
        (
            "approve: {over: 1/2, of: valid}",
            "每次党员大会：“赞成”占“有效”的比例多于1/2。",
            "each all-member meeting: “approve” is more than 1/2 of valid.",
        ),
        (
            "oppose: {max: 1/3, of: present}",
            "每次党员大会：“反对”占“出席”的比例至多1/3。",
            "each all-member meeting: “oppose” is at most 1/3 of present.",
        ),
        (
            "approve: {over: 1/2, of: expected, which: {status: full}}",
            "每次党员大会：“赞成”占“应到”的比例多于1/2，只数“状态”写“正式”的人。",
            "each all-member meeting: “approve” is more than 1/2 of expected, counting only people whose “status” says full.",
        ),
        (
            "host: {is: committee, which: {post: {not: [书记]}}}",
            "每次党员大会：“主持人”里有支委，其 “职务”不写 书记。",
            "each all-member meeting: “host” names a committee member whose “post” does not say 书记.",
        ),
    ],
)
def test_what_it_asks(wanted: str, zh: str, en: str) -> None:
    """Which part of what."""
    rule = rule_of(VOTE % wanted)
    assert (asks(rule, "zh"), asks(rule, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("wanted", "ballots", "zh", "en"),
    [
        (
            "approve: {over: 1/2, of: valid}",
            "valid: 9, approve: 4",
            "“赞成”应占“有效”的比例多于1/2",
            "not met: “approve” is more than 1/2 of valid",
        ),
        ("approve: {over: 1/2, of: valid}", "approve: 4", "缺“有效”", "lacks “valid”"),
        (
            "approve: {over: 1/2, of: expected, which: {status: full}}",
            "approve: 0",
            "“赞成”应占“应到”的比例多于1/2，只数“状态”写“正式”的人",
            "not met: “approve” is more than 1/2 of expected, counting only people whose “status” says full",
        ),
        (
            "present: {min: 4/5, of: expected}",
            "valid: 1",
            "“出席”应占“应到”的比例至少4/5",
            "not met: “present” is at least 4/5 of expected",
        ),
    ],
)
def test_what_is_lacking(
    tmp_path: Path, wanted: str, ballots: str, zh: str, en: str
) -> None:
    """What should be, and of what."""
    (tmp_path / "pack.yaml").write_text(pack_text(VOTE % wanted), "utf-8")
    book = Rulebook((PackUsed("trial-2016", "1", "试", "trial", str(tmp_path)),))
    record = f"- {{kind: all-member-meeting, date: 2016-04-10, ballots: {{{ballots}}}, attendance: {{present: 王敏, absent: 其余}}}}\n"
    one = verdict(VOTE % wanted, record)
    found = [
        finding([one], Told(lang, date(2017, 1, 1), 2016, book))
        for lang in ("zh", "en")
    ]
    assert found == [zh, en]


def test_what_to_do_about_what_nothing_completes(tmp_path: Path) -> None:
    """Who had not come cannot be written afterwards: only the next time is left."""
    rule = VOTE.replace("fold: no", "late: never") % "present: {min: 80%}"
    (tmp_path / "pack.yaml").write_text(pack_text(rule), "utf-8")
    book = Rulebook((PackUsed("trial-2016", "1", "试", "trial", str(tmp_path)),))
    one = verdict(
        rule,
        "- {kind: all-member-meeting, date: 2016-04-10, attendance: {present: 王敏, absent: 其余}}\n",
    )
    found = [
        remedy(one, Told(lang, date(2017, 1, 1), 2016, book)) for lang in ("zh", "en")
    ]
    assert found == [
        "往后，每次都照这一条办，当时就记下",
        "From now on, keep to it each time, and record it at once",
    ]


@pytest.mark.parametrize(
    ("wanted", "lines"),
    [
        (
            "approve: {over: 1/2, of: valid}",
            ["票数:", "  发出: 10", "  收回: 10", "  有效: 10", "  赞成: 10"],
        ),
        ("approve: {min: 12}", ["  有效: 12", "  赞成: 12"]),
        (
            "approve: {over: 1/2, of: valid}, oppose: {max: 1/3, of: valid}",
            ["  有效: 10", "  赞成: 10", "  反对: 0"],
        ),
    ],
)
def test_a_sample_that_counts(tmp_path: Path, wanted: str, lines: list[str]) -> None:
    """The record that is shown does."""
    (tmp_path / "pack.yaml").write_text(pack_text(VOTE % wanted), "utf-8")
    pack = load_pack(tmp_path)
    made = sample(bind(pack).rules[0], "trial-2016/rule", pack)
    assert made is not None
    assert "\n".join(lines) in "\n".join(made.lines)
    text = "- " + "\n  ".join(made.lines)
    assert outcome(VOTE % wanted, text) == "met"
