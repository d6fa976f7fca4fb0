"""The command `init`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from lxyz.cli.commands import Color, Lang, app
from lxyz.cli.terminal import asked, asked_lines, day, one_of, style, write
from lxyz.errors import UsageError, why_of

_HELP = """新建一个支部的台账文件夹：名册、记录样例、编辑器和 CI 的设置，建好就能检查。

例：

lxyz init 第三党支部/ --name 第三党支部 --pack bj-2016 --member 王敏 --member 陈静

lxyz init --members 名单.txt --ci gitlab
"""
_EPILOG = "在终端里没写的会问；不在终端里不问。已有的文件一个也不动。名单一行一个，姓名后面可以写转入日期。"


@app.command(help=_HELP, epilog=_EPILOG)
def init(
    folder: Annotated[
        Path,
        typer.Argument(metavar="[DIR]", help="文件夹。", show_default="当前文件夹"),
    ] = Path(),
    name: Annotated[
        str | None,
        typer.Option("--name", help="支部名称。", show_default="文件夹名"),
    ] = None,
    pack: Annotated[
        list[str] | None,
        typer.Option("--pack", "-p", help="规则包（可重复）；有哪些见 lxyz rules。"),
    ] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="上级党组织。")] = None,
    secretary: Annotated[
        str | None,
        typer.Option("--secretary", help="书记。", show_default="第一个党员"),
    ] = None,
    member: Annotated[
        list[str] | None, typer.Option("--member", help="党员（可重复）。")
    ] = None,
    members: Annotated[
        Path | None,
        typer.Option("--members", help="党员名单文件，一行一个；- 为标准输入。"),
    ] = None,
    year: Annotated[
        int | None,
        typer.Option(
            "--year", help="从哪一年记起。", min=1900, max=2199, show_default="今年"
        ),
    ] = None,
    ci: Annotated[
        str, typer.Option("--ci", help="哪一家的 CI。", metavar="github|gitlab|none")
    ] = "github",
    source: Annotated[
        str | None,
        typer.Option(
            "--source",
            help="CI 从哪里装 lxyz：git+https 地址、lxyz==版本，或 wheel 文件（抄进去）。",
            show_default="这个 lxyz 是从哪里装的",
        ),
    ] = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Writes the repository of a branch."""
    from lxyz.packs.load import shipped
    from lxyz.render.settled import Settled, settled
    from lxyz.workshop.address import installed_from, sourced
    from lxyz.workshop.home import (
        CI,
        SERVICES,
        Home,
        home_files,
        members_of,
        write_home,
    )

    how = style(lang, color, frozenset(), None)
    one_of("--ci", ci, CI)
    known = shipped()
    named = name or asked("支部名称", folder.resolve().name)
    packs = tuple(pack or asked(f"规则包（{'、'.join(known)}）", "").split("、"))
    if not any(packs):
        raise UsageError("E240", known="、".join(known))
    lines = list(member or ()) + (_lines(members) if members is not None else [])
    lines = lines or asked_lines("党员，一行一个，书记写在最前；空行结束：")
    today = day(None)
    home = Home(
        named,
        packs,
        members_of(lines),
        year or today.year,
        secretary or "",
        unit or "",
        ci,
        sourced(installed_from() if source is None else source),
    )
    wrote, kept = write_home(folder, home_files(home))
    begun = (home.year, 1) < (today.year, today.month)
    file = SERVICES[ci].path if ci in SERVICES else ""
    done = Settled(folder, wrote, kept, file, home.source.told, begun, _around(folder))
    write(settled(done, how), None)


def _around(folder: Path) -> Path | None:
    """The top of the repository around a folder that is not its top itself."""
    here = folder.resolve()
    if (here / ".git").exists():
        return None
    return next((one for one in here.parents if (one / ".git").exists()), None)


def _lines(file: Path) -> list[str]:
    """The lines of a list of members. Raises UsageError E241 where it cannot be read."""
    try:
        if str(file) == "-":
            return sys.stdin.read().splitlines()
        return file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError("E241", path=file, why=why_of(error)) from None
