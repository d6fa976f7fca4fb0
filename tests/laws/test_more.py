"""One more: a record that is added never makes a duty of at least so many worse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.packs.model import Rule
from lxyz.verdicts import Outcome

from .branches import branches
from .drawn import records
from .held import days
from .program import ORDER, Branch, Told, by_key, judged, rules, told

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")


def _at_least(rule: Rule) -> bool:
    """Whether a rule asks for at least so many of what the branch does: no share, no
    mean, no upper bound (there one more may rightly be one too many), and not of each
    record (there one more is one more subject)."""
    if rule.each is not None:
        return False
    test = rule.count
    if test is None:
        return rule.cover is not None
    return not any((test.max, test.under, test.to, test.mean))


def _is_new(more: Told, branch: Branch) -> bool:
    """Whether a record stands alone: of two on one day of one kind it is asked whether
    they are one meeting entered twice, and a reference may mean either."""
    dates = {one.get("date") for one in branch.records}
    dates |= {row["date"] for one in branch.records for row in one.get("rows", ())}
    own = {more.get("date")} | {row["date"] for row in more.get("rows", ())}
    return own.isdisjoint(dates)


@LAWS
@given(st.data())
def test_one_more_record_makes_nothing_worse(data: st.DataObject) -> None:
    """Met before late before planned and open before overdue before missed; what
    cannot be decided stands apart."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    more = data.draw(records(branch).filter(lambda one: _is_new(one, branch)))
    known = rules(branch.pack)
    after = by_key(judged(branch, as_of, more))
    for one in judged(branch, as_of):
        if not _at_least(known[one.rule]) or one.outcome not in ORDER:
            continue
        now = after[one.key()]
        if one.outcome in (Outcome.MET, Outcome.LATE):
            assert now.outcome in ORDER, f"{told(one)} → {told(now)}"
        if now.outcome in ORDER:
            better = ORDER[now.outcome] <= ORDER[one.outcome]
            assert better, f"{as_of}: {told(one)} → {told(now)}"
