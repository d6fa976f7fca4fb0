"""A plan for a year: judge what is there, serve what is wanted, judge again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from lxyz.errors import NothingToCheckError
from lxyz.facts import Facts, build_facts
from lxyz.files import Document
from lxyz.fleet import bound_packs, find_branches, read_branch
from lxyz.origin import Fault, Faults
from lxyz.packs.load import Bound
from lxyz.plan.arrange import Arranging
from lxyz.plan.board import Sitting
from lxyz.plan.document import assign, records_of
from lxyz.plan.draft import FILE, Draft, node_of
from lxyz.plan.wish import Wish, wishes
from lxyz.records import Profile, Record, read_records
from lxyz.records.model import Attendance, Names
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

_ROUNDS = 12
"""Each round serves what the records of the one before call for; four are usual."""


class Ask(NamedTuple):
    """What is asked of a plan: from which day on, for which year, by which packs
    (empty: the branch's own)."""

    as_of: date
    year: int
    packs: tuple[str, ...] = ()


class Left(NamedTuple):
    """A verdict that the plan leaves a gap, and `why`: `profile` (to be completed in
    branch.yaml), `record` (a record that was written, to be completed), `late` (it can
    only be done late), `lost` (no day is left), `conflict` (it could not be met
    together with the rest)."""

    verdict: Verdict
    why: str


class Plan(NamedTuple):
    """A year as it is to be. `drafts` in order of day; `left` is what is not met even
    so."""

    branch: str
    profile: Profile
    year: int
    as_of: date
    packs: tuple[Bound, ...]
    drafts: tuple[Draft, ...]
    left: tuple[Left, ...]
    faults: tuple[Fault, ...]

    @property
    def is_whole(self) -> bool:
        """Whether no must conflicts."""
        return not any(
            one.why == "conflict" and one.verdict.modality == "must"
            for one in self.left
        )

    @property
    def sittings(self) -> int:
        """How many sittings of its own it asks of the branch."""
        return sum(d.family == "activity" and not d.is_above for d in self.drafts)


def make_plan(path: Path, ask: Ask) -> Plan:
    """The plan of a branch for the rest of a year, from `as_of` on.

    Raises NothingToCheckError where there is no branch (E301 to E304) or its profile
    cannot be used (E305), PackError for a pack that cannot.
    """
    faults = Faults()
    if find_branches([path])[0] != path:
        raise NothingToCheckError("E302", path=path)
    profile, records = read_branch(path, faults)
    if profile is None:
        raise NothingToCheckError("E305", path=path)
    packs = bound_packs(path, profile, ask.packs, faults)
    start = max(ask.as_of, date(ask.year, 1, 1))
    horizon = date(ask.year, 12, 31)
    known = [_assumed(one, ask.as_of) for one in records]
    arranging = Arranging(profile, packs, start, horizon, _sittings(records))
    base = _Base(profile, [one for one in known if one is not None], horizon)
    rest: list[Wish] = []
    before: set[tuple[object, ...]] = set()
    for _ in range(_ROUNDS):
        rest = wishes(base.facts(arranging.drafts), packs, ask.year, start, horizon)
        # What was served in vain is not served again: a case has one good record.
        fresh = [wish for wish in rest if wish.state not in before]
        served = [wish.state for wish in fresh if arranging.serve(wish)]
        before.update(served)
        if not served:
            break
    else:
        rest = wishes(base.facts(arranging.drafts), packs, ask.year, start, horizon)
    drafts = sorted(arranging.drafts, key=lambda one: (one.day, one.kinds, one.group))
    assign(drafts, profile)
    return Plan(
        profile.name,
        profile,
        ask.year,
        ask.as_of,
        tuple(packs),
        tuple(drafts),
        tuple(left for wish in rest for left in _left(wish)),
        tuple(faults),
    )


def _sittings(records: Sequence[Record]) -> frozenset[Sitting]:
    """The sittings that are on record, held or planned."""
    return frozenset(
        (kind, record.date, record.group)
        for record in records
        if record.date is not None and record.status != "cancelled"
        for kind in record.kinds
    )


def _assumed(record: Record, as_of: date) -> Record | None:
    """A record as the plan takes it: what is planned for a day to come as carried out;
    what claims to be held then as not told."""
    if record.date is None or record.date <= as_of:
        return record
    if record.status == "cancelled":
        return record
    if record.status in ("", "planned") and record.attendance is None:
        there = Attendance(Names(everyone=True))
        return replace(record, status="held", attendance=there)
    return None if record.family == "activity" else record


class _Base(NamedTuple):
    """What is there before the plan."""

    profile: Profile
    records: list[Record]
    horizon: date

    def facts(self, drafts: Sequence[Draft]) -> Facts:
        """The facts if all drafts were carried out."""
        words = vocabulary()
        made: list[Record] = []
        for number, record in enumerate(records_of(drafts, self.profile), 1):
            found, _ = read_records(Document(FILE, node_of(record, number), ()), words)
            made.extend(found)
        records = [*self.records, *made]
        facts, _ = build_facts(self.profile, records, words, self.horizon)
        return facts


def _left(wish: Wish) -> Iterator[Left]:
    """Why a wish is left, for each of its persons."""
    fact = wish.case.fact
    if wish.rule.when == "now" or "param" in wish.verdict.notes:
        why = "profile"
    elif fact is not None and wish.rule.has is not None and fact.origin.file != FILE:
        why = "record"
    elif wish.verdict.outcome is Outcome.LATE:
        why = "late"
    elif not wish.spans:
        why = "lost"
    else:
        why = "conflict"
    for one in wish.verdicts:
        # What only is planned has no place that a person could look at.
        records = tuple(r for r in one.records if r.origin.file != FILE)
        near = tuple(r for r in one.near if r.origin.file != FILE)
        yield Left(one._replace(records=records, near=near), why)
