"""What stands in the profile, where a rule asks it for days or for a size that it has
not: what happened on a day, and what holds on one, are asked in other ways."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.packs.asked import kinds_of, patterns
from lxyz.packs.model import Rule, When

_JOINS = {"post": "post-taken", "member": "member-joined"}
_LEAVES = {"post": "post-left", "member": "member-left"}
_OF_A_DAY = {
    "group": frozenset(("members",)),
    "branch": frozenset(
        "members committee groups posts secretary term_end term_over".split()
    ),
}
"""What is worked out for a day, and no fact has."""


def stands(rule: Rule) -> Iterator[str]:
    """What is doubtful in how a rule asks what stands, in words."""
    if rule.each is None:
        return
    when = rule.when if isinstance(rule.when, When) else None
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
