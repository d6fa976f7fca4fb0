"""Order and chance: neither the order of files and records nor a seed changes anything."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lxyz.files.origin import Fault, Origin
from lxyz.render import FORMATS, Style
from lxyz.verdicts import Evidence, Verdict

from ..trial import judge
from ..whole import Report, in_full
from .branches import branches
from .held import days
from .program import ROOT, Branch, bound, built, listed, reported, written

pytestmark = pytest.mark.no_cover

LAWS = settings.get_profile("laws")
NOWHERE = Origin("", 0, 0)


def _placeless(one: Verdict) -> Verdict:
    """A verdict without the places of its records."""

    def moved(several: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(each._replace(origin=NOWHERE) for each in several)

    about = (NOWHERE,) * len(one.about)
    return one._replace(records=moved(one.records), near=moved(one.near), about=about)


def _fault(one: Fault) -> tuple[Any, ...]:
    """A fault without places: where it is, and where the other record is."""
    values = tuple(
        pair for pair in one.values if pair[0] not in ("file", "first", "line")
    )
    return one.code, values, one.level


def _found(branch: Branch, files: dict[str, str], as_of: date) -> tuple[Any, ...]:
    one = built(written(branch.profile), files, as_of)
    verdicts = judge(one.facts, bound(branch.pack), branch.year, as_of)
    return [_placeless(v) for v in verdicts], sorted(map(_fault, one.faults))


@LAWS
@given(st.data())
def test_order_changes_nothing(data: st.DataObject) -> None:
    """Records in other files, under other names, in another order: the same verdicts in
    the same order, and the same faults, but for their places."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    mixed = data.draw(st.permutations(branch.records))
    names = data.draw(
        st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4, unique=True)
    )
    parts = {f"{name}.yml": mixed[n :: len(names)] for n, name in enumerate(names)}
    # An empty file would be a fault of its own.
    files = {name: listed(part) for name, part in parts.items() if part}
    verdicts, faults = _found(branch, branch.files(), as_of)
    others, other_faults = _found(branch, files, as_of)
    for one, other in zip(verdicts, others, strict=True):
        assert one == other
    assert faults == other_faults


@LAWS
@given(st.data())
def test_the_same_input_gives_the_same_bytes(data: st.DataObject) -> None:
    """Built twice, written twice: the same JSON."""
    branch = data.draw(branches())
    as_of = data.draw(days(branch.year))
    one = Report(as_of, (reported(branch, as_of),))
    other = Report(as_of, (reported(branch, as_of),))
    for name in FORMATS:
        assert in_full(name, one, Style()) == in_full(name, other, Style()), name


def test_a_seed_of_hashes_changes_nothing() -> None:
    """The report on a whole example, and on all packs at once, is the same bytes
    whatever order the sets of this run of Python have."""
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from lxyz.fleet.branch import Options, check_branch\n"
        "from lxyz.render import FORMATS, Run, Style\n"
        "from lxyz.report import Totals, outline\n"
        "packs = tuple(sys.argv[2:])\n"
        "for day in (date(2016, 9, 30), date(2017, 2, 1)):\n"
        "    one = check_branch(Path(sys.argv[1]), Options(day, 2016, packs))\n"
        "    totals = Totals(day)\n"
        "    totals.add(outline(one))\n"
        "    for form in FORMATS.values():\n"
        "        parts = [form.part(one, Run(day, 1, Style()))]\n"
        "        for piece in form.whole(parts, totals, Style()):\n"
        "            sys.stdout.buffer.write(piece.encode())\n"
    )
    packs = [str(ROOT / "tests/packs/cas-mini"), "bj-2016", "b11-2016"]
    found = set()
    for seed in ("0", "1", "4711"):
        environment = os.environ | {
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": str(ROOT / "src"),
        }
        done = subprocess.run(
            [sys.executable, "-c", code, str(Path("examples/branch-11")), *packs],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            check=True,
        )
        found.add(done.stdout)
    assert len(found) == 1
    assert len(found.pop()) > 10_000
