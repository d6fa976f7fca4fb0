"""Verdicts and faults in order and counted: what a run found, as plain values.

`branch` is the report on one branch, `beside` what it tells beside the verdicts,
`totals` what all branches of a run come to.
"""

from __future__ import annotations

from lxyz.report.beside import Ahead, ahead, listed, sittings
from lxyz.report.branch import (
    NOWHERE,
    Attached,
    BranchReport,
    Earlier,
    Obstacle,
    PackUsed,
    Person,
    obstacle,
)
from lxyz.report.totals import FAIL_ON, Outline, Since, Totals, fails, outline, tally

__all__ = [
    "FAIL_ON",
    "NOWHERE",
    "Ahead",
    "Attached",
    "BranchReport",
    "Earlier",
    "Obstacle",
    "Outline",
    "PackUsed",
    "Person",
    "Since",
    "Totals",
    "ahead",
    "fails",
    "listed",
    "obstacle",
    "outline",
    "sittings",
    "tally",
]
