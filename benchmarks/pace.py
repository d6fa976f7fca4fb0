"""How much longer a plan for a branch takes than a check of it, as whole processes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks.measure import (
    ENVIRONMENT,
    CommandFailedError,
    Ratio,
    interleaved,
    ratio,
)
from tests.plan.branches import Shape, branch_at
from tests.plan.law import IN_FORCE, SETS

_MEMBERS = (3, 25, 80)


class Pace(NamedTuple):
    """A plan against a check of the same branch, by the same packs, on the same day."""

    name: str
    ratio: Ratio


class _Case(NamedTuple):
    name: str
    path: Path
    as_of: date
    year: int

    def command(self, what: str, *options: str) -> list[str]:
        """The command that checks, or plans, it."""
        asked = ("--as-of", str(self.as_of), "--year", str(self.year))
        return [sys.executable, "-m", "lxyz", what, str(self.path), *asked, *options]


def paces(work: Path, full: Path, year: int, rounds: int) -> list[Pace]:
    """A branch with a year of records, planned for the next year and in the midst of its
    own; and branches without any record, of every set of packs."""
    cases = [
        _Case("full, next year", full, date(year + 1, 1, 1), year + 1),
        *(
            _Case(f"full, as of {day}", full, day, year)
            for day in (date(year, 3, 31), date(year, 6, 30), date(year, 9, 30))
        ),
        *_empty(work / "empty"),
        _together(work / "together"),
    ]
    return [Pace(one.name, _pace(one, work, rounds)) for one in cases]


def _empty(folder: Path) -> list[_Case]:
    """Branches of three members, of twenty-five in two groups, of eighty, of which some
    come, go, or are on leave."""
    found = []
    for packs in SETS:
        year = max(IN_FORCE.get(pack, 2016) for pack in packs)
        for members in _MEMBERS:
            several, many = members > _MEMBERS[0], members > _MEMBERS[1]
            shape = Shape(
                packs,
                year,
                members,
                committee=several,
                groups=several,
                leader=several,
                leave=many,
                joins=many,
                goes=many,
            )
            name = f"empty, {' + '.join(packs)}, {members} members"
            path = branch_at(folder / f"{'-'.join(packs)}-{members}", shape)
            found.append(_Case(name, path, date(year, 1, 1), year))
    return found


def _together(folder: Path) -> _Case:
    """Five branches planned together, whose members are on the rosters of several."""
    packs = ("cas-2016", "bj-2016")
    for n in range(5):
        branch_at(folder / f"{n}", Shape(packs, members=8 + n, groups=True))
    return _Case("five empty branches together", folder, date(2016, 1, 1), 2016)


def _pace(case: _Case, work: Path, rounds: int) -> Ratio:
    """Plan ÷ check by the processor's time. Raises CommandFailedError where no plan is
    made: a time of that would mean nothing."""
    made = work / ("plans" if case.path.name == "together" else "plan.yaml")
    command = case.command("plan", "--partial", "--output", str(made))
    run = subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=False)
    if not made.exists():
        raise CommandFailedError(f"{case.name}: {run.stderr.decode(errors='replace')}")
    if made.is_file():
        made.unlink()
    runs = interleaved(
        {"check": case.command("check"), "plan": case.command("plan", "--partial")},
        rounds,
    )
    times = {name: [one.cpu for one in several] for name, several in runs.items()}
    return ratio(times["plan"], times["check"])
