"""What is wrong in a pack that no single rule shows: names, ids, chains."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxyz.packs.bind import EFFECTIVE, is_day
from lxyz.packs.model import Rule
from lxyz.packs.ownkinds import unknown_in
from lxyz.packs.pack import PackFile
from lxyz.packs.types import Pack, Problem, is_of
from lxyz.vocabulary import vocabulary


def problems_of(pack: Pack, declared: Collection[str]) -> Iterator[Problem]:
    """The problems between the rules of a pack, which declares these kinds."""
    words = vocabulary(pack.kinds)
    seen: dict[str, list[Rule]] = {}
    for number, raw in enumerate(pack.raws):
        if raw.rule is None:
            continue
        for text in unknown_in(raw.rule, words, declared):
            yield Problem(pack.file, raw.line, f"{raw.id}: {text}")
        earlier = seen.setdefault(raw.rule.id, [])
        if any(_overlap(one, raw.rule) for one in earlier):
            yield Problem(pack.file, raw.line, f"id twice: {raw.rule.id}")
        earlier.append(raw.rule)
        if (each := raw.rule.each) is not None and each.rule is not None:
            yield from _followed(pack, number, each.rule)
    ids = {raw.id for raw in pack.raws}
    for raw in pack.raws:
        under = raw.rule.under if raw.rule is not None else None
        if under and under not in ids:
            yield Problem(
                pack.file, raw.line, f"{raw.id}: under: no such rule: {under}"
            )
    yield from _circles(pack)


def _followed(pack: Pack, number: int, name: str) -> Iterator[Problem]:
    """What is wrong with the rule whose not being kept another one follows: it stands
    before that one, so that none follows itself, and asks for something to be done."""
    raw, before = pack.raws[number], pack.raws[:number]
    rules = [one.rule for one in before if one.rule and is_of(one.id, (name,))]
    text = "" if rules else f"no such rule before this one: {name}"
    for rule in rules:
        test = rule.count or rule.cover
        most = rule.count and (rule.count.max or rule.count.under)
        if test is None or most:
            text = f"{name} asks for nothing to be done: count with min, cover"
    if text:
        yield Problem(pack.file, raw.line, f"{raw.id}: unmet: {text}")


def troubles_of_head(file: PackFile) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with the parameters of a pack, and with the days in which it asks for
    anything; each with the keys under which it stands."""
    for name, param in sorted(file.params.items()):
        if "$" in str(param.value):
            yield ("params", name), f"params.{name}: names another param"
    start = file.params.get(EFFECTIVE)
    if start is not None and start.value is not None and not is_day(start.value):
        yield ("params", EFFECTIVE), f"{EFFECTIVE}: {start.value}"
    head = file.pack
    if head.from_ and head.to and head.to < head.from_:
        yield ("pack", "to"), "pack: it ends before it begins"


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
    lines = {raw.id: raw.line for raw in pack.raws}
    walked: set[str] = set()
    for raw in pack.raws:
        chain: dict[str, None] = {}
        at: str | None = raw.id
        while at is not None and at not in walked:
            walked.add(at)
            chain[at] = None
            at = under.get(at)
        if at in chain:
            circle = list(chain)[list(chain).index(at) :]
            first = circle.index(min(circle, key=lines.__getitem__))
            told = " → ".join((*circle[first:], *circle[: first + 1]))
            yield Problem(pack.file, lines[circle[first]], f"under in a circle: {told}")
