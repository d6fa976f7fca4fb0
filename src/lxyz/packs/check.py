"""What is wrong in a pack that no single rule shows: names, ids, chains."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.packs.model import Rule
from lxyz.packs.ownkinds import unknown_in
from lxyz.packs.types import Pack, Problem
from lxyz.vocabulary import vocabulary


def problems_of(pack: Pack) -> Iterator[Problem]:
    """The problems between the rules of a pack."""
    for name, param in sorted(pack.params.items()):
        if "$" in str(param.value):
            yield Problem(pack.file, 1, f"params.{name}: names another param")
    words = vocabulary(pack.kinds)
    seen: dict[str, list[Rule]] = {}
    for raw in pack.raws:
        for name in sorted(raw.params - set(pack.params)):
            yield Problem(pack.file, raw.line, f"{raw.id}: no such param: ${name}")
        if raw.rule is None:
            continue
        for text in unknown_in(raw.rule, words):
            yield Problem(pack.file, raw.line, f"{raw.id}: {text}")
        earlier = seen.setdefault(raw.rule.id, [])
        if any(_overlap(one, raw.rule) for one in earlier):
            yield Problem(pack.file, raw.line, f"id twice: {raw.rule.id}")
        earlier.append(raw.rule)
    ids = {raw.id for raw in pack.raws}
    for raw in pack.raws:
        under = raw.rule.under if raw.rule is not None else None
        if under and under not in ids:
            yield Problem(
                pack.file, raw.line, f"{raw.id}: under: no such rule: {under}"
            )
    yield from _circles(pack)


def _overlap(one: Rule, other: Rule) -> bool:
    """Whether two versions of a rule are in force on a day."""
    first = max(one.from_ or "0000", other.from_ or "0000")
    last = min(one.to or "9999", other.to or "9999")
    return first <= last


def _circles(pack: Pack) -> Iterator[Problem]:
    """Rules that are folded into themselves."""
    under = {
        raw.id: raw.rule.under
        for raw in pack.raws
        if raw.rule is not None and raw.rule.under
    }
    told: set[str] = set()
    for raw in pack.raws:
        chain = [raw.id]
        while (further := under.get(chain[-1])) is not None and further not in chain:
            chain.append(further)
        if further == raw.id and not told.intersection(chain):
            told.update(chain)
            circle = " → ".join((*chain, raw.id))
            yield Problem(pack.file, raw.line, f"under in a circle: {circle}")
