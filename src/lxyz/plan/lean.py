"""Makes a plan leaner: leaves out the drafts that it can do without."""

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
"""At most so many sittings are tried: each try is judged anew."""
_REPAIRS = 3


def lean(year: Judged, left: Iterable[Wish], bound: LowerBound) -> Judged:
    """The year without drafts that are not needed.

    Their cases can be served by the others, or for a sitting by a paper more: the judge
    finds nothing that is not `left` anyway. No sitting is tried once there are as few
    as `bound` proves."""
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
    # Mostly all of these can go together; the judge decides.
    made = _without_these(year, gone, left)
    if made is not None:
        return made
    for one in papers:
        year = spared(year, one, left) or year
    return year


def spared(year: Judged, one: Draft, left: Iterable[Wish]) -> Judged | None:
    """The year without a draft, if nothing more is found than is `left` with it; else
    None.

    The cases it was made for are asked first: mostly one of them says no."""
    known = list(left)
    if any(_missed(year, [one], known)):
        return None
    return _without_these(year, [one], known)


def _without_these(
    year: Judged, gone: Sequence[Draft], left: Iterable[Wish]
) -> Judged | None:
    """The year without some drafts, if nothing more is found than is `left`; else
    None."""
    made = year.after([draft for draft in year.drafts if draft not in gone])
    return made if _findings(made.wishes) <= _findings(left) else None


def _missed(
    year: Judged, gone: Sequence[Draft], left: Iterable[Wish]
) -> Iterator[Wish]:
    """The wishes that only these drafts serve: met with them, and wanting without."""
    known = {(key, subject) for key, subject, _ in _findings(left)}
    for wish in year.without(gone):
        if any((key, whom) not in known for key, whom, _ in _findings((wish,))):
            yield wish


def _findings(wishes: Iterable[Wish]) -> set[tuple[Key, Subject, Outcome]]:
    """What is found, by case, subject and outcome: done late is less than not done."""
    return {
        (wish.key, one.subject, one.outcome) for wish in wishes for one in wish.verdicts
    }


def _slight(drafts: Sequence[Draft], words: Vocabulary) -> list[Draft]:
    """The papers, and what each does alone, that may not be needed.

    They serve one case only, or are one of several of a kind. Kinds of which there is
    one for each person and month are left out."""
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
    """The sittings that may not be needed: those that the bound does not count first.

    Then those like one of these, the nearest in days first."""
    sittings = sorted(
        (draft for draft in drafts if draft.is_sitting),
        key=lambda draft: len(draft.serves),
    )
    counted: list[Draft] = []
    short: list[tuple[Demand, int]] = []
    for demand in bound.demands:
        # Counted are sittings made for this case, then for other cases of its rule.
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
    """The year without a draft and without another sitting for it; None where that
    fails.

    The draft's own cases are tried first: mostly one of them no other draft can
    serve."""
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
    """Whether something was done for a wish, on its best days or on days of grace.

    Grace leaves a note; a sitting less is worth that. Being late is not."""
    if arranging.serve_all([wish]):
        return True
    last = wish.case.window.band.last
    grace = tuple(span for span in wish.spans[1:] if span.last <= last)
    return bool(grace and arranging.serve_all([wish._replace(spans=grace)]))


def _is_hopeless(wish: Wish, drafts: Iterable[Draft], *, however: bool) -> bool:
    """Whether a wish wants a sitting and none of some drafts could be it.

    `however`: even if the drafts were given further kinds."""
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
    """An Arranging with these drafts that adds no sittings."""
    arranging = year.ground.arranging(drafts)
    arranging.sits = False
    return arranging
