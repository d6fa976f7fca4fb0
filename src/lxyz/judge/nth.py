"""Which of the facts of `each` make a case: the third of a subject in the year, every
third, or the third in a row among the facts that a second pattern means.

Where a record does not say whether it is one of them, all that is possible is followed:
a case is one for sure if it is in whatever way the records are completed; where it only
may be one, the verdict is undecidable, and says by which records. Once the doubt makes
no difference any more (the row was broken since) it is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import ATTENDED, Fact
from lxyz.kinds.case import Case
from lxyz.kinds.world import World
from lxyz.packs.asked import nth_of
from lxyz.packs.model import Rule
from lxyz.verdicts import Subject


def may_stand(case: Case, roles: tuple[str, ...], world: World) -> tuple[str, ...]:
    """What is missing to know whether the person of a case stands in its fact in one of
    some roles; nothing where that is known, or it is another group's."""
    fact = case.fact
    assert fact is not None
    if any(case.person in fact.people.get(role, ()) for role in roles):
        return ()
    if fact.level == "group" and not any(
        group.name == fact.owner and case.person in group.members
        for group in world.on(fact.day).groups
    ):
        return ()
    # Who is said to be in one of the states of attendance is in no other.
    states = any(case.person in fact.people.get(state, ()) for state in ATTENDED)
    return tuple(
        role
        for role in roles
        if role in fact.unknown and not (states and role in ATTENDED)
    )


class _Step(NamedTuple):
    """A fact of a subject, in order of day: whether it is meant by `each` (None: it
    cannot be known), or is only one of those among which a row is."""

    case: Case
    is_meant: bool | None

    @property
    def fact(self) -> Fact:
        """The fact of the step."""
        assert self.case.fact is not None
        return self.case.fact

    @property
    def is_doubtful(self) -> bool:
        """Whether records do not say what is to be known of it."""
        return bool(self.case.missing)


def only_nth(
    rule: Rule, each: Iterable[Case], among: Iterable[Case], reasons: set[str]
) -> list[Case]:
    """Of the cases of `each` those that the rule counts out, and those that may be, with
    what is missing to know it; `among` are the cases of the facts among which a row is
    (empty where none is asked for). `reasons` receives why there are none."""
    steps: dict[Subject, dict[int, _Step]] = {}
    for case in among:
        step = _Step(case, is_meant=False)
        steps.setdefault(case.subject, {})[step.fact.rank] = step
    for case in each:
        step = _Step(case, is_meant=None if case.missing else True)
        steps.setdefault(case.subject, {})[step.fact.rank] = step
    many, way = nth_of(rule)
    cases = [
        case
        for own in steps.values()
        for case in _of_subject(list(own.values()), many, way)
    ]
    if steps and not cases:
        reasons.add(f"no-{'run' if way == 'run' else 'nth'}:{many}")
    return cases


def _of_subject(steps: list[_Step], many: int, way: str) -> Iterator[Case]:
    """The cases of one subject; what only may be one is told once."""
    counts, doubts, told = frozenset((0,)), list[_Step](), False
    for step in sorted(steps, key=lambda one: (one.fact.date, one.fact.rank)):
        if step.is_doubtful:
            doubts.append(step)
        if step.is_meant is not False:
            reached = {_is_reached(count + 1, many, way) for count in counts}
            if reached == {True} and step.is_meant:
                yield step.case
            elif True in reached and not told:
                told = True
                yield _undecided(step.case, doubts)
        counts = _after(step, counts, way)
        if len(counts) == 1:
            doubts = []


def _is_reached(count: int, many: int, way: str) -> bool:
    """Whether the one that makes this number is one of those meant."""
    return count % many == 0 if way == "every" else count == many


def _after(step: _Step, counts: frozenset[int], way: str) -> frozenset[int]:
    """How many there may be, in all or in a row, after one more fact."""
    more = frozenset(count + 1 for count in counts)
    if step.is_meant:
        return more
    if way != "run":
        return counts | more
    if step.is_meant is None:
        return counts | more | {0}
    return counts | {0} if step.is_doubtful else frozenset((0,))


def _undecided(case: Case, doubts: list[_Step]) -> Case:
    """A case that hangs on what records do not say."""
    names = (name for one in doubts for name in one.case.missing)
    unsure = tuple((one.fact, one.case.missing) for one in doubts)
    return case._replace(missing=tuple(dict.fromkeys(names)), unsure=unsure)
