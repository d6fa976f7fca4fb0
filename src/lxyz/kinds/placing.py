"""Facts to windows: which lie in time, in the band, late, or only nearly."""

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
    """The facts of a case by where they lie: on time, in the band, late; and those of
    which it cannot be known, with what each lacks."""

    inside: list[Fact]
    band: list[Fact]
    late: list[Fact]
    unknown: list[Hit]

    def all(self) -> list[Fact]:
        """All that count, however late."""
        return self.inside + self.band + self.late

    def in_place(self, name: str) -> list[Fact]:
        """Those that lie `inside`, in the `band` or are `late`."""
        if name == "inside":
            return self.inside
        return self.band if name == "band" else self.late


class _Last:
    """What was placed last of what is such, and for what."""

    matchers: list[Matcher] | None = None
    alike: tuple[object, ...] = ()
    placed: Placed


def place(
    matchers: list[Matcher], case: Case, only: Only | None = None, tag: str = ""
) -> Placed:
    """Puts every fact that is meant, and is such by its tag, in its place, in lists that
    are not changed later.

    What hangs on a fact of `each` by its day alone is the same for all of one day, which
    follow each other: of a thousand sittings of one day it is looked for once.
    """
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
    """Facts being placed for a case: those of one pattern, if it is `alone`, are in no
    place already."""

    def __init__(self, case: Case, *, alone: bool) -> None:
        self._case = case
        self._alone = alone
        self._found = Placed([], [], [], [])
        self._sure: set[int] = set()
        self._doubtful: dict[int, Hit] = {}

    def put(self, matcher: Matcher, part: Hits) -> None:
        """Puts the facts of a pattern in their places."""
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
            # It is asked no more than whether it is in reach.
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
            # What counts on its own day, in the reach of the window, is nearly all.
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
        """What surely is meant and counts on its own day: of very many that day says
        where, for all of its days at once."""
        for where, first, last in self._case.window.places:
            facts = [hit.fact for hit in part.between(first, last)]
            if not self._alone:
                sure = self._sure
                facts = [fact for fact in facts if fact.rank not in sure]
                sure.update([fact.rank for fact in facts])
            self._found.in_place(where).extend(facts)

    def placed(self) -> Placed:
        """What was found."""
        unknown, doubtful = self._found.unknown, self._doubtful
        if doubtful:
            unknown.extend(doubtful[rank] for rank in doubtful.keys() - self._sure)
            unknown.sort(key=lambda hit: hit.fact.rank)
        return self._found


def narrowed(matcher: Matcher, hit: Hit, case: Case) -> tuple[str, ...] | None:
    """What is missing to know whether a hit belongs to the case; None: it does not."""
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
    """`inside`, `band`, `late` or `outside`; as a whole by its last day."""
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
    """Whether what follows a fact is late in the year after that, and does not say that
    it counts for the year of the fact."""
    own = window.own
    if window.period is not None or own is None or day <= own.last:
        return False
    return fact.period is None or not fact.period.within(own)


def counting_day(fact: Fact, window: Window, *, linked: bool = False) -> date | None:
    """The day on which a fact counts for a window, or None if it is not of its period.

    A fact that declares its period belongs to the spans that hold that period; dated
    before it, it counts on its first day. Else its own day decides. What the profile
    gives counts if it stands on the due day.
    """
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
        return None  # made in the period itself, it may as well be of the next one
    return day if period.first <= day <= period.last else None


def stands_on(fact: Fact, day: date) -> bool:
    """Whether what the profile gives stands on a day."""
    if fact.date is not None and fact.date > day:
        return False
    return fact.end is None or fact.end >= day


def _in_slot(fact: Fact, window: Window, slot: Slot) -> str:
    """Where a fact lies about a fixed day: on it, moved from it, or elsewhere."""
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
