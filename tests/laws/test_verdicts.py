"""What every list of verdicts is like, whatever the branch."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.report import FAIL_ON
from lxyz.verdicts import Level, Outcome

from ..whole import Report
from .branches import branches
from .held import days
from .program import bound, judged, reported, rules, told

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")


@LAWS
@given(st.data())
def test_every_rule_has_its_say_and_every_verdict_its_name(data: st.DataObject) -> None:
    """At least one verdict of every rule; no two of one identity; sane spans; folded
    only into what is there and explains it; late never an error, nor what rests on a
    number of the tool."""
    branch = data.draw(branches())
    verdicts = judged(branch, data.draw(days(branch.year)))
    tools = bound(branch.pack).tools
    assert {one.rule for one in verdicts} == set(rules(branch.pack))
    keys = Counter("|".join(one.key()) for one in verdicts)
    assert [key for key, number in keys.items() if number > 1] == []
    by_name = {"|".join(one.key()): one for one in verdicts}
    for one in verdicts:
        assert one.span.first <= one.span.last, told(one)
        if one.outcome == Outcome.LATE:
            assert one.level != Level.ERROR, told(one)
        if tools.get(one.rule.partition("/")[2]):
            assert one.level != Level.ERROR, told(one)
        if one.folded_into is not None:
            into = by_name[one.folded_into]
            assert into.folded_into is None, told(one)
            assert into.rule != one.rule
            assert (
                into.is_gap
                or into.outcome == Outcome.UNDECIDABLE
                or (into.outcome != Outcome.MET and one.rule == f"{into.rule}~")
            ), f"{told(one)} into {told(into)}"


@LAWS
@given(st.data())
def test_what_is_folded_or_owed_above_does_not_fail_a_branch(
    data: st.DataObject,
) -> None:
    """The exit code is the same without those verdicts; the summary has every verdict
    once."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    one = reported(branch, as_of)
    own = tuple(
        v for v in one.verdicts if v.folded_into is None and v.debtor == "branch"
    )
    whole, less = Report(as_of, (one,)), Report(as_of, (one._replace(verdicts=own),))
    for fail_on in FAIL_ON:
        assert whole.totals().exit_code(fail_on) == less.totals().exit_code(fail_on)
    counts = whole.totals().counts
    assert counts.pop("faults") == len(one.faults)
    assert sum(counts.values()) == len(one.verdicts)
    assert counts["folded"] == sum(v.folded_into is not None for v in one.verdicts)
