"""The year as a picture, with months across and duties down.

Only values are made here; the template draws them. What was held, is missing, is open
or is planned has a mark of its own shape, so that no mark needs its colour. Behind the
marks lie the windows of the duties.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.render.formats.strip import FAMILIES, HEAVIEST, MARKS, Family, family_of
from lxyz.render.verdict.places import at_line
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import last_day
from lxyz.render.wording.terms import term
from lxyz.render.wording.words import kinds
from lxyz.report import BranchReport
from lxyz.verdicts import Evidence, Outcome, Verdict

LEFT, MONTH, TOP, ROW = 132, 70, 26, 30
_WIDTH = LEFT + 12 * MONTH + 8
_LONGEST_WINDOW = 130
"""Days; a window as long as the year says nothing where it lies."""
# Outcomes marked at the due day; the others are marked at the days of records.
_AT_DUE = frozenset(("gap", "unknown", "open"))
_SHOWN = MARKS.keys() - {Outcome.WAIVED}


class Mark(NamedTuple):
    """A mark: its shape, its place, and what it says."""

    shape: str
    x: float
    y: float
    says: str


class Window(NamedTuple):
    """A window behind the marks.

    - `shape`: that of the heaviest outcome in it
    - `x`, `y`, `width`: its place
    - `says`: its words"""

    shape: str
    x: float
    y: float
    width: float
    says: str


class Line(NamedTuple):
    """A row of the picture.

    - `name`: its name
    - `y`: its place
    - `says`: its marks in words"""

    name: str
    y: float
    says: str


class Picture(NamedTuple):
    """All that is drawn.

    - `width`, `height`: the size of the picture
    - `lines`: the rows
    - `windows`: the windows behind the marks
    - `marks`: the marks
    - `today`: the place of the day of the report; None if it is in another year
    - `shapes`: the shapes of marks that occur
    - `spans`: the shapes of windows that occur"""

    width: int
    height: int
    lines: tuple[Line, ...]
    windows: tuple[Window, ...]
    marks: tuple[Mark, ...]
    today: float | None
    shapes: tuple[str, ...]
    spans: tuple[str, ...]


def picture(branch: BranchReport, told: Told) -> Picture | None:
    """The picture of a branch's year.

    None if no rule asks for one of its lines, or if the branch has no year because it
    cannot be judged."""
    if not told.year:
        return None
    lines: list[Line] = []
    windows: list[Window] = []
    marks: list[Mark] = []
    for family in FAMILIES:
        found = _of(family, branch, told)
        if not (found.marks or found.windows):
            continue
        y = TOP + ROW * len(lines)
        name = told.say(family.zh, family.en)
        lines.append(Line(name, y, _counted(found, told)))
        for (first, last), shape in sorted(found.windows.items()):
            x = _x(first)
            says = f"{name}{told.colon}{told.day(first)}–{told.day(last)}"
            windows.append(Window(shape, x, y + 5, _x(last, end=True) - x, says))
        for (day, shape), says in sorted(found.marks.items()):
            marks.append(Mark(shape, (_x(day) + _x(day, end=True)) / 2, y + 15, says))
    if not lines:
        return None
    inside = told.as_of.year == told.year
    used = {mark.shape for mark in marks}
    spans = {"open" if one.shape == "planned" else one.shape for one in windows}
    return Picture(
        _WIDTH,
        TOP + ROW * len(lines) + 6,
        tuple(lines),
        tuple(windows),
        tuple(marks),
        _x(told.as_of, end=True) if inside else None,
        tuple(shape for shape in HEAVIEST if shape in used),
        tuple(shape for shape in reversed(HEAVIEST) if shape in spans),
    )


class _Found(NamedTuple):
    windows: dict[tuple[date, date], str]
    marks: dict[tuple[date, str], str]


def _of(family: Family, branch: BranchReport, told: Told) -> _Found:
    """The windows and marks of a line."""
    found = _Found({}, {})
    for verdict in branch.verdicts:
        _held(found, family, verdict.records, told)
        shape = MARKS.get(verdict.outcome)
        if shape in (None, "waived") or family_of(told.book, verdict) != family:
            continue
        _window(found, verdict, shape, told)
        for day, outcome in _days(verdict, told, each=family.each):
            word = term("outcomes", outcome, told.lang)
            title = told.book.title(verdict.rule, told.lang)
            says = f"{told.day(day)} {word}{told.colon}{title}"
            found.marks.setdefault((day, MARKS[outcome]), says)
    if found.marks or found.windows:
        _held(found, family, branch.sittings, told)
    name = told.say(f"已列计划：{family.zh}", f"planned: {family.en}")
    for ahead in branch.ahead:
        if ahead.day.year == told.year and family.kinds.intersection(ahead.kinds):
            says = f"{told.day(ahead.day)} {name}"
            found.marks.setdefault((ahead.day, "planned"), says)
    return found


def _held(
    found: _Found, family: Family, records: Iterable[Evidence], told: Told
) -> None:
    """Adds a mark for each record, at its day."""
    for one in records:
        own = family.kinds.intersection(one.kinds)
        if not own or one.date is None or one.date > told.as_of:
            continue
        if one.date.year == told.year:
            what = kinds(own, told.lang)
            says = f"{told.day(one.date)} {what} {at_line(one.origin)}"
            found.marks.setdefault((one.date, "met"), says)


def _window(found: _Found, verdict: Verdict, shape: str, told: Told) -> None:
    first = max(verdict.span.first, date(told.year, 1, 1))
    last = min(verdict.span.last, date(told.year, 12, 31))
    if first <= last and (last - first).days < _LONGEST_WINDOW:
        known = found.windows.get((first, last), "met")
        found.windows[first, last] = min(known, shape, key=HEAVIEST.index)


def _days(
    verdict: Verdict, told: Told, *, each: bool
) -> Iterator[tuple[date, Outcome]]:
    """The days at which a verdict is marked, and with which outcome: something is
    missing, or waits. Of what each person does (`each`), whose records are no sittings
    to be marked, the end of each period is marked with what became of it."""
    outcome = verdict.outcome
    listed = [(last_day(label), outcome) for label in verdict.failing]
    if each and verdict.parts:
        listed = [(last_day(label), one) for label, one in verdict.parts]
    elif MARKS[outcome] not in _AT_DUE:
        return
    for day, one in listed or [(verdict.due, outcome)]:
        if day is not None and day.year == told.year and one in _SHOWN:
            yield day, one


def _counted(found: _Found, told: Told) -> str:
    """The marks of a line in words, for people who cannot see the picture."""
    names = {
        "met": ("开展{}次", "{} held"),
        "gap": ("缺{}次", "{} missing"),
        "unknown": ("待补全{}处", "{} undecided"),
        "open": ("未到期{}次", "{} due later"),
        "planned": ("已列计划{}次", "{} planned"),
    }
    number = {
        shape: sum(1 for _, one in found.marks if one == shape) for shape in names
    }
    return told.row(
        [told.say(*pair).format(number[s]) for s, pair in names.items() if number[s]]
    )


def _x(day: date, *, end: bool = False) -> float:
    """The horizontal place of the beginning of a day; with `end`, of its end."""
    first = day.replace(day=1)
    after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    part = (day.day - (0 if end else 1)) / (after - first).days
    return round(LEFT + MONTH * (day.month - 1 + part), 1)
