"""Plans for several branches that share people.

Who is on the roster of several branches, or comes from one to the discussions of
another, is never wanted at two sittings on one day. The branches are planned one after
the other: a day on which somebody shared already sits, by a record or an earlier plan,
is not free for the next. Each plan is a pure function of its branch and those days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.errors import LxyzError
from lxyz.files.origin import Faults
from lxyz.fleet.gather import bound_packs, read_branch
from lxyz.plan.attend import Attending, visitors
from lxyz.plan.ground import ground_of
from lxyz.plan.left import Left
from lxyz.plan.make import Ask, Plan, make_plan
from lxyz.records import Profile
from lxyz.vocabulary import folded_name


class Joint(NamedTuple):
    """What came of one branch.

    - `path`: its folder
    - `plan`: its plan; None where there is none
    - `error`: why there is none
    - `gave`: what it leaves that it would not leave if planned alone
    - `more`: how many more sittings it asks for than alone
    """

    path: Path
    plan: Plan | None
    error: LxyzError | None = None
    gave: tuple[Left, ...] = ()
    more: int = 0


class Shared(NamedTuple):
    """A person on the rosters of several branches, and the names of these."""

    name: str
    branches: tuple[str, ...]


class _Branch(NamedTuple):
    """A branch before it is planned: its people by folded name, and its sittings on
    record.

    `busy` are the days of these, from the first day of the plan on, with who is
    wanted."""

    path: Path
    name: str
    people: dict[str, str]
    busy: tuple[tuple[date, frozenset[str]], ...]


class Together:
    """Several branches, and the people they share."""

    def __init__(self, paths: Sequence[Path], ask: Ask) -> None:
        self.ask = ask
        self._branches = [_look(path, ask) for path in paths]
        counted = Counter(name for branch in self._branches for name in branch.people)
        self._names = frozenset(name for name, number in counted.items() if number > 1)

    @property
    def shared(self) -> tuple[Shared, ...]:
        """The people they share, in order of name."""
        return tuple(
            Shared(
                next(b.people[name] for b in self._branches if name in b.people),
                tuple(b.name for b in self._branches if name in b.people),
            )
            for name in sorted(self._names)
        )

    def plans(self) -> Iterator[Joint]:
        """The plan of each branch, in order; an error in one does not end the
        others."""
        taken: dict[Path, tuple[tuple[date, frozenset[str]], ...]] = {
            branch.path: tuple(_of(branch.busy, self._names))
            for branch in self._branches
        }
        for branch in self._branches:
            others = [busy for path, busy in taken.items() if path != branch.path]
            elsewhere: dict[date, frozenset[str]] = {}
            for day, names in (one for busy in others for one in busy):
                elsewhere[day] = elsewhere.get(day, frozenset()) | names
            try:
                made = make_plan(branch.path, self.ask._replace(elsewhere=elsewhere))
            except LxyzError as error:
                yield Joint(branch.path, None, error)
                continue
            taken[branch.path] += _busy(made, self._names)
            yield self._compared(branch.path, made, bool(elsewhere))

    def _compared(self, path: Path, made: Plan, bounded: bool) -> Joint:
        """A plan compared with the one that the branch would have alone.

        That one is made only where it could be better."""
        least = made.bound.number if made.bound is not None else 0
        troubles = [one for one in made.left if one.why in ("conflict", "late")]
        if not bounded or not (troubles or made.sittings > least):
            return Joint(path, made)
        alone = make_plan(path, self.ask)
        known = {_which(one) for one in alone.left}
        gave = tuple(one for one in troubles if _which(one) not in known)
        return Joint(path, made, None, gave, max(0, made.sittings - alone.sittings))


def _which(one: Left) -> tuple[object, ...]:
    return (one.verdict.key(), one.why)


def _look(path: Path, ask: Ask) -> _Branch:
    """The people and the sittings of a branch; none of one that cannot be read.

    Its error is told when it is planned."""
    faults = Faults()
    profile, records = read_branch(path, faults, ask.packs)
    if profile is None:
        return _Branch(path, path.name, {}, ())
    start = max(ask.as_of, date(ask.year, 1, 1))
    try:
        packs = bound_packs(path, profile, ask.packs, faults)
    except LxyzError:
        packs = []
    ground = ground_of(profile, packs, records, ask.year, ask.as_of)
    attending = Attending(profile, {})
    busy = tuple(
        (day, attending.at((kind,), day, group))
        for kind, day, group in sorted(ground.held)
        if day >= start
    )
    return _Branch(path, profile.name, _people(profile, ask.year), busy)


def _people(profile: Profile, year: int) -> dict[str, str]:
    """The members of a year and visitors from other branches: name by folded name."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    return visitors(profile) | {
        folded_name(one.name): one.name
        for one in profile.members
        if one.first <= last and one.last >= first
    }


def _busy(
    plan: Plan, shared: frozenset[str]
) -> tuple[tuple[date, frozenset[str]], ...]:
    """The days on which a plan wants shared people, and these."""
    attending = Attending(plan.profile, {})
    wanted = (
        (draft.day, attending.at(draft.kinds, draft.day, draft.group))
        for draft in plan.drafts
        if draft.is_sitting
    )
    return tuple(_of(wanted, shared))


def _of(
    busy: Iterable[tuple[date, frozenset[str]]], shared: frozenset[str]
) -> Iterator[tuple[date, frozenset[str]]]:
    """The days on which shared people are wanted, with only these people."""
    for day, names in busy:
        if names & shared:
            yield day, names & shared
