"""Plans of made-up branches: does the law hold for each, and how few are the sittings."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.plan.law import SETS, drawn, tried


class _One(NamedTuple):
    """What became of one branch: whether its plan was clean, its sittings beyond the
    proved bound, and the seconds of the processor that plan and checks took."""

    packs: tuple[str, ...]
    clean: bool
    over: int
    sittings: int
    seconds: float


def measure(number: int, seed: int) -> int:
    """Plan so many branches, of every set of packs in turn, and print a table; 1 if a
    plan was not clean."""
    random = Random(seed)
    found: list[_One] = []
    for n in range(number):
        shape = drawn(random, SETS[n % len(SETS)])
        with tempfile.TemporaryDirectory() as folder:
            began = time.process_time()
            plan, wrong = tried(Path(folder), shape)
            spent = time.process_time() - began
        for one in wrong:
            print(f"not clean: {one}\n  {shape}", flush=True)
        bound = 0 if plan.bound is None else plan.bound.number
        over = plan.sittings - bound
        found.append(_One(shape.packs, not wrong, over, plan.sittings, spent))
    heads = ("clean", "least", "sittings", "over", "most", "s", "most s")
    print(f"{'packs':<24}" + "".join(f"{head:>10}" for head in heads))
    for packs in SETS:
        own = [one for one in found if one.packs == packs]
        if own:
            _line(" + ".join(packs), own)
    if found:
        _line("all", found)
    return 0 if all(one.clean for one in found) else 1


def _line(name: str, found: list[_One]) -> None:
    """One line of the table."""
    many, times = len(found), [one.seconds for one in found]
    cells = (
        f"{sum(one.clean for one in found)}/{many}",
        f"{sum(one.over == 0 for one in found)}/{many}",
        f"{sum(one.sittings for one in found)}",
        f"{sum(one.over for one in found)}",
        f"{max(one.over for one in found)}",
        f"{statistics.median(times):.1f}",
        f"{max(times):.1f}",
    )
    print(f"{name:<24}" + "".join(f"{cell:>10}" for cell in cells))
