"""What records of a kind can have: attributes, and persons in roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lxyz.facts.fact import CHANGES, ENTRIES
from lxyz.kinds.conditions import ROLES
from lxyz.packs.asked import kinds_of, roles_of
from lxyz.packs.model import Pattern
from lxyz.vocabulary import Vocabulary
from lxyz.workshop.doubts import DERIVED, no_attribute

_SAT = frozenset(
    "expected present excused absent unstated ordinary host recorder lecturer keynote "
    "speaker".split()
)
_TOLD = frozenset("owner from to".split())
_PAPERS = ("document", "persons")
_OWN_ROLES = {
    "heart-to-heart-talk": frozenset(("from", "to")),
    "filing": frozenset(("owner", "about")),
}
OF = {
    "grade": frozenset(("evaluation-grade",)),
    "payer": frozenset(("dues-payment",)),
    "recipient": frozenset(("filing",)),
    "years": frozenset(("party-anniversary",)),
    "contact": frozenset(("member", "candidate", "candidate-stage")),
    "introducer": frozenset(("candidate", "candidate-stage")),
    "guest": frozenset(("activity",)),
    "guests": frozenset(("activity",)),
    "topics": frozenset(("document",)),
    "named_lists": frozenset(("document",)),
    **dict.fromkeys(
        "committee groups term_over term_end weekly_slot fixed_day".split(),
        frozenset(("branch",)),
    ),
    "run": frozenset(("unmet",)),
}
"""Attributes and roles that only facts of these kinds have."""
_POST = frozenset("post duties".split())
_CANDIDATE = frozenset("stage name id steps note until".split())
_OF_PROFILE = {
    "post": _POST,
    "post-taken": _POST,
    "post-left": _POST,
    "candidate": _CANDIDATE,
    "candidate-stage": frozenset(("stage",)),
    "term-end": frozenset(("elected_on",)),
    "activity-week": frozenset[str](),
    "group": frozenset(("name", "leader", "members")),
}
"""All attributes of facts of the profile that are not those of a member, or the branch."""
_ANY_FACT = frozenset("kind date end days workdays weekday".split())
_ROSTERS = frozenset(("branch", "group"))
"""Those of whom `members` is asked; of a record its key 党员 is a role."""
STAGES = frozenset(("candidate", "candidate-stage"))
_OF_A_PERSON = CHANGES | ENTRIES | STAGES | {"member", "post"}


def _families(pattern: Pattern, words: Vocabulary) -> dict[str, frozenset[str]]:
    """The kinds of a pattern, each with its families.

    The families of a kind include the kind itself and the kind that it is written like.
    A kind that is worked out from records has only itself."""
    return {one: words.families((one,)) for one in kinds_of(pattern)}


def lacking(
    pattern: Pattern, wanted: Iterable[str], words: Vocabulary
) -> Iterator[str]:
    """Attributes that no record of these kinds can have."""
    kinds = _families(pattern, words)
    told = "、".join(kinds)
    for name in wanted:
        only = OF.get(name)
        if only is not None and all(only.isdisjoint(own) for own in kinds.values()):
            yield f"{told} has no {name}: only {'、'.join(sorted(only))} has"
            continue
        if name == "members" and _ROSTERS.isdisjoint(kinds):
            yield _nobody(name, told, kinds)
            continue
        unsaid = [one for one in kinds if name not in _OF_PROFILE.get(one, (name,))]
        if len(unsaid) == len(kinds) and name not in (*ROLES, *_ANY_FACT):
            yield f"{told} has no {name}"
            continue
        if name in ROLES:
            if not any(_may_stand((name,), one, words) for one in kinds.values()):
                yield _nobody(name, told, kinds)
            continue
        own = "ballots" if name in words.key_slugs("ballots") else name
        keys = words.key_slugs("record").get(own, ())
        serves = {one for key in keys for one in key.serves}
        if any(not key.serves for key in keys) or (
            not keys and (name in DERIVED or no_attribute(name, words))
        ):
            continue
        records = [own for kind, own in kinds.items() if kind in words.kinds]
        if len(records) == len(kinds) and all(serves.isdisjoint(o) for o in records):
            yield f"{told} has no {name}"


def _may_stand(
    roles: tuple[str, ...], families: frozenset[str], words: Vocabulary
) -> bool:
    """Whether a record of a kind with these families can have a person in one of these
    roles."""
    if not families.isdisjoint(_OF_A_PERSON):
        return not {"about", "contact", "introducer"}.isdisjoint(roles)
    if own := [_OWN_ROLES[one] for one in families if one in _OWN_ROLES]:
        return not own[0].isdisjoint(roles)
    if "activity" in families:
        named = {
            one for key in words.key_slugs("record")["members"] for one in key.serves
        }
        told = _TOLD if not named.isdisjoint(families) else _TOLD | {"about"}
        return not told.issuperset(roles)
    return families.isdisjoint(_PAPERS) or not _SAT.issuperset(roles)


def _nobody(role: str, told: str, kinds: Mapping[str, frozenset[str]]) -> str:
    every = frozenset().union(*kinds.values())
    instead = "present、participant" if every.isdisjoint(_PAPERS) else "owner、about"
    if not every.isdisjoint(_OF_A_PERSON):
        instead = "about"
    if not every.isdisjoint(_OWN_ROLES):
        instead = "from、to" if "filing" not in kinds else "recipient、owner"
    return f"nobody stands as {role} in {told}: perhaps {instead}"


def nobody_as(pattern: Pattern, words: Vocabulary) -> Iterator[str]:
    """Roles of a pattern in which its records can have nobody."""
    roles = roles_of(pattern)
    kinds = _families(pattern, words)
    yield from lacking(pattern, [one for one in roles if one in OF], words)
    known = tuple(one for one in roles if one in ROLES and one not in OF)
    if known and len(known) == len(roles):
        if not any(_may_stand(known, one, words) for one in kinds.values()):
            yield _nobody("、".join(known), "、".join(kinds), kinds)
