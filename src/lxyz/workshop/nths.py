"""What a rule says of which records it is about (`nth`), where that can never be meant."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.facts.fact import STANDING
from lxyz.packs.asked import kinds_of
from lxyz.packs.model import Nth, Rule


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
