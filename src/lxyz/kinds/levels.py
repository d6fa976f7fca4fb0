"""Whose facts a pattern means, by their level: the branch's, a group's, a member's."""

from __future__ import annotations

from lxyz.packs.asked import levels_of
from lxyz.packs.model import Pattern

_BRANCH = frozenset(("branch",))
_GROUP = frozenset(("group",))
_OWN = frozenset(("branch", "group", "member"))


def counted_levels(for_: str, pattern: Pattern) -> frozenset[str] | None:
    """The levels of the facts that a rule `for_` some subjects counts; None: any.

    A pattern without a level means those of the subject. A person who stands in a role
    does so at any level, and what is joined to the fact of `each` is found at any
    level."""
    if pattern.level is not None:
        return frozenset(levels_of(pattern))
    if for_ == "group":
        return _GROUP
    if pattern.as_ is not None or pattern.link is not None or pattern.same:
        return None
    return _BRANCH if for_ in ("branch", "fact", "unit") else None


def subject_levels(for_: str, pattern: Pattern) -> frozenset[str] | None:
    """The levels of the facts of `each` in a rule `for_` some subjects; None: any.

    A pattern without a level means, for facts, those of the branch, its groups and
    members; for groups, those of groups; for persons and the branch, those of the
    branch, unless the person stands in a role of the fact."""
    if pattern.level is not None:
        return frozenset(levels_of(pattern))
    if for_ == "fact":
        return _OWN
    if for_ == "group":
        return _GROUP
    return None if pattern.as_ is not None and for_ != "branch" else _BRANCH
