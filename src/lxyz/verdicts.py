"""What one rule says of one subject in one span: exactly one verdict a case.

No prose here: numbers, days, places and words for what is missing. Sentences are made
in `render`.
"""

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
"""The modalities that ask; others inform."""
SOON = timedelta(days=30)
"""How far off a day is that people should know of."""
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
    """How much it weighs, the heaviest first: a gap of a must is an error, and so on."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NONE = "none"


HEAVY = (Level.ERROR, Level.WARNING)
"""The levels at which something is lacking, the worse first."""

PERSONS = frozenset(("member", "leader", "secretary", "committee"))
"""The types of subjects that are persons."""


class Subject(NamedTuple):
    """Of whom or what it is said: type `branch group member leader secretary committee
    fact`, and the name (of a fact its key)."""

    type: str
    name: str


class Evidence(NamedTuple):
    """A record that decided a verdict, or nearly did; `why` says what it lacked."""

    origin: Origin
    date: date | None
    kinds: tuple[str, ...]
    why: str = ""


class Before(NamedTuple):
    """Something that must come first: by which rule, records of which kinds, and the
    last day for it."""

    rule: str
    kinds: tuple[str, ...]
    last: date


class Room(NamedTuple):
    """How much room a duty has that can still be done.

    `last` is the last day on which it can be: the last working day up to its due day
    (of what is overdue, up to the last on which a late one counts), or that day itself
    where no working day is left. `begin` is the last day to begin: what must come
    before it (`before`, the earliest first) takes its days, and of several sittings
    each is on a day of its own. `workdays` is how many working days are left up to
    `begin`, the day of the check and that day included. `number` is how many records
    are lacking.
    """

    last: date
    begin: date
    workdays: int
    number: int = 1
    before: tuple[Before, ...] = ()


class Clash(NamedTuple):
    """Duties of which each can still be done, but no longer all of them.

    `why`: `days` (so many sittings, `number`, each on a day of its own, where only
    `workdays` are left up to `last`) or `order` (nothing is left in which what `rules`
    ask for beforehand could come before it). `keys` are those of the verdicts, `since`
    the first day on which it was so.
    """

    why: str
    keys: tuple[tuple[str, str, str, str], ...]
    since: date
    last: date
    number: int = 1
    workdays: int = 0
    rules: tuple[str, ...] = ()


class Verdict(NamedTuple):
    """One verdict. `need` and `have` are None where nothing is counted; `due` is the
    last day in time, `until` the last on which a late one counts (None: for ever).
    `notes` are keys, with a value after `:` where there is one; `missing` are names of
    fields (`sections:word` where a word of a list is missing), items, parameters;
    `failing` the labels of the spans or records that fail, of those folded into one;
    `folded_into` is the key of the verdict that explains this one, joined by `|`.
    `event` is the key of the fact of `each`, where that is not the subject; `label` the
    item of a list, else the event; `at_most` what it can weigh at all; `room` how much
    is left of its time, where it can still be done and its time ends; `about` is where
    the facts of `each` stand; `parts` is what became of each of the spans folded into
    one, by their labels (empty: it is one span, or goes by how many in a row fail)."""

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
        """Whether it is overdue or missed."""
        return self.outcome in GAPS

    @property
    def is_limit(self) -> bool:
        """Whether it only bounds a number from above: while it is open nothing is to be
        done."""
        return self.need is not None and self.need.startswith("≤")

    def is_soon(self, as_of: date) -> bool:
        """Whether it is due, or the last day to begin with it comes, within 30 days of
        `as_of` (the thirtieth included), or was before."""
        if self.is_limit:
            return False
        due, room = self.due, self.room
        if room is not None and room.begin < room.last:
            due = room.begin
        return due is not None and due <= as_of + SOON

    def key(self) -> tuple[str, str, str, str]:
        """What makes it the same verdict in another run, within its branch."""
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
    """The level of an outcome: a must that is overdue or missed is an error; late,
    undecidable and what is a gap of a should are warnings; the rest informs.

    `at_most` caps it (a tool's number, weak evidence, a member on leave); `noted` is a
    record that counts only by the reader's grace. `late` is never an error, or a CI job
    would be red for ever.
    """
    plain = _NOTED if noted and outcome in _GRACED else _UNWEIGHTY
    return lighter(_WEIGHTS.get(outcome, plain)[_STEPS.get(modality, 2)], at_most)


_GRACED = frozenset({Outcome.MET, Outcome.OPEN, Outcome.PLANNED})


def silent_tiers(verdicts: Iterable[Verdict]) -> set[Verdict]:
    """Of the verdicts of a branch those of stricter tiers (`id~`) whose rule itself is
    not kept in that span yet: one finding is enough."""
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
