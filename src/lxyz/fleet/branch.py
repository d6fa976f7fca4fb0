"""One branch: files → records → facts → verdicts → report.

`check_branch` is the whole tool as one function: a path and options in, a plain value
out. It shares nothing between branches, so any pool of workers can run it.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.errors import PackError
from lxyz.facts.build import build_facts
from lxyz.facts.fact import Facts
from lxyz.files.origin import Fault, Faults
from lxyz.fleet.doubts import (
    attached,
    attachment_faults,
    not_attested,
    not_done,
    not_in_force,
    nothing_asked,
    remarks,
    still_owed,
    unknown_rules,
    unwaivable,
)
from lxyz.fleet.gather import Copy, bound_packs, read_branch, with_assumed, year_of
from lxyz.judge import Priors, behind, carried_out, judge_in, with_room
from lxyz.kinds import World
from lxyz.packs.types import Pack
from lxyz.report import BranchReport, PackUsed, ahead, listed, obstacle, sittings
from lxyz.report.baseline import accepted, read_baseline, refusals
from lxyz.vocabulary import vocabulary


class Options(NamedTuple):
    """What is asked of a check.

    - `as_of`: the day
    - `year`: the year (None: found from the records)
    - `packs`: packs to judge by instead of those the branch names (empty: its own)
    - `assume`: a file of records to be taken as planned, too
    - `only`: (branch, file) pairs to report on alone (empty: all)
    - `bare`: waivers and the baseline are ignored
    - `redact`: names of people are replaced by pseudonyms
    - `attachments`: attachments are opened for their digests
    - `copy`: the copy in which the branch lies, if it lies in one
    """

    as_of: date
    year: int | None = None
    packs: tuple[str, ...] = ()
    assume: Path | None = None
    only: tuple[tuple[str, str], ...] = ()
    bare: bool = False
    redact: bool = False
    attachments: bool = False
    copy: Copy | None = None

    def only_of(self, path: Path) -> frozenset[str]:
        """The files of a branch, named from it, on which alone to report."""
        return frozenset(file for branch, file in self.only if branch == str(path))


def check_branch(path: Path, options: Options) -> BranchReport:
    """The report on one branch. Never raises for anything a branch can be."""
    report = named_report(path, options)
    if options.redact:
        from lxyz.redact import redacted  # few ask for it

        return redacted(report)
    return report


def named_report(path: Path, options: Options) -> BranchReport:
    """The report on one branch, with the names of people.

    Where pseudonyms are asked for, it has all that is needed to put them in."""
    report = _let_off(bare_report(path, options), path, options)
    return report.only_in(options.only_of(path)) if options.only else report


def _let_off(report: BranchReport, path: Path, options: Options) -> BranchReport:
    """The report with the baseline of the branch applied."""
    # In a branch that cannot be judged, or goes by no rules, a baseline accepts nothing.
    if options.bare or not (report.year and report.packs):
        return report
    baseline, trouble = read_baseline(path)
    if trouble is not None:
        return report._replace(faults=_ordered([*report.faults, trouble]))
    if baseline is None:
        return report
    report = accepted(report, baseline)
    refused = refusals(path, report, baseline)
    return report._replace(faults=_ordered([*report.faults, *refused]))


def bare_report(path: Path, options: Options) -> BranchReport:
    """The report on one branch without its baseline; with `bare` also without its
    waivers."""
    faults = Faults()
    profile, records = read_branch(path, faults, options.packs, options.copy)
    if profile is None:
        return _unusable(path, faults)
    if options.assume is not None:
        records = with_assumed(records, options.assume, path, profile.kinds, faults)
    words = vocabulary(profile.kinds)
    facts, found = build_facts(profile, records, words, options.as_of)
    if options.bare:
        facts = facts.with_waivers(())
    faults.extend(found)
    attachment_faults(faults, path, records)
    year = options.year or year_of(facts, options.as_of)
    report = BranchReport(
        str(path),
        profile.name,
        year,
        (),
        (),
        (),
        records=sum(1 for record in records if record.kinds),
        remarks=remarks(records),
    )
    if options.redact:
        from lxyz.redact import people_of

        report = report._replace(people=people_of(profile, records))
    try:
        packs = bound_packs(path, profile, options.packs, faults, options.copy)
        worlds = [World(facts, bound, year, options.as_of) for bound in packs]
        judged = _judged(report, facts, worlds, faults, options)
        if options.year is None:
            still_owed(faults, facts, packs, year, options.as_of)
    except PackError as error:
        if error.code == "P002":
            # The kinds of a pack that cannot be read are missing, too: records of these
            # kinds are no mistakes of the branch.
            faults = Faults(one for one in faults if one.code != "F301")
        return report._replace(faults=_ordered(faults), error=obstacle(error))
    report = judged
    for world in worlds:
        world.let_go()
    if options.attachments:
        report = report._replace(attached=attached(path, records))
    return report._replace(faults=_ordered(faults))


def _judged(
    report: BranchReport,
    facts: Facts,
    worlds: list[World],
    faults: Faults,
    options: Options,
) -> BranchReport:
    """The report with the verdicts of the packs; faults found only then are added to
    `faults`."""
    year = report.year
    verdicts = [one for world in worlds for one in judge_in(world)]
    used = [pack_used(world.bound.pack) for world in worlds]
    unknown_rules(faults, facts, worlds, verdicts)
    unwaivable(faults, facts, worlds)
    not_attested(faults, facts, worlds)
    not_done(faults, worlds)
    if not options.packs:
        not_in_force(faults, facts, used, year)
    packs = [one.pack for one in worlds]
    nothing_asked(faults, facts.profile, packs, year)
    priors = Priors(worlds, options.as_of)
    verdicts, clashes = with_room(verdicts, worlds, priors)
    done = carried_out(worlds)
    return report._replace(
        packs=tuple(used),
        verdicts=tuple(verdicts),
        ahead=ahead(facts, options.as_of, priors, done),
        sittings=sittings(worlds[0]) if worlds else (),
        clashes=clashes,
        behind=behind(worlds, done),
        listed=listed(facts),
        unwaivable=tuple(name for world in worlds for name in world.bound.firm),
    )


def pack_used(pack: Pack) -> PackUsed:
    """A pack as a report names it."""
    head = pack.head
    return PackUsed(head.id, head.version, head.title, head.title_en, str(pack.folder))


def _unusable(path: Path, faults: Faults) -> BranchReport:
    return BranchReport(str(path), path.name, 0, (), _ordered(faults), ())


def _ordered(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(
        sorted(dict.fromkeys(faults), key=lambda f: (f.file, f.line, f.column, f.code))
    )
