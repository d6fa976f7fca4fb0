"""Makes a plan for a year: judges what exists, serves what is wanted, judges again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file
from lxyz.errors import NothingToCheckError
from lxyz.facts.build import build_facts
from lxyz.files import record_files
from lxyz.files.origin import Fault, Faults
from lxyz.fleet.doubts import nothing_asked
from lxyz.fleet.find import find_branches
from lxyz.fleet.gather import bound_packs, path_from, read_branch, records_in
from lxyz.packs.bind import Bound
from lxyz.plan.attend import Elsewhere
from lxyz.plan.bound import LowerBound, bound_of
from lxyz.plan.conflict import Clash, beyond, clashes
from lxyz.plan.document import assign
from lxyz.plan.draft import Draft
from lxyz.plan.ground import ground_of
from lxyz.plan.lean import lean
from lxyz.plan.left import Left, lefts
from lxyz.plan.wish import provided_for
from lxyz.records import Profile, Record
from lxyz.vocabulary import vocabulary


class Ask(NamedTuple):
    """What is asked of a plan.

    - `as_of`: its first day
    - `year`: the year planned
    - `packs`: the packs to plan by (empty: the branch's own)
    - `standing`: an existing plan, of which only what it lacks is planned
    - `elsewhere`: who of the branch sits elsewhere on a day
    """

    as_of: date
    year: int
    packs: tuple[str, ...] = ()
    standing: Path | None = None
    elsewhere: Elsewhere = {}


class Plan(NamedTuple):
    """A year as it is to be.

    - `branch`, `profile`, `year`, `as_of`, `packs`: what was planned
    - `drafts`: the records to be, in order of day
    - `left`: what is not met even so
    - `faults`: what is wrong in the records
    - `bound`: the fewest sittings of any plan that leaves no more (None: not sought)
    - `clashes`: the duties behind conflicts
    """

    branch: str
    profile: Profile
    year: int
    as_of: date
    packs: tuple[Bound, ...]
    drafts: tuple[Draft, ...]
    left: tuple[Left, ...]
    faults: tuple[Fault, ...]
    bound: LowerBound | None = None
    clashes: tuple[Clash, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether no must is in conflict."""
        return not self._leaves("conflict")

    @property
    def is_met(self) -> bool:
        """Whether the plan, carried out, meets every must as far as any plan can.

        None is in conflict, and none must be added by hand."""
        return not self._leaves("conflict", "unwritten")

    def _leaves(self, *whys: str) -> bool:
        """Whether a must is left for one of these reasons."""
        musts = (one for one in self.left if one.verdict.modality == "must")
        return any(one.why in whys for one in musts)

    @property
    def sittings(self) -> int:
        """The number of sittings that the plan asks of the branch itself."""
        return sum(draft.is_sitting for draft in self.drafts)


def make_plan(path: Path, ask: Ask) -> Plan:
    """The plan of a branch for the rest of a year, from `as_of` on.

    Raises NothingToCheckError where there is no branch (E301 to E304) or its profile
    cannot be used (E305), PackError for a pack that cannot be used."""
    faults = Faults()
    if find_branches([path])[0] != path:
        raise NothingToCheckError("E302", path=path)
    profile, records = read_branch(path, faults, ask.packs)
    if profile is None:
        raise NothingToCheckError("E305", path=path)
    if ask.standing is not None:
        records.extend(_beside(path, ask.standing, profile, faults))
    packs = bound_packs(path, profile, ask.packs, faults)
    if (
        not packs
    ):  # a branch without packs is asked nothing: no plan would mean anything
        raise NothingToCheckError("E305", path=path)
    nothing_asked(faults, profile, [one.pack for one in packs], ask.year)
    ground = ground_of(profile, packs, records, ask.year, ask.as_of)
    ground = ground._replace(elsewhere=ask.elsewhere)
    if ask.standing is not None:
        words = vocabulary(profile.kinds)
        facts, _ = build_facts(profile, records, words, ask.as_of)
        provided = provided_for(facts, packs, ask.year, ask.as_of)
        ground = ground._replace(provided=provided)
    found = ground.arranged()
    bound = bound_of(found.wanted, found.rest, ground.start)
    kept = lean(found.judged, found.rest, bound)
    drafts = sorted(kept.drafts, key=lambda one: (one.day, one.kinds, one.group))
    assign(drafts, profile)
    # Wishes about a sitting that is no longer planned are not left.
    wanted = {one.key for one in kept.wishes}
    rest = beyond(ground, [one for one in found.rest if one.key in wanted])
    return Plan(
        profile.name,
        profile,
        ask.year,
        ask.as_of,
        tuple(packs),
        tuple(drafts),
        tuple(left for wish in rest for left in lefts(wish, ground.coming)),
        tuple(faults),
        bound,
        clashes(ground, rest),
    )


def _beside(branch: Path, plan: Path, profile: Profile, faults: Faults) -> list[Record]:
    """The records of an existing plan, if it does not lie among the branch's own files.

    A link there is not followed, so it does not count as lying there."""
    files = [file for _, file in record_files(branch) if not file.is_symlink()]
    if any(plan.samefile(file) for file in files if is_file(file)):
        return []
    words = vocabulary(profile.kinds)
    return records_in(plan, path_from(branch, plan), words, faults)
