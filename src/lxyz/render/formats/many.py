"""Several branches: a line each, the worst first, and the duties that most branches
lack.

A branch that could not be checked comes before all others: nothing is known of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lxyz.base.named import NamedTuple
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import columns, cut, pad
from lxyz.render.rule.rulebook import rulebook
from lxyz.render.said.faults import error_sentence, fault_sentence
from lxyz.render.verdict.entries import Entry, entries
from lxyz.render.verdict.sentences import title
from lxyz.render.verdict.telling import told_of
from lxyz.render.wording.heads import as_of_words, branches_words
from lxyz.render.wording.terms import term, terms
from lxyz.report import BranchReport, Totals
from lxyz.verdicts import Level
from lxyz.vocabulary import say

_GAP = 2
_NAME = 24
_MOST = 5


class Counted(NamedTuple):
    """The line of a branch.

    - `name`: its name
    - `path`: its folder
    - `numbers`: its numbers of entries, by column
    - `lacks`: the duties it lacks, as title and rule
    - `unread`: why it could not be checked; empty if it was"""

    name: str
    path: str
    numbers: Counter[str]
    lacks: frozenset[tuple[str, str]]
    unread: str = ""


def branches_table(counted: list[Counted], totals: Totals, style: Style) -> str:
    """The table of branches, the worst first."""
    counted = in_rank(counted)
    page = Page(style)
    number = branches_words(len(counted), style.lang)
    until = as_of_words(totals.as_of, style.lang, today=totals.today)
    page.title(style.say(f"{number}，{until}", f"{number} {until}"))
    page.blank()
    _rows(page, counted)
    _most(page, counted)
    page.blank()
    page.line(_summary(counted, style))
    page.line(
        style.say(
            "看一个支部：lxyz check 它的文件夹",
            "one of them in full: lxyz check FOLDER",
        ),
        "dim",
    )
    return page.text()


def _rows(page: Page, counted: list[Counted]) -> None:
    """Adds a line for each branch; a path that does not fit follows on the next
    line."""
    style = page.style
    named = Counter(one.name for one in counted)
    heads = count_heads(style.lang)
    wide = [columns(head) + _GAP for head in heads]
    widest = max(8, min(_NAME, style.width - sum(wide) - _GAP))
    names = [cut(clean(one.name or one.path), widest) for one in counted]
    left = 2 + max([8, *(columns(name) for name in names)])
    shown = "".join(_right(h, w) for h, w in zip(heads, wide, strict=True))
    page.raw([pad(page.style.say("  支部", "  branch"), left) + shown])
    room = style.width - left - sum(wide) - _GAP
    for one, name in zip(counted, names, strict=True):
        level = _level(one)
        mark = paint(symbol(level, style), level, style)
        path = _path(one, alone=named[one.name] == 1)
        if one.unread:
            page.item("error", f"{name}{page.style.say('：', ': ')}{one.unread}")
            if path:
                page.note(path, colour="dim")
            continue
        cells = "".join(
            _right(str(one.numbers[key] or symbol("none", style)), w)
            for key, w in zip(terms("counts"), wide, strict=True)
        )
        fits = bool(path) and columns(path) <= room
        tail = " " * _GAP + path if fits else ""
        page.raw([f"{mark} {pad(name, left - 2)}{cells}{tail}"])
        if path and not fits:
            page.note(path, colour="dim")


def count_heads(lang: str) -> list[str]:
    """The heads of the columns of numbers."""
    return [term("counts", key, lang) for key in terms("counts")]


def _right(text: str, width: int) -> str:
    return " " * max(0, width - columns(text)) + text


def _path(one: Counted, *, alone: bool) -> str:
    """The folder as it was given; empty if the name says it already."""
    return "" if alone and Path(one.path).name == one.name else clean(one.path)


def unread(branch: BranchReport, lang: str) -> str:
    """Why a branch could not be checked; empty if it was."""
    if branch.error is not None:
        why = error_sentence(branch.error, lang)
    elif not branch.year and branch.faults:
        why = fault_sentence(branch.faults[0], lang)[0]
    else:
        return ""
    return say(lang, f"没能检查，{why}", f"not checked; {why}")


def counts(branch: BranchReport, as_of: date, style: Style) -> Counted:
    """The line of a branch, with its number of entries in each column."""
    found = entries(branch, rulebook(branch.packs), as_of)
    numbers: Counter[str] = Counter(
        faults=len(branch.faults) + (branch.error is not None)
    )
    for entry in found["now"]:
        numbers["gaps" if entry.level == Level.ERROR else "warnings"] += 1
    for part in ("missed", "next", "undecidable"):
        numbers[part] = len(found[part])
    told = told_of(branch, as_of, style.lang)
    wanting: list[Entry] = [*found["now"], *found["missed"]]
    lacks = frozenset((title(entry, told), entry.head.rule) for entry in wanting)
    why = unread(branch, style.lang)
    return Counted(branch.name, branch.path, numbers, lacks, why)


def _most(page: Page, counted: list[Counted]) -> None:
    """Adds the duties that most branches lack, each with the rule to look up."""
    total = Counter(text for one in counted for text in sorted(one.lacks))
    ordered = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    often = [(what, number) for what, number in ordered if number > 1]
    if often:
        page.part(page.style.say("缺得最多的", "wanting most often"))
    for (text, rule), number in often:
        tail = f"{page.style.say('：', ': ')}{branches_words(number, page.style.lang)}"
        page.item("info", f"{text}{tail}  {clean(rule)}")


def in_rank(counted: Iterable[Counted]) -> list[Counted]:
    """The branches, the worst first; those that could not be checked come before all
    others."""
    return sorted(counted, key=lambda one: (*(-n for n in _rank(one)), one.path))


def _rank(one: Counted) -> tuple[int, ...]:
    return (
        int(bool(one.unread)),
        *(
            one.numbers[key]
            for key in ("gaps", "faults", "missed", "warnings", "undecidable")
        ),
    )


def _level(one: Counted) -> str:
    if any(one.numbers[key] for key in ("gaps", "faults", "missed")):
        return "error"
    return "warning" if one.numbers["warnings"] or one.numbers["undecidable"] else "met"


def _summary(counted: list[Counted], style: Style) -> str:
    total = Counter(_level(one) for one in counted if not one.unread)
    unknown = sum(bool(one.unread) for one in counted)
    gaps, warnings, clear = total["error"], total["warning"], total["met"]
    if style.lang == "zh":
        told = f"有缺口或写错 {gaps} 个  只有提醒 {warnings} 个  未发现缺口 {clear} 个"
        return f"没能检查 {unknown} 个  {told}" if unknown else told
    told = f"gaps or faults {gaps}  only warnings {warnings}  no gap found {clear}"
    return f"not checked {unknown}  {told}" if unknown else told
