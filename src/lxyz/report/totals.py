"""What a run found in all branches, and its exit code."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.report.branch import BranchReport, PackUsed
from lxyz.verdicts import HEAVY, Level, Outcome

FAIL_ON = ("must", "should", "overdue", "fault", "never")


class Outline(NamedTuple):
    """What the end of a run must know of a branch whose report is no longer kept.

    - `year`: the year checked (0: it could not be read)
    - `packs`: the packs by which it was judged
    - `counts`: the counts of its summary
    - `error`: the exit code of what kept it from being judged, if anything did
    - `fails`: the thresholds (FAIL_ON) at which it fails
    - `redacted`: nothing in it may look like the name of a person
    """

    year: int
    packs: tuple[PackUsed, ...]
    counts: dict[str, int]
    error: int | None
    fails: frozenset[str]
    redacted: bool = False


def outline(branch: BranchReport) -> Outline:
    """The outline of a branch."""
    return Outline(
        branch.year,
        branch.packs,
        tally((branch,)),
        branch.error.exit_code if branch.error else None,
        frozenset(name for name in FAIL_ON[:-1] if fails(branch, name)),
        branch.redacted,
    )


class Since(NamedTuple):
    """What the branches of a run are compared with.

    - `words`: it, in words
    - `gone`: the branches that were there then and are gone, as (name, folder)
    """

    words: str
    gone: tuple[tuple[str, str], ...] = ()


class Totals:
    """What a run found in all.

    Branches are added one by one and none is kept, so that memory does not grow with
    their number. `today` is False where another day than today was asked for. `since`
    says what the branches are compared with; None: nothing. `unread` counts those that
    could not be judged."""

    def __init__(
        self, as_of: date, *, today: bool = True, since: Since | None = None
    ) -> None:
        self.as_of = as_of
        self.today = today
        self.since = since
        self.branches = 0
        self.redacted = False
        self.packs: dict[tuple[str, str], PackUsed] = {}
        self.counts = tally(())
        self._latest = 0
        self.unread = 0
        self._errors: Counter[int] = Counter()
        self._failing: set[str] = set()

    def add(self, branch: Outline) -> None:
        """Adds one branch."""
        self.branches += 1
        self.unread += branch.error is not None or not branch.year
        self._latest = max(self._latest, branch.year)
        self.packs.update(((pack.id, pack.version), pack) for pack in branch.packs)
        for name, number in branch.counts.items():
            self.counts[name] += number
        if branch.error is not None:
            self._errors[branch.error] += 1
        self._failing |= branch.fails
        self.redacted = self.redacted or branch.redacted

    @property
    def year(self) -> int:
        """The latest year checked; without any, the year of the day of the check."""
        return self._latest or self.as_of.year

    def exit_code(self, fail_on: str = "must") -> int:
        """The exit code of the run.

        0: nothing at or above the threshold; 1: findings, or a branch that could not be
        judged; 2: a pack could not be used; where no branch at all could be judged, the
        highest code of their errors (3: not readable)."""
        if self._errors and self._errors.total() == self.branches:
            return max(self._errors)
        if self._errors[2]:
            return 2
        if fail_on == "never":
            return 0
        return int(bool(self._errors) or fail_on in self._failing)


def tally(branches: tuple[BranchReport, ...]) -> dict[str, int]:
    """The counts of a summary: verdicts by outcome, folded ones, faults."""
    counts = {outcome.value: 0 for outcome in Outcome}
    counts.update(folded=0, faults=0)
    for branch in branches:
        seen = Counter(
            v.outcome.value for v in branch.verdicts if v.folded_into is None
        )
        for outcome, number in seen.items():
            counts[outcome] += number
        counts["folded"] += sum(v.folded_into is not None for v in branch.verdicts)
        counts["faults"] += len(branch.faults)
    return counts


def fails(branch: BranchReport, fail_on: str) -> bool:
    """Whether a branch is at or above a threshold.

    must: any error, faults included; should: warnings, too; overdue: errors that are
    overdue, and faults; fault: faults only. Folded verdicts and duties of the committee
    above never fail a branch."""
    if any(fault.level == "error" for fault in branch.faults):
        return True
    if fail_on == "should" and branch.faults:
        return True
    if fail_on == "fault":
        return False
    levels = HEAVY if fail_on == "should" else (Level.ERROR,)
    return any(
        verdict.level in levels
        and verdict.folded_into is None
        and verdict.debtor == "branch"
        and (fail_on != "overdue" or verdict.outcome == Outcome.OVERDUE)
        for verdict in branch.verdicts
    )
