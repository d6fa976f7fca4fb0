"""How many records a case still lacks, if each counts as much as possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxyz.kinds import World
from lxyz.kinds.case import Case
from lxyz.kinds.matching import ready
from lxyz.kinds.placing import place
from lxyz.kinds.sayings import told_of
from lxyz.kinds.worth import at_least
from lxyz.packs.model import Pattern, Rule
from lxyz.packs.number import Number, number
from lxyz.plan.customs import customs
from lxyz.verdicts import Verdict


def lacking(
    rule: Rule,
    several: Sequence[tuple[Case, Verdict]],
    patterns: Iterable[Pattern],
    world: World,
) -> int:
    """The most that any of several cases of a rule lacks; 1 where no number is asked
    for."""
    count = rule.count
    if count is None:
        return 1
    if count.to is not None:
        to = count.to
        return max(_of_share(rule, to, *one, world) for one in several)
    if (most := customs().a_day.get(count.sum or "")) is not None:
        # A day holds only so much of the sum: so many days are needed.
        return max(max(1, -(-_lack(verdict) // most)) for _, verdict in several)
    if count.sum or count.mean:
        return 1
    return max(_of_number(verdict, patterns) for _, verdict in several)


def _of_number(verdict: Verdict, patterns: Iterable[Pattern]) -> int:
    """How many records are still needed, each with the highest worth of some
    patterns."""
    if verdict.need is None or verdict.is_limit:
        return 1
    return max(1, at_least(_lack(verdict), patterns))


def _lack(verdict: Verdict) -> Number:
    """How much is still lacking to the lower bound of a verdict."""
    least = min(map(number, (verdict.need or "0").split("、")))
    return least - number(verdict.have or "0")


def _of_share(
    rule: Rule,
    to: Pattern | tuple[Pattern, ...],
    case: Case,
    verdict: Verdict,
    world: World,
) -> int:
    """How many are still needed for a share, if the whole stays as it is."""
    whole = len(place(ready(world, rule, to), case).all())
    return max(1, -(-whole * _lack(verdict) // 1))


def counted_already(
    rule: Rule, case: Case, world: World, name: str
) -> tuple[frozenset[str], frozenset[str] | None]:
    """The values, or the persons in a role, that count for a case already.

    Second, the persons of whom they are a share; None where they are no share of
    persons."""
    count = rule.count
    assert count is not None
    told: set[str] = set()
    for fact in place(ready(world, rule, count.of), case).all():
        value = told_of(fact, name) or ()
        told.update(
            map(str, value if isinstance(value, (frozenset, tuple)) else (value,))
        )
    if count.to is None:
        return frozenset(told), None
    whole = place(ready(world, rule, count.to), case).all()
    about = (fact.people.get("about", ()) for fact in whole)
    return frozenset(told), frozenset(one for each in about for one in each)
