"""At least so many: kept when enough facts lie in the window; late when the later ones
make it enough; overdue while a record dated today would still count; missed when none
can. The first line that holds decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lxyz.facts import Fact
from lxyz.kinds.case import Case, Window
from lxyz.kinds.judging import Judging
from lxyz.kinds.matching import ABOVE, Matcher
from lxyz.kinds.near import near, outside
from lxyz.kinds.placing import Only, Placed
from lxyz.kinds.planned import planned
from lxyz.kinds.values import Number, shown
from lxyz.kinds.worth import ONE_EACH, Worth, Worths, weighed, with_planned
from lxyz.verdicts import Evidence, Level, Outcome, Verdict


class Need(NamedTuple):
    """How many are needed, and the rounds of groups that help to make them, with those
    `to_come` of what groups plan; `label` is
    the item of a list, for which `only` narrows the facts; `worths` are what each
    pattern makes a fact worth (None: one each)."""

    count: Number  # type: ignore[assignment]  # a field, not the tuple's method
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
    if inside >= need.count:
        return judging.verdict(
            case,
            Outcome.MET,
            label=need.label,
            need=need.text,
            have=have,
            records=judging.proof(found.inside + rounds),
            notes=notes,
        )
    if band >= need.count:
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


def _not_yet(
    judging: Judging,
    case: Case,
    matchers: list[Matcher],
    found: Placed,
    need: Need,
    worth: Worth,
) -> Verdict:
    """The verdict where what lies on time, and in the band, is not enough."""
    world, window = judging.world, case.window
    facts = found.all() + list(need.rounds)
    whole = worth.of(found.all()) + len(need.rounds)
    outcome, at_most, soft = Outcome.LATE, Level.ERROR, False
    notes = ("rounds",) if need.rounds else ()
    missing: tuple[str, ...] = ()
    nearly: tuple[Evidence, ...] = ()
    if whole >= need.count:
        pass
    elif world.as_of <= window.band.last:
        coming = planned(world, matchers, case, found, need.only)
        rounds = need.to_come()
        if need.worths is not None:
            worth = with_planned(world, matchers, need.worths, case, found, worth)
        if whole + worth.of(coming) + len(rounds) >= need.count:
            outcome = Outcome.PLANNED
            facts = [*facts, *coming, *rounds]
        else:
            outcome, soft = Outcome.OPEN, world.as_of > window.inside.last
            nearly = near(world, matchers, case, found)
            notes = (*notes, "soft") if soft else notes
    elif whole + worth.doubtful(found) >= need.count:
        outcome = Outcome.UNDECIDABLE
        missing = tuple(
            dict.fromkeys(what for _, whats in found.unknown for what in whats)
        )
        nearly = tuple(
            world.evidence(fact, ",".join(whats)) for fact, whats in found.unknown
        )
    elif not world.has_above and all(one.levels == ABOVE for one in matchers):
        # Nothing of the committee above is kept here: that proves no gap.
        outcome, missing = Outcome.UNDECIDABLE, ("above-records",)
    else:
        late = window.until is not None and world.as_of <= window.until
        outcome = Outcome.OVERDUE if late else Outcome.MISSED
        missing = () if need.label is None else (need.label,)
        nearly = near(world, matchers, case, found)
        if _on_other_days(matchers, case, whole, need):
            at_most, notes = Level.WARNING, (*notes, "other-day")
    return judging.verdict(
        case,
        outcome,
        label=need.label,
        need=need.text,
        have=shown(whole),
        records=judging.proof(facts),
        near=nearly,
        notes=notes,
        missing=missing,
        at_most=at_most,
        noted=soft,
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
    return whole + sum(others.values()) >= need.count


def _in_period(fact: Fact, window: Window) -> bool:
    return (
        fact.date is not None
        and window.period is not None
        and fact.date in window.period
    )
