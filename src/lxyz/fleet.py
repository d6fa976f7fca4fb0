"""One branch, or many: files → records → facts → verdicts → report.

`check_branch` is the whole tool as one function: a path and options in, a plain value
out. It shares nothing between branches, so any pool of workers can run it.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from lxyz import memory
from lxyz.baseline import FILE as BASELINE_FILE
from lxyz.baseline import Change, accepted, read_baseline, renewed, written
from lxyz.errors import (
    LxyzError,
    NothingToCheckError,
    PackError,
    UsageError,
    place_of,
    why_of,
)
from lxyz.facts import Facts, build_facts
from lxyz.facts.fact import Waiver
from lxyz.files import branches, read_document, record_files
from lxyz.files.attachments import attachment
from lxyz.files.find import BRANCH_FILE
from lxyz.judge import Priors, behind, carried_out, judge_in, with_room
from lxyz.kinds import World
from lxyz.origin import Fault, Faults
from lxyz.packs.load import Bound, bind, find_pack, load_packs
from lxyz.records import Profile, Record, read_profile, read_records
from lxyz.report import BranchReport, PackUsed, Report, ahead, listed
from lxyz.verdicts import Outcome, Verdict
from lxyz.vocabulary import nearest, vocabulary
from lxyz.writing import create
from lxyz.writing import replace as replace_file

CHUNK = 8
WORTH_A_POOL = 16


class Options(NamedTuple):
    """What a check is asked: the day, a year (None: found from the records), packs in
    place of those the branch names (empty: its own), a file of records to be taken as
    planned besides, (branch, file) of those that alone are to be told of (empty: all),
    and whether waivers and the baseline are to be passed over."""

    as_of: date
    year: int | None = None
    packs: tuple[str, ...] = ()
    assume: Path | None = None
    only: tuple[tuple[str, str], ...] = ()
    bare: bool = False

    def only_of(self, path: Path) -> frozenset[str]:
        """The files of a branch, named from it, that alone are asked about."""
        return frozenset(file for branch, file in self.only if branch == str(path))


def check_branch(path: Path, options: Options) -> BranchReport:
    """What is to be said of one branch. Never raises for anything a branch can be."""
    report = _checked(path, options)
    if options.bare or not report.year:  # a branch that cannot be judged is no old sore
        return report
    baseline, trouble = read_baseline(path)
    if trouble is not None:
        return report._replace(faults=_ordered([*report.faults, trouble]))
    return report if baseline is None else accepted(report, baseline)


class Waived(NamedTuple):
    """A waiver of a branch, and how many gaps there would be more without it."""

    waiver: Waiver
    used: int


def waivers_of(path: Path, options: Options) -> tuple[BranchReport, list[Waived]]:
    """The report on a branch, and its waivers in order of their last day. What one is of
    use for shows when the year is judged without it.

    Raises NothingToCheckError E305 where the profile cannot be used, PackError.
    """
    profile, records = read_branch(path, Faults())
    if profile is None:
        raise NothingToCheckError("E305", path=path)
    facts, _ = build_facts(profile, records, vocabulary(), options.as_of)
    report = _checked(path, options)
    packs = bound_packs(path, profile, options.packs, Faults())

    def gaps(facts: Facts) -> Counter[str]:
        found: Counter[str] = Counter()
        for bound in packs:
            world = World(facts, bound, report.year, options.as_of)
            for one in judge_in(world):
                if one.outcome not in _EXCUSED:
                    found["|".join(one.key())] += max(1, len(one.failing))
        return found

    every = facts.judgements.waivers
    with_all = gaps(facts)
    found = []
    for one in every:
        others = tuple(other for other in every if other is not one)
        more = gaps(facts.with_waivers(others)) - with_all
        found.append(Waived(one, more.total()))
    return report, sorted(found, key=lambda one: (one.waiver.last, one.waiver.first))


_EXCUSED = frozenset(
    (Outcome.WAIVED, Outcome.MET, Outcome.LATE, Outcome.NOT_APPLICABLE, Outcome.ATTEST)
)
"""Outcomes for which a waiver has nothing to excuse, or has excused it."""


def renew_baseline(
    path: Path, options: Options, *, grow: bool = False, keep: bool = False
) -> Change:
    """Takes the findings of a branch into its baseline, or drops from it what was
    mended (see `renewed`); with `keep`, the file stays as it is.

    Raises NothingToCheckError E305, PackError where the branch cannot be judged,
    UsageError E243 where the file that is there is no baseline, E203 if it cannot be
    written.
    """
    report = _checked(path, options)
    if not report.year:
        raise NothingToCheckError("E305", path=path)
    if report.error is not None:
        raise PackError(report.error[0], **dict(report.error[1]))
    old, trouble = read_baseline(path)
    if trouble is not None:
        raise UsageError("E243", path=path / BASELINE_FILE)
    change = renewed(old, report, grow=grow)
    if not keep:
        file = path / BASELINE_FILE
        text = written(change.baseline).encode()
        if old is None:
            file.parent.mkdir(exist_ok=True)
            create(file, [text])
        else:
            replace_file(file, [text])
    return change


def _checked(path: Path, options: Options) -> BranchReport:
    """The bare truth, as far as no waiver is in force."""
    words = vocabulary()
    faults = Faults()
    profile, records = read_branch(path, faults)
    if profile is None:
        return _unusable(path, faults)
    if options.assume is not None:
        records.extend(_assumed(options.assume, path, faults))
    facts, found = build_facts(profile, records, words, options.as_of)
    if options.bare:
        facts = facts.with_waivers(())
    faults.extend(found)
    faults.extend(_attachments(path, records))
    year = options.year or year_of(facts, options.as_of)
    verdicts: list[Verdict] = []
    used: list[PackUsed] = []
    worlds: list[World] = []
    try:
        for bound in bound_packs(path, profile, options.packs, faults):
            head = bound.pack.head
            folder = str(bound.pack.folder)
            used.append(
                PackUsed(head.id, head.version, head.title, head.title_en, folder)
            )
            world = World(facts, bound, year, options.as_of)
            worlds.append(world)
            verdicts.extend(judge_in(world))
        faults.extend(_unknown_rules(facts, used, verdicts))
    except PackError as error:
        told = (error.code, tuple(error.values.items()), error.exit_code)
        return BranchReport(
            str(path),
            profile.name,
            year,
            tuple(used),
            _ordered(faults),
            (),
            _usable(records),
            told,
        )
    priors = Priors(worlds)
    verdicts, clashes = with_room(verdicts, worlds, priors)
    done = carried_out(worlds)
    coming = ahead(facts, options.as_of, priors, done)
    late_items = behind(worlds, done)
    for world in worlds:
        world.let_go()
    return BranchReport(
        str(path),
        profile.name,
        year,
        tuple(used),
        _ordered(faults),
        tuple(verdicts),
        _usable(records),
        ahead=coming,
        clashes=clashes,
        behind=late_items,
        listed=listed(facts),
    )


def _assumed(file: Path, branch: Path, faults: Faults) -> list[Record]:
    """The records of a plan: whatever they say, they are planned, so that nothing of it
    counts as done. Its faults are told by its path from the branch, as those of the
    branch's own files are: joined to that of the branch, it opens."""
    document = read_document(file, path_from(branch, file))
    faults.extend(document.faults)
    if document.root is None:
        return []
    records, found = read_records(document, vocabulary())
    faults.extend(found)
    return [
        one if one.status == "cancelled" else one.replace(status="planned")
        for one in records
    ]


