"""count: at least (or at most) so many facts, a sum of them, or a share of others."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import containing
from lxyz.facts.fact import Fact
from lxyz.facts.sittings import repeated
from lxyz.kinds.carried import of_item
from lxyz.kinds.case import Case
from lxyz.kinds.enough import Need, enough
from lxyz.kinds.judging import Judging, Settle
from lxyz.kinds.matching import Matcher, ready
from lxyz.kinds.measures import (
    Coming,
    Measuring,
    at_most,
    measured,
    share,
    share_of_persons,
)
from lxyz.kinds.placing import Placed, place
from lxyz.kinds.planned import planned
from lxyz.kinds.values import shown
from lxyz.kinds.world import World
from lxyz.kinds.worth import ONE_EACH, weighed, worths
from lxyz.packs.model import Count
from lxyz.packs.number import number
from lxyz.packs.part import listed
from lxyz.verdicts import DONE, Outcome, Verdict

_GROUP = frozenset(("group",))


def counting(judging: Judging) -> Settle:
    """Makes the function that settles the cases of a count: one verdict each."""
    rule, world = judging.rule, judging.world
    test = rule.count
    assert test is not None
    of = listed(test.of)
    made = _Counting(
        judging,
        test,
        ready(world, rule, test.of),
        [] if test.to is None else ready(world, rule, test.to),
        [Matcher(world, one, _GROUP) for one in of] if test.rounds else [],
        _need(test)._replace(worths=worths(of)),
    )
    way = made.way()
    return lambda case: [way(case)]


class _Counting(NamedTuple):
    """A count of a rule.

    - `judging`: the rule in its world
    - `test`: the count as written
    - `matchers`: what is counted
    - `others`: what it is to be a share of (`to`)
    - `groups`: the same patterns in party groups, where their rounds count as well
    - `need`: how many are needed
    """

    judging: Judging
    test: Count
    matchers: list[Matcher]
    others: list[Matcher]
    groups: list[Matcher]
    need: Need

    def way(self) -> Callable[[Case], Verdict]:
        """The method that settles a case of this sort of count."""
        test = self.test
        if test.to is not None:
            return self.share_of_persons if test.distinct else self.share
        if test.sum or test.mean or test.distinct:
            return self.measured
        if test.max is not None or test.under is not None:
            return self.at_most
        return self.with_rounds if self.groups else self.at_least

    def at_least(self, case: Case) -> Verdict:
        """At least so many. For an item of a plan, a fact that carries out another does
        not count."""
        if case.window.plan and case.fact is not None and self.need.number == 1:
            found = of_item(self.judging.world, self.matchers, case, case.fact)
        else:
            found = _own(place(self.matchers, case), self.matchers, case)
        return enough(self.judging, case, self.matchers, found, self.need)

    def with_rounds(self, case: Case) -> Verdict:
        """At least so many, where rounds of party groups count as well."""
        world, groups = self.judging.world, self.groups
        held = _own(place(groups, case), groups, case)
        rounds = _rounds(world, held.inside, case)

        def to_come() -> tuple[Fact, ...]:
            coming = [*held.inside, *planned(world, groups, case, held)]
            ranks = {fact.rank for fact in rounds}
            every = _rounds(world, coming, case)
            return tuple(one for one in every if one.rank not in ranks)

        need = self.need._replace(rounds=rounds, to_come=to_come)
        found = _own(place(self.matchers, case), self.matchers, case)
        return enough(self.judging, case, self.matchers, found, need)

    def at_most(self, case: Case) -> Verdict:
        """At most so many, and perhaps at least some: both bounds must be kept then."""
        test, need = self.test, self.need
        found, worth = place(self.matchers, case), ONE_EACH
        if need.worths is not None:
            found, worth = weighed(self.matchers, need.worths, case, found)
        most = at_most(self._measuring(case), found, worth)
        least = test.min is not None or test.over is not None
        if not least or most.outcome == Outcome.MISSED:
            return most
        some = enough(self.judging, case, self.matchers, found, need)
        kept = some.outcome in DONE
        return most if kept and most.outcome != Outcome.MET else some

    def measured(self, case: Case) -> Verdict:
        """A sum, a mean, or the number of different values."""
        found = place(self.matchers, case)
        return measured(self._measuring(case), found, self._coming(case, found))

    def share(self, case: Case) -> Verdict:
        """A share of other facts."""
        found, whole = place(self.matchers, case), place(self.others, case)
        to_come = partial(planned, self.judging.world, self.others, case, whole)
        coming = self._coming(case, found), to_come
        return share(self._measuring(case), found, whole, coming)

    def share_of_persons(self, case: Case) -> Verdict:
        """A share of the persons whom other facts are about."""
        found, whole = place(self.matchers, case), place(self.others, case)
        coming = self._coming(case, found)
        return share_of_persons(self._measuring(case), found, whole, coming)

    def _measuring(self, case: Case) -> Measuring:
        return Measuring(self.judging, self.test, case)

    def _coming(self, case: Case, found: Placed) -> Coming:
        return partial(planned, self.judging.world, self.matchers, case, found)


def _own(found: Placed, matchers: list[Matcher], case: Case) -> Placed:
    """What is found, without the sittings that only make up for an earlier one (补课).

    Such a sitting is not one more of the branch or of a group (A40), if the earlier one
    is meant by the same patterns. A lecture that makes up for a study counts."""
    if case.person or case.fact is not None:
        return found
    again = {
        fact.rank
        for fact in found.all()
        if fact.links
        and any(one.means(first) for first in repeated(fact) for one in matchers)
    }
    if not again:
        return found
    inside, band, late = (
        [fact for fact in one if fact.rank not in again] for one in found[:3]
    )
    return Placed(inside, band, late, found.unknown)


def _need(test: Count) -> Need:
    """How many are asked for."""
    least = number(test.min or "1")
    if test.over is not None:
        over = int(number(test.over)) + 1
        least = over if test.min is None else max(least, over)
    return Need(least, shown(least))


def _rounds(world: World, facts: list[Fact], case: Case) -> tuple[Fact, ...]:
    """The rounds of party groups in each month of the window (A26).

    A round is one session of every group, so a month has as many rounds as the group
    with the fewest sessions. Returned for each round is the session that completed
    it."""
    window = case.window
    per_month: dict[str, dict[str, list[Fact]]] = {}
    for fact in facts:
        assert fact.date is not None
        month = containing("month", max(fact.date, window.inside.first))
        per_month.setdefault(month.label, {}).setdefault(fact.owner, []).append(fact)
    complete: list[Fact] = []
    for sessions in per_month.values():
        first = next(iter(sessions.values()))[0]
        assert first.date is not None
        month = containing("month", max(first.date, window.inside.first))
        groups_then = world.on(month.last).groups
        # A group that was formed in the midst of the month need not have studied in it.
        whole = [group for group in groups_then if group.first <= month.first]
        names = [group.name for group in whole or groups_then]
        if names and all(name in sessions for name in names):
            for together in zip(*(sessions[name] for name in names), strict=False):
                complete.append(max(together, key=lambda fact: fact.rank))
    return tuple(complete)
