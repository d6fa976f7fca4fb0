"""Plan against actual: what was planned and has no record, a line for each place."""

from __future__ import annotations

from lxyz.judge import Behind
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import periods
from lxyz.render.wording.words import kind, listed
from lxyz.report import BranchReport


def behind_part(page: Page, branch: BranchReport, told: Told) -> None:
    """The part of a report: nothing where all that was planned has its record."""
    if not branch.behind:
        return
    places: dict[tuple[str, int, tuple[str, ...]], list[Behind]] = {}
    for one in branch.behind:
        key = (one.origin.file, one.origin.line, one.kinds)
        places.setdefault(key, []).append(one)
    number = len(branch.behind)
    page.part(
        told.say(
            f"计划已到期、还没有记录（{number} 项）",
            f"Planned, past and not recorded ({number})",
        )
    )
    for (file, line, kinds), several in sorted(places.items()):
        first = several[0]
        names = listed([kind(one, told.lang) for one in kinds], told.lang)
        page.item(
            "info" if first.optional else "warning",
            f"{names}{told.colon}{_when(several, told)}{_own(first, told)}  "
            f"{clean(file)}:{line}",
        )
    page.note(
        told.say(
            "办了的补记录；改了时间的写“改期”；不办了的在计划里写明",
            "record what was done, say what was moved, and strike what will not be",
        ),
        colour="dim",
    )


def _when(several: list[Behind], told: Told) -> str:
    """The days, group by group."""
    groups: dict[str, list[str]] = {}
    for one in several:
        spread = ".." in one.label
        begin, end = told.day(one.first), told.day(one.last)
        label = told.say(f"{begin}至{end}", f"{begin} to {end}")
        groups.setdefault(one.group, []).append(label if spread else one.label)
    parts = []
    for group, labels in groups.items():
        days = periods(labels, told.lang, told.year)
        name = clean(group)
        parts.append(told.say(f"{name}{days}", f"{name} {days}".strip()))
    return told.say("；", "; ").join(parts)


def _own(one: Behind, told: Told) -> str:
    return told.say("（自选）", " (own choice)") if one.optional else ""
