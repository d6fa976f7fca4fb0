"""What `lxyz init` says at its end: what was written, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.packs.types import Pack
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean, defused
from lxyz.render.page.style import Style
from lxyz.render.wording.terms import sentence
from lxyz.render.wording.words import listed


class Settled(NamedTuple):
    """The folder of a new branch, and what `lxyz init` did there.

    - `folder`: the folder
    - `wrote`: the files that were written
    - `kept`: the files that were there before and stay as they are
    - `ci`: the CI file of the branch (empty: none)
    - `source`: from where CI installs lxyz (empty: not known)
    - `begun`: whether months of the year of the branch are over already
    - `around`: the root of the repository around the folder (None: the folder is the
      root itself, or in no repository yet)
    - `names`: the names of the roster, the secretary first
    - `twice`: names that were given more than once
    - `left`: words in the pasted list of members that were not understood"""

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
    page.line(_said("wrote", style, path=path, names=names))
    if home.kept:
        there = listed([clean(name) for name in home.kept], style.lang)
        page.line(_said("kept", style, names=there))
    for text in _people(home, style):
        page.line(text)
    page.line(_said("next", style))
    for text in _steps(home, _quoted(path), style):
        page.note(text)
    return defused(page.text())


def _said(name: str, style: Style, **values: object) -> str:
    return sentence("settled", name, style.lang, **values)


def packs_listed(packs: Sequence[Pack], style: Style) -> str:
    """The list of packs that is shown before the program asks for one."""
    page = Page(style)
    page.line(_said("packs", style))
    most = max(len(one.id) for one in packs)
    for one in packs:
        page.note(
            f"{one.id.ljust(most)}  {style.say(one.head.title, one.head.title_en)}"
        )
    return page.text()


def _people(home: Settled, style: Style) -> Iterator[str]:
    """The names of the roster, for the user to check: a pasted list may have been read
    wrongly."""
    names = [clean(one) for one in home.names]
    few = listed(names[:_FEW], style.lang)
    roster = "roster-more" if len(names) > _FEW else "roster"
    yield _said(roster, style, number=len(names), names=few)
    if home.twice:
        twice = listed([clean(one) for one in home.twice], style.lang)
        yield _said("twice", style, names=twice)
    if home.left:
        left = listed([clean(one) for one in home.left[:_FEW]], style.lang)
        yield _said("left", style, names=left)


_FEW = 8


def _quoted(path: str) -> str:
    """A path as it can be typed in a shell."""
    plain = all(one.isalnum() or one in "/._-~+" for one in path)
    return path if plain and path[:1] != "-" else f'"{path}"'


def _steps(home: Settled, path: str, style: Style) -> Iterator[str]:
    yield _said("dates", style)
    yield _said("samples", style)
    yield f"lxyz check {path}"
    if home.begun:
        yield _said("baseline", style, path=path)
    if home.ci:
        known = "source" if home.source else "no-source"
        yield _said(known, style, ci=home.ci, source=clean(home.source))
    if home.around is not None:
        yield _said("around", style, top=clean(str(home.around)))
