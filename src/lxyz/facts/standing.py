"""The profile as facts: members, posts, groups, candidates, the branch itself.

So rules need no other way to ask about the profile: they ask for `post` or `member` as
they ask for a meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from lxyz.dates.spans import FOREVER, Span, shift
from lxyz.facts.changes import BESIDE, changes, member_attributes, post_attributes
from lxyz.facts.fact import NO_ONE, Fact, Roles
from lxyz.records import Item, Profile
from lxyz.records.branch import ALWAYS, Group, Member, Officer


def standing_facts(profile: Profile) -> list[Fact]:
    """All facts of a profile. Those of members, posts and groups have their first and
    last day, both included; without a first day, `date` is None."""
    branch = Fact(
        {"branch"}, "branch", None, profile.origin, attrs=branch_attributes(profile)
    )
    return [
        *_members(profile),
        *map(_post, profile.officers),
        *map(_group, profile.groups),
        *_candidates(profile),
        *_activity_week(profile),
        branch,
        *changes(profile),
    ]


def _members(profile: Profile) -> Iterator[Fact]:
    for member in profile.members:
        for first, last in _stretches(member):
            yield Fact(
                {"member"},
                "member",
                _day(first),
                member.origin,
                end=last,
                attrs=member_attributes(member, first),
                people={
                    "about": frozenset({member.name}),
                    **_beside(member.attributes),
                },
            )


def _beside(said: dict[str, Any]) -> Roles:
    """The people named beside a member or candidate: his contact and his
    introducers."""
    return {role: said[role] for role in BESIDE if role in said}


def _post(officer: Officer) -> Fact:
    return Fact(
        {"post"},
        "branch",
        _day(officer.first),
        officer.origin,
        end=officer.last,
        attrs=post_attributes(officer),
        people={"about": frozenset({officer.name})},
    )


def _group(group: Group) -> Fact:
    return Fact(
        {"group"},
        "group",
        _day(group.first),
        group.origin,
        owner=group.name,
        end=group.last,
        attrs={"name": group.name, "leader": group.leader},
        people={"about": group.members},
    )


def _candidates(profile: Profile) -> Iterator[Fact]:
    """The facts of candidates for membership: one for each stage, from the day on which
    it was reached to the day before the next (the last to `until`), and one for each
    step between stages."""
    for candidate in profile.attributes.get("candidates", ()):
        steps = tuple(
            (step.fields.get("name", ""), step.fields.get("date", date.min), "")
            for step in candidate.fields.get("steps", ())
        )
        own = {k: v for k, v in candidate.fields.items() if k not in BESIDE}
        for stage, first, last in _in_stages(candidate, steps):
            yield Fact(
                {"candidate"},
                "branch",
                first,
                candidate.origin,
                end=last,
                attrs={**own, **stage, "steps": steps},
                people=_about(candidate),
            )
        yield from _stages(candidate)


def _activity_week(profile: Profile) -> Iterator[Fact]:
    week: Span | None = profile.attributes.get("activity_week")
    if week is not None:
        yield Fact(
            {"activity-week"}, "branch", week.first, profile.origin, end=week.last
        )


def _in_stages(
    candidate: Item, steps: tuple[tuple[str, date, str], ...]
) -> Iterator[tuple[dict[str, Any], date | None, date | None]]:
    """The stages of a candidate: attributes, first and last day (both included).

    If a day is missing, the days are out of order, or the stage written is not the last
    step, only one stage is given: the one written, or the last step, without a first
    day; `reached` is its day, if known.
    """
    until = candidate.fields.get("until")
    named = [(name, day) for name, day, _ in steps if name]
    stage = candidate.fields.get("stage")
    if not named or "stage" in candidate.spoiled:
        yield {}, None, until
        return
    stage = stage or named[-1][0]
    days = [day for _, day in named]
    orderly = len(named) == len(steps) and date.min not in days
    if not orderly or days != sorted(set(days)) or stage != named[-1][0]:
        since = [day for name, day in named if name == stage and day != date.min]
        yield {"stage": stage, **({"reached": since[-1]} if since else {})}, None, until
        return
    ends = [shift(day, -1) for day in days[1:]]
    for (name, day), last in zip(named, [*ends, until or FOREVER], strict=True):
        yield {"stage": name}, day, last


def _about(candidate: Item) -> Roles:
    """The people of a candidate's fact: himself by name (else by number), his contact
    and introducers."""
    name = candidate.fields.get("name") or candidate.fields.get("id")
    beside = _beside(candidate.fields)
    return {"about": frozenset({name}), **beside} if name else beside


def _stages(candidate: Item) -> Iterator[Fact]:
    """A fact for each stage that a candidate reached, on its day; without a day, `date`
    is unknown."""
    for step in candidate.fields.get("steps", ()):
        day = step.fields.get("date")
        yield Fact(
            {"candidate-stage"},
            "branch",
            day,
            step.origin,
            attrs={"stage": step.fields["name"]} if "name" in step.fields else {},
            people=_about(candidate),
            unknown=NO_ONE if day is not None else frozenset({"date"}),
        )


def _day(first: date) -> date | None:
    return None if first == ALWAYS else first


def _stretches(member: Member) -> list[tuple[date, date]]:
    """The first and last days in which a member had one status: probationary, then
    full."""
    first, turn, last = member.first, member.full_from, member.last
    if turn is None or not first < turn <= last:
        return [(first, last)]
    return [(first, shift(turn, -1)), (turn, last)]


def branch_attributes(profile: Profile) -> dict[str, Any]:
    """The attributes of the branch itself."""
    attrs: dict[str, Any] = {}
    for key, value in profile.attributes.items():
        if key == "candidates":
            continue
        listed = isinstance(value, tuple) and not isinstance(value, Span)
        attrs[key] = frozenset(value) if listed else value
    attrs["name"] = profile.name
    if profile.unit:
        attrs["unit"] = profile.unit
    if profile.fixed_days:
        attrs["fixed_day"] = profile.fixed_days[-1][0]
    return attrs
