"""Records that nearly counted, shown beside a gap: at most three, the nearest first.

They are half of every good message: they show what to mend."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from lxyz.dates.spans import Span, shift
from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.dated import Dated, Hit, Miss, few
from lxyz.kinds.matching import Matcher
from lxyz.kinds.placing import Placed, counting_day, where_in
from lxyz.kinds.values import texts
from lxyz.kinds.world import World
from lxyz.verdicts import Evidence
from lxyz.vocabulary import nearest, vocabulary

MOST = 3
_NEIGHBOURS = 62  # days around a span in which a record is worth showing
_ALIKE = 0.5  # 重温誓词 and 重温入党誓词 are; two words that share a character are not
_FEW_KINDS = 2
_PLENTY = 50  # so many lack the same: of thousands the rest need not be looked at
_FAILED = "condition:"
_LONG = 80  # days: only of longer spans are neighbouring days shown


def near(
    world: World, matchers: list[Matcher], case: Case, found: Placed
) -> tuple[Evidence, ...]:
    """The facts that fail in one thing: a condition, the day, the level, a state of a
    person.

    A short span that has not begun has none. Where records of many kinds are meant, a
    lack that more than three of them share is not shown: every study lacks some other
    text."""
    window = case.window
    if (
        world.as_of < window.band.first
        and window.inside.days <= _LONG
        and window.period
    ):
        return ()
    told = {fact.rank for fact in found.all()}
    ordered: list[tuple[tuple[int, int, int], Fact, str]] = []
    often: Counter[str] = Counter()

    def tell(order: int, fact: Fact, why: str) -> int:
        told.add(fact.rank)
        far = _distance(fact.day, window)
        ordered.append(((order, far, fact.rank), fact, why))
        return far

    close = _close(window)
    for matcher in matchers:
        wide = len(matcher.kinds) > _FEW_KINDS
        for order, name, misses in _sorts(matcher, case):
            for several in misses.about(*window.band[:2], window.period):
                within = 0
                for fact, why in several:
                    said = f"{name}:{why}"
                    if (
                        fact.rank in told
                        or often[said] > _PLENTY
                        or not _is_of(matcher, fact, case, name, why)
                    ):
                        continue
                    within += not tell(order, fact, said)
                    if wide and name == "condition":
                        often[said] += 1
                    elif within == MOST:  # they are in order: no later one is nearer
                        break
        for number, away in enumerate(outside(matcher, case, close)):
            untold = (fact for fact in away if fact.rank not in told)
            for fact in islice(untold, MOST) if number else untold:
                tell(2, fact, "outside")
    ordered.sort(key=lambda one: one[0])
    if len(ordered) > MOST:
        ordered = [one for one in ordered if often[one[2]] <= MOST]
    return tuple(
        world.evidence(fact, _said(fact, why)) for _, fact, why in ordered[:MOST]
    )


def _said(fact: Fact, why: str) -> str:
    """Why a record is only near, as it is shown: the key alone where it is not
    written."""
    key = why.removeprefix(_FAILED)
    if key == why or key in fact.attrs or key in fact.people:
        return why
    return key if key in vocabulary().key_slugs("record") else why


def _sorts(matcher: Matcher, case: Case) -> Iterator[tuple[int, str, Dated[Miss]]]:
    """The sorts of misses of a pattern: order in which to show, name, misses."""
    person, fact = case.person, case.fact
    yield 0, "condition", matcher.misses(person, fact)
    if person:
        yield 0, "role", matcher.away(person)
    yield 1, "cancelled", matcher.cancelled
    yield 1, "kind", matcher.of_fewer_kinds
    if not (person or case.group or fact is not None):
        yield 1, "level", matcher.of_others


def _is_of(matcher: Matcher, fact: Fact, case: Case, name: str, why: str) -> bool:
    """Whether a miss has to do with a case and lies in its days."""
    return (
        _concerns(fact, case)
        and (name != "condition" or _stands(matcher, fact, case))
        and _in_time(fact, case.window)
        and (name == "cancelled" or _joins(matcher, fact, case))
        and not _is_another_step(matcher, fact, why)
    )


def _is_another_step(matcher: Matcher, fact: Fact, why: str) -> bool:
    """Whether a step has quite another name than the one asked for.

    Every meeting has steps, and the name of a step is what the kind is for a record:
    such a step is not nearly the one asked for."""
    if why != "name" or "step" not in fact.kinds:
        return False
    wanted = matcher.wanted["name"]
    if not isinstance(wanted, (str, tuple)):
        return False
    return not _is_like(str(fact.attrs["name"]), tuple(sorted(texts(wanted))))


@lru_cache(maxsize=2048)  # the steps of one meeting are those of the next
def _is_like(name: str, wanted: tuple[str, ...]) -> bool:
    return bool(nearest(name, wanted, _ALIKE))


def outside(matcher: Matcher, case: Case, days: Span) -> Iterator[Iterator[Fact]]:
    """The facts of some days that are meant, but do not lie in the window.

    They come as rows: first the facts that declare a period (of few facts: all in one
    row), then those before the window and those after it, each row with the nearest day
    first."""
    window, linked = case.window, matcher.link and case.window.early
    whole = window.ahead and matcher.lasts
    hits = matcher.hits(case.person, case.fact)
    if not hits.all:
        return

    def meant(several: Iterable[Hit], *, asked: bool = True) -> Iterator[Fact]:
        for hit in several:
            fact = hit.fact
            if hit.sure and fact.date in days and _concerns(fact, case):
                if (
                    not asked
                    or where_in(fact, window, linked=linked, whole=whole) == "outside"
                ) and _joins(matcher, fact, case):
                    yield fact

    if window.slot is not None or linked or whole or few(hits.all):
        for several in hits.about(days.first, days.last, None):
            yield meant(several)
        return
    yield meant(hits.of_period(None))
    first, last = window.places[0][1], window.places[-1][2]
    before = hits.between(days.first, min(days.last, shift(first, -1)))
    yield meant(_backwards(before), asked=False)
    after = hits.between(max(days.first, shift(last, 1)), days.last)
    yield meant(after, asked=False)


def _backwards(hits: list[Hit]) -> Iterator[Hit]:
    """Hits with the last day first; the hits of one day keep their order."""
    end = len(hits)
    while end:
        day = hits[end - 1].fact.day
        begin = bisect_left(hits, day, hi=end, key=lambda hit: hit.fact.day)
        yield from hits[begin:end]
        end = begin


def _concerns(fact: Fact, case: Case) -> bool:
    """Whether a fact has to do with the group or the person of a case."""
    if case.is_of_others(fact):
        return False
    if not case.person or fact.state == "cancelled":
        return True
    return any(case.person in people for people in fact.people.values())


def _stands(matcher: Matcher, fact: Fact, case: Case) -> bool:
    """Whether the person of a case stands in a role asked for, or may."""
    roles = matcher.roles
    return (
        not (case.person and roles)
        or not fact.unknown.isdisjoint(roles)
        or any(case.person in fact.people.get(role, ()) for role in roles)
    )


def _joins(matcher: Matcher, fact: Fact, case: Case) -> bool:
    if case.fact is None or not matcher.joins:
        return True
    return matcher.joined(fact, case.fact, []) is True


def _in_time(fact: Fact, window: Window) -> bool:
    if fact.date is None:
        return False
    day = counting_day(fact, window)
    return day is not None and window.band.first <= day <= window.band.last


def _close(window: Window) -> Span:
    """The days in which a fact outside the window is worth showing.

    They are the period of a short window, and 62 days on both sides of a long one."""
    inside, period = window.inside, window.period
    if period is not None and inside.days <= _LONG:
        return period
    first, last = shift(inside.first, -_NEIGHBOURS), shift(inside.last, _NEIGHBOURS)
    if period is not None:
        first, last = min(first, period.first), max(last, period.last)
    return Span(first, last)


def _distance(day: date, window: Window) -> int:
    """How many days a day lies from the window; 0 in it."""
    inside = window.inside
    return max((inside.first - day).days, (day - inside.last).days, 0)
