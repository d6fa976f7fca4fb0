"""The profile as it stands on a day: the branch, a group, a member as a fact."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.facts import Fact
from lxyz.kinds.case import Case
from lxyz.kinds.persons import person_value
from lxyz.kinds.world import World
from lxyz.records.profile import term_end


def standing(world: World, case: Case, names: Iterable[str]) -> Fact:
    """The profile's fact of the subject of a case; of a member with these attributes."""
    day = case.window.inside.last
    if case.person:
        member = world.member(case.person, day)
        assert member is not None
        values = {name: person_value(world, member, name, day) for name in names}
        attrs = {name: value for name, value in values.items() if value is not None}
        about = {"about": frozenset({member.name})}
        made = Fact(
            {"member"}, "member", None, member.origin, attrs=attrs, people=about
        )
    elif case.group:
        group = next(one for one in world.on(day).groups if one.name == case.group)
        attrs = {"name": group.name, "members": group.members & _names(world, case)}
        if group.leader:
            attrs["leader"] = group.leader
        made = Fact(
            {"group"}, "group", None, group.origin, owner=group.name, attrs=attrs
        )
    else:
        made = _branch(case, world)
    made.rank = -1
    return made


def _names(world: World, case: Case) -> frozenset[str]:
    return frozenset(one.name for one in world.on(case.window.inside.last).members)


def _elected(world: World, day: date) -> date | None:
    """The day of the last election of the branch that its records tell of."""
    held = (
        one.date
        for one in world.facts.of(("branch-election",))
        if one.state == "held" and one.level == "branch"
    )
    return max((one for one in held if one is not None and one <= day), default=None)


def _branch(case: Case, world: World) -> Fact:
    """The branch on the day judged, with what follows from its profile."""
    profile, day = world.profile, case.window.inside.last
    branch = world.on(day)
    found = world.facts.of(("branch",))[0]
    attrs = dict(found.attrs)
    if attrs.get("elected_on", day) > day:
        del attrs["term_end"]  # of an election still to come
    attrs["committee"] = branch.committee
    attrs["posts"] = frozenset(o.post for o in profile.officers if o.is_on(day))
    attrs["groups"] = frozenset(group.name for group in branch.groups)
    attrs["members"] = _names(world, case)
    unknown: frozenset[str] = frozenset()
    if held := _elected(world, day):
        # One held since the day that the profile knows, which nobody has written there.
        ends = term_end(held, attrs.get("term_years"))
        attrs["term_end"] = max(ends, attrs.get("term_end", ends))
    if "term_end" in attrs:
        attrs["term_over"] = "yes" if attrs["term_end"] < day else "no"
    else:
        unknown = frozenset(("term_end", "term_over"))
    if branch.secretary:
        attrs["secretary"] = branch.secretary
    if fixed := profile.fixed_day(day):
        attrs["fixed_day"] = fixed
    return Fact({"branch"}, "branch", None, found.origin, attrs=attrs, unknown=unknown)
