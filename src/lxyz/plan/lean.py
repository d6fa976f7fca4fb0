"""Leaner: without the drafts that a plan can do without."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lxyz.plan.arrange import Arranging
from lxyz.plan.bound import LowerBound
from lxyz.plan.customs import customs
from lxyz.plan.demand import MEMBER, Demand, demand_of
from lxyz.plan.draft import Draft
from lxyz.plan.judged import Judged
from lxyz.plan.wish import Key, Wish
from lxyz.verdicts import Outcome, Subject
from lxyz.vocabulary import Vocabulary, vocabulary

_TRIES = 12
"""So many sittings are tried at most."""
_REPAIRS = 3


def lean(year: Judged, left: Iterable[Wish], bound: LowerBound) -> Judged:
    """The year without those of its drafts whose cases the others, or for a sitting a
    paper more, can serve: the judge finds nothing that is not `left` anyway. As many
    sittings as are proved to be needed stay, and none is tried where there are no
    more."""
    known = list(left)
    year = _without_all(
        year, _slight(year.drafts, vocabulary(year.ground.profile.kinds)), known
    )
    for one in _doubtful(year.drafts, bound)[:_TRIES]:
        if sum(draft.is_sitting for draft in year.drafts) <= bound.number:
            break
        year = _without(year, one, known) or year
    return year


def _without_all(year: Judged, papers: Sequence[Draft], left: list[Wish]) -> Judged:
    """The year without those of some drafts that can be spared, one after the other."""
    gone: list[Draft] = []
    for one in papers:
        if not any(_missed(year, [*gone, one], left)):
            gone.append(one)
    # Mostly that is all; the judge says whether.
    made = _without_these(year, gone, left)
    if made is not None:
        return made
    for one in papers:
        year = spared(year, one, left) or year
    return year


def spared(year: Judged, one: Draft, left: Iterable[Wish]) -> Judged | None:
    """The year without a draft, if nothing more is found then than is `left` with it.
    The cases that it was made for are asked first: mostly one of them says no."""
    known = list(left)
    if any(_missed(year, [one], known)):
        return None
    return _without_these(year, [one], known)


def _without_these(
    year: Judged, gone: Sequence[Draft], left: Iterable[Wish]
) -> Judged | None:
    """The year without some drafts, if nothing more is found then than is `left`."""
    made = year.after([draft for draft in year.drafts if draft not in gone])
    return made if _findings(made.wishes) <= _findings(left) else None


def _missed(
    year: Judged, gone: Sequence[Draft], left: Iterable[Wish]
) -> Iterator[Wish]:
    """What some drafts alone serve for sure: nothing of it is `left` with them, and
    something is without."""
    known = {(key, subject) for key, subject, _ in _findings(left)}
    for wish in year.without(gone):
        if any((key, whom) not in known for key, whom, _ in _findings((wish,))):
            yield wish


def _findings(wishes: Iterable[Wish]) -> set[tuple[Key, Subject, Outcome]]:
    """What is found of whom: done late is less than not done."""
    return {
        (wish.key, one.subject, one.outcome) for wish in wishes for one in wish.verdicts
    }


def _slight(drafts: Sequence[Draft], words: Vocabulary) -> list[Draft]:
    """Papers, and what all do alone, that may be needless: that serve one case alone, or
    of which there are several of a kind, but for what there is one of for every person
    and month."""
    once = words.once
    alone = customs().alone
    papers = [d for d in drafts if d.family != "activity" or alone.issuperset(d.kinds)]
    several = Counter(kind for draft in papers for kind in draft.kinds)
    return [
        draft
        for draft in papers
        if once.isdisjoint(draft.kinds)
        and (len(draft.serves) == 1 or any(several[kind] > 1 for kind in draft.kinds))
    ]


def _doubtful(drafts: Sequence[Draft], bound: LowerBound) -> list[Draft]:
    """Sittings that are none of those the bound counts, and then those that are like
    one of them, the nearest in days first."""
    sittings = sorted(
        (draft for draft in drafts if draft.is_sitting),
        key=lambda draft: len(draft.serves),
    )
    counted: list[Draft] = []
    short: list[tuple[Demand, int]] = []
    for demand in bound.demands:
        # One made for the very case, else for another of its rule.
        serving = [d for d in sittings if demand.key in d.serves and d not in counted]
        counted += serving[: demand.number]
        short.append((demand, demand.number - len(serving)))
    for demand, lacking in short:
        rule = [d for d in sittings if demand.rule in d.serves.values()]
        counted += [d for d in rule if d not in counted][: max(0, lacking)]
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


def _without(year: Judged, one: Draft, left: Iterable[Wish]) -> Judged | None:
    """The year without a draft and with no other sitting for it; None where its cases
    cannot be served so. They are tried first: mostly there is one that none of the
    others can serve."""
    known = _findings(left := list(left))
    rest = [draft for draft in year.drafts if draft is not one]
    trial, unserved = _sitting(year, rest), list[Wish]()
    for wish in _missed(year, [one], left):
        if not _serve(trial, wish):
            if _is_hopeless(wish, trial.drafts, however=True):
                return None
            unserved.append(wish)
    if any(_is_hopeless(wish, trial.drafts, however=False) for wish in unserved):
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
            if not [wish for wish in fresh if _serve(arranging, wish)]:
                return None
        else:
            return None
    return year if arranging.drafts else None


def _serve(arranging: Arranging, wish: Wish) -> bool:
    """Whether something was done for a wish: on its best days, or else on those on which
    it is met as well, with a note that the day is one of grace. A sitting less is worth
    that; being late is not."""
    if arranging.serve_all([wish]):
        return True
    last = wish.case.window.band.last
    grace = tuple(span for span in wish.spans[1:] if span.last <= last)
    return bool(grace and arranging.serve_all([wish._replace(spans=grace)]))


def _is_hopeless(wish: Wish, drafts: Iterable[Draft], *, however: bool) -> bool:
    """Whether a wish wants a sitting, and none of some drafts could be the one: as it
    is, or (`however`) whatever else it may yet be made."""
    demand = demand_of(wish)
    return demand is not None and not any(
        draft.family == "activity"
        and draft.day in demand.days
        and any(
            (however or any(kinds <= {*draft.kinds} for kinds in way.kinds))
            and not way.places.isdisjoint((draft.group, MEMBER))
            for way in demand.ways
        )
        for draft in drafts
    )


def _sitting(year: Judged, drafts: Sequence[Draft]) -> Arranging:
    """Where no more sittings are held than there are."""
    arranging = year.ground.arranging(drafts)
    arranging.sits = False
    return arranging
