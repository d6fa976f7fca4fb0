"""What became of a branch between two reports: newly overdue, newly missed, mended.

A pure function of two reports on one branch. A verdict is the same in both if its key
is (`Verdict.key`: rule, subject, span, label; no name of the branch, no file, no line),
a fault if its key in `fault_keys` is. Each change has one kind (`How`). With the
reports exchanged, what got worse got better, and the other way about.

A finding that another one explains (a folded verdict, a silent stricter tier) is no
change of its own; nor is a verdict that only counts otherwise."""

from lxyz.change.compare import changes_of, compare
from lxyz.change.kinds import BETTER, WORSE, Change, How, fails

__all__ = ["BETTER", "WORSE", "Change", "How", "changes_of", "compare", "fails"]
