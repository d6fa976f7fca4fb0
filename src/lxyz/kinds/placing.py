"""Puts facts into windows: in time, in the band, late, or in doubt."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.facts.fact import STANDING, Fact
from lxyz.kinds.case import Case, Slot, Window
from lxyz.kinds.dated import Hit, few
from lxyz.kinds.matching import Matcher
from lxyz.kinds.trial import Hits, Only


class Placed(NamedTuple):
    """The facts of a case by where they lie.

    - `inside`: on time
    - `band`: in the band
    - `late`: late
    - `unknown`: those in doubt, with what is missing to know whether they count
    """

    inside: list[Fact]
    band: list[Fact]
    late: list[Fact]
    unknown: list[Hit]

    def all(self) -> list[Fact]:
        """All facts that surely count, however late."""
        return self.inside + self.band + self.late

    def in_place(self, name: str) -> list[Fact]:
        """The facts of a place by its name: `inside`, `band` or `late`."""
        if name == "inside":
            return self.inside
        return self.band if name == "band" else self.late


class _Last:
    """The last result of `place` and the arguments it was for, to reuse for the next
    case."""

    matchers: list[Matcher] | None = None
    alike: tuple[object, ...] = ()
    placed: Placed


def place(
    matchers: list[Matcher], case: Case, only: Only | None = None, tag: str = ""
) -> Placed:
    """The facts that the patterns mean, each by where it lies in the window of a case.

    `only` keeps the facts that hold an item; `tag` is the attribute it reads, named as
    missing where it cannot be read. The lists must not be changed: they are shared.

    Cases of one day follow each other. Where only the window binds their facts, not a
    join, the result of the last case is reused: a thousand sittings of one day cost one
    search."""
    first = matchers[0]
    if case.fact is None or few(first.trial.every):
        return _placed(matchers, case, only, tag)
    if any(one.joins for one in matchers):
        return _placed(matchers, case, only, tag)
    last = first.world.shared(("placed", only), _Last)
    alike = (*case.window.decides(), case.person, case.group)
    if last.matchers is not matchers or last.alike != alike:
        last.matchers, last.alike = matchers, alike
        last.placed = _placed(matchers, case, only, tag)
    return last.placed


def _placed(matchers: list[Matcher], case: Case, only: Only | None, tag: str) -> Placed:
    placing = _Placing(case, alone=len(matchers) == 1)
    for matcher in matchers:
        parts = matcher.parts(case.person, case.fact)
        if only is not None:
            parts = tuple(one.such(only, tag) for one in parts)
        for part in parts:
            placing.put(matcher, part)
    return placing.placed()


class _Placing:
    """Facts being placed for one case.

    `alone`: there is one pattern only, so no fact can come twice."""

    def __init__(self, case: Case, *, alone: bool) -> None:
        self._case = case
        self._alone = alone
        self._found = Placed([], [], [], [])
        self._sure: set[int] = set()
        self._doubtful: dict[int, Hit] = {}

    def put(self, matcher: Matcher, part: Hits) -> None:
        """Puts the facts of a pattern into their places."""
        case, found, sure = self._case, self._found, self._sure
        window, group = case.window, case.group
        linked = matcher.link and window.early
        whole = window.ahead and matcher.lasts
        first, last = window.reach
        dated = part.between(date.min if linked else first, last)
        loose = part.of_period(window.period)
        by_day = window.slot is None and not loose and not whole
        surely = by_day and not linked
        if part.left_open and by_day and window.own is None and not group:
            # Doubtful facts are sorted no further: they only have to be in reach.
            self._leave_open(dated)
            return
        if surely and not few(dated) and part.sure and not (group or matcher.joins):
            self._put_by_days(part)
            return
        on_time = window.inside
        for hit in (*loose, *dated) if loose else dated:
            fact = hit.fact
            if fact.rank in sure or (
                group and fact.level == "group" and fact.owner != group
            ):
                continue
            day = fact.date
            # Nearly all facts count on their own day, inside the window: no look-up.
            if surely and day is not None and on_time.first <= day <= on_time.last:
                where = "inside"
            else:
                early = linked and fact is not case.fact
                where = where_in(fact, window, linked=early, whole=whole)
                if where == "outside":
                    continue
            lacks = narrowed(matcher, hit, case) if matcher.joins else hit.missing
            if lacks:
                self._doubtful.setdefault(fact.rank, Hit(fact, False, lacks))
            elif lacks is not None:
                sure.add(fact.rank)
                found.in_place(where).append(fact)

    def _leave_open(self, hits: list[Hit]) -> None:
        if self._alone:
            self._found.unknown.extend(hits)
        else:
            more = {hit.fact.rank: hit for hit in hits}
            self._doubtful = {**more, **self._doubtful}

    def _put_by_days(self, part: Hits) -> None:
        """Puts many facts that are sure and count on their own day: each place is one
        slice."""
        for where, first, last in self._case.window.places:
            facts = [hit.fact for hit in part.between(first, last)]
            if not self._alone:
                sure = self._sure
                facts = [fact for fact in facts if fact.rank not in sure]
                sure.update([fact.rank for fact in facts])
            self._found.in_place(where).extend(facts)

    def placed(self) -> Placed:
        """The facts in their places; a fact that is sure by one pattern is in doubt by
        none."""
        unknown, doubtful = self._found.unknown, self._doubtful
        if doubtful:
            unknown.extend(doubtful[rank] for rank in doubtful.keys() - self._sure)
            unknown.sort(key=lambda hit: hit.fact.rank)
        return self._found


def narrowed(matcher: Matcher, hit: Hit, case: Case) -> tuple[str, ...] | None:
    """What is missing to know whether a hit belongs to a case.

    Empty: it surely does. None: it does not."""
    missing = list(hit.missing)
    day = case.window.due or case.window.inside.last
    if matcher.on_day and not matcher.stands(hit.fact, day, missing):
        return None
    if (
        case.fact is not None
        and matcher.joins
        and matcher.joined(hit.fact, case.fact, missing) is False
    ):
        return None
    return tuple(dict.fromkeys(missing))


def where_in(
    fact: Fact, window: Window, *, linked: bool = False, whole: bool = False
) -> str:
    """The place of a fact: `inside`, `band`, `late` or `outside`.

    `linked`: it hangs on the fact of `each`, and counts on the first day if it is
    earlier. `whole`: its last day decides, as all of it must be over."""
    if window.slot is not None:
        return _in_slot(fact, window, window.slot)
    day = counting_day(fact, window, linked=linked)
    if day is None:
        return "outside"
    if whole and fact.end is not None:
        day = max(day, fact.end)
    inside = window.inside
    if inside.first <= day <= inside.last:
        return "inside"
    band = window.band
    if band.first <= day <= band.last:
        return "band"
    late = window.until is not None and band.last < day <= window.until
    return "late" if late and not _is_of_next(fact, day, window) else "outside"


def _is_of_next(fact: Fact, day: date, window: Window) -> bool:
    """Whether a fact lies after the own period of a window and does not declare that
    period.

    Then it is of the next year, and not late in this one."""
    own = window.own
    if window.period is not None or own is None or day <= own.last:
        return False
    return fact.period is None or not fact.period.within(own)


def counting_day(fact: Fact, window: Window, *, linked: bool = False) -> date | None:
    """The day on which a fact counts for a window; None if it is not of its period.

    A fact that declares a period counts where the window's own period holds that one;
    dated before it, on the first day. Any other fact counts on its own day. What the
    profile gives counts if it stands on the due day."""
    day, inside = fact.date, window.inside
    if day is None or not STANDING.isdisjoint(fact.kinds):
        stands = stands_on(fact, window.due or inside.last)
        return inside.first if stands else None
    if window.plan and (moved := fact.attrs.get("moved_from")) is not None:
        if moved.first <= inside.last and moved.last >= inside.first:
            return inside.first
    period = window.period
    if period is None:
        return inside.first if linked and day < inside.first else day
    if fact.period is not None:
        assert window.own is not None
        first = inside.first if window.early else period.first
        return max(day, first) if fact.period.within(window.own) else None
    if window.own is not None and period.first < window.own.first <= day:
        return None  # of the days of the period itself: it may be for the next one
    return day if period.first <= day <= period.last else None


def stands_on(fact: Fact, day: date) -> bool:
    """Whether a fact of the profile holds on a day, both ends included."""
    if fact.date is not None and fact.date > day:
        return False
    return fact.end is None or fact.end >= day


def _in_slot(fact: Fact, window: Window, slot: Slot) -> str:
    """The place of a fact in a window with a fixed day.

    On that day it is inside. On the working day instead of a day off, or moved as the
    rule allows, it is in the band."""
    if fact.date is None:
        return "outside"
    if fact.date == slot.day:
        return "inside"
    if fact.date == slot.rolled:
        return "band"
    if fact.date not in slot.near:
        return "outside"
    if not slot.needs:
        return "band" if fact.date in window.band else "outside"
    moved: Span | None = fact.attrs.get("moved_from")
    said = bool(fact.attrs.get("moved_reason")) and (moved is None or slot.day in moved)
    return "band" if said else "outside"
