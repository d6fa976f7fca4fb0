"""Looking ahead: days on which one more sitting can serve most of the wishes to
come."""

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
    """Records that rules ask for and that are still to be made.

    - `kinds`: their kinds
    - `persons`: who is still to make a study plan of his own

    What rules ask for anyway is not made for another wish."""

    kinds: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()


class Ahead:
    """The wishes still to be served, and for which of them sittings are meant already.

    `asked` are the records that these wishes ask for."""

    def __init__(self, coming: Iterable[Wish]) -> None:
        """Takes the wishes; those with the fewest days left are thought of first."""
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
        """Notes that a wish was served."""
        self._done.add(wish.key)

    def together(
        self, wish: Wish, span: Span, drafts: Iterable[Draft]
    ) -> tuple[Span, list[Demand]]:
        """The days of a span on which one sitting can serve a wish and others to come.

        Returned are these days, with a fit day among them, and all demands that the
        sitting could serve. What one of the drafts can serve is left to that draft."""
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
        """Keeps the demands for which the sitting of a day is meant."""
        self._meant[day, group] = list(_unlike(meant).values())
        self._reserved[day, group] = {one.key for one in meant}

    def _fits(self, demand: Demand, others: Iterable[Demand]) -> bool:
        return all(fit(demand, one, self._rules) for one in others)

    def _serves(self, draft: Draft, wish: Wish, demand: Demand) -> bool:
        """Whether a draft could also serve a wish, besides what it is meant for."""
        if draft.day not in wish.spans[0]:
            return False
        place = draft.day, draft.group
        if demand.key in self._reserved.get(place, ()):
            return True
        return self._fits(demand, self._meant.get(place) or [_as_demand(draft)])


def _unlike(
    demands: Iterable[Demand],
) -> dict[tuple[Span, tuple[Way, ...]], Demand]:
    """Demands by days and ways: a sitting fits all demands equal in these, or none of
    them."""
    return {(one.days, one.ways): one for one in demands}


def _as_demand(draft: Draft) -> Demand:
    """A draft as a demand that it would serve, to compare it with others."""
    words = tuple(
        (name, frozenset((plain(value),)))
        for name, value in draft.values.items()
        if isinstance(value, str)
    )
    way = Way(frozenset((draft.group,)), frozenset((frozenset(draft.kinds),)), words)
    return Demand((), "", 1, Span(draft.day, draft.day), (way,))