def path_from(branch: Path, file: Path) -> str:
    """How a file anywhere is called from a branch: joined to the branch's path it opens."""
    try:
        return Path(os.path.relpath(file, branch)).as_posix()
    except ValueError:  # on another drive
        return file.absolute().as_posix()


def _usable(records: list[Record]) -> int:
    """How many of the records are of a kind."""
    return sum(1 for record in records if record.kinds)


def read_branch(path: Path, faults: Faults) -> tuple[Profile | None, list[Record]]:
    """The profile and all records of a branch folder, with the faults in them."""
    words = vocabulary()
    document = read_document(path / BRANCH_FILE, BRANCH_FILE)
    profile, found = read_profile(document, words)
    faults.extend(document.faults)
    faults.extend(found)
    records: list[Record] = []
    if profile is None:
        return None, records
    if profile.waivers is not None:
        inner = document._replace(root=profile.waivers, faults=())
        made, trouble = read_records(inner, words)
        records.extend(made)
        faults.extend(trouble)
    own = tuple(f"{Path(name).as_posix()}/" for name in profile.packs)
    for relative, file in record_files(path):
        if relative.startswith(own):
            continue  # a pack that the branch keeps beside its records
        document = read_document(file, relative)
        faults.extend(document.faults)
        if document.root is not None:
            made, trouble = read_records(document, words)
            records.extend(made)
            faults.extend(trouble)
    return profile, records


