"""The command `fix`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lxyz.cli.commands import Color, Files, Lang, app
from lxyz.cli.helptexts import help_of
from lxyz.cli.terminal import one_by_one, style, write
from lxyz.cli.typed import argument, option


@app.command(**help_of("fix"))
def fix(
    paths: Annotated[
        Files, argument("支部文件夹，或其中的文件。", "PATH", "当前文件夹")
    ] = None,
    diff: Annotated[bool, option("--diff", "只显示要改什么，不写文件。")] = False,
    encoding: Annotated[
        bool, option("--encoding", "把 GBK、UTF-16 和带 BOM 的文件也转成 UTF-8。")
    ] = False,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Mends what has one sure remedy."""
    from lxyz.fleet.find import files_of
    from lxyz.render.mended import mended_page
    from lxyz.workshop.mend import MendedFile, mend_file

    how = style(lang, color)
    listed = [mend_file(one, encoding=encoding) for one in files_of(paths or [Path()])]
    closed = 2 if any(one.is_closed for one in listed) else 0
    if diff:
        write(mended_page(listed, how, diff=True))
        raise typer.Exit(closed or (1 if any(one.mends for one in listed) else 0))
    done = [one for one in listed if not one.mends]

    def put(one: MendedFile) -> None:
        one.write()
        done.append(one)

    code = one_by_one([one for one in listed if one.mends], put, how.lang)
    write(mended_page(done, how, diff=False, failed=bool(code)))
    raise typer.Exit(code or closed)
