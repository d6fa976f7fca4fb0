"""Which facts of `each` make a case with `nth`: the third in the year, every third, or
the third in a row among the facts of a second pattern.

Where a record does not say whether it counts, all possible numbers are followed. A case
is sure if it is one however the records are completed; if it only may be one, its
verdict is undecidable and names the records in doubt. A doubt is forgotten once it
makes no difference any more, as when the row is broken later."""

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
    """What is missing to know whether the person of a case stands in its fact in a
    role.

    Empty where that is known, or the fact is another group's."""
    fact = case.fact
    assert fact is not None
    if any(case.person in fact.people.get(role, ()) for role in roles):
        return ()
    if fact.level == "group" and not any(
        group.name == fact.owner and case.person in group.members
        for group in world.on(fact.day).groups
    ):
        return ()
    # A person is in one state of attendance only: one that is told rules out the others.
    states = any(case.person in fact.people.get(state, ()) for state in ATTENDED)
    return tuple(
        role
        for role in roles
        if role in fact.unknown and not (states and role in ATTENDED)
    )


class _Step(NamedTuple):
    """A fact of a subject, in order of day.

    - `case`: its case
    - `is_meant`: whether `each` means it (None: it cannot be known); False where it is only
      one of the facts among which a row is counted
    """

    case: Case
    is_meant: bool | None

    @property
    def fact(self) -> Fact:
        """The fact of the step."""
        assert self.case.fact is not None
        return self.case.fact

    @property
    def is_doubtful(self) -> bool:
        """Whether something is missing to know about the fact."""
        return bool(self.case.missing)


def only_nth(
    rule: Rule, each: Iterable[Case], among: Iterable[Case], reasons: set[str]
) -> list[Case]:
    """The cases that the rule counts out, and those that may be, with what is missing.

    `each` are the cases of the facts counted, `among` those of the facts among which a
    row is (empty where no row is asked). Why there are none is added to `reasons`."""
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
    """The cases of one subject; of those that only may be one just the first."""
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
    """Whether a fact with this number makes a case."""
    return count % many == 0 if way == "every" else count == many


def _after(step: _Step, counts: frozenset[int], way: str) -> frozenset[int]:
    """The possible numbers, in all or in a row, after one more fact."""
    more = frozenset(count + 1 for count in counts)
    if step.is_meant:
        return more
    if way != "run":
        return counts | more
    if step.is_meant is None:
        return counts | more | {0}
    return counts | {0} if step.is_doubtful else frozenset((0,))


def _undecided(case: Case, doubts: list[_Step]) -> Case:
    """A case that hangs on what the records in doubt do not say."""
    names = (name for one in doubts for name in one.case.missing)
    unsure = tuple((one.fact, one.case.missing) for one in doubts)
    return case._replace(missing=tuple(dict.fromkeys(names)), unsure=unsure)
