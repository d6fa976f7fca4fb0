"""The profile as facts: members, posts, groups, the branch itself.

So the profile is no second data path: a rule asks for `post` or `member` as it asks for
a meeting.
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
    """The facts of a profile; members, posts and groups stand from their first day to
    their last (no day: always)."""
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
    """Who keeps in touch with a person, and who vouches for him."""
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
    """Who is to become a member, in each stage from the day on which he reached it to
    the day before the next, and a fact for each step; he is a candidate no more after
    his `until`."""
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
    """The stages of a candidate, each with its first and its last day. Where a day is
    missing, they are out of order, or the stage written is not the last of them, it is
    the one written, or the last, on whatever day (`reached`: since when, if known)."""
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
    """Who a candidate is, by his name, else by his number; and who is beside him."""
    name = candidate.fields.get("name") or candidate.fields.get("id")
    beside = _beside(candidate.fields)
    return {"about": frozenset({name}), **beside} if name else beside


def _stages(candidate: Item) -> Iterator[Fact]:
    """A fact for each stage that a candidate reached, on its day; of one without a day
    it is not known when that was."""
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
    """First and last days of what a member was: probationary, then full."""
    first, turn, last = member.first, member.full_from, member.last
    if turn is None or not first < turn <= last:
        return [(first, last)]
    return [(first, shift(turn, -1)), (turn, last)]


def branch_attributes(profile: Profile) -> dict[str, Any]:
    """What the profile says of the branch itself."""
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
