"""Which duties clash: of what a plan cannot meet, the fewest rules that do not fit
together.

A set of rules clashes if no plan is found for them alone. The rules of a year are
narrowed to an irreducible set: it clashes, and without any one of its rules it does
not. The method is QuickXplain (Junker 2004); then each rule is left out once more,
since a planner that tries the best first need not be monotone. The planner is the
oracle: that no plan is found does not prove that there is none."""

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
"""At most so many clashes are named."""
_TRIES = 60
"""At most so many plans are tried in all; then the search is given up."""
_PAIRS = 500_000
"""The search is also given up after so many pairs of a wanted and a planned record: for
hundreds of duties that each want a day of their own a single plan takes long."""


class Duty(NamedTuple):
    """A duty of a clash.

    - `rule`, `clause`, `modality`: the rule
    - `number`: how many records it still wants (0: it limits how many there may be)
    - `days`: the days for them (None: none is left)
    - `workdays`: how many of these are working days
    - `params`: the parameters that it rests on and the branch may set
    """

    rule: str
    clause: str
    modality: str
    number: int
    days: Span | None
    workdays: int
    params: tuple[str, ...]


class Clash(NamedTuple):
    """Duties that cannot all be met.

    `is_least`: without any one of them the others can be. Otherwise the search was
    given up and these are where it stood."""

    duties: tuple[Duty, ...]
    is_least: bool


class _GaveUpError(Exception):
    """All tries are used up."""


def clashes(ground: Ground, rest: Iterable[Wish]) -> tuple[Clash, ...]:
    """The clashes behind what is left, musts first; each rule is in one clash only."""
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
    """The wishes that are left, those marked `unwritten` which no plan could ever meet.

    Such a wish is left even with its rule alone and working days enough. No other rule
    and no day is in its way, so neither a waiver nor another day helps: a person must
    write what its record has to say."""
    stuck = {
        wish.rule_id for wish in rest if why_left(wish, ground.coming) == "conflict"
    }
    alone: set[Key] = set()
    for rule in sorted(stuck):
        left = ground.narrowed(frozenset((rule,))).arranged().rest
        alone.update(one.key for one in left if not one.dayless and _has_room(one))
    return [one._replace(unwritten=one.key in alone) for one in rest]


def _has_room(wish: Wish) -> bool:
    """Whether a wish has a working day for each record that it still wants."""
    workdays = sum(is_workday(day) is not None for day in _days(wish))
    return workdays >= max(wish.number, 1)


class _Search:
    """The search for sets of rules that clash; keeps the plans tried so far."""

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
        """Whether no plan is found for some rules alone. Raises _GaveUpError after all
        tries."""
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
        """What is left of some rules alone, then all that they want."""
        found = self._ground.narrowed(frozenset(rules)).arranged()
        return [*found.rest, *found.wanted]

    def least(self, rule: str) -> list[str]:
        """The fewest rules that clash with a rule, the rule among them.

        Empty where it is left only because of rules that clash by themselves and are
        known."""
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
        """The other rules about records of the same kinds."""
        mine = self._kinds[rule]
        return [one for one in self._others(rule) if self._kinds[one] & mine]

    def _others(self, rule: str) -> list[str]:
        gone = {rule, *self._alone}
        return [one for one in self._kinds if one not in gone]


def explain(
    given: Sequence[str], rules: Sequence[str], clash: Callable[[Sequence[str]], bool]
) -> list[str]:
    """The fewest of some rules that clash together with the given ones.

    The given rules alone do not clash; with all `rules` they do."""
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
    """Rules that clash, without those that can be left out one after the other."""
    kept = list(rules)
    for rule in [*rules[1:], rules[0]]:
        fewer = [one for one in kept if one != rule]
        if fewer and clash(fewer):
            return without_needless(fewer, clash)
    return kept


def _duty(name: str, wishes: Sequence[Wish], ground: Ground) -> Duty:
    """A duty, by its first wish that is left, else by its first wish."""
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
    """The days on which a wish could be met: those left, on the weekday it asks for."""
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
    """The parameters of a pack on which a rule rests and which a branch may set."""
    used = next(
        (raw.params for raw in pack.raws if raw.id == rule.id), frozenset[str]()
    )
    return tuple(
        f"{pack.head.id}/{name}"
        for name in sorted(used)
        if name in pack.params and pack.params[name].fixed != "yes"
    )
