"""What `lxyz init` says at its end: what was written, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.packs.types import Pack
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.wording.words import listed


class Settled(NamedTuple):
    """A new branch: its folder, what was written into it and what was there before; the
    file of its CI (empty: none) and from where that installs lxyz (empty: not known);
    whether months of its year are over; and the top of the repository that is around
    its folder (None: it is the top itself, or in none yet); the names of its roster, the
    secretary first, and those that were named more than once."""

    folder: Path
    wrote: list[str]
    kept: list[str]
    ci: str = ""
    source: str = ""
    begun: bool = False
    around: Path | None = None
    names: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def settled(home: Settled, style: Style) -> str:
    """The whole page."""
    path = clean(str(home.folder))
    page = Page(style)
    tops = list(dict.fromkeys(name.partition("/")[0] for name in home.wrote))
    names = listed([clean(name) for name in tops], style.lang)
    page.line(style.say(f"写好了 {path}：{names}", f"written to {path}: {names}"))
    if home.kept:
        there = listed([clean(name) for name in home.kept], style.lang)
        page.line(style.say(f"原有的没有动：{there}", f"left as they were: {there}"))
    for text in _people(home, style):
        page.line(text)
    page.line(style.say("下一步：", "next:"))
    for text in _steps(home, _quoted(path), style):
        page.note(text)
    return defused(page.text())


def packs_listed(packs: Sequence[Pack], style: Style) -> str:
    """Which packs there are, before one is asked for."""
    page = Page(style)
    page.line(
        style.say(
            "规则包（要几个就用顿号隔开；自己的写文件夹路径）：",
            "rule packs (several with commas; one of your own by its folder):",
        )
    )
    most = max(len(one.id) for one in packs)
    for one in packs:
        page.note(
            f"{one.id.ljust(most)}  {style.say(one.head.title, one.head.title_en)}"
        )
    return page.text()


def _people(home: Settled, style: Style) -> Iterator[str]:
    """Whom the roster names: what was pasted may have been read amiss."""
    names = [clean(one) for one in home.names]
    few = listed(names[:_FEW], style.lang)
    more = style.say("等", " and others") if len(names) > _FEW else ""
    number = len(names)
    yield style.say(
        f"名册 {number} 人，书记在前：{few}{more}",
        f"{number} on the roster, the secretary first: {few}{more}",
    )
    if home.twice:
        twice = listed([clean(one) for one in home.twice], style.lang)
        yield style.say(
            f"写了两次，只算一人：{twice}", f"named twice, taken for one: {twice}"
        )
    if home.left:
        left = listed([clean(one) for one in home.left[:_FEW]], style.lang)
        yield style.say(
            f"名单里没有用上的：{left}；日期写成 2016-06-24，姓名中间不空格，核对 branch.yaml",
            f"not used of the list: {left}; a day is written 2016-06-24, a name "
            "without blanks: look at branch.yaml",
        )


_FEW = 8


def _quoted(path: str) -> str:
    """A path as it can be typed."""
    plain = all(one.isalnum() or one in "/._-~+" for one in path)
    return path if plain and path[:1] != "-" else f'"{path}"'


def _steps(home: Settled, path: str, style: Style) -> Iterator[str]:
    yield style.say(
        "branch.yaml 里的“起”和“任职日期”改成实际的日期，没有列全的补上",
        "branch.yaml: since when each member is here and the secretary in office; who is missing",
    )
    yield style.say(
        ".样例/ 里的记录复制到年度文件夹，照着写",
        "copy records of .样例/ into a folder of the year, and write",
    )
    yield f"lxyz check {path}"
    if home.begun:
        yield style.say(
            f"过去几个月的旧账不补：lxyz baseline {path}，以后只为新的缺口亮红灯",
            f"to leave the months that are over: lxyz baseline {path}",
        )
    if home.ci and not home.source:
        yield style.say(
            f"CI 还不知道从哪里装 lxyz：在 {home.ci} 里写 LXYZ_INSTALL",
            f"CI does not know where lxyz is: write LXYZ_INSTALL into {home.ci}",
        )
    elif home.ci:
        source = clean(home.source)
        yield style.say(
            f"CI 从 {source} 装 lxyz，不对就改 {home.ci} 里的 LXYZ_INSTALL",
            f"CI installs lxyz from {source}; LXYZ_INSTALL in {home.ci} changes it",
        )
    if home.around is not None:
        top = clean(str(home.around))
        yield style.say(
            f"它在仓库 {top} 里面：CI 和 .pre-commit-config.yaml 要移到那里",
            f"it lies in the repository {top}: move CI and .pre-commit-config.yaml there",
        )
