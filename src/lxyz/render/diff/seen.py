"""What changed in a branch, grouped by kind of change and by cause, as a report groups
its findings."""

from __future__ import annotations

from collections import Counter
from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.change import BETTER, WORSE, Change, How, changes_of
from lxyz.files.origin import Fault
from lxyz.render.form import Run
from lxyz.render.rule.rulebook import rulebook
from lxyz.render.verdict.entries import Entry, cause_of, weight
from lxyz.render.verdict.telling import Told, told_of
from lxyz.report import NOWHERE, BranchReport, Earlier
from lxyz.verdicts import DONE, Level, Outcome, Verdict

_DONE = DONE | {Outcome.WAIVED}


class Group(NamedTuple):
    """Changes of one kind and one cause.

    - `how`: the kind of change
    - `entry`: the verdicts that are shown for them, the heaviest first
    - `changes`: the changes, in the same order
    - `is_now`: whether these verdicts are those of the new side"""

    how: How
    entry: Entry
    changes: tuple[Change, ...]
    is_now: bool

    @property
    def level(self) -> Level:
        """The heaviest level."""
        return min((one.level for one in self.changes), key=list(Level).index)


class Seen(NamedTuple):
    """A branch and what changed in it.

    - `branch`: the report of the new side
    - `old`: that of the old side
    - `changes`: the changes
    - `told`: the context of sentences about the new side
    - `once`: that of sentences about the old side"""

    branch: BranchReport
    old: Earlier
    changes: tuple[Change, ...]
    told: Told
    once: Told

    @property
    def either(self) -> BranchReport:
        """The branch on the new side; if it is gone there, on the old side."""
        return self.old.report if self.branch.is_absent else self.branch

    def of(self, how: How) -> list[Change]:
        """The changes of a kind."""
        return [one for one in self.changes if one.how == how]


def seen(branch: BranchReport, run: Run) -> Seen:
    """What changed in a branch, with the contexts of sentences."""
    old = branch.before or Earlier(NOWHERE, run.as_of)
    lang = run.style.lang
    book = rulebook((*old.report.packs, *branch.packs))
    return Seen(
        branch,
        old,
        changes_of(branch, run.as_of),
        told_of(branch, run.as_of, lang)._replace(book=book),
        told_of(old.report, old.as_of, lang)._replace(book=book),
    )


def groups(found: Seen, how: How) -> list[Group]:
    """The changes of verdicts of a kind, grouped by cause, the heaviest first."""
    book = found.told.book
    drawn: dict[tuple[Outcome, bool, str, str], list[tuple[Verdict, Change]]] = {}
    for change in found.of(how):
        if change.shown is None:
            continue
        one, is_now = telling(change)
        key = (one.outcome, is_now, change.why, cause_of(one, book))
        drawn.setdefault(key, []).append((one, change))
    made = []
    for (outcome, is_now, *_), listed in drawn.items():
        listed.sort(key=lambda pair: weight(pair[0]))
        part = "undecidable" if outcome == Outcome.UNDECIDABLE else ""
        entry = Entry(part, tuple(one for one, _ in listed))
        changes = tuple(change for _, change in listed)
        made.append(Group(how, entry, changes, is_now=is_now))
    return sorted(made, key=_rank)


def telling(change: Change) -> tuple[Verdict, bool]:
    """The verdict that is shown for a change, and whether it is that of the new side.

    A change for the better shows the new verdict if that says how it got better (done,
    excused), else the old verdict: what was lacking."""
    assert change.shown is not None
    if change.how not in BETTER:
        return change.shown, change.new is not None
    if change.new is not None and (
        change.new.outcome in _DONE or change.how == How.EXCUSED
    ):
        return change.new, True
    return change.shown, False


def _rank(one: Group) -> tuple[object, ...]:
    due = one.entry.due or date.max
    return (
        list(Level).index(one.level),
        *weight(one.entry.head)[1:2],
        due,
        one.entry.rules,
    )


def tallied(found: Seen) -> Counter[str]:
    """How much changed, by kind, in the way a reader counts.

    Changes in one line count as one; duties that came or went count one by one. The
    keys `worse-side` and `better-side` have the sums."""
    numbers: Counter[str] = Counter()
    for how in dict.fromkeys(one.how for one in found.changes):
        listed = found.of(how)
        each = how in (How.CAME, How.WENT)
        gone = sum(number for _, number in gone_faults(found, how))
        drawn = 0 if each else len(groups(found, how)) + gone
        numbers[how.value] = drawn or len(listed)
        numbers["worse-side"] += numbers[how.value] * (how in WORSE)
        numbers["better-side"] += numbers[how.value] * (how in BETTER)
    return numbers


def gone_faults(found: Seen, how: How) -> list[tuple[Fault, int]]:
    """The faults of a kind of change for the better: the first fault of each code, and
    how many have that code."""
    drawn: dict[str, list[Fault]] = {}
    for change in found.of(how) if how in BETTER else ():
        if change.fault is not None:
            drawn.setdefault(change.fault.code, []).append(change.fault)
    return [(listed[0], len(listed)) for listed in drawn.values()]
