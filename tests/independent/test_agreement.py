"""An independent judge: its answers and the program's are the same, day after day.

A random branch-year is written as YAML and checked by `check_branch`; the naive judges
get the same data as plain dicts. Compared is every outcome of every duty they know.

The short look is the same each time (`LXYZ_RANDOM=1`: another). `LXYZ_INDEPENDENT=20 pytest tests/independent`
looks twenty times longer, at random and on every day, for a job of the night.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lxyz.fleet.branch import Options, check_branch

from . import academy, beijing, eleventh, northwest, shangdang
from .branchyear import Data, branch_years, last_of_month
from .naive import Answers, Told, excuse
from .written import write

pytestmark = [
    pytest.mark.no_cover,
    # A branch-year on which they differ is shown, however long it is.
    pytest.mark.filterwarnings("ignore:Generating overly large repr"),
]

LONGER = int(os.environ.get("LXYZ_INDEPENDENT", "1"))
LOOK = settings(
    max_examples=10 * LONGER,
    deadline=None,
    derandomize=LONGER == 1 and "LXYZ_RANDOM" not in os.environ,
    phases=[p for p in Phase if LONGER > 1 or p not in (Phase.shrink, Phase.explain)],
    suppress_health_check=list(HealthCheck),
)
EVERY_DAY = settings(LOOK, max_examples=LONGER)

EXPECTED_FAULTS = {
    "F409",  # a table of grades that leaves someone out
    "F433",  # a member whom two tables grade otherwise
    "F504",  # held after the day of the check
    "F506",  # planned, and the day has passed
    "F520",  # held before the day of the check, and filed after it
    "F524",  # excused by a member of the branch itself
    "F719",  # nobody is said to have approved a stretch that does not count
    "F718",  # what the branch sets in place of what the document says
}


class Judge(NamedTuple):
    """A set of packs, the year they are of, and the duties known of them; `waivable` are
    those that are waived now and then, `due` the days on which some are due, `params`
    what the branch may set."""

    year: int
    packs: tuple[str, ...]
    duties: Mapping[str, Callable[[Data, date], Told]]
    topics: tuple[str, ...] = ()
    waivable: tuple[str, ...] = ()
    due: dict[str, str] = {}
    params: Mapping[str, tuple[str | None, ...]] = {}

    def drawn(self) -> st.SearchStrategy[Data]:
        """Branch-years of its year and packs."""
        return branch_years(
            self.year, self.packs, self.topics, self.waivable, self.params
        )


JUDGES = {
    "beijing": Judge(
        2016,
        ("bj-2016",),
        beijing.DUTIES,
        waivable=beijing.WAIVABLE,
        due=beijing.DUE,
        params=beijing.PARAMS,
    ),
    "eleventh": Judge(
        2016,
        ("b11-2016",),
        eleventh.DUTIES,
        waivable=eleventh.WAIVABLE,
        params=eleventh.PARAMS,
    ),
    "academy": Judge(
        2016,
        ("cas-2016",),
        academy.DUTIES,
        tuple(academy.TOPICS),
        academy.WAIVABLE,
        academy.DUE,
    ),
    "shangdang": Judge(
        2021,
        ("sd-2021",),
        shangdang.DUTIES,
        waivable=shangdang.WAIVABLE,
        due=shangdang.DUE,
    ),
    "northwest": Judge(
        2018,
        ("nwupl-2018",),
        northwest.DUTIES,
        waivable=northwest.WAIVABLE,
        due=northwest.DUE,
    ),
}


def program(year: Data, folder: Path, as_of: date) -> tuple[Answers, set[str]]:
    """What the program says: the outcome of each case, and the rules of which it says
    that they apply to nobody. The label of a case about an event names the event, which
    its span does, too."""
    report = check_branch(folder, Options(as_of, year["year"]))
    assert {fault.code for fault in report.faults} <= EXPECTED_FAULTS, report.faults
    assert report.error is None
    found: Answers = {}
    nobody = set()
    for one in report.verdicts:
        if one.outcome == "not-applicable":
            nobody.add(one.rule)
            continue
        label = None if "@" in (one.label or "") else one.label
        key = (one.rule, one.subject.name, one.span.label, label)
        assert key not in found, key
        found[key] = str(one.outcome)
    return found, nobody


def compare(judge: Judge, year: Data, as_of_days: Iterable[date]) -> None:
    """Both judges on each of the days."""
    with TemporaryDirectory() as folder:
        write(year, Path(folder))
        for as_of in as_of_days:
            said, nobody = program(year, Path(folder), as_of)
            for rule, duty in judge.duties.items():
                answers = excuse(year, duty(year, as_of), as_of, judge.due)
                naive = {k: v for k, v in answers.items() if k[0] == rule}
                theirs = {key: said[key] for key in said if key[0] == rule}
                differ = {
                    key: f"naive {naive.get(key)}, lxyz {theirs.get(key)}"
                    for key in sorted({*naive, *theirs}, key=str)
                    if naive.get(key) != theirs.get(key)
                }
                assert not differ, f"as of {as_of}: {differ}"
                assert (rule in nobody) is not bool(naive), f"as of {as_of}: {rule}"


def telling_days(year: Data) -> list[date]:
    """Days on which something may turn: the first and last of each month and the second,
    and the day before, of and after everything recorded."""
    of = year["year"]
    found = {date(of + 1, 2, 28), date(of + 1, 3, 1), date(of + 1, 3, 2)}
    for month in range(1, 13):
        last = last_of_month(of, month)
        found |= {date(of, month, 1), last, last + timedelta(1)}
        found |= {date(of, month, 15), date(of, month, 16)}
    for one in (*year["acts"], *year["papers"], *year["dues"], *year["talks"]):
        found |= {one["day"] + timedelta(n) for n in (-1, 0, 1)}
    return sorted(found)


@pytest.mark.parametrize("name", sorted(JUDGES))
def test_they_agree_on_many_days(name: str) -> None:
    """Ten days of each branch-year, most of them telling ones."""
    judge = JUDGES[name]

    @LOOK
    @given(st.data())
    def agree(data: st.DataObject) -> None:
        year = data.draw(judge.drawn())
        some = st.dates(date(judge.year, 1, 1), date(judge.year + 1, 3, 31))
        day = st.one_of(*[st.sampled_from(telling_days(year))] * 3, some)
        compare(judge, year, data.draw(st.lists(day, min_size=10, max_size=10)))

    agree()


@pytest.mark.parametrize("name", sorted(JUDGES))
def test_they_agree_on_every_day(name: str) -> None:
    """Every day of the year and of the three months after it; in a short look one day
    of each week."""
    judge = JUDGES[name]
    step = 7 if LONGER == 1 else 1

    @EVERY_DAY
    @given(judge.drawn(), st.integers(0, step - 1))
    def agree(year: Data, first: int) -> None:
        start = date(judge.year, 1, 1)
        compare(judge, year, [start + timedelta(n) for n in range(first, 455, step)])

    agree()
