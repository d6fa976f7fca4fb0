"""What one sitting can serve where words leave gaps, and what rules keep apart."""

from __future__ import annotations

from datetime import date

import pytest

from lxyz.dates.spans import Span
from lxyz.plan.demand import BRANCH, Demand, Way, words_in
from lxyz.plan.fitting import fit, together

from ..trial import world_of
from .made import Make

TWO = """
- {id: a, count: {of: {kind: quiz, topic: 甲}}}
- {id: b, count: {of: {kind: quiz, topic: 乙}}}
"""
APART = "- {id: c, each: {kind: quiz, topic: 甲%s}, has: {topic: {not: [乙]}}%s}\n"
PLAIN = "words: {topic: {甲: [甲甲], 乙: [乙乙]}}"
GAPS = "words: {topic: {甲: ['*甲*'], 乙: ['*乙*']}}"
WAIVER = """
- {类型: 豁免, 规则: %s, 原因: 防汛, 审定人: 机关党委, 日期: 2016-12-01, 起: 2016-12-01, 止: 2016-12-31}
"""


def least(make: Make, rules: str, words: str, records: str = "") -> int:
    """The bound of what two rules want in December."""
    plan = make(rules, records, words, as_of="2016-12-01")
    assert plan.bound is not None
    return plan.bound.number


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("", 2),
        (PLAIN, 2),
        (GAPS, 1),
        ("words: {topic: {甲: ['甲*'], 乙: ['乙*']}}", 2),
        ("words: {topic: {甲: ['甲*'], 乙: ['*乙']}}", 1),
        ("words: {topic: {甲: ['甲*'], 乙: [甲乙]}}", 1),
    ],
)
def test_words_that_one_text_may_say(make: Make, words: str, number: int) -> None:
    """Two topics take two sittings only where no text is both: 甲乙 may be."""
    assert least(make, TWO, words) == number


@pytest.mark.parametrize(
    ("more", "number"),
    [
        (("", ""), 2),
        ((", level: branch", ""), 2),
        # Of others, or of some only; not a duty; not in force all the year.
        ((", level: group", ""), 1),
        ((", theme: 丙", ""), 1),
        ((", place: some", ""), 1),
        ((", root: study-plan", ""), 1),
        (("", ", modality: may"), 1),
        (("", ", nth: 2"), 1),
        (("", ", from: 2016-03-01"), 1),
        (("", ", years: [2015]"), 1),
        (("", ", if: {committee: no}"), 1),
        (("", ", for: member"), 1),
    ],
)
def test_what_a_rule_keeps_apart(
    make: Make, more: tuple[str, str], number: int
) -> None:
    """A rule that what says the one does not say the other makes two of them."""
    assert least(make, TWO + APART % more, GAPS) == number


def test_what_it_asks_of_whom(make: Make) -> None:
    """The words are those of the two, of the same key, in sittings of its kind."""
    other = APART.replace("乙", "丙") % ("", "")
    words = GAPS.replace("乙: ['*乙*']", "乙: ['*乙*'], 丙: ['*丙*']")
    assert least(make, TWO + other, words) == 1
    other = APART.replace("topic: {not", "theme: {not") % ("", "")
    assert least(make, TWO + other, GAPS) == 1
    other = APART.replace("quiz", "party-lecture") % ("", "")
    assert least(make, TWO + other, GAPS) == 1
    # Whatever is of the kinds of both is of those of one.
    either = TWO.replace(
        "{kind: quiz, topic: 乙}", "{kind: [quiz, party-lecture], topic: 乙}"
    )
    assert least(make, either + APART % ("", ""), GAPS) == 2


def test_what_groups_may_hold(make: Make) -> None:
    """A rule about the branch keeps nothing apart in a group."""
    groups = TWO.replace("topic", "level: [branch, group], topic")
    rules = groups + APART % ("", "")
    assert least(make, rules, GAPS) == 1


def test_what_is_waived(make: Make) -> None:
    """Of a rule that is waived, or that a plan leaves, nothing can be proved."""
    rules = TWO + APART % ("", "")
    assert least(make, rules, GAPS, WAIVER % "trial-2016/c") == 1
    early = (WAIVER % "trial-2016/b").replace("2016-12", "2016-01")
    assert least(make, rules, GAPS, early) == 2
    world = world_of(rules=rules, more=GAPS)
    assert len(together([world]).bars) == 1
    assert together([world], {"trial-2016/c"}).bars == ()


@pytest.mark.parametrize(
    ("days", "wanted"),
    [
        (Span(date(2016, 12, 1), date(2016, 12, 31)), False),
        (Span(date(2016, 12, 1), date(2017, 1, 1)), True),
        (Span(date(2015, 12, 31), date(2016, 1, 31)), True),
    ],
)
def test_in_the_year_that_is_judged(days: Span, wanted: bool) -> None:
    """What a rule keeps apart in its year it does not on a day of another."""
    world = world_of(rules=APART % ("", ""), more=GAPS)
    quiz = frozenset((frozenset(("quiz",)),))
    one, other = (
        Demand((), "", 1, days, (Way(frozenset((BRANCH,)), quiz, words),))
        for words in (words_in({"topic": word}, world) for word in ("甲", "乙"))
    )
    assert fit(one, other, together([world])) is wanted
