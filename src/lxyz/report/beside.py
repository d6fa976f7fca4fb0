"""What a report tells beside the verdicts.

It is what is planned and not yet held, with what must come before it; what was held;
and where in the profile members and groups stand."""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import OURS, Fact, Facts
from lxyz.files.origin import Origin
from lxyz.judge.duty import Sitting
from lxyz.judge.prior import Priors, last_day
from lxyz.kinds import World
from lxyz.verdicts import Before, Evidence
from lxyz.vocabulary import vocabulary


class Ahead(NamedTuple):
    """Something planned and not yet held.

    - `kinds`: its kinds
    - `day`: the last day planned for it (a plan may say a month, or a quarter)
    - `first`: the first day planned for it
    - `label`: how the plan calls it
    - `who`: who is responsible
    - `what`: what it is about
    - `group`: the group that is to hold it; empty: the branch
    - `origin`: where it stands
    - `before`: what must come before it and is missing, if it is held on its last working day
    """

    kinds: tuple[str, ...]
    day: date
    first: date = date.min
    label: str = ""
    who: tuple[str, ...] = ()
    what: str = ""
    group: str = ""
    origin: Origin = Origin("")
    before: tuple[Before, ...] = ()


def ahead(
    facts: Facts, as_of: date, priors: Priors, done: frozenset[int] = frozenset()
) -> tuple[Ahead, ...]:
    """What the branch and its groups have planned for `as_of` or later, in order of
    day.

    It is the items of plans and the records dated in the future, without items that are
    carried out (`done`, by rank) and those that each person does alone."""
    found: set[Ahead] = set()
    for fact in facts.all:
        if fact.end is None or fact.end < as_of or fact.level == "member":
            continue
        if "plan-item" in fact.kinds:
            if fact.rank in done or fact.attrs["mode"] == "individual":
                continue
            kinds = frozenset(fact.attrs["plans"])
        elif fact.state == "planned":
            kinds = fact.kinds
        else:
            continue
        found.add(_planned(fact, kinds, as_of, priors))
    return tuple(sorted(found, key=lambda one: (one.day, *one)))


_ABOUT = ("theme", "topic", "content", "title")
_HOSTS = ("responsible", "lecturer", "host")


def _planned(fact: Fact, kinds: frozenset[str], as_of: date, priors: Priors) -> Ahead:
    day = last_day(max(fact.day, as_of), fact.last)
    _, before = priors.begin(Sitting(kinds, fact.owner), day)
    who = next((fact.people[role] for role in _HOSTS if fact.people.get(role)), ())
    what = next((fact.attrs[name] for name in _ABOUT if fact.attrs.get(name)), "")
    return Ahead(
        tuple(sorted(kinds)),
        fact.last,
        fact.day,
        fact.label,
        tuple(sorted(who)),
        str(what),
        fact.owner,
        fact.origin,
        before,
    )


def sittings(world: World) -> tuple[Evidence, ...]:
    """The held activities of the branch and its groups that count for the year, by day.

    A verdict shows the sittings that decide it; the picture of the year shows all of
    these."""
    kinds = frozenset(
        slug
        for slug, one in vocabulary(world.profile.kinds).kinds.items()
        if one.family == "activity"
    )
    found = (
        world.evidence(fact)
        for fact in world.of(kinds)
        if fact.level in OURS
        and fact.date is not None
        and fact.date.year == world.year
        and fact.date <= world.as_of
        and (fact.period is None or fact.period.last.year == world.year)
    )
    return tuple(sorted(found, key=lambda one: (one.date, one.origin)))


def listed(facts: Facts) -> tuple[tuple[str, str, Origin], ...]:
    """The place in the profile where each member and each group stands first."""
    found: dict[tuple[str, str], Origin] = {}
    for fact in facts.all:
        if "member" in fact.kinds:
            for name in fact.people.get("about", ()):
                found.setdefault(("member", name), fact.origin)
        elif "group" in fact.kinds:
            found.setdefault(("group", fact.owner), fact.origin)
    return tuple(sorted((*key, origin) for key, origin in found.items()))
