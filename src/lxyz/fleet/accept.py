"""What a branch was let off: its waivers, and the baseline of its old findings."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.errors import NothingToCheckError, PackError, UsageError, why_of
from lxyz.facts.build import build_facts
from lxyz.facts.fact import Facts, Waiver
from lxyz.files.origin import Faults
from lxyz.files.writing import create
from lxyz.files.writing import replace as replace_file
from lxyz.fleet.branch import Options, bare_report, named_report
from lxyz.fleet.gather import bound_packs, read_branch
from lxyz.judge import judge_in
from lxyz.kinds import World
from lxyz.packs.bind import Bound
from lxyz.packs.model import Rule
from lxyz.packs.types import is_of, names_of
from lxyz.redact import Pseudonyms, redacted, redacted_waiver
from lxyz.report import BranchReport
from lxyz.report.baseline import FILE as BASELINE_FILE
from lxyz.report.baseline import Renewal, read_baseline, renewed, written
from lxyz.verdicts import Outcome
from lxyz.vocabulary import vocabulary

_EXCUSED = frozenset(
    (Outcome.WAIVED, Outcome.MET, Outcome.LATE, Outcome.NOT_APPLICABLE, Outcome.ATTEST)
)
"""Outcomes that need no waiver, or have one."""


_Touched = list[tuple[Bound, list[Rule]]]
"""Some rules of each of some packs."""


class Waived(NamedTuple):
    """A waiver of a branch, and how many more gaps there would be without it."""

    waiver: Waiver
    used: int


def waivers_of(path: Path, options: Options) -> tuple[BranchReport, list[Waived]]:
    """The report on a branch, and its waivers in order of their last day.

    What a waiver is used for is found by judging the year without it. Names are
    replaced by pseudonyms where `options` asks for it.

    Raises NothingToCheckError E305 where the profile cannot be used, PackError for a
    pack that cannot."""
    report = named_report(path, options)
    profile, records = read_branch(path, Faults(), options.packs)
    if profile is None or not report.year:  # it may have changed in between
        raise NothingToCheckError("E305", path=path)
    words = vocabulary(profile.kinds)
    facts, _ = build_facts(profile, records, words, options.as_of)
    packs = bound_packs(path, profile, options.packs, Faults())

    used = _uses(facts, packs, report.year, options.as_of)
    found = list(map(Waived, facts.judgements.waivers, used))
    found.sort(key=lambda one: (one.waiver.last, one.waiver.first))
    if not options.redact:
        return report, found
    pseudonyms = Pseudonyms(report.people)
    return redacted(report, pseudonyms), [
        one._replace(waiver=redacted_waiver(one.waiver, pseudonyms)) for one in found
    ]


def _uses(facts: Facts, packs: list[Bound], year: int, as_of: date) -> list[int]:
    """For each waiver of a branch, how many more gaps there would be without it."""
    every = facts.judgements.waivers
    used = [0] * len(every)

    def gaps(facts: Facts, touched: _Touched) -> Counter[str]:
        found: Counter[str] = Counter()
        for bound, rules in touched:
            for one in judge_in(World(facts, bound, year, as_of), rules):
                if one.outcome not in _EXCUSED:
                    found["|".join(one.key())] += max(1, len(one.failing))
        return found

    def find(some: list[int], touched: _Touched, with_all: Counter[str]) -> None:
        """Counts for some waivers of a rule; if all of them together have no use, none
        has."""
        left = set(some)
        others = tuple(one for number, one in enumerate(every) if number not in left)
        more = gaps(facts.with_waivers(others), touched) - with_all
        if len(some) == 1:
            used[some[0]] = more.total()
        elif more:
            half = len(some) // 2
            find(some[:half], touched, with_all)
            find(some[half:], touched, with_all)

    by_rule: dict[str, list[int]] = {}
    for number, one in enumerate(every):
        by_rule.setdefault(one.rule, []).append(number)
    for rule, some in by_rule.items():
        touched = [(one, rules) for one in packs if (rules := _touched(rule, one))]
        if touched:
            find(some, touched, gaps(facts, touched))
    return used


def _touched(name: str, bound: Bound) -> list[Rule]:
    """The rules of a pack that a waiver is about, and those that follow when they are
    not kept."""
    touched: list[Rule] = []
    names: set[str] = set()
    for rule in bound.rules:
        after = rule.each.rule if rule.each is not None else None
        full = bound.pack.full_id(rule.id)
        if after in names or name == full or is_of(full, (name,)):
            touched.append(rule)
            names.update(names_of(rule.id))
    return touched


def renew_baseline(
    path: Path, options: Options, *, grow: bool = False, keep: bool = False
) -> Renewal:
    """Renews the baseline of a branch: mended findings go, with `grow` new ones come.

    With `keep` the file stays as it is. Raises NothingToCheckError E305 or PackError
    where the branch cannot be judged, UsageError E243 where the existing file is no
    baseline, E203 where it cannot be written or its folder is a link, which may lead
    out of the branch."""
    report = bare_report(path, options)
    if report.error is not None:
        raise PackError(report.error.code, **dict(report.error.values))
    if not (report.year and report.packs):
        raise NothingToCheckError("E305", path=path)
    old, trouble = read_baseline(path)
    if trouble is not None:
        why = dict(trouble.values)["why"]
        raise UsageError("E243", path=path / BASELINE_FILE, why=why)
    change = renewed(old, report, grow=grow)
    if not keep:
        file = path / BASELINE_FILE
        # A lone surrogate in the name of a file becomes an escape, which JSON reads back.
        text = written(change.baseline).encode(errors="backslashreplace")
        if old is None:
            if file.parent.is_symlink():
                raise UsageError("E203", path=file.parent, why="link")
            try:
                file.parent.mkdir(exist_ok=True)
            except OSError as error:
                raise UsageError("E203", path=file, why=why_of(error)) from None
            create(file, [text])
        else:
            replace_file(file, [text])
    return change
