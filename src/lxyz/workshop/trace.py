"""Clause by clause: what became of every entry of a document, and which rules judge it."""

from __future__ import annotations

from collections.abc import Iterator

from lxyz.base.named import NamedTuple
from lxyz.base.there import is_file
from lxyz.errors import PackError
from lxyz.packs.pack import Clause
from lxyz.packs.types import Pack, Problem, Raw

BRANCH_SIDE = frozenset(
    ("branch", "group", "member", "leading-cadre", "secretary", "branch-committee")
)

_WEIGHT = {"must": 2, "should": 1, "may": 0, "goal": 0}


class Traced(NamedTuple):
    """An entry of the document.

    - `clause`: the entry
    - `rules`: the rules that cover it
    - `wrong`: why these do not fit the fate that the entry names; empty if they do"""

    clause: Clause
    rules: tuple[str, ...]
    wrong: str


def trace(pack: Pack) -> list[Traced]:
    """All entries of a pack in order, with their rules.

    Raises PackError P005 if the pack has no `clauses.yaml`."""
    if not is_file(pack.folder / "clauses.yaml"):
        raise PackError("P005", file=f"{pack.folder.name}/clauses.yaml")
    return _traced(pack)


def _traced(pack: Pack) -> list[Traced]:
    covering: dict[str, list[str]] = {}
    attests = set()
    for raw in pack.raws:
        rule = raw.id
        if "attest" in raw.written:
            attests.add(rule)
        for entry in raw.written.get("covers", ()):
            covering.setdefault(entry, []).append(rule)
    traced = []
    for entry, clause in pack.clauses.entries.items():
        rules = tuple(dict.fromkeys(covering.get(entry, ())))
        traced.append(Traced(clause, rules, _wrong(clause, rules, attests)))
    return traced


def _wrong(clause: Clause, rules: tuple[str, ...], attests: set[str]) -> str:
    judging = [rule for rule in rules if rule not in attests]
    if clause.became == "judged" and not judging:
        only = "but only an attest rule" if rules else "but no rule"
        return f"judged, {only} covers it"
    if clause.became == "attest" and not attests.intersection(rules):
        return "attest, but no attest rule covers it"
    must = clause.modality == "must" and clause.actor in BRANCH_SIDE
    if must and clause.checkable == "yes" and clause.became != "judged":
        return "a must that records decide is not judged"
    return ""


def unaccounted(pack: Pack) -> Iterator[Problem]:
    """What a trace finds wrong: entries out of order or missing, `covers` without an
    entry, entries whose fate does not fit their rules.

    Entries with the pack's own name are numbered from 01; those of an excerpt keep the
    numbers of the whole document.
    """
    file, lines = f"{pack.folder.name}/clauses.yaml", pack.clauses.lines
    entries = pack.clauses.entries
    own = [entry for entry in lines if entry.startswith(f"{pack.id}-")]
    for number, entry in enumerate(own, 1):
        wanted = f"{pack.id}-{number:02}"
        if entry != wanted:
            yield Problem(file, lines[entry], f"{entry}: expected {wanted}")
            break
    for one in _traced(pack):
        if one.wrong:
            entry = one.clause.id
            yield Problem(file, lines[entry], f"{entry}: {one.wrong}")
    for raw in pack.raws:
        for entry in raw.written.get("covers", ()):
            if entry not in lines:
                meant = [n for n, one in entries.items() if one.clause == entry]
                like = f" ({'、'.join(meant)}?)" if meant else ""
                text = f"{raw.id}: covers an unknown entry {entry}{like}"
                yield Problem(pack.file, raw.line, text)
    yield from _otherwise_bound(pack)


def _otherwise_bound(pack: Pack) -> Iterator[Problem]:
    """Rules more binding than all entries that they cover, and entries more binding
    than all rules that cover them; not if the entry gives a reason (`why`)."""
    rules = [raw for raw in pack.raws if not raw.id.endswith("~")]
    covering: dict[str, list[Raw]] = {}
    for raw in rules:
        for entry in raw.written["covers"]:
            covering.setdefault(entry, []).append(raw)
        covered = [pack.clauses.entries.get(one) for one in raw.written["covers"]]
        said = [one for one in covered if one is not None]
        own = raw.written["modality"]
        if said and all(_WEIGHT[one.modality] < _WEIGHT[own] for one in said):
            if not any(one.why for one in said):
                most = max((one.modality for one in said), key=_WEIGHT.__getitem__)
                text = f"{raw.id}: {own}, but {said[0].id} says {most}"
                yield Problem(pack.file, raw.line, text)
    for entry, clause in pack.clauses.entries.items():
        named = covering.get(entry, [])
        weights = [_WEIGHT[raw.written["modality"]] for raw in named]
        if weights and max(weights) < _WEIGHT[clause.modality] and not clause.why:
            line = pack.clauses.lines[entry]
            told = "、".join(dict.fromkeys(raw.id for raw in named))
            text = f"{entry}: {clause.modality}, but {told} asks for less"
            yield Problem(f"{pack.folder.name}/clauses.yaml", line, text)
