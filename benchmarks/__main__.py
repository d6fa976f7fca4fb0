"""Measure lxyz: `python -m benchmarks` from the top of the repository."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import generate, pace, plans
from benchmarks.measure import CommandFailedError, Ratio, Run, interleaved, ratio

HERE = Path(__file__).parent
MEGABYTE = 1024 * 1024
AS_OF = f"{generate.YEAR}-12-31"


def check(path: Path, *options: str) -> list[str]:
    """The command that checks what lies at `path`."""
    lxyz = [sys.executable, "-m", "lxyz"]
    return [*lxyz, "check", str(path), "--as-of", AS_OF, *options]


def check_tree(tree: Path, jobs: int, output: Path) -> list[str]:
    """The command that checks a whole tree into a JSON file."""
    options = ("--jobs", str(jobs), "--format", "json", "--output", str(output))
    return check(tree, *options)


def seconds(runs: list[Run]) -> list[float]:
    """Their times by the clock."""
    return [one.seconds for one in runs]


def cpus(runs: list[Run]) -> list[float]:
    """Their times of the processor."""
    return [one.cpu for one in runs]


def peaks(runs: list[Run]) -> list[float]:
    """Their peaks of memory."""
    return [float(one.peak) for one in runs]


def line(what: str, found: Ratio, aim: str = "") -> None:
    """One line of the table."""
    print(f"{what:<58}{found.median:>8.2f}{found.least:>8.2f}{found.most:>8.2f}  {aim}")


def scale(what: str, runs: list[Run]) -> None:
    """One line for scale: milliseconds and megabytes; not to be quoted."""
    times, peak = cpus(runs), statistics.median(peaks(runs)) / MEGABYTE
    middle = 1000 * statistics.median(times)
    least, most = 1000 * min(times), 1000 * max(times)
    print(f"{what:<58}{middle:>8.0f}{least:>8.0f}{most:>8.0f}  {peak:.0f} MB")


def sound(report: Path, branches: int) -> None:
    """Stop unless the tree was really judged: every branch, and no record refused."""
    told = json.loads(report.read_text(encoding="utf-8"))
    faults = [
        (branch["path"], fault["file"], fault["line"], fault["message"])
        for branch in told["branches"]
        for fault in branch["faults"]
    ]
    if len(told["branches"]) != branches or faults:
        found = len(told["branches"])
        message = f"{found} of {branches} branches, {len(faults)} faults: {faults[:5]}"
        raise CommandFailedError(message)


def measure(work: Path, branches: int, rounds: int, seed: int) -> None:
    """Write the trees, run everything, print the table."""
    tree, double = work / "tree", work / "double"
    generate.write_tree(tree, branches, seed)
    generate.write_tree(double, 2 * branches, seed)
    records = [path for path in tree.rglob("*.yaml") if path.name != "branch.yaml"]
    size = sum(path.stat().st_size for path in records) / len(records)
    print(
        f"{branches} and {2 * branches} branches of {generate.RECORD_FILES} files, "
        f"{size:.0f} bytes each; Python {sys.version.split()[0]}; "
        f"rounds: {3 * rounds} for one branch, {rounds} for trees\n"
    )

    one = interleaved(
        {
            "python": [sys.executable, "-c", "pass"],
            "hello": [sys.executable, str(HERE / "hello.py")],
            "check": check(tree / "branch-0001"),
        },
        3 * rounds,
    )
    outputs = {name: work / f"{name}.json" for name in ("tree", "double", "two")}
    floor = (str(tree), str(outputs["tree"]), str(work / "floor.json"))
    many = interleaved(
        {
            "load": [sys.executable, str(HERE / "load.py"), str(tree)],
            "tree": check_tree(tree, 1, outputs["tree"]),
            "text": check(tree, "--jobs", "1"),
            "double": check_tree(double, 1, outputs["double"]),
            "two": check_tree(double, 2, outputs["two"]),
            # After the first check: it reads the report that this one wrote.
            "floor": [sys.executable, str(HERE / "floor.py"), *floor],
        },
        rounds,
    )
    sound(outputs["tree"], branches)
    sound(outputs["double"], 2 * branches)
    if outputs["double"].read_bytes() != outputs["two"].read_bytes():
        raise CommandFailedError("one process and two do not write the same bytes")

    print(f"{'ratio':<58}{'median':>8}{'min':>8}{'max':>8}  aim")
    times = {name: cpus(runs) for name, runs in (one | many).items()}
    line("check one branch / typer hello", ratio(times["check"], times["hello"]), "1.5")
    line("  check one branch / bare python", ratio(times["check"], times["python"]))
    line("  typer hello / bare python", ratio(times["hello"], times["python"]))
    line("check N branches / load them", ratio(times["tree"], times["load"]), "1.0")
    line("  the same, told as text", ratio(times["text"], times["load"]))
    line("  parse and write alone / load them", ratio(times["floor"], times["load"]))
    line("time, 2N branches / N", ratio(times["double"], times["tree"]), "2, linear")
    peak = ratio(peaks(many["double"]), peaks(many["tree"]))
    line("peak memory, 2N branches / N", peak, "1, streamed")
    peak = ratio(peaks(many["tree"]), peaks(one["check"])[:rounds])
    line("peak memory, N branches / one", peak, "1, streamed")
    clock = ratio(seconds(many["two"]), seconds(many["double"]))
    line("2N branches, 2 jobs / 1 job, by the clock", clock, "0.6")
    spent = ratio(times["two"], times["double"])
    line("  2 jobs / 1 job, work of the processors", spent)
    print_paces(work, tree / "branch-0001", (rounds + 1) // 2)

    print(
        f"\n{'for scale, ms of the processor':<58}{'median':>8}{'min':>8}{'max':>8}  peak"
    )
    for what, runs in (
        ("bare python", one["python"]),
        ("typer hello", one["hello"]),
        ("check one branch", one["check"]),
        ("load N branches", many["load"]),
        ("parse N branches, write their report", many["floor"]),
        ("check N branches, 1 job", many["tree"]),
        ("check N branches, 1 job, as text", many["text"]),
        ("check 2N branches, 1 job", many["double"]),
        ("check 2N branches, 2 jobs (peak: the first process)", many["two"]),
    ):
        scale(what, runs)


def print_paces(work: Path, full: Path, rounds: int) -> None:
    """Plans against checks: the slowest first, and then each."""
    found = pace.paces(work, full, generate.YEAR, rounds)
    slowest = max(found, key=lambda one: one.ratio.median)
    line("plan / check, the slowest of all below", slowest.ratio, "10")
    for one in found:
        line(f"  {one.name}", one.ratio)


def main() -> int:
    """Read the command line, measure, say what went wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--branches", type=int, default=50, help="N (50)")
    parser.add_argument("--rounds", type=int, default=7, help="rounds for trees (7)")
    parser.add_argument("--seed", type=int, default=1, help="of the trees (1)")
    parser.add_argument(
        "--pace", action="store_true", help="time plans against checks alone"
    )
    parser.add_argument(
        "--plans", type=int, metavar="P", help="plan P branches instead"
    )
    asked = parser.parse_args()
    if asked.plans is not None:
        return plans.measure(asked.plans, asked.seed)
    with tempfile.TemporaryDirectory() as work:
        try:
            if asked.pace:
                generate.write_tree(Path(work) / "tree", 1, asked.seed)
                full = Path(work) / "tree" / "branch-0001"
                print_paces(Path(work), full, asked.rounds)
            else:
                measure(Path(work), asked.branches, asked.rounds, asked.seed)
        except CommandFailedError as error:
            print(f"benchmarks: {error}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
