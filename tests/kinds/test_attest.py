"""attest: no record can decide it; a person answers."""

from __future__ import annotations

import pytest

from lxyz.verdicts import Outcome

from ..trial import verdict, verdicts

RULE = "{attest: 做到没有}"


def said(day: str, answer: str = "是", more: str = "") -> str:
    """An answer."""
    return f"- {{类型: 人工确认, 规则: trial-2016/rule, 日期: {day}, 由谁: 王敏, 结论: {answer}{more}}}\n"


@pytest.mark.parametrize(
    ("records", "outcome"),
    [
        ("", "attest"),
        (said("2016-06-30"), "met"),
        (said("2016-06-30", "否"), "overdue"),
        # The latest holds; of one day the no.
        (said("2016-06-30", "否") + said("2016-07-01"), "met"),
        (said("2016-06-30") + said("2016-07-01", "否"), "overdue"),
        (said("2016-06-30", "否") + said("2016-06-30"), "overdue"),
        # Of another year, or of a day to come.
        (said("2015-12-31"), "attest"),
        (said("2017-01-10", more=", 计入年度: 2016"), "attest"),
        (said("2016-12-31"), "met"),
    ],
)
def test_answers(records: str, outcome: str) -> None:
    """None: for a person; yes: met; no: overdue and for ever curable."""
    one = verdict(RULE, records, as_of="2016-12-31")
    assert one.outcome == outcome
    assert (one.due, one.until) == (None, None)
    assert one.notes == (() if outcome == "attest" else ("by:王敏",))
    assert [record.kinds for record in one.records] == [("attestation",)] * (
        outcome != "attest"
    )


def test_an_answer_after_the_year() -> None:
    """One that counts for the year may be given after it."""
    records = said("2017-01-10", more=", 计入年度: 2016")
    assert verdict(RULE, records, as_of="2017-01-10").outcome == "met"


def test_answers_for_members() -> None:
    """For one who is named, or for all."""
    rule = "{for: member, attest: 做到没有}"
    records = said("2016-06-30", more=", 党员: 李娜、许诺") + said("2016-06-29", "否")
    found = {one.subject.name: one.outcome for one in verdicts(rule, records)}
    assert found.pop("李娜") == found.pop("许诺") == Outcome.MET
    assert set(found.values()) == {Outcome.OVERDUE}
