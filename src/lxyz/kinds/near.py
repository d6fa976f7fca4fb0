"""What nearly counted: half of all good messages. Few, the nearest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from lxyz.facts import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Placed, counting_day, where_in
from lxyz.kinds.values import texts
from lxyz.kinds.world import World
from lxyz.verdicts import Evidence
from lxyz.vocabulary import nearest

MOST = 3
_NEIGHBOURS = 62  # days around a span in which a record is worth showing
_OTHERS = frozenset(("group", "above", "elsewhere"))
_ALIKE = 0.5  # 重温誓词 and 重温入党誓词 are; two words that share a character are not
_LONG = 80  # of spans longer than this; the weeks beside a week are not


def near(
    world: World, matchers: list[Matcher], case: Case, found: Placed
) -> tuple[Evidence, ...]:
    """The facts that fail by one condition, by their day, or as the person was away.

    A short span that has not begun has none.
    """
    window = case.window
    if (
        world.as_of < window.band.first
        and window.inside.days <= _LONG
        and window.period
    ):
        return ()
    told = {fact.rank for fact in found.all()}
    ordered: list[tuple[tuple[int, int, int], Fact, str]] = []
    for matcher in matchers:
        for order, fact, why in _missed(world, matcher, case):
            if fact.rank not in told:
                told.add(fact.rank)
                assert fact.date is not None
                far = _distance(fact.date, window)
                ordered.append(((order, far, fact.rank), fact, why))
    ordered.sort(key=lambda one: one[0])
    return tuple(world.evidence(fact, why) for _, fact, why in ordered[:MOST])


def _missed(
    world: World, matcher: Matcher, case: Case
) -> Iterator[tuple[int, Fact, str]]:
    """What a pattern misses of a case, and by what; the least first to be told."""
    window = case.window
    for fact, attribute in matcher.misses(case.fact):
        if _is_of(matcher, fact, case):
            if not _is_another_step(matcher, fact, attribute):
                yield 0, fact, f"condition:{attribute}"
    if case.person:
        for state, fact in matcher.away(case.person):
            if _in_time(fact, window) and _joins(matcher, fact, case):
                yield 0, fact, f"role:{state}"
    for fact in world.of(matcher.kinds, "cancelled"):
        if matcher.fits(fact) and _concerns(fact, case) and _in_time(fact, window):
            yield 1, fact, f"cancelled:{fact.attrs.get('reason', '')}"
    for fact, kind in matcher.of_fewer_kinds:
        if _is_of(matcher, fact, case):
            yield 1, fact, f"kind:{kind}"
    for fact in _of_others(matcher, case):
        yield 1, fact, f"level:{fact.level}"
    for fact in outside(matcher, case, _close):
        yield 2, fact, "outside"


def _is_another_step(matcher: Matcher, fact: Fact, attribute: str) -> bool:
    """Whether a step is of quite another name: its name is what it is, as the kind is
    of a record, and every meeting has steps."""
    wanted = matcher.wanted[attribute]
    if attribute != "name" or "step" not in fact.kinds:
        return False
    if not isinstance(wanted, (str, tuple)):
        return False
    return not _is_like(str(fact.attrs["name"]), tuple(sorted(texts(wanted))))


@lru_cache(maxsize=2048)  # the steps of one meeting are those of the next
def _is_like(name: str, wanted: tuple[str, ...]) -> bool:
    return bool(nearest(name, wanted, _ALIKE))


def outside(
    matcher: Matcher, case: Case, close: Callable[[Fact, Window], bool]
) -> Iterator[Fact]:
    """The facts that are meant, but for their day, as far as they are close."""
    window, linked = case.window, matcher.link and case.window.early
    whole = window.ahead and matcher.lasts
    for hit in matcher.hits(case.person, case.fact).all:
        fact = hit.fact
        if hit.sure and close(fact, window) and _concerns(fact, case):
            where = where_in(fact, window, linked=linked, whole=whole)
            if where == "outside" and _joins(matcher, fact, case):
                yield fact


def _of_others(matcher: Matcher, case: Case) -> Iterator[Fact]:
    """What a group, the committee above or another branch held, where the branch has to."""
    if case.person or case.group or case.fact is not None:
        return
    for fact in matcher.of_others:
        if fact.level in _OTHERS and _in_time(fact, case.window):
            yield fact


def _is_of(matcher: Matcher, fact: Fact, case: Case) -> bool:
    """Whether a fact has to do with a case, in its days."""
    return (
        _concerns(fact, case)
        and _in_time(fact, case.window)
        and _joins(matcher, fact, case)
    )


def _concerns(fact: Fact, case: Case) -> bool:
    """Whether a fact has to do with the group, or the person, of a case."""
    if case.is_of_others(fact):
        return False
    if not case.person or fact.state == "cancelled":
        return True
    return any(case.person in people for people in fact.people.values())


def _joins(matcher: Matcher, fact: Fact, case: Case) -> bool:
    if case.fact is None or not matcher.joins:
        return True
    return matcher.joined(fact, case.fact, []) is True


def _in_time(fact: Fact, window: Window) -> bool:
    if fact.date is None:
        return False
    day = counting_day(fact, window)
    return day is not None and window.band.first <= day <= window.band.last


def _close(fact: Fact, window: Window) -> bool:
    """Whether a fact outside the days is worth showing: of the same period, or not far
    from a long one."""
    if fact.date is None:
        return False
    period = window.period
    if period is not None and fact.date in period:
        return True
    inside = window.inside
    long = period is None or inside.days > _LONG
    return long and _distance(fact.date, window) <= _NEIGHBOURS


def _distance(day: date, window: Window) -> int:
    """How many days from the window."""
    inside = window.inside
    return max((inside.first - day).days, (day - inside.last).days, 0)
