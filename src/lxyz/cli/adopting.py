"""The commands `baseline` and `waivers`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lxyz.cli.commands import AsOf, Color, DryRun, Lang, Paths, Redact, Year, app
from lxyz.cli.helptexts import help_of
from lxyz.cli.terminal import day, one_by_one, style, write
from lxyz.cli.typed import option


@app.command(**help_of("baseline"))
def baseline(
    paths: Paths = None,
    as_of: AsOf = None,
    year: Year = None,
    add: Annotated[bool, option("--add", "把新的缺口也接受下来。")] = False,
    dry_run: DryRun = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Takes today's findings into the baselines of branches, or drops mended ones."""
    from lxyz.fleet.accept import renew_baseline
    from lxyz.fleet.branch import Options
    from lxyz.fleet.find import find_branches
    from lxyz.render.rule.tables import accepted_line

    how = style(lang, color)
    options = Options(day(as_of), year)

    def renew(branch: Path) -> None:
        change = renew_baseline(branch, options, grow=add, keep=dry_run)
        write(accepted_line(branch, change, how, dry=dry_run))

    raise typer.Exit(one_by_one(find_branches(paths or [Path()]), renew, how.lang))


@app.command(**help_of("waivers"))
def waivers(
    paths: Paths = None,
    as_of: AsOf = None,
    year: Year = None,
    redact: Redact = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Lists the waivers of branches and what became of them."""
    from lxyz.fleet.accept import waivers_of
    from lxyz.fleet.branch import Options
    from lxyz.fleet.find import find_branches
    from lxyz.render.waived import waivers_page

    how = style(lang, color)
    options = Options(day(as_of), year, redact=redact)

    def page(branch: Path) -> None:
        report, found = waivers_of(branch, options)
        write(waivers_page(report, found, options.as_of, how))

    raise typer.Exit(one_by_one(find_branches(paths or [Path()]), page, how.lang))
