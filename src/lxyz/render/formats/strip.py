"""The year at a glance: twelve months by duty, one small cell each.

A cell says how many records there are in the month, and has a mark if something was
due. It can be read without colour.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.files.origin import Origin
from lxyz.packs.asked import kinds_of, patterns
from lxyz.render.page.style import Style, paint, symbol
from lxyz.render.page.width import columns, flow, pad
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.telling import Told
from lxyz.render.wording.periods import last_day, month_names
from lxyz.render.wording.terms import term, terms
from lxyz.report import BranchReport
from lxyz.verdicts import Evidence, Outcome, Verdict


class Family(NamedTuple):
    """Duties that share a line of the strip.

    - `zh`, `en`: the name of the line
    - `kinds`: the kinds of record that the duties ask for
    - `each`: whether duties of each member belong to the line, without numbers"""

    zh: str
    en: str
    kinds: frozenset[str]
    each: bool = False


class Cell(NamedTuple):
    """A month of a family.

    - `held`: how many records there are
    - `mark`: the mark for the duties that were due; empty if none was"""

    held: int
    mark: str


_WIDEST, _NARROWEST = 5, 3
FAMILIES = (
    Family("集体学习", "Study", frozenset(("collective-study",))),
    Family("专题研讨", "Discussion", frozenset(("thematic-discussion",))),
    Family("党课", "Lecture", frozenset(("party-lecture", "micro-lecture"))),
    Family(
        "主题党日",
        "Party day",
        frozenset(("theme-party-day", "party-activity-day", "party-member-activity")),
    ),
    Family("党员大会", "Member meeting", frozenset(("all-member-meeting",))),
    Family("支委会", "Committee", frozenset(("committee-meeting",))),
    Family("党小组会", "Group meeting", frozenset(("group-meeting",))),
    Family(
        "组织生活/评议",
        "Life meeting",
        frozenset(("organization-life-meeting", "democratic-evaluation")),
    ),
    Family("党费", "Dues", frozenset(("dues-payment",)), each=True),
)
MARKS = {
    Outcome.MISSED: "gap",
    Outcome.OVERDUE: "gap",
    Outcome.UNDECIDABLE: "unknown",
    Outcome.LATE: "late",
    Outcome.OPEN: "open",
    Outcome.PLANNED: "planned",
    Outcome.WAIVED: "waived",
    Outcome.MET: "met",
}
# The heaviest mark of a month is the one shown.
HEAVIEST = ("gap", "unknown", "late", "open", "planned", "waived", "met")
_PAINTS = {"gap": "error", "unknown": "warning", "late": "warning", "met": "good"}


def strip(branch: BranchReport, told: Told, style: Style) -> list[str]:
    """The lines of the strip; none if no pack asks for one of its duties."""
    cited = [record for verdict in branch.verdicts for record in verdict.records]
    asked = _held(cited, told.year, told.as_of)
    held = _held([*cited, *branch.sittings], told.year, told.as_of)
    due = _due(branch, told)
    _plan(due, held, branch, told)
    rows = [
        family
        for family in FAMILIES
        if any(due[family.zh].values()) or asked[family.zh]
    ]
    if not rows:
        return []
    cells = {
        family.zh: [
            Cell(
                0 if family.each else held[family.zh].get(month, 0),
                _mark(due[family.zh].get(month, [])),
            )
            for month in range(1, 13)
        ]
        for family in rows
    }
    lines = _rows(rows, cells, told, style)
    used = {cell.mark for row in cells.values() for cell in row}
    legend = flow(_legend(told, used, style), style.width)
    return [*lines, *(paint(line, "dim", style) for line in legend)]


def _rows(
    rows: list[Family], cells: dict[str, list[Cell]], told: Told, style: Style
) -> list[str]:
    """The lines of the families; in a narrow terminal, half a year at a time."""
    names = [told.say(family.zh, family.en) for family in rows]
    left = max(columns(name) for name in names) + 2
    room = (style.width - left) // 12
    step = 12 if room >= _NARROWEST else 6
    wide = max(_NARROWEST, min(_WIDEST, (style.width - left) // step))
    lines = []
    for start in range(0, 12, step):
        months = range(start, start + step)
        named = month_names(told.lang)
        heads = [named[m] if columns(named[-1]) < wide else f"{m + 1}" for m in months]
        head = "".join(pad(text, wide) for text in heads).rstrip()
        lines.append(" " * left + paint(head, "dim", style))
        for family, name in zip(rows, names, strict=True):
            row = "".join(
                _shown(cells[family.zh][month], wide, style) for month in months
            )
            lines.append((pad(name, left) + row).rstrip())
    return lines


def _mark(outcomes: list[Outcome]) -> str:
    """The heaviest mark of a month."""
    found = {MARKS[outcome] for outcome in outcomes if outcome in MARKS}
    return next((name for name in HEAVIEST if name in found), "")


def _shown(cell: Cell, wide: int, style: Style) -> str:
    if not cell.mark and not cell.held:
        return pad(symbol("none", style), wide)
    bare = cell.held and cell.mark == "met"
    sign = symbol(cell.mark, style) if cell.mark and not bare else ""
    text = f"{cell.held or ''}{sign}"
    blanks = " " * max(0, wide - columns(text))
    return paint(text, _PAINTS.get(cell.mark, ""), style) + blanks


def _legend(told: Told, used: set[str], style: Style) -> list[str]:
    """The lines that explain the numbers, and the marks that occur."""
    words = [told.say("数字 记录的次数", "number: records")]
    words += [
        f"{symbol(name, style)} {term('marks', name, told.lang)}"
        for name in terms("marks")
        if name in used
    ]
    return words


def _held(
    records: Iterable[Evidence], year: int, as_of: date
) -> dict[str, dict[int, int]]:
    """How many records there are by family and month, up to the day of the report."""
    seen: dict[str, dict[int, set[tuple[Origin, date]]]] = {f.zh: {} for f in FAMILIES}
    for one in records:
        if one.date is None or one.date.year != year or one.date > as_of:
            continue
        for family in FAMILIES:
            if family.kinds.intersection(one.kinds):
                months = seen[family.zh].setdefault(one.date.month, set())
                months.add((one.origin, one.date))
    return {
        name: {month: len(places) for month, places in months.items()}
        for name, months in seen.items()
    }


def _due(branch: BranchReport, told: Told) -> dict[str, dict[int, list[Outcome]]]:
    """The outcomes of duties, by family and by the month in which they were due.

    A stricter tier is left out as long as the rule itself is still to be kept."""
    found: dict[str, dict[int, list[Outcome]]] = {family.zh: {} for family in FAMILIES}
    for verdict in branch.verdicts:
        family = family_of(told.book, verdict)
        if family is None or verdict.outcome == Outcome.NOT_APPLICABLE:
            continue
        if verdict.folded_into and verdict.rule.endswith("~"):
            continue
        for month, outcome in _months(verdict, told):
            found[family.zh].setdefault(month, []).append(outcome)
    return found


def _plan(
    due: dict[str, dict[int, list[Outcome]]],
    held: dict[str, dict[int, int]],
    branch: BranchReport,
    told: Told,
) -> None:
    """Adds to `due` what is planned for the rest of the year, even if no duty asks for
    it.

    In the current month it is added only if there is no record of the family yet."""
    for one in branch.ahead:
        if one.day.year != told.year:
            continue
        running = (one.day.year, one.day.month) == (told.as_of.year, told.as_of.month)
        for family in FAMILIES:
            if not family.kinds.intersection(one.kinds):
                continue
            if not (running and held[family.zh].get(one.day.month)):
                marks = due[family.zh].setdefault(one.day.month, [])
                marks.append(Outcome.PLANNED)


def _months(verdict: Verdict, told: Told) -> list[tuple[int, Outcome]]:
    """(month, outcome) for a verdict, by the month of its due day.

    A verdict on several spans gives one pair for each span in the year that was not
    waived."""
    year = told.year
    parts = verdict.parts or [(one, verdict.outcome) for one in verdict.failing]
    if parts:
        days = [(last_day(label), outcome) for label, outcome in parts]
        return [
            (day.month, outcome)
            for day, outcome in days
            if day and day.year == year and outcome is not Outcome.WAIVED
        ]
    due = verdict.due
    if due is None or due.year != year:
        return []
    whole = verdict.span.days > 360 and (due.month, due.day) == (12, 31)
    if whole and verdict.outcome in (Outcome.MET, Outcome.PLANNED, Outcome.WAIVED):
        return []
    return [(due.month, verdict.outcome)]


def family_of(book: Rulebook, verdict: Verdict) -> Family | None:
    """The line of the strip that a verdict belongs to; None if it belongs to none.

    Only rules that count records of a kind have a line. An open limit (at most so many)
    has none: nothing has to be done for it."""
    if verdict.is_limit and verdict.outcome == Outcome.OPEN:
        return None
    rule = book.rule(verdict.rule)
    if rule is None or rule.count is None or rule.each is not None:
        return None
    first = patterns(rule)[0]
    if first.wanted or first.link:
        return None  # the rule asks for more than that a sitting was held
    kinds = kinds_of(first)
    for family in FAMILIES:
        if kinds[0] in family.kinds and rule.for_ in ("branch", "group", "member"):
            return family if family.each or rule.for_ != "member" else None
    return None
