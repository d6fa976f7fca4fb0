"""What a run found in all: branches counted, and the exit code."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.report.branch import BranchReport, PackUsed
from lxyz.verdicts import HEAVY, Level, Outcome

FAIL_ON = ("must", "should", "overdue", "fault", "never")


class Outline(NamedTuple):
    """What the end of a run must know of a branch whose report is gone: `error` is the
    exit code of what kept it from being judged, `fails` the thresholds at which it
    fails; `redacted`: nothing in it is to look like the name of a person."""

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
    """With what the branches of a run are compared, in words, and those that were there
    then and are gone: (name, folder)."""

    words: str
    gone: tuple[tuple[str, str], ...] = ()


class Totals:
    """What a run found in all. Branches are added one by one and none is kept, so that
    the memory of a run does not grow with them. `today` is False where the day was
    asked for and is another than today; `since` says with what each branch is compared,
    if it is; `unread` is how many branches could not be judged."""

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
        """One branch more."""
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
        """The latest year that was checked, else that of the day."""
        return self._latest or self.as_of.year

    def exit_code(self, fail_on: str = "must") -> int:
        """0: nothing at or above the threshold; 1: findings; 2: a pack that could not
        be used; 3: no branch could be read."""
        if self._errors and self._errors.total() == self.branches:
            return max(self._errors)
        if self._errors[2]:
            return 2
        if fail_on == "never":
            return 0
        return int(bool(self._errors) or fail_on in self._failing)


def tally(branches: tuple[BranchReport, ...]) -> dict[str, int]:
    """The counts of a summary."""
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
    """Whether a branch is at or above the threshold.

    must: an error of any kind, a fault among them; should: warnings too; overdue: only
    what is overdue and an error, and faults; fault: only faults. Folded verdicts and
    duties of the committee above never fail a branch.
    """
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
