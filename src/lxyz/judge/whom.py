"""Whom a rule is about on a day: posts, ranks, groups and the roster as of that day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.facts.fact import Fact
from lxyz.kinds.persons import has_all, is_as_wanted, is_untold
from lxyz.kinds.values import keeps
from lxyz.kinds.world import World
from lxyz.packs.model import Limits, Rule
from lxyz.records.branch import Member
from lxyz.verdicts import Subject


class Who(NamedTuple):
    """One subject of a rule.

    - `subject`: its type and name
    - `member`: the member, where it is a person
    - `group`: the party group, where it is one
    - `missing`: what is missing to know whether the rule means it
    """

    subject: Subject
    member: Member | None = None
    group: str = ""
    missing: tuple[str, ...] = ()


def subjects(
    rule: Rule, world: World, day: date, fact: Fact | None, roles: tuple[str, ...]
) -> Iterator[Who]:
    """The subjects of a rule on a day, in order of name.

    With a fact of `each` only those it concerns: the persons who stand in one of these
    roles in it, and the group that owns it."""
    if rule.for_ == "branch":
        yield Who(Subject("branch", world.profile.name))
    elif rule.for_ == "fact":
        assert fact is not None
        yield Who(Subject("fact", fact.key))
    elif rule.for_ == "group":
        for group in world.on(day).groups:
            if fact is None or fact.level != "group" or fact.owner == group.name:
                yield Who(Subject("group", group.name), group=group.name)
    elif fact is None or not roles:
        yield from persons(rule, world, day).values()
    else:
        named = {name for role in roles for name in fact.people.get(role, ())}
        if named:
            every = persons(rule, world, day)
            yield from (every[name] for name in sorted(named) if name in every)


def persons(rule: Rule, world: World, day: date) -> dict[str, Who]:
    """The persons of a rule on a day, by name.

    They are kept for all days between two changes of the profile, unless the rule
    narrows them (`which`, `except`): attributes may change on any day."""
    standing = world.on(day)
    narrowed = rule.which or rule.except_
    key = (
        rule.for_,
        id(rule.which),
        id(rule.except_),
        day if narrowed else id(standing),
    )
    return world.shared(
        key,
        lambda: {
            member.name: Who(
                Subject(rule.for_, member.name),
                member,
                "",
                _untold(rule, member, standing.rivals),
            )
            for member in standing.members
            if _is_meant(rule, world, member, day)
        },
    )


def _untold(rule: Rule, member: Member, rivals: frozenset[str]) -> tuple[str, ...]:
    """What is missing to know whether a rule means a member.

    Of two persons who may be the secretary it is not known which of them is."""
    if rule.for_ == "secretary" and member.name in rivals:
        return ("secretaries",)
    asked = (*(rule.which or ()), *(rule.except_ or ()))
    return tuple(name for name in asked if is_untold(member, name))


def _is_meant(rule: Rule, world: World, member: Member, day: date) -> bool:
    """Whether a rule means a member, by what is known of him; what is missing excludes
    nobody."""
    standing = world.on(day)
    if rule.for_ == "leader" and not world.is_leader(member):
        return False
    if rule.for_ == "secretary" and member.name != standing.secretary:
        return member.name in standing.rivals
    if rule.for_ == "committee":
        alone = frozenset((standing.secretary,))
        if member.name not in (standing.committee if standing.has_committee else alone):
            return False
    if rule.which and not all(
        is_untold(member, attribute)
        or is_as_wanted(world, member, attribute, wanted, day)
        for attribute, wanted in rule.which.items()
    ):
        return False
    return not rule.except_ or not any(
        is_as_wanted(world, member, attribute, wanted, day)
        for attribute, wanted in rule.except_.items()
        if not is_untold(member, attribute)
    )


def applies(rule: Rule, world: World, day: date) -> bool:
    """Whether the profile meets the `if` of a rule on a day."""
    if_ = rule.if_
    if if_ is None:
        return True
    standing = world.on(day)
    if if_.committee is not None and standing.has_committee != (if_.committee == "yes"):
        return False
    if if_.groups is not None and bool(standing.groups) != (if_.groups == "yes"):
        return False
    said = world.profile.attributes
    for answer, key in ((if_.households, "households"), (if_.slot, "weekly_slot")):
        if answer is not None and bool(said.get(key)) != (answer == "yes"):
            return False
    if if_.category is not None:
        held = world.profile.attributes.get("category", ())
        named = (held,) if isinstance(held, str) else held
        if not any(one in if_.category for one in named):
            return False
    if if_.members is None:
        return True
    which = if_.members.which
    count = sum(has_all(world, member, which, day) for member in standing.members)
    return keeps(count, Limits(if_.members.min, if_.members.max))
