"""What reading one record tells of it: each mistake at its place, and no fault besides.

`mistakes.txt` holds the cases.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ..marked import Case, cases

CASES = cases(Path(__file__).with_name("mistakes.txt"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_told_where_it_was_made(read: Callable[..., Any], case: Case) -> None:
    """Code, line and column of every fault."""
    assert read(case.text).told == case.faults


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_next_record_stands(read: Callable[..., Any], case: Case) -> None:
    """The mistake costs the record it is in, not the one after it."""
    if case.text.startswith("-"):
        text = case.text
    else:
        text = "- " + case.text.replace("\n", "\n  ").rstrip(" ")
    text += "- {类型: 微党课, 日期: 2016-05-01, 状态: 已开展}\n"
    assert [one for one in read(text).records if "micro-lecture" in one.kinds]
