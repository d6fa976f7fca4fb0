"""Mutation testing: `python tests/mutation --sample 400 dates facts kinds judge`.

Puts one small fault at a time into a module (`mutants.py`) and runs the tests of its layer
until the first fails: a fault that none notices has survived, and is printed. The sample
is drawn from every module alike, in proportion to its faults, and is the same for the same
seed. Nothing is written: a forked process imports the changed module instead of the file.
Needs a system that can fork. Docs: `docs/mutation-testing.md`.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

import dateutil.relativedelta
import dateutil.rrule  # noqa: F401 - same
import hypothesis
import pydantic  # noqa: F401 - same
import pytest
import yaml  # noqa: F401 - same
from mutants import Mutant, mutants

ROOT = Path(__file__).parents[2]
TESTS = ROOT / "tests"
PACKAGE = ROOT / "src" / "lxyz"
LAYERS = ("dates", "facts", "kinds", "judge")
"""Those of which a sample is drawn where none is named: the layers that decide."""
ABOVE = {
    "dates": "facts kinds judge",
    "denial": "records facts",
    "files": "records bad",
    "records": "facts kinds",
    "facts": "kinds judge",
    "packs": "kinds judge workshop across_packs",
    "kinds": "judge",
    "verdicts": "judge report",
    "report": "fleet render",
    "change": "fleet render",
}
"""Whose tests are run after those of a layer: of layers that stand on it."""
SLOW = {"test_bad", "test_fleet", "test_law", "test_packs", "test_remedy"}
"""Tests that are run last of their layer's, as most faults are noticed without them."""
SECONDS = 60
_TOO_LONG = (signal.SIGXCPU, signal.SIGKILL)
LATE = "ignore::pytest.PytestAssertRewriteWarning"  # it is loaded before the fork


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports one module from a changed tree."""

    def __init__(self, name: str, path: Path, tree: ast.Module) -> None:
        self.name, self.path, self.tree = name, path, tree

    def find_spec(
        self,
        fullname: str,
        _path: Sequence[str] | None,
        _target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        if fullname != self.name:
            return None
        search = [str(self.path.parent)] if self.path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            fullname, self.path, loader=self, submodule_search_locations=search
        )

    def exec_module(self, module: ModuleType) -> None:
        code = compile(self.tree, str(self.path), "exec")
        exec(code, module.__dict__)  # noqa: S102 - that is what it is for


def _tests(path: Path, asked: list[str]) -> list[list[str]]:
    """The tests to run, one lot after the other: those of the module (most faults fall
    there), those of its layer, those of layers that stand on it."""
    if asked:
        return [asked]
    layer = Path(path.relative_to(PACKAGE).parts[0]).stem
    own = {f"test_{path.stem}", f"test_{layer}"}.difference(SLOW)
    within = _tests_of(layer)
    lots = [
        [file for file in within if file.stem in own],
        [file for file in within if file.stem not in own],
        [file for above in ABOVE.get(layer, "").split() for file in _tests_of(above)],
    ]
    return [list(map(str, lot)) for lot in lots if lot]


def _tests_of(layer: str) -> list[Path]:
    """Those of its folder and of the whole of it, the slow ones last."""
    files = [TESTS / f"test_{layer}.py", *sorted((TESTS / layer).rglob("test_*.py"))]
    return sorted(filter(Path.is_file, files), key=lambda file: file.stem in SLOW)


def _survives(
    path: Path, mutant: Mutant | None, tests: list[list[str]], limit: int
) -> str:
    """`survived`, `killed`, or `endless` (which is noticed as well)."""
    child = os.fork()
    if child == 0:
        # Seconds of work, not of waiting: a busy machine makes nothing endless.
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        _run(path, mutant, tests)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        return "killed" if os.WEXITSTATUS(status) else "survived"
    return "endless" if os.WTERMSIG(status) in _TOO_LONG else "killed"


def _run(path: Path, mutant: Mutant | None, tests: list[list[str]]) -> None:
    """In the forked process: the tests, silently, with the changed module."""
    status = 1
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        # What tests give to other processes is imported there anew.
        sys.path[:0] = map(str, (PACKAGE.parent, ROOT))
        if mutant is not None:
            parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
            name = ".".join(parts).removesuffix(".__init__")
            sys.meta_path.insert(0, _Changed(name, path, mutant.tree()))
        # The same examples for every mutant, and none remembered from another.
        hypothesis.settings.register_profile(
            "mutation", database=None, derandomize=True, deadline=None
        )
        hypothesis.settings.load_profile("mutation")
        plain = ["-x", "-q", "--tb=no", f"--rootdir={ROOT}", "-p", "no:cacheprovider"]
        plain += ["-p", "no:randomly", "-W", LATE]
        for lot in tests:
            status = int(pytest.main([*plain, *lot]))
            if status != 0:
                break
    finally:
        os._exit(status)


def _drawn(
    all_of: dict[Path, list[Mutant]], size: int, seed: int
) -> list[tuple[Path, int]]:
    """A sample of every module, in proportion, one at least; in any order, so
    that one cut short is a sample too."""
    total = sum(map(len, all_of.values()))
    chance = random.Random(seed)  # noqa: S311 - a sample, not a secret
    drawn = []
    for path, several in all_of.items():
        count = min(len(several), max(1, round(size * len(several) / total)))
        some = chance.sample(range(len(several)), count if several else 0)
        drawn += [(path, one) for one in some]
    chance.shuffle(drawn)
    return drawn


def main() -> int:
    """Runs what the command line asks for; 1 if less than nine in ten are killed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("where", nargs="*", default=LAYERS, help="dates, kinds/near, …")
    asked.add_argument("--sample", type=int, help="how many faults; without, all")
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--only", help="numbers of faults of one module: 3,17")
    asked.add_argument("--tests", nargs="*", default=[], help="instead of the layer's")
    asked.add_argument("--seconds", type=int, default=SECONDS, help="for each fault")
    asked.add_argument(
        "--log",
        type=Path,
        default=Path(os.devnull),
        help="JSON lines; those in it are not run again",
    )
    told = asked.parse_args()

    paths = [
        file
        for name in told.where
        for file in (
            sorted((PACKAGE / name).rglob("*.py"))
            if (PACKAGE / name).is_dir()
            else [PACKAGE / f"{name}.py"]
        )
    ]
    all_of = {path: list(mutants(path.read_text(encoding="utf-8"))) for path in paths}
    total = sum(map(len, all_of.values()))
    chosen = _drawn(all_of, told.sample or total, told.seed)
    if told.only:
        chosen = [(paths[0], int(one)) for one in told.only.split(",")]
    path = chosen[0][0]
    if _survives(path, None, _tests(path, told.tests), told.seconds) != "survived":
        sys.exit("the tests do not pass as it is")

    tally: Counter[tuple[str, str]] = Counter()
    logged = told.log.read_text(encoding="utf-8") if told.log.is_file() else ""
    known = {(row[0], row[1]): row[-1] for row in map(json.loads, logged.splitlines())}
    for path, number in chosen:
        mutant, module = all_of[path][number], str(path.relative_to(PACKAGE))
        if (module, number) in known:
            tally[module, known[module, number]] += 1
            continue
        found = _survives(path, mutant, _tests(path, told.tests), told.seconds)
        tally[module, found] += 1
        row = [module, number, mutant.line, mutant.kind, mutant.was, mutant.now, found]
        with told.log.open("a", encoding="utf-8") as log:
            log.write(json.dumps(row, ensure_ascii=False) + "\n")
        if found != "killed":
            print(f"{found} {module}:{mutant.line} #{number} {mutant.kind}:")
            print(f"    - {mutant.was}\n    + {mutant.now}", flush=True)
    return _summary(tally, total)


def _summary(tally: Counter[tuple[str, str]], total: int) -> int:
    modules = sorted({module for module, _ in tally})
    rows = [*modules, *sorted({one.split("/")[0] for one in modules}), ""]
    for row in rows:
        within = {f: sum(n for (m, g), n in tally.items() if g == f and m.startswith(row))
                  for f in ("killed", "endless", "survived")}  # fmt: skip
        tried = sum(within.values())
        dead = tried - within["survived"]
        print(f"{row or 'all':24} {tried:5} tried {dead:5} killed {dead / tried:7.1%}")
    print(f"of {total} faults in all")
    survived = sum(n for (_, found), n in tally.items() if found == "survived")
    return int(survived > 0.1 * sum(tally.values()))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(main())
