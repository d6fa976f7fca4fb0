"""Who is responsible for what is planned: members in turn.

nwupl-2018 一3 asks for one person each and would have the members take turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from lxyz.facts.roster import Roster
from lxyz.plan.customs import customs
from lxyz.plan.draft import Draft
from lxyz.records import Profile
from lxyz.vocabulary import vocabulary


def responsible(drafts: Sequence[Draft], profile: Profile) -> list[str]:
    """One responsible person for each draft, in their order.

    It is whom the record names, whose record it is, or the leader of its group;
    otherwise for sittings the members, for all else the officers, in turn. A plan names
    all at its beginning, so who joins later has no turn before the next plan."""
    asked = _Asked(profile, min((one.day for one in drafts), default=date.min))
    turns: Counter[bool] = Counter()
    found = []
    for draft in drafts:
        name = _named(draft, asked)
        if not name:
            sitting = bool(customs().together & set(draft.kinds))
            pool = asked.officers(draft.day) if not sitting else ()
            pool = pool or asked.members(draft.day)
            name = pool[turns[sitting] % len(pool)] if pool else "all"
            turns[sitting] += 1
        found.append(name)
    return found


def _named(draft: Draft, asked: _Asked) -> str:
    """The person who follows from the draft itself; empty for none."""
    values = draft.values
    if values.get("responsible"):
        return str(values["responsible"])
    own = []
    if not _is_done_for(draft, asked.profile):
        own = [str(values[key]) for key in ("members", "from") if key in values]
    if draft.group:
        groups = asked.roster.on(draft.day).groups
        own += [one.leader for one in groups if one.name == draft.group][-1:]
    if not own:
        return ""
    there = asked.there(draft.day)
    return next((one for one in own if one in there), "")


def _is_done_for(draft: Draft, profile: Profile) -> bool:
    """Whether a draft is something done for the members it names."""
    families = vocabulary(profile.kinds).families(tuple(draft.kinds))
    return not customs().received.isdisjoint(families)


class _Asked:
    """The persons who may be asked on a day by a plan made on another day (`known`).

    They are on the roster on both days and not on long leave."""

    def __init__(self, profile: Profile, known: date) -> None:
        self.profile = profile
        self.roster = Roster(profile)
        self._members: dict[date, tuple[str, ...]] = {}
        self._known = self._on(known)

    def there(self, day: date) -> frozenset[str]:
        """All who may be asked on a day."""
        return self._known & self._on(day)

    def officers(self, day: date) -> tuple[str, ...]:
        """The officers among them, in the order of the profile."""
        there = self.there(day)
        posts = (o.name for o in self.profile.officers if o.is_on(day))
        return tuple(dict.fromkeys(name for name in posts if name in there))

    def members(self, day: date) -> tuple[str, ...]:
        """All of them, the officers first, in the order of the profile."""
        found = self._members.get(day)
        if found is None:
            there = self.there(day)
            names = (one.name for one in self.profile.members if one.name in there)
            found = tuple(dict.fromkeys((*self.officers(day), *names)))
            self._members[day] = found
        return found

    def _on(self, day: date) -> frozenset[str]:
        standing = self.roster.on(day)
        return standing.names - standing.on_leave(day)
