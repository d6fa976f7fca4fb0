"""Which duties do not fit together: of what a plan cannot meet, the fewest that clash.

A set of rules clashes if no plan is found for them alone. From the rules of a year the
set is narrowed until it is irreducible: it clashes, and without any one of its rules it
does not (QuickXplain, Junker 2004, and then each rule left out once, since a planner
that tries the best first need not be monotone). The planner itself is the oracle: that
no plan is found is not a proof that there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span, shift
from lxyz.dates.workdays import is_workday
from lxyz.packs.asked import every_kind
from lxyz.packs.model import Rule
from lxyz.packs.types import Pack
from lxyz.plan.demand import best_days, slot_days
from lxyz.plan.ground import Ground
from lxyz.plan.left import why_left
from lxyz.plan.wish import Key, Wish, only_limits

_MOST = 4
"""So many clashes are named."""
_TRIES = 60
"""So many plans are tried for all of them; beyond it the search is given up."""
_PAIRS = 500_000
"""And so many pairs of a record that is wanted and one that is planned: of hundreds of
duties that each want a day of their own a single plan takes long."""


class Duty(NamedTuple):
    """A duty of a clash: rule and clause, how many records it still wants (`number`; 0:
    it limits how many there may be), and in which days (None: none is left), so many of them working days. `params` are
    those of its pack that the branch may set, and on which it rests."""

    rule: str
    clause: str
    modality: str
    number: int
    days: Span | None
    workdays: int
    params: tuple[str, ...]


class Clash(NamedTuple):
    """Duties that cannot all be met. Where `is_least`, those that are left without any
    one of them can; else the search was given up, and they are where it stood."""

    duties: tuple[Duty, ...]
    is_least: bool


class _GaveUpError(Exception):
    """All tries are used up."""


def clashes(ground: Ground, rest: Iterable[Wish]) -> tuple[Clash, ...]:
    """The clashes behind what is left, musts first, each rule in one of them."""
    stuck = sorted(
        (wish for wish in rest if why_left(wish, ground.coming) == "conflict"),
        key=lambda wish: (wish.rule.modality, wish.rule_id),
    )
    search = _Search(ground)
    found: list[Clash] = []
    named: set[str] = set()
    for rule in dict.fromkeys(wish.rule_id for wish in stuck):
        if rule in named or len(found) == _MOST:
            continue
        try:
            rules, least = search.least(rule), True
        except _GaveUpError:
            rules, least = [rule], False
        if not rules:
            continue
        named.update(rules)
        wishes = search.wishes(rules) if least else list(stuck)
        duties = tuple(_duty(name, wishes, ground) for name in rules)
        found.append(Clash(duties, least))
    return tuple(found)


def beyond(ground: Ground, rest: Sequence[Wish]) -> list[Wish]:
    """What is left, of which some is known to be `unwritten`: by its rule alone, with
    working days enough, it is left as well. No other rule and no day is in its way, so
    that neither a waiver nor another day would help; what a record must say is."""
    stuck = {
        wish.rule_id for wish in rest if why_left(wish, ground.coming) == "conflict"
    }
    alone: set[Key] = set()
    for rule in sorted(stuck):
        left = ground.narrowed(frozenset((rule,))).arranged().rest
        alone.update(one.key for one in left if not one.dayless and _has_room(one))
    return [one._replace(unwritten=one.key in alone) for one in rest]


def _has_room(wish: Wish) -> bool:
    """Whether a wish has a working day for each of the records that it still wants."""
    workdays = sum(is_workday(day) is not None for day in _days(wish))
    return workdays >= max(wish.number, 1)


class _Search:
    """The search for sets of rules that clash, with the plans that were tried."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._kinds = {
            bound.pack.full_id(rule.id): every_kind(rule)
            for bound in ground.packs
            for rule in bound.rules
            if rule.attest is None
        }
        self._tried: dict[frozenset[str], bool] = {}
        self._pairs = 0
        self._alone: set[str] = set()

    def clash(self, rules: Sequence[str]) -> bool:
        """Whether no plan is found for some rules alone."""
        key = frozenset(rules)
        if key not in self._tried:
            if len(self._tried) >= _TRIES or self._pairs > _PAIRS:
                raise _GaveUpError
            year, wanted, rest = self._ground.narrowed(key).arranged()
            self._pairs += len(wanted) * len(year.drafts)
            coming = self._ground.coming
            self._tried[key] = any(why_left(one, coming) == "conflict" for one in rest)
        return self._tried[key]

    def wishes(self, rules: Sequence[str]) -> list[Wish]:
        """What is left of some rules, and what they want at all."""
        found = self._ground.narrowed(frozenset(rules)).arranged()
        return [*found.rest, *found.wanted]

    def least(self, rule: str) -> list[str]:
        """Rules that clash, a rule among them if there are such, none of which can be
        left out; none where it is left because of rules that clash by themselves, which
        were found before."""
        found = [rule] if self.clash([rule]) else self._with_others(rule)
        if len(found) == 1:
            self._alone.update(found)
        return found

    def _with_others(self, rule: str) -> list[str]:
        near = self._near(rule)
        others = near if self.clash([rule, *near]) else self._others(rule)
        # All rules together do clash: that is how the rule came to be left.
        if self._alone and not self.clash([rule, *others]):
            return []
        found = [rule, *explain([rule], others, self.clash)]
        return without_needless(found, self.clash)

    def _near(self, rule: str) -> list[str]:
        """The rules about records of the same kinds."""
        mine = self._kinds[rule]
        return [one for one in self._others(rule) if self._kinds[one] & mine]

    def _others(self, rule: str) -> list[str]:
        gone = {rule, *self._alone}
        return [one for one in self._kinds if one not in gone]


