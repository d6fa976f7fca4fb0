"""Subjects of rules that can surely not be intended.

These are every n-th record (`nth`) of something without days; facts of the profile that
are asked like events, or events asked like such facts; and rules about a duty that was
not kept, with the wrong person or level."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.facts.fact import STANDING
from lxyz.packs.asked import kinds_of, patterns, roles_of
from lxyz.packs.bind import Bound
from lxyz.packs.model import Nth, Rule
from lxyz.packs.types import is_of
from lxyz.verdicts import PERSONS
from lxyz.workshop.slips import unlinked

_JOINS = {"post": "post-taken", "member": "member-joined"}
_LEAVES = {"post": "post-left", "member": "member-left"}
_OF_A_DAY = {
    "group": frozenset(("members",)),
    "branch": frozenset(
        "members committee groups posts secretary term_end term_over".split()
    ),
}
"""What is worked out for a day, and no fact has."""


def nths(rule: Rule) -> Iterator[str]:
    """What is doubtful in which of several records a rule is about (`nth`), in
    words."""
    nth, each = rule.nth, rule.each
    if nth is None or each is None:
        return
    standing = [kind for kind in kinds_of(each) if kind in STANDING]
    if standing:
        yield f"nth counts by days: {'、'.join(standing)} has none"
    if not isinstance(nth, Nth):
        return
    if "1" in (nth.every, nth.run):
        yield f"nth: {'run' if nth.run else 'every'} 1 is each of them"
    elif nth.of is not None and nth.of == each:
        yield "nothing breaks the row: of means no more than each"


def stands(rule: Rule) -> Iterator[str]:
    """What is doubtful in how a rule asks for facts of the profile, in words."""
    if rule.each is None:
        return
    when = rule.span
    if when is not None and "subject.end" in (when.after, when.before):
        for kind in kinds_of(rule.each):
            if kind in _LEAVES:
                yield f"the end of what stands: write kind: {_LEAVES[kind]}"
    if when is not None and when.after is not None and rule.has is None:
        for pattern in patterns(rule):
            for kind in kinds_of(pattern):
                if kind in _JOINS:
                    yield (
                        f"{kind} counts only if it stands on the last day: "
                        f"write kind: {_JOINS[kind]}"
                    )
    for kind in kinds_of(rule.each):
        for name in rule.has or {}:
            if name in _OF_A_DAY.get(kind, ()):
                yield f"{kind} has {name} on a day: write for: {kind}, when: now"


def follows(rule: Rule, bound: Bound) -> Iterator[str]:
    """What is doubtful in a rule about a duty that was not kept (`each.rule`), in
    words."""
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
