"""The work of `lxyz check`: options in, a report out, an exit code back."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxyz.base.there import is_there
from lxyz.cli.options import Check
from lxyz.cli.targets import Target, in_order, targets
from lxyz.cli.terminal import (
    Spool,
    complain,
    day,
    ground,
    is_terminal,
    one_of,
    remark,
    style,
    warn_if_slow,
    worked,
    write_all,
)
from lxyz.errors import UsageError

if TYPE_CHECKING:
    from lxyz.fleet.branch import Options
    from lxyz.fleet.many import Task
    from lxyz.render import Form
    from lxyz.report import Since, Totals

_FEW = 8
"""Branches whose parts are kept in memory."""
_SINCE = frozenset(("github", "markdown"))
"""The formats that say what changed."""
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
    from lxyz.fleet.find import must_open
    from lxyz.render import FORMATS, Column, Run, maker
    from lxyz.report import FAIL_ON, Totals

    one_of("--fail-on", told.fail_on, FAIL_ON)
    wanted = _targets(told)
    shown = _shown(told)
    options = _options(told)
    _must_have_use(told, wanted)
    today = told.as_of is None or options.as_of == day(None)
    styles = [style(told.lang, told.color, shown, target.output) for target in wanted]
    warn_if_slow(styles[0].lang)
    if told.changed:
        _tell_of_files(told.paths or [], options, styles[0].lang)
    found = _branches(told, options.only, styles[0].lang)
    if told.assume is not None:
        must_open(told.assume)
    forms = [
        FORMATS[one.format or ("text" if is_terminal(one.output) else "lines")]
        for one in wanted
    ]
    if any(form.attachments for form in forms):
        options = options._replace(attachments=True)
    base = ground()
    runs = [Run(options.as_of, len(found), how, today, base) for how in styles]
    make = maker(tuple(zip(forms, runs, strict=True)))
    few: list[tuple[Any, ...]] = []
    with ExitStack() as stack:
        tasks, since = _tasks(told, found, options, styles[0].lang, stack)
        totals = Totals(options.as_of, today=today, since=since)
        parts = stack.enter_context(Spool()) if len(found) > _FEW else few
        for outline, made in worked(tasks, make, told.jobs, shown=told.progress):
            totals.add(outline)
            parts.append(made)
        # Files first: whoever has read enough of the screen (`| head`) ends the run.
        for number in sorted(range(len(wanted)), key=lambda n: not wanted[n].output):
            pieces = forms[number].whole(Column(parts, number), totals, styles[number])
            write_all(pieces, wanted[number].output, forms[number].escapes)
    screen = [form for form, to in zip(forms, wanted, strict=True) if not to.output]
    _tell_beside(told, totals, styles[0].lang, screen)
    return totals.exit_code(told.fail_on)


def _targets(told: Check) -> list[Target]:
    """The formats that are wanted, and where each goes. Raises UsageError."""
    from lxyz.render import ENDINGS, FORMATS

    wanted = targets(in_order(told), ENDINGS)
    for target in wanted:
        if target.format:
            one_of("--format", target.format, tuple(FORMATS))
    return wanted


def _shown(told: Check) -> frozenset[str]:
    """The values of `--show`. Raises UsageError for an unknown one."""
    shown = frozenset(word for words in told.show or () for word in words.split(","))
    for word in shown:
        one_of("--show", word, _SHOWN)
    return shown


def _options(told: Check) -> Options:
    """The options of the check of each branch. Raises UsageError for an invalid day."""
    from lxyz.fleet.branch import Options
    from lxyz.fleet.find import branches_with

    return Options(
        day(told.as_of),
        told.year,
        tuple(told.pack or ()),
        told.assume,
        only=branches_with(told.paths or []) if told.changed else (),
        bare=not told.waivers,
        redact=told.redact,
    )


def _tell_of_files(files: list[Path], options: Options, lang: str) -> None:
    """Says on stderr that a changed file is not there, or that none lies in a branch."""
    for file in files:
        if not is_there(file):
            remark("E706", lang, path=file)
    if not options.only:
        remark("E702", lang)


def _must_have_use(told: Check, wanted: list[Target]) -> None:
    """Raises UsageError if no wanted format can say what changed."""
    if told.since is None:
        return
    if told.changed:
        raise UsageError("E257", one="--since", other="--changed")
    if not any(target.format in _SINCE for target in wanted):
        raise UsageError("E258", since=told.since)


def _tell_beside(told: Check, totals: Totals, lang: str, screen: list[Form]) -> None:
    """Says on stderr what the screen does not show: the day of the files, and how much
    was found.

    Nothing is added to a format for machines on the screen (`2>&1`). The report for
    people has its own counts."""
    from lxyz.render import FORMATS, as_of_words

    if not totals.today and not screen:
        complain(f"{as_of_words(totals.as_of, lang)}\n")
    if not told.changed and (not screen or FORMATS["lines"] in screen):
        from lxyz.render.wording.heads import totals_words

        complain(f"{totals_words(totals, lang)}\n")


def _tasks(
    told: Check, found: list[Path], options: Options, lang: str, stack: ExitStack
) -> tuple[Sequence[Task], Since | None]:
    """The branches to check; with `--since`, each with its state at that time."""
    from lxyz.fleet.many import Asked

    if told.since is None:
        return [Asked(path, options) for path in found], None
    from lxyz.cli.sides import since

    return since(told.since, told.paths, found, options, lang, stack)


def _branches(told: Check, only: tuple[tuple[str, str], ...], lang: str) -> list[Path]:
    """The branches of the changed files, or those at and below the folders; a folder
    of YAML files beside them that is not looked into is told of."""
    from lxyz.files.find import beside
    from lxyz.fleet.find import find_branches

    if told.changed:
        return [Path(branch) for branch in dict.fromkeys(branch for branch, _ in only)]
    found = find_branches(told.paths or [Path()])
    for folder in beside(told.paths or [Path()], found):
        remark("E704", lang, path=folder)
    return found
