"""Leaner: without the drafts that a plan can do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lxyz.plan.bound import Bound
from lxyz.plan.draft import Draft
from lxyz.plan.ground import Ground
from lxyz.plan.wish import Wish
from lxyz.vocabulary import vocabulary

_TRIES = 12
"""So many sittings are tried at most."""
_REPAIRS = 3


def lean(
    ground: Ground, drafts: Sequence[Draft], left: Iterable[Wish], bound: Bound
) -> list[Draft]:
    """The drafts without those whose cases the others, or for a sitting a paper more,
    can serve: the judge finds nothing that is not `left` anyway. As many sittings as
    are proved to be needed stay, and none is tried where there are no more."""
    known, kept = list(left), list(drafts)
    for one in _slight(kept):
        if is_needless(ground, kept, one, known):
            kept.remove(one)
    for one in _doubtful(kept, bound)[:_TRIES]:
        if sum(draft.is_sitting for draft in kept) <= bound.number:
            break
        kept = _without(ground, kept, one, known) or kept
    return kept


def is_needless(
    ground: Ground, drafts: Sequence[Draft], one: Draft, left: Iterable[Wish]
) -> bool:
    """Whether nothing more is found without a draft than is `left` with it. The rules
    that it was made for are asked first: mostly one of them says no."""
    known = _findings(left)
    rest = [draft for draft in drafts if draft is not one]
    asked = (ground.narrowed({*one.serves.values()}), ground)
    return all(_findings(each.wishes(rest)) <= known for each in asked)


def _findings(wishes: Iterable[Wish]) -> set[object]:
    """What is found of whom: done late is less than not done."""
    return {
        (wish.key, one.subject, one.outcome) for wish in wishes for one in wish.verdicts
    }


def _slight(drafts: Sequence[Draft]) -> list[Draft]:
    """Papers that may be needless: that serve one case alone, or of which there are
    several of a kind, but for what there is one of for every person and month."""
    known = vocabulary().kinds
    papers = [d for d in drafts if d.family != "activity"]
    several = Counter(kind for draft in papers for kind in draft.kinds)
    return [
        draft
        for draft in papers
        if not any(known[kind].once for kind in draft.kinds)
        and (len(draft.serves) == 1 or any(several[kind] > 1 for kind in draft.kinds))
    ]


def _doubtful(drafts: Sequence[Draft], bound: Bound) -> list[Draft]:
    """Sittings that are none of those the bound counts, and then those that are like
    one of them, the nearest in days first."""
    sittings = sorted(
        (draft for draft in drafts if draft.is_sitting),
        key=lambda draft: len(draft.serves),
    )
    counted: list[Draft] = []
    for demand in bound.demands:
        serving = [
            draft
            for draft in sittings
            if (demand.key in draft.serves or demand.rule in draft.serves.values())
            and draft not in counted
        ]
        counted += serving[: demand.number]
    others = [draft for draft in sittings if draft not in counted]
    alike = [
        draft
        for draft in counted
        if any(
            draft.group == other.group and not {*draft.kinds}.isdisjoint(other.kinds)
            for other in others
        )
    ]
    return others + sorted(
        alike, key=lambda one: min(abs((one.day - o.day).days) for o in others)
    )


def _without(
    ground: Ground, drafts: Sequence[Draft], one: Draft, left: Iterable[Wish]
) -> list[Draft] | None:
    """Drafts that do without one of them and hold no other sitting for it; None where
    there are none to be found."""
    known = _findings(left)
    arranging = ground.arranging([draft for draft in drafts if draft is not one])
    arranging.sits = False
    for asked in (ground.narrowed({*one.serves.values()}), ground):
        for _ in range(_REPAIRS):
            wanted = asked.wishes(arranging.drafts)
            fresh = [wish for wish in wanted if not _findings((wish,)) <= known]
            if not fresh:
                break
            if not arranging.serve_all(fresh):
                return None
        else:
            return None
    return arranging.drafts
