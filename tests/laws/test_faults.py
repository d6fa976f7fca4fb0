"""Faults: they lie inside their file, and are about what is written there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.files.origin import Fault

from .branches import branches
from .held import days
from .program import Branch, built, written

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")
# Of a reference: nothing found, or several found. They rightly depend on other records.
REFERENCES = frozenset(("F505", "F507"))
TWICE = "F501"
ODD = "：，｛｝“”【】{}[]\"':,#&*!|>%@`\t\n\r　 \ufeff\u0085\u2028\x00é全１2-党"


def _inside(fault: Fault, text: str) -> bool:
    """Whether a fault lies in a text: on one of its lines, at most behind its end."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not 1 <= fault.line <= len(lines):
        return False
    return 1 <= fault.column <= len(lines[fault.line - 1]) + 1


@LAWS
@given(st.data())
def test_a_fault_lies_in_its_file(data: st.DataObject) -> None:
    """Whatever is done to a file: every fault is on a line and in a column of it."""
    branch = data.draw(branches(most=6))
    files = branch.files()
    if files:
        name = data.draw(st.sampled_from(sorted(files)))
        for _ in range(data.draw(st.integers(0, 3))):
            files[name] = data.draw(_spoilt(files[name]))
    profile = written(branch.profile)
    for fault in built(profile, files, date(branch.year, 12, 31)).faults:
        text = files.get(fault.file, profile)
        assert fault.file in files or fault.file == "branch.yaml"
        assert _inside(fault, text), f"{fault} in {text!r}"


@st.composite
def _spoilt(draw: st.DrawFn, text: str) -> str:
    """A text with something put in, left out or doubled."""
    first = draw(st.integers(0, len(text)))
    last = draw(st.integers(first, min(first + 6, len(text))))
    put = draw(
        st.one_of(st.text(ODD, max_size=3), st.just(""), st.just(text[first:last] * 2))
    )
    return text[:first] + put + text[last:]


def _of_records(branch: Branch, files: dict[str, str], as_of: date) -> list[Fault]:
    faults = built(written(branch.profile), files, as_of).faults
    return [one for one in faults if one.code not in REFERENCES]


@LAWS
@given(st.data())
def test_leaving_one_record_out_makes_no_fault_of_another(data: st.DataObject) -> None:
    """But for references to it: what is wrong with a record is its own, or that there
    is another like it. Of a meeting that is told twice the second telling is not looked
    at further until one of them is gone."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    files = branch.files()
    before = set(_of_records(branch, files, as_of))
    twice = {one.file for one in before if one.code == TWICE}
    for name in data.draw(st.sets(st.sampled_from(sorted(files) or [""]), max_size=2)):
        rest = {other: files[other] for other in files if other != name}
        made = set(_of_records(branch, rest, as_of)) - before
        assert [one for one in made if one.file not in twice] == [], name
