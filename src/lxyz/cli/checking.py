"""The work of `lxyz check`: options in, a report out, an exit code back."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from lxyz.cli.options import Check
from lxyz.cli.terminal import (
    Progress,
    Spool,
    day,
    is_terminal,
    one_of,
    style,
    warn_if_slow,
    write_all,
)

FEW = 8
"""Branches whose parts are kept in memory."""
_SHOWN = (
    "met",
    "attest",
    "open",
    "planned",
    "folded",
    "not-applicable",
    "waived",
    "all",
)


def check(told: Check) -> int:
    """Checks branches and prints what was found. The exit code: 1 if something is at
    or above the threshold, else 0.

    Raises UsageError, NothingToCheckError, PackError.
    """
    from lxyz.fleet import Options, check_each, find_branches, must_open, workers
    from lxyz.render import FORMATS, Run
    from lxyz.report import FAIL_ON, Totals

    output = told.output
    one_of("--fail-on", told.fail_on, FAIL_ON)
    name = told.format_ or ("text" if is_terminal(output) else "lines")
    one_of("--format", name, tuple(FORMATS))
    shown = frozenset(word for words in told.show or () for word in words.split(","))
    for word in shown:
        one_of("--show", word, _SHOWN)
    how = style(told.lang, told.color, shown, output)
    packs = tuple(told.pack or ())
    options = Options(day(told.as_of), told.year, packs, told.assume)
    warn_if_slow(how.lang)
    found = find_branches(told.paths or [Path()])
    if told.assume is not None:
        must_open(told.assume)
    count = workers(told.jobs, len(found), os.cpu_count() or 1)
    form, totals = FORMATS[name], Totals(options.as_of)
    make = form.maker(Run(options.as_of, len(found), how))
    parts: Spool | list[Any]
    with Spool() if len(found) > FEW else nullcontext([]) as parts:
        with Progress(len(found), shown=told.progress) as bar:
            each = check_each(found, options, make, jobs=count, progress=bar.step)
            for outline, part in each:
                totals.add(outline)
                parts.append(part)
        write_all(form.whole(parts, totals, how), output)
    return totals.exit_code(told.fail_on)
