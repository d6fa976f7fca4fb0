"""The ground of a plan: what exists before it, and what the rules want then."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Origin
from lxyz.packs.bind import Bound
from lxyz.plan.arrange import Arranging
from lxyz.plan.attend import Attending, Elsewhere
from lxyz.plan.board import Sitting
from lxyz.plan.document import is_of_study_plan
from lxyz.plan.draft import Draft
from lxyz.plan.judged import Judged, judged
from lxyz.plan.wish import Key, Wish, is_done_late, is_late
from lxyz.records import Profile, Record
from lxyz.records.model import Attendance, Names

_ROUNDS = 12
"""The most rounds; each serves what the drafts of the round before call for. Four are
usual."""


class Arranged(NamedTuple):
    """The year with its drafts, what was wanted before the first, and what is left
    after the last."""

    judged: Judged
    wanted: list[Wish]
    rest: list[Wish]


class Ground(NamedTuple):
    """What exists before a plan.

    - `profile`, `packs`: the branch, and the packs by which it is judged
    - `known`: the records, as the plan takes them
    - `held`: the sittings on record
    - `year`: the year planned
    - `start`, `horizon`: the first and the last day planned, both included
    - `coming`: the places of records of future days, which are taken as carried out
    - `provided`: the cases that an existing plan provides for
    - `elsewhere`: who of the branch sits elsewhere on a day
    """

    profile: Profile
    packs: tuple[Bound, ...]
    known: list[Record]
    held: frozenset[Sitting]
    year: int
    start: date
    horizon: date
    coming: frozenset[Origin] = frozenset()
    provided: frozenset[Key] = frozenset()
    elsewhere: Elsewhere = {}

    def narrowed(self, rules: Collection[str]) -> Ground:
        """This ground with only some rules, by full id."""
        packs = tuple(
            bound._replace(
                rules=tuple(
                    rule for rule in bound.rules if bound.pack.full_id(rule.id) in rules
                )
            )
            for bound in self.packs
        )
        return self._replace(packs=packs)

    def _goes_round(self, wish: Wish) -> bool:
        count = wish.rule.count
        return bool(count is not None and count.rounds and self.profile.groups)

    def arranging(self, drafts: Sequence[Draft] = ()) -> Arranging:
        """An Arranging on this ground, with some drafts in it."""
        made = Arranging(self.profile, self.packs, self.start, self.horizon, self.held)
        made.board.attending = Attending(self.profile, self.elsewhere)
        made.drafts.extend(drafts)
        return made

    def arranged(self) -> Arranged:
        """Makes drafts for all that is wanted, as far as possible."""
        arranging = self.arranging()
        year = judged(self, ())
        wanted = rest = year.wishes
        before: set[tuple[object, ...]] = set()
        for _ in range(_ROUNDS):
            # A wish that was served in vain is not served again.
            fresh = [
                wish for wish in rest if wish.state not in before and not is_late(wish)
            ]
            # Two sorts of wishes come later: rounds of groups may make a study of the
            # branch needless, and most items of the study plan come from its drafts.
            first = [
                wish
                for wish in fresh
                if not self._goes_round(wish) and not is_of_study_plan(wish)
            ]
            later = [one for wish in fresh for one in _later(wish)]
            served = next(
                filter(None, map(arranging.serve_all, (first, fresh, later))), []
            )
            if not served:
                break
            before.update(wish.state for wish in served)
            year = year.after(arranging.drafts)
            rest = year.wishes
        rest = [
            one._replace(
                nobody=one.key in arranging.nobody, dayless=one.key in arranging.dayless
            )
            for one in rest
        ]
        return Arranged(year, wanted, rest)


def _later(wish: Wish) -> Iterator[Wish]:
    """A wish with only its second-best days, where it has such and is not done yet."""
    if len(wish.spans) > 1 and not is_done_late(wish):
        yield wish._replace(spans=wish.spans[1:])


def ground_of(
    profile: Profile,
    packs: Sequence[Bound],
    records: Sequence[Record],
    year: int,
    as_of: date,
) -> Ground:
    """The ground of a plan for the rest of a year from `as_of` on.

    For a branch founded later it begins with that day."""
    known = [_assumed(one, as_of) for one in records]
    pairs = zip(records, known, strict=True)
    return Ground(
        profile,
        tuple(packs),
        [one for one in known if one is not None],
        _sittings(records, as_of),
        year,
        min(max(as_of, date(year, 1, 1), profile.first), date(year, 12, 31)),
        date(year, 12, 31),
        frozenset(
            old.origin for old, new in pairs if new is not None and new is not old
        ),
    )


def _sittings(records: Sequence[Record], as_of: date) -> frozenset[Sitting]:
    """The sittings on record, held or planned, without those that cannot have been held
    yet."""
    return frozenset(
        (kind, record.date, record.group)
        for record in records
        if record.date is not None and record.status != "cancelled"
        if record.date <= as_of or not _is_told_too_early(record)
        for kind in record.kinds
    )


def _is_told_too_early(record: Record) -> bool:
    """Whether a record of a future day says that it was held."""
    return record.status != "planned" and not (
        record.status == "" and record.attendance is None
    )


def _assumed(record: Record, as_of: date) -> Record | None:
    """A record as the plan takes it; None: not at all.

    What is planned for a future day is taken as carried out. A sitting of a future day
    that claims to be held is left out."""
    if record.date is None or record.date < as_of:
        return record
    if record.date == as_of and _is_told_too_early(record):
        return record  # held today
    if record.status == "cancelled":
        return record
    if not _is_told_too_early(record):
        there = record.attendance or Attendance(Names(everyone=True))
        return record.replace(status="held", attendance=there)
    return None if record.family == "activity" else record
