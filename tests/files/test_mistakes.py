"""What a person meant who wrote what YAML cannot read: each slip at its place.

`mistakes.txt` holds the cases; `read_text` tells exactly the faults marked in them.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lxyz.files import read_text

from ..marked import Case, cases

CASES = cases(Path(__file__).with_name("mistakes.txt"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_told_where_it_was_made(case: Case) -> None:
    """Code, line and column of every fault, and no fault besides."""
    document = read_text(case.text.encode(), "x.yaml")
    told = sorted((fault.line, fault.column, fault.code) for fault in document.faults)
    assert told == case.faults


# Not a mapping at the left edge, or something else as an item of a list.
ALONE = re.compile(
    "F01[01]|F11[125]|F120|F10[12]-one-line|F105-(?:wide-dash|numbers-for-records)$|F122"
)
WITHIN = {
    name: case
    for name, case in CASES.items()
    if not ALONE.match(name) and not re.search("(?m)^[- \t\u3000]|^$", case.text[:-1])
}


@pytest.mark.parametrize("case", WITHIN.values(), ids=WITHIN)
def test_told_in_a_later_record(case: Case) -> None:
    """The same slip in the second record of a list is told there, and costs no more."""
    first = "- 类型: 党课\n  日期: 2016-01-05\n  状态: 已开展\n"
    lines = case.text.split("\n")
    body = "\n".join(f"  {line}" if line else "" for line in lines)
    document = read_text((first + f"- {body[2:]}").encode(), "x.yaml")
    told = sorted((fault.line, fault.column, fault.code) for fault in document.faults)
    expected = [(line + 3, column + 2, code) for line, column, code in case.faults]
    assert told == expected
