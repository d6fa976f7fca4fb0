"""The command `next`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lxyz.base.late import value_of
from lxyz.cli.commands import Color, Lang, Output, Packs, Paths, Redact, Text, app
from lxyz.cli.helptexts import help_of
from lxyz.cli.options import day_option, format_option
from lxyz.cli.targets import format_of, on_report
from lxyz.cli.terminal import (
    complain,
    day,
    style,
    warn_if_slow,
    worked,
    write,
)
from lxyz.cli.typed import option, typed
from lxyz.errors import NothingToCheckError, UsageError

if TYPE_CHECKING:
    from lxyz.render import Run
    from lxyz.report import BranchReport, Outline

# What becomes of a branch.
_FORMATS = {
    "text": "lxyz.render.next.text:next_text",
    "json": "lxyz.render.next.json:next_branch",
    "ics": "lxyz.render.next.calendar:next_events",
}
_TITLES = {"zh": "支部近期要办的事", "en": "What comes due"}
_ENDINGS = {".json": "json", ".ics": "ics", ".txt": "text"}


@app.command("next", **help_of("next"))
def next_days(
    paths: Paths = None,
    days: Annotated[int, option("--days -d", "看今后几天。", min=0, max=366)] = 30,
    as_of: Annotated[Text, typed(day_option("从哪一天看起。"))] = None,
    pack: Packs = None,
    format_: Annotated[Text, typed(format_option("|".join(_FORMATS)))] = None,
    output: Output = None,
    redact: Redact = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Lists what comes due in the next days."""
    from lxyz.fleet.branch import Options
    from lxyz.fleet.find import find_branches
    from lxyz.fleet.many import Asked
    from lxyz.render import Run
    from lxyz.report import Totals

    output = on_report(output)
    name = format_of(format_, output, _FORMATS, _ENDINGS)
    if name == "ics" and output is None:
        raise UsageError("E224", format=name)
    how = style(lang, color, output=output)
    options = Options(day(as_of), None, tuple(pack or ()), redact=redact)
    warn_if_slow(how.lang)
    found = find_branches(paths or [Path()])
    run = Run(options.as_of, len(found), how)
    totals = Totals(options.as_of)
    made: list[Any] = []
    unsaid: list[str] = []
    make = partial(_made, name, run, days)
    tasks = [Asked(path, options) for path in found]
    for outline, part, said in worked(tasks, make, 0, shown=True):
        totals.add(outline)
        made.append(part)
        unsaid.append(said)
    _put(name, made, run, days, output)
    complain("".join(unsaid))
    raise typer.Exit(totals.exit_code("never") or (3 if totals.unread else 0))


def _made(
    name: str, run: Run, days: int, branch: BranchReport
) -> tuple[Outline, Any, str]:
    """What is kept of a branch, and what is to be said beside it, as a calendar has no
    place for it; made where it is checked."""
    from lxyz.render.next.text import next_trouble
    from lxyz.report import obstacle, outline

    if branch.error is None and (branch.is_unread or not branch.packs):
        # Nothing is known of what comes due.
        error = obstacle(NothingToCheckError("E305", path=branch.path))
        branch = branch._replace(error=error)
    said = next_trouble(branch, run.style) if name == "ics" else ""
    return outline(branch), value_of(_FORMATS[name])(branch, run, days), said


def _put(name: str, made: list[Any], run: Run, days: int, output: Path | None) -> None:
    if name == "ics":
        from lxyz.files.writing import replace
        from lxyz.render.page.calendar import calendar

        assert output is not None  # E224
        events = [event for one in made for event in one]
        replace(output, [calendar(_TITLES[run.style.lang], events, run.as_of)])
    elif name == "json":
        from lxyz.render.next.json import next_json

        write(next_json(made, run, days), output, "json")
    else:
        write("\n".join(made), output)
