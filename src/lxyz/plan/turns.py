"""Who is responsible for what is planned: in turns (nwupl-2018 一3 asks for one person
each, and would have the members take turns)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft
from lxyz.records import Profile


def responsible(drafts: Sequence[Draft], profile: Profile) -> list[str]:
    """One person for each of some drafts, in their order: whom the record names; whose
    record it is; the leader of its group; for sittings the members in turn, for the
    rest the officers in turn.

    A plan names them all at its beginning, so that who joins later has no turn before
    the next plan.
    """
    known = min((one.day for one in drafts), default=date.min)
    turns: Counter[str] = Counter()
    found = []
    for draft in drafts:
        name = _named(draft, profile, known)
        if not name:
            sitting = bool(customs().together & set(draft.kinds))
            pool = _pool(profile, known, draft.day, officers=not sitting)
            name = pool[turns[str(sitting)] % len(pool)] if pool else "all"
            turns[str(sitting)] += 1
        found.append(name)
    return found


def _named(draft: Draft, profile: Profile, known: date) -> str:
    """Who follows from the draft itself, or an empty text."""
    values = draft.values
    if values.get("responsible"):
        return str(values["responsible"])
    groups = {group.name: group.leader for group in profile.groups_on(draft.day)}
    there = _there(profile, known) & _there(profile, draft.day)
    own = (str(values.get(key, "")) for key in ("members", "from"))
    return next(
        (one for one in (*own, groups.get(draft.group, "")) if one in there), ""
    )


def _pool(profile: Profile, known: date, day: date, *, officers: bool) -> list[str]:
    """Who may be asked: the officers first; with `officers`, no others if there is a
    committee."""
    there = _there(profile, known) & _there(profile, day)
    posts = [o.name for o in profile.officers if o.first <= day <= o.last]
    names = list(dict.fromkeys(name for name in posts if name in there))
    if officers and names:
        return names
    others = [one.name for one in profile.roster(day)]
    return [*names, *(one for one in others if one in there and one not in names)]


def _there(profile: Profile, day: date) -> set[str]:
    """Who is on the roster on a day and not on long leave."""
    return {one.name for one in profile.roster(day) if not one.leave_on(day)}
