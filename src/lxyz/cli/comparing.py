"""The command `diff`."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lxyz.base.late import value_of
from lxyz.cli.commands import (
    AsOf,
    Color,
    Files,
    Jobs,
    Lang,
    Output,
    Packs,
    Redact,
    Shown,
    Text,
    Waivers,
    Year,
    app,
)
from lxyz.cli.helptexts import help_of
from lxyz.cli.options import THRESHOLDS, format_option
from lxyz.cli.targets import format_of, on_report
from lxyz.cli.terminal import (
    day,
    ground,
    one_of,
    style,
    warn_if_slow,
    worked,
    write_all,
)
from lxyz.cli.typed import argument, option, typed
from lxyz.errors import NothingToCheckError, UsageError

if TYPE_CHECKING:
    from lxyz.render import Run
    from lxyz.report import BranchReport, Outline

# The two halves of a format: what becomes of a branch, and of all.
_FORMS = {
    "text": ("lxyz.render.diff.text:diff_part", "lxyz.render.diff.text:diff_text"),
    "json": ("lxyz.render.diff.value:diff_value", "lxyz.render.diff.value:diff_json"),
    "markdown": (
        "lxyz.render.diff.markdown:diff_lines",
        "lxyz.render.diff.markdown:diff_markdown",
    ),
}
_ENDINGS = {".json": "json", ".md": "markdown", ".txt": "text"}
_SHOWN = ("all",)
_PATHS = "支部文件夹，或装有多个支部的文件夹（可重复）。"


@app.command(**help_of("diff"))
def diff(
    old: Annotated[str, argument("从前：报告、日子或提交。", "OLD")],
    new: Annotated[
        Text, argument("后来：报告、日子或提交。", "NEW", "现在的文件")
    ] = None,
    paths: Annotated[Files, option("--path", _PATHS, shown="当前文件夹")] = None,
    as_of: AsOf = None,
    year: Year = None,
    pack: Packs = None,
    format_: Annotated[Text, typed(format_option("|".join(_FORMS)))] = None,
    output: Output = None,
    fail_on: Annotated[
        str, option("--fail-on", "变差到什么程度退出码是 1。", THRESHOLDS)
    ] = "must",
    show: Annotated[Text, option("--show", "all：一件也不省略。", "all")] = None,
    waivers: Waivers = True,
    redact: Redact = False,
    jobs: Jobs = 0,
    lang: Lang = "",
    color: Color = "auto",
    progress: Shown = True,
) -> None:
    """Says what changed between two reports, days or commits."""
    from lxyz.cli.sides import (
        asked_about,
        both,
        days,
        must_be_some,
        must_keep,
        sides,
        tell_of_missing,
    )
    from lxyz.fleet.branch import Options
    from lxyz.fleet.pairs import paired
    from lxyz.render import Run
    from lxyz.report import FAIL_ON, Totals

    output = on_report(output)
    name = format_of(format_, output, _FORMS, _ENDINGS)
    one_of("--fail-on", fail_on, FAIL_ON)
    if show is not None:
        one_of("--show", show, _SHOWN)
    how = style(lang, color, frozenset((show,) if show else ()), output)
    warn_if_slow(how.lang)
    where = paths or [Path()]
    first, last = both(old, new, where)
    must_keep((first, last), output)
    tell_of_missing((first, last), how.lang)
    if first.stored and last.stored:
        for option, value in (("--path", paths), ("--year", year), ("--pack", pack)):
            if value:
                raise UsageError("E256", option=option)
    now = day(None)
    before, after = days(first, last, as_of, now)
    options = Options(after, year, tuple(pack or ()), bare=not waivers, redact=redact)
    part, whole = map(value_of, _FORMS[name])
    moments = first.moment(before, now), last.moment(after, now)
    with ExitStack() as stack:
        mine = sides(first, where, options._replace(as_of=before), stack)
        theirs = sides(last, where, options, stack)
        must_be_some(mine, theirs, where)
        pairs = asked_about(paired(mine, theirs), paths)
        run = Run(after, len(pairs), how, after == now, ground())
        make = partial(_made, part, run, fail_on)
        totals, made, failed = Totals(after, today=after == now), [], False
        for outline, fails, piece in worked(pairs, make, jobs, shown=progress):
            if outline is not None:
                totals.add(outline)
            failed = failed or fails
            made.append(piece)
    write_all(whole(made, *moments, how), output, "json" if name == "json" else "")
    raise typer.Exit(totals.exit_code("never") or int(failed))


def _made(
    part: Callable[[BranchReport, Run], Any],
    run: Run,
    fail_on: str,
    branch: BranchReport,
) -> tuple[Outline | None, bool, Any]:
    """What is kept of a branch; made where it is checked. A branch that is gone counts
    nowhere."""
    from lxyz.change import How, changes_of, fails
    from lxyz.report import outline

    changes = changes_of(branch, run.as_of)
    made = None if branch.is_absent else outline(branch)
    if made and branch.is_unread and all(one.how != How.UNREAD for one in changes):
        # Neither side could be judged: there is nothing to compare.
        made = made._replace(error=made.error or NothingToCheckError.exit_code)
    return made, fails(changes, fail_on), part(branch, run)
