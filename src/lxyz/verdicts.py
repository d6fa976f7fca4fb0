"""The verdict of a rule on a subject in a span: one for each case (cover: one an item).

No prose here: numbers, days, places and words for what is missing. `render` makes
sentences of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from lxyz.base.named import NamedTuple
from lxyz.dates.spans import Span
from lxyz.files.origin import Origin


class Outcome(StrEnum):
    """The ten outcomes; their names are a contract."""

    MET = "met"
    LATE = "late"
    PLANNED = "planned"
    OPEN = "open"
    OVERDUE = "overdue"
    MISSED = "missed"
    WAIVED = "waived"
    NOT_APPLICABLE = "not-applicable"
    UNDECIDABLE = "undecidable"
    ATTEST = "attest"


GAPS = frozenset({Outcome.OVERDUE, Outcome.MISSED})
DONE = frozenset({Outcome.MET, Outcome.LATE})
FINDINGS = GAPS | {Outcome.UNDECIDABLE, Outcome.LATE}
WAITS = frozenset({Outcome.OPEN, Outcome.PLANNED})
BINDING = frozenset(("must", "should"))
"""The modalities that ask something of somebody; all others only inform."""
SOON = timedelta(days=30)
"""A day no farther off than this is shown as near (`Verdict.is_soon`)."""
# Worst first, for folding several verdicts into one.
WORST = (
    Outcome.MISSED,
    Outcome.OVERDUE,
    Outcome.UNDECIDABLE,
    Outcome.LATE,
    Outcome.OPEN,
    Outcome.PLANNED,
    Outcome.ATTEST,
    Outcome.WAIVED,
    Outcome.MET,
    Outcome.NOT_APPLICABLE,
)


class Level(StrEnum):
    """The weight of a verdict, the heaviest first: a gap of a must is an error
    (`weigh`)."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NONE = "none"


HEAVY = (Level.ERROR, Level.WARNING)
"""The levels of verdicts in which something is lacking, the heavier first."""

PERSONS = frozenset(("member", "leader", "secretary", "committee"))
"""The types of subjects that are persons."""


class Subject(NamedTuple):
    """Of whom or what a verdict speaks.

    - `type`: `branch group member leader secretary committee fact`
    - `name`: the name; of a fact its key
    """

    type: str
    name: str


class Evidence(NamedTuple):
    """A record that decided a verdict, or nearly did; `why` says what the latter
    lacked."""

    origin: Origin
    date: date | None
    kinds: tuple[str, ...]
    why: str = ""


class Before(NamedTuple):
    """Something that must be done before a duty.

    - `rule`: the rule that asks for it
    - `kinds`: a record of one of these kinds does it
    - `last`: the last day for it
    """

    rule: str
    kinds: tuple[str, ...]
    last: date


class Room(NamedTuple):
    """The time that is left for a duty which can still be done.

    - `last`: the last day on which it can be done: the last working day up to its due day
      (if it is overdue: up to the last day on which a late record counts), or that day
      itself where no working day is left
    - `begin`: the last day to begin; what must come before (`before`) takes days of its
      own, and so does each of several sittings
    - `workdays`: the working days from the day of the check up to `begin`, both included
    - `number`: how many records are lacking
    - `before`: what must come before it, the earliest first
    """

    last: date
    begin: date
    workdays: int
    number: int = 1
    before: tuple[Before, ...] = ()


