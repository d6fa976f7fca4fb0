"""Clause by clause: what judges it, and whether that fits what is said of it."""

from __future__ import annotations

import pytest

from lxyz.errors import PackError
from lxyz.workshop.trace import trace, unaccounted

from .conftest import Build

COUNT = "count: {of: {kind: party-lecture}}"
ASK = "attest: 是否？, attest_en: Is it?"
CLAUSE = (
    "- {{id: {}, clause: 一, subject: 党课, actor: {}, modality: {}, checkable: {},"
    " became: {}, why: 见原文}}\n"
)


def clause(
    id_: str = "t-2016-01",
    actor: str = "branch",
    modality: str = "must",
    checkable: str = "yes",
    became: str = "judged",
) -> str:
    """An entry of clauses.yaml."""
    return CLAUSE.format(id_, actor, modality, checkable, became)


def test_rules_in_order_each_once(pack: Build) -> None:
    """An entry has the rules that cover it, in the order of the pack."""
    made = pack(COUNT, f"{ASK}, covers: [t-2016-01, t-2016-01]")
    (traced,) = trace(made)
    assert (traced.clause.id, traced.rules, traced.wrong) == (
        "t-2016-01",
        ("r0", "r1"),
        "",
    )


@pytest.mark.parametrize(
    ("rule", "entry", "told"),
    [
        (COUNT, clause(), ""),
        (ASK, clause(), "judged, but only an attest rule covers it"),
        (
            COUNT,
            clause(became="attest", checkable="no"),
            "attest, but no attest rule covers it",
        ),
        (ASK, clause(became="attest", checkable="no"), ""),
        (ASK, clause(became="attest"), "a must that records decide is not judged"),
        (ASK, clause(became="attest", modality="should"), ""),
        (ASK, clause(became="attest", actor="committee-above"), ""),
        (ASK, clause(became="attest", checkable="partly"), ""),
        (COUNT, clause(became="above"), "a must that records decide is not judged"),
        (COUNT, clause(became="above", actor="other"), ""),
    ],
)
def test_what_became_of_it(pack: Build, rule: str, entry: str, told: str) -> None:
    """What it says became of it must be so."""
    made = pack(rule, clauses=entry)
    assert [one.wrong for one in trace(made)] == [told]
    assert [one.text for one in unaccounted(made)] == (
        [f"t-2016-01: {told}"] if told else []
    )


def test_numbers_run_on(pack: Build) -> None:
    """The first entry out of order is told of; those of an excerpt keep their own."""
    made = pack(COUNT, clauses=clause() + clause("t-2016-03", modality="should") * 1)
    first, *_ = unaccounted(made)
    assert (first.line, first.text) == (3, "t-2016-03: expected t-2016-02")
    excerpt = pack(f"{COUNT}, covers: [whole-17]", clauses=clause("whole-17"))
    assert list(unaccounted(excerpt)) == []


def test_covers_of_no_entry(pack: Build) -> None:
    """A rule that names an entry there is not, at the rule's own line."""
    made = pack(COUNT, f"{ASK}, covers: [t-2016-09]")
    assert [(one.file, one.line, one.text) for one in unaccounted(made)] == [
        ("t-2016/pack.yaml", 10, "r1: covers an unknown entry t-2016-09")
    ]


def test_covers_by_the_number_in_the_document(pack: Build) -> None:
    """Where the document counts 一1 a clause, the ids of its entries are told."""
    both = clause() + clause("t-2016-02", modality="should")
    made = pack(f"{COUNT}, covers: [一]", clauses=both)
    told = [one.text for one in unaccounted(made) if "covers an" in one.text]
    assert told == ["r0: covers an unknown entry 一 (t-2016-01、t-2016-02?)"]


def test_a_pack_without_clauses(pack: Build) -> None:
    """There is nothing to trace, and that is no success."""
    made = pack(COUNT, clauses="")
    with pytest.raises(PackError) as raised:
        trace(made)
    assert raised.value.values["file"] == "t-2016/clauses.yaml"
    assert [one.text for one in unaccounted(made)] == [
        "r0: covers an unknown entry t-2016-01"
    ]


@pytest.mark.parametrize(
    ("rule", "entry", "told"),
    [
        ("must", "must", ""),
        ("must", "may", "r0: must, but t-2016-01 says may"),
        ("should", "goal", "r0: should, but t-2016-01 says goal"),
        ("should", "must", "t-2016-01: must, but r0 asks for less"),
        ("goal", "may", ""),
        # Who says why means it.
        ("must", "may, why: 上级另有要求", ""),
        ("may", "must, why: 只有党委会记", ""),
    ],
)
def test_a_rule_binds_as_its_entry_does(
    pack: Build, rule: str, entry: str, told: str
) -> None:
    """Neither more nor less; its stricter tier, which only warns, says nothing of it."""
    one = clause(modality=entry).replace(", why: 见原文", "")
    soft = ", soft: {count: {min: 2}}"
    made = pack(f"modality: {rule}, when: {{every: year}}, {COUNT}{soft}", clauses=one)
    assert [one.text for one in unaccounted(made)] == [told] * bool(told)


def test_one_entry_of_several_is_enough(pack: Build) -> None:
    """A rule binds as the strictest of its entries, an entry by its strictest rule."""
    entries = clause(modality="may") + clause("t-2016-02", modality="must")
    entries = entries.replace(", why: 见原文", "")
    both = "covers: [t-2016-01, t-2016-02]"
    made = pack(f"{COUNT}, {both}", f"modality: may, {COUNT}, {both}", clauses=entries)
    assert list(unaccounted(made)) == []


def test_an_entry_that_no_rule_covers(pack: Build) -> None:
    """Not even one that asks."""
    made = pack(COUNT, clauses=clause() + clause("t-2016-02"))
    assert [one.text for one in unaccounted(made)] == [
        "t-2016-02: judged, but no rule covers it"
    ]
