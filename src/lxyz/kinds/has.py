"""has: the fact of `each`, or the profile as it stands, has these attributes.

It never reports that a fact is absent; that is the business of another rule. An
attribute that is asked for and not there is a gap. It is overdue where completing the
record cures it (`late: ever`, the default), else missed; but steps that the record puts
on days to come are open until then. Even with `late: never`, what nobody wrote can
still be completed, if the rule asks what it says and not merely that it is there. Each
word of a list counts for itself, so that a gap can name the missing ones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import ATTENDED, Fact, in_doubt
from lxyz.kinds.case import Case
from lxyz.kinds.conditions import Check, condition, so_far
from lxyz.kinds.judging import Judging, Settle
from lxyz.kinds.persons import is_unread, person_value
from lxyz.kinds.values import equal
from lxyz.kinds.wanted import of_value, step_places
from lxyz.kinds.world import World
from lxyz.packs.asked import roles_in
from lxyz.packs.model import Condition, Wanted
from lxyz.records.profile import term_end
from lxyz.verdicts import Outcome, Verdict

_YEAR = timedelta(days=366)


class _Asked(NamedTuple):
    """One attribute that is asked for, its parts as shown, and the check of it."""

    attribute: str
    wanted: Wanted
    parts: list[str]
    check: Check


def having(judging: Judging) -> Settle:
    """Makes the function that settles the cases of a has rule: one verdict each."""
    rule, world = judging.rule, judging.world
    asked = [
        _Asked(name, wanted, _parts(name, wanted), condition(world, name, wanted))
        for name, wanted in (rule.has or {}).items()
    ]
    need = sum(len(one.parts) for one in asked)
    never = rule.late == "never"

    def settle(case: Case) -> list[Verdict]:
        fact = case.fact or standing(world, case, [one.attribute for one in asked])
        failing: list[str] = []
        unknown: list[str] = []
        gone = False
        to_come: list[date | None] = []
        for one in asked:
            if one.attribute == "as":
                held = _stands(fact, case.person, one.wanted)
            else:
                held = _is_so(one, fact)
            if held is None:
                unknown.extend(_of_unknown(one, fact) or one.parts)
            elif not held:
                to_come.append(_to_come(world, one, fact))
                failing.extend(_lacking(world, one, fact) or [one.attribute])
                gone = gone or (never and not _can_be_told(one, fact))
        due, until = case.window.due, None
        if not failing:
            outcome = Outcome.UNDECIDABLE if unknown else Outcome.MET
            until = due if never else None
        elif None not in to_come:
            outcome, due = Outcome.OPEN, max(filter(None, to_come))
        elif gone:
            outcome, until = Outcome.MISSED, due
        else:
            outcome = Outcome.OVERDUE
        return [
            judging.verdict(
                case,
                outcome,
                due=due,
                until=until,
                need=str(need),
                have=str(need - len(failing) - len(unknown)),
                records=(fact,),
                missing=tuple(failing or unknown),
            )
        ]

    return settle


def _parts(attribute: str, wanted: Wanted) -> list[str]:
    """The parts of a condition, as shown: one for each word of a list, else the
    attribute."""
    if isinstance(wanted, Condition):
        words = wanted.all or wanted.in_order
        if words:
            return [f"{attribute}:{word}" for word in words]
    return [attribute]


def _lacking(world: World, one: _Asked, fact: Fact) -> list[str]:
    """The parts of a condition that a fact lacks: words of a list, or the whole of a
    share."""
    name, wanted = one.attribute, one.wanted
    if not isinstance(wanted, Condition):
        return []
    if wanted.of is not None:
        return _of_unknown(one, fact)
    value: Any = fact.people.get(name, fact.attrs.get(name, ()))
    if name == "steps":
        value = so_far(world, fact, value)
    if wanted.all:
        return [
            f"{name}:{word}"
            for word in wanted.all
            if not equal(world, name, word, value)
        ]
    words = wanted.in_order or ()
    return [f"{name}:{word}" for word in words if not step_places(world, word, value)]


def _to_come(world: World, one: _Asked, fact: Fact) -> date | None:
    """The day on which the steps will be as asked, by those dated after the day of the
    check.

    None where they will not. A step more than a year after its record is a slip of the
    pen and does not count."""
    if one.attribute != "steps" or fact.date is None:
        return None
    steps: tuple[tuple[str, date, str], ...] = fact.attrs.get("steps", ())
    asked, horizon = of_value(world, "steps", one.wanted), fact.date + _YEAR
    days = {day for _, day, _ in steps if world.as_of < day < horizon}
    for last in sorted(days):
        if asked(fact, tuple(step for step in steps if step[1] <= last)):
            return last
    return None


def _is_so(one: _Asked, fact: Fact) -> bool | None:
    """Whether a fact has what is asked for.

    In this test a field that is missing is a gap, not a doubt. None only where the
    field cannot be read, or where a step may not have been held."""
    held = one.check(fact, [])
    if one.attribute == "steps":
        return held
    of = _whole(one)
    # Who should have been there is told by who was.
    names = (one.attribute, of, "present" if of == "expected" else of)
    if held is None and fact.unknown.isdisjoint(names):
        return isinstance(one.wanted, Condition) and one.wanted == Condition(
            not_=one.wanted.not_
        )
    return held


def _can_be_told(one: _Asked, fact: Fact) -> bool:
    """Whether the record can still be completed: what is asked was never written down.

    Attendance counts as written wherever it is known at all."""
    name = one.attribute
    if name == "as":
        return not any(
            role in ATTENDED or fact.people.get(role) for role in roles_in(one.wanted)
        )
    if one.wanted == "some":
        return False
    if (of := _whole(one)) is not None:
        return not (_is_there(fact, name) and _is_there(fact, of))
    return not fact.people.get(name) and not fact.attrs.get(name)


def _whole(one: _Asked) -> str | None:
    """The number of which a share is asked for; None where the condition asks for no
    share."""
    return one.wanted.of if isinstance(one.wanted, Condition) else None


def _of_unknown(one: _Asked, fact: Fact) -> list[str]:
    """What one would have to know to judge a fact, where this is not the attribute
    itself.

    Of a share it is the whole, if only that is not written; of roles in which a person
    should stand it is the first that is not told."""
    if one.attribute == "as":
        asked = roles_in(one.wanted)
        unclear = in_doubt(fact.people, asked)
        return [role for role in asked if unclear or role in fact.unknown][:1]
    if one.attribute == "steps" and "steps" in fact.attrs:
        return ["held"]
    of = _whole(one)
    if of is None or not _is_there(fact, one.attribute):
        return []
    return [] if _is_there(fact, of) else [of]


def _is_there(fact: Fact, name: str) -> bool:
    """Whether a number, or who stood in a role, is written; `0` and nobody are written,
    too."""
    return fact.people.get(name, fact.attrs.get(name)) is not None


def _stands(fact: Fact, person: str, roles: Wanted) -> bool | None:
    """Whether a person stands in one of these roles in a fact; None where it is not
    known."""
    named = roles_in(roles)
    if any(person in fact.people.get(role, ()) for role in named):
        return True
    if any(role in fact.unknown and role not in fact.people for role in named):
        return None
    return None if person in in_doubt(fact.people, named) else False


def standing(world: World, case: Case, names: Iterable[str]) -> Fact:
    """A fact made of the profile for the subject of a case: a member, a group or the
    branch.

    Of a member it has only the attributes in `names`."""
    day = case.window.inside.last
    if case.person:
        member = world.member(case.person, day)
        assert member is not None
        values = {name: person_value(world, member, name, day) for name in names}
        attrs = {name: value for name, value in values.items() if value is not None}
        about = {"about": frozenset({member.name})}
        unread = frozenset(name for name in values if is_unread(member, name))
        made = Fact(
            {"member"},
            "member",
            None,
            member.origin,
            attrs=attrs,
            people=about,
            unknown=unread,
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
    """The day of the last election of the branch in its records, up to `day`."""
    held = (
        one.date
        for one in world.facts.of(("branch-election",))
        if one.state == "held" and one.level == "branch"
    )
    return max((one for one in held if one is not None and one <= day), default=None)


def _branch(case: Case, world: World) -> Fact:
    """The branch on the day judged as a fact, with what follows from its profile."""
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
    unknown = profile.unread
    if held := _elected(world, day):
        # An election held since the one in the profile, which nobody has written there.
        ends = term_end(held, attrs.get("term_years"))
        attrs["term_end"] = max(ends, attrs.get("term_end", ends))
    if "term_end" in attrs:
        attrs["term_over"] = "yes" if attrs["term_end"] < day else "no"
    else:
        unknown |= {"term_end", "term_over"}
    if branch.secretary:
        attrs["secretary"] = branch.secretary
    if fixed := profile.fixed_day(day):
        attrs["fixed_day"] = fixed
    return Fact({"branch"}, "branch", None, found.origin, attrs=attrs, unknown=unknown)
