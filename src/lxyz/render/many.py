"""Several branches: a line each, the worst first, and what is wanting most often."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import NamedTuple

from lxyz.render.entries import Entry, entries
from lxyz.render.rulebook import rulebook
from lxyz.render.safe import clean
from lxyz.render.sentences import title
from lxyz.render.style import Style, paint, symbol
from lxyz.render.telling import told_of
from lxyz.render.width import columns, cut, pad
from lxyz.report import BranchReport
from lxyz.verdicts import Level

_HEADS = (
    ("faults", "记录错误", "faults"),
    ("must", "必须做", "must"),
    ("should", "应当做", "should"),
    ("missed", "已误", "missed"),
    ("next", "30天内", "30 days"),
    ("undecidable", "待补全", "unclear"),
)
_COLUMN = 9
_NAME = 24
_MOST = 5


class Counted(NamedTuple):
    """A branch with its numbers by column, and the titles of what it lacks."""

    name: str
    path: str
    numbers: Counter[str]
    lacks: frozenset[str]


def branches_table(counted: list[Counted], as_of: date, style: Style) -> str:
    """The table of branches, the worst first."""
    zh = style.lang == "zh"
    counted = sorted(counted, key=lambda one: (*(-n for n in _rank(one)), one.path))
    names = [cut(clean(one.name or one.path), _NAME) for one in counted]
    left = max([8, *(columns(name) for name in names)])
    number = len(counted)
    head = (
        f"{number} 个支部，截至 {as_of}" if zh else (f"{number} branches as of {as_of}")
    )
    heads = "".join(
        pad(chinese if zh else english, _COLUMN) for _, chinese, english in _HEADS
    )
    lines = [
        paint(head, "head", style),
        "",
        "  " + pad("支部" if zh else "branch", left + 2) + heads.rstrip(),
    ]
    for one, name in zip(counted, names, strict=True):
        cells = "".join(
            pad(str(one.numbers[key] or symbol("none", style)), _COLUMN)
            for key, _, _ in _HEADS
        )
        level = _level(one)
        mark = paint(symbol(level, style), level, style)
        lines.append(f"{mark} {pad(name, left + 2)}{cells}{clean(one.path)}")
    return "\n".join([*lines, *_most(counted, style), "", _summary(counted, style), ""])


def counts(branch: BranchReport, as_of: date, style: Style) -> Counted:
    """How many entries of a branch there are in each column."""
    found = entries(branch, rulebook(branch.packs), as_of)
    numbers: Counter[str] = Counter(
        faults=len(branch.faults) + (branch.error is not None)
    )
    for entry in found["now"]:
        numbers["must" if entry.level == Level.ERROR else "should"] += 1
    for part in ("missed", "next", "undecidable"):
        numbers[part] = len(found[part])
    told = told_of(branch, as_of, style.lang)
    wanting: list[Entry] = [*found["now"], *found["missed"]]
    lacks = frozenset(title(entry, told) for entry in wanting)
    return Counted(branch.name, branch.path, numbers, lacks)


def _most(counted: list[Counted], style: Style) -> list[str]:
    """What is wanting in most branches."""
    total = Counter(text for one in counted for text in sorted(one.lacks))
    often = [(text, number) for text, number in total.most_common(_MOST) if number > 1]
    if not often:
        return []
    zh = style.lang == "zh"
    lines = ["", paint("缺得最多的" if zh else "wanting most often", "head", style)]
    for text, number in often:
        tail = f"{number} 个支部" if zh else f"{number} branches"
        lines.append(f"{symbol('info', style)} {text}{'：' if zh else ': '}{tail}")
    return lines


def _rank(one: Counted) -> tuple[int, ...]:
    return tuple(
        one.numbers[key]
        for key in ("must", "faults", "missed", "should", "undecidable")
    )


def _level(one: Counted) -> str:
    if any(one.numbers[key] for key in ("must", "faults", "missed")):
        return "error"
    return "warning" if one.numbers["should"] or one.numbers["undecidable"] else "met"


def _summary(counted: list[Counted], style: Style) -> str:
    total = Counter(_level(one) for one in counted)
    gaps, warnings, clear = total["error"], total["warning"], total["met"]
    if style.lang == "zh":
        return f"有缺项 {gaps} 个  有提醒 {warnings} 个  未发现缺口 {clear} 个"
    return f"with gaps {gaps}  with warnings {warnings}  no gap found {clear}"
