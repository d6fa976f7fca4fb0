"""What is measured is a tree in which nothing is wrong: faults cost time of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from benchmarks.generate import YEAR, write_tree
from lxyz.fleet.branch import Options, check_branch

BRANCHES = 12


@pytest.mark.no_cover
def test_no_fault_in_the_tree(tmp_path: Path) -> None:
    """Nor a doubt: what its secretaries write is plain, however long."""
    write_tree(tmp_path, BRANCHES)
    options = Options(date(YEAR, 12, 31))
    found = [check_branch(one, options) for one in sorted(tmp_path.iterdir())]
    assert len(found) == BRANCHES
    assert [fault for branch in found for fault in branch.faults] == []
    assert all(branch.error is None and branch.verdicts for branch in found)
