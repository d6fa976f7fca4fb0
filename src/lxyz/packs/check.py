"""Problems in a pack that no single rule shows: names, ids, chains."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from lxyz.packs.bind import EFFECTIVE, is_day
from lxyz.packs.model import Rule
from lxyz.packs.ownkinds import unknown_in
from lxyz.packs.pack import PackFile
from lxyz.packs.types import Pack, Problem, names_of
from lxyz.vocabulary import vocabulary

MOST_IN_A_ROW = 9
"""The most rules that may follow one on the other: a talk, a warning and a decision are
three."""


def problems_of(pack: Pack, declared: Collection[str]) -> Iterator[Problem]:
    """The problems between the rules of a pack; `declared` are the kinds that it
    brings."""
    words = vocabulary(pack.kinds)
    seen: dict[str, list[Rule]] = {}
    for raw in pack.raws:
        if raw.rule is None:
            continue
        for text in unknown_in(raw.rule, words, declared):
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
    yield from _followers(pack)


def _followers(pack: Pack) -> Iterator[Problem]:
    """The problems of rules that follow another one which was not kept."""
    named: dict[str, list[Rule]] = {}
    before: dict[str, set[str]] = {}  # by name: all that it follows, one by one
    for raw in pack.raws:
        if raw.rule is None:
            continue
        names = [*names_of(raw.rule.id)]
        row: set[str] = set()
        if (each := raw.rule.each) is not None and (name := each.rule) is not None:
            row = {name, *before.get(name, ())}
            if text := _follower_trouble(name, named.get(name, []), names, row):
                yield Problem(pack.file, raw.line, f"{raw.id}: unmet: {text}")
        for one in names:
            named.setdefault(one, []).append(raw.rule)
            before.setdefault(one, set()).update(row)


def _follower_trouble(
    name: str, followed: list[Rule], own: list[str], row: set[str]
) -> str:
    """What is wrong with a rule (`own` names) that follows those of a name; empty if
    nothing.

    `row` are all names that it follows, directly or not. The followed rules must stand
    before it and ask for something to be done, and no rule may follow itself. The row
    must be short: each follower looks a year farther back than the one before it."""
    for rule in followed:
        test = rule.count or rule.cover
        most = rule.count and (rule.count.max or rule.count.under)
        if test is None or most:
            return f"{name} asks for nothing to be done: count with min, cover"
    if not followed:
        return f"no such rule before this one: {name}"
    if not row.isdisjoint(own):
        return f"{name} follows it"
    if len(row) > MOST_IN_A_ROW:
        return f"more than {MOST_IN_A_ROW} follow one on the other"
    return ""


def troubles_of_head(file: PackFile) -> Iterator[tuple[tuple[str, ...], str]]:
    """What is wrong with the parameters of a pack and with its first and last day.

    Each problem comes with the keys under which it stands."""
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
    """Whether two versions of a rule are in force on the same day."""
    first = max(one.from_ or "0000", other.from_ or "0000")
    last = min(one.to or "9999", other.to or "9999")
    return first <= last


def _circles(pack: Pack) -> Iterator[Problem]:
    """The problems of rules that are folded into themselves (`under`)."""
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
