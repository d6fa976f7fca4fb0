"""The way of the program: texts through the reader, records to facts, facts and a bound
pack to verdicts.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lxyz.facts.build import build_facts
from lxyz.facts.fact import Facts
from lxyz.files import read_text
from lxyz.files.origin import Fault, Faults
from lxyz.packs.bind import Bound, bind
from lxyz.packs.load import load_pack
from lxyz.packs.model import Rule
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.report import BranchReport, PackUsed
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import vocabulary

from ..trial import judge

ROOT = Path(__file__).resolve().parents[2]
PACKS = (
    "rules/bj-2016",
    "rules/b11-2016",
    "rules/cas-2016",
    "rules/sd-2021",
    "tests/packs/cas-mini",
    "tests/packs/nwupl-mini",
    "tests/packs/sd-mini",
)

# Better first, as the laws compare them; what is undecidable, waived, attested or not
# applicable stands apart.
ORDER = {
    Outcome.MET: 0,
    Outcome.LATE: 1,
    Outcome.PLANNED: 2,
    Outcome.OPEN: 2,
    Outcome.OVERDUE: 3,
    Outcome.MISSED: 4,
}
Told = dict[str, Any]
"""A record as keys and values, before it is written."""


class Branch(NamedTuple):
    """A branch as it is drawn: its profile, its records, and who is in it."""

    pack: str
    profile: Told
    records: list[Told]
    names: tuple[str, ...]
    groups: tuple[str, ...]

    @property
    def year(self) -> int:
        """The year it is judged for: that of its pack."""
        return int(bound(self.pack).pack.head.year)

    def files(self) -> dict[str, str]:
        """A file for each record, so that none moves when another is left out."""
        return {f"{n:02}.yaml": written(one) for n, one in enumerate(self.records)}


class Built(NamedTuple):
    """Facts of a branch and every fault in it."""

    profile: Profile
    records: list[Record]
    facts: Facts
    faults: list[Fault]


@cache
def bound(pack: str) -> Bound:
    """A pack with its own parameters."""
    return bind(load_pack(ROOT / pack), ())


def written(told: Told) -> str:
    """A record (or a profile) as YAML: a line for each key, flow style inside."""
    lines = (f"{key}: {json.dumps(told[key], ensure_ascii=False)}" for key in told)
    return "".join(f"{line}\n" for line in lines)


def listed(several: list[Told]) -> str:
    """Several records in one file: a list."""
    return "".join(f"- {json.dumps(one, ensure_ascii=False)}\n" for one in several)


def built(profile: str, files: dict[str, str], as_of: date) -> Built:
    """The facts of a branch, from texts."""
    words, faults = vocabulary(), Faults()
    document = read_text(profile.encode(), "branch.yaml")
    faults.extend(document.faults)
    made, found = read_profile(document, words)
    faults.extend(found)
    assert made is not None
    records: list[Record] = []
    for name, text in files.items():
        document = read_text(text.encode(), name)
        faults.extend(document.faults)
        if document.root is not None:
            several, found = read_records(document, words)
            records.extend(several)
            faults.extend(found)
    facts, found = build_facts(made, records, words, as_of)
    faults.extend(found)
    return Built(made, records, facts, faults)


def judged(branch: Branch, as_of: date, *more: Told) -> list[Verdict]:
    """The verdicts on a branch, with more records if there are any."""
    whole = branch._replace(records=[*branch.records, *more])
    one = built(written(branch.profile), whole.files(), as_of)
    return judge(one.facts, bound(branch.pack), branch.year, as_of)


def by_key(verdicts: list[Verdict]) -> dict[tuple[str, ...], Verdict]:
    """Verdicts by their identity."""
    return {one.key(): one for one in verdicts}


def rules(pack: str) -> dict[str, Rule]:
    """The rules of a pack, by the name their verdicts carry."""
    one = bound(pack)
    return {f"{one.pack.id}/{rule.id}": rule for rule in one.rules}


def reported(branch: Branch, as_of: date) -> BranchReport:
    """The report on a branch."""
    one = built(written(branch.profile), branch.files(), as_of)
    pack = bound(branch.pack).pack
    head, year = pack.head, branch.year
    used = PackUsed(head.id, head.version, head.title, head.title_en, str(pack.folder))
    verdicts = judge(one.facts, bound(branch.pack), year, as_of)
    return BranchReport(
        "branch",
        one.profile.name,
        year,
        (used,),
        tuple(sorted(set(one.faults))),
        tuple(verdicts),
        len(one.records),
    )


def told(one: Verdict) -> str:
    """A verdict in a line, for messages of failed tests."""
    key = "|".join(one.key())
    return f"{key}: {one.outcome} need={one.need} have={one.have} until={one.until}"
