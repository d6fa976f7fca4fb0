"""What a rule is about, where that can never be meant: how its records are counted out
(`nth`); and what stands in the profile, asked for days or for a size that it has not:
what happened on a day, and what holds on one, are asked in other ways."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.facts.fact import STANDING
from lxyz.packs.asked import kinds_of, patterns
from lxyz.packs.model import Nth, Rule

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
    """What is doubtful in how a rule counts its records out, in words."""
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
    """What is doubtful in how a rule asks what stands, in words."""
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