def explain(
    given: Sequence[str], rules: Sequence[str], clash: Callable[[Sequence[str]], bool]
) -> list[str]:
    """The fewest of some rules that clash with those that are given, which do not by
    themselves; all of them do."""
    if len(rules) == 1:
        return list(rules)
    half = len(rules) // 2
    first, second = rules[:half], rules[half:]

    def of(known: Sequence[str], part: Sequence[str]) -> list[str]:
        return [] if clash(known) else explain(known, part, clash)

    late = of([*given, *first], second)
    return of([*given, *late], first) + late


def without_needless(
    rules: Sequence[str], clash: Callable[[Sequence[str]], bool]
) -> list[str]:
    """Rules that clash without those that can be left out, one after the other."""
    kept = list(rules)
    for rule in [*rules[1:], rules[0]]:
        fewer = [one for one in kept if one != rule]
        if fewer and clash(fewer):
            return without_needless(fewer, clash)
    return kept


def _duty(name: str, wishes: Sequence[Wish], ground: Ground) -> Duty:
    """A duty as its first wish has it: one that is left, if there is. One that only
    limits how many there may be wants nothing."""
    pack, rule = next(
        (bound.pack, rule)
        for bound in ground.packs
        for rule in bound.rules
        if bound.pack.full_id(rule.id) == name
    )
    own = [wish for wish in wishes if wish.rule_id == name]
    if rule.count is not None and only_limits(rule.count):
        own = []
    left = [wish for wish in own if why_left(wish, ground.coming) == "conflict"]
    days = [day for wish in (left or own)[:1] for day in _days(wish)]
    return Duty(
        name,
        pack.clauses.clause_of(rule.covers),
        rule.modality,
        max((wish.number for wish in own), default=0),
        Span(days[0], days[-1]) if days else None,
        sum(is_workday(day) is not None for day in days),
        _params(pack, rule),
    )


def _days(wish: Wish) -> list[date]:
    """The days on which a wish could be met: of those that are left, those on the
    weekday that it asks for."""
    if not wish.spans:
        return []
    best = best_days(wish, wish.spans[0])
    later = wish.spans[1:]
    span = Span(
        min([best.first, *(span.first for span in later)]),
        max([best.last, *(span.last for span in later)]),
    )
    found = slot_days(wish, span)
    if found is not None:
        return found
    return [shift(span.first, number) for number in range(span.days)]


def _params(pack: Pack, rule: Rule) -> tuple[str, ...]:
    """The parameters of a pack that a branch may set, and on which a rule rests."""
    used = next(
        (raw.params for raw in pack.raws if raw.id == rule.id), frozenset[str]()
    )
    return tuple(
        f"{pack.head.id}/{name}"
        for name in sorted(used)
        if name in pack.params and pack.params[name].fixed != "yes"
    )
