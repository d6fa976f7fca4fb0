"""What comes due in the next days, by day: taken from a report, for every format.

Overdue duties that can still be made good come first. Then follow, day by day, duties
that are due, duties that must be begun because something has to be done before them,
what must come before a planned sitting, and what is planned for the day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from lxyz.base.named import NamedTuple
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.verdict.entries import Entry, cause_of, entries, weight
from lxyz.report import Ahead, BranchReport
from lxyz.verdicts import BINDING, WAITS, Outcome, Verdict, silent_tiers

WHYS = ("overdue", "begin", "before", "due", "planned")


class Coming(NamedTuple):
    """Something to keep in mind on a day.

    - `day`: the day
    - `why`: why it stands on this day, one of `WHYS`
    - `entry`: duties of one cause; None if it is about a plan alone
    - `ahead`: what is planned, with the duties that it serves; None if nothing is
    - `rule`, `clause`: the rule that asks for something before what is planned"""

    day: date
    why: str
    entry: Entry | None = None
    ahead: Ahead | None = None
    rule: str = ""
    clause: str = ""


def coming(
    branch: BranchReport, book: Rulebook, as_of: date, days: int
) -> list[Coming]:
    """What comes due from `as_of` to `days` days later, both days included."""
    last = as_of + timedelta(days)
    late = entries(branch, book, as_of)["now"]
    found = [Coming(as_of, "overdue", entry) for entry in late]
    served: dict[tuple[str, int, date | None], list[Verdict]] = {}
    waiting: dict[tuple[date, str, str], list[Verdict]] = {}
    shown = {(one.origin.file, one.origin.line) for one in branch.ahead}
    told = {one for entry in late for one in entry.verdicts}
    silent = silent_tiers(branch.verdicts)
    for one in branch.verdicts:
        if one in silent or one in told or not _is_meant(one):
            continue
        day, why = _day_of(one, as_of)
        plan = _plan_of(one, shown)
        if plan is not None:
            served.setdefault(plan, []).append(one)
        elif day is not None and day <= last:
            waiting.setdefault((day, why, cause_of(one, book)), []).append(one)
    found += [
        Coming(day, why, _entry(verdicts))
        for (day, why, _), verdicts in waiting.items()
    ]
    clauses = {one.rule: one.clause for one in branch.verdicts}
    for alike in _alike(branch.ahead):
        ahead = next((one for one in alike if one.what), alike[0])
        found += [
            Coming(one.last, "before", None, ahead, one.rule, clauses.get(one.rule, ""))
            for one in ahead.before
            if one.last <= last
        ]
        if ahead.day <= last:
            places = ((one.origin.file, one.origin.line, one.first) for one in alike)
            entry = _entry([one for key in places for one in served.get(key, ())])
            found.append(Coming(ahead.day, "planned", entry, ahead))
    return sorted(found, key=_order)


def _alike(planned: Iterable[Ahead]) -> Iterable[list[Ahead]]:
    """What is planned, grouped: items of the same kinds on the same single day go
    together, because an item of a plan and its planned record are one sitting."""
    found: dict[object, list[Ahead]] = {}
    for one in planned:
        is_of_a_day = one.first == one.day
        key: object = (one.day, one.kinds, one.group) if is_of_a_day else one
        found.setdefault(key, []).append(one)
    return found.values()


def _is_meant(one: Verdict) -> bool:
    return (
        one.outcome in WAITS
        and not one.is_limit
        and one.folded_into is None
        and one.debtor == "branch"
        and one.modality in BINDING
    )


def _day_of(one: Verdict, as_of: date) -> tuple[date | None, str]:
    """The day on which a duty is shown, and why: its last day to begin, if that is
    earlier than its last day, else its due day."""
    room = one.room
    if room is not None and room.begin < room.last:
        return max(room.begin, as_of), "begin"
    return one.due, "due"


def _plan_of(
    one: Verdict, shown: set[tuple[str, int]]
) -> tuple[str, int, date | None] | None:
    """What is planned for a duty, if the plan is listed by itself; else None."""
    if one.outcome is not Outcome.PLANNED:
        return None
    for record in one.records:
        place = (record.origin.file, record.origin.line)
        if place in shown:
            return (*place, record.date)
    return None


def _entry(verdicts: list[Verdict]) -> Entry | None:
    if not verdicts:
        return None
    return Entry("next", tuple(sorted(verdicts, key=weight)))


def _order(one: Coming) -> tuple[object, ...]:
    """A sort key: the overdue first; within a day, what is due before what is
    planned."""
    return (
        one.why != "overdue",
        one.day,
        WHYS.index(one.why),
        weight(one.entry.head) if one.entry else (9,),
        one.ahead or (),
        one.rule,
    )
