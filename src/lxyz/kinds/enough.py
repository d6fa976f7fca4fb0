"""At least so many: kept when enough facts lie in the window; late when the later ones
make it enough; overdue while a record dated today would still count; missed when none
can. The first line that holds decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.judging import Judging
from lxyz.kinds.matching import ABOVE, Matcher
from lxyz.kinds.near import near, outside
from lxyz.kinds.placing import Only, Placed
from lxyz.kinds.planned import planned
from lxyz.kinds.values import Number, shown
from lxyz.kinds.world import World
from lxyz.kinds.worth import ONE_EACH, Worth, Worths, weighed, with_planned
from lxyz.verdicts import Evidence, Level, Outcome, Verdict


class Need(NamedTuple):
    """How many are needed, and the rounds of groups that help to make them, with those
    `to_come` of what groups plan; `label` is the item of a list, for which `only` narrows
    the facts; `worths` are what each pattern makes a fact worth (None: one each)."""

    number: Number
    text: str
    rounds: tuple[Fact, ...] = ()
    to_come: Callable[[], tuple[Fact, ...]] = tuple
    label: str | None = None
    only: Only | None = None
    worths: Worths | None = None


def enough(
    judging: Judging, case: Case, matchers: list[Matcher], found: Placed, need: Need
) -> Verdict:
    """The verdict on at least so many facts."""
    rounds = list(need.rounds)
    notes = ("rounds",) if rounds else ()
    worth = ONE_EACH
    if need.worths is not None:
        found, worth = weighed(matchers, need.worths, case, found)
    inside = worth.of(found.inside) + len(rounds)
    band = inside + worth.of(found.band)
    have = shown(band + worth.of(found.late))
    if inside >= need.number:
        return judging.verdict(
            case,
            Outcome.MET,
            label=need.label,
            need=need.text,
            have=have,
            records=judging.proof(found.inside + rounds),
            notes=notes,
        )
    if band >= need.number:
        slot = case.window.slot
        moved = slot is not None and slot.needs
        carried = _carried_on(case, found.band)
        return judging.verdict(
            case,
            Outcome.MET,
            label=need.label,
            need=need.text,
            have=have,
            records=judging.proof(found.inside + found.band + rounds),
            noted=not (moved or carried),
            notes=notes if carried else (*notes, "moved" if moved else "band"),
        )
    return _not_yet(judging, case, matchers, found, need, worth)


def _carried_on(case: Case, facts: list[Fact]) -> bool:
    """Whether facts lie between a due day that is no working day and the next one: that
    is as good as in time (A4), and the note says so."""
    window = case.window
    found = [n.partition(":")[2] for n in window.notes if n.startswith("rolled:")]
    return bool(found) and all(
        fact.date is not None
        and window.inside.last < fact.date <= date.fromisoformat(found[0])
        for fact in facts
    )


class _State(NamedTuple):
    """How it stands with what is not done in time: `coming` is what is planned, `soft`
    that the time itself is over, and only the band is not."""

    outcome: Outcome
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    near: tuple[Evidence, ...] = ()
    coming: tuple[Fact, ...] = ()
    at_most: Level = Level.ERROR
    soft: bool = False


def _not_yet(
    judging: Judging,
    case: Case,
    matchers: list[Matcher],
    found: Placed,
    need: Need,
    worth: Worth,
) -> Verdict:
    """The verdict where what lies on time, and in the band, is not enough."""
    world, facts = judging.world, found.all() + list(need.rounds)
    whole = worth.of(found.all()) + len(need.rounds)
    if whole >= need.number:
        state = _State(Outcome.LATE)
    elif world.as_of <= case.window.band.last:
        state = _waiting(world, case, matchers, found, need, worth)
    elif whole + worth.doubtful(found) >= need.number:
        state = _doubtful(world, case, found)
    elif not world.has_above and all(one.levels == ABOVE for one in matchers):
        # Nothing of the committee above is kept here: that proves no gap.
        state = _State(Outcome.UNDECIDABLE, missing=("above-records",))
    else:
        state = _gap(world, case, matchers, found, need, whole)
    return judging.verdict(
        case,
        state.outcome,
        label=need.label,
        need=need.text,
        have=shown(whole),
        records=judging.proof([*facts, *state.coming]),
        near=state.near,
        notes=("rounds", *state.notes) if need.rounds else state.notes,
        missing=state.missing,
        at_most=state.at_most,
        noted=state.soft,
    )


def _waiting(
    world: World,
    case: Case,
    matchers: list[Matcher],
    found: Placed,
    need: Need,
    worth: Worth,
) -> _State:
    """While there is time: planned, if what is planned would make it enough."""
    whole = worth.of(found.all()) + len(need.rounds)
    coming, rounds = planned(world, matchers, case, found, need.only), need.to_come()
    if need.worths is not None:
        worth = with_planned(world, matchers, need.worths, case, found, worth)
    if whole + worth.of(coming) + len(rounds) >= need.number:
        return _State(Outcome.PLANNED, coming=(*coming, *rounds))
    soft = world.as_of > case.window.inside.last
    notes = ("soft",) if soft else ()
    nearly = near(world, matchers, case, found)
    if whole + worth.doubtful(found) < need.number:
        return _State(Outcome.OPEN, notes, near=nearly, soft=soft)
    doubtful = _doubtful(world, case, found)  # what is there may be it
    nearly = (*doubtful.near, *nearly)
    return _State(Outcome.OPEN, notes, doubtful.missing, nearly, soft=soft)


def _doubtful(world: World, case: Case, found: Placed) -> _State:
    """Enough, if what cannot be known of some facts were so. Where these say all that
    is missing, it is what the case is about that does not."""
    missing = dict.fromkeys(what for _, whats in found.unknown for what in whats)
    lacking: dict[int, tuple[Fact, tuple[str, ...]]] = {}
    for fact, whats in found.unknown:
        says = fact.attrs.keys() - fact.unknown >= {*whats}
        one = case.fact if says and case.fact is not None else fact
        lacking.setdefault(one.rank, (one, whats))
    nearly = [world.evidence(one, ",".join(whats)) for one, whats in lacking.values()]
    return _State(Outcome.UNDECIDABLE, missing=tuple(missing), near=tuple(nearly))


def _gap(
    world: World,
    case: Case,
    matchers: list[Matcher],
    found: Placed,
    need: Need,
    whole: Number,
) -> _State:
    """The time is over: overdue while a record dated today would still count."""
    late = case.window.until is not None and world.as_of <= case.window.until
    other = _on_other_days(matchers, case, whole, need)
    return _State(
        Outcome.OVERDUE if late else Outcome.MISSED,
        ("other-day",) if other else (),
        missing=() if need.label is None else (need.label,),
        near=near(world, matchers, case, found),
        at_most=Level.WARNING if other else Level.ERROR,
    )


def _on_other_days(
    matchers: list[Matcher], case: Case, whole: Number, need: Need
) -> bool:
    """Whether it was held in its period, only not on the fixed day: that is at most a
    warning (A17)."""
    if case.window.slot is None:
        return False
    others: dict[int, Number] = {}
    for one, worth in zip(matchers, need.worths or [1] * len(matchers), strict=True):
        for fact in outside(one, case, _in_period):
            others[fact.rank] = max(others.get(fact.rank, 0), worth)
    return whole + sum(others.values()) >= need.number


def _in_period(fact: Fact, window: Window) -> bool:
    return (
        fact.date is not None
        and window.period is not None
        and fact.date in window.period
    )