def year_of(facts: Facts, as_of: date) -> int:
    """The year to check: that of `as_of` if there are records for it, else the latest
    that has some, else that of `as_of`."""
    years = set(facts.years())
    return as_of.year if as_of.year in years or not years else max(years)


def bound_packs(
    path: Path, profile: Profile, packs: tuple[str, ...], faults: Faults
) -> list[Bound]:
    """The packs in force with the branch's parameters. Raises PackError for a pack that
    cannot be used; a parameter that no pack knows, or whose value does not fit, is a
    fault of the branch, and the pack's own value stands.
    """
    folders = dict.fromkeys(find_pack(name, path) for name in packs or profile.packs)
    loaded = load_packs(tuple(folders))
    known = {f"{pack.id}/{name}" for pack in loaded for name in pack.params}
    own: dict[str, list[tuple[str, Any]]] = {pack.id: [] for pack in loaded}
    by_id = {pack.id: pack for pack in loaded}
    for name, value, origin in profile.params:
        pack_id, _, param = name.partition("/")
        if name not in known:
            if pack_id in own or "/" not in name or not packs:
                faults.add("F706", origin, name=name, like=nearest(name, known))
            continue
        try:
            bind(by_id[pack_id], ((param, value),))
        except PackError as error:
            faults.add("F707", origin, name=name, text=error.values.get("text", ""))
            continue
        own[pack_id].append((param, value))
    return [bind(pack, tuple(own[pack.id])) for pack in loaded]


def _unusable(path: Path, faults: Faults) -> BranchReport:
    return BranchReport(str(path), path.name, 0, (), _ordered(faults), ())


