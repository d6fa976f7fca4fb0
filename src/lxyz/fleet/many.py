"""Many branches, one by one or in a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from lxyz import memory
from lxyz.errors import LxyzError, place_of
from lxyz.fleet.branch import Options, check_branch
from lxyz.report import BranchReport, Report

CHUNK = 8


WORTH_A_POOL = 16


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


def _guarded(
    work: tuple[Path, Options, Callable[[BranchReport], Made]],
) -> Made:
    """What is made of a branch, even where its check breaks lxyz itself."""
    path, options, make = work
    memory.sweep()
    try:
        return make(check_branch(path, options))
    except LxyzError as error:
        told = (error.code, tuple(error.values.items()), error.exit_code)
    except RecursionError:
        told = ("E700", (("what", "RecursionError"),), 70)
    except Exception as error:  # noqa: BLE001 - one branch must not end the run
        told = ("E700", (("what", place_of(error)),), 70)
    return make(BranchReport(str(path), path.name, 0, (), (), (), 0, told))
