"""At which hours: sittings of one kind on one day are two only if both say when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from lxyz.plan.draft import Draft, Value

_ABOVE, _OWN = "morning", "afternoon"


def tell_hours(drafts: Sequence[Draft], records: Sequence[dict[str, Value]]) -> None:
    """Writes the time into the records of what the committee above and the branch itself
    hold of one kind on one day: the committee first."""
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