def _ordered(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(
        sorted(dict.fromkeys(faults), key=lambda f: (f.file, f.line, f.column, f.code))
    )


def _attachments(path: Path, records: list[Record]) -> Iterator[Fault]:
    """Faults of the attachments that records point to."""
    faults = Faults()
    absent: set[str] = set()
    for record in _with_documents(records):
        listed = list(record.more.get("evidence", ()))
        if "file" in record.more:
            listed.append(record.more["file"])
        for text, origin in listed:
            trouble = attachment(path, text)
            if trouble is None:
                continue
            if trouble.code == "F604":
                if trouble.near not in absent:
                    absent.add(trouble.near)
                    faults.add("F604", origin, level="warning", folder=trouble.near)
                continue
            faults.add(trouble.code, origin, path=text[:80], near=trouble.near)
    return iter(faults)


def _with_documents(records: list[Record]) -> Iterator[Record]:
    for record in records:
        yield record
        yield from _with_documents(list(record.documents))


def _unknown_rules(
    facts: Facts, used: list[PackUsed], verdicts: list[Verdict]
) -> Iterator[Fault]:
    """Faults of waivers and attestations that name a rule there is not."""
    faults = Faults()
    known = {verdict.rule for verdict in verdicts}
    families = known | {
        rule.rpartition("/")[0] for rule in known if rule.count("/") > 1
    }
    ids = {pack.id for pack in used}
    written = [(one.rule, one.origin) for one in facts.judgements.waivers]
    written += [(one.rule, one.origin) for one in facts.judgements.attestations]
    for rule, origin in written:
        if rule not in families and (rule.partition("/")[0] in ids or "/" not in rule):
            faults.add("F508", origin, rule=rule, like=nearest(rule, known))
    return iter(faults)


Progress = Callable[[int, int], None]
Made = TypeVar("Made")


def check(
    found: Sequence[Path],
    options: Options,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Report:
    """Checks branch folders, in the order given, and keeps all reports."""
    each = check_each(found, options, _whole, jobs=jobs, progress=progress)
    return Report(options.as_of, tuple(each))


def _whole(report: BranchReport) -> BranchReport:
    return report


def check_each(
    found: Sequence[Path],
    options: Options,
    make: Callable[[BranchReport], Made],
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Iterator[Made]:
    """What `make` makes of the report on each branch folder, in the order given, as soon
    as it is there; one broken branch never ends the run.

    With more than one job, in a pool of processes started afresh (never forked: a bar
    at the terminal is a thread, and a fork of threads can hang). `make` runs where the
    branch is checked, so that only what is wanted of a report crosses over: it must be
    a function that pickle can name. `progress` is told how many of how many are done.
    """
    work = ((path, options, make) for path in found)
    if jobs <= 1 or len(found) < 2:
        yield from _counted(map(_guarded, work), len(found), progress)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    start = memory.look_seldom
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=start) as pool:
        made = pool.map(_guarded, work, chunksize=_chunk(len(found), jobs))
        yield from _counted(made, len(found), progress)


def _counted(
    made: Iterable[Made], total: int, progress: Progress | None
) -> Iterator[Made]:
    for number, one in enumerate(made, 1):
        if progress:
            progress(number, total)
        yield one


def _chunk(branches_found: int, jobs: int) -> int:
    """How many branches a process takes at once: few enough that no process is idle for
    long while another works off its last ones."""
    return max(1, min(CHUNK, branches_found // (4 * jobs)))


def workers(jobs: int, branches_found: int, cores: int) -> int:
    """How many processes to use: as many as asked for; for 0 all cores, but only where
    the branches are enough to pay for starting them."""
    if jobs:
        return min(jobs, branches_found)
    return min(cores, branches_found) if branches_found >= WORTH_A_POOL else 1


def must_open(file: Path) -> None:
    """Raises NothingToCheckError E301 for a file that cannot be read."""
    try:
        with file.open("rb") as stream:
            stream.read(1)
    except (OSError, ValueError) as error:
        raise NothingToCheckError("E301", path=file, why=why_of(error)) from error


def find_branches(paths: list[Path]) -> list[Path]:
    """The branch folders at or below the paths, each once, sorted."""
    found: dict[Path, None] = {}
    for path in paths:
        try:
            listed = list(branches(path))
        except (OSError, ValueError) as error:
            if path.is_file():
                raise NothingToCheckError(
                    "E303", path=path, folder=path.parent
                ) from error
            raise NothingToCheckError("E301", path=path, why=why_of(error)) from error
        for one in listed:
            found[one] = None
    if not found:
        for path in paths:
            for folder in path.absolute().parents:
                if (folder / BRANCH_FILE).is_file():
                    raise NothingToCheckError("E304", path=path, folder=folder)
        raise NothingToCheckError("E302", path="、".join(str(path) for path in paths))
    return list(found)


def branches_with(files: Sequence[Path]) -> tuple[tuple[str, str], ...]:
    """(branch, file named from it) for each file that lies in a branch; the nearest
    branch, where one lies in another. What lies in none is left out."""
    found = []
    for file in files:
        for start in (file, file.absolute()):
            for folder in start.parents:
                if (folder / BRANCH_FILE).is_file():
                    name = start.relative_to(folder).as_posix()
                    found.append((str(folder), name))
                    break
            else:
                continue
            break
    return tuple(dict.fromkeys(found))


def files_of(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """The profile and record files of branches, and files named themselves, with their
    names from the branch. Raises NothingToCheckError where there are none."""
    for path in paths:
        if path.is_file():
            yield path, path.name
            continue
        for branch in find_branches([path]):
            yield branch / BRANCH_FILE, BRANCH_FILE
            for relative, file in record_files(branch):
                yield file, relative


def _guarded(
    work: tuple[Path, Options, Callable[[BranchReport], Made]],
) -> Made:
    """What is made of a branch, even where its check breaks lxyz itself."""
    path, options, make = work
    memory.sweep()
    try:
        report = check_branch(path, options)
        if options.only:
            report = report.only_in(options.only_of(path))
        return make(report)
    except LxyzError as error:
        told = (error.code, tuple(error.values.items()), error.exit_code)
    except RecursionError:
        told = ("E700", (("what", "RecursionError"),), 70)
    except Exception as error:  # noqa: BLE001 - one branch must not end the run
        told = ("E700", (("what", place_of(error)),), 70)
    return make(BranchReport(str(path), path.name, 0, (), (), (), 0, told))
