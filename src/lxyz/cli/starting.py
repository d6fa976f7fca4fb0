"""The command `init`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from lxyz.base.there import is_there
from lxyz.cli.asking import asked, asked_for, asked_lines, somebody
from lxyz.cli.commands import Color, File, Lang, Text, Texts, app
from lxyz.cli.completing import pack_names
from lxyz.cli.helptexts import help_of
from lxyz.cli.options import year_option
from lxyz.cli.terminal import day, one_of, style, write
from lxyz.cli.typed import argument, option, typed
from lxyz.errors import UsageError, why_of

if TYPE_CHECKING:
    from lxyz.render.page.style import Style

_PACK = "规则包（可重复）；有哪些见 lxyz rules。"
_MEMBERS = "党员名单文件，一行一个；- 为标准输入。"
_SOURCE = "CI 从哪里装 lxyz：git+https 地址、lxyz==版本，或 wheel 文件（抄进去）。"
_FROM_HERE = "这个 lxyz 是从哪里装的"


@app.command(**help_of("init"))
def init(
    folder: Annotated[Path, argument("文件夹。", "DIR", "当前文件夹")] = Path(),
    name: Annotated[Text, option("--name", "支部名称。", shown="文件夹名")] = None,
    pack: Annotated[
        Texts, option("--pack -p", _PACK, autocompletion=pack_names)
    ] = None,
    unit: Annotated[Text, option("--unit", "上级党组织。")] = None,
    secretary: Annotated[
        Text, option("--secretary", "书记。", shown="第一个党员")
    ] = None,
    member: Annotated[Texts, option("--member", "党员（可重复）。")] = None,
    members: Annotated[File, option("--members", _MEMBERS)] = None,
    year: Annotated[int | None, typed(year_option("从哪一年记起。", "今年"))] = None,
    ci: Annotated[
        str, option("--ci", "哪一家的 CI。", "github|gitlab|none")
    ] = "github",
    source: Annotated[Text, option("--source", _SOURCE, shown=_FROM_HERE)] = None,
    lang: Lang = "",
    color: Color = "auto",
) -> None:
    """Writes the repository of a branch."""
    from lxyz.files.find import BRANCH_FILE
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
    from lxyz.workshop.scaffold import must_be_free

    how = style(lang, color)
    one_of("--ci", ci, CI)
    must_be_free(folder, (BRANCH_FILE,))
    found = sourced(installed_from() if source is None else source)
    lines = list(member or ()) + (_lines(members) if members is not None else [])
    named = name or asked(
        how.say("支部名称", "name of the branch"), folder.resolve().name
    )
    packs = _packs(folder, tuple(pack or ()), how)
    people = members_of(
        lines
        or asked_lines(
            how.say(
                "党员，一行一个，书记写在最前，后面可以写转入日期；空行结束：",
                "members, one a line, the secretary first, a day of joining behind; "
                "an empty line ends:",
            )
        )
    )
    today = day(None)
    home = Home(
        named,
        packs,
        people.members,
        year or today.year,
        secretary or "",
        unit or "",
        ci,
        found,
    )
    wrote, kept = write_home(folder, home_files(home, folder))
    done = Settled(
        folder,
        wrote,
        kept,
        SERVICES[ci].path if ci in SERVICES else "",
        found.told,
        (home.year, 1) < (today.year, today.month),
        _around(folder),
        tuple(one.name for one in home.roster()),
        people.twice,
        people.left,
    )
    write(settled(done, how))


def _packs(folder: Path, told: tuple[str, ...], how: Style) -> tuple[str, ...]:
    """The packs as `branch.yaml` names them: those told, else asked for.

    Raises PackError if one cannot be used, UsageError E240 if none is named.
    """
    from lxyz.packs.load import find_pack, load_packs, shipped
    from lxyz.render.settled import packs_listed
    from lxyz.workshop.home import pack_named

    def usable(text: str) -> tuple[str, ...]:
        names = tuple(one for one in re.split(r"[\s、，,；;]+", text) if one)
        if not names:
            raise UsageError("E240", known="、".join(shipped()))
        load_packs(tuple(find_pack(one) for one in names))
        return names

    if told:
        load_packs(tuple(find_pack(one) for one in told))
        names = told
    else:
        if somebody():
            every = load_packs(tuple(find_pack(one) for one in shipped()))
            write(packs_listed(every, how))
        question = how.say("规则包", "rule packs")
        names = asked_for(question, usable, how.lang)
    return tuple(pack_named(one, folder) for one in names)


def _around(folder: Path) -> Path | None:
    """The top of the repository around a folder that is not its top itself."""
    here = folder.resolve()
    if is_there(here / ".git"):
        return None
    return next((one for one in here.parents if is_there(one / ".git")), None)


def _lines(file: Path) -> list[str]:
    """The lines of a list of members. Raises UsageError E241 where it cannot be read."""
    try:
        if str(file) == "-":
            return sys.stdin.read().splitlines()
        return file.read_text("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise UsageError("E241", path=file, why=why_of(error)) from None
