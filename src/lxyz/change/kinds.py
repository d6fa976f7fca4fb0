"""The kinds of change, and a change."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Fault
from lxyz.verdicts import HEAVY, Clash, Level, Outcome, Verdict


class How(StrEnum):
    """The kinds of change, the worst first; their names are a contract.

    unread: the branch can no longer be judged; fault: a new fault of a record; overdue,
    missed: a gap that was none; lost: overdue before, now past mending; clash: each
    still possible, no longer all; worse: the same gap, with more lacking; undecidable;
    undone: was done, and now waits again; late: done, but late, and was no finding;
    due: comes within 30 days, or must be begun; came, went: a duty that was not there,
    or is no longer; changed: another outcome that is no finding; read, repaired, mended,
    untangled, eased, excused, dropped, done: what is better, `dropped` a finding whose
    duty went.
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
    """One change. `old` and `new` are the verdict as it was and is (None where there is
    none); `shown` is the one to be told of, with only those spans or words of it that
    changed. `why` says where a duty came from, or by what it went: `branch` (there is no
    such branch in the other report), `pack` (the branch has another rule pack), `rule`
    (the pack has another rule), `subject` (a person or group that was not there, or is
    no longer), else empty. A change of a fault has `fault` and its key, one of a clash
    has `clash` and its verdicts."""

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
        """What it weighs: as the finding it is about. What the committee above owes
        weighs nothing, as in a report."""
        if self.how in (How.UNREAD, How.READ):
            return Level.ERROR
        if self.fault is not None:
            return Level.ERROR if self.fault.level == "error" else Level.WARNING
        if self.clash is not None:
            return Level.WARNING
        assert self.shown is not None
        return self.shown.level if self.shown.debtor == "branch" else Level.INFO


def fails(changes: Iterable[Change], fail_on: str) -> bool:
    """Whether something got worse at or above a threshold, which are those of a check:
    must (an error), should (a warning, too), overdue (an overdue duty that is an error,
    or a fault), fault, never."""
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
