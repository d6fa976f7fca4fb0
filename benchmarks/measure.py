"""Whole processes, timed side by side.

The machine's speed drifts from minute to minute, so no number stands alone: in every
round each command runs once, the order turned by one from round to round, and a ratio
is the median of the ratios within a round. What runs in one process is compared by the
processor's time, which the neighbours on a shared machine lengthen far less than they
do the clock's.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

FINDINGS = 1  # lxyz's exit code when a branch has gaps

# As a user runs it: what an installed program has compiled once, it does not compile
# again in every process.
_UNUSUAL = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
ENVIRONMENT = {key: text for key, text in os.environ.items() if key not in _UNUSUAL}


class Run(NamedTuple):
    """One process: how long it took, the processor's time for it and for those it
    started and waited for, and its own peak of memory in bytes."""

    seconds: float
    cpu: float
    peak: int


class Ratio(NamedTuple):
    """How two commands compare over all rounds."""

    median: float
    least: float
    most: float


class CommandFailedError(RuntimeError):
    """A measured command did not do its work; a time of it would mean nothing."""


def run(command: Sequence[str]) -> Run:
    """Run it once to the end, its output thrown away.

    The peak is of this process alone (`wait4`), its own workers not counted. On Linux
    it is never less than that of the process that started it, which is why nothing
    heavy is imported here.
    """
    with tempfile.TemporaryFile() as errors:
        began = time.perf_counter()
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            env=ENVIRONMENT,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        told = errors.read().decode(errors="replace")
    if child.returncode not in (0, FINDINGS) or "Traceback" in told:
        message = f"exit code {child.returncode}: {' '.join(command)}\n{told}"
        raise CommandFailedError(message)
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss * 1024)


def interleaved(
    commands: Mapping[str, Sequence[str]], rounds: int
) -> dict[str, list[Run]]:
    """So many rounds of all commands, after one round that only warms up."""
    names = list(commands)
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for name in names:
        run(commands[name])
    for turn in range(rounds):
        start = turn % len(names)
        for name in names[start:] + names[:start]:
            runs[name].append(run(commands[name]))
    return runs


def ratio(values: Iterable[float], base: Iterable[float]) -> Ratio:
    """The one against the other, round by round."""
    pairs = [one / other for one, other in zip(values, base, strict=True)]
    return Ratio(statistics.median(pairs), min(pairs), max(pairs))
