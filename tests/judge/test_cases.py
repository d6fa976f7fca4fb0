"""Cases: whom × when; what stands now, and a person's answer."""

from __future__ import annotations

import pytest

from ..trial import verdict


@pytest.mark.parametrize(
    ("as_of", "due"), [("2016-09-15", "2016-09-15"), ("2017-03-01", "2016-12-31")]
)
def test_now_is_the_day_or_the_last_of_the_year(as_of: str, due: str) -> None:
    """The profile as it stands; a year that is over by its last day."""
    one = verdict("{has: {weekly_slot: some}, when: now}", as_of=as_of)
    assert (str(one.due), one.span.label) == (due, "2016")


@pytest.mark.parametrize(("most", "wanted"), [(0, "overdue"), (9, "met")])
def test_too_many_now_can_be_made_good(most: int, wanted: str) -> None:
    """Nothing is waited for, and nothing is lost: fewer may stand tomorrow."""
    rule = f"{{for: branch, when: now, count: {{of: {{kind: post}}, max: {most}}}}}"
    assert verdict(rule, as_of="2016-09-15").outcome == wanted


def test_an_answer_is_of_the_year() -> None:
    """Attest has no due day but the year's."""
    one = verdict("{attest: 做到没有}")
    assert (one.outcome, one.span.label, one.due) == ("attest", "2016", None)


@pytest.mark.parametrize(
    "rule", ["attest: 做到没有, from: 2016-07-01", "attest: 做到没有, to: 2015-12-31"]
)
def test_an_answer_that_is_not_asked_for_yet(rule: str) -> None:
    """It is said why."""
    one = verdict(f"{{{rule}}}")
    assert (one.outcome, one.notes) == ("not-applicable", ("why:not-in-force",))
