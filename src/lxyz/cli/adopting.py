"""The commands `baseline` and `waivers`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lxyz.cli.commands import AsOf, Color, DryRun, Lang, Paths, Redact, Year, app
from lxyz.cli.terminal import day, one_by_one, style, write

_HELP = """接受现在的缺口，从今以后只看新的：写进支部的 .lxyz/baseline.json，和记录一起提交。

再运行一次，改好了的就从基线里去掉；新的缺口不会自己进去，要写 --add。

例：

lxyz baseline branch-11/

lxyz baseline branch-11/ --dry-run    只说会怎样，不写文件
"""
_EPILOG = "退出码：0 写好了；2 用法或规则包有误；3 没有支部，或有支部用不了。lxyz check --no-waivers 不管基线。"


@app.command(help=_HELP, epilog=_EPILOG)
def baseline(
    paths: Paths = None,
    as_of: AsOf = None,
    year: Year = None,
    add: Annotated[bool, typer.Option("--add", help="把新的缺口也接受下来。")] = False,
    dry_run: DryRun = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Takes today's findings into the baselines of branches, or drops mended ones."""
    from lxyz.fleet import Options, find_branches
    from lxyz.fleet.accept import renew_baseline
    from lxyz.render.rule.tables import accepted_line

    how = style(lang, color)
    options = Options(day(as_of), year)

    def renew(branch: Path) -> None:
        change = renew_baseline(branch, options, grow=add, keep=dry_run)
        write(accepted_line(branch, change, how, dry=dry_run), None)

    raise typer.Exit(one_by_one(find_branches(paths or [Path()]), renew, how.lang))


_WAIVERS_HELP = """列出豁免：哪条规则、哪几天、谁批的、为什么；快到期的、已到期的、没用上的各标出来。

例：

lxyz waivers branch-11/
"""


@app.command(
    help=_WAIVERS_HELP,
    epilog="退出码：0 列好了；2 用法有误；3 没有支部，或有支部用不了。",
)
def waivers(
    paths: Paths = None,
    as_of: AsOf = None,
    year: Year = None,
    redact: Redact = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Lists the waivers of branches and what became of them."""
    from lxyz.fleet import Options, find_branches
    from lxyz.fleet.accept import waivers_of
    from lxyz.render.waived import waivers_page

    how = style(lang, color)
    options = Options(day(as_of), year, redact=redact)

    def page(branch: Path) -> None:
        report, found = waivers_of(branch, options)
        write(waivers_page(report, found, options.as_of, how), None)

    raise typer.Exit(one_by_one(find_branches(paths or [Path()]), page, how.lang))
