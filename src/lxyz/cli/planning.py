"""The command `plan`."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lxyz.cli.commands import Color, DryRun, File, Lang, Packs, Text, app
from lxyz.cli.helptexts import help_of
from lxyz.cli.options import PATHS, day_option, format_option, year_option
from lxyz.cli.targets import format_of, on_file
from lxyz.cli.terminal import complain, day, is_terminal, one_of, style, write
from lxyz.cli.typed import option, typed
from lxyz.errors import UsageError, why_of

if TYPE_CHECKING:
    from lxyz.plan import Plan
    from lxyz.render.page.style import Style

_FORMATS = ("text", "yaml", "markdown", "ics", "xlsx")
_USUAL = "终端 text，管道 yaml，文件看扩展名"
_OUTPUT = "写成新文件（几个支部：写进这个文件夹，各一份）；已有的不会覆盖。"


@app.command(**help_of("plan"))
def plan(
    path: Annotated[Path, typed(PATHS)] = Path(),
    year: Annotated[int | None, typed(year_option("计划哪一年。", "当年"))] = None,
    as_of: Annotated[Text, typed(day_option("从哪一天起排。"))] = None,
    pack: Packs = None,
    format_: Annotated[Text, typed(format_option("|".join(_FORMATS), _USUAL))] = None,
    output: Annotated[File, option("--output -o", _OUTPUT)] = None,
    update: Annotated[
        File, option("--update", "往这份计划里补缺的，原文不动。")
    ] = None,
    dry_run: DryRun = False,
    partial: Annotated[bool, option("--partial", "有合不拢的也写出其余部分。")] = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Plans the rest of a year so that nothing is left that records decide."""
    from lxyz.plan import Ask, make_plan
    from lxyz.render.plan import ENDINGS
    from lxyz.render.plan.text import plan_faults, plan_text, plan_unmet

    output = on_file(output)
    how = style(lang, color, output=output)
    start, packs = day(as_of), tuple(pack or ())
    path, several = _several(path)
    if several:
        from lxyz.cli.together import Wanted, plan_together

        if update is not None or dry_run:
            raise UsageError("E251", option="--update" if update else "--dry-run")
        if format_ is not None:
            one_of("--format", format_, _FORMATS)
        asked = Ask(start, _year(year, start), packs)
        wanted = Wanted(format_ or "", output, partial)
        raise typer.Exit(plan_together(path, several, asked, wanted, how))
    usual = "text" if is_terminal(output) else "yaml"
    name = format_of(format_, output, _FORMATS, ENDINGS, usual)
    if update is None:
        _must_go(name, output, dry_run=dry_run)
    elif output is not None or format_ is not None:
        raise UsageError("E227", option="--format" if output is None else "--output")
    ask = Ask(start, _year(year, start), packs)
    if dry_run and update is None and output is None:
        from lxyz.plan.standing import standing_plan

        update = standing_plan(path, ask.year)
    standing = None
    if update is not None:
        from lxyz.cli.adding import standing_at
        from lxyz.fleet.gather import kinds_of

        standing = standing_at(update, kinds_of(path, packs), how)
        ask = ask._replace(standing=standing.path)
    made = make_plan(path, ask)
    complain(plan_faults(made, path, how))
    if not made.is_whole and not partial:
        complain(plan_text(made._replace(drafts=()), how))
        raise typer.Exit(1)
    if standing is not None:
        from lxyz.cli.adding import add

        add(made, standing, how, dry_run=dry_run)
    else:
        _give(made, name, output, how, dry_run=dry_run)
    if standing is not None or name != "text":
        complain(plan_unmet(made, how))
    raise typer.Exit(0 if made.is_met else 1)


def _give(
    made: Plan, name: str, output: Path | None, how: Style, *, dry_run: bool
) -> None:
    """Prints or writes a plan, or says what would be written; a file without anything
    in it would be no record."""
    from lxyz.render.plan import as_bytes, rendered

    if output is not None and not made.drafts:
        from lxyz.render.plan.words import nothing_to_plan

        complain(nothing_to_plan(made, how.lang))
        return
    shown = rendered(made, name, how)
    if output is None:
        assert isinstance(shown, str)  # E224
        write(shown)
    elif dry_run:
        from lxyz.render.plan.dry_run import would_write

        data = as_bytes(shown)
        write(would_write(output, _there(output, len(data)), data, how))
    else:
        from lxyz.files.writing import create

        create(output, [as_bytes(shown)])


def _must_go(name: str, output: Path | None, *, dry_run: bool) -> None:
    """Raises UsageError, before a long work: E224 for a format that no screen shows,
    E220 for a file that is there (`create` asks once more), E229 for one that can be
    added to."""
    from lxyz.render.plan import TO_FILES

    if output is None:
        if name in TO_FILES:
            raise UsageError("E224", format=name)
    elif os.path.lexists(output):
        if not dry_run or not os.path.isfile(output):  # noqa: PTH113 - never raises
            if output.suffix in (".yaml", ".yml"):
                raise UsageError("E229", path=output)
            raise UsageError("E220", path=output)


def _several(path: Path) -> tuple[Path, list[Path]]:
    """The branches below a folder, where it is none itself and there are several; where
    there is one, that is meant."""
    from lxyz.fleet.find import find_branches

    found = find_branches([path])
    if path in found:
        return path, []
    return (path, found) if len(found) > 1 else (found[0], [])


def _year(year: int | None, start: date) -> int:
    """The year that is planned. Raises UsageError E221 for one that has gone by."""
    planned = year or start.year
    if planned < start.year:
        raise UsageError("E221", year=planned, day=start)
    return planned


def _there(output: Path, size: int) -> bytes | None:
    """What stands in a file, as far as it is worth comparing with so many bytes."""
    try:
        with output.open("rb") as stream:
            return stream.read(max(size, 1_000_000) + 1)
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise UsageError("E203", path=output, why=why_of(error)) from None
