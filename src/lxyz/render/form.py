"""A format: what becomes of one branch, and how the parts make a whole.

The part of a branch is made where the branch is checked, in whatever process; only
parts are collected, and of a report on many branches no more than one is in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

from lxyz.base.named import NamedTuple
from lxyz.render.page.ground import Ground
from lxyz.render.page.style import Style, say
from lxyz.render.wording.number import some
from lxyz.report import BranchReport, Outline, Totals, outline


class Run(NamedTuple):
    """The run that a branch is part of: the day, how many branches, and how to write.
    `today` is False where the day was asked for and is another than today; `ground` is
    where paths begin."""

    as_of: date
    branches: int
    style: Style
    today: bool = True
    ground: Ground = Ground()


class Form(NamedTuple):
    """`part` makes a plain value of a branch; `whole` the pieces of the finished text,
    of all parts in order (they can be gone through again) and the totals of the run.
    `attachments`: it shows them, so they are to be looked at."""

    part: Callable[[BranchReport, Run], Any]
    whole: Callable[[Iterable[Any], Totals, Style], Iterator[str]]
    attachments: bool = False


def as_of_words(as_of: date, lang: str, *, today: bool = False) -> str:
    """The day of a report. That it is not today is said, so that nobody passes a gate
    with an old day unseen; which day today is, is not: the same input gives the same
    bytes."""
    aside = "" if today else say(lang, "（不是今天）", " (not today)")
    return say(lang, f"截至 {as_of}", f"as of {as_of}") + aside


def year_words(year: int, lang: str) -> str:
    """The year of a report; nothing of one that has none."""
    return "" if not year else say(lang, f"{year}年度", f"year {year}")


def branch_words(branch: BranchReport, lang: str) -> list[str]:
    """What a report says of its branch first: the year (maybe nothing), how many records
    were read, how much its baseline took in, whether names are pseudonyms."""
    told = [year_words(branch.year, lang), records_words(branch.records, lang)]
    if number := branch.accepted:
        accepted = f"{number} accepted by the baseline"
        told.append(say(lang, f"基线接受 {number} 处", accepted))
    if branch.redacted:
        told.append(redacted_words(lang))
    return told


def records_words(number: int, lang: str) -> str:
    """How many records."""
    return say(lang, f"{number} 条记录", some(number, "record"))


def clear_words(accepted: int, lang: str) -> str:
    """That nothing is lacking, of a branch whose baseline took in so many findings."""
    if lang == "en":
        but = " but what the baseline accepted" if accepted else ""
        return f"No gap found in the records{but}."
    return f"{'除基线接受的以外，' if accepted else ''}记录中未发现缺口。"


def accepted_faults_words(lang: str) -> str:
    """The head of the faults that a baseline took in: they are still there."""
    return say(
        lang, "写错的记录，已接受（基线）", "Faults in records, accepted (baseline)"
    )


def redacted_words(lang: str) -> str:
    """That a report has pseudonyms for the names of people."""
    return say(lang, "人名已换成代号", "names are pseudonyms")


def faults_words(number: int, lang: str) -> str:
    """That so many things in the records are wrong, where they are not told."""
    return say(
        lang,
        f"记录里有 {number} 处要改，先看 lxyz check",
        f"{some(number, 'thing')} to fix in the records: see lxyz check",
    )


Wanted = tuple[tuple[Form, Run], ...]


def maker(
    wanted: Wanted,
) -> Callable[[BranchReport], tuple[Outline, tuple[Any, ...]]]:
    """The function that makes of a branch its outline and its part in each format: the
    branch is judged once, however many formats are wanted."""
    return partial(_made, wanted)


def _made(wanted: Wanted, branch: BranchReport) -> tuple[Outline, tuple[Any, ...]]:
    return outline(branch), tuple(form.part(branch, run) for form, run in wanted)


class Column:
    """The parts of one format, out of those of all; it can be gone through again."""

    def __init__(self, rows: Iterable[tuple[Any, ...]], number: int) -> None:
        self._rows = rows
        self._number = number

    def __iter__(self) -> Iterator[Any]:
        return (row[self._number] for row in self._rows)


class Formats(Mapping[str, Form]):
    """The formats by name. Each is the value of its own name in a module, which is
    imported when the format is asked for."""

    def __init__(self, modules: dict[str, str]) -> None:
        self._modules = modules

    def __getitem__(self, name: str) -> Form:
        module, _, value = self._modules[name].partition(":")
        found: Form = getattr(import_module(module), value)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)
