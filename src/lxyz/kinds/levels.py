"""Whose facts a pattern means: the branch's, a group's, a member's."""

from __future__ import annotations

from lxyz.packs.asked import levels_of
from lxyz.packs.model import Pattern

_BRANCH = frozenset(("branch",))
_GROUP = frozenset(("group",))
_OWN = frozenset(("branch", "group", "member"))


def counted_levels(for_: str, pattern: Pattern) -> frozenset[str] | None:
    """Which levels the facts that are counted have; where it does not say, those of the subject. A
    person who stands in a role does so at any level; what is joined to the fact of
    `each` is found wherever it is."""
    if pattern.level is not None:
        return frozenset(levels_of(pattern))
    if for_ == "group":
        return _GROUP
    if pattern.as_ is not None or pattern.link is not None or pattern.same:
        return None
    return _BRANCH if for_ in ("branch", "fact", "unit") else None


def subject_levels(for_: str, pattern: Pattern) -> frozenset[str] | None:
    """Which levels the facts of `each` have; where it does not say, a fact is a subject
    whoever of the branch owns it; a person's and the branch's are those of the branch,
    unless the person stands in them."""
    if pattern.level is not None:
        return frozenset(levels_of(pattern))
    if for_ == "fact":
        return _OWN
    if for_ == "group":
        return _GROUP
    return None if pattern.as_ is not None and for_ != "branch" else _BRANCH
