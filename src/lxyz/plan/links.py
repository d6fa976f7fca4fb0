"""What the records of a plan say because of each other.

A record names those it refers to, as a person writes it (`依据: 2016-12-05 支委会`). Two
sittings of one kind on one day say their hours: else they would be taken for one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from lxyz.plan.draft import Draft, Value
from lxyz.vocabulary import vocabulary


def refer(drafts: Sequence[Draft], records: Sequence[dict[str, Value]]) -> None:
    """Writes into the records of drafts what each refers to.

    It is the day with a kind that no other draft has on that day, or an id given to the
    other."""
    told = Counter((kind, day) for one in drafts for kind, day in _told(one))
    places = {draft.number: place for place, draft in enumerate(drafts)}
    for draft, record in zip(drafts, records, strict=True):
        for number in draft.rests_on:
            place = places.get(number)
            if place is None:
                continue  # the plan does without it
            target = drafts[place]
            mine = list(_told(target))
            alone = next((kind for kind, day in mine if told[kind, day] == 1), "")
            if alone:
                ref = f"{target.day} {vocabulary().kind_name(alone)}"
            elif target.group:
                kind = vocabulary().kind_name(target.kinds[0])
                ref = f"{target.day} {kind} {target.group}"
            else:
                ref = f"P{number + 1}"
                records[place]["id"] = ref
            record["based_on"] = [*record.get("based_on", ()), ref]


def _told(draft: Draft) -> Iterable[tuple[str, date]]:
    """The kinds of a draft with its day, and those of the documents inside it."""
    yield from ((kind, draft.day) for kind in draft.kinds)
    for inner in draft.values.get("documents", ()):
        yield from ((kind, inner["date"]) for kind in inner["kind"])


_ABOVE, _OWN = "morning", "afternoon"


def tell_hours(drafts: Sequence[Draft], records: Sequence[dict[str, Value]]) -> None:
    """Writes the time where committee above and branch hold the same kind on one day.

    The committee goes first."""
    days: dict[tuple[date, str], list[int]] = defaultdict(list)
    for place, draft in enumerate(drafts):
        if draft.family == "activity":
            days[draft.day, draft.group].append(place)
    for places in days.values():
        own = [place for place in places if drafts[place].is_own]
        for above in (place for place in places if not drafts[place].is_own):
            kinds = drafts[above].kinds
            for place in own:
                if not set(drafts[place].kinds).isdisjoint(kinds):
                    records[above]["time"], records[place]["time"] = _ABOVE, _OWN
