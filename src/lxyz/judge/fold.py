"""Several verdicts into one: the spans of a year, and gaps that another gap
explains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from lxyz.dates.spans import year_span
from lxyz.kinds.world import World
from lxyz.packs.model import Rule, Run, When
from lxyz.verdicts import (
    DONE,
    GAPS,
    PERSONS,
    WORST,
    Level,
    Outcome,
    Subject,
    Verdict,
    heaviest,
    weigh,
)

_DOUBTFUL = GAPS | {Outcome.UNDECIDABLE}
_WEEKS = ("week", "two-weeks")
_NOT_COUNTED = frozenset((Outcome.WAIVED, Outcome.NOT_APPLICABLE))
_QUIET = frozenset((Outcome.MET, Outcome.WAIVED))


def folds(rule: Rule) -> bool:
    """Whether the spans, or the records, of a rule make one verdict a year.

    They do where the rule says so, and where they are many: weeks, and what each record
    must have."""
    if rule.fold is not None:
        return rule.fold != "no"
    weekly = isinstance(rule.when, When) and rule.when.every in _WEEKS
    return weekly or (rule.has is not None and rule.each is not None)


def fold_spans(
    rule: Rule, verdicts: Iterable[Verdict], world: World
) -> Iterator[Verdict]:
    """One verdict for each subject, of all its spans or records of the year.

    Records are no subjects here: their verdicts make one of the branch."""
    per_subject: dict[Subject, list[Verdict]] = {}
    branch = Subject("branch", world.profile.name)
    for one in verdicts:
        subject = branch if one.subject.type == "fact" else one.subject
        per_subject.setdefault(subject, []).append(one)
    for subject, several in per_subject.items():
        folded = _of_year(subject, several, world)
        yield _run(folded, several, rule.fold) if isinstance(rule.fold, Run) else folded


def _of_year(subject: Subject, several: list[Verdict], world: World) -> Verdict:
    """The worst of several verdicts, with all that fails in the others."""
    worst = min(several, key=lambda one: WORST.index(one.outcome))
    alike = GAPS if worst.is_gap else frozenset((worst.outcome,))
    bad = [one for one in several if one.outcome in alike]
    shown = several if worst.outcome in _QUIET else bad
    excused = [one for one in several if one.outcome == Outcome.WAIVED]
    counted = [one for one in several if one.outcome not in _NOT_COUNTED]
    dues = [one.due for one in bad if one.due is not None]
    ends = [one.until for one in bad]
    alone = len(several) == 1
    told = worst.is_gap or worst.outcome == Outcome.UNDECIDABLE
    failing = dict.fromkeys(one.span.label for one in bad) if told else ()
    return worst._replace(
        subject=subject,
        span=year_span(world.year),
        label=None,
        event="",
        need=worst.need if alone else str(len(counted)),
        have=worst.have if alone else str(sum(one.outcome in DONE for one in several)),
        level=heaviest(one.level for one in several),
        due=min(dues, default=None),
        until=None if None in ends else max((end for end in ends if end), default=None),
        records=tuple(dict.fromkeys(e for one in shown for e in one.records)),
        near=tuple(dict.fromkeys(e for one in bad for e in one.near))[:3],
        notes=tuple(dict.fromkeys(n for one in (*shown, *excused) for n in one.notes)),
        missing=tuple(dict.fromkeys(m for one in bad for m in one.missing)),
        failing=tuple(failing),
        about=tuple(dict.fromkeys(at for one in shown for at in one.about)),
        parts=() if alone else tuple((one.span.label, one.outcome) for one in several),
    )


def _run(folded: Verdict, several: list[Verdict], run: Run) -> Verdict:
    """The verdict of a rule that is broken only by so many unkept spans, in a row or in
    all.

    An arrear made good while the row lasts breaks the row. Made good after the row has
    ended it does not: else what was missed would come undone."""
    spans = sorted(several, key=lambda one: one.span.first)
    number, count = (run.total, _all_in_all) if run.run is None else (run.run, _longest)
    assert number is not None
    need, row = int(number), count(spans, GAPS)
    counted = folded._replace(need=f"<{need}", have=str(len(row)), failing=(), parts=())
    if len(row) >= need:
        failing = tuple(one.span.label for one in row)
        return _weighed(counted, Outcome.MISSED, row)._replace(failing=failing)
    doubtful = count(spans, _DOUBTFUL)
    if len(doubtful) >= need:
        return _weighed(counted, Outcome.UNDECIDABLE, doubtful)
    coming = any(one.outcome in (Outcome.OPEN, Outcome.PLANNED) for one in spans)
    outcome = Outcome.OPEN if coming else Outcome.MET
    return counted._replace(outcome=outcome, level=Level.NONE, missing=(), near=())


def _weighed(folded: Verdict, outcome: Outcome, row: list[Verdict]) -> Verdict:
    """A folded verdict with an outcome and its weight: no more than its spans can
    weigh."""
    at_most = heaviest(one.at_most for one in row)
    level = weigh(folded.modality, outcome, at_most)
    return folded._replace(outcome=outcome, level=level)


def _longest(spans: list[Verdict], bad: frozenset[Outcome]) -> list[Verdict]:
    """The longest row of spans all of which were still unkept at the end of the last
    one."""
    best: list[Verdict] = []
    for start in range(len(spans)):
        row: list[Verdict] = []
        for one in spans[start:]:
            if not all(was_unkept(other, one.span.last, bad) for other in (*row, one)):
                break
            row.append(one)
        best = max(best, row, key=len)
    return best


def _all_in_all(spans: list[Verdict], bad: frozenset[Outcome]) -> list[Verdict]:
    """All spans that were not kept in their time."""
    return [one for one in spans if was_unkept(one, one.span.last, bad)]


def was_unkept(one: Verdict, day: date, bad: frozenset[Outcome] = GAPS) -> bool:
    """Whether a duty was still not kept at the end of a day; `bad` are the unkept
    outcomes."""
    if one.outcome == Outcome.LATE:
        return max(e.date for e in one.records if e.date is not None) > day
    return one.outcome in bad


# --- under -----------------------------------------------------------------------


def fold_under(verdicts: list[Verdict], world: World) -> list[Verdict]:
    """The verdicts, with those that another one explains folded into it.

    A gap is explained by a gap, an undecidable verdict by an undecidable one, of the
    rule under which its rule stands. Chains are followed to the root."""
    pack = world.pack.id
    under = {
        f"{pack}/{rule.id}": f"{pack}/{rule.under}"
        for rule in world.bound.rules
        if rule.under
    }
    parents = {rule: _Whose() for rule in under.values()}
    for rank, one in enumerate(verdicts):
        if one.rule in parents and one.outcome != Outcome.MET:  # met explains nothing
            parents[one.rule].add(rank, one)

    def cause(one: Verdict) -> Verdict | None:
        parent = under.get(one.rule)
        if parent is None or not (one.is_gap or one.outcome == Outcome.UNDECIDABLE):
            return None
        return parents[parent].that_explains(one, world)

    folded = []
    for one in verdicts:
        root = cause(one)
        while root is not None and (further := cause(root)) is not None:
            root = further
        into = None if root is None else "|".join(root.key())
        folded.append(one if into is None else one._replace(folded_into=into))
    return folded


_Ranked = tuple[int, date | None, Verdict]
"""A verdict with its place among all, and the day on which it explains another."""


class _Whose:
    """The verdicts of one rule by subject, to find the one that explains another.

    Of verdicts of a subject that explain the same only the first is kept."""

    def __init__(self) -> None:
        self._of: dict[tuple[str, str], dict[tuple[object, ...], _Ranked]] = {}
        self._of_type: dict[str, dict[tuple[str, str], None]] = {}

    def add(self, rank: int, one: Verdict) -> None:
        """Adds a verdict; `rank` is its place among all."""
        who, day = _who(one.subject), _day_of(one)
        firsts = self._of.setdefault(who, {})
        firsts.setdefault((day, one.is_gap, one.outcome), (rank, day, one))
        self._of_type.setdefault(who[0], {})[who] = None

    def that_explains(self, child: Verdict, world: World) -> Verdict | None:
        """The first verdict that explains a child.

        It is of the same subject, or of one to which that belongs, and due on a day of
        the child's span, or lasts all the year."""
        span = child.span
        found = [
            (rank, one)
            for who in self._wholes(child, world)
            for rank, day, one in self._of.get(who, {}).values()
            if (day is None or span.first <= day <= span.last)
            and _is_enough(one, child)
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

    def _wholes(self, child: Verdict, world: World) -> set[tuple[str, str]]:
        """A subject and those to which it belongs.

        A person is one subject whatever a rule calls him. The gap of a group explains
        those of its members and records, and of its branch."""
        part = child.subject
        wholes = {_who(part), *self._of_type.get("branch", ())}
        if part.type == "branch":
            wholes.update(self._of_type.get("group", ()))
        elif part.type == "fact":
            # A fact made for one year has no key here, and is no group's.
            if (fact := world.facts.by_key.get(part.name)) is not None:
                wholes.add(("group", fact.owner))
        elif part.type in PERSONS:
            groups = world.on(child.due or child.span.last).groups
            wholes.update(("group", g.name) for g in groups if part.name in g.members)
        return wholes


def _who(subject: Subject) -> tuple[str, str]:
    """A subject as a key: all types of persons are one type."""
    return ("person" if subject.type in PERSONS else subject.type, subject.name)


def _day_of(parent: Verdict) -> date | None:
    """The day on which a parent explains children whose span holds it.

    None: its span is the year, so it explains all. An item of a list with its own last
    day explains only children of that day."""
    span, due = parent.span, parent.due
    year = year_span(span.first.year)
    dated = parent.label is not None and due not in (None, year.last)
    if span.first == year.first and span.last == year.last and not dated:
        return None
    return due or span.last


def _is_enough(parent: Verdict, child: Verdict) -> bool:
    """Whether the outcome of a parent explains that of a child.

    A gap explains a gap, and a doubt a doubt. The gap of a stricter tier is explained
    by any outcome of the rule itself but `met`: the tier adds something only to what is
    met."""
    if parent.is_gap:
        return True
    if not child.is_gap:
        return parent.outcome == Outcome.UNDECIDABLE
    stricter = child.rule == f"{parent.rule}~"
    return stricter and parent.outcome != Outcome.MET