class Clash(NamedTuple):
    """Duties each of which can still be done, but no longer all of them together.

    - `why`: `days` (`number` sittings, each on a day of its own, have only `workdays`
      working days up to `last`) or `order` (no day is left for what `rules` ask for
      beforehand)
    - `keys`: the keys of the verdicts that clash
    - `since`: the first day on which they clashed
    - `last`: the last day for them
    - `number`, `workdays`, `rules`: see `why`
    """

    why: str
    keys: tuple[tuple[str, str, str, str], ...]
    since: date
    last: date
    number: int = 1
    workdays: int = 0
    rules: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """What one rule says of one subject in one span.

    - `rule`: the full id of the rule
    - `covers`: the inventory entries that the rule carries out
    - `clause`: the clause of the source that these entries stand for
    - `modality`: `must`, `should` …
    - `subject`: of whom or what it speaks
    - `span`: the days judged, as they are shown
    - `label`: the item of a list; else the event; None where there is neither
    - `outcome`, `level`: what came out, and how much it weighs
    - `need`, `have`: what is asked for and what is there; None where nothing is counted
    - `due`: the last day in time
    - `until`: the last day on which a late record counts; None: for ever
    - `debtor`: who owes the duty
    - `records`: the records that prove it
    - `near`: the records that nearly count
    - `notes`: keys, each with its value after `:` where it has one
    - `missing`: names of fields (`sections:word` where a word of a list is missing), of
      items or of parameters
    - `failing`: of several verdicts folded into one, the labels of the spans or records
      that fail
    - `folded_into`: the key of the verdict that explains this one, joined by `|`
    - `event`: the key of the fact of `each`, where that fact is not the subject
    - `at_most`: the most that this verdict can weigh
    - `room`: the time left, where it can still be done and that time ends
    - `about`: where the facts of `each` stand in the files
    - `parts`: what became of each of the spans folded into this one: label, outcome;
      empty for a single span, and where it matters how many in a row fail
    """

    rule: str
    covers: tuple[str, ...]
    clause: str
    modality: str
    subject: Subject
    span: Span
    label: str | None
    outcome: Outcome
    level: Level
    need: str | None = None
    have: str | None = None
    due: date | None = None
    until: date | None = None
    debtor: str = "branch"
    records: tuple[Evidence, ...] = ()
    near: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    folded_into: str | None = None
    event: str = ""
    at_most: Level = Level.ERROR
    room: Room | None = None
    about: tuple[Origin, ...] = ()
    parts: tuple[tuple[str, Outcome], ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether the duty is overdue or missed."""
        return self.outcome in GAPS

    @property
    def is_limit(self) -> bool:
        """Whether the rule only limits a number from above (`≤3`): nothing is to be
        done then."""
        return self.need is not None and self.need.startswith("≤")

    def is_soon(self, as_of: date) -> bool:
        """Whether its due day, or the last day to begin, is near or already past.

        Near is at most 30 days after `as_of`, the thirtieth included. A mere limit
        never is."""
        if self.is_limit:
            return False
        due, room = self.due, self.room
        if room is not None and room.begin < room.last:
            due = room.begin
        return due is not None and due <= as_of + SOON

    def key(self) -> tuple[str, str, str, str]:
        """The key by which the same verdict is found again in another run of the same
        branch."""
        subject, event, label = self.subject, self.event, self.label or ""
        told = (
            f"{event} {label}" if event and label and event != label else event or label
        )
        return self.rule, f"{subject.type}:{subject.name}", self.span.label, told


_ORDER = {level: place for place, level in enumerate(Level)}
_WEIGHTS = {
    **dict.fromkeys(
        (Outcome.OVERDUE, Outcome.MISSED), (Level.ERROR, Level.WARNING, Level.INFO)
    ),
    **dict.fromkeys(
        (Outcome.LATE, Outcome.UNDECIDABLE), (Level.WARNING, Level.INFO, Level.INFO)
    ),
    Outcome.ATTEST: (Level.INFO, Level.INFO, Level.INFO),
}
_UNWEIGHTY = (Level.NONE, Level.NONE, Level.NONE)
_NOTED = (Level.WARNING, Level.INFO, Level.INFO)
_STEPS = {"must": 0, "should": 1}


def lighter(one: Level, other: Level) -> Level:
    """The one of two levels that weighs less."""
    return one if _ORDER[one] >= _ORDER[other] else other


def heaviest(levels: Iterable[Level]) -> Level:
    """The level that weighs most."""
    return min(levels, key=_ORDER.__getitem__)


@lru_cache(maxsize=1024)
def weigh(
    modality: str,
    outcome: Outcome,
    at_most: Level = Level.ERROR,
    noted: bool = False,  # noqa: FBT002 - the cache is quicker with plain arguments
) -> Level:
    """The level of an outcome.

    A `must` that is overdue or missed is an error; what is late or undecidable is a
    warning, and so is a gap of a `should`; the rest informs. `late` is never an error:
    the past cannot be mended, and a CI job would be red for ever.

    `at_most` is the highest level allowed (a number set by the tool, weak evidence, a
    member on leave). `noted` says that a record counts only by tolerance, not as
    written: then even what is met, open or planned is told."""
    plain = _NOTED if noted and outcome in _GRACED else _UNWEIGHTY
    return lighter(_WEIGHTS.get(outcome, plain)[_STEPS.get(modality, 2)], at_most)


_GRACED = frozenset({Outcome.MET, Outcome.OPEN, Outcome.PLANNED})


def silent_tiers(verdicts: Iterable[Verdict]) -> set[Verdict]:
    """The verdicts of stricter tiers (rule `id~`) that need not be shown.

    A tier is silent where its own rule (`id`) is not kept by the same subject in an
    overlapping span: one finding is enough."""
    listed = list(verdicts)
    tiers = [one for one in listed if one.rule.endswith("~")]
    wanted = {one.rule.removesuffix("~") for one in tiers}
    waiting: dict[tuple[str, str], list[Verdict]] = {}
    for one in listed:
        if one.rule in wanted and one.outcome not in DONE:
            waiting.setdefault((one.rule, one.subject.name), []).append(one)
    return {
        tier
        for tier in tiers
        for hard in waiting.get((tier.rule.removesuffix("~"), tier.subject.name), ())
        if hard.span.first <= tier.span.last and tier.span.first <= hard.span.last
    }
