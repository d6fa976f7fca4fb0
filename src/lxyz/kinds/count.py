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
    """How the cases of a count are settled: one verdict each."""
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
    """A count of a rule: what is counted, of which `others` it is a share, the same in
    `groups` whose rounds count as well, and how many are needed."""

    judging: Judging
    test: Count
    matchers: list[Matcher]
    others: list[Matcher]
    groups: list[Matcher]
    need: Need

    def way(self) -> Callable[[Case], Verdict]:
        """Which of its kinds it is."""
        test = self.test
        if test.to is not None:
            return self.share_of_persons if test.distinct else self.share
        if test.sum or test.mean or test.distinct:
            return self.measured
        if test.max is not None or test.under is not None:
            return self.at_most
        return self.with_rounds if self.groups else self.at_least

    def at_least(self, case: Case) -> Verdict:
        """So many; what carries out one item of a plan carries out no other."""
        if case.window.plan and case.fact is not None and self.need.number == 1:
            found = of_item(self.judging.world, self.matchers, case, case.fact)
        else:
            found = _own(place(self.matchers, case), self.matchers, case)
        return enough(self.judging, case, self.matchers, found, self.need)

    def with_rounds(self, case: Case) -> Verdict:
        """The same, rounds of groups counting as well."""
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
        """At most so many, and perhaps at least some: then it is kept only when both are."""
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
        """A sum, a mean, how many different ones."""
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
    """What is found, but for what only makes up for an earlier sitting that is meant, too
    (A40): that is not one more of the branch or of a group. A lecture that makes up for a
    study is one."""
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
    """For each month of the window, the sessions of the groups that make rounds (A26):
    as many of each group as the group with the fewest held (or plans), one round each.

    A fact for every round: the session that completed it.
    """
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
        # One that was formed in the midst of the month need not have studied in it.
        whole = [group for group in groups_then if group.first <= month.first]
        names = [group.name for group in whole or groups_then]
        if names and all(name in sessions for name in names):
            for together in zip(*(sessions[name] for name in names), strict=False):
                complete.append(max(together, key=lambda fact: fact.rank))
    return tuple(complete)
