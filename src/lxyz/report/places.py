"""Where in the profile those stand of whom verdicts are."""

from __future__ import annotations

from lxyz.facts import Facts
from lxyz.files.origin import Origin


def listed(facts: Facts) -> tuple[tuple[str, str, Origin], ...]:
    """Where in the profile each member and each group stands first."""
    found: dict[tuple[str, str], Origin] = {}
    for fact in facts.all:
        if "member" in fact.kinds:
            for name in fact.people.get("about", ()):
                found.setdefault(("member", name), fact.origin)
        elif "group" in fact.kinds:
            found.setdefault(("group", fact.owner), fact.origin)
    return tuple(sorted((*key, origin) for key, origin in found.items()))
