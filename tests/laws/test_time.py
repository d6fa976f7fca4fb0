"""Time: what is closed as met stays so as days go by."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.judge.fold import folds
from lxyz.packs.model import Rule
from lxyz.verdicts import Outcome, Verdict

from .branches import branches
from .drawn import waiver
from .held import days
from .program import by_key, judged, rules, told

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")


def _closed(one: Verdict, rule: Rule, as_of: date) -> bool:
    """Whether a met is closed: nothing that is dated later has a say in it.

    It is not, before the last day of its span and the last on which a late one counts.
    Nor, until the year is over:
    - where the profile is judged as it stands (`when: now`): it may change any day;
    - where spans or records of the year are one verdict: the next may fail;
    - where a person attests: he may say no later, even after the year, and the last
      word holds; so it is never held to be closed here.
    """
    if one.outcome != Outcome.MET:
        return False
    year_end = date(one.span.last.year, 12, 31)
    if rule.when == "now" or folds(rule) or rule.attest is not None:
        return rule.attest is None and as_of > year_end
    last = max(one.span.last, one.until or one.span.last)
    return as_of > last


@LAWS
@given(st.data())
def test_a_closed_met_stays_met(data: st.DataObject) -> None:
    """Moving `as_of` forward never turns a closed `met` into anything else."""
    branch = data.draw(branches(least=4))
    ahead = st.dates(date(branch.year, 6, 1), date(branch.year + 1, 12, 31))
    first = data.draw(st.one_of(ahead, ahead, days(branch.year)))
    later = first + timedelta(data.draw(st.integers(1, 500)))
    before, after = judged(branch, first), by_key(judged(branch, later))
    known = rules(branch.pack)
    for one in before:
        if _closed(one, known[one.rule], first):
            now = after.get(one.key())
            assert now is not None, f"{first} → {later}: gone: {told(one)}"
            assert now.outcome == Outcome.MET, (
                f"{first} → {later}: {told(one)} → {told(now)}"
            )


@LAWS
@given(st.data())
def test_a_met_of_at_least_is_closed_at_once(data: st.DataObject) -> None:
    """At least so many, once enough, is enough whatever comes (language-general,
    Semantics 3): not even the end of the span need be waited for."""
    branch = data.draw(branches(least=4))
    ahead = st.dates(date(branch.year, 6, 1), date(branch.year + 1, 12, 31))
    first = data.draw(st.one_of(ahead, ahead, days(branch.year)))
    later = first + timedelta(data.draw(st.integers(1, 500)))
    known = rules(branch.pack)
    after = by_key(judged(branch, later))
    for one in judged(branch, first):
        rule = known[one.rule]
        if one.outcome == Outcome.MET and at_least(rule) and not folds(rule):
            now = after.get(one.key())
            assert now is not None, f"{first} → {later}: gone: {told(one)}"
            assert now.outcome == Outcome.MET, (
                f"{first} → {later}: {told(one)} → {told(now)}"
            )


@LAWS
@given(st.data())
def test_what_is_missed_stays_missed(data: st.DataObject) -> None:
    """No record of a later day makes good what is missed; only one of an earlier day
    that was not written yet would. Not so of several spans in one verdict, and of what
    stands."""
    branch = data.draw(branches(least=4))
    first = data.draw(days(branch.year))
    later = first + timedelta(data.draw(st.integers(1, 500)))
    known = rules(branch.pack)
    after = by_key(judged(branch, later))
    for one in judged(branch, first):
        rule = known[one.rule]
        if one.outcome != Outcome.MISSED or folds(rule) or rule.when == "now":
            continue
        now = after[one.key()]
        assert now.outcome == Outcome.MISSED, (
            f"{first} → {later}: {told(one)} → {told(now)}"
        )


def at_least(rule: Rule) -> bool:
    """Whether a rule asks for at least so many, and nothing else can spoil it."""
    test = rule.count
    if test is None:
        return rule.cover is not None
    return not any((test.max, test.under, test.to, test.mean))


@LAWS
@given(st.data())
def test_a_waiver_hides_nothing_done(data: st.DataObject) -> None:
    """A waiver excuses what is open, overdue, missed or undecidable; what was done, on
    time or late, stays so (of weeks folded into a year: if they were all done)."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    rule = data.draw(st.sampled_from(sorted(rules(branch.pack))))
    more = waiver(rule, date(branch.year, 1, 1))
    before, after = judged(branch, as_of), by_key(judged(branch, as_of, more))
    for one in before:
        now = after[one.key()]
        if one.outcome in (Outcome.MET, Outcome.LATE, Outcome.PLANNED):
            assert now.outcome == one.outcome, f"{told(one)} → {told(now)}"
        if not one.rule.startswith(rule.removesuffix("~")):
            assert now == one or one.folded_into or now.folded_into
