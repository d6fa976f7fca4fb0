"""Looking ahead: on which days one more sitting can serve most of what is still to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.kinds.spelling import plain
from lxyz.packs.asked import kinds_of
from lxyz.plan.days import has_fit_day
from lxyz.plan.demand import Demand, Way, best_days, demand_of, ways_of
from lxyz.plan.document import PERSONAL
from lxyz.plan.draft import Draft
from lxyz.plan.fitting import OneSitting, fit, together
from lxyz.plan.wish import Key, Wish


class _Coming(NamedTuple):
    """A wish that sittings serve, what it demands of them, and its best days."""

    wish: Wish
    demand: Demand
    days: Span


class Asked(NamedTuple):
    """Which records rules ask for that are still to be made, by kind, and who is still
    to make a plan of his own: what is asked for is made for that."""

    kinds: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()


class Ahead:
    """Wishes that are still to be served, what they ask for (`asked`), and for which of
    them sittings were meant."""

    def __init__(self, coming: Iterable[Wish]) -> None:
        """The wishes with the fewest days left are thought of first."""
        coming = sorted(coming, key=lambda one: one.spans[0].days if one.spans else 0)
        self._coming = [
            _Coming(wish, demand, best_days(wish, wish.spans[0]))
            for wish in coming
            if (demand := demand_of(wish)) is not None
        ]
        self.asked = Asked(
            frozenset(kind for wish in coming for kind in kinds_of(wish.pattern)),
            frozenset(
                name
                for wish in coming
                if PERSONAL in kinds_of(wish.pattern)
                for name in wish.persons
            ),
        )
        worlds = {id(wish.world): wish.world for wish in coming}
        self._rules: OneSitting = together(worlds.values())
        self._done: set[Key] = set()
        self._meant: dict[tuple[date, str], list[Demand]] = {}
        self._reserved: dict[tuple[date, str], set[Key]] = {}

    def done(self, wish: Wish) -> None:
        """A wish that was served."""
        self._done.add(wish.key)

    def together(
        self, wish: Wish, span: Span, drafts: Iterable[Draft]
    ) -> tuple[Span, list[Demand]]:
        """The days of a span on which one sitting could serve wishes to come besides,
        with a day among them that is fit, and all that it could serve. What one of the
        drafts can serve is left to it."""
        ways = ways_of(
            wish.rule, (wish.pattern,), wish.world, wish.case.group, wish.extra
        )
        if ways is None:
            return span, []
        meant = [Demand(wish.key, wish.rule_id, 1, span, ways)]
        unlike = _unlike(meant)
        sitting = [d for d in drafts if d.family == "activity" and not d.is_above]
        profile = wish.world.profile
        for other, demand, days in self._coming:
            both = Span(max(span.first, days.first), min(span.last, days.last))
            if both.first > both.last or other.key == wish.key:
                continue
            if other.key in self._done or not self._fits(demand, unlike.values()):
                continue
            if not has_fit_day(profile, both):
                continue
            if not any(self._serves(draft, other, demand) for draft in sitting):
                meant.append(demand)
                unlike.update(_unlike((demand,)))
                span = both
        return span, meant

    def mean(self, day: date, group: str, meant: list[Demand]) -> None:
        """Keeps for what a sitting of a day is meant."""
        self._meant[day, group] = list(_unlike(meant).values())
        self._reserved[day, group] = {one.key for one in meant}

    def _fits(self, demand: Demand, others: Iterable[Demand]) -> bool:
        return all(fit(demand, one, self._rules) for one in others)

    def _serves(self, draft: Draft, wish: Wish, demand: Demand) -> bool:
        """Whether a draft could serve a wish besides what it is meant for."""
        if draft.day not in wish.spans[0]:
            return False
        place = draft.day, draft.group
        if demand.key in self._reserved.get(place, ()):
            return True
        return self._fits(demand, self._meant.get(place) or [_as_demand(draft)])


def _unlike(
    demands: Iterable[Demand],
) -> dict[tuple[Span, tuple[Way, ...]], Demand]:
    """Demands by what a sitting must fit: of a thousand alike it fits all, or none."""
    return {(one.days, one.ways): one for one in demands}


def _as_demand(draft: Draft) -> Demand:
    """What a draft is, as if it were asked for."""
    words = tuple(
        (name, frozenset((plain(value),)))
        for name, value in draft.values.items()
        if isinstance(value, str)
    )
    way = Way(frozenset((draft.group,)), frozenset((frozenset(draft.kinds),)), words)
    return Demand((), "", 1, Span(draft.day, draft.day), (way,))
