"""The shipped packs: every clause accounted for, every rule with its cases."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from lxyz.judge import judge_one
from lxyz.packs.bind import bind
from lxyz.packs.load import load_pack, read_pack, rules_folder, shipped
from lxyz.packs.types import Pack
from lxyz.verdicts import Verdict
from lxyz.workshop import cases
from lxyz.workshop.cases import Result, run_cases, without_cases
from lxyz.workshop.lint import lint
from lxyz.workshop.trace import BRANCH_SIDE, trace

from .worded import check_words

ENTRIES = {
    "b11-2016": 70,
    "bj-2016": 148,
    "cas-2016": 85,
    "nwupl-2018": 77,
    "sd-2021": 106,
}
# must, decidable by records, and the branch's side to do: as counted in the inventory
# of the documents.
DECIDABLE = {
    "b11-2016": 18,
    "bj-2016": 55,
    "cas-2016": 26,
    "nwupl-2018": 44,
    "sd-2021": 35,
}
MINI = Path(__file__).parent / "packs"
MINIS = sorted(path.name for path in MINI.iterdir() if (path / "pack.yaml").is_file())


def test_the_packs_are_shipped() -> None:
    """All documents are there."""
    assert set(ENTRIES) <= set(shipped())


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_every_entry_is_accounted_for(name: str) -> None:
    """Entries run from 01 to the last without a hole, and each has its fate."""
    pack = load_pack(rules_folder() / name)
    ids = list(pack.clauses.entries)
    assert ids == [f"{name}-{number:02}" for number in range(1, ENTRIES[name] + 1)]
    assert [one for one in trace(pack) if one.wrong] == []


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_every_decidable_must_of_the_branch_is_judged(name: str) -> None:
    """Every must that records decide is judged by rules: that these have kept and
    missed cases, all of them, is `test_cases`."""
    pack = load_pack(rules_folder() / name)
    decidable = [
        one
        for one in trace(pack)
        if one.clause.modality == "must"
        and one.clause.checkable == "yes"
        and one.clause.actor in BRANCH_SIDE
    ]
    assert len(decidable) == DECIDABLE[name]
    for one in decidable:
        assert one.clause.became == "judged", one.clause.id
        assert one.rules, one.clause.id


@pytest.mark.no_cover
@pytest.mark.parametrize("name", [*sorted(ENTRIES), *MINIS])
def test_cases(name: str) -> None:
    """All cases come out as expected; every rule has a kept and a missed one, and all that
    they say has words. One test, as the cases take their time."""
    folder = MINI / name if name in MINIS else rules_folder() / name
    pack = load_pack(folder)
    results, verdicts = _run(pack, folder)
    assert [one for one in results if one.wrong] == []
    assert without_cases(pack, results) == []
    check_words(verdicts, folder)


def _run(pack: Pack, folder: Path) -> tuple[list[Result], list[Verdict]]:
    """The cases of a pack, and of the verdicts on the way those that differ in more than
    their days and records."""
    found: dict[object, Verdict] = {}

    def kept(*args: Any) -> list[Verdict]:
        verdicts = judge_one(*args)
        for one in verdicts:
            said = (one.rule, one.outcome, one.subject.type, one.label, one.need)
            why = (one.have, one.missing, one.failing, one.notes, len(one.records))
            near = tuple(other.why for other in one.near)
            found.setdefault((*said, *why, near, one.event), one)
        return verdicts

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cases, "judge_one", kept)
        return run_cases(pack, folder), [*found.values()]


@pytest.mark.parametrize("name", [*sorted(ENTRIES), *MINIS])
def test_lint(name: str) -> None:
    """Nothing doubtful in a pack that is shipped or shown."""
    folder = MINI / name if name in MINIS else rules_folder() / name
    assert lint(read_pack(folder)) == []


@pytest.mark.parametrize("name", sorted(ENTRIES))
def test_words_for_people(name: str) -> None:
    """Titles are Chinese and short, in both languages, and no two rules share one."""
    rules = bind(load_pack(rules_folder() / name)).rules
    titles = [rule.title for rule in rules]
    assert len(set(titles)) == len(titles)
    for rule in rules:
        assert re.search("[\u4e00-\u9fff]", rule.title), rule.id
        assert not re.search("[\u4e00-\u9fff]", rule.title_en), rule.id
        assert len(rule.title) <= 40, rule.id
        assert bool(rule.remedy) == bool(rule.remedy_en), rule.id
        if rule.attest:
            assert rule.attest_en, rule.id


def test_no_person_is_named() -> None:
    """No telephone number, and no names but the made-up ones of the samples."""
    for path in rules_folder().rglob("*.yaml"):
        text = path.read_text("utf-8")
        assert not re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)", text), path
