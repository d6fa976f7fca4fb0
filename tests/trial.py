"""A tiny pack and a handful of records, made in the test, to verdicts.

Everything goes the way of the program: texts through the readers, records to facts, a
pack from its folder. What every rule must say and no test is about is filled in.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import dedent
from typing import Any

import yaml

from lxyz.facts.build import build_facts
from lxyz.facts.fact import Facts
from lxyz.files import read_text
from lxyz.judge import judge_in
from lxyz.kinds import World
from lxyz.packs.bind import Bound, bind
from lxyz.packs.load import load_pack
from lxyz.packs.model import Condition, Rule
from lxyz.packs.part import part_of
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

Told = dict[str, Any]

BRANCH = """
名称: 第九党支部
规则包: trial-2016
支委会:
  - {姓名: 王敏, 职务: 书记, 任职日期: 2014-11-20}
  - {姓名: 陈静, 职务: 组织委员, 任职日期: 2014-11-20}
党小组:
  - {名称: 一组, 组长: 陈静, 党员: 王敏、陈静}
  - {名称: 二组, 组长: 李娜, 党员: 李娜、胡斌、许诺}
党员:
  - {姓名: 王敏、陈静、李娜, 起: 2014-11-20}
  - {姓名: 胡斌, 起: 2014-11-20, 级别: 处级, 长期请假: {原因: 驻外, 起: 2016-03-01, 止: 2016-08-31}}
  - {姓名: 许诺, 起: 2016-06-01, 状态: 预备}
"""
HEAD = {
    "id": "trial-2016",
    "version": "1",
    "title": "试",
    "title_en": "trial",
    "document": "试",
    "year": "2016",
}
RULE = {
    "id": "rule",
    "title": "一条",
    "title_en": "a rule",
    "covers": ["trial-01"],
    "modality": "must",
    "for": "branch",
}


def text_of(told: str) -> Any:
    """YAML whose scalars all are texts, as packs are read."""
    return yaml.load(dedent(told), Loader=yaml.BaseLoader)  # noqa: S506 - texts only


def pack_text(rules: str, more: str = "", head: Told | None = None) -> str:
    """A `pack.yaml`: rules (one, or a list), the other keys, and a head filled in."""
    said = text_of(rules) or []
    several = said if isinstance(said, list) else [said]
    told = {"pack": {**HEAD, **(head or {})}, **(text_of(more) or {})}
    if several:
        told["rules"] = [_filled(one) for one in several]
    lines = (f"{key}: {json.dumps(told[key], ensure_ascii=False)}\n" for key in told)
    return "".join(lines)


def _filled(rule: Told) -> Told:
    """A rule with what every rule must say; not where it takes that from another."""
    if "like" in rule or "instead" in rule:
        return {"covers": ["trial-01"], **rule}
    return {**RULE, **rule}


@cache
def bound(rules: str, more: str = "", own: tuple[tuple[str, Any], ...] = ()) -> Bound:
    """A tiny pack with a branch's parameters put in."""
    with TemporaryDirectory() as folder:
        home = Path(folder) / "trial-2016"
        home.mkdir()
        (home / "pack.yaml").write_text(pack_text(rules, more), "utf-8")
        return bind(load_pack(home), own)


def cond(**said: Any) -> Condition:
    """A condition, by its words as packs write them."""
    return part_of(Condition, {key.rstrip("_"): value for key, value in said.items()})


def rule_of(rule: str, more: str = "") -> Rule:
    """The rule of a tiny pack."""
    return bound(rule, more).rules[0]


def profile_of(branch: str = BRANCH) -> Profile:
    """A profile."""
    document = read_text(dedent(branch).lstrip("\n").encode(), "branch.yaml")
    profile, faults = read_profile(document, vocabulary())
    assert profile is not None
    assert [one for one in (*document.faults, *faults) if one.level == "error"] == []
    return profile


@cache
def facts_of(
    records: str = "",
    branch: str = BRANCH,
    as_of: str = "2016-12-31",
    misread: tuple[str, ...] = (),
) -> Facts:
    """The facts of a branch; records that are at fault, but as `misread` says, are a
    defect of the test."""
    words = vocabulary()
    made: list[Record] = []
    if records.strip():
        document = read_text(dedent(records).lstrip("\n").encode(), "records.yaml")
        made, faults = read_records(document, words)
        assert tuple(one.code for one in (*document.faults, *faults)) == misread
    facts, faults = build_facts(
        profile_of(branch), made, words, date.fromisoformat(as_of)
    )
    assert [one for one in faults if one.level == "error"] == []
    return facts


def world_of(
    records: str = "",
    rules: str = "{count: {of: {kind: party-lecture}}}",
    more: str = "",
    *,
    as_of: str = "2016-12-31",
    year: int = 2016,
    branch: str = BRANCH,
) -> World:
    """Facts as a tiny pack sees them on a day."""
    facts = facts_of(records, branch, as_of)
    return World(facts, bound(rules, more), year, date.fromisoformat(as_of))


def judge(facts: Facts, bound: Bound, year: int, as_of: date) -> list[Verdict]:
    """All verdicts of a pack, in order; nothing of its world is left behind."""
    world = World(facts, bound, year, as_of)
    found = judge_in(world)
    world.let_go()
    return found


def verdicts(
    rules: str,
    records: str = "",
    more: str = "",
    *,
    as_of: str = "2017-01-01",
    year: int = 2016,
    branch: str = BRANCH,
    own: tuple[tuple[str, Any], ...] = (),
) -> list[Verdict]:
    """All verdicts of a tiny pack, in order."""
    facts = facts_of(records, branch, as_of)
    return judge(facts, bound(rules, more, own), year, date.fromisoformat(as_of))


def verdict(rules: str, records: str = "", more: str = "", **said: Any) -> Verdict:
    """The only verdict of a tiny pack."""
    (one,) = verdicts(rules, records, more, **said)
    return one


def outcome(rules: str, records: str = "", more: str = "", **said: Any) -> Outcome:
    """The only outcome of a tiny pack."""
    return verdict(rules, records, more, **said).outcome


def held(*days: str, kind: str = "party-lecture", more: str = "attendance: all") -> str:
    """Records of one kind, all present, one for each day."""
    return "".join(f"- {{kind: {kind}, date: {day}, {more}}}\n" for day in days)


def days_of(one: Verdict) -> list[str]:
    """The days of the records that decided a verdict."""
    return [str(record.date) for record in one.records]


def labels(rule: str, records: str = "", **said: object) -> list[str]:
    """The spans of the cases there are."""
    return [
        one.span.label
        for one in verdicts(rule, records, **said)
        if one.outcome != "not-applicable"
    ]
