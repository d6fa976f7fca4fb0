"""What Hypothesis tries: the same each time, so that no push fails for what happened to be
drawn that day, and a failure seen by one is seen by all; and with no clock, so that none
fails on a slow machine.

`LXYZ_RANDOM=1 pytest` draws anew; so do the variables named in the README, which look
longer at one thing each.

Tests of the whole on very many branches, or in every format (the cases of the packs, the
laws, the independent judge, hostile texts) are marked `no_cover`: coverage is measured on the others alone. So each line is run
by a test written for it, not by some branch of thousands; and they take a third of the time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

import lxyz

settings.register_profile(
    "steady",
    derandomize="LXYZ_RANDOM" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")

# Hypothesis also draws constants that stand in the modules it finds loaded; as many are
# loaded by some tests alone, what is drawn would depend on which of them ran before.
for module in walk_packages(lxyz.__path__, "lxyz."):
    if module.name != "lxyz.__main__":  # it is the program
        import_module(module.name)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs the tests of which nothing is measured last, each half in random order: what
    is worked out once for a whole process would else be worked out in one of them."""
    items.sort(key=lambda item: item.get_closest_marker("no_cover") is not None)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Measures nothing of a test marked `no_cover`, nor of what it starts. pytest-cov has paused its own by then
    (`trylast`); but in a worker of xdist coverage is begun more than once, among others by
    coverage itself, as in every process that a test starts, and those go on."""
    stopped: list[Coverage] = []
    handed_on: dict[str, str] = {}
    if item.get_closest_marker("no_cover") is not None:
        while (running := Coverage.current()) is not None:
            running.stop()
            stopped.append(running)
        for name in [one for one in os.environ if one.startswith("COVERAGE_PROCESS_")]:
            handed_on[name] = os.environ.pop(name)
    try:
        return (yield)
    finally:
        os.environ.update(handed_on)
        for running in reversed(stopped):
            running.start()
