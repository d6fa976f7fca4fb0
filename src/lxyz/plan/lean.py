"""Leaner: without the drafts that a plan can do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from lxyz.plan.arrange import Arranging
from lxyz.plan.bound import Bound
from lxyz.plan.draft import Draft
from lxyz.plan.judged import Judged
from lxyz.plan.wish import Key, Wish
from lxyz.verdicts import Outcome, Subject
from lxyz.vocabulary import vocabulary

_TRIES = 12
"""So many sittings are tried at most."""
_REPAIRS = 3


def lean(
    year: Judged, drafts: Sequence[Draft], left: Iterable[Wish], bound: Bound
) -> list[Draft]:
    """The drafts (that are those of a judged year) without those whose cases the others,
    or for a sitting a paper more, can serve: the judge finds nothing that is not `left`
    anyway. As many sittings as are proved to be needed stay, and none is tried where
    there are no more."""
    known, kept = list(left), list(drafts)
    for one in _slight(kept):
        if is_needless(year, kept, one, known):
            kept.remove(one)
            year = year.after(kept)
    for one in _doubtful(kept, bound)[:_TRIES]:
        if sum(draft.is_sitting for draft in kept) <= bound.number:
            break
        others = _without(year, kept, one, known)
        if others:
            kept, year = others, year.after(others)
    return kept


def is_needless(
    year: Judged, drafts: Sequence[Draft], one: Draft, left: Iterable[Wish]
) -> bool:
    """Whether nothing more is found without a draft than is `left` with it. The cases
    that it was made for are asked first: mostly one of them says no."""
    known = list(left)
    if _missed(year, one, known):
        return False
    rest = [draft for draft in drafts if draft is not one]
    return _findings(year.after(rest).wishes) <= _findings(known)


def _missed(year: Judged, one: Draft, left: Iterable[Wish]) -> list[Wish]:
    """What a draft alone serves for sure: nothing of it is `left` with it, and something
    is without."""
    known = {(key, subject) for key, subject, _ in _findings(left)}
    return [
        wish
        for wish in year.without(one)
        if any((key, whom) not in known for key, whom, _ in _findings((wish,)))
    ]


def _findings(wishes: Iterable[Wish]) -> set[tuple[Key, Subject, Outcome]]:
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
    year: Judged, drafts: Sequence[Draft], one: Draft, left: Iterable[Wish]
) -> list[Draft] | None:
    """Drafts that do without one of them and hold no other sitting for it; None where
    there are none to be found. The cases that it was made for are tried first: mostly
    there is one that no other can serve."""
    known = _findings(left := list(left))
    rest = [draft for draft in drafts if draft is not one]
    missed = _missed(year, one, left)
    if len(_sitting(year, rest).serve_all(missed)) < len(missed):
        return None
    arranging = _sitting(year, rest)
    for rules in ({*one.serves.values()}, None):
        for _ in range(_REPAIRS):
            year = year.after(arranging.drafts)
            fresh = [
                wish
                for wish in year.wishes
                if rules is None or wish.rule_id in rules
                if not _findings((wish,)) <= known
            ]
            if not fresh:
                break
            if not arranging.serve_all(fresh):
                return None
        else:
            return None
    return arranging.drafts


def _sitting(year: Judged, drafts: Sequence[Draft]) -> Arranging:
    """Where no more sittings are held than there are."""
    arranging = year.ground.arranging(drafts)
    arranging.sits = False
    return arranging
