"""How many sat in, and of which category."""

from __future__ import annotations

import pytest

from ..trial import held, outcome, verdict

HAS = "{for: fact, each: {kind: party-lecture}, has: {guests: %s}}"
COUNT = "{when: {every: year}, count: {of: {kind: party-lecture, guests: {min: 8}}, min: 1}}"
MASSES = "{which: {category: 群众}, %s}"
WORDS = "words: {category: {群众: [村民]}}"


def lecture(guests: str | None) -> str:
    """A lecture with a line of guests, or none."""
    line = "" if guests is None else f", guests: {guests}"
    return held("2016-05-10", more=f"attendance: {{present: all{line}}}")


@pytest.mark.parametrize(
    ("wanted", "guests", "found"),
    [
        ("{min: 8}", "群众8人", "met"),
        ("{min: 8}", "群众6人、机关党委2人", "met"),
        ("{min: 8}", "群众7人", "overdue"),
        ("{min: 8}", "群众", "overdue"),
        ("{min: 8}", None, "overdue"),
        ("{min: 2}", "许诺、高远", "met"),
        ("{min: 10}", "十余人", "met"),
        ("{over: 8}", "群众8人", "overdue"),
        ("{max: 8}", "群众8人", "met"),
        ("{max: 8}", "群众9人", "overdue"),
        ("{max: 8}", "群众代表若干", "overdue"),
        ("{max: 8}", "群众5人、机关党委若干", "overdue"),
        ("{under: 8}", "群众7人", "met"),
        ("{max: 8}", "无", "overdue"),
        ("some", "群众", "met"),
        ("some", None, "overdue"),
        # Of a category: who are said to be so, by any of its words.
        (MASSES % "min: 8", "群众代表5人、村民3人", "met"),
        (MASSES % "min: 8", "群众代表5人、机关党委3人", "overdue"),
        (MASSES % "min: 2", "群众张三、李四", "overdue"),
        (MASSES % "min: 2", "党员和群众8人", "overdue"),
        (MASSES % "max: 2", "群众1人、机关党委3人", "met"),
        ("{which: {category: 群众}}", "群众", "met"),
        ("{which: {category: 群众}}", "机关党委3人", "overdue"),
        (
            "{which: {category: [群众, 机关党委]}, min: 4}",
            "群众1人、机关党委3人",
            "met",
        ),
        # A part of those who were there.
        ("{min: 1/2, of: present}", "群众3人", "met"),
        ("{min: 1/2, of: present}", "群众1人", "overdue"),
        ("{min: 1/2, of: present}", "群众", "overdue"),
        # What no guest can be.
        ("{which: {status: full}, min: 1}", "群众8人", "overdue"),
        ("{is: secretary}", "群众8人", "overdue"),
    ],
)
def test_how_many_sat_in(wanted: str, guests: str | None, found: str) -> None:
    """What the line does not say is a gap."""
    assert outcome(HAS % wanted, lecture(guests), more=WORDS) == found


@pytest.mark.parametrize(
    ("guests", "found"),
    [("群众8人", "met"), ("群众7人", "missed"), ("群众", "undecidable")],
)
def test_which_of_them_counts(guests: str, found: str) -> None:
    """Where it hangs on that which record counts, it must be known."""
    one = verdict(COUNT, lecture(guests))
    assert (one.outcome, one.missing) == (
        found,
        ("guests",) if found == "undecidable" else (),
    )


def test_added_up() -> None:
    """So many in a year."""
    rule = "{when: {every: year}, count: {of: {kind: party-lecture}, sum: guests, min: 10}}"
    records = lecture("群众8人") + held(
        "2016-06-10", more="attendance: {present: all, guests: 群众%s}"
    )
    assert outcome(rule, records % "2人") == "met"
    assert outcome(rule, records % "1人") == "missed"
    assert outcome(rule, records % "代表") == "undecidable"
