"""Checks many branches, one by one or in a pool of processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

from lxyz.base import memory
from lxyz.base.asked import ended_as_interrupted
from lxyz.base.named import NamedTuple
from lxyz.errors import LxyzError, place_of
from lxyz.fleet.branch import Options, check_branch
from lxyz.report import BranchReport, Obstacle, obstacle

_CHUNK = 8
_WORTH_A_POOL = 16
MOST_PROCESSES = 61
"""The most processes of a pool: more are an error on Windows."""

Made = TypeVar("Made")


class Task(Protocol):
    """Something from which a report is made; it is sent to other processes."""

    def report(self) -> BranchReport:
        """The report; may raise."""

    def broken(self, error: Obstacle) -> BranchReport:
        """The report where `report` ended in an error, even one of lxyz itself."""


class Asked(NamedTuple):
    """A branch that is to be checked, and how."""

    path: Path
    options: Options

    def report(self) -> BranchReport:
        """The report."""
        return check_branch(self.path, self.options)

    def broken(self, error: Obstacle) -> BranchReport:
        """A report with nothing but an error."""
        return BranchReport(str(self.path), self.path.name, 0, (), (), (), 0, error)


def each(
    tasks: Sequence[Task],
    make: Callable[[BranchReport], Made],
    jobs: int = 1,
) -> Iterator[Made]:
    """What `make` makes of the report of each task, in the order given, as soon as it
    is there.

    One broken branch never ends the run. With more than one job it runs in a pool of
    processes started afresh, never forked: the bar at the terminal is a thread, and a
    fork of threads can hang. `make` runs where the branch is checked, so that only what
    is wanted of a report crosses over; pickle must be able to name it."""
    found = len(tasks)
    work = [(task, make) for task in tasks]
    if jobs <= 1 or found < 2:
        yield from map(_guarded, work)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("spawn")
    with ended_as_interrupted(), ExitStack() as ending:
        try:
            with _uninterrupted():
                pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_begin)
                made = ending.enter_context(pool).map(
                    _guarded, work, chunksize=_chunk(found, jobs)
                )
        except OSError:  # no room for more processes, or for their queues
            made = map(_guarded, work)
        done = 0
        try:
            for one in made:
                yield one
                done += 1
        except BrokenExecutor:  # one was killed, as where memory is short
            yield from map(_guarded, work[done:])


def _begin() -> None:
    """Makes a new process of a pool end with the process that started it.

    That one may be ended without a chance to say so, and a process that waits for work,
    or for room to send a result, would wait for ever."""
    import os
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    memory.look_seldom()
    parent = parent_process()
    if parent is None:
        return

    def follow() -> None:
        wait([parent.sentinel])
        os._exit(1)

    Thread(target=follow, daemon=True).start()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes started within ignore Ctrl-C from their first moment.

    The parent handles it and starts no more work; else each would end with a
    traceback."""
    import signal
    from threading import current_thread, main_thread

    if current_thread() is not main_thread():  # only there signals can be set
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _chunk(branches_found: int, jobs: int) -> int:
    """How many branches a process takes at once.

    Few enough that no process is idle for long while another works off its last
    ones."""
    return max(1, min(_CHUNK, branches_found // (4 * jobs)))


def workers(jobs: int, branches_found: int, cores: int) -> int:
    """How many processes to use.

    As many as asked for (`jobs`), if the system can have them. For 0, all cores, but
    only where the branches are enough to pay for starting them."""
    if jobs:
        return min(jobs, branches_found, MOST_PROCESSES)
    return (
        workers(cores, branches_found, cores) if branches_found >= _WORTH_A_POOL else 1
    )


def guarded(task: Task) -> BranchReport:
    """The report of a task; an error, even of lxyz itself, becomes a report."""
    return _guarded((task, lambda report: report))


def _guarded(work: tuple[Task, Callable[[BranchReport], Made]]) -> Made:
    """What is made of the report of a task, or of the report on its error."""
    task, make = work
    memory.sweep()
    try:
        return make(task.report())
    except LxyzError as error:
        found = obstacle(error)
    except RecursionError:
        found = Obstacle("E700", (("what", "RecursionError"),), 70)
    except Exception as error:  # noqa: BLE001 - one branch must not end the run
        found = Obstacle("E700", (("what", place_of(error)),), 70)
    return make(task.broken(found))
