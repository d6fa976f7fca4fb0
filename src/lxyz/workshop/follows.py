"""What is doubtful in a rule that follows a duty which was not kept: whose duty that was,
and of what."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.packs.asked import patterns, roles_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Rule
from lxyz.packs.types import is_of
from lxyz.verdicts import PERSONS
from lxyz.workshop.slips import unlinked


def follows(rule: Rule, bound: Bound) -> Iterator[str]:
    """What is doubtful, in words; nothing of a rule that follows none."""
    if rule.each is None or rule.each.rule is None:
        return
    name = rule.each.rule
    others = [one for one in bound.rules if is_of(one.id, (name,))]
    whose = {"person" if one.for_ in PERSONS else one.for_ for one in others}
    roles = roles_of(rule.each)
    if rule.for_ in PERSONS and not roles:
        yield f"every {rule.for_} would owe it for each {name}: write as"
    if whose == {"person"} and roles and roles != ("about",):
        yield f"{name} is the duty of a person: write as: about"
    elif "about" in roles and not whose & {"person", "fact"}:
        yield f"{name} is the duty of no person: as: about asks for one"
    if rule.for_ == "group" and "group" not in whose:
        yield f"every group would owe it for each {name}: for: branch, or fact"
    if rule.for_ == "branch" and whose == {"group"} and rule.each.level is None:
        yield f"{name} is a duty of groups, which is not counted: write level: group"
    if "run" in rule.each.wanted and whose == {"fact"}:
        yield f"run: {name} is about each record, of which none is in a row"
    for one in others:
        if one.each is not None and one.each.rule is None:
            for pattern in patterns(rule):
                yield from unlinked(pattern, one.each)
    if all(one.each is None for one in others):
        if any(one.link for one in patterns(rule)):
            yield f"link: {name} is about no record"
