"""What putting the records of a branch together tells: each mistake at its place.

`mistakes.txt` holds the cases, each a file of the branch of `conftest`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lxyz.facts.build import build_facts
from lxyz.files import read_text
from lxyz.records import read_profile, read_records
from lxyz.vocabulary import vocabulary

from ..marked import Case, cases

CASES = cases(Path(__file__).with_name("mistakes.txt"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_told_where_it_was_made(branch_text: str, case: Case) -> None:
    """Code, line and column of every fault, and no fault besides."""
    words = vocabulary()
    profile, faults = read_profile(
        read_text(branch_text.encode(), "branch.yaml"), words
    )
    assert profile is not None
    assert faults == []
    document = read_text(case.text.encode(), "x.yaml")
    records, found = read_records(document, words)
    _, told = build_facts(profile, records, words, date(2016, 12, 31))
    everything = [*document.faults, *found, *told]
    assert sorted((one.line, one.column, one.code) for one in everything) == case.faults
