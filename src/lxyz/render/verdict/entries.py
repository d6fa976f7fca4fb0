"""Verdicts drawn together for people: one entry for each cause.

24 members without a talk are one entry with 24 names. The same duty in two packs is one
entry that names both rules, and so are the rows of one rule. The part of a report in
which an entry stands follows from what can still be done about it.
"""

from __future__ import annotations

from datetime import date

from lxyz.base.named import NamedTuple
from lxyz.render.rule.rulebook import Rulebook
from lxyz.render.wording.terms import terms
from lxyz.report import BranchReport
from lxyz.report.baseline import ACCEPTED
from lxyz.verdicts import BINDING, WAITS, Level, Outcome, Verdict, silent_tiers

SHOWN = (
    "now",
    "next",
    "clash",
    "missed",
    "late",
    "undecidable",
    "optional",
    "waived",
    "above",
    ACCEPTED,
)
"""The parts of a report that are shown unasked, in the order of every format; `clash` is
what `BranchReport.clashing` tells, and no entry."""
_LEVELS = tuple(Level)
_MODALITIES = ("must", "should", "may", "goal")
_ASIDE = frozenset((Outcome.NOT_APPLICABLE, Outcome.WAIVED, Outcome.ATTEST))


class Entry(NamedTuple):
    """Verdicts of one cause in one part of a report.

    - `part`: the name of the part
    - `verdicts`: the verdicts, the heaviest first"""

    part: str
    verdicts: tuple[Verdict, ...]

    @property
    def head(self) -> Verdict:
        """The heaviest verdict: it gives the title and the remedy."""
        return self.verdicts[0]

    @property
    def level(self) -> Level:
        """The heaviest level."""
        return self.head.level

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules, each once, the heaviest first."""
        return tuple(dict.fromkeys(verdict.rule for verdict in self.verdicts))

    @property
    def due(self) -> date | None:
        """The first day on which one of the verdicts was or is due; None if no verdict
        has a due day."""
        return min((v.due for v in self.verdicts if v.due), default=None)


def part_of(verdict: Verdict, as_of: date) -> str:
    """The name of the part of a report in which a verdict stands."""
    outcome = verdict.outcome
    if ACCEPTED in verdict.notes:
        return ACCEPTED
    if verdict.folded_into is not None or outcome in _ASIDE:
        return outcome.value if verdict.folded_into is None else "folded"
    light = verdict.level in (Level.NONE, Level.INFO)
    if outcome == Outcome.MET:
        return "met" if light else "late"
    soon = verdict.is_soon(as_of)
    if verdict.debtor != "branch":
        return "later" if outcome in WAITS and not soon else "above"
    if outcome in WAITS:
        if verdict.level == Level.WARNING:
            return "now"
        return "next" if soon and verdict.modality in BINDING else "later"
    if light and verdict.modality not in BINDING:
        return "optional"
    if outcome in (Outcome.LATE, Outcome.UNDECIDABLE):
        return outcome.value
    return "now" if outcome == Outcome.OVERDUE else "missed"


def entries(
    branch: BranchReport, book: Rulebook, as_of: date
) -> dict[str, list[Entry]]:
    """The entries of a branch by part, in the order in which they are to be read."""
    found: dict[tuple[str, str], list[Verdict]] = {}
    silent = silent_tiers(branch.verdicts)
    for verdict in branch.verdicts:
        part = "folded" if verdict in silent else part_of(verdict, as_of)
        found.setdefault((part, cause_of(verdict, book)), []).append(verdict)
    result: dict[str, list[Entry]] = {part: [] for part in terms("parts")}
    for (part, _), verdicts in found.items():
        result[part].append(Entry(part, tuple(sorted(verdicts, key=weight))))
    for part, listed in result.items():
        listed.sort(key=_by_day if part in ("next", "later") else _by_level)
    return result


def cause_of(verdict: Verdict, book: Rulebook) -> str:
    """A text that is equal for verdicts of one entry.

    It is the parameter that is not set, or else what their rules have in common (see
    `Rulebook.cause`)."""
    if verdict.outcome == Outcome.UNDECIDABLE and "param" in verdict.notes:
        pack = verdict.rule.partition("/")[0]
        return f"param {pack}/{verdict.missing}"
    return book.cause(verdict.rule)


def weight(verdict: Verdict) -> tuple[object, ...]:
    """A sort key that puts the heaviest verdict first: by level, then by modality."""
    return (
        _LEVELS.index(verdict.level),
        _MODALITIES.index(verdict.modality) if verdict.modality in _MODALITIES else 9,
        verdict.key(),
    )


def _by_level(entry: Entry) -> tuple[object, ...]:
    return (*weight(entry.head)[:2], entry.due or date.max, entry.head.rule)


def _by_day(entry: Entry) -> tuple[object, ...]:
    return (entry.due or date.max, *weight(entry.head)[:2], entry.head.rule)
