"""Tiny packs to the room that is left, and to the clashes: for the tests of both."""

from __future__ import annotations

from datetime import date

from lxyz.judge import Priors, judge_in, with_room
from lxyz.verdicts import Clash, Room, Verdict

from ..trial import BRANCH, world_of

NO_GROUPS = "\n".join(line for line in BRANCH.splitlines() if "组" not in line)
MEETING = "{id: meeting, count: {of: {kind: organization-life-meeting}}}"
OPINIONS = (
    "{id: opinions, each: {kind: organization-life-meeting}, "
    "when: {before: subject, from: 60d, to: 3d%s}, "
    "count: {of: {kind: opinion-solicitation}}%s}"
)
ASKED = "{kind: opinion-solicitation, date: %s, sources: 党员, status: held}"


def day(text: str) -> date:
    """A day of 2016."""
    return date.fromisoformat(f"2016-{text}")


def roomy(
    rules: str, records: str = "", more: str = "", *, as_of: str, branch: str = BRANCH
) -> tuple[list[Verdict], tuple[Clash, ...]]:
    """All verdicts of a tiny pack with their room, and the clashes."""
    world = world_of(records, rules, more, as_of=as_of, branch=branch)
    return with_room(judge_in(world), [world], Priors([world], world.as_of))


def room(rules: str, records: str = "", *, as_of: str, branch: str = BRANCH) -> Room:
    """The room of the first rule."""
    made, _ = roomy(rules, records, as_of=as_of, branch=branch)
    found = next(one for one in made if one.rule.endswith(("/rule", "/meeting")))
    assert found.room is not None
    return found.room


def rules(*listed: str) -> str:
    """Rules as a list."""
    return "\n".join(f"- {one}" for one in listed)
