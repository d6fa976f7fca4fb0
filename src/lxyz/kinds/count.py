"""count: at least (or at most) so many facts, a sum of them, or a share of others."""

from __future__ import annotations

from functools import partial

from lxyz.dates import containing
from lxyz.facts import Fact
from lxyz.facts.sittings import repeated
from lxyz.kinds.case import Case
from lxyz.kinds.enough import Need, enough
from lxyz.kinds.judging import Judging, Settle
from lxyz.kinds.matching import Matcher, ready
from lxyz.kinds.measures import at_most, measured, share, share_of_persons
from lxyz.kinds.placing import Placed, place
from lxyz.kinds.planned import made_good, planned
from lxyz.kinds.values import number, shown
from lxyz.kinds.world import World
from lxyz.kinds.worth import ONE_EACH, weighed, worths
from lxyz.packs.model import Count
from lxyz.packs.part import listed
from lxyz.verdicts import DONE, Outcome, Verdict

_GROUP = frozenset(("group",))


def counting(judging: Judging) -> Settle:
    """How the cases of a count are settled: one verdict each."""
    rule, world = judging.rule, judging.world
    test = rule.count
    assert test is not None
    matchers = ready(world, rule, test.of)
    if test.to is not None:
        others = ready(world, rule, test.to)
        if test.distinct:
            return lambda case: [_share_of(judging, test, case, matchers, others)]
        return lambda case: [_share(judging, test, case, matchers, others)]
    if test.sum or test.mean or test.distinct:
        return lambda case: [_measured(judging, test, case, matchers)]
    need = _need(test)._replace(worths=worths(listed(test.of)))
    least = test.min is not None or test.over is not None
    if test.max is not None or test.under is not None:
        return lambda case: [_between(judging, test, case, matchers, need, least=least)]
    if test.rounds is None:
        return lambda case: [
            enough(judging, case, matchers, _placed(world, matchers, case), need)
        ]
    groups = [Matcher(world, one, _GROUP) for one in listed(test.of)]

    def with_rounds(case: Case) -> list[Verdict]:
        held = _own(place(groups, case), groups, case)
        rounds = _rounds(world, held.inside, case)

        def to_come() -> tuple[Fact, ...]:
            coming = [*held.inside, *planned(world, groups, case, held)]
            ranks = {fact.rank for fact in rounds}
            every = _rounds(world, coming, case)
            return tuple(one for one in every if one.rank not in ranks)

        more = need._replace(rounds=rounds, to_come=to_come)
        found = _own(place(matchers, case), matchers, case)
        return [enough(judging, case, matchers, found, more)]

    return with_rounds


def _placed(world: World, matchers: list[Matcher], case: Case) -> Placed:
    """The facts in their places; an item of a plan is not made good by what carries out
    another."""
    found = _own(place(matchers, case), matchers, case)
    if case.window.plan and case.fact is not None and found.late:
        return found._replace(late=made_good(world, case.fact, found.late))
    return found


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


def _measured(
    judging: Judging, test: Count, case: Case, matchers: list[Matcher]
) -> Verdict:
    found = place(matchers, case)
    coming = partial(planned, judging.world, matchers, case, found)
    return measured(judging, test, case, found, coming)


def _share(
    judging: Judging,
    test: Count,
    case: Case,
    matchers: list[Matcher],
    others: list[Matcher],
) -> Verdict:
    found, whole = place(matchers, case), place(others, case)
    coming = (
        partial(planned, judging.world, matchers, case, found),
        partial(planned, judging.world, others, case, whole),
    )
    return share(judging, test, case, found, whole, coming)


def _share_of(
    judging: Judging,
    test: Count,
    case: Case,
    matchers: list[Matcher],
    others: list[Matcher],
) -> Verdict:
    found, whole = place(matchers, case), place(others, case)
    coming = partial(planned, judging.world, matchers, case, found)
    return share_of_persons(judging, test, case, found, whole, coming)


def _between(
    judging: Judging,
    test: Count,
    case: Case,
    matchers: list[Matcher],
    need: Need,
    *,
    least: bool,
) -> Verdict:
    """At most so many, and perhaps at least some: then it is kept only when both are."""
    found, worth = place(matchers, case), ONE_EACH
    if need.worths is not None:
        found, worth = weighed(matchers, need.worths, case, found)
    most = at_most(judging, test, case, found, worth)
    if not least or most.outcome == Outcome.MISSED:
        return most
    some = enough(judging, case, matchers, found, need)
    kept = some.outcome in DONE
    return most if kept and most.outcome != Outcome.MET else some


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
