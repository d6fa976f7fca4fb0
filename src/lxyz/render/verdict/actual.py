"""Plan against actual: what was planned and has no record, a line for each place of a
plan."""

from __future__ import annotations

from lxyz.base.named import NamedTuple
from lxyz.judge import Behind
from lxyz.render.page.layout import Page
from lxyz.render.page.safe import clean
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import periods
from lxyz.render.wording.words import kinds
from lxyz.report import BranchReport


class Line(NamedTuple):
    """What one place of a plan planned and no record carries out.

    - `level`: the level with which it is shown
    - `what`: what was planned, in words
    - `place`: the file and line of the plan"""

    level: str
    what: str
    place: str


def behind_lines(branch: BranchReport, told: Told) -> list[Line]:
    """What was planned and has no record, in the order of the places in the plans."""
    places: dict[tuple[str, int, tuple[str, ...]], list[Behind]] = {}
    for one in branch.behind:
        key = (one.origin.file, one.origin.line, one.kinds)
        places.setdefault(key, []).append(one)
    lines = []
    for (*_, slugs), several in sorted(places.items()):
        first = several[0]
        what = f"{kinds(slugs, told.lang)}{told.colon}{_when(several, told)}"
        own = told.aside(told.say("自选", "own choice")) if first.optional else ""
        level = "info" if first.optional else "warning"
        lines.append(Line(level, what + own, at_line(first.origin)))
    return lines


def behind_part(page: Page, branch: BranchReport, told: Told) -> None:
    """Adds this part to a report; nothing if all that was planned has its record."""
    if not branch.behind:
        return
    page.part(told.part("behind", len(branch.behind), "项"))
    for one in behind_lines(branch, told):
        page.item(one.level, f"{one.what}  {one.place}")
    page.note(told.tell("behind-advice"), colour="dim")


def _when(several: list[Behind], told: Told) -> str:
    """The days of what was planned, group by group."""
    groups: dict[str, list[str]] = {}
    for one in several:
        groups.setdefault(one.group, []).append(one.label)
    parts = []
    for group, labels in groups.items():
        days = periods(labels, told.lang, told.year)
        name = clean(group)
        parts.append(told.say(f"{name}{days}", f"{name} {days}".strip()))
    return told.stops(parts)
