"""At least so many: the verdict on a number of facts that must be reached.

Met: enough facts lie in the window. Late: enough with the late ones. Overdue: not
enough, but a record dated today would still count. Missed: no record can count any
more. The first that holds decides; planned, open and undecidable come between."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import chain

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.facts.fact import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.dated import Hit
from lxyz.kinds.judging import Judging, ends
from lxyz.kinds.matching import ABOVE, Matcher
from lxyz.kinds.near import near, outside
from lxyz.kinds.placing import Placed
from lxyz.kinds.planned import planned
from lxyz.kinds.trial import Only
from lxyz.kinds.values import shown
from lxyz.kinds.world import World
from lxyz.kinds.worth import ONE_EACH, Worth, Worths, weighed, with_planned
from lxyz.packs.number import Number
from lxyz.verdicts import Evidence, Level, Outcome, Verdict


class Need(NamedTuple):
    """How many are needed.

    - `number`, `text`: the number, and as it is shown
    - `rounds`: the rounds of party groups that count as well
    - `to_come`: finds the rounds that groups have planned
    - `label`: the item of a list
    - `only`: narrows the facts to those that hold this item
    - `worths`: what one fact of each pattern is worth (None: one)
    """

    number: Number
    text: str
    rounds: tuple[Fact, ...] = ()
    to_come: Callable[[], tuple[Fact, ...]] = tuple
    label: str | None = None
    only: Only | None = None
    worths: Worths | None = None


class _State(NamedTuple):
    """What the verdict will say.

    - `outcome`, `notes`, `missing`, `near`, `at_most`: as in `Verdict`
    - `coming`: what is planned
    - `noted`: it counts only by tolerance (see `weigh`)
    """

    outcome: Outcome
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    near: tuple[Evidence, ...] = ()
    coming: tuple[Fact, ...] = ()
    at_most: Level = Level.ERROR
    noted: bool = False


_THERE = ("present",)
_IN_TIME, _LATE = _State(Outcome.MET), _State(Outcome.LATE)


def enough(
    judging: Judging, case: Case, matchers: list[Matcher], found: Placed, need: Need
) -> Verdict:
    """The verdict whether at least so many facts were `found`."""
    rounds, worth = list(need.rounds), ONE_EACH
    if need.worths is not None:
        found, worth = weighed(matchers, need.worths, case, found)
    inside = worth.of(found.inside) + len(rounds)
    band = inside + worth.of(found.band)
    whole = band + worth.of(found.late)
    if inside >= need.number:
        state, facts = _IN_TIME, found.inside + rounds
    elif band >= need.number:
        state, facts = _in_band(case, found.band), found.inside + found.band + rounds
    else:
        state, facts = _LATE, found.all() + rounds
        if whole < need.number:
            world = judging.world
            state = _Lacking(world, case, matchers, found, need, worth, whole).state()
            facts += state.coming
    return judging.verdict(
        case,
        state.outcome,
        label=need.label,
        need=need.text,
        have=shown(whole),
        records=facts,
        near=state.near,
        notes=("rounds", *state.notes) if rounds else state.notes,
        missing=state.missing,
        at_most=state.at_most,
        noted=state.noted,
    )


def _in_band(case: Case, facts: list[Fact]) -> _State:
    """The state where facts of the band make it enough: met, with a note.

    There is no note between a due day that is no working day and the next working day:
    that is as good as in time (A4). A meeting moved with a reason has a note of its
    own."""
    window = case.window
    found = [n.partition(":")[2] for n in window.notes if n.startswith("rolled:")]
    if found and all(
        fact.date is not None
        and window.inside.last < fact.date <= date.fromisoformat(found[0])
        for fact in facts
    ):
        return _IN_TIME
    if window.slot is not None and window.slot.needs:
        return _State(Outcome.MET, ("moved",))
    return _State(Outcome.MET, ("band",), noted=True)


class _Lacking(NamedTuple):
    """A case in which too little was found: on the `whole` so much as `worth` makes of
    it."""

    world: World
    case: Case
    matchers: list[Matcher]
    found: Placed
    need: Need
    worth: Worth
    whole: Number

    def state(self) -> _State:
        """The state of the case: waiting, doubtful, or a gap."""
        world = self.world
        window = self.case.window
        if world.as_of <= window.band.last and not window.standing:
            return self._waiting()
        if self._may_be_enough():
            return self._doubtful()
        if not world.has_above and all(one.levels == ABOVE for one in self.matchers):
            # No records of the committee above are kept here: that proves no gap.
            return _State(Outcome.UNDECIDABLE, missing=("above-records",))
        return self._gap()

    def _may_be_enough(self) -> bool:
        """Whether it would be enough if all doubtful facts counted."""
        return self.whole + self.worth.doubtful(self.found) >= self.need.number

    def _waiting(self) -> _State:
        """The state while there is time: planned, if the plans would make it enough;
        else open.

        A note tells where the time in `inside` is over and only the band is left."""
        world, case, need, worth = self.world, self.case, self.need, self.worth
        coming = planned(world, self.matchers, case, self.found, need.only)
        rounds = need.to_come()
        if need.worths is not None:
            worth = with_planned(
                world, self.matchers, need.worths, case, self.found, worth
            )
        if self.whole + worth.of(coming) + len(rounds) >= need.number:
            return _State(Outcome.PLANNED, coming=(*coming, *rounds))
        soft = world.as_of > case.window.inside.last
        notes = ("soft",) if soft else ()
        nearly = self._near()
        if not self._may_be_enough():
            return _State(Outcome.OPEN, notes, near=nearly, noted=soft)
        doubtful = self._doubtful()  # the doubtful facts may be enough: show them first
        nearly, notes = (*doubtful.near, *nearly), (*doubtful.notes, *notes)
        return _State(Outcome.OPEN, notes, doubtful.missing, nearly, noted=soft)

    def _doubtful(self) -> _State:
        """The undecidable state, with the facts in doubt.

        Where such a fact itself says all that is missing, it is the fact of `each` that
        does not say it: then that one is shown."""
        unknown, about = self.found.unknown, self.case.fact
        told = dict.fromkeys(hit.missing for hit in unknown)
        missing = dict.fromkeys(what.partition(":")[0] for one in told for what in one)
        if about is not None and any(map(_says_all, unknown)):
            lacking: dict[int, Hit] = {}
            for hit in unknown:
                one = hit._replace(fact=about) if _says_all(hit) else hit
                lacking.setdefault(one.fact.rank, one)
            unknown = [*lacking.values()]
        shown = ends(unknown)
        near = [self.world.evidence(hit.fact, ",".join(hit.missing)) for hit in shown]
        notes = (f"doubts:{len(unknown)}",) if len(shown) < len(unknown) else ()
        return _State(Outcome.UNDECIDABLE, notes, tuple(missing), tuple(near))

    def _gap(self) -> _State:
        """The state when the time is over: overdue while a record dated today would
        still count."""
        until, label = self.case.window.until, self.need.label
        late = until is not None and self.world.as_of <= until
        why = ("other-day",) if self._is_on_other_days() else self._could_not_come()
        return _State(
            Outcome.OVERDUE if late else Outcome.MISSED,
            why,
            missing=() if label is None else (label,),
            near=self._near(),
            at_most=Level.WARNING if why else Level.ERROR,
        )

    def _near(self) -> tuple[Evidence, ...]:
        return near(self.world, self.matchers, self.case, self.found)

    def _could_not_come(self) -> tuple[str, ...]:
        """A note on why the person of the case could not have been there; empty for no
        reason.

        He came to the branch when nothing was held any more, or was on long leave
        whenever something was. The gap then weighs at most a warning."""
        case, (first, last) = self.case, self.case.window.reach
        member = self.world.member(case.person, last) if case.person else None
        if member is None or not (member.first > first or member.leaves):
            return ()
        since = Span(max(member.first, first), last)
        held = [_held(one, since) for one in self.matchers if one.roles == _THERE]
        if len(held) < len(self.matchers) or any(
            _should_come(fact, case.person) for facts in held for fact in facts
        ):
            return ()
        if member.first > first:
            return (f"came:{member.first}",)
        is_told = case.capped is not Level.ERROR
        return ("away",) if any(held) and not is_told else ()

    def _is_on_other_days(self) -> bool:
        """Whether it was held in its period, only not on the fixed day.

        The gap then weighs at most a warning (A17)."""
        window = self.case.window
        if window.slot is None:
            return False
        assert window.period is not None
        worths = self.need.worths or [1] * len(self.matchers)
        others: dict[int, Number] = {}
        for one, worth in zip(self.matchers, worths, strict=True):
            for fact in chain(*outside(one, self.case, window.period)):
                others[fact.rank] = max(others.get(fact.rank, 0), worth)
        return self.whole + sum(others.values()) >= self.need.number


def _says_all(hit: Hit) -> bool:
    """Whether a doubtful fact itself says all that is missing."""
    fact, missing = hit.fact, hit.missing
    return missing[0] in fact.attrs and all(map(fact.says, missing))


def _held(matcher: Matcher, days: Span) -> list[Fact]:
    """The facts of a pattern's kinds that were held on some days, whatever else it
    asks."""
    return [fact for fact, *_ in matcher.trial.every if fact.date in days]


def _should_come(fact: Fact, person: str) -> bool:
    """Whether a person should have come to a sitting.

    Where a record does not say who should: all, except to a sitting of a group."""
    expected = fact.people.get("expected")
    return fact.level != "group" if expected is None else person in expected
