"""That one of a kind counts as two, in words: of the rule, and of what is found."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.render.rule.asks import asks
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.findings import finding
from lxyz.render.verdict.telling import Told
from lxyz.report import PackUsed

from ..trial import held, pack_text, rule_of, verdict

EITHER = "{count: {of: [{kind: collective-study}, {kind: thematic-discussion, worth: %s}], min: 2}, when: {every: quarter}}"


@pytest.mark.parametrize(
    ("worth", "zh", "en"),
    [
        (
            "2",
            "支部每季度至少2次集体学习，或专题学习讨论（1次算2次）。",
            "the branch, every quarter: at least 2 collective studies, or thematic discussions (one counts as 2).",
        ),
        (
            "1/2",
            "支部每季度至少2次集体学习，或专题学习讨论（1次算1/2次）。",
            "the branch, every quarter: at least 2 collective studies, or thematic discussions (one counts as 1/2).",
        ),
        (
            "$much",
            "支部每季度至少2次集体学习，或专题学习讨论（1次算（参数 much）次）。",
            "the branch, every quarter: at least 2 collective studies, or thematic discussions (one counts as (parameter much)).",
        ),
    ],
)
def test_what_it_asks(worth: str, zh: str, en: str) -> None:
    """One counts as two."""
    rule = rule_of(EITHER % worth, "params: {much: {source: text}}")
    assert (asks(rule, "zh"), asks(rule, "en")) == (zh, en)


def said(folder: Path, rule: str, records: str, as_of: str) -> tuple[str, str]:
    """What is found, in both languages."""
    (folder / "pack.yaml").write_text(pack_text(rule), "utf-8")
    book = Rulebook((PackUsed("trial-2016", "1", "试", "trial", str(folder)),))
    one, day = verdict(rule, records, as_of=as_of), date.fromisoformat(as_of)
    zh, en = (finding([one], Told(lang, day, 2016, book)) for lang in ("zh", "en"))
    return zh, en


HALF = "{count: {of: [{kind: collective-study}, {kind: thematic-discussion, worth: 1/2}], %s}}"
ONE_HALF = held("2016-02-01", kind="collective-study") + held(
    "2016-03-01", kind="thematic-discussion"
)


@pytest.mark.parametrize(
    ("bounds", "as_of", "zh", "en"),
    [
        ("min: 2", "2017-01-01", "只折合1.5次，要2次", "only worth 1.5 of 2"),
        ("min: 2", "2016-12-31", "已折合1.5次，要2次", "so far worth 1.5 of 2"),
        (
            "min: 1",
            "2017-01-01",
            "已办，折合1.5次，要1次，2月1日、3月1日",
            "done 1 Feb, 1 Mar, worth 1.5, 1 asked",
        ),
        ("max: 1", "2016-06-01", "折合1.5次，上限1次", "worth 1.5 of at most 1"),
        (
            "max: 2",
            "2016-06-01",
            "到期才算，上限2次，现折合1.5次",
            "worth 1.5 so far, at most 2",
        ),
    ],
)
def test_what_is_found(
    tmp_path: Path, bounds: str, as_of: str, zh: str, en: str
) -> None:
    """What records come to, not how many they are."""
    found = said(tmp_path, HALF % bounds, ONE_HALF, as_of)
    assert found == (zh, en)
