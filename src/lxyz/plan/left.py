"""What a plan leaves unmet, and why."""

from __future__ import annotations

from collections.abc import Container, Iterator

from lxyz.base.named import NamedTuple
from lxyz.facts.attributes import ballots
from lxyz.facts.fact import OF_PROFILE, PLAN_ITEMS
from lxyz.files.origin import Origin
from lxyz.packs.asked import kinds_of
from lxyz.plan.document import PERSONAL, STUDY_PLAN
from lxyz.plan.draft import FILE
from lxyz.plan.inside import PARTS
from lxyz.plan.wish import Wish
from lxyz.verdicts import Outcome, Verdict


class Left(NamedTuple):
    """A verdict that the plan leaves a gap, and why.

    - `profile`: branch.yaml must be completed
    - `record`: a record that a person wrote must be completed, itself or by a part or item
    - `late`: it can only be done late
    - `lost`: no day is left
    - `nobody`: the branch has nobody who could do it
    - `unwritten`: there are days, but no draft can be it: a person can write it
    - `next`: it has days in the next year, and belongs to the plan of that year
    - `conflict`: it could not be met together with the rest
    """

    verdict: Verdict
    why: str


def why_left(wish: Wish, coming: Container[Origin]) -> str:
    """Why a wish is left (`Left`).

    `coming` are the places of records that are taken as carried out. What must come
    before a sitting that is only planned, and has no day left, is a conflict and not
    lost."""
    fact = wish.case.fact
    of_plan = fact is not None and fact.origin.file == FILE
    missed = wish.verdict.outcome is Outcome.MISSED
    if wish.rule.when == "now" or "param" in wish.verdict.notes:
        return "profile"
    if fact is not None and wish.rule.has is not None and not of_plan:
        return "lost" if missed and not wish.spans else "record"
    if wish.verdict.outcome is Outcome.LATE:
        return "late"
    # No later day mends what is missed already, such as one sitting too many.
    later = wish.case.window.band.last > wish.world.as_of and not missed
    if not (wish.spans or later):
        return "conflict" if of_plan else "lost"
    if OF_PROFILE.issuperset(kinds_of(wish.pattern)) and wish.rule.has is None:
        return "profile"
    if _is_part_of_what_stands(wish) or _is_told_when_held(wish):
        return "record"
    if wish.nobody:
        return "nobody"
    if wish.unwritten:
        return "unwritten"
    if fact is not None and fact.origin in coming:
        # It is known only once the sitting is held, such as the grades given.
        return "record"
    return "next" if later else "conflict"


def _is_part_of_what_stands(wish: Wish) -> bool:
    """Whether a wish is for a part of what a person wrote: no draft can be that.

    It is a filing, a step or the words of a record, or an item of an existing plan."""
    fact, kinds = wish.case.fact, kinds_of(wish.pattern)
    if fact is not None and fact.origin.file != FILE:
        return kinds[0] in PARTS or wish.pattern.link == "self"
    if kinds[0] not in PLAN_ITEMS:
        return False
    own = kinds[0] == "personal-plan-item"
    root = wish.pattern.root or (PERSONAL if own else STUDY_PLAN)
    return any(
        one.origin.file != FILE
        and (not own or not {*wish.persons}.isdisjoint(one.people.get("owner", ())))
        for one in wish.world.of(wish.world.kinds(root))
    )


def _is_told_when_held(wish: Wish) -> bool:
    """Whether only the votes are lacking: no plan can say how they are cast."""
    if wish.rule.has is None:
        every = (wish.pattern, *wish.others)
        return all(not ballots().isdisjoint(one.wanted) for one in every)
    asked = wish.verdict.missing
    return bool(asked) and ballots().issuperset(asked)


def lefts(wish: Wish, coming: Container[Origin]) -> Iterator[Left]:
    """What is left of a wish, for each of its persons: `late` only for those who are
    late."""
    for one in wish.verdicts:
        why = why_left(wish._replace(verdict=one), coming)
        # Drafts have no place in a file at which a person could look.
        records = tuple(r for r in one.records if r.origin.file != FILE)
        near = tuple(r for r in one.near if r.origin.file != FILE)
        yield Left(one._replace(records=records, near=near), why)
