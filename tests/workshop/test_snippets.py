"""Skeletons of an editor: filled in they are sound records, unfilled they are red."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from lxyz.fleet.branch import Options, check_branch
from lxyz.workshop import snippets
from lxyz.workshop.schema_records import branch_schema, record_schema
from lxyz.workshop.snippets import branch_snippets, record_snippets

RECORDS = record_snippets()
ANSWERS = {
    "年-月-日": "2026-03-10",
    "年-月": "2026-03",
    "年": "2026",
    "姓名": "王敏",
    "规则名": "bj-2016/lecture-around-july-first",
    "yyyy-mm-dd": "2026-03-10",
    "yyyy-mm": "2026-03",
    "yyyy": "2026",
    "name": "王敏",
    "rule": "bj-2016/lecture-around-july-first",
    "minutes": "180",
    "group": "临时党小组",
}
GAP = re.compile(r"\$\{\d+:([^}]*)\}")


def filled(value: Any, answers: dict[str, str] = ANSWERS) -> Any:
    """A skeleton whose gaps a person has filled in."""
    if isinstance(value, dict):
        # Nobody talks with himself.
        other = answers | {"姓名": "陈静", "name": "陈静"}
        return {
            name: filled(one, other if name in ("谈话人", "from") else answers)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [filled(one, answers) for one in value]
    return GAP.sub(lambda found: answers.get(found[1], found[1]), value)


def gaps(value: Any) -> list[str]:
    """The numbers of the gaps, in the order of the text."""
    return re.findall(r"\$\{(\d+):", yaml.safe_dump(value, sort_keys=False))


@pytest.mark.parametrize("one", RECORDS, ids=lambda one: one["label"])
def test_filled_in_it_is_a_sound_record(tmp_path: Path, one: dict[str, Any]) -> None:
    """Read without a word; and its gaps are numbered as one goes through them."""
    answers = ANSWERS
    if one["label"] in ("其他 人工确认", "other attestation"):
        # Of a rule that records do not decide.
        answers = answers | dict.fromkeys(("规则名", "rule"), "bj-2016/avoid-formalism")
    body = filled(one["body"], answers)
    # Who is graded is everybody: one person has one grade.
    members = "王敏、陈静" if one["label"].startswith(("谈话", "talk")) else "王敏"
    text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False)
    (tmp_path / "branch.yaml").write_text(
        "名称: 甲\n规则包: bj-2016\n党员:\n"
        f"  - {{姓名: {members}, 起: 2026-01-01}}\n"
        "党小组: [{名称: 临时党小组, 组长: 王敏, 党员: 王敏, 起: 2026-01-01}]\n",
        "utf-8",
    )
    (tmp_path / "a.yaml").write_text(text.replace("'", ""), "utf-8")
    report = check_branch(tmp_path, Options(date(2026, 12, 31)))
    assert [fault.code for fault in report.faults] == []
    assert report.records >= 1
    assert gaps(one["body"]) == [str(n) for n in range(1, len(gaps(one["body"])) + 1)]


@pytest.mark.parametrize("one", RECORDS, ids=lambda one: one["label"])
def test_a_day_that_is_not_filled_in_is_red(one: dict[str, Any]) -> None:
    """What stands in the gap is no day; filled in nothing is red."""
    judge = jsonschema.Draft7Validator(record_schema())
    bare = GAP.sub(r"\1", yaml.safe_dump(one["body"], allow_unicode=True))
    assert list(judge.iter_errors(yaml.safe_load(bare)))
    assert list(judge.iter_errors(filled(one["body"]))) == []


def test_each_sample_once() -> None:
    """In both languages, under a word that is typed first."""
    kinds = [one["body"]["类型"] for one in RECORDS if "类型" in one["body"]]
    samples = [one["类型"] for one in snippets._samples()]
    assert sorted(kinds) == sorted(samples)
    assert len(RECORDS) == 2 * len(samples)
    labels = {one["label"] for one in RECORDS}
    assert {"会议 党员大会", "meeting all-member-meeting", "学习 党课"} <= labels
    assert all(one["sortText"].startswith("0") for one in RECORDS)


def test_a_whole_profile() -> None:
    """In both languages; filled in nothing is red."""
    judge = jsonschema.Draft7Validator(branch_schema())
    zh, en = branch_snippets()
    for one in (zh, en):
        assert list(judge.iter_errors(filled(one["body"]))) == []
    assert "${5:年-月-日}" in str(zh["body"])
    assert "members" in en["body"]
