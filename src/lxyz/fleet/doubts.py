"""Faults that show only when all of a branch is read, such as what records refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from lxyz.facts.fact import Facts
from lxyz.files.attachments import Attachments
from lxyz.files.origin import Faults, Origin
from lxyz.judge import judge_in
from lxyz.kinds import World
from lxyz.kinds.denied import denied
from lxyz.packs.bind import Bound
from lxyz.packs.pack import Head
from lxyz.packs.types import Pack
from lxyz.records import Profile, Record
from lxyz.report import Attached, PackUsed
from lxyz.verdicts import HEAVY, Outcome, Verdict
from lxyz.vocabulary import Likes

_SHOWN = 40
"""At most so many characters of a text are shown."""
_STILL = 2
"""The last month in which arrears of the year before are reported."""


def attachment_faults(faults: Faults, path: Path, records: list[Record]) -> None:
    """Adds the faults of the attachments that records refer to."""
    absent: set[str] = set()
    attachments = Attachments(path)
    for record in _with_documents(records):
        for text, origin in _listed(record):
            trouble = attachments.trouble(text)
            if trouble is None:
                continue
            if trouble.code == "F604":
                if trouble.near not in absent:
                    absent.add(trouble.near)
                    faults.warn("F604", origin, folder=trouble.near)
                continue
            faults.add(trouble.code, origin, path=text[:80], near=trouble.near)


def attached(path: Path, records: list[Record]) -> tuple[Attached, ...]:
    """The attachments of records, with size and digest; each file is read once."""
    from lxyz.files.digests import Digests

    digests = Digests(path)
    found = {
        Attached(record.origin, text.strip(), *digests.of(text)): None
        for record in _with_documents(records)
        for text, _ in _listed(record)
    }
    return tuple(sorted(found, key=lambda one: one[:2]))


def remarks(records: list[Record]) -> tuple[tuple[Origin, str], ...]:
    """The notes that people wrote in records, by the place of the record.

    The program understands only some free text; who looks at the proof should see the
    rest."""
    return tuple(
        (record.origin, str(record.more["note"]))
        for record in _with_documents(records)
        if record.more.get("note")
    )


def _listed(record: Record) -> Iterator[tuple[str, Origin]]:
    """The paths of attachments that a record names, each with its place."""
    yield from record.more.get("evidence", ())
    if "file" in record.more:
        yield record.more["file"]


def _with_documents(records: list[Record]) -> Iterator[Record]:
    for record in records:
        yield record
        yield from _with_documents(list(record.documents))


def nothing_asked(
    faults: Faults, profile: Profile, packs: Iterable[Pack], year: int
) -> None:
    """Adds a fault where no pack asks anything of the year: else all would seem well.

    That is so where all packs are of later years, were out of force before it, or have
    no rules."""
    named = list(packs)
    heads = [pack.head for pack in named]
    if not heads:
        return
    names = "、".join(head.id for head in heads)
    if not any(pack.raws for pack in named):
        faults.add("F717", profile.origin, packs=names)
        return
    first, last = min(head.year for head in heads), max(map(_end, heads))
    if year < int(first):
        faults.add("F710", profile.origin, packs=names, first=first, year=year)
    elif year > int(last[:4]):
        faults.add("F713", profile.origin, packs=names, last=last, year=year)


def _end(head: Head) -> str:
    return head.to or "9999-12-31"


def not_done(faults: Faults, worlds: list[World]) -> None:
    """Adds a warning for each text that denies what a rule asks for, or leaves it open.

    Such a text does not count, or nobody can tell; without the warning nobody would see
    why."""
    for one in (one for world in worlds for one in denied(world)):
        text = one.text if len(one.text) <= _SHOWN else f"{one.text[:_SHOWN]}…"
        if one.left_open:
            faults.warn("F434", one.fact.origin, text=text, word=one.word)
        else:
            faults.warn("F519", one.fact.origin, text=text, word=one.word)


def unwaivable(faults: Faults, facts: Facts, worlds: list[World]) -> None:
    """Adds a fault for each waiver of a rule that nobody may waive: it has no
    effect."""
    firm = {name: by for world in worlds for name, by in world.bound.firm.items()}
    for one in facts.judgements.waivers if firm else ():
        for rule, by in firm.items():
            if one.is_of(rule):
                faults.add("F513", one.origin, rule=rule, by=by)


def not_attested(faults: Faults, facts: Facts, worlds: list[World]) -> None:
    """Adds a fault for each attestation of a rule that records decide: nobody can
    answer it."""
    judged = {
        world.pack.full_id(rule.id)
        for world in worlds
        for rule in world.bound.rules
        if rule.attest is None
    }
    for one in facts.judgements.attestations:
        if one.rule in judged:
            faults.add("F516", one.origin, rule=one.rule)


def still_owed(
    faults: Faults, facts: Facts, packs: list[Bound], year: int, as_of: date
) -> None:
    """Adds a warning in January and February: how much of last year can still be made
    good (A6).

    With the first record of the new year nobody looks at the old one any more."""
    last = year - 1
    if as_of.year != year or as_of.month > _STILL or last not in facts.years():
        return
    owed: set[str] = set()
    for bound in packs:
        world, of = World(facts, bound, last, as_of), bound.pack.full_id
        stands = {of(rule.id) for rule in bound.rules if rule.when == "now"}
        owed.update(
            one.rule
            for one in judge_in(world)
            if one.outcome == Outcome.OVERDUE
            and one.level in HEAVY
            and one.folded_into is None
            and one.rule not in stands
        )
        world.let_go()
    if owed:
        at = facts.profile.origin
        faults.warn("F721", at, year=last, count=len(owed))


def not_in_force(faults: Faults, facts: Facts, used: list[PackUsed], year: int) -> None:
    """Adds a warning for each waiver or attestation of the year about a pack not in
    force here.

    Those of former years are left alone."""
    ids = {pack.id for pack in used}
    judgements = facts.judgements
    of_year = [
        (one.rule, one.origin)
        for one in judgements.waivers
        if one.first.year <= year <= one.last.year
    ]
    of_year += [
        (one.rule, one.origin) for one in judgements.attestations if one.year == year
    ]
    for rule, origin in of_year:
        pack, slash, _ = rule.partition("/")
        if slash and pack not in ids:
            packs = "、".join(sorted(ids))
            faults.warn("F517", origin, rule=rule, packs=packs)


def unknown_rules(
    faults: Faults, facts: Facts, worlds: list[World], verdicts: list[Verdict]
) -> None:
    """Adds a fault for each waiver or attestation that names a rule that does not
    exist."""
    known = {verdict.rule for verdict in verdicts}
    families = known | {
        rule.rpartition("/")[0] for rule in known if rule.count("/") > 1
    }
    ids = {world.pack.id for world in worlds}
    likes = Likes(known)
    written = [(one.rule, one.origin) for one in facts.judgements.waivers]
    written += [(one.rule, one.origin) for one in facts.judgements.attestations]
    for rule, origin in written:
        if rule not in families and (rule.partition("/")[0] in ids or "/" not in rule):
            like = _titled(rule, worlds) or likes.of(rule)
            faults.add("F508", origin, rule=rule, like=like)


def _titled(title: str, worlds: list[World]) -> str:
    """The full name of a rule by its title, as reports show it first; empty for
    none."""
    for world in worlds:
        for rule in world.bound.rules:
            if title in (rule.title, rule.title_en):
                return world.pack.full_id(rule.id)
    return ""
