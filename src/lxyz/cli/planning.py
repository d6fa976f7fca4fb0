"""The command `plan`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lxyz.cli.commands import Color, Lang, Packs, app
from lxyz.cli.terminal import day, is_terminal, one_of, style, write
from lxyz.errors import UsageError

if TYPE_CHECKING:
    from lxyz.plan import Plan
    from lxyz.render.style import Style

_HELP = """从规则倒推一年的计划：开几次会、写哪些材料、哪天、谁负责，照办就没有缺口。

例：

lxyz plan branch-11/ --year 2016

lxyz plan branch-11/ --as-of 2016-09-30    年中补救：还能补的都排上

lxyz plan branch-11/ --year 2017 --output 2017/学习计划.yaml
"""
_EPILOG = (
    "退出码：0 计划照办就没有缺口（已误的除外）；1 有合不拢的，不写计划（--partial 除外）；"
    "2 用法或规则包有误；3 没有可计划的支部。"
)
_FORMATS = ("text", "yaml", "markdown", "ics", "xlsx")
_TO_FILES = ("ics", "xlsx")
_ENDINGS = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".md": "markdown",
    ".txt": "text",
    ".ics": "ics",
    ".xlsx": "xlsx",
}


@app.command(help=_HELP, epilog=_EPILOG)
def plan(
    path: Annotated[
        Path, typer.Argument(help="支部文件夹。", show_default="当前文件夹")
    ] = Path(),
    year: Annotated[
        int | None,
        typer.Option(
            "--year", help="计划哪一年。", min=1900, max=2199, show_default="当年"
        ),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", help="从哪一天起排。", show_default="今天（北京时间）"),
    ] = None,
    pack: Packs = None,
    format_: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="输出格式。",
            metavar="text|yaml|markdown|ics|xlsx",
            show_default="终端 text，管道 yaml，文件看扩展名",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="写成新文件；已有的文件不会覆盖。"),
    ] = None,
    partial: Annotated[
        bool, typer.Option("--partial", help="有合不拢的也写出其余部分。")
    ] = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Plans the rest of a year so that nothing is left that records decide."""
    from lxyz.plan import Ask, make_plan
    from lxyz.render.plan_text import plan_faults

    how = style(lang, color, frozenset(), output)
    start = day(as_of)
    name = format_ or _format(output)
    one_of("--format", name, _FORMATS)
    if output is None and name in _TO_FILES:
        raise UsageError("E224", format=name)
    if output is not None and os.path.lexists(output):
        raise UsageError("E220", path=output)  # before a long work; `create` asks again
    planned = year or start.year
    if planned < start.year:
        raise UsageError("E221", year=planned, day=start)
    made = make_plan(path, Ask(start, planned, tuple(pack or ())))
    whole = made.is_whole
    sys.stderr.write(plan_faults(made, how))
    if whole or partial:
        _put(_rendered(made, name, how), output)
    else:
        from lxyz.render.plan_text import plan_text

        sys.stderr.write(plan_text(made._replace(drafts=()), how))
    raise typer.Exit(0 if whole else 1)


def _format(output: Path | None) -> str:
    """The format that the name of the file says, else a page for a person and YAML for
    a pipe."""
    if output is not None:
        return _ENDINGS.get(output.suffix.lower(), "yaml")
    return "text" if is_terminal(None) else "yaml"


def _put(made: str | bytes, output: Path | None) -> None:
    """Prints it, or writes a new file, whole or not at all."""
    if output is None:
        assert isinstance(made, str)  # E224
        write(made, None)
        return
    from lxyz.writing import create

    data = made.encode(errors="backslashreplace") if isinstance(made, str) else made
    create(output, [data])


def _rendered(made: Plan, name: str, how: Style) -> str | bytes:
    if name == "markdown":
        from lxyz.render.plan_markdown import plan_markdown

        return plan_markdown(made, how)
    if name == "yaml":
        from lxyz.render.plan_yaml import plan_yaml

        return plan_yaml(made, how)
    if name == "ics":
        from lxyz.render.plan_calendar import plan_calendar

        return plan_calendar(made, how)
    if name == "xlsx":
        from lxyz.render.plan_sheet import plan_sheet

        return plan_sheet(made, how)
    from lxyz.render.plan_text import plan_text

    return plan_text(made, how)
