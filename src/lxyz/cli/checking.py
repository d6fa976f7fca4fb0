"""The work of `lxyz check`: options in, a report out, an exit code back."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from lxyz.cli.options import Check
from lxyz.cli.targets import in_order, targets
from lxyz.cli.terminal import (
    Progress,
    Spool,
    complain,
    day,
    fitting,
    ground,
    one_of,
    style,
    warn_if_slow,
    write_all,
)
from lxyz.errors import LxyzError

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
    from lxyz.fleet import Options, branches_with, check_each, must_open, workers
    from lxyz.render import (
        ENDINGS,
        FORMATS,
        Column,
        Run,
        error_sentence,
        maker,
        said_day,
    )
    from lxyz.report import FAIL_ON, Totals

    one_of("--fail-on", told.fail_on, FAIL_ON)
    wanted = targets(in_order(told), ENDINGS)
    for target in wanted:
        if target.format:
            one_of("--format", target.format, tuple(FORMATS))
    shown = frozenset(word for words in told.show or () for word in words.split(","))
    for word in shown:
        one_of("--show", word, _SHOWN)
    packs = tuple(told.pack or ())
    only = branches_with(told.paths or []) if told.changed else ()
    bare = not told.waivers
    options = Options(
        day(told.as_of),
        told.year,
        packs,
        told.assume,
        only=only,
        bare=bare,
        redact=told.redact,
    )
    today = told.as_of is None or options.as_of == day(None)
    styles = [style(told.lang, told.color, shown, target.output) for target in wanted]
    warn_if_slow(styles[0].lang)
    if told.changed and not only:
        complain(f"{error_sentence(LxyzError('E702'), styles[0].lang)}\n")
        return 0
    found = _branches(told, only)
    if told.assume is not None:
        must_open(told.assume)
    count = workers(told.jobs, len(found), os.cpu_count() or 1)
    forms = [FORMATS[target.format or fitting(target.output)] for target in wanted]
    if any(form.attachments for form in forms):
        options = options._replace(attachments=True)
    base = ground()
    runs = [Run(options.as_of, len(found), how, today, base) for how in styles]
    make = maker(tuple(zip(forms, runs, strict=True)))
    totals = Totals(options.as_of, today=today)
    few: list[tuple[Any, ...]] = []
    with Spool() if len(found) > FEW else nullcontext(few) as parts:
        with Progress(len(found), shown=told.progress) as bar:
            each = check_each(found, options, make, jobs=count, progress=bar.step)
            for outline, made in each:
                totals.add(outline)
                parts.append(made)
        # Files first: whoever has read enough of the screen (`| head`) ends the run.
        for number in sorted(range(len(wanted)), key=lambda n: not wanted[n].output):
            pieces = forms[number].whole(Column(parts, number), totals, styles[number])
            write_all(pieces, wanted[number].output)
    if not today and all(target.output for target in wanted):
        complain(f"{said_day(options.as_of, styles[0].lang)}\n")
    return totals.exit_code(told.fail_on)


def _branches(told: Check, only: tuple[tuple[str, str], ...]) -> list[Path]:
    """The branches of the changed files, or those at and below the folders."""
    from lxyz.fleet import find_branches

    if told.changed:
        return [Path(branch) for branch in dict.fromkeys(branch for branch, _ in only)]
    return find_branches(told.paths or [Path()])
