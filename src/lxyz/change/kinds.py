"""The kinds of change, and a change."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault
from lxyz.verdicts import HEAVY, Clash, Level, Outcome, Verdict


class How(StrEnum):
    """The kinds of change, the worst first; their names are a contract.

    - unread: the branch can no longer be judged
    - fault: a new fault of a record
    - missed, overdue: a gap that was none
    - lost: it was overdue and can no longer be made good
    - clash: duties each of which is still possible, but no longer all
    - worse: the same gap, with more lacking
    - undecidable: it can no longer be decided
    - undone: it was done and waits again
    - late: done late, and was no finding
    - due: due within 30 days, or to be begun
    - came, went: a duty that was not there, or is no longer
    - changed: another outcome that is no finding
    - read, repaired, mended, untangled, eased, excused, done: better than before
    - dropped: a finding whose duty went
    """

    UNREAD = "unread"
    FAULT = "fault"
    MISSED = "missed"
    LOST = "lost"
    OVERDUE = "overdue"
    CLASH = "clash"
    WORSE = "worse"
    UNDECIDABLE = "undecidable"
    UNDONE = "undone"
    LATE = "late"
    DUE = "due"
    CAME = "came"
    WENT = "went"
    CHANGED = "changed"
    READ = "read"
    REPAIRED = "repaired"
    MENDED = "mended"
    UNTANGLED = "untangled"
    EASED = "eased"
    EXCUSED = "excused"
    DROPPED = "dropped"
    DONE = "done"


WORSE = tuple(How)[: list(How).index(How.DUE)]
BETTER = tuple(How)[list(How).index(How.READ) :]


class Change(NamedTuple):
    """One change.

    - `how`: its kind
    - `old`, `new`: the verdict as it was and is (None: there is none)
    - `shown`: the verdict to show, with only the spans or words that changed
    - `why`: why it is in one report only; empty, or one of: `branch` (the other has no such
      branch), `pack` (the branch has another pack), `rule` (the pack has another rule),
      `subject` (the person or group came or left)
    - `fault`, `key`: a changed fault and its key
    - `clash`, `verdicts`: a changed clash and its verdicts
    """

    how: How
    old: Verdict | None = None
    new: Verdict | None = None
    shown: Verdict | None = None
    why: str = ""
    fault: Fault | None = None
    key: str = ""
    clash: Clash | None = None
    verdicts: tuple[Verdict, ...] = ()

    @property
    def level(self) -> Level:
        """The weight of the finding it is about.

        What the committee above owes only informs, as in a report."""
        if self.how in (How.UNREAD, How.READ):
            return Level.ERROR
        if self.fault is not None:
            return Level.ERROR if self.fault.level == "error" else Level.WARNING
        if self.clash is not None:
            return Level.WARNING
        assert self.shown is not None
        return self.shown.level if self.shown.debtor == "branch" else Level.INFO


def fails(changes: Iterable[Change], fail_on: str) -> bool:
    """Whether something got worse at or above a threshold of a check.

    must: an error; should: warnings, too; overdue: an overdue error, or a fault; fault:
    a fault; never: nothing."""
    if fail_on == "never":
        return False
    levels = HEAVY if fail_on == "should" else (Level.ERROR,)
    for one in changes:
        if one.how not in WORSE or one.level not in levels:
            continue
        if one.how in (How.UNREAD, How.FAULT) or fail_on in ("must", "should"):
            return True
        if fail_on == "overdue" and one.new and one.new.outcome == Outcome.OVERDUE:
            return True
    return False
