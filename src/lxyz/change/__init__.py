"""What became of a branch between two reports: newly overdue, newly missed, mended.

A pure function of two reports on one branch. A verdict is the same in both by its key
(`Verdict.key`: rule, subject, span, label; no name of the branch, no file, no line), a
fault by `fault_keys`. Each change is of one kind (`How`), and each kind has a side:
turned round, what got worse got better, and the other way about.

What another finding explains (a folded verdict, a silent stricter tier) is no change of
its own, and what only happens to be counted otherwise is none either.
"""

from lxyz.change.compare import changes_of, compare
from lxyz.change.kinds import BETTER, WORSE, Change, How, fails

__all__ = ["BETTER", "WORSE", "Change", "How", "changes_of", "compare", "fails"]
